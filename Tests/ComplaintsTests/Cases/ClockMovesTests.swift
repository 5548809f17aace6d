import Complaints
import Testing

/// Delays, extensions by law, and what the customer's later acts do. The case was opened on Monday 2026-07-27 at
/// 09:00 in Warsaw.
@Suite struct ClockMovesTests {
    private func at(_ text: String) throws -> Instant {
        try ClockCase("8wh", opened: "2026-07-27 09:00", due: "").instant(text)
    }

    private func reading(
        _ within: String, _ entries: [(String, CaseHistory.What)], now: String = "2026-12-01 12:00"
    ) throws -> ClockReading {
        try reading(within, { _ in }, entries, now: now)
    }

    private func reading(
        _ within: String, _ change: (inout ClockRule) -> Void, _ entries: [(String, CaseHistory.What)],
        now: String = "2026-12-01 12:00"
    ) throws -> ClockReading {
        let a = ClockCase(within, opened: "2026-07-27 09:00", due: "")
        var rule = try a.rule()
        change(&rule)
        let history = CaseHistory(
            opened: try at("2026-07-27 09:00"),
            entries: try entries.map { CaseHistory.Entry(at: try at($0.0), what: $0.1) })
        let policy = Policy(name: "p", calendar: try a.calendar(), clocks: [rule])
        return try #require(reckon(policy, history: history, now: try at(now)).first)
    }

    private func statute(_ versions: [Statute.Version]) throws -> Statute {
        Statute(
            name: "x", jurisdiction: "XX", law: "Act", article: "art. 1", counts: .sending,
            silence: "accepted", source: "https://law.example/1",
            checked: try #require(CivilDate("2026-11-23")),
            versions: versions)
    }

    // MARK: Delays

    @Test func `a delay never makes a deadline nearer`() throws {
        let until = try at("2026-07-29 12:00")
        let reading = try reading("10d", [("2026-07-28 09:00", .delay(.init(until: until)))])
        #expect(try reading.due == at("2026-08-06 24:00"))
        #expect(reading.steps.contains { $0.hasSuffix("no later than Thu 6 Aug 2026 24:00: does not count") })
    }

    @Test func `a date agreed while waiting loses no pause`() throws {
        // 3 h used on Monday; waiting until Friday 09:00; 5 h left lead to Friday 14:00, past Wednesday's date.
        let reading = try reading(
            "8wh",
            [
                ("2026-07-27 12:00", .wait),
                ("2026-07-28 09:00", .delay(.init(until: try at("2026-07-29 12:00")))),
                ("2026-07-31 09:00", .resume),
            ])
        #expect(try reading.due == at("2026-07-31 14:00"))
    }

    @Test(arguments: [
        // An hour used; from 11:00 the other seven lead to Tuesday 10:00, so that Monday noon says nothing.
        ("2026-07-27 12:00", "2026-07-28 10:00", "no later than Tue 28 Jul 2026 10:00: does not count"),
        ("2026-08-03 12:00", "2026-08-03 12:00", "while it waits: due no earlier than Mon 3 Aug 2026 12:00"),
    ])
    func `a delay said while waiting ends no wait, and holds as a floor when it ends`(
        until: String, due: String, step: String
    ) throws {
        let entries: [(String, CaseHistory.What)] = [
            ("2026-07-27 10:00", .wait), ("2026-07-27 11:00", .delay(.init(until: try at(until)))),
        ]
        let waiting = try reading("8wh", entries, now: "2026-08-20 10:00")
        #expect(waiting.state == .paused && waiting.due == nil)
        #expect(waiting.steps.contains { $0.hasSuffix(step) }, "\(waiting.steps)")
        #expect(try waiting.notBefore == (until == due ? at(until) : nil))
        let spoken = try reading("8wh", entries + [("2026-07-27 11:00", .resume)], now: "2026-07-27 12:00")
        #expect(try spoken.due == at(due) && spoken.state == .running && spoken.notBefore == nil)
    }

    @Test func `a wait after a date was agreed stands as any other`() throws {
        let entries: [(String, CaseHistory.What)] = [
            ("2026-07-27 10:00", .delay(.init(until: try at("2026-07-28 10:00")))),
            ("2026-07-27 11:00", .wait),
        ]
        #expect(try reading("8wh", entries).state == .paused)
        // Two hours used by Monday 11:00; from Friday 09:00 the other six.
        let spoken = try reading("8wh", entries + [("2026-07-31 09:00", .resume)])
        #expect(try spoken.due == at("2026-07-31 15:00"))
        let soon = try reading("8wh", entries + [("2026-07-27 12:00", .resume)])
        #expect(try soon.due == at("2026-07-28 10:00"))
    }

