/// The longest run of words that two short posts have in common, and what each of them has around it.
///
/// A post is passed on with another heading, tags, a link or "RT @anna" around it, or cut off at its end; a
/// paraphrase changes something inside. Tags, names and marks of passing on count for nothing on either side.
struct SharedRun {
    /// Of the shorter text; longer ones are judged by their edits.
    static let mostWords = 60

    /// Words of the run.
    let words: Int
    /// Letters of the run.
    let letters: Int
    /// Words of the run that say what happened: see `ParticularWords`.
    let particular: Int
    /// One text is the run; what the other has besides stands before or behind it, as a sentence of its own, and
    /// is not longer.
    let isWholeOfOne: Bool
    /// What stands around it names a sum, a date, an order, a telephone number or a place that the other does not.
    let addsFact: Bool

    /// Each has a few words of its own in front, and nothing behind: "Hello all," and "To the manager:".
    let isBehindGreetings: Bool
    /// Both begin with the run, it is most of one and half of the other, and it ends more than one sentence.
    let beginsBoth: Bool

    /// One post passed on: what both say is long enough, and says enough, that it was not written twice.
    var isPassedOn: Bool {
        let isLong = isWholeOfOne && words >= 9 && letters >= 45
        let isGreeted = isBehindGreetings && words >= 14 && letters >= 60
        return (isLong || isGreeted || (beginsBoth && words >= 25)) && !addsFact
            && ParticularWords.areEnough(particular, of: words)
    }

    init?(_ left: ComparedWords, _ right: ComparedWords) {
        let (mine, theirs) = (PostWords(left), PostWords(right))
        guard let aligned = WordAlignment(mine.hashes, theirs.hashes) else { return nil }
        var (run, other) = (0..<0, 0..<0)
        var (x, y) = (0, 0)
        for end in aligned.gaps.map({ ($0.left, $0.right) }) + [(mine.end, theirs.end)] {
            // "every one" for "everyone" is no change, wherever a page broke its lines.
            if !end.0.isEmpty, mine.letters(end.0) == theirs.letters(end.1) { continue }
            let found = x..<end.0.lowerBound
            if found.count > run.count { (run, other) = (found, y..<end.1.lowerBound) }
            (x, y) = (end.0.upperBound, end.1.upperBound)
        }
        guard !run.isEmpty else { return nil }
        words = run.count
        letters = run.reduce(0) { $0 + mine.word($1).letterCount }
        particular = ParticularWords.count(left, at: run.map { mine.places[$0] })
        // A word that was cut off where a post may hold no more is the word that it begins.
        let (isCut, isOtherCut) = (
            mine.isCutOff(at: run, in: theirs, other.upperBound),
            theirs.isCutOff(at: other, in: mine, run.upperBound)
        )
        if (isCut || isOtherCut) && run.upperBound < mine.places.count
            && other.upperBound < theirs.places.count
        {
            run = run.lowerBound..<run.upperBound + 1
            other = other.lowerBound..<other.upperBound + 1
        }
        let fronts = (run.lowerBound, other.lowerBound)
        // What goes on where the other was cut off stood there too.
        let backs = (
            isOtherCut ? 0 : mine.places.count - run.upperBound,
            isCut ? 0 : theirs.places.count - other.upperBound
        )
        // A heading is shorter than what it stands over; two texts that share their last and first sentence are two.
        let isHeading = max(fronts.0, fronts.1) * 2 <= run.count
        let isCutBehindMore = (isCut || isOtherCut) && !isHeading
        // Who adds more than was passed on tells something else, and quotes.
        let isMostOfBoth = max(fronts.0 + backs.0, fronts.1 + backs.1) <= run.count
        isWholeOfOne =
            !isCutBehindMore && isMostOfBoth && (fronts.0 + backs.0 == 0 || fronts.1 + backs.1 == 0)
            && mine.isApart(run.lowerBound) && theirs.isApart(other.lowerBound)
            && (isOtherCut || mine.isApart(run.upperBound))
            && (isCut || theirs.isApart(other.upperBound))
        addsFact =
            mine.addsFact(outside: run, goesOn: isOtherCut, to: right)
            || theirs.addsFact(outside: other, goesOn: isCut, to: left)
        isBehindGreetings =
            fronts.0 > 0 && fronts.1 > 0 && max(fronts.0, fronts.1) <= 6 && backs.0 + backs.1 == 0
            // "I bought a kettle, ..." and "I bought a toaster, ..." are no greetings.
            && Set(mine.hashes[..<fronts.0]).isDisjoint(with: theirs.hashes[..<fronts.1])
            && mine.isBehindMark(run.lowerBound) && theirs.isBehindMark(other.lowerBound)
        beginsBoth =
            isMostOfBoth && run.lowerBound == 0 && other.lowerBound == 0
            && run.count * 5 >= min(mine.places.count, theirs.places.count) * 3
            && mine.sentences(in: run) >= 2
    }
}

