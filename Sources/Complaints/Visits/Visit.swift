/// One poll of one source, as the coverage ledger keeps it.
public struct Visit: Hashable, Sendable {
    public var source: SourceID
    public var started: Instant
    public var ended: Instant
    public var outcome: Outcome
    public var pageCount: Int
    public var recordCount: Int
    public var newMentions: Int
    public var changedMentions: Int

    public enum Outcome: Hashable, Sendable {
        /// Looked at and taken in.
        case complete
        /// Every page said that it has not changed.
        case unchanged
        /// The first pages were taken in, a later one failed.
        case partial(VisitFailure)
        case failed(VisitFailure)

        public var failure: VisitFailure? {
            switch self {
            case .complete, .unchanged: nil
            case .partial(let failure), .failed(let failure): failure
            }
        }

        /// As stored and printed.
        public var name: String {
            switch self {
            case .complete: "complete"
            case .unchanged: "unchanged"
            case .partial: "partial"
            case .failed: "failed"
            }
        }
    }

    public init(
        source: SourceID, started: Instant, ended: Instant, outcome: Outcome, pageCount: Int = 0,
        recordCount: Int = 0, newMentions: Int = 0, changedMentions: Int = 0
    ) {
        self.source = source
        self.started = started
        self.ended = ended
        self.outcome = outcome
        self.pageCount = pageCount
        self.recordCount = recordCount
        self.newMentions = newMentions
        self.changedMentions = changedMentions
    }
}

/// Why a source could not be seen.
public struct VisitFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Short and stable: `timeout`, `http-404`, `cut-off`, `robots`, `unreadable`, ...
    public var code: String
    /// A sentence for people: what, where.
    public var reason: String
    /// The site asked to wait until then.
    public var retryAfter: Instant?

    public init(code: String, reason: String, retryAfter: Instant? = nil) {
        self.code = code
        self.reason = reason
        self.retryAfter = retryAfter
    }

    public var description: String { reason }
}
