/// How soon after a complaint or a reply was written a clock may be over: what polling must be quicker than.
extension Policy {
    /// Of the clocks that run, or end, by what is written on a page: counted from when the customer wrote, or
    /// stopped by a reply. As the least elapsed time that each may come to; nil when there is none.
    public var shortestClock: Duration? {
        clocks.filter { $0.from == .posted || $0.until == .reply || $0.until == .update }
            .map { $0.within.least(on: calendar) }.min()
    }
}

extension TimeLimit {
    /// Elapsed, when it begins at the worst moment: a clock in working days late at night, one in working
    /// hours at opening. Holidays, pauses and ends that move to a working day only make it longer.
    public func least(on calendar: WorkingCalendar) -> Duration {
        switch self {
        case .elapsed(let length): return length
        case .calendarDays(let count): return .seconds(max(count, 1) * 86_400)
        case .workingDays(let count):
            let days = (Array(calendar.hours.values) + calendar.exceptions.values.map(\.spans))
                .filter { !$0.isEmpty }
            // No day at all: the end of the day on which it begins.
            let end = days.compactMap { count == 0 ? $0.length : $0.last?.end }.min() ?? 1440
            return .seconds((max(count, 1) - 1) * 86_400 + end * 60)
        case .workingMinutes(let count):
            let day = calendar.hours.values.map(\.length).max() ?? 0
            guard day > 0, day < 1440 else { return .seconds(count * 60) }
            let nights = max(0, (count - 1) / day)
            return .seconds((count + nights * (1440 - day)) * 60)
        }
    }
}

extension [WorkingCalendar.Span] {
    /// In minutes.
    fileprivate var length: Int { reduce(0) { $0 + $1.end - $1.start } }
}
