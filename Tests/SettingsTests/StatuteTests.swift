import Complaints
import Foundation
import Testing

@testable import Settings

/// A worked example of every statute pack, on the calendar of its country. Each was counted by hand: the day of
/// receipt does not count, and "x=n" says that day x is day n.
struct StatuteTests {
    struct Worked: CustomTestStringConvertible, Sendable {
        var pack: String
        var calendar: String
        /// Local times; 24:00 is the end of that day.
        var opened: String
        var due: String
        /// When reasons for the longer limit were told, and what is due then.
        var extended: (said: String, due: String)?

        var testDescription: String { "\(pack), \(opened)" }
    }

    static let examples: [Worked] = [
        // 21 Mar is Saturday; 22 Mar=1, 31 Mar=10, 4 Apr=14: a Saturday. 5 Apr Easter, 6 Apr Easter Monday: 7 Apr.
        Worked(
            pack: "pl-consumer-art7a", calendar: "pl", opened: "2026-03-21 10:00", due: "2026-04-07 24:00"),
        // 3 Mar=1, 16 Mar=14, a Monday.
        Worked(
            pack: "pl-consumer-art7a", calendar: "pl", opened: "2026-03-02 10:00", due: "2026-03-16 24:00"),
        // The text of 30 days held until the end of 2022: 2 Dec=1, 31 Dec=30: a Saturday. 1 Jan is a holiday: 2 Jan.
        Worked(
            pack: "pl-consumer-art7a", calendar: "pl", opened: "2022-12-01 10:00", due: "2023-01-02 24:00"),
        // 2 Jun=1, 30 Jun=29, 1 Jul=30, a Wednesday. With reasons: 31 Jul=60, a Friday.
        Worked(
            pack: "pl-finance-art6", calendar: "pl", opened: "2026-06-01 10:00", due: "2026-07-01 24:00",
            extended: ("2026-06-30 12:00", "2026-07-31 24:00")),
        // 2, 3 Jun=1, 2; 4 Jun Corpus Christi; 5=3; 8-12=4-8; 15-19=9-13; 22, 23=14, 15.
        // With reasons: 24-26=16-18; 29 Jun-3 Jul=19-23; 6-10=24-28; 13-17=29-33; 20, 21=34, 35.
        Worked(
            pack: "pl-payments", calendar: "pl", opened: "2026-06-01 09:00", due: "2026-06-23 17:00",
            extended: ("2026-06-22 12:00", "2026-07-21 17:00")),
        // 2 Apr=1, 30 Apr=29, 16 May=45: a Saturday: Monday, 18 May.
        Worked(
            pack: "ru-consumer-art20", calendar: "ru", opened: "2026-04-01 12:00", due: "2026-05-18 24:00"),
        // 3 Mar=1, 9 Mar=7: day off, moved there from Sunday, 8 March: 10 Mar. With a check: 22 Mar=20, Sunday: 23 Mar.
        Worked(
            pack: "ru-consumer-art21", calendar: "ru", opened: "2026-03-02 12:00", due: "2026-03-10 24:00",
            extended: ("2026-03-05 12:00", "2026-03-23 24:00")),
        // 2 Jun=1, 11 Jun=10, a Thursday.
        Worked(
            pack: "ru-consumer-art22", calendar: "ru", opened: "2026-06-01 12:00", due: "2026-06-11 24:00"),
        // 3 Apr Good Friday, 6 Apr Easter Monday; 7-10=1-4; 13-17=5-9; 20-24=10-14; 27=15.
        // With reasons: 28-30=16-18; 1 May; 4-8=19-23; 11-13=24-26; 14 May Ascension; 15=27; 18-22=28-32; 25 May Whit
        // Monday; 26-28=33-35.
        Worked(
            pack: "eu-psd2-art101", calendar: "de", opened: "2026-04-02 11:00", due: "2026-04-27 17:00",
            extended: ("2026-04-20 11:00", "2026-05-28 17:00")),
        // 24 Dec=1; 25 Christmas; 26, 27 weekend; 28 for Boxing Day; 29=2; 30=3.
        Worked(
            pack: "uk-disp-short-route", calendar: "gb", opened: "2026-12-23 11:00", due: "2026-12-30 17:00"),
        // 6 Jan=1, 31 Jan=26, 28 Feb=54, 2 Mar=56.
        Worked(
            pack: "uk-disp-final-response", calendar: "gb", opened: "2026-01-05 11:00",
            due: "2026-03-02 24:00"),
        // 6-9 Jan=1-4; 12-16=5-9; 19-23=10-14; 26=15. With reasons: 27-30=16-19; 2-6 Feb=20-24; 9-13=25-29;
        // 16-20=30-34; 23=35.
        Worked(
            pack: "uk-disp-payments", calendar: "gb", opened: "2026-01-05 11:00", due: "2026-01-26 17:00",
            extended: ("2026-01-20 11:00", "2026-02-23 17:00")),
        // The last day of eight weeks: 8 Apr=1, 30 Apr=23, 31 May=54, 2 Jun=56.
        Worked(pack: "uk-telecoms-c4", calendar: "gb", opened: "2026-04-07 11:00", due: "2026-06-02 24:00"),
        // The first of six: 9 Apr=1, 30 Apr=22, 20 May=42.
        Worked(pack: "uk-telecoms-c4", calendar: "gb", opened: "2026-04-08 11:00", due: "2026-05-20 24:00"),
        // 3 Mar=1, 17 Mar=15; clocks change on 8 Mar. In progress: 31 Mar=29, 30 Apr=59, 1 May=60.
        Worked(
            pack: "us-cfpb", calendar: "us", opened: "2026-03-02 15:00", due: "2026-03-17 24:00",
            extended: ("2026-03-10 15:00", "2026-05-01 24:00")),
        // 24 hours on the clock of the wall are 25 here: 02:00 became 03:00 on 4 October.
        Worked(
            pack: "au-rg271-acknowledge", calendar: "au", opened: "2026-10-03 20:00", due: "2026-10-04 21:00"),
        // 3 Jan=1, 31 Jan=29, 1 Feb=30: a Sunday, and nothing moves it.
        Worked(
            pack: "au-rg271-response", calendar: "au", opened: "2026-01-02 11:00", due: "2026-02-01 24:00"),
        // 2, 3 Jun=1, 2; 4 Jun Corpus Christi; 5=3; 8, 9=4, 5; 10 Jun Portugal Day; 11, 12=6, 7; 15-19=8-12;
        // 22-24=13-15.
        Worked(
            pack: "pt-livro-de-reclamacoes", calendar: "pt", opened: "2026-06-01 10:00",
            due: "2026-06-24 17:00"),
        // 3 Apr=1, 9 Apr=7.
        Worked(pack: "br-sac-art13", calendar: "br", opened: "2026-04-02 10:00", due: "2026-04-09 24:00"),
    ]

