/// Which letters count as the same: one folded letter for every case and accent of it, in any script.
///
/// The result is one scalar a letter, or two for ß, æ, œ, þ. Identity keys are computed over folded
/// letters, so a change of the tables changes every stored key: extend them, do not alter them.
enum Folding {
    /// What a scalar is to a word.
    enum Kind {
        /// Ends a word.
        case gap
        /// Not there at all: zero-width characters, soft hyphens, joiners, direction marks.
        case unseen
        /// A combining accent: not there, but part of the letter before it.
        case accent
        case letter(UInt32)
        case letters(UInt32, UInt32)
        /// A letter of a script that writes no spaces: a word of its own.
        case sign(UInt32)
    }

    @inline(__always)
    static func kind(_ scalar: Unicode.Scalar) -> Kind {
        let value = scalar.value
        if value < 0x530 {
            let folded = table[Int(value)]
            switch folded {
            case 0: return .gap
            case 1: return .unseen
            case 2: return .accent
            case 3: return pair(value)
            default: return .letter(folded)
            }
        }
        return rare(scalar)
    }

    /// Latin and Greek letters by the Cyrillic letters that look like them, and back; folded.
    static func cyrillic(lookingLike latin: UInt32) -> UInt32? { toCyrillic[latin] }
    static func latin(lookingLike other: UInt32) -> UInt32? { toLatin[other] }

    static func isLatin(_ folded: UInt32) -> Bool { folded >= 0x61 && folded <= 0x24F }
    static func isCyrillic(_ folded: UInt32) -> Bool { folded >= 0x400 && folded <= 0x52F }
    static func isDigit(_ folded: UInt32) -> Bool { folded >= 0x30 && folded <= 0x39 }

    private static func pair(_ value: UInt32) -> Kind {
        switch value {
        case 0xDF, 0x1E9E: .letters(0x73, 0x73)
        case 0xC6, 0xE6, 0x1E2, 0x1E3, 0x1FC, 0x1FD: .letters(0x61, 0x65)
        case 0x152, 0x153: .letters(0x6F, 0x65)
        case 0xDE, 0xFE: .letters(0x74, 0x68)
        default: .letters(0x69, 0x6A)
        }
    }

    private static func rare(_ scalar: Unicode.Scalar) -> Kind {
        let value = scalar.value
        switch value {
        case 0x1E9E: return .letters(0x73, 0x73)
        case 0x1E00...0x1EFF: return .letter(additional[Int(value - 0x1E00)])
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF, 0x180E,
            0xE0100...0xE01EF:
            return .unseen
        case 0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0x1F000...0x1FAFF: return .gap
        case 0xFF10...0xFF19: return .letter(value - 0xFF10 + 0x30)
        case 0xFF21...0xFF3A: return .letter(value - 0xFF21 + 0x61)
        case 0xFF41...0xFF5A: return .letter(value - 0xFF41 + 0x61)
        case 0x0591...0x05BD, 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x1AB0...0x1AFF,
            0x1DC0...0x1DFF,
            0x20D0...0x20FF, 0x3099...0x309A, 0xFE20...0xFE2F:
            return .accent
        case 0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x0E80...0x0EDF, 0x1780...0x17D3, 0x3041...0x30FF,
            0x3400...0x9FFF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            return .sign(value)
        default:
            let properties = scalar.properties
            if properties.isAlphabetic || properties.generalCategory == .spacingMark
                || properties.generalCategory == .nonspacingMark
            {
                return .letter(properties.lowercaseMapping.unicodeScalars.first?.value ?? value)
            }
            if properties.generalCategory == .decimalNumber, let digit = properties.numericValue {
                return .letter(0x30 + UInt32(digit))
            }
            return .gap
        }
    }

    private static let toCyrillic: [UInt32: UInt32] = twins.reduce(into: [:]) { $0[$1.latin] = $1.cyrillic }
    private static let toLatin: [UInt32: UInt32] = {
        var result = twins.reduce(into: [:]) { $0[$1.cyrillic] = $1.latin }
        for (greek, latin) in zip("αβεικμνορτυχ".unicodeScalars, "abeikmnoptux".unicodeScalars) {
            result[greek.value] = latin.value
        }
        return result
    }()

    private static let twins: [(latin: UInt32, cyrillic: UInt32)] = zip(
        "abcehijkmopstxy".unicodeScalars, "авсеніјкморѕтху".unicodeScalars
    ).map { ($0.value, $1.value) }

    /// 0 a gap, 1 unseen, 2 an accent, 3 two letters, else the folded letter.
    static let table: [UInt32] = {
        var table = [UInt32](repeating: 0, count: 0x530)
        for digit in 0x30...0x39 { table[digit] = UInt32(digit) }
        for letter in 0x61...0x7A {
            table[letter] = UInt32(letter)
            table[letter - 0x20] = UInt32(letter)
        }
        table[0xAD] = 1
        for accent in 0x300...0x36F { table[accent] = 2 }
        table[0x34F] = 1
        for (start, letters) in [(0xC0, latinLetters), (0x370, greekLetters), (0x400, cyrillicLetters)] {
            for (index, scalar) in letters.unicodeScalars.enumerated() { table[start + index] = code(scalar) }
        }
        for letter in 0x250..<0x2B0 { table[letter] = UInt32(letter) }
        return table
    }()

    private static let additional: [UInt32] = additionalLetters.unicodeScalars.map { code($0) }

    private static func code(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar {
        case ".": 0
        case "~": 2
        case "*": 3
        default: scalar.value
        }
    }
}
