/// The forms that a name takes in a language, by declension class.
///
/// Names stand in no dictionary, so each class that the ending of a name allows is made; what a name does not
/// take of it is seldom a word at all. Classes are tables, one language a file; here is what reads them.
struct Inflection: Sendable {
    enum Language: String, Sendable, CaseIterable {
        case pl, ru, uk, be, cs, sk, hr, sr, bs, sl, bg, mk, de, nl, en, sv, lt, lv, fi, et, hu, tr, ro

        var isCyrillic: Bool {
            switch self {
            case .ru, .uk, .be, .bg, .mk: true
            default: false
            }
        }
    }

    /// Letters of the longest ending behind a hyphen or an apostrophe.
    static let longestEnding = 9

    let classes: [InflectionClass]
    let sounds: InflectionSounds
    /// Folded: what may follow a name behind a hyphen or an apostrophe.
    let joinedEndings: Set<[UInt32]>
    /// What initials without a vowel take: NFZ, NFZu.
    private let acronymEndings: [(form: GrammaticalForm, ending: String)]
    private let byLastLetter: [Character: [InflectionClass]]
    private let alphabet: Alphabet

    /// Words that follow no class, whole.
    private let irregular: [String: InflectionClass]

    enum Alphabet: Sendable { case latin, cyrillic, both }

    /// `table` a class a line, as `InflectionClass` reads it; `acronyms` as one, without its first word.
    /// `irregular` words with their forms in full, a word a line.
    init(
        _ table: String, irregular: String = "", acronyms: String, joined: String = "",
        sounds: InflectionSounds, alphabet: Alphabet
    ) {
        self.irregular = irregular.split(separator: "\n").reduce(into: [:]) { words, line in
            if let word = InflectionClass(line) { words[word.cut] = word }
        }
        let classes = table.split(separator: "\n").compactMap { InflectionClass($0) }
        self.classes = classes
        self.sounds = sounds
        self.alphabet = alphabet
        byLastLetter = Dictionary(grouping: classes.filter { !$0.cut.isEmpty }) { $0.cut.last ?? " " }
        acronymEndings = InflectionClass("0! " + acronyms)?.forms.map { ($0.form, $0.ending) } ?? []
        let endings = classes.flatMap { $0.forms.filter { $0.change == .none }.map(\.ending) }
        joinedEndings = Set(
            (endings + acronymEndings.map(\.ending) + joined.split(separator: " ").map(String.init)).map {
                TermForms.fold($0)
            }.filter { !$0.isEmpty && $0.count <= Self.longestEnding })
    }

    /// `word` as the watchlist writes it, the language's own script or not; the name itself is not promised.
    func forms(of word: String, isAlone: Bool) -> [(text: String, form: GrammaticalForm)] {
        let lower = word.lowercased()
        guard let last = lower.last, lower.count > 2, !lower.contains(where: \.isNumber) else { return [] }
        guard isOfAlphabet(lower) else { return Self.isCyrillic(lower) ? [] : latinForms(of: lower) }
        guard lower.contains(where: InflectionSounds.isVowel) else {
            return word == word.uppercased() ? acronymEndings.map { (lower + $0.ending, $0.form) } : []
        }
        var result: [(text: String, form: GrammaticalForm)] = []
        var seen: Set<String> = []
        func add(_ text: String, _ form: GrammaticalForm) {
            if seen.insert(text).inserted { result.append((text, form)) }
        }
        for (form, _, text) in irregular[lower]?.forms ?? [] { add(text, form) }
        for one in (byLastLetter[last] ?? []) + classes.filter(\.cut.isEmpty) {
            guard let stem = one.stem(of: lower, isAlone: isAlone) else { continue }
            for stem in one.takesShortStems ? [stem] + sounds.short(stem) : [stem] {
                for (form, change, ending) in one.forms {
                    switch change {
                    case .none: add(stem + ending, form)
                    case .soft: for soft in sounds.soft(stem) { add(soft + ending, form) }
                    case .bare where stem.count >= 3:
                        for bare in sounds.bare(stem) { add(bare + ending, form) }
                    case .bare: break
                    }
                }
            }
        }
        return result
    }

    private func isOfAlphabet(_ word: String) -> Bool {
        switch alphabet {
        case .latin: !Self.isCyrillic(word)
        case .cyrillic: Self.isCyrillic(word)
        case .both: true
        }
    }

    /// A name in Latin letters in a language of Cyrillic ones takes endings in Latin letters, or none.
    private func latinForms(of word: String) -> [(text: String, form: GrammaticalForm)] {
        guard word.count > 3 else { return [] }
        return Self.latinEndings.map { (word + $0.ending, GrammaticalForm($0.kind)) }
    }

    private static let latinEndings: [(ending: String, kind: GrammaticalForm.Case)] = [
        ("a", .genitive), ("u", .dative), ("om", .instrumental), ("e", .locative), ("y", .genitive),
        ("i", .genitive), ("oy", .instrumental), ("ov", .genitive),
    ]

    static func isCyrillic(_ word: String) -> Bool {
        word.unicodeScalars.contains { (0x400...0x52F).contains($0.value) }
    }

    /// The language by whose rules a term is inflected; nil where none is asked for, or known.
    static func language(of term: Term) -> Language? {
        term.inflect.flatMap { Language(rawValue: String($0.lowercased().prefix { $0 != "-" })) }
    }

    static func of(_ language: Language) -> Inflection {
        switch language {
        case .pl: polish
        case .ru: russian
        case .uk: ukrainian
        case .be: belarusian
        case .cs: czech
        case .sk: slovak
        case .hr, .sr, .bs: serboCroatian
        case .sl: slovene
        case .bg, .mk: bulgarian
        case .de: german
        case .nl: dutch
        case .en: english
        case .sv: swedish
        case .lt: lithuanian
        case .lv: latvian
        case .fi: finnish
        case .et: estonian
        case .hu: hungarian
        case .tr: turkish
        case .ro: romanian
        }
    }
}

/// Which form of a name: "genitive", "dative plural".
struct GrammaticalForm: Hashable, Sendable, CustomStringConvertible {
    enum Case: String, Sendable {
        case nominative, genitive, dative, accusative, instrumental, locative, vocative, definite
        case inflected = "inflected form"
    }

    var kind: Case
    var isPlural = false

    init(_ kind: Case, isPlural: Bool = false) {
        self.kind = kind
        self.isPlural = isPlural
    }

    /// The first letter of a case, a capital for the plural; `x` an ending that has no such name, `t` the
    /// definite form.
    init?(_ letter: Character) {
        switch letter.lowercased() {
        case "n": kind = .nominative
        case "g": kind = .genitive
        case "d": kind = .dative
        case "a": kind = .accusative
        case "i": kind = .instrumental
        case "l": kind = .locative
        case "v": kind = .vocative
        case "t": kind = .definite
        case "x": kind = .inflected
        default: return nil
        }
        isPlural = letter.isUppercase
    }

    var description: String {
        isPlural ? (kind == .nominative ? "plural" : kind.rawValue + " plural") : kind.rawValue
    }
}
