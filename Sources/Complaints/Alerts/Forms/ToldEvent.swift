import Foundation

/// An event as its stored body says it, read back to be told in another form.
///
/// Whatever is missing or of another shape is nil: a message is made of what is there.
public struct ToldEvent: Sendable {
    public var id: String
    /// `ombud.case.opened`; may be of a version that this one does not know.
    public var type: String
    public var subject: String
    /// The instance that it happened at.
    public var source: String
    public var time: Instant
    public var data: ToldData

    /// What is wrong with a body that is no event, as the end of a sentence.
    public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        public let description: String
    }

    /// - Parameter body: one CloudEvents object in JSON.
    public init(_ body: [UInt8]) throws(Fault) {
        let envelope: Envelope
        do {
            envelope = try JSONDecoder().decode(Envelope.self, from: Data(body))
        } catch {
            throw Fault(description: "is no JSON object: an event as docs/webhooks.md shows it is wanted")
        }
        guard let type = envelope.type, !type.isEmpty else {
            throw Fault(description: "has no `type`, such as ombud.case.opened")
        }
        id = envelope.id ?? ""
        self.type = type
        subject = envelope.subject ?? ""
        source = envelope.source ?? ""
        time = envelope.time?.instant ?? Instant(milliseconds: 0)
        data = envelope.data ?? ToldData()
    }

    public var kind: EventType? { EventType(rawValue: type) }

    private struct Envelope: Decodable {
        var id: String?
        var type: String?
        var subject: String?
        var source: String?
        var time: ToldTime?
        var data: ToldData?

        enum Key: String, CodingKey { case id, type, subject, source, time, data }

        init(from decoder: any Decoder) throws {
            let box = try decoder.container(keyedBy: Key.self)
            id = box.lenient(String.self, .id)
            type = box.lenient(String.self, .type)
            subject = box.lenient(String.self, .subject)
            source = box.lenient(String.self, .source)
            time = box.lenient(ToldTime.self, .time)
            data = box.lenient(ToldData.self, .data)
        }
    }
}

extension KeyedDecodingContainer {
    /// nil for what is missing, null, or of another shape.
    func lenient<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
        (try? decodeIfPresent(type, forKey: key)) ?? nil
    }
}

/// RFC 3339.
public struct ToldTime: Decodable, Hashable, Sendable {
    /// nil for what is no time.
    public var instant: Instant?

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        instant = Instant(rfc3339: text)
    }
}
