import Complaints
import Foundation

/// Holds JSON against a JSON Schema (draft 2020-12) as far as the events' schemas go, and stricter: a key that a
/// schema does not name is a fault, so that nothing is sent that is not described.
///
/// Known keywords: type, properties, required, items, maxItems, enum, const, pattern, format (date-time, uri),
/// $ref to #/$defs, $defs, $id, $schema, title, description. Any other is a fault of the schema. Python's `jsonschema`
/// is asked by Tools/check_events.py.
public struct SchemaCheck {
    private let known: Set<String> = [
        "type", "properties", "required", "items", "maxItems", "enum", "const", "pattern", "format", "$ref",
        "$defs",
        "$id", "$schema", "title", "description",
    ]

    public init() {}

    /// - Returns: what does not fit, with its place; nothing where all does.
    public func faults(of value: Any, against schema: [String: Any]) -> [String] {
        var faults: [String] = []
        look(value, schema, root: schema, at: "", &faults)
        return faults
    }

    /// The faults of a stored event's body, its own type's schema taken from Ombud.
    public func faults(ofEvent body: [UInt8]) -> [String] {
        do {
            let value = try JSONSerialization.jsonObject(with: Data(body))
            guard let name = (value as? [String: Any])?["type"] as? String,
                let type = EventType(rawValue: name)
            else { return ["the event has no type that is known"] }
            var faults = faults(of: value, against: EventSchemas.all[type] ?? [:])
            if body.count >= 20_000 { faults.append("the body has \(body.count) bytes") }
            return faults.map { "\(name) \($0)" }
        } catch {
            return ["no JSON: \(error)"]
        }
    }

    private func look(
        _ value: Any, _ schema: [String: Any], root: [String: Any], at place: String, _ faults: inout [String]
    ) {
        // A schema of its own inside another: what it refers to stands in itself.
        let root = schema["$id"] == nil ? root : schema
        for key in schema.keys where !known.contains(key) {
            faults.append("\(place): this checker does not know the keyword \(key)")
        }
        if let reference = schema["$ref"] as? String {
            let name = String(reference.dropFirst("#/$defs/".count))
            guard let meant = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                faults.append("\(place): \(reference) leads nowhere")
                return
            }
            look(value, meant, root: root, at: place, &faults)
        }
        if let constant = schema["const"] as? String, value as? String != constant {
            faults.append("\(place): \(value) is not \(constant)")
        }
        if let words = schema["enum"] as? [String], !words.contains(value as? String ?? "") {
            faults.append("\(place): \(value) is none of \(words)")
        }
        if let type = schema["type"] as? String {
            lookAtType(value, type, schema, root: root, at: place, &faults)
        }
    }

    private func lookAtType(
        _ value: Any, _ type: String, _ schema: [String: Any], root: [String: Any], at place: String,
        _ faults: inout [String]
    ) {
        let number = value as? NSNumber
        let isTruth = number.map(isTruth) ?? false
        switch type {
        case "string":
            guard let text = value as? String else { return faults.append("\(place): \(value) is no text") }
            lookAtText(text, schema, at: place, &faults)
        case "boolean": if !isTruth { faults.append("\(place): \(value) is neither true nor false") }
        case "number": if number == nil || isTruth { faults.append("\(place): \(value) is no number") }
        case "integer":
            guard let number, !isTruth, number.doubleValue == number.doubleValue.rounded() else {
                return faults.append("\(place): \(value) is no integer")
            }
        case "array":
            guard let items = value as? [Any] else { return faults.append("\(place): \(value) is no list") }
            if let most = schema["maxItems"] as? Int, items.count > most {
                faults.append("\(place): \(items.count) items, at most \(most) are wanted")
            }
            guard let each = schema["items"] as? [String: Any] else { return }
            for (index, item) in items.enumerated() {
                look(item, each, root: root, at: "\(place)[\(index)]", &faults)
            }
        case "object":
            guard let members = value as? [String: Any] else {
                return faults.append("\(place): \(value) is no object")
            }
            let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
            for key in schema["required"] as? [String] ?? [] where members[key] == nil {
                faults.append("\(place).\(key) is missing")
            }
            for (key, member) in members.sorted(by: { $0.key < $1.key }) {
                guard let own = properties[key] else {
                    faults.append("\(place).\(key) is described nowhere")
                    continue
                }
                look(member, own, root: root, at: "\(place).\(key)", &faults)
            }
        default: faults.append("\(place): this checker does not know the type \(type)")
        }
    }

    private func lookAtText(
        _ text: String, _ schema: [String: Any], at place: String, _ faults: inout [String]
    ) {
        if let pattern = schema["pattern"] as? String {
            do {
                if try Regex(pattern).firstMatch(in: text) == nil {
                    faults.append("\(place): \(text) is not \(pattern)")
                }
            } catch {
                faults.append("\(place): \(pattern) is no pattern: \(error)")
            }
        }
        switch schema["format"] as? String {
        case nil: break
        case "date-time":
            if Instant(rfc3339: text)?.description != text { faults.append("\(place): \(text) is no time") }
        case "uri":
            let scheme = text.prefix { $0 != ":" }
            if scheme.isEmpty || scheme.count == text.count || text.contains(where: \.isWhitespace) {
                faults.append("\(place): \(text) is no absolute URI")
            }
        case let other?: faults.append("\(place): this checker does not know the format \(other)")
        }
    }

    /// `JSONSerialization` reads `true` and `1` into the same class.
    private func isTruth(_ number: NSNumber) -> Bool {
        ["c", "B"].contains(String(cString: number.objCType))
    }
}

/// Read once: a test may make thousands of events.
private enum EventSchemas {
    // Safe since it is never changed after it was made.
    nonisolated(unsafe) static let all: [EventType: [String: Any]] = Dictionary(
        uniqueKeysWithValues: EventType.allCases.map { type in
            let data = Data(EventSchema.text(of: type).utf8)
            return (type, (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:])
        })
}
