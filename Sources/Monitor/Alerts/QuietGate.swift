import Complaints
import Storage

/// Lets alerts out or holds them back, in the transaction that lays them into the outbox.
struct QuietGate: Sendable {
    /// By endpoint; those without any have no entry.
    let settings: [String: QuietSettings]
    /// Endpoints to which each alert goes by itself, whatever held it.
    let singly: Set<String>
    let time: any TimeSource

    init(_ endpoints: [Endpoint], time: any TimeSource) {
        settings = Dictionary(
            endpoints.filter { !$0.quiet.isNone }.map { ($0.name, $0.quiet) },
            uniquingKeysWith: { first, _ in first })
        singly = Set(endpoints.filter { !$0.form.name.takesSums }.map(\.name))
        self.time = time
    }

    func rule(for endpoint: String, silences: [Silence]) -> QuietRule {
        QuietRule(endpoint: endpoint, settings: settings[endpoint] ?? .none, silences: silences)
    }

    /// To be called once for an event, after its alerts were laid.
    func pass(_ event: EventID, _ facts: QuietFacts, to endpoints: [String], in session: any Session) throws {
        guard !endpoints.isEmpty else { return }
        let now = time.now()
        let silences = try session.silencesInForce(now: now)
        for endpoint in endpoints where !silences.isEmpty || settings[endpoint] != nil {
            let rule = rule(for: endpoint, silences: silences)
            var facts = facts
            if rule.settings.group?.by.contains(.incident) == true, facts.incident == nil {
                facts.incident = try session.incident(of: facts)
            }
            let state = try state(of: rule, facts, in: session)
            let (decision, bucket) = rule.decide(facts, state: state, now: now)
            if let bucket, bucket != state.bucket { try session.keepBucket(bucket, of: endpoint) }
            if case .hold(let holder, let until) = decision {
                try session.hold(event, for: endpoint, by: holder, until: until, facts: facts)
            }
            guard let again = rule.settings.group?.repeat, facts.asks else { continue }
            try session.keepReminder(
                Reminder(
                    endpoint: endpoint, about: facts.asked, case: facts.case, event: event, type: facts.type,
                    since: now, last: event, next: now + again))
        }
    }

    private func state(
        of rule: QuietRule, _ facts: QuietFacts, in session: any Session
    ) throws -> QuietRule.State {
        var state = QuietRule.State()
        if let group = rule.settings.group {
            let key = group.key(facts)
            state.groupTold = try session.groupTold(key, of: rule.endpoint)
            state.groupDue = try session.heldUntil(Holder(.group, key), of: rule.endpoint)
        }
        if rule.settings.budget != nil {
            state.overflowDue = try session.heldUntil(Holder(.budget), of: rule.endpoint)
            state.bucket = try session.bucket(of: rule.endpoint)
        }
        return state
    }
}
