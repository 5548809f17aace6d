/// Reads selectors of CSS level 4, as far as a page at rest has them. CSS Syntax and Selectors 4.

struct CSSParser {
    private let text: [Unicode.Scalar]
    private var i = 0
    private var depth = 0

    static func parse(_ text: String) throws(SelectorFault) -> SelectorList {
        var parser = CSSParser(text)
        let list = try parser.list(isRelative: false)
        guard parser.i == parser.text.count else { throw parser.fault("unexpected \(parser.here)") }
        return list
    }

    private init(_ text: String) { self.text = Array(text.unicodeScalars) }

    private var here: String { i < text.count ? "\"\(text[i])\" at character \(i + 1)" : "end" }
    private func fault(_ what: String) -> SelectorFault {
        SelectorFault(sentence: what + "; write a CSS selector, or an XPath that starts with / or ./")
    }

    private mutating func list(isRelative: Bool) throws(SelectorFault) -> SelectorList {
        depth += 1
        defer { depth -= 1 }
        guard depth < 20 else { throw fault("selectors are nested too deeply") }
        var selectors = [try complex(isRelative: isRelative)]
        while take(",") { selectors.append(try complex(isRelative: isRelative)) }
        return SelectorList(selectors: selectors)
    }

    private mutating func complex(isRelative: Bool) throws(SelectorFault) -> ComplexSelector {
        var parts: [(Combinator, CompoundSelector)] = []
        skipSpace()
        var combinator = Combinator.descendant
        if isRelative, let found = sign() { combinator = found }
        while true {
            skipSpace()
            parts.append((combinator, try compound()))
            let hadSpace = skipSpace()
            if let found = sign() {
                combinator = found
            } else if hadSpace, i < text.count, text[i] != ",", text[i] != ")" {
                combinator = .descendant
            } else {
                return ComplexSelector(parts: parts)
            }
        }
    }

    private mutating func sign() -> Combinator? {
        if take(">") { return .child }
        if take("+") { return .adjacent }
        if take("~") { return .sibling }
        return nil
    }

    private mutating func compound() throws(SelectorFault) -> CompoundSelector {
        var compound = CompoundSelector()
        let start = i
        if take("*") {
            takeNamespace(&compound)
        } else if i < text.count, isNameStart(at: i) {
            compound.type = try name().lowercased()
            takeNamespace(&compound)
        } else if i < text.count, text[i] == "|" {
            i += 1
            if !take("*") { compound.type = try name().lowercased() }
        }
        loop: while i < text.count {
            switch text[i] {
            case "#":
                i += 1
                compound.tests.append(.id(try name(isHash: true)))
            case ".":
                i += 1
                compound.tests.append(.className(try name()))
            case "[": compound.tests.append(try attribute())
            case ":": compound.tests.append(try pseudo())
            default: break loop
            }
        }
        guard i > start else { throw fault("a selector is missing before \(here)") }
        return compound
    }

    private mutating func takeNamespace(_ compound: inout CompoundSelector) {
        guard i + 1 < text.count, text[i] == "|", text[i + 1] != "=" else { return }
        i += 1
        compound.type = nil
        if !take("*"), let local = try? name() { compound.type = local.lowercased() }
    }

    private mutating func attribute() throws(SelectorFault) -> SelectorTest {
        i += 1
        skipSpace()
        if take("*") { _ = take("|") } else if i < text.count, text[i] == "|" { i += 1 }
        var name = try self.name().lowercased()
        if i + 1 < text.count, text[i] == "|", text[i + 1] != "=" {
            i += 1
            name = try self.name().lowercased()
        }
        skipSpace()
        if take("]") { return .attribute(name: name, AttributeTest(op: .exists)) }
        let operators: [(Unicode.Scalar, AttributeTest.Operator)] = [
            ("~", .word), ("|", .dash), ("^", .prefix), ("$", .suffix), ("*", .substring), ("!", .differs),
        ]
        var op = AttributeTest.Operator.equals
        if let found = operators.first(where: { i < text.count && text[i] == $0.0 }) {
            op = found.1
            i += 1
        }
        guard take("=") else { throw fault("= or ] is missing, found \(here)") }
        skipSpace()
        var test = AttributeTest(op: op)
        if i < text.count, text[i] == "\"" || text[i] == "'" {
            test.value = try quoted()
        } else {
            test.value = try self.name(isHash: true)
        }
        skipSpace()
        if i < text.count, ["i", "I", "s", "S"].contains(text[i]) {
            test.ignoresCase = text[i] == "i" || text[i] == "I"
            i += 1
            skipSpace()
        }
        guard take("]") else { throw fault("] is missing, found \(here)") }
        return .attribute(name: name, test)
    }

    private mutating func pseudo() throws(SelectorFault) -> SelectorTest {
        i += 1
        let isElement = take(":")
        let name = try self.name().lowercased()
        guard i < text.count, text[i] == "(" else {
            if isElement || Self.elements.contains(name) { return .never }
            if let plain = Self.plain[name] { return plain }
            throw fault("unknown :\(name)")
        }
        i += 1
        skipSpace()
        let test: SelectorTest
        switch name {
        case "not": test = .not(try list(isRelative: false))
        case "is", "where", "matches", "any", "-webkit-any", "-moz-any":
            test = .any(try list(isRelative: false))
        case "has": test = .has(try list(isRelative: true))
        case "contains", "-soup-contains": test = .contains(try argument())
        case "lang":
            test = .language(
                try argument().split(separator: ",").map { $0.filter { $0 != " " && $0 != "\"" } })
        case "nth-child", "nth-last-child":
            let nth = try self.nth(fromEnd: name == "nth-last-child")
            skipSpace()
            var of: SelectorList?
            if i + 1 < text.count, text[i] == "o", text[i + 1] == "f" {
                i += 2
                of = try list(isRelative: false)
            }
            test = .nth(nth, of: of)
        case "nth-of-type", "nth-last-of-type":
            test = .nthOfType(try nth(fromEnd: name == "nth-last-of-type"))
        default: throw fault("unknown :\(name)()")
        }
        skipSpace()
        guard take(")") else { throw fault(") is missing, found \(here)") }
        return test
    }

