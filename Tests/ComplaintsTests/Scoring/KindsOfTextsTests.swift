import TestSupport
import Testing

@testable import Complaints

/// How whole texts of the kinds that are met most come out, in many languages; the model was trained on none of them.
struct KindsOfTextsTests {
    static let scorer = Scorer(ShippedModelFile.model)

    /// The language stated, and recognised.
    private func values(_ text: String, _ language: String) -> [Double] {
        [Self.scorer.score(text, language: language).value, Self.scorer.score(text).value]
    }

    @Test(
        arguments: [
            (
                "pl",
                "Przepraszamy za opóźnienie. Zwrot został zlecony i środki powinny pojawić się na koncie do piątku."
            ),
            (
                "pl",
                "Dzień dobry, z uwagi na tajemnicę bankową nie możemy omówić sprawy publicznie. Prosimy o wiadomość prywatną z numerem reklamacji."
            ),
            (
                "ru",
                "Добрый день! Спасибо за обратную связь. Мы передали информацию руководителю офиса, он свяжется с вами сегодня. Команда банка"
            ),
            (
                "ru",
                "Доброго дня! Для проверки нам потребуется Ваш номер телефона. Направьте его, пожалуйста, в личном сообщении."
            ),
            (
                "ru",
                "Здравствуйте! Спасибо за добрые слова в адрес наших сотрудников, обязательно передадим им благодарность."
            ),
            (
                "ru",
                "Здравствуйте, Алексей. Приносим свои извинения за действия сотрудника, с ним проведена разъяснительная работа."
            ),
            (
                "de",
                "Guten Tag, die Sendung wurde am 4. Mai zugestellt und von Ihrem Nachbarn angenommen. Einen Nachforschungsauftrag können Sie online stellen."
            ),
            (
                "de",
                "Hi Lena, der Fehler ist bekannt und wird mit dem nächsten Update behoben. Über eine Anpassung deiner Bewertung würden wir uns freuen!"
            ),
            (
                "de",
                "Sehr geehrter Herr Aydin, Ihre Beschwerde liegt uns vor und wird innerhalb von 15 Werktagen beantwortet."
            ),
            (
                "es",
                "Buenos días, gracias por compartir su opinión. Hemos trasladado su queja al responsable de la oficina."
            ),
            (
                "es",
                "Muchas gracias por sus palabras, nos alegra que disfrutara de la estancia. ¡Le esperamos pronto!"
            ),
            (
                "es",
                "Gracias por avisarnos. El error está corregido en la última versión; si cambia su puntuación nos ayudaría mucho."
            ),
            (
                "fr",
                "Madame, nous avons bien pris note de vos remarques et vous prions d'accepter nos excuses pour l'attente."
            ),
            (
                "fr",
                "Merci pour votre gentil commentaire, toute l'équipe est ravie et espère vous revoir bientôt !"
            ),
            (
                "fr",
                "Cher Monsieur Petit, le directeur de l'agence vous contactera cette semaine afin de trouver une solution."
            ),
            (
                "it",
                "Ciao Luca, siamo spiacenti per il disagio. Puoi mandarci un messaggio privato con il codice cliente? Il team"
            ),
            ("it", "Grazie mille per le belle parole, siamo felici che il soggiorno sia stato piacevole!"),
            (
                "it",
                "Abbiamo corretto l'errore nell'ultima versione, se vuole può aggiornare la sua recensione."
            ),
            (
                "pt",
                "Bom dia, o reembolso foi efetuado no dia 3 e pode levar até cinco dias úteis para aparecer na fatura. Equipe de Atendimento"
            ),
            ("pt", "Obrigado pelas palavras simpáticas, ficamos felizes por saber que gostou. Volte sempre!"),
            ("pt", "Corrigimos o erro na última atualização. Se puder rever a sua nota, agradecemos!"),
            (
                "nl",
                "Beste klant, bedankt voor uw feedback. Wij hebben dit doorgegeven aan de filiaalmanager."
            ),
            (
                "nl",
                "Dank voor de leuke woorden, we geven het door aan het team en zien je graag nog eens terug!"
            ),
            ("nl", "De fout is opgelost in de nieuwste versie, zou je je beoordeling willen aanpassen?"),
            ("cs", "Dobrý den, peníze jsme odeslali 3. května, na účtu je uvidíte do pěti pracovních dnů."),
            ("cs", "Moc děkujeme za milá slova, předáme je kolegům z kuchyně!"),
            ("uk", "Вітаємо! Кошти повернено 3 травня, зарахування триває до п'яти робочих днів."),
            ("uk", "Перепрошуємо за незручності, фахівці вже працюють над усуненням збою. Служба підтримки"),
            (
                "tr",
                "İyi günler, iadeniz 3 Mayıs tarihinde yapılmıştır, beş iş günü içinde hesabınıza yansıyacaktır."
            ),
            (
                "tr",
                "Merhaba, konuyu inceleyebilmemiz için 0850 555 01 01 numaralı hattımızdan bize ulaşabilirsiniz."
            ),
            ("sk", "Ďakujeme za milé slová, odovzdáme ich kolegom!"),
            (
                "en",
                "Good evening, may I ask when you placed the order and which shop it came from? Olga, online care"
            ),
            ("ru", "По обращению 88213 принято решение в Вашу пользу, сумма поступит на счёт до пятницы."),
            ("de", "Der Reklamation 88213 wurde stattgegeben, der Betrag wird bis Freitag gutgeschrieben."),
            (
                "es",
                "La reclamación 88213 se ha resuelto a su favor y el importe se abonará antes del viernes."
            ),
            (
                "it",
                "Signora Conti, può indicarci il numero della pratica? Verificheremo a che punto si trova."
            ),
            (
                "nl",
                "Mevrouw Smit, mogen wij het dossiernummer van u ontvangen? Dan kijken we hoe het ervoor staat."
            ),
            (
                "tr",
                "Ayşe Hanım, talep numaranızı paylaşabilir misiniz? Hangi aşamada olduğunu kontrol edelim."
            ),
            (
                "en",
                "Our branch on Mill Lane is open until five today if you would like to speak to somebody in person."
            ),
            (
                "en",
                "Unfortunately the damage you describe is not covered by the manufacturer's guarantee. You are welcome to request a second opinion."
            ),
            ("pl", "Pani Zofio, zleciliśmy sortowni poszukiwanie przesyłki i jutro wrócimy z informacją."),
            (
                "pl",
                "Promocja, o której Pan pisze, skończyła się 31 marca i nie obejmowała obecnych klientów."
            ),
            (
                "ru",
                "К сожалению, описанное повреждение не покрывается гарантией производителя. Вы вправе провести независимую экспертизу."
            ),
            ("ru", "Отделение на Садовой работает сегодня до 18:00, подойдите, пожалуйста, с паспортом."),
            (
                "ru",
                "Приветствуем! Комиссия за перевод взимается согласно тарифам, с которыми можно ознакомиться на сайте."
            ),
            (
                "de",
                "Dies ist eine automatische Nachricht: Ihre Anfrage 5521 ist eingegangen, wir antworten binnen 48 Stunden."
            ),
            ("es", "Señora Vega, hemos solicitado la búsqueda del paquete y mañana le informaremos."),
            ("fr", "Madame Faure, nous avons lancé une recherche du colis et reviendrons vers vous demain."),
            ("it", "Signora Galli, abbiamo avviato la ricerca del pacco e domani la aggiorneremo."),
            ("pt", "Infelizmente o dano descrito não está coberto pela garantia do fabricante."),
            ("cs", "Paní Malá, zadali jsme pátrání po zásilce a zítra Vás budeme informovat."),
        ])
    func `a company's reply is not flagged`(language: String, text: String) {
        let values = values(text, language)
        #expect(values.allSatisfy { $0 < Scorer.threshold }, "\(values) \(text)")
    }

