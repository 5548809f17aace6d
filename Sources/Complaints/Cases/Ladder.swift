/// Who is told when a clock runs out and nobody stops it: each rung of a policy's ladder once in each run of its
/// clock.

/// One rung: who is told, when, and what is to be done.
public struct Rung: Hashable, Sendable, Codable {
    public var who: String
    public var clock: String
    public var when: Moment
    public var what: String
    /// How the customer is told whom to turn to, by language; `""` stands for every language.
    public var told: [String: String]

    public enum Moment: Hashable, Sendable, Codable {
        /// This share of the clock's time is used up, 0 to 1.
        case share(Double)
        case before(TimeLimit)
        case due
        /// Counted from the due time, as the clock itself would be.
        case after(TimeLimit)

        /// `2 working hours before it is due`.
        public var text: String {
            switch self {
            case .share(let share): "when \(Int((share * 100).rounded())) % of the time is gone"
            case .before(let limit): "\(limit.text) before it is due"
            case .due: "when it is due"
            case .after(let limit): "\(limit.text) after it was due"
            }
        }
    }

    public init(
        who: String, clock: String, when: Moment, what: String, told: [String: String] = [:]
    ) {
        self.who = who
        self.clock = clock
        self.when = when
        self.what = what
        self.told = told
    }

    /// The words for the customer in a language, else in every language; nil where there are none.
    public func told(in language: String) -> String? { told[language] ?? told[""] }
}

/// A rung of one case, with its time.
public struct LadderStep: Hashable, Sendable {
    /// In the policy's ladder, from 1.
    public var number: Int
    /// When the clock began to run.
    public var start: Instant
    public var at: Instant

    public init(number: Int, start: Instant, at: Instant) {
        self.number = number
        self.start = start
        self.at = at
    }
}

/// When each rung of a policy's ladder falls, in order of time, those that were climbed among them; none of a
/// clock that is paused, stopped or off. One that would fall at the start or before it is left out.
public func ladderSteps(_ policy: Policy, history: CaseHistory, now: Instant) -> [LadderStep] {
    guard !policy.ladder.isEmpty, let working = WorkingTime(policy.calendar) else { return [] }
    let events = history.events(until: now, seenWithin: policy.seenWithin)
    var steps: [LadderStep] = []
    for rule in policy.clocks where policy.ladder.contains(where: { $0.clock == rule.name }) {
        let run = ClockRun(rule, on: working, history: history, events: events, isExplained: false)
        guard run.stop == nil, run.whyOff == nil, let due = run.end.due else { continue }
        for (index, rung) in policy.ladder.enumerated() where rung.clock == rule.name {
            let at =
                switch rung.when {
                case .share(let share): run.instant(used: share, due: due)
                case .before(let limit): working.instant(limit, before: due)
                case .due: due
                case .after(let limit):
                    NamedTime.after(limit).instant(now: due, on: policy.calendar)
                }
            guard let at, at > run.start else { continue }
            steps.append(LadderStep(number: index + 1, start: run.start, at: at))
        }
    }
    return steps.sorted { ($0.at, $0.number) < ($1.at, $1.number) }
}
