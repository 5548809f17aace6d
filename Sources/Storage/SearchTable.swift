import Complaints

/// `mention_words` and `case_words`, the indexes of full-text search, and `search_fill`, how far they are filled.
///
/// A row of `mention_words` is one revision of a mention, a row of `case_words` what a member of staff wrote
/// or said on a case's timeline. Both are written with the change itself, and never again.

/// Schema 5. What a store of an earlier schema holds is indexed by and by, the newest first.
func searchStatements(_ dialect: Dialect) -> [String] {
    dialect.fullText.create(mentionIndex, mentionWords)
        + dialect.fullText.create(caseIndex, caseWords) + [
            // Everything from `below` on is indexed.
            """
            CREATE TABLE search_fill (
                what TEXT PRIMARY KEY CHECK (what IN ('mention', 'timeline')), below INTEGER NOT NULL,
                top INTEGER NOT NULL
            ) \(dialect.keyedTable)
            """,
            "INSERT INTO search_fill SELECT 'mention', coalesce(max(id), 0) + 1, coalesce(max(id), 0) FROM mention",
            """
            INSERT INTO search_fill SELECT 'timeline', coalesce(max(id), 0) + 1, coalesce(max(id), 0)
            FROM timeline
            """,
        ]
}

let mentionIndex = "mention_words"
let caseIndex = "case_words"
let mentionWords: [String] = [SearchQuery.Field.author, .title, .text, .reply].map(\.rawValue)
let caseWords: [String] = [SearchQuery.Field.note, .said].map(\.rawValue)

/// The row of a revision: the first has the number of its mention, so that they are written in their order.
enum RevisionRow {
    static func number(_ revision: Int, of id: MentionID) -> Int64 {
        id.number | (revision > 1 ? Int64(revision) << shift : 0)
    }

    /// 1 for the first revision.
    static func revision(_ row: Int64) -> Int { max(1, Int(row >> shift)) }
    static func mention(_ row: Int64) -> MentionID { MentionID(row & mask) }

    static let shift: Int64 = 40
    static let mask: Int64 = 1 << shift - 1
}

extension Session {
    func index(_ content: Content, by author: String?, revision: Int, of id: MentionID) throws {
        try execute(
            dialect.fullText.insert(mentionIndex, mentionWords),
            words(content, by: author, revision: revision, of: id))
    }

    private func words(
        _ content: Content, by author: String?, revision: Int, of id: MentionID
    ) -> [any SQLBindable] {
        [
            RevisionRow.number(revision, of: id), SearchWords.text(author),
            SearchWords.text(content.title), SearchWords.text(content.text),
            SearchWords.text(
                content.reply.map { reply in reply.author.map { "\($0)\n\(reply.text)" } ?? reply.text }),
        ]
    }

    /// Takes a mention with all its revisions out of the index, as far as it is in it; to be done before its
    /// words change.
    func unindex(_ mention: Mention) throws {
        guard try isIndexed("mention", mention.id.number) else { return }
        for revision in try revisions(of: mention.id) {
            let values = words(
                revision.content, by: mention.author, revision: revision.number, of: mention.id)
            guard try takeOut(values, of: mentionIndex, mentionWords, "mention") else { return }
        }
    }

    /// The same for what stands on the timeline of a case.
    func unindexTimeline(of id: CaseID) throws {
        for entry in try notedEntries(of: id) where try isIndexed("timeline", entry.number) {
            let values: [any SQLBindable] = [
                entry.number, SearchWords.text(entry.note), SearchWords.text(entry.statement),
            ]
            guard try takeOut(values, of: caseIndex, caseWords, "timeline") else { return }
        }
    }

    /// An earlier Ombud may have folded words otherwise, and an index does not give out what it was not given: it is
    /// made anew then, by and by.
    /// - Returns: whether the index stands.
    private func takeOut(
        _ values: [any SQLBindable], of index: String, _ columns: [String], _ table: String
    ) throws -> Bool {
        do {
            try execute(dialect.fullText.delete(index, columns), values)
            return true
        } catch let error as CancellationError {
            throw error
        } catch {
            try execute("DROP TABLE \(index)")
            for statement in dialect.fullText.create(index, columns) { try execute(statement) }
            try execute(
                """
                UPDATE search_fill SET below = (SELECT coalesce(max(id), 0) + 1 FROM \(table)),
                    top = (SELECT coalesce(max(id), 0) FROM \(table)) WHERE what = ?
                """, [table])
            return false
        }
    }

    /// Puts them in again, as they read now.
    func reindexTimeline(of id: CaseID) throws {
        for entry in try notedEntries(of: id) where try isIndexed("timeline", entry.number) {
            try execute(
                dialect.fullText.insert(caseIndex, caseWords),
                [entry.number, SearchWords.text(entry.note), SearchWords.text(entry.statement)])
        }
    }