    @Test func `a late delay is told as missed and delayed`() throws {
        let reading = try reading(
            "8wh", [("2026-07-28 09:00", .delay(.init(until: try at("2026-07-31 12:00"))))])
        #expect(reading.state == .missed)
        #expect(reading.steps.contains { $0.hasSuffix("missed and delayed, does not count") })
    }

    // MARK: Extensions

    // 30 d: 28 Jul is 1, 31 Jul 4, 26 Aug 30. 60 d: 31 Aug is 35, 25 Sep 60.
    @Test(arguments: [
        (
            "2026-08-26 23:59", "complex", "2026-09-25 24:00",
            "in time: 60 calendar days in all, because: complex"
        ),
        ("2026-08-27 00:01", "complex", "2026-08-26 24:00", "missed and delayed, does not count"),
        ("2026-08-26 12:00", " ", "2026-08-26 24:00", "without reasons: does not count"),
        ("2026-08-26 12:00", "", "2026-08-26 24:00", "without reasons: does not count"),
    ])
    func `an extension by law needs reasons before the first limit ends`(
        said: String, why: String, due: String, step: String
    ) throws {
        let reading = try reading(
            "30d", { $0.longest = .calendarDays(60) },
            [(said, .delay(.init(until: nil, kind: .extension, why: why)))])
        #expect(try reading.due == at(due))
        #expect(reading.steps.contains { $0.hasSuffix(step) }, "\(reading.steps)")
    }

    @Test func `an extension reaches no further than the law allows, and only once`() throws {
        let further = CaseHistory.Delay(until: try at("2026-09-26 12:00"), kind: .extension, why: "complex")
        let within = CaseHistory.Delay(until: try at("2026-09-10 12:00"), kind: .extension, why: "complex")
        let longer: (inout ClockRule) -> Void = { $0.longest = .calendarDays(60) }
        let refused = try reading("30d", longer, [("2026-08-20 12:00", .delay(further))])
        #expect(try refused.due == at("2026-08-26 24:00"))
        #expect(refused.steps.contains { $0.contains("later than the law allows (Fri 25 Sep 2026 24:00)") })
        let twice = try reading(
            "30d", longer, [("2026-08-20 12:00", .delay(within)), ("2026-08-21 12:00", .delay(within))])
        #expect(try twice.due == at("2026-09-10 12:00"))
        #expect(twice.steps.contains { $0.hasSuffix("the limit was extended already: does not count") })
    }

    @Test func `a law without an extension refuses it, a clock of the house is not moved by it`() throws {
        let act = CaseHistory.What.delay(.init(until: nil, kind: .extension, why: "complex"))
        let law = try reading("30d", { $0.law = "Act, art. 1" }, [("2026-08-20 12:00", act)])
        #expect(law.steps.contains { $0.hasSuffix("this law knows no extension: does not count") })
        let house = try reading("30d", [("2026-08-20 12:00", act)])
        #expect(try house.due == at("2026-08-26 24:00"))
    }

    @Test func `no agreement moves the limit of a statute, and a delay may be for one clock alone`() throws {
        let pack = try statute([.init(within: .calendarDays(30))])
        let until = try at("2026-10-01 12:00")
        let agreed = try reading(
            "30d", { $0.statute = pack }, [("2026-08-20 12:00", .delay(.init(until: until)))])
        #expect(try agreed.due == at("2026-08-26 24:00"))
        let other = try reading("30d", [("2026-08-20 12:00", .delay(.init(until: until, clock: "other")))])
        #expect(try other.due == at("2026-08-26 24:00"))
    }

    // MARK: Statutes

    @Test func `the version in force when the case was opened counts`() throws {
        let versions: [Statute.Version] = [
            .init(until: CivilDate("2026-07-26"), within: .calendarDays(30)),
            .init(from: CivilDate("2026-07-27"), within: .calendarDays(14)),
        ]
        let pack = try statute(versions)
        #expect(try reading("30d", { $0.statute = pack }, []).due == at("2026-08-10 24:00"))
        let old = try statute([versions[0]])
        let off = try reading("30d", { $0.statute = old }, [])
        #expect(off.state == .off)
        #expect(off.steps.last == "this law had no limit in force when the case was opened: the clock is off")
    }

