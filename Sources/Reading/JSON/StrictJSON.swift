/// Whether a text is JSON (RFC 8259) to the letter, and where not: for lines that programs write, about whose
/// mistakes they want to be told. Pages are read by `readJSON`, which forgives.

/// What is wrong with a text that is to be JSON, and where.
public struct JSONFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// Bytes before it.
    public var offset: Int
    public var problem: String

    public var description: String { "\(problem) at byte \(offset + 1)" }
}

/// The one value that the text is, its members in the order in which they stand.
public func readStrictJSON(_ text: String) throws(JSONFault) -> JSONValue {
    var check = StrictJSON(bytes: Array(text.utf8))
    let value = try check.value(depth: 0)
    check.skipSpace()
    guard check.i == check.bytes.count else { throw check.fault("more than one JSON value") }
    return value
}

private struct StrictJSON {
    static let depthLimit = 500

    let bytes: [UInt8]
    var i = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    private var byte: UInt8? { i < bytes.count ? bytes[i] : nil }

    func fault(_ problem: String) -> JSONFault { JSONFault(offset: i, problem: problem) }

    mutating func skipSpace() {
        while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { i += 1 }
    }

    mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth < Self.depthLimit else { throw fault("deeper than \(Self.depthLimit)") }
        skipSpace()
        switch byte {
        case nil: throw fault("the text ends where a value is wanted")
        case 0x7B: return try object(depth: depth)
        case 0x5B: return try array(depth: depth)
        case 0x22: return .string(try string())
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6E: return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ name: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        guard bytes[i...].starts(with: name.utf8) else { throw fault("no JSON value") }
        i += name.utf8.count
        return value
    }

    private mutating func take(_ wanted: UInt8) -> Bool {
        guard byte == wanted else { return false }
        i += 1
        return true
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
        i += 1
        var members: [JSONValue.Member] = []
        var places: [String: Int] = [:]
        skipSpace()
        if take(0x7D) { return .object([]) }
        while true {
            skipSpace()
            guard byte == 0x22 else { throw fault("a key in double quotes is wanted") }
            let key = try string()
            skipSpace()
            guard take(0x3A) else { throw fault("a colon is wanted") }
            let value = try self.value(depth: depth + 1)
            // Of a key that stands twice the last counts.
            if let place = places[key] {
                members[place].value = value
            } else {
                places[key] = members.count
                members.append(JSONValue.Member(key: key, value: value))
            }
            skipSpace()
            if take(0x7D) { return .object(members) }
            guard take(0x2C) else { throw fault("a comma or a closing brace is wanted") }
        }
    }

    private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
        i += 1
        var values: [JSONValue] = []
        skipSpace()
        if take(0x5D) { return .array([]) }
        while true {
            values.append(try value(depth: depth + 1))
            skipSpace()
            if take(0x5D) { return .array(values) }
            guard take(0x2C) else { throw fault("a comma or a closing bracket is wanted") }
        }
    }

    private mutating func digits() -> Int {
        let start = i
        while let byte, byte.isASCIIDigit { i += 1 }
        return i - start
    }

    /// Whole numbers that fit are kept to the digit.
    private mutating func number() throws(JSONFault) -> JSONValue {
        let start = i
        func wrong() -> JSONFault { JSONFault(offset: start, problem: "no JSON value") }
        _ = take(0x2D)
        let first = byte
        let whole = digits()
        guard whole > 0, whole == 1 || first != 0x30 else { throw wrong() }
        var isWhole = true
        if take(0x2E) {
            isWhole = false
            guard digits() > 0 else { throw wrong() }
        }
        if byte == 0x65 || byte == 0x45 {
            isWhole = false
            i += 1
            if byte == 0x2B || byte == 0x2D { i += 1 }
            guard digits() > 0 else { throw wrong() }
        }
        let text = String(decoding: bytes[start..<i], as: UTF8.self)
        if isWhole, let value = Int64(text) { return .integer(value) }
        guard let value = Double(text), value.isFinite else {
            let shown = text.utf8.count <= 40 ? text : "a number of \(text.utf8.count) characters"
            throw JSONFault(offset: start, problem: "\(shown) is beyond what a number may be (1.8e308)")
        }
        return .number(value)
    }

    private mutating func string() throws(JSONFault) -> String {
        i += 1
        var text: [UInt8] = []
        while let byte {
            switch byte {
            case 0x22:
                i += 1
                return String(decoding: text, as: UTF8.self)
            case 0x5C:
                i += 1
                try escape(into: &text)
            case 0..<0x20: throw fault("a raw control character in a text")
            default:
                text.append(byte)
                i += 1
            }
        }
        throw fault("a text without its closing quote")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
        guard let byte else { throw fault("a text without its closing quote") }
        i += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: text.append(byte)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75:
            var value = try hex()
            if (0xD800...0xDBFF).contains(value), i + 1 < bytes.count, bytes[i] == 0x5C, bytes[i + 1] == 0x75
            {
                let back = i
                i += 2
                let second = try hex()
                if (0xDC00...0xDFFF).contains(second) {
                    value = 0x10000 + (value - 0xD800) << 10 + (second - 0xDC00)
                } else {
                    i = back
                }
            }
            text += Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
        default:
            i -= 1
            throw fault("an unknown escape")
        }
    }

    private mutating func hex() throws(JSONFault) -> UInt32 {
        let found = bytes[i...].prefix(4)
        guard found.count == 4, found.allSatisfy({ $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }),
            let value = UInt32(String(decoding: found, as: UTF8.self), radix: 16)
        else { throw fault("four hexadecimal digits are wanted") }
        i += 4
        return value
    }
}
