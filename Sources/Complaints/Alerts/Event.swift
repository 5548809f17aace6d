/// Something that happened to a case, mention or source.
///
/// `body` is what consumers receive: one CloudEvents 1.0 object in structured mode, made once when the
/// event happens and sent byte for byte on every attempt, so that a signature and a repeat agree.
public struct Event: Hashable, Sendable {
    public var id: EventID
    public var type: EventType
    public var subject: EventSubject
    public var time: Instant
    public var body: [UInt8]

    public init(id: EventID, type: EventType, subject: EventSubject, time: Instant, body: [UInt8]) {
        self.id = id
        self.type = type
        self.subject = subject
        self.time = time
        self.body = body
    }
}

/// Equals the `webhook-id` of every delivery; holds no `.`, which the signed bytes are joined with.
public struct EventID: Hashable, Sendable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }
    public var description: String { text }
}

/// What an event is about, or what people acted on: `case/42`, `mention/1234`, `source/NAME`, `incident/7`,
/// `endpoint/NAME`, `store`; acts alone: `alert/ID`, `silence/3`.
public enum EventSubject: Hashable, Sendable, CustomStringConvertible {
    case `case`(CaseID)
    case mention(MentionID)
    case source(SourceID)
    case incident(IncidentID)
    case endpoint(String)
    case store
    case alert(EventID)
    case silence(SilenceID)

    public var description: String {
        switch self {
        case .case(let id): "case/\(id.number)"
        case .mention(let id): "mention/\(id.number)"
        case .source(let id): "source/\(id.name)"
        case .incident(let id): "incident/\(id)"
        case .endpoint(let name): "endpoint/\(name)"
        case .store: "store"
        case .alert(let id): "alert/\(id)"
        case .silence(let id): "silence/\(id)"
        }
    }
}
