/// Gives the words of a date text their meanings: finds phrases, settles on one language, and takes what
/// that language does not know from the others.

struct DateResolution {
    private(set) var tokens: [DateToken] = []
    /// The language that knows most of the words, the stated one first; nil when none knows any.
    private(set) var language: Int?
    /// Whether a language was stated that knows none of the words while another does.
    private(set) var isForeign = false
    private var finds: [Candidate] = []

    private struct Candidate {
        var token: Int
        var range: Range<Int>
        var isStem: Bool
        var languages: UInt64
        var length: Int
    }

    init(_ text: DateText, language stated: Int?) {
        tokens.reserveCapacity(text.tokens.count)
        text.letters.withUnsafeBufferPointer { look(text.tokens, $0) }
        settle(stated)
        for candidate in finds {
            tokens[candidate.token].meaning = meaning(candidate, stated)
            tokens[candidate.token].isDoubtful = isDoubtful(candidate, stated)
        }
    }

    private func isDoubtful(_ candidate: Candidate, _ stated: Int?) -> Bool {
        let token = tokens[candidate.token]
        guard !token.isDense, token.end - token.start <= 5 else { return false }
        if let stated { return candidate.languages & 1 << UInt64(stated) == 0 }
        // `ted`, `net`, `most` are `now` where they are not names or other words.
        let known = token.meaning.has(.now) ? 1 : Self.widespread
        return candidate.languages & known == 0
    }

    /// Languages whose words are met where none is stated.
    private static let widespread = ["en", "de", "fr", "es", "it", "pt", "pl", "cs", "sk"].reduce(0 as UInt64)
    {
        $0 | (DateVocabulary.all.number(of: $1).map { 1 << UInt64($0) } ?? 0)
    }

    private mutating func look(_ source: [DateToken], _ letters: UnsafeBufferPointer<UInt8>) {
        let words = DateVocabulary.all
        var i = 0
        while i < source.count {
            var token = source[i]
            guard token.kind == .word else {
                tokens.append(token)
                i += 1
                continue
            }
            if token.isDense {
                if let joined = Self.initials(i, source, letters) {
                    token.end = source[joined.last].end
                    add(token, joined.find, length: 3)
                    i = joined.last + 1
                    continue
                }
                split(token, letters)
                i += 1
                continue
            }
            var found = words.find(letters, token.start..<token.end, isDense: false)
            var last = i
            if found.words > 1 {
                // The last token of each word that may belong to the phrase, at most `found.words`.
                var ends = [i]
                while ends.count < found.words, let next = Self.wordFollowing(ends[ends.count - 1], source) {
                    ends.append(next)
                }
                for end in ends.dropFirst().reversed() {
                    let range = words.phrase(letters, token.start..<source[end].end)
                    if !range.isEmpty {
                        found = DateVocabulary.Find(range: range, end: source[end].end)
                        last = end
                        break
                    }
                }
            }
            if token.letters <= 2, last == i, let joined = Self.initials(i, source, letters) {
                found = joined.find
                last = joined.last
            }
            if found.range.isEmpty { found = Self.withoutPrefix(token, letters) }
            token.end = source[last].end
            add(token, found, length: token.end - token.start)
            i = last + 1
        }
    }

    private mutating func add(_ token: DateToken, _ found: DateVocabulary.Find, length: Int) {
        var languages: UInt64 = 0
        for i in found.range {
            let entry = DateVocabulary.all.entries[i]
            if !found.isStem || entry.isStem { languages |= 1 << UInt64(entry.language) }
        }
        if languages != 0 {
            finds.append(
                Candidate(
                    token: tokens.count, range: found.range, isStem: found.isStem, languages: languages,
                    length: length))
        }
        tokens.append(token)
    }

