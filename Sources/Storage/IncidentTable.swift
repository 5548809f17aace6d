import Complaints

/// `arrival`, `incident` and `incident_member`: complaints as bursts are counted, and the bursts.

/// Schema 4.
func incidentStatements(_ dialect: Dialect) -> [String] {
    [
        // A flagged mention by the time it was written: a row each, in the order they came.
        """
        CREATE TABLE arrival (
            number \(dialect.identityColumn), mention INTEGER NOT NULL UNIQUE, subject TEXT NOT NULL,
            source TEXT NOT NULL, at INTEGER NOT NULL, span INTEGER NOT NULL, is_backfill INTEGER NOT NULL,
            author INTEGER NOT NULL, topic TEXT
        )
        """,
        "CREATE INDEX arrival_subject ON arrival (subject, at)",
        // What came before this schema tells what is usual, and starts nothing.
        """
        INSERT INTO arrival (mention, subject, source, at, span, is_backfill, author, topic)
        SELECT id, subject, source, published, 0, 1, 0, topic FROM mention
        WHERE flagged = 1 AND published IS NOT NULL ORDER BY id
        """,
        """
        CREATE TABLE incident (
            id \(dialect.identityColumn), subject TEXT NOT NULL, source TEXT,
            kind TEXT NOT NULL CHECK (kind IN ('outage', 'batch', 'attack')),
            opened INTEGER NOT NULL, closed INTEGER, started INTEGER NOT NULL, ended INTEGER NOT NULL,
            length INTEGER NOT NULL, count INTEGER NOT NULL, expected REAL NOT NULL, topic TEXT,
            words TEXT NOT NULL, is_one_wording INTEGER NOT NULL, usual_rate REAL NOT NULL, why TEXT NOT NULL
        )
        """,
        "CREATE INDEX incident_open ON incident (subject) WHERE closed IS NULL",
        """
        CREATE TABLE incident_member (
            mention INTEGER PRIMARY KEY, incident INTEGER NOT NULL REFERENCES incident (id)
        )
        """,
        "CREATE INDEX incident_member_incident ON incident_member (incident)",
    ]
}

extension IncidentID: SQLBindable { public var sqlValue: SQLValue { .integer(number) } }
extension Incident.Kind: SQLBindable {}

extension Session {
    // MARK: Arrivals