/// The words of a post without tags, names and marks of passing on in front and behind, and without the names
/// of signs that a page wrote out: "&quot;".
private struct PostWords {
    let text: ComparedWords
    /// Into the words of the text.
    let places: [Int]

    init(_ text: ComparedWords) {
        self.text = text
        var (first, last) = (0, text.words.count)
        while last > first, text.isMark(last - 1) { last -= 1 }
        while first < last, text.isMark(first) { first += 1 }
        places = (first..<last).filter { !Self.signs.contains(text.words[$0].hash) }
    }

    var hashes: [UInt64] { places.map { text.words[$0].hash } }
    var end: Range<Int> { places.count..<places.count }

    func word(_ index: Int) -> FoldedText.Word { text.words[places[index]] }

    /// Those of some words, without what stands between them.
    func letters(_ range: Range<Int>) -> [UInt32] { range.flatMap { text.text.spelling(of: word($0)) } }

    /// Whether the text was cut off behind this run, before the end that the other knows: within the word, or
    /// behind the one before it, with dots or within a sentence that is too long to be written twice.
    func isCutOff(at run: Range<Int>, in other: PostWords, _ otherIndex: Int) -> Bool {
        guard otherIndex < other.places.count else { return false }
        if run.upperBound == places.count {
            // Without a sign of the cut both begin alike, and no more is gone than stands.
            let isBeginning =
                run.lowerBound == 0 && otherIndex == run.count && other.places.count <= 2 * run.count
            return endsInDots || (isBeginning && endsOpen && run.count >= 14 && letters(run).count >= 85)
        }
        guard run.upperBound == places.count - 1 else { return false }
        let mine = text.text.spelling(of: word(run.upperBound))
        let theirs = other.text.text.spelling(of: other.word(otherIndex))
        return theirs.count > mine.count && theirs.starts(with: mine)
    }

    /// Dots, or the dash of a word of two parts.
    private var endsInDots: Bool {
        guard let last = places.last else { return false }
        let marks = text.marks(before: last + 1)
        return marks.contains("…") || marks.count { $0 == "." } >= 2 || marks.first == "-"
    }

    /// Without a mark that ends a sentence.
    private var endsOpen: Bool {
        guard let last = places.last else { return false }
        return !text.marks(before: last + 1).contains { Self.apart.contains($0) }
    }

    /// How many sentences or lines end within a run, or with it.
    func sentences(in run: Range<Int>) -> Int {
        (run.lowerBound + 1...run.upperBound).count { index in
            index < places.count && text.marks(before: places[index]).contains { Self.ends.contains($0) }
        }
    }

    /// Whether a sentence, a heading or a line ends before this word, or the text begins or ends here: what
    /// stands there is more than a space, a comma or a quotation mark.
    func isApart(_ index: Int) -> Bool {
        guard index > 0, index < places.count else { return true }
        let place = places[index]
        if text.isMark(place - 1) || text.isMark(place) { return true }
        let marks = text.marks(before: place)
        return marks.contains { Self.apart.contains($0) } || marks.count { $0 == " " } >= 2
    }

    /// Whether a mark stands before this word, be it a comma.
    func isBehindMark(_ index: Int) -> Bool {
        isApart(index) || text.marks(before: places[index]).contains(",")
    }

    /// - Parameter goesOn: what stands behind the run stood in the other too, before it was cut off.
    func addsFact(outside run: Range<Int>, goesOn: Bool, to other: ComparedWords) -> Bool {
        guard let first = places.first, let last = places.last else { return false }
        let inside = places[run.lowerBound]...(goesOn ? last : places[run.upperBound - 1])
        return text.facts.contains { fact in
            fact.isOneOfItsOwn && !fact.words.overlaps(inside) && fact.words.overlaps(first...last)
                && !other.facts.contains { $0.isStated(by: fact) }
        }
    }

    private static let signs = Set(
        ["amp", "quot", "laquo", "raquo", "nbsp"].map { Fold64.of(FoldedText($0).letters) })
    private static let ends = Set(".!?…\n。！？".unicodeScalars)
    private static let apart = Set(".:;!?…|–—/\\>»\n()[]。：！？；".unicodeScalars)
}

extension ComparedWords {
    /// A tag, a name, what is left of a link, "RT". "#card_fail" is one tag.
    fileprivate func isMark(_ index: Int) -> Bool {
        if words[index].isTag || Self.passingOn.contains(words[index].hash) { return true }
        let marks = marks(before: index)
        guard marks.last == "_" else { return false }
        return index > 0 ? marks.count == 1 && isMark(index - 1) : marks.contains("@") || marks.contains("#")
    }

    private static let passingOn = Set(
        ["rt", "via", "http", "https", "htt"].map { Fold64.of(FoldedText($0).letters) })
}

extension StoryFact {
    /// Tells one customer's story from another's.
    fileprivate var isOneOfItsOwn: Bool {
        switch kind {
        case .sum, .date, .order, .phone, .month: true
        case .name: isPlace
        case .number, .time, .weekday: false
        }
    }
}

extension FoldedText.Word {
    var letterCount: Int { Int(last - first) }
}
