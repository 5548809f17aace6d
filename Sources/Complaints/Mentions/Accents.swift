import Foundation

/// Which accents a form is written with, four bits a letter for its first sixteen letters.
///
/// A text without accents is taken at its letters; one that writes accents must write those of the name:
/// ząbki are no Żabki. Where the watchlist writes the name without accents, those of the text are free, except
/// in the ending, which is ours: muszę is no Musze, a case of Mucha. Latin names alone: elsewhere an accent is
/// stress, or a letter often left plain.
struct Accents: Hashable, Sendable {
    /// For each letter 0 where anything goes, 15 where it must be plain, else a number for its accent.
    private var codes: UInt64 = 0

    private static let plain: UInt64 = 15
    private static let reach = 16

    /// Any accents at all.
    static let free = Accents()

    private init() {}

    /// `form` in lower case; `term` the word of the watchlist that it is a form of, in lower case.
    init(of form: String, term: String) {
        guard !(form.utf8.allSatisfy { $0 < 0x80 } && form == term) else { return }
        let scalars = Array(form.precomposedStringWithCanonicalMapping.unicodeScalars)
        let folded = FoldedText(form).letters
        guard folded.count == scalars.count, folded.allSatisfy({ $0 < 0x80 }) else { return }
        let isPlain = term.utf8.allSatisfy { $0 < 0x80 }
        let stem = isPlain ? zip(form.utf8, term.utf8).prefix { $0 == $1 }.count : 0
        for (index, scalar) in scalars.prefix(Self.reach).enumerated() {
            // ł is a letter of its own: miłe is no form of Mila.
            let isFree = index < stem && scalar != "l"
            let code = scalar.isASCII ? (isFree ? 0 : Self.plain) : Self.code(scalar)
            codes |= code << UInt64(index * 4)
        }
    }

    private static func code(_ scalar: Unicode.Scalar) -> UInt64 { 1 + UInt64(scalar.value &* 7 % 13) }

    /// Whether a word of a text may be this form. Its letters are known to be the same when folded.
    func agree(with bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard codes != 0 else { return true }
        var at = range.lowerBound
        var index = 0
        while at < range.upperBound, index < Self.reach {
            let (scalar, length) = WordScan.scalar(bytes, at: at)
            at += length
            if !scalar.isASCII {
                switch Folding.kind(scalar) {
                case .unseen: continue
                case .accent: return agreeComposed(String(decoding: bytes[range], as: UTF8.self))
                default: if !agrees(scalar, at: index) { return false }
                }
            }
            index += 1
        }
        return true
    }

    /// The accents stand behind their letters.
    private func agreeComposed(_ written: String) -> Bool {
        let scalars = written.precomposedStringWithCanonicalMapping.unicodeScalars.filter {
            if case .unseen = Folding.kind($0) { false } else { true }
        }
        return scalars.prefix(Self.reach).enumerated().allSatisfy { $1.isASCII || agrees($1, at: $0) }
    }

    private func agrees(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
        let code = codes >> UInt64(index * 4) & 15
        return code == 0
            || code == Self.code(scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar)
    }
}
