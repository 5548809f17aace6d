/// Which lists a text is read with: those of its language, made ready when the first text of it comes.
enum FactLanguages {
    private static let english = FactIndex(.english)
    private static let polish = FactIndex(.polish)
    private static let russian = FactIndex(.russian)
    private static let german = FactIndex(.german)
    private static let czech = FactIndex(.czech)
    private static let slovak = FactIndex(.slovak)
    private static let ukrainian = FactIndex(.ukrainian)
    private static let french = FactIndex(.french)
    private static let spanish = FactIndex(.spanish)
    private static let italian = FactIndex(.italian)
    private static let portuguese = FactIndex(.portuguese)
    private static let dutch = FactIndex(.dutch)
    private static let turkish = FactIndex(.turkish)

    /// Tried in this order where the language is not known; of equals the first.
    private static let latin = ["en", "pl", "de", "cs", "sk", "fr", "es", "it", "pt", "nl", "tr"]
    private static let cyrillic = ["ru", "uk"]

    /// Nil for a language that has no lists.
    static func index(for language: String) -> FactIndex? {
        switch language {
        case "en": english
        case "pl": polish
        case "ru", "be": russian
        case "de": german
        case "cs": czech
        case "sk": slovak
        case "uk": ukrainian
        case "fr": french
        case "es", "ca", "gl": spanish
        case "it": italian
        case "pt": portuguese
        case "nl": dutch
        case "tr": turkish
        default: nil
        }
    }

    /// The lists of the text's language and what they find. Where the language is not known, or is written
    /// in another script than the text, the lists that find most.
    static func read(_ text: FoldedText, language: String?) -> (index: FactIndex, hits: [FactIndex.Hit])? {
        let isCyrillic = isCyrillic(text)
        if let language {
            if cyrillicLanguages.contains(language) == isCyrillic || text.words.isEmpty {
                guard let index = index(for: language) else { return nil }
                return (index, index.hits(in: text))
            }
            guard isCyrillic || index(for: language) != nil else { return nil }
        }
        var best: (index: FactIndex, hits: [FactIndex.Hit], words: Int)?
        for language in isCyrillic ? cyrillic : latin {
            guard let index = index(for: language) else { continue }
            let hits = index.hits(in: text)
            let words = hits.reduce(0) {
                $0 + (index.entries[Int($1.entry)].sense.isCommon ? 0 : $1.words.count)
            }
            if words > best?.words ?? -1 { best = (index, hits, words) }
        }
        return best.map { ($0.index, $0.hits) }
    }

    private static let cyrillicLanguages: Set<String> = ["ru", "uk", "be", "bg", "sr", "mk", "kk", "mn"]

    /// Most words begin with a Cyrillic letter.
    private static func isCyrillic(_ text: FoldedText) -> Bool {
        var balance = 0
        for word in text.words.prefix(60) where !word.isNumber {
            balance += Folding.isCyrillic(text.letters[Int(word.first)]) ? 1 : -1
        }
        return balance > 0
    }
}
