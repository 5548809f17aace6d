/// One letter of a text, or what stands between letters, in whatever way programs write it.
///
/// Raw UTF-8; `%C5%BB` of addresses (RFC 3986), `%u017B`, escaped twice, too (`%25C5%25BB`); `\u017b` and `\xC5\xBB`
/// of JSON and scripts; `&#379;`, `&#x17B;` and `&Zdot;` of HTML; `=C5=BB` of mail (RFC 2045). Each letter by itself, so
/// that a text may mix them.
struct WrittenLetter {
    /// nil for bytes that are no text.
    var scalar: Unicode.Scalar?
    /// In bytes.
    var length: Int
    /// The same bytes may be no escape at all: `\n` before `owak`, `100%Adam`.
    var isDoubtful = false

    private typealias Bytes = UnsafeRawBufferPointer
    private static let between = Unicode.Scalar(UInt8(ascii: " "))

    /// - Parameter isPlain: what may be no escape is none.
    static func read(_ bytes: UnsafeRawBufferPointer, _ at: Int, isPlain: Bool) -> WrittenLetter {
        let found: WrittenLetter?
        switch bytes[at] {
        case UInt8(ascii: "%"): found = percent(bytes, at, isPlain)
        case UInt8(ascii: "\\"): found = backslash(bytes, at, isPlain)
        case UInt8(ascii: "&"): found = reference(bytes, at)
        case UInt8(ascii: "="): found = mail(bytes, at)
        default: found = nil
        }
        return found ?? raw(bytes, at)
    }

    private static func raw(_ bytes: Bytes, _ at: Int) -> WrittenLetter {
        let first = bytes[at]
        if first < 0x80 { return WrittenLetter(scalar: Unicode.Scalar(first), length: 1) }
        let found = decoded(at) { $0 < bytes.count ? (bytes[$0], $0 + 1) : nil }
        return found ?? WrittenLetter(scalar: nil, length: 1)
    }

