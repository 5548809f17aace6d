import Complaints

/// `clock` and `warning`: deadlines of cases, and what is to be said before them.
extension Session {
    /// - Parameter place: in the order of the policy.
    public func keepClock(_ reading: ClockReading, place: Int, of id: CaseID) throws {
        try execute(
            """
            INSERT INTO clock ("case", name, place, due, state, stopped) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT ("case", name) DO UPDATE SET due = excluded.due, state = excluded.state,
                stopped = excluded.stopped
            """, [id, reading.name, place, reading.due, reading.state, reading.stoppedAt])
    }

    public func clocks(of id: CaseID) throws -> [ClockReading] {
        try query("SELECT name, due, state, stopped FROM clock WHERE \"case\" = ? ORDER BY place", [id]) {
            ClockReading(
                name: $0.text(), due: $0.optionalInstant(), state: try $0.value(),
                stoppedAt: $0.optionalInstant())
        }
    }

    /// The clocks of several cases, those of each in the order of its policy.
    public func clocks(of ids: [CaseID]) throws -> [CaseID: [ClockReading]] {
        let found = try ids.inParts.flatMap { part in
            try query(
                """
                SELECT "case", name, due, state, stopped FROM clock WHERE "case" IN \(Self.marks(part.count))
                ORDER BY "case", place
                """, part
            ) {
                (
                    CaseID($0.integer()),
                    ClockReading(
                        name: $0.text(), due: $0.optionalInstant(), state: try $0.value(),
                        stoppedAt: $0.optionalInstant())
                )
            }
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    /// Cases with a running clock whose time is over.
    public func casesOverdue(now: Instant, limit: Int) throws -> [CaseID] {
        try query(
            """
            SELECT "case" FROM clock WHERE state = 'running' AND due < ?
            GROUP BY "case" ORDER BY min(due) LIMIT ?
            """,
            [now, limit]
        ) { CaseID($0.integer()) }
    }

    /// Replaces the warnings of a case that are still to be given; those given stay. A clock that was warned of
    /// and whose end moves gets no warning at a time that is over: somebody has just looked at it.
    public func keepWarnings(
        _ warnings: [(clock: String, at: Instant, due: Instant)], of id: CaseID, now: Instant
    ) throws {
        let known = try query("SELECT clock, at, sent FROM warning WHERE \"case\" = ?", [id]) {
            (clock: $0.text(), at: $0.instant(), sent: $0.optionalInstant())
        }
        try execute("DELETE FROM warning WHERE \"case\" = ? AND sent IS NULL", [id])
        for warning in warnings {
            let ofClock = known.filter { $0.clock == warning.clock }
            let waits = ofClock.contains { $0.at == warning.at && $0.sent == nil }
            guard warning.at > now || waits || ofClock.isEmpty else { continue }
            try execute(
                "INSERT INTO warning (\"case\", clock, at, due) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [id, warning.clock, warning.at, warning.due])
        }
    }

    /// Cases with a warning that is due, the longest due first.
    public func casesToWarn(now: Instant, limit: Int) throws -> [CaseID] {
        try query(
            """
            SELECT "case" FROM warning WHERE sent IS NULL AND at <= ?
            GROUP BY "case" ORDER BY min(at) LIMIT ?
            """, [now, limit]
        ) { CaseID($0.integer()) }
    }

    public func warningsDue(of id: CaseID, now: Instant) throws -> [(clock: String, at: Instant)] {
        try query(
            "SELECT clock, at FROM warning WHERE \"case\" = ? AND sent IS NULL AND at <= ? ORDER BY at",
            [id, now]
        ) { ($0.text(), $0.instant()) }
    }

    /// Warnings of several cases that are still to be given.
    public func warnings(of ids: [CaseID]) throws -> [CaseID: [(clock: String, at: Instant)]] {
        let found = try query(
            """
            SELECT "case", clock, at FROM warning WHERE sent IS NULL AND "case" IN \(Self.marks(ids.count))
            ORDER BY at
            """, ids
        ) { (id: CaseID($0.integer()), clock: $0.text(), at: $0.instant()) }
        return Dictionary(grouping: found, by: \.id).mapValues { $0.map { (clock: $0.clock, at: $0.at) } }
    }

    /// Marks every warning of a clock up to `at` as given: after a standstill they are said once.
    public func markWarned(_ id: CaseID, clock: String, upTo at: Instant, now: Instant) throws {
        try execute(
            "UPDATE warning SET sent = ? WHERE \"case\" = ? AND clock = ? AND at <= ? AND sent IS NULL",
            [now, id, clock, at])
    }

    /// The nearest due of a running clock that a reply on this source may stop; nil where there is none.
    public func nearestDue(of source: SourceID) throws -> Instant? {
        try first(
            """
            SELECT min(clock.due) FROM clock JOIN mention ON mention."case" = clock."case"
            WHERE mention.source = ? AND mention."case" IS NOT NULL AND clock.state = 'running'
            """, [source]
        ) { $0.optionalInstant() } ?? nil
    }

    /// Cases whose clocks have to be read anew though none is due, the longest due first.
    public func casesToLookAt(now: Instant, limit: Int) throws -> [CaseID] {
        try query(
            "SELECT id FROM \"case\" WHERE look_again < ? ORDER BY look_again LIMIT ?", [now, limit]
        ) { CaseID($0.integer()) }
    }

    /// When the next warning, due time, new look, rung, closing or news of a promise comes.
    public func nextDeadline() throws -> Instant? {
        try first(
            """
            SELECT min(at) FROM (SELECT min(at) AS at FROM warning WHERE sent IS NULL
                UNION ALL SELECT min(due) FROM clock WHERE state = 'running'
                UNION ALL SELECT min(look_again) FROM "case" WHERE look_again IS NOT NULL
                UNION ALL SELECT min(closes) FROM "case" WHERE closes IS NOT NULL
                UNION ALL SELECT min(at) FROM rung WHERE sent IS NULL
                UNION ALL SELECT min(next_at) FROM promise WHERE next_at IS NOT NULL) AS next
            """
        ) { $0.optionalInstant() } ?? nil
    }
}
