/// Forms of a Polish name by its ending: cases of both numbers, with the changes of the stem they bring.
///
/// Names are not in dictionaries, so every declension that the ending allows is made; the extra forms
/// are no words and find nothing. Forms are compared folded, which makes ą and a, ę and e, ł and l one.
enum PolishInflection {
    /// `word` in lower case.
    static func forms(of word: String) -> Set<String> {
        var forms: Set<String> = [word]
        guard let last = word.last else { return forms }
        let stem = String(word.dropLast())
        switch last {
        case "a", "ą", "ę": forms.formUnion(feminine(stem))
        case "o": forms.formUnion(neuter(stem))
        case "e": forms.formUnion(neuter(stem).union(adjective(stem)))
        case "y", "i":
            forms.formUnion(isVowel(stem.last) ? masculine(word) : plural(stem).union(adjective(stem)))
        case "ć", "ś", "ź", "ń": forms.formUnion(soft(stem + [plain(last)]))
        case "u", "é", "ö", "ü": break
        default: forms.formUnion(masculine(word))
        }
        return forms
    }

    /// Żabka: Żabki, Żabce, Żabkę, Żabką, Żabko; Żabki, Żabek, Żabkom, Żabkami, Żabkach.
    private static func feminine(_ stem: String) -> Set<String> {
        var forms = with(stem, ["y", "i", "ę", "ą", "o", "om", "ami", "ach"])
        forms.formUnion(softened(stem))
        forms.formUnion(with(stem, endsInVelar(stem) ? ["iej", "imi", "ich"] : ["ej", "ymi", "ych"]))
        if stem.hasSuffix("i") {
            forms.insert(stem)
        } else if stem.count >= 4, !isVowel(stem.last) {
            forms.formUnion(isVowel(stem.dropLast().last) ? [stem] : withFleetingE(stem))
        }
        return forms
    }

    /// Lewiatan: Lewiatana, Lewiatanowi, Lewiatanem, Lewiatanie; plural as for salons or shops of a name.
    private static func masculine(_ word: String) -> Set<String> {
        stems(of: word).reduce(into: []) { forms, stem in
            forms.formUnion(
                with(stem, ["a", "u", "owi", "em", "y", "i", "ów", "om", "ami", "ach", "owie", "ie", "iem"]))
            forms.formUnion(softened(stem))
        }
    }

    /// Where the last vowel moves in the cases: Dworek, Dworku; Goniec, Gońca; Kraków, Krakowa; Dąb, Dębu.
    private static func stems(of word: String) -> Set<String> {
        var stems: Set<String> = [word]
        let letters = Array(word)
        guard letters.count >= 4 else { return stems }
        let end = letters.count
        if letters[end - 2] == "e", !isVowel(letters[end - 3]), "kclrnńłpt".contains(letters[end - 1]) {
            stems.insert(String(letters[..<(end - 2)] + letters[(end - 1)...]))
        }
        if letters[end - 3] == "i", letters[end - 2] == "e" {
            stems.insert(String(letters[..<(end - 3)] + letters[(end - 1)...]))
        }
        if letters[end - 2] == "ó" { stems.insert(String(letters[..<(end - 2)]) + "o" + [letters[end - 1]]) }
        if letters[end - 2] == "ą" { stems.insert(String(letters[..<(end - 2)]) + "ę" + [letters[end - 1]]) }
        return stems
    }

    /// Allegro: Allegra, Allegru, Allegrem, Allegrze.
    private static func neuter(_ stem: String) -> Set<String> {
        with(stem, ["a", "u", "owi", "em", "om", "ami", "ach", "i", endsInVelar(stem) ? "iem" : "em"])
            .union(softened(stem))
    }

    /// Delikatesy: Delikatesów, Delikatesom, Delikatesami, Delikatesach.
    private static func plural(_ stem: String) -> Set<String> {
        var forms = with(stem, ["ów", "om", "ami", "ach", "a", "i", "y"])
        if stem.count >= 4 { forms.formUnion(isVowel(stem.dropLast().last) ? [stem] : withFleetingE(stem)) }
        return forms
    }

    /// Polski, Kolejowy, Polskie: Polskiego, Polskiemu, Polskim, Polskich, Polskimi, Polska, Polską.
    private static func adjective(_ stem: String) -> Set<String> {
        let base = stem.hasSuffix("i") ? String(stem.dropLast()) : stem
        return with(base, ["ego", "emu", "ym", "ych", "ymi", "iego", "iemu", "im", "ich", "imi"])
    }

    /// Solidarność: Solidarności, Solidarnością; Poznań: Poznania, Poznaniem.
    private static func soft(_ stem: String) -> Set<String> {
        with(stem, ["i", "ia", "ią", "iu", "iowi", "iem", "io", "iom", "iami", "iach"])
    }

    /// The stem before -e of the dative and locative: k to c, g to dz, ch to sz, r to rz, t to ci, d to dzi.
    private static func softened(_ stem: String) -> Set<String> {
        let changes: [(String, String)] = [
            ("ch", "sze"), ("sł", "śle"), ("st", "ście"), ("zd", "ździe"), ("sn", "śnie"), ("zn", "źnie"),
            ("k", "ce"), ("g", "dze"), ("h", "sze"), ("r", "rze"), ("ł", "le"), ("t", "cie"), ("d", "dzie"),
            ("x", "ksie"),
            ("n", "nie"), ("s", "sie"), ("z", "zie"), ("b", "bie"), ("p", "pie"), ("m", "mie"), ("w", "wie"),
            ("f", "fie"),
            ("l", "le"), ("v", "vie"),
        ]
        return Set(changes.filter { stem.hasSuffix($0.0) }.map { stem.dropLast($0.0.count) + $0.1 })
    }

    private static func withFleetingE(_ stem: String) -> Set<String> {
        guard let last = stem.last else { return [] }
        let plain: String = stem.dropLast() + "e" + [last]
        return last == "k" ? [plain] : [plain, stem.dropLast() + "ie" + [last]]
    }

    private static func with(_ stem: String, _ endings: [String]) -> Set<String> {
        Set(endings.map { stem + $0 })
    }

    private static func endsInVelar(_ stem: String) -> Bool { stem.hasSuffix("k") || stem.hasSuffix("g") }

    private static func isVowel(_ letter: Character?) -> Bool {
        letter.map { "aeiouyąęó".contains($0) } ?? false
    }

    private static func plain(_ letter: Character) -> Character {
        switch letter {
        case "ć": "c"
        case "ś": "s"
        case "ź": "z"
        default: "n"
        }
    }
}
