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

/// What is not to be taken in again, as its key's row says.
public struct Forgotten: Hashable, Sendable {
    /// HMAC-SHA256 under the store's salt.
    public var key: [UInt8]
    public var at: Instant
    public var kind: Kind
    public var how: How

    public enum Kind: String, SQLBindable, Sendable { case author, record }
    public enum How: String, SQLBindable, Sendable { case erased, pseudonymised, purged }

    public init(key: [UInt8], at: Instant, kind: Kind, how: How) {
        self.key = key
        self.at = at
        self.kind = kind
        self.how = how
    }
}

extension Session {
    /// nil until something was forgotten.
    public func forgottenSalt() throws -> [UInt8]? {
        try first("SELECT salt FROM forgotten_salt", []) { $0.blob() }
    }

    /// The first one stays: keys are made of it.
    public func keepForgottenSalt(_ salt: [UInt8]) throws {
        try execute("INSERT INTO forgotten_salt (id, salt) VALUES (1, ?) ON CONFLICT DO NOTHING", [salt])
    }

    /// A person's word stands over retention's.
    public func keepForgotten(_ all: [Forgotten]) throws {
        try execute(
            """
            INSERT INTO forgotten (key, at, kind, how) VALUES (?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET at = excluded.at, how = excluded.how
            WHERE forgotten.how = 'purged'
            """, each: all.lazy.map { [$0.key, $0.at, $0.kind, $0.how] })
    }

    /// Those of these keys that are forgotten, and how.
    public func forgotten(_ keys: [[UInt8]]) throws -> [[UInt8]: Forgotten.How] {
        let found = try keys.inParts.flatMap {
            try query("SELECT key, how FROM forgotten WHERE key IN " + Self.marks($0.count), $0) {
                ($0.blob(), try $0.value(Forgotten.How.self))
            }
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    public func forgottenCount() throws -> Int { try count("SELECT count(*) FROM forgotten") }
}
