import Complaints
import Testing

@testable import Settings

/// What a person reads who mistyped a policy or a calendar.
struct PolicyFaultTests {
    private static let clock = "clocks: [{ name: answer, within: 8h, until: reply }]"

    @Test(arguments: [
        Faulty(
            "open: { within: 7d }",
            "policies/p.yaml:1:1: a policy without `clocks`; a list of at least one clock is wanted"),
        Faulty("clocks: []", "policies/p.yaml:1:9: `clocks` is empty; at least one clock is wanted"),
        Faulty(
            "clocks: [{ name: answer, within: 8h }]",
            "policies/p.yaml:1:10: a clock without `until`; no event can stop this clock; assign, reply, "
                + "update or "
                + "resolve is wanted"),
        Faulty(
            "clocks: [{ name: answer, within: 8h, until: repply }]",
            "policies/p.yaml:1:45: `until` is `repply`; assign, reply, update or resolve is wanted; did "
                + "you mean "
                + "`reply`?"),
        Faulty(
            "clocks: [{ name: answer, within: 8 hours, until: reply }]",
            "policies/p.yaml:1:34: `within` is `8 hours`; a limit such as 8wh, 2wd, 14d or 48h is wanted "
                + "(wh, wm, wd, "
                + "d, h, m, s)"),
        Faulty(
            "clocks: [{ name: answer, within: 0wd, until: reply }]",
            "policies/p.yaml:1:34: `within` is 0wd; a clock needs some time to run, such as 8wh"),
        Faulty(
            "clocks:\n  - { name: answer, within: 8h, until: reply }\n  - { name: answer, within: 9h, "
                + "until: reply }",
            "policies/p.yaml:3:13: the clock `answer` is given twice, first on line 2; rename one"),
        Faulty(
            "clocks: [{ name: answer, within: 8h, until: reply, warn: [120%, never, 0h] }]",
            "policies/p.yaml:1:59: `120%` is no share of the time; more than 0% and less than 100% is wanted",
            "policies/p.yaml:1:65: `never` is no time to warn at; a share such as \"50%\" or a limit such "
                + "as 1wh is "
                + "wanted",
            "policies/p.yaml:1:72: `0h` is no time to warn at; a share such as \"50%\" or a limit such as "
                + "1wh is wanted"
        ),
        Faulty(
            "calendar: poland\n\(clock)",
            "policies/p.yaml:1:11: there is no calendar `poland` in calendars/; known are `night` and `pl`"),
        Faulty(
            "calendar: nihgt\n\(clock)",
            "policies/p.yaml:1:11: there is no calendar `nihgt` in calendars/; known are `night` and `pl`; "
                + "did you "
                + "mean `night`?"),
        Faulty(
            "calendar: { zone: UTC, hours: {} }\nclocks: [{ name: answer, within: 2wd, until: reply }]",
            "policies/p.yaml:2:34: working time is counted here, but the calendar `p` has no working "
                + "hours; give it "
                + "`hours`, or count in d or h"),
        Faulty(
            "calendar: { hours: { moon: [\"09:00-17:00\"] } }\n\(clock)",
            "policies/p.yaml:1:11: a calendar without `zone`; an IANA name such as Europe/Warsaw is wanted",
            "policies/p.yaml:1:22: unknown key `moon` in `hours`; did you mean `mon`?"),
        Faulty(
            "calendar:\n  zone: UTC\n  hours:\n    mon: [9-17, \"08:00-10:00\", \"09:30-11:00\"]\n    tue: "
                + "[\"22:00-06:00\"]\n    wed: [\"05:00-09:00\", \"10:00-10:00\"]\n\(clock)",
            "policies/p.yaml:4:11: `9-17` is not a span of hours; \"09:00-17:00\" is wanted; did you mean "
                + "`09:00-17:00`?",
            "policies/p.yaml:4:32: `09:30-11:00` overlaps `08:00-10:00` of mon; spans stand apart",
            "policies/p.yaml:6:11: `05:00-09:00` overlaps `22:00-06:00` of tue; spans stand apart",
            "policies/p.yaml:6:26: `10:00-10:00` is not a span of hours; \"09:00-17:00\" is wanted"),
        Faulty(
            "calendar: { zone: UTC, hours: {mon: \"09:00-17:00\"}, holidays: [2026-02-30, {name: x}] "
                + "}\n\(clock)",
            "policies/p.yaml:1:64: `2026-02-30` is no day; a date such as 2026-12-24 or a rule such as "
                + "easter+1 is "
                + "wanted",
            "policies/p.yaml:1:76: a holiday without `on`; a date or a rule such as easter+1 is wanted"),
        Faulty(
            "open: { within: week }\nnmae: p\n\(clock)",
            "policies/p.yaml:1:17: `within` is `week`; a duration such as 7d is wanted (ms, s, m, h, d)",
            "policies/p.yaml:2:1: unknown key `nmae` in a policy; did you mean `name`?"),
        Faulty(
            "clocks: [{ name: answer, within: 8h, until: reply, pause: always, roll: forward, from: begin }]",
            "policies/p.yaml:1:59: `pause` is `always`; waiting or never is wanted",
            "policies/p.yaml:1:73: `roll` is `forward`; none or next-working-day is wanted",
            "policies/p.yaml:1:88: `from` is `begin`; posted, seen or opened is wanted"),
    ])
    func `a faulty policy is told with its place and its remedy`(_ faulty: Faulty) throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "", "policies/p.yaml": faulty.text,
            "calendars/pl.yaml": "zone: Europe/Warsaw\nhours: { mon: [\"09:00-17:00\"] }",
            "calendars/night.yaml": "zone: UTC\nhours: { mon: [\"00:00-06:00\", \"22:00-24:00\"] }",
        ])
        #expect(folder.faults() == faulty.says)
    }

    @Test func `two policies of one name name both files`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "", "policies/a.yaml": Self.clock, "policies/b.yaml": "name: a\n" + Self.clock,
        ])
        let said = folder.faults()
        #expect(said.count == 1)
        #expect(
            said.first?.hasPrefix("policies/b.yaml:1:7: the policy `a` is given twice, first in ") == true)
    }

    @Test func `a faulty calendar is told once, however many policies name it`() throws {
        let folder = try ConfigFolder([
            "ombud.yaml": "", "calendars/pl.yaml": "zone: Nowhere/Land\nhours: {}",
            "policies/a.yaml": "calendar: pl\n" + Self.clock,
            "policies/b.yaml": "calendar: pl\n" + Self.clock,
        ])
        let said = folder.faults()
        #expect(said.count == 1)
        #expect(said.first?.hasPrefix("calendars/pl.yaml:1:7: there is no zone `Nowhere/Land`") == true)
    }

    @Test func `a policy alone is read from JSON`() throws {
        let text = """
            {"name": "p", "calendar": {"zone": "UTC", "hours": {"tue": ["10:00-12:00"]}, "holidays": ["2026-01-01"]},
             "clocks": [{"name": "answer", "within": "3wh", "from": "opened", "pause": "waiting", "until": "reply",
                         "roll": "none", "warn": ["25%", "1wh"]}]}
            """
        let policy = try readPolicy(text, file: "p.json")
        let clock = ClockRule(
            name: "answer", within: .workingMinutes(180), from: .opened, pause: .waiting, until: .reply,
            warnings: [.share(0.25), .before(.workingMinutes(60))])
        #expect(policy.clocks == [clock])
        #expect(policy.calendar.hours == [2: [WorkingCalendar.Span(start: 600, end: 720)]])
        #expect(policy.calendar.holidays.keys.map(\.description) == ["2026-01-01"])
        #expect(throws: Faults.self) { try readPolicy("{\"name\": \"p\"}", file: "p.json") }
    }
}
