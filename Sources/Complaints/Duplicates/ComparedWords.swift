/// The words of a text that are the customer's own, and the facts among them.
struct ComparedWords {
    let text: FoldedText
    let shingles: Shingles
    private let facts: [Fact]
    private let all: Set<UInt64>

    /// A word that says which case it is: a sum, a date, an order number, a name.
    private struct Fact {
        var kind: Kind
        var word: FoldedText.Word
        /// Hashes of the words around it: where one text says 1200 and the other 1350.
        var before: UInt64?
        var after: UInt64?

        enum Kind { case figure, name }
    }

    init(_ original: String) {
        text = FoldedText(Self.withoutQuotes(original))
        shingles = Shingles(text)
        let words = text.words
        let shouts = words.count { $0.isCapital } * 2 > words.count
        var facts: [Fact] = []
        for (index, word) in words.enumerated() {
            let isFigure = text.spelling(of: word).contains(where: Folding.isDigit)
            let isName = !shouts && word.isCapital && !word.opensSentence && word.count > 2
            guard isFigure || isName || Self.isDateWord(text.spelling(of: word)) else { continue }
            facts.append(
                Fact(
                    kind: isFigure ? .figure : .name, word: word,
                    before: index > 0 ? words[index - 1].hash : nil,
                    after: index + 1 < words.count ? words[index + 1].hash : nil))
        }
        self.facts = facts
        all = Set(words.map(\.hash))
    }

    /// Facts that stand in the same place of both texts and differ, as "1200 / 1350"; nil when one text
    /// only says more than the other.
    func replaced(in other: ComparedWords) -> String? {
        let mine = facts.filter { !other.all.contains($0.word.hash) }
        let theirs = other.facts.filter { !all.contains($0.word.hash) }
        for fact in mine {
            let match = theirs.first { candidate in
                candidate.kind == fact.kind
                    && ((fact.before != nil && fact.before == candidate.before)
                        || (fact.after != nil && fact.after == candidate.after))
            }
            if let match { return "\(text.text(of: fact.word)) / \(other.text.text(of: match.word))" }
        }
        return nil
    }

    /// Lines that begin with `>` are somebody else's words.
    private static func withoutQuotes(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: ">")) else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.drop { $0 == " " }.hasPrefix(">") }.joined(separator: "\n")
    }

    private static func isDateWord(_ letters: ArraySlice<UInt32>) -> Bool {
        letters.count >= 3 && dateWords.contains(Fold64.of(letters))
    }

    private static let dateWords: Set<UInt64> = Set(
        """
        january february march april june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday
        stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
        styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu
        poniedziałek wtorek środę środa czwartek piątek sobotę sobota niedzielę niedziela
        января февраля марта апреля мая июня июля августа сентября октября ноября декабря
        январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре
        понедельник вторник среду четверг пятницу субботу воскресенье
        januar februar märz juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag
        """.split { $0 == " " || $0 == "\n" }.map { Fold64.of(FoldedText(String($0)).letters) })
}
