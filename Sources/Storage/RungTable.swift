import Complaints

/// The rungs of ladders that were or will be climbed: each once in each run of its clock. Schema 5.
func rungStatements(_ dialect: Dialect) -> [String] {
    [
        // `sent` is negative for one that nobody was told of: passed over at that time.
        // `start` is when the clock began: reopened, it begins anew, and so does its ladder.
        """
        CREATE TABLE rung (
            "case" INTEGER NOT NULL REFERENCES "case" (id), number INTEGER NOT NULL, start INTEGER NOT NULL,
            at INTEGER NOT NULL, sent INTEGER, PRIMARY KEY ("case", number, start)
        )
        """,
        "CREATE INDEX rung_at ON rung (at) WHERE sent IS NULL",
    ]
}

/// `rung`.
extension Session {
    /// Replaces the rungs of a case that are still to be climbed; those that were stay, and so do those that were
    /// passed over, unless their time is to come again.
    public func keepRungs(_ rungs: [LadderStep], of id: CaseID, now: Instant) throws {
        try execute("DELETE FROM rung WHERE \"case\" = ? AND sent IS NULL", [id])
        for rung in rungs {
            try execute(
                """
                INSERT INTO rung ("case", number, start, at) VALUES (?, ?, ?, ?)
                ON CONFLICT ("case", number, start) DO UPDATE SET at = excluded.at,
                    sent = CASE WHEN excluded.at > ? THEN NULL ELSE rung.sent END
                WHERE rung.sent < 0
                """, [id, rung.number, rung.start, rung.at, now])
        }
    }

    /// Cases with a rung that is due, the longest due first.
    public func casesToEscalate(now: Instant, limit: Int) throws -> [CaseID] {
        try query(
            """
            SELECT "case" FROM rung WHERE sent IS NULL AND at <= ?
            GROUP BY "case" ORDER BY min(at) LIMIT ?
            """, [now, limit]
        ) { CaseID($0.integer()) }
    }

    /// In the order in which they are due.
    public func rungsDue(of id: CaseID, now: Instant) throws -> [LadderStep] {
        try rungs("\"case\" = ? AND sent IS NULL AND at <= ? ORDER BY at, number", [id, now])
            .map(\.step)
    }

    /// Every rung of a case that is known, with when it was climbed, or passed over.
    public func rungs(of id: CaseID) throws -> [(step: LadderStep, sent: Instant?, passed: Instant?)] {
        try rungs("\"case\" = ? ORDER BY at, number", [id])
    }

    public func markClimbed(_ id: CaseID, _ step: LadderStep, now: Instant) throws {
        try execute(
            "UPDATE rung SET sent = ? WHERE \"case\" = ? AND number = ? AND start = ? AND sent IS NULL",
            [now, id, step.number, step.start])
    }

    /// Nobody is told of it, as its time had passed when it came to be.
    public func passOver(_ id: CaseID, _ step: LadderStep, now: Instant) throws {
        try execute(
            "UPDATE rung SET sent = ? WHERE \"case\" = ? AND number = ? AND start = ? AND sent IS NULL",
            [Instant(milliseconds: -max(now.milliseconds, 1)), id, step.number, step.start])
    }

    private func rungs(
        _ condition: String, _ values: [any SQLBindable]
    ) throws -> [(step: LadderStep, sent: Instant?, passed: Instant?)] {
        try query("SELECT number, start, at, sent FROM rung WHERE \(condition)", values) { row in
            let step = LadderStep(number: row.int(), start: row.instant(), at: row.instant())
            guard let sent = row.optionalInstant() else { return (step, nil, nil) }
            let isPassed = sent.milliseconds < 0
            return (step, isPassed ? nil : sent, isPassed ? Instant(milliseconds: -sent.milliseconds) : nil)
        }
    }
}
