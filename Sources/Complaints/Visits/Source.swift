/// A place that is polled: a URL, how often, and how it is read.
public struct Source: Hashable, Sendable {
    public var id: SourceID
    public var subject: String
    public var url: String
    public var every: Duration
    public var about: About
    /// nil reads by what the page says of itself (`read: auto`).
    public var rule: Rule?
    public var pages: Paging
    public var policy: String
    public var isEnabled: Bool
    /// BCP 47 tag where the operator states it; otherwise recognised.
    public var language: String?
    /// IANA zone of the dates that the site writes without one.
    public var zone: String?
    /// Complete visits without a mention before it counts as vanished.
    public var vanishedAfter: Int

    public enum About: String, Hashable, Sendable, Codable, CaseIterable {
        /// The whole page is about the subject: every record is a mention.
        case subject
        /// Only records that match the watchlist's terms are mentions.
        case anyone
    }

    public struct Paging: Hashable, Sendable, Codable {
        /// Selector of the link to the next page; nil follows what the page says (`rel=next`).
        public var next: String?
        /// Pages fetched in one visit, the first included; at least 1.
        public var atMost: Int

        public init(next: String? = nil, atMost: Int = 1) {
            self.next = next
            self.atMost = atMost
        }
    }

    public init(
        id: SourceID, subject: String, url: String, every: Duration, about: About = .subject,
        rule: Rule? = nil, pages: Paging = Paging(), policy: String = "default", isEnabled: Bool = true,
        language: String? = nil, zone: String? = nil, vanishedAfter: Int = 3
    ) {
        self.id = id
        self.subject = subject
        self.url = url
        self.every = every
        self.about = about
        self.rule = rule
        self.pages = pages
        self.policy = policy
        self.isEnabled = isEnabled
        self.language = language
        self.zone = zone
        self.vanishedAfter = vanishedAfter
    }
}

/// A source's name, unique over all watchlists.
public struct SourceID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    public let name: String
    public init(_ name: String) { self.name = name }
    public init(stringLiteral name: String) { self.name = name }
    public var description: String { name }
    public static func < (a: SourceID, b: SourceID) -> Bool { a.name < b.name }

    public init(from decoder: any Decoder) throws {
        name = try decoder.singleValueContainer().decode(String.self)
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
