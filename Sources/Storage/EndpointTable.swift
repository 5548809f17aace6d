import Complaints

/// `endpoint`: what deliveries have shown of an endpoint.

/// All of it outlives the process: a restart neither hammers an endpoint that is down nor forgets for how long
/// it has been.
func endpointStatements(_ dialect: Dialect) -> [String] {
    [
        // When `held_until` was set.
        "ALTER TABLE endpoint ADD COLUMN held_at INTEGER",
        // Since the last delivery that was taken: how many failed, from when, the last, and for how long
        // (milliseconds, without the times in which nothing was tried).
        "ALTER TABLE endpoint ADD COLUMN failures INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE endpoint ADD COLUMN failing_since INTEGER",
        "ALTER TABLE endpoint ADD COLUMN failed_last INTEGER",
        "ALTER TABLE endpoint ADD COLUMN failing_for INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE endpoint ADD COLUMN last_error TEXT",
        "ALTER TABLE endpoint ADD COLUMN taken_last INTEGER",
        // While the breaker is open: when one delivery may try again.
        "ALTER TABLE endpoint ADD COLUMN probe_at INTEGER",
        "ALTER TABLE endpoint ADD COLUMN probe_wait INTEGER",
        // Deliveries a second; NULL is as many as it takes.
        "ALTER TABLE endpoint ADD COLUMN pace REAL",
        // The address that agreed to be sent to, when, and how many deliveries a minute (NULL: any).
        "ALTER TABLE endpoint ADD COLUMN greeted_url TEXT",
        "ALTER TABLE endpoint ADD COLUMN greeted_at INTEGER",
        "ALTER TABLE endpoint ADD COLUMN greeted_rate REAL",
        "ALTER TABLE endpoint ADD COLUMN refusal TEXT",
    ]
}

public struct EndpointState: Hashable, Sendable {
    public var name: String
    public var disabledAt: Instant?
    public var reason: String?
    public var heldUntil: Instant?
    public var heldAt: Instant?
    public var health = EndpointHealth()
    public var greeting: StoredGreeting?
    /// Why it would not be sent to, when it was asked.
    public var refusal: String?

    /// The address that agreed to be sent to.
    public struct StoredGreeting: Hashable, Sendable {
        public var url: String
        public var at: Instant
        /// Deliveries a minute; nil is any number.
        public var rate: Double?

        public init(url: String, at: Instant, rate: Double?) {
            self.url = url
            self.at = at
            self.rate = rate
        }
    }

    public init(name: String) { self.name = name }

    public var isDisabled: Bool { disabledAt != nil }

    /// Until when it asked to be left alone. What was said by a clock that has been turned back since is over.
    public func hold(now: Instant) -> Instant? {
        guard let heldUntil, heldUntil > now, heldAt.map({ $0 <= now + .seconds(5) }) ?? true else {
            return nil
        }
        return heldUntil
    }

    /// Disabled, or held.
    public func isClosed(now: Instant) -> Bool { isDisabled || hold(now: now) != nil }
}

extension Session {
    public func endpointState(_ name: String) throws -> EndpointState? {
        try endpointStates("WHERE name = ?", [name]).first
    }

    /// By name.
    public func endpointStates() throws -> [EndpointState] { try endpointStates("ORDER BY name", []) }

    private func endpointStates(_ which: String, _ values: [any SQLBindable]) throws -> [EndpointState] {
        try query(
            """
            SELECT name, disabled_at, reason, held_until, held_at, failures, failing_since, failed_last,
                failing_for, last_error, taken_last, probe_at, probe_wait, pace, greeted_url, greeted_at,
                greeted_rate, refusal
            FROM endpoint \(which)
            """, values
        ) { row in
            var state = EndpointState(name: row.text())
            state.disabledAt = row.optionalInstant()
            state.reason = row.optionalText()
            state.heldUntil = row.optionalInstant()
            state.heldAt = row.optionalInstant()
            state.health.failures = row.int()
            state.health.failingSince = row.optionalInstant()
            state.health.failedLast = row.optionalInstant()
            state.health.failingFor = .milliseconds(row.integer())
            state.health.lastError = row.optionalText()
            state.health.takenLast = row.optionalInstant()
            let (at, wait) = (row.optionalInstant(), row.integer())
            state.health.probe = at.map { EndpointHealth.Probe(at: $0, wait: .milliseconds(wait)) }
            state.health.pace = row.optionalReal()
            let (url, greeted, rate) = (row.optionalText(), row.optionalInstant(), row.optionalReal())
            if let url, let greeted { state.greeting = .init(url: url, at: greeted, rate: rate) }
            state.refusal = row.optionalText()
            return state
        }
    }

