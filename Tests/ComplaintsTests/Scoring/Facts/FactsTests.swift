import Testing

@testable import Complaints

/// Where a complaint goes, what went wrong, how much it presses.
struct FactsTests {
    @Test(
        arguments: [
            ("The kettle was faulty and the lid cracked", "en", Topic.product),
            ("My parcel was left outside by the courier", "en", .delivery),
            ("I was on hold for an hour with customer service", "en", .service),
            ("The cashier was rude to me", "en", .staff), ("I was overcharged on my last bill", "en", .price),
            ("When will I get my refund?", "en", .refund),
            ("The repair under warranty took ages", "en", .warranty),
            ("The app logs me out and the website is slow", "en", .app),
            ("You leaked my personal data, stop the spam", "en", .privacy),
            ("Czajnik jest wadliwy, jakość fatalna", "pl", .product),
            ("Kurier zgubił moją paczkę", "pl", .delivery),
            ("Infolinia nie odbiera", "pl", .service), ("Kelnerka była niegrzeczna", "pl", .staff),
            ("Naliczono mi opłatę, której nie ma na fakturze", "pl", .price),
            ("Od miesiąca czekam na zwrot pieniędzy", "pl", .refund),
            ("Naprawa gwarancyjna trwa wieczność", "pl", .warranty),
            ("Aplikacja zawiesza się przy logowaniu", "pl", .app),
            ("Wyciek danych osobowych, zgłaszam to", "pl", .privacy),
            ("Чайник сломался, товар бракованный", "ru", .product),
            ("Курьер потерял посылку", "ru", .delivery),
            ("На горячую линию не дозвониться", "ru", .service), ("Кассир нахамил", "ru", .staff),
            ("Списали комиссию по чужому тарифу", "ru", .price),
            ("Не вернули деньги, жду возврата", "ru", .refund),
            ("Сервисный центр отказал в ремонте по гарантии", "ru", .warranty),
            ("Приложение вылетает, в личный кабинет не войти", "ru", .app),
            ("Произошла утечка, мои персональные данные слили", "ru", .privacy),
            ("Der Wasserkocher ist defekt, miese Qualität", "de", .product),
            ("Das Paket wurde nie zugestellt", "de", .delivery),
            ("In der Hotline nur Warteschleife", "de", .service),
            ("Die Verkäuferin war sehr unfreundlich", "de", .staff),
            ("Die Rechnung enthält Gebühren, die keiner erklärt", "de", .price),
            ("Ich fordere die Rückerstattung", "de", .refund),
            ("Die Reparatur auf Garantie dauert", "de", .warranty),
            ("Die App stürzt ab", "de", .app), ("Datenschutz ist ein Fremdwort, nur Spam", "de", .privacy),
            ("Zásilka nebyla doručena, kurýr nepřijel", "cs", .delivery),
            ("Reklamácia trvá, záruka neplatí", "sk", .warranty), ("Кур'єр загубив посилку", "uk", .delivery),
            ("Le livreur a perdu mon colis", "fr", .delivery), ("El camarero fue grosero", "es", .staff),
            ("Il corriere ha perso il pacco", "it", .delivery), ("O aplicativo não abre", "pt", .app),
            ("De bezorger heeft het pakket verloren", "nl", .delivery),
        ])
    func `the main topic is the one most said`(text: String, language: String, topic: Topic) {
        let facts = Facts(text, language: language)
        #expect(facts.topic == topic, "\(text): \(facts.reasons(in: text))")
    }

