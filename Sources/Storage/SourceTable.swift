import Complaints

/// `source`: what changes about a source while the daemon runs.

func sourceSchema(_ dialect: Dialect) -> [String] {
    [
        "ALTER TABLE source ADD COLUMN paused_at INTEGER",
        "ALTER TABLE source ADD COLUMN paused_by TEXT",
        "ALTER TABLE source ADD COLUMN paused_why TEXT",
        // Where permanent redirects lead.
        "ALTER TABLE source ADD COLUMN moved_to TEXT",
        // How often it changes, as `Pace` has it.
        "ALTER TABLE source ADD COLUMN pace_rate REAL",
        "ALTER TABLE source ADD COLUMN pace_seconds REAL",
        // The site's own count of its reviews, at the last visit that read one.
        "ALTER TABLE source ADD COLUMN stated INTEGER",
    ]
}

/// A source that is this node's to visit until the claim ends.
public struct ClaimedVisit: Hashable, Sendable {
    public var source: SourceID
    public var due: Instant
    public var coverage: Coverage
    public var pace: Pace
    public var movedTo: String?
    public var statedCount: Int?
}

/// What a visit leaves behind on its source.
public struct VisitEnd: Sendable {
    public var visit: Visit
    public var coverage: Coverage
    public var pace: Pace
    public var movedTo: String?
    public var statedCount: Int?
    public var next: Instant

