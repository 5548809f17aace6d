import Complaints
import Storage

/// What held alerts of one endpoint has ended: they go out, one by itself, several in one digest, or wait for
/// what else holds them. One transaction.
struct QuietRelease {
    let outbox: Outbox
    let endpoint: String
    let now: Instant
    let session: any Session

    /// Read at a time: a long silence may hold a hundred thousand.
    static let batch = 1000

    /// - Returns: whether anything goes out.
    @discardableResult
    func run(_ holder: Holder) throws -> Bool {
        try session.forgetUnheld(of: endpoint, by: holder.description)
        let rule = outbox.gate.rule(for: endpoint, silences: try session.silencesInForce(now: now))
        let (free, held) = try sort(holder, by: rule)
        for (next, alerts) in held { try session.holdOn(alerts, by: next.holder, until: next.until) }
        if holder.kind == .silence, let number = Int64(holder.key) {
            try session.countLetGo(free.count + held.values.map(\.count).reduce(0, +), of: SilenceID(number))
        }
        guard !free.isEmpty, try spend(on: free, after: holder, by: rule) else { return false }
        if outbox.gate.singly.contains(endpoint) || free.count == 1 && !isAlwaysSummed(holder, by: rule) {
            try session.releaseHeld(free.map(\.number), now: now)
        } else {
            try bundle(free, of: holder, settings: rule.settings)
        }
        if holder.kind == .group { try session.keepGroupTold(holder.key, of: endpoint, now: now) }
        return true
    }

    /// A scheduled digest is one of a single alert as well, and with what an ended silence held go its reason and
    /// who gave it.
    private func isAlwaysSummed(_ holder: Holder, by rule: QuietRule) -> Bool {
        switch holder.kind {
        case .digest: true
        case .silence: !rule.silences.contains { $0.id.description == holder.key }
        case .quietHours, .group, .budget: false
        }
    }

    /// As little as can be: a long silence may hold a million.
    private struct Free {
        var number: Int64
        var type: EventType
        var `case`: CaseID?
        /// Until when it could be held at most, where something presses.
        var latest: Instant?
    }

    private struct NextHold: Hashable {
        var holder: Holder
        var until: Instant
    }

    private func sort(
        _ holder: Holder, by rule: QuietRule
    ) throws -> (free: [Free], held: [NextHold: [Int64]]) {
        var free: [Free] = []
        var held: [NextHold: [Int64]] = [:]
        var last: Int64 = 0
        while true {
            let alerts = try session.heldAlerts(
                of: endpoint, by: holder.description, until: now, after: last, limit: Self.batch)
            for alert in alerts {
                if let (next, until) = rule.stillHeld(alert.facts, after: holder.kind, now: now) {
                    held[NextHold(holder: next, until: until), default: []].append(alert.number)
                } else if let next = try regrouped(alert.facts, from: holder, by: rule) {
                    held[next, default: []].append(alert.number)
                } else {
                    let facts = alert.facts
                    free.append(
                        Free(
                            number: alert.number, type: facts.type, case: facts.case,
                            latest: facts.isLate ? nil : facts.latest))
                }
            }
            guard alerts.count == Self.batch, let end = alerts.last?.number else { return (free, held) }
            last = end
        }
    }

    /// What turned out to belong to an incident after it was laid joins the incident's group.
    private func regrouped(_ facts: QuietFacts, from holder: Holder, by rule: QuietRule) throws -> NextHold? {
        guard holder.kind == .group, let group = rule.settings.group, group.by.contains(.incident),
            facts.incident == nil, let incident = try session.incident(of: facts)
        else { return nil }
        var facts = facts
        facts.incident = incident
        let next = Holder(.group, group.key(facts))
        guard next != holder else { return nil }
        if let due = try session.heldUntil(next, of: endpoint) { return NextHold(holder: next, until: due) }
        guard let told = try session.groupTold(next.key, of: endpoint) else { return nil }
        let until = min(told, now) + group.interval
        return until > now ? NextHold(holder: next, until: until) : nil
    }

    /// What is held by time goes out when its time has come; groups and what was too much need a place in the
    /// budget.
    private func spend(on free: [Free], after holder: Holder, by rule: QuietRule) throws -> Bool {
        guard let budget = rule.settings.budget else { return true }
        let bucket = try session.bucket(of: endpoint) ?? .full(budget, now: now)
        if let left = bucket.taking(budget, now: now) {
            try session.keepBucket(left, of: endpoint)
            return true
        }
        guard holder.kind == .group || holder.kind == .budget else { return true }
        let next = bucket.next(budget, now: now)
        // A statute's deadline waits for no budget.
        if free.contains(where: { $0.latest.map { $0 <= next } ?? false }) {
            return true
        }
        try session.holdOn(free.map(\.number), by: Holder(.budget), until: next)
        return false
    }

    private func bundle(_ alerts: [Free], of holder: Holder, settings: QuietSettings) throws {
        let weighty = alerts.sorted { ($0.type.weight, $1.number) > ($1.type.weight, $0.number) }
            .prefix(DigestData.mostEvents)
        let summaries = try session.events(of: weighty.map(\.number)).map(\.summary)
        let span = try session.span(of: alerts.map(\.number))
        let counts = Dictionary(grouping: alerts, by: \.type).map {
            DigestData.TypeCount(type: $0.key.rawValue, count: $0.value.count)
        }
        var data = EventData()
        data.endpoint = endpoint
        data.digest = DigestData(
            reason: holder.kind.reason, key: holder.key.isEmpty ? nil : holder.key, events: summaries,
            counts: counts, from: span?.from ?? now, until: span?.until ?? now, zone: settings.zone?.name,
            language: settings.language)
        if holder.kind == .silence, let number = Int64(holder.key),
            let silence = try session.silence(SilenceID(number))
        {
            data.by = silence.by
            data.why = silence.why
        }
        let digest = try outbox.post(
            .digest, about: about(alerts), at: now, data: data, to: [endpoint], in: session)
        try session.bundle(alerts.map(\.number), into: digest)
    }

    /// The case that all of it is about, else the endpoint.
    private func about(_ alerts: [Free]) -> EventSubject {
        let cases = Set(alerts.map(\.case))
        if cases.count == 1, let id = cases.first ?? nil { return .case(id) }
        return .endpoint(endpoint)
    }
}
