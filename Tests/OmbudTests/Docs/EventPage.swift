import Complaints
import Foundation

/// docs/events.md, made of the description that the schemas of the events are made of.
enum EventPage {
    static func text() throws -> String {
        var lines = [
            "# Events", "",
            "Every type of event that Ombud sends, with its data and one example. `make docs` makes this page of what",
            "`ombud schema TYPE` prints. How events are sent, signed and repeated, and what to answer, is in",
            "[webhooks.md](webhooks.md).", "",
            "| type | sent when |", "|---|---|",
        ]
        for type in EventType.allCases {
            let anchor = type.rawValue.replacing(".", with: "")
            lines.append("| [`\(type.rawValue)`](#\(anchor)) | \(type.when) |")
        }
        lines += [
            "",
            "Keys in *italics* are left out where they do not apply. Times are RFC 3339 in UTC with milliseconds. Keys",
            "that are not here may come; ignore them. Maps that stand in several events are described once,",
            "[at the end](#maps). A text that is too long is cut so that a body stays below 20 kB.", "",
        ]
        for type in EventType.allCases {
            lines += ["## \(type.rawValue)", "", "Sent when: \(type.when).", ""]
            lines += table(type.keys)
            let example = String(decoding: EventExample.body(of: type), as: UTF8.self)
            lines += ["```json event", try OrderedJSON.read(example).pretty(), "```", ""]
        }
        lines += ["## Maps", ""]
        for shape in EventShape.allCases {
            lines += ["### \(shape.rawValue)", "", shape.note, ""]
            lines += table(shape.keys)
        }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func table(_ keys: [EventKey]) -> [String] {
        ["| key | holds | means |", "|---|---|---|"] + rows(keys, under: "") + [""]
    }

    private static func rows(_ keys: [EventKey], under path: String) -> [String] {
        keys.flatMap { key -> [String] in
            let name = "`\(path)\(key.name)`"
            let row =
                "| \(key.isOptional ? "*\(name)*" : name) | \(holds(key.kind)) | \(key.note.oneLineOfATable) |"
            switch key.kind {
            case .map(let inner): return [row] + rows(inner, under: "\(path)\(key.name).")
            case .list(.map(let inner), _): return [row] + rows(inner, under: "\(path)\(key.name)[].")
            default: return [row]
            }
        }
    }

    private static func holds(_ kind: EventKey.Kind) -> String {
        switch kind {
        case .text: "text"
        case .integer: "integer"
        case .number: "number"
        case .truth: "true or false"
        case .time: "time"
        case .uri: "URI"
        case .form(let pattern): "text, `\(pattern.replacing("|", with: "\\|"))`"
        case .oneOf(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        case .map: "map"
        case .shape(let shape): "[\(shape.rawValue)](#\(shape.rawValue))"
        case .list(let inner, let most):
            "list" + (most.map { ", at most \($0)," } ?? "") + " of \(holds(inner))"
        }
    }
}
