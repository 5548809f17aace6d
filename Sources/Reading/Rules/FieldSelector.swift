/// One field's selector as a rule writes it: CSS or XPath, `@attr` at its end, fallbacks after `||`.
import CXML2

struct FieldSelector: Sendable {
    enum Path: Sendable {
        /// The record's own element (`@data-id`).
        case own
        case css(SelectorList)
        case xpath(String)
    }

    struct Choice: Sendable {
        var path: Path
        var attribute: String?
    }

    var choices: [Choice]

    init(choices: [Choice]) { self.choices = choices }

    /// Parsed once: what it was made of is kept for the next page.
    init(_ text: String) throws(SelectorFault) {
        self = try Self.known.value(text) { (text) throws(SelectorFault) in
            FieldSelector(
                choices: try Self.split(text).map { (part) throws(SelectorFault) in try Self.choice(part) })
        }
    }

    private static let known = Kept<FieldSelector>()

    private static func choice(_ part: some StringProtocol) throws(SelectorFault) -> Choice {
        guard let text = nonEmpty(String(part)) else {
            throw SelectorFault(
                sentence: "the selector is empty; write a CSS selector, or leave the field out")
        }
        if text.hasPrefix("/") || text.hasPrefix("./") || text.hasPrefix("(/") || text.hasPrefix("(./") {
            return Choice(path: .xpath(try checkedXPath(text)), attribute: nil)
        }
        // As Scrapy has it: `p::text`, `a::attr(href)`.
        if text.hasSuffix("::text") { return Choice(path: try css(String(text.dropLast(6))), attribute: nil) }
        if text.hasSuffix(")"), let sign = text.range(of: "::attr(") {
            let name = text[sign.upperBound...].dropLast()
            return try choice(text[..<sign.lowerBound] + "@" + name)
        }
        guard let at = lastAttributeSign(text) else {
            return Choice(path: try css(text), attribute: nil)
        }
        let name = String(text[text.index(after: at)...])
        guard !name.isEmpty,
            name.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || [0x2D, 0x5F, 0x3A].contains($0) })
        else { throw SelectorFault(sentence: "\"\(name)\" is no attribute name; write selector@name") }
        return Choice(path: try css(String(text[..<at])), attribute: name.lowercased())
    }

    /// Nothing before `@` or `::` is the record's own element; a leading combinator starts from it.
    private static func css(_ text: String) throws(SelectorFault) -> Path {
        guard let css = nonEmpty(text) else { return .own }
        return .css(try CSSParser.parse(css, isRelative: true))
    }

    /// The last `@` outside brackets and quotes.
    private static func lastAttributeSign(_ text: String) -> String.Index? {
        var depth = 0
        var quote: Character?
        var found: String.Index?
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "[" || character == "(" {
                depth += 1
            } else if character == "]" || character == ")" {
                depth -= 1
            } else if character == "@", depth == 0 {
                found = index
            }
        }
        return found
    }

    private static func split(_ text: String) -> [String] {
        var parts: [String] = []
        var current = ""
        var quote: Character?
        var previous: Character?
        for character in text {
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            }
            if character == "|", previous == "|", quote == nil {
                current.removeLast()
                parts.append(current)
                current = ""
                previous = nil
                continue
            }
            current.append(character)
            previous = character
        }
        parts.append(current)
        return parts
    }
}

extension FieldSelector {
    /// The elements of the first choice that finds any.
    func nodes(in top: Node, limit: Int = .max) -> [Node] {
        for choice in choices {
            let found = choice.nodes(in: top, limit: limit)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The value of the first choice that has one, and the element it stands on.
    func value(in top: Node) -> FoundText? {
        for choice in choices {
            if let found = choice.found(in: top, limit: 8).first { return found }
        }
        return nil
    }
}

/// A text that a selector found, never empty, and the element it stands on or in; nil for what XPath made.
struct FoundText {
    var text: String
    var node: Node?
}

extension FieldSelector.Choice {
    func nodes(in top: Node, limit: Int = .max) -> [Node] {
        switch path {
        case .own: return [top]
        case .css(let list): return SelectorMatcher.all(list, in: top, limit: limit)
        case .xpath(let expression):
            var found: [Node] = []
            for item in xpath(expression, from: top) ?? [] {
                if case .node(let node) = item, found.count < limit { found.append(node) }
            }
            return found
        }
    }

    /// The texts that the choice finds, at most `limit` elements' of them.
    func found(in top: Node, limit: Int) -> [FoundText] {
        if case .xpath(let expression) = path {
            return (xpath(expression, from: top) ?? []).prefix(limit).compactMap { item in
                switch item {
                case .node(let node): nonEmpty(node.plainText).map { FoundText(text: $0, node: node) }
                case .attribute(let text, let node): nonEmpty(text).map { FoundText(text: $0, node: node) }
                case .value(let text): nonEmpty(text).map { FoundText(text: $0, node: nil) }
                }
            }
        }
        return nodes(in: top, limit: limit).compactMap { node in
            let text = attribute.map { node.attribute(named: $0)?.string ?? "" } ?? node.plainText
            return nonEmpty(text).map { FoundText(text: $0, node: node) }
        }
    }
}
