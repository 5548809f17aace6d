/// Decides whether two mentions are the same complaint, and says why.
///
/// The same customer telling one story twice is; another customer's copy with another date, sum, order
/// number or place is not; neither are short texts that anybody may write.
public func compare(
    _ a: ComparedText, _ b: ComparedText
) -> (verdict: SameVerdict, similarity: Double, why: String) {
    var once = ComparedOnce(a)
    return once.compare(b)
}

/// A text that is held against several others: its words are looked at once, and only where need be.
public struct ComparedOnce {
    private let text: ComparedText
    /// As `authorMark` says.
    public let author: Int64
    private var words: ComparedWords?

    public init(_ text: ComparedText) {
        self.text = text
        author = authorMark(text.author)
    }

    public mutating func compare(
        _ other: ComparedText
    ) -> (verdict: SameVerdict, similarity: Double, why: String) {
        let own = words ?? ComparedWords(text.text)
        words = own
        let pair = ComparedPair(text, own, other, ComparedWords(other.text))
        let (verdict, why) = pair.decide()
        return (verdict, pair.similarity, why)
    }
}

/// Whether two texts that share so many bands of their sketches are worth comparing.
///
/// Two customers are only taken for one where 85% of the wording is shared: of 32 bands such texts share
/// fewer than six once in a million times.
/// - Parameters: the marks of their authors.
public func isWorthComparing(sharedBands: Int, _ author: Int64, _ other: Int64) -> Bool {
    sharedBands >= 6 || author == 0 || other == 0 || author == other
}

/// An author by the folded letters of the name; 0 for names that say nobody. Stored: never change it.
public func authorMark(_ name: String?) -> Int64 {
    guard let letters = ComparedPair.known(name) else { return 0 }
    let hash = Fold64.of(letters)
    return Int64(bitPattern: hash == 0 ? 1 : hash)
}

/// What two mentions have in common.
struct ComparedPair {
    /// Shared runs of five letters over all runs of both.
    let similarity: Double
    /// Shared runs over those of the shorter text.
    let containment: Double
    let author: Author
    let isSameSite: Bool
    /// What one text says where the other says something else: "1200 / 1350".
    let replaced: String?
    let shorterWords: Int
    let lettersAreEqual: Bool
    let daysApart: Double?

    enum Author { case same, other, unknown }

    init(_ a: ComparedText, _ left: ComparedWords, _ b: ComparedText, _ right: ComparedWords) {
        let shared = Double(left.shingles.shared(with: right.shingles))
        let (countA, countB) = (Double(left.shingles.hashes.count), Double(right.shingles.hashes.count))
        similarity = countA + countB == 0 ? 0 : shared / (countA + countB - shared)
        containment = min(countA, countB) == 0 ? 0 : shared / min(countA, countB)
        author = Self.author(a.author, b.author)
        isSameSite = a.site.map { $0.lowercased() } == b.site.map { $0.lowercased() }
        replaced = left.replaced(in: right)
        shorterWords = min(left.text.words.count, right.text.words.count)
        lettersAreEqual = left.text.letters == right.text.letters
        daysApart = a.published.flatMap { first in
            b.published.map { Double(abs((first - $0).inMilliseconds)) / 86_400_000 }
        }
    }

    func decide() -> (SameVerdict, String) {
        let share = "\(Int((similarity * 100).rounded()))% of the wording shared"
        guard similarity >= 0.3 || containment >= 0.6 else { return (.different, share) }
        let kind: SameVerdict =
            isSameSite ? (lettersAreEqual || similarity >= 0.95 ? .same : .edited) : .crossPost
        switch author {
        case .same:
            if lettersAreEqual { return (isSameSite ? .same : .crossPost, "same author, same words") }
            if shorterWords < 5 { return (.related, "same author, too short to tell; " + share) }
            if let replaced { return (.related, "same author, but another fact: " + replaced) }
            if similarity >= 0.4 || containment >= 0.8 { return (kind, "same author, " + share) }
            return (.related, "same author, " + share)
        case .other, .unknown:
            if shorterWords < 12 { return (.different, "short words that anybody may write") }
            if let replaced {
                return (.different, "the wording is copied, but another fact: " + replaced)
            }
            return decideByWording(share)
        }
    }

    /// Nothing says that one customer wrote both: only wording that two people would not choose alike.
    private func decideByWording(_ share: String) -> (SameVerdict, String) {
        let needed =
            author == .unknown ? (shorterWords >= 40 ? 0.6 : 0.85) : (shorterWords >= 40 ? 0.85 : 0.95)
        let isLong = shorterWords >= 20
        guard isLong,
            similarity >= needed || (containment >= 0.95 && shorterWords >= 40 && author == .unknown)
        else {
            return similarity >= 0.4 ? (.related, share) : (.different, share)
        }
        if author == .other, let daysApart, daysApart > 60, !lettersAreEqual {
            return (.related, "another author, \(Int(daysApart)) days apart; " + share)
        }
        let who = author == .unknown ? "" : "another name, "
        return (isSameSite ? .same : .crossPost, who + "a long text with " + share)
    }

    static func author(_ a: String?, _ b: String?) -> Author {
        author(known(a), known(b))
    }

    static func author(_ a: [UInt32]?, _ b: [UInt32]?) -> Author {
        guard let a, let b else { return .unknown }
        return a == b ? .same : .other
    }

    /// nil for names that say nobody.
    static func known(_ name: String?) -> [UInt32]? {
        guard let name else { return nil }
        let letters = FoldedText(name).letters
        return letters.isEmpty || nobody.contains(letters) ? nil : letters
    }

    private static let nobody: Set<[UInt32]> = Set(
        [
            "anonymous", "anonim", "anonimowy", "anonym", "guest", "user", "customer", "client", "deleted",
            "unknown",
            "gość", "użytkownik", "klient", "klientka", "аноним", "гость", "пользователь", "клиент", "Gast",
            "Kunde",
            "verified customer", "zweryfikowany klient", "покупатель", "deleted user",
            "anonyme", "host",
        ].map { FoldedText($0).letters })
}
