/// What a term has between two of its words, and what may stand there in a text.
///
/// Blanks, hyphens, apostrophes, quotes, one line break and the dot of an abbreviation may stand between the
/// words of any name. What ends a sentence or parts its members ends the name too, unless the term itself has
/// that sign there: "the car was red. Bull ran" names no Red Bull.
struct TermJoint: Hashable, Sendable {
    /// The signs that the term has, quotes as one kind.
    private var signs: [Unicode.Scalar]
    private var hasBlank: Bool
    /// Where it is left out other words are written: at T for AT&T, e on for E.ON.
    private var isNeeded: Bool

    /// `between` as the term writes it; `left` and `right` the letters of the words on its sides.
    init(_ between: some Sequence<Unicode.Scalar>, left: Int, right: Int) {
        let all = between.map(Self.plain)
        signs = all.filter { !$0.properties.isWhitespace }
        hasBlank = all.contains { $0.properties.isWhitespace }
        let isShort = min(left, right) < 3
        isNeeded =
            signs.contains { $0 == "&" || $0 == "+" } && isShort
            || signs.contains(".") && !hasBlank && left + right <= 3
    }

    /// Whether the text may have `gap` between the words; `word` is the one before it.
    func allows(_ gap: Range<Int>, behind word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // Nearly always one blank.
        if gap.count == 1, bytes[gap.lowerBound] == 0x20 { return !isNeeded }
        var at = gap.lowerBound
        var breaks = 0
        var isBehindBlank = false
        var isBehindDash = false
        var hasSign = false
        while at < gap.upperBound {
            let (scalar, length) = WordScan.scalar(bytes, at: at)
            defer { at += length }
            let plain = Self.plain(scalar)
            switch plain {
            case "\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
                breaks += 1
                isBehindBlank = true
            case "\r":
                let isPair = at + 1 < gap.upperBound && bytes[at + 1] == 0x0A
                if !isPair { breaks += 1 }
                isBehindBlank = true
            case ".":
                let isOwn = signs.contains(".")
                guard isOwn || at == gap.lowerBound && signs.isEmpty else { return false }
                // Red. Bull and booking. Com end a sentence; Dr. Oetker and E. Leclerc do not.
                let isFollowedByWord = at + length == gap.upperBound
                guard isOwn && (hasBlank || isFollowedByWord) || Self.isAbbreviated(word, in: bytes) else {
                    return false
                }
                hasSign = hasSign || isOwn
            case _ where signs.contains(plain): hasSign = true
            case "-":
                if isBehindBlank { isBehindDash = true }
            case "\u{2013}":
                if isBehindBlank { return false }
                isBehindDash = true
            case "'", "\"", "_", "*", "#", "\u{AE}", "\u{2122}", "\u{2120}", "\u{A9}": break
            default:
                if plain.properties.isWhitespace {
                    if isBehindDash { return false }
                    isBehindBlank = true
                } else {
                    switch Folding.kind(plain) {
                    case .unseen, .accent: break
                    default: return false
                    }
                }
            }
            if breaks > 1 { return false }
        }
        return hasSign || !isNeeded
    }

    /// An initial, a word without a vowel (dr, sp, mgr), or one of those that are shortened with a dot.
    private static func isAbbreviated(_ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let written = String(decoding: bytes[word], as: UTF8.self)
        let lower = written.lowercased()
        guard lower.allSatisfy(\.isLetter) else { return false }
        switch lower.count {
        case 1: return true
        case 2...4:
            return abbreviations.contains(lower)
                || written != written.uppercased() && !lower.contains(where: InflectionSounds.isVowel)
        default: return false
        }
    }

    private static let abbreviations: Set<String> = [
        "al", "ave", "co", "corp", "dr", "inc", "inż", "jr", "mrs", "mr", "ms", "mt", "no", "os", "prof",
        "sr",
        "st", "ul", "д", "им", "ст", "ул", "пос", "проф", "акад",
    ]

    /// Quotes, apostrophes, hyphens and dashes, each as one kind.
    static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "„", "“", "”", "«", "»", "‟", "‹", "›": "\""
        case "’", "‘", "ʼ", "`", "´", "‛": "'"
        case "‐", "‑": "-"
        case "—", "−": "–"
        case "＆": "&"
        case "＋": "+"
        default: scalar
        }
    }
}

/// The signs behind a term's last word: Yahoo!, C++.
struct TermTail: Hashable, Sendable {
    private var signs: [Unicode.Scalar]
    /// A name of one or two letters is none without them.
    var isNeeded: Bool

    /// nil where nothing stands there that belongs to the name.
    init?(_ behind: some Sequence<Unicode.Scalar>, before: some Sequence<Unicode.Scalar>, letters: Int) {
        signs = behind.map(TermJoint.plain).filter { !$0.properties.isWhitespace }
        let opens = before.contains { TermJoint.plain($0) == "\"" }
        guard !signs.isEmpty, signs.allSatisfy({ "+!#*".unicodeScalars.contains($0) || opens && $0 == "\"" })
        else { return nil }
        isNeeded = letters <= 2
    }

    /// The end of the signs, where they stand at `end`.
    func end(behind end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = end
        for sign in signs {
            guard at < bytes.count else { return nil }
            let (scalar, length) = WordScan.scalar(bytes, at: at)
            guard TermJoint.plain(scalar) == sign else { return nil }
            at += length
        }
        return at
    }
}