    /// A mention is counted once, as it was flagged first.
    public func keepArrival(_ arrival: Arrival, subject: String) throws {
        try execute(
            """
            INSERT INTO arrival (mention, subject, source, at, span, is_backfill, author, topic)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [
                arrival.mention, subject, arrival.source, arrival.at, arrival.span, arrival.isBackfill,
                arrival.author, arrival.topic,
            ])
    }

    /// The number of the last one.
    public func lastArrival() throws -> Int { try count("SELECT coalesce(max(number), 0) FROM arrival") }

    /// Subjects with a complaint after that number.
    public func subjectsWithArrivals(after number: Int) throws -> [String] {
        try query("SELECT DISTINCT subject FROM arrival WHERE number > ?", [number]) { $0.text() }
    }

    /// Those of a subject that belong to no incident, in the order they were written.
    public func looseArrivals(of subject: String, since: Instant, until: Instant) throws -> [Arrival] {
        try query(
            """
            SELECT arrival.mention, source, at, span, is_backfill, author, topic FROM arrival
            LEFT JOIN incident_member ON incident_member.mention = arrival.mention
            WHERE subject = ? AND at >= ? AND at <= ? AND incident_member.mention IS NULL ORDER BY at, number
            """, [subject, since, until]
        ) { $0.arrival() }
    }

    /// What each source of a subject brought since a time, without what belongs to incidents.
    public func histories(of subject: String, since: Instant) throws -> [Baseline.History] {
        var found: [SourceID: Baseline.History] = [:]
        let rows = try query(
            """
            SELECT source, CASE WHEN span > 864000000 THEN NULL ELSE at / 3600000 END, is_backfill, count(*)
            FROM arrival LEFT JOIN incident_member ON incident_member.mention = arrival.mention
            WHERE subject = ? AND at >= ? AND incident_member.mention IS NULL GROUP BY 1, 2, 3
            """, [subject, since]
        ) { ($0.source(), $0.optionalInteger() ?? Baseline.History.unknownHour, $0.bool(), $0.int()) }
        for (source, hour, isBackfill, count) in rows {
            if found[source] == nil {
                found[source] = .init(source: source, since: try knownSince(source, since: since))
            }
            if isBackfill {
                found[source]?.backfill[hour] = count
            } else if hour != Baseline.History.unknownHour {
                found[source]?.hours[hour] = count
            }
        }
        return found.values.sorted { $0.source < $1.source }
    }

    /// From when on a source's posts are known: its first visit, or the oldest of the posts it had then.
    private func knownSince(_ source: SourceID, since: Instant) throws -> Instant {
        let visited = try first("SELECT min(started) FROM visit WHERE source = ?", [source]) {
            $0.optionalInstant()
        }
        if let visited, let visited, visited <= since { return since }
        let oldest = try first(
            "SELECT min(published), min(first_seen) FROM mention WHERE source = ?", [source]
        ) { [$0.optionalInstant(), $0.optionalInstant()].compactMap { $0 }.min() }
        return max(since, [visited ?? nil, oldest ?? nil].compactMap { $0 }.min() ?? since)
    }

    /// How many complaints of a subject were about what, between two times.
    public func topics(of subject: String, since: Instant, until: Instant) throws -> [String: Int] {
        let rows = try query(
            """
            SELECT coalesce(topic, ''), count(*) FROM arrival
            LEFT JOIN incident_member ON incident_member.mention = arrival.mention
            WHERE subject = ? AND at >= ? AND at < ? AND incident_member.mention IS NULL GROUP BY 1
            """, [subject, since, until]
        ) { ($0.text(), $0.int()) }
        return Dictionary(rows, uniquingKeysWith: +)
    }

    /// The words of the newest complaints about a subject before a time, outside incidents.
    public func complaintTexts(of subject: String, before: Instant, limit: Int) throws -> [String] {
        let ids = try query(
            """
            SELECT arrival.mention FROM arrival
            LEFT JOIN incident_member ON incident_member.mention = arrival.mention
            WHERE subject = ? AND at < ? AND incident_member.mention IS NULL
            ORDER BY at DESC, number DESC LIMIT ?
            """, [subject, before, limit]
        ) { MentionID($0.integer()) }
        return try ids.compactMap { try mention($0)?.content.words }
    }

    /// Rows a transaction, so that nobody waits for it.
    public func forgetArrivals(before: Instant, limit: Int) throws -> Int {
        try execute(
            "DELETE FROM arrival WHERE number IN (SELECT number FROM arrival WHERE at < ? LIMIT ?)",
            [before, limit])
    }

    // MARK: Incidents

    public func addIncident(_ new: Incident) throws -> IncidentID {
        let id = try first(
            """
            INSERT INTO incident (subject, source, kind, opened, started, ended, length, count, expected, topic,
                words, is_one_wording, usual_rate, why)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            [
                new.subject, new.source, new.kind, new.opened, new.from, new.until, new.window, new.count,
                new.expected, new.likeness.topic, new.likeness.words.joined(separator: "\n"),
                new.likeness.isOneWording, new.usualRate, new.why,
            ]
        ) { IncidentID($0.integer()) }
        guard let id else { throw StoreError.damaged("an incident got no number") }
        return id
    }

    public func closeIncident(_ id: IncidentID, at time: Instant) throws {
        try execute("UPDATE incident SET closed = ? WHERE id = ?", [time, id])
    }

    public func join(_ mentions: [MentionID], to id: IncidentID) throws {
        try execute(
            "INSERT INTO incident_member (mention, incident) VALUES (?, ?) ON CONFLICT DO NOTHING",
            each: mentions.map { [$0, id] })
    }

