/// How long the clocks of cases ran until the event that stopped them, on the calendar of each policy.
struct ClockTimes {
    private let policies: [Int64: Known]

    private struct Known {
        var rules: [String: ClockRule]
        var working: WorkingTime?
    }

    init(_ policies: [Int64: Policy]) {
        self.policies = policies.mapValues { policy in
            Known(
                rules: Dictionary(
                    policy.clocks.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }),
                working: WorkingTime(policy.calendar))
        }
    }

    struct Time {
        /// From where the clock starts, or from the last reopening, by the clock on the wall.
        var elapsed: Duration
        /// The same in working time, without waits where they stop the clock; nil for a clock that counts
        /// neither working hours nor working days.
        var working: Duration?
    }

    /// nil for a clock that nothing stopped, or that the policy does not have.
    func time(
        of clock: ReportedClock, in item: ReportedCase, turns: some Sequence<CaseTurn>
    ) -> Time? {
        guard let stopped = clock.stopped, let known = policies[item.policy],
            let rule = known.rules[clock.name]
        else { return nil }
        let history = CaseHistory(opened: item.opened, posted: item.posted, seen: item.seen)
        var start = history.anchor(rule.from)
        var waits: [ClockPause] = []
        for turn in turns where turn.at <= stopped {
            switch turn.what {
            case .reopened:
                start = turn.at
                waits = []
            case .waiting where waits.last?.to != nil || waits.isEmpty:
                waits.append(ClockPause(from: max(turn.at, start)))
            case .resumed where waits.last?.to == nil && !waits.isEmpty:
                waits[waits.count - 1].to = turn.at
            default: continue
            }
        }
        guard rule.within.needsHours, let working = known.working else {
            return Time(elapsed: max(stopped - start, .zero))
        }
        var length = working.length(from: start, to: stopped)
        if rule.pause == .waiting, case .workingMinutes = rule.within {
            for wait in waits { length -= working.length(from: wait.from, to: wait.to ?? stopped) }
        }
        return Time(elapsed: max(stopped - start, .zero), working: max(length, .zero))
    }

    /// What it looks at besides.
    static let turns: Set<TimelineEntry.What> = [.reopened, .waiting, .resumed]
}
