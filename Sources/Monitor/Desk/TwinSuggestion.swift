import Complaints
import Storage

/// A complaint that may be the same as another, though not so surely that Ombud joined them by itself.
public struct TwinSuggestion: Hashable, Sendable {
    public var mention: Mention
    public var verdict: SameVerdict
    /// 0 to 1.
    public var similarity: Double
    public var why: String
}

extension Session {
    /// The likeliest among what else the author complained of; nil where none comes near, or staff said that
    /// it is another complaint.
    public func suggestedTwin(of mention: Mention, now: Instant) throws -> TwinSuggestion? {
        let search = ClusterSearch(session: self, now: now)
        var own = ComparedOnce(search.compared(mention))
        var best: TwinSuggestion?
        for id in try mentions(ofAuthor: own.author, limit: ClusterSearch.mostOfAuthor) where id != mention.id
        {
            guard let other = try self.mention(id), other.subject == mention.subject,
                other.cluster != mention.cluster, other.review?.decision != .dismissed,
                try !areApart(mention.cluster, other.cluster)
            else { continue }
            let found = own.compare(search.compared(other))
            guard found.verdict.isSameComplaint || found.verdict == .related,
                found.similarity > best?.similarity ?? -1
            else { continue }
            best = TwinSuggestion(
                mention: other, verdict: found.verdict, similarity: found.similarity, why: found.why)
        }
        return best
    }
}
