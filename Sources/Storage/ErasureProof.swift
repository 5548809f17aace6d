import Complaints

/// Looking for somebody in every table, whatever tables there are, in the search indexes and in the bodies of events.
extension Session {
    /// In which tables one of `needles` stands, byte for byte, or somebody is named, and in how many rows of each.
    public func rows(holding needles: [String], naming scan: NameScan) throws -> [String: Int] {
        let names = try query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'", []
        ) { $0.text() }
        var found: [String: Int] = [:]
        for table in names {
            let columns = try query("SELECT name FROM pragma_table_info(?)", [table]) { $0.text() }
            guard !columns.isEmpty else { continue }
            var count = 0
            // An expression may be a thousand deep.
            for part in needles.inParts(of: max(1, 800 / columns.count)) {
                let conditions = columns.flatMap { column in
                    part.map { _ in "instr(CAST(\"\(column)\" AS BLOB), ?) > 0" }
                }
                let values = columns.flatMap { _ in part.map { Array($0.utf8) } }
                count = max(
                    count,
                    try self.count(
                        "SELECT count(*) FROM \"\(table)\" WHERE " + conditions.joined(separator: " OR "),
                        values))
            }
            count = max(count, try rows(of: table, columns, naming: scan))
            if count > 0 { found[table] = count }
        }
        return found
    }

    private func rows(of table: String, _ columns: [String], naming scan: NameScan) throws -> Int {
        guard !scan.isEmpty else { return 0 }
        let names = columns.map { "CAST(\"\($0)\" AS BLOB)" }.joined(separator: ", ")
        var count = 0
        _ = try query("SELECT \(names) FROM \"\(table)\"", []) { row in
            var isNamed = false
            for _ in columns {
                if let bytes = row.optionalBlob(), !isNamed { isNamed = scan.holds(bytes) }
            }
            if isNamed { count += 1 }
        }
        return count
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

    /// Events about these, those that hold one of `needles`, byte for byte, and those that name somebody.
    public func eventBodies(
        about subjects: [String], holding needles: [String], naming scan: NameScan
    ) throws -> [(id: EventID, body: [UInt8])] {
        var found: [EventID: [UInt8]] = [:]
        for part in subjects.inParts {
            let rows = try query(
                "SELECT id, body FROM event WHERE subject IN " + Self.marks(part.count), part
            ) { (EventID($0.text()), $0.blob()) }
            for (id, body) in rows { found[id] = body }
        }
        for part in needles.inParts {
            let rows = try query(
                "SELECT id, body FROM event WHERE "
                    + part.map { _ in "instr(body, ?) > 0" }.joined(separator: " OR "),
                part.map { Array($0.utf8) }
            ) { (EventID($0.text()), $0.blob()) }
            for (id, body) in rows { found[id] = body }
        }
        if !scan.isEmpty {
            _ = try query("SELECT id, body FROM event", []) { row in
                let (id, body) = (EventID(row.text()), row.blob())
                if scan.holds(body) { found[id] = body }
            }
        }
        return found.map { ($0.key, $0.value) }
    }

    public func rewriteEvent(_ id: EventID, body: [UInt8]) throws {
        try execute("UPDATE event SET body = ? WHERE id = ?", [body, id])
    }
}
