import Complaints

/// A record as a visit found it, with what was judged of it before the store is asked whether it is known.
struct Candidate: Sendable {
    var record: Record
    /// As `recordPrint` says.
    var print: Int64
    /// Which of the visit's pages it stands on.
    var page: Int
    /// nil where the record stood there before, word for word: what was judged of it then still holds.
    var judgement: Judgement?
}

/// What the judge says of one record.
struct Judgement: Sendable {
    var score: Score
    /// Whether it is about the source's subject.
    var isAbout: Bool
    /// By which twins of a flagged record are looked up: its wording and the orders it names. Made here,
    /// since the store is not to wait for it.
    var bands: [Int64]
}

/// Judges the records of one watchlist's sources: about us? a complaint?
struct Judge: Sendable {
    /// One for all watchlists.
    private let terms: TermIndex
    private let number: Int
    private var scorer: Scorer

    /// `number` is the watchlist's place in the index.
    init(_ watchlist: Watchlist, in terms: TermIndex, at number: Int, scorer: Scorer) {
        self.terms = terms
        self.number = number
        self.scorer = scorer
        self.scorer.threshold = watchlist.threshold ?? scorer.threshold
    }

    /// The same with what the staff taught it.
    func taught(_ layer: LearnedLayer) -> Judge {
        var judge = self
        judge.scorer.layer = layer
        return judge
    }

    /// Fills in the record's language where the page does not state it.
    func judge(_ record: inout Record, of source: Source) -> Judgement {
        let isAbout =
            switch source.about {
            case .subject: true
            case .anyone: isMatch(record)
            }
        record.language = record.language ?? source.language ?? recognisedLanguage(of: record.text)
        let score = scorer.score(
            record.text, title: record.title, language: record.language, rating: record.rating,
            source: source.id)
        let isWanted = isAbout && score.isFlagged
        let bands = isWanted ? candidateKeys(of: ComparedText(text: Content(record).words)) : []
        return Judgement(score: score, isAbout: isAbout, bands: bands)
    }

    /// Where the terms decide: what they find in a record, and what took that away.
    func outcome(of record: Record) -> MatchOutcome { terms.outcome(of: number, in: Content(record).words) }

    private func isMatch(_ record: Record) -> Bool {
        let outcome = outcome(of: record)
        return !outcome.matches.isEmpty && outcome.ruledOut == nil
    }
}