    private static let shipped = Result {
        try PolicyNeighbours(folder: Shipped.root.appending(path: "config"))
    }

    @Test(arguments: examples)
    func `a pack leads to the day that was counted by hand`(_ example: Worked) throws {
        let shipped = try Self.shipped.get()
        let clock = try #require(shipped.statutes[example.pack])
        let calendar = try #require(shipped.calendars[example.calendar])
        let policy = Policy(name: "p", calendar: calendar, clocks: [clock])
        let zone = try #require(Zone(calendar.zone))
        func at(_ text: String) throws -> Instant {
            let words = text.split(separator: " ")
            let time = words[1].split(separator: ":").compactMap { Int($0) }
            return zone.instant(of: try #require(CivilDate(words[0])), minute: time[0] * 60 + time[1])
        }
        let opened = try at(example.opened)
        let plain = try #require(reckon(policy, history: CaseHistory(opened: opened), now: opened).first)
        #expect(try plain.due == at(example.due), "\(plain.steps.joined(separator: "\n"))")
        #expect(plain.basis == .unreviewed)
        guard let extended = example.extended else {
            #expect(clock.longest == nil)
            return
        }
        let said = CaseHistory.Entry(
            at: try at(extended.said), what: .delay(.init(until: nil, kind: .extension, why: "complex")))
        let history = CaseHistory(opened: opened, entries: [said])
        let longer = try #require(reckon(policy, history: history, now: said.at).first)
        #expect(try longer.due == at(extended.due), "\(longer.steps.joined(separator: "\n"))")
    }

    @Test func `every pack has its example`() throws {
        let packs = try Self.shipped.get().statutes.keys
        #expect(Set(Self.examples.map(\.pack)) == Set(packs))
    }

    private static let clock = "clocks: [{ name: answer, within: 8h, until: reply }]\n"
    private static let good = """
        jurisdiction: XX
        law: Act
        article: art. 1
        counts: sending
        source: https://law.example/1
        checked: 2026-11-23
        clock: { name: law, from: posted, until: reply }
        versions: [{ within: 2wd, extension: 4wd }]

        """

    @Test(arguments: [
        (
            "statutes: [act1]\n" + clock,
            [
                "p.yaml:1:12: there is no statute `act1` in policies/statutes/; known are "
                    + "`act-1`; did you mean `act-1`?"
            ]
        ),
        (
            clock + "statutes: [{ use: act-1, within: 3d }]",
            [
                "p.yaml:2:26: unknown key `within` in a statute; the law says how long; write a clock of your own for "
                    + "another limit"
            ]
        ),
        (
            clock + "statutes: [{ use: act-1, name: answer }]",
            [
                "p.yaml:2:12: the clock `answer` is given twice, first on line 1; give this one a `name` of its own"
            ]
        ),
        (
            "calendar: { zone: UTC, hours: {} }\nstatutes: [act-1]",
            [
                "p.yaml:2:12: this law counts working days, but the calendar `p` has no working hours; give it `hours`"
            ]
        ),
        (
            "seen-within: 0s\n" + clock,
            [
                "p.yaml:1:14: `seen-within` is 0s; more than nothing is wanted, such as 3d"
            ]
        ),
        (
            "clocks: [{ name: answer, within: 8h, until: reply, extension: 7h, on-edit: begin }]",
            [
                "p.yaml:1:63: `extension` is 7h, the whole limit when it is extended; more than 8h is wanted, in the "
                    + "same unit",
                "p.yaml:1:76: `on-edit` is `begin`; keep, restart or close is wanted",
            ]
        ),
    ])
    func `a policy that takes in a statute wrongly is told so`(text: String, says: [String]) throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "", "policies/p.yaml": text, "policies/statutes/act-1.yaml": Self.good,
        ])
        #expect(folder.faults() == says.map { "policies/" + $0 })
    }

    @Test(arguments: [
        ("counts: sending", "counts: posting", "4:9: `counts` is `posting`; sending or receiving is wanted"),
        (
            "checked: 2026-11-23", "checked: today",
            "6:10: `checked` is `today`; a date such as 2026-12-24 is wanted"
        ),
        (
            "https://law.example/1", "the gazette",
            "5:9: `source` is `the gazette`; the address of the text is wanted, such as https://..."
        ),
        (
            "[{ within: 2wd, extension: 4wd }]", "[]",
            "8:11: `versions` is empty; at least one limit is wanted"
        ),
        (
            "[{ within: 2wd, extension: 4wd }]", "[{ within: 2wd }, { within: 3wd, from: 2026-01-01 }]",
            "8:50: two versions hold at once; end the one before with `until`, and begin this one after it"
        ),
        ("article: art. 1\n", "", "1:1: a statute pack without `article`; the article is wanted"),
    ])
    func `a faulty pack is told once, with its place`(good: String, bad: String, says: String) throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "", "policies/p.yaml": "statutes: [act-1]\n" + Self.clock,
            "policies/statutes/act-1.yaml": Self.good.replacing(good, with: bad),
        ])
        #expect(
            folder.faults().first?.hasPrefix("policies/statutes/act-1.yaml:\(says)") == true,
            "\(folder.faults())")
        #expect(folder.faults().count == 1)
    }

    @Test func `a calendar takes days from an iCalendar file, and its faults have their lines`() throws {
        let policy = "calendar: c\nclocks: [{ name: a, within: 1wd, until: reply }]"
        let folder = try ConfigFolder([
            "ombud.yaml": "", "policies/p.yaml": policy,
            "calendars/c.yaml": """
            zone: UTC
            hours: { mon: "09:00-17:00" }
            ical: days.ics
            exceptions:
              - { on: 2026-12-26, hours: ["09:00-13:00"], name: working Saturday }
            """,
            "calendars/days.ics":
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261228\nSUMMARY:Closed\nEND:VEVENT\nEND:VCALENDAR\n",
        ])
        let calendar = try #require(try folder.load().policies["p"]?.calendar)
        #expect(calendar.holidays == [try #require(CivilDate("2026-12-28")): "Closed"])
        #expect(calendar.exceptions.keys.map(\.description) == ["2026-12-26"])
        try folder.write(
            "calendars/days.ics", Data("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:x\nEND:VEVENT\n".utf8))
        #expect(
            folder.faults() == ["calendars/days.ics:3:1: DTSTART is `x`; a date such as 20261224 is wanted"])
        try folder.write("calendars/c.yaml", Data("zone: UTC\nhours: {}\nical: [none.ics]\n".utf8))
        #expect(folder.faults().first == "calendars/c.yaml:3:8: the file `none.ics` is not there")
    }

    @Test(arguments: [
        (
            "{ on: 2026-12-26, hours: [9-13] }",
            "5:31: `9-13` is not a span of hours; \"09:00-17:00\" is wanted; did you mean `09:00-13:00`?"
        ),
        (
            "{ on: Boxing Day, hours: [] }",
            "5:11: `Boxing Day` is no day; a date such as 2026-12-24 or a rule such as "
                + "12-24 is wanted"
        ),
        (
            "{ on: 12-24 }",
            "5:5: an exception without `hours`; spans such as [\"09:00-13:00\"] are wanted, or [] for "
                + "a day off"
        ),
        (
            "{ on: 12-24, hours: [\"09:00-12:00\", \"11:00-13:00\"] }",
            "5:41: `11:00-13:00` overlaps another span of the day; spans stand apart"
        ),
    ])
    func `a faulty exception is told with its place`(line: String, says: String) throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "",
            "calendars/c.yaml": "zone: UTC\nhours:\n  mon: \"09:00-17:00\"\nexceptions:\n  - \(line)\n",
        ])
        #expect(folder.faults() == ["calendars/c.yaml:" + says])
    }
}
