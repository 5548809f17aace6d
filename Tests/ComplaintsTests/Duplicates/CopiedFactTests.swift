import Testing

@testable import Complaints

/// Copies in which one thing is another, facts written otherwise, and quotes.
struct CopiedFactTests {
    private static let story =
        "We booked a cabin by the lake for %, the roof leaked on our beds the whole night and the landlord told us to move the table under it."

    private static func told(_ fact: String) -> String {
        let parts = story.split(separator: "%")
        return parts[0] + fact + parts[1]
    }

    @Test(
        arguments: [
            ("12.05.2024", "12 May 2024"), ("5 March", "March 5th"), ("1 200 zł", "1200,00 zł"),
            ("1200 zł", "1.200 PLN"),
        ])
    func `the same fact written otherwise is the same`(one: String, other: String) {
        let verdict = compare(ComparedText(text: Self.told(one)), ComparedText(text: Self.told(other)))
            .verdict
        #expect(verdict == .edited || verdict == .same)
    }

    @Test(
        arguments: [
            ("two hundred", "three hundred"), ("dwieście", "trzysta"), ("двести", "триста"),
            ("zweihundert", "fünfhundert"), ("forty", "sixty"), ("the third floor", "the fourth floor"),
        ])
    func `figures in words are facts`(one: String, other: String) {
        let verdict = compare(ComparedText(text: Self.told(one)), ComparedText(text: Self.told(other)))
            .verdict
        #expect(verdict == .different || verdict == .related)
    }

    @Test func `under two names one other word makes two complaints`() {
        let one = ComparedText(text: Self.told("a wedding"), author: "moth_7", site: "a.example")
        let other = ComparedText(text: Self.told("a funeral"), author: "zibi", site: "b.example")
        #expect(compare(one, other).verdict == .related)
    }

    @Test(
        arguments: [
            (
                "Mein Zug ab % fiel am 9. Mai ohne ein Wort aus und niemand am Schalter wollte uns helfen.",
                "Kassel", "Ulm"
            ),
            (
                "Наш поезд от города % 9 мая отменили без объяснений, и никто в кассе не захотел помочь.",
                "Тверь", "Омск"
            ),
            (
                "El tren desde % fue cancelado el 9 de mayo sin avisar y nadie en la taquilla nos quiso ayudar.",
                "Lugo", "Vigo"
            ),
        ])
    func `another place makes another complaint, whatever leads to it`(
        story: String, one: String, other: String
    ) {
        func told(_ place: String) -> ComparedText {
            ComparedText(text: story.split(separator: "%").joined(separator: place))
        }
        let verdict = compare(told(one), told(other)).verdict
        #expect(verdict == .different || verdict == .related)
    }

    @Test(
        arguments: [
            "“%” – but ours was dry and warm all the time", "«%»\nours was dry and warm all the time",
            "Quote: %\nours was dry and warm all the time", "Zitat von Mia: %\n\nbei uns war alles trocken",
            "<blockquote class=\"q\">%</blockquote>ours was dry and warm",
        ])
    func `what is quoted is not one's own`(form: String) {
        let parts = form.split(separator: "%", omittingEmptySubsequences: false)
        let own = ownWords(parts[0] + Self.told("a week") + parts[1])
        #expect(!own.contains("landlord"))
        #expect(own.contains("dry") || own.contains("trocken"))
    }

    @Test(arguments: ["“%”", "He said “sorry, no” and: %"])
    func `a text that is hardly more than its quote is left as it is`(form: String) {
        let parts = form.split(separator: "%", omittingEmptySubsequences: false)
        #expect(ownWords(parts[0] + Self.told("a week") + parts[1]).contains("landlord"))
    }
}
