/// Decides by what two mentions have in common whether they are one complaint, and says why in plain words.
extension ComparedPair {
    func decide() -> (SameVerdict, String) {
        switch author {
        case .same: decideForOnePerson(surely: true)
        case .similar: decideForOnePerson(surely: false)
        case .unknown, .other, .stranger: decideForStrangers()
        }
    }

    private var share: String { "\(Int((similarity * 100).rounded()))% of the wording shared" }

    /// What one complaint posted twice is called.
    private var kind: SameVerdict {
        isSameSite ? (wordsAreEqual || similarity >= 0.95 ? .same : .edited) : .crossPost
    }

    // MARK: One person

    /// - Parameter surely: the names are equal; else they may be two people's.
    private func decideForOnePerson(surely: Bool) -> (SameVerdict, String) {
        let who = surely ? "same author" : "much the same name"
        if wordsAreEqual, shorterWords > 0 {
            guard surely || shorterWords >= 8 else { return (.related, who + ", too short to tell") }
            return (kind, who + ", same words")
        }
        if shorterWords < 5 {
            return isWorded ? (.related, who + ", too short to tell; " + share) : (.different, share)
        }
        if let other = otherStory(surely: surely) { return (.related, "\(who), but \(other)") }
        if facts?.areOfOtherOrders == true {
            return similarity >= 0.3 ? (.related, who + ", but another order; " + share) : (.different, share)
        }
        if sight.runs.areOneStory(surely: surely) { return (kind, "\(who), \(share)") }
        if let story = sameFacts(surely: surely) {
            return (isSameSite ? .edited : .crossPost, "\(who), the same story: \(story)")
        }
        return similarity >= 0.25 ? (.related, "\(who), \(share)") : (.different, share)
    }

    /// A fact that the same person states otherwise, unless it is a slip that was mended.
    private func otherStory(surely: Bool) -> String? {
        guard let alignment,
            let first = alignment.replaced.first(where: { !$0.isSlight }) ?? alignment.replaced.first
        else { return nil }
        let isMended = surely && alignment.replaced.count == 1 && first.isMere && shorterWords >= 12
        return isMended ? nil : first.words
    }

    /// The facts that make it one story though the words are others; nil where there are too few.
    private func sameFacts(surely: Bool) -> String? {
        guard let facts, (daysApart ?? 0) <= 120, facts.makeOneStory(surely: surely) else { return nil }
        return StoryFacts.words(facts.shared())
    }

    // MARK: Two names, or none

    private func decideForStrangers() -> (SameVerdict, String) {
        let who = author == .unknown ? "" : "another name, "
        if let alignment,
            let other = alignment.replaced.first(where: { !$0.isSlight }) ?? alignment.replaced.first
        {
            return (.different, "the wording is copied, but \(other.words)")
        }
        if facts?.areOfOtherOrders == true { return (.different, "another order; " + share) }
        if let order = sameCase { return (kind, who + "both tell of " + order) }
        if sight.areTwoCustomers { return decideForTwoCustomers() }
        guard isWorded, let alignment else {
            if let story = sharedCase { return (.related, who + "both tell of " + story) }
            return (.different, share)
        }
        if author == .unknown, let verdict = decideForShortPosts() { return verdict }
        guard shorterWords >= 12 else { return (.different, "short words that anybody may write") }
        if author == .other, isTemplate {
            return (similarity >= 0.8 ? .related : .different, "words that many people post; " + share)
        }
        guard isCopied(alignment) else {
            return similarity >= 0.8 ? (.related, who + share) : (.different, share)
        }
        if author == .other, alignment.replacesOneWord {
            return (.related, "another author, and one word is another; " + share)
        }
        if author == .other, let daysApart, daysApart > 60, !wordsAreEqual {
            return (.related, "another author, \(Int(daysApart)) days apart; " + share)
        }
        if isOld, let daysApart { return (.related, "\(Int(daysApart)) days apart; " + share) }
        return (kind, who + "a long text with " + share)
    }

    private func decideForTwoCustomers() -> (SameVerdict, String) {
        if let story = sharedCase { return (.related, "two names, but both tell of " + story) }
        guard isWorded, shorterWords >= 12, similarity >= 0.8 || containment >= 0.9 else {
            return (.different, share)
        }
        return (.related, "two customers in the same words; " + share)
    }

    private var isOld: Bool { !wordsAreEqual && (daysApart ?? 0) > 365 }

    /// Posts by nobody that are equal or passed on; nil where the words and edits of both decide.
    private func decideForShortPosts() -> (SameVerdict, String)? {
        if shorterWords < 20, areToOthers { return (.related, "written to others; " + share) }
        if wordsAreEqual, (8..<20).contains(shorterWords) {
            guard areParticular else { return (.related, "the same words, such as anybody may write") }
            guard shorterWords < 12, shorterLetters >= 40, edits?.changed == 0 else { return nil }
            return (kind, "the same words, and no author known")
        }
        guard let run, run.isPassedOn, !areToOthers, !isOld else { return nil }
        return (kind, "\(run.words) words in one run, and something before or behind them")
    }

    /// An order that both name, in words alike; where no name is known a telephone number will do, which
    /// may else be the company's.
    private var sameCase: String? {
        guard let facts, sight.runs.mayBeOneCase, (alignment?.share ?? 0) >= 0.7 else { return nil }
        let shared = facts.shared()
        let isOne = shared.contains { $0.kind == .order || ($0.kind == .phone && author == .unknown) }
        return isOne ? StoryFacts.words(shared) : nil
    }

    /// An order, and a sum or date, that both name in other words: two of one household, or two customers who
    /// bought the same thing for the same price. Nobody but staff can tell.
    private var sharedCase: String? {
        guard let facts, (daysApart ?? 0) <= 120 else { return nil }
        let shared = facts.shared()
        guard shared.contains(where: { $0.kind == .order }), StoryFacts.weight(of: shared) >= 5 else {
            return nil
        }
        return StoryFacts.words(shared)
    }

    /// Wording that two people would not choose alike: nearly every word of a long text in the same order.
    private func isCopied(_ alignment: Alignment) -> Bool {
        let words = shorterWords
        if alignment.restatesFacts { return true }
        if author == .other {
            // Two people do write the same dozen words of praise or blame.
            guard words >= 20 else { return false }
            let needed = words >= 40 ? 0.86 : 0.94
            return alignment.share >= needed
                || (alignment.matched >= 40 && alignment.coreShare >= 0.95 && alignment.matched * 2 >= words)
        }
        let isShortWithMore = words < 20 && run?.addsFact == true
        if similarity >= 0.4, edits?.isCopy == true, !isShortWithMore { return true }
        // The same words, and something before or behind them. Two texts that share one long sentence are two.
        guard alignment.coreShare >= 0.95, alignment.matched >= 15 else { return false }
        if alignment.endsInUpdate { return true }
        if words >= (areOnKnownSites ? 20 : 40), alignment.share >= 0.79 { return true }
        return areOnKnownSites && !isSameSite && alignment.matched >= 25 && alignment.matched * 2 >= words
    }
}
