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
}

extension Session {
    public func endpointState(_ name: String) throws -> EndpointState? {
        try first("SELECT disabled_at, reason, held_until FROM endpoint WHERE name = ?", [name]) {
            EndpointState(
                name: name, disabledAt: $0.optionalInstant(), reason: $0.optionalText(),
                heldUntil: $0.optionalInstant())
        }
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

    /// False when it was not disabled.
    public func enableEndpoint(_ name: String) throws -> Bool {
        acted(on: .endpoint(name))
        return try execute(
            "UPDATE endpoint SET disabled_at = NULL, reason = NULL, held_until = NULL WHERE name = ? AND "
                + "disabled_at IS NOT NULL", [name]) > 0
    }

    /// An earlier hold is never shortened.
    public func holdEndpoint(_ name: String, until: Instant) throws {
        try execute(
            """
            INSERT INTO endpoint (name, held_until) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET held_until = excluded.held_until
            WHERE endpoint.held_until IS NULL OR endpoint.held_until < excluded.held_until
            """, [name, until])
    }
}
