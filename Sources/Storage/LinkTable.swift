import Complaints

/// `link`: cases that have to do with one another, and pages that belong to a case.

/// Schema 5.
func linkStatements(_ dialect: Dialect) -> [String] {
    [
        // Between cases a link is stored once: `related` from the lower number, the others from the side that
        // has a parent or a cause.
        """
        CREATE TABLE link (
            id \(dialect.identityColumn), "case" INTEGER NOT NULL REFERENCES "case" (id),
            other INTEGER REFERENCES "case" (id), url TEXT,
            kind TEXT NOT NULL CHECK (kind IN ('related', 'caused-by', 'parent')),
            at INTEGER NOT NULL, by TEXT NOT NULL, why TEXT,
            CHECK ((other IS NULL) <> (url IS NULL)), CHECK (other IS NULL OR other <> "case")
        )
        """,
        "CREATE UNIQUE INDEX link_case ON link (\"case\", other, kind) WHERE other IS NOT NULL",
        "CREATE UNIQUE INDEX link_url ON link (\"case\", url) WHERE url IS NOT NULL",
        "CREATE INDEX link_other ON link (other) WHERE other IS NOT NULL",
    ]
}

extension Session {
    /// - Returns: false where it is there already.
    @discardableResult
    public func addLink(_ link: CaseLink, to id: CaseID) throws -> Bool {
        acted(on: .case(id))
        let row = StoredLink(link, of: id)
        return try execute(
            """
            INSERT INTO link ("case", other, url, kind, at, by, why) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """, [row.id, row.other, row.url, row.kind, link.at, link.by, link.why]) > 0
    }

    /// Whatever the case has to do with the target.
    /// - Returns: what it was, as the case sees it.
    public func removeLinks(of id: CaseID, to target: CaseLink.Target) throws -> [CaseLink.Kind] {
        acted(on: .case(id))
        let gone = try links(of: id).filter { $0.target == target }
        switch target {
        case .case(let other):
            try execute(
                "DELETE FROM link WHERE (\"case\" = ? AND other = ?) OR (\"case\" = ? AND other = ?)",
                [id, other, other, id])
        case .url(let url): try execute("DELETE FROM link WHERE \"case\" = ? AND url = ?", [id, url])
        }
        return gone.map(\.kind)
    }

    /// In the order in which they were made, as the case sees them.
    public func links(of id: CaseID) throws -> [CaseLink] { try links(ofCases: [id])[id] ?? [] }

    /// Of several cases at once.
    public func links(ofCases ids: [CaseID]) throws -> [CaseID: [CaseLink]] {
        // Few stores have any.
        guard try first("SELECT 1 FROM link LIMIT 1", [], { $0.int() }) != nil else { return [:] }
        var found: [CaseID: [(number: Int64, link: CaseLink)]] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = Array(ids[start..<min(start + 500, ids.count)])
            for (side, isOwn) in [("\"case\"", true), ("other", false)] {
                let rows = try query(
                    """
                    SELECT id, "case", other, url, kind, at, by, why FROM link
                    WHERE \(side) IN \(Self.marks(some.count))
                    """, some
                ) { try Self.link(&$0, isOwn: isOwn) }
                for row in rows { found[row.of, default: []].append((row.number, row.link)) }
            }
        }
        return found.mapValues { $0.sorted { $0.number < $1.number }.map(\.link) }
    }

    private static func link(
        _ row: inout Columns, isOwn: Bool
    ) throws -> (of: CaseID, number: Int64, link: CaseLink) {
        let (number, owner) = (row.integer(), CaseID(row.integer()))
        let (other, url) = (CaseID(row.integer()), row.optionalText())
        let kind: CaseLink.Kind = try row.value()
        let link = CaseLink(
            target: url.map { .url($0) } ?? .case(isOwn ? other : owner), kind: isOwn ? kind : kind.reversed,
            at: row.instant(), by: row.text(), why: row.optionalText())
        return (isOwn ? owner : other, number, link)
    }

    /// Whether `to` is reached from `from` along links of one ranked kind.
    public func isReached(_ to: CaseID, from: CaseID, along kind: CaseLink.Kind) throws -> Bool {
        let found = try first(
            """
            WITH RECURSIVE above (id) AS (
                SELECT ? UNION SELECT other FROM link JOIN above ON link."case" = above.id
                WHERE kind = ? AND other IS NOT NULL
            ) SELECT 1 FROM above WHERE id = ?
            """, [from, kind, to]
        ) { $0.int() }
        return found != nil
    }
}

/// The side of a link that is stored.
private struct StoredLink {
    var id: CaseID
    var other: CaseID?
    var url: String?
    var kind: CaseLink.Kind

    init(_ link: CaseLink, of id: CaseID) {
        switch link.target {
        case .url(let text):
            (self.id, other, url, kind) = (id, nil, text, link.kind)
        case .case(let target):
            let isTurned = link.kind == .related ? target < id : !link.kind.isStored
            (self.id, other, url) = isTurned ? (target, id, nil) : (id, target, nil)
            kind = isTurned ? link.kind.reversed : link.kind
        }
    }
}

extension CaseLink.Kind: SQLBindable {}
