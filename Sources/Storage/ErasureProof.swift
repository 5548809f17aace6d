import Complaints

/// What mentions of others hold of somebody, a part of all mentions.
public struct OthersLikeness: Sendable {
    /// Which needle, by its place, stands in a mention of whom; who did not sign is somebody else each time.
    public var needles: [(needle: Int, author: String)] = []
    /// Whose mentions name somebody.
    public var namedBy: [String] = []
    /// The last mention; nil where there are no more.
    public var last: MentionID?
}

/// Looking for somebody in every table, whatever tables there are, in the search indexes and in the bodies of events.
extension Session {
    /// Every table with rows of its own.
    public func tableNames() throws -> [String] {
        try query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'", []
        ) { $0.text() }
    }

    /// In how many rows of a table one of the marks stands, byte for byte; numbers are nobody's.
    public func rows(of table: String, holding marks: ErasureMarks) throws -> Int {
        let columns = try query("SELECT name FROM pragma_table_info(?)", [table]) { $0.text() }
        guard !columns.isEmpty, !marks.isEmpty else { return 0 }
        let values = columns.map { "CASE WHEN typeof(\"\($0)\") IN ('text', 'blob') THEN \"\($0)\" END" }
        var count = 0
        _ = try query("SELECT \(values.joined(separator: ", ")) FROM \"\(table)\"", []) { row in
            var isThere = false
            for _ in columns {
                if let bytes = row.optionalBlob(), !isThere { isThere = marks.stand(in: bytes) }
            }
            if isThere { count += 1 }
        }
        return count
    }

    public func likeness(
        to needles: ByteNeedles, naming names: NameScan, besides ids: Set<MentionID>, after: MentionID,
        limit: Int
    ) throws -> OthersLikeness {
        var found = OthersLikeness()
        var count = 0
        _ = try query(
            "SELECT id, author, title, text FROM mention WHERE id > ? ORDER BY id LIMIT ?", [after, limit]
        ) { row in
            let id = MentionID(row.integer())
            (found.last, count) = (id, count + 1)
            let author = row.optionalText()
            guard !ids.contains(id) else { return }
            var (held, isNamed): (Set<Int>, Bool) = ([], false)
            for text in [row.optionalBlob(), row.optionalBlob()].compactMap(\.self) {
                held.formUnion(needles.all(in: text))
                isNamed = isNamed || names.holds(text)
            }
            guard isNamed || !held.isEmpty else { return }
            let who = author.flatMap { authorKey($0) } ?? id.description
            found.needles += held.map { ($0, who) }
            if isNamed { found.namedBy.append(who) }
        }
        if count < limit { found.last = nil }
        return found
    }

    /// How often these names stand in the search indexes.
    public func searchRows(holding names: [String]) throws -> Int {
        var found = 0
        for words in Set(names.compactMap { SearchWords.text($0) }) {
            for index in [mentionIndex, caseIndex] {
                found += try count(
                    "SELECT count(*) FROM \(index) WHERE " + dialect.fullText.condition(index),
                    ["\"\(words)\""])
            }
        }
        return found
    }

    // MARK: Events

    public func eventBodies(about subjects: [String]) throws -> [(id: EventID, body: [UInt8])] {
        try subjects.inParts.flatMap { part in
            try query("SELECT id, body FROM event WHERE subject IN " + Self.marks(part.count), part) {
                (EventID($0.text()), $0.blob())
            }
        }
    }

    /// A part of all events: those with one of the marks.
    /// - Returns: the last event that was looked at, too; nil where there are no more.
    public func eventBodies(
        holding marks: [ErasureMarks], after: EventID, limit: Int
    ) throws -> (found: [(id: EventID, body: [UInt8])], last: EventID?) {
        var (found, last, count): ([(id: EventID, body: [UInt8])], EventID?, Int) = ([], nil, 0)
        _ = try query("SELECT id, body FROM event WHERE id > ? ORDER BY id LIMIT ?", [after, limit]) { row in
            let (id, body) = (EventID(row.text()), row.blob())
            (last, count) = (id, count + 1)
            if marks.contains(where: { $0.stand(in: body) }) { found.append((id, body)) }
        }
        return (found, count < limit ? nil : last)
    }

    public func rewriteEvent(_ id: EventID, body: [UInt8]) throws {
        try execute("UPDATE event SET body = ? WHERE id = ?", [body, id])
    }
}
