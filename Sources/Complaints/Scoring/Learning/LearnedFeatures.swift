/// A text as the learned layer sees it: words, their beginnings and pairs of words, each a slot of one table.
///
/// The vector of the words has the length `reach`, however long the text is: a long text is no louder than
/// a short one. It does not share a slot space with the shipped model, so that either may change alone.
struct LearnedFeatures {
    /// One feature: its slot, its value, and the words of the text that it stands for.
    struct Feature: Hashable {
        var slot: UInt32
        var value: Float
        var word: Int32
        var length: Int32
    }

    /// In the order of their slots, each once: sums are the same whatever way they are made.
    private(set) var words: [Feature] = []
    /// The source and the language.
    private(set) var place: [Feature] = []

    static let slots = 1 << 16
    /// Of a text: the first so many words. What is said later in a long story repeats it.
    static let mostWords = 400
    /// The length of the vector of words.
    static let reach: Float = 3
    /// Words of more letters than this also count by their first so many: one story in all its inflections.
    static let stem = 5

    init(_ text: FoldedText, at place: LearnedPlace) {
        let count = min(text.words.count, Self.mostWords)
        words.reserveCapacity(3 * count)
        var before: UInt64?
        for index in 0..<count {
            let word = text.words[index]
            add(word.hash, value: 1, word: index)
            if word.count > Self.stem, !word.isNumber {
                let letters = text.letters[Int(word.first)..<Int(word.first) + Self.stem]
                add(Fold64.of(letters) ^ Kind.stem, value: 0.7, word: index)
            }
            if let before, !word.opensSentence {
                add(Self.pair(before, word.hash), value: 0.7, word: index - 1, length: 2)
            }
            before = word.hash
        }
        unite()
        if let source = place.source { add(source.name, as: Kind.source) }
        if let language = place.language {
            add(String(language.prefix { $0 != "-" && $0 != "_" }), as: Kind.language)
        }
    }

    /// Told apart by kind: a source that is named like a word is none.
    private enum Kind {
        static let stem: UInt64 = 0x51ed_270b_9f3a_7c11
        static let source: UInt64 = 0x7b1c_44d8_0e6f_52a3
        static let language: UInt64 = 0x2f90_c5e7_d84b_1639
    }

    private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first &* 0x9e37_79b9_7f4a_7c15) ^ second
    }

    /// The upper bits of a multiplicative hash; FNV's own lower bits are those of the last letter.
    private static func slot(_ hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: ((hash ^ (hash >> 29)) &* 0xbf58_476d_1ce4_e5b9) >> 48)
    }

    private mutating func add(_ hash: UInt64, value: Float, word: Int, length: Int32 = 1) {
        words.append(Feature(slot: Self.slot(hash), value: value, word: Int32(word), length: length))
    }

    private mutating func add(_ name: String, as kind: UInt64) {
        let hash = UInt64(bitPattern: stableHash(name.lowercased().utf8)) ^ kind
        place.append(Feature(slot: Self.slot(hash), value: 1, word: 0, length: 0))
    }

    /// Each slot once, by what stands there first and strongest; then the whole to its length.
    private mutating func unite() {
        words.sort { ($0.slot, -$0.value, $0.word) < ($1.slot, -$1.value, $1.word) }
        var kept = 0
        var square: Float = 0
        for feature in words where kept == 0 || words[kept - 1].slot != feature.slot {
            words[kept] = feature
            kept += 1
            square += feature.value * feature.value
        }
        words.removeLast(words.count - kept)
        guard square > 0 else { return }
        let scale = Self.reach / square.squareRoot()
        for index in words.indices { words[index].value *= scale }
    }
}
