import Testing

@testable import Complaints

/// A company's own reply is told from a customer's text, and praise from a complaint.
struct OfficialReplyTests {
    @Test(
        arguments: [
            (
                "Dear guest, thank you for your review. We apologise for the noise. Please write to us at desk@inn.example.",
                "en"
            ), ("@jo We're sorry about this. Can you DM us your reference? ^MB", "en"),
            (
                "Szanowni Państwo, dziękujemy za opinię i przepraszamy za niedogodności. Prosimy o kontakt z naszym biurem.",
                "pl"
            ),
            (
                "Здравствуйте, Мария! Приносим извинения, передали информацию коллегам. Напишите нам номер заказа.",
                "ru"
            ),
            (
                "Sehr geehrter Herr Lang, es tut uns leid. Bitte wenden Sie sich an unseren Kundenservice. Freundliche Grüße",
                "de"
            ), ("Vážený zákazníku, děkujeme za zpětnou vazbu a omlouváme se. Kontaktujte nás.", "cs"),
            ("Vážený zákazník, ospravedlňujeme sa. Napíšte nám. S pozdravom, váš tím", "sk"),
            ("Вітаємо! Дякуємо за відгук, перевіримо ситуацію. Надішліть номер замовлення.", "uk"),
            ("Bonjour, nous sommes désolés. Contactez-nous au service clientèle. Cordialement", "fr"),
        ])
    func `a company's own reply is known by its shape`(text: String, language: String) {
        let facts = Facts(text, language: language)
        #expect(facts.isOfficialReply, "\(text): \(facts.reasons(in: text))")
        #expect(!Scorer().score(text, language: language).isFlagged)
    }

    @Test(
        arguments: [
            ("Dear bank, my card was swallowed and I get no reply. Kind regards, Ann", "en"),
            (
                "All I got was \"we are sorry to hear that, please contact us\". I have no heating and my baby is cold.",
                "en"
            ), ("Szanowni Państwo, moja paczka nie dotarła, żądam zwrotu. Z poważaniem, Ewa", "pl"),
            (
                "Odpowiedź: \"przykro nam, prosimy o kontakt\". Dzwoniłam, ja już nie mam siły, nikt nie odbiera.",
                "pl"
            ),
            ("Здравствуйте! У меня списали деньги, мне никто не отвечает. С уважением, Нина", "ru"),
            (
                "Мне ответили «приносим извинения, передали информацию», но я так и жду, деньги мои не вернули",
                "ru"
            ),
            (
                "Sehr geehrte Damen und Herren, ich warte seit Wochen auf mein Paket. Mit freundlichen Grüßen",
                "de"
            ),
            ("Hallo, mein Konto ist gesperrt, bitte melden Sie sich bei mir", "de"),
        ])
    func `a customer who greets, or quotes a reply, still complains`(text: String, language: String) {
        let facts = Facts(text, language: language)
        #expect(!facts.isOfficialReply, "\(text): \(facts.reasons(in: text))")
    }

    @Test(
        arguments: [
            ("No complaints at all", "en"), ("Nothing to complain about", "en"), ("Nie mam zastrzeżeń", "pl"),
            ("Нареканий нет", "ru"), ("Es gibt nichts zu meckern", "de"), ("Není co vytknout", "cs"),
            ("Немає претензій", "uk"), ("Rien à redire", "fr"),
        ])
    func `words of complaint that praise are praise`(text: String, language: String) {
        #expect(Facts(text, language: language).isPraise, "\(text)")
        #expect(!Scorer().score(text, language: language).isFlagged)
    }

    @Test(
        arguments: [
            "No complaints but for the hotline: nobody answers, I was on hold for an hour",
            "@grid why is the power still off? \"We're working on it\" is not an answer",
        ])
    func `praise or a reply that is only mentioned does not hide a complaint`(text: String) {
        let facts = Facts(text, language: "en")
        #expect(!facts.isPraise && !facts.isOfficialReply, "\(facts.reasons(in: text))")
    }
}
