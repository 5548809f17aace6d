import Complaints
import Storage

/// What staff say of clusters: these mentions are one complaint, that one is another.
extension Desk {
    /// Makes the clusters of these mentions one, and their cases; what was split is forgiven.
    public func merge(_ ids: [MentionID], why: String?) async throws -> [Mention] {
        let (setup, now, who) = (setup, time.now(), who)
        return try await store.write { session in
            let mentions = try Self.load(ids, in: session)
            guard let first = mentions.first, mentions.count > 1 else {
                throw Refusal.already("one mention alone cannot be merged; name two or more")
            }
            if let stranger = mentions.first(where: { $0.subject != first.subject }) {
                throw Refusal.already(
                    "\(first.id) is about \(first.subject) and \(stranger.id) about \(stranger.subject): "
                        + "one complaint is about one subject")
            }
            guard mentions.contains(where: { $0.cluster != first.cluster }) else {
                throw Refusal.already(
                    "\(Self.named(mentions)) are one complaint already (cluster \(first.cluster.number)): "
                        + "nothing to merge")
            }
            try ClusterUnion(
                outbox: setup.outbox, now: now, who: who, why: why ?? "\(who) says so", session: session
            ).unite(mentions, under: first)
            return try Self.load(ids, in: session)
        }
    }

    /// Makes cases one, with the clusters of their mentions: the earliest that still wants something takes
    /// over the others.
    public func merge(_ ids: [CaseID], why: String?) async throws -> Case {
        let (setup, now, who, along) = (setup, time.now(), who, along)
        return try await store.write { session in
            let cases = try ids.map { id in
                guard let found = try session.case(id) else { throw Refusal.noCase(id) }
                do {
                    _ = try found.state.after(.merge, of: id)
                } catch let act as ForbiddenAct {
                    throw Refusal.forbidden(act)
                }
                return found
            }
            if let version = along.version, let first = cases.first, first.version != version {
                let last = try CaseFile.load(first.id, outbox: setup.outbox, in: session)?.lastAct
                throw Refusal.changed(first, asked: version, last: last)
            }
            guard let first = cases.first, Set(ids).count > 1 else {
                throw Refusal.already("one case alone cannot be merged; name two or more")
            }
            if let stranger = cases.first(where: { $0.subject != first.subject }) {
                throw Refusal.already(
                    "case \(first.id) is about \(first.subject) and \(stranger.id) about \(stranger.subject): "
                        + "one complaint is about one subject")
            }
            let mentions = try ids.flatMap { try session.mentions(of: $0) }
            guard let head = mentions.first,
                let file = try ClusterUnion(
                    outbox: setup.outbox, now: now, who: who, why: why ?? "\(who) says so", session: session
                ).unite(mentions, under: head)
            else { throw Refusal.already("no mention is left in these cases: nothing to merge") }
            return file.case
        }
    }

    /// Takes these mentions out of their cluster, together; they are never joined to the rest again by
    /// themselves. What was in a case gets one of its own: that from before a merge, or a new one.
    public func split(_ ids: [MentionID], why: String?) async throws -> [Mention] {
        let (setup, now, who) = (setup, time.now(), who)
        return try await store.write { session in
            let gone = try Self.load(ids, in: session)
            guard let first = gone.first else { return [] }
            if let stranger = gone.first(where: { $0.cluster != first.cluster }) {
                throw Refusal.already(
                    "\(first.id) and \(stranger.id) are in different clusters; split one after the other")
            }
            let stay = try session.mentions(in: first.cluster).filter { !ids.contains($0.id) }
            guard let oldest = stay.map(\.id).min(), let eldest = gone.map(\.id).min() else {
                throw Refusal.already(
                    gone.count == 1
                        ? "\(first.id) is alone in its cluster: nothing to split"
                        : "\(Self.named(gone)) are all of their cluster: nothing to split")
            }
            try session.keepApart(gone.map(\.id), from: stay.map(\.id), at: now, by: who, why: why)
            for mention in stay { try session.setCluster(ClusterID(oldest.number), of: mention.id) }
            for mention in gone { try session.setCluster(ClusterID(eldest.number), of: mention.id) }
            try CaseSplit(setup: setup, now: now, who: who, why: why ?? "\(who) says so", session: session)
                .split(try Self.load(gone.map(\.id), in: session))
            return try Self.load(ids, in: session)
        }
    }

