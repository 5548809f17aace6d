/// The `data` of events: what consumers read. Keys are a contract (docs/webhooks.md).

public struct MentionData: Sendable {
    public let id: String
    public let subject: String
    public let source: String
    public let url: String?
    public let author: String?
    public let published: Instant?
    public let rating: Rating?
    public let title: String?
    public let text: String
    /// The text was cut to keep the body under 20 kB, as Standard Webhooks asks.
    public let textCut: Bool
    public let language: String?
    public let score: Double
    public let flagged: Bool
    public let urgency: String
    public let topic: String?
    public let legal: Bool
    public let reply: ReplyData?
    public let firstSeen: Instant
    public let revision: Int
    public let cluster: Int64
    public let `case`: Int64?

    public struct ReplyData: Sendable {
        public let author: String?
        public let published: Instant?
        public let text: String
    }

    public init(_ mention: Mention) {
        id = mention.id.description
        subject = mention.subject
        source = mention.source.name
        url = mention.url?.cut(to: 2000)
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
    public let id: Int64
    public let subject: String
    public let state: String
    public let owner: String?
    public let version: Int
    public let opened: Instant
    public let posted: Instant?
    public let seen: Instant
    public let due: Instant?
    public let urgency: String
    public let topic: String?
    public let clocks: [ClockData]
    public let mentions: [String]

    /// The first of them: a complaint that thousands copy must not make the body too large.
    static let mostMentions = 100

    public init(_ found: Case, clocks: [ShownClock], mentions: [MentionID]) {
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
        self.mentions = mentions.prefix(Self.mostMentions).map(\.description)
    }
}

public struct ClockData: Sendable {
    public let name: String
    public let due: Instant?
    /// `unknown` while a reply would not be seen.
    public let state: String

    public init(_ clock: ShownClock) {
        name = clock.reading.name
        due = clock.reading.due
        state = clock.state
    }
}

public struct SourceData: Sendable {
    public let name: String
    public let subject: String
    public let url: String
    public let since: Instant?
    public let reason: String?
    /// Of `ombud.source.changed`: the fields that are not as before.
    public let changes: [Breach]
    /// By which way its records were read that are not as before.
    public let way: Via?
    /// By which way they are read instead.
    public let fallback: Via?

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
    public var by: String?
    public var why: String? { didSet { why = why?.cut(to: 1500) } }
    public var endpoint: String?
    /// The case that another was merged into.
    public var into: CaseID?
    /// Said later than its time, because the daemon was not running then.
    public var late: Bool?

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
