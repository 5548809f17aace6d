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
    /// How far it saw; nil where it failed before its end was known.
    public var reach: Reach?
    /// The site's own count of its reviews, where it states one.
    public var statedCount: Int?
    public var requests: Int
    /// Received, after decompression.
    public var bytes: Int

    /// Whether everything written since the last such visit was seen.
    public var isComplete: Bool {
        switch outcome {
        case .unchanged: true
        case .complete: reach != .gap
        case .partial, .failed: false
        }
    }

    /// For people and programs: one that left a gap is not called complete.
    public var result: String { outcome == .complete && reach == .gap ? "incomplete" : outcome.name }

    /// Where a visit that did not fail stopped.
    public enum Reach: String, Hashable, Sendable {
        /// Nothing was known before: what is known begins here.
        case first
        /// At a record known before.
        case known
        /// At the end of the list.
        case end
        /// Short of what was known: something between may have been missed.
        case gap
    }

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
        recordCount: Int = 0, newMentions: Int = 0, changedMentions: Int = 0, reach: Reach? = nil,
        statedCount: Int? = nil, requests: Int = 0, bytes: Int = 0
    ) {
        self.source = source
        self.started = started
        self.ended = ended
        self.outcome = outcome
        self.pageCount = pageCount
        self.recordCount = recordCount
        self.newMentions = newMentions
        self.changedMentions = changedMentions
        self.reach = reach
        self.statedCount = statedCount
        self.requests = requests
        self.bytes = bytes
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
    /// Nothing of the host was heard: it may as well be our own network that is down.
    public var isUnreachable: Bool

    public init(code: String, reason: String, retryAfter: Instant? = nil, isUnreachable: Bool = false) {
        self.code = code
        self.reason = reason
        self.retryAfter = retryAfter
        self.isUnreachable = isUnreachable
    }

    public var description: String { reason }
}
