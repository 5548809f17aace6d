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
    /// The digest that told of it.
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

extension Session {
    /// Stores an event and an alert for each endpoint it is routed to.
    public func addEvent(_ event: Event, to endpoints: [String]) throws {
        try execute(
            "INSERT INTO event (id, type, subject, time, body) VALUES (?, ?, ?, ?, ?)",
            [event.id, event.type, event.subject.description, event.time, event.body])
        for endpoint in endpoints {
            try execute(
                "INSERT INTO alert (event, endpoint, next_attempt, scheduled) VALUES (?, ?, ?, ?)",
                [event.id, endpoint, event.time, event.time])
        }
    }

    /// The bytes that consumers get; nil for an id that is not there.
    public func eventBody(_ id: EventID) throws -> [UInt8]? {
        try first("SELECT body FROM event WHERE id = ?", [id]) { $0.blob() }
    }

    /// Puts alerts back into the outbox, whatever became of them; the digest that told of one stays named.
    public func resend(_ numbers: [Int64], now: Instant) throws {
        try execute(
            """
            UPDATE alert SET state = 'pending', attempts = 0, next_attempt = ?, scheduled = ?,
                claimed_until = NULL, delivered = NULL, held_by = NULL
            WHERE number = ?
            """, each: numbers.map { [now, now, $0] })
    }

    /// Alerts go to another endpoint under their ids, whatever became of them; those of events that go there already
    /// are given up where they wait.
    /// - Returns: how many go to the other endpoint now.
    public func resend(_ numbers: [Int64], to endpoint: String, now: Instant) throws -> Int {
        try execute(
            """
            UPDATE alert SET endpoint = ? WHERE number = ? AND NOT EXISTS
                (SELECT 1 FROM alert AS other WHERE other.event = alert.event AND other.endpoint = ?)
            """, each: numbers.map { [endpoint, $0, endpoint] })
        let moved = try numbers.inParts.flatMap { part in
            try query(
                "SELECT number FROM alert WHERE number IN \(Self.marks(part.count)) AND endpoint = ?",
                part + [endpoint]
            ) { $0.integer() }
        }
        try execute("DELETE FROM held_alert WHERE alert = ?", each: moved.map { [$0] })
        try resend(moved, now: now)
        let went = Set(moved)
        try drop(numbers.filter { !went.contains($0) })
        return moved.count
    }

    /// A person gave them up; what was delivered or told of stays as it is.
    public func drop(_ numbers: [Int64]) throws {
        try execute(
            """
            UPDATE alert SET state = 'dropped', next_attempt = NULL, claimed_until = NULL, held_by = NULL
            WHERE number = ? AND state IN ('pending', 'held', 'dead')
            """, each: numbers.map { [$0] })
        try execute("DELETE FROM held_alert WHERE alert = ?", each: numbers.map { [$0] })
    }

    /// How many wait for each endpoint that is none of those.
    public func strandedAlerts(known: [String]) throws -> [(endpoint: String, count: Int)] {
        // Few names stand in the table: each is found by its index, however many alerts there are to it.
        var found: [(endpoint: String, count: Int)] = []
        for state in ["pending", "held"] {
            var last = ""
            while let name = try first(
                "SELECT min(endpoint) FROM alert WHERE state = '\(state)' AND endpoint > ?", [last],
                { $0.optionalText() }) ?? nil
            {
                last = name
                if known.contains(name) { continue }
                let count = try count(
                    "SELECT count(*) FROM alert WHERE state = '\(state)' AND endpoint = ?", [name])
                if let index = found.firstIndex(where: { $0.endpoint == name }) {
                    found[index].count += count
                } else {
                    found.append((name, count))
                }
            }
        }
        return found
    }

    /// To which alerts go, by name.
    public func endpoints(of alerts: [Int64]) throws -> [String] {
        Set(
            try alerts.inParts.flatMap { part in
                try query(
                    "SELECT DISTINCT endpoint FROM alert WHERE number IN \(Self.marks(part.count))", part
                ) { $0.text() }
            }
        ).sorted()
    }

    /// The latest first.
    public func alerts(
        state: Alert.State? = nil, endpoint: String? = nil, limit: Int? = nil
    ) throws -> [Alert] {
        let states = state.flatMap { AlertFilter.State(rawValue: $0.rawValue) }.map { [$0] } ?? []
        return try alerts(AlertFilter(states: Set(states), endpoint: endpoint), limit: limit)
    }

    /// The latest first.
    public func alerts(_ filter: AlertFilter, limit: Int? = nil) throws -> [Alert] {
        try alerts(filter.conditions, limit: limit)
    }

    /// The latest first.
    public func alerts(_ numbers: [Int64]) throws -> [Alert] {
        try numbers.inParts.flatMap { part in
            var conditions = Conditions()
            conditions.among("number", Set(part))
            return try alerts(conditions, limit: nil)
        }
    }

    /// To each endpoint that it goes to, by name.
    public func alerts(of event: EventID) throws -> [Alert] {
        var conditions = Conditions()
        conditions.add("event = ?", [event])
        return try alerts(conditions, limit: nil).sorted { $0.endpoint < $1.endpoint }
    }

    private func alerts(_ conditions: Conditions, limit: Int?) throws -> [Alert] {
        let filter = conditions.terms.isEmpty ? "" : "WHERE " + conditions.terms.joined(separator: " AND ")
        let mention = ["url", "text"].map { dialect.jsonText("body", ["data", "mention", $0]) }
        return try query(
            """
            SELECT number, event, type, subject, time, endpoint, state, attempts, next_attempt, last_error,
                delivered, \(mention.joined(separator: ", ")), held_by, bundle
            FROM alert JOIN event ON event.id = alert.event \(filter) ORDER BY number DESC
            """ + Self.limit(limit), conditions.values
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
