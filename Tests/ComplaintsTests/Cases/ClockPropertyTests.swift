import Complaints
import Testing

/// What holds for every calendar, zone and history: drawn by a fixed seed, so that a failure comes back.
@Suite struct ClockPropertyTests {
    static let zones = [
        "Europe/Warsaw", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kathmandu",
        "Europe/London", "Pacific/Apia", "Africa/Casablanca", "America/St_Johns", "UTC",
    ]
    static let limits: [[TimeLimit]] = [
        [0, 1, 59, 60, 61, 480, 481, 1500, 4000].map { .workingMinutes($0) },
        [0, 1, 2, 3, 5, 10, 30].map { .workingDays($0) },
        [0, 1, 2, 3, 7, 14, 60].map { .calendarDays($0) },
        [0, 60, 3600, 86_400, 90_000, 200_000, 900_000].map { .elapsed(.seconds($0)) },
    ]

    @Test(arguments: zones)
    func `a longer limit is never due earlier, whatever happened`(zone: String) throws {
        var draw = Draw(seed: 1)
        for _ in 0..<12 {
            let calendar = draw.calendar(zone: zone)
            let history = draw.history(delays: false)
            let now = history.opened + .seconds(86_400 * 20)
            for roll in ClockRule.Roll.allCases {
                for limits in Self.limits {
                    let dues = limits.map { limit in
                        reading(limit, roll: roll, calendar, history, now).due
                    }
                    // A longer one may be paused (no due time) where a shorter one had run out before.
                    let known = dues.compactMap { $0 }
                    #expect(
                        known == known.sorted(), "\(limits.map(\.setting)) \(roll) \(calendar) \(history)")
                    #expect(dues.prefix(known.count) == known.map { $0 }[...])
                }
            }
        }
    }

    /// A thousand cases a zone, with delays, edits, follow-ups and reopenings among waits; a restart only where
    /// no deadline was missed, so a shorter limit may stay where a longer one began anew, and is still no later.
    @Test(arguments: zones)
    func `no sequence of events makes a due time earlier than a shorter one`(zone: String) throws {
        var draw = Draw(seed: 4)
        for _ in 0..<100 {
            let calendar = draw.calendar(zone: zone)
            let history = draw.history(delays: true, reactions: true)
            let now = history.opened + .seconds(86_400 * 30)
            let reckoner: (TimeLimit) -> Reckoner = { limit in
                let rule = ClockRule(
                    name: "c", within: limit, from: .opened, pause: .waiting, until: .resolve,
                    reactions: .init(edit: .restart, followUp: .restart))
                return Reckoner(Policy(name: "p", calendar: calendar, clocks: [rule]))
            }
            for limits in Self.limits {
                let two = [draw.below(limits.count), draw.below(limits.count)].sorted().map { limits[$0] }
                let readings = two.compactMap { reckoner($0).readings(of: history, now: now).first }
                guard let short = readings[0].due, let long = readings[1].due else { continue }
                #expect(
                    short <= long, "\(two.map(\.setting)) \(calendar) \(history) \(readings.map(\.steps))")
            }
        }
    }

    @Test(arguments: zones)
    func `nothing moves a due time nearer but a reopening`(
        zone: String
    ) throws {
        var draw = Draw(seed: 5)
        for _ in 0..<100 {
            let calendar = draw.calendar(zone: zone)
            let history = draw.history(delays: true, reactions: true)
            for limit in [Self.limits[0][5], Self.limits[1][3], Self.limits[2][4], Self.limits[3][5]] {
                var known: Instant?
                // As a case lives: after each event its due time is what it was, or later.
                for count in 0...history.entries.count {
                    var past = history
                    past.entries = Array(history.entries.prefix(count))
                    // Full length from here.
                    if past.entries.last?.what == .reopen { known = nil }
                    let now = past.entries.last?.at ?? history.opened
                    guard let due = reading(limit, calendar, past, now).due else { continue }
                    if let known { #expect(due >= known, "\(limit.setting) \(calendar) \(past)") }
                    known = due
                }
            }
        }
    }

    /// At every moment of a life, between events too: each case against the same one without its delays.
    @Test(arguments: zones)
    func `a delay never makes a due time earlier, and ends no wait`(zone: String) throws {
        var draw = Draw(seed: 6)
        var waits = 0
        for _ in 0..<100 {
            let calendar = draw.calendar(zone: zone)
            let history = draw.history(delays: true, reactions: true)
            for limit in [Self.limits[0][5], Self.limits[0][8], Self.limits[2][4], Self.limits[3][5]] {
                for entry in history.entries {
                    let past = CaseHistory(
                        opened: history.opened, entries: history.entries.filter { $0.at <= entry.at })
                    var plain = past
                    plain.entries.removeAll { if case .delay = $0.what { true } else { false } }
                    let now = entry.at + .seconds(draw.below(90_000))
                    let (with, without) = (
                        reading(limit, calendar, past, now), reading(limit, calendar, plain, now)
                    )
                    if without.state == .paused {
                        waits += past == plain ? 0 : 1
                        #expect(with.state == .paused, "\(limit.setting) \(calendar) \(past) \(with.steps)")
                    } else if let due = with.due, let former = without.due {
                        #expect(due >= former, "\(limit.setting) \(calendar) \(past) \(with.steps)")
                    }
                }
            }
        }
        #expect(waits > 20)
    }

    @Test(arguments: zones)
    func `a pause never makes a clock due earlier, and moves it by no less than it took`(zone: String) throws
    {
        var draw = Draw(seed: 2)
        for _ in 0..<20 {
            let calendar = draw.calendar(zone: zone)
            let opened = draw.instant()
            let from = opened + .seconds(draw.below(400_000))
            let to = from + .seconds(draw.below(400_000))
            let plain = CaseHistory(opened: opened)
            let paused = CaseHistory(
                opened: opened, entries: [.init(at: from, what: .wait), .init(at: to, what: .resume)])
            for limits in Self.limits {
                for limit in limits {
                    let now = to + .seconds(1)
                    let before = try #require(reading(limit, calendar, plain, now).due)
                    let after = try #require(reading(limit, calendar, paused, now).due)
                    #expect(after >= before)
                    guard case .elapsed = limit, from < before else { continue }
                    #expect(after - before == to - from)
                }
            }
        }
    }

    @Test(arguments: zones)
    func `the proof ends with the due time and its hours add up to the limit`(zone: String) throws {
        var draw = Draw(seed: 3)
        for _ in 0..<12 {
            let calendar = draw.calendar(zone: zone)
            let history = draw.history(delays: true)
            let now = history.opened + .seconds(86_400 * 20)
            for limit in Self.limits.joined() {
                let reading = reading(limit, calendar, history, now)
                guard let due = reading.due else { continue }
                #expect(reading.steps.last?.hasSuffix("(\(due))") == true)
                // A delay may be agreed before the hours are all counted.
                guard case .workingMinutes(let minutes) = limit,
                    !reading.steps.contains(where: { $0.contains("due moves to") })
                else { continue }
                let whole = Duration.seconds(minutes * 60).hoursText
                let counted = reading.steps.filter { $0.hasSuffix("of \(whole) used") }
                #expect(counted.reduce(0) { $0 + Self.minutes(of: $1) } == minutes)
                #expect(counted.last?.contains("; \(whole) of") == true)
            }
        }
    }

    /// `Mon 27 Jul 2026: 8 h 00 (09:00-17:00); ...` is 480.
    static func minutes(of step: String) -> Int {
        let words = step.split(separator: " ")
        guard let at = words.firstIndex(of: "h"), let hours = Int(words[at - 1]),
            let rest = Int(words[at + 1])
        else { return -1 }
        return hours * 60 + rest
    }

    private func reading(
        _ limit: TimeLimit, roll: ClockRule.Roll = .none, _ calendar: WorkingCalendar, _ history: CaseHistory,
        _ now: Instant
    ) -> ClockReading {
        let rule = ClockRule(
            name: "c", within: limit, from: .opened, pause: .waiting, roll: roll, until: .resolve,
            reactions: .init(edit: .restart, followUp: .restart))
        let policy = Policy(name: "p", calendar: calendar, clocks: [rule])
        return reckon(policy, history: history, now: now).first
            ?? ClockReading(name: "", due: nil, state: .off)
    }
}

