/// Which lists a text is read with: those of its language, made ready when the first text of it comes.
enum FactLanguages {
    private static let english = FactIndex(.english)
    private static let polish = FactIndex(.polish)
    private static let russian = FactIndex(.russian)
    private static let german = FactIndex(.german)

    private static let latin = ["en", "de", "pl"]
    private static let cyrillic = ["ru"]

    static func index(for language: String) -> FactIndex? {
        switch language {
        case "en": english
        case "pl", "cs", "sk": polish
        case "ru", "be", "bg", "uk": russian
        case "de": german
        default: nil
        }
    }

    /// The lists of the text's language and what they find. Where the language is not known, or is written
    /// in another script than the text, the lists that find most.
    static func read(_ text: FoldedText, language: String?) -> (index: FactIndex, hits: [FactIndex.Hit])? {
        let isCyrillic = isCyrillic(text)
        if let language {
            let hasScript = cyrillicLanguages.contains(language) == isCyrillic
            if hasScript || text.words.isEmpty {
                guard let index = index(for: language) else { return nil }
                return (index, index.hits(in: text))
            }
            guard isCyrillic || index(for: language) != nil else { return nil }
        }
        var best: (index: FactIndex, hits: [FactIndex.Hit], points: Int)?
        for language in isCyrillic ? cyrillic : latin {
            guard let index = index(for: language) else { continue }
            let hits = index.hits(in: text)
            let points = hits.reduce(0) { $0 + $1.words.count }
            if points > best?.points ?? -1 { best = (index, hits, points) }
        }
        return best.map { ($0.index, $0.hits) }
    }

    private static let cyrillicLanguages: Set<String> = ["ru", "uk", "be", "bg", "sr", "mk", "kk"]

    /// Most words begin with a Cyrillic letter.
    private static func isCyrillic(_ text: FoldedText) -> Bool {
        var balance = 0
        for word in text.words.prefix(60) where !word.isNumber {
            balance += Folding.isCyrillic(text.letters[Int(word.first)]) ? 1 : -1
        }
        return balance > 0
    }
}
