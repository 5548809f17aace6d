import Complaints
import Storage

/// Looks for bursts of one subject's complaints, gathers what belongs to them, and ends those that are over.
///
/// Everything is judged from the store alone, so that it does not matter when the daemon was started.
struct IncidentWatch {
    let settings: IncidentSettings
    let outbox: Outbox
    let now: Instant
    let session: any Session

    /// What is to be done; reading it changes nothing.
    struct Plan {
        var joining: [(incident: IncidentID, mentions: [MentionID])] = []
        var closing: [Incident] = []
        var opening: (incident: Incident, members: [Arrival])?

        var isEmpty: Bool { joining.isEmpty && closing.isEmpty && opening == nil }
    }

    /// In which a burst is looked for: the longest window.
    static let reach: Duration = .seconds(24 * 3600)
    /// Earlier complaints whose words are compared with those of a burst.
    static let mostBefore = 200
    /// Complaints of a burst whose words are read; the newest.
    static let mostTold = 300
    /// Texts of an incident of one wording that a new one is compared with.
    static let mostCopies = 20

    /// - Returns: whether anything was done.
    func run(_ subject: String) throws -> Bool {
        var isDone = false
        // After one was closed another may open.
        for _ in 0..<3 {
            let plan = try look(subject)
            guard !plan.isEmpty else { break }
            try perform(plan)
            isDone = true
        }
        return isDone
    }

    func look(_ subject: String) throws -> Plan {
        var plan = Plan()
        let open = try session.openIncidents(of: subject)
        let since = open.map { $0.from - $0.window }.reduce(now - Self.reach, min)
        let loose = try session.looseArrivals(of: subject, since: since, until: now)
        var joined: Set<MentionID> = []
        for incident in open {
            let alike = try alike(loose.filter { !joined.contains($0.mention) }, to: incident)
            joined.formUnion(alike.map(\.mention))
            if !alike.isEmpty { plan.joining.append((incident.id, alike.map(\.mention))) }
            if try isOver(incident, with: alike) { plan.closing.append(incident) }
        }
        // One alert a burst: what is not alike may still be its other side.
        guard settings.isOn, open.allSatisfy({ now - $0.opened >= Self.reach }) else { return plan }
        let recent = loose.filter { $0.at > now - Self.reach && !joined.contains($0.mention) }
        plan.opening = try opening(recent, of: subject)
        return plan
    }

    private func perform(_ plan: Plan) throws {
        for (incident, mentions) in plan.joining { try session.join(mentions, to: incident) }
        for incident in plan.closing {
            try session.closeIncident(incident.id, at: now)
            try post(.incidentClosed, incident.id)
        }
        if let (incident, members) = plan.opening {
            let id = try session.addIncident(incident)
            try session.join(members.map(\.mention), to: id)
            // People are told of all that belongs to it, not only of those by which it was noticed.
            if let opened = try session.incident(id) {
                let since = opened.from - opened.window
                let loose = try session.looseArrivals(of: opened.subject, since: since, until: now)
                try session.join(alike(loose, to: opened).map(\.mention), to: id)
            }
            try post(.incidentOpened, id)
        }
    }

    private func post(_ type: EventType, _ id: IncidentID) throws {
        guard let incident = try session.incident(id) else { return }
        let members = try session.members(of: id)
        var data = EventData()
        data.incident = IncidentData(
            incident, cases: Set(members.compactMap(\.caseID)).sorted(),
            mentions: try members.prefix(IncidentData.mostMentions).compactMap {
                try session.mention($0.mention)
            })
        data.why = incident.why
        try outbox.post(type, about: .incident(id), at: now, data: data, in: session)
    }

    // MARK: What opens one

    private func opening(_ recent: [Arrival], of subject: String) throws -> (Incident, [Arrival])? {
        // Most subjects have no more complaints in a day than this: nothing else is asked for.
        let fresh = recent.filter { !$0.isBackfill && $0.span <= Self.reach }
        guard Set(fresh.map(\.voice)).count >= settings.atLeast else { return nil }
        let past = now - Baseline.memory - Self.reach
        let baseline = Baseline(try session.histories(of: subject, since: past))
        let topics = try session.topics(of: subject, since: past, until: now - Self.reach)
        let rule = BurstRule(settings)
        guard let burst = rule.look(recent, baseline: baseline, topics: topics) else { return nil }
        let told = try burst.arrivals.suffix(Self.mostTold).compactMap { arrival in
            try session.mention(arrival.mention).map { LikenessRule.Told(arrival, text: $0.content.words) }
        }
        let before = try session.complaintTexts(of: subject, before: burst.from, limit: Self.mostBefore)
        guard
            let found = LikenessRule(settings).look(burst, told: told, before: before, topics: topics)
        else { return nil }
        let usual = baseline.usual(from: now - Self.reach, length: Self.reach).mean / 24
        let share = share(of: found.likeness, before: before, topics: topics)
        return (Incident(burst, found, subject: subject, usualRate: usual * share, now: now), found.members)
    }

    /// Of earlier complaints, those that would have been alike.
    private func share(of likeness: Likeness, before: [String], topics: [String: Int]) -> Double {
        let reader = LikenessReader(likeness)
        let byWords = before.count { reader.shares(topic: nil, text: $0) }
        let byTopic = likeness.topic.flatMap { topics[$0] } ?? 0
        let known = topics.values.reduce(0, +)
        return min(
            1,
            (Double(byWords) + 1) / (Double(before.count) + 2) + (Double(byTopic) + 1) / (Double(known) + 8))
    }

    // MARK: What belongs to one, and what ends it

    private func alike(_ arrivals: [Arrival], to incident: Incident) throws -> [Arrival] {
        let reader = LikenessReader(incident.likeness)
        var copies: [[UInt32]]?
        return try arrivals.filter { arrival in
            guard arrival.at >= incident.from - incident.window,
                let mention = try session.mention(arrival.mention)
            else { return false }
            let text = mention.content.words
            if reader.shares(topic: arrival.topic, text: text) { return true }
            guard incident.likeness.isOneWording else { return false }
            let others =
                try copies
                ?? session.members(of: incident.id).prefix(Self.mostCopies).compactMap {
                    try session.mention($0.mention).map { shingleSketch($0.content.words) }
                }
            copies = others
            let sketch = shingleSketch(text)
            return others.contains { sketchSimilarity($0, sketch) >= LikenessRule.oneWording }
        }
    }

    /// While its sources cannot be seen, nobody knows whether it is.
    private func isOver(_ incident: Incident, with joining: [Arrival]) throws -> Bool {
        let since = now - incident.calmLength - incident.calmLength
        let times = try session.arrivalTimes(of: incident.id, since: since) + joining.map(\.at)
        guard incident.isOver(times, now: now) else { return false }
        return try session.unseenSources(session.sources(of: incident.id)).isEmpty
    }
}
