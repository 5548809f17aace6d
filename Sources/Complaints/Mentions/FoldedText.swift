/// A text as its words: folded letters side by side, and where each word stands in the original.
struct FoldedText {
    var letters: [UInt32] = []
    var words: [Word] = []

    struct Word {
        /// Into `letters`.
        var first: Int32
        var last: Int32
        /// Unicode scalars of the original text.
        var start: Int32
        var end: Int32
        /// FNV-1a over the folded letters.
        var hash: UInt64
        /// Latin and Cyrillic (or Greek) letters side by side: someone may be hiding a name.
        var isMixed: Bool
        var isNumber: Bool
        /// Stands right behind # or @.
        var isTag: Bool
        /// Starts with a capital.
        var isCapital: Bool
        /// First of a sentence or line.
        var opensSentence: Bool

        var count: Int { Int(last - first) }
    }

    init(_ text: String) {
        letters.reserveCapacity(text.utf8.count)
        words.reserveCapacity(text.utf8.count / 6 + 1)
        var builder = WordBuilder()
        var position: Int32 = 0
        for scalar in text.unicodeScalars {
            switch Folding.kind(scalar) {
            case .letter(let folded):
                builder.add(folded, at: position, of: scalar, to: &letters)
            case .letters(let first, let second):
                builder.add(first, at: position, of: scalar, to: &letters)
                builder.add(second, at: position, of: scalar, to: &letters)
            case .unseen: break
            case .accent: builder.extend(to: position)
            case .gap:
                builder.close(into: &words, letters: letters.count)
                builder.gap(scalar.value)
            case .sign(let value):
                builder.close(into: &words, letters: letters.count)
                builder.add(value, at: position, of: scalar, to: &letters)
                builder.close(into: &words, letters: letters.count)
            }
            position += 1
        }
        builder.close(into: &words, letters: letters.count)
    }

    func spelling(of word: Word) -> ArraySlice<UInt32> { letters[Int(word.first)..<Int(word.last)] }

    func text(of word: Word) -> String {
        var result = ""
        for value in spelling(of: word) {
            if let scalar = Unicode.Scalar(value) { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}

/// FNV-1a, 64 bits, a folded scalar at a time.
enum Fold64 {
    static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    @inline(__always)
    static func add(_ value: UInt32, to hash: UInt64) -> UInt64 { (hash ^ UInt64(value)) &* 0x100_0000_01b3 }
    static func of(_ letters: some Sequence<UInt32>) -> UInt64 { letters.reduce(start) { add($1, to: $0) } }
}

/// The word being read.
private struct WordBuilder {
    private var first: Int32 = 0
    private var start: Int32 = -1
    private var end: Int32 = 0
    private var hash = Fold64.start
    private var hasLatin = false
    private var hasOther = false
    private var hasLetter = false
    private var isCapital = false
    private var isTag = false
    private var opensSentence = true

    @inline(__always)
    mutating func add(
        _ folded: UInt32, at position: Int32, of scalar: Unicode.Scalar, to letters: inout [UInt32]
    ) {
        if start < 0 {
            start = position
            first = Int32(letters.count)
            isCapital = Self.isCapital(scalar)
        }
        letters.append(folded)
        hash = Fold64.add(folded, to: hash)
        end = position + 1
        if Folding.isLatin(folded) {
            hasLatin = true
            hasLetter = true
        } else if !Folding.isDigit(folded) {
            if folded >= 0x370 && folded <= 0x52F { hasOther = true }
            hasLetter = true
        }
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x80: (0x41...0x5A).contains(scalar.value)
        case 0x400...0x4FF: (0x400...0x42F).contains(scalar.value)
        default: scalar.properties.isUppercase
        }
    }

    mutating func extend(to position: Int32) {
        if start >= 0, end == position { end = position + 1 }
    }

    mutating func close(into words: inout [FoldedText.Word], letters: Int) {
        guard start >= 0 else { return }
        words.append(
            FoldedText.Word(
                first: first, last: Int32(letters), start: start, end: end, hash: hash,
                isMixed: hasLatin && hasOther, isNumber: !hasLetter, isTag: isTag, isCapital: isCapital,
                opensSentence: opensSentence))
        start = -1
        hash = Fold64.start
        hasLatin = false
        hasOther = false
        hasLetter = false
        isTag = false
        opensSentence = false
    }

    mutating func gap(_ value: UInt32) {
        isTag = value == 0x23 || value == 0x40
        switch value {
        case 0x0A, 0x21, 0x2E, 0x3F, 0x2026, 0x3002: opensSentence = true
        default: break
        }
    }
}
