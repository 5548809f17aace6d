import Complaints

/// The queue: which cases are listed, in which order. What the order needs is kept beside each case.

/// Schema 5.
func queueStatements(_ dialect: Dialect) -> [String] {
    [
        // The earliest due time of a clock that runs, or was missed and is still awaited.
        "ALTER TABLE \"case\" ADD COLUMN nearest INTEGER",
        // In how many places it stands.
        "ALTER TABLE \"case\" ADD COLUMN reach INTEGER NOT NULL DEFAULT 1",
        // When something happened to it last.
        "ALTER TABLE \"case\" ADD COLUMN updated INTEGER NOT NULL DEFAULT 0",
        """
        UPDATE "case" SET nearest = (SELECT min(due) FROM clock WHERE clock."case" = "case".id
            AND (clock.state = 'running' OR clock.state = 'missed' AND clock.stopped IS NULL))
        WHERE \(isActive)
        """,
        """
        UPDATE "case" SET updated = coalesce(
                (SELECT max(at) FROM timeline WHERE timeline."case" = "case".id), opened),
            reach = (SELECT CASE count(*) WHEN 0 THEN 1 ELSE count(*) END FROM mention
                WHERE mention."case" = "case".id)
        """,
        // All that the order and the usual filters of the queue ask for, of the cases that want something.
        """
        CREATE INDEX case_queue ON "case" (nearest, urgency, reach, state, owner, subject, topic)
        WHERE \(isActive)
        """,
        "CREATE INDEX case_opened ON \"case\" (opened)",
        "CREATE INDEX case_updated ON \"case\" (updated)",
        // Filters ask whether one of a case's mentions fits; the case's own are found with one look.
        "CREATE INDEX mention_case_source ON mention (\"case\", source) WHERE \"case\" IS NOT NULL",
        "DROP INDEX mention_case",
        // The inbox, with all that its order asks for; SQLite reads the row where the WHERE names a column that
        // the index lacks.
        """
        CREATE INDEX mention_queue ON mention (inbox_rank DESC, id DESC, "case", urgency, flagged, decision)
        WHERE flagged = 1 AND decision IS NULL
        """,
        "DROP INDEX mention_inbox",
    ]
}

/// Word for word as the indexes say it: only then are they used.
private let isActive = "state IN ('new', 'open', 'waiting', 'answered')"
private let isOver = "state NOT IN ('new', 'open', 'waiting', 'answered')"

extension Session {
    /// The numbers of the cases that are meant, in order.
    public func caseIDs(
        _ filter: CaseFilter = .everything, order: CaseOrder = CaseOrder(), limit: Int? = nil, now: Instant
    ) throws -> [CaseID] {
        guard order.by == .priority else {
            let (columns, values) = caseOrder(order, now: now)
            return try caseIDs(filter, nil, columns, values, limit: limit, now: now)
        }
        var found: [CaseID] = []
        for wantsActive in order.isReversed ? [false, true] : [true, false] {
            guard filter.states.isEmpty || filter.states.contains(where: { $0.isActive == wantsActive }),
                limit.map({ found.count < $0 }) ?? true
            else { continue }
            let rest = limit.map { $0 - found.count }
            if wantsActive {
                let (columns, values) = caseOrder(order, now: now)
                found += try caseIDs(filter, isActive, columns, values, limit: rest, now: now)
            } else {
                let columns = order.isReversed ? "id" : "id DESC"
                found += try caseIDs(filter, isOver, columns, [], limit: rest, now: now)
            }
        }
        return found
    }

    /// How many are meant.
    /// - Parameter most: it is not counted further than that.
    public func caseCount(
        _ filter: CaseFilter = .everything, atMost most: Int? = nil, now: Instant
    ) throws -> Int {
        let conditions = filter.conditions(now: now)
        guard let most else {
            return try count("SELECT count(*) FROM \"case\"" + conditions.clause, conditions.values)
        }
        return try count(
            "SELECT count(*) FROM (SELECT 1 FROM \"case\"\(conditions.clause) LIMIT \(most)) AS some",
            conditions.values)
    }