    public func incident(_ id: IncidentID) throws -> Incident? { try incidents("WHERE id = ?", [id]).first }

    /// Those of a subject, or of all, that are not over.
    public func openIncidents(of subject: String? = nil) throws -> [Incident] {
        guard let subject else { return try incidents("WHERE closed IS NULL ORDER BY id", []) }
        return try incidents("WHERE closed IS NULL AND subject = ? ORDER BY id", [subject])
    }

    /// Open ones first, then the latest.
    public func incidents(onlyOpen: Bool = false, limit: Int? = nil) throws -> [Incident] {
        try incidents(
            (onlyOpen ? "WHERE closed IS NULL " : "") + "ORDER BY closed IS NOT NULL, id DESC"
                + Self.limit(limit), [])
    }

    /// The incident that a mention of the case belongs to; the latest where there are several.
    public func incident(ofCase id: CaseID) throws -> IncidentID? {
        try first(
            """
            SELECT max(incident) FROM incident_member JOIN mention ON mention.id = incident_member.mention
            WHERE mention."case" = ?
            """, [id]
        ) { $0.optionalInteger().map(IncidentID.init) } ?? nil
    }

    /// The mentions of an incident with their cases, the oldest first.
    public func members(of id: IncidentID) throws -> [(mention: MentionID, caseID: CaseID?)] {
        try query(
            """
            SELECT mention.id, mention."case" FROM incident_member
            JOIN mention ON mention.id = incident_member.mention WHERE incident = ? ORDER BY mention.id
            """, [id]
        ) { (MentionID($0.integer()), $0.optionalInteger().map(CaseID.init)) }
    }

    /// When the complaints of an incident were written, from a time on.
    public func arrivalTimes(of id: IncidentID, since: Instant) throws -> [Instant] {
        try query(
            """
            SELECT at FROM incident_member JOIN arrival ON arrival.mention = incident_member.mention
            WHERE incident = ? AND at >= ? ORDER BY at
            """, [id, since]
        ) { $0.instant() }
    }

    /// Which sources brought the complaints of an incident.
    public func sources(of id: IncidentID) throws -> [SourceID] {
        try query(
            """
            SELECT DISTINCT source FROM incident_member JOIN mention ON mention.id = incident_member.mention
            WHERE incident = ? ORDER BY source
            """, [id]
        ) { $0.source() }
    }

    private func incidents(_ condition: String, _ values: [any SQLBindable]) throws -> [Incident] {
        try query(
            """
            SELECT id, subject, source, kind, opened, closed, started, ended, length, count, expected, topic,
                words, is_one_wording, usual_rate, why,
                (SELECT count(*) FROM incident_member WHERE incident_member.incident = incident.id),
                (SELECT max(at) FROM incident_member JOIN arrival ON arrival.mention = incident_member.mention
                    WHERE incident_member.incident = incident.id)
            FROM incident \(condition)
            """, values
        ) { try $0.incident() }
    }
}

extension Columns {
    fileprivate mutating func arrival() -> Arrival {
        Arrival(
            mention: MentionID(integer()), source: source(), at: instant(), span: .milliseconds(integer()),
            isBackfill: bool(), author: integer(), topic: optionalText())
    }

    fileprivate mutating func incident() throws -> Incident {
        let id = IncidentID(integer())
        let subject = text()
        let source = optionalText().map { SourceID($0) }
        let kind: Incident.Kind = try value()
        let opened = instant()
        let closed = optionalInstant()
        let (from, until) = (instant(), instant())
        let window = Duration.milliseconds(integer())
        let (count, expected) = (int(), real())
        let topic = optionalText()
        let words = text().split(separator: "\n").map(String.init)
        let likeness = Likeness(topic: topic, words: words, isOneWording: bool())
        let (rate, why) = (real(), text())
        return Incident(
            id: id, subject: subject, source: source, kind: kind, opened: opened, closed: closed, from: from,
            until: until, window: window, count: count, expected: expected, likeness: likeness,
            usualRate: rate, why: why, total: int(), last: optionalInstant() ?? until)
    }
}
