/// When to warn that a clock is running out, counted in the unit that the warning or the clock is in.

/// One warning of one clock, and when it falls.
public struct ClockWarning: Hashable, Sendable {
    public var clock: String
    public var warning: ClockRule.Warning
    public var at: Instant

    public init(clock: String, warning: ClockRule.Warning, at: Instant) {
        self.clock = clock
        self.warning = warning
        self.at = at
    }
}

/// The warnings of a clock in order of time; none for a clock that is paused, stopped, off, or past its due
/// time at `now`. A warning that would fall at the start or before it is left out: it would say nothing new.
public func warnings(
    _ rule: ClockRule, on calendar: WorkingCalendar, history: CaseHistory, now: Instant,
    seenWithin: Duration? = nil
) -> [ClockWarning] {
    guard let working = WorkingTime(calendar) else { return [] }
    let events = history.events(until: now, seenWithin: seenWithin)
    let run = ClockRun(rule, on: working, history: history, events: events, isExplained: false)
    guard run.stop == nil, run.whyOff == nil, let due = run.end.due, now <= due else { return [] }
    return rule.warnings.compactMap { warning in
        let at =
            switch warning {
            case .share(let share): run.instant(used: share, due: due)
            case .before(let limit): working.instant(limit, before: due)
            }
        guard let at, at > run.start, at <= due else { return nil }
        return ClockWarning(clock: rule.name, warning: warning, at: at)
    }
    .sorted { $0.at < $1.at }
}

/// The first warning of a clock after `instant`, as things stand at `now`.
public func nextWarning(
    _ rule: ClockRule, on calendar: WorkingCalendar, history: CaseHistory, now: Instant,
    after instant: Instant, seenWithin: Duration? = nil
) -> ClockWarning? {
    warnings(rule, on: calendar, history: history, now: now, seenWithin: seenWithin)
        .first { $0.at > instant }
}

extension ClockRun {
    /// When that share of the length is used up: of working time for `wh` and `wd`, else of elapsed time.
    func instant(used share: Double, due: Instant) -> Instant? {
        let share = min(max(share, 0), 1)
        func part(_ whole: Duration) -> Duration {
            .milliseconds(Int64((Double(whole.inMilliseconds) * share).rounded()))
        }
        switch rule.within {
        case .workingMinutes(let count) where agreed == nil:
            // Around the same pauses as the whole.
            return walkHours(part(.seconds(Int64(count) * 60))).end.due
        case .elapsed(let length) where agreed == nil:
            return walkElapsed(part(length)).end.due
        case .workingMinutes, .workingDays:
            let whole = working.length(from: start, to: due)
            return working.instant(whole - part(whole), before: due)
        case .calendarDays, .elapsed:
            return start + part(due - start)
        }
    }
}

extension WorkingTime {
    /// The instant that lies the limit before `due`, counted backwards in the limit's unit: `1wd` before
    /// Friday's closing is Thursday's closing, `1d` is the same local time on the day before.
    func instant(_ limit: TimeLimit, before due: Instant) -> Instant? {
        switch limit {
        case .elapsed(let length): return due - length
        case .workingMinutes(let count): return instant(.seconds(Int64(count) * 60), before: due)
        case .calendarDays(let count):
            let local = zone.local(due)
            return zone.instant(
                of: LocalTime(
                    date: local.date.adding(days: -count), milliseconds: local.milliseconds))
        case .workingDays(let count):
            // An end at 24:00 belongs to the day that ends.
            var date = zone.local(due - .milliseconds(1)).date
            for _ in 0..<count {
                guard let earlier = workingDay(until: date.adding(days: -1)) else { return nil }
                date = earlier
            }
            return closing(of: date).map { min($0, due) }
        }
    }
}
