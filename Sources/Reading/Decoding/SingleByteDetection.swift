/// One byte a character: how well the bytes of a page read under each encoding and in each language.
import Complaints

/// The encoding with the best reading. Ties go to the one that pages use more.
func singleByteEncoding(_ sample: DetectionSample) -> (encoding: Encoding, score: Int)? {
    var best: (encoding: Encoding, score: Int)?
    var languages: [String: String?] = [:]
    for table in ReadingTable.all {
        let reading = table.reading(sample)
        for profile in LetterProfile.all where profile.encodings.contains(table.encoding.name) {
            var score = reading.score + table.score(of: reading.counts, in: profile)
            // Common words with no letter beyond ASCII tell a language too.
            if profile.isLatin, score >= (best?.score ?? 0) - 6 {
                let group = table.encoding.name
                if languages[group] == nil {
                    languages[group] = recognisedLanguage(of: table.text(sample))
                }
                if languages[group] == .some(profile.language) { score += 6 }
            }
            if score > best?.score ?? 0 || best == nil { best = (table.encoding, score) }
        }
    }
    return best
}

/// The score of `encoding` in its best language; nil for an encoding that is not told by its letters.
func plausibility(of encoding: Encoding, _ sample: DetectionSample) -> Int? {
    guard let table = ReadingTable.all.first(where: { $0.encoding == encoding }) else { return nil }
    let reading = table.reading(sample)
    return LetterProfile.all.filter { $0.encodings.contains(encoding.name) }
        .map { reading.score + table.score(of: reading.counts, in: $0) }.max()
}

/// What the bytes from 0x80 up are in one encoding.
private struct ReadingTable {
    let encoding: Encoding
    private let scalars: [UInt32]
    /// Of every byte.
    private let kinds: [Kind]

    /// What a character is, as far as its neighbours matter.
    private enum Kind: UInt8 {
        case none, space, punctuation, symbol, apostrophe
        case upper, lower, final, plain, mark, lead
        var isLetter: Bool { rawValue >= Kind.upper.rawValue }
    }

    /// Those that are told apart; in the order in which ties are resolved.
    static let all: [ReadingTable] = [
        "windows-1252", "windows-1250", "iso-8859-2", "windows-1251", "koi8-r", "koi8-u", "iso-8859-5",
        "ibm866",
        "x-mac-cyrillic", "windows-1254", "windows-1257", "windows-1253", "iso-8859-7", "windows-1255",
        "windows-1256", "iso-8859-6", "windows-874", "windows-1258",
    ].compactMap { Encoding.named($0).map(ReadingTable.init) }

    private init(_ encoding: Encoding) {
        self.encoding = encoding
        // Each byte on a line of its own, so that one that is no character shifts no other.
        let lines = utf8((0x80...0xFF).flatMap { [UInt8($0), 0x0A] }[...], from: encoding)
        let found = lines.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(128).map { line in
            String(decoding: line, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
        }
        scalars = found.map(\.value)
        kinds = (0..<0x80).map(Self.kind(ofASCII:)) + found.map(Self.kind)
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x80...0x9F, 0xFFFD, 0xF700...0xF8FF: return .none
        case 0xA0: return .space
        case 0x2019, 0x2018, 0xB4: return .apostrophe
        case 0xAB, 0xBB, 0x2010...0x2015, 0x201A...0x201E, 0x2026, 0x2022, 0xB7, 0xAD, 0xA1, 0xBF,
            0x200C...0x200F:
            return .punctuation
        case 0x5DA, 0x5DD, 0x5DF, 0x5E3, 0x5E5, 0x3C2: return .final
        case 0x300...0x36F: return .mark
        case 0xE40...0xE44: return .lead
        case 0xAA, 0xBA, 0xB5, 0x192, 0x2C6, 0x2DC: return .symbol
        default: break
        }
        let properties = scalar.properties
        if properties.generalCategory == .nonspacingMark { return .mark }
        guard properties.isAlphabetic else { return .symbol }
        return properties.isUppercase ? .upper : properties.isLowercase ? .lower : .plain
    }

    /// The sample as text, its beginning.
    func text(_ sample: DetectionSample) -> String {
        var text = String.UnicodeScalarView()
        for byte in sample.bytes.prefix(4000) {
            text.append(
                byte < 0x80
                    ? Unicode.Scalar(byte) : Unicode.Scalar(scalars[Int(byte) - 0x80]) ?? "\u{FFFD}")
        }
        return String(text)
    }

    /// How often each byte stands for a letter in its place, and what the places of all cost.
    func reading(_ sample: DetectionSample) -> (score: Int, counts: [Int32]) {
        var counts = [Int32](repeating: 0, count: 128)
        var score = 0
        var run = 0
        let isLatin = LetterProfile.latinEncodings.contains(encoding.name)
        sample.bytes.withUnsafeBufferPointer { bytes in
            kinds.withUnsafeBufferPointer { kinds in
                var last = -1
                for i in sample.places {
                    let kind = kinds[Int(bytes[i])]
                    let before = i > 0 ? kinds[Int(bytes[i - 1])] : .space
                    let after = i + 1 < bytes.count ? kinds[Int(bytes[i + 1])] : .space
                    run = kind.isLetter ? (i == last + 1 ? run + 1 : 1) : 0
                    last = i
                    switch kind {
                    case .none: score -= 8
                    case .space: break
                    case .apostrophe: score += before.isLetter ? 1 : 0
                    case .punctuation: score -= before.isLetter && after.isLetter ? 3 : 0
                    case .symbol: score -= before.isLetter && after.isLetter ? 5 : before.isLetter ? 3 : 1
                    case .upper, .lower, .final, .plain, .mark, .lead:
                        counts[Int(bytes[i]) - 0x80] += 1
                        if isLatin, run > 2 { score -= 3 }
                        score += Self.score(of: kind, before, after, isFirst: i == 0)
                        // Before a number stands a sign of a currency, not a letter.
                        if i + 1 < bytes.count, bytes[i + 1].isASCIIDigit { score -= 4 }
                        if !isLatin,
                            i > 0 && bytes[i - 1].isASCIILetter
                                || i + 1 < bytes.count && bytes[i + 1].isASCIILetter
                        {
                            score -= 4
                        }
                    }
                }
            }
        }
        return (score, counts)
    }

    /// What a letter's place between its neighbours tells.
    @inline(__always)
    private static func score(of kind: Kind, _ before: Kind, _ after: Kind, isFirst: Bool) -> Int {
        var score = 0
        switch kind {
        case .upper:
            if before == .lower { score -= 6 }
            if before == .upper, after == .lower { score -= 4 }
            if before == .space || isFirst, after == .lower { score += 1 }
        case .final: score += after.isLetter && after != .mark ? -6 : 4
        case .mark:
            // Vowels and tones stand on a consonant; Thai vowels before theirs.
            if !before.isLetter || before == .lead { score -= 5 }
            if before == .mark { score -= 1 }
        case .lead: if !after.isLetter || after == .mark || after == .lead { score -= 5 }
        default: break
        }
        return score
    }

    private static func kind(ofASCII byte: UInt8) -> Kind {
        if byte.isASCIILetter { return byte & 0x20 == 0 ? .upper : .lower }
        return byte.isASCIISpace ? .space : .punctuation
    }

    /// What the letters tell of one language.
    func score(of counts: [Int32], in profile: LetterProfile) -> Int {
        var score = 0
        for (i, count) in counts.enumerated() where count > 0 {
            score += Int(count) * profile.weight(scalars[i])
        }
        return score
    }
}
