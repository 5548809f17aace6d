import Synchronization

/// The working time of a calendar as stretches of instants: what every working hour and working day of a
/// deadline is counted on.
struct WorkingTime {
    let calendar: WorkingCalendar
    let zone: Zone
    private let known = KnownDays()

    /// How far a deadline is looked for, so that a calendar without hours ends the search.
    static let horizon = 7_305

    /// nil when the calendar's zone is not known.
    init?(_ calendar: WorkingCalendar) {
        guard let zone = Zone(calendar.zone) else { return nil }
        self.calendar = calendar
        self.zone = zone
    }

    /// The working time that begins on that local day, in order; a span over midnight ends on the next.
    /// Empty on a holiday, on a day without hours, and where a change of clocks skips every span.
    func stretches(on date: CivilDate) -> [Range<Instant>] {
        let day = date.daysSince1970
        if let known = known.stretches(on: day) { return known }
        let found = laidOut(on: date)
        known.keep(found, on: day)
        return found
    }

    private func laidOut(on date: CivilDate) -> [Range<Instant>] {
        let spans = calendar.spans(on: date)
        guard !spans.isEmpty else { return [] }
        var found: [Range<Instant>] = []
        for span in spans {
            let start = max(zone.instant(of: date, minute: span.start), found.last?.upperBound ?? .min)
            let end = zone.instant(of: date, minute: span.end)
            if start < end { found.append(start..<end) }
        }
        return found
    }

    func isWorkingDay(_ date: CivilDate) -> Bool { !stretches(on: date).isEmpty }

    func opening(of date: CivilDate) -> Instant? { stretches(on: date).first?.lowerBound }

    func closing(of date: CivilDate) -> Instant? { stretches(on: date).last?.upperBound }

    /// The first working day on or after `date`.
    func workingDay(from date: CivilDate) -> CivilDate? {
        (0..<Self.horizon).lazy.map { date.adding(days: $0) }.first { isWorkingDay($0) }
    }

    /// The last working day on or before `date`.
    func workingDay(until date: CivilDate) -> CivilDate? {
        (0..<Self.horizon).lazy.map { date.adding(days: -$0) }.first { isWorkingDay($0) }
    }

    /// Working time between two instants; zero when `end` is not later.
    func length(from start: Instant, to end: Instant) -> Duration {
        var total: Int64 = 0
        var cursor = start
        // A span over midnight may reach into the first day from the day before.
        var date = zone.local(start).date.adding(days: -1)
        while cursor < end, date <= zone.local(end).date {
            for stretch in stretches(on: date) {
                let from = max(stretch.lowerBound, cursor)
                let to = min(stretch.upperBound, end)
                guard from < to else { continue }
                total += to.milliseconds - from.milliseconds
                cursor = to
            }
            date = date.adding(days: 1)
        }
        return .milliseconds(total)
    }

    /// The instant that lies `length` of working time before `end`.
    func instant(_ length: Duration, before end: Instant) -> Instant? {
        var left = length.inMilliseconds
        var cursor = end
        let last = zone.local(end).date
        for back in 0..<Self.horizon {
            for stretch in stretches(on: last.adding(days: -back)).reversed() {
                let to = min(stretch.upperBound, cursor)
                guard stretch.lowerBound < to else { continue }
                let here = to.milliseconds - stretch.lowerBound.milliseconds
                if here >= left { return Instant(milliseconds: to.milliseconds - left) }
                left -= here
                cursor = stretch.lowerBound
            }
        }
        return nil
    }

    /// Why nobody works on that day: `a holiday (Assumption)`, `no working hours`; nil when they do.
    func reasonFree(_ date: CivilDate) -> String? {
        guard !isWorkingDay(date) else { return nil }
        if zone.length(of: date) == .zero { return "a day that \(zone.name) left out" }
        if let own = calendar.exceptions[date] {
            return own.name.isEmpty ? "a day off by the calendar" : "a day off (\(own.name))"
        }
        guard calendar.hours[date.isoWeekday]?.isEmpty == false, let name = calendar.holidays[date] else {
            return "no working hours"
        }
        return name.isEmpty ? "a holiday" : "a holiday (\(name))"
    }
}

/// The days that were laid out: deadlines of one calendar lie on the same few hundred.
private final class KnownDays: Sendable {
    private let days = Mutex<[Int: [Range<Instant>]]>([:])

    func stretches(on day: Int) -> [Range<Instant>]? { days.withLock { $0[day] } }

    func keep(_ found: [Range<Instant>], on day: Int) {
        days.withLock { days in
            if days.count > 20_000 { days = [:] }
            days[day] = found
        }
    }
}

extension Instant {
    public static let min = Instant(milliseconds: .min)
}
