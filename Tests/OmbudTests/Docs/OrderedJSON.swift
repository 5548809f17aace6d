import Foundation

/// JSON whose keys keep the order of the file, which `JSONSerialization` forgets.
indirect enum OrderedJSON {
    case map([(String, OrderedJSON)])
    case list([OrderedJSON])
    case text(String)
    /// A number, true, false or null as it is written.
    case word(String)

    subscript(key: String) -> OrderedJSON? {
        guard case .map(let members) = self else { return nil }
        return members.first { $0.0 == key }?.1
    }

    var items: [OrderedJSON]? { if case .list(let items) = self { items } else { nil } }
    var string: String? { if case .text(let text) = self { text } else { nil } }

    /// On one line, texts without quotes.
    var text: String {
        switch self {
        case .map(let members): "{" + members.map { "\($0): \($1.text)" }.joined(separator: ", ") + "}"
        case .list(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
        case .text(let text): text
        case .word(let word): word
        }
    }

    /// Laid out for people, two spaces a level; what is short stays on one line.
    func pretty(indent: String = "") -> String {
        let flat = self.flat
        if flat.count + indent.count <= 100 { return flat }
        let inner = indent + "  "
        switch self {
        case .map(let members):
            let lines = members.map { "\(inner)\(Self.quoted($0)): \($1.pretty(indent: inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        case .list(let items):
            return "[\n" + items.map { inner + $0.pretty(indent: inner) }.joined(separator: ",\n")
                + "\n\(indent)]"
        case .text, .word: return flat
        }
    }

    private var flat: String {
        switch self {
        case .map(let members):
            "{ " + members.map { "\(Self.quoted($0)): \($1.flat)" }.joined(separator: ", ") + " }"
        case .list(let items): "[" + items.map(\.flat).joined(separator: ", ") + "]"
        case .text(let text): Self.quoted(text)
        case .word(let word): word
        }
    }

    private static func quoted(_ text: String) -> String {
        let data = try? JSONSerialization.data(
            withJSONObject: text, options: [.fragmentsAllowed, .withoutEscapingSlashes])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    struct Broken: Error {}

    static func read(_ text: String) throws -> OrderedJSON {
        var rest = Substring(text)
        let value = try value(&rest)
        skip(&rest)
        guard rest.isEmpty else { throw Broken() }
        return value
    }

    private static func skip(_ rest: inout Substring) { rest = rest.drop(while: \.isWhitespace) }

    private static func take(_ sign: Character, _ rest: inout Substring) -> Bool {
        skip(&rest)
        guard rest.first == sign else { return false }
        rest.removeFirst()
        return true
    }

    private static func value(_ rest: inout Substring) throws -> OrderedJSON {
        if take("{", &rest) {
            var members: [(String, OrderedJSON)] = []
            if take("}", &rest) { return .map(members) }
            repeat {
                skip(&rest)
                let key = try string(&rest)
                guard take(":", &rest) else { throw Broken() }
                members.append((key, try value(&rest)))
            } while take(",", &rest)
            guard take("}", &rest) else { throw Broken() }
            return .map(members)
        }
        if take("[", &rest) {
            var items: [OrderedJSON] = []
            if take("]", &rest) { return .list(items) }
            repeat { items.append(try value(&rest)) } while take(",", &rest)
            guard take("]", &rest) else { throw Broken() }
            return .list(items)
        }
        if rest.first == "\"" { return .text(try string(&rest)) }
        let word = rest.prefix { $0.isLetter || $0.isNumber || "+-.".contains($0) }
        guard !word.isEmpty else { throw Broken() }
        rest = rest.dropFirst(word.count)
        return .word(String(word))
    }

    /// What stands between two quotes, its escapes read by Foundation.
    private static func string(_ rest: inout Substring) throws -> String {
        guard rest.first == "\"" else { throw Broken() }
        var end = rest.index(after: rest.startIndex)
        while end < rest.endIndex, rest[end] != "\"" {
            end =
                rest.index(end, offsetBy: rest[end] == "\\" ? 2 : 1, limitedBy: rest.endIndex)
                ?? rest.endIndex
        }
        guard end < rest.endIndex else { throw Broken() }
        let quoted = rest[...end]
        rest = rest[rest.index(after: end)...]
        let value = try JSONSerialization.jsonObject(with: Data(quoted.utf8), options: .fragmentsAllowed)
        guard let text = value as? String else { throw Broken() }
        return text
    }
}
