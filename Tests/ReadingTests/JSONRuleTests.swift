import Complaints
import Testing

@testable import Reading

/// What a rule of paths makes of a JSON answer, and what both ways of reading one share.
struct JSONRuleTests {
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

    @Test(arguments: [
        ("$.a || $.b", nil), ("$.a[?@.x || @.y] || $['p||q']", nil), ("$.a ||", "empty"),
        ("$.a || $.b[", "open"),
    ])
    func `a fallback is checked path by path`(selector: String, fault: String?) {
        #expect((selectorFault(selector) == nil) == (fault == nil))
    }

    @Test(arguments: [
        ("$.hits[*] || $[*]", #"[{"t": "One"}, {"t": "Two"}]"#),
        ("$.hits[*] || $[*]", #"{"hits": [{"t": "One"}, {"t": "Two"}], "more": {"t": "Three"}}"#),
        (
            "$.list[?@.kind == 'a' || @.kind == 'b']",
            #"{"list": [{"kind": "a", "t": "One"}, {"kind": "c", "t": "No"}, {"kind": "b", "t": "Two"}]}"#
        ),
    ])
    func `records are those of the first path that finds any`(each: String, answer: String) throws {
        let rule = Rule(each: each, text: "$.t || $.text")
        let page = try read(
            PageInput(
                bytes: Array(answer.utf8), url: "https://api.example/r", rule: rule, now: Instant(seconds: 0))
        )
        #expect(page.records.map(\.text) == ["One", "Two"])
    }
}
