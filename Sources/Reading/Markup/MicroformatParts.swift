/// The properties of one microformat: the elements that carry its class names, and their values.

struct MicroformatParts {
    /// The classes that say something, in either of the two generations.
    private enum Name {
        case item, reviewer, author, card, name, published, rating, best, worst, average, count, votes
        case summary, description, permalink
    }

    private var nodes: [(name: Name, node: Node)] = []
    private let top: Node

    /// Looks at everything below `top` that belongs to no item inside it.
    init(top: Node, steps: inout Int, isItem: (Node) -> Bool) {
        self.top = top
        var at = top.following(within: top)
        while let node = at, steps > 0, nodes.count < 120 {
            steps -= 1
            var into = true
            if node.isElement {
                if let classes = node.attribute("class"), !classes.isEmpty {
                    // A comment under a review is an item of its own, and so are reviews in a list.
                    into = !isItem(node)
                    if into { see(node, classes) }
                }
                if let rel = node.attribute("rel"), rel.hasWord("bookmark") || rel.hasWord("self") {
                    nodes.append((.permalink, node))
                }
            }
            at = node.following(within: top, intoChildren: into)
        }
    }

    private mutating func see(_ node: Node, _ classes: CText) {
        func has(_ words: StaticString...) -> Bool { words.contains { classes.hasWord($0) } }
        func add(_ name: Name) { nodes.append((name, node)) }
        if has("item", "p-item") { add(.item) }
        if has("reviewer", "p-reviewer", "p-author") { add(.reviewer) }
        if has("author") { add(.author) }
        if has("vcard", "h-card") { add(.card) }
        if has("fn", "p-name", "p-nickname", "nickname") { add(.name) }
        if has("dtreviewed", "dt-reviewed", "dt-published", "published", "reviewdate") { add(.published) }
        if has("rating", "p-rating", "u-rating") { add(.rating) }
        if has("best", "p-best") { add(.best) }
        if has("worst", "p-worst") { add(.worst) }
        if has("average", "p-average") { add(.average) }
        if has("count", "p-count") { add(.count) }
        if has("votes", "p-votes") { add(.votes) }
        if has("summary", "p-summary") { add(.summary) }
        if has("description", "e-content", "p-content", "e-description", "p-description") {
            add(.description)
        }
        if has("permalink", "u-url", "u-uid") { add(.permalink) }
    }

    private func all(_ name: Name) -> [Node] { nodes.lazy.filter { $0.name == name }.map(\.node) }

    private func first(_ name: Name, inside holder: Node) -> Node? {
        all(name).first { $0 == holder || holds(holder, $0) }
    }

    private func holds(_ holder: Node, _ node: Node) -> Bool {
        var at = node
        while at != top, let up = at.parent {
            if up == holder { return true }
            at = up
        }
        return false
    }

    /// A name that stands in no other property, as an h-review's own title does.
    private func isOwn(_ node: Node) -> Bool {
        !nodes.contains {
            ($0.name == .item || $0.name == .reviewer || $0.name == .card || $0.name == .author)
                && ($0.node == node || holds($0.node, node))
        }
    }

    /// The name of what is reviewed.
    func item(_ steps: inout Int) -> String? {
        guard let item = all(.item).first else { return nil }
        return Self.value(first(.name, inside: item) ?? item, &steps)
    }

    /// Who wrote it: the reviewer's name, an author's, or that of a card that is not the item's.
    func person(_ steps: inout Int) -> String? {
        let items = all(.item)
        let other = all(.card).prefix(8).first { card in !items.contains { $0 == card || holds($0, card) } }
        guard let person = all(.reviewer).first ?? all(.author).first ?? other else { return nil }
        return nonEmpty(Self.value(first(.name, inside: person) ?? person, &steps))
    }

    func time(_ steps: inout Int) -> String? {
        for node in all(.published) {
            if let text = nonEmpty(Self.time(node, &steps)) { return text }
        }
        return nil
    }

    /// The mark of the whole: not those given to its aspects, which are tags.
    func rating(_ steps: inout Int) -> (value: String?, best: String?, worst: String?) {
        let ratings = all(.rating)
        let whole = ratings.first { !isInTag($0) } ?? ratings.first
        guard let mark = whole ?? all(.average).first else { return (nil, nil, nil) }
        let best = first(.best, inside: mark)
        return (
            Self.mark(first(.average, inside: mark) ?? mark, before: best, &steps),
            (best ?? all(.best).first).map { Self.value($0, &steps) },
            (first(.worst, inside: mark) ?? all(.worst).first).map { Self.value($0, &steps) }
        )
    }

    private func isInTag(_ node: Node) -> Bool {
        var at = node
        while at != top {
            if at.attribute("rel")?.hasWord("tag") == true { return true }
            guard let up = at.parent else { return false }
            at = up
        }
        return false
    }

    /// The fullest of the descriptions, else what the page calls the summary of a post without one.
    func body(_ steps: inout Int) -> String? {
        var longest: String?
        for node in all(.description).prefix(8) {
            let text = node.plainText(steps: &steps)
            if text.utf8.count > longest?.utf8.count ?? 0 { longest = text }
        }
        return longest ?? all(.summary).first.map { Self.value($0, &steps) }
    }

    func count(_ steps: inout Int) -> String? { all(.count).first.map { Self.value($0, &steps) } }

    func votes(_ steps: inout Int) -> String? { all(.votes).first.map { Self.value($0, &steps) } }

    func title(_ steps: inout Int) -> String? {
        let title = all(.summary).first ?? all(.name).prefix(8).first(where: isOwn)
        return title.map { Self.value($0, &steps) }
    }

    var permalink: String? {
        all(.permalink).lazy.compactMap { $0.string("href") }.first { !$0.isEmpty }
    }
}