    public init(
        visit: Visit, coverage: Coverage, pace: Pace = Pace(), movedTo: String? = nil,
        statedCount: Int? = nil,
        next: Instant
    ) {
        self.visit = visit
        self.coverage = coverage
        self.pace = pace
        self.movedTo = movedTo
        self.statedCount = statedCount
        self.next = next
    }
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
            if old.url != source.url { try startAfresh(source.id, now: now) }
            if old.url != source.url || old.subject != source.subject || !old.isActive {
                try execute(
                    "UPDATE source SET subject = ?, url = ?, is_active = 1 WHERE name = ?",
                    [source.subject, source.url, source.id])
            }
            // An interval made shorter counts from the last visit; a failing source keeps its distance.
            let due = old.url != source.url ? now : old.lastGood.map { $0 + source.every.longest }
            if let due, due < old.next { try postpone(source.id, to: due) }
        }
        let kept = Set(sources.map(\.id))
        for (id, known) in known where known.isActive && !kept.contains(id) {
            try execute("UPDATE source SET is_active = 0 WHERE name = ?", [id])
        }
    }

    /// Another place under an old name: what was known of the old one says nothing about it.
    private func startAfresh(_ source: SourceID, now: Instant) throws {
        for table in ["page", "listing", "cookie", "contract"] {
            try execute("DELETE FROM \(table) WHERE source = ?", [source])
        }
        try execute(
            """
            UPDATE gap SET state = 'stays', ended = ?, why = 'the address of the source was changed'
            WHERE source = ? AND state = 'open'
            """, [now, source])
        try execute(
            """
            UPDATE source SET health = 'new', failures = 0, empty_visits = 0, usual_records = 0,
                last_success = NULL, trouble_since = NULL, last_failure = NULL, moved_to = NULL,
                pace_rate = NULL, pace_seconds = NULL, stated = NULL
            WHERE name = ?
            """, [source])
    }

    /// Stops the polling of a source, or lets it go on, due at once. False when there is no such source.
    public func pause(_ source: SourceID, _ pause: Pause?, now: Instant) throws -> Bool {
        acted(on: .source(source))
        guard let pause else {
            return try execute(
                """
                UPDATE source SET paused_at = NULL, paused_by = NULL, paused_why = NULL, next_visit = ?
                WHERE name = ? AND paused_at IS NOT NULL
                """, [now, source]) > 0
        }
        return try execute(
            "UPDATE source SET paused_at = ?, paused_by = ?, paused_why = ? WHERE name = ?",
            [pause.at, pause.by, pause.why, source]) > 0
    }

    /// Takes up to `limit` sources that are due, the longest overdue first, for `node` until `lease`.
    /// - Parameter only: names; nil for all.
    public func claimDueVisits(
        now: Instant, limit: Int, node: String, lease: Instant, only: [SourceID]? = nil
    ) throws -> [ClaimedVisit] {
        var filter =
            "is_active = 1 AND paused_at IS NULL AND next_visit <= ? AND (claimed_until IS NULL OR claimed_until < ?)"
        var values: [any SQLBindable] = [now, now]
        if let only {
            filter += " AND name IN " + Self.marks(only.count)
            values += only
        }
        return try query(
            """
            UPDATE source SET claimed_by = ?, claimed_until = ?
            WHERE name IN (SELECT name FROM source WHERE \(filter) ORDER BY next_visit LIMIT ?)
            RETURNING name, next_visit, \(coverageColumns), moved_to, \(paceColumns), stated
            """, [node, lease] + values + [limit]
        ) {
            let (source, due, coverage) = ($0.source(), $0.instant(), try $0.coverage())
            let moved = $0.optionalText()
            return ClaimedVisit(
                source: source, due: due, coverage: coverage, pace: $0.pace(), movedTo: moved,
                statedCount: $0.optionalInteger().map(Int.init))
        }
    }

    /// When the next source is due; nil when none is.
    public func nextVisitDue(now: Instant) throws -> Instant? {
        try first(
            """
            SELECT min(next_visit) FROM source
            WHERE is_active = 1 AND paused_at IS NULL AND (claimed_until IS NULL OR claimed_until < ?)
            """, [now]
        ) { $0.optionalInstant() } ?? nil
    }

    /// The machine's clock may have been ahead when the last run planned: its last visit lies in the future then,
    /// and so far back everything moves that was planned by it.
    /// - Returns: how many sources are planned anew.
    @discardableResult public func takeBackFuture(now: Instant) throws -> Int {
        let last = try first("SELECT max(last_visit) FROM source", []) { $0.optionalInstant() } ?? nil
        guard let last, last > now else { return 0 }
        try shortenHolds(by: last - now, now: now)
        return try replanAfterFutureVisits(now: now)
    }

    /// Visits that are planned by a clock that was ahead: the last one lies in the future, so the next is as far
    /// from now as it was to be from that. Without it nothing is polled until the clock is there again.
    /// - Returns: how many sources.
    public func replanAfterFutureVisits(now: Instant) throws -> Int {
        try execute(
            """
            UPDATE source SET next_visit = ? + CASE WHEN next_visit > last_visit THEN next_visit - last_visit ELSE 0 END
            WHERE last_visit > ?
            """, [now, now])
    }

    /// Sources overdue now, the longest first: they are to be spread.
    public func overdueSources(now: Instant) throws -> [SourceID] {
        try query(
            """
            SELECT name FROM source WHERE is_active = 1 AND paused_at IS NULL AND next_visit <= ?
            ORDER BY next_visit, name
            """, [now]
        ) {
            $0.source()
        }
    }

    /// Addresses whose last visit was answered, and when: what a restart knows of the network.
    public func answeredURLs(since: Instant) throws -> [(url: String, at: Instant)] {
        try query(
            """
            SELECT coalesce(moved_to, url), last_success FROM source
            WHERE is_active = 1 AND failures = 0 AND last_success >= ?
            """, [since]
        ) { ($0.text(), $0.instant()) }
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
    public func endVisit(_ end: VisitEnd) throws {
        let (visit, coverage) = (end.visit, end.coverage)
        try execute(
            """
            UPDATE source SET claimed_by = NULL, claimed_until = NULL, next_visit = ?, health = ?,
                failures = ?, empty_visits = ?, usual_records = ?, last_visit = ?, last_success = ?,
                trouble_since = ?, last_failure = ?, moved_to = ?, pace_rate = ?, pace_seconds = ?, stated = ?
            WHERE name = ?
            """,
            [
                end.next, coverage.health, coverage.failures, coverage.emptyVisits, coverage.usualRecords,
                visit.started, coverage.lastSuccess, coverage.troubleSince, visit.outcome.failure?.reason,
                end.movedTo, end.pace.rate, end.pace.seconds, end.statedCount, visit.source,
            ])
        try recordVisit(visit)
    }
}
