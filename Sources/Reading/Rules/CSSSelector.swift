/// CSS selectors as values: what a rule's author writes, parsed once and matched against the tree.

/// A list of selectors; an element matches when any of them does.
struct SelectorList: Hashable, Sendable {
    var selectors: [ComplexSelector]

    /// Whether a selector speaks of `tbody`, which pages leave out and browsers put in.
    var namesTableBody: Bool {
        selectors.contains { $0.parts.contains { $0.compound.namesTableBody } }
    }
}

/// Compounds joined by combinators, in the order written; each joins its compound to the one before.
struct ComplexSelector: Hashable, Sendable {
    struct Part: Hashable, Sendable {
        var combinator: Combinator
        var compound: CompoundSelector
    }
    var parts: [Part]
}

enum Combinator: Hashable, Sendable {
    case descendant, child, adjacent, sibling
}

struct CompoundSelector: Hashable, Sendable {
    /// nil for any.
    var type: String?
    var tests: [SelectorTest] = []

    fileprivate var namesTableBody: Bool {
        type == "tbody"
            || tests.contains { test in
                switch test {
                case .not(let list), .any(let list), .has(let list), .nth(_, of: let list?):
                    list.namesTableBody
                default: false
                }
            }
    }
}

indirect enum SelectorTest: Hashable, Sendable {
    case id(String)
    case className(String)
    case attribute(name: String, AttributeTest)
    case not(SelectorList)
    case any(SelectorList)
    case has(SelectorList)
    /// One of the texts stands in the element's; with `own`, outside of the elements in it.
    case contains([String], own: Bool)
    case nth(Nth, of: SelectorList?)
    case nthOfType(Nth)
    case only, onlyOfType, root, scope, empty
    /// Language ranges, RFC 4647.
    case language([String])
    case direction(isRightToLeft: Bool)
    case state(ControlState)
    /// A state that a page at rest is never in, or a pseudo-element.
    case never
}

/// What the controls and links of a page at rest are in: Selectors 4 sections 8 and 12, HTML 4.16.3.
enum ControlState: String, Hashable, Sendable, CaseIterable {
    case link
    case anyLink = "any-link"
    case checked, disabled, enabled, required, optional
    case readOnly = "read-only"
    case readWrite = "read-write"
    case placeholderShown = "placeholder-shown"
    case `default`, indeterminate
    case inRange = "in-range"
    case outOfRange = "out-of-range"
    case valid, invalid, defined, open, muted
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
    /// `*|href` is `xlink:href` too.
    var anyNamespace = false
}

/// What is wrong with a selector, as a sentence.
struct SelectorFault: Error, Hashable {
    var sentence: String
}
