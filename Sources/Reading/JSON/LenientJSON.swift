/// Reads JSON as sites write it: also with raw control characters, trailing commas, comments, single
/// quotes, unquoted keys, unescaped quotes inside strings, and with its end cut off.
import Foundation

/// The values that follow each other in `bytes`; empty when there is none. Nothing deeper than 200.
public func readJSON(_ bytes: UnsafeBufferPointer<UInt8>) -> [JSONValue] {
    var reader = LenientJSON(bytes: bytes)
    return reader.values()
}

/// The first value in the text.
public func readJSON(_ text: String) -> JSONValue? {
    var text = text
    return text.withUTF8 { readJSON($0) }.first
}

struct LenientJSON {
    static let depthLimit = 200

    let bytes: UnsafeBufferPointer<UInt8>
    var i = 0
    /// Whether something was left out because it lies too deep.
    private(set) var isTooDeep = false

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func values() -> [JSONValue] {
        var found: [JSONValue] = []
        // The members of an empty or scalar document matter to nobody but a JSON answer.
        skipSpace()
        while i < bytes.count {
            let byte = bytes[i]
            if byte == 0x7B || byte == 0x5B || (found.isEmpty && startsScalar(byte)) {
                let start = i
                if let value = value(depth: 0) { found.append(value) }
                if i == start { i += 1 }
            } else {
                i += 1
            }
            skipSpace()
        }
        return found
    }

    private func startsScalar(_ byte: UInt8) -> Bool {
        byte == 0x22 || byte == 0x2D || byte.isASCIIDigit || byte == 0x74 || byte == 0x66 || byte == 0x6E
    }

    private mutating func skipSpace() {
        while i < bytes.count {
            let byte = bytes[i]
            if byte.isASCIISpace || byte == 0 {
                i += 1
            } else if byte == 0x2F, i + 1 < bytes.count, bytes[i + 1] == 0x2A {
                i += 2
                while i < bytes.count, !(bytes[i] == 0x2F && bytes[i - 1] == 0x2A) { i += 1 }
                i += 1
            } else if byte == 0x2F, i + 1 < bytes.count, bytes[i + 1] == 0x2F {
                while i < bytes.count, bytes[i] != 0x0A {
                    // `//<![CDATA[` may stand on one line with what it opens.
                    if bytes[i] == 0x7B || bytes[i] == 0x5B, i + 1 < bytes.count, bytes[i + 1] != 0x43,
                        bytes[i - 1] != 0x21
                    {
                        return
                    }
                    i += 1
                }
            } else if byte == 0xC2, i + 1 < bytes.count, bytes[i + 1] == 0xA0 {
                i += 2
            } else if byte == 0x3C {
                skipMarkup()
            } else if byte == 0x5D, i + 2 < bytes.count, bytes[i + 1] == 0x5D, bytes[i + 2] == 0x3E {
                i += 3
            } else {
                return
            }
        }
    }

    /// `<![CDATA[`, `<!--`, and stray tags.
    private mutating func skipMarkup() {
        let rest = bytes.count - i
        if rest >= 9, bytes[i + 1] == 0x21, bytes[i + 2] == 0x5B {
            i += 9
        } else if rest >= 4, bytes[i + 1] == 0x21, bytes[i + 2] == 0x2D {
            i += 4
        } else {
            while i < bytes.count, bytes[i] != 0x3E, bytes[i] != 0x7B { i += 1 }
            if i < bytes.count, bytes[i] == 0x3E { i += 1 }
        }
    }

