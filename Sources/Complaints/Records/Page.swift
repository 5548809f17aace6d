/// What was read from one fetched page.
public struct Page: Hashable, Sendable {
    public var url: String
    /// `<link rel=canonical>`, absolute, or the URL itself.
    public var canonicalURL: String
    public var title: String?
    public var language: String?
    /// WHATWG encoding name.
    public var encoding: String
    public var kind: Kind
    /// The next page of the list, absolute.
    public var next: String?
    public var linkCount: Int
    public var aggregate: Aggregate?
    /// The page's own publication time (an article's).
    public var published: StatedTime?
    /// In document order.
    public var records: [Record]
    /// The feeds that the page says it has, in its order.
    public var feeds: [FeedLink] = []
    /// The pages that hold the records, where the source follows links; in order, each once.
    public var details: [DetailLink] = []
    /// What the address of the next page is made with, where the source has a template that needs it.
    public var cursor: String?

    public enum Kind: String, Hashable, Sendable, Codable {
        case html, rss, atom, json
        case jsonFeed = "json-feed"

        /// A feed drops its oldest entries by nature: what rolls off has not vanished.
        public var isFeed: Bool { self == .rss || self == .atom || self == .jsonFeed }
    }

    /// The site's own sum: mean rating and number of reviews.
    public struct Aggregate: Hashable, Sendable, Codable {
        public var rating: Double?
        public var best: Double?
        public var count: Int?
        /// Whether `count` is of reviews; else of marks, many of which have no text.
        public var isReviewCount: Bool

        public init(
            rating: Double? = nil, best: Double? = nil, count: Int? = nil, isReviewCount: Bool = false
        ) {
            self.rating = rating
            self.best = best
            self.count = count
            self.isReviewCount = isReviewCount
        }
    }

    public init(
        url: String, canonicalURL: String? = nil, title: String? = nil, language: String? = nil,
        encoding: String = "utf-8", kind: Kind, next: String? = nil, linkCount: Int = 0,
        aggregate: Aggregate? = nil, published: StatedTime? = nil, records: [Record] = []
    ) {
        self.url = url
        self.canonicalURL = canonicalURL ?? url
        self.title = title
        self.language = language
        self.encoding = encoding
        self.kind = kind
        self.next = next
        self.linkCount = linkCount
        self.aggregate = aggregate
        self.published = published
        self.records = records
    }
}
