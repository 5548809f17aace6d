import Complaints

/// `reminder`: cases that an endpoint was told of and is told of again, until somebody acts on them.

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

/// One case of which one endpoint is to be told again.
public struct Reminder: Hashable, Sendable {
    public var endpoint: String
    public var `case`: CaseID
    /// What asked for a person, and since when.
    public var event: EventID
    public var type: EventType
    public var since: Instant
    /// The event by which it was told last.
    public var last: EventID
    public var next: Instant

    public init(
        endpoint: String, case id: CaseID, event: EventID, type: EventType, since: Instant, last: EventID,
        next: Instant
    ) {
        self.endpoint = endpoint
        self.case = id
        self.event = event
        self.type = type
        self.since = since
        self.last = last
        self.next = next
    }
}

extension Session {
    /// In the place of what was asked of the case before.
    public func keepReminder(_ reminder: Reminder) throws {
        try execute(
            """
            INSERT INTO reminder (endpoint, "case", event, type, last, since, next)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (endpoint, "case") DO UPDATE SET event = excluded.event, type = excluded.type,
                last = excluded.last, since = excluded.since, next = excluded.next
            """,
            [
                reminder.endpoint, reminder.case, reminder.event, reminder.type, reminder.last,
                reminder.since,
                reminder.next,
            ])
    }

    public func dropReminder(_ endpoint: String, _ id: CaseID) throws {
        try execute("DELETE FROM reminder WHERE endpoint = ? AND \"case\" = ?", [endpoint, id])
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
            SELECT endpoint, "case", event, type, since, last, next FROM reminder
            WHERE endpoint = ? AND next <= ? ORDER BY next, "case" LIMIT ?
            """, [endpoint, now, limit]
        ) {
            Reminder(
                endpoint: $0.text(), case: CaseID($0.integer()), event: EventID($0.text()),
                type: try $0.value(), since: $0.instant(), last: EventID($0.text()), next: $0.instant())
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
