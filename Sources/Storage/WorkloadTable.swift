import Complaints

/// What everybody has, and what nobody has: as much of `case`, `mention` and `timeline` as a hand-out needs.
extension Session {
    /// By owner: cases that still want something, and those got within the last week.
    public func workloads(now: Instant) throws -> [String: Workload] {
        var loads: [String: Workload] = [:]
        let open = try query(
            """
            SELECT owner, state, urgency, due FROM "case"
            WHERE owner IS NOT NULL AND state IN ('new', 'open', 'waiting', 'answered')
            """, []
        ) {
            (
                owner: $0.text(), state: try $0.value(CaseState.self),
                urgency: try $0.value(Score.Urgency.self), due: $0.optionalInstant()
            )
        }
        for row in open {
            loads[row.owner, default: Workload()].open += 1
            loads[row.owner, default: Workload()].cost += Workload.cost(
                row.state, urgency: row.urgency, due: row.due, now: now)
        }
        let recent = try query(
            """
            SELECT owner, count(*), max(assigned) FROM "case"
            WHERE owner IS NOT NULL AND assigned >= ? GROUP BY owner
            """, [now - Workload.week]
        ) { (owner: $0.text(), count: $0.int(), last: $0.optionalInstant()) }
        for row in recent {
            loads[row.owner, default: Workload()].recent = row.count
            loads[row.owner, default: Workload()].last = row.last
        }
        return loads
    }

    /// Cases that want something and that nobody has, the nearest due time first.
    public func unownedCases(limit: Int) throws -> [CaseID] {
        try query(
            """
            SELECT id FROM "case" WHERE owner IS NULL AND state IN ('new', 'open', 'waiting', 'answered')
            ORDER BY due IS NULL, due, id LIMIT ?
            """, [limit]
        ) { CaseID($0.integer()) }
    }

    /// A case as far as its hand-out cares.
    public func handOutItem(of found: Case, now: Instant) throws -> HandOut.Item {
        let mentions = try query(
            "SELECT language, legal FROM mention WHERE \"case\" = ? ORDER BY id", [found.id]
        ) { (language: $0.optionalText(), isLegal: $0.bool()) }
        let declined = try query(
            "SELECT by FROM timeline WHERE \"case\" = ? AND what = 'unassigned'", [found.id]
        ) { $0.text() }
        return HandOut.Item(
            id: found.id, subject: found.subject, topic: found.topic,
            language: mentions.lazy.compactMap(\.language).first,
            isLegal: mentions.contains(where: \.isLegal), due: found.due,
            cost: Workload.cost(found.state, urgency: found.urgency, due: found.due, now: now),
            declined: Set(declined))
    }

    /// Cases that are to be closed by themselves now.
    public func casesToClose(now: Instant, limit: Int) throws -> [CaseID] {
        try query("SELECT id FROM \"case\" WHERE closes <= ? ORDER BY closes LIMIT ?", [now, limit]) {
            CaseID($0.integer())
        }
    }

    /// Open cases for which nobody said what is to be done next, and those that nobody has.
    public func neglectedCases() throws -> (lackingNext: Int, unowned: Int) {
        try first(
            """
            SELECT sum(CASE WHEN next_step IS NULL THEN 1 ELSE 0 END),
                sum(CASE WHEN owner IS NULL THEN 1 ELSE 0 END)
            FROM "case" WHERE state IN ('new', 'open', 'waiting', 'answered')
            """, []
        ) { (lackingNext: $0.int(), unowned: $0.int()) } ?? (0, 0)
    }
}
