/// Tells where a text says that a trouble did not come: "never had a problem", "no queues".
struct Denials {
    var nevers: [Range<Int32>] = []
    var withouts: [Range<Int32>] = []
    var harms: [Range<Int32>] = []
    var contrasts: [Int32] = []

    /// The words from each denial to its trouble, and whether a trouble stands that nobody denies.
    ///
    /// A denial that is taken back later ("until", "but") is none.
    func found(
        in text: FoldedText, unmeant: [Range<Int32>], negators: [Int32]
    ) -> (denials: [Range<Int32>], hasLooseHarm: Bool) {
        guard !harms.isEmpty, !nevers.isEmpty || !withouts.isEmpty else { return ([], false) }
        let nevers = nevers.filter { never in !unmeant.contains { $0.overlaps(never) } }
        let withouts = withouts.filter { !isDenied($0, by: nevers, negators, in: text) }
        var found: [Range<Int32>] = []
        for harm in harms {
            guard let denial = (nevers + withouts).first(where: { denies($0, harm, in: text) }) else {
                continue
            }
            if contrasts.contains(where: { $0 >= denial.upperBound }) { continue }
            found.append(min(denial.lowerBound, harm.lowerBound)..<harm.upperBound)
        }
        let isLoose = harms.contains { harm in !found.contains { $0.overlaps(harm) } }
        return (found.sorted { $0.lowerBound < $1.lowerBound }, isLoose)
    }

    /// Stands right before it, small words between: "never had an issue".
    private func denies(_ denial: Range<Int32>, _ harm: Range<Int32>, in text: FoldedText) -> Bool {
        guard denial.lowerBound < harm.lowerBound, denial.upperBound + 3 >= harm.lowerBound else {
            return false
        }
        for at in denial.upperBound..<max(denial.upperBound, harm.lowerBound)
        where text.words[Int(at)].count > 3 { return false }
        return isOneClause(denial.lowerBound, harm.lowerBound, in: text)
    }

    /// "Not a day without trouble".
    private func isDenied(
        _ without: Range<Int32>, by nevers: [Range<Int32>], _ negators: [Int32], in text: FoldedText
    ) -> Bool {
        func isNear(_ word: Int32) -> Bool {
            word < without.lowerBound && word + 4 >= without.lowerBound
                && isOneClause(word, without.lowerBound, in: text)
        }
        return negators.contains(where: isNear) || nevers.contains { isNear($0.lowerBound) }
    }

    /// Nothing but spaces between the words; an apostrophe stands within one: "n't".
    private func isOneClause(_ first: Int32, _ last: Int32, in text: FoldedText) -> Bool {
        guard first < last else { return true }
        return !(first + 1...last).contains {
            let (word, next) = (text.words[Int($0) - 1], text.words[Int($0)])
            return next.opensSentence || next.start - word.end > 1
        }
    }
}

/// Tells words of the law that are only a name or a place: "Court Street", "opposite the court".
struct NamedPlaces {
    var places: [Range<Int32>] = []
    var named: [Range<Int32>] = []

    func isName(_ words: Range<Int32>, in text: FoldedText) -> Bool {
        if places.contains(where: {
            $0.upperBound <= words.lowerBound && $0.upperBound + 2 >= words.lowerBound
                && text.words[Int(words.lowerBound)].start - text.words[Int($0.upperBound) - 1].end < 12
        }) {
            return true
        }
        guard text.words[Int(words.lowerBound)].isCapital else { return false }
        return named.contains {
            ($0.upperBound == words.lowerBound || $0.lowerBound == words.upperBound)
                && !text.words[Int(max($0.lowerBound, words.lowerBound))].opensSentence
        }
    }
}
