/// One key of an event's data: what it holds, and what it means to those who read it.
public struct EventKey: Sendable {
    public let name: String
    public let kind: Kind
    public let note: String
    /// Absent where it does not apply.
    public let isOptional: Bool

    init(_ name: String, _ kind: Kind, _ note: String, isOptional: Bool = false) {
        self.name = name
        self.kind = kind
        self.note = note
        self.isOptional = isOptional
    }

    /// The same key where it may be absent.
    var optional: EventKey { EventKey(name, kind, note, isOptional: true) }

    public indirect enum Kind: Sendable {
        case text, integer, number, truth
        /// RFC 3339 in UTC with milliseconds.
        case time
        case uri
        /// A text of a known form, as a regular expression (ECMA-262).
        case form(String)
        case oneOf([String])
        case map([EventKey])
        case shape(EventShape)
        case list(Kind, atMost: Int? = nil)
    }
}

/// A map that stands in several types of events, under one name.
public enum EventShape: String, Sendable, CaseIterable {
    case `case`, mention, clock, source, promise, rung, incident

    public var note: String {
        switch self {
        case .case: "A case as it was when the event happened."
        case .mention: "A record about the subject, as it read when the event happened."
        case .clock: "One deadline of a case."
        case .source: "A place that is polled."
        case .promise: "Something told to the customer."
        case .rung: "A rung of the policy's ladder: who is told, and what is to be done."
        case .incident: "Many alike complaints at once."
        }
    }
}
