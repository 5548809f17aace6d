/// The words of a text that are its author's own, ready to be held against another's.
struct ComparedWords {
    let text: FoldedText
    /// Those that count: without quotes, without what many share.
    let words: [FoldedText.Word]
    let shingles: Shingles
    /// Hardly a word is its author's own: a petition, a company's letter.
    let isTemplate: Bool
    let facts: [StoryFact]

    init(_ original: String, site: String? = nil, boilerplate: Boilerplate = .none) {
        let own = ownWords(original)
        text = FoldedText(own)
        var counted = text.words
        var isTemplate = false
        if let shared = boilerplate.shared(of: text.words, site: site) {
            let left = zip(text.words, shared).filter { !$0.1 }.map(\.0)
            // What is left must be a text of its own; else the whole is judged, and known for a template.
            isTemplate = left.count < 5 || left.count * 4 < counted.count
            if !isTemplate { counted = left }
        }
        self.isTemplate = isTemplate
        words = counted
        shingles = Shingles(text, words: counted)
        facts = StoryFactScanner(text, words: counted, original: own).facts()
    }

    var hashes: [UInt64] { words.map(\.hash) }

    func saysTheSame(as other: ComparedWords) -> Bool {
        words.count == other.words.count
            && zip(words, other.words).allSatisfy { $0.hash == $1.hash }
    }

    /// "UPDATE:", "Nachtrag", "EDIT", "АПД".
    func saysUpdate(at index: Int) -> Bool { Self.updates.contains(words[index].hash) }

    private static let updates: Set<UInt64> = Set(
        """
        update updated upd edit edited ps postscript addendum aktualizacja edycja dopisek uzupełnienie апд обновление
        обновлено дополнение дополнено добавлено nachtrag aktualisierung ergänzung doplnění aktualizace dodatek
        """.split { $0 == " " || $0 == "\n" }.map { Fold64.of(FoldedText(String($0)).letters) })
}
