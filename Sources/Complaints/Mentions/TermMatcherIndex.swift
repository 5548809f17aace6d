/// Phrases by the words they are made of: every accepted form of a word leads to its places in phrases.
///
/// A word is known by the 64-bit hash of its folded letters alone: two words that share one are so rare
/// (one in 10^19) that the spelling is not compared again.
struct PhraseIndex: Sendable {
    struct Hit {
        var phrase: Int
        /// Into the words of the text.
        var words: Range<Int>
    }

    /// The place of a word in a phrase.
    private struct Place {
        var phrase: Int32
        var position: Int16
        /// The phrase written as one word counts only behind # or @.
        var onlyAsTag: Bool
    }

    private struct Phrase {
        var text: String
        var length: Int
        var typos: Int
    }

    private var phrases: [Phrase] = []
    private var places: [UInt64: [Place]] = [:]
    private var typing = TypoIndex()
    private var accents = AccentIndex()

    var isEmpty: Bool { phrases.isEmpty }
    func text(of hit: Hit) -> String { phrases[hit.phrase].text }

    init(_ terms: [Term]) {
        for term in terms { add(term) }
    }

    private mutating func add(_ term: Term) {
        let number = phrases.count
        let words = TermForms.words(of: term)
        // An empty place holds the number, so that phrases stay beside the terms they were made of.
        phrases.append(Phrase(text: term.text, length: words.count, typos: term.typos))
        var glued: Set<[UInt32]> = [[]]
        for (position, spelled) in words.enumerated() {
            let forms = Set(spelled.map { TermForms.fold($0) }.filter { !$0.isEmpty })
            for word in spelled { accents.add(word) }
            for form in forms {
                let place = Place(phrase: Int32(number), position: Int16(position), onlyAsTag: false)
                places[Fold64.of(form), default: []].append(place)
                if term.typos > 0 { typing.add(form) }
            }
            if words.count > 1, glued.count * forms.count <= 4096 {
                glued = Set(glued.flatMap { start in forms.map { start + $0 } })
            } else {
                glued = []
            }
        }
        guard words.count > 1 else { return }
        let joins = term.text.contains("-")
        for form in glued where !form.isEmpty {
            let place = Place(phrase: Int32(number), position: -1, onlyAsTag: !joins)
            places[Fold64.of(form), default: []].append(place)
        }
    }

    /// The longest phrase at each word, none inside another; or with `longestOnly` false all there are.
    func hits(in text: FoldedText, longestOnly: Bool = true) -> [Hit] {
        guard !places.isEmpty else { return [] }
        var hits: [Hit] = []
        var index = 0
        while index < text.words.count {
            var longest: Hit?
            for (place, typos) in found(at: index, in: text) {
                guard let end = end(of: place, typos: typos, from: index, in: text) else { continue }
                let hit = Hit(phrase: Int(place.phrase), words: index..<end)
                if !longestOnly { hits.append(hit) }
                if end > (longest?.words.upperBound ?? 0) { longest = hit }
            }
            if longestOnly, let longest {
                hits.append(longest)
                index = longest.words.upperBound
            } else {
                index += 1
            }
        }
        return hits
    }

    /// The text writes an accent where the name has none or another: ząbki are no Żabki.
    func isOtherWord(_ hit: Hit, in text: FoldedText, written: (Range<Int>) -> String) -> Bool {
        hit.words.contains { index in
            let word = text.words[index]
            guard let forms = accents.forms[word.hash] else { return false }
            return !AccentIndex.agrees(written(Int(word.start)..<Int(word.end)), with: forms)
        }
    }

    private func end(of place: Place, typos: Int, from index: Int, in text: FoldedText) -> Int? {
        let phrase = phrases[Int(place.phrase)]
        guard typos <= phrase.typos else { return nil }
        if place.position < 0 { return place.onlyAsTag && !text.words[index].isTag ? nil : index + 1 }
        guard place.position == 0 else { return nil }
        var left = phrase.typos - typos
        var position = 1
        while position < phrase.length {
            guard index + position < text.words.count else { return nil }
            let next = found(at: index + position, in: text).filter {
                $0.place.phrase == place.phrase && Int($0.place.position) == position && $0.typos <= left
            }
            guard let best = next.min(by: { $0.typos < $1.typos }) else { return nil }
            left -= best.typos
            position += 1
        }
        return index + phrase.length
    }

    /// The places of the word as written, of its look-alikes, and of words one typing mistake away.
    private func found(at index: Int, in text: FoldedText) -> [(place: Place, typos: Int)] {
        let word = text.words[index]
        var result: [(place: Place, typos: Int)] = []
        if let exact = places[word.hash] { result = exact.map { ($0, 0) } }
        if word.isMixed, result.isEmpty {
            for variant in LookAlikes.variants(of: text.spelling(of: word)) {
                result += (places[Fold64.of(variant)] ?? []).map { ($0, 0) }
            }
        }
        if result.isEmpty, !typing.isEmpty {
            for hash in typing.near(text.spelling(of: word)) {
                result += (places[hash] ?? []).map { ($0, 1) }
            }
        }
        return result
    }
}

/// A word of two alphabets as it would be in one.
enum LookAlikes {
    static func variants(of letters: ArraySlice<UInt32>) -> [[UInt32]] {
        let latin = letters.map { Folding.latin(lookingLike: $0) ?? $0 }
        let cyrillic = letters.map { Folding.cyrillic(lookingLike: $0) ?? $0 }
        return [latin, cyrillic].filter { variant in
            !(variant.contains(where: Folding.isLatin) && variant.contains(where: Folding.isCyrillic))
        }
    }
}
