/// A record that is about a subject, as it is kept.
public struct Mention: Hashable, Sendable {
    public var id: MentionID
    public var subject: String
    public var source: SourceID
    /// The site's own identifier, where there is one.
    public var siteID: String?
    public var url: String?
    public var author: String?
    public var published: StatedTime?
    public var language: String?
    /// What it says now; earlier wordings are its revisions.
    public var content: Content
    public var score: Score
    public var presence: Presence
    public var review: Review?
    public var firstSeen: Instant
    /// When `content` was first seen as it is.
    public var changed: Instant
    public var revisionCount: Int
    public var cluster: ClusterID
    public var caseID: CaseID?

    /// What staff decided about it.
    public struct Review: Hashable, Sendable {
        public var decision: Decision
        public var at: Instant
        public var by: String
        public var why: String?

        public init(decision: Decision, at: Instant, by: String, why: String? = nil) {
            self.decision = decision
            self.at = at
            self.by = by
            self.why = why
        }
    }

    public enum Decision: String, Hashable, Sendable, Codable { case confirmed, dismissed }

    /// Vanished is only said after several complete visits; rolling off a list is not vanishing.
    public enum Presence: String, Hashable, Sendable, Codable { case seen, vanished }

    public init(
        id: MentionID, subject: String, source: SourceID, siteID: String? = nil, url: String? = nil,
        author: String? = nil, published: StatedTime? = nil, language: String? = nil, content: Content,
        score: Score, presence: Presence = .seen, review: Review? = nil, firstSeen: Instant,
        changed: Instant, revisionCount: Int = 1, cluster: ClusterID, caseID: CaseID? = nil
    ) {
        self.id = id
        self.subject = subject
        self.source = source
        self.siteID = siteID
        self.url = url
        self.author = author
        self.published = published
        self.language = language
        self.content = content
        self.score = score
        self.presence = presence
        self.review = review
        self.firstSeen = firstSeen
        self.changed = changed
        self.revisionCount = revisionCount
        self.cluster = cluster
        self.caseID = caseID
    }
}

/// What can change in a mention while it stays the same mention.
public struct Content: Hashable, Sendable {
    public var title: String?
    public var text: String
    public var rating: Rating?
    public var reply: Reply?

    public init(title: String? = nil, text: String, rating: Rating? = nil, reply: Reply? = nil) {
        self.title = title
        self.text = text
        self.rating = rating
        self.reply = reply
    }

    public init(_ record: Record) {
        self.init(title: record.title, text: record.text, rating: record.rating, reply: record.reply)
    }

    /// Title and text together, as terms are looked for and twins are compared.
    public var words: String { title.map { "\($0)\n\(text)" } ?? text }

    public enum Part: String, Hashable, Sendable, Codable, CaseIterable { case title, text, rating, reply }

    /// The parts that read differently; white space does not count, nor how a reply is dated.
    public func parts(changedFrom old: Content) -> [Part] {
        Part.allCases.filter { part in
            switch part {
            case .title: !sameWords(title ?? "", old.title ?? "")
            case .text: !sameWords(text, old.text)
            case .rating: rating?.value != old.rating?.value
            case .reply: !sameWords(reply?.text ?? "", old.reply?.text ?? "")
            }
        }
    }
}

func sameWords(_ a: String, _ b: String) -> Bool {
    a == b || a.split(whereSeparator: \.isWhitespace) == b.split(whereSeparator: \.isWhitespace)
}

/// A mention's content as seen at one time.
public struct Revision: Hashable, Sendable {
    public var number: Int
    public var seen: Instant
    public var content: Content

    public init(number: Int, seen: Instant, content: Content) {
        self.number = number
        self.seen = seen
        self.content = content
    }
}

/// Written `m1234`.
public struct MentionID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let number: Int64
    public init(_ number: Int64) { self.number = number }
    public var description: String { "m\(number)" }
    public static func < (a: MentionID, b: MentionID) -> Bool { a.number < b.number }

    /// Reads `m1234` and `1234`.
    public init?(text: some StringProtocol) {
        guard let number = Int64(text.hasPrefix("m") ? text.dropFirst() : text[...]), number > 0 else {
            return nil
        }
        self.init(number)
    }
}

/// The first mention's number of a group that is one complaint.
public struct ClusterID: Hashable, Sendable {
    public let number: Int64
    public init(_ number: Int64) { self.number = number }
}
