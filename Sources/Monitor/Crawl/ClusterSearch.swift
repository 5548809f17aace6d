import Complaints
import Storage

/// Looks whether a flagged mention is a complaint that is known already, posted again or elsewhere.
struct ClusterSearch {
    let session: any Session

    struct Twin {
        var mention: MentionID
        /// The case of the whole cluster, when it has one.
        var caseID: CaseID?
        var why: String
    }

    /// Candidates compared with one text; the most alike come first.
    static let mostCandidates = 12

    /// Joins the mention to the cluster of its twin, if there is one.
    /// - Parameter bands: of the mention's words.
    func join(_ mention: inout Mention, bands: [Int64]) throws -> Twin? {
        // One complaint is about one subject: its bands are its own.
        let subject = stableHash(mention.subject.utf8)
        let bands = bands.map { $0 ^ subject }
        var own = ComparedOnce(compared(mention))
        let candidates = try session.mentionsSharing(
            bands: bands, author: own.author, limit: Self.mostCandidates)
        try session.keepSketch(bands, author: own.author, of: mention.id)
        for candidate in candidates where candidate.mention != mention.id {
            let id = candidate.mention
            guard let other = try session.mention(id) else { continue }
            let verdict = own.compare(compared(other))
            guard verdict.verdict.isSameComplaint else { continue }
            mention.cluster = other.cluster
            try session.setCluster(other.cluster, of: mention.id)
            let caseID = try session.mentions(in: other.cluster).compactMap(\.caseID).first
            return Twin(mention: id, caseID: caseID, why: verdict.why)
        }
        return nil
    }

    private func compared(_ mention: Mention) -> ComparedText {
        ComparedText(
            text: mention.content.words, author: mention.author, published: mention.published?.instant,
            site: mention.url.flatMap { WebURL($0) }?.host ?? mention.source.name, url: mention.url)
    }
}
