import Foundation
import TestSupport
import Testing

@testable import Complaints

struct ScorerTests {
    static let scorer = Scorer(ShippedModelFile.model)

    @Test(
        arguments: [
            "Terrible service, they never answered and I want my money back.",
            "The phone stopped working after two days and support ignored me. Avoid!",
            "Not good at all, rude staff and overpriced.",
            "Nie polecam! Paczka nie dotarła, infolinia nie odpowiada, oszuści.",
            "Skandal. Sprzęt wadliwy, reklamacja odrzucona, zero kontaktu.",
            "Ужасный банк, навязали страховку и не отвечают на звонки. Мошенники!",
            "Интернет опять не работает, поддержка молчит, верните деньги.",
            "Die Heizung ist seit einer Woche kaputt, der Kundendienst meldet sich nicht. Frechheit!",
            "Přestal fungovat po týdnu, reklamace trvá dva měsíce, nedoporučuji.",
            "Terrible, the parcel never came", "The kettle leaks and the shop refuses to take it back.",
            "Okropne, paczka nigdy nie przyszła", "Wiszę na infolinii od godziny. Kpina.",
            "Ужасно, посылка так и не пришла", "Дважды сняли оплату и не возвращают.",
            "Furchtbar, das Paket kam nie an", "Der Zug fiel wieder aus und es gab keine Durchsage",
            "Příšerné, balík nikdy nepřišel", "Objednávka má dva týdny zpoždění a nikdo neodpovídá.",
        ])
    func `a plain complaint is flagged`(text: String) {
        let score = Self.scorer.score(text)
        #expect(score.isFlagged, "\(score)")
        #expect(!score.reasons.isEmpty)
    }

    @Test(
        arguments: [
            "Excellent service, friendly staff, highly recommended!", "No problem at all, great shop.",
            "Świetna obsługa, szybka wysyłka, polecam!", "Отличный банк, спасибо, всё быстро и вежливо.",
            "We open at nine tomorrow.", "Gdzie znajdę najbliższy sklep?", "Как оформить карту?", "",
            "   \n ", "!!!", "👍👍👍", "Super schnell geliefert, alles bestens, danke!",
            "Rychle dodáno, výborná kvalita, doporučuji.",
            "Does this charger fit the older model?", "Skąd mogę pobrać instrukcję?",
            "Где можно скачать инструкцию?", "Wo kann ich die Anleitung herunterladen?",
            "Hodí se tahle nabíječka ke staršímu modelu?", "Banka příští rok otevře dvě pobočky na severu.",
        ])
    func `praise and plain words are not`(text: String) {
        let score = Self.scorer.score(text)
        #expect(!score.isFlagged, "\(score)")
    }

    @Test(
        arguments: [
            (
                "Dear Ms Jones, we are sorry to hear of your experience. Please send us a direct message with "
                    + "your reference so we can look into it. Kind regards, Customer Service", "en"
            ),
            (
                "Dzień dobry, bardzo przepraszamy za opóźnienie. Prosimy o numer przesyłki w wiadomości "
                    + "prywatnej, wyjaśnimy sprawę. Pozdrawiamy, zespół obsługi", "pl"
            ),
            (
                "Добрый день, Олег! Приносим извинения за неудобства. Ваше обращение зарегистрировано и передано "
                    + "специалистам, мы сообщим Вам о результате. С уважением, служба поддержки банка", "ru"
            ),
            (
                "Sehr geehrter Herr Maier, wir bedauern den Vorfall und bitten um Entschuldigung. Bitte senden "
                    + "Sie uns Ihre Kundennummer. Mit freundlichen Grüßen, Ihr Serviceteam", "de"
            ),
        ])
    func `a company's own reply is not flagged`(text: String, language: String) {
        let score = Self.scorer.score(text, language: language)
        #expect(!score.isFlagged, "\(score)")
    }

