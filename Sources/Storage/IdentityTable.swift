import Complaints

/// `identity`: by what a mention is known again.

/// Every new mention brings several keys and every complaint 32 bands: one tree each, instead of two, and
/// no look for a mention that was stored a moment before.
func identitySchema(_ dialect: Dialect) -> [String] {
    [
        """
        CREATE TABLE known (
            key TEXT PRIMARY KEY, mention INTEGER NOT NULL
        ) \(dialect.keyedTable)
        """,
        "INSERT INTO known SELECT key, mention FROM identity",
        "DROP TABLE identity",
        "ALTER TABLE known RENAME TO identity",
        "CREATE INDEX identity_mention ON identity (mention)",
        """
        CREATE TABLE near (
            key INTEGER NOT NULL, mention INTEGER NOT NULL, PRIMARY KEY (key, mention)
        ) \(dialect.keyedTable)
        """,
        "INSERT INTO near SELECT key, mention FROM band",
        "DROP TABLE band",
        "ALTER TABLE near RENAME TO band",
    ]
}

extension Session {
    /// The mentions that these keys lead to, by key.
    public func knownMentions(_ keys: [String]) throws -> [String: KnownMention] {
        var known: [String: KnownMention] = [:]
        for chunk in stride(from: 0, to: keys.count, by: 400) {
            var part = Array(keys[chunk..<min(chunk + 400, keys.count)])
            // One statement serves every count of about as many.
            while part.count % 16 != 0, let last = part.last { part.append(last) }
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

    /// Whether one of these keys led to a mention that was first seen before a time.
    public func knowsAny(of keys: [String], before: Instant) throws -> Bool {
        for chunk in stride(from: 0, to: keys.count, by: 400) {
            let part = Array(keys[chunk..<min(chunk + 400, keys.count)])
            let found = try first(
                """
                SELECT 1 FROM identity JOIN mention ON mention.id = identity.mention
                WHERE identity.key IN \(Self.marks(part.count)) AND mention.first_seen < ? LIMIT 1
                """, part + [before]
            ) { $0.int() }
            if found != nil { return true }
        }
        return false
    }

    /// A key leads to the mention that was seen with it last.
    public func keepIdentity(_ identity: Identity, of id: MentionID) throws {
        try execute(
            """
            INSERT INTO identity (key, mention) VALUES (?, ?)
            ON CONFLICT (key) DO UPDATE SET mention = excluded.mention
            """, each: (identity.strong + identity.weak).map { [$0, id] })
    }
}