    func reindex(_ mention: Mention) throws {
        guard try isIndexed("mention", mention.id.number) else { return }
        for revision in try revisions(of: mention.id) {
            try index(revision.content, by: mention.author, revision: revision.number, of: mention.id)
        }
    }

    private func notedEntries(
        of id: CaseID
    ) throws -> [(number: Int64, note: String?, statement: String?)] {
        try query(
            """
            SELECT id, note, statement FROM timeline
            WHERE "case" = ? AND by IS NOT NULL AND (note IS NOT NULL OR statement IS NOT NULL) ORDER BY id
            """, [id]
        ) { ($0.integer(), $0.optionalText(), $0.optionalText()) }
    }

    private func isIndexed(_ what: String, _ number: Int64) throws -> Bool {
        try count("SELECT below FROM search_fill WHERE what = ?", [what]) <= Int(number)
    }

    /// Not a word of what was taken out is left in the indexes.
    public func settleSearch() throws {
        for index in [mentionIndex, caseIndex] { try execute(dialect.fullText.settle(index)) }
    }

    /// A mention that is still to be indexed is then indexed with all its revisions.
    func indexRevision(_ content: Content, number: Int, of id: MentionID) throws {
        let isIndexed = try count("SELECT below FROM search_fill WHERE what = 'mention'") <= Int(id.number)
        guard isIndexed else { return }
        let author = try first("SELECT author FROM mention WHERE id = ?", [id]) { $0.optionalText() }
        try index(content, by: author ?? nil, revision: number, of: id)
    }

    /// What Ombud itself notes is found by its mention.
    func index(_ entry: TimelineEntry, number: Int64) throws {
        guard entry.by != nil, entry.note != nil || entry.statement != nil else { return }
        try execute(
            dialect.fullText.insert(caseIndex, caseWords),
            [number, SearchWords.text(entry.note), SearchWords.text(entry.statement)])
    }
}

/// How much of a store that was made before there was a search is indexed.
public struct SearchFill: Hashable, Sendable {
    public var indexed: Int64
    public var all: Int64
    public var isComplete: Bool { indexed >= all }
}

extension Session {
    /// Of mentions and entries together.
    public func searchFill() throws -> SearchFill {
        try first("SELECT sum(top - below + 1), sum(top) FROM search_fill") {
            SearchFill(indexed: $0.integer(), all: $0.integer())
        } ?? SearchFill(indexed: 0, all: 0)
    }

    /// Indexes some of what is not yet, the newest first.
    /// - Parameter limit: at most so many row numbers at once.
    /// - Returns: whether there is more.
    public func fillSearch(limit: Int) throws -> Bool {
        if let below = try first(unfilled, ["mention"], { $0.integer() }) {
            let from = max(1, below - Int64(limit))
            try indexMentions(from..<below)
            try execute("UPDATE search_fill SET below = ? WHERE what = 'mention'", [from])
            return true
        }
        guard let below = try first(unfilled, ["timeline"], { $0.integer() }) else { return false }
        let from = max(1, below - Int64(limit))
        try indexEntries(from..<below)
        try execute("UPDATE search_fill SET below = ? WHERE what = 'timeline'", [from])
        return true
    }

    private func indexMentions(_ numbers: Range<Int64>) throws {
        let current = try query(
            """
            SELECT id, author, revisions, \(contentColumns) FROM mention WHERE id >= ? AND id < ? ORDER BY id
            """, [numbers.lowerBound, numbers.upperBound]
        ) {
            (
                id: MentionID($0.integer()), author: $0.optionalText(), revisions: $0.int(),
                content: $0.content()
            )
        }
        for mention in current where mention.revisions == 1 {
            try index(mention.content, by: mention.author, revision: 1, of: mention.id)
        }
        for mention in current where mention.revisions > 1 {
            for revision in try revisions(of: mention.id) {
                try index(revision.content, by: mention.author, revision: revision.number, of: mention.id)
            }
        }
    }

    private func indexEntries(_ numbers: Range<Int64>) throws {
        let entries = try query(
            """
            SELECT id, at, by, what, note, statement FROM timeline WHERE id >= ? AND id < ? ORDER BY id
            """, [numbers.lowerBound, numbers.upperBound]
        ) {
            (
                $0.integer(),
                TimelineEntry(
                    at: $0.instant(), by: $0.optionalText(), what: try $0.value(), note: $0.optionalText(),
                    statement: $0.optionalText())
            )
        }
        for (number, entry) in entries { try index(entry, number: number) }
    }
}

private let unfilled = "SELECT below FROM search_fill WHERE what = ? AND below > 1"
