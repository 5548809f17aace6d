import Complaints
import Testing

/// What a clock shows besides its due time: its state, what is left, what stopped it, its proof.
/// DeadlineTableTests.swift has the due times; 2026-07-27 is a Monday.
@Suite struct ClockTests {
    @Test(arguments: [
        ("2026-07-27 16:59", ClockState.running), ("2026-07-27 17:00", .running),
        ("2026-07-27 17:01", .missed),
    ])
    func `a clock is missed once its due time has passed`(now: String, state: ClockState) throws {
        let a = ClockCase("8wh", opened: "2026-07-27 09:00", due: "")
        #expect(try a.reading(at: a.instant(now)).state == state)
    }

    @Test(arguments: [
        ("2026-07-27 16:59", ClockState.met), ("2026-07-27 17:00", .met), ("2026-07-27 17:01", .missed),
    ])
    func `the event that stops a clock meets it up to the due time itself`(
        at: String, state: ClockState
    ) throws {
        let a = ClockCase("8wh", opened: "2026-07-27 09:00", "reply \(at)", due: "")
        let reading = try a.reading(at: a.instant("2026-08-01 00:00"))
        #expect(reading.state == state)
        #expect(try reading.stoppedAt == a.instant(at))
        #expect(reading.left == nil)
    }

    @Test func `what has not happened yet does not count`() throws {
        let a = ClockCase("8wh", opened: "2026-07-27 09:00", "reply 2026-07-27 12:00", due: "")
        #expect(try a.reading(at: a.instant("2026-07-27 11:59")).state == .running)
    }

    @Test func `a clock that waits for the customer is paused and has no due time`() throws {
        let a = ClockCase("8wh", opened: "2026-07-27 09:00", "wait 2026-07-27 12:00", due: "")
        let reading = try a.reading(at: a.instant("2026-08-27 12:00"))
        #expect(reading.state == .paused)
        #expect(reading.due == nil)
        #expect(reading.steps.last == "paused since Mon 27 Jul 2026 12:00: 5 h 00 left when it resumes")
    }

    @Test func `a reply while waiting meets the clock`() throws {
        let a = ClockCase(
            "8wh", opened: "2026-07-27 09:00", "wait 2026-07-27 12:00", "reply 2026-07-29 12:00", due: "")
        #expect(try a.reading(at: a.instant("2026-08-27 12:00")).state == .met)
    }

    @Test func `time left is working time for working hours and negative when late`() throws {
        let a = ClockCase("8wh", opened: "2026-07-27 09:00", due: "")
        #expect(try a.reading(at: a.instant("2026-07-27 12:00")).left == .seconds(5 * 3600))
        #expect(try a.reading(at: a.instant("2026-07-28 10:00")).left == .seconds(-3600))
        let b = ClockCase("48h", opened: "2026-07-27 09:00", due: "")
        #expect(try b.reading(at: b.instant("2026-07-29 10:00")).left == .seconds(-3600))
    }

    @Test(arguments: ["8wh", "2wd"])
    func `a calendar without hours leaves the clock off and says why`(within: String) throws {
        let a = ClockCase(within, hours: "", opened: "2026-07-27 09:00", due: "")
        let reading = try a.reading(at: a.instant("2026-07-28 10:00"))
        #expect(reading.state == .off)
        #expect(reading.due == nil)
        #expect(reading.steps.last?.contains("within 20 years: the clock is off") == true)
    }

    @Test func `an unknown zone gives no deadline rather than a wrong one`() {
        let calendar = WorkingCalendar(
            name: "x", zone: "Nowhere/Land", hours: [1: [.init(start: 540, end: 1020)]])
        let rule = ClockRule(name: "answer", within: .workingMinutes(60), until: .reply)
        let policy = Policy(name: "p", calendar: calendar, clocks: [rule])
        let opened = Instant(seconds: 1_785_000_000)
        let reading = reckon(policy, history: CaseHistory(opened: opened), now: opened).first
        #expect(reading?.state == .off)
    }

    @Test func `the anchor is when the customer wrote, when we saw it, or when the case was opened`() throws {
        let opened = try #require(Instant(rfc3339: "2026-07-27T12:00:00Z"))
        let history = CaseHistory(
            opened: opened, posted: opened - .seconds(7200), seen: opened - .seconds(3600))
        let rules = ClockRule.Anchor.allCases.map {
            ClockRule(name: $0.rawValue, within: .elapsed(.seconds(36_000)), from: $0, until: .reply)
        }
        let readings = reckon(Policy(name: "p", clocks: rules), history: history, now: opened)
        #expect(
            readings.map { $0.due.map { $0 - opened } } == [
                .seconds(28_800), .seconds(32_400), .seconds(36_000),
            ])
        #expect(readings[0].steps.contains { $0.hasSuffix("seen 1 h 00 later: our own delay, counted") })
    }

    @Test func `the steps can be checked with a pencil`() throws {
        let a = ClockCase(
            "16wh", opened: "2026-12-23 15:30", "wait 2026-12-24 10:00", "resume 2026-12-24 12:00",
            "delay 2026-12-29 12:00 2027-01-04 12:00", due: "")
        #expect(
            try a.reading(at: a.instant("2026-12-30 10:00")).steps == [
                "16 working hours until a reply; calendar test",
                "opened Wed 23 Dec 2026 15:30 (Europe/Warsaw)",
                "Wed 23 Dec 2026: 1 h 30 (15:30-17:00); 1 h 30 of 16 h 00 used",
                "waiting for the customer Thu 24 Dec 2026 10:00 to Thu 24 Dec 2026 12:00: the clock stands",
                "Thu 24 Dec 2026: 6 h 00 (09:00-10:00, 12:00-17:00); 7 h 30 of 16 h 00 used",
                "Fri 25 Dec 2026 is a holiday (Christmas Day): skipped",
                "Sat 26 Dec 2026 to Sun 27 Dec 2026: no working hours",
                "Mon 28 Dec 2026 is a holiday (Made up): skipped",
                "Tue 29 Dec 2026: 8 h 00 (09:00-17:00); 15 h 30 of 16 h 00 used",
                "Wed 30 Dec 2026: 0 h 30 (09:00-09:30); 16 h 00 of 16 h 00 used",
                "delay said Tue 29 Dec 2026 12:00, in time: due moves to Mon 4 Jan 2027 12:00",
                "due Mon 4 Jan 2027 12:00 (2027-01-04T11:00:00.000Z)",
            ])
    }
}
