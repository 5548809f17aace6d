/// What a selector finds in a page, for people who write one: `ombud try select`.
import CXML2

/// What is wrong with a selector of a rule; nil when it is valid. JSONPath when it starts with `$`.
public func selectorFault(_ selector: String) -> String? {
    do throws(SelectorFault) {
        if selector.hasPrefix("$") {
            for choice in pathChoices(selector) { _ = try JSONPath(choice) }
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
    /// nil for an attribute, a text or a number that an XPath gives.
    public var tag: String?
    public var id: String?
    public var className: String?
    public var text: String
}

/// A selector by itself, without what a rule adds to it.
public enum PageSelector: Hashable, Sendable {
    case css(String)
    case xpath(String)

    fileprivate var text: String {
        switch self {
        case .css(let text), .xpath(let text): text
        }
    }
}

/// What a CSS selector or an XPath finds in an HTML page, in document order.
public func select(_ selector: PageSelector, html: [UInt8]) throws(ReadingFailure) -> [SelectedElement] {
    let path: FieldSelector.Path
    do throws(SelectorFault) {
        switch selector {
        case .css(let text): path = .css(try CSSParser.parse(text))
        case .xpath(let text): path = .xpath(try checkedXPath(text))
        }
    } catch {
        throw .faultySelector(field: "select", selector: selector.text, fault: error.sentence)
    }
    var bytes = decodeUTF8(html, contentType: "text/html; charset=utf-8").bytes
    for range in bytes.withUnsafeBufferPointer(TagGuard.excess) {
        for i in range { bytes[i] = 0x20 }
    }
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<[SelectedElement], ReadingFailure> in
        do throws(ReadingFailure) {
            guard let document = try Document(html: buffer) else { return .success([]) }
            return .success(
                try document.withRoot { (root) throws(ReadingFailure) in
                    guard let root else { return [] }
                    return try matches(path, of: selector, root: root)
                })
        } catch {
            return .failure(error)
        }
    }
    return try result.get()
}

private func matches(
    _ path: FieldSelector.Path, of selector: PageSelector, root: Node
) throws(ReadingFailure) -> [SelectedElement] {
    switch path {
    case .own: return []
    case .css(let list):
        do throws(SelectorFault) {
            return try SelectorMatcher.found(list, in: root, includingTop: true, isStrict: true)
                .map { SelectedElement($0) }
        } catch {
            throw .faultySelector(field: "select", selector: selector.text, fault: error.sentence)
        }
    case .xpath(let expression):
        guard let items = xpath(expression, from: root) else {
            throw .faultySelector(
                field: "select", selector: selector.text, fault: "it asks for too much work on this page")
        }
        return items.map { item in
            switch item {
            case .node(let node) where node.isElement: SelectedElement(node)
            case .node(let node): SelectedElement(text: node.content.string)
            case .attribute(let text, _), .value(let text): SelectedElement(text: text)
            }
        }
    }
}

extension SelectedElement {
    fileprivate init(_ node: Node) {
        self.init(
            tag: node.name.string, id: node.string("id"), className: node.string("class"),
            text: node.plainText)
    }

    fileprivate init(text: String) { self.init(tag: nil, id: nil, className: nil, text: text) }
}
