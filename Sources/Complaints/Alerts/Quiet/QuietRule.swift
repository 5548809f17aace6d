/// Whether an alert goes out now or waits, for what, and until when.
public struct QuietRule: Sendable {
    public let endpoint: String
    public let settings: QuietSettings
    /// Those in force.
    public let silences: [Silence]

    public init(endpoint: String, settings: QuietSettings, silences: [Silence]) {
        self.endpoint = endpoint
        self.settings = settings
        self.silences = silences
    }

    /// What is known of an endpoint besides its settings.
    public struct State: Hashable, Sendable {
        /// When the alert's group was told last.
        public var groupTold: Instant?
        /// When those of its group that wait are told; nil where none waits.
        public var groupDue: Instant?
        /// When those that wait for the budget are told; nil where none waits.
        public var overflowDue: Instant?
        /// nil where nothing was spent yet.
        public var bucket: TokenBucket?

        public init(
            groupTold: Instant? = nil, groupDue: Instant? = nil, overflowDue: Instant? = nil,
            bucket: TokenBucket? = nil
        ) {
            self.groupTold = groupTold
            self.groupDue = groupDue
            self.overflowDue = overflowDue
            self.bucket = bucket
        }
    }

    public enum Decision: Hashable, Sendable {
        case send(Reason)
        case hold(Holder, until: Instant)
    }

    public enum Reason: Hashable, Sendable {
        case nothingHolds
        /// A test, or a digest: what was held already is not held again.
        case always
        /// A deadline was missed: that waits for no budget.
        case missed
        /// Whoever runs the installation has to know it now.
        case operators
        /// A statute's deadline is too near.
        case statute(due: Instant?)
    }

    /// A new alert: silences first, then the digest, quiet hours, the group, the budget.
    /// - Returns: with what is left of the budget.
    public func decide(
        _ facts: QuietFacts, state: State, now: Instant
    ) -> (decision: Decision, bucket: TokenBucket?) {
        if facts.type == .test || facts.type == .digest { return (.send(.always), state.bucket) }
        var pressed = false
        if let holder = rest(facts, after: nil, now: now, pressed: &pressed) {
            return (.hold(holder.holder, until: holder.until), state.bucket)
        }
        if facts.isForOperators { return (.send(.operators), state.bucket) }
        if let group = settings.group {
            let until = state.groupDue ?? group.due(told: state.groupTold, now: now)
            if isFree(facts, until: until, now: now) {
                return (.hold(Holder(.group, group.key(facts)), until: until), state.bucket)
            }
            pressed = true
        }
        guard let budget = settings.budget else {
            return (.send(pressed ? .statute(due: facts.statuteDue) : .nothingHolds), state.bucket)
        }
        let bucket = state.bucket ?? .full(budget, now: now)
        // What waits already goes first.
        if state.overflowDue == nil, let left = bucket.taking(budget, now: now) {
            return (.send(pressed ? .statute(due: facts.statuteDue) : .nothingHolds), left)
        }
        let next = state.overflowDue ?? bucket.next(budget, now: now)
        // After a standstill hundreds may be told at once; that they are late no longer hangs on minutes.
        if !facts.isLate {
            if facts.type == .caseMissed { return (.send(.missed), bucket) }
            if !isFree(facts, until: next, now: now) {
                return (.send(.statute(due: facts.statuteDue)), bucket)
            }
        }
        return (.hold(Holder(.budget), until: next), bucket)
    }

    /// An alert whose hold has ended: what else holds it; nil where it may go.
    public func stillHeld(
        _ facts: QuietFacts, after holder: Holder.Kind, now: Instant
    ) -> (Holder, until: Instant)? {
        var pressed = false
        return rest(facts, after: holder, now: now, pressed: &pressed).map { ($0.holder, $0.until) }
    }

    /// What holds by time alone: silences, the digest and quiet hours. What operators have to know is held by a
    /// silence alone.
    private func rest(
        _ facts: QuietFacts, after ended: Holder.Kind?, now: Instant, pressed: inout Bool
    ) -> (holder: Holder, until: Instant)? {
        let silence = silences.filter { $0.isInForce(now) && $0.covers.takes(facts, to: endpoint) }
            .max { ($0.until, $0.id) < ($1.until, $1.id) }
        if let silence {
            // Somebody chose it knowingly, so what presses waits too, but not beyond its latest moment.
            let until = facts.latest.map { min($0, silence.until) } ?? silence.until
            if until > now { return (Holder(.silence, silence.id.description), until) }
            pressed = true
        }
        if facts.isForOperators { return nil }
        if let digest = settings.digest, ended != .digest, ended != .quietHours {
            let until = digest.next(after: now)
            if isFree(facts, until: until, now: now) { return (Holder(.digest), until) }
            pressed = true
        }
        if let until = settings.hours?.end(at: now) {
            if isFree(facts, until: until, now: now) { return (Holder(.quietHours), until) }
            pressed = true
        }
        return nil
    }

    /// Whether it may wait until then.
    private func isFree(_ facts: QuietFacts, until: Instant, now: Instant) -> Bool {
        facts.latest.map { until < $0 } ?? true
    }

    /// The furthest that anything of this kind can be held at `now`, by the settings as they are now; `now` where
    /// nothing holds any more. What was held longer is pulled in: the settings or the clock were changed.
    public func furthest(_ holder: Holder, bucket: TokenBucket?, now: Instant) -> Instant {
        switch holder.kind {
        case .silence:
            silences.first { $0.id.description == holder.key && $0.isInForce(now) }?.until ?? now
        case .digest: settings.digest?.next(after: now) ?? now
        case .quietHours: settings.hours?.end(at: now) ?? now
        case .group: settings.group.map { now + max($0.wait, $0.interval) } ?? now
        case .budget:
            settings.budget.map { (bucket ?? .full($0, now: now)).next($0, now: now) } ?? now
        }
    }
}

/// What holds an alert back.
public struct Holder: Hashable, Sendable, CustomStringConvertible {
    public var kind: Kind
    /// The group's key, the silence's number; empty for the others.
    public var key: String

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case silence, digest
        case quietHours = "quiet-hours"
        case group, budget

        public var reason: DigestData.Reason {
            switch self {
            case .silence: .silence
            case .digest: .digest
            case .quietHours: .quietHours
            case .group: .group
            case .budget: .budget
            }
        }
    }

    public init(_ kind: Kind, _ key: String = "") {
        self.kind = kind
        self.key = key
    }

    /// `silence/3`, `group/case/42`, `quiet-hours`.
    public var description: String { key.isEmpty ? kind.rawValue : "\(kind.rawValue)/\(key)" }

    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        guard let first = parts.first, let kind = Kind(rawValue: first) else { return nil }
        self.init(kind, parts.count > 1 ? parts[1] : "")
    }
}
