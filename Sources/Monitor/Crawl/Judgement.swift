import Complaints

/// A record with what was judged of it, before the store is asked whether it is known.
struct Candidate: Sendable {
    var record: Record
    var score: Score
    /// Whether it is about the source's subject.
    var isAbout: Bool
    /// The page it stands on, and its place over all pages of the visit.
    var page: String
    var position: Int
    /// By which twins of a flagged record are looked up; made here, since the store is not to wait for it.
    var bands: [Int64]
}

/// Judges the records of one watchlist's sources: about us? a complaint?
struct Judge: Sendable {
    private let matcher: TermMatcher
    private let scorer: Scorer

    init(_ watchlist: Watchlist, scorer: Scorer) {
        matcher = TermMatcher(watchlist)
        self.scorer = scorer
    }

    func candidate(_ record: Record, of source: Source, page: String, position: Int) -> Candidate {
        var record = record
        record.language = record.language ?? source.language ?? recognisedLanguage(of: record.text)
        let isAbout =
            switch source.about {
            case .subject: true
            case .anyone: isMatch(record)
            }
        let score = scorer.score(
            record.text, title: record.title, language: record.language, rating: record.rating)
        let bands = isAbout && score.isFlagged ? bandKeys(of: shingleSketch(Content(record).words)) : []
        return Candidate(
            record: record, score: score, isAbout: isAbout, page: page, position: position, bands: bands)
    }

    private func isMatch(_ record: Record) -> Bool {
        let outcome = matcher.matches(in: Content(record).words)
        return !outcome.matches.isEmpty && outcome.ruledOut == nil
    }
}
