/// A stretch of a source's past that was not seen: something may have been missed there, or the operator
/// wants it read once.
public struct Gap: Hashable, Sendable {
    public var id: Int64
    public var source: SourceID
    public var kind: Kind
    public var state: State
    public var opened: Instant
    public var ended: Instant?
    /// Newer than this is not known; nil where it has no beginning.
    public var after: Instant?
    /// Older than this is not known; nil where the records do not say when they were written.
    public var before: Instant?
    /// The oldest publication that following the list has come to.
    public var reached: Instant?
    /// Where to go on; nil where no page leads further.
    public var nextURL: String?
    /// Read so far to close it.
    public var pages: Int
    public var records: Int
    /// Visits in a row that failed to go on.
    public var failures: Int
    /// Why it was closed, or why it stays.
    public var why: String?

    public enum Kind: String, Hashable, Sendable {
        /// A visit did not come to a record that was known.
        case gap
        /// The operator asked for the past (`backfill`).
        case backfill
    }

    public enum State: String, Hashable, Sendable {
        /// Being followed back.
        case open
        /// Everything in it was read.
        case closed
        /// What was in it cannot be known any more.
        case stays
    }

    /// Failed visits in a row after which a gap stays.
    public static let mostFailures = 5
    /// Pages after which a gap stays: a list that never ends.
    public static let mostPages = 2000

    public init(
        id: Int64 = 0, source: SourceID, kind: Kind, state: State = .open, opened: Instant,
        ended: Instant? = nil, after: Instant? = nil, before: Instant? = nil, reached: Instant? = nil,
        nextURL: String? = nil, pages: Int = 0, records: Int = 0, failures: Int = 0, why: String? = nil
    ) {
        self.id = id
        self.source = source
        self.kind = kind
        self.state = state
        self.opened = opened
        self.ended = ended
        self.after = after
        self.before = before
        self.reached = reached
        self.nextURL = nextURL
        self.pages = pages
        self.records = records
        self.failures = failures
        self.why = why
    }
}

/// What a stretch of pages, read to close a gap, found.
public struct GapStep: Hashable, Sendable {
    public var pages: Int
    /// When the records were published, as far as they say.
    public var published: [Instant]
    public var recordCount: Int
    /// A record that was known before the gap was opened stands on these pages.
    public var reachedKnown: Bool
    /// Everything on the last of these pages is older than the gap's beginning.
    public var isPast: Bool
    /// Where to go on; nil at the end of the list.
    public var nextURL: String?
    /// Why no further page could be read.
    public var failure: String?

    public init(
        pages: Int, published: [Instant], recordCount: Int, reachedKnown: Bool, nextURL: String?,
        isPast: Bool = false, failure: String? = nil
    ) {
        self.pages = pages
        self.published = published
        self.recordCount = recordCount
        self.reachedKnown = reachedKnown
        self.isPast = isPast
        self.nextURL = nextURL
        self.failure = failure
    }
}

extension Gap {
    /// Takes in what a visit read of it: goes on, is closed, or stays.
    ///
    /// - Parameter until: what was published before is not asked for (a backfill to a date).
    public mutating func take(_ step: GapStep, at now: Instant) {
        pages += step.pages
        records += step.recordCount
        if let oldest = step.published.min() { reached = reached.map { min($0, oldest) } ?? oldest }
        if step.pages > 0 { nextURL = step.nextURL }
        if kind == .gap, step.reachedKnown { return end(.closed, "a record known before was reached", now) }
        if let after, step.isPast || step.published.max().map({ $0 < after }) ?? false {
            return end(.closed, "everything since \(after) was read", now)
        }
        if let failure = step.failure {
            failures += 1
            if failures >= Self.mostFailures { end(.stays, "it could not be read further: \(failure)", now) }
            return
        }
        failures = 0
        if nextURL == nil {
            // The end of a list was reached: there is nothing older, whether or not the known one is there.
            return end(.closed, "the end of the list was reached", now)
        }
        if pages >= Self.mostPages { end(.stays, "\(counted(pages, "page")) did not come to its end", now) }
    }

    private mutating func end(_ state: State, _ why: String, _ now: Instant) {
        self.state = state
        self.why = why
        ended = now
        if state == .closed { nextURL = nil }
    }
}
