/// A text as the model reads it: lower-case letters, signs kept, links and digits made alike.
///
/// What a model was trained on and what it judges go through this very code; a change here needs a new model
/// (`ComplaintModel.featureVersion`).
package struct ModelText {
    /// Words with their signs, one space before, between and behind: `" came late !!! "`.
    private(set) var letters: [UInt32] = [space]
    package private(set) var words: [Word] = []

    /// What stands between two white spaces.
    package struct Word {
        /// Into `letters`, without the spaces around.
        var first: Int32
        var last: Int32
        /// Unicode scalars of the original text.
        var start: Int32
        var end: Int32
        var isShouted: Bool
    }

    /// Speaks to an account by its handle, as customers do who complain in the form of a question.
    var isAddressed: Bool { words.contains { letters[Int($0.first)] == 0x40 } }

    static let space: UInt32 = 0x20
    /// A link, whichever.
    static let link: UInt32 = 0xE000
    /// Longer texts tell no more, and a hostile one costs no more.
    static let mostScalars = 12_000

    package init(_ text: String) {
        var text = text
        text.withUTF8 { read($0) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        letters.reserveCapacity(min(bytes.count, Self.mostScalars) + 2)
        words.reserveCapacity(min(bytes.count, Self.mostScalars) / 6 + 2)
        var (i, position) = (0, Int32(0))
        var (start, first) = (Int32(-1), letters.count)
        var (upper, lower, run) = (0, 0, 0)
        while i < bytes.count, position < Self.mostScalars {
            var value = UInt32(bytes[i])
            var length = 1
            if value >= 0x80 {
                length = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2
                guard i + length <= bytes.count else { break }
                value &= 0x7F >> UInt32(length)
                for k in 1..<length { value = value << 6 | UInt32(bytes[i + k] & 0x3F) }
            }
            i += length
            defer { position += 1 }
            if Self.isSpace(value) {
                if start >= 0 {
                    close(first, start, position, isShouted: upper >= 3 && lower == 0)
                    start = -1
                }
                continue
            }
            if Self.isUnseen(value) { continue }
            if start < 0 {
                (start, first, upper, lower, run) = (position, letters.count, 0, 0, 0)
            }
            let folded = Self.lower(value)
            if Self.isLower(folded) { if folded != value { upper += 1 } else { lower += 1 } }
            // "sooooo" is "sooo".
            run = letters[letters.count - 1] == folded ? run + 1 : 0
            if run < 3 { letters.append(folded) }
        }
        if start >= 0 { close(first, start, position, isShouted: upper >= 3 && lower == 0) }
    }

    private mutating func close(_ first: Int, _ start: Int32, _ end: Int32, isShouted: Bool) {
        guard letters.count > first else { return }
        if isLink(first) {
            letters.removeLast(letters.count - first)
            letters.append(Self.link)
        }
        words.append(
            Word(
                first: Int32(first), last: Int32(letters.count), start: start, end: end, isShouted: isShouted)
        )
        letters.append(Self.space)
    }

    private func isLink(_ first: Int) -> Bool {
        func starts(_ text: StaticString) -> Bool {
            guard letters.count - first > text.utf8CodeUnitCount else { return false }
            return text.withUTF8Buffer { bytes in
                bytes.indices.allSatisfy { letters[first + $0] == UInt32(bytes[$0]) }
            }
        }
        return letters[first] == 0x68 ? starts("http://") || starts("https://") : starts("www.")
    }

    @inline(__always)
    private static func isSpace(_ value: UInt32) -> Bool {
        value <= 0x20 || value == 0xA0 || value == 0x85 || (0x2000...0x200A).contains(value)
            || value == 0x2028 || value == 0x2029 || value == 0x202F || value == 0x3000
    }

    /// Soft hyphens, zero-width signs, marks of direction, variation selectors.
    @inline(__always)
    private static func isUnseen(_ value: UInt32) -> Bool {
        value >= 0xAD
            && (value == 0xAD || (0x200B...0x200F).contains(value) || (0x202A...0x202E).contains(value)
                || (0x2060...0x2064).contains(value) || value == 0xFEFF || (0xFE00...0xFE0F).contains(value))
    }

    @inline(__always)
    private static func isLower(_ value: UInt32) -> Bool {
        (0x61...0x7A).contains(value) || (0xDF...0x24F).contains(value) || (0x430...0x45F).contains(value)
    }

    /// Lower case of the letters of Europe; digits become 0; typographic quotes and dashes the plain ones.
    @inline(__always)
    static func lower(_ value: UInt32) -> UInt32 {
        if value < 0x80 {
            if (0x41...0x5A).contains(value) { return value + 0x20 }
            return (0x31...0x39).contains(value) ? 0x30 : value
        }
        switch value {
        case 0xC0...0xDE where value != 0xD7: return value + 0x20
        case 0x100...0x137, 0x14A...0x177, 0x182...0x185, 0x1A0...0x1A5, 0x1DE...0x1EF, 0x1F8...0x21F,
            0x222...0x233, 0x246...0x24F, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F, 0x1E00...0x1E95,
            0x1EA0...0x1EFF:
            return value | 1
        case 0x178: return 0xFF
        case 0x139...0x148, 0x179...0x17E, 0x4C1...0x4CE: return value & 1 == 1 ? value + 1 : value
        case 0x391...0x3AB where value != 0x3A2: return value + 0x20
        case 0x410...0x42F: return value + 0x20
        case 0x401, 0x451: return 0x435  // ё is mostly written е
        case 0x400...0x40F: return value + 0x50
        case 0x531...0x556: return value + 0x30
        case 0x2018, 0x2019, 0x201B, 0x2BC: return 0x27
        case 0xAB, 0xBB, 0x201C...0x201F: return 0x22
        case 0x2010...0x2015, 0x2212: return 0x2D
        case 0x1F3FB...0x1F3FF: return 0x1F3FB  // shades of skin
        default: return value
        }
    }
}
