/// A place that is polled: a URL, how often, and how it is read.
public struct Source: Hashable, Sendable {
    public var id: SourceID
    public var subject: String
    public var url: String
    public var every: PollInterval
    /// Polled only inside these hours; nil polls at any time.
    public var during: WorkingCalendar?
    public var about: About
    /// nil reads by what the page says of itself (`read: auto`).
    public var rule: Rule?
    public var pages: Paging
    /// Links on the list that lead to the pages that hold the records; nil where the list itself holds them.
    public var follow: Follow?
    /// The feed that the page offers is read in its place.
    public var readsFeed: Bool
    /// How its pages are asked for.
    public var fetch: FetchOptions
    public var robots: RobotsObedience
    /// Not seen for so long, a source is blind, however few visits failed; nil counts failed visits alone.
    public var blindAfter: Duration?
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

    public struct Paging: Hashable, Sendable {
        /// Selector of the link to the next page; nil follows what the page says (`rel=next`).
        public var next: String?
        /// Addresses of further pages by number, offset or cursor.
        public var template: PageTemplate?
        /// Pages fetched in one visit, the first included; at least 1.
        public var atMost: Int
        /// How far back the list is followed once, over as many visits as it takes; nil follows no further
        /// than a visit goes.
        public var backfill: Backfill?

        public init(
            next: String? = nil, template: PageTemplate? = nil, atMost: Int = 1, backfill: Backfill? = nil
        ) {
            self.next = next
            self.template = template
            self.atMost = atMost
            self.backfill = backfill
        }
    }

    public enum Backfill: Hashable, Sendable {
        /// To what was published then.
        case to(Instant)
        /// To the end of the list.
        case all
    }

    public enum RobotsObedience: Hashable, Sendable {
        case obeyed
        /// What robots.txt disallows is fetched all the same; why, in the operator's words.
        case overridden(reason: String)
    }

    public init(
        id: SourceID, subject: String, url: String, every: PollInterval, about: About = .subject,
        rule: Rule? = nil, pages: Paging = Paging(), policy: String = "default", isEnabled: Bool = true,
        language: String? = nil, zone: String? = nil, vanishedAfter: Int = 3,
        during: WorkingCalendar? = nil, follow: Follow? = nil, readsFeed: Bool = false,
        fetch: FetchOptions = FetchOptions(), robots: RobotsObedience = .obeyed, blindAfter: Duration? = nil
    ) {
        self.id = id
        self.subject = subject
        self.url = url
        self.every = every
        self.during = during
        self.about = about
        self.rule = rule
        self.pages = pages
        self.follow = follow
        self.readsFeed = readsFeed
        self.fetch = fetch
        self.robots = robots
        self.blindAfter = blindAfter
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
