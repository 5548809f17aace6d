/// A term, a required or an excluded phrase, as the index keeps it.
struct TermPhrase: Sendable {
    enum Role: UInt8, Sendable { case term, require, exclude }

    var watchlist: Int32
    /// Into the watchlist's terms, requires or excludes.
    var entry: Int32
    var role: Role
    var length: Int16
    /// Typing mistakes allowed.
    var typos: Int8
    /// Its language, by whose endings a name goes on behind a hyphen or apostrophe: ZUS-u.
    var language: Inflection.Language?
    /// What stands between its words: one fewer than these.
    var joints: [TermJoint] = []
    var tail: TermTail?
    /// Counts only where no letter is a small one.
    var isInCapitals = false
}

/// A phrase found in a text.
struct PhraseHit {
    var phrase: TermPhrase
    var words: Range<Int>
    /// UTF-8 of the text.
    var bytes: Range<Int>
    var signs: MatchSigns
}

/// Puts the words found in a text together to the phrases that they begin.
struct PhraseReading {
    /// In the order of the text, as far as words go.
    let found: [WordScan.Found]
    let tables: TermTables
    let bytes: UnsafeBufferPointer<UInt8>

    /// All there are, also those inside others.
    func hits() -> [PhraseHit] {
        var hits: [PhraseHit] = []
        for (index, head) in found.enumerated() {
            let isFollowed = isFollowed(index)
            for number in head.places {
                let place = tables.forms.places[number]
                guard place.position <= 0 else { break }
                if place.onlyAsTag, head.signs.isDisjoint(with: [.tag, .partOfTag]) { continue }
                let phrase = Int(place.phrase)
                let isLong = place.position == 0 && tables.phrases[phrase].length > 1
                guard isFollowed || !isLong else { continue }
                let left = Int(tables.phrases[phrase].typos) - (head.signs.contains(.typo) ? 1 : 0)
                guard left >= 0, agrees(head, place) else { continue }
                var words = Words(head)
                if place.position == FormTable.whole { words.signs.insert(.glued) }
                if isLong, !extend(&words, from: index, phrase, left: left) { continue }
                if let hit = hit(words, tables.phrases[phrase]) { hits.append(hit) }
            }
        }
        return hits
    }

    /// Whether a word that stands in the table comes right behind.
    private func isFollowed(_ index: Int) -> Bool {
        let end = found[index].words.upperBound
        var next = index + 1
        while next < found.count, found[next].words.lowerBound <= end {
            if found[next].words.lowerBound == end { return true }
            next += 1
        }
        return false
    }

    /// What of the text belongs to a phrase.
    private struct Words {
        var words: Range<Int>
        var bytes: Range<Int>
        var signs: MatchSigns

        init(_ head: WordScan.Found) { (words, bytes, signs) = (head.words, head.bytes, head.signs) }
    }

    /// With what belongs to the name behind its last word; nil where something is missing.
    private func hit(_ words: Words, _ phrase: TermPhrase) -> PhraseHit? {
        var hit = PhraseHit(phrase: phrase, words: words.words, bytes: words.bytes, signs: words.signs)
        if phrase.isInCapitals, bytes[hit.bytes].contains(where: { (0x61...0x7A).contains($0) }) {
            return nil
        }
        takeEnding(&hit)
        if let tail = phrase.tail {
            if let end = tail.end(behind: hit.bytes.upperBound, in: bytes) {
                hit.bytes = hit.bytes.lowerBound..<end
            } else if tail.isNeeded {
                return nil
            }
        }
        return hit
    }

    /// Over the further words of the phrase, each right behind the one before.
    private func extend(_ hit: inout Words, from index: Int, _ phrase: Int, left: Int) -> Bool {
        var left = left
        var next = index + 1
        var last = hit.bytes
        for position in 1..<tables.phrases[phrase].length {
            var best: WordScan.Found?
            while next < found.count, found[next].words.lowerBound <= hit.words.upperBound {
                let word = found[next]
                next += 1
                guard word.words.lowerBound == hit.words.upperBound,
                    word.bytes.lowerBound >= last.upperBound
                else { continue }
                let costs = word.signs.contains(.typo) ? 1 : 0
                let fits = word.places.contains { number in
                    let place = tables.forms.places[number]
                    return Int(place.phrase) == phrase && place.position == position && agrees(word, place)
                }
                if fits, costs <= left, best == nil || costs == 0,
                    tables.phrases[phrase].joints[Int(position) - 1].allows(
                        last.upperBound..<word.bytes.lowerBound, behind: last, in: bytes)
                {
                    best = word
                }
            }
            guard let best else { return false }
            if best.signs.contains(.typo) { left -= 1 }
            hit.signs.formUnion(best.signs.subtracting([.tag, .partOfTag]))
            hit.words = hit.words.lowerBound..<best.words.upperBound
            hit.bytes = hit.bytes.lowerBound..<best.bytes.upperBound
            last = best.bytes
        }
        return true
    }

    private func agrees(_ word: WordScan.Found, _ place: FormTable.Place) -> Bool {
        if place.capital != .free, word.signs.isDisjoint(with: [.tag, .partOfTag]), lacksCapital(word.bytes),
            place.capital == .needed || bytes[word.bytes].allSatisfy({ $0 < 0x80 })
        {
            return false
        }
        // Letters of one's own do not stand at the same places then.
        guard place.accents != .free, word.signs.isDisjoint(with: [.typo, .lookAlike, .joined]) else {
            return true
        }
        return place.accents.agree(with: bytes, word.bytes)
    }

    private func lacksCapital(_ word: Range<Int>) -> Bool {
        let (scalar, _) = WordScan.scalar(bytes, at: word.lowerBound)
        return !scalar.properties.isUppercase
    }

    /// The case ending that is written behind a hyphen or an apostrophe belongs to the name.
    private func takeEnding(_ hit: inout PhraseHit) {
        let end = hit.bytes.upperBound
        guard let language = hit.phrase.language, end + 1 < bytes.count else { return }
        let (sign, length) = WordScan.scalar(bytes, at: end)
        switch sign {
        case "-", "\u{2010}", "\u{2011}", "'", "\u{2019}", "\u{02BC}", "`", ":": break
        default: return
        }
        var letters: [UInt32] = []
        var at = end + length
        while at < bytes.count {
            let (scalar, length) = WordScan.scalar(bytes, at: at)
            guard case .letter(let folded) = Folding.kind(scalar) else { break }
            letters.append(folded)
            at += length
            if letters.count > Inflection.longestEnding { return }
        }
        guard Inflection.of(language).joinedEndings.contains(letters) else { return }
        hit.bytes = hit.bytes.lowerBound..<at
        hit.words = hit.words.lowerBound..<hit.words.upperBound + 1
        hit.signs.insert(.joined)
    }
}
