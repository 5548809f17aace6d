/// What a character is to the labels of links, as far as that is plain from its number: looked at for every link
/// of a page, where Unicode's own tables would cost more than all else.

enum LabelLetter {
    /// In its small form.
    case letter(UInt32)
    /// What stands between words: white space, digits, punctuation.
    case separator
    /// What may be an arrow, and is no letter.
    case sign
    /// To be asked of Unicode's tables.
    case unknown

    @inline(__always)
    init(_ scalar: UInt32) {
        switch scalar {
        case 0x61...0x7A, 0x27: self = .letter(scalar)
        case 0x41...0x5A: self = .letter(scalar + 0x20)
        case 0x3E: self = .sign
        case 0..<0x80, 0xA0: self = .separator
        default: self = Self.beyondASCII(scalar)
        }
    }

    private static func beyondASCII(_ scalar: UInt32) -> LabelLetter {
        switch scalar {
        // Latin
        case 0xD7, 0xF7, 0xA1...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF: .sign
        case 0xC0...0xDE: .letter(scalar + 0x20)
        case 0xDF...0xFF: .letter(scalar)
        case 0x130: .unknown
        case 0x100...0x137, 0x14A...0x177: .letter(scalar | 1)
        case 0x139...0x148, 0x179...0x17E: .letter(scalar & 1 == 1 ? scalar + 1 : scalar)
        // Greek: a sigma may change its form at the end of a word.
        case 0x3C2: .letter(0x3C3)
        case 0x391...0x3A1, 0x3A3...0x3A9: .letter(scalar + 0x20)
        case 0x3AC...0x3AF, 0x3B1...0x3CE: .letter(scalar)
        // Cyrillic
        case 0x410...0x42F: .letter(scalar + 0x20)
        case 0x400...0x40F: .letter(scalar + 0x50)
        case 0x430...0x45F: .letter(scalar)
        case 0x490...0x4BF: .letter(scalar | 1)
        // Letters that have one form only: Hebrew, Arabic, Japanese, Chinese, Korean
        case 0x5D0...0x5EA, 0x620...0x63F, 0x641...0x64A, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FA5,
            0xAC00...0xD7A3:
            .letter(scalar)
        case 0x2019: .letter(scalar)
        case 0x2010...0x2018, 0x201A...0x206F, 0x2190...0x245F, 0x2500...0x2BFF, 0x3000...0x3004: .sign
        default: .unknown
        }
    }
}
