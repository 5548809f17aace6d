/// Forms of names that look like other words, and are taken for the name only where they have a capital.
///
/// The vocative of Tania is the adverb "tanio", the genitive plural of Warta the adjective "wart", the accusative
/// without its accent "warte"; a German noun with an ending and a small letter is a verb.
enum RareForms {
    enum Capital: UInt8, Sendable {
        case free
        /// Counts only where the text begins it with a capital.
        case needed
        /// The same, where the text writes it without accents.
        case neededWhenPlain
    }

    static func capital(of form: WordForm, _ term: Term, isAlone: Bool) -> Capital {
        guard let grammatical = form.form, !form.isTransliterated,
            let language = Inflection.language(of: term)
        else { return .free }
        switch language {
        case .de: return isAlone && form.text != form.word + "s" ? .needed : .free
        case .pl, .cs, .sk, .ru, .uk, .be:
            if grammatical.kind == .vocative, form.text.hasSuffix("o") { return .needed }
            let isShort = form.word.count <= (Inflection.isCyrillic(form.word) ? 6 : 5)
            // Between the other words of a name it is no other word.
            guard isShort, isAlone else { return .free }
            if grammatical.kind == .genitive, form.word.hasPrefix(form.text),
                form.text.count < form.word.count
            {
                return .needed
            }
            let hasOnlyOurAccents =
                form.word.utf8.allSatisfy { $0 < 0x80 } && !form.text.utf8.allSatisfy { $0 < 0x80 }
            return language == .pl && hasOnlyOurAccents ? .neededWhenPlain : .free
        default: return .free
        }
    }
}
