import Complaints
import Testing

@testable import Settings

/// Fields of rules as maps, and rules that were written by the program.
struct RuleSettingsTests {
    private func rule(_ lines: String) throws(Faults) -> Rule? {
        let head =
            "subject: A\nsources:\n  - name: a\n    url: https://a.example/\n    every: 1h\n    read:\n"
        return try readWatchlist(head + lines, file: "a.yaml").sources.first?.rule
    }

    static let rules = [
        Rule(each: "li", text: "p"),
        Rule(
            each: "article.review", id: .init("@id", match: "c-(\\d+)", as: .number), url: "a@href",
            author: .init(".a || .b", match: "it's \"(.+)\"", join: " ", as: .line),
            published: .init(".d", order: .mdy, format: "dd.MM.yy"),
            rating: .init(at: ".s", match: "x", as: "4 z 6", best: 6, worst: 1.5, reversed: true),
            title: "h3[title=\"a, b\"]", text: .init("p", join: "\n"),
            reply: .init(each: ".r", author: "b", published: .init("i", format: "seconds"), text: "p"),
            next: "a[rel=next]", count: "#n"),
        Rule(each: "//div[@class='it''s']", text: "./p[contains(., \"#\")]: x"),
    ]

    @Test(arguments: rules)
    func `what a rule writes is read back`(rule: Rule) throws {
        #expect(try self.rule(rule.yaml(indent: 6)) == rule)
    }

    static let faults: [(String, String)] = [
        (
            "author: { match: x }",
            "a.yaml:8:15: a field of a rule without `at`; the selector of its text is wanted"
        ),
        (
            "author: { at: b, match: \"(\" }",
            "a.yaml:8:31: `match` is `(`, not a regular expression; look at its brackets, and write \\( for a "
                + "bracket itself"
        ),
        (
            "author: { at: b, as: date }",
            "a.yaml:8:28: `author` is `as: date`; only `published` is a date; text, line or number is wanted"
        ),
        (
            "author: { at: b, order: DMY }",
            "a.yaml:8:24: unknown key `order` in a field of a rule; only `published` has it"
        ),
        (
            "author: { at: b, regex: x }",
            "a.yaml:8:24: unknown key `regex` in a field of a rule; did you mean `match`?"
        ),
        (
            "published: { at: b, order: DYM }",
            "a.yaml:8:34: `order` is `DYM`; DMY, MDY or YMD is wanted; did you mean `DMY`?"
        ),
        (
            "published: { at: b, format: \"dd MMM\" }",
            "a.yaml:8:35: `format` is `dd MMM`; a pattern such as dd.MM.yy HH:mm, or seconds or milliseconds is wanted, "
                + "with yyyy or yy, MM and dd in it"
        ),
        (
            "rating: { at: b, as: stars }",
            "a.yaml:8:28: `as` is `stars`, without a number; an example such as 4 z 5 is wanted"
        ),
    ]

    @Test(arguments: faults)
    func `a faulty map is told at its place`(line: String, fault: String) {
        #expect { try rule("      each: li\n      \(line)\n") } throws: { "\($0)".contains(fault) }
    }
}
