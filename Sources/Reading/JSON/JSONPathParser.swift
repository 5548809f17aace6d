/// Reads JSONPath by the grammar of RFC 9535, strictly: a path that is nearly right is refused.

extension JSONPath {
    /// Throws what is wrong with the path, for a person.
    public init(checking text: String) throws(PathFault) {
        do throws(SelectorFault) { self = try JSONPath(text) } catch {
            throw PathFault(sentence: error.sentence)
        }
    }

    init(_ text: String) throws(SelectorFault) {
        var parser = JSONPathParser(text)
        segments = try parser.whole()
    }
}

/// Why a text is no JSONPath.
public struct PathFault: Error, Hashable, Sendable, CustomStringConvertible {
    public var sentence: String
    public var description: String { sentence }
}

struct JSONPathParser {
    let text: [Unicode.Scalar]
    var i = 0
    var depth = 0
    private static let largest = 9_007_199_254_740_991

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    func fault(_ what: String) -> SelectorFault {
        let place = i < text.count ? "\"\(text[i])\" at character \(i + 1)" : "the end"
        return SelectorFault(sentence: "\(what) before \(place); write a JSONPath such as $.reviews[*]")
    }

    mutating func whole() throws(SelectorFault) -> [JSONPath.Segment] {
        guard take("$") else { throw fault("$ is missing") }
        let found = try segments()
        guard i == text.count else { throw fault("something else was expected") }
        return found
    }

    mutating func segments() throws(SelectorFault) -> [JSONPath.Segment] {
        var found: [JSONPath.Segment] = []
        while true {
            let start = i
            skipSpace()
            if peek("[") {
                found.append(.init(isDescendant: false, selectors: try bracket()))
            } else if take(".") {
                let isDescendant = take(".")
                if isDescendant, peek("[") {
                    found.append(.init(isDescendant: true, selectors: try bracket()))
                } else if take("*") {
                    found.append(.init(isDescendant: isDescendant, selectors: [.wildcard]))
                } else {
                    found.append(.init(isDescendant: isDescendant, selectors: [.name(try shorthand())]))
                }
            } else {
                i = start
                return found
            }
        }
    }

    mutating func shorthand() throws(SelectorFault) -> String {
        var name = String.UnicodeScalarView()
        while i < text.count {
            let scalar = text[i]
            let isFirst =
                scalar == "_" || scalar.value >= 0x80
                || (scalar.value < 0x80 && UInt8(scalar.value).isASCIILetter)
            let isDigit = scalar.value < 0x80 && UInt8(scalar.value).isASCIIDigit
            guard isFirst || (isDigit && !name.isEmpty) else { break }
            name.append(scalar)
            i += 1
        }
        guard !name.isEmpty else { throw fault("a name is missing") }
        return String(name)
    }

    mutating func bracket() throws(SelectorFault) -> [JSONPath.Selector] {
        depth += 1
        defer { depth -= 1 }
        guard depth < 50 else { throw fault("the path is nested too deeply") }
        i += 1
        var selectors: [JSONPath.Selector] = []
        repeat {
            skipSpace()
            selectors.append(try selector())
            skipSpace()
        } while take(",")
        guard take("]") else { throw fault("] is missing") }
        return selectors
    }

    mutating func selector() throws(SelectorFault) -> JSONPath.Selector {
        if take("*") { return .wildcard }
        if take("?") {
            skipSpace()
            return .filter(try or())
        }
        if peek("'") || peek("\"") { return .name(try string()) }
        let start = try integer()
        let mark = i
        skipSpace()
        guard take(":") else {
            i = mark
            guard let start else { throw fault("a selector is missing") }
            return .index(start)
        }
        skipSpace()
        let end = try integer()
        var step = 1
        let afterEnd = i
        skipSpace()
        if take(":") {
            let beforeStep = i
            skipSpace()
            if let found = try integer() { step = found } else { i = beforeStep }
        } else {
            i = afterEnd
        }
        return .slice(start: start, end: end, step: step)
    }

