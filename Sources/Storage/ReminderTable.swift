import Complaints

/// `reminder`: what an endpoint was told of and is told of again, until somebody acts on it or it is over.

/// Schema 6.
func reminderStatements(_ dialect: Dialect) -> [String] {
    [
        // `event` is what was told first, `last` what was sent last; `since` is when somebody was asked.
        """
        CREATE TABLE reminder (
            endpoint TEXT NOT NULL, "case" INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
            event TEXT NOT NULL, type TEXT NOT NULL, last TEXT NOT NULL, since INTEGER NOT NULL,
            next INTEGER NOT NULL, PRIMARY KEY (endpoint, "case")
        )
        """,
        "CREATE INDEX reminder_next ON reminder (endpoint, next)",
        "CREATE INDEX reminder_case ON reminder (\"case\")",
    ]
}

/// Schema 7: also of sources and incidents.
func reminderOfAllStatements(_ dialect: Dialect) -> [String] {
    [
        "ALTER TABLE reminder RENAME TO reminder_6",
        // `about` is `case/42`, `source/NAME`, `incident/7`.
        """
        CREATE TABLE reminder (
            endpoint TEXT NOT NULL, about TEXT NOT NULL,
            "case" INTEGER REFERENCES "case" (id) ON DELETE CASCADE, event TEXT NOT NULL, type TEXT NOT NULL,
            last TEXT NOT NULL, since INTEGER NOT NULL, next INTEGER NOT NULL, PRIMARY KEY (endpoint, about)
        )
        """,
        """
        INSERT INTO reminder (endpoint, about, "case", event, type, last, since, next)
        SELECT endpoint, 'case/' || "case", "case", event, type, last, since, next FROM reminder_6
        """,
        "DROP TABLE reminder_6",
        "CREATE INDEX reminder_next ON reminder (endpoint, next)",
        "CREATE INDEX reminder_case ON reminder (\"case\")",
        "CREATE INDEX reminder_about ON reminder (about)",
    ]
}

/// Of what one endpoint is to be told again.
public struct Reminder: Hashable, Sendable {
    public var endpoint: String
    /// `case/42`, `source/NAME`, `incident/7`.
    public var about: String
    public var `case`: CaseID?
    /// What asked for a person, and since when.
    public var event: EventID
    public var type: EventType
    public var since: Instant
    /// The event by which it was told last.
    public var last: EventID
    public var next: Instant

    public init(
        endpoint: String, about: String, case id: CaseID?, event: EventID, type: EventType, since: Instant,
        last: EventID, next: Instant
    ) {
        self.endpoint = endpoint
        self.about = about
        self.case = id
        self.event = event
        self.type = type
        self.since = since
        self.last = last
        self.next = next
    }
}

extension Session {
    /// In the place of what was asked about it before.
    public func keepReminder(_ reminder: Reminder) throws {
        try execute(
            """
            INSERT INTO reminder (endpoint, about, "case", event, type, last, since, next)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (endpoint, about) DO UPDATE SET "case" = excluded."case", event = excluded.event,
                type = excluded.type, last = excluded.last, since = excluded.since, next = excluded.next
            """,
            [
                reminder.endpoint, reminder.about, reminder.case, reminder.event, reminder.type,
                reminder.last, reminder.since, reminder.next,
            ])
    }

    public func drop(_ reminder: Reminder) throws {
        try execute(
            "DELETE FROM reminder WHERE endpoint = ? AND about = ?", [reminder.endpoint, reminder.about])
    }

    /// Nobody is told of it again; false where nobody was to be.
    public func dropReminders(about subject: EventSubject) throws -> Bool {
        acted(on: subject)
        return try execute("DELETE FROM reminder WHERE about = ?", [subject.description]) > 0
    }

    /// Endpoints that have something to be told again, and when the first of it is due.
    public func reminderEndpoints() throws -> [(endpoint: String, next: Instant, last: Instant)] {
        try query("SELECT endpoint, min(next), max(next) FROM reminder GROUP BY endpoint", []) {
            ($0.text(), $0.instant(), $0.instant())
        }
    }

    public func pullInReminders(of endpoint: String, to time: Instant) throws {
        try execute("UPDATE reminder SET next = ? WHERE endpoint = ? AND next > ?", [time, endpoint, time])
    }

    /// The longest due first.
    public func remindersDue(of endpoint: String, now: Instant, limit: Int) throws -> [Reminder] {
        try query(
            """
            SELECT endpoint, about, "case", event, type, since, last, next FROM reminder
            WHERE endpoint = ? AND next <= ? ORDER BY next, about LIMIT ?
            """, [endpoint, now, limit]
        ) {
            Reminder(
                endpoint: $0.text(), about: $0.text(), case: $0.optionalInteger().map { CaseID($0) },
                event: EventID($0.text()), type: try $0.value(), since: $0.instant(),
                last: EventID($0.text()), next: $0.instant())
        }
    }

    /// What was sent before, by itself or in a digest, is still on its way, or waits.
    public func isOnItsWay(_ event: EventID, to endpoint: String) throws -> Bool {
        try first(
            """
            SELECT 1 FROM alert LEFT JOIN alert AS digest
                ON digest.event = alert.bundle AND digest.endpoint = alert.endpoint
            WHERE alert.event = ? AND alert.endpoint = ?
                AND (alert.state IN ('pending', 'held') OR digest.state = 'pending')
            """,
            [event, endpoint]
        ) { $0.bool() } ?? false
    }
}
