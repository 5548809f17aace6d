/// Finds a watchlist's terms in a text: whole words, in every spelling that means the same name.
///
/// One pass over the words of the text, one hash look-up a word. Offsets count Unicode scalars of the
/// original text.
public struct TermMatcher: Sendable {
    private let subject: String
    private let terms: PhraseIndex
    private let requires: PhraseIndex
    private let excludes: PhraseIndex
    private let requireTexts: [String]
    /// Excludes that hold a term themselves count only where they cover it; the others also nearby.
    private let coversTerm: [Bool]

    /// Words on either side in which a required or excluded word counts as near.
    static let reachOfRequire = 40
    static let reachOfExclude = 8

    public init(_ watchlist: Watchlist) {
        subject = watchlist.subject
        terms = PhraseIndex(watchlist.terms)
        let languages = Set(watchlist.terms.compactMap(\.inflect))
        func context(_ texts: [String]) -> [Term] {
            texts.flatMap { text in
                languages.isEmpty ? [Term(text)] : languages.sorted().map { Term(text, inflect: $0) }
            }
        }
        let excluded = context(watchlist.exclude)
        requires = PhraseIndex(context(watchlist.require))
        excludes = PhraseIndex(excluded)
        requireTexts = watchlist.require
        let terms = terms
        coversTerm = excluded.map { !terms.hits(in: FoldedText($0.text)).isEmpty }
    }

    public func matches(in text: String) -> MatchOutcome {
        let folded = FoldedText(text)
        var hits = terms.hits(in: folded)
        guard !hits.isEmpty else { return MatchOutcome(matches: []) }
        hits.removeAll { hit in
            terms.isOtherWord(hit, in: folded) { Self.part($0, of: text) }
        }
        var kept = hits
        var reason: String?
        if !excludes.isEmpty {
            let found = excludes.hits(in: folded, longestOnly: false)
            kept = hits.filter { hit in
                guard let why = found.first(where: { isExcluded(hit, by: $0) }) else { return true }
                reason = "excluded by \"\(excludes.text(of: why))\""
                return false
            }
        }
        if !requires.isEmpty, !kept.isEmpty {
            let found = requires.hits(in: folded, longestOnly: false)
            kept = kept.filter { hit in
                found.contains { distance(hit.words, $0.words) <= Self.reachOfRequire }
            }
            if kept.isEmpty {
                reason = "none of the required words is near: " + requireTexts.joined(separator: ", ")
            }
        }
        return MatchOutcome(matches: write(kept, in: text, folded), ruledOut: kept.isEmpty ? reason : nil)
    }

    private static func part(_ range: Range<Int>, of text: String) -> String {
        let scalars = text.unicodeScalars
        let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
        return String(scalars[start..<scalars.index(start, offsetBy: range.count)])
    }

    private func isExcluded(_ hit: PhraseIndex.Hit, by other: PhraseIndex.Hit) -> Bool {
        if hit.words.overlaps(other.words) { return true }
        return !coversTerm[other.phrase] && distance(hit.words, other.words) <= Self.reachOfExclude
    }

    private func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
        a.overlaps(b) ? 0 : max(a.lowerBound - b.upperBound, b.lowerBound - a.upperBound) + 1
    }

    private func write(_ hits: [PhraseIndex.Hit], in text: String, _ folded: FoldedText) -> [Match] {
        guard !hits.isEmpty else { return [] }
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        var position = 0
        return hits.map { hit in
            let start = Int(folded.words[hit.words.lowerBound].start)
            let end = Int(folded.words[hit.words.upperBound - 1].end)
            let from = scalars.index(index, offsetBy: start - position)
            let to = scalars.index(from, offsetBy: end - start)
            (index, position) = (to, end)
            return Match(
                subject: subject, term: terms.text(of: hit), start: start, end: end,
                found: String(scalars[from..<to]))
        }
    }
}
