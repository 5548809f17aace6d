/// Reviews and comments marked by class names: hReview 0.4 and its sum, h-review, and the comments of an
/// h-entry (microformats.org), as JSON objects in the words of schema.org.

/// A page's microformats, found in one walk that only pages with such classes pay for.
struct Microformats {
    /// What a class on an element opens.
    private enum Kind {
        case review, sum, comment
    }

    private let root: Node
    private let links: Links

    init(root: Node, links: Links) {
        self.root = root
        self.links = links
    }

    /// Whether a class attribute names what can be a record here.
    static func namesRecord(_ classes: CText) -> Bool {
        guard var at = classes.base else { return false }
        while at.pointee != 0 {
            let first = at.pointee | 0x20
            if first == UInt8(ascii: "h"), at[1] != 0 {
                let second = at[1] | 0x20
                if second == UInt8(ascii: "r"), starts(at, "hreview") { return true }
                if at[1] == UInt8(ascii: "-"), starts(at, "h-review") { return true }
            } else if first == UInt8(ascii: "u") || first == UInt8(ascii: "p"), at[1] == UInt8(ascii: "-") {
                if starts(at + 1, "-comment") { return true }
            }
            while at.pointee > 0x20 { at += 1 }
            while at.pointee != 0, at.pointee <= 0x20 { at += 1 }
        }
        return false
    }

    private static func starts(_ text: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
        for i in 0..<name.utf8CodeUnitCount where text[i].lowercasedASCII != name.utf8Start[i] {
            return false
        }
        return true
    }

    private static func kind(_ node: Node) -> Kind? {
        guard let classes = node.attribute("class"), namesRecord(classes) else { return nil }
        if classes.hasWord("hreview-aggregate") || classes.hasWord("h-review-aggregate") { return .sum }
        if classes.hasWord("hreview") || classes.hasWord("h-review") { return .review }
        let isComment = classes.hasWord("u-comment") || classes.hasWord("p-comment")
        if isComment, classes.hasWord("h-cite") || classes.hasWord("h-entry") { return .comment }
        return nil
    }

    /// The items of the page in document order.
    func values() -> [JSONValue] {
        var steps = 2_000_000
        var found: [JSONValue] = []
        var at: Node? = root
        while let node = at, steps > 0 {
            steps -= 1
            if node.isElement, let kind = Self.kind(node) {
                found.append(value(of: node, kind: kind, steps: &steps))
            }
            at = node.following(within: root)
        }
        return found
    }

    private func value(of top: Node, kind: Kind, steps: inout Int) -> JSONValue {
        let parts = MicroformatParts(top: top, steps: &steps) { Self.kind($0) != nil }
        var members: [JSONValue.Member] = []
        func add(_ name: String, _ value: String?) {
            if let value, let text = nonEmpty(value) {
                members.append(.init(key: name, value: .string(text)))
            }
        }
        switch kind {
        case .sum:
            add("@type", "AggregateRating")
            let (value, best, worst) = parts.rating(&steps)
            add("ratingValue", value)
            add("bestRating", best)
            add("worstRating", worst)
            add("reviewCount", parts.count(&steps))
            add("ratingCount", parts.votes(&steps))
        case .review, .comment:
            add("@type", kind == .review ? "Review" : "Comment")
            if kind == .review, let item = parts.item(&steps) {
                members.append(
                    .init(key: "itemReviewed", value: .object([.init(key: "name", value: .string(item))])))
            }
            add("author", parts.person(&steps))
            add("datePublished", parts.time(&steps))
            let (value, best, worst) = parts.rating(&steps)
            add("ratingValue", value)
            add("bestRating", best)
            add("worstRating", worst)
            let text = parts.body(&steps)
            add("reviewBody", text)
            let title = parts.title(&steps)
            if title != text { add("name", title) }
            add("url", parts.permalink)
            add("inLanguage", top.string("lang"))
            add("identifier", MicrodataItems.siteID(top))
        }
        return .object(members)
    }
}
