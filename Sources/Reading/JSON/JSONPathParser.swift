/// Reads JSONPath by the grammar of RFC 9535, strictly: a path that is nearly right is refused.

extension JSONPath {
    /// Throws what is wrong with the path, for a person.
    public init(checking text: String) throws(PathFault) {
        do throws(SelectorFault) { self = try JSONPath(text) } catch { throw PathFault(sentence: error.sentence) }
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
    private let text: [Unicode.Scalar]
    private var i = 0
    private var depth = 0
    private static let largest = 9_007_199_254_740_991

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    private func fault(_ what: String) -> SelectorFault {
        let place = i < text.count ? "\"\(text[i])\" at character \(i + 1)" : "the end"
        return SelectorFault(sentence: "\(what) before \(place); write a JSONPath such as $.reviews[*]")
    }

    mutating func whole() throws(SelectorFault) -> [JSONPath.Segment] {
        guard take("$") else { throw fault("$ is missing") }
        let found = try segments()
        guard i == text.count else { throw fault("something else was expected") }
        return found
    }

    private mutating func segments() throws(SelectorFault) -> [JSONPath.Segment] {
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

    private mutating func shorthand() throws(SelectorFault) -> String {
        var name = String.UnicodeScalarView()
        while i < text.count {
            let scalar = text[i]
            let isFirst = scalar == "_" || scalar.value >= 0x80
                || (scalar.value < 0x80 && UInt8(scalar.value).isASCIILetter)
            let isDigit = scalar.value < 0x80 && UInt8(scalar.value).isASCIIDigit
            guard isFirst || (isDigit && !name.isEmpty) else { break }
            name.append(scalar)
            i += 1
        }
        guard !name.isEmpty else { throw fault("a name is missing") }
        return String(name)
    }

    private mutating func bracket() throws(SelectorFault) -> [JSONPath.Selector] {
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

    private mutating func selector() throws(SelectorFault) -> JSONPath.Selector {
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

    private mutating func integer() throws(SelectorFault) -> Int? {
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
        guard text[digits] != "0" || (i == digits + 1 && !isNegative) else { throw fault("a number has a needless 0") }
        return isNegative ? -value : value
    }

    private func digit(_ scalar: Unicode.Scalar) -> Int? {
        scalar.value >= 0x30 && scalar.value <= 0x39 ? Int(scalar.value - 0x30) : nil
    }

    // MARK: Filters

    private mutating func or() throws(SelectorFault) -> JSONPath.Filter {
        depth += 1
        defer { depth -= 1 }
        guard depth < 50 else { throw fault("the path is nested too deeply") }
        var parts = [try and()]
        while true {
            let start = i
            skipSpace()
            guard take("|") else {
                i = start
                return parts.count == 1 ? parts[0] : .or(parts)
            }
            guard take("|") else { throw fault("|| is meant") }
            skipSpace()
            parts.append(try and())
        }
    }

    private mutating func and() throws(SelectorFault) -> JSONPath.Filter {
        var parts = [try basic()]
        while true {
            let start = i
            skipSpace()
            guard take("&") else {
                i = start
                return parts.count == 1 ? parts[0] : .and(parts)
            }
            guard take("&") else { throw fault("&& is meant") }
            skipSpace()
            parts.append(try basic())
        }
    }

    private mutating func basic() throws(SelectorFault) -> JSONPath.Filter {
        if peek("!"), i + 1 >= text.count || text[i + 1] != "=" {
            i += 1
            skipSpace()
            if peek("(") { return .not(try group()) }
            return .not(try test(try operand()))
        }
        if peek("(") { return try group() }
        let left = try operand()
        let start = i
        skipSpace()
        guard let comparison = comparison() else {
            i = start
            return try test(left)
        }
        skipSpace()
        let right = try operand()
        try requireValue(left)
        try requireValue(right)
        return .compare(left, comparison, right)
    }

    private mutating func group() throws(SelectorFault) -> JSONPath.Filter {
        guard take("(") else { throw fault("( is missing") }
        skipSpace()
        let found = try or()
        skipSpace()
        guard take(")") else { throw fault(") is missing") }
        return found
    }

    /// What stands alone in a filter: a path that exists, or a function that is true.
    private func test(_ operand: JSONPath.Operand) throws(SelectorFault) -> JSONPath.Filter {
        switch operand {
        case .query(let query): return .exists(query)
        case .call(let function, let arguments) where function == .match || function == .search:
            return .call(function, arguments)
        default: throw fault("a comparison is missing")
        }
    }

    private func requireValue(_ operand: JSONPath.Operand) throws(SelectorFault) {
        switch operand {
        case .query(let query): guard query.isSingular else { throw fault("a path to one value is needed") }
        case .call(let function, _):
            guard function != .match, function != .search else { throw fault("\(function.rawValue)() is not compared") }
        case .literal, .logical: break
        }
    }

    private mutating func comparison() -> JSONPath.Comparison? {
        let pairs: [(String, JSONPath.Comparison)] = [
            ("==", .equal), ("!=", .unequal), ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<", .less),
            (">", .greater),
        ]
        for (sign, comparison) in pairs {
            let scalars = Array(sign.unicodeScalars)
            if i + scalars.count <= text.count, text[i..<(i + scalars.count)].elementsEqual(scalars) {
                i += scalars.count
                return comparison
            }
        }
        return nil
    }

    private mutating func operand() throws(SelectorFault) -> JSONPath.Operand {
        guard i < text.count else { throw fault("a value is missing") }
        if peek("'") || peek("\"") { return .literal(.string(try string())) }
        if take("@") { return .query(.init(isRelative: true, segments: try segments())) }
        if take("$") { return .query(.init(isRelative: false, segments: try segments())) }
        if peek("-") || digit(text[i]) != nil { return .literal(try number()) }
        var word = ""
        while i < text.count, text[i] == "_" || digit(text[i]) != nil
            || (text[i].value < 0x80 && UInt8(text[i].value).isASCIILetter)
        {
            word.unicodeScalars.append(text[i])
            i += 1
        }
        switch word {
        case "true": return .literal(.bool(true))
        case "false": return .literal(.bool(false))
        case "null": return .literal(.null)
        default: break
        }
        guard let function = JSONPath.Function(rawValue: word), take("(") else { throw fault("a value is missing") }
        return .call(function, try arguments(of: function))
    }

    private mutating func arguments(of function: JSONPath.Function) throws(SelectorFault) -> [JSONPath.Operand] {
        depth += 1
        defer { depth -= 1 }
        guard depth < 50 else { throw fault("the path is nested too deeply") }
        var found: [JSONPath.Operand] = []
        skipSpace()
        if !peek(")") {
            repeat {
                skipSpace()
                found.append(try operand())
                skipSpace()
            } while take(",")
        }
        guard take(")") else { throw fault(") is missing") }
        let wanted = function == .match || function == .search ? 2 : 1
        guard found.count == wanted else { throw fault("\(function.rawValue)() takes \(wanted)") }
        for argument in found {
            if function == .count || function == .value {
                guard case .query = argument else { throw fault("\(function.rawValue)() takes a path") }
            } else {
                try requireValue(argument)
            }
        }
        return found
    }

    private mutating func number() throws(SelectorFault) -> JSONValue {
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

    private mutating func string() throws(SelectorFault) -> String {
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

    private mutating func unicodeEscape() throws(SelectorFault) -> Unicode.Scalar {
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

    private mutating func hex() throws(SelectorFault) -> UInt32 {
        guard i + 4 <= text.count else { throw fault("an escape is cut off") }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard text[i].isASCII, let digit = Character(text[i]).hexDigitValue else { throw fault("no hexadecimal digit") }
            value = value << 4 | UInt32(digit)
            i += 1
        }
        return value
    }

    private func peek(_ scalar: Unicode.Scalar) -> Bool { i < text.count && text[i] == scalar }
    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek(scalar) else { return false }
        i += 1
        return true
    }
    private mutating func skipSpace() {
        while i < text.count, text[i] == " " || text[i] == "\n" || text[i] == "\t" || text[i] == "\r" { i += 1 }
    }
}
