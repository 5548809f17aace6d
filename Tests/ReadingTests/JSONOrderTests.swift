import Complaints
import Testing

@testable import Reading

/// Dates in numbers in a JSON answer are read in one order, as those of a page are.
struct JSONOrderTests {
    private static let answer = """
        {"reviews": [
        {"id": 2, "author": "Zo&#235; O&#39;Hare", "rating": 1, "date": "20/11/2026",
        "text": "It never came."},
        {"id": 1, "author": "Ib", "rating": 4, "date": "03/11/2026", "text": "It came, but late."}]}
        """

    private static let rule = Rule(
        each: "$.reviews[*]", id: "$.id", author: "$.author", published: "$.date", text: "$.text")

    @Test(arguments: [nil, rule])
    func `one date whose order is plain decides for all`(rule: Rule?) throws {
        let now = Instant(seconds: 1_795_348_800)
        let page = try read(
            PageInput(
                bytes: Array(Self.answer.utf8), url: "https://api.example/r", rule: rule, now: now))
        let dates = page.records.map { $0.published?.instant.rfc3339().prefix(10) }
        #expect(dates == ["2026-11-20", "2026-11-03"])
        #expect(page.records.map(\.author) == ["Zoë O'Hare", "Ib"])
    }
}
