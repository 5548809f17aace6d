/// The pieces of a script that values are made of: space, names, strings and what is skipped.

extension ScriptLiteral {
    static func isName(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == 0x5F
            || byte == 0x24 || byte >= 0x80
    }

    func text(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<end], as: UTF8.self)
    }

    mutating func take(_ byte: UInt8) { if i < bytes.count, bytes[i] == byte { i += 1 } }

    mutating func takeWord(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard i + count <= bytes.count else { return false }
        for k in 0..<count where bytes[i + k] != word.utf8Start[k] { return false }
        guard i + count == bytes.count || !Self.isName(bytes[i + count]) else { return false }
        i += count
        return true
    }

    mutating func skipSpace() {
        while i < bytes.count {
            if bytes[i].isASCIISpace {
                i += 1
            } else if bytes[i] == 0x2F, i + 1 < bytes.count, bytes[i + 1] == 0x2F {
                while i < bytes.count, bytes[i] != 0x0A { i += 1 }
            } else if bytes[i] == 0x2F, i + 1 < bytes.count, bytes[i + 1] == 0x2A {
                i += 2
                while i < bytes.count, !(bytes[i] == 0x2F && bytes[i - 1] == 0x2A) { i += 1 }
                i += 1
            } else if bytes[i] == 0xC2, i + 1 < bytes.count, bytes[i + 1] == 0xA0 {
                i += 2
            } else {
                return
            }
        }
    }

    /// A string in any of the three quotes; nil for one without an end, or with an expression in it.
    mutating func string() -> String? {
        let quote = bytes[i]
        let start = i + 1
        i = start
        while i < bytes.count, bytes[i] != quote, bytes[i] != 0x5C, bytes[i] != 0x24 { i += 1 }
        if i < bytes.count, bytes[i] == quote {
            i += 1
            return text(start, i - 1)
        }
        var found = Array(bytes[start..<min(i, bytes.count)])
        while i < bytes.count {
            let byte = bytes[i]
            i += 1
            if byte == quote { return String(decoding: found, as: UTF8.self) }
            if quote == 0x60, byte == 0x24, i < bytes.count, bytes[i] == 0x7B { return nil }
            guard byte == 0x5C, i < bytes.count else {
                found.append(byte)
                continue
            }
            escape(into: &found)
        }
        return nil
    }

    mutating func escape(into found: inout [UInt8]) {
        let byte = bytes[i]
        i += 1
        switch byte {
        case 0x6E: found.append(0x0A)
        case 0x74: found.append(0x09)
        case 0x72: found.append(0x0D)
        case 0x62: found.append(0x08)
        case 0x66: found.append(0x0C)
        case 0x76, 0x30: found.append(0x20)
        case 0x0A: break
        case 0x78: append(hex(2) ?? 0xFFFD, to: &found)
        case 0x75:
            if i < bytes.count, bytes[i] == 0x7B {
                i += 1
                var value: UInt32 = 0
                while i < bytes.count, bytes[i] != 0x7D, let digit = Self.hexDigit(bytes[i]) {
                    value = min(value << 4 | digit, 0x20_0000)
                    i += 1
                }
                take(0x7D)
                append(value, to: &found)
                return
            }
            guard var value = hex(4) else { return }
            if (0xD800...0xDBFF).contains(value), i + 1 < bytes.count, bytes[i] == 0x5C, bytes[i + 1] == 0x75
            {
                let back = i
                i += 2
                if let second = hex(4), (0xDC00...0xDFFF).contains(second) {
                    value = 0x10000 + (value - 0xD800) << 10 + (second - 0xDC00)
                } else {
                    i = back
                }
            }
            append(value, to: &found)
        default: found.append(byte)
        }
    }

    func append(_ value: UInt32, to found: inout [UInt8]) {
        found.append(contentsOf: String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
    }

    mutating func hex(_ count: Int) -> UInt32? {
        guard i + count <= bytes.count else { return nil }
        var value: UInt32 = 0
        for k in i..<(i + count) {
            guard let digit = Self.hexDigit(bytes[k]) else { return nil }
            value = value << 4 | digit
        }
        i += count
        return value
    }

    static func hexDigit(_ byte: UInt8) -> UInt32? {
        if byte.isASCIIDigit { return UInt32(byte - 0x30) }
        let lower = byte | 0x20
        return lower >= 0x61 && lower <= 0x66 ? UInt32(lower - 0x61 + 10) : nil
    }

    /// To the `,`, `}` or `]` that ends the expression here.
    mutating func skipExpression() -> Bool {
        while i < bytes.count {
            switch bytes[i] {
            case 0x2C, 0x7D, 0x5D, 0x3B: return bytes[i] != 0x3B
            case 0x7B, 0x5B, 0x28: guard skipBalanced() else { return false }
            case 0x22, 0x27, 0x60: guard string() != nil else { return false }
            case 0x29: return false
            default: i += 1
            }
        }
        return false
    }

    /// Past the bracket that closes the one here.
    mutating func skipBalanced() -> Bool {
        var depth = 0
        while i < bytes.count {
            switch bytes[i] {
            case 0x7B, 0x5B, 0x28:
                depth += 1
                i += 1
            case 0x7D, 0x5D, 0x29:
                depth -= 1
                i += 1
                if depth == 0 { return true }
            case 0x22, 0x27, 0x60: guard string() != nil else { return false }
            default: i += 1
            }
        }
        return false
    }
}

/// `%7B` as `{`; what is no escape stays.
func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(0x25) else { return text }
    let bytes = Array(text.utf8)
    var found: [UInt8] = []
    var i = 0
    while i < bytes.count {
        if bytes[i] == 0x25, i + 2 < bytes.count,
            let byte = UInt8(String(decoding: bytes[(i + 1)...(i + 2)], as: UTF8.self), radix: 16)
        {
            found.append(byte)
            i += 3
        } else {
            found.append(bytes[i])
            i += 1
        }
    }
    return String(decoding: found, as: UTF8.self)
}
