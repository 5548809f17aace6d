/// One way to decline: what is cut off the name, after which letters, and what is put in its place.
///
///     a/kg g=i d=^e a=ę      cut -a after k or g: genitive -i, dative -e after a softened stem, ...
///     a!kg                   after any letter but k and g
///     *0/kt                  nothing is cut; the stem that loses its last vowel is taken as well
///     +a/nw                  only for a word of a name of several words
///     G=~                    the stem alone, with a vowel between its last consonants
///
/// Cases go by their first letter, the plural's by a capital (see `GrammaticalForm`); `0` is no ending.
struct InflectionClass: Sendable {
    enum Change: Sendable { case none, soft, bare }

    let cut: String
    let takesShortStems: Bool
    let forms: [(form: GrammaticalForm, change: Change, ending: String)]
    private let letters: Set<Character>
    private let isExcept: Bool
    private let isOnlyInPhrases: Bool

    init?(_ line: some StringProtocol) {
        let words = line.split(separator: " ")
        guard var head = words.first.map({ String($0) }) else { return nil }
        isOnlyInPhrases = head.hasPrefix("+")
        takesShortStems = head.contains(Character("*"))
        head = head.filter { $0 != "+" && $0 != "*" }
        let at = head.firstIndex { "/!".contains($0) } ?? head.endIndex
        let cut = String(head[..<at])
        self.cut = cut == "0" ? "" : cut
        isExcept = at == head.endIndex || head[at] == "!"
        letters = at == head.endIndex ? [] : Set(head[head.index(after: at)...])
        forms = words.dropFirst().flatMap { word -> [(GrammaticalForm, Change, String)] in
            guard let letter = word.first, let form = GrammaticalForm(letter) else { return [] }
            return word.dropFirst(2).split(separator: ",").map { ending in
                switch ending.first {
                case "~": (form, .bare, String(ending.dropFirst()))
                case "^": (form, .soft, String(ending.dropFirst()))
                case "0": (form, .none, "")
                default: (form, .none, String(ending))
                }
            }
        }
    }

    /// What is left of a name of this class; nil for a name of another.
    func stem(of word: String, isAlone: Bool) -> String? {
        if isOnlyInPhrases && isAlone { return nil }
        guard word.hasSuffix(cut) else { return nil }
        let stem = word.dropLast(cut.count)
        guard stem.count >= 2, let last = stem.last, letters.contains(last) != isExcept else { return nil }
        return String(stem)
    }
}

/// How stems change before endings.
struct InflectionSounds: Sendable {
    /// The last letters of a stem, longest first, and what they are before a softening ending.
    var softening: [(String, String)] = []
    /// Vowels that a last syllable may lose before an ending, by what stands in their place (мороз no,
    /// перекрёсток: перекрёстк-).
    var fleeting: [(String, String)] = []
    /// The consonants behind a fleeting vowel.
    var afterFleeting: Set<Character> = []
    /// Vowels that change in the last syllable before an ending: ó to o.
    var changing: [(Character, Character)] = []
    /// Vowels that come between the two last consonants where there is no ending.
    var inserted: [String] = []

    static func isVowel(_ letter: Character) -> Bool { vowels.contains(letter) }
    private static let vowels = Set("aeiouyąęóáéíúůýěäöüôőűåæøāēīūėįųıàèòâêîûșăõаеёиоуыэюяіїєўѐѝ")

    func soft(_ stem: String) -> [String] {
        for (end, soft) in softening where stem.hasSuffix(end) {
            return soft.split(separator: "|", omittingEmptySubsequences: false).map {
                String(stem.dropLast(end.count) + $0)
            }
        }
        return []
    }

    /// The stem without the vowel of its last syllable, or with another; empty where it stays.
    func short(_ stem: String) -> [String] {
        let letters = Array(stem)
        guard letters.count >= 3, let last = letters.last, !Self.isVowel(last) else { return [] }
        let beforeLast = String(letters[..<(letters.count - 1)])
        var result: [String] = []
        // Of three letters: Lew, Lwa; Лев, Льва; День, Дня.
        let isShort = letters.count == 3
        if isShort ? "wnвн".contains(last) : afterFleeting.contains(last) {
            for (vowel, instead) in fleeting where beforeLast.hasSuffix(vowel) {
                if isShort, !(vowel.hasSuffix("e") || vowel.hasSuffix("е")) { continue }
                let start = beforeLast.dropLast(vowel.count)
                let isBehindConsonant = !Self.isVowel(vowel.first ?? "a") || !Self.isVowel(start.last ?? "a")
                if isBehindConsonant, !start.isEmpty || !instead.isEmpty {
                    result.append(start + instead + String(last))
                }
            }
        }
        for (vowel, instead) in changing where beforeLast.last == vowel {
            result.append(beforeLast.dropLast() + String([instead, last]))
        }
        return result
    }

    /// The genitive plural without an ending: żabek of żabk-, банок of банк-.
    func bare(_ stem: String) -> [String] {
        let letters = Array(stem)
        guard letters.count >= 3, let last = letters.last, !Self.isVowel(last) else { return [] }
        let before = letters[letters.count - 2]
        if letters.count == 3, Self.isVowel(before) { return [] }
        if Self.isVowel(before) {
            let start = letters[..<(letters.count - 2)]
            let changed = changing.filter { $0.1 == before }.map { String(start + [$0.0, last]) }
            return [stem] + changed
        }
        let start = String(letters[..<(letters.count - ("ьй".contains(before) ? 2 : 1))])
        return inserted.map { start + $0 + [last] }
            + ("ьй".contains(before) || letters.count == 3 ? [] : [stem])
    }
}
