/// A name as its writer divided it.
struct NameReading {
    /// Folded, without digits and marks.
    private(set) var parts: [[UInt32]] = []
    /// Two or three words, each with a capital and two more letters.
    private(set) var isInFull = false

    init(_ name: String) {
        if !readPlain(name) { readAny(name) }
    }

    /// The same, asking what Swift says of each character.
    init(inAnyScript name: String) { readAny(name) }

    // MARK: Any script

    private mutating func readAny(_ name: String) {
        for word in Self.opened(name).split(whereSeparator: { !$0.isLetter }) {
            parts.append(FoldedText(String(word)).letters)
        }
        let words = name.split(separator: " ")
        isInFull =
            (2...3).contains(words.count)
            && words.allSatisfy { word in
                word.count >= 3 && word.first?.isUppercase == true
                    && word.dropFirst().allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }
            }
    }

    /// With a space before each capital behind a small letter.
    private static func opened(_ name: String) -> String {
        var result = ""
        var isSmall = false
        for character in name {
            if isSmall, character.isUppercase { result.append(" ") }
            isSmall = character.isLowercase
            result.append(character)
        }
        return result
    }

    // MARK: Latin, Greek, Cyrillic

    /// The same by tables, where every scalar is a character of its own; false where one may not be.
    private mutating func readPlain(_ name: String) -> Bool {
        for scalar in name.unicodeScalars where !Self.isPlain(scalar.value) { return false }
        var part: [UInt32] = []
        var isInPart = false
        var isSmall = false
        // Of the word since the last space.
        var (count, words) = (0, 0)
        var areInFull = true
        func close(into parts: inout [[UInt32]]) {
            if isInPart { parts.append(part) }
            (part, isInPart) = ([], false)
        }
        for scalar in name.unicodeScalars {
            let kind = scalar.value < Self.kinds.count ? Self.kinds[Int(scalar.value)] : 0
            let isLetter = kind & Self.letter != 0
            if !isLetter || (isSmall && kind & Self.upper != 0) { close(into: &parts) }
            isSmall = kind & Self.lower != 0
            if isLetter {
                isInPart = true
                switch Folding.kind(scalar) {
                case .letter(let letter), .sign(let letter): part.append(letter)
                case .letters(let first, let second): part += [first, second]
                case .gap, .unseen, .accent: break
                }
            }
            if scalar == " " {
                if count > 0 {
                    words += 1
                    if count < 3 { areInFull = false }
                }
                count = 0
                continue
            }
            let isInside = isLetter || scalar == "-" || scalar == "'" || scalar == "’"
            if count == 0 ? kind & Self.upper == 0 : !isInside { areInFull = false }
            count += 1
        }
        close(into: &parts)
        if count > 0 {
            words += 1
            if count < 3 { areInFull = false }
        }
        isInFull = areInFull && (2...3).contains(words)
        return true
    }

    private static func isPlain(_ value: UInt32) -> Bool {
        if value < 0x300 { return value != 0x0D }
        return (0x370..<0x483).contains(value) || (0x48A..<0x530).contains(value) || value == 0x2019
    }

    private static let letter: UInt8 = 1
    private static let upper: UInt8 = 2
    private static let lower: UInt8 = 4

    /// What Swift says of each character of one scalar below U+0530.
    private static let kinds: [UInt8] = (0..<0x530).map { value in
        guard let scalar = Unicode.Scalar(UInt32(value)) else { return 0 }
        let character = Character(scalar)
        return (character.isLetter ? letter : 0) | (character.isUppercase ? upper : 0)
            | (character.isLowercase ? lower : 0)
    }
}