    @Test func `the basis of a statutory clock is unreviewed until staff say so`() throws {
        let pack = try statute([.init(within: .calendarDays(14))])
        let plain = try reading("14d", { $0.statute = pack }, [], now: "2026-07-28 09:00")
        #expect(plain.basis == .unreviewed && plain.state == .running)
        #expect(
            Array(plain.steps[1...2]) == [
                "law: XX, Act, art. 1; sending in time suffices; silence: accepted",
                "read at https://law.example/1, checked 2026-11-23; have a lawyer check it",
            ])
        #expect(plain.steps.contains { $0.hasPrefix("basis unreviewed: a public review need not start") })
        let confirmed = try reading(
            "14d", { $0.statute = pack }, [("2026-07-28 09:00", .basis(.confirmed, clock: nil))])
        #expect(confirmed.basis == .confirmed && confirmed.state == .missed)
        let denied = try reading(
            "14d", { $0.law = "Act" }, [("2026-07-28 09:00", .basis(.denied, clock: "answer"))])
        #expect(denied.basis == .denied && denied.state == .off && denied.due == nil)
        #expect(try reading("14d", [("2026-07-28 09:00", .basis(.denied, clock: nil))]).basis == nil)
    }

    // MARK: The customer's later acts

    // 8 wh from Monday 10:00 end on Tuesday at 10:00.
    @Test(arguments: [
        (ClockRule.Reaction.keep, "2026-07-27 17:00", ClockState.missed),
        (.restart, "2026-07-28 10:00", .running), (.close, "", .off),
    ])
    func `an edit keeps, restarts or closes a clock as the policy says`(
        reaction: ClockRule.Reaction, due: String, state: ClockState
    ) throws {
        let reading = try reading(
            "8wh", { $0.reactions.edit = reaction }, [("2026-07-27 10:00", .edited)], now: "2026-07-27 17:30")
        #expect(reading.state == state)
        #expect(try reading.due == (due.isEmpty ? nil : at(due)))
    }

    @Test func `a clock that was met starts anew, one that was missed stays so`() throws {
        let again: (inout ClockRule) -> Void = { $0.reactions.followUp = .restart }
        let met = try reading(
            "8wh", again, [("2026-07-27 12:00", .reply), ("2026-07-28 09:00", .followUp)],
            now: "2026-07-28 10:00")
        #expect(try met.state == .running && met.due == at("2026-07-28 17:00"))
        let late = try reading(
            "8wh", again, [("2026-07-28 09:00", .followUp)], now: "2026-07-28 10:00")
        #expect(try late.state == .missed && late.due == at("2026-07-27 17:00"))
        #expect(late.steps.contains { $0.hasSuffix("was missed before, stays missed") })
    }

    @Test func `closing takes nothing back, and a date agreed holds over a restart`() throws {
        let close: (inout ClockRule) -> Void = { $0.reactions.ratingRaised = .close }
        #expect(try reading("8wh", close, [("2026-07-28 09:00", .ratingRaised)]).state == .missed)
        let met = try reading(
            "8wh", close, [("2026-07-27 12:00", .reply), ("2026-07-28 09:00", .ratingRaised)])
        #expect(met.state == .met)
        let agreed = try reading(
            "8wh", { $0.reactions.ratingLowered = .restart },
            [
                ("2026-07-27 10:00", .delay(.init(until: try at("2026-08-03 12:00")))),
                ("2026-07-28 09:00", .ratingLowered),
            ], now: "2026-07-28 10:00")
        #expect(try agreed.due == at("2026-08-03 12:00"))
    }

    @Test func `an edit while waiting goes on waiting`() throws {
        let reading = try reading(
            "8wh", { $0.reactions.edit = .restart },
            [("2026-07-27 10:00", .wait), ("2026-07-27 11:00", .edited)],
            now: "2026-07-30 10:00")
        #expect(reading.state == .paused)
    }

    // MARK: Calendars

    @Test func `a decreed working Saturday counts, a half day ends early, a day off is named`() throws {
        let a = ClockCase("2wd", opened: "2026-07-31 12:00", due: "")
        var calendar = try a.calendar()
        let saturday = try #require(CivilDate("2026-08-01"))
        calendar.exceptions[saturday] = .init(
            spans: [try #require(.init("09:00-13:00"))], name: "decreed")
        calendar.exceptions[saturday.adding(days: 2)] = .init(spans: [], name: "stocktaking")
        let policy = Policy(name: "p", calendar: calendar, clocks: [try a.rule()])
        let reading = try #require(
            reckon(policy, history: try a.history(), now: a.instant("2026-07-31 12:00")).first)
        #expect(try reading.due == a.instant("2026-08-04 17:00"))
        #expect(reading.steps.contains("Sat 1 Aug 2026: working day 1 of 2"))
        #expect(reading.steps.contains("Mon 3 Aug 2026 is a day off (stocktaking): skipped"))
        var one = try a.rule()
        one.within = .workingDays(1)
        let half = reckon(
            Policy(name: "p", calendar: calendar, clocks: [one]), history: try a.history(),
            now: try a.instant("2026-07-31 12:00"))
        #expect(try half.first?.due == a.instant("2026-08-01 13:00"))
    }
}
