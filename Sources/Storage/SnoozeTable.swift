import Complaints

/// `snooze`: mentions that somebody put off; until their time the inbox leaves them out.

/// Schema 5.
func snoozeStatements(_ dialect: Dialect) -> [String] {
    [
        """
        CREATE TABLE snooze (
            mention INTEGER PRIMARY KEY REFERENCES mention (id), until INTEGER NOT NULL, at INTEGER NOT NULL,
            by TEXT NOT NULL
        )
        """
    ]
}

/// Who put a mention off, and until when; it comes back by itself.
public struct Snooze: Hashable, Sendable {
    public var mention: MentionID
    public var until: Instant
    public var at: Instant
    public var by: String

    public init(mention: MentionID, until: Instant, at: Instant, by: String) {
        self.mention = mention
        self.until = until
        self.at = at
        self.by = by
    }
}

extension Session {
    /// Replaces what was said before about the mention.
    public func keepSnooze(_ snooze: Snooze) throws {
        acted(on: .mention(snooze.mention))
        try execute(
            """
            INSERT INTO snooze (mention, until, at, by) VALUES (?, ?, ?, ?)
            ON CONFLICT (mention) DO UPDATE SET until = excluded.until, at = excluded.at, by = excluded.by
            """, [snooze.mention, snooze.until, snooze.at, snooze.by])
    }

    public func dropSnooze(of id: MentionID) throws {
        acted(on: .mention(id))
        try execute("DELETE FROM snooze WHERE mention = ?", [id])
    }

    public func snooze(of id: MentionID) throws -> Snooze? { try snoozes("WHERE mention = ?", [id]).first }

    /// What is put off beyond a time, the first to come back first.
    public func snoozes(beyond now: Instant) throws -> [Snooze] {
        try snoozes("WHERE until > ? ORDER BY until, mention", [now])
    }

    private func snoozes(_ condition: String, _ values: [any SQLBindable]) throws -> [Snooze] {
        try query("SELECT mention, until, at, by FROM snooze \(condition)", values) {
            Snooze(
                mention: MentionID($0.integer()), until: $0.instant(), at: $0.instant(), by: $0.text())
        }
    }
}
