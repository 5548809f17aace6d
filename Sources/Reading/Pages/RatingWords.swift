/// Words around marks in the languages of review sites; folded to lower case, without diacritics.
import Foundation

enum RatingWords {
    enum Kind {
        /// Stands between a mark and the best: `4 out of 5`.
        case between
        /// Stands between the best and the mark: `5 üzerinden 4`.
        case reversed
        case star
        /// Says that a mark follows or precedes: `rating`, `ocena`.
        case label
        case half
        /// `one` to `five`, as a word.
        case number(Int)
        /// What says that the number beside it is something else: people, pages, prices, times.
        case other
        /// A price cut, beside a percentage.
        case cut
    }

    static func kind(_ word: String) -> Kind? {
        if let known = table[word] { return known }
        guard word.utf8.count > 3, let first = word.utf8.first else { return nil }
        return stems[Int(first)].first { word.hasPrefix($0.stem) }?.kind
    }

    /// By their first byte, in the order of trust: nearly every word is none of them.
    private static let stems: [[(stem: String, kind: Kind)]] = {
        var stems = [[(stem: String, kind: Kind)]](repeating: [], count: 256)
        for (words, kind) in [(starStems, Kind.star), (otherStems, .other), (labelStems, .label)] {
            for stem in words { if let first = stem.utf8.first { stems[Int(first)].append((stem, kind)) } }
        }
        return stems
    }()

    /// In lower case and without diacritics: the form in which words are compared.
    static func folded(_ word: String) -> String {
        word.folding(options: .diacriticInsensitive, locale: nil).lowercased()
    }

    private static let starStems = folded([
        "star", "gwiazd", "stern", "etoile", "estrell", "estrel", "stell", "звезд", "звёзд", "зірк", "зірок",
        "hvezd", "ster", "stjarn", "stjern", "yildiz", "csillag", "stele", "stea", "zvaigzd", "zvezd",
        "zvijezd",
        "tahte", "tahti", "αστερ", "αστερι", "نجوم", "نجمة", "כוכב", "bintang", "つ星", "星", "별", "zvaigz",
        "tarn",
        "tahe", "颗星", "顆星", "星级",
    ])
    private static let labelStems = folded([
        "rated", "rating", "score", "ocen", "bewert", "puntu", "valorac", "valut", "calific",
        "оцен", "оцін", "рейт", "hodnoc", "hodnot", "beoord", "waarder", "puan", "ertekel", "betyg", "vurder",
        "karakter", "avalia", "classific", "clasific", "punteggio", "βαθμολογ", "تقييم", "评分", "評価", "평점",
        "evaluare", "ocjen", "ivertin", "vertin", "hinnang", "vertejum", "arvosan", "overall", "punkt",
        "балл",
    ])
    private static let otherStems = folded([
        "page", "people", "person", "user", "customer", "client", "osob", "osób", "человек", "людей",
        "personn",
        "review", "opini", "отзыв", "відгук", "recenz", "recens", "rezens", "avis", "comment", "komentar",
        "komment", "коммент", "vote", "głos", "glos", "голос", "stimm", "helpful", "pomoc", "strona", "stron",
        "seite", "страниц", "сторін", "pagin", "minut", "hour", "godz", "stund", "heure", "hora", "день",
        "дней",
        "дня", "month", "miesi", "monat", "mois", "mese", "meses", "месяц", "year", "jahre", "annee", "anni",
        "лет", "week", "tydz", "tygod", "woch", "semain", "недел", "rubl", "руб", "грн", "euro", "dollar",
        "zlot",
        "item", "product", "produkt", "товар", "result", "wynik", "sztuk", "ausgab", "step", "krok", "photo",
        "zdjec", "foto", "фото", "followers", "пользоват", "kunden", "nutzer", "utilisat", "usuari", "utenti",
        "beoordelingen", "bewertungen", "valoraciones", "avaliacoes", "valutazioni", "ratings", "оценок",
        "january", "februar", "march", "april", "august", "septem", "octob", "novem", "decem", "januar",
    ])

    private static func folded(_ words: [String]) -> [String] { words.map { folded($0) } }

    private static let table: [String: Kind] = {
        var table: [String: Kind] = [:]
        func add(_ kind: Kind, _ words: String) {
            for word in words.split(separator: " ") { table[folded(String(word))] = kind }
        }
        add(
            .between,
            "of out von aus z ze na sur de di da su din dintre van uit av af ud od iš is iz из з із от по")
        add(
            .between,
            "no dari من מתוך trên tren daripada des auf max maximum στα από απο από dal mot possible")
        add(.reversed, "uzerinden kozul kozott bol ből ból közül うち 中 만점에 만점 满分")
        add(.star, "sao 星 별 つ星 star")
        add(
            .label,
            "ocena note nota оценка оцінка mark marks grade grades point score 점 点 分 бал pts punkte punktow points bodu bodov"
        )
        add(
            .half,
            "half pol pół polowa halb halbe halben demi demie media medio mezzo meia половиной половина")
        add(
            .other,
            "days day dni dzien dnia tage tag jours jour dias giorni zl zł pln usd eur gbp uah rub chf czk kc"
        )
        add(
            .other,
            "km kg g ml cm mm m l pm am h min sec gb mb tb uhr jan feb mar apr may jun jul aug sep oct nov dec"
        )
        add(.other, "ocen oceny ocenen shop items more x id no. nr strona ago temu vor назад il temu")
        add(
            .cut,
            "off rabat rabatu rabatt taniej zniżki znizki discount descuento sconto remise скидка скидки sale"
        )
        let numbers = [
            "one jeden jedna jedną eine ein einen une un una uno um uma один одна одну jedna één een en ett bir egy",
            "two dwa dwie zwei deux dos due dois duas два две дві dva dve dvě twee två iki ket ketto két doua două",
            "three trzy drei trois tres tre três три tri tři drie üç uc három harom trei trys",
            "four cztery vier quatre cuatro quattro quatro четыре чотири čtyři ctyri styri štyri fyra fire dört dort négy negy patru",
            "five pięć piec fünf funf cinq cinco cinque пять пʼять п'ять пять pět pet päť vijf fem beş bes öt ot cinci penki",
        ]
        for (index, words) in numbers.enumerated() {
            for word in words.split(separator: " ") where table[folded(String(word))] == nil {
                table[folded(String(word))] = .number(index + 1)
            }
        }
        return table
    }()

    /// Whether a word says so by its ending, or without a space: `5 csillagból 4`, `5つ星のうち4`, `5점 만점에 4점`.
    static func isReversed(_ word: String) -> Bool {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.hasSuffix("bol") }
        return word.contains("うち") || word.contains("中") || word.contains("만점") || word.contains("满分")
            || word.contains("點中") || word.contains("点中") || word.hasSuffix("bol")
    }
}
