import Complaints

/// What staff do on cases. Schema 4.
func caseActStatements(_ dialect: Dialect) -> [String] {
    [
        "ALTER TABLE \"case\" ADD COLUMN next_step TEXT",
        "ALTER TABLE \"case\" ADD COLUMN next_due INTEGER",
        // When the clocks have to be read anew though none is due.
        "ALTER TABLE \"case\" ADD COLUMN look_again INTEGER",
        "CREATE INDEX case_look ON \"case\" (look_again) WHERE look_again IS NOT NULL",
        "ALTER TABLE timeline ADD COLUMN clock TEXT",
    ]
}

/// `case` with its `policy` and `timeline`.
extension Session {
    /// The number of a policy as it is now; the same policy is kept once.
    public func keepPolicy(name: String, body: String) throws -> Int64 {
        try execute("INSERT INTO policy (name, body) VALUES (?, ?) ON CONFLICT DO NOTHING", [name, body])
        return try first("SELECT id FROM policy WHERE name = ? AND body = ?", [name, body]) { $0.integer() }
            ?? 0
    }

    /// The policy under which a case was opened.
    public func policyBody(of caseID: CaseID) throws -> String? {
        try first(
            "SELECT body FROM policy JOIN \"case\" ON \"case\".policy = policy.id WHERE \"case\".id = ?",
            [caseID]
        ) { $0.text() }
    }

    /// Stores a new case; its number is given by the store.
    public func addCase(_ new: Case, policy: Int64) throws -> CaseID {
        let id = try first(
            """
            INSERT INTO "case" (subject, policy, state, owner, version, opened, posted, seen, due, nearest, reach,
                urgency, topic, updated)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            [
                new.subject, policy, new.state, new.owner, new.version, new.opened, new.posted, new.seen,
                new.due, new.nearest, new.reach, new.urgency, new.topic, new.opened,
            ]
        ) { CaseID($0.integer()) }
        guard let id else { throw StoreError.damaged("a case got no number") }
        return id
    }

    public func update(_ changed: Case) throws {
        acted(on: .case(changed.id))
        try execute(
            """
            UPDATE "case" SET state = ?, owner = ?, version = ?, due = ?, nearest = ?, reach = ?,
                urgency = ?, topic = ?, next_step = ?, next_due = ?, look_again = ?, assigned = ?, closes = ?
            WHERE id = ?
            """,
            [
                changed.state, changed.owner, changed.version, changed.due, changed.nearest, changed.reach,
                changed.urgency, changed.topic, changed.next?.what, changed.next?.due, changed.lookAgain,
                changed.assigned, changed.closes, changed.id,
            ])
    }

    public func `case`(_ id: CaseID) throws -> Case? { try cases("WHERE id = ?", [id]).first }

    /// The cases of these numbers, in their order; what is not there is left out.
    public func cases(_ ids: [CaseID]) throws -> [Case] {
        let found = try ids.inParts.flatMap { try cases("WHERE id IN " + Self.marks($0.count), $0) }
        let byID = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ids.compactMap { byID[$0] }
    }

    /// All of them, the latest first.
    public func cases() throws -> [Case] { try cases("ORDER BY id DESC", []) }

    /// Who has most of the cases that want something.
    public func busiestOwners(limit: Int) throws -> [String] {
        try query(
            """
            SELECT owner FROM "case" WHERE owner IS NOT NULL AND state IN ('new', 'open', 'waiting', 'answered')
            GROUP BY owner ORDER BY count(*) DESC, owner LIMIT ?
            """, [limit]
        ) { $0.text() }
    }

    public func addTimeline(_ entry: TimelineEntry, of id: CaseID) throws {
        acted(on: .case(id))
        let number = try first(
            """
            INSERT INTO timeline ("case", at, by, what, note, statement, time, mention, clock)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            [
                id, entry.at, entry.by, entry.what, entry.note, entry.statement, entry.time, entry.mention,
                entry.clock,
            ]
        ) { $0.integer() }
        guard let number else { throw StoreError.damaged("an entry of a timeline got no number") }
        try index(entry, number: number)
        try execute("UPDATE \"case\" SET updated = ? WHERE id = ? AND updated < ?", [entry.at, id, entry.at])
    }

    public func timeline(of id: CaseID) throws -> [TimelineEntry] {
        try query(
            """
            SELECT at, by, what, note, statement, time, mention, clock FROM timeline WHERE "case" = ?
            ORDER BY id
            """, [id]
        ) {
            TimelineEntry(
                at: $0.instant(), by: $0.optionalText(), what: try $0.value(), note: $0.optionalText(),
                statement: $0.optionalText(), time: $0.optionalInstant(),
                mention: $0.optionalInteger().map(MentionID.init), clock: $0.optionalText())
        }
    }

    private func cases(_ condition: String, _ values: [any SQLBindable]) throws -> [Case] {
        try query(
            """
            SELECT id, subject, state, owner, version, opened, posted, seen, due, nearest, reach, urgency,
                topic, next_step, next_due, look_again, assigned, closes
            FROM "case" \(condition)
            """, values
        ) {
            var found = Case(
                id: CaseID($0.integer()), subject: $0.text(), state: try $0.value(), owner: $0.optionalText(),
                version: $0.int(), opened: $0.instant(), posted: $0.optionalInstant(), seen: $0.instant(),
                due: $0.optionalInstant(), nearest: $0.optionalInstant(), reach: $0.int(),
                urgency: try $0.value(), topic: $0.optionalText())
            let (step, due) = ($0.optionalText(), $0.optionalInstant())
            found.next = step.map { NextStep($0, due: due) }
            found.lookAgain = $0.optionalInstant()
            found.assigned = $0.optionalInstant()
            found.closes = $0.optionalInstant()
            return found
        }
    }
}
