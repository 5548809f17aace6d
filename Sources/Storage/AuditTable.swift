import Complaints

/// `audit`: who did what, on what, and when; a line an act, added in the act's own transaction and never changed.

func auditStatements(_ dialect: Dialect) -> [String] {
    [
        // `subject` is what was acted on: `case/42`, `mention/7`, `source/NAME`; no text of a customer's.
        """
        CREATE TABLE audit (
            id \(dialect.identityColumn), at INTEGER NOT NULL, who TEXT NOT NULL, command TEXT NOT NULL,
            subject TEXT, note TEXT
        )
        """,
        "CREATE INDEX audit_at ON audit (at)",
        "CREATE INDEX audit_subject ON audit (subject) WHERE subject IS NOT NULL",
    ]
}

/// One act of somebody of the staff.
public struct AuditLine: Hashable, Sendable {
    public var number: Int64 = 0
    public var at: Instant
    public var who: String
    /// As it is called: `case take`, `forget`.
    public var command: String
    /// `case/42`, `mention/7`, `source/NAME`, `endpoint/NAME`, `alert/ID`, `silence/3`; nil for what concerns the
    /// store as a whole.
    public var subject: String?
    /// No text of a customer's, and no name of one.
    public var note: String?

    public init(at: Instant, who: String, command: String, subject: String? = nil, note: String? = nil) {
        self.at = at
        self.who = who
        self.command = command
        self.subject = subject
        self.note = note
    }
}

/// Which lines are wanted; nil for any.
public struct AuditFilter: Hashable, Sendable {
    public var since: Instant?
    public var until: Instant?
    public var who: String?
    public var subject: String?
    /// The latest of them.
    public var limit: Int?

    public init(
        since: Instant? = nil, until: Instant? = nil, who: String? = nil, subject: String? = nil,
        limit: Int? = nil
    ) {
        self.since = since
        self.until = until
        self.who = who
        self.subject = subject
        self.limit = limit
    }
}

extension Session {
    public func addAudit(_ line: AuditLine) throws {
        try execute(
            "INSERT INTO audit (at, who, command, subject, note) VALUES (?, ?, ?, ?, ?)",
            [line.at, line.who, line.command, line.subject, line.note])
    }

    /// The latest first.
    public func audit(_ filter: AuditFilter) throws -> [AuditLine] {
        var conditions: [String] = []
        var values: [any SQLBindable] = []
        if let since = filter.since {
            conditions.append("at >= ?")
            values.append(since)
        }
        if let until = filter.until {
            conditions.append("at < ?")
            values.append(until)
        }
        if let who = filter.who {
            conditions.append("who = ?")
            values.append(who)
        }
        if let subject = filter.subject {
            conditions.append("subject = ?")
            values.append(subject)
        }
        let wanted = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let limit = filter.limit.map { "LIMIT \($0)" } ?? ""
        return try query(
            "SELECT id, at, who, command, subject, note FROM audit \(wanted) ORDER BY id DESC \(limit)",
            values
        ) {
            let number = $0.integer()
            var line = AuditLine(
                at: $0.instant(), who: $0.text(), command: $0.text(), subject: $0.optionalText(),
                note: $0.optionalText())
            line.number = number
            return line
        }
    }

    /// - Returns: how many were forgotten, at most `limit`.
    public func forgetAudit(before: Instant, limit: Int) throws -> Int {
        try execute(
            "DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE at < ? ORDER BY at LIMIT ?)",
            [before, limit])
    }
}
