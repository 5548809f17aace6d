import Complaints

/// Every text of every table, rewritten where it names or quotes somebody.

/// Texts of people, by table: how a row is found, and which of its columns hold what somebody wrote or was told, or
/// what an answer from outside may quote.
private let columnsOfTexts: [(table: String, keys: [String], columns: [String])] = [
    ("mention", ["id"], ["author", "title", "text", "reply_author", "reply_text", "reasons", "decided_why"]),
    ("revision", ["mention", "number"], ["title", "text", "reply_author", "reply_text"]),
    ("case", ["id"], ["next_step"]), ("timeline", ["id"], ["note", "statement"]),
    ("promise", ["case", "number"], ["what", "measure", "said", "note"]), ("link", ["id"], ["why"]),
    ("decision", ["id"], ["why"]), ("twin", ["mention", "other"], ["why"]),
    ("apart", ["mention", "other"], ["why"]), ("incident", ["id"], ["words", "why"]),
    ("contract", ["source"], ["breaches", "held"]), ("gap", ["id"], ["why"]),
    ("delivery", ["id"], ["error"]), ("alert", ["number"], ["last_error"]),
    ("endpoint", ["name"], ["last_error", "reason", "refusal"]), ("hold", ["id"], ["why"]),
    ("silence", ["id"], ["why"]), ("audit", ["id"], ["note"]), ("backup", ["id"], ["path", "evidence"]),
    ("source", ["name"], ["last_failure", "paused_why"]), ("visit", ["id"], ["reason"]),
    ("upkeep", ["what"], ["found"]), ("notice", ["name"], ["text"]),
]

/// Rows that are nothing without what names somebody: they go as a whole.
private let naming: [(table: String, column: String)] = [
    ("page", "url"), ("listing", "page"), ("link", "url"), ("tag", "name"), ("cookie", "line"),
]

/// By what somebody is known in a text: names, and what nobody else said or has.
public struct ErasureMarks: Sendable {
    public var needles: ByteNeedles
    public var names: NameScan

    public init(needles: ByteNeedles, names: NameScan) {
        self.needles = needles
        self.names = names
    }

    public var isEmpty: Bool { needles.isEmpty && names.isEmpty }
    public func stand(in bytes: [UInt8]) -> Bool { needles.stand(in: bytes) || names.holds(bytes) }
}

/// Where a walk through every text of every table is.
public struct TextPlace: Hashable, Sendable {
    fileprivate var table = 0
    /// The keys of the last row that was looked at.
    fileprivate var after: [String] = []

    public init() {}
}

/// Rows of one table in which somebody stands, by their keys.
public struct FoundTexts: Sendable {
    fileprivate var table: Int
    fileprivate var rows: [[String]]

    public var isEmpty: Bool { rows.isEmpty }
}

extension Session {
    /// A part of a walk through every text, so that neither readers nor writers wait for all of it.
    /// - Parameter ids: whose own rows are left out.
    /// - Returns: rows with one of the marks, and where the walk goes on; nil where it is done.
    public func texts(
        from place: TextPlace, holding marks: ErasureMarks, besides ids: Set<MentionID>, limit: Int
    ) throws -> (found: FoundTexts, next: TextPlace?) {
        let (table, keys, columns) = columnsOfTexts[place.table]
        let isOwn = Set(["mention", "revision"].contains(table) ? ids.map { "\($0.number)" } : [])
        let after =
            place.after.isEmpty
            ? "" : " WHERE (\(Self.names(keys))) > " + Self.marks(keys.count)
        var (found, last, count): (FoundTexts, [String], Int) = (.init(table: place.table, rows: []), [], 0)
        _ = try query(
            "SELECT \(Self.names(columns + keys)) FROM \"\(table)\"\(after) ORDER BY \(Self.names(keys)) LIMIT ?",
            place.after.map { $0 as any SQLBindable } + [limit]
        ) { row in
            var isThere = false
            for _ in columns {
                if let text = row.optionalBlob(), !isThere { isThere = marks.stand(in: text) }
            }
            last = keys.map { _ in row.text() }
            count += 1
            if isThere, !isOwn.contains(last[0]) { found.rows.append(last) }
        }
        var next = place
        next.after = last
        if count < limit { (next.table, next.after) = (place.table + 1, []) }
        return (found, next.table < columnsOfTexts.count ? next : nil)
    }

