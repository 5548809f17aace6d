/// What a language's complaints are made of, as people edit it.
///
/// Words are separated by white space. `broke` is the whole word, `disappoint*` every word that begins so,
/// `not_working` a phrase, in which one other word may stand between two. Case and accents do not matter.
struct LexiconSource: Sendable {
    var language: String
    /// Turn the next words round: "not good".
    var negators: String
    /// Above zero complains, below zero praises.
    var words: [(Double, String)]

    static let all: [LexiconSource] = [.english, .polish, .russian, .german]
}

/// The lexicons of all languages, ready to be met by the words of a text.
struct Lexicon: Sendable {
    struct Entry: Sendable {
        var weight: Double
        var pattern: String
        var length: Int
        var languages: UInt8
    }

    struct Hit {
        var entry: Int
        /// Into the words of the text.
        var words: Range<Int>
        /// Letters of the pattern: the longer of two says it more exactly.
        var letters: Int
    }

    private struct Place: Sendable {
        var entry: Int32
        var position: Int8
        var letters: Int8
    }

    private(set) var entries: [Entry] = []
    private let exact: HashIndex<Place>
    private let stems: HashIndex<Place>
    /// Letters of the longest stem.
    private let longestStem: Int
    private var negators: [UInt64: UInt8] = [:]
    private let languages: [String]

    /// Compiled once.
    static let shared = Lexicon(LexiconSource.all)

    init(_ sources: [LexiconSource]) {
        languages = sources.map(\.language)
        var exact: [UInt64: [Place]] = [:]
        var stems: [UInt64: [Place]] = [:]
        for (number, source) in sources.enumerated() {
            let bit = UInt8(1) << number
            for word in Self.split(source.negators) { negators[Self.hash(word), default: 0] |= bit }
            for (weight, words) in source.words {
                Self.add(words, weight, bit, &entries, &exact, &stems)
            }
        }
        longestStem = stems.values.joined().reduce(0) { max($0, Int($1.letters)) }
        self.exact = HashIndex(exact)
        self.stems = HashIndex(stems)
    }

    /// The lexicons to read a text with: its language's or a near relative's; all when that is not known.
    func mask(for language: String?) -> UInt8 {
        guard let language else { return .max }
        let nearest = Self.relatives[language] ?? language
        return languages.firstIndex(of: nearest).map { UInt8(1) << $0 } ?? 0
    }

    private static let relatives = ["uk": "ru", "be": "ru", "bg": "ru", "sk": "pl", "cs": "pl"]

    func negates(_ word: FoldedText.Word, mask: UInt8) -> Bool { (negators[word.hash] ?? 0) & mask != 0 }

    /// Everything the lexicons know in the text.
    func hits(in text: FoldedText, mask: UInt8) -> [Hit] {
        guard mask != 0 else { return [] }
        var hits: [Hit] = []
        for index in text.words.indices {
            places(at: index, in: text) { place in
                guard place.position == 0 else { return }
                let entry = entries[Int(place.entry)]
                guard entry.languages & mask != 0, let end = end(of: place, entry, from: index, in: text)
                else { return }
                hits.append(Hit(entry: Int(place.entry), words: index..<end, letters: Int(place.letters)))
            }
        }
        return hits
    }

    private func end(of place: Place, _ entry: Entry, from index: Int, in text: FoldedText) -> Int? {
        var next = index + 1
        for position in 1..<max(1, entry.length) {
            guard
                let found = (next...next + 1).first(where: { at in
                    var isThere = false
                    if at < text.words.count {
                        places(at: at, in: text) {
                            if $0.entry == place.entry, Int($0.position) == position { isThere = true }
                        }
                    }
                    return isThere
                })
            else { return nil }
            next = found + 1
        }
        return next
    }

    @inline(__always)
    private func places(at index: Int, in text: FoldedText, _ body: (Place) -> Void) {
        let word = text.words[index]
        for place in exact.range(of: word.hash) { body(exact.values[place]) }
        var hash = Fold64.start
        var length = 0
        for letter in text.spelling(of: word) {
            hash = Fold64.add(letter, to: hash)
            length += 1
            if length < 2 { continue }
            if length > longestStem { return }
            for place in stems.range(of: hash) { body(stems.values[place]) }
        }
    }

    private static func add(
        _ patterns: String, _ weight: Double, _ language: UInt8, _ entries: inout [Entry],
        _ exact: inout [UInt64: [Place]], _ stems: inout [UInt64: [Place]]
    ) {
        for pattern in split(patterns) {
            let parts = pattern.split(separator: "_")
            for (position, part) in parts.enumerated() {
                let isStem = part.hasSuffix("*")
                let letters = FoldedText(String(part)).letters
                let place = Place(
                    entry: Int32(entries.count), position: Int8(position),
                    letters: Int8(min(100, letters.count)))
                let key = Fold64.of(letters)
                if isStem {
                    stems[key, default: []].append(place)
                } else {
                    exact[key, default: []].append(place)
                }
            }
            entries.append(
                Entry(weight: weight, pattern: String(pattern), length: parts.count, languages: language))
        }
    }

    private static func split(_ text: String) -> [Substring] { text.split { $0 == " " || $0 == "\n" } }

    private static func hash(_ word: Substring) -> UInt64 { Fold64.of(FoldedText(String(word)).letters) }
}
