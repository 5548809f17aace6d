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
