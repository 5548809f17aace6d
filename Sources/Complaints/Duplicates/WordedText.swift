/// The words of a text that are its author's own, and its runs of letters: what two texts are held against each
/// other by at first sight.
struct WordedText: Sendable {
    /// What the places of `words` count in.
    let own: String
    let text: FoldedText
    /// Those that count: without quotes, without what many share.
    let words: [FoldedText.Word]
    let shingles: Shingles
    /// Hardly a word is its author's own: a petition, a company's letter.
    let isTemplate: Bool

    init(_ original: String, site: String? = nil, boilerplate: Boilerplate = .none) {
        own = ownWords(original)
        text = FoldedText(own)
        var counted = text.withoutTagsAround()
        var isTemplate = false
        if let shared = boilerplate.shared(of: counted, site: site) {
            let left = zip(counted, shared).filter { !$0.1 }.map(\.0)
            // What is left must be a text of its own; else the whole is judged, and known for a template.
            isTemplate = left.count < 5 || left.count * 4 < counted.count
            if !isTemplate { counted = left }
        }
        self.isTemplate = isTemplate
        words = counted
        shingles = Shingles(text, words: counted)
    }

    /// "RT @anna: ..." is what anna wrote, whoever stands above it.
    var saysPassedOn: Bool { text.words.first?.hash == Self.retweet }

    private static let retweet = Fold64.of(FoldedText("rt").letters)
}

extension FoldedText {
    /// Without the tags and names that posts put in front and behind: "RT @anna: ... #fail #bank". What is left
    /// has to be a text, else all words stay.
    fileprivate func withoutTagsAround() -> [Word] {
        var kept = words[...]
        while let last = kept.last, last.isTag { kept.removeLast() }
        var front = kept
        while let first = front.first, first.isTag || Self.retweets.contains(first.hash) {
            front.removeFirst()
        }
        // "RT" alone is a word; before a name it is a mark.
        if front.startIndex > kept.startIndex, words[front.startIndex - 1].isTag { kept = front }
        return kept.count >= 5 ? Array(kept) : words
    }

    private static let retweets: Set<UInt64> = Set(["rt", "via"].map { Fold64.of(FoldedText($0).letters) })
}
