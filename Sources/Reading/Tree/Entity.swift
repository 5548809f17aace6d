/// Character references of HTML (`&nbsp;`, `&#1073;`, `&#x431;`), read from bytes.
import CXML2

struct Entity {
    var scalar: Unicode.Scalar
    /// The index past the reference.
    var end: Int

    /// The reference that starts with the `&` at `start`; nil where none does.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        var i = start + 1
        guard i < bytes.count else { return nil }
        if bytes[i] == 0x23 {
            i += 1
            let isHex = i < bytes.count && bytes[i] | 0x20 == 0x78
            if isHex { i += 1 }
            var value: UInt32 = 0
            let digits = i
            while i < bytes.count, let digit = Self.digit(bytes[i], isHex: isHex) {
                value = min(0x11_0000, value * (isHex ? 16 : 10) + digit)
                i += 1
            }
            guard i > digits else { return nil }
            if i < bytes.count, bytes[i] == 0x3B { i += 1 }
            scalar = Self.windows1252[value] ?? Unicode.Scalar(value) ?? "\u{FFFD}"
            if value == 0 { scalar = "\u{FFFD}" }
            end = i
            return
        }
        var name: [UInt8] = []
        while i < bytes.count, name.count < 10, bytes[i].isASCIILetter || bytes[i].isASCIIDigit {
            name.append(bytes[i])
            i += 1
        }
        guard !name.isEmpty, i < bytes.count, bytes[i] == 0x3B else { return nil }
        if name == Array("apos".utf8) {
            scalar = "'"
        } else {
            name.append(0)
            // unsafe: the name is NUL-ended and only read; the result is a static table's row.
            guard let found = name.withUnsafeBufferPointer({ htmlEntityLookup($0.baseAddress) }),
                let known = Unicode.Scalar(found.pointee.value)
            else { return nil }
            scalar = known
        }
        end = i + 1
    }

    /// What windows-1252 has where Latin-1 has the control `byte`; nil outside 0x80 to 0x9F.
    static func windows1252(_ byte: UInt8) -> Unicode.Scalar? { windows1252[UInt32(byte)] }

    private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
        if byte.isASCIIDigit { return UInt32(byte - 0x30) }
        let lower = byte | 0x20
        return isHex && lower >= 0x61 && lower <= 0x66 ? UInt32(lower - 0x61 + 10) : nil
    }

    /// HTML reads references to 128-159 as windows-1252 (HTML Standard, numeric character reference end).
    private static let windows1252: [UInt32: Unicode.Scalar] = [
        0x80: "\u{20AC}", 0x82: "\u{201A}", 0x84: "\u{201E}", 0x85: "\u{2026}", 0x8A: "\u{0160}",
        0x8E: "\u{017D}", 0x91: "\u{2018}", 0x92: "\u{2019}", 0x93: "\u{201C}", 0x94: "\u{201D}",
        0x95: "\u{2022}", 0x96: "\u{2013}", 0x97: "\u{2014}", 0x99: "\u{2122}", 0x9A: "\u{0161}",
        0x9E: "\u{017E}",
    ]
}

/// A text with every character reference that ends in a semicolon as the character it stands for.
public func resolvingReferences(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
        var (result, at): ([UInt8], Int) = ([], 0)
        result.reserveCapacity(bytes.count)
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "&"), let entity = Entity(bytes, at: at) {
                result += String(Character(entity.scalar)).utf8
                at = entity.end
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
