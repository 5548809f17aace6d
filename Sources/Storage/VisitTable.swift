import Complaints

/// `visit`: the ledger of what was looked at when.

func visitSchema(_ dialect: Dialect) -> [String] {
    [
        "ALTER TABLE visit ADD COLUMN reach TEXT CHECK (reach IN ('first', 'known', 'end', 'gap'))",
        "ALTER TABLE visit ADD COLUMN stated INTEGER",
        "ALTER TABLE visit ADD COLUMN requests INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE visit ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0",
    ]
}

private let visitColumns =
    "started, ended, outcome, code, reason, pages, records, new_mentions, changed_mentions, reach, stated, "
    + "requests, bytes"

extension Session {
    func recordVisit(_ visit: Visit) throws {
        let failure = visit.outcome.failure
        try execute(
            """
            INSERT INTO visit (source, \(visitColumns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                visit.source, visit.started, visit.ended, visit.outcome.name, failure?.code, failure?.reason,
                visit.pageCount, visit.recordCount, visit.newMentions, visit.changedMentions,
                visit.reach, visit.statedCount, visit.requests, visit.bytes,
            ])
    }

    /// The latest first.
    public func visits(of source: SourceID, limit: Int) throws -> [Visit] {
        try query(
            "SELECT \(visitColumns) FROM visit WHERE source = ? ORDER BY started DESC, id DESC LIMIT ?",
            [source, limit]
        ) { $0.visit(of: source) }
    }

    /// Those that began in a period and, where there is one, the complete one before it; the earliest first.
    public func visits(of source: SourceID, from: Instant, to: Instant) throws -> [Visit] {
        let before = try query(
            """
            SELECT \(visitColumns) FROM visit WHERE source = ? AND started < ?
                AND (outcome = 'unchanged' OR outcome = 'complete' AND (reach IS NULL OR reach <> 'gap'))
            ORDER BY started DESC LIMIT 1
            """, [source, from]
        ) { $0.visit(of: source) }
        return before
            + (try query(
                """
                SELECT \(visitColumns) FROM visit WHERE source = ? AND started >= ? AND started < ?
                ORDER BY started, id
                """, [source, from, to]
            ) { $0.visit(of: source) })
    }

    /// When the visit began in which something was fetched; nil where it is not in the ledger any more.
    public func visitBegin(of source: SourceID, fetching at: Instant) throws -> Instant? {
        try first(
            "SELECT started FROM visit WHERE source = ? AND started <= ? ORDER BY started DESC LIMIT 1",
            [source, at]
        ) { $0.instant() }
    }

    /// How many visits each source had in a period, and how many pages they looked at.
    public func visitedPages(
        from: Instant, to: Instant
    ) throws -> [SourceID: (visits: Int, pages: Int)] {
        Dictionary(
            try query(
                """
                SELECT source, count(*), sum(pages) FROM visit WHERE started >= ? AND started < ?
                GROUP BY source
                """, [from, to]
            ) { ($0.source(), (visits: $0.int(), pages: $0.int())) }, uniquingKeysWith: { first, _ in first })
    }

    /// The first one after a time that saw how far it reached: it may cover what lies before it.
    public func nextLook(at source: SourceID, from time: Instant) throws -> Visit? {
        try first(
            """
            SELECT \(visitColumns) FROM visit
            WHERE source = ? AND started >= ? AND outcome IN ('complete', 'unchanged')
            ORDER BY started, id LIMIT 1
            """, [source, time]
        ) { $0.visit(of: source) }
    }

    /// What the last visits of every polled source asked for; those that were never visited are left out.
    ///
    /// A visit's time holds waits for the host's turn, so the quickest counts.
    /// - Parameter delay: from request to request on one host.
    public func usualVisits(delay: Duration) throws -> [SourceID: UsualVisit] {
        Dictionary(
            try query(
                """
                SELECT source, avg(asked), min(CASE WHEN took > asked * ? THEN took / asked
                    ELSE took - (asked - 1) * ? END)
                FROM (SELECT source.name AS source, visit.ended - visit.started AS took,
                        CASE WHEN requests > 0 THEN requests WHEN pages > 0 THEN pages ELSE 1 END AS asked
                    FROM source JOIN visit ON visit.id IN
                        (SELECT id FROM visit AS late WHERE late.source = source.name
                            ORDER BY started DESC LIMIT 5)
                    WHERE source.is_active = 1 AND visit.outcome IN ('complete', 'unchanged')) AS last
                GROUP BY source
                """, [delay, delay]
            ) {
                ($0.source(), UsualVisit(requests: $0.real(), request: .milliseconds(max(1, $0.integer()))))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Drops visits that ended before `time`; returns how many.
    public func oldVisits(before time: Instant) throws -> Int {
        try count("SELECT count(*) FROM visit WHERE ended < ?", [time])
    }

    public func forgetVisits(before time: Instant, limit: Int) throws -> Int {
        try execute(
            "DELETE FROM visit WHERE id IN (SELECT id FROM visit WHERE ended < ? ORDER BY id LIMIT ?)",
            [time, limit])
    }
}

/// What a visit to a source asks of its host, as the last ones did.
public struct UsualVisit: Hashable, Sendable {
    public var requests: Double
    /// What one request takes.
    public var request: Duration

    public init(requests: Double, request: Duration) {
        self.requests = requests
        self.request = request
    }
}

extension Columns {
    fileprivate mutating func visit(of source: SourceID) -> Visit {
        let started = instant()
        let ended = instant()
        let name = text()
        let failure = VisitFailure(code: text(), reason: text())
        let outcome: Visit.Outcome =
            switch name {
            case "complete": .complete
            case "unchanged": .unchanged
            case "partial": .partial(failure)
            default: .failed(failure)
            }
        return Visit(
            source: source, started: started, ended: ended, outcome: outcome, pageCount: int(),
            recordCount: int(), newMentions: int(), changedMentions: int(), reach: optionalValue(),
            statedCount: optionalInteger().map(Int.init), requests: int(), bytes: int())
    }
}
