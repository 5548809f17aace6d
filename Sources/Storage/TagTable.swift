import Complaints

/// `tag`: the words that staff put on cases.

/// Schema 5.
func tagStatements(_ dialect: Dialect) -> [String] {
    [
        """
        CREATE TABLE tag (
            "case" INTEGER NOT NULL REFERENCES "case" (id), name TEXT NOT NULL, at INTEGER NOT NULL,
            by TEXT NOT NULL, PRIMARY KEY ("case", name)
        ) \(dialect.keyedTable)
        """,
        "CREATE INDEX tag_name ON tag (name, \"case\")",
    ]
}

/// A tag as it is used.
public struct TagUse: Hashable, Sendable {
    public var tag: Tag
    /// Cases that still want something, and all.
    public var active: Int
    public var all: Int
    /// When it was last put on a case.
    public var last: Instant

    public init(tag: Tag, active: Int, all: Int, last: Instant) {
        self.tag = tag
        self.active = active
        self.all = all
        self.last = last
    }
}

extension Session {
    /// - Returns: false where the case has it already.
    @discardableResult
    public func addTag(_ tag: Tag, to id: CaseID, at time: Instant, by who: String) throws -> Bool {
        acted(on: .case(id))
        return try execute(
            "INSERT INTO tag (\"case\", name, at, by) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [id, tag.name, time, who]) > 0
    }

    /// - Returns: false where the case does not have it.
    @discardableResult
    public func removeTag(_ tag: Tag, of id: CaseID) throws -> Bool {
        acted(on: .case(id))
        return try execute("DELETE FROM tag WHERE \"case\" = ? AND name = ?", [id, tag.name]) > 0
    }

    /// By name.
    public func tags(of id: CaseID) throws -> [Tag] {
        try query("SELECT name FROM tag WHERE \"case\" = ? ORDER BY name", [id]) { Tag(stored: $0.text()) }
    }

    /// Of several cases at once, each by name.
    public func tags(ofCases ids: [CaseID]) throws -> [CaseID: [Tag]] {
        var found: [CaseID: [Tag]] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = ids[start..<min(start + 500, ids.count)]
            let rows = try query(
                "SELECT \"case\", name FROM tag WHERE \"case\" IN \(Self.marks(some.count)) ORDER BY name",
                Array(some)
            ) { (CaseID($0.integer()), Tag(stored: $0.text())) }
            for (id, tag) in rows { found[id, default: []].append(tag) }
        }
        return found
    }

    /// Every tag that a case has, by name.
    public func tagUses() throws -> [TagUse] {
        try query(
            """
            SELECT name, sum(CASE WHEN state IN ('new', 'open', 'waiting', 'answered') THEN 1 ELSE 0 END),
                count(*), max(at)
            FROM tag JOIN "case" ON "case".id = tag."case" GROUP BY name ORDER BY name
            """, []
        ) { TagUse(tag: Tag(stored: $0.text()), active: $0.int(), all: $0.int(), last: $0.instant()) }
    }
}