    @Test(
        arguments: [
            ("I wrote four times and nobody answers", "en", Cause.leftAlone),
            ("She laughed at me in front of everybody", "en", .humiliated),
            ("The trip was moved and we were never told", "en", .notInformed),
            ("They don't listen, it is all copy and paste", "en", .notHeard),
            ("They keep saying next week", "en", .vaguePromise),
            ("The shop blames the maker, the maker says it is not their fault", "en", .blamedOnOthers),
            ("The lamp stopped working", "en", .productFault),
            ("No internet in the whole town, again an outage", "en", .outage),
            ("I was charged twice", "en", .overcharged), ("The order never arrived", "en", .late),
            ("You sent me the wrong item", "en", .mistake),
            ("It was mislead advertising, you lied", "en", .misled),
            ("They refused to take it back", "en", .refused),
            ("My account is locked, I can't log in", "en", .blocked),
            ("Nikt nie odpowiada na maile", "pl", .leftAlone),
            ("Wyśmiał mnie przy wszystkich", "pl", .humiliated),
            ("Nikt nas nie poinformował", "pl", .notInformed),
            ("Zbagatelizował to, co mówię", "pl", .notHeard),
            ("Obiecali, że oddzwonią", "pl", .vaguePromise),
            ("Sklep zwala winę na producenta", "pl", .blamedOnOthers),
            ("Lampa przestała działać", "pl", .productFault), ("Awaria, brak prądu", "pl", .outage),
            ("Podwójnie pobrali, czuję się naciągnięta, ukryte opłaty", "pl", .overcharged),
            ("Przesyłka nie dotarła", "pl", .late), ("Przysłali zły rozmiar", "pl", .mistake),
            ("Wprowadzili mnie w błąd, oszuści", "pl", .misled), ("Odmówili przyjęcia", "pl", .refused),
            ("Zablokowali mi konto", "pl", .blocked), ("Никто не отвечает на письма", "ru", .leftAlone),
            ("Меня унизили при всех", "ru", .humiliated), ("Нас никто не предупредил", "ru", .notInformed),
            ("В ответ одни отписки, всем всё равно", "ru", .notHeard),
            ("Обещают уже который день", "ru", .vaguePromise),
            ("Магазин перекладывает вину на завод", "ru", .blamedOnOthers),
            ("Лампа сломалась", "ru", .productFault),
            ("Во всём районе нет связи", "ru", .outage),
            ("Незаконно списали, навязали страховку", "ru", .overcharged),
            ("Заказ до сих пор не пришёл", "ru", .late), ("Перепутали размер", "ru", .mistake),
            ("Обманули, ввели в заблуждение", "ru", .misled), ("Отказали без причины", "ru", .refused),
            ("Заблокировали счёт", "ru", .blocked), ("Niemand antwortet auf meine Mails", "de", .leftAlone),
            ("Der Chef hat mich angeschrien und beleidigt", "de", .humiliated),
            ("Wir wurden nicht informiert", "de", .notInformed),
            ("Nur Textbausteine, man wird abgewimmelt", "de", .notHeard),
            ("Es wurde mir mehrmals zugesagt", "de", .vaguePromise),
            ("Jeder schiebt die Schuld auf den anderen", "de", .blamedOnOthers),
            ("Die Lampe funktioniert nicht", "de", .productFault),
            ("Seit Stunden Stromausfall", "de", .outage),
            ("Doppelt abgebucht", "de", .overcharged), ("Der Zug hatte Verspätung", "de", .late),
            ("Falscher Artikel geliefert", "de", .mistake),
            ("Das ist Betrug, ich wurde getäuscht", "de", .misled),
            ("Der Umtausch wurde abgelehnt", "de", .refused), ("Mein Konto wurde gesperrt", "de", .blocked),
            ("Nikdo neodpovídá", "cs", .leftAlone), ("Tovar nefunguje", "sk", .productFault),
            ("Ніхто не відповідає", "uk", .leftAlone),
        ])
    func `the cause is what went wrong`(text: String, language: String, cause: Cause) {
        let facts = Facts(text, language: language)
        #expect(facts.cause == cause, "\(text): \(facts.reasons(in: text))")
    }

