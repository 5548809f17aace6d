import Complaints

/// What was promised to customers. Schema 5.
func promiseStatements(_ dialect: Dialect) -> [String] {
    [
        """
        CREATE TABLE promise (
            "case" INTEGER NOT NULL REFERENCES "case" (id), number INTEGER NOT NULL, what TEXT NOT NULL,
            measure TEXT, owner TEXT, due INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (
                state IN ('proposed', 'declined', 'open', 'kept', 'late', 'partial', 'broken')),
            made INTEGER NOT NULL, by TEXT, said TEXT, ended INTEGER, note TEXT, next_at INTEGER,
            PRIMARY KEY ("case", number)
        )
        """,
        // When something has to be told next: that it is at risk, then that it is broken.
        "CREATE INDEX promise_next ON promise (next_at) WHERE next_at IS NOT NULL",
        "CREATE INDEX promise_made ON promise (made)",
    ]
}

/// `promise`.
extension Session {
    /// Stores a new promise under the next number of its case, and returns it with that.
    public func addPromise(_ new: Promise, of id: CaseID) throws -> Promise {
        var promise = new
        promise.number =
            try count("SELECT coalesce(max(number), 0) FROM promise WHERE \"case\" = ?", [id]) + 1
        try execute(
            """
            INSERT INTO promise ("case", number, what, measure, owner, due, state, made, by, said, ended, note,
                next_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, promise.number, promise.what, promise.measure, promise.owner, promise.due, promise.state,
                promise.made, promise.by, promise.said, promise.ended, promise.note, promise.next,
            ])
        return promise
    }

    public func update(_ promise: Promise, of id: CaseID) throws {
        acted(on: .case(id))
        try execute(
            """
            UPDATE promise SET what = ?, measure = ?, owner = ?, due = ?, state = ?, by = ?, ended = ?,
                note = ?, next_at = ? WHERE "case" = ? AND number = ?
            """,
            [
                promise.what, promise.measure, promise.owner, promise.due, promise.state, promise.by,
                promise.ended, promise.note, promise.next, id, promise.number,
            ])
    }

    /// The promises of a case by number.
    public func promises(of id: CaseID) throws -> [Promise] {
        try promises("WHERE \"case\" = ? ORDER BY number", [id]).map(\.promise)
    }

    /// Everything promised since a time, in order of the time.
    public func promises(since: Instant?) throws -> [(case: CaseID, promise: Promise)] {
        try promises(
            "WHERE made >= ? ORDER BY made, \"case\", number", [since ?? Instant(milliseconds: .min)])
    }

    /// Whether anything is still owed by a promise of the case.
    public func hasOpenPromise(_ id: CaseID) throws -> Bool {
        try count("SELECT count(*) FROM promise WHERE \"case\" = ? AND state = 'open'", [id]) > 0
    }

    /// Cases with a promise of which something has to be told, the longest due first.
    public func casesWithPromiseNews(now: Instant, limit: Int) throws -> [CaseID] {
        try query(
            """
            SELECT "case" FROM promise WHERE next_at <= ? GROUP BY "case" ORDER BY min(next_at) LIMIT ?
            """, [now, limit]
        ) { CaseID($0.integer()) }
    }

    /// The promises of a case go to another, under new numbers there; nothing of them is told here any more.
    public func movePromises(from: CaseID, to: CaseID) throws {
        for var promise in try promises(of: from) where [.open, .proposed].contains(promise.state) {
            _ = try addPromise(promise, of: to)
            promise.next = nil
            promise.note = "goes on in case \(to)"
            promise.state = .declined
            try update(promise, of: from)
        }
    }

    private func promises(
        _ condition: String, _ values: [any SQLBindable]
    ) throws -> [(case: CaseID, promise: Promise)] {
        try query(
            """
            SELECT "case", number, what, measure, owner, due, state, made, by, said, ended, note, next_at
            FROM promise \(condition)
            """, values
        ) { row in
            let id = CaseID(row.integer())
            let promise = Promise(
                number: row.int(), what: row.text(), measure: row.optionalText(), owner: row.optionalText(),
                due: row.instant(), state: try row.value(), made: row.instant(), by: row.optionalText(),
                said: row.optionalText(), ended: row.optionalInstant(), note: row.optionalText(),
                next: row.optionalInstant())
            return (id, promise)
        }
    }
}

extension Promise.State: SQLBindable {}
