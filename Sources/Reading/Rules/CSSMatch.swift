/// Matches selectors against the tree directly: right to left, without a compiled expression.
import CXML2

struct SelectorMatcher {
    /// What `:scope` is, and the element that `:has` looks below.
    let scope: Node
    /// Steps left: selectors with `:has` inside `:not` on a huge page end instead of hanging.
    var budget = Self.mostSteps
    static let mostSteps = 20_000_000
    var places = SiblingPlaces()
    var languages = LanguageMemory()

    init(scope: Node) { self.scope = scope }

    /// All matching elements below `top`, in document order, at most `limit`.
    static func all(
        _ list: SelectorList, in top: Node, includingTop: Bool = false, limit: Int = .max
    ) -> [Node] {
        (try? found(list, in: top, includingTop: includingTop, limit: limit, isStrict: false)) ?? []
    }

    /// With `isStrict`, what costs too much is an error instead of what was found until then.
    static func found(
        _ list: SelectorList, in top: Node, includingTop: Bool, limit: Int = .max, isStrict: Bool,
        budget: Int = Self.mostSteps
    ) throws(SelectorFault) -> [Node] {
        if list.namesTableBody { top.addTableBodies() }
        var matcher = SelectorMatcher(scope: top)
        matcher.budget = budget
        var found: [Node] = []
        if includingTop, matcher.matches(top, list) { found.append(top) }
        top.forEachElement { node in
            if matcher.matches(node, list) { found.append(node) }
            return found.count < limit && matcher.budget > 0
        }
        guard !isStrict || matcher.budget > 0 else {
            throw SelectorFault(sentence: "it asks for too much work on this page; write a simpler selector")
        }
        return found
    }

    mutating func matches(_ node: Node, _ list: SelectorList) -> Bool {
        for selector in list.selectors
        where matches(node, selector, upTo: selector.parts.count - 1, anchor: nil) {
            return true
        }
        return false
    }

    /// Whether `node` is what part `index` describes, and its surroundings what the parts before do.
    /// Recursion is as deep as the selector has parts. `anchor` is what a relative selector starts from.
    mutating func matches(
        _ node: Node, _ selector: ComplexSelector, upTo index: Int, anchor: Node?
    ) -> Bool {
        budget -= 1
        guard budget > 0 else { return false }
        guard matches(node, selector.parts[index].compound) else { return false }
        let combinator = selector.parts[index].combinator
        if index == 0 {
            guard let anchor else { return true }
            return isJoined(node, combinator, to: anchor)
        }
        switch combinator {
        case .child:
            guard let parent = node.parent else { return false }
            return matches(parent, selector, upTo: index - 1, anchor: anchor)
        case .descendant:
            var at = node.parent
            while let up = at {
                if matches(up, selector, upTo: index - 1, anchor: anchor) { return true }
                at = up.parent
            }
            return false
        case .adjacent:
            guard let previous = node.previousElement else { return false }
            return matches(previous, selector, upTo: index - 1, anchor: anchor)
        case .sibling:
            var at = node.previousElement
            while let previous = at, budget > 0 {
                if matches(previous, selector, upTo: index - 1, anchor: anchor) { return true }
                at = previous.previousElement
            }
            return false
        }
    }

    private mutating func isJoined(_ node: Node, _ combinator: Combinator, to anchor: Node) -> Bool {
        switch combinator {
        case .child: return node.parent == anchor
        case .adjacent: return node.previousElement == anchor
        case .descendant:
            var at = node.parent
            while let up = at {
                if up == anchor { return true }
                at = up.parent
            }
            return false
        case .sibling:
            var at = node.previousElement
            while let previous = at, budget > 0 {
                if previous == anchor { return true }
                budget -= 1
                at = previous.previousElement
            }
            return false
        }
    }

    private mutating func matches(_ node: Node, _ compound: CompoundSelector) -> Bool {
        if let type = compound.type, !node.name.equals(type, ignoringCase: true) { return false }
        for test in compound.tests where !matches(node, test) { return false }
        return true
    }

    private mutating func matches(_ node: Node, _ test: SelectorTest) -> Bool {
        switch test {
        case .id(let id): return node.attribute("id")?.equals(id, ignoringCase: false) ?? false
        case .className(let name): return node.attribute("class").map { $0.hasWord(exactly: name) } ?? false
        case .attribute(let name, let test): return test.matches(node, name)
        case .not(let list): return !matches(node, list)
        case .any(let list): return matches(node, list)
        case .has(let list): return has(node, list)
        case .contains(let texts, let own): return contains(node, texts, own: own)
        case .nth(let nth, let list): return position(node, nth, of: list)
        case .nthOfType(let nth):
            return nth.matches(places.ofType(node, fromEnd: nth.fromEnd))
        case .only: return node.previousElement == nil && node.nextElement == nil
        case .onlyOfType:
            return places.ofType(node, fromEnd: false) == 1 && places.ofType(node, fromEnd: true) == 1
        case .root: return node.parent == nil
        case .scope: return node == scope
        case .empty: return node.holdsNothing
        case .language(let ranges): return isLanguage(node, ranges)
        case .direction(let isRightToLeft): return node.isRightToLeft == isRightToLeft
        case .state(let state): return matches(node, state)
        case .never: return false
        }
    }

