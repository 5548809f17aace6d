import Complaints

/// Erasing a person from the rows that stay: what was said goes, that something was said remains.

/// Texts of people, by table: how a row is found, and which of its columns hold what somebody wrote or was told.
private let texts: [(table: String, keys: [String], columns: [String])] = [
    ("mention", ["id"], ["author", "title", "text", "reply_author", "reply_text", "reasons", "decided_why"]),
    ("revision", ["mention", "number"], ["title", "text", "reply_author", "reply_text"]),
    ("case", ["id"], ["next_step"]), ("timeline", ["id"], ["note", "statement"]),
    ("promise", ["case", "number"], ["what", "measure", "said", "note"]), ("link", ["id"], ["why"]),
    ("decision", ["id"], ["why"]), ("twin", ["mention", "other"], ["why"]),
    ("apart", ["mention", "other"], ["why"]), ("incident", ["id"], ["words", "why"]),
    ("contract", ["source"], ["breaches", "held"]), ("gap", ["id"], ["why"]),
    ("delivery", ["id"], ["error"]), ("alert", ["number"], ["last_error"]),
    ("endpoint", ["name"], ["last_error", "reason"]), ("hold", ["id"], ["why"]),
]

/// What stands where a text was erased.
public let erasedText = "[erased]"

/// The author of a mention, and where it is known from.
public struct SignedMention: Hashable, Sendable {
    public var id: MentionID
    public var author: String
}

extension Session {
    /// Every signed mention; of one source, or of all.
    public func signedMentions(at source: SourceID?) throws -> [SignedMention] {
        try query(
            "SELECT id, author FROM mention WHERE author IS NOT NULL"
                + (source == nil ? "" : " AND source = ?"),
            source.map { [$0] } ?? []
        ) { SignedMention(id: MentionID($0.integer()), author: $0.text()) }
    }

    /// The mention and its revisions say nothing any more, and are found by nothing.
    /// - Parameters:
    ///   - author: what the author is called from now on; nil for nobody.
    ///   - rewrite: what a text becomes; nil erases it.
    public func blank(
        _ mention: Mention, author: String?, keys: [String], bands: [Int64], rewrite: ((String) -> String)?
    ) throws {
        let id = mention.id
        acted(on: .mention(id))
        try unindex(mention)
        try unlist(id, of: mention.source)
        try forgetLikeness(of: id, author: mention.author, bands: bands)
        try execute("DELETE FROM identity WHERE key = ? AND mention = ?", each: keys.lazy.map { [$0, id] })
        try execute("UPDATE arrival SET author = 0 WHERE mention = ?", [id])
        let text: (String?) -> String? = { old in
            old.flatMap { old in rewrite.map { $0(old) } }
        }
        for revision in try revisions(of: id) {
            let content = revision.content
            try execute(
                """
                UPDATE revision SET title = ?, text = ?, reply_author = ?, reply_text = ?
                WHERE mention = ? AND number = ?
                """,
                [
                    text(content.title), text(content.text) ?? erasedText, text(content.reply?.author),
                    content.reply.map { text($0.text) ?? erasedText }, id, revision.number,
                ])
        }
        let content = mention.content
        try execute(
            """
            UPDATE mention SET site_id = NULL, url = NULL, author = ?, title = ?, text = ?, reply_author = ?,
                reply_text = ?, reasons = '', decided_why = ? WHERE id = ?
            """,
            [
                author, text(content.title), text(content.text) ?? erasedText, text(content.reply?.author),
                content.reply.map { text($0.text) ?? erasedText }, text(mention.review?.why), id,
            ])
        // A text that is not there any more teaches nothing.
        if rewrite == nil { try execute("UPDATE decision SET stands = 0 WHERE mention = ?", [id]) }
        try execute("UPDATE twin SET why = ? WHERE mention = ? OR other = ?", [erasedText, id, id])
        try execute("DELETE FROM snooze WHERE mention = ?", [id])
        if let now = try self.mention(id) { try reindex(now) }
    }

    /// What staff wrote about a case, and what was said in it, rewritten.
    /// - Parameter rewrite: nil leaves a text as it is.
    public func rewriteCase(_ id: CaseID, _ rewrite: (String) -> String?) throws {
        acted(on: .case(id))
        try unindexTimeline(of: id)
        try rewriteTexts("timeline", where: "\"case\" = ?", [id], rewrite)
        try reindexTimeline(of: id)
        try rewriteTexts("promise", where: "\"case\" = ?", [id], rewrite)
        try rewriteTexts("link", where: "\"case\" = ?", [id], rewrite)
        try rewriteTexts("case", where: "id = ?", [id], rewrite)
    }

    /// Every text of every table, as far as one of `needles` stands in it, byte for byte.
    /// - Returns: how many rows were rewritten.
    public func rewriteAll(holding needles: [String], _ rewrite: (String) -> String?) throws -> Int {
        var count = 0
        for (table, _, columns) in texts {
            let holds = columns.flatMap { column in needles.map { _ in "instr(\"\(column)\", ?) > 0" } }
            let values = columns.flatMap { _ in needles }
            for part in stride(from: 0, to: holds.count, by: 400) {
                let end = min(part + 400, holds.count)
                count += try rewriteRows(
                    table, where: holds[part..<end].joined(separator: " OR "), Array(values[part..<end]),
                    rewrite)
            }
        }
        return count
    }

