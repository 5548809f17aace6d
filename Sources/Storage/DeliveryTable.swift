import Complaints

/// `delivery`, and what it makes of an `alert`: who carries it, how each attempt ended, when it is tried again.

/// What a sender needs of an alert.
public struct DueAlert: Hashable, Sendable {
    public var number: Int64
    public var event: EventID
    public var attempts: Int
    public var body: [UInt8]
}

/// One attempt, as it ended.
public struct Delivery: Hashable, Sendable {
    public var alert: Int64
    public var at: Instant
    public var status: Int?
    public var error: String?
    public var took: Duration

    public init(alert: Int64, at: Instant, status: Int?, error: String?, took: Duration) {
        self.alert = alert
        self.at = at
        self.status = status
        self.error = error
        self.took = took
    }

    public var isTaken: Bool { status.map { (200..<300).contains($0) } ?? (error == nil) }

    /// For people.
    public var text: String {
        (status.map { "answered \($0)" } ?? error ?? "taken") + " in \(took.inMilliseconds) ms"
    }
}

extension Session {
    /// Takes due alerts of one endpoint until `lease`, the oldest first; none while the endpoint is disabled
    /// or held. A claim that ends later than `lease` was made by a clock that has been turned back since.
    /// - Parameter except: those that this process carries already, whatever the clock says of their claims.
    public func claimDueAlerts(
        endpoint: String, now: Instant, limit: Int, lease: Instant, except: Set<Int64> = []
    ) throws -> [DueAlert] {
        if try endpointState(endpoint)?.isClosed(now: now) == true { return [] }
        let due = try query(
            """
            SELECT number, event, attempts, body FROM alert JOIN event ON event.id = alert.event
            WHERE endpoint = ? AND state = 'pending' AND next_attempt <= ? AND \(Self.isFree)
            ORDER BY next_attempt, number LIMIT ?
            """, [endpoint, now, now, lease + Self.clockSlack, limit], dueAlert
        ).filter { !except.contains($0.number) }
        try claim(due, until: lease)
        return due
    }

    /// Takes one event's alert; nil while it is not due, claimed, or its endpoint is disabled or held.
    public func claimAlert(
        of event: EventID, endpoint: String, now: Instant, lease: Instant
    ) throws -> DueAlert? {
        if try endpointState(endpoint)?.isClosed(now: now) == true { return nil }
        let due = try query(
            """
            SELECT number, event, attempts, body FROM alert JOIN event ON event.id = alert.event
            WHERE event = ? AND endpoint = ? AND state = 'pending' AND next_attempt <= ? AND \(Self.isFree)
            """, [event, endpoint, now, now, lease + Self.clockSlack], dueAlert)
        try claim(due, until: lease)
        return due.first
    }

    /// Whether there is anything to claim, without taking the write lock; false for an endpoint that is
    /// disabled or held.
    public func hasDueAlert(endpoint: String, now: Instant, lease: Instant) throws -> Bool {
        if try endpointState(endpoint)?.isClosed(now: now) == true { return false }
        return try first(
            """
            SELECT 1 FROM alert
            WHERE endpoint = ? AND state = 'pending' AND next_attempt <= ? AND \(Self.isFree) LIMIT 1
            """, [endpoint, now, now, lease + Self.clockSlack]
        ) { $0.bool() } ?? false
    }

    private static var isFree: String {
        "(claimed_until IS NULL OR claimed_until < ? OR claimed_until > ?)"
    }

    /// Clocks of two processes may differ by so much.
    private static var clockSlack: Duration { .seconds(5) }

    private func dueAlert(_ row: inout Columns) -> DueAlert {
        DueAlert(number: row.integer(), event: EventID(row.text()), attempts: row.int(), body: row.blob())
    }

    private func claim(_ due: [DueAlert], until lease: Instant) throws {
        try execute(
            "UPDATE alert SET claimed_until = ? WHERE number = ?", each: due.map { [lease, $0.number] })
    }

    /// The claims of a daemon that is known to be gone.
    public func releaseAlerts() throws {
        try execute("UPDATE alert SET claimed_until = NULL WHERE claimed_until IS NOT NULL")
    }

    /// Gives claimed alerts back untried.
    public func releaseAlerts(_ numbers: [Int64]) throws {
        try execute("UPDATE alert SET claimed_until = NULL WHERE number = ?", each: numbers.map { [$0] })
    }

    public func addDeliveries(_ deliveries: [Delivery]) throws {
        try execute(
            "INSERT INTO delivery (alert, at, status, error, took) VALUES (?, ?, ?, ?, ?)",
            each: deliveries.map { [$0.alert, $0.at, $0.status, $0.error, $0.took] })
    }

    /// They were taken, each at its time.
    public func markDelivered(_ alerts: [(number: Int64, at: Instant)]) throws {
        try execute(
            """
            UPDATE alert SET state = 'delivered', attempts = attempts + 1, delivered = ?, next_attempt = NULL,
                last_error = NULL, claimed_until = NULL
            WHERE number = ?
            """, each: alerts.map { [$0.at, $0.number] })
    }

    /// It failed, and is tried again at `at`.
    public func retryAlert(_ alert: Int64, at: Instant, error: String, now: Instant) throws {
        try execute(
            """
            UPDATE alert SET attempts = attempts + 1, next_attempt = ?, scheduled = ?, last_error = ?,
                claimed_until = NULL
            WHERE number = ?
            """, [at, now, error, alert])
    }

    /// It failed for the last time.
    public func markDead(_ alert: Int64, error: String) throws {
        try execute(
            """
            UPDATE alert SET state = 'dead', attempts = attempts + 1, next_attempt = NULL, last_error = ?,
                claimed_until = NULL
            WHERE number = ?
            """, [error, alert])
    }

    /// When the next alert of an endpoint becomes due; nil when none will.
    public func nextAttempt(endpoint: String, after now: Instant) throws -> Instant? {
        try first(
            "SELECT min(next_attempt) FROM alert WHERE endpoint = ? AND state = 'pending' AND next_attempt > ?",
            [endpoint, now]
        ) { $0.optionalInstant() } ?? nil
    }

    /// What a clock that has been turned back since put into the future is due now; returns how many.
    @discardableResult
    public func dueAgainAfterClock(endpoint: String, now: Instant) throws -> Int {
        try execute(
            """
            UPDATE alert SET next_attempt = ?, scheduled = ?
            WHERE endpoint = ? AND state = 'pending' AND next_attempt > ? AND scheduled > ?
            """, [now, now, endpoint, now, now + Self.clockSlack])
    }

    /// An endpoint that failed since `since` takes deliveries again: what failed meanwhile need not wait any more.
    public func dueAgain(endpoint: String, failedSince since: Instant, now: Instant) throws {
        try execute(
            """
            UPDATE alert SET next_attempt = ?, scheduled = ?
            WHERE endpoint = ? AND state = 'pending' AND next_attempt > ? AND attempts > 0 AND scheduled >= ?
            """, [now, now, endpoint, now, since])
    }

    /// Every attempt to deliver an event to an endpoint, the first first.
    public func deliveries(of event: EventID, to endpoint: String) throws -> [Delivery] {
        try query(
            """
            SELECT alert, at, status, delivery.error, took
            FROM delivery JOIN alert ON alert.number = delivery.alert
            WHERE alert.event = ? AND alert.endpoint = ? ORDER BY delivery.id
            """, [event, endpoint]
        ) {
            Delivery(
                alert: $0.integer(), at: $0.instant(), status: $0.optionalInteger().map(Int.init),
                error: $0.optionalText(), took: .milliseconds($0.integer()))
        }
    }
}
