import Complaints
import Testing

@testable import Reading

/// Pages whose markup is a sample of the reviews that they show.
struct PartialMarkupTests {
    private static let opinions = [
        "The parcel came a week late and nobody answered my letters.",
        "Quick delivery, the box was whole and the courier polite.",
        "I waited forty minutes at the counter to hand one thing back.",
        "They charged my card twice and gave the money back in a month.",
        "The lid broke on the second day, the shop sent a new one.",
        "A good price, though the manual is only in Finnish.",
        "Works as it should, quiet enough for a small kitchen.",
        "The colour is not the one in the picture at all.",
        "My second order here, and again everything was in place.",
        "Support hung up on me three times, never again.",
    ]

    private static func block(_ i: Int, name: String) -> String {
        "<div class='\(name)'><span class='author'>Person \(["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"][i])nders</span>"
            + "<time datetime='2024-03-\(10 + i)'>\(10 + i) March 2024</time><span class='rating' title='\(1 + i % 5) out of 5'></span>"
            + "<p class='text'>\(opinions[i])</p></div>"
    }

    private static func page(stated: [(String, String)], name: String = "review", shown: Int = 10) -> String {
        let reviews = stated.map {
            #"{"@type":"Review","author":{"@type":"Person","name":"\#($0.0)"},"reviewRating":{"ratingValue":1,"bestRating":5},"reviewBody":"\#($0.1)"}"#
        }
        return """
            <html lang=en><head><title>Kettle</title><script type="application/ld+json">
            {"@type":"Product","name":"Kettle","review":[\(reviews.joined(separator: ","))]}</script></head><body><h1>Kettle</h1>
            <div class="\(name)s">\((0..<shown).map { block($0, name: name) }.joined())</div></body></html>
            """
    }

    @Test(arguments: [1, 2, 3])
    func `a sample in the markup is joined by the other reviews shown`(count: Int) throws {
        let stated = (0..<count).map { ("Person \(["A", "B", "C"][$0])nders", Self.opinions[$0]) }
        let records = try Written.records(Self.page(stated: stated))
        #expect(records.map(\.text) == Self.opinions)
        #expect(records.prefix(count).allSatisfy { $0.via == .jsonLD && $0.rating?.value == 1 })
        #expect(records.allSatisfy { $0.published != nil && $0.author != nil })
        #expect(records.dropFirst(count).allSatisfy { $0.via == .pattern })
    }

    @Test func `a text that the markup cuts short is known again, and completed`() throws {
        let cut = ("Person A.", String(Self.opinions[0].prefix(50)) + "...")
        let records = try Written.records(Self.page(stated: [cut]))
        #expect(records.count == 10)
        #expect(records.first?.author == "Person A.")
    }

    static let whole: [(String, String)] = [
        ("comments beside the review", page(stated: [("Person Anders", opinions[0])], name: "comment")),
        ("others' reviews", page(stated: [("Someone", "A text that the page does not show at all.")])),
        (
            "few more",
            page(stated: [("Person Anders", opinions[0]), ("Person Bnders", opinions[1])], shown: 3)
        ),
        (
            "one text in many hands",
            page(
                stated: (0..<2).map { _ in ("Person Anders", opinions[0]) } + [
                    ("X", "Not shown on this page.")
                ])
        ),
    ]

    @Test(arguments: whole)
    func `markup that is no sample of a list of reviews is left alone`(what: String, html: String) throws {
        #expect(try Written.records(html).allSatisfy { $0.via == .jsonLD })
    }
}
