import Complaints
import Monitor
import Storage

/// Everything that a decision about one mention needs, read in one transaction.
struct ReviewSheet: Sendable {
    var mention: Mention
    var cluster = ClusterSheet()
    /// What else the author complained of, the newest first.
    var earlier: [Mention] = []
    var suggestion: TwinSuggestion?
    var handled: Case?
    var clocks: [ShownClock] = []
    var incident: IncidentID?
    var evidence: [EvidenceEntry] = []
    var snooze: Snooze?

    private static let mostOfAuthor = 8

    init(mention: Mention) { self.mention = mention }

    init?(_ id: MentionID, now: Instant, in session: any Session) throws {
        guard let mention = try session.mention(id) else { return nil }
        self.mention = mention
        cluster = try ClusterSheet(of: mention, in: session)
        let known = Set(cluster.members.map(\.mention.id) + [id])
        earlier = try session.mentions(ofAuthor: authorMark(mention.author), limit: Self.mostOfAuthor)
            .filter { !known.contains($0) }.compactMap { try session.mention($0) }
            .filter { $0.subject == mention.subject }
        suggestion = try session.suggestedTwin(of: mention, now: now)
        if let caseID = mention.caseID, let found = try session.case(caseID) {
            handled = found
            let mentions = try session.mentions(of: caseID)
            var sight = try CaseSight(in: session, of: mentions)
            clocks = try sight.show(try session.clocks(of: caseID), of: caseID, mentions: mentions)
            incident = try session.incident(ofCase: caseID)
        }
        evidence = try Set(session.evidence(of: id).map(\.record)).sorted()
            .compactMap { try session.evidence(record: $0) }.sorted { $0.number < $1.number }
        snooze = try session.snooze(of: id).flatMap { $0.until > now ? $0 : nil }
    }

    /// The clock that is due first.
    var nearest: ShownClock? {
        clocks.filter { $0.reading.state == .running && $0.reading.due != nil }
            .min { ($0.reading.due ?? .distantFuture) < ($1.reading.due ?? .distantFuture) }
    }
}

extension Instant {
    fileprivate static let distantFuture = Instant(milliseconds: Int64.max)
}
