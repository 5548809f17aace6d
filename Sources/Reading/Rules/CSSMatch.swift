/// Matches selectors against the tree directly: right to left, without a compiled expression.
import CXML2

struct SelectorMatcher {
    /// What `:scope` is, and the element that `:has` looks below.
    let scope: Node
    /// Steps left: selectors with `:has` inside `:not` on a huge page end instead of hanging.
    private var budget = 20_000_000

    init(scope: Node) { self.scope = scope }

    /// All matching elements below `top`, in document order, at most `limit`.
    static func all(
        _ list: SelectorList, in top: Node, includingTop: Bool = false, limit: Int = .max
    ) -> [Node] {
        var matcher = SelectorMatcher(scope: top)
        var found: [Node] = []
        if includingTop, matcher.matches(top, list) { found.append(top) }
        top.forEachElement { node in
            if matcher.matches(node, list) { found.append(node) }
            return found.count < limit && matcher.budget > 0
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
    private mutating func matches(
        _ node: Node, _ selector: ComplexSelector, upTo index: Int, anchor: Node?
    ) -> Bool {
        budget -= 1
        guard budget > 0 else { return false }
        let (combinator, compound) = selector.parts[index]
        guard matches(node, compound) else { return false }
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
            while let previous = at {
                if matches(previous, selector, upTo: index - 1, anchor: anchor) { return true }
                at = previous.previousElement
            }
            return false
        }
    }

    private func isJoined(_ node: Node, _ combinator: Combinator, to anchor: Node) -> Bool {
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
            while let previous = at {
                if previous == anchor { return true }
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
        case .className(let name): return node.attribute("class").map { hasWord($0, name) } ?? false
        case .attribute(let name, let test): return matches(node.attribute(named: name), test)
        case .not(let list): return !matches(node, list)
        case .any(let list): return matches(node, list)
        case .has(let list): return has(node, list)
        case .contains(let text): return node.plainText.contains(text)
        case .nth(let nth, let list): return position(node, nth, of: list)
        case .nthOfType(let nth): return nth.matches(place(node, fromEnd: nth.fromEnd, sameType: true))
        case .only: return node.previousElement == nil && node.nextElement == nil
        case .onlyOfType:
            return place(node, fromEnd: false, sameType: true) == 1
                && place(node, fromEnd: true, sameType: true) == 1
        case .root: return node.parent == nil
        case .scope: return node == scope
        case .empty: return isEmpty(node)
        case .link:
            return node.attribute("href") != nil
                && (node.name == "a" || node.name == "area" || node.name == "link")
        case .checked: return node.attribute("checked") != nil || node.attribute("selected") != nil
        case .disabled: return isControl(node) && node.attribute("disabled") != nil
        case .enabled: return isControl(node) && node.attribute("disabled") == nil
        case .language(let wanted): return language(node, wanted)
        case .never: return false
        }
    }

    private mutating func has(_ node: Node, _ list: SelectorList) -> Bool {
        for selector in list.selectors {
            let last = selector.parts.count - 1
            let first = selector.parts[0].0
            // A selector that starts with a sibling sign looks beside the element, not below it.
            var tops = [node]
            var includesTop = false
            if first == .adjacent || first == .sibling {
                tops = []
                includesTop = true
                var at = node.nextElement
                while let sibling = at {
                    tops.append(sibling)
                    at = sibling.nextElement
                }
            }
            for top in tops {
                var at: Node? = includesTop ? top : top.following(within: top)
                while let candidate = at, budget > 0 {
                    if candidate.isElement, matches(candidate, selector, upTo: last, anchor: node) {
                        return true
                    }
                    at = candidate.following(within: top)
                }
            }
        }
        return false
    }

    private mutating func position(_ node: Node, _ nth: Nth, of list: SelectorList?) -> Bool {
        guard let list else { return nth.matches(place(node, fromEnd: nth.fromEnd, sameType: false)) }
        guard matches(node, list) else { return false }
        var index = 1
        var at = nth.fromEnd ? node.nextElement : node.previousElement
        while let other = at, budget > 0 {
            if matches(other, list) { index += 1 }
            at = nth.fromEnd ? other.nextElement : other.previousElement
        }
        return nth.matches(index)
    }

    private mutating func place(_ node: Node, fromEnd: Bool, sameType: Bool) -> Int {
        var index = 1
        var at = fromEnd ? node.nextElement : node.previousElement
        while let other = at, budget > 0 {
            budget -= 1
            if !sameType || xmlStrEqual(other.raw.pointee.name, node.raw.pointee.name) != 0 { index += 1 }
            at = fromEnd ? other.nextElement : other.previousElement
        }
        return index
    }

    private func isEmpty(_ node: Node) -> Bool {
        var at = node.firstChild
        while let child = at {
            if child.isElement || (child.isText && !child.content.isEmpty) { return false }
            at = child.next
        }
        return true
    }

    private func isControl(_ node: Node) -> Bool {
        ["input", "button", "select", "textarea", "option", "optgroup", "fieldset"].contains {
            node.name.equals($0, ignoringCase: true)
        }
    }

    private func language(_ node: Node, _ wanted: [String]) -> Bool {
        var at: Node? = node
        while let up = at {
            if let lang = up.attribute("lang")?.string.lowercased() {
                return wanted.contains { lang == $0.lowercased() || lang.hasPrefix($0.lowercased() + "-") }
            }
            at = up.parent
        }
        return false
    }

    private func matches(_ value: CText?, _ test: AttributeTest) -> Bool {
        guard let value else { return test.op == .differs }
        let mine = value.bytes
        let wanted = test.value.utf8
        func same(_ a: some Sequence<UInt8>, _ b: some Sequence<UInt8>) -> Bool {
            test.ignoresCase
                ? a.lazy.map(\.lowercasedASCII).elementsEqual(b.lazy.map(\.lowercasedASCII))
                : a.elementsEqual(b)
        }
        switch test.op {
        case .exists: return true
        case .equals: return same(mine, wanted)
        case .differs: return !same(mine, wanted)
        case .prefix: return !wanted.isEmpty && same(mine.prefix(wanted.count), wanted)
        case .suffix: return !wanted.isEmpty && same(mine.suffix(wanted.count), wanted)
        case .substring:
            guard !wanted.isEmpty, mine.count >= wanted.count else { return false }
            return (0...(mine.count - wanted.count)).contains { same(mine[$0..<($0 + wanted.count)], wanted) }
        case .dash:
            return same(mine, wanted)
                || (mine.count > wanted.count && mine[wanted.count] == 0x2D
                    && same(mine.prefix(wanted.count), wanted))
        case .word:
            return !wanted.isEmpty
                && mine.split(whereSeparator: \.isASCIISpace).contains { same($0, wanted) }
        }
    }

    private func hasWord(_ names: CText, _ name: String) -> Bool {
        guard var at = names.base else { return false }
        let wanted = name.utf8
        while at.pointee != 0 {
            while at.pointee.isASCIISpace { at += 1 }
            let start = at
            for byte in wanted {
                guard at.pointee == byte else { break }
                at += 1
            }
            if at - start == wanted.count, at.pointee == 0 || at.pointee.isASCIISpace { return true }
            while at.pointee != 0, !at.pointee.isASCIISpace { at += 1 }
        }
        return false
    }
}
