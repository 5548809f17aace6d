/// A name in the other alphabet, in the ways people write it: Сбербанк as Sberbank, Yandex as Яндекс.
enum Transliteration {
    /// At most this many spellings a word.
    static let most = 48

    static func variants(of word: String) -> [String] {
        let lower = word.lowercased()
        let isCyrillic = lower.unicodeScalars.contains { (0x400...0x52F).contains($0.value) }
        let isLatin = lower.unicodeScalars.contains { (0x61...0x7A).contains($0.value) }
        if isCyrillic, !isLatin { return spell(lower, by: toLatin, longest: 2) }
        if isLatin, !isCyrillic { return spell(lower, by: toCyrillic, longest: 4) }
        return [lower]
    }

    /// A Cyrillic word in lower case by each of the common schemes from end to end, without doubles.
    static func byScheme(_ word: String) -> [String] {
        var seen: Set<String> = []
        return schemes.compactMap { scheme in
            let spelling = word.reduce(into: "") { $0 += scheme[$1] ?? String($1) }
            return seen.insert(spelling).inserted ? spelling : nil
        }
    }

    /// English (BGN/PCGN), passports (ICAO 9303), ISO 9 and the scholars' with its accents folded, the chat's,
    /// German, Polish.
    private static let schemes: [[Character: String]] = [
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i yi ye g",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia i i ie g",
        "a b v g d e e z z i j k l m n o p r s t u f h c c s sc - y - e ju ja i ji je g",
        "a b v g d e yo j z i y k l m n o p r s t u f h c ch sh sch - y - e u ya i yi ye g",
        "a b w g d e jo sch s i j k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja i ji je g",
        "a b w g d e jo z z i j k l m n o p r s t u f ch c cz sz szcz - y - e ju ja i ji je g",
    ].map { scheme in
        Dictionary(
            uniqueKeysWithValues: zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ", scheme.split(separator: " "))
                .map {
                    ($0, $1 == "-" ? "" : String($1))
                })
    }

    /// The usual spelling first; each further one changes what the table allows, up to the limit.
    private static func spell(_ word: String, by table: [String: [String]], longest: Int) -> [String] {
        let letters = Array(word)
        var spellings = [""]
        var index = 0
        while index < letters.count {
            var taken = 1
            var options = [String(letters[index])]
            for length in stride(from: min(longest, letters.count - index), through: 1, by: -1) {
                if let found = table[String(letters[index..<(index + length)])] {
                    (taken, options) = (length, found)
                    break
                }
            }
            if spellings.count * options.count > most { options = [options[0]] }
            spellings = options.flatMap { option in spellings.map { $0 + option } }
            index += taken
        }
        var seen: Set<String> = []
        return spellings.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private static let toLatin: [String: [String]] = [
        "а": ["a"], "б": ["b"], "в": ["v"], "г": ["g"], "д": ["d"], "е": ["e"], "ё": ["e", "yo"],
        "ж": ["zh", "j"],
        "з": ["z"], "и": ["i"], "й": ["y", "i", "j"], "к": ["k", "c"], "л": ["l"], "м": ["m"], "н": ["n"],
        "о": ["o"],
        "п": ["p"], "р": ["r"], "с": ["s"], "т": ["t"], "у": ["u"], "ф": ["f"], "х": ["kh", "h"],
        "ц": ["ts", "c"],
        "ч": ["ch"], "ш": ["sh"], "щ": ["shch", "sch"], "ъ": [""], "ы": ["y"], "ь": [""], "э": ["e"],
        "ю": ["yu", "iu", "u"],
        "я": ["ya", "ia"], "кс": ["ks", "x"], "ый": ["y", "yi"], "ий": ["y", "iy", "ii"], "і": ["i"],
        "ї": ["yi", "i"],
        "є": ["ye", "ie"], "ґ": ["g"],
    ]

    private static let toCyrillic: [String: [String]] = [
        "a": ["а"], "b": ["б"], "c": ["к", "с", "ц"], "d": ["д"], "e": ["е", "э"], "f": ["ф"],
        "g": ["г", "дж"],
        "h": ["х"], "i": ["и"], "j": ["дж", "ж", "й"], "k": ["к"], "l": ["л", "ль"], "m": ["м"], "n": ["н"],
        "o": ["о"],
        "p": ["п"], "q": ["к"], "r": ["р"], "s": ["с", "з"], "t": ["т"], "u": ["у", "ю"], "v": ["в"],
        "w": ["в"],
        "x": ["кс"], "y": ["и", "й", "ы"], "z": ["з"], "ch": ["ч", "х"], "ck": ["к"], "ee": ["и"],
        "kh": ["х"],
        "oo": ["у"], "ph": ["ф"], "sch": ["щ", "ш"], "sh": ["ш"], "shch": ["щ"], "th": ["т"], "ts": ["ц"],
        "tz": ["ц"],
        "ya": ["я"], "ye": ["е"], "yo": ["ё"], "yu": ["ю"], "zh": ["ж"], "cz": ["ч"], "sz": ["ш"],
        "rz": ["ж"], "iy": ["ий"],
        "ą": ["он", "ом"], "ć": ["ч", "ць"], "ę": ["ен", "эн"], "ł": ["л"], "ń": ["нь", "н"],
        "ó": ["у"], "ś": ["с", "сь", "ш"], "ź": ["зь", "ж"], "ż": ["ж"], "č": ["ч"], "š": ["ш"], "ž": ["ж"],
        "ř": ["рж"], "ě": ["е"], "á": ["а"], "é": ["е", "э"], "í": ["и"], "ý": ["ы", "и"], "ú": ["у"],
        "ů": ["у"], "ö": ["ё", "о"], "ü": ["ю", "у"], "ä": ["е", "э"], "ß": ["с"], "ia": ["ия", "я"],
        "ja": ["я"], "ju": ["ю"], "je": ["е"], "jo": ["йо", "ё"], "tsch": ["ч"],
        "ay": ["ай", "ей"], "ai": ["ай", "аи"], "ey": ["ей"], "oy": ["ой"],
    ]
}
