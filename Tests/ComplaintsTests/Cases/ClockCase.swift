import Complaints
import Testing

/// A clock and what happened to its case, in local times: `2026-07-27 09:00`, `2026-08-08 24:00`.
struct ClockCase: CustomTestStringConvertible, Sendable {
    var within: String
    var zone: String
    var hours: String
    var pause: ClockRule.Pause
    var roll: Bool
    var until: ClockRule.Stop
    var opened: String
    var events: [String]
    var due: String
    var why: String

    init(
        _ within: String, zone: String = "Europe/Warsaw", hours: String = "office 09:00-17:00",
        pause: ClockRule.Pause = .waiting, roll: Bool = false, until: ClockRule.Stop = .reply, opened: String,
        _ events: String..., due: String, why: String = ""
    ) {
        self.within = within
        self.zone = zone
        self.hours = hours
        self.pause = pause
        self.roll = roll
        self.until = until
        self.opened = opened
        self.events = events
        self.due = due
        self.why = why
    }

    var testDescription: String { ([within, hours, zone, opened] + events + [why]).joined(separator: ", ") }

    func reading(at now: Instant, whenLater other: Instant? = nil) throws -> ClockReading {
        let policy = Policy(name: "test", calendar: try calendar(), clocks: [try rule()])
        let readings = reckon(policy, history: try history(), now: max(now, other ?? now))
        return try #require(readings.first)
    }

    func rule() throws -> ClockRule {
        ClockRule(
            name: "answer", within: try #require(TimeLimit(within)), from: .opened, pause: pause,
            roll: roll ? .nextWorkingDay : .none, until: until)
    }

    func calendar() throws -> WorkingCalendar {
        var spans: [Int: [WorkingCalendar.Span]] = [:]
        let words = hours.split(separator: " ")
        if let days = words.first {
            let span = try #require(WorkingCalendar.Span(words[1]))
            let numbers =
                days == "office" ? Array(1...5) : days == "all" ? Array(1...7) : [Weekday(days)?.iso ?? 0]
            for day in numbers { spans[day] = [span] }
        }
        let holidays = ["2026-12-25": "Christmas Day", "2026-12-28": "Made up"]
        return WorkingCalendar(
            name: "test", zone: zone, hours: spans,
            holidays: Dictionary(
                uniqueKeysWithValues: holidays.compactMap { day in
                    CivilDate(day.key).map { ($0, day.value) }
                }))
    }

    func history() throws -> CaseHistory {
        let entries = try events.map { event in
            let words = event.split(separator: " ").map { String($0) }
            let at = try instant(words[1] + " " + words[2])
            let what: CaseHistory.What =
                switch words[0] {
                case "wait": .wait
                case "resume": .resume
                case "assign": .assign
                case "resolve": .resolve
                case "reopen": .reopen
                case "delay": .delay(.init(until: try instant(words[3] + " " + words[4])))
                default: .reply
                }
            return CaseHistory.Entry(at: at, what: what)
        }
        return CaseHistory(opened: try instant(opened), entries: entries)
    }

    func lastEvent() throws -> Instant? { try history().entries.last?.at }

    func instant(_ text: String) throws -> Instant {
        let words = text.split(separator: " ")
        let clock = words[1].split(separator: ":").compactMap { Int($0) }
        let date = try #require(CivilDate(words[0]))
        return try #require(Zone(zone)).instant(of: date, minute: clock[0] * 60 + clock[1])
    }
}
