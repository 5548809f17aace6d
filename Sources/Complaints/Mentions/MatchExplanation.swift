/// Why a text's word is taken for a watchlist's name, in words for staff.
public struct MatchExplanation: Hashable, Sendable {
    /// Which form of the name it is: "genitive of Żabka, look-alike letters".
    public var form: String
    /// The entry of the watchlist that decided: "terms[1]: Żabka, inflect: pl".
    public var rule: String
}

/// The forms are made again for it: the index does not keep their names.
public func explain(_ match: Match, by watchlist: Watchlist, in text: String) -> MatchExplanation {
    let number = watchlist.terms.firstIndex { $0.text == match.term } ?? 0
    guard watchlist.terms.indices.contains(number) else { return MatchExplanation(form: "", rule: "") }
    let term = watchlist.terms[number]
    var parts = [plainForm(of: match, term)]
    let before = text.unicodeScalars.dropFirst(max(0, match.start - 1)).first
    if match.signs.contains(.tag) { parts.append(before == "@" ? "handle" : "hashtag") }
    if match.signs.contains(.partOfTag) { parts.append("part of a hashtag or handle") }
    if match.signs.contains(.glued) { parts.append("written as one word") }
    if match.signs.contains(.joined) { parts.append("with a hyphen or an apostrophe") }
    if match.signs.contains(.lookAlike) { parts.append("look-alike letters") }
    if match.signs.contains(.typo) { parts.append("one typing mistake") }
    var rule = "terms[\(number)]: \(term.text)"
    if let language = term.inflect { rule += ", inflect: \(language)" }
    if term.transliterate { rule += ", transliterate: true" }
    if term.typos > 0 { rule += ", typos: \(term.typos)" }
    return MatchExplanation(form: parts.joined(separator: ", "), rule: rule)
}

private func plainForm(of match: Match, _ term: Term) -> String {
    // Of the ways to write the term the first that is this one; it itself, where that is hidden.
    let text = FoldedText(match.found)
    let writings = TermWritings.of(term).map { TermForms.words(of: $0.term) }
    let isGlued = !match.signs.isDisjoint(with: [.joined, .glued])
    let known =
        writings.first { words in
            guard !isGlued, words.count == text.words.count else { return false }
            return zip(words, text.words).allSatisfy {
                closest(to: Array(text.spelling(of: $1)), among: $0, match.signs) != nil
            }
        } ?? writings[0]
    let written = text.words.map { Array(text.spelling(of: $0)) }
    var form: WordForm?
    var isItself = true
    for (position, forms) in known.enumerated() {
        let letters: [[UInt32]] =
            match.signs.contains(.joined) || match.signs.contains(.glued) || position >= written.count
            ? [text.letters] : [written[position]]
        guard let found = closest(to: letters[0], among: forms, match.signs) else { continue }
        isItself = isItself && found.form == nil && !found.isTransliterated
        // Where the words of a name differ, the one that says most counts.
        if form?.form == nil {
            let isTransliterated = found.isTransliterated || form?.isTransliterated ?? false
            form = WordForm(
                text: found.text, word: found.word, form: found.form, isTransliterated: isTransliterated)
        }
    }
    let name = term.text
    guard let form, !isItself else {
        if match.signs.contains(.joined), form == nil { return "\(name) with an ending" }
        if match.found == name { return "the name itself" }
        let isOtherCase = match.found.lowercased() == name.lowercased()
        return isOtherCase ? "the name itself, in other capitals" : "the name itself"
    }
    let what = form.form.map { "\($0) of \(name)" } ?? name
    return form.isTransliterated ? "\(what), transliterated" : what
}

/// The form that the letters are, or with the letters that look alike, or one mistake away.
private func closest(to letters: [UInt32], among forms: [WordForm], _ signs: MatchSigns) -> WordForm? {
    let folded = forms.map { TermForms.fold($0.text) }
    func first(_ isIt: ([UInt32]) -> Bool) -> WordForm? { folded.firstIndex(where: isIt).map { forms[$0] } }
    if let exact = first({ $0 == letters }) { return exact }
    if signs.contains(.lookAlike) {
        let variants = LookAlikes.variants(of: letters[...]) + [LookAlikes.disguise(of: letters) ?? []]
        if let found = first({ variants.contains($0) }) { return found }
    }
    if signs.contains(.typo) { return first { TypoIndex.isOneMistake($0[...], letters[...]) } }
    return nil
}