    /// Cuts a run of a dense script into the longest words that are known.
    private mutating func split(_ token: DateToken, _ letters: UnsafeBufferPointer<UInt8>) {
        var rest = token
        while rest.start < token.end {
            let found = DateVocabulary.all.find(letters, rest.start..<token.end, isDense: true)
            var piece = rest
            if found.range.isEmpty {
                piece.end = rest.start + 1
                while piece.end < token.end, letters[piece.end] & 0xC0 == 0x80 { piece.end += 1 }
                // Unknown letters beside each other are one unknown word.
                if let before = tokens.last, before.isDense, before.end == piece.start,
                    finds.last?.token != tokens.count - 1
                {
                    tokens[tokens.count - 1].end = piece.end
                } else {
                    tokens.append(piece)
                }
            } else {
                piece.end = found.end
                add(piece, found, length: 3)
            }
            rest.start = piece.end
            rest.isApart = false
            if tokens.count > DateText.mostTokens { return }
        }
    }

    private static func wordFollowing(_ i: Int, _ source: [DateToken]) -> Int? {
        guard i + 1 < source.count else { return nil }
        if source[i + 1].kind == .word { return source[i + 1].isDense ? nil : i + 1 }
        guard source[i + 1].isSign(0x2D), !source[i + 1].isApart, i + 2 < source.count,
            source[i + 2].kind == .word, !source[i + 2].isApart
        else { return nil }
        return i + 2
    }

    /// `p. m.`, `e.m.`, `มี.ค.`: letters with dots.
    private static func initials(
        _ i: Int, _ source: [DateToken], _ letters: UnsafeBufferPointer<UInt8>
    ) -> (find: DateVocabulary.Find, last: Int)? {
        guard i + 2 < source.count, source[i].letters <= 3, source[i + 1].isSign(0x2E),
            source[i + 2].kind == .word, source[i + 2].letters <= 2
        else { return nil }
        let joined =
            Array(letters[source[i].start..<source[i].end])
            + Array(letters[source[i + 2].start..<source[i + 2].end])
        let found = joined.withUnsafeBufferPointer {
            DateVocabulary.all.find($0, 0..<$0.count, isDense: false)
        }
        let isDense = source[i].isDense
        let isShort = found.range.contains {
            let meaning = DateVocabulary.all.entries[$0].meaning
            return meaning.has([.am, .pm]) || isDense && meaning.month > 0
        }
        return isShort && !found.isStem ? (found, i + 2) : nil
    }

    /// Hebrew writes `in`, `to`, `the`, `of` together with the word.
    private static func withoutPrefix(
        _ token: DateToken, _ letters: UnsafeBufferPointer<UInt8>
    ) -> DateVocabulary.Find {
        guard token.end - token.start > 4, letters[token.start] == 0xD7,
            [0x91, 0x94, 0x95, 0x9C, 0x9E].contains(letters[token.start + 1])
        else { return .none(token.end) }
        return DateVocabulary.all.find(letters, token.start + 2..<token.end, isDense: false)
    }

    /// The stated language if none knows more of the words; else the one that knows most.
    private mutating func settle(_ stated: Int?) {
        guard let first = finds.first else { return }
        var common = first.languages
        for find in finds.dropFirst() where common & find.languages != 0 { common &= find.languages }
        let voted = common.trailingZeroBitCount
        guard let stated else {
            language = voted
            return
        }
        let known = finds.count { $0.languages & 1 << UInt64(stated) != 0 }
        let other = finds.count { $0.languages & 1 << UInt64(voted) != 0 }
        language = known > 0 && known >= other ? stated : voted
        isForeign = known == 0
    }

    /// `am` and `pm` are written in every language.
    private func isHalfDay(_ candidate: Candidate) -> Bool {
        guard candidate.languages & 1 != 0, let first = candidate.range.first else { return false }
        return DateVocabulary.all.entries[first].meaning.has([.am, .pm])
    }

    private func meaning(_ candidate: Candidate, _ stated: Int?) -> DateMeaning {
        guard let language else { return DateMeaning() }
        var chosen = language
        if candidate.languages & 1 << UInt64(chosen) == 0 {
            if let stated, candidate.languages & 1 << UInt64(stated) != 0 {
                chosen = stated
            } else if candidate.length >= 3 || isHalfDay(candidate) {
                chosen = candidate.languages.trailingZeroBitCount
            } else {
                return DateMeaning()
            }
        }
        var meaning = DateMeaning()
        for i in candidate.range {
            let entry = DateVocabulary.all.entries[i]
            if Int(entry.language) == chosen, !candidate.isStem || entry.isStem {
                meaning.merge(entry.meaning)
            }
        }
        return meaning
    }
}