    /// What deliveries have shown of an endpoint.
    public func keep(_ health: EndpointHealth, of name: String) throws {
        try execute(
            """
            INSERT INTO endpoint (name, failures, failing_since, failed_last, failing_for, last_error,
                taken_last, probe_at, probe_wait, pace)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET failures = excluded.failures,
                failing_since = excluded.failing_since, failed_last = excluded.failed_last,
                failing_for = excluded.failing_for, last_error = excluded.last_error,
                taken_last = excluded.taken_last, probe_at = excluded.probe_at,
                probe_wait = excluded.probe_wait, pace = excluded.pace
            """,
            [
                name, health.failures, health.failingSince, health.failedLast, health.failingFor,
                health.lastError, health.takenLast, health.probe?.at, health.probe?.wait, health.pace,
            ])
    }

    /// What an endpoint said when it was asked whether it wants deliveries; a refusal undoes an agreement.
    public func keep(
        _ greeting: EndpointState.StoredGreeting?, refusal: String?, of name: String
    ) throws {
        try execute(
            """
            INSERT INTO endpoint (name, greeted_url, greeted_at, greeted_rate, refusal) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET greeted_url = excluded.greeted_url,
                greeted_at = excluded.greeted_at, greeted_rate = excluded.greeted_rate,
                refusal = excluded.refusal
            """, [name, greeting?.url, greeting?.at, greeting?.rate, refusal])
    }

    /// False when it was disabled already.
    public func disableEndpoint(_ name: String, reason: String, now: Instant) throws -> Bool {
        if try endpointState(name)?.disabledAt != nil { return false }
        try execute(
            """
            INSERT INTO endpoint (name, disabled_at, reason) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET disabled_at = excluded.disabled_at, reason = excluded.reason
            """, [name, now, reason])
        return true
    }

    /// Begins anew: nothing of what deliveries have shown holds any more, and what waits for it is due at once.
    /// - Returns: false when it was not disabled.
    public func enableEndpoint(_ name: String, now: Instant) throws -> Bool {
        acted(on: .endpoint(name))
        let isEnabled =
            try execute(
                """
                UPDATE endpoint SET disabled_at = NULL, reason = NULL, held_until = NULL, held_at = NULL,
                    failures = 0, failing_since = NULL, failed_last = NULL, failing_for = 0,
                    last_error = NULL, probe_at = NULL, probe_wait = NULL, pace = NULL,
                    greeted_url = NULL, greeted_at = NULL, greeted_rate = NULL, refusal = NULL
                WHERE name = ? AND disabled_at IS NOT NULL
                """, [name]) > 0
        guard isEnabled else { return false }
        try execute(
            """
            UPDATE alert SET next_attempt = ?, scheduled = ?
            WHERE endpoint = ? AND state = 'pending' AND next_attempt > ?
            """, [now, now, name, now])
        return true
    }

    /// An earlier hold is never shortened, but for one of a clock that has been turned back since.
    public func holdEndpoint(_ name: String, until: Instant, now: Instant) throws {
        try execute(
            """
            INSERT INTO endpoint (name, held_until, held_at) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET held_until = excluded.held_until, held_at = excluded.held_at
            WHERE endpoint.held_until IS NULL OR endpoint.held_until < excluded.held_until
                OR endpoint.held_at > excluded.held_at
            """, [name, until, now])
    }
}
