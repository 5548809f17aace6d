/// A watchlist's words as the index needs them, and its rules on what else must or must not stand nearby.
struct TermSubject: Sendable {
    var subject: String
    var terms: [Term]
    var require: [String]
    var exclude: [String]
    /// Excludes that hold a term themselves count only where they cover it; the others also nearby.
    var coversTerm: [Bool] = []

    /// Words on either side in which a required or excluded word counts as near.
    static let reachOfRequire = 40
    static let reachOfExclude = 8

    /// Which of the terms found stay, and why others did not.
    func rule(on named: [PhraseHit], among hits: [PhraseHit]) -> (kept: [PhraseHit], reason: String?) {
        var kept = named
        var reason: String?
        if !exclude.isEmpty {
            let excluding = hits.filter { $0.phrase.role == .exclude }
            kept.removeAll { hit in
                guard let why = excluding.first(where: { isExcluded(hit, by: $0) }) else { return false }
                reason = "excluded by \"\(exclude[Int(why.phrase.entry)])\""
                return true
            }
        }
        if !require.isEmpty, !kept.isEmpty {
            let required = hits.filter { $0.phrase.role == .require }
            kept.removeAll { hit in
                !required.contains { distance(hit.words, $0.words) <= Self.reachOfRequire }
            }
            if kept.isEmpty {
                reason = "none of the required words is near: " + require.joined(separator: ", ")
            }
        }
        return (kept, reason)
    }

    private func isExcluded(_ hit: PhraseHit, by other: PhraseHit) -> Bool {
        if hit.words.overlaps(other.words) { return true }
        let entry = Int(other.phrase.entry)
        return !coversTerm[entry] && distance(hit.words, other.words) <= Self.reachOfExclude
    }

    private func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
        a.overlaps(b) ? 0 : max(a.lowerBound - b.upperBound, b.lowerBound - a.upperBound) + 1
    }

    /// `hits` in the order of the text.
    func matches(of hits: [PhraseHit], in text: String) -> [Match] {
        let utf8 = text.utf8
        var index = utf8.startIndex
        var position = (byte: 0, scalar: 0)
        func advance(to byte: Int) -> (String.Index, Int) {
            let next = utf8.index(index, offsetBy: byte - position.byte)
            position.scalar += utf8[index..<next].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
            (index, position.byte) = (next, byte)
            return (next, position.scalar)
        }
        return hits.map { hit in
            let (from, start) = advance(to: hit.bytes.lowerBound)
            let (to, end) = advance(to: hit.bytes.upperBound)
            return Match(
                subject: subject, term: terms[Int(hit.phrase.entry)].text, start: start, end: end,
                found: String(text[from..<to]), signs: hit.signs)
        }
    }
}
