/// JSON Schemas (draft 2020-12) of the events, made from their description: `ombud schema` prints them.
///
/// They allow keys that they do not know, as consumers should.
public enum EventSchema {
    /// Of the form of the bodies; grows only when a key goes or means something else, never when one is added.
    public static let version = 1

    /// The CloudEvents attribute `dataschema`: a name, not an address, since an installation need not be
    /// reachable; the same in every installation.
    public static func dataID(of type: EventType) -> String { "urn:ombud:data:\(type.rawValue):\(version)" }

    /// The schema of a whole event.
    public static func text(of type: EventType) -> String { event(type).pretty + "\n" }

    /// The schema of its `data` alone, which `dataschema` names.
    public static func dataText(of type: EventType) -> String {
        SchemaText.map([("$schema", draft)] + data(type)).pretty + "\n"
    }

    private static let draft: SchemaText = "https://json-schema.org/draft/2020-12/schema"

    private static func event(_ type: EventType) -> SchemaText {
        var properties: [(String, SchemaText)] = [
            ("specversion", .map([("const", "1.0")])),
            ("id", described(.form("^[^.]+$"), "Equals `webhook-id`, the same on every attempt, for ever.")),
            ("source", described(.uri, "The installation that says it: `instance` in ombud.yaml.")),
            ("type", .map([("const", .text(type.rawValue))])),
            ("subject", described(.form(type.subjectForm), "What it is about.")),
            ("time", described(.time, "When it happened, not when it was sent.")),
            ("datacontenttype", .map([("const", "application/json")])),
            ("dataschema", .map([("const", .text(dataID(of: type)))])),
        ]
        var required = properties.map(\.0)
        // A digest of one case tells of it as it is.
        if type.isOfCase || type == .digest {
            properties.append(
                (
                    "sequence",
                    described(.form("^[0-9]{10,}$"), "The version of the case: its events in their order.")
                ))
            if type.isOfCase { required.append("sequence") }
        }
        if type.isOfCase || type.keys.contains(where: { $0.name == "mention" }) {
            properties.append(
                ("correlationid", described(.form("^case/[0-9]+$"), "The case that the event belongs to.")))
            if type.isOfCase { required.append("correlationid") }
        }
        properties.append(
            ("causationid", described(.form("^[^.]+$"), "The `id` of the event that this one follows from.")))
        if type.expires {
            properties.append(("expirytime", described(.time, "After it the warning says nothing any more.")))
            required.append("expirytime")
        }
        properties.append(("data", .map(data(type))))
        required.append("data")
        return .map([
            ("$schema", draft), ("$id", .text("urn:ombud:event:\(type.rawValue):\(version)")),
            ("title", .text(type.rawValue)), ("description", .text("Sent when: \(type.when).")),
            ("type", "object"), ("properties", .map(properties)),
            ("required", .list(required.map { .text($0) })),
        ])
    }

    /// A schema of its own inside the other: what it refers to stands in itself.
    private static func data(_ type: EventType) -> [(String, SchemaText)] {
        var shapes: [EventShape] = []
        func gather(_ kind: EventKey.Kind) {
            switch kind {
            case .shape(let shape):
                guard !shapes.contains(shape) else { return }
                shapes.append(shape)
                for key in shape.keys { gather(key.kind) }
            case .list(let inner, _): gather(inner)
            case .map(let keys): for key in keys { gather(key.kind) }
            case .text, .integer, .number, .truth, .time, .uri, .form, .oneOf: break
            }
        }
        for key in type.keys { gather(key.kind) }
        var members: [(String, SchemaText)] = [("$id", .text(dataID(of: type)))] + object(type.keys)
        if !shapes.isEmpty {
            members.append(
                (
                    "$defs",
                    .map(
                        shapes.map { shape in
                            (shape.rawValue, .map([("description", .text(shape.note))] + object(shape.keys)))
                        })
                ))
        }
        return members
    }

    private static func object(_ keys: [EventKey]) -> [(String, SchemaText)] {
        [
            ("type", "object"), ("properties", .map(keys.map { ($0.name, described($0.kind, $0.note)) })),
            ("required", .list(keys.filter { !$0.isOptional }.map { .text($0.name) })),
        ]
    }

    private static func described(_ kind: EventKey.Kind, _ note: String) -> SchemaText {
        .map([("description", .text(note))] + members(kind))
    }

    private static func members(_ kind: EventKey.Kind) -> [(String, SchemaText)] {
        switch kind {
        case .text: [("type", "string")]
        case .integer: [("type", "integer")]
        case .number: [("type", "number")]
        case .truth: [("type", "boolean")]
        case .time: [("type", "string"), ("format", "date-time")]
        case .uri: [("type", "string"), ("format", "uri")]
        case .form(let pattern): [("type", "string"), ("pattern", .text(pattern))]
        case .oneOf(let words): [("enum", .list(words.map { .text($0) }))]
        case .map(let keys): object(keys)
        case .shape(let shape): [("$ref", .text("#/$defs/\(shape.rawValue)"))]
        case .list(let inner, let most):
            [("type", "array"), ("items", .map(members(inner)))]
                + (most.map { [("maxItems", .number($0))] } ?? [])
        }
    }
}
