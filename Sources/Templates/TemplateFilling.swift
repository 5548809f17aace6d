import Complaints
import Foundation
import Mustache

/// A template of one's own, filled with an event (Mustache, mustache(5)).
///
/// What stands in `{{...}}` is escaped as the media type needs it: in a JSON string for JSON, for HTML and XML
/// by entities, not at all in plain text.
extension AlertTemplate {
    /// - Parameter body: the event's stored bytes.
    public func filled(with body: [UInt8], for reader: Reader) throws(MessageFault) -> String {
        let tree = try EventTree.make(body, for: reader)
        let template: MustacheTemplate
        do {
            template = try parsed()
        } catch {
            throw MessageFault("the template cannot be read: \(error.what)")
        }
        return template.render(tree)
    }

    /// Where something is wrong, and what.
    public struct Fault: Error, Hashable, Sendable {
        /// From 1; nil where it belongs to no place.
        public var line: Int?
        public var what: String
    }

    /// What is wrong with it: it cannot be read, or what it makes of an event is no JSON where JSON is said.
    public var faults: [Fault] {
        do {
            _ = try parsed()
        } catch {
            return [error]
        }
        guard escape == .json else { return [] }
        var faults: [Fault] = []
        for type in EventType.allCases {
            let words = "She said: \"it broke\"\n\\ and nobody came"
            guard let text = try? filled(with: EventExample.body(of: type, words: words), for: .usual) else {
                continue
            }
            if let wrong = Self.jsonFault(text) {
                faults.append(Fault(line: nil, what: "of \(type.rawValue) it makes no JSON: \(wrong)"))
            }
        }
        guard let first = faults.first, faults.count == EventType.allCases.count else { return faults }
        // What is wrong for all is said once.
        return [
            Fault(line: nil, what: first.what.replacing("of \(EventType.allCases[0].rawValue) ", with: ""))
        ]
    }

    /// Names that no event has: they would always stay empty.
    public var strangeNames: [String] {
        var strange: [String] = []
        for name in names where !Self.known.contains(where: { $0 == name || $0.hasSuffix("." + name) }) {
            if !strange.contains(name) { strange.append(name) }
        }
        return strange
    }

    /// Every path of every sample.
    public static let known: Set<String> = {
        var paths: Set<String> = []
        for type in EventType.allCases {
            guard let tree = try? EventTree.make(EventExample.body(of: type), for: .usual) else { continue }
            gather(tree, at: "", into: &paths)
        }
        return paths
    }()

    private static func gather(_ value: Any, at path: String, into paths: inout Set<String>) {
        if !path.isEmpty { paths.insert(path) }
        if let map = value as? [String: Any] {
            for (key, value) in map { gather(value, at: path.isEmpty ? key : path + "." + key, into: &paths) }
        } else if let list = value as? [Any] {
            for value in list { gather(value, at: path, into: &paths) }
        }
    }

    /// Of `{{name}}`, `{{#name}}`, `{{{name}}}` and their kin; not of comments, partials and `{{.}}`.
    private var names: [String] {
        var names: [String] = []
        for match in text.matches(of: /\{\{\{?[#^&]?\s*([A-Za-z_][A-Za-z0-9_.]*)\s*\}\}/) {
            names.append(String(match.1))
        }
        return names
    }

    private static func jsonFault(_ text: String) -> String? {
        do {
            _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])
            return nil
        } catch {
            let why = (error as NSError).userInfo["NSDebugDescription"] as? String
            return why ?? "it cannot be read"
        }
    }

    // MARK: How it is read

    private enum Escape: String { case json = "JSON", html = "HTML", text = "TEXT" }

    private var escape: Escape {
        let type = contentType.lowercased().prefix { $0 != ";" }
        if type.hasSuffix("json") { return .json }
        return type.hasSuffix("html") || type.hasSuffix("xml") ? .html : .text
    }

    private func parsed() throws(Fault) -> MustacheTemplate {
        Self.registered
        do {
            return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(escape.rawValue)}}" + text)
        } catch let error as MustacheTemplate.ParserError {
            throw Fault(line: error.context.lineNumber, what: Self.words(error.error))
        } catch {
            throw Fault(line: nil, what: "\(error)")
        }
    }

    private static let registered: Void = MustacheContentTypes.register(
        JSONEscape(), named: Escape.json.rawValue)

    private static func words(_ error: any Error) -> String {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect: "`{{/...}}` closes another section than the one that is open"
        case .unfinishedName: "`{{` without `}}`; close it"
        case .expectedSectionEnd: "a section is not closed; `{{/...}}` is wanted"
        case .invalidSetDelimiter: "`{{=...=}}` names no delimiters"
        default: "\(error)"
        }
    }
}

/// Inside the quotes of a JSON string (RFC 8259 section 7).
private struct JSONEscape: MustacheContentType {
    func escapeText(_ text: String) -> String {
        var out = ""
        out.reserveCapacity(text.utf8.count + 8)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16)
                    out += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        return out
    }
}
