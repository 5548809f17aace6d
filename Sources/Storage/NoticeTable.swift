import Complaints

/// `notice`: what the running daemon wants people to know, each thing once; it goes when it is put right.

func noticeStatements(_ dialect: Dialect) -> [String] {
    ["CREATE TABLE notice (name TEXT PRIMARY KEY, at INTEGER NOT NULL, text TEXT NOT NULL)"]
}

/// One thing that is not as it should be.
public struct Notice: Hashable, Sendable {
    public var name: Name
    public var at: Instant
    /// For people; may have several lines.
    public var text: String

    public enum Name: String, Hashable, Sendable {
        /// The settings were read again and refused: those before are in force.
        case configuration
    }

    public init(_ name: Name, at: Instant, text: String) {
        self.name = name
        self.at = at
        self.text = text
    }
}

extension Notice.Name: SQLBindable {}

extension Session {
    /// Takes the place of an earlier one of that name.
    public func keep(_ notice: Notice) throws {
        try execute(
            """
            INSERT INTO notice (name, at, text) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET at = excluded.at, text = excluded.text
            """, [notice.name, notice.at, notice.text])
    }

    public func forget(_ notice: Notice.Name) throws {
        try execute("DELETE FROM notice WHERE name = ?", [notice])
    }

    /// The oldest first.
    public func notices() throws -> [Notice] {
        try query("SELECT name, at, text FROM notice ORDER BY at, name", []) {
            Notice(try $0.value(), at: $0.instant(), text: $0.text())
        }
    }
}
