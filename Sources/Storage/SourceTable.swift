import Complaints

/// `source`: what changes about a source while the daemon runs.

public struct SourceStatus: Hashable, Sendable {
    public var id: SourceID
    public var subject: String
    public var url: String
    public var isActive: Bool
    public var nextVisit: Instant
    public var coverage: Coverage
    public var lastVisit: Instant?
    public var lastFailure: String?

    /// A source that no daemon has taken up yet.
    public init(unvisited source: Source, now: Instant) {
        self.init(
            id: source.id, subject: source.subject, url: source.url, isActive: true, nextVisit: now,
            coverage: Coverage(), lastVisit: nil, lastFailure: nil)
    }

    init(
        id: SourceID, subject: String, url: String, isActive: Bool, nextVisit: Instant, coverage: Coverage,
        lastVisit: Instant?, lastFailure: String?
    ) {
        self.id = id
        self.subject = subject
        self.url = url
        self.isActive = isActive
        self.nextVisit = nextVisit
        self.coverage = coverage
        self.lastVisit = lastVisit
        self.lastFailure = lastFailure
    }
}

/// A source that is this node's to visit until the claim ends.
public struct ClaimedVisit: Hashable, Sendable {
    public var source: SourceID
    public var due: Instant
    public var coverage: Coverage
}

/// A source as the store has it when the watchlists are read.
private struct Known {
    var url: String
    var subject: String
    var isActive: Bool
    /// Start of its last visit; nil where that failed or there was none.
    var lastGood: Instant?
    var next: Instant
}

extension Session {
    /// Makes the store know just these sources: new ones are due now, a changed URL starts afresh, and
    /// those left out are kept with their mentions but not polled.
    public func keepSources(_ sources: [Source], now: Instant) throws {
        let known = Dictionary(
            try query(
                "SELECT name, url, subject, is_active, failures, last_visit, next_visit FROM source", []
            ) { row in
                let (id, url, subject) = (row.source(), row.text(), row.text())
                let (isActive, failures) = (row.bool(), row.int())
                let last = row.optionalInstant()
                return (
                    id,
                    Known(
                        url: url, subject: subject, isActive: isActive, lastGood: failures == 0 ? last : nil,
                        next: row.instant())
                )
            }, uniquingKeysWith: { first, _ in first })
        for source in sources {
            guard let old = known[source.id] else {
                try execute(
                    "INSERT INTO source (name, subject, url, next_visit) VALUES (?, ?, ?, ?)",
                    [source.id, source.subject, source.url, now])
                continue
            }
            if old.url != source.url { try execute("DELETE FROM page WHERE source = ?", [source.id]) }
            if old.url != source.url || old.subject != source.subject || !old.isActive {
                try execute(
                    "UPDATE source SET subject = ?, url = ?, is_active = 1 WHERE name = ?",
                    [source.subject, source.url, source.id])
            }
            // An interval made shorter counts from the last visit; a failing source keeps its distance.
            let due = old.url != source.url ? now : old.lastGood.map { $0 + source.every }
            if let due, due < old.next { try postpone(source.id, to: due) }
        }
        let kept = Set(sources.map(\.id))
        for (id, known) in known where known.isActive && !kept.contains(id) {
            try execute("UPDATE source SET is_active = 0 WHERE name = ?", [id])
        }
    }

    /// Takes up to `limit` sources that are due, the longest overdue first, for `node` until `lease`.
    /// - Parameter only: names; nil for all.
    public func claimDueVisits(
        now: Instant, limit: Int, node: String, lease: Instant, only: [SourceID]? = nil
    ) throws -> [ClaimedVisit] {
        var filter = "is_active = 1 AND next_visit <= ? AND (claimed_until IS NULL OR claimed_until < ?)"
        var values: [any SQLBindable] = [now, now]
        if let only {
            filter += " AND name IN " + Self.marks(only.count)
            values += only
        }
        return try query(
            """
            UPDATE source SET claimed_by = ?, claimed_until = ?
            WHERE name IN (SELECT name FROM source WHERE \(filter) ORDER BY next_visit LIMIT ?)
            RETURNING name, next_visit, \(coverageColumns)
            """, [node, lease] + values + [limit]
        ) { ClaimedVisit(source: $0.source(), due: $0.instant(), coverage: try $0.coverage()) }
    }

    /// When the next source is due; nil when none is.
    public func nextVisitDue(now: Instant) throws -> Instant? {
        try first(
            """
            SELECT min(next_visit) FROM source
            WHERE is_active = 1 AND (claimed_until IS NULL OR claimed_until < ?)
            """, [now]
        ) { $0.optionalInstant() } ?? nil
    }

    /// Sources overdue now, the longest first: they are to be spread.
    public func overdueSources(now: Instant) throws -> [SourceID] {
        try query(
            "SELECT name FROM source WHERE is_active = 1 AND next_visit <= ? ORDER BY next_visit, name", [now]
        ) {
            $0.source()
        }
    }

    public func postpone(_ source: SourceID, to next: Instant) throws {
        try execute("UPDATE source SET next_visit = ? WHERE name = ?", [next, source])
    }

    /// Ends a claim without a visit.
    public func release(_ source: SourceID, next: Instant) throws {
        try execute(
            "UPDATE source SET claimed_by = NULL, claimed_until = NULL, next_visit = ? WHERE name = ?",
            [next, source])
    }

    /// Gives up the claims of a node that is known to be gone (this one, before its restart).
    public func releaseClaims(of node: String) throws {
        try execute("UPDATE source SET claimed_by = NULL, claimed_until = NULL WHERE claimed_by = ?", [node])
    }

    public func renewClaims(of node: String, until lease: Instant) throws {
        try execute("UPDATE source SET claimed_until = ? WHERE claimed_by = ?", [lease, node])
    }

    /// Ends a visit: what is known of the source now, and when it is due again.
    public func endVisit(_ visit: Visit, coverage: Coverage, next: Instant) throws {
        try execute(
            """
            UPDATE source SET claimed_by = NULL, claimed_until = NULL, next_visit = ?, health = ?,
                failures = ?, empty_visits = ?, usual_records = ?, last_visit = ?, last_success = ?,
                trouble_since = ?, last_failure = ?
            WHERE name = ?
            """,
            [
                next, coverage.health, coverage.failures, coverage.emptyVisits, coverage.usualRecords,
                visit.started, coverage.lastSuccess, coverage.troubleSince, visit.outcome.failure?.reason,
                visit.source,
            ])
        try recordVisit(visit)
    }

    public func sourceStatuses(_ only: SourceID? = nil) throws -> [SourceStatus] {
        try query(
            """
            SELECT name, subject, url, is_active, next_visit, \(coverageColumns), last_visit, last_failure
            FROM source \(only == nil ? "" : "WHERE name = ?") ORDER BY name
            """, only.map { [$0] } ?? []
        ) {
            SourceStatus(
                id: $0.source(), subject: $0.text(), url: $0.text(), isActive: $0.bool(),
                nextVisit: $0.instant(), coverage: try $0.coverage(), lastVisit: $0.optionalInstant(),
                lastFailure: $0.optionalText())
        }
    }
}

private let coverageColumns = "health, failures, empty_visits, usual_records, last_success, trouble_since"

extension Columns {
    mutating func coverage() throws -> Coverage {
        Coverage(
            health: try value(), failures: int(), emptyVisits: int(), usualRecords: int(),
            lastSuccess: optionalInstant(), troubleSince: optionalInstant())
    }
}
