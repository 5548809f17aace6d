/// A text as weighed: every contribution to the score, each with its reason.
struct Judgement {
    private(set) var sum = 0.0
    private(set) var reasons: [Score.Reason] = []
    private(set) var topics: [Topic: Int] = [:]
    private(set) var causes: [String: Int] = [:]
    private(set) var cues: Set<Cue> = []
    /// The heaviest single word of complaint.
    private(set) var strongest = 0.0
    private(set) var complains = 0.0
    private(set) var praises = 0.0

    mutating func add(_ what: String, _ weight: Double) {
        sum += weight
        reasons.append(Score.Reason(what: what, weight: weight))
    }

    /// Weighs the words of a text. Words are worth less in a long text: it has more of either kind.
    mutating func weigh(_ text: FoldedText, by lexicon: Lexicon, mask: UInt8, spelled: (Range<Int>) -> String) {
        let hits = lexicon.hits(in: text, mask: mask)
        noteSenses(hits, lexicon, spelled)
        let scale = 1 / max(1, (Double(text.words.count) / 25).squareRoot())
        var taken = [Bool](repeating: false, count: text.words.count)
        var used: [Int: Int] = [:]
        for hit in heaviest(hits, lexicon) where !hit.words.contains(where: { taken[$0] }) {
            guard case .weight(let plain) = lexicon.entries[hit.entry].sense else { continue }
            for word in hit.words { taken[word] = true }
            let turned = isNegated(hit, in: text, lexicon, mask: mask)
            let repeats = used[hit.entry, default: 0]
            used[hit.entry] = repeats + 1
            guard repeats < 3 else { continue }
            let weight = (turned ? Self.turned(plain) : plain) * scale / Double(1 + 2 * repeats)
            strongest = max(strongest, weight / scale)
            if weight > 0 { complains += weight } else { praises -= weight }
            add("says \"\(turned ? "not " : "")\(spelled(hit.words))\"", weight)
        }
    }

    /// "Not good" complains; "no problem" praises a little.
    private static func turned(_ weight: Double) -> Double { weight < 0 ? -0.8 * weight : -0.4 * weight }

    /// Phrases before words, longer stems before shorter.
    private func heaviest(_ hits: [Lexicon.Hit], _ lexicon: Lexicon) -> [Lexicon.Hit] {
        hits.filter { if case .weight = lexicon.entries[$0.entry].sense { true } else { false } }
            .sorted { a, b in
                let (lengthA, lengthB) = (lexicon.entries[a.entry].length, lexicon.entries[b.entry].length)
                if lengthA != lengthB { return lengthA > lengthB }
                return (-a.letters, a.words.lowerBound, a.entry) < (-b.letters, b.words.lowerBound, b.entry)
            }
    }

    private func isNegated(_ hit: Lexicon.Hit, in text: FoldedText, _ lexicon: Lexicon, mask: UInt8) -> Bool {
        guard lexicon.entries[hit.entry].length == 1 else { return false }
        let first = hit.words.lowerBound
        return (max(0, first - 2)..<first).contains { index in
            lexicon.negates(text.words[index], mask: mask)
                && !(index + 1...first).contains { text.words[$0].opensSentence }
        }
    }

    private mutating func noteSenses(_ hits: [Lexicon.Hit], _ lexicon: Lexicon, _ spelled: (Range<Int>) -> String) {
        for hit in hits {
            switch lexicon.entries[hit.entry].sense {
            case .weight: break
            case .topic(let topic): topics[topic, default: 0] += 1
            case .cause(let cause): causes[cause, default: 0] += lexicon.entries[hit.entry].length
            case .cue(let cue):
                if cues.insert(cue).inserted { add(cue.reason(spelled(hit.words)), cue.weight) }
            }
        }
    }
}
