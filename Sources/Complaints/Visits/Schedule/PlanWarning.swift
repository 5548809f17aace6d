/// A promise that polling as configured cannot keep.
public enum PlanWarning: Hashable, Sendable {
    /// More is asked of a host than it may be asked: every interval on it grows by that factor.
    case hostOverloaded(host: String, askedADay: Double, allowedADay: Double, gap: Duration, growth: Double)
    /// A complaint may be seen only after a deadline of its policy has passed.
    case seenTooLate(SourceID, worst: Duration, policy: String, clock: Duration)
    /// The source's hours alone stay closed for longer than a clock of its policy runs.
    case closedLongerThanClock(SourceID, closed: Duration, policy: String, clock: Duration)
    case neverOpen(SourceID)
    case disallowed(SourceID, line: Int?)
    case paused(SourceID)
    case blind(SourceID, since: Instant?)

    init?(_ host: PollPlan.HostLine) {
        guard host.utilisation > 1.001 else { return nil }
        self = .hostOverloaded(
            host: host.host, askedADay: host.requestsADay, allowedADay: host.allowedADay, gap: host.gap,
            growth: host.utilisation)
    }

    init?(_ demand: PollDemand, _ line: PollPlan.SourceLine) {
        switch demand.standing {
        case .paused: self = .paused(demand.source)
        case .blind(let since): self = .blind(demand.source, since: since)
        case .disallowed(let line): self = .disallowed(demand.source, line: line)
        case .polled:
            guard let worst = line.worstDelay else {
                self = .neverOpen(demand.source)
                return
            }
            guard let clock = demand.shortestClock, clock < worst else { return nil }
            let closed = demand.window?.longestClosed ?? .zero
            self =
                closed > clock
                ? .closedLongerThanClock(demand.source, closed: closed, policy: demand.policy, clock: clock)
                : .seenTooLate(demand.source, worst: worst, policy: demand.policy, clock: clock)
        }
    }

    /// The source it is about; nil for a host.
    public var source: SourceID? {
        switch self {
        case .hostOverloaded: nil
        case .seenTooLate(let source, _, _, _), .closedLongerThanClock(let source, _, _, _),
            .neverOpen(let source), .disallowed(let source, _), .paused(let source), .blind(let source, _):
            source
        }
    }
}

extension PlanWarning: CustomStringConvertible {
    /// One sentence: what, where, what it means.
    public var description: String {
        switch self {
        case .hostOverloaded(let host, let asked, let allowed, let gap, let growth):
            "\(host): \(Self.whole(asked)) requests a day are asked for and \(Self.whole(allowed)) allowed, "
                + "\(gap.roughText) apart: its sources' intervals grow to \(Self.times(growth)) times their length"
        case .seenTooLate(let source, let worst, let policy, let clock):
            "\(source): a complaint may be seen only \(worst.roughText) after it was written, and a clock of "
                + "policy \(policy) runs \(clock.roughText): a deadline may pass before we know"
        case .closedLongerThanClock(let source, let closed, let policy, let clock):
            "\(source): its hours stay closed for \(closed.roughText), and a clock of policy \(policy) runs "
                + "\(clock.roughText): a deadline may pass before we know"
        case .neverOpen(let source): "\(source): its hours never open, so it is not polled"
        case .disallowed(let source, let line):
            "\(source): robots.txt\(line.map { ", line \($0)," } ?? "") disallows it, so it is not polled"
        case .paused(let source): "\(source): paused, so nothing new is seen"
        case .blind(let source, let since):
            "\(source): blind\(since.map { " since \($0.rfc3339())" } ?? ""), so nothing new is seen"
        }
    }

    /// `86400`; the sums are estimates, so no fractions.
    private static func whole(_ number: Double) -> String {
        number < 1e15 ? String(Int64(number.rounded(.up))) : "more than 1000000000000000"
    }

    /// `1.4`; above ten a whole number.
    private static func times(_ factor: Double) -> String {
        guard factor < 10 else { return whole(factor) }
        let tenths = Int((factor * 10).rounded(.up))
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

extension Duration {
    /// Two units at most, for people: `250 ms`, `45 s`, `15 min`, `2 h 5 min`, `3 d 4 h`.
    public var roughText: String {
        let ms = inMilliseconds
        switch ms {
        case ..<1000: return "\(ms) ms"
        case ..<60_000: return ms % 1000 == 0 ? "\(ms / 1000) s" : "\(ms / 1000).\(ms % 1000 / 100) s"
        case ..<3_600_000: return Self.pair(ms / 60_000, "min", ms / 1000 % 60, "s")
        case ..<86_400_000: return Self.pair(ms / 3_600_000, "h", ms / 60_000 % 60, "min")
        default: return Self.pair(ms / 86_400_000, "d", ms / 3_600_000 % 24, "h")
        }
    }

    private static func pair(_ large: Int64, _ unit: String, _ small: Int64, _ smaller: String) -> String {
        small == 0 ? "\(large) \(unit)" : "\(large) \(unit) \(small) \(smaller)"
    }
}
