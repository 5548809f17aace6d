/// An incident as events carry it.
public struct IncidentData: Sendable {
    public internal(set) var id: Int64
    public internal(set) var subject: String
    public internal(set) var source: String?
    public internal(set) var kind: String
    public internal(set) var opened: Instant
    public internal(set) var closed: Instant?
    public internal(set) var from: Instant
    public internal(set) var until: Instant
    public internal(set) var windowSeconds: Int64
    public internal(set) var count: Int
    public internal(set) var expected: Double
    public internal(set) var topic: String?
    public internal(set) var words: [String]
    public internal(set) var total: Int
    public internal(set) var last: Instant
    /// The first of them.
    public internal(set) var cases: [Int64]
    public internal(set) var mentions: [Sample]

    /// Some of its mentions, with the beginning of what they say.
    public struct Sample: Sendable {
        public internal(set) var id: String
        public internal(set) var source: String
        public internal(set) var url: String?
        public internal(set) var author: String?
        public internal(set) var published: Instant?
        public internal(set) var text: String

        init(_ mention: Mention) {
            id = mention.id.description
            source = mention.source.name
            url = mention.url.flatMap { $0.cut(to: 1000) == $0 ? $0 : nil }
            author = mention.author?.cut(to: 200)
            published = mention.published?.instant
            text = mention.content.words.cut(to: 800)
        }
    }

    public static let mostMentions = 5
    static let mostCases = 200

    public init(_ incident: Incident, cases: [CaseID], mentions: [Mention]) {
        id = incident.id.number
        subject = incident.subject
        source = incident.source?.name
        kind = incident.kind.rawValue
        opened = incident.opened
        closed = incident.closed
        from = incident.from
        until = incident.until
        windowSeconds = incident.window.inMilliseconds / 1000
        count = incident.count
        expected = (incident.expected * 100).rounded() / 100
        topic = incident.likeness.topic
        words = incident.likeness.words.map { $0.cut(to: 100) }
        total = incident.total
        last = incident.last
        self.cases = cases.prefix(Self.mostCases).map(\.number)
        self.mentions = mentions.prefix(Self.mostMentions).map(Sample.init)
    }

    func write(_ json: inout JSONWriter) {
        json.array("cases", cases) { $0.element($1) }
        json.add("closed", closed)
        json.add("count", count)
        json.add("expected", expected)
        json.add("from", from)
        json.add("id", id)
        json.add("kind", kind)
        json.add("last", last)
        json.array("mentions", mentions) { $0.object(nil, $1.write) }
        json.add("opened", opened)
        json.add("source", source)
        json.add("subject", subject)
        json.add("topic", topic)
        json.add("total", total)
        json.add("until", until)
        json.add("window_seconds", windowSeconds)
        json.array("words", words) { $0.element($1) }
    }
}

extension IncidentData.Sample {
    func write(_ json: inout JSONWriter) {
        json.add("author", author)
        json.add("id", id)
        json.add("published", published)
        json.add("source", source)
        json.add("text", text)
        json.add("url", url)
    }
}