    @Test(
        arguments: [
            ("en", "The bank replied with an apology and then charged the fee again."),
            (
                "en",
                "Dear customer service, thank you for nothing. The boiler is still dead and my kids are freezing."
            ),
            (
                "en",
                "Hello, we ordered a table for six and we were sent away. We are very disappointed and want our deposit back."
            ),
            ("en", "Hi team, can you please look into my refund? It was due two weeks ago. Regards, Alan"),
            ("pl", "Bank przeprosił i miesiąc później znowu pobrał opłatę."),
            ("pl", "Prosimy o zwrot kaucji, pokój był brudny, a recepcja nas zlekceważyła."),
            ("pl", "Zespół obsługi klienta to kpina, każdy mówi co innego i nikt nie oddzwania."),
            ("ru", "Банк извинился и через месяц снова подключил страховку без спроса."),
            ("ru", "Просим вернуть деньги, номер был грязный, администратор нагрубил."),
            ("ru", "«Ваш звонок очень важен для нас», сорок минут музыки и сбросили."),
            ("de", "\"Schreiben Sie uns eine PN\" - habe ich, seit zwei Wochen keine Antwort."),
            ("de", "Hallo Team, wo bleibt meine Erstattung? Ich warte seit März."),
            ("de", "\"Ihr Anliegen ist uns wichtig\" und dann fliegt man nach 40 Minuten aus der Leitung."),
            ("es", "\"Escríbanos por mensaje privado\", escribí hace dos semanas y nadie contesta."),
            ("es", "Gracias por su respuesta automática, mi factura sigue mal."),
            ("fr", "\"Contactez-nous en message privé\", je l'ai fait il y a deux semaines, aucune réponse."),
            ("fr", "Merci pour votre réponse automatique, ma facture est toujours fausse."),
            ("it", "\"Ci scriva in privato\", ho scritto due settimane fa e nessuno risponde."),
            ("it", "Grazie per la risposta automatica, la bolletta è ancora sbagliata."),
            ("pt", "\"Envie uma mensagem privada\", enviei há duas semanas e ninguém responde."),
            ("pt", "Obrigado pela resposta automática, a fatura continua errada."),
            ("nl", "\"Stuur ons een privébericht\", gedaan, al twee weken geen reactie."),
            ("nl", "Bedankt voor jullie standaardantwoord, mijn rekening klopt nog steeds niet."),
            ("cs", "\"Napište nám do zprávy\", napsal jsem a dva týdny ticho."),
            ("cs", "Děkujeme za automatickou odpověď, faktura je pořád špatně."),
            ("uk", "«Напишіть в особисті», написав, два тижні тиша."),
            ("tr", "\"Özel mesaj atın\" dediler, attım, iki haftadır cevap yok."),
            ("sk", "Vážení, balík sa stratil a nikto to nerieši. S pozdravom Ján"),
            ("en", "An apology does not unflood my kitchen. Fix the machine you sold me."),
            ("pl", "Podobno \"cenią moją opinię\", szkoda że telefonu nie odbierają."),
            ("ru", "Посоветовали написать на почту, написала, месяц без ответа."),
            ("ru", "Говорят, что им «важно моё мнение», а трубку не берут."),
            ("ru", "Банк передал вопрос специалистам, специалисты молчат третью неделю."),
            ("es", "Me pidieron que escribiera un correo, lo hice y llevo un mes sin respuesta."),
            ("fr", "On m'a dit d'écrire un mail, c'est fait, un mois sans réponse."),
            ("it", "Mi hanno detto di scrivere una mail, fatto, un mese senza risposta."),
            ("pt", "As desculpas não secam a minha cozinha, arranjem a máquina."),
            ("cs", "Prý mám napsat e-mail, napsala jsem, měsíc bez odpovědi."),
            ("uk", "Вибачення кухню не висушать, полагодьте машинку."),
        ])
    func `a customer who quotes a company's formulae is`(language: String, text: String) {
        let values = values(text, language)
        #expect(values.allSatisfy { $0 >= Scorer.threshold }, "\(values) \(text)")
    }

