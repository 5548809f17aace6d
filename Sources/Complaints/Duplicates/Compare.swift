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
    private let name: AuthorName?
    /// As `authorMark` says.
    public let author: Int64
    private let boilerplate: Boilerplate
    private var ready: PreparedText?
    private var seen: TextGlance?

    /// - Parameter boilerplate: wording that says nothing, where it is known.
    public init(_ text: ComparedText, boilerplate: Boilerplate = .none) {
        self.text = text
        self.boilerplate = boilerplate
        name = AuthorName(text.author)
        author = authorMark(name)
    }

    public mutating func compare(
        _ other: ComparedText
    ) -> (verdict: SameVerdict, similarity: Double, why: String) {
        compare(PreparedText(other, name: AuthorName(other.author), boilerplate: boilerplate))
    }

    /// - Parameter other: prepared with the same boilerplate.
    mutating func compare(
        _ other: PreparedText
    ) -> (verdict: SameVerdict, similarity: Double, why: String) {
        let own = prepared()
        let pair = ComparedPair(FirstSight(own, other), own, other)
        let (verdict, why) = pair.decide()
        return (verdict, pair.similarity, why)
    }

    /// Whether they are one complaint: what `compare` says where it says so, else nil, which mostly costs much less.
    public mutating func twin(_ other: PreparedText) -> (verdict: SameVerdict, why: String)? {
        let own = prepared()
        let sight = FirstSight(own, other)
        let mayBe = sight.mayBeOneComplaint { StoryFacts(left: own.words.facts, right: other.words.facts) }
        guard mayBe else { return nil }
        let (verdict, why) = ComparedPair(sight, own, other).decide()
        return verdict.isSameComplaint ? (verdict, why) : nil
    }

    /// By which most others are told apart from it.
    public var glance: TextGlance {
        mutating get {
            if let seen { return seen }
            let made = prepared().glance
            seen = made
            return made
        }
    }

    /// Ready to be held against more.
    public mutating func prepared() -> PreparedText {
        if let ready { return ready }
        let made = PreparedText(text, name: name, boilerplate: boilerplate)
        ready = made
        return made
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
public func authorMark(_ name: String?) -> Int64 { authorMark(AuthorName(name)) }

func authorMark(_ name: AuthorName?) -> Int64 {
    guard let letters = name?.letters else { return 0 }
    let hash = Fold64.of(letters)
    return Int64(bitPattern: hash == 0 ? 1 : hash)
}
