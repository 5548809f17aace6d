/// The `data` of an event as read back; the names are those of docs/webhooks.md.
public struct ToldData: Decodable, Sendable {
    public var `case`: ToldCase?
    public var mention: ToldMention?
    public var source: ToldSource?
    public var clock: ToldClock?
    public var incident: ToldIncident?
    public var promise: ToldPromise?
    public var rung: ToldRung?
    public var by: String?
    public var why: String?
    public var endpoint: String?
    public var into: Int64?
    public var late: Bool?
    public var policy: String?
    public var reach: Int?
    /// Of a digest: what it sums up.
    public var reason: String?
    public var events: [ToldLine]?
    public var count: Int?
    public var cut: Int?
    public var from: ToldTime?
    public var until: ToldTime?

    init() {}

    enum Key: String, CodingKey {
        case `case`, mention, source, clock, incident, promise, rung, by, why, endpoint, into, late, policy
        case reach, reason, events, count, cut, from, until
    }

    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Key.self)
        self.case = box.lenient(ToldCase.self, .case)
        mention = box.lenient(ToldMention.self, .mention)
        source = box.lenient(ToldSource.self, .source)
        clock = box.lenient(ToldClock.self, .clock)
        incident = box.lenient(ToldIncident.self, .incident)
        promise = box.lenient(ToldPromise.self, .promise)
        rung = box.lenient(ToldRung.self, .rung)
        by = box.lenient(String.self, .by)
        why = box.lenient(String.self, .why)
        endpoint = box.lenient(String.self, .endpoint)
        into = box.lenient(Int64.self, .into)
        late = box.lenient(Bool.self, .late)
        policy = box.lenient(String.self, .policy)
        reach = box.lenient(Int.self, .reach)
        reason = box.lenient(String.self, .reason)
        events = box.lenient([ToldLine].self, .events)
        count = box.lenient(Int.self, .count)
        cut = box.lenient(Int.self, .cut)
        from = box.lenient(ToldTime.self, .from)
        until = box.lenient(ToldTime.self, .until)
    }
}

public struct ToldCase: Decodable, Sendable {
    public var id: Int64?
    public var subject: String?
    public var state: String?
    public var owner: String?
    public var opened: ToldTime?
    public var due: ToldTime?
    public var urgency: String?
    public var topic: String?
    public var sources: [String]?
    public var languages: [String]?
    public var legal: Bool?
    public var clocks: [ToldClock]?
}

public struct ToldMention: Decodable, Sendable {
    public var id: String?
    public var subject: String?
    public var source: String?
    public var url: String?
    public var author: String?
    public var title: String?
    public var text: String?
    public var language: String?
    public var urgency: String?
    public var topic: String?
    public var legal: Bool?
    public var rating: Stars?
    public var reply: Reply?

    public struct Stars: Decodable, Sendable {
        public var value: Double?
        public var best: Double?
    }

    public struct Reply: Decodable, Sendable {
        public var text: String?
    }
}

public struct ToldClock: Decodable, Sendable {
    public var name: String?
    public var due: ToldTime?
    public var state: String?
}

public struct ToldSource: Decodable, Sendable {
    public var name: String?
    public var subject: String?
    public var url: String?
    public var since: ToldTime?
    public var reason: String?
}

public struct ToldIncident: Decodable, Sendable {
    public var id: Int64?
    public var subject: String?
    public var source: String?
    public var topic: String?
    public var words: [String]?
    public var count: Int?
    public var total: Int?
    public var opened: ToldTime?
    public var mentions: [ToldMention]?
}

public struct ToldPromise: Decodable, Sendable {
    public var number: Int?
    public var what: String?
    public var owner: String?
    public var due: ToldTime?
}

public struct ToldRung: Decodable, Sendable {
    public var number: Int?
    public var who: String?
    public var what: String?
}

/// One event among those of a digest.
public struct ToldLine: Decodable, Sendable {
    public var id: String?
    public var type: String?
    public var subject: String?
    public var time: ToldTime?
    public var facts: Facts?

    enum CodingKeys: String, CodingKey {
        case id, type, subject, time
        case facts = "summary"
    }

    /// What the digest says of it beside its name.
    public struct Facts: Decodable, Sendable {
        public var `case`: Int64?
        public var subject: String?
        public var source: String?
        public var owner: String?
        public var clock: String?
        public var due: ToldTime?
        public var text: String?
        public var why: String?
    }
}
