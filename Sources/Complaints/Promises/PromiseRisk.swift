/// When a promise is at risk: said once, early enough that something can still be done about it.
public struct PromiseRisk: Hashable, Sendable, Codable {
    /// The earliest of them counts.
    public var marks: [ClockRule.Warning]

    public init(_ marks: [ClockRule.Warning]) { self.marks = marks }

    /// Four fifths of the time are gone, or a working day is left.
    public static let usual = PromiseRisk([.share(0.8), .before(.workingDays(1))])

    /// Shares are counted in working time where there is any between the two, and a mark before the due time
    /// counts only in the second half: a promise of two hours is not at risk when it is made.
    ///
    /// nil where no mark falls between, or the calendar's zone is not known.
    public func moment(from made: Instant, to due: Instant, on calendar: WorkingCalendar) -> Instant? {
        guard due > made, let working = WorkingTime(calendar) else { return nil }
        let whole = working.length(from: made, to: due)
        func used(_ share: Double) -> Instant? {
            func part(_ length: Duration) -> Duration {
                .milliseconds(Int64((Double(length.inMilliseconds) * share).rounded()))
            }
            guard whole > .zero else { return made + part(due - made) }
            return working.instant(whole - part(whole), before: due)
        }
        let half = used(0.5) ?? made
        return marks.compactMap { mark -> Instant? in
            switch mark {
            case .share(let share): return used(min(max(share, 0), 1))
            case .before(let limit):
                return working.instant(limit, before: due).flatMap { $0 >= half ? $0 : nil }
            }
        }
        .filter { $0 > made && $0 <= due }.min()
    }
}
