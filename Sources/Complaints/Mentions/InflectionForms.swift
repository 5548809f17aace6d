import Foundation

/// All forms under which each word of a term may be written.
enum TermForms {
    /// One set of forms a word of the term, in order.
    static func words(of term: Term) -> [Set<String>] {
        spellings(of: term).reduce(into: []) { result, words in
            guard result.isEmpty || result.count == words.count else { return }
            for (index, word) in words.enumerated() {
                let forms = self.forms(of: word, in: words, inflect: term.inflect)
                if result.count <= index { result.append([]) }
                result[index].formUnion(forms)
            }
        }
    }

    /// The words of the term as written, and transliterated where that is asked for.
    private static func spellings(of term: Term) -> [[String]] {
        let words = split(term.text)
        guard term.transliterate else { return [words] }
        let others = words.map { Transliteration.variants(of: $0) }
        var result = [words]
        for variant in 0..<(others.map(\.count).max() ?? 0) {
            result.append(others.map { $0.isEmpty ? "" : $0[min(variant, $0.count - 1)] })
        }
        return result.filter { !$0.contains("") }
    }

    private static func forms(of word: String, in words: [String], inflect: String?) -> Set<String> {
        let lower = word.lowercased()
        guard let inflect, !isUnchanging(word, among: words) else { return [lower] }
        var forms: Set<String> = [lower]
        let isCyrillic = lower.unicodeScalars.contains { (0x400...0x52F).contains($0.value) }
        switch inflect {
        case "pl" where !isCyrillic: forms.formUnion(PolishInflection.forms(of: lower))
        case "ru" where isCyrillic: forms.formUnion(RussianInflection.forms(of: lower))
        case "ru":
            // A Latin spelling of a Russian name takes Russian endings in Latin letters, or none.
            guard lower.count > 3 else { break }
            for ending in ["a", "u", "om", "e", "y", "i", "oy", "ov"] { forms.insert(lower + ending) }
        default: break
        }
        return forms
    }

    /// Short initials (ВТБ, PKO) and particles stay as they are.
    private static func isUnchanging(_ word: String, among words: [String]) -> Bool {
        let count = word.unicodeScalars.count
        if count <= 2 { return true }
        let vowels = Set("aeiouyаеёиоуыэюяąęó")
        return !word.lowercased().contains { vowels.contains($0) } || word.allSatisfy { $0.isNumber }
    }

    /// Split where the matcher splits: at everything that is no letter, digit or unseen sign.
    private static func split(_ text: String) -> [String] {
        let scalars = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
        return FoldedText(text.precomposedStringWithCanonicalMapping).words.map { word in
            var part = String.UnicodeScalarView()
            part.append(contentsOf: scalars[Int(word.start)..<Int(word.end)])
            return String(part)
        }
    }

    static func fold(_ word: String) -> [UInt32] { FoldedText(word).letters }
}