    @Test(
        arguments: [
            ("I will tell the local news", "en", Cue.media), ("Give me my money back", "en", .refund),
            ("Solve it by Friday", "en", .deadline), ("within 7 days", "en", .deadline),
            ("This is urgent", "en", .urgent),
            ("The charger gave me an electric shock", "en", .safety), ("What a s*** shop", "en", .swearing),
            ("this is f**king bad", "en", .swearing), ("Why?", "en", .question),
            ("You promised me a call", "en", .brokenPromise), ("I can't withdraw anything", "en", .money),
            ("My baby needs it", "en", .vulnerable), ("The whole building is without it", "en", .many),
            ("This is the third time", "en", .repeated), ("I have waited for 3 weeks", "en", .longSince),
            ("Oddajcie pieniądze", "pl", .refund), ("Czekam do jutra", "pl", .deadline),
            ("Załatwcie to przed piątkiem", "pl", .deadline), ("Pilne!", "pl", .urgent),
            ("Po obiedzie zatrucie i szpital", "pl", .safety), ("Co za k***a firma", "pl", .swearing),
            ("Moje dziecko płacze", "pl", .vulnerable), ("Piszę już trzeci raz", "pl", .repeated),
            ("Trwa to od 3 tygodni", "pl", .longSince), ("Mieli oddzwonić", "pl", .brokenPromise),
            ("Верните деньги", "ru", .refund), ("Жду до завтра", "ru", .deadline),
            ("Решите срочно", "ru", .urgent),
            ("Отравились всей семьёй", "ru", .safety), ("Да вы ох*ели, п***ц", "ru", .swearing),
            ("Бл*, опять", "ru", .swearing), ("Ребёнок без лекарств", "ru", .vulnerable),
            ("Пишу уже третий раз", "ru", .repeated), ("Это длится уже 2 месяца", "ru", .longSince),
            ("Списали деньги с карты", "ru", .money), ("Geld zurück, bitte", "de", .refund),
            ("Ich warte bis Freitag", "de", .deadline), ("Es ist dringend", "de", .urgent),
            ("Das Ladegerät fing Feuer", "de", .safety), ("So ein Sch***laden, Schei*e", "de", .swearing),
            ("Zum dritten Mal kaputt", "de", .repeated), ("Seit 3 Wochen warte ich", "de", .longSince),
            ("Meine Oma sitzt im Dunkeln", "de", .vulnerable), ("Potřetí to samé", "cs", .repeated),
            ("Поверніть гроші", "uk", .refund), ("Vráťte peniaze", "sk", .refund),
        ])
    func `a cue is found by its words`(text: String, language: String, cue: Cue) {
        let facts = Facts(text, language: language)
        #expect(facts.has(cue), "\(text): \(facts.reasons(in: text))")
    }

    @Test(
        arguments: [
            ("It was *really* bad, 4* hotel, mail a@b.example", "en"), ("Иванов И*** из отдела", "ru"),
            ("see https://shop.example/?q=1", "en"),
        ])
    func `stars that hide no swear word and marks that ask nothing are left alone`(
        text: String, language: String
    ) {
        let facts = Facts(text, language: language)
        #expect(!facts.has(.swearing) && !facts.has(.question), "\(facts.reasons(in: text))")
    }

    @Test func `words stand where they were found in the text`() throws {
        let text = "Zażółć! Kurier zgubił paczkę."
        let finding = try #require(Facts(text, language: "pl").topics.first)
        #expect(Array(text.unicodeScalars)[finding.range].map(String.init).joined() == "Kurier")
    }

    @Test(
        arguments: [
            ("My child is in hospital after your soup", Score.Urgency.high),
            ("I will see you in court", .high),
            ("My account is frozen and it is the third time", .high), ("The soup was cold", .normal),
        ])
    func `danger, the law and money out of reach press`(text: String, urgency: Score.Urgency) {
        #expect(Facts(text, language: "en").urgency(score: 0.9) == urgency)
        #expect(Facts(text, language: "en").urgency(score: 0.1) == .low)
    }

    @Test func `a text without a stated language is read by the lists that know it best`() {
        #expect(Facts("Верните деньги", language: nil).has(.refund))
        #expect(Facts("Oddajcie pieniądze", language: nil).has(.refund))
        #expect(Facts("Верните деньги", language: "en").has(.refund))
        #expect(Facts("so sad that my phone is broken", language: nil).isLegal == false)
        #expect(Facts("terrible refund", language: "ja") == Facts())
    }
}
