import Complaints

/// `gap`: what may have been missed, and what the operator asked to be read of the past.

func gapSchema(_ dialect: Dialect) -> [String] {
    [
        """
        CREATE TABLE gap (
            id \(dialect.identityColumn), source TEXT NOT NULL REFERENCES source (name),
            kind TEXT NOT NULL CHECK (kind IN ('gap', 'backfill')),
            state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'stays')),
            opened INTEGER NOT NULL, ended INTEGER, after INTEGER, before INTEGER, reached INTEGER,
            next_url TEXT, pages INTEGER NOT NULL, records INTEGER NOT NULL, failures INTEGER NOT NULL,
            why TEXT
        )
        """,
        "CREATE INDEX gap_source ON gap (source, opened)",
        "CREATE INDEX gap_open ON gap (source) WHERE state = 'open'",
    ]
}

extension Session {
    /// Returns its number.
    @discardableResult
    public func open(_ gap: Gap) throws -> Int64 {
        try first(
            """
            INSERT INTO gap (source, kind, state, opened, ended, after, before, reached, next_url, pages,
                records, failures, why)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            [
                gap.source, gap.kind, gap.state, gap.opened, gap.ended, gap.after, gap.before, gap.reached,
                gap.nextURL, gap.pages, gap.records, gap.failures, gap.why,
            ]
        ) { $0.integer() } ?? 0
    }

    public func keep(_ gap: Gap) throws {
        try execute(
            """
            UPDATE gap SET state = ?, ended = ?, after = ?, before = ?, reached = ?, next_url = ?, pages = ?,
                records = ?, failures = ?, why = ?
            WHERE id = ?
            """,
            [
                gap.state, gap.ended, gap.after, gap.before, gap.reached, gap.nextURL, gap.pages, gap.records,
                gap.failures, gap.why, gap.id,
            ])
    }

    /// Those still being followed back, the oldest first.
    public func openGaps(of source: SourceID) throws -> [Gap] {
        try gaps("WHERE source = ? AND state = 'open' ORDER BY id", [source])
    }

    /// All of a source, or those that touch a period by when they were opened; the latest first.
    public func gaps(of source: SourceID, limit: Int = 1000) throws -> [Gap] {
        try gaps("WHERE source = ? ORDER BY id DESC LIMIT ?", [source, limit])
    }

    /// How many of each source are still being followed back.
    public func openGapCounts() throws -> [SourceID: Int] {
        Dictionary(
            try query("SELECT source, count(*) FROM gap WHERE state = 'open' GROUP BY source", []) {
                ($0.source(), $0.int())
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether the past was ever asked for, to the same date or further.
    public func hasBackfill(of source: SourceID, to after: Instant?) throws -> Bool {
        try gaps("WHERE source = ? AND kind = 'backfill' ORDER BY id", [source]).contains { gap in
            guard let wanted = after else { return gap.after == nil }
            return gap.after.map { $0 <= wanted } ?? true
        }
    }

    private func gaps(_ rest: String, _ values: [any SQLBindable]) throws -> [Gap] {
        try query(
            """
            SELECT id, source, kind, state, opened, ended, after, before, reached, next_url, pages, records,
                failures, why
            FROM gap \(rest)
            """, values
        ) {
            Gap(
                id: $0.integer(), source: $0.source(), kind: try $0.value(), state: try $0.value(),
                opened: $0.instant(), ended: $0.optionalInstant(), after: $0.optionalInstant(),
                before: $0.optionalInstant(), reached: $0.optionalInstant(), nextURL: $0.optionalText(),
                pages: $0.int(), records: $0.int(), failures: $0.int(), why: $0.optionalText())
        }
    }
}
