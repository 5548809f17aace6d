/// The words of a text that are the customer's own, and the facts among them.
struct ComparedWords {
    let text: FoldedText
    let shingles: Shingles
    /// Sums, dates, order numbers: words with a digit.
    private let figures: Set<UInt64>
    /// Names in the middle of a sentence, months and weekdays.
    private let names: Set<UInt64>
    private let spelled: [UInt64: String]
    private let all: Set<UInt64>

    init(_ original: String) {
        text = FoldedText(Self.withoutQuotes(original))
        shingles = Shingles(text)
        var figures: Set<UInt64> = []
        var names: Set<UInt64> = []
        var spelled: [UInt64: String] = [:]
        let shouts = text.words.count { $0.isCapital } * 2 > text.words.count
        for word in text.words {
            let isFigure = text.spelling(of: word).contains(where: Folding.isDigit)
            let isName = !shouts && word.isCapital && !word.opensSentence && word.count > 2
            guard isFigure || isName || Self.isDateWord(text.spelling(of: word)) else { continue }
            if isFigure { figures.insert(word.hash) } else { names.insert(word.hash) }
            spelled[word.hash] = text.text(of: word)
        }
        self.figures = figures
        self.names = names
        self.spelled = spelled
        all = Set(text.words.map(\.hash))
    }

    /// Facts that each text has and the other has not, as "1200 / 1350"; nil when one only says more.
    func replaced(in other: ComparedWords) -> String? {
        for (mine, theirs) in [(figures, other.figures), (names, other.names)] {
            let left = mine.filter { !other.all.contains($0) }.compactMap { spelled[$0] }.min()
            let right = theirs.filter { !all.contains($0) }.compactMap { other.spelled[$0] }.min()
            if let left, let right { return "\(left) / \(right)" }
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