    @Test(
        arguments: [
            ("en", "My flight was delayed, yet the crew kept us informed and fed. Thank you!"),
            ("en", "Lost my card on holiday and the bank sent a new one to the hotel. Lifesavers!"),
            ("en", "Thought I would be ignored, instead I got a full refund in ten minutes. Five stars."),
            (
                "pl",
                "Kurier się spóźnił, za to przeprosił i wniósł lodówkę na czwarte piętro. Wielkie dzięki!"
            ),
            ("pl", "Pralka ciekła, serwisant przyjechał po godzinie i naprawił. Pełen profesjonalizm."),
            ("ru", "Потеряла карту за границей, банк выручил, новую привезли за день."),
            ("de", "Karte verloren, die Bank hat am nächsten Tag eine neue geschickt. Klasse."),
            ("en", "Kudos to the driver who came back with the box I had left on the bus."),
            (
                "en",
                "Cake arrived squashed, they baked another one and drove it over before the party. Thank you!"
            ),
            ("pl", "Tort dojechał zgnieciony, upiekli nowy i przywieźli przed przyjęciem. Dziękuję!"),
            ("pl", "Najpierw policzyli za dużo, tego samego dnia oddali i przeprosili. Uczciwa firma."),
            ("ru", "Сломалась молния, через два дня прислали новую куртку. Очень приятно удивлена."),
            (
                "de",
                "Die Torte kam zerdrückt an, sie haben eine neue gebacken und vor der Feier gebracht. Danke!"
            ),
            ("de", "Zuerst zu viel berechnet, am selben Tag erstattet und sich entschuldigt. Faire Firma."),
            ("fr", "Le gâteau est arrivé écrasé, ils en ont refait un et l'ont livré avant la fête. Merci !"),
            ("cs", "Dort přijel pomačkaný, upekli nový a přivezli ho před oslavou. Děkuji!"),
        ])
    func `praise for a trouble that was put right is not`(language: String, text: String) {
        let values = values(text, language)
        #expect(values.allSatisfy { $0 < Scorer.threshold }, "\(values) \(text)")
    }

