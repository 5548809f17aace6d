/// A time to come as staff name it: the moment itself, or what is read on the case's calendar.
public enum NamedTime: Hashable, Sendable {
    case at(Instant)
    /// What a clock shows in the zone of the calendar; without a minute the end of that day there.
    case local(Day, minute: Int?)
    /// `+2wd` ends at the closing of the second working day from now, `+8wh` after eight working hours.
    case after(TimeLimit)

    public enum Day: Hashable, Sendable {
        case date(CivilDate)
        /// Days after what is today in the zone of the calendar.
        case ahead(Int)
    }

    /// Further than that nothing is put off: what is later is a slip of the hand. In days.
    private static let mostDays = 36_525
    /// RFC 3339 has years of four digits, in every zone.
    private static let last = CivilDate(year: 9999, month: 12, day: 30)

    /// nil where the calendar has no such time within 20 years, or its zone is not known.
    public func instant(now: Instant, on calendar: WorkingCalendar) -> Instant? {
        switch self {
        case .at(let instant): return instant
        case .local(let day, let minute):
            guard let zone = Zone(calendar.zone) else { return nil }
            return Self.instant(day, minute: minute, now: now, in: zone)
        case .after(let limit):
            let rule = ClockRule(name: "", within: limit, from: .opened, until: .resolve)
            return Reckoner(Policy(name: "", calendar: calendar, clocks: [rule]))
                .readings(of: CaseHistory(opened: now), now: now, isExplained: false).first?.due
        }
    }

    private static func instant(_ day: Day, minute: Int?, now: Instant, in zone: Zone) -> Instant {
        let date: CivilDate =
            switch day {
            case .date(let date): date
            case .ahead(let days): zone.local(now).date.adding(days: days)
            }
        return minute.map { zone.instant(of: date, minute: $0) } ?? zone.instant(of: date.adding(days: 1))
    }

    /// Whether it is so far off that nobody can mean it, a hundred years, or has a year of five digits.
    public static func isTooFar(_ instant: Instant, now: Instant) -> Bool {
        let isPast9999 = last.map { instant > Zone.utc.instant(of: $0.adding(days: 1)) } ?? false
        return isPast9999 || instant > now + .seconds(Int64(mostDays) * 86_400)
    }
}