    private static func load(_ ids: [MentionID], in session: any Session) throws -> [Mention] {
        var seen: Set<MentionID> = []
        return try ids.filter { seen.insert($0).inserted }.map { id in
            guard let mention = try session.mention(id) else { throw Refusal.noMention(id) }
            return mention
        }
    }

    /// `m1, m2 and m3`.
    private static func named(_ mentions: [Mention]) -> String {
        let names = mentions.map(\.id.description)
        return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }
}

/// Mentions that staff say are one complaint.
struct ClusterUnion {
    let outbox: Outbox
    let now: Instant
    let who: String
    let why: String
    let session: any Session

    /// Joins their clusters, and the cases of these.
    /// - Returns: nil when none of them has a case.
    @discardableResult
    func unite(_ mentions: [Mention], under first: Mention) throws -> CaseFile? {
        var cluster = first.cluster
        for other in mentions where other.id != first.id {
            // An earlier one of the loop may have brought it along.
            guard let its = try session.mention(other.id)?.cluster, its != cluster else { continue }
            try session.liftApart(cluster, its)
            cluster = try session.joinClusters(cluster, its)
            try session.keepTwin(
                TwinLink(mention: other.id, other: first.id, verdict: "merged", why: why, at: now, by: who))
        }
        let found = try ClusterCase(outbox: outbox, now: now, session: session)
            .unite(cluster, by: who, why: why)
        guard var file = found else { return nil }
        // What staff name is the complaint, whatever Ombud takes it for.
        let named = Set(mentions.map(\.id))
        for mention in try session.mentions(in: cluster)
        where mention.caseID == nil && (mention.isComplaint || named.contains(mention.id)) {
            try file.take(mention)
            try file.add(
                TimelineEntry(at: now, by: who, what: .mentioned, note: "\(mention.id) too: \(why)"))
            try file.seeReply(of: mention, now: now)
        }
        try file.settle(now: now)
        return file
    }
}

/// The cases of mentions that were split off.
struct CaseSplit {
    let setup: Setup
    let now: Instant
    let who: String
    let why: String
    let session: any Session
    /// Whether one that was in no case before gets one.
    var opensCases = true

    func split(_ gone: [Mention]) throws {
        let former = Dictionary(
            try gone.compactMap { mention in
                try session.takeFormerCase(of: mention.id).map { (mention.id, $0) }
            },
            uniquingKeysWith: { first, _ in first })
        for caseID in Set(gone.compactMap(\.caseID)).sorted() {
            guard var file = try CaseFile.load(caseID, outbox: setup.outbox, in: session) else { continue }
            let leaving = file.mentions.filter { mention in gone.contains { $0.id == mention.id } }
            // Nothing of the case stays: it goes with them.
            if leaving.count == file.mentions.count { continue }
            let needing = leaving.filter(\.isComplaint)
            try file.splitOff(leaving, to: "is another complaint", by: who, why: why, now: now)
            try house(needing, former: former, from: caseID)
        }
    }

    /// Gives mentions a case again.
    private func house(_ mentions: [Mention], former: [MentionID: CaseID], from old: CaseID) throws {
        guard let first = mentions.min(by: { $0.firstSeen < $1.firstSeen }) else { return }
        var file: CaseFile
        if let (mention, merged) = try mergedCase(of: mentions, former) {
            file = merged
            try file.comeBack(with: mention, by: who, why: why, now: now)
        } else if !opensCases {
            return
        } else {
            file = try CaseFile.open(
                for: first, policy: setup.policy(for: first.source), outbox: setup.outbox, now: now,
                in: session)
            try file.add(TimelineEntry(at: now, by: who, what: .split, note: "\(first.id) of \(old): \(why)"))
            try file.seeReply(of: first, now: now)
        }
        for mention in mentions where !file.mentions.contains(where: { $0.id == mention.id }) {
            try file.take(mention)
            if file.reply(under: mention.id) == nil { try file.seeReply(of: mention, now: now) }
        }
        try file.settle(now: now)
    }

    /// The case that one of them was in before it was merged, if it is still that.
    private func mergedCase(
        of mentions: [Mention], _ former: [MentionID: CaseID]
    ) throws -> (Mention, CaseFile)? {
        for mention in mentions {
            guard let id = former[mention.id],
                let file = try CaseFile.load(id, outbox: setup.outbox, in: session),
                file.case.state == .merged
            else { continue }
            return (mention, file)
        }
        return nil
    }
}

extension Mention {
    /// Wants a case, as it is judged or as staff decided.
    fileprivate var isComplaint: Bool {
        review.map { $0.decision == .confirmed } ?? score.isFlagged
    }
}
