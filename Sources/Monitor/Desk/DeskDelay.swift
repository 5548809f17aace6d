import Complaints
import Storage

/// A deadline that staff move.
public struct DelayRequest: Hashable, Sendable {
    /// nil, for an extension only: as far as the law allows.
    public var until: NamedTime?
    public var why: String
    public var kind: CaseHistory.Delay.Kind
    /// nil for every clock that it fits.
    public var clock: String?

    public init(
        until: NamedTime?, why: String, kind: CaseHistory.Delay.Kind = .agreed, clock: String? = nil
    ) {
        self.until = until
        self.why = why
        self.kind = kind
        self.clock = clock
    }
}

/// What came of it.
public struct DelayOutcome: Sendable {
    public var `case`: Case
    /// The clocks with a later due time, or with a later date to hold when a wait ends, as they show now.
    public var moved: [ClockReading]
    /// Those that had been missed before it was said: kept on the timeline, and missed all the same.
    public var late: [ClockReading]
    /// Of the case's calendar, by which what was asked for was read.
    public var zone: Zone
}

extension Desk {
    /// Moves the deadlines of a case that the rules let move. One that has passed is not moved: that it was
    /// missed and delayed is recorded and told. What moves nothing and comes in time is refused.
    public func delay(_ id: CaseID, _ asked: DelayRequest) async throws -> DelayOutcome {
        let done = try await transact(id, leavesNext: false) { file, now in
            try file.act(.delay)
            let names = file.policy.clocks.map(\.name)
            if let clock = asked.clock, !names.contains(clock) {
                throw Refusal.already(
                    "case \(id) has no clock \(clock); it has \(names.joined(separator: ", "))")
            }
            let until = try asked.until.map { try file.instant(of: $0, now: now) }
            let entry = TimelineEntry(
                at: now, by: who, what: asked.kind == .agreed ? .delayed : .extended, note: asked.why,
                time: until, clock: asked.clock)
            let (before, after) = (file.readings(now: now), file.readings(now: now, with: entry))
            let pairs = zip(before, after)
            let moved = pairs.filter { old, new in
                Self.isLater(new.due, than: old.due) || Self.isLater(new.notBefore, than: old.notBefore)
            }.map(\.1)
            let fitting = Set(file.policy.clocks.filter { asked.fits($0) }.map(\.name))
            let late = before.filter {
                fitting.contains($0.name) && $0.state == .missed && $0.stoppedAt == nil
            }
            guard !moved.isEmpty || !late.isEmpty else {
                throw Refusal.already("no deadline of case \(id) moves: " + Self.reasons(pairs))
            }
            try file.add(entry)
            try file.settle(now: now)
            try file.post(.caseDelayed, at: now, by: who, why: asked.why, clock: moved.first ?? late.first)
            return DelayOutcome(
                case: file.case, moved: moved, late: late, zone: Zone(file.policy.calendar.zone) ?? .utc)
        }
        var outcome = done.result
        outcome.case = done.case
        return outcome
    }

    private static func isLater(_ new: Instant?, than old: Instant?) -> Bool {
        new.map { new in old.map { $0 < new } ?? true } ?? false
    }

    /// What the proofs say of it, a clock at a time.
    private static func reasons(_ pairs: Zip2Sequence<[ClockReading], [ClockReading]>) -> String {
        let reasons = pairs.flatMap { old, new in
            new.steps.filter { !old.steps.contains($0) && $0.hasSuffix("does not count") }
                .map { "\(new.name): \($0)" }
        }
        return reasons.isEmpty ? "no clock runs that it could move" : reasons.joined(separator: "; ")
    }
}

extension DelayRequest {
    /// Whether it is meant for the clock, as the deadline rule takes it.
    fileprivate func fits(_ rule: ClockRule) -> Bool {
        guard clock == nil || clock == rule.name else { return false }
        return switch kind {
        case .agreed: rule.statute == nil
        case .extension: rule.isStatutory || rule.longest != nil
        }
    }
}
