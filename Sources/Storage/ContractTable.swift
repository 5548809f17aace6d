import Complaints
import Foundation

/// `contract`: how each source's records look, and what was held back because they did not.

func contractSchema(_ dialect: Dialect) -> [String] {
    [
        """
        CREATE TABLE contract (
            source TEXT PRIMARY KEY REFERENCES source (name), read_as INTEGER NOT NULL, learned TEXT NOT NULL,
            broken_since INTEGER, way TEXT, fallback TEXT, breaches TEXT, held TEXT, held_hash INTEGER,
            accepted_at INTEGER, accepted_by TEXT
        ) \(dialect.keyedTable)
        """
    ]
}

extension Session {
    /// nil for a source that nothing was learned of.
    public func contract(of source: SourceID) throws -> SourceContract? {
        try first(
            """
            SELECT read_as, learned, broken_since, way, fallback, breaches, held, held_hash, accepted_at,
                accepted_by
            FROM contract WHERE source = ?
            """, [source]
        ) { row in
            let readAs = row.integer()
            var found = SourceContract(readAs: readAs, contract: Contract(text: row.text()) ?? Contract())
            let since = row.optionalInstant()
            let (way, fallback): (Via?, Via?) = (row.optionalValue(), row.optionalValue())
            let (breaches, held) = (row.optionalText(), row.optionalText())
            let hash = row.optionalInteger()
            if let since {
                found.broken = SourceContract.Broken(
                    since: since, way: way, breaches: try decoded(breaches), fallback: fallback,
                    held: try decoded(held), heldHash: hash)
            }
            let (at, by) = (row.optionalInstant(), row.optionalText())
            found.accepted = at.map { SourceContract.Acceptance(at: $0, by: by ?? "") }
            return found
        } ?? nil
    }

    public func keep(_ contract: SourceContract, of source: SourceID) throws {
        let broken = contract.broken
        try execute(
            """
            INSERT INTO contract (source, read_as, learned, broken_since, way, fallback, breaches, held,
                held_hash, accepted_at, accepted_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (source) DO UPDATE SET read_as = excluded.read_as, learned = excluded.learned,
                broken_since = excluded.broken_since, way = excluded.way, fallback = excluded.fallback,
                breaches = excluded.breaches, held = excluded.held, held_hash = excluded.held_hash,
                accepted_at = excluded.accepted_at, accepted_by = excluded.accepted_by
            """,
            [
                source, contract.readAs, contract.contract.text, broken?.since, broken?.way, broken?.fallback,
                try broken.map { try encoded($0.breaches) }, try broken.map { try encoded($0.held) },
                broken?.heldHash, contract.accepted?.at, contract.accepted?.by,
            ])
    }

    /// Its pages are again as they were.
    public func mendContract(of source: SourceID) throws {
        try execute(
            """
            UPDATE contract SET broken_since = NULL, way = NULL, fallback = NULL, breaches = NULL, held = NULL,
                held_hash = NULL
            WHERE source = ? AND broken_since IS NOT NULL
            """, [source])
    }

    /// Whether people accepted how a source looks since a visit began: it must not undo that.
    public func isAccepted(_ source: SourceID, since: Instant) throws -> Bool {
        try first("SELECT 1 FROM contract WHERE source = ? AND accepted_at >= ?", [source, since]) {
            $0.int()
        }
            != nil
    }

    /// Forgets how the records of a source looked: what its pages show now is read in full by the next visit,
    /// which is due at once, and learned. False where nothing was learned.
    public func acceptContract(of source: SourceID, by who: String, now: Instant) throws -> Bool {
        acted(on: .source(source))
        guard let old = try contract(of: source), old.broken != nil || old.contract.batches > 0 else {
            return false
        }
        // Of another way in use people were told, and are told that it is not any more.
        try keep(
            SourceContract(
                readAs: old.readAs, broken: old.broken?.fallback == nil ? nil : old.broken,
                accepted: SourceContract.Acceptance(at: now, by: who)), of: source)
        try forgetValidators(of: source)
        try postpone(source, to: now)
        return true
    }

    /// The next visit reads its pages in full, also where they did not change.
    public func forgetValidators(of source: SourceID) throws {
        try execute(
            "UPDATE page SET etag = NULL, last_modified = NULL, body_hash = NULL WHERE source = ?", [source])
    }

    /// Mentions as they are known, for a comparison with what is read now.
    public func stood(_ mentions: [MentionID]) throws -> [MentionID: Stood] {
        guard !mentions.isEmpty else { return [:] }
        let found = try query(
            """
            SELECT id, source, author, published, published_precision, published_offset, site_id, url,
                \(contentColumns)
            FROM mention WHERE id IN \(Self.marks(mentions.count))
            """, mentions
        ) { row in
            let (id, source, author) = (MentionID(row.integer()), row.source(), row.optionalText())
            let published = row.statedTime()
            let (siteID, url) = (row.optionalText(), row.optionalText())
            return Stood(
                mention: KnownMention(
                    id: id, source: source, author: author, published: published, content: row.content()),
                siteID: siteID, url: url)
        }
        return Dictionary(found.map { ($0.mention.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

private func encoded(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
}

private func decoded<T: Decodable>(_ text: String?) throws -> [T] {
    guard let text else { return [] }
    do { return try JSONDecoder().decode([T].self, from: Data(text.utf8)) } catch {
        throw StoreError.damaged("what was held back of a source cannot be read: \(error)")
    }
}

extension Via: SQLBindable {}
