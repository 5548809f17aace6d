import Complaints

/// `held_alert`, `alert_group`, `alert_budget`: alerts that wait for a better time, and what decides about the
/// next ones.

/// Schema 6.
func heldAlertStatements(_ dialect: Dialect) -> [String] {
    [
        // What is asked of an alert again when its hold ends. Its state and its time stand in `alert`.
        """
        CREATE TABLE held_alert (
            alert INTEGER PRIMARY KEY REFERENCES alert (number) ON DELETE CASCADE, endpoint TEXT NOT NULL,
            holder TEXT NOT NULL, until INTEGER NOT NULL, type TEXT NOT NULL, about TEXT NOT NULL,
            "case" INTEGER, subject TEXT, source TEXT, incident INTEGER, statute_due INTEGER,
            is_statute_missed INTEGER NOT NULL, is_late INTEGER NOT NULL
        )
        """,
        "CREATE INDEX held_alert_holder ON held_alert (endpoint, holder, until)",
        "CREATE INDEX held_alert_until ON held_alert (until)",
        "CREATE INDEX held_alert_case ON held_alert (endpoint, \"case\") WHERE \"case\" IS NOT NULL",
        // When a group was told last.
        """
        CREATE TABLE alert_group (
            endpoint TEXT NOT NULL, key TEXT NOT NULL, told INTEGER NOT NULL, PRIMARY KEY (endpoint, key)
        ) \(dialect.keyedTable)
        """,
        "CREATE INDEX alert_group_told ON alert_group (told)",
        "CREATE TABLE alert_budget (endpoint TEXT PRIMARY KEY, tokens REAL NOT NULL, at INTEGER NOT NULL)",
    ]
}

/// One that waits.
public struct HeldAlert: Hashable, Sendable {
    public var number: Int64
    public var facts: QuietFacts

    public init(number: Int64, facts: QuietFacts) {
        self.number = number
        self.facts = facts
    }
}

extension Session {
    /// An alert that is pending and was not claimed waits from now on.
    public func hold(
        _ event: EventID, for endpoint: String, by holder: Holder, until: Instant, facts: QuietFacts
    ) throws {
        try execute(
            """
            UPDATE alert SET state = 'held', held_by = ?, next_attempt = ?
            WHERE event = ? AND endpoint = ? AND state = 'pending'
            """, [holder.description, until, event, endpoint])
        try execute(
            """
            INSERT INTO held_alert (alert, endpoint, holder, until, type, about, "case", subject, source, incident,
                statute_due, is_statute_missed, is_late)
            SELECT number, endpoint, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM alert
            WHERE event = ? AND endpoint = ? AND state = 'held'
            """,
            [
                holder.description, until, facts.type, facts.about, facts.case, facts.subject, facts.source,
                facts.incident, facts.statuteDue, facts.isStatuteMissed, facts.isLate, event, endpoint,
            ])
    }

    /// Other than what held it before.
    public func holdOn(_ alerts: [Int64], by holder: Holder, until: Instant) throws {
        try execute(
            "UPDATE held_alert SET holder = ?, until = ? WHERE alert = ?",
            each: alerts.map { [holder.description, until, $0] })
        try execute(
            "UPDATE alert SET held_by = ?, next_attempt = ? WHERE number = ?",
            each: alerts.map { [holder.description, until, $0] })
    }

    /// Nothing of a kind waits longer than that.
    public func pullIn(_ holder: String, of endpoint: String, to time: Instant) throws {
        try execute(
            """
            UPDATE alert SET next_attempt = ? WHERE state = 'held' AND number IN
                (SELECT alert FROM held_alert WHERE endpoint = ? AND holder = ? AND until > ?)
            """, [time, endpoint, holder, time])
        try execute(
            "UPDATE held_alert SET until = ? WHERE endpoint = ? AND holder = ? AND until > ?",
            [time, endpoint, holder, time])
    }

    /// What waits, by endpoint and holder, with the first and the last time that something of it is due.
    public func holders() throws -> [(endpoint: String, holder: String, first: Instant, last: Instant)] {
        try query(
            "SELECT endpoint, holder, min(until), max(until) FROM held_alert GROUP BY endpoint, holder", []
        ) { ($0.text(), $0.text(), $0.instant(), $0.instant()) }
    }

    /// Alerts whose hold is over, in the order they were laid; those that somebody sent or dropped meanwhile are
    /// let go of.
    public func heldAlerts(
        of endpoint: String, by holder: String, until now: Instant, after number: Int64, limit: Int
    ) throws -> [HeldAlert] {
        try query(
            """
            SELECT alert, type, about, "case", subject, source, incident, statute_due, is_statute_missed, is_late
            FROM held_alert WHERE endpoint = ? AND holder = ? AND until <= ? AND alert > ?
            ORDER BY alert LIMIT ?
            """, [endpoint, holder, now, number, limit]
        ) {
            HeldAlert(
                number: $0.integer(),
                facts: QuietFacts(
                    type: try $0.value(), about: $0.text(), case: $0.optionalInteger().map { CaseID($0) },
                    subject: $0.optionalText(), source: $0.optionalText(),
                    incident: $0.optionalInteger().map { IncidentID($0) }, statuteDue: $0.optionalInstant(),
                    isStatuteMissed: $0.bool(), isLate: $0.bool()))
        }
    }

    /// Forgets what is held no longer: sent again by hand, or dropped.
    public func forgetUnheld(of endpoint: String, by holder: String) throws {
        try execute(
            """
            DELETE FROM held_alert WHERE endpoint = ? AND holder = ? AND alert IN
                (SELECT number FROM alert WHERE state <> 'held')
            """, [endpoint, holder])
    }

