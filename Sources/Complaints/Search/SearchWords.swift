/// A text as the words that are searched for: folded, so that case, accents, kinds of the same letter and
/// letters borrowed from another alphabet do not matter.
///
/// A letter of a script that is written without spaces is a word of its own: what stands inside a line of
/// Chinese or Thai is then found as a phrase.
public struct SearchWords: Sendable {
    /// Folded, in their order.
    public let words: [String]
    /// Where each word stands, in Unicode scalars of the original text.
    public let places: [Range<Int>]

    public init(_ text: String) {
        let folded = FoldedText(text)
        words = folded.words.map { Self.spelling(of: $0, in: folded) }
        places = folded.words.map { Int($0.start)..<Int($0.end) }
    }

    /// The words with a blank between each two, as an index is given them; nil where there is none.
    public static func text(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        let folded = FoldedText(text)
        guard !folded.words.isEmpty else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + folded.words.count)
        for word in folded.words {
            if !bytes.isEmpty { bytes.append(0x20) }
            let letters = folded.spelling(of: word)
            let other = word.isMixed ? LookAlikes.variants(of: letters).first : nil
            append(other.map { $0[...] } ?? letters, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ letters: ArraySlice<UInt32>, to bytes: inout [UInt8]) {
        for letter in letters {
            if letter < 0x80 {
                bytes.append(UInt8(letter))
            } else if let scalar = Unicode.Scalar(letter) {
                for byte in scalar.utf8 { bytes.append(byte) }
            }
        }
    }

    /// A word of two alphabets is written in one, if one has all its letters.
    private static func spelling(of word: FoldedText.Word, in folded: FoldedText) -> String {
        guard word.isMixed, let one = LookAlikes.variants(of: folded.spelling(of: word)).first else {
            return folded.text(of: word)
        }
        return string(one)
    }

    /// A word of at least five letters, written with the letters of the other alphabet that look the same.
    static func disguise(of word: String) -> String? {
        LookAlikes.disguise(of: word.unicodeScalars.map(\.value)).map(string)
    }

    private static func string(_ letters: [UInt32]) -> String {
        var result = ""
        for letter in letters {
            if let scalar = Unicode.Scalar(letter) { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}
