import Testing

@testable import Complaints

/// Appeals to the law, and what only sounds like them.
struct LegalFactsTests {
    @Test(
        arguments: [
            ("I will sue you", "en"), ("My solicitor will write to you", "en"),
            ("See you in small claims court", "en"),
            ("Reported to Trading Standards", "en"), ("I filed a CFPB complaint", "en"),
            ("The ombudsman will hear of it", "en"), ("My bank has started a chargeback", "en"),
            ("Under the Consumer Rights Act I may return it", "en"), ("I won't hesitate to sue you", "en"),
            ("I have reported it to the police", "en"), ("Section 75 applies", "en"),
            ("Sprawa trafi do sądu", "pl"), ("Zgłaszam do UOKiK", "pl"),
            ("Powiadomię rzecznika konsumentów", "pl"),
            ("Na podstawie art. 27 ustawy odstępuję", "pl"), ("Korzystam z rękojmi", "pl"),
            ("Pójdę na policję", "pl"),
            ("Kieruję pozew", "pl"), ("Zawiadomię prokuraturę", "pl"), ("Подам в суд", "ru"),
            ("Жалоба ушла в Роспотребнадзор", "ru"), ("По ст. 18 вы обязаны", "ru"),
            ("Нарушен закон о защите прав потребителей", "ru"),
            ("Обращусь в прокуратуру", "ru"), ("Пишу жалобу в ЦБ", "ru"), ("Мой юрист готовит иск", "ru"),
            ("Напишу финансовому уполномоченному", "ru"), ("Ich gehe zum Anwalt", "de"),
            ("Die Verbraucherzentrale ist informiert", "de"), ("Beschwerde bei der BaFin", "de"),
            ("Nach § 437 BGB", "de"), ("Der Ombudsmann prüft das", "de"), ("Wir sehen uns vor Gericht", "de"),
            ("Ich erstatte Strafanzeige", "de"), ("Obrátím se na ČOI", "cs"), ("Dám to k soudu", "cs"),
            ("Obrátim sa na obchodnú inšpekciu", "sk"), ("Звернусь до Держпродспоживслужби", "uk"),
            ("Je saisis la DGCCRF", "fr"), ("Pondré una denuncia", "es"), ("Mi rivolgo al tribunale", "it"),
            ("Vou ao Procon", "pt"), ("Ik schakel een advocaat in", "nl"),
        ])
    func `an appeal to the law is found and told`(text: String, language: String) {
        let facts = Facts(text, language: language)
        #expect(facts.isLegal, "\(text): \(facts.reasons(in: text))")
        #expect(facts.reasons(in: text).contains { $0.hasPrefix("appeals to the law") })
    }

    @Test(
        arguments: [
            ("The tennis court was wet", "en"), ("Lunch in the food court was cold", "en"),
            ("The suit does not fit", "en"), ("Sue at the desk was lovely", "en"),
            ("No lawyer needed, it was solved", "en"),
            ("My mother in law liked it", "en"), ("I don't need a solicitor", "en"),
            ("Of course I paid", "en"),
            ("Kurs na prawo jazdy odwołany", "pl"), ("Sądzę, że to za drogo", "pl"),
            ("Ustawiłam to w ustawieniach", "pl"),
            ("Obyło się bez sądu", "pl"), ("Rzecznik prasowy milczy", "pl"), ("Судак был пересолен", "ru"),
            ("Суть проста: дорого", "ru"), ("Посуда разбита", "ru"),
            ("Обслуживаете только юридических лиц", "ru"),
            ("Обошлись без суда", "ru"), ("Курс ЦБ вырос", "ru"), ("Das Gericht war versalzen", "de"),
            ("Die Anzeige am Gerät ist dunkel", "de"), ("Kein Anwalt nötig, alles gut", "de"),
        ])
    func `what only sounds like the law is no appeal`(text: String, language: String) {
        let facts = Facts(text, language: language)
        #expect(!facts.isLegal, "\(text): \(facts.reasons(in: text))")
    }
}
