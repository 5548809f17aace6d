/// What another configuration would have made of one record, where that differs from what is stored.
public struct ReplayDifference: Hashable, Sendable {
    public var change: Change
    /// nil for a record that is no mention yet.
    public var mention: MentionID?
    public var subject: String
    public var source: SourceID
    public var url: String?
    /// The archived page that says so.
    public var page: String
    /// When that was fetched.
    public var at: Instant
    /// nil for what is added.
    public var before: ReplayReading?
    /// nil for what is dropped.
    public var after: ReplayReading?
    /// Why, the weightiest first; never empty.
    public var moves: [ReplayMove]
    public var caseEffect: CaseEffect?

    public enum Change: String, Hashable, Sendable, Codable, CaseIterable { case added, dropped, moved }

    public enum CaseEffect: Hashable, Sendable {
        case opened
        /// It would have been one more mention of a case that is there.
        case joined(CaseID)
        /// Nothing would have opened the case.
        case lost(CaseID)
    }

    public init(
        change: Change, mention: MentionID? = nil, subject: String, source: SourceID, url: String?,
        page: String, at: Instant, before: ReplayReading? = nil, after: ReplayReading? = nil,
        moves: [ReplayMove], caseEffect: CaseEffect? = nil
    ) {
        self.change = change
        self.mention = mention
        self.subject = subject
        self.source = source
        self.url = url
        self.page = page
        self.at = at
        self.before = before
        self.after = after
        self.moves = moves
        self.caseEffect = caseEffect
    }

    public var author: String? { (after ?? before)?.author }
    public var text: String { (after ?? before)?.content.text ?? "" }
    public var why: String { moves.map(\.why).joined(separator: "; ") }
}

/// How one record reads and is judged.
public struct ReplayReading: Hashable, Sendable {
    public var author: String?
    public var published: StatedTime?
    public var content: Content
    public var score: Score

    public init(author: String?, published: StatedTime?, content: Content, score: Score) {
        self.author = author
        self.published = published
        self.content = content
        self.score = score
    }

    public init(_ mention: Mention) {
        self.init(
            author: mention.author, published: mention.published, content: mention.content,
            score: mention.score)
    }

    public init(_ record: Record, score: Score) {
        self.init(
            author: record.author, published: record.published, content: Content(record), score: score)
    }
}

/// One thing that is otherwise, and a sentence that says how.
public struct ReplayMove: Hashable, Sendable {
    public var what: What
    public var why: String

    public enum What: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is read and was not known, or is known and is not read or not about the subject.
        case read, terms
        case flagged, urgency, topic, cause, legal
        case title, text, rating, reply, author, published
    }

    public init(_ what: What, _ why: String) {
        self.what = what
        self.why = why
    }
}
