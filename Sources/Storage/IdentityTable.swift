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

    /// Mentions that share bands with a text, those that share the most first: it may be the same complaint.
    ///
    /// Of a band that very many texts share ("terrible service") the newest mentions are looked at: what
    /// a lookup costs does not grow with the store.
    public func mentionsSharing(bands: [Int64], limit: Int) throws -> [MentionID] {
        var shared: [MentionID: Int] = [:]
        for key in Set(bands) {
            let mentions = try query(
                "SELECT mention FROM band WHERE key = ? ORDER BY mention DESC LIMIT ?", [key, 2 * limit]
            ) { MentionID($0.integer()) }
            for mention in mentions { shared[mention, default: 0] += 1 }
        }
        return shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
    }
}
