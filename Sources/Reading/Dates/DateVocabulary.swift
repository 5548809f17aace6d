/// All languages' words in one index: a page's language is often not stated, or wrong.
///
/// Each language is a text of rows: what is meant, then the words. `_` joins the words of a phrase, a
/// final `*` takes every ending. Spelling is free: words are folded as the texts are.

struct DateLanguage: Sendable {
    /// The tags it answers to, the first its own.
    let tags: [String]
    let rows: String

    init(_ tags: String, _ rows: String) {
        self.tags = tags.split(separator: " ").map(String.init)
        self.rows = rows
    }
}

struct DateVocabulary: Sendable {
    static let all = DateVocabulary(DateWords.languages)

    struct Entry: Sendable {
        var language: UInt8
        var isStem: Bool
        var meaning: DateMeaning
    }

    private struct Slot: Sendable {
        var key: UInt64 = 0
        var first: Int32 = 0
        var last: Int32 = 0
        /// Words of the longest phrase that begins with it.
        var words: UInt8 = 0
        var hasStems = false
    }

    private var slots: [Slot]
    private let shift: UInt64
    private(set) var entries: [Entry] = []
    private let numbers: [String: Int]

    init(_ languages: [DateLanguage]) {
        var numbers: [String: Int] = [:]
        var lists: [UInt64: [Entry]] = [:]
        var phrases: [UInt64: UInt8] = [:]
        for (number, language) in languages.enumerated() {
            for tag in language.tags { numbers[tag] = number }
            // By bytes: asking of each character where it ends took longer than all the rest.
            for row in language.rows.utf8.split(separator: UInt8(ascii: "\n")) {
                let parts = row.split(separator: UInt8(ascii: " "))
                guard let name = parts.first, let meaning = DateMeaning(row: Substring(name)) else {
                    continue
                }
                for part in parts.dropFirst() {
                    let isStem = part.last == UInt8(ascii: "*")
                    let letters = (isStem ? part.dropLast() : part).map { $0 == 0x5F ? 0x20 : $0 }
                    let form = String(decoding: letters, as: UTF8.self)
                    let text = DateText(form)
                    let words = text.tokens.filter { $0.kind == .word }
                    guard let first = words.first else { continue }
                    text.letters.withUnsafeBufferPointer { letters in
                        lists[Self.hash(letters[...]), default: []]
                            .append(Entry(language: UInt8(number), isStem: isStem, meaning: meaning))
                        if words.count > 1 {
                            let opening = Self.hash(letters[first.start..<first.end])
                            phrases[opening] = max(phrases[opening] ?? 0, UInt8(words.count))
                        }
                    }
                }
            }
        }
        for opening in phrases.keys where lists[opening] == nil { lists[opening] = [] }
        var bits: UInt64 = 4
        while 1 << bits < lists.count * 4 { bits += 1 }
        self.numbers = numbers
        shift = 64 - bits
        slots = [Slot](repeating: Slot(), count: 1 << bits)
        for (key, list) in lists.sorted(by: { $0.key < $1.key }) {
            var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
            while slots[place].key != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = Slot(
                key: key, first: Int32(entries.count), last: Int32(entries.count + list.count),
                words: phrases[key] ?? 1, hasStems: list.contains(where: \.isStem))
            entries += list
        }
    }

    func number(of language: String) -> Int? { numbers[language] }

    struct Find {
        var range: Range<Int>
        /// Only what takes every ending counts.
        var isStem = false
        var words = 1
        var end: Int

        static func none(_ end: Int) -> Find { Find(range: 0..<0, end: end) }
    }

    /// The entries of the word in `letters[range]`: the whole word, else the longest beginning that takes
    /// every ending. In a dense script, of the longest word that it begins with.
    func find(_ letters: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isDense: Bool) -> Find {
        var hash = Self.seed
        var found = Find.none(range.upperBound)
        var at = range.lowerBound
        while at < range.upperBound {
            repeat {
                hash = Self.mixed(hash, letters[at])
                at += 1
            } while at < range.upperBound && letters[at] & 0xC0 == 0x80
            let isWhole = at == range.upperBound
            if !isWhole, !isDense, at - range.lowerBound < 3 { continue }
            guard let slot = slot(hash) else { continue }
            let entries = Int(slot.first)..<Int(slot.last)
            if isWhole || isDense {
                if isWhole { found.words = Int(slot.words) }
                if !entries.isEmpty { found = Find(range: entries, words: found.words, end: at) }
            } else if slot.hasStems {
                found = Find(range: entries, isStem: true, end: at)
            }
        }
        return found
    }

    /// A phrase, all of whose words stand in `letters[range]`.
    func phrase(_ letters: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var hash = Self.seed
        for i in range { hash = Self.mixed(hash, letters[i]) }
        guard let slot = slot(hash) else { return 0..<0 }
        return Int(slot.first)..<Int(slot.last)
    }

    private func slot(_ key: UInt64) -> Slot? {
        var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while slots[place].key != 0 {
            if slots[place].key == key { return slots[place] }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    // FNV-1a; the public algorithm of Fowler, Noll and Vo.
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    @inline(__always)
    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    private static func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        bytes.reduce(seed, mixed)
    }
}

/// The tables, a file for each family of languages; the order is the order of trust when none is stated.
enum DateWords {
    static let languages =
        germanic + westSlavic + eastSlavic + romance + [dutch] + southSlavic + northern + uralic + turkic
        + balkan
        + eastAsian + southEastAsian + semitic + indic + minor + distant
    /// The own tag of each language, by its number.
    static let tags = languages.map { $0.tags[0] }
}