/// Random calendars and histories that are the same on every run (SplitMix64).
private struct Draw {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }

    /// Whole minutes of the years 2010 to 2028.
    mutating func instant() -> Instant {
        Instant(seconds: 1_262_304_000 + Int64(below(599_000_000) / 60 * 60))
    }

    mutating func calendar(zone: String) -> WorkingCalendar {
        var hours: [Int: [WorkingCalendar.Span]] = [:]
        let shapes = [
            ["09:00-17:00"], ["00:00-24:00"], ["22:00-06:00"], ["08:30-12:15", "12:45-18:30"],
            ["00:00-02:30", "02:30-06:00"], ["01:30-03:15", "23:00-24:00"],
        ]
        for day in 1...7 where below(3) > 0 || day == 3 {
            hours[day] = shapes[below(shapes.count)].compactMap { WorkingCalendar.Span($0) }
        }
        let first = instant()
        var holidays: [CivilDate: String] = [:]
        for _ in 0..<below(40) {
            let day = Int(first.milliseconds / 86_400_000) + below(60)
            holidays[CivilDate(daysSince1970: day)] = "Holiday"
        }
        return WorkingCalendar(name: "drawn", zone: zone, hours: hours, holidays: holidays)
    }

    mutating func history(delays: Bool, reactions: Bool = false) -> CaseHistory {
        let opened = instant()
        var at = opened
        let entries = (0..<below(8)).map { _ in
            at = at + .seconds((1 + below(3000)) * 60)
            let until = at + .seconds(below(3000) * 60)
            let kinds: [CaseHistory.What] =
                [.wait, .resume, .wait, .resume, .reopen] + (delays ? [.delay(.init(until: until))] : [])
                + (reactions ? [.edited, .followUp, .ratingRaised] : [])
            return CaseHistory.Entry(at: at, what: kinds[below(kinds.count)])
        }
        return CaseHistory(opened: opened, entries: entries)
    }
}
