import Complaints
import Storage

/// What becomes of cases where mentions come, go or are judged otherwise.
struct ReplayCases: Sendable {
    let setup: Setup

    enum Subject: Sendable {
        case known(MentionID)
        /// - Parameters: by which twins are looked up; when it was read first.
        case fresh(bands: [Int64], seen: Instant)
    }

    private static let batch = 200

    /// - Returns: the differences with their effects, in their order.
    func effects(
        on all: [(difference: ReplayDifference, effect: Subject)], in store: any Store
    ) async throws -> [ReplayDifference] {
        let gone = Set(all.lazy.filter { Self.isGone($0.difference) }.compactMap(\.difference.mention))
        var result: [ReplayDifference] = []
        for start in stride(from: 0, to: all.count, by: Self.batch) {
            try Task.checkCancellation()
            let part = Array(all[start..<min(start + Self.batch, all.count)])
            result += try await store.read { session in
                try part.map { item in
                    var difference = item.difference
                    difference.caseEffect = try effect(of: difference, item.effect, gone, in: session)
                    return difference
                }
            }
        }
        return result
    }

    /// Nothing that a case is opened for would have been left of it.
    private static func isGone(_ difference: ReplayDifference) -> Bool {
        difference.change == .dropped
            || (difference.change == .moved && difference.before?.score.isFlagged == true
                && difference.after?.score.isFlagged == false)
    }

    private func effect(
        of difference: ReplayDifference, _ subject: Subject, _ gone: Set<MentionID>, in session: any Session
    ) throws -> ReplayDifference.CaseEffect? {
        switch subject {
        case .known(let id):
            guard let mention = try session.mention(id) else { return nil }
            if Self.isGone(difference) { return try loss(of: mention, gone, in: session) }
            guard mention.caseID == nil, difference.after?.score.isFlagged == true,
                difference.before?.score.isFlagged == false
            else { return nil }
            return opens(mention, published: difference.after?.published, seen: mention.firstSeen)
                ? .opened : nil
        case .fresh(let bands, let seen):
            guard let after = difference.after, after.score.isFlagged else { return nil }
            let mention = Mention(
                id: MentionID(0), subject: difference.subject, source: difference.source,
                url: difference.url, author: after.author, published: after.published,
                content: after.content, score: after.score, firstSeen: seen, changed: seen,
                cluster: ClusterID(0))
            let twin = try ClusterSearch(session: session, now: seen).nearest(to: mention, bands: bands)
            if let id = twin?.caseID { return .joined(id) }
            return opens(mention, published: after.published, seen: seen) ? .opened : nil
        }
    }

    private func opens(_ mention: Mention, published: StatedTime?, seen: Instant) -> Bool {
        Opening.decide(
            isFlagged: true, decision: mention.review?.decision, published: published,
            policy: setup.policy(for: mention.source), now: seen) == .open
    }

    /// A case stays as long as one of its mentions would have opened it, or people said that it is one.
    private func loss(
        of mention: Mention, _ gone: Set<MentionID>, in session: any Session
    ) throws -> ReplayDifference.CaseEffect? {
        guard let id = mention.caseID else { return nil }
        let stays = try session.mentions(of: id).contains {
            !gone.contains($0.id) || $0.review?.decision == .confirmed
        }
        return stays ? nil : .lost(id)
    }
}
