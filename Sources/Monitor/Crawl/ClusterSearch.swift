import Complaints
import Storage

/// Looks whether a flagged mention is a complaint that is known already, posted again or elsewhere.
///
/// A mention that is the same complaint as two that stood apart joins both, unless staff split them.
struct ClusterSearch {
    let session: any Session
    let now: Instant

    /// Candidates by their wording that are compared with one text; the most alike come first.
    static let mostCandidates = 12
    /// What else its author complained of lately: told in other words, it shares little of them.
    static let mostOfAuthor = 6

    /// Joins the mention to the clusters of its twins, if there are any.
    /// - Parameter bands: of the mention's words.
    /// - Returns: why it is the same complaint as the nearest of them.
    func join(_ mention: inout Mention, bands: [Int64]) throws -> TwinLink? {
        let bands = keys(bands, of: mention)
        var own = ComparedOnce(compared(mention))
        let candidates = try candidates(bands: bands, author: own.author)
        try session.keepSketch(bands, author: own.author, of: mention.id)
        try session.keepVoice(own.author, of: mention.id)
        var stamps = try session.twinStamps(candidates)
        var nearest: TwinLink?
        for id in candidates where id != mention.id {
            guard let other = stamps[id], other.subject == mention.subject, other.cluster != mention.cluster,
                let found = try twin(of: other, in: &own),
                try !session.areApart(mention.cluster, other.cluster)
            else { continue }
            mention.cluster = try session.joinClusters(mention.cluster, other.cluster)
            let link = TwinLink(
                mention: mention.id, other: id, verdict: found.verdict.rawValue, why: found.why, at: now)
            try session.keepTwin(link)
            nearest = nearest ?? link
            stamps = try session.twinStamps(candidates)
        }
        if !candidates.isEmpty { session.remember(own.prepared(), TwinStamp(mention)) }
        return nearest
    }

    /// Most candidates are found to be others without a look at the store.
    private func twin(
        of other: TwinStamp, in own: inout ComparedOnce
    ) throws -> (verdict: SameVerdict, why: String)? {
        if let glance = session.glance(other), !own.glance.mayBeOneComplaint(with: glance) { return nil }
        if let text = session.prepared(other) { return own.twin(text) }
        guard let mention = try session.mention(other.mention) else { return nil }
        let text = PreparedText(compared(mention))
        session.remember(text, other)
        return own.twin(text)
    }

    /// The nearest of its twins, of a mention that is not in the store; nothing is kept.
    func nearest(to mention: Mention, bands: [Int64]) throws -> Mention? {
        var own = ComparedOnce(compared(mention))
        for id in try candidates(bands: keys(bands, of: mention), author: own.author) {
            guard let other = try session.mention(id), other.subject == mention.subject, id != mention.id
            else { continue }
            if own.compare(compared(other)).verdict.isSameComplaint { return other }
        }
        return nil
    }

    /// One complaint is about one subject: its bands are its own.
    private func keys(_ bands: [Int64], of mention: Mention) -> [Int64] {
        let subject = stableHash(mention.subject.utf8)
        return bands.map { $0 ^ subject }
    }

    private func candidates(bands: [Int64], author: Int64) throws -> [MentionID] {
        var candidates = try session.mentionsSharing(
            bands: bands, author: author, limit: Self.mostCandidates
        ).map(\.mention)
        for id in try session.mentions(ofAuthor: author, limit: Self.mostOfAuthor)
        where !candidates.contains(id) {
            candidates.append(id)
        }
        return candidates
    }

    func compared(_ mention: Mention) -> ComparedText {
        ComparedText(
            text: mention.content.words, author: mention.author, published: mention.published?.instant,
            site: mention.url.flatMap { WebURL($0) }?.host ?? mention.source.name, url: mention.url)
    }
}
