import Complaints

/// `event`, `alert`, `delivery`, `endpoint`: the outbox.

/// More states than a CHECK of schema 1 allows, so `alert` is made anew, and `delivery` with it, which points at
/// it. `scheduled` is when `next_attempt` was set: one that was set in the future was set by a clock that has been
/// turned back since.
func alertStatements(_ dialect: Dialect) -> [String] {
    [
        "ALTER TABLE delivery RENAME TO delivery_5",
        "ALTER TABLE alert RENAME TO alert_5",
        """
        CREATE TABLE alert (
            number \(dialect.identityColumn), event TEXT NOT NULL REFERENCES event (id),
            endpoint TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'pending'
                CHECK (state IN ('pending', 'delivered', 'dead', 'held', 'bundled', 'dropped')),
            attempts INTEGER NOT NULL DEFAULT 0, next_attempt INTEGER, scheduled INTEGER,
            claimed_until INTEGER, last_error TEXT, delivered INTEGER,
            held_by TEXT, bundle TEXT REFERENCES event (id), UNIQUE (event, endpoint)
        )
        """,
        """
        INSERT INTO alert (number, event, endpoint, state, attempts, next_attempt, claimed_until, last_error,
            delivered)
        SELECT number, event, endpoint, state, attempts, next_attempt, claimed_until, last_error, delivered
        FROM alert_5
        """,
        """
        CREATE TABLE delivery (
            id \(dialect.identityColumn), alert INTEGER NOT NULL REFERENCES alert (number),
            at INTEGER NOT NULL, status INTEGER, error TEXT, took INTEGER NOT NULL
        )
        """,
        "INSERT INTO delivery SELECT id, alert, at, status, error, took FROM delivery_5",
        "DROP TABLE delivery_5",
        "DROP TABLE alert_5",
        "CREATE INDEX alert_due ON alert (endpoint, next_attempt) WHERE state = 'pending'",
        "CREATE INDEX alert_held ON alert (endpoint, next_attempt) WHERE state = 'held'",
        "CREATE INDEX alert_dead ON alert (endpoint, number) WHERE state = 'dead'",
        "CREATE INDEX alert_bundle ON alert (bundle) WHERE bundle IS NOT NULL",
        // What is under way, found at once by the next start.
        "CREATE INDEX alert_claimed ON alert (number) WHERE claimed_until IS NOT NULL",
        "CREATE INDEX delivery_alert ON delivery (alert)",
    ]
}

/// An event on its way to one endpoint.
public struct Alert: Hashable, Sendable {
    public var number: Int64
    public var event: EventID
    public var type: EventType
    public var subject: String
    public var time: Instant
    public var endpoint: String
    public var state: State
    /// Attempts made so far.
    public var attempts: Int
    public var nextAttempt: Instant?
    public var lastError: String?
    public var delivered: Instant?
    /// Of the mention that the event is about, where there is one.
    public var url: String?
    public var text: String?

    /// What holds it, where it is held.
    public var heldBy: String?
    /// The event that tells of it instead, where it is bundled.
    public var bundle: EventID?

    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case pending, delivered, dead
        /// Waits for a better time: quiet hours, a silence, a group, a budget.
        case held
        /// Told of in another event, a digest.
        case bundled
        /// Given up because a person asked for it.
        case dropped
    }
}

extension Alert.State: SQLBindable {}

/// What a sender needs of an alert.
public struct DueAlert: Hashable, Sendable {
    public var number: Int64
    public var event: EventID
    public var attempts: Int
    public var body: [UInt8]
}

extension Session {
    /// Stores an event and an alert for each endpoint it is routed to.
    public func addEvent(_ event: Event, to endpoints: [String]) throws {
        try execute(
            "INSERT INTO event (id, type, subject, time, body) VALUES (?, ?, ?, ?, ?)",
            [event.id, event.type, event.subject.description, event.time, event.body])
        for endpoint in endpoints {
            try execute(
                "INSERT INTO alert (event, endpoint, next_attempt) VALUES (?, ?, ?)",
                [event.id, endpoint, event.time])
        }
    }

