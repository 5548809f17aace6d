import Complaints

/// `silence`: what somebody does not want to be told for a while. One that is over stays, with who ended it.

/// Schema 6.
func silenceStatements(_ dialect: Dialect) -> [String] {
    [
        // What it covers is a line a name; nothing covers all.
        """
        CREATE TABLE silence (
            id \(dialect.identityColumn), made INTEGER NOT NULL, by TEXT NOT NULL, until INTEGER NOT NULL,
            why TEXT NOT NULL, endpoints TEXT NOT NULL, types TEXT NOT NULL, subjects TEXT NOT NULL,
            cases TEXT NOT NULL, sources TEXT NOT NULL, ended INTEGER, ended_by TEXT
        )
        """,
        "CREATE INDEX silence_until ON silence (until) WHERE ended IS NULL",
    ]
}

/// Schema 7.
func silenceCountStatements(_ dialect: Dialect) -> [String] {
    // Alerts that it held and holds no more.
    ["ALTER TABLE silence ADD COLUMN let_go INTEGER NOT NULL DEFAULT 0"]
}

extension SilenceID: SQLBindable { public var sqlValue: SQLValue { .integer(number) } }

extension Session {
    public func addSilence(_ silence: Silence) throws -> SilenceID {
        let covers = silence.covers
        let id = try first(
            """
            INSERT INTO silence (made, by, until, why, endpoints, types, subjects, cases, sources)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            [
                silence.made, silence.by, silence.until, silence.why, lines(covers.endpoints),
                lines(covers.types), lines(covers.subjects), lines(covers.cases.map { String($0.number) }),
                lines(covers.sources),
            ]
        ) { SilenceID($0.integer()) }
        guard let id else { throw StoreError.damaged("a silence got no number") }
        acted(on: .silence(id))
        return id
    }

    /// So many that it held go out, or are held by something else from now on.
    public func countLetGo(_ count: Int, of id: SilenceID) throws {
        guard count > 0 else { return }
        try execute("UPDATE silence SET let_go = let_go + ? WHERE id = ?", [count, id])
    }

    /// False when there is none in force of that number.
    public func endSilence(_ id: SilenceID, by who: String, now: Instant) throws -> Bool {
        acted(on: .silence(id))
        return try execute(
            "UPDATE silence SET ended = ?, ended_by = ? WHERE id = ? AND ended IS NULL AND until > ?",
            [now, who, id, now]) > 0
    }

    public func silencesInForce(now: Instant) throws -> [Silence] {
        try silences("WHERE ended IS NULL AND until > ? ORDER BY id", [now])
    }

    public func silence(_ id: SilenceID) throws -> Silence? { try silences("WHERE id = ?", [id]).first }

    /// The latest first.
    public func silences(limit: Int? = nil) throws -> [Silence] {
        try silences("ORDER BY id DESC" + Self.limit(limit), [])
    }

    private func silences(_ condition: String, _ values: [any SQLBindable]) throws -> [Silence] {
        try query(
            """
            SELECT id, made, by, until, why, endpoints, types, subjects, cases, sources, ended, ended_by,
                let_go
            FROM silence \(condition)
            """, values
        ) {
            Silence(
                id: SilenceID($0.integer()), made: $0.instant(), by: $0.text(), until: $0.instant(),
                why: $0.text(),
                covers: Silence.Cover(
                    endpoints: names($0.text()), types: names($0.text()), subjects: names($0.text()),
                    cases: names($0.text()).compactMap { CaseID(text: $0) }, sources: names($0.text())),
                ended: $0.optionalInstant(), endedBy: $0.optionalText(), letGo: $0.int())
        }
    }
}

private func lines(_ names: [String]) -> String { names.joined(separator: "\n") }
private func names(_ lines: String) -> [String] { lines.split(separator: "\n").map(String.init) }
