import Complaints

/// `identity` and `band`: by what a mention is known again, exactly and nearly.

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
        try execute(
            """
            INSERT INTO identity (key, mention) VALUES (?, ?)
            ON CONFLICT (key) DO UPDATE SET mention = excluded.mention
            """, each: (identity.strong + identity.weak).map { [$0, id] })
    }

    public func keepBands(_ keys: [Int64], of id: MentionID) throws {
        // In the order of the tree. A row a statement: one that adds many keeps a copy of every page it
        // touches until it ends.
        try execute(
            "INSERT INTO band (key, mention) VALUES (?, ?) ON CONFLICT DO NOTHING",
            each: keys.sorted().map { [$0, id] })
    }

    /// Mentions that share bands with a text, those that share the most first: it may be the same complaint.
    ///
    /// Of a band that very many texts share ("terrible service") the newest mentions are looked at: what
    /// a lookup costs does not grow with the store.
    public func mentionsSharing(bands: [Int64], limit: Int) throws -> [BandMatch] {
        guard !bands.isEmpty else { return [] }
        let statement = bands.count == usualBands ? usualSharing : sharing(bands.count)
        // Counted here: for hundreds of rows the engine would build a tree.
        let found = try query(statement, bands) { $0.integer() }.sorted()
        var shared: [(mention: Int64, count: Int)] = []
        for mention in found {
            if shared.last?.mention == mention {
                shared[shared.count - 1].count += 1
            } else {
                shared.append((mention, 1))
            }
        }
        shared.sort { ($1.count, $0.mention) < ($0.count, $1.mention) }
        return shared.prefix(limit).map { BandMatch(mention: MentionID($0.mention), shared: $0.count) }
    }

    /// Those of them that have one.
    public func authors(of mentions: [MentionID]) throws -> [MentionID: String] {
        guard !mentions.isEmpty else { return [:] }
        let found = try query(
            "SELECT id, author FROM mention WHERE id IN \(Self.marks(mentions.count)) AND author IS NOT NULL",
            mentions
        ) { (MentionID($0.integer()), $0.text()) }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }
}

/// A mention that shares bands with a text.
public struct BandMatch: Hashable, Sendable {
    public var mention: MentionID
    /// How many bands.
    public var shared: Int
}

/// One statement for all bands of a text.
private func sharing(_ bands: Int) -> String {
    let one = "SELECT * FROM (SELECT mention FROM band WHERE key = ? ORDER BY mention DESC LIMIT 24)"
    return Array(repeating: one, count: bands).joined(separator: " UNION ALL ")
}

/// As many as a sketch has.
private let usualBands = 32
private let usualSharing = sharing(usualBands)
