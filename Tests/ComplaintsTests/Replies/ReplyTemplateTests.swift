@testable import Complaints
import TestSupport
import Testing

/// Templates of replies: what they say, and what is wrong with them.
struct ReplyTemplateTests {
    private func filled(_ text: String, _ facts: [ReplyFact: String]) throws -> String {
        try ReplyTemplate.read(text).get().filled(with: facts)
    }

    @Test(arguments: [
        ("Dear {{author}}, {{ number }}", "Dear Ann <3, 42"),
        ("{{#author}}Dear {{author}}{{/author}}{{^author}}Hello{{/author}}!", "Dear Ann <3!"),
        ("{{#link}}at {{link}}{{/link}}{{^link}}nowhere{{/link}}", "nowhere"),
        ("a\n{{#author}}\nb\n{{/author}}\nc\n", "a\nb\nc"),
        ("a\n{{^author}}\nb\n{{/author}}\nc", "a\nc"),
        ("{{! only for us }}\na {{! and here }}b", "a b"),
        ("{{#author}}{{#number}}both{{/number}}{{/author}}", "both"),
    ])
    func `facts are put in as they are, and sections stand where they are known`(
        template: String, text: String
    ) throws {
        #expect(try filled(template, [.author: "Ann <3", .number: "42"]) == text)
    }

    @Test func `a fact that is not known is no reply with a hole`() throws {
        #expect(throws: ReplyTemplate.Missing(fact: .due)) { try filled("by {{due}}", [:]) }
    }

    @Test(arguments: [
        ("Hi\n  {{autor}}", 2, 3, ReplyTemplate.Fault.What.unknown("autor")),
        ("{{#author}}x", 1, 1, .unclosed("author")), ("x{{/author}}", 1, 2, .unopened("author")),
        ("x {{author", 1, 3, .torn), ("{{>other}}", 1, 1, .unsupported(">")),
        ("{{{author}}}", 1, 1, .unsupported("{")), ("{{#note}}{{/note}}", 1, 1, .unknown("note")),
    ])
    func `a fault is told with its place`(
        text: String, line: Int, column: Int, what: ReplyTemplate.Fault.What
    ) {
        guard case .failure(let faulty) = ReplyTemplate.read(text) else {
            Issue.record("no fault in \(text)")
            return
        }
        #expect(faulty.faults == [ReplyTemplate.Fault(line: line, column: column, what: what)])
    }

    @Test(arguments: [
        ("en", "27 November 2026, 17:00"), ("pl", "27 listopada 2026, 17:00"),
        ("ru", "27 ноября 2026, 17:00"),
        ("de", "27. November 2026, 17:00"), ("ja", "2026-11-27, 17:00"),
    ])
    func `a time is written as the language writes it`(language: String, text: String) throws {
        let zone = try #require(Zone("Europe/Warsaw"))
        #expect(zone.publicText(instant("2026-11-27T16:00:00Z"), language: language) == text)
    }

    @Test func `an end at midnight is the day that ends`() throws {
        let zone = try #require(Zone("Europe/Warsaw"))
        #expect(zone.publicText(instant("2026-11-27T23:00:00Z"), language: "en") == "27 November 2026")
    }
}