    /// - Parameter quotes: rewrites what quotes single words of these texts: the reasons of a score.
    /// - Returns: how many rows were rewritten.
    public func rewrite(
        _ found: FoundTexts, quotes: (String) -> String?, _ rewrite: (String) -> String?
    ) throws -> Int {
        let (table, keys, _) = columnsOfTexts[found.table]
        return try rewriteRows(table, keys, Set(found.rows), quotes, rewrite)
    }

    private static func names(_ columns: [String]) -> String {
        columns.map { "\"\($0)\"" }.joined(separator: ", ")
    }

    /// Mentions and cases are taken out of the search index before, and put in again.
    private func rewriteRows(
        _ table: String, _ keys: [String], _ rows: Set<[String]>, _ quotes: (String) -> String?,
        _ rewrite: (String) -> String?
    ) throws -> Int {
        switch table {
        case "mention", "revision":
            let ids = Set(rows.compactMap { $0.first.flatMap(Int64.init).map { MentionID($0) } })
            for mention in try mentions(ids.sorted { $0.number < $1.number }) {
                try unindex(mention)
                try rewriteTexts("mention", where: "id = ?", [mention.id], quotes: quotes, rewrite)
                try rewriteTexts("revision", where: "mention = ?", [mention.id], rewrite)
                if let now = try self.mention(mention.id) { try reindex(now) }
            }
            return ids.count
        case "timeline":
            let ids = try rows.compactMap { row in
                try first("SELECT \"case\" FROM timeline WHERE id = ?", row) { CaseID($0.integer()) }
            }
            for id in Set(ids) {
                try unindexTimeline(of: id)
                try rewriteTexts(table, where: "\"case\" = ?", [id], rewrite)
                try reindexTimeline(of: id)
            }
            return rows.count
        default:
            let match = keys.map { "\"\($0)\" = ?" }.joined(separator: " AND ")
            return try rows.reduce(0) { try $0 + rewriteTexts(table, where: match, $1, rewrite) }
        }
    }

    @discardableResult
    func rewriteTexts(
        _ table: String, where condition: String, _ values: [any SQLBindable],
        quotes: (String) -> String? = { _ in nil }, _ rewrite: (String) -> String?
    ) throws -> Int {
        guard let found = columnsOfTexts.first(where: { $0.table == table }) else { return 0 }
        let rows = try query(
            "SELECT \(Self.names(found.keys + found.columns)) FROM \"\(table)\" WHERE \(condition)", values
        ) { row in
            (keys: found.keys.map { _ in row.text() }, texts: found.columns.map { _ in row.optionalText() })
        }
        var count = 0
        let match = found.keys.map { "\"\($0)\" = ?" }.joined(separator: " AND ")
        for row in rows {
            var isChanged = false
            for (column, old) in zip(found.columns, row.texts) {
                guard let old else { continue }
                let plain = rewrite(old)
                let quoting = column == "reasons" ? quotes(plain ?? old) : nil
                guard let new = quoting ?? plain else { continue }
                isChanged = true
                try execute(
                    "UPDATE \"\(table)\" SET \"\(column)\" = ? WHERE \(match)", [new] + row.keys)
            }
            if isChanged { count += 1 }
        }
        return count
    }

    /// What a receiver answered to alerts of an event: it may quote it in part.
    public func rewriteAnswers(to event: EventID, _ rewrite: (String) -> String?) throws {
        let condition = "IN (SELECT number FROM alert WHERE event = ?)"
        try rewriteTexts("delivery", where: "error IS NOT NULL AND alert \(condition)", [event], rewrite)
        try rewriteTexts("alert", where: "last_error IS NOT NULL AND event = ?", [event], rewrite)
    }

    /// The pages of these addresses, and those that name somebody, are not known any more, and no case leads to them.
    /// - Parameter kept: addresses of the configuration.
    public func dropAddresses(
        _ urls: [String], naming scan: NameScan, besides kept: Set<String>
    ) throws {
        for url in urls {
            try execute("DELETE FROM page WHERE url = ?", [url])
            try execute("DELETE FROM listing WHERE page = ?", [url])
            try execute("DELETE FROM link WHERE url IS NOT NULL AND instr(url, ?) > 0", [url])
        }
        guard !scan.isEmpty else { return }
        for (table, column) in naming {
            let found = try query(
                "SELECT DISTINCT \"\(column)\" FROM \"\(table)\" WHERE \"\(column)\" IS NOT NULL", []
            ) { $0.text() }
            for text in found where !kept.contains(text) {
                guard scan.holds(text) else { continue }
                try execute("DELETE FROM \"\(table)\" WHERE \"\(column)\" = ?", [text])
            }
        }
    }
}
