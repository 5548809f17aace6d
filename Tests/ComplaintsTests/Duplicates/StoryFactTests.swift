import Testing

@testable import Complaints

struct StoryFactTests {
    private func facts(_ text: String) -> [StoryFact] {
        let folded = FoldedText(text)
        return StoryFactScanner(folded, words: folded.words, original: text).facts()
    }

    @Test(
        arguments: [
            ("I paid $1,200 at once", "I paid 1200 dollars at once"), ("paid €1.200,50", "paid 1 200,50 EUR"),
            ("zapłaciłam 1 200,50 zł", "zapłaciłam 1200.50 PLN"), ("отдал 35 000 рублей", "отдал 35000 ₽"),
            ("es waren 1.200 Euro", "es waren 1200 €"), ("stálo to 1 200 Kč", "stálo to 1200 korun"),
            ("£85 gone", "85 pounds gone"), ("списали 200000,00р", "списали 200 000 руб."),
        ])
    func `a sum is the same however it is written`(a: String, b: String) throws {
        let (one, other) = (try #require(facts(a).first), try #require(facts(b).first))
        #expect(one.kind == .sum)
        #expect(other.kind == .sum)
        #expect(one.isSame(as: other), "\(one) \(other)")
    }

    @Test(
        arguments: [
            ("on 3 March", "on 03/03/2024"), ("on March 3rd, 2024", "on 2024-03-03"),
            ("3 marca 2024", "03.03.2024"),
            ("21 августа", "21.08.2023"), ("am 14. Mai", "am 14.05.2024"), ("3. března", "3.3.2024"),
            ("on 3/14/2024", "on 14 March 2024"), ("21 sierpnia 2023 r.", "21.08.23"),
        ])
    func `a date is the same in words and in figures`(a: String, b: String) throws {
        let one = try #require(facts(a).first { $0.kind == .date })
        let other = try #require(facts(b).first { $0.kind == .date })
        #expect(one.isSame(as: other), "\(one) \(other)")
    }

    @Test(
        arguments: [
            ("3 March", "9 April"), ("03.03.2024", "03.03.2023"), ("3 marca", "4 marca"),
            ("14.05.2024", "15.05.2024"),
            ("$1,200", "$1,300"), ("1 200,50 zł", "1 200,05 zł"), ("order 483920", "order 483921"),
            ("заказ № 4839", "заказ № 4840"), ("um 17:30", "um 18:30"), ("two weeks", "three weeks"),
        ])
    func `another value is another fact`(a: String, b: String) throws {
        let (one, other) = (try #require(facts(a).first), try #require(facts(b).first))
        #expect(!one.isSame(as: other))
        #expect(one.isOfKind(of: other))
    }

    @Test(
        arguments: [
            ("Order no. 5521 is late", StoryFact.Kind.order), ("Bestellung 483920 fehlt", .order),
            ("reklamace č. 77120/24", .order), ("call +48 601 202 303 now", .phone),
            ("przyszli o 17:30", .time),
            ("the model XR250Z broke", .order), ("wróciłam w poniedziałek", .weekday),
        ])
    func `a fact has its kind`(text: String, kind: StoryFact.Kind) {
        #expect(facts(text).contains { $0.kind == kind }, "\(facts(text))")
    }

    @Test(
        arguments: [
            ("sklep w Warszawie", "jadę z Warszawy", true), ("магазин в Москве", "приехал из Москвы", true),
            ("the shop in Leeds", "the shop in Bristol", false), ("obchod v Brně", "obchod v Plzni", false),
            ("die Filiale in Köln", "die Filiale in Bonn", false),
        ])
    func `a place is the same in every case of its language`(a: String, b: String, isSame: Bool) throws {
        let one = try #require(facts(a).first { $0.kind == .name && $0.isPlace })
        let other = try #require(facts(b).first { $0.kind == .name && $0.isPlace })
        #expect(one.isSame(as: other) == isSame)
    }

    @Test func `plain words are no facts`() {
        #expect(facts("The clerk was rude. Nobody helped us, and the coffee was cold.").isEmpty)
        #expect(facts("").isEmpty)
    }
}
