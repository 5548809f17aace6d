/// What `itemref` brings into microdata items from elsewhere on the page (HTML Standard, "the properties of
/// an item"): each element once for each item, in a time bounded for the page as a whole.

extension MicrodataItems {
    /// A property's element as one item's.
    private struct Use: Hashable {
        var item: Int
        var node: Node
    }

    /// What adopting may still cost, and what was adopted.
    private struct Adoption {
        var numbers: [Node: Int] = [:]
        var taken: Set<Use> = []
        var steps = 200_000
    }

    mutating func resolveReferences(root: Node) {
        guard !references.isEmpty else { return }
        var wanted: [String: [Int]] = [:]
        for (item, ids) in references.prefix(2000) {
            for id in Set(ids.prefix(20)) { wanted[id, default: []].append(item) }
        }
        var adoption = Adoption()
        for (number, item) in items.enumerated() { adoption.numbers[item.node] = number }
        var found: [(Node, [Int])] = []
        root.forEachElement { node in
            // Of several elements of one identifier the first is meant.
            if let id = node.attribute("id"), let users = wanted.removeValue(forKey: id.string) {
                found.append((node, users))
            }
            return !wanted.isEmpty
        }
        for (node, users) in found {
            for user in users { adopt(node, for: user, &adoption) }
        }
    }

    /// Circles are left as they are: they are cut where items are written out.
    private mutating func adopt(_ top: Node, for item: Int, _ adoption: inout Adoption) {
        var at: Node? = top
        while let node = at, adoption.steps > 0 {
            adoption.steps -= 1
            var nested: Int?
            if node.isElement {
                nested = adoption.numbers[node]
                if nested != item, let property = node.attribute("itemprop"),
                    adoption.taken.insert(Use(item: item, node: node)).inserted
                {
                    if let nested {
                        items[nested].isNested = true
                        items[nested].isShared = true
                        add(property, .item(nested), to: item)
                    } else {
                        add(property, .node(node), to: item)
                    }
                }
            }
            at = node.following(within: top, intoChildren: nested == nil)
        }
    }
}
