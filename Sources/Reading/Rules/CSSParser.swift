/// Reads selectors of CSS level 4, as far as a page at rest has them. Selectors 4.

struct CSSParser {
    var scanner: CSSScanner
    private var depth = 0
    private var isInsideHas = false

    /// With `isRelative`, a selector may start with a combinator: it then starts from the scope.
    static func parse(_ text: String, isRelative: Bool = false) throws(SelectorFault) -> SelectorList {
        guard text.utf8.count <= 10_000 else {
            throw SelectorFault(sentence: "the selector has more than 10000 bytes; write a shorter one")
        }
        var parser = CSSParser(scanner: CSSScanner(text))
        var list = try parser.list(isRelative: isRelative)
        guard parser.scanner.isAtEnd else { throw parser.scanner.fault("unexpected \(parser.scanner.place)") }
        if isRelative {
            for index in list.selectors.indices where list.selectors[index].startsWithSign {
                let scope = CompoundSelector(tests: [.scope])
                list.selectors[index].parts.insert(.init(combinator: .descendant, compound: scope), at: 0)
            }
        }
        return list
    }

    private init(scanner: CSSScanner) { self.scanner = scanner }

    // MARK: Lists

    private mutating func list(
        isRelative: Bool, isForgiving: Bool = false
    ) throws(SelectorFault) -> SelectorList {
        depth += 1
        defer { depth -= 1 }
        guard depth < 20 else { throw scanner.fault("selectors are nested too deeply") }
        var selectors: [ComplexSelector] = []
        repeat {
            let start = scanner.i
            do throws(SelectorFault) {
                let selector = try complex(isRelative: isRelative)
                if isForgiving, let here = scanner.here, here != ",", here != ")" {
                    throw scanner.fault("unexpected \(scanner.place)")
                }
                selectors.append(selector)
            } catch {
                // A faulty selector of a forgiving list is left out: Selectors 4, section 18.1.
                guard isForgiving else { throw error }
                scanner.i = start
                scanner.skipFaulty()
            }
        } while scanner.take(",")
        return SelectorList(selectors: selectors)
    }

    private mutating func complex(isRelative: Bool) throws(SelectorFault) -> ComplexSelector {
        var parts: [ComplexSelector.Part] = []
        scanner.skipSpace()
        var combinator = Combinator.descendant
        if isRelative, let found = sign() { combinator = found }
        while true {
            scanner.skipSpace()
            parts.append(.init(combinator: combinator, compound: try compound()))
            let hadSpace = scanner.skipSpace()
            if let found = sign() {
                combinator = found
            } else if hadSpace, let here = scanner.here, here != ",", here != ")" {
                combinator = .descendant
            } else {
                return ComplexSelector(parts: parts)
            }
        }
    }

    private mutating func sign() -> Combinator? {
        if scanner.take(">") { return .child }
        if scanner.take("+") { return .adjacent }
        if scanner.take("~") { return .sibling }
        return nil
    }

    // MARK: Compounds

    private mutating func compound() throws(SelectorFault) -> CompoundSelector {
        var compound = CompoundSelector()
        let start = scanner.i
        if scanner.here == "*" || scanner.here == "|" || scanner.startsName { compound.type = try type() }
        var isEnded = false
        loop: while let here = scanner.here {
            if isEnded, "#.[".unicodeScalars.contains(here) {
                throw scanner.fault("nothing can follow a pseudo-element, found \(scanner.place)")
            }
            switch here {
            case "#":
                scanner.i += 1
                compound.tests.append(.id(try scanner.name(of: "an id")))
            case ".":
                scanner.i += 1
                compound.tests.append(.className(try scanner.name(of: "a class")))
            case "[": compound.tests.append(try attribute())
            case ":":
                if scanner.peek(1) == ":" { isEnded = true }
                compound.tests.append(try pseudo())
            case "/": if !scanner.skipComment() { break loop }
            default: break loop
            }
        }
        guard scanner.i > start else { throw scanner.fault("a selector is missing before \(scanner.place)") }
        return compound
    }

