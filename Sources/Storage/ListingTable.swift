import Complaints

/// `listing`: where each mention is listed now, so that its absence can be noticed.
public struct Listed: Hashable, Sendable {
    public var mention: MentionID
    public var page: String
    /// Over all pages of a visit.
    public var position: Int
    /// Complete visits in a row that should have seen it and did not.
    public var missing: Int

    public init(mention: MentionID, page: String, position: Int, missing: Int = 0) {
        self.mention = mention
        self.page = page
        self.position = position
        self.missing = missing
    }
}

extension Session {
    /// In the order of the list.
    public func listing(of source: SourceID) throws -> [Listed] {
        try query(
            "SELECT mention, page, position, missing FROM listing WHERE source = ? ORDER BY position, mention",
            [source]
        ) {
            Listed(
                mention: MentionID($0.integer()), page: $0.text(), position: $0.int(), missing: $0.int())
        }
    }

    public func keepListed(_ listed: Listed, source: SourceID) throws {
        try execute(
            """
            INSERT INTO listing (mention, source, page, position, missing) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (mention) DO UPDATE SET page = excluded.page, position = excluded.position,
                missing = excluded.missing
            """, [listed.mention, source, listed.page, listed.position, listed.missing])
    }

    public func unlist(_ mention: MentionID) throws {
        try execute("DELETE FROM listing WHERE mention = ?", [mention])
    }
}
