/// CSS selectors as values: what a rule's author writes, parsed once and matched against the tree.

/// A list of selectors; an element matches when any of them does.
struct SelectorList: Hashable, Sendable {
    var selectors: [ComplexSelector]
}

/// Compounds joined by combinators, in the order written; each joins its compound to the one before.
struct ComplexSelector: Hashable, Sendable {
    var parts: [(Combinator, CompoundSelector)]

    static func == (a: ComplexSelector, b: ComplexSelector) -> Bool {
        a.parts.count == b.parts.count && zip(a.parts, b.parts).allSatisfy { $0.0 == $1.0 && $0.1 == $1.1 }
    }
    func hash(into hasher: inout Hasher) {
        for part in parts {
            hasher.combine(part.0)
            hasher.combine(part.1)
        }
    }
}

enum Combinator: Hashable, Sendable {
    case descendant, child, adjacent, sibling
}

struct CompoundSelector: Hashable, Sendable {
    /// nil for any.
    var type: String?
    var tests: [SelectorTest] = []
}

indirect enum SelectorTest: Hashable, Sendable {
    case id(String)
    case className(String)
    case attribute(name: String, AttributeTest)
    case not(SelectorList)
    case any(SelectorList)
    case has(SelectorList)
    case contains(String)
    case nth(Nth, of: SelectorList?)
    case nthOfType(Nth)
    case only, onlyOfType, root, scope, empty, link, checked, enabled, disabled
    case language([String])
    /// A state that a page at rest is never in, or a pseudo-element.
    case never
}

/// `an+b`, from the first or the last.
struct Nth: Hashable, Sendable {
    var a: Int
    var b: Int
    var fromEnd: Bool

    func matches(_ index: Int) -> Bool {
        let rest = index - b
        return a == 0 ? rest == 0 : rest % a == 0 && rest / a >= 0
    }
}

struct AttributeTest: Hashable, Sendable {
    enum Operator: Hashable, Sendable { case exists, equals, word, dash, prefix, suffix, substring, differs }
    var op: Operator
    var value: String = ""
    var ignoresCase = false
}

/// What is wrong with a selector, as a sentence.
struct SelectorFault: Error, Hashable {
    var sentence: String
}
