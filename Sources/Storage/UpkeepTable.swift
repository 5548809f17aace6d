import Complaints

/// `upkeep`: when what keeps the store sound was done last, and what it found.

func upkeepStatements(_ dialect: Dialect) -> [String] {
    [
        // `bytes` is the size of the store's file then, of which its growth is told.
        """
        CREATE TABLE upkeep (
            what TEXT PRIMARY KEY, at INTEGER NOT NULL, found TEXT, bytes INTEGER
        ) \(dialect.keyedTable)
        """
    ]
}

/// When something was done for the store last.
public struct UpkeepMark: Hashable, Sendable {
    public var at: Instant
    /// What was found wrong, or why; nil when nothing was.
    public var found: String?
    /// Of the store's file.
    public var bytes: Int64?

    public init(at: Instant, found: String? = nil, bytes: Int64? = nil) {
        self.at = at
        self.found = found
        self.bytes = bytes
    }
}

extension Session {
    /// - Parameter what: `quick-check`, `purge`, ...
    public func keepUpkeep(_ what: String, _ mark: UpkeepMark) throws {
        try execute(
            """
            INSERT INTO upkeep (what, at, found, bytes) VALUES (?, ?, ?, ?)
            ON CONFLICT (what) DO UPDATE SET at = excluded.at, found = excluded.found, bytes = excluded.bytes
            """, [what, mark.at, mark.found, mark.bytes])
    }

    public func upkeep(_ what: String) throws -> UpkeepMark? {
        try first("SELECT at, found, bytes FROM upkeep WHERE what = ?", [what]) {
            UpkeepMark(at: $0.instant(), found: $0.optionalText(), bytes: $0.optionalInteger())
        }
    }

    public func dropUpkeep(_ what: String) throws {
        try execute("DELETE FROM upkeep WHERE what = ?", [what])
    }
}
