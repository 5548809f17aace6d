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

    init(_ text: String) throws(SelectorFault) {
        choices = []
        for part in Self.split(text) { choices.append(try Self.choice(part)) }
    }

    private static func choice(_ part: String) throws(SelectorFault) -> Choice {
        guard let text = nonEmpty(part) else {
            throw SelectorFault(
                sentence: "the selector is empty; write a CSS selector, or leave the field out")
        }
        if text.hasPrefix("/") || text.hasPrefix("./") || text.hasPrefix("(/") || text.hasPrefix("(./") {
            guard isXPath(text) else {
                throw SelectorFault(
                    sentence: "not a valid XPath 1.0 expression; look at its brackets and quotes")
            }
            return Choice(path: .xpath(text), attribute: nil)
        }
        guard let at = lastAttributeSign(text) else {
            return Choice(path: .css(try CSSParser.parse(text)), attribute: nil)
        }
        let name = String(text[text.index(after: at)...])
        guard !name.isEmpty,
            name.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || [0x2D, 0x5F, 0x3A].contains($0) })
        else { throw SelectorFault(sentence: "\"\(name)\" is no attribute name; write selector@name") }
        guard let css = nonEmpty(String(text[..<at])) else {
            return Choice(path: .own, attribute: name.lowercased())
        }
        return Choice(path: .css(try CSSParser.parse(css)), attribute: name.lowercased())
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
            let found = Self.nodes(choice.path, in: top, limit: limit)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The value of the first choice that has one, and the element it stands on.
    func value(in top: Node) -> (text: String, node: Node?)? {
        for choice in choices {
            if case .xpath(let expression) = choice.path {
                guard let found = xpath(expression, from: top) else { continue }
                switch found {
                case .text(let text): if let text = nonEmpty(text) { return (text, nil) }
                case .nodes(let nodes):
                    for node in nodes { if let text = nonEmpty(node.plainText) { return (text, node) } }
                }
                continue
            }
            for node in Self.nodes(choice.path, in: top, limit: 8) {
                if let name = choice.attribute {
                    if let value = node.attribute(named: name).flatMap({ nonEmpty($0.string) }) {
                        return (value, node)
                    }
                } else if let text = nonEmpty(node.plainText) {
                    return (text, node)
                }
            }
        }
        return nil
    }

    private static func nodes(_ path: Path, in top: Node, limit: Int) -> [Node] {
        switch path {
        case .own: return [top]
        case .css(let list): return SelectorMatcher.all(list, in: top, limit: limit)
        case .xpath(let expression):
            if case .nodes(let nodes)? = xpath(expression, from: top) { return Array(nodes.prefix(limit)) }
            return []
        }
    }
}

/// What is wrong with a selector of a rule; nil when it is valid. JSONPath when it starts with `$`.
public func selectorFault(_ selector: String) -> String? {
    do throws(SelectorFault) {
        if selector.hasPrefix("$") {
            _ = try JSONPath(selector)
        } else {
            _ = try FieldSelector(selector)
        }
        return nil
    } catch {
        return error.sentence
    }
}

/// An element that a selector found, as a person looks at it.
public struct SelectedElement: Hashable, Sendable {
    public var tag: String
    public var id: String?
    public var className: String?
    public var text: String
}

/// The elements of an HTML page that a CSS selector or an XPath finds, in document order.
public func select(_ selector: String, html: [UInt8]) throws(ReadingFailure) -> [SelectedElement] {
    let parsed: FieldSelector
    do throws(SelectorFault) { parsed = try FieldSelector(selector) } catch {
        throw .faultySelector(field: "select", selector: selector, fault: error.sentence)
    }
    let bytes = decodeUTF8(html, contentType: "text/html; charset=utf-8").bytes
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<[SelectedElement], ReadingFailure> in
        do throws(ReadingFailure) {
            guard let document = try Document(html: buffer) else { return .success([]) }
            return .success(
                try document.withRoot { (root) throws(ReadingFailure) in
                    guard let root else { return [] }
                    return matches(parsed, root: root).map { node in
                        SelectedElement(
                            tag: node.name.string, id: node.string("id"), className: node.string("class"),
                            text: node.plainText)
                    }
                })
        } catch {
            return .failure(error)
        }
    }
    return try result.get()
}

private func matches(_ selector: FieldSelector, root: Node) -> [Node] {
    for choice in selector.choices {
        switch choice.path {
        case .css(let list):
            let found = SelectorMatcher.all(list, in: root, includingTop: true)
            if !found.isEmpty { return found }
        default:
            let found = selector.nodes(in: root)
            if !found.isEmpty { return found }
        }
    }
    return []
}