    /// Mentions and cases are taken out of the search index before, and put in again.
    private func rewriteRows(
        _ table: String, where condition: String, _ values: [any SQLBindable], _ rewrite: (String) -> String?
    ) throws -> Int {
        switch table {
        case "mention", "revision":
            let column = table == "mention" ? "id" : "mention"
            let ids = try query("SELECT DISTINCT \(column) FROM \(table) WHERE \(condition)", values) {
                MentionID($0.integer())
            }
            for mention in try mentions(ids) {
                try unindex(mention)
                try rewriteTexts("mention", where: "id = ?", [mention.id], rewrite)
                try rewriteTexts("revision", where: "mention = ?", [mention.id], rewrite)
                if let now = try self.mention(mention.id) { try reindex(now) }
            }
            return ids.count
        case "timeline":
            let ids = try query("SELECT DISTINCT \"case\" FROM timeline WHERE \(condition)", values) {
                CaseID($0.integer())
            }
            for id in ids {
                try unindexTimeline(of: id)
                try rewriteTexts(table, where: "\"case\" = ?", [id], rewrite)
                try reindexTimeline(of: id)
            }
            return ids.count
        default: return try rewriteTexts(table, where: condition, values, rewrite)
        }
    }

    @discardableResult
    private func rewriteTexts(
        _ table: String, where condition: String, _ values: [any SQLBindable], _ rewrite: (String) -> String?
    ) throws -> Int {
        guard let found = texts.first(where: { $0.table == table }) else { return 0 }
        let names = (found.keys + found.columns).map { "\"\($0)\"" }.joined(separator: ", ")
        let rows = try query("SELECT \(names) FROM \"\(table)\" WHERE \(condition)", values) { row in
            (
                keys: found.keys.map { _ in row.anyText() },
                texts: found.columns.map { _ in row.optionalText() }
            )
        }
        var count = 0
        let match = found.keys.map { "\"\($0)\" = ?" }.joined(separator: " AND ")
        for row in rows {
            var isChanged = false
            for (column, old) in zip(found.columns, row.texts) {
                guard let old, let new = rewrite(old) else { continue }
                isChanged = true
                try execute(
                    "UPDATE \"\(table)\" SET \"\(column)\" = ? WHERE \(match)", [new] + row.keys)
            }
            if isChanged { count += 1 }
        }
        return count
    }

    /// The pages of these addresses are not known any more, and no case leads to them.
    public func dropAddresses(_ urls: [String]) throws {
        for url in urls {
            try execute("DELETE FROM page WHERE url = ?", [url])
            try execute("DELETE FROM listing WHERE page = ?", [url])
            try execute("DELETE FROM link WHERE url IS NOT NULL AND instr(url, ?) > 0", [url])
        }
    }

    /// Which of these addresses are those of other mentions, too.
    public func sharedURLs(_ urls: [String], besides ids: Set<MentionID>) throws -> Set<String> {
        let found = try urls.inParts.flatMap {
            try query("SELECT url, id FROM mention WHERE url IN " + Self.marks($0.count), $0) {
                ($0.text(), MentionID($0.integer()))
            }
        }
        return Set(found.filter { !ids.contains($0.1) }.map(\.0))
    }

    // MARK: Proof

    /// In which tables one of `needles` stands, byte for byte, and in how many rows of each; whatever tables there
    /// are.
    public func rows(holding needles: [String]) throws -> [String: Int] {
        let names = try query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'", []
        ) { $0.text() }
        var found: [String: Int] = [:]
        for table in names {
            let columns = try query("SELECT name FROM pragma_table_info(?)", [table]) { $0.text() }
            guard !columns.isEmpty else { continue }
            // An expression may be a thousand deep.
            for part in needles.inParts(of: max(1, 800 / columns.count)) {
                let conditions = columns.flatMap { column in
                    part.map { _ in "instr(CAST(\"\(column)\" AS BLOB), ?) > 0" }
                }
                let values = columns.flatMap { _ in part.map { Array($0.utf8) } }
                let count = try count(
                    "SELECT count(*) FROM \"\(table)\" WHERE " + conditions.joined(separator: " OR "), values)
                if count > 0 { found[table, default: 0] += count }
            }
        }
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

    /// Events about these, and those in whose body one of `needles` stands.
    public func eventBodies(
        about subjects: [String], holding needles: [String]
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
        return found.map { ($0.key, $0.value) }
    }

    public func rewriteEvent(_ id: EventID, body: [UInt8]) throws {
        try execute("UPDATE event SET body = ? WHERE id = ?", [body, id])
    }
}

extension Columns {
    /// A key: a number or a text.
    fileprivate mutating func anyText() -> any SQLBindable { SQLValue.text(text()) }
}