    /// Each goes out by itself, now.
    public func releaseHeld(_ alerts: [Int64], now: Instant) throws {
        try execute(
            """
            UPDATE alert SET state = 'pending', held_by = NULL, next_attempt = ?, scheduled = ?
            WHERE number = ? AND state = 'held'
            """, each: alerts.map { [now, now, $0] })
        try execute("DELETE FROM held_alert WHERE alert = ?", each: alerts.map { [$0] })
    }

    /// Goes out as a part of that digest.
    public func bundle(_ alerts: [Int64], into digest: EventID) throws {
        try execute(
            """
            UPDATE alert SET state = 'bundled', held_by = NULL, next_attempt = NULL, bundle = ?
            WHERE number = ? AND state = 'held'
            """, each: alerts.map { [digest, $0] })
        try execute("DELETE FROM held_alert WHERE alert = ?", each: alerts.map { [$0] })
    }

    /// The events behind alerts.
    public func events(of alerts: [Int64]) throws -> [(alert: Int64, summary: EventSummary)] {
        try alerts.inParts.flatMap { part in
            try query(
                """
                SELECT number, id, type, subject, time, body FROM alert JOIN event ON event.id = alert.event
                WHERE number IN \(Self.marks(part.count))
                """, part
            ) {
                (
                    $0.integer(),
                    EventSummary(
                        id: $0.text(), type: $0.text(), subject: $0.text(), time: $0.instant(),
                        body: $0.blob())
                )
            }
        }
    }

    /// When the first and the last of their events happened.
    public func span(of alerts: [Int64]) throws -> (from: Instant, until: Instant)? {
        try alerts.inParts.compactMap { part in
            try first(
                """
                SELECT min(time), max(time) FROM alert JOIN event ON event.id = alert.event
                WHERE number IN \(Self.marks(part.count))
                """, part
            ) { ($0.optionalInstant(), $0.optionalInstant()) }
        }
        .reduce(nil) { span, part in
            guard let from = part.0, let until = part.1 else { return span }
            return (min(span?.from ?? from, from), max(span?.until ?? until, until))
        }
    }

    /// How many each holder holds, to all endpoints.
    public func heldCounts() throws -> [String: Int] {
        Dictionary(
            try query("SELECT holder, count(*) FROM held_alert GROUP BY holder", []) {
                ($0.text(), $0.int())
            },
            uniquingKeysWith: +)
    }

    /// When the first of all that waits is due.
    public func nextHeld() throws -> Instant? {
        try first("SELECT min(until) FROM held_alert", []) { $0.optionalInstant() } ?? nil
    }

    /// The latest incident that a mention of a case, or one mention, belongs to.
    public func incident(of facts: QuietFacts) throws -> IncidentID? {
        if let id = facts.case {
            return try first(
                """
                SELECT max(incident) FROM incident_member JOIN mention ON mention.id = incident_member.mention
                WHERE mention."case" = ?
                """, [id]
            ) { $0.optionalInteger().map { IncidentID($0) } } ?? nil
        }
        guard facts.about.hasPrefix("mention/"), let number = Int64(facts.about.dropFirst(8)) else {
            return nil
        }
        return try first("SELECT incident FROM incident_member WHERE mention = ?", [number]) {
            IncidentID($0.integer())
        }
    }

    /// Until when the last alert about a case waits; nil where none does.
    public func heldUntil(about id: CaseID, for endpoint: String) throws -> Instant? {
        try first(
            "SELECT max(until) FROM held_alert WHERE endpoint = ? AND \"case\" = ?", [endpoint, id]
        ) { $0.optionalInstant() } ?? nil
    }
}

extension Session {
    /// When those of a group that wait are due.
    public func heldUntil(_ holder: Holder, of endpoint: String) throws -> Instant? {
        try first(
            "SELECT min(until) FROM held_alert WHERE endpoint = ? AND holder = ?",
            [endpoint, holder.description]
        ) { $0.optionalInstant() } ?? nil
    }

    public func groupTold(_ key: String, of endpoint: String) throws -> Instant? {
        try first("SELECT told FROM alert_group WHERE endpoint = ? AND key = ?", [endpoint, key]) {
            $0.instant()
        }
    }

    public func keepGroupTold(_ key: String, of endpoint: String, now: Instant) throws {
        try execute(
            """
            INSERT INTO alert_group (endpoint, key, told) VALUES (?, ?, ?)
            ON CONFLICT (endpoint, key) DO UPDATE SET told = excluded.told
            """, [endpoint, key, now])
    }

    public func hasGroups(before: Instant) throws -> Bool {
        try first("SELECT 1 FROM alert_group WHERE told < ? LIMIT 1", [before]) { $0.bool() } ?? false
    }

    /// Groups that nobody heard of for long are new when they come back.
    public func forgetGroups(before: Instant) throws {
        try execute("DELETE FROM alert_group WHERE told < ?", [before])
    }

    public func bucket(of endpoint: String) throws -> TokenBucket? {
        try first("SELECT tokens, at FROM alert_budget WHERE endpoint = ?", [endpoint]) {
            TokenBucket(tokens: $0.real(), at: $0.instant())
        }
    }

    public func keepBucket(_ bucket: TokenBucket, of endpoint: String) throws {
        try execute(
            """
            INSERT INTO alert_budget (endpoint, tokens, at) VALUES (?, ?, ?)
            ON CONFLICT (endpoint) DO UPDATE SET tokens = excluded.tokens, at = excluded.at
            """, [endpoint, bucket.tokens, bucket.at])
    }
}
