/// Forms of a Russian name by its ending: the cases of both numbers.
///
/// As in Polish, every declension that the ending allows is made. Forms are compared folded, which makes
/// й and и, ё and е one.
enum RussianInflection {
    /// `word` in lower case.
    static func forms(of word: String) -> Set<String> {
        var forms: Set<String> = [word]
        guard let last = word.last else { return forms }
        let stem = String(word.dropLast())
        let end = String(word.suffix(2))
        switch end {
        case "ый", "ий", "ой": forms.formUnion(adjective(String(word.dropLast(2))))
        case "ая", "яя", "ое", "ее", "ые", "ие": forms.formUnion(adjective(String(word.dropLast(2))))
        default: break
        }
        switch last {
        case "а": forms.formUnion(feminine(stem))
        case "я": forms.formUnion(with(stem, ["и", "е", "ю", "ей", "ею", "ям", "ями", "ях", "й", "ь"]))
        case "ь":
            forms.formUnion(with(stem, ["и", "ью", "я", "ю", "ем", "ём", "е", "ей", "ям", "ями", "ях"]))
        case "й": forms.formUnion(with(stem, ["я", "ю", "ем", "е", "и", "ев", "ям", "ями", "ях"]))
        case "о":
            if stem.count >= 4 { forms.formUnion(with(stem, ["а", "у", "ом", "е", "ам", "ами", "ах"])) }
        case "е": forms.formUnion(with(stem, ["я", "ю", "ем", "и", "а", "у", "ям", "ями", "ях", "й"]))
        case "и", "ы": forms.formUnion(plural(stem))
        case "у", "ю", "э", "ё": break
        default: forms.formUnion(masculine(word))
        }
        return forms
    }

    /// Банк: банка, банку, банком, банке; банки, банков, банкам, банками, банках.
    private static func masculine(_ word: String) -> Set<String> {
        let endings = ["а", "у", "ом", "ем", "е", "ы", "и", "ов", "ев", "ей", "ам", "ами", "ах"]
        var forms = with(word, endings)
        let letters = Array(word)
        let count = letters.count
        if count >= 4, "ое".contains(letters[count - 2]), "кцлнрт".contains(letters[count - 1]) {
            let short = String(letters[..<(count - 2)] + letters[(count - 1)...])
            forms.formUnion(with(short, endings))
            if letters[count - 3] == "л" {
                forms.formUnion(with(String(letters[..<(count - 2)]) + "ь" + [letters[count - 1]], endings))
            }
        }
        if word.hasSuffix("ов") || word.hasSuffix("ев") || word.hasSuffix("ин") {
            forms.formUnion(with(word, ["ым", "ых", "ыми"]))
        }
        return forms
    }

    /// Точка: точки, точке, точку, точкой; точек, точкам, точками, точках.
    private static func feminine(_ stem: String) -> Set<String> {
        var forms = with(stem, ["ы", "и", "е", "у", "ой", "ою", "ей", "ею", "ам", "ами", "ах"])
        if stem.count >= 4 { forms.formUnion(bare(stem)) }
        return forms
    }

    /// Деньги: денег, деньгам, деньгами, деньгах.
    private static func plural(_ stem: String) -> Set<String> {
        var forms = with(stem, ["ов", "ев", "ей", "ам", "ям", "ами", "ями", "ах", "ях"])
        if stem.count >= 4 { forms.formUnion(bare(stem)) }
        return forms
    }

    /// The genitive plural without an ending: рынка, with a fleeting vowel where two consonants meet.
    private static func bare(_ stem: String) -> Set<String> {
        let letters = Array(stem)
        guard let last = letters.last, !isVowel(last) else { return [] }
        let before = letters[letters.count - 2]
        if isVowel(before) { return [stem] }
        let start = before == "ь" || before == "й" ? String(letters.dropLast(2)) : String(letters.dropLast())
        return [start + "о" + [last], start + "е" + [last]]
    }

    /// Московский, Народный, Сберегательная, Доброе: every case of every gender that the noun may have.
    private static func adjective(_ stem: String) -> Set<String> {
        with(
            stem,
            [
                "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ые", "ие", "ых", "их", "ыми", "ими",
                "ой", "ей",
                "ую", "юю", "ою",
            ])
    }

    private static func with(_ stem: String, _ endings: [String]) -> Set<String> {
        Set(endings.map { stem + $0 })
    }

    private static func isVowel(_ letter: Character) -> Bool { "аеёиоуыэюя".contains(letter) }
}