    @Test(
        arguments: [
            ("en", "Bravo! My flight is cancelled and nobody is at the desk."),
            ("pl", "Gratulacje, trzeci dzień bez prądu."),
            ("pl", "Cudownie, znów naliczyli mi podwójną opłatę."),
            ("ru", "Молодцы, третий день без света."),
            ("ru", "Супер, опять сняли дважды."),
            ("de", "Glückwunsch, dritter Tag ohne Strom."),
            ("en", "Brilliant, the plumber came on the wrong day. Again."),
            ("en", "Lovely. Cold chips, warm beer and a waiter on his phone."),
            ("en", "Great stuff, train number three cancelled this week."),
            ("en", "Award winning support? They hung up on me three times."),
            ("pl", "Dzięki wielkie za zepsute wesele."),
            ("ru", "Спасибо огромное за испорченный праздник."),
            ("ru", "Замечательно, третий поезд за неделю отменён."),
            ("de", "Wunderbar, das Update hat alle meine Fotos gelöscht."),
            ("es", "Enhorabuena al repartidor, la tele en un charco."),
            ("it", "Grazie per averci rovinato la festa."),
            ("cs", "Děkuji za zkaženou oslavu."),
            ("tr", "Tebrikler, kargom yine kayboldu."),
        ])
    func `praise that stings is`(language: String, text: String) {
        let values = values(text, language)
        #expect(values.allSatisfy { $0 >= Scorer.threshold }, "\(values) \(text)")
    }

    @Test(
        arguments: [
            ("es", "La conexión se corta cada noche y en soporte se ríen de mí."),
            ("es", "El ascensor lleva dos semanas estropeado y nadie viene."),
            ("es", "Cucarachas en la cocina, no coman aquí."),
            ("pt", "A internet cai todas as noites e o suporte desliga na minha cara."),
            ("pt", "O elevador está avariado há duas semanas e ninguém aparece."),
            ("pt", "Havia baratas na cozinha, não comam lá."),
            ("fr", "La connexion coupe tous les soirs et l'assistance me raccroche au nez."),
            ("fr", "L'ascenseur est en panne depuis deux semaines et personne ne vient."),
            ("fr", "Des cafards dans la cuisine, à fuir."),
            ("it", "La connessione cade ogni sera e l'assistenza riattacca."),
            ("it", "L'ascensore è guasto da due settimane e non viene nessuno."),
            ("it", "Scarafaggi in cucina, statene alla larga."),
            ("nl", "De verbinding valt elke avond weg en de helpdesk hangt op."),
            ("nl", "De lift is al twee weken stuk en er komt niemand."),
            ("nl", "Kakkerlakken in de keuken, niet gaan eten."),
            ("sk", "Internet padá každý večer a na podpore mi zložili."),
            ("sk", "Výťah je dva týždne pokazený a nikto nepríde."),
            ("sk", "V kuchyni šváby, nejedzte tam."),
            ("uk", "Інтернет зникає щовечора, а підтримка кидає слухавку."),
            ("uk", "Ліфт два тижні зламаний, і ніхто не приходить."),
            ("uk", "Таргани на кухні, не їжте тут."),
            ("tr", "İnternet her akşam kesiliyor, destek hattı yüzüme kapattı."),
            ("tr", "Asansör iki haftadır bozuk, kimse gelmiyor."),
            ("tr", "Mutfakta hamam böceği vardı, sakın yemeyin."),
            ("tr", "Yemek soğuktu, garson bizi görmezden geldi."),
        ])
    func `a plain complaint is, in languages without a labelled set`(language: String, text: String) {
        let values = values(text, language)
        #expect(values.allSatisfy { $0 >= Scorer.threshold }, "\(values) \(text)")
    }

    @Test(
        arguments: [
            ("es", "Muy buena calidad, lo volvería a comprar."),
            ("es", "¿Se puede pagar con tarjeta?"),
            ("pt", "Excelente qualidade, compraria de novo."),
            ("pt", "Dá para pagar com cartão?"),
            ("fr", "Très bonne qualité, je rachèterai."),
            ("fr", "Peut-on payer par carte ?"),
            ("it", "Ottima qualità, lo ricomprerei."),
            ("it", "Si può pagare con la carta?"),
            ("nl", "Heel goede kwaliteit, zou ik weer kopen."),
            ("nl", "Kun je met pin betalen?"),
            ("sk", "Veľmi dobrá kvalita, kúpila by som znova."),
            ("sk", "Dá sa platiť kartou?"),
            ("uk", "Дуже гарна якість, куплю ще."),
            ("uk", "Чи можна оплатити карткою?"),
            ("tr", "Kalitesi çok güzel, yine alırım."),
            ("tr", "Kartla ödeme yapılabiliyor mu?"),
        ])
    func `questions, news and praise in those languages are not`(language: String, text: String) {
        let values = values(text, language)
        #expect(values.allSatisfy { $0 < Scorer.threshold }, "\(values) \(text)")
    }
}