    /// The bytes that consumers get; nil for an id that is not there.
    public func eventBody(_ id: EventID) throws -> [UInt8]? {
        try first("SELECT body FROM event WHERE id = ?", [id]) { $0.blob() }
    }

    /// Takes due alerts of one endpoint until `lease`, the oldest first; none while the endpoint is
    /// disabled or held.
    public func claimDueAlerts(
        endpoint: String, now: Instant, limit: Int, lease: Instant
    ) throws -> [DueAlert] {
        if try isClosed(endpoint, now: now) { return [] }
        let due = try query(
            """
            SELECT number, event, attempts, body FROM alert JOIN event ON event.id = alert.event
            WHERE endpoint = ? AND state = 'pending' AND next_attempt <= ?
                AND (claimed_until IS NULL OR claimed_until < ?)
            ORDER BY next_attempt, number LIMIT ?
            """, [endpoint, now, now, limit]
        ) {
            DueAlert(number: $0.integer(), event: EventID($0.text()), attempts: $0.int(), body: $0.blob())
        }
        for alert in due {
            try execute("UPDATE alert SET claimed_until = ? WHERE number = ?", [lease, alert.number])
        }
        return due
    }

    /// Takes one event's alert; nil while it is not due, claimed, or its endpoint is disabled or held.
    public func claimAlert(
        of event: EventID, endpoint: String, now: Instant, lease: Instant
    ) throws -> DueAlert? {
        if try isClosed(endpoint, now: now) { return nil }
        let due = try first(
            """
            SELECT number, event, attempts, body FROM alert JOIN event ON event.id = alert.event
            WHERE event = ? AND endpoint = ? AND state = 'pending' AND next_attempt <= ?
                AND (claimed_until IS NULL OR claimed_until < ?)
            """, [event, endpoint, now, now]
        ) { DueAlert(number: $0.integer(), event: EventID($0.text()), attempts: $0.int(), body: $0.blob()) }
        if let due {
            try execute("UPDATE alert SET claimed_until = ? WHERE number = ?", [lease, due.number])
        }
        return due
    }

    /// The claims of a daemon that is known to be gone.
    public func releaseAlerts() throws {
        try execute("UPDATE alert SET claimed_until = NULL WHERE claimed_until IS NOT NULL")
    }

    private func isClosed(_ endpoint: String, now: Instant) throws -> Bool {
        guard let state = try endpointState(endpoint) else { return false }
        return state.disabledAt != nil || state.heldUntil.map { $0 > now } ?? false
    }

    /// Gives a claimed alert back untried.
    public func releaseAlert(_ number: Int64) throws {
        try execute("UPDATE alert SET claimed_until = NULL WHERE number = ?", [number])
    }

    public func addDelivery(of alert: Int64, at: Instant, status: Int?, error: String?, took: Duration) throws
    {
        try execute(
            "INSERT INTO delivery (alert, at, status, error, took) VALUES (?, ?, ?, ?, ?)",
            [alert, at, status, error, took])
        try execute(
            "UPDATE alert SET attempts = attempts + 1, claimed_until = NULL WHERE number = ?", [alert])
    }

    public func markDelivered(_ alert: Int64, at: Instant) throws {
        try execute(
            """
            UPDATE alert SET state = 'delivered', delivered = ?, next_attempt = NULL, last_error = NULL
            WHERE number = ?
            """, [at, alert])
    }

    public func retryAlert(_ alert: Int64, at: Instant, error: String) throws {
        try execute(
            "UPDATE alert SET next_attempt = ?, last_error = ? WHERE number = ?", [at, error, alert])
    }