    /// `a`, `*`, `*|a`, `|a`; a prefix would have to be declared somewhere.
    private mutating func type() throws(SelectorFault) -> String? {
        var name: String?
        let isAny = scanner.take("*")
        if !isAny, scanner.here != "|" { name = try scanner.name(of: "a name") }
        guard scanner.here == "|", scanner.peek(1) != "|" else { return name?.lowercased() }
        if isAny {
            scanner.i += 1
            return scanner.take("*") ? nil : try scanner.name(of: "a name").lowercased()
        }
        if let prefix = name {
            throw scanner.fault(
                "the namespace prefix \(prefix) is declared nowhere, write *|name or the name alone")
        }
        scanner.i += 1
        if !scanner.take("*") { _ = try scanner.name(of: "a name") }
        // HTML has a namespace of its own: nothing of it is in none. `|` cannot stand in a name.
        return "|"
    }

    private mutating func attribute() throws(SelectorFault) -> SelectorTest {
        scanner.i += 1
        scanner.skipSpace()
        var test = AttributeTest(op: .exists)
        if scanner.here == "*", scanner.peek(1) == "|", scanner.peek(2) != "=" {
            scanner.i += 2
            test.anyNamespace = true
        } else if scanner.here == "|" {
            scanner.i += 1
        }
        let name = try scanner.name(of: "an attribute").lowercased()
        if scanner.here == "|", scanner.peek(1) != "=" {
            throw scanner.fault(
                "the namespace prefix \(name) is declared nowhere, write *|name or the name alone")
        }
        scanner.skipSpace()
        if scanner.take("]") { return .attribute(name: name, test) }
        test.op = try attributeOperator()
        scanner.skipSpace()
        if scanner.startsString {
            test.value = try scanner.quoted()
        } else if scanner.startsName {
            test.value = try scanner.name(of: "a value")
        } else {
            throw scanner.fault("the value of [\(name)] must stand in quotes, found \(scanner.place)")
        }
        scanner.skipSpace()
        if let flag = scanner.here, "iIsS".unicodeScalars.contains(flag) {
            test.ignoresCase = flag == "i" || flag == "I"
            scanner.i += 1
            scanner.skipSpace()
        } else {
            test.ignoresCase = Self.caseless.contains(name)
        }
        guard scanner.take("]") else { throw scanner.fault("] is missing, found \(scanner.place)") }
        return .attribute(name: name, test)
    }

    private mutating func attributeOperator() throws(SelectorFault) -> AttributeTest.Operator {
        let operators: [Unicode.Scalar: AttributeTest.Operator] = [
            "~": .word, "|": .dash, "^": .prefix, "$": .suffix, "*": .substring, "!": .differs,
        ]
        if scanner.take("=") { return .equals }
        guard let sign = scanner.here, let found = operators[sign], scanner.peek(1) == "=" else {
            throw scanner.fault("= or ] is missing, found \(scanner.place)")
        }
        scanner.i += 2
        return found
    }

    /// Attributes of HTML whose values are compared in any case: HTML, 4.16.2.
    private static let caseless: Set<String> = [
        "accept", "accept-charset", "align", "alink", "axis", "bgcolor", "charset", "checked", "clear",
        "codetype", "color", "compact", "declare", "defer", "dir", "direction", "disabled", "enctype", "face",
        "frame", "hreflang", "http-equiv", "lang", "language", "link", "media", "method", "multiple",
        "nohref",
        "noresize", "noshade", "nowrap", "readonly", "rel", "rev", "rules", "scope", "scrolling", "selected",
        "shape", "target", "text", "type", "valign", "valuetype", "vlink",
    ]

    // MARK: Pseudo-classes

