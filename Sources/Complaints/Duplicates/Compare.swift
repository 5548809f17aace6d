/// Decides whether two mentions are the same complaint, and says why.
///
/// The same customer telling one story twice is; another customer's copy with another date, sum, order
/// number or place is not; neither are short texts that anybody may write.
/// - Returns: `similarity` is the share of runs of five letters that both have, 0 to 1.
public func compare(
    _ a: ComparedText, _ b: ComparedText, boilerplate: Boilerplate = .none
) -> (verdict: SameVerdict, similarity: Double, why: String) {
    var once = ComparedOnce(a, boilerplate: boilerplate)
    return once.compare(b)
}

/// A text that is held against several others: its words are looked at once, and only where need be.
public struct ComparedOnce {
    private let text: ComparedText
    /// As `authorMark` says.
    public let author: Int64
    private let boilerplate: Boilerplate
    private var words: ComparedWords?

    /// - Parameter boilerplate: wording that says nothing, where it is known.
    public init(_ text: ComparedText, boilerplate: Boilerplate = .none) {
        self.text = text
        self.boilerplate = boilerplate
        author = authorMark(text.author)
    }

    public mutating func compare(
        _ other: ComparedText
    ) -> (verdict: SameVerdict, similarity: Double, why: String) {
        compare(other, words: ComparedWords(other.text, site: other.site, boilerplate: boilerplate))
    }

    /// - Parameter theirs: the other's words, where they were looked at before.
    mutating func compare(
        _ other: ComparedText, words theirs: ComparedWords
    ) -> (verdict: SameVerdict, similarity: Double, why: String) {
        let own = words ?? ComparedWords(text.text, site: text.site, boilerplate: boilerplate)
        words = own
        let pair = ComparedPair(text, own, other, theirs)
        let (verdict, why) = pair.decide()
        return (verdict, pair.similarity, why)
    }
}

/// Whether two texts that share so many keys are worth comparing.
///
/// Two customers are only taken for one where nearly all of the wording is shared: of 32 bands such texts
/// share fewer than three less than once in a thousand times.
/// - Parameters: the marks of their authors.
public func isWorthComparing(sharedBands: Int, _ author: Int64, _ other: Int64) -> Bool {
    sharedBands >= 3 || author == 0 || other == 0 || author == other
}

/// An author by the folded letters of the name; 0 for names that say nobody. Stored: never change it.
public func authorMark(_ name: String?) -> Int64 {
    guard let letters = AuthorName(name)?.letters else { return 0 }
    let hash = Fold64.of(letters)
    return Int64(bitPattern: hash == 0 ? 1 : hash)
}
