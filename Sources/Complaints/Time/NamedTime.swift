/// A time to come as staff name it: the moment itself, or a length that is counted on the case's calendar.
public enum NamedTime: Hashable, Sendable {
    case at(Instant)
    /// `+2wd` ends at the closing of the second working day from now, `+8wh` after eight working hours.
    case after(TimeLimit)

    /// nil where the calendar has no such time within 20 years, or its zone is not known.
    public func instant(now: Instant, on calendar: WorkingCalendar) -> Instant? {
        switch self {
        case .at(let instant): return instant
        case .after(let limit):
            let rule = ClockRule(name: "", within: limit, from: .opened, until: .resolve)
            return Reckoner(Policy(name: "", calendar: calendar, clocks: [rule]))
                .readings(of: CaseHistory(opened: now), now: now, isExplained: false).first?.due
        }
    }
}
