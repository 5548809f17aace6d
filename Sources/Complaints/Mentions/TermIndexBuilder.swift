/// Collects the words of all watchlists before the index is laid out.
struct TermIndexBuilder {
    private(set) var subjects: [TermSubject] = []
    private(set) var phrases: [TermPhrase] = []
    private(set) var places: [UInt64: [FormTable.Place]] = [:]
    private(set) var typing = TypoIndex()

    /// Above so many ways to write a phrase as one word only the plainest is known.
    private static let mostGlued = 256

    mutating func add(_ watchlist: Watchlist) {
        let number = Int32(subjects.count)
        subjects.append(
            TermSubject(
                subject: watchlist.subject, terms: watchlist.terms, require: watchlist.require,
                exclude: watchlist.exclude))
        for (entry, term) in watchlist.terms.enumerated() { add(term, .term, number, entry) }
        // What stands nearby is inflected as the terms are.
        let languages = Set(watchlist.terms.compactMap(\.inflect)).sorted()
        for (role, texts) in [(TermPhrase.Role.require, watchlist.require), (.exclude, watchlist.exclude)] {
            for (entry, text) in texts.enumerated() {
                if languages.isEmpty { add(Term(text), role, number, entry) }
                for language in languages { add(Term(text, inflect: language), role, number, entry) }
            }
        }
    }

    private mutating func add(_ term: Term, _ role: TermPhrase.Role, _ watchlist: Int32, _ entry: Int) {
        for writing in TermWritings.of(term) { add(writing, role, watchlist, entry) }
    }

    private mutating func add(
        _ writing: TermWriting, _ role: TermPhrase.Role, _ watchlist: Int32, _ entry: Int
    ) {
        let term = writing.term
        var words = TermForms.words(of: term)
        if writing.isOnlyInflected, words.count == 1 { words[0].removeAll { $0.form == nil } }
        guard !words.isEmpty else { return }
        let (joints, tail) = TermForms.signs(of: term)
        let phrase = Int32(phrases.count)
        phrases.append(
            TermPhrase(
                watchlist: watchlist, entry: Int32(entry), role: role, length: Int16(words.count),
                typos: Int8(clamping: term.typos), language: Inflection.language(of: term),
                joints: joints, tail: tail, isInCapitals: writing.isInCapitals))
        var glued: [[UInt32]] = [[]]
        var plainest: [UInt32] = []
        for (position, forms) in words.enumerated() {
            var folded: [Spelling] = []
            var seen: Set<Spelling> = []
            for form in forms {
                let spelling = Spelling(
                    letters: TermForms.fold(form.text), accents: Accents(of: form.text, term: form.word),
                    capital: RareForms.capital(of: form, term, isAlone: words.count == 1))
                if !spelling.letters.isEmpty, seen.insert(spelling).inserted { folded.append(spelling) }
            }
            guard let first = folded.first else { return }
            // Where any accents will do, a spelling with some adds nothing.
            let free = Set(folded.filter { $0.accents == .free && $0.capital == .free }.map(\.letters))
            folded.removeAll { ($0.accents != .free || $0.capital != .free) && free.contains($0.letters) }
            for spelling in folded {
                file(
                    spelling.letters, phrase, Int16(position), accents: spelling.accents,
                    capital: spelling.capital)
                if term.typos > 0 { typing.add(spelling.letters) }
            }
            if let twin = LookAlikes.disguise(of: first.letters) { file(twin, phrase, Int16(position)) }
            plainest += first.letters
            guard words.count > 1 else { return }
            let endings = Set(folded.map(\.letters))
            if glued.count * endings.count > Self.mostGlued { glued = [] }
            glued = glued.flatMap { start in endings.map { start + $0 } }
        }
        for form in glued.isEmpty ? [plainest] : glued {
            file(form, phrase, FormTable.whole, onlyAsTag: !term.text.contains("-"))
        }
    }

    private struct Spelling: Hashable {
        var letters: [UInt32]
        var accents: Accents
        var capital: RareForms.Capital
    }

    private mutating func file(
        _ letters: [UInt32], _ phrase: Int32, _ position: Int16, accents: Accents = .free,
        onlyAsTag: Bool = false, capital: RareForms.Capital = .free
    ) {
        places[Fold64.of(letters), default: []].append(
            FormTable.Place(
                phrase: phrase, position: position, onlyAsTag: onlyAsTag, accents: accents,
                capital: capital))
    }
}
