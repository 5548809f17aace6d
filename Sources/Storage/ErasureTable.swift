import Complaints

/// Erasing a person from the rows that stay: what was said goes, that something was said remains.

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
        try rewriteTexts("decision", where: "mention = ?", [id]) { text($0) ?? erasedText }
        try execute("UPDATE twin SET why = ? WHERE mention = ? OR other = ?", [erasedText, id, id])
        try execute("DELETE FROM snooze WHERE mention = ?", [id])
        if let now = try self.mention(id) { try reindex(now) }
    }

    /// What a case of several people notes of one of their mentions, rewritten.
    public func rewriteEntries(about id: MentionID, in caseID: CaseID, _ rewrite: (String) -> String?) throws
    {
        try unindexTimeline(of: caseID)
        try rewriteTexts("timeline", where: "\"case\" = ? AND mention = ?", [caseID, id], rewrite)
        try reindexTimeline(of: caseID)
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

    /// Which of these addresses are those of other mentions, too.
    public func sharedURLs(_ urls: [String], besides ids: Set<MentionID>) throws -> Set<String> {
        let found = try urls.inParts.flatMap {
            try query("SELECT url, id FROM mention WHERE url IN " + Self.marks($0.count), $0) {
                ($0.text(), MentionID($0.integer()))
            }
        }
        return Set(found.filter { !ids.contains($0.1) }.map(\.0))
    }
}
