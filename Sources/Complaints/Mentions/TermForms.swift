import Foundation

/// A word of a term as it may be written.
struct WordForm: Hashable, Sendable {
    /// In lower case.
    var text: String
    /// The word of the term, in lower case.
    var word: String
    /// nil for the name itself.
    var form: GrammaticalForm?
    var isTransliterated = false
}

/// All forms under which each word of a term may be written, the name itself first.
enum TermForms {
    /// The forms of each word of the term, in order.
    static func words(of term: Term) -> [[WordForm]] {
        let words = split(term.text)
        return words.map { word in
            var forms = forms(of: word, of: term, isAlone: words.count == 1)
            if term.transliterate { forms += transliterated(forms, of: word, term) }
            return forms
        }
    }

    private static func forms(of word: String, of term: Term, isAlone: Bool) -> [WordForm] {
        let lower = word.lowercased()
        let itself = WordForm(text: lower, word: lower)
        guard let language = Inflection.language(of: term) else { return [itself] }
        let inflected = Inflection.of(language).forms(of: word, isAlone: isAlone)
        return [itself]
            + inflected.filter { $0.text != lower }.map {
                WordForm(text: $0.text, word: lower, form: $0.form)
            }
    }

    /// Every spelling of the name in the other alphabet; of its cases those of the common schemes.
    private static func transliterated(
        _ forms: [WordForm], of word: String, _ term: Term
    ) -> [WordForm] {
        let lower = word.lowercased()
        let variants = Transliteration.variants(of: lower).filter { $0 != lower }
        var result = variants.map { WordForm(text: $0, word: $0, isTransliterated: true) }
        if Inflection.isCyrillic(lower) {
            for form in forms {
                for spelling in Transliteration.byScheme(form.text) {
                    result.append(
                        WordForm(text: spelling, word: spelling, form: form.form, isTransliterated: true))
                }
            }
        } else if let language = Inflection.language(of: term), language.isCyrillic {
            for variant in variants.prefix(12) {
                for form in Inflection.of(language).forms(of: variant, isAlone: true) {
                    result.append(
                        WordForm(
                            text: form.text, word: variant, form: form.form, isTransliterated: true))
                }
            }
        }
        return result
    }

    /// Split where the index splits: at everything that is no letter, digit or unseen sign.
    private static func split(_ text: String) -> [String] {
        let composed = text.precomposedStringWithCanonicalMapping
        let scalars = Array(composed.unicodeScalars)
        return FoldedText(composed).words.map { word in
            var part = String.UnicodeScalarView()
            part.append(contentsOf: scalars[Int(word.start)..<Int(word.end)])
            return String(part)
        }
    }

    /// What the term has between its words, and behind the last.
    static func signs(of term: Term) -> (joints: [TermJoint], tail: TermTail?) {
        let composed = term.text.precomposedStringWithCanonicalMapping
        let scalars = Array(composed.unicodeScalars)
        let words = FoldedText(composed).words
        guard let last = words.last else { return ([], nil) }
        let joints = zip(words, words.dropFirst()).map { left, right in
            TermJoint(scalars[Int(left.end)..<Int(right.start)], left: left.count, right: right.count)
        }
        let end = Int(last.end)
        return (
            joints,
            TermTail(
                scalars[end...], before: scalars[..<end], letters: words.reduce(0) { $0 + $1.count })
        )
    }

    static func fold(_ word: String) -> [UInt32] { FoldedText(word).letters }
}