    @Test(
        arguments: [
            (
                "en", "Broken on arrival, no refund, awful support.",
                "Works well, quick delivery, lovely support."
            ),
            (
                "de", "Kaputt angekommen, kein Geld zurück, furchtbar.",
                "Läuft gut, schnelle Lieferung, wunderbar."
            ),
            (
                "pl", "Przyszło zepsute, nie oddają pieniędzy, koszmar.",
                "Działa dobrze, szybka dostawa, cudowne."
            ),
            ("cs", "Přišlo rozbité, peníze nevrátili, hrůza.", "Funguje dobře, rychlé dodání, krása."),
            (
                "ru", "Пришло сломанное, деньги не возвращают, кошмар.",
                "Работает хорошо, быстрая доставка, супер."
            ),
            ("uk", "Прийшло зламане, гроші не повертають, жах.", "Працює добре, швидка доставка, чудово."),
            ("sk", "Prišlo rozbité, peniaze nevrátili, hrôza.", "Funguje dobre, rýchle dodanie, krása."),
            ("fr", "Arrivé cassé, pas de remboursement, honteux.", "Marche bien, livraison rapide, parfait."),
            ("es", "Llegó roto, no devuelven el dinero, horrible.", "Funciona bien, entrega rápida, genial."),
            ("it", "Arrivato rotto, nessun rimborso, orribile.", "Funziona bene, consegna rapida, perfetto."),
            (
                "pt", "Chegou quebrado, não devolvem o dinheiro, péssimo.",
                "Funciona bem, entrega rápida, ótimo."
            ),
            ("nl", "Kapot aangekomen, geen geld terug, slecht.", "Werkt goed, snelle levering, geweldig."),
        ])
    func `complaints score well above praise`(language: String, complaint: String, praise: String) {
        for stated in [language, nil] {
            let (bad, good) = (
                Self.scorer.score(complaint, language: stated).value,
                Self.scorer.score(praise, language: stated).value
            )
            #expect(bad > good + 0.2, "\(language): \(bad) and \(good)")
        }
    }

    @Test(arguments: [1.0, 2.0])
    func `one or two stars are flagged, whatever little is said`(stars: Double) {
        for text in ["", "The delivery took place on Monday.", "Było zimno, ale dobra kawa", "Так себе"] {
            #expect(Self.scorer.score(text, rating: Rating(value: stars, best: 5)).isFlagged)
        }
    }

    @Test func `one star under plain praise is doubted`() {
        let text = "Excellent, wonderful, perfect! Highly recommended, I love it, amazing and brilliant."
        let one = Rating(value: 1, best: 5)
        #expect(Self.scorer.score(text, rating: one).value < Self.scorer.score("", rating: one).value - 0.3)
    }

    @Test(arguments: [4.0, 5.0])
    func `four or five stars with mild words are not flagged`(stars: Double) {
        for text in [
            "A bit slow and a small issue with the app, but fine.", "Trochę drogo, długo czekałem",
            "Долго ждать", "",
        ] {
            #expect(!Self.scorer.score(text, rating: Rating(value: stars, best: 5)).isFlagged)
        }
    }

    @Test func `five stars under plain anger are flagged`() {
        let text = "Scam! They stole my money, liars, worst shop, horrible, avoid, stay away."
        #expect(Self.scorer.score(text, rating: Rating(value: 5, best: 5)).isFlagged)
    }

    @Test func `every reason is visible and signed`() throws {
        let score = Self.scorer.score(
            "Terrible, but the staff was friendly.", language: "en", rating: Rating(value: 1, best: 5))
        let reasons = Dictionary(score.reasons.map { ($0.what, $0.weight) }) { a, _ in a }
        #expect(try #require(reasons["1 of 5 stars"]) > 0)
        #expect(score.reasons.contains { $0.what.contains("Terrible") && $0.weight > 0 })
        #expect(score.reasons.contains { $0.what.contains("friendly") && $0.weight < 0 })
    }

    @Test(
        arguments: [
            "My lawyer will see you in court.", "Zgłaszam sprawę do UOKiK i do sądu.",
            "Подам в суд и напишу в Роспотребнадзор!", "Ich gehe zum Anwalt und zur Verbraucherzentrale.",
        ])
    func `an appeal to the law is noticed`(text: String) {
        #expect(Self.scorer.score(text).isLegal)
    }