    private static let elements: Set<String> = ["before", "after", "first-line", "first-letter"]
    private static let plain: [String: SelectorTest] = [
        "first-child": .nth(Nth(a: 0, b: 1, fromEnd: false), of: nil),
        "last-child": .nth(Nth(a: 0, b: 1, fromEnd: true), of: nil),
        "first-of-type": .nthOfType(Nth(a: 0, b: 1, fromEnd: false)),
        "last-of-type": .nthOfType(Nth(a: 0, b: 1, fromEnd: true)),
        "only-child": .only, "only-of-type": .onlyOfType, "root": .root, "scope": .scope, "empty": .empty,
        "link": .link, "any-link": .link, "checked": .checked, "enabled": .enabled, "disabled": .disabled,
        "hover": .never, "active": .never, "focus": .never, "visited": .never, "target": .never,
        "focus-within": .never, "focus-visible": .never,
    ]

    private mutating func nth(fromEnd: Bool) throws(SelectorFault) -> Nth {
        var word = ""
        while i < text.count, text[i] != ")",
            !(text[i] == "o" && i + 1 < text.count && text[i + 1] == "f" && !word.hasSuffix(" od"))
        {
            word.unicodeScalars.append(text[i])
            i += 1
        }
        let compact = word.lowercased().filter { !$0.isWhitespace }
        if compact == "odd" { return Nth(a: 2, b: 1, fromEnd: fromEnd) }
        if compact == "even" { return Nth(a: 2, b: 0, fromEnd: fromEnd) }
        if let cut = compact.firstIndex(of: "n") {
            let head = compact[..<cut]
            let tail = compact[compact.index(after: cut)...]
            let a = head.isEmpty || head == "+" ? 1 : head == "-" ? -1 : Int(head)
            let b = tail.isEmpty ? 0 : Int(tail)
            if let a, let b, abs(a) < 100_000, abs(b) < 100_000 { return Nth(a: a, b: b, fromEnd: fromEnd) }
        } else if let b = Int(compact), abs(b) < 100_000 {
            return Nth(a: 0, b: b, fromEnd: fromEnd)
        }
        throw fault("\"\(word)\" is not a position like 2n+1")
    }

    private mutating func argument() throws(SelectorFault) -> String {
        if i < text.count, text[i] == "\"" || text[i] == "'" { return try quoted() }
        var value = ""
        while i < text.count, text[i] != ")" {
            value.unicodeScalars.append(text[i])
            i += 1
        }
        return value
    }

    private mutating func quoted() throws(SelectorFault) -> String {
        let quote = text[i]
        i += 1
        var value = String.UnicodeScalarView()
        while i < text.count, text[i] != quote {
            if text[i] == "\\" {
                value.append(contentsOf: escape())
            } else {
                value.append(text[i])
                i += 1
            }
        }
        guard take(quote) else { throw fault("the closing \(quote) is missing") }
        return String(value)
    }

    private func isNameStart(at index: Int) -> Bool {
        let scalar = text[index]
        return scalar.value >= 0x80 || scalar == "_" || scalar == "-" || scalar == "\\"
            || (scalar.value < 0x80 && UInt8(scalar.value).isASCIILetter)
    }

    private mutating func name(isHash: Bool = false) throws(SelectorFault) -> String {
        var value = String.UnicodeScalarView()
        guard i < text.count, isHash || isNameStart(at: i) else {
            throw fault("a name is missing before \(here)")
        }
        while i < text.count {
            if text[i] == "\\" {
                value.append(contentsOf: escape())
            } else if isNameStart(at: i) || (text[i].value < 0x80 && UInt8(text[i].value).isASCIIDigit) {
                value.append(text[i])
                i += 1
            } else {
                break
            }
        }
        guard !value.isEmpty else { throw fault("a name is missing before \(here)") }
        return String(value)
    }

    private mutating func escape() -> [Unicode.Scalar] {
        i += 1
        var value: UInt32 = 0
        var digits = 0
        while i < text.count, digits < 6, let digit = Character(text[i]).hexDigitValue {
            value = value * 16 + UInt32(digit)
            digits += 1
            i += 1
        }
        if digits > 0 {
            if i < text.count, text[i] == " " { i += 1 }
            return [Unicode.Scalar(value) ?? "\u{FFFD}"]
        }
        guard i < text.count else { return [] }
        i += 1
        return [text[i - 1]]
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard i < text.count, text[i] == scalar else { return false }
        i += 1
        return true
    }

    @discardableResult private mutating func skipSpace() -> Bool {
        let start = i
        while i < text.count,
            text[i] == " " || text[i] == "\n" || text[i] == "\t" || text[i] == "\r" || text[i] == "\u{C}"
        { i += 1 }
        return i > start
    }
}
