import Complaints
import TestSupport
import Testing

/// What is recognised as a promise in invented replies, given on Wednesday 4 March 2026 at 10:00 in Warsaw.
struct PromiseFinderOtherTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let language: String
        let text: String
        /// Local due times; none for what is no promise.
        let dues: [String]
        var testDescription: String { text }

        init(_ language: String, _ text: String, _ dues: String) {
            self.language = language
            self.text = text
            self.dues = dues.split(separator: "|").map(String.init)
        }
    }

    static let cases: [Case] = [
        Case(
            "en", "A manager will ring you by Thursday evening and explain what happened.", "2026-03-05 17:00"
        ),
        Case("en", "We promise to have the new card with you within a week.", "2026-03-11 17:00"),
        Case("en", "The technician shall visit you on 12 March at 14:00.", "2026-03-12 14:00"),
        Case("en", "We're really sorry, Tom - you'll have your money back in 48 hours.", "2026-03-06 10:00"),
        Case("en", "We will deliver the missing parts the day after tomorrow.", "2026-03-06 17:00"),
        Case("en", "We will issue a credit note by the end of the month.", "2026-04-01 00:00"),
        Case("en", "Please call us on Monday, our staff will be glad to assist.", ""),
        Case("en", "We would love to hear from you by Friday.", ""),
        Case("en", "As soon as the bank confirms, we will pay you within 2 days.", ""),
        Case("en", "The parcel was delivered on Tuesday.", ""),
        Case("en", "We never promised delivery within 24 hours.", ""),
        Case("en", "We will do our best to improve.", ""),
        Case("en", "Tomorrow is a public holiday.", ""),
        Case("en", "Your order should arrive on Thursday.", ""),
        Case(
            "pl", "Kurier odbierze przesyłkę w czwartek, a nową dostarczymy w poniedziałek.",
            "2026-03-05 17:00|2026-03-09 17:00"),
        Case("pl", "Zwrócimy 120 zł na Pana konto w ciągu dwóch dni roboczych.", "2026-03-06 17:00"),
        Case("pl", "Przelew wyjdzie od nas jutro.", "2026-03-05 17:00"),
        Case("pl", "Do końca miesiąca prześlemy Państwu pełne wyjaśnienie.", "2026-04-01 00:00"),
        Case("pl", "Proszę czekać, technik przyjedzie pojutrze.", "2026-03-06 17:00"),
        Case("pl", "Uprzejmie prosimy o przesłanie paragonu w ciągu 7 dni.", ""),
        Case("pl", "Gdy otrzymamy towar, zwrócimy pieniądze w ciągu 3 dni.", ""),
        Case("pl", "Wczoraj wysłaliśmy do Pana odpowiedź, powinna dotrzeć do piątku.", ""),
        Case("pl", "Nie mogliśmy się z Panem skontaktować w czwartek.", ""),
        Case("pl", "Zachęcamy do odwiedzenia nas w sobotę.", ""),
        Case("pl", "Mamy nadzieję, że następnym razem będzie lepiej.", ""),
        Case("ru", "Компенсация поступит на ваш счёт до 20 марта.", "2026-03-20 17:00"),
        Case("ru", "Наш специалист позвонит вам сегодня до 17:00.", "2026-03-04 17:00"),
        Case("ru", "Через неделю мы пришлём вам новый прибор.", "2026-03-11 17:00"),
        Case("ru", "Обещаем решить вопрос к четвергу.", "2026-03-05 17:00"),
        Case("ru", "Просим вас подойти в отделение в понедельник.", ""),
        Case("ru", "Как только получим ответ банка, сообщим вам в течение дня.", ""),
        Case("ru", "Мы отправили посылку 2 марта.", ""),
        Case("ru", "Мы не сможем приехать в пятницу.", ""),
        Case("ru", "Надеемся, что в понедельник всё заработает.", ""),
        Case("de", "Ihr Geld überweisen wir Ihnen spätestens am Donnerstag.", "2026-03-05 17:00"),
        Case("de", "Ein Mitarbeiter wird Sie morgen kontaktieren.", "2026-03-05 17:00"),
        Case("de", "Bis Ende der Woche bekommen Sie eine Ersatzlieferung.", "2026-03-06 17:00"),
        Case("de", "Wir tauschen das Gerät innerhalb einer Woche aus.", "2026-03-11 17:00"),
        Case("de", "Sobald die Ware eintrifft, erstatten wir binnen 3 Tagen.", ""),
        Case("de", "Ihre Bestellung wurde am Montag versandt.", ""),
        Case("de", "Kommen Sie gern am Samstag vorbei.", ""),
        Case("de", "Leider können wir Ihnen bis Freitag nichts zusagen.", ""),
        Case("uk", "Відповімо вам до 15 березня.", "2026-03-16 00:00"),
        Case("uk", "Ми телефонували вам у п’ятницю.", ""),
        Case("cs", "Technik přijede zítra.", "2026-03-05 17:00"),
        Case("cs", "Volali jsme vám v pátek.", ""),
        Case("es", "Mañana le enviaremos un producto nuevo.", "2026-03-05 17:00"),
        Case("es", "Le llamamos el viernes pasado.", ""),
        Case("fr", "Votre colis arrivera demain.", "2026-03-05 17:00"),
        Case("fr", "Nous vous avons appelé vendredi.", ""),
    ]

    @Test func `nine of ten replies that no rule was made by are read as they are meant`() throws {
        let wrong = try Self.cases.filter { try PromiseReply.dues($0.text, $0.language) != $0.dues }
        #expect(wrong.count * 10 <= Self.cases.count, "\(wrong.map(\.text))")
    }
}
