import Complaints

/// What the store knows of its own soundness, and of the work that lies in it.

extension Session {
    /// What the engine finds damaged; reads the whole store. Empty when it is whole.
    public func damages() throws -> [String] {
        guard dialect.name == Dialect.sqlite.name else { return [] }
        return try query("PRAGMA quick_check(20)", []) { $0.text() }.filter { $0 != "ok" }
    }

    public func deadLetters() throws -> Int { try count("SELECT count(*) FROM alert WHERE state = 'dead'") }

    public func pendingAlerts() throws -> Int {
        try count("SELECT count(*) FROM alert WHERE state = 'pending'")
    }

    /// Whoever took a visit on does so no more: the store was put back from a copy.
    public func releaseAllClaims() throws {
        try execute("UPDATE source SET claimed_by = NULL, claimed_until = NULL WHERE claimed_by IS NOT NULL")
    }

    /// When the visit that waits for longest was due, among those that nobody has taken; nil when none waits.
    public func longestOverdue(now: Instant) throws -> Instant? {
        try first(
            """
            SELECT min(next_visit) FROM source WHERE is_active = 1 AND paused_at IS NULL AND next_visit < ?
                AND (claimed_until IS NULL OR claimed_until < ?)
            """, [now, now]
        ) { $0.optionalInstant() } ?? nil
    }

    /// The latest time that stands in the ledger: none can be in the future.
    public func latestVisit() throws -> Instant? {
        try first("SELECT max(last_visit) FROM source") { $0.optionalInstant() } ?? nil
    }
}
