import Complaints
import Foundation
import Testing

@testable import Settings

/// Who gets cases, as `staff` in ombud.yaml says.
struct TeamSettingsTests {
    private static let office = """
        zone: Europe/Warsaw
        hours: { mon: ["09:00-17:00"] }
        """

    @Test func `a team is read with its hours, shares, skills and absences`() throws {
        let folder = try ConfigFolder([
            "calendars/pl.yaml": Self.office,
            "ombud.yaml": """
            staff:
              hand-out: automatic
              people:
                - { name: anna, calendar: pl, weight: 0.5, at-most: 20, languages: [PL, en], topics: refund, law: true,
                    subjects: [Acme], absent: ["2026-12-24..2027-01-02", 2026-11-11] }
                - { name: jan, calendar: { zone: UTC, hours: { tue: ["22:00-06:00"] } } }
                - name: night
            """,
        ])
        let team = try folder.load().team
        #expect(team.handOut == .automatic)
        #expect(team.people.map(\.name) == ["anna", "jan", "night"])
        let anna = try #require(team.people.first)
        #expect(anna.calendar.zone == "Europe/Warsaw" && anna.weight == 0.5 && anna.atMost == 20)
        #expect(anna.languages == ["pl", "en"] && anna.topics == ["refund"] && anna.subjects == ["Acme"])
        #expect(anna.knowsLaw && anna.absent.map { "\($0)" }.count == 2)
        #expect(team.people[1].calendar.hours[2]?.count == 1)
        #expect(team.people[2] == Colleague("night"))
    }

    @Test func `without staff, or with nobody, nothing is handed out by itself`() throws {
        for text in ["", "staff:", "staff: { people: }"] {
            #expect(try ConfigFolder(["ombud.yaml": text]).load().team == .none)
        }
    }

    @Test(arguments: [
        Faulty(
            "staff: { hand-out: auto, people: [{ name: a }] }",
            "ombud.yaml:1:20: `hand-out` is `auto`; by-hand or automatic is wanted"),
        Faulty(
            "staff: { hand-out: automatic }",
            "ombud.yaml:1:20: `hand-out` is automatic, but nobody is named; write them under `people`"),
        Faulty(
            "staff: { people: [{ name: a, weight: 0 }] }",
            "ombud.yaml:1:38: `weight` is `0`; a number above 0 and up to 10, such as 0.5 for half the work, is wanted"
        ),
        Faulty(
            "staff: { people: [{ name: a, language: polish }] }",
            "ombud.yaml:1:30: unknown key `language` in one of the staff; did you mean `languages`?"),
        Faulty(
            "staff: { people: [{ name: a, languages: [polish] }] }",
            "ombud.yaml:1:42: `polish` is no language code; one such as pl is wanted"),
        Faulty(
            "staff: { people: [{ name: a, topics: [refunds] }] }",
            "ombud.yaml:1:39: there is no topic `refunds`; known are `product`, `delivery`, `service`, `staff`, `price`, "
                + "`refund`, `warranty`, `app`, `privacy` and `other`; did you mean `refund`?"),
        Faulty(
            "staff: { people: [{ name: a, calendar: lp }] }",
            "ombud.yaml:1:40: there is no calendar `lp` in calendars/; write one"),
        Faulty(
            "staff: { people: [{ name: a, absent: [2026-12-24..2026-12-01] }] }",
            "ombud.yaml:1:39: `2026-12-24..2026-12-01` is no absence; a day such as 2026-12-24, or the first and the "
                + "last such as 2026-12-24..2027-01-02, is wanted"),
        Faulty(
            "staff: { people: [{ name: a }, { name: a }] }",
            "ombud.yaml:1:40: `a` is named twice, first on line 1; one of them is enough"),
        Faulty(
            "staff: { people: [{ weight: 1 }] }",
            "ombud.yaml:1:19: one of the staff without `name`; the name that they work under (`--as`, $OMBUD_USER or "
                + "the login) is wanted"),
    ])
    func `a fault in a team is told with its place`(faulty: Faulty) throws {
        #expect(try ConfigFolder(["ombud.yaml": faulty.text]).faults() == faulty.says)
    }

    @Test func `a policy says when a silent case is closed, and whether a next step is demanded`() throws {
        let clocks = "clocks: [{ name: answer, within: 2d, until: reply }]\n"
        let folder = try ConfigFolder([
            "ombud.yaml": "", "policies/a.yaml": "close: { after: 14d }\nnext-step: required\n" + clocks,
        ])
        let policy = try #require(try folder.load().policies["a"])
        #expect(policy.closeAfter == .seconds(14 * 86_400) && policy.nextStep == .required)
        let wrong = try ConfigFolder([
            "ombud.yaml": "", "policies/a.yaml": "close: {}\nnext-step: must\n" + clocks,
        ])
        #expect(
            wrong.faults() == [
                "policies/a.yaml:1:8: `close` without `after`; how long the customer has to be silent, such as 14d, "
                    + "is wanted",
                "policies/a.yaml:2:12: `next-step` is `must`; shown or required is wanted",
            ])
    }
}