    /// What filters may name: every source and subject that was ever watched, every policy
    /// and every tag that cases have.
    public func queueNames() throws -> (
        sources: [String], subjects: [String], policies: [String], tags: [String]
    ) {
        (
            try query("SELECT name FROM source ORDER BY name", []) { $0.text() },
            try query("SELECT DISTINCT subject FROM source ORDER BY subject", []) { $0.text() },
            try query("SELECT DISTINCT name FROM policy ORDER BY name", []) { $0.text() },
            try query("SELECT DISTINCT name FROM tag ORDER BY name", []) { $0.text() }
        )
    }

    private func caseIDs(
        _ filter: CaseFilter, _ part: String?, _ order: String, _ orderValues: [any SQLBindable],
        limit: Int?, now: Instant
    ) throws -> [CaseID] {
        var conditions = Conditions()
        if let part { conditions.add(part) }
        filter.add(to: &conditions, now: now)
        return try query(
            "SELECT id FROM \"case\"\(conditions.clause) ORDER BY \(order)" + Self.limit(limit),
            conditions.values + orderValues
        ) { CaseID($0.integer()) }
    }

    private func caseOrder(_ order: CaseOrder, now: Instant) -> (sql: String, values: [any SQLBindable]) {
        let (down, up) = order.isReversed ? ("ASC", "DESC") : ("DESC", "ASC")
        switch order.by {
        case .priority:
            let terms = CaseFilter.priority(now: now).order(isReversed: order.isReversed)
            return (terms.sql + ", id \(up)", terms.values)
        case .due:
            return ("CASE WHEN nearest IS NULL THEN 1 ELSE 0 END \(up), nearest \(up), id \(up)", [])
        case .opened: return ("opened \(down), id \(down)", [])
        case .updated: return ("updated \(down), id \(down)", [])
        case .score:
            return (
                "(SELECT max(score) FROM mention WHERE mention.\"case\" = \"case\".id) \(down), id \(up)", []
            )
        }
    }
}

extension CaseFilter {
    /// The one place where a filter becomes SQL: terms over the table `"case"`.
    func add(to conditions: inout Conditions, now: Instant) {
        conditions.among("state", states)
        conditions.owned(by: owners, column: "owner")
        conditions.among("subject", subjects)
        conditions.among("topic", topics)
        if !tags.isEmpty {
            var named = Conditions()
            named.among("name", Set(tags.map(\.name)))
            conditions.add("id IN (SELECT \"case\" FROM tag\(named.clause))", named.values)
        }
        var mentions = Conditions()
        mentions.among("mention.source", sources)
        mentions.among("mention.cause", causes)
        mentions.among("mention.language", languages)
        if !mentions.terms.isEmpty {
            conditions.add(
                """
                EXISTS (SELECT 1 FROM mention WHERE mention."case" = "case".id
                    AND \(mentions.terms.joined(separator: " AND ")))
                """, mentions.values)
        }
        if !policies.isEmpty {
            var named = Conditions()
            named.among("name", policies)
            conditions.add("policy IN (SELECT id FROM policy\(named.clause))", named.values)
        }
        if !priorities.isEmpty {
            conditions.add(isActive)
            Self.priority(now: now).isOne(of: priorities, into: &conditions)
        }
        if !due.isEmpty {
            conditions.add(isActive)
            conditions.within("nearest", due)
        }
        if !opened.isEndless { conditions.within("opened", [opened]) }
    }

    func conditions(now: Instant) -> Conditions {
        var conditions = Conditions()
        add(to: &conditions, now: now)
        return conditions
    }

    fileprivate static func priority(now: Instant) -> PrioritySQL {
        PrioritySQL(urgency: ["urgency"], nearest: "nearest", reach: "reach", now: now)
    }
}

extension Conditions {
    mutating func owned(by owners: Set<CaseFilter.Owner>, column: String) {
        guard !owners.isEmpty else { return }
        let names = owners.compactMap { owner -> String? in
            if case .named(let name) = owner { return name }
            return nil
        }
        var alternatives = owners.contains(.nobody) ? ["\(column) IS NULL"] : []
        if !names.isEmpty {
            alternatives.append(
                "\(column) IN (\(Array(repeating: "?", count: names.count).joined(separator: ",")))")
        }
        add("(" + alternatives.joined(separator: " OR ") + ")", names)
    }
}