    mutating func integer() throws(SelectorFault) -> Int? {
        let start = i
        let isNegative = take("-")
        let digits = i
        var value = 0
        while i < text.count, let digit = digit(text[i]) {
            value = value * 10 + digit
            guard value <= Self.largest else { throw fault("the number is too large") }
            i += 1
        }
        guard i > digits else {
            guard !isNegative else { throw fault("a number is missing") }
            i = start
            return nil
        }
        guard text[digits] != "0" || (i == digits + 1 && !isNegative) else {
            throw fault("a number has a needless 0")
        }
        return isNegative ? -value : value
    }

    func digit(_ scalar: Unicode.Scalar) -> Int? {
        scalar.value >= 0x30 && scalar.value <= 0x39 ? Int(scalar.value - 0x30) : nil
    }

    mutating func number() throws(SelectorFault) -> JSONValue {
        let start = i
        _ = take("-")
        let digits = i
        while i < text.count, digit(text[i]) != nil { i += 1 }
        guard i > digits, text[digits] != "0" || i == digits + 1 else { throw fault("a number is missing") }
        var isWhole = true
        if take(".") {
            isWhole = false
            let fraction = i
            while i < text.count, digit(text[i]) != nil { i += 1 }
            guard i > fraction else { throw fault("digits are missing") }
        }
        if peek("e") || peek("E") {
            isWhole = false
            i += 1
            if !take("-") { _ = take("+") }
            let exponent = i
            while i < text.count, digit(text[i]) != nil { i += 1 }
            guard i > exponent else { throw fault("digits are missing") }
        }
        var word = ""
        word.unicodeScalars.append(contentsOf: text[start..<i])
        if isWhole, let whole = Int64(word) { return .integer(whole) }
        guard let value = Double(word) else { throw fault("a number is missing") }
        return .number(value)
    }

    mutating func string() throws(SelectorFault) -> String {
        let quote = text[i]
        i += 1
        var value = String.UnicodeScalarView()
        while true {
            guard i < text.count else { throw fault("the closing quote is missing") }
            let scalar = text[i]
            i += 1
            if scalar == quote { return String(value) }
            guard scalar.value >= 0x20 else { throw fault("a control character must be escaped") }
            guard scalar == "\\" else {
                value.append(scalar)
                continue
            }
            guard i < text.count else { throw fault("an escape is cut off") }
            let escaped = text[i]
            i += 1
            switch escaped {
            case "b": value.append("\u{8}")
            case "f": value.append("\u{C}")
            case "n": value.append("\n")
            case "r": value.append("\r")
            case "t": value.append("\t")
            case "/", "\\": value.append(escaped)
            case "u": value.append(try unicodeEscape())
            default:
                guard escaped == quote else { throw fault("unknown escape") }
                value.append(escaped)
            }
        }
    }

    mutating func unicodeEscape() throws(SelectorFault) -> Unicode.Scalar {
        let first = try hex()
        if (0xD800...0xDBFF).contains(first) {
            guard take("\\"), take("u") else { throw fault("half a surrogate pair") }
            let second = try hex()
            guard (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            else { throw fault("half a surrogate pair") }
            return scalar
        }
        guard let scalar = Unicode.Scalar(first) else { throw fault("half a surrogate pair") }
        return scalar
    }

    mutating func hex() throws(SelectorFault) -> UInt32 {
        guard i + 4 <= text.count else { throw fault("an escape is cut off") }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard text[i].isASCII, let digit = Character(text[i]).hexDigitValue else {
                throw fault("no hexadecimal digit")
            }
            value = value << 4 | UInt32(digit)
            i += 1
        }
        return value
    }

    func peek(_ scalar: Unicode.Scalar) -> Bool { i < text.count && text[i] == scalar }
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek(scalar) else { return false }
        i += 1
        return true
    }
    mutating func skipSpace() {
        while i < text.count, text[i] == " " || text[i] == "\n" || text[i] == "\t" || text[i] == "\r" {
            i += 1
        }
    }
}
