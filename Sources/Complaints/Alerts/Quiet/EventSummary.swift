import Foundation

/// One event inside a digest: its name, and the few facts by which a reader knows what it is about.
public struct EventSummary: Hashable, Sendable {
    public var id: String
    public var type: String
    /// As in the event: `case/42`.
    public var subject: String
    public var time: Instant
    /// nil where there was no room for more than the name.
    public var facts: Facts?

    public struct Facts: Hashable, Sendable {
        public var `case`: Int64?
        public var mention: String?
        /// The company or brand that is watched for.
        public var subject: String?
        public var source: String?
        public var state: String?
        public var owner: String?
        /// The clock that a warning, a miss or a rung is about.
        public var clock: String?
        /// Of that clock, else the nearest of the case.
        public var due: Instant?
        public var urgency: String?
        public var topic: String?
        public var legal: Bool?
        public var rating: Double?
        public var url: String?
        /// What the customer wrote, or what happened: the first 200 bytes.
        public var text: String?
        public var why: String?
        public var late: Bool?

        public init() {}
    }

    public init(id: String, type: String, subject: String, time: Instant, facts: Facts?) {
        self.id = id
        self.type = type
        self.subject = subject
        self.time = time
        self.facts = facts
    }

    static let longestText = 200

    /// As much of a text as a summary says.
    public static func beginning(_ text: String) -> String { text.cut(to: longestText) }

    var bare: EventSummary { EventSummary(id: id, type: type, subject: subject, time: time, facts: nil) }

    var withoutText: EventSummary {
        var copy = self
        copy.facts?.text = nil
        copy.facts?.why = nil
        copy.facts?.url = nil
        return copy
    }

    /// In bytes of JSON, with the comma before it.
    var size: Int {
        var writer = JSONWriter()
        writer.object(nil, write)
        return writer.bytes.count + 1
    }

    /// What a reader must not miss weighs more.
    var weight: Int {
        var weight = EventType(rawValue: type)?.weight ?? 0
        if facts?.legal == true { weight += 20 }
        if facts?.urgency == "high" { weight += 10 }
        return weight
    }

    func write(_ json: inout JSONWriter) {
        json.add("id", id)
        json.add("subject", subject)
        if let facts { json.object("summary", facts.write) }
        json.add("time", time)
        json.add("type", type)
    }
}

extension EventSummary.Facts {
    func write(_ json: inout JSONWriter) {
        json.add("case", `case`)
        json.add("clock", clock)
        json.add("due", due)
        json.add("late", late)
        json.add("legal", legal)
        json.add("mention", mention)
        json.add("owner", owner)
        json.add("rating", rating)
        json.add("source", source)
        json.add("state", state)
        json.add("subject", subject)
        json.add("text", text)
        json.add("topic", topic)
        json.add("urgency", urgency)
        json.add("url", url)
        json.add("why", why)
    }
}

extension EventType {
    /// How much it matters to whoever reads many at once.
    public var weight: Int {
        switch self {
        case .caseMissed, .promiseBroken: 90
        case .caseEscalated: 80
        case .caseWarning, .promiseAtRisk: 70
        case .endpointDisabled, .incidentOpened: 60
        case .caseReopened, .caseReplyVanished, .sourceBlind: 50
        case .caseOpened: 40
        case .mentionFlagged, .mentionChanged, .sourceChanged: 30
        default: 10
        }
    }
}

// MARK: From what was stored

extension EventSummary {
    /// What a stored event says of itself; only its name where its body cannot be read.
    public init(_ event: Event) {
        self.init(
            id: event.id.text, type: event.type.rawValue, subject: event.subject.description,
            time: event.time,
            body: event.body)
    }

    public init(id: String, type: String, subject: String, time: Instant, body: [UInt8]) {
        let data = try? JSONDecoder().decode(StoredEvent.self, from: Data(body)).data
        self.init(
            id: id, type: type, subject: subject.cut(to: 300), time: time, facts: data.map(Facts.init))
    }
}

/// The parts of a stored event that a summary tells; keys as in docs/webhooks.md.
private struct StoredEvent: Decodable {
    var data: Body

    struct Body: Decodable {
        var `case`: CaseBody?
        var mention: MentionBody?
        var source: SourceBody?
        var incident: IncidentBody?
        var promise: PromiseBody?
        var clock: ClockBody?
        var why: String?
        var late: Bool?
    }

    struct CaseBody: Decodable {
        var id: Int64
        var subject: String
        var state: String
        var owner, due, topic: String?
        var urgency: String
    }

    struct MentionBody: Decodable {
        var id, subject, source, text, urgency: String
        var url, topic, title: String?
        var legal: Bool?
        var rating: RatingBody?
        var `case`: Int64?
    }

    struct RatingBody: Decodable { var value: Double? }
    struct SourceBody: Decodable {
        var name, subject: String
        var reason: String?
    }
    struct IncidentBody: Decodable {
        var subject: String
        var source: String?
    }
    struct PromiseBody: Decodable { var what, due: String }
    struct ClockBody: Decodable {
        var name: String
        var due: String?
    }
}

extension EventSummary.Facts {
    /// What a mention as it stands now says.
    public init(_ mention: Mention?) {
        self.init()
        guard let mention else { return }
        self.mention = mention.id.description
        source = mention.source.name.cut(to: 200)
        topic = mention.score.topic
        legal = mention.score.isLegal ? true : nil
        rating = mention.content.rating?.value
        url = mention.url.flatMap { $0.utf8.count <= 500 ? $0 : nil }
        text = mention.content.words.cut(to: EventSummary.longestText)
    }

    fileprivate init(_ data: StoredEvent.Body) {
        self.init()
        `case` = data.case?.id ?? data.mention?.case
        mention = data.mention?.id
        subject =
            (data.case?.subject ?? data.mention?.subject ?? data.source?.subject ?? data.incident?.subject)?
            .cut(to: 200)
        source = (data.mention?.source ?? data.source?.name ?? data.incident?.source)?.cut(to: 200)
        state = data.case?.state
        owner = data.case?.owner?.cut(to: 200)
        clock = data.clock?.name
        due = (data.clock?.due ?? data.promise?.due ?? data.case?.due).flatMap { Instant(rfc3339: $0) }
        urgency = data.case?.urgency ?? data.mention?.urgency
        topic = data.case?.topic ?? data.mention?.topic
        legal = data.mention?.legal == true ? true : nil
        rating = data.mention?.rating?.value
        url = data.mention?.url.flatMap { $0.utf8.count <= 500 ? $0 : nil }
        let said = data.mention.map { [$0.title, $0.text].compactMap { $0 }.joined(separator: "\n") }
        text = (data.promise?.what ?? said ?? data.source?.reason)?.cut(to: EventSummary.longestText)
        why = data.why?.cut(to: EventSummary.longestText)
        late = data.late
    }
}