    /// A scalar of UTF-8, of bytes that are written somehow; nil where they are none.
    private static func decoded(_ at: Int, _ byte: (Int) -> (UInt8, Int)?) -> WrittenLetter? {
        guard let (first, next) = byte(at) else { return nil }
        if first < 0x80 { return WrittenLetter(scalar: Unicode.Scalar(first), length: next - at) }
        guard first >= 0xC2, first < 0xF5 else { return nil }
        let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var (value, end) = (UInt32(first) & (0x7F >> UInt32(count)), next)
        for _ in 1..<count {
            guard let (part, after) = byte(end), part & 0xC0 == 0x80 else { return nil }
            (value, end) = (value << 6 | UInt32(part & 0x3F), after)
        }
        return WrittenLetter(scalar: Unicode.Scalar(value), length: end - at)
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x37)
        case 0x61...0x66: UInt32(byte - 0x57)
        default: nil
        }
    }

    /// So many hexadecimal digits.
    private static func hexadecimal(_ bytes: Bytes, _ at: Int, _ count: Int) -> UInt32? {
        guard at + count <= bytes.count else { return nil }
        var value: UInt32 = 0
        for place in at..<at + count {
            guard let digit = digit(bytes[place]) else { return nil }
            value = value << 4 | digit
        }
        return value
    }

    private static func percent(_ bytes: Bytes, _ at: Int, _ isPlain: Bool) -> WrittenLetter? {
        func byte(_ at: Int) -> (UInt8, Int)? {
            guard at < bytes.count, bytes[at] == UInt8(ascii: "%"),
                var value = hexadecimal(bytes, at + 1, 2)
            else { return nil }
            var end = at + 3
            // Escaped again, however often.
            while value == 0x25, let inner = hexadecimal(bytes, end, 2) { (value, end) = (inner, end + 2) }
            return (UInt8(value), end)
        }
        if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u"),
            let value = hexadecimal(bytes, at + 2, 4)
        {
            return WrittenLetter(scalar: Unicode.Scalar(value) ?? between, length: 6)
        }
        if let found = decoded(at, byte) { return found }
        // Older programs write the letters of Latin-1 as one byte.
        guard let (value, end) = byte(at), value >= 0xC0 else { return nil }
        return isPlain
            ? nil : WrittenLetter(scalar: Unicode.Scalar(value), length: end - at, isDoubtful: true)
    }

    private static func mail(_ bytes: Bytes, _ at: Int) -> WrittenLetter? {
        let found = decoded(at) { at in
            guard at < bytes.count, bytes[at] == UInt8(ascii: "="),
                let value = hexadecimal(bytes, at + 1, 2)
            else { return nil }
            return (UInt8(value), at + 3)
        }
        // Any two digits may follow a sign of equality: `id=42`.
        guard let found, found.length > 3 || found.scalar == between else { return nil }
        return found
    }

    private static func backslash(_ bytes: Bytes, _ at: Int, _ isPlain: Bool) -> WrittenLetter? {
        var end = at
        while end < bytes.count, bytes[end] == UInt8(ascii: "\\") { end += 1 }
        let gap = WrittenLetter(scalar: between, length: end - at)
        guard end < bytes.count else { return gap }
        switch bytes[end] {
        case UInt8(ascii: "u"):
            guard let value = hexadecimal(bytes, end + 1, 4) else { return gap }
            return WrittenLetter(scalar: Unicode.Scalar(value) ?? between, length: end + 5 - at)
        case UInt8(ascii: "x"):
            let found = decoded(end - 1) { place in
                guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
                    bytes[place + 1] == UInt8(ascii: "x"), let value = hexadecimal(bytes, place + 2, 2)
                else { return nil }
                return (UInt8(value), place + 4)
            }
            return found.map { WrittenLetter(scalar: $0.scalar, length: $0.length + end - 1 - at) } ?? gap
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return isPlain
                ? gap : WrittenLetter(scalar: between, length: end + 1 - at, isDoubtful: true)
        case UInt8(ascii: "\""), UInt8(ascii: "/"):
            return WrittenLetter(scalar: between, length: end + 1 - at)
        default: return gap
        }
    }

    // MARK: HTML

    /// What follows a letter in the name of one with an accent.
    private static let accents: [[UInt8]] = [
        "acute", "grave", "circ", "uml", "tilde", "ring", "cedil", "slash", "caron", "breve", "macr", "ogon",
        "dot", "dblac", "strok",
    ].map { Array($0.utf8) }

    /// Other letters and signs between words, by name.
    private static let named: [String: Unicode.Scalar] = [
        "szlig": "ß", "aelig": "æ", "AElig": "Æ", "oelig": "œ", "OElig": "Œ", "thorn": "þ", "THORN": "Þ",
        "eth": "ð", "ETH": "Ð", "ijlig": "ĳ", "IJlig": "Ĳ", "inodot": "ı", "imath": "ı", "eng": "ŋ",
        "ENG": "Ŋ",
        "shy": "\u{AD}", "zwj": "\u{200D}", "zwnj": "\u{200C}", "nbsp": " ", "ensp": " ", "emsp": " ",
        "thinsp": " ", "hairsp": " ", "numsp": " ", "Tab": " ", "NewLine": " ", "quot": " ", "apos": " ",
        "lt": " ", "gt": " ", "comma": " ", "period": " ", "hyphen": " ", "dash": " ", "ndash": " ",
        "mdash": " ", "lowbar": " ", "middot": " ", "sol": " ", "bsol": " ", "colon": " ", "semi": " ",
        "plus": " ", "commat": " ", "bull": " ", "lpar": " ", "rpar": " ", "lsquo": " ", "rsquo": " ",
        "ldquo": " ", "rdquo": " ", "bdquo": " ", "laquo": " ", "raquo": " ",
    ]

    private static func reference(_ bytes: Bytes, _ at: Int) -> WrittenLetter? {
        var start = at + 1
        func stands(_ text: [UInt8], _ place: Int) -> Bool {
            place + text.count <= bytes.count && text.indices.allSatisfy { bytes[place + $0] == text[$0] }
        }
        let again = Array("amp;".utf8)
        while stands(again, start) { start += again.count }
        func closed(_ scalar: Unicode.Scalar?, _ end: Int) -> WrittenLetter {
            let isClosed = end < bytes.count && bytes[end] == UInt8(ascii: ";")
            return WrittenLetter(scalar: scalar ?? between, length: end - at + (isClosed ? 1 : 0))
        }
        let bare = WrittenLetter(scalar: between, length: start - at)
        guard start < bytes.count else { return bare }
        if bytes[start] == UInt8(ascii: "#") {
            var place = start + 1
            let isHexadecimal = place < bytes.count && bytes[place] | 0x20 == UInt8(ascii: "x")
            if isHexadecimal { place += 1 }
            let first = place
            var value: UInt32 = 0
            while place < bytes.count, place < first + 10, let digit = digit(bytes[place]),
                isHexadecimal || digit < 10
            {
                value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
                place += 1
            }
            return place > first ? closed(Unicode.Scalar(value), place) : bare
        }
        if Unicode.Scalar(bytes[start]).properties.isAlphabetic, bytes[start] < 0x80,
            let accent = accents.first(where: { stands($0, start + 1) })
        {
            return closed(Unicode.Scalar(bytes[start]), start + 1 + accent.count)
        }
        var end = start
        while end < bytes.count, end < start + 8, bytes[end] < 0x80, Folding.table[Int(bytes[end])] > 3 {
            end += 1
        }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ";"),
            let scalar = named[String(decoding: bytes[start..<end], as: UTF8.self)]
        else { return bare }
        return closed(scalar, end)
    }
}