    private mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        guard i < bytes.count, depth < Self.depthLimit else {
            isTooDeep = isTooDeep || i < bytes.count
            i = bytes.count
            return nil
        }
        switch bytes[i] {
        case 0x7B: return object(depth: depth)
        case 0x5B: return array(depth: depth)
        case 0x22, 0x27: return .string(string())
        default: return scalar()
        }
    }

    private mutating func object(depth: Int) -> JSONValue? {
        i += 1
        var members: [JSONValue.Member] = []
        while true {
            skipSpace()
            while i < bytes.count, bytes[i] == 0x2C {
                i += 1
                skipSpace()
            }
            guard i < bytes.count else { break }
            if bytes[i] == 0x7D {
                i += 1
                break
            }
            if bytes[i] == 0x5D { break }  // a brace that was forgotten
            let start = i
            let key = bytes[i] == 0x22 || bytes[i] == 0x27 ? string() : word()
            skipSpace()
            guard i < bytes.count, bytes[i] == 0x3A else {
                if i == start { i += 1 }
                continue
            }
            i += 1
            skipSpace()
            if i < bytes.count, bytes[i] == 0x2C || bytes[i] == 0x7D { continue }
            guard let value = value(depth: depth + 1) else { break }
            if members.isEmpty { members.reserveCapacity(8) }
            members.append(JSONValue.Member(key: key, value: value))
        }
        return .object(members)
    }

    private mutating func array(depth: Int) -> JSONValue? {
        i += 1
        var values: [JSONValue] = []
        while true {
            skipSpace()
            while i < bytes.count, bytes[i] == 0x2C {
                i += 1
                skipSpace()
            }
            guard i < bytes.count else { break }
            if bytes[i] == 0x5D {
                i += 1
                break
            }
            if bytes[i] == 0x7D { break }
            let start = i
            if let value = value(depth: depth + 1) { values.append(value) }
            if i == start { i += 1 }
        }
        return .array(values)
    }

    /// An unquoted key.
    private mutating func word() -> String {
        let start = i
        while i < bytes.count, bytes[i] != 0x3A, bytes[i] != 0x2C, bytes[i] != 0x7D, !bytes[i].isASCIISpace {
            i += 1
        }
        return String(decoding: bytes[start..<i], as: UTF8.self)
    }

    private mutating func scalar() -> JSONValue? {
        let start = i
        while i < bytes.count, !bytes[i].isASCIISpace, bytes[i] != 0x2C, bytes[i] != 0x7D, bytes[i] != 0x5D,
            bytes[i] != 0x3B
        { i += 1 }
        if let whole = wholeNumber(bytes[start..<i]) { return .integer(whole) }
        let text = String(decoding: bytes[start..<i], as: UTF8.self)
        switch text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null", "undefined", "NaN", "": return .null
        default: break
        }
        if let whole = Int64(text), text != "-0" { return .integer(whole) }
        if let number = Double(text), number.isFinite, text.utf8.first?.isASCIILetter != true {
            return .number(number)
        }
        return .string(text)
    }

    /// Digits that fit, behind a sign or not: most of what is no string.
    private func wholeNumber(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
        let isNegative = digits.first == 0x2D
        let digits = isNegative ? digits.dropFirst() : digits
        guard !digits.isEmpty, digits.count <= 18 else { return nil }
        var value: Int64 = 0
        for byte in digits {
            guard byte.isASCIIDigit else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        return isNegative ? (value == 0 ? nil : -value) : value
    }

    private mutating func string() -> String {
        let quote = bytes[i]
        i += 1
        let start = i
        while i < bytes.count, bytes[i] != quote, bytes[i] != 0x5C { i += 1 }
        if i < bytes.count, bytes[i] == quote, closes(at: i) {
            i += 1
            return String(decoding: bytes[start..<(i - 1)], as: UTF8.self)
        }
        var text = Array(bytes[start..<i])
        while i < bytes.count {
            let byte = bytes[i]
            if byte == quote, closes(at: i) {
                i += 1
                break
            }
            if byte == 0x5C, i + 1 < bytes.count {
                i += 1
                escape(into: &text)
            } else {
                text.append(byte)
                i += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// A quote ends its string when what follows can follow a string: `,`, `:`, `}`, `]` or the end.
    private func closes(at index: Int) -> Bool {
        var k = index + 1
        while k < bytes.count, bytes[k].isASCIISpace { k += 1 }
        guard k < bytes.count else { return true }
        switch bytes[k] {
        case 0x3A, 0x7D, 0x5D: return true
        case 0x2C:
            // `"he said "no", then left"`: after the comma of a list a value or a key starts.
            k += 1
            while k < bytes.count, bytes[k].isASCIISpace { k += 1 }
            guard k < bytes.count else { return true }
            return [0x22, 0x27, 0x7B, 0x5B, 0x7D, 0x5D, 0x2D, 0x2F].contains(bytes[k])
                || bytes[k].isASCIIDigit
                || startsLiteral(k) || isUnquotedKey(k)
        case 0x22, 0x2F: return true  // a comma that was forgotten, or a comment
        default: return bytes[k] == 0x3C || index + 1 == bytes.count
        }
    }

    private func startsLiteral(_ k: Int) -> Bool {
        let rest = bytes[k..<min(k + 5, bytes.count)]
        return rest.starts(with: "true".utf8) || rest.starts(with: "false".utf8)
            || rest.starts(with: "null".utf8)
    }

    private func isUnquotedKey(_ start: Int) -> Bool {
        var k = start
        while k < bytes.count, bytes[k].isASCIILetter || bytes[k] == 0x5F || bytes[k].isASCIIDigit { k += 1 }
        return k > start && k < bytes.count && bytes[k] == 0x3A
    }

    private mutating func escape(into text: inout [UInt8]) {
        let byte = bytes[i]
        i += 1
        switch byte {
        case 0x6E: text.append(0x0A)
        case 0x74: text.append(0x09)
        case 0x72: text.append(0x0D)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x75:
            guard let first = hex() else {
                text.append(contentsOf: [0x5C, 0x75])
                return
            }
            var value = first
            if (0xD800...0xDBFF).contains(first), i + 1 < bytes.count, bytes[i] == 0x5C, bytes[i + 1] == 0x75
            {
                let back = i
                i += 2
                if let second = hex(), (0xDC00...0xDFFF).contains(second) {
                    value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
                } else {
                    i = back
                }
            }
            text.append(contentsOf: String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
        default: text.append(byte)
        }
    }

    private mutating func hex() -> UInt32? {
        guard i + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for k in i..<(i + 4) {
            let byte = bytes[k]
            let lower = byte | 0x20
            if byte.isASCIIDigit {
                value = value << 4 | UInt32(byte - 0x30)
            } else if lower >= 0x61, lower <= 0x66 {
                value = value << 4 | UInt32(lower - 0x61 + 10)
            } else {
                return nil
            }
        }
        i += 4
        return value
    }
}
