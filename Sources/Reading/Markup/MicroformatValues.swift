/// What an element of a microformat says (microformats.org "value class pattern" and "parsing p- and dt-").

extension MicroformatParts {
    /// The value of a property that is text.
    static func value(_ node: Node, _ steps: inout Int) -> String {
        let values = valueClasses(node, &steps)
        if !values.isEmpty { return values.joined(separator: " ") }
        return stated(node) ?? node.plainText(steps: &steps)
    }

    /// The value of a mark: where its text names no number, what a title or a picture in it says.
    static func mark(_ node: Node, before best: Node?, _ steps: inout Int) -> String {
        if let value = valueClasses(node, &steps).first { return value }
        // `4<span class="best">5</span>` is not forty-five.
        if best != nil, best != node, let start = node.firstChild, start.isText,
            let text = nonEmpty(start.plainText)
        {
            return text
        }
        let text = stated(node) ?? node.plainText(steps: &steps)
        if parseRating(text) != nil { return text }
        for name: StaticString in ["title", "data-rating", "data-value", "aria-label", "content"] {
            if let other = node.attribute(name)?.string, parseRating(other) != nil { return other }
        }
        var at = node.following(within: node)
        var looked = 0
        while let inner = at, looked < 30 {
            looked += 1
            if inner.isElement {
                for name: StaticString in ["alt", "title", "aria-label"] {
                    if let other = inner.attribute(name)?.string, parseRating(other) != nil { return other }
                }
            }
            at = inner.following(within: node)
        }
        return text
    }

    /// The value of a property that is a time: `2009-06-26` and `19:00` apart are one.
    static func time(_ node: Node, _ steps: inout Int) -> String {
        if let time = stated(node) { return time }
        let values = valueClasses(node, &steps)
        if values.isEmpty {
            return firstTime(inside: node) ?? node.plainText(steps: &steps)
        }
        guard values.count > 1,
            let date = values.first(where: { $0.utf8.contains(0x2D) && $0.utf8.count >= 8 })
        else { return values.joined(separator: " ") }
        let others = values.filter { $0 != date }
        return date + (others.first?.utf8.first?.isASCIIDigit == true ? "T" : "") + others.joined()
    }

    private static func firstTime(inside node: Node) -> String? {
        var at = node.firstElement
        while let inner = at {
            if let time = inner.attribute("datetime"), !time.isEmpty { return time.string }
            at = inner.nextElement
        }
        return nil
    }

    /// What an element of its kind says beside its text.
    private static func stated(_ node: Node) -> String? {
        let name = node.name
        let value: CText? =
            if name == "abbr" || name == "link" {
                node.attribute("title")
            } else if name == "data" || name == "input" || name == "meter" {
                node.attribute("value")
            } else if name == "img" || name == "area" {
                node.attribute("alt")
            } else if name == "time" || name == "del" || name == "ins" {
                node.attribute("datetime")
            } else if name == "meta" {
                node.attribute("content")
            } else {
                nil
            }
        return value.flatMap { nonEmpty($0.string) }
    }

    /// The parts of a value that its element names: `value` and, for machines, `value-title`.
    private static func valueClasses(_ top: Node, _ steps: inout Int) -> [String] {
        var found: [String] = []
        var at = top.following(within: top)
        while let node = at, found.count < 6, steps > 0 {
            steps -= 1
            var into = true
            if node.isElement, let classes = node.attribute("class") {
                if classes.hasWord("value-title"), let title = node.string("title").flatMap(nonEmpty) {
                    return [title]
                }
                if classes.hasWord("value") {
                    found.append(stated(node) ?? node.plainText(steps: &steps))
                    into = false
                }
            }
            at = node.following(within: top, intoChildren: into)
        }
        return found.filter { !$0.isEmpty }
    }
}