    @Test(
        arguments: [
            ("The courier lost my parcel, delivery is three weeks late.", "delivery", "late"),
            ("Kurier zgubił paczkę, dostawa opóźniona o tydzień", "delivery", "late"),
            ("The app crashes at login after the update, stopped working", "app", "product fault"),
            (
                "Support: no answer, no response, nobody answers, still waiting for a reply", "service",
                "left alone"
            ),
            ("Сотрудник хамит, персонал грубый", "staff", "humiliated"),
        ])
    func `topic and cause come from the words`(text: String, topic: String, cause: String) {
        let score = Self.scorer.score(text)
        #expect(score.topic == topic)
        #expect(score.cause == cause)
    }

    @Test func `danger makes a complaint urgent`() {
        #expect(Self.scorer.score("Horrible: my child was poisoned and is in hospital.").urgency == .high)
        #expect(Self.scorer.score("Thanks, lovely day!").urgency == .low)
    }

    @Test func `a stated language is kept`() {
        #expect(Self.scorer.score("ok", language: "pl-PL").language == "pl")
    }

    @Test(
        arguments: [
            String(repeating: "terrible ", count: 50_000), String(repeating: "a", count: 1_000_000),
            String(repeating: "😡", count: 10_000), "\u{0}\u{0}", "\u{FEFF}\u{200B}",
            String(repeating: "\u{301}", count: 1000), "ЁЁЁЁЁЁЁ", "REFUND NOW", "http://", "@", "#",
        ])
    func `odd texts have sane scores`(text: String) {
        let score = Self.scorer.score(text)
        #expect(score.value > 0 && score.value < 1)
        #expect(score.reasons.allSatisfy { $0.weight.isFinite && $0.what.count < 200 })
    }

    @Test func `without a model stars and cues still count`() {
        let scorer = Scorer(nil)
        #expect(scorer.score("whatever", rating: Rating(value: 1, best: 5)).isFlagged)
        #expect(!scorer.score("whatever", rating: Rating(value: 5, best: 5)).isFlagged)
    }

    @Test(
        .needsCases("text/complaints.jsonl"),
        arguments: [
            ("complaints_acl19", 0.9), ("polemo2_medicine_sentences", 0.9), ("ceneo", 0.9),
            ("germeval2017", 0.85), ("alza_cs", 0.9), ("sentirueval_2015_telecom", 0.93),
            ("sentirueval_2015_banks", 0.97), ("gazprombank_banki_ru", 0.95),
        ])
    func `the shipped model knows the sets it was trained on`(set: String, least: Double) throws {
        struct Post: Decodable {
            var src: String
            var lang: String
            var text: String
            var complaint: Bool?
        }
        var scored: [(value: Double, isComplaint: Bool)] = []
        for line in try Cases.lines("text/complaints.jsonl") where line.range(of: Data(set.utf8)) != nil {
            let post = try JSONDecoder().decode(Post.self, from: line)
            guard post.src == set, let isComplaint = post.complaint, scored.count < 1500 else { continue }
            scored.append((Self.scorer.score(post.text, language: post.lang).value, isComplaint))
        }
        let auc = Self.areaUnderCurve(scored)
        #expect(auc >= least, "\(set): \(auc)")
    }

    /// The chance that a complaint scores above another text; ties count half.
    private static func areaUnderCurve(_ scored: [(value: Double, isComplaint: Bool)]) -> Double {
        let sorted = scored.sorted { $0.value < $1.value }
        var (below, area) = (0.0, 0.0)
        var index = 0
        while index < sorted.count {
            let tie = sorted[index...].prefix { $0.value == sorted[index].value }
            let complaints = Double(tie.count { $0.isComplaint })
            let others = Double(tie.count) - complaints
            area += complaints * (below + others / 2)
            below += others
            index += tie.count
        }
        let complaints = Double(scored.count) - below
        return complaints * below == 0 ? 0 : area / (complaints * below)
    }
}