    private mutating func has(_ node: Node, _ list: SelectorList) -> Bool {
        for selector in list.selectors {
            let last = selector.parts.count - 1
            let first = selector.parts[0].combinator
            // A selector that starts with a sibling sign looks beside the element, not below it.
            var isBeside = first == .adjacent || first == .sibling
            let isFlat = last == 0 && first != .descendant
            var top: Node? = isBeside ? node.nextElement : node
            while let here = top, budget > 0 {
                if isBeside, matches(here, selector, upTo: last, anchor: node) { return true }
                var at = isFlat ? (isBeside ? nil : here.firstElement) : here.following(within: here)
                while let candidate = at, budget > 0 {
                    if candidate.isElement, matches(candidate, selector, upTo: last, anchor: node) {
                        return true
                    }
                    at = isFlat ? candidate.nextElement : candidate.following(within: here)
                }
                guard isBeside else { break }
                // `+ a` and what lies in it; only what follows a `~` may lie further on.
                if first == .adjacent, !selector.parts.dropFirst().contains(where: { $0.combinator.isBeside })
                {
                    break
                }
                top = here.nextElement
            }
            isBeside = false
        }
        return false
    }

    private mutating func position(_ node: Node, _ nth: Nth, of list: SelectorList?) -> Bool {
        guard let list else {
            if nth.a == 0, nth.b == 1 {
                return (nth.fromEnd ? node.nextElement : node.previousElement) == nil
            }
            return nth.matches(places.place(node, fromEnd: nth.fromEnd))
        }
        guard matches(node, list) else { return false }
        var index = 1
        var at = nth.fromEnd ? node.nextElement : node.previousElement
        while let other = at, budget > 0 {
            if matches(other, list) { index += 1 }
            at = nth.fromEnd ? other.nextElement : other.previousElement
        }
        return nth.matches(index)
    }

    /// A text is looked for as it stands in the page, and as people see it.
    private mutating func contains(_ node: Node, _ texts: [String], own: Bool) -> Bool {
        var raw: [UInt8] = []
        var at = node.following(within: node)
        while let inside = at, budget > 0 {
            budget -= 1
            if inside.isText {
                let bytes = inside.content.bytes
                budget -= bytes.count >> 4
                raw.append(contentsOf: bytes)
            }
            at = inside.following(within: node, intoChildren: !own)
        }
        let stated = String(decoding: raw, as: UTF8.self)
        var seen: String?
        for text in texts {
            if text.isEmpty || stated.utf8.count >= text.utf8.count && stated.contains(text) { return true }
            if own || !text.contains(" ") { continue }
            let visible = seen ?? node.plainText
            seen = visible
            if visible.contains(text) { return true }
        }
        return false
    }
}

extension Combinator {
    fileprivate var isBeside: Bool { self == .adjacent || self == .sibling }
}

/// The places of elements among their siblings, counted once a parent.
struct SiblingPlaces {
    private struct Place {
        var fromStart = 0
        var fromEnd = 0
        var ofTypeFromStart = 0
        var ofTypeFromEnd = 0
    }
    private var known: [Node: Place] = [:]

    mutating func place(_ node: Node, fromEnd: Bool) -> Int {
        let place = place(node)
        return fromEnd ? place.fromEnd : place.fromStart
    }

    mutating func ofType(_ node: Node, fromEnd: Bool) -> Int {
        let place = place(node)
        return fromEnd ? place.ofTypeFromEnd : place.ofTypeFromStart
    }

    private mutating func place(_ node: Node) -> Place {
        if let known = known[node] { return known }
        guard let parent = node.raw.pointee.parent else {
            return Place(fromStart: 1, fromEnd: 1, ofTypeFromStart: 1, ofTypeFromEnd: 1)
        }
        var siblings: [Node] = []
        var counts: [String: Int] = [:]
        var at = Node(parent).firstElement
        while let sibling = at {
            siblings.append(sibling)
            let name = sibling.name.string
            counts[name, default: 0] += 1
            known[sibling] = Place(fromStart: siblings.count, ofTypeFromStart: counts[name] ?? 1)
            at = sibling.nextElement
        }
        for (index, sibling) in siblings.enumerated() {
            known[sibling]?.fromEnd = siblings.count - index
            let place = known[sibling]?.ofTypeFromStart ?? 1
            known[sibling]?.ofTypeFromEnd = (counts[sibling.name.string] ?? 1) - place + 1
        }
        return known[node] ?? Place()
    }
}
