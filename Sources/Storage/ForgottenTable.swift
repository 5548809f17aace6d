import Complaints

/// `forgotten`: whom and what not to take in again, as salted hashes; `forgotten_salt`: the store's own salt.

func forgottenStatements(_ dialect: Dialect) -> [String] {
    [
        // A key stands for an author at a source or anywhere, or for one record; `name` is what an author is called
        // instead, NULL where the record is left out.
        """
        CREATE TABLE forgotten (
            key \(dialect.blobType) PRIMARY KEY CHECK (length(key) = 32), at INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('author', 'record')),
            how TEXT NOT NULL CHECK (how IN ('erased', 'pseudonymised', 'purged')), name TEXT
        ) \(dialect.keyedTable)
        """,
        """
        CREATE TABLE forgotten_salt (
            id INTEGER PRIMARY KEY CHECK (id = 1), salt \(dialect.blobType) NOT NULL CHECK (length(salt) = 32)
        )
        """,
    ]
}
