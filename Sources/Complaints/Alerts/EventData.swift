/// The `data` of events: what consumers read. Keys are a contract (docs/webhooks.md).

public struct MentionData: Sendable {
    public internal(set) var id: String
    public internal(set) var subject: String
    public internal(set) var source: String
    public internal(set) var url: String?
    public internal(set) var author: String?
    public internal(set) var published: Instant?
    public internal(set) var rating: Rating?
    public internal(set) var title: String?
    public internal(set) var text: String
    /// The text was cut to keep the body under 20 kB, as Standard Webhooks asks.
    public internal(set) var textCut: Bool
    public internal(set) var language: String?
    public internal(set) var score: Double
    public internal(set) var flagged: Bool
    public internal(set) var urgency: String
    public internal(set) var topic: String?
    public internal(set) var legal: Bool
    public internal(set) var reply: ReplyData?
    public internal(set) var firstSeen: Instant
    public internal(set) var revision: Int
    public internal(set) var cluster: Int64
    public internal(set) var `case`: Int64?

    public struct ReplyData: Sendable {
        public internal(set) var author: String?
        public internal(set) var published: Instant?
        public internal(set) var text: String
    }

    public init(_ mention: Mention) {
        id = mention.id.description
        subject = mention.subject
        source = mention.source.name
        url = mention.url.flatMap { $0.cut(to: 2000) == $0 ? $0 : nil }
        author = mention.author?.cut(to: 300)
        published = mention.published?.instant
        rating = mention.content.rating
        title = mention.content.title?.cut(to: 1000)
        text = mention.content.text.cut(to: 8500)
        textCut = text.utf8.count < mention.content.text.utf8.count
        language = mention.language
        score = mention.score.value
        flagged = mention.score.isFlagged
        urgency = mention.score.urgency.rawValue
        topic = mention.score.topic
        legal = mention.score.isLegal
        reply = mention.content.reply.map {
            ReplyData(
                author: $0.author?.cut(to: 300), published: $0.published?.instant, text: $0.text.cut(to: 3000)
            )
        }
        firstSeen = mention.firstSeen
        revision = mention.revisionCount
        cluster = mention.cluster.number
        `case` = mention.caseID?.number
    }
}

public struct CaseData: Sendable {
    public internal(set) var id: Int64
    public internal(set) var subject: String
    public internal(set) var state: String
    public internal(set) var owner: String?
    public internal(set) var version: Int
    public internal(set) var opened: Instant
    public internal(set) var posted: Instant?
    public internal(set) var seen: Instant
    public internal(set) var due: Instant?
    public internal(set) var urgency: String
    public internal(set) var topic: String?
    public internal(set) var clocks: [ClockData]
    public internal(set) var mentions: [String]
    /// Of all its mentions: where they stand, in which languages, and whether one appeals to the law.
    public internal(set) var sources: [String]
    public internal(set) var languages: [String]
    public internal(set) var legal: Bool

    /// The first of them: a complaint that thousands copy must not make the body too large.
    static let mostMentions = 100

    public init(_ found: Case, clocks: [ShownClock], mentions: [Mention]) {
        id = found.id.number
        subject = found.subject
        state = found.state.rawValue
        owner = found.owner
        version = found.version
        opened = found.opened
        posted = found.posted
        seen = found.seen
        due = found.due
        urgency = found.urgency.rawValue
        topic = found.topic
        self.clocks = clocks.map(ClockData.init)
        self.mentions = mentions.prefix(Self.mostMentions).map(\.id.description)
        sources = Set(mentions.map(\.source.name)).sorted().prefix(Self.mostSources).map { $0.cut(to: 200) }
        languages = Set(mentions.compactMap(\.language)).sorted().prefix(Self.mostLanguages).map { $0 }
        legal = mentions.contains { $0.score.isLegal }
    }

    static let mostSources = 20
    static let mostLanguages = 10
}

public struct ClockData: Sendable {
    public internal(set) var name: String
    public internal(set) var due: Instant?
    /// `unknown` while a reply would not be seen.
    public internal(set) var state: String

    public init(_ clock: ShownClock) {
        name = clock.reading.name
        due = clock.reading.due
        state = clock.state
    }
}

public struct SourceData: Sendable {
    public internal(set) var name: String
    public internal(set) var subject: String
    public internal(set) var url: String
    public internal(set) var since: Instant?
    public internal(set) var reason: String?
    /// Of `ombud.source.changed`: the fields that are not as before.
    public internal(set) var changes: [Breach]
    /// By which way its records were read that are not as before.
    public internal(set) var way: Via?
    /// By which way they are read instead.
    public internal(set) var fallback: Via?

    public init(
        name: String, subject: String, url: String, since: Instant?, reason: String?, changes: [Breach] = [],
        way: Via? = nil, fallback: Via? = nil
    ) {
        self.name = name
        self.subject = subject
        self.url = url
        self.since = since
        self.reason = reason
        self.changes = changes.map {
            Breach($0.field, before: $0.before.cut(to: 500), after: $0.after.cut(to: 500))
        }
        self.way = way
        self.fallback = fallback
    }
}

/// Everything an event may carry; what does not apply is left out.
public struct EventData: Sendable {
    public var `case`: CaseData?
    public var mention: MentionData?
    /// The parts of a mention that were edited.
    public var changed: [Content.Part]?
    public var source: SourceData?
    public var clock: ClockData?
    public var incident: IncidentData?
    public var promise: PromiseData?
    public var rung: RungData?
    /// Who did it, and what was given as the reason.
    public var by: String? { didSet { by = by?.cut(to: 300) } }
    public var why: String? { didSet { why = why?.cut(to: 1500) } }
    public var endpoint: String?
    /// The case that another was merged into.
    public var into: CaseID?
    /// Of `ombud.digest` alone.
    public var digest: DigestData?
    /// Said later than its time, because the daemon was not running then.
    public var late: Bool?
    /// The policy that the case was opened under, or a case of this complaint would be.
    public var policy: String?
    /// How many mentions are known of the same complaint; of an incident, how many belong to it.
    public var reach: Int?
    /// Not part of the body: what decides whether it may wait.
    public var statute = StatuteNews()

    public init() {}
}

extension String {
    /// The beginning that takes at most so many bytes in JSON, where a quote takes two and a control
    /// character six.
    func cut(to limit: Int) -> String {
        // Most texts are far shorter.
        if utf8.count <= limit / 6 { return self }
        var left = limit
        for index in unicodeScalars.indices {
            let scalar = unicodeScalars[index]
            left -= scalar.value < 0x20 ? 6 : scalar == "\"" || scalar == "\\" ? 2 : UTF8.width(scalar)
            if left < 0 { return String(unicodeScalars[..<index]) }
        }
        return self
    }
}
