import Complaints
import Foundation
import Testing

@testable import Settings

/// Ladders, promises and templates as people write them.
struct LadderSettingsTests {
    private func faults(_ ladder: String) throws -> [String] {
        let text = "clocks:\n  - { name: answer, within: 48h, until: reply }\n" + ladder
        return try ConfigFolder(["ombud.yaml": "", "policies/p.yaml": text]).faults()
    }

    @Test func `a ladder is read with every kind of time`() throws {
        let text = """
            clocks:
              - { name: answer, within: 48h, until: reply }
            ladder:
              - { who: lead, clock: answer, at: 80%, what: look }
              - { who: lead, clock: answer, before: 2h, what: look }
              - { who: head, clock: answer, at: due, what: look, told: our head of service }
              - { who: board, clock: answer, after: 1d, what: look, told: { pl: zarządu, de: den Vorstand } }
            promises: { at-risk: [90%, 4h] }
            """
        let folder = try ConfigFolder(["ombud.yaml": "", "policies/p.yaml": text])
        let policy = try #require(try folder.load().policies["p"])
        #expect(
            policy.ladder.map(\.when) == [
                .share(0.8), .before(.elapsed(.seconds(7200))), .due, .after(.calendarDays(1)),
            ])
        #expect(policy.ladder[2].told(in: "fr") == "our head of service")
        #expect(policy.ladder[3].told(in: "pl") == "zarządu" && policy.ladder[3].told(in: "en") == nil)
        #expect(policy.promiseRisk == PromiseRisk([.share(0.9), .before(.elapsed(.seconds(4 * 3600)))]))
    }

    @Test(arguments: [
        (
            "ladder:\n  - { who: a, clock: anwser, at: due, what: b }\n",
            "policies/p.yaml:4:22: there is no clock `anwser` in this policy; known are `answer`; did you mean `answer`?"
        ),
        (
            "ladder:\n  - { who: a, clock: answer, what: b }\n",
            "policies/p.yaml:4:5: a rung without a time; `before: 2wh`, `at: 80%`, `at: due` or `after: 1wd` is wanted"
        ),
        (
            "ladder:\n  - { who: a, clock: answer, before: 1h, after: 2h, what: b }\n",
            "policies/p.yaml:4:49: a rung has `before` and `after`; one of them is wanted"
        ),
        (
            "ladder:\n  - { who: a, clock: answer, at: 2h, what: b }\n",
            "policies/p.yaml:4:34: `at` is `2h`; a share such as 80%, or due, is wanted, and a limit belongs to `before` or `after`"
        ),
        (
            "ladder:\n  - { whom: a, clock: answer, at: due, what: b }\n",
            "policies/p.yaml:4:5: a rung without `who`; who is told is wanted\npolicies/p.yaml:4:7: unknown key `whom` in a rung; did you mean `who`?"
        ),
        (
            "promises: { at-risk: 120% }\n",
            "policies/p.yaml:3:22: `120%` is no share of the time; more than 0% and less than 100% is wanted"
        ),
    ])
    func `a fault of a ladder is told with its place`(ladder: String, says: String) throws {
        #expect(try faults(ladder).joined(separator: "\n") == says)
    }

    @Test func `a template is checked with the rest`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "", "templates/delayed.pl.mustache": "Do {{deu}}\n{{#author}}x\n",
            "templates/delayed.mustache": "x", "templates/README": "not a template {{",
        ])
        #expect(
            folder.faults() == [
                "templates/delayed.mustache:1:1: the name of a template is SITUATION.LANGUAGE.mustache, such as delayed.pl.mustache",
                "templates/delayed.pl.mustache:1:4: there is no `deu` to put in; did you mean `due`?",
                "templates/delayed.pl.mustache:2:1: `{{#author}}` is not closed; `{{/author}}` is wanted",
            ])
    }

    @Test func `every shipped situation is there in four languages`() throws {
        let configuration = try loadConfiguration(
            folder: Shipped.root.appending(path: "config"), environment: [:])
        let names = configuration.templates.keys
        let situations = Set(names.map(\.situation))
        #expect(
            situations == ["apology-received", "need-details", "delayed", "resolved", "rejected", "promise"])
        for situation in situations {
            for language in ["en", "pl", "ru", "de"] {
                #expect(
                    names.contains(.init(situation: situation, language: language)),
                    "\(situation).\(language)")
            }
        }
    }
}
