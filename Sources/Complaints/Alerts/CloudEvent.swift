import Foundation

/// CloudEvents 1.0, JSON format, structured mode (the binary mode's headers would stand outside the
/// webhook's signature).
public struct CloudEvent: Encodable {
    let specversion = "1.0"
    let id: String
    let source: String
    let type: String
    let subject: String
    let time: Instant
    let datacontenttype = "application/json"
    /// Version of the case, zero-padded so that texts sort as numbers.
    let sequence: String?
    let data: EventData

    public static let contentType = "application/cloudevents+json; charset=utf-8"

    /// - Parameter instance: absolute URI of this installation.
    public static func body(
        id: EventID, type: EventType, subject: EventSubject, time: Instant, instance: String, data: EventData
    ) throws -> [UInt8] {
        let event = CloudEvent(
            id: id.text, source: instance, type: type.rawValue, subject: subject.description, time: time,
            sequence: data.case.map { padded($0.version) }, data: data)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return Array(try encoder.encode(event))
    }

    private static func padded(_ version: Int) -> String {
        let digits = String(version)
        return String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits
    }
}
