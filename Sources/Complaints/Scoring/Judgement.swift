/// A text as weighed: every contribution to the score, each with its reason.
struct Judgement {
    private(set) var sum = 0.0
    private(set) var reasons: [Reason] = []

    /// What the words of complaint and those of praise sum up to, and the strongest word of complaint.
    private(set) var complains = 0.0
    private(set) var praises = 0.0
    private(set) var strongest = 0.0

    /// Many are weighed and few are told: words are spelled out for those.
    struct Reason {
        var what: What
        var weight: Double

        enum What {
            case told(String)
            case says(words: Range<Int>, isTurned: Bool)
        }
    }

    mutating func add(_ what: String, _ weight: Double) { add(.told(what), weight) }

    private mutating func add(_ what: Reason.What, _ weight: Double) {
        sum += weight
        reasons.append(Reason(what: what, weight: weight))
    }

    /// The strongest reasons first.
    func strongest(_ most: Int, spelled: (Range<Int>) -> String) -> [Score.Reason] {
        let weights = reasons.map { abs($0.weight) }.sorted(by: >)
        let least = weights.count > most ? weights[most - 1] : 0
        let told = reasons.filter { abs($0.weight) >= least }.map { reason in
            switch reason.what {
            case .told(let what): return Score.Reason(what: what, weight: reason.weight)
            case .says(let words, let isTurned):
                let what = "says \"\(isTurned ? "not " : "")\(spelled(words))\""
                return Score.Reason(what: what, weight: reason.weight)
            }
        }
        return Array(told.sorted { (abs($1.weight), $0.what) < (abs($0.weight), $1.what) }.prefix(most))
    }

    /// One word or phrase that counts, and how much of its weight.
    struct Contribution {
        var entry: Int
        var words: Range<Int>
        var weight: Double
        var factor: Double
        var isTurned: Bool
    }

    /// Weighs the words of a text.
    mutating func weigh(_ text: FoldedText, by lexicon: Lexicon, mask: UInt8) {
        let hits = lexicon.hits(in: text, mask: mask)
        for found in Self.contributions(of: hits, in: text, lexicon, mask: mask) {
            let weight = found.weight * found.factor
            if weight > 0 { complains += weight } else { praises -= weight }
            strongest = max(strongest, found.isTurned ? 0 : found.weight)
            add(.says(words: found.words, isTurned: found.isTurned), weight)
        }
    }

    /// No word counts twice, and words are worth less in a long text: it has more of either kind.
    static func contributions(
        of hits: [Lexicon.Hit], in text: FoldedText, _ lexicon: Lexicon, mask: UInt8
    ) -> [Contribution] {
        let scale = 1 / max(1, (Double(text.words.count) / 25).squareRoot())
        var taken = [Bool](repeating: false, count: text.words.count)
        var used: [Int: Int] = [:]
        var result: [Contribution] = []
        for hit in heaviest(hits, lexicon) where !hit.words.contains(where: { taken[$0] }) {
            let weight = lexicon.entries[hit.entry].weight
            for word in hit.words { taken[word] = true }
            let repeats = used[hit.entry, default: 0]
            used[hit.entry] = repeats + 1
            guard repeats < 3 else { continue }
            let isTurned = isNegated(hit, in: text, lexicon, mask: mask)
            let factor = (isTurned ? turned(weight) : 1) * scale / Double(1 + 2 * repeats)
            result.append(
                Contribution(
                    entry: hit.entry, words: hit.words, weight: weight, factor: factor, isTurned: isTurned))
        }
        return result
    }

    /// "Not good" complains; "no problem" praises a little.
    private static func turned(_ weight: Double) -> Double { weight < 0 ? -0.8 : -0.4 }

    /// Phrases before words, longer stems before shorter.
    private static func heaviest(_ hits: [Lexicon.Hit], _ lexicon: Lexicon) -> [Lexicon.Hit] {
        hits.sorted { a, b in
            let (lengthA, lengthB) = (lexicon.entries[a.entry].length, lexicon.entries[b.entry].length)
            if lengthA != lengthB { return lengthA > lengthB }
            return (-a.letters, a.words.lowerBound, a.entry) < (-b.letters, b.words.lowerBound, b.entry)
        }
    }

    private static func isNegated(
        _ hit: Lexicon.Hit, in text: FoldedText, _ lexicon: Lexicon, mask: UInt8
    ) -> Bool {
        guard lexicon.entries[hit.entry].length == 1 else { return false }
        let first = hit.words.lowerBound
        return (max(0, first - 2)..<first).contains { index in
            lexicon.negates(text.words[index], mask: mask)
                && !(index + 1...first).contains { text.words[$0].opensSentence }
        }
    }
}
