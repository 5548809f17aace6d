/// A place that is polled: a URL, how often, and how it is read.
public struct Source: Hashable, Sendable {
    public var id: SourceID
    public var subject: String
    public var url: String
    public var every: PollInterval
    public var about: About
    /// The feed that the page offers is read in its place.
    public var readsFeed: Bool
    public var policy: String
    public var isEnabled: Bool
    /// Complete visits without a mention before it counts as vanished.
    public var vanishedAfter: Int
    private var particulars: Shared<Particulars>

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
        self.about = about
        self.readsFeed = readsFeed
        self.policy = policy
        self.isEnabled = isEnabled
        self.vanishedAfter = vanishedAfter
        let particulars = Particulars(
            during: during, rule: rule, pages: pages, follow: follow, fetch: fetch, robots: robots,
            blindAfter: blindAfter, language: language, zone: zone)
        self.particulars =
            particulars == Particulars.usual.value ? Particulars.usual : Shared(particulars)
    }
}

/// What few sources say: kept apart and shared by all that say nothing, since there may be ten thousand.
private struct Particulars: Hashable, Sendable {
    var during: WorkingCalendar?
    var rule: Rule?
    var pages: Source.Paging
    var follow: Follow?
    var fetch: FetchOptions
    var robots: Source.RobotsObedience
    var blindAfter: Duration?
    var language: String?
    var zone: String?

    static let usual = Shared(
        Particulars(
            during: nil, rule: nil, pages: Source.Paging(), follow: nil, fetch: FetchOptions(),
            robots: .obeyed, blindAfter: nil, language: nil, zone: nil))
}

/// A value behind a reference: copied when it is changed, equal when what it holds is.
private final class Shared<Value: Hashable & Sendable>: Hashable, Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }

    func with<Part>(_ part: WritableKeyPath<Value, Part>, _ new: Part) -> Shared {
        var value = value
        value[keyPath: part] = new
        return Shared(value)
    }

    static func == (a: Shared, b: Shared) -> Bool { a === b || a.value == b.value }
    func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

extension Source {
    /// Polled only inside these hours; nil polls at any time.
    public var during: WorkingCalendar? {
        get { particulars.value.during }
        set { particulars = particulars.with(\.during, newValue) }
    }

    /// nil reads by what the page says of itself (`read: auto`).
    public var rule: Rule? {
        get { particulars.value.rule }
        set { particulars = particulars.with(\.rule, newValue) }
    }

    public var pages: Paging {
        get { particulars.value.pages }
        set { particulars = particulars.with(\.pages, newValue) }
    }

    /// Links on the list that lead to the pages that hold the records; nil where the list itself holds them.
    public var follow: Follow? {
        get { particulars.value.follow }
        set { particulars = particulars.with(\.follow, newValue) }
    }

    /// How its pages are asked for.
    public var fetch: FetchOptions {
        get { particulars.value.fetch }
        set { particulars = particulars.with(\.fetch, newValue) }
    }

    public var robots: RobotsObedience {
        get { particulars.value.robots }
        set { particulars = particulars.with(\.robots, newValue) }
    }

    /// Not seen for so long, a source is blind, however few visits failed; nil counts failed visits alone.
    public var blindAfter: Duration? {
        get { particulars.value.blindAfter }
        set { particulars = particulars.with(\.blindAfter, newValue) }
    }

    /// BCP 47 tag where the operator states it; otherwise recognised.
    public var language: String? {
        get { particulars.value.language }
        set { particulars = particulars.with(\.language, newValue) }
    }

    /// IANA zone of the dates that the site writes without one.
    public var zone: String? {
        get { particulars.value.zone }
        set { particulars = particulars.with(\.zone, newValue) }
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