    private mutating func pseudo() throws(SelectorFault) -> SelectorTest {
        scanner.i += 1
        let isElement = scanner.take(":")
        let name = try scanner.name(of: "a pseudo-class").lowercased()
        guard scanner.here == "(" else {
            if isElement {
                if Self.elements.contains(name) || name.hasPrefix("-webkit-") { return .never }
                throw scanner.fault("unknown ::\(name)")
            }
            if let plain = Self.plain[name] { return plain }
            if let state = ControlState(rawValue: name) { return .state(state) }
            if Self.neverMet.contains(name) || Self.oldElements.contains(name) { return .never }
            let meant = (Array(Self.plain.keys) + ControlState.allCases.map(\.rawValue)).sorted()
                .first { $0.count == name.count && Set($0) == Set(name) }
            throw scanner.fault("unknown :\(name)" + (meant.map { ", did you mean :\($0)?" } ?? ""))
        }
        guard !isElement else { throw scanner.fault("unknown ::\(name)()") }
        scanner.i += 1
        let test = try function(name)
        scanner.skipSpace()
        guard scanner.take(")") else { throw scanner.fault(") is missing, found \(scanner.place)") }
        return test
    }

    private mutating func function(_ name: String) throws(SelectorFault) -> SelectorTest {
        scanner.skipSpace()
        switch name {
        case "not": return .not(try list(isRelative: false))
        case "is", "where", "matches", "any", "-webkit-any", "-moz-any":
            return .any(try list(isRelative: false, isForgiving: true))
        case "has":
            guard !isInsideHas else { throw scanner.fault(":has() cannot stand inside :has()") }
            isInsideHas = true
            defer { isInsideHas = false }
            return .has(try list(isRelative: true))
        case "contains", "-soup-contains": return .contains(try texts(of: name), own: false)
        case "-soup-contains-own": return .contains(try texts(of: name), own: true)
        case "lang": return .language(try languages())
        case "dir":
            let direction = try scanner.name(of: "ltr or rtl").lowercased()
            return direction == "rtl" || direction == "ltr"
                ? .direction(isRightToLeft: direction == "rtl") : .never
        case "nth-child", "nth-last-child":
            let nth = try self.nth(fromEnd: name == "nth-last-child")
            let hadSpace = scanner.skipSpace()
            guard hadSpace, scanner.startsName else { return .nth(nth, of: nil) }
            guard try scanner.name(of: "of").lowercased() == "of" else {
                throw scanner.fault("of or ) is missing before \(scanner.place)")
            }
            return .nth(nth, of: try list(isRelative: false))
        case "nth-of-type", "nth-last-of-type":
            return .nthOfType(try nth(fromEnd: name == "nth-last-of-type"))
        case "current", "host", "host-context":
            _ = try list(isRelative: false)
            return .never
        default: throw scanner.fault("unknown :\(name)()")
        }
    }

    private static let elements: Set<String> = [
        "before", "after", "first-line", "first-letter", "selection", "placeholder", "marker", "backdrop",
        "cue",
        "file-selector-button", "grammar-error", "spelling-error", "target-text", "details-content",
    ]
    private static let oldElements: Set<String> = ["before", "after", "first-line", "first-letter"]
    private static let neverMet: Set<String> = [
        "hover", "active", "focus", "visited", "target", "focus-within", "focus-visible", "target-within",
        "local-link", "current", "past", "future", "playing", "paused", "seeking", "buffering", "stalled",
        "muted",
        "volume-locked", "user-valid", "user-invalid", "host", "autofill", "fullscreen", "modal",
        "popover-open",
        "picture-in-picture", "-webkit-autofill", "blank",
    ]
    private static let plain: [String: SelectorTest] = [
        "first-child": .nth(Nth(a: 0, b: 1, fromEnd: false), of: nil),
        "last-child": .nth(Nth(a: 0, b: 1, fromEnd: true), of: nil),
        "first-of-type": .nthOfType(Nth(a: 0, b: 1, fromEnd: false)),
        "last-of-type": .nthOfType(Nth(a: 0, b: 1, fromEnd: true)),
        "only-child": .only, "only-of-type": .onlyOfType, "root": .root, "scope": .scope, "empty": .empty,
    ]
}

extension ComplexSelector {
    fileprivate var startsWithSign: Bool { parts.first.map { $0.combinator != .descendant } ?? false }
}