    public func markDead(_ alert: Int64, error: String) throws {
        try execute(
            "UPDATE alert SET state = 'dead', next_attempt = NULL, last_error = ? WHERE number = ?",
            [error, alert])
    }

    /// Puts alerts of an event back into the outbox under the same id; returns how many.
    public func resend(_ event: EventID, endpoint: String?, now: Instant) throws -> Int {
        try execute(
            """
            UPDATE alert SET state = 'pending', attempts = 0, next_attempt = ?, claimed_until = NULL,
                delivered = NULL, held_by = NULL, bundle = NULL
            WHERE event = ? \(endpoint == nil ? "" : "AND endpoint = ?")
            """, [now, event] + (endpoint.map { [$0] } ?? []))
    }

    /// The latest first.
    public func alerts(
        state: Alert.State? = nil, endpoint: String? = nil, limit: Int? = nil
    ) throws -> [Alert] {
        var conditions: [String] = []
        var values: [any SQLBindable] = []
        if let state {
            conditions.append("state = ?")
            values.append(state)
        }
        if let endpoint {
            conditions.append("endpoint = ?")
            values.append(endpoint)
        }
        let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let mention = ["url", "text"].map { dialect.jsonText("body", ["data", "mention", $0]) }
        return try query(
            """
            SELECT number, event, type, subject, time, endpoint, state, attempts, next_attempt, last_error,
                delivered, \(mention.joined(separator: ", ")), held_by, bundle
            FROM alert JOIN event ON event.id = alert.event \(filter) ORDER BY number DESC
            """ + Self.limit(limit), values
        ) {
            Alert(
                number: $0.integer(), event: EventID($0.text()), type: try $0.value(), subject: $0.text(),
                time: $0.instant(), endpoint: $0.text(), state: try $0.value(), attempts: $0.int(),
                nextAttempt: $0.optionalInstant(), lastError: $0.optionalText(),
                delivered: $0.optionalInstant(), url: $0.optionalText(), text: $0.optionalText(),
                heldBy: $0.optionalText(), bundle: $0.optionalText().map(EventID.init))
        }
    }
}

extension Session {
    /// When the next alert of an endpoint becomes due; nil when none will.
    public func nextAttempt(endpoint: String, after now: Instant) throws -> Instant? {
        try first(
            "SELECT min(next_attempt) FROM alert WHERE endpoint = ? AND state = 'pending' AND next_attempt > ?",
            [endpoint, now]
        ) { $0.optionalInstant() } ?? nil
    }

    /// Whether there is anything to claim, without taking the write lock; false for an endpoint that is
    /// disabled or held.
    public func hasDueAlert(endpoint: String, now: Instant) throws -> Bool {
        if try isClosed(endpoint, now: now) { return false }
        return try first(
            """
            SELECT 1 FROM alert WHERE endpoint = ? AND state = 'pending' AND next_attempt <= ?
                AND (claimed_until IS NULL OR claimed_until < ?) LIMIT 1
            """, [endpoint, now, now]
        ) { $0.bool() } ?? false
    }
}

/// How the last attempt of an alert ended.
public struct DeliveryOutcome: Sendable {
    public var isDelivered: Bool
    /// For people.
    public var text: String
}

extension Session {
    public func lastDelivery(of event: EventID, to endpoint: String) throws -> DeliveryOutcome? {
        try first(
            """
            SELECT status, error, took FROM delivery JOIN alert ON alert.number = delivery.alert
            WHERE alert.event = ? AND alert.endpoint = ? ORDER BY delivery.id DESC LIMIT 1
            """, [event, endpoint]
        ) {
            let status = $0.optionalInteger().map(Int.init)
            let error = $0.optionalText()
            let took = $0.integer()
            return DeliveryOutcome(
                isDelivered: status.map { (200..<300).contains($0) } ?? (error == nil),
                text: (status.map { "answered \($0)" } ?? error ?? "taken") + " in \(took) ms")
        }
    }
}
