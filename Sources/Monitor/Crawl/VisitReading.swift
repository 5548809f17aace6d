import Complaints
import Storage

/// What one visit brought home: pages and judged records, or why it ended.
struct VisitReading: Sendable {
    var source: Source
    var policy: Policy
    var started: Instant
    /// In the order they were fetched.
    var pages: [VisitedPage] = []
    var candidates: [Candidate] = []
    /// What ended the visit before its last page.
    var failure: VisitFailure?
    /// The last page leads on, but the visit goes no further.
    var hasMore = false

    var isUnchanged: Bool { failure == nil && pages.allSatisfy(\.isUnchanged) }

    var recordCount: Int {
        candidates.count + pages.filter(\.isUnchanged).reduce(0) { $0 + $1.state.records }
    }

    /// Nothing can be read where a list begins, whatever its later pages still say.
    var isFirstPageEmpty: Bool { pages.first.map { $0.state.records == 0 } ?? false }

    /// The list was followed over several pages to its end.
    var reachedEnd: Bool { failure == nil && !hasMore && pages.count > 1 }

    var outcome: Visit.Outcome {
        if let failure { return pages.isEmpty ? .failed(failure) : .partial(failure) }
        return isUnchanged ? .unchanged : .complete
    }
}

struct VisitedPage: Sendable {
    var state: PageState
    /// The site said so, or the bytes were the same: it was not read again.
    var isUnchanged: Bool
}
