/// What two mentions have in common, measured; `SameStory` decides by it.
struct ComparedPair {
    let sight: FirstSight
    let areOnKnownSites: Bool
    let shorterWords: Int
    let wordsAreEqual: Bool
    let daysApart: Double?
    /// One of them is hardly more than what many people post.
    let isTemplate: Bool
    /// Of the shorter text, without spaces.
    let shorterLetters: Int
    /// nil where the wording is not worth aligning.
    let alignment: Alignment?
    let facts: StoryFacts?
    /// nil where an author is known or too much differs.
    let edits: LightEdits?
    /// Both are written to somebody, and not to the same: two answers, not one post.
    let areToOthers: Bool
    /// nil where an author is known, of texts that are long, or equal.
    let run: SharedRun?
    /// Words that hardly two people choose alike; asked only of short texts that are equal.
    let areParticular: Bool

    var similarity: Double { sight.runs.similarity }
    var containment: Double { sight.runs.containment }
    var author: AuthorMatch { sight.author }
    var isSameSite: Bool { sight.isSameSite }
    var isWorded: Bool { sight.runs.isWorded }

    /// Words in the same order.
    struct Alignment {
        /// Shared words over the mean length.
        var share: Double
        /// The same between the first and the last shared word: what stands around it aside.
        var coreShare: Double
        var matched: Int
        var replaced: [StoryFacts.Replaced]
        /// One of them goes on with "Update", and they are equal up to there.
        var endsInUpdate = false
        /// What differs is facts that both state, written otherwise: 12.05.2024 and 12 May 2024.
        var restatesFacts = false
        /// They differ in one word, and that is another one: the thing bought, the line, the class.
        var replacesOneWord = false
    }

    init(_ sight: FirstSight, _ first: PreparedText, _ second: PreparedText) {
        self.sight = sight
        let (a, left, b, right) = (first.compared, first.words, second.compared, second.words)
        let (similarity, author) = (sight.runs.similarity, sight.author)
        areOnKnownSites = a.site != nil && b.site != nil
        shorterWords = min(left.words.count, right.words.count)
        shorterLetters = min(left.letterCount, right.letterCount)
        wordsAreEqual = left.saysTheSame(as: right)
        isTemplate = left.isTemplate || right.isTemplate
        daysApart = a.published.flatMap { first in
            b.published.map { Double(abs((first - $0).inMilliseconds)) / 86_400_000 }
        }
        areToOthers =
            !left.addressees.isEmpty && !right.addressees.isEmpty
            && left.addressees.isDisjoint(with: right.addressees)
        areParticular =
            wordsAreEqual && shorterWords < 20
            && ParticularWords.areEnough(
                ParticularWords.count(left, at: left.words.indices), of: left.words.count)
        let isWorded = sight.runs.isWorded
        let haveOrders = [left, right].allSatisfy { $0.facts.contains { $0.kind == .order } }
        guard isWorded || sight.isPerson || haveOrders || similarity >= 0.12 else {
            facts = nil
            alignment = nil
            edits = nil
            run = nil
            return
        }
        let facts = StoryFacts(left: left.facts, right: right.facts)
        self.facts = facts
        guard isWorded, let aligned = WordAlignment(left.hashes, right.hashes) else {
            alignment = nil
            edits = nil
            run = nil
            return
        }
        let found = Alignment(aligned, left, right, facts, isByNobody: author == .unknown)
        alignment = found
        run =
            author == .unknown && !wordsAreEqual && shorterWords <= SharedRun.mostWords
            ? SharedRun(left, right) : nil
        edits = author == .unknown && found.share >= 0.7 ? LightEdits(left, right) : nil
    }
}

extension ComparedPair.Alignment {
    init(
        _ aligned: WordAlignment, _ leftWords: ComparedWords, _ rightWords: ComparedWords,
        _ facts: StoryFacts,
        isByNobody: Bool
    ) {
        let (left, right) = (leftWords.words.count, rightWords.words.count)
        matched = aligned.matched
        let twice = 2 * Double(matched)
        share = left + right == 0 ? 0 : twice / Double(left + right)
        var core = left + right
        for gap in aligned.gaps {
            let isOutside =
                gap.left.lowerBound + gap.right.lowerBound == 0
                || (gap.left.upperBound == left && gap.right.upperBound == right)
            if isOutside { core -= gap.left.count + gap.right.count }
        }
        coreShare = core == 0 ? 0 : twice / Double(core)
        replaced = facts.replaced(in: aligned, leastSlight: isByNobody ? 3 : 6)
        restatesFacts = !aligned.gaps.isEmpty && aligned.gaps.allSatisfy { facts.areRestated($0) }
        if aligned.gaps.count == 1, let gap = aligned.gaps.first, gap.left.count == 1, gap.right.count == 1 {
            let mine = leftWords.text.spelling(of: leftWords.words[gap.left.lowerBound])
            let theirs = rightWords.text.spelling(of: rightWords.words[gap.right.lowerBound])
            let ends = SharedEnds(mine, theirs)
            replacesOneWord = min(mine.count, theirs.count) >= 3 && !ends.isSlip && !ends.areKin
        }
        if let last = aligned.gaps.last, last.left.upperBound == left, last.right.upperBound == right {
            let (words, place) = last.left.isEmpty ? (rightWords, last.right) : (leftWords, last.left)
            endsInUpdate = (last.left.isEmpty || last.right.isEmpty) && words.saysUpdate(at: place.lowerBound)
        }
    }
}
