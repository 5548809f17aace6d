import Complaints

/// `identity` and `band`: by what a mention is known again, exactly and nearly.
extension Session {
    /// The mentions that these keys lead to, by key.
    public func knownMentions(_ keys: [String]) throws -> [String: KnownMention] {
        var known: [String: KnownMention] = [:]
        for chunk in stride(from: 0, to: keys.count, by: 400) {
            let part = Array(keys[chunk..<min(chunk + 400, keys.count)])
            let rows = try query(
                """
                SELECT identity.key, mention.id, source, author, published, published_precision,
                    published_offset, \(contentColumns)
                FROM identity JOIN mention ON mention.id = identity.mention
                WHERE identity.key IN \(Self.marks(part.count))
                """, part
            ) {
                (
                    $0.text(),
                    KnownMention(
                        id: MentionID($0.integer()), source: $0.source(), author: $0.optionalText(),
                        published: $0.statedTime(), content: $0.content())
                )
            }
            for (key, mention) in rows { known[key] = mention }
        }
        return known
    }

    /// A key leads to the mention that was seen with it last.
    public func keepIdentity(_ identity: Identity, of id: MentionID) throws {
        for key in identity.strong + identity.weak {
            try execute(
                """
                INSERT INTO identity (key, mention) VALUES (?, ?)
                ON CONFLICT (key) DO UPDATE SET mention = excluded.mention
                """, [key, id])
        }
    }

    public func keepBands(_ keys: [Int64], of id: MentionID) throws {
        for key in Set(keys) {
            try execute(
                "INSERT INTO band (key, mention) VALUES (?, ?) ON CONFLICT DO NOTHING", [key, id])
        }
    }

    /// Mentions that share a band with a text: it may be the same complaint.
    public func mentionsSharing(bands: [Int64], subject: String, limit: Int) throws -> [MentionID] {
        guard !bands.isEmpty else { return [] }
        return try query(
            """
            SELECT band.mention, count(*) AS shared FROM band JOIN mention ON mention.id = band.mention
            WHERE band.key IN \(Self.marks(bands.count)) AND mention.subject = ?
            GROUP BY band.mention ORDER BY shared DESC, band.mention LIMIT ?
            """, bands + [subject, limit]
        ) { MentionID($0.integer()) }
    }
}
