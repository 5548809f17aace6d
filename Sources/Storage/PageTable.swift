import Complaints

/// `page`: what is needed to ask for a page again without reading it twice.

func pageSchema(_ dialect: Dialect) -> [String] {
    [
        // Pages that the list leads to; one that was found and not fetched yet has no `visited`.
        "ALTER TABLE page ADD COLUMN is_passage INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE page ADD COLUMN is_detail INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE page ADD COLUMN visited INTEGER",
        "ALTER TABLE page ADD COLUMN modified INTEGER",
        "CREATE INDEX page_detail ON page (source, visited) WHERE is_detail = 1",
    ]
}

public struct PageState: Hashable, Sendable {
    public var url: String
    public var etag: String?
    public var lastModified: String?
    /// Of the bytes as fetched.
    public var bodyHash: Int64?
    /// Fingerprint of everything that decides what is read from the bytes; when it changes, a page
    /// is read again although it did not change.
    public var readAs: Int64
    public var next: String?
    public var isFeed: Bool
    /// It holds no records of its own and only leads on: to its feed, or to detail pages.
    public var isPassage: Bool
    public var records: Int

    /// In place of `readAs`: its evidence is still to be archived, so that it must be read anew.
    public static let owing: Int64 = -1

    public init(
        url: String, etag: String? = nil, lastModified: String? = nil, bodyHash: Int64? = nil, readAs: Int64,
        next: String? = nil, isFeed: Bool = false, isPassage: Bool = false, records: Int = 0
    ) {
        self.url = url
        self.etag = etag
        self.lastModified = lastModified
        self.bodyHash = bodyHash
        self.readAs = readAs
        self.next = next
        self.isFeed = isFeed
        self.isPassage = isPassage
        self.records = records
    }
}

/// A page that the list leads to.
public struct DetailPage: Hashable, Sendable {
    public var url: String
    /// When a sitemap or feed says that it was last changed.
    public var modified: Instant?

    public init(url: String, modified: Instant? = nil) {
        self.url = url
        self.modified = modified
    }
}

private let stateColumns =
    "url, etag, last_modified, body_hash, read_as, next_url, is_feed, is_passage, records"

extension Session {
    /// Those of the list, without detail pages.
    public func pageStates(of source: SourceID) throws -> [PageState] {
        try query("SELECT \(stateColumns) FROM page WHERE source = ? AND is_detail = 0", [source]) {
            $0.pageState()
        }
    }

    public func keep(
        _ page: PageState, of source: SourceID, isDetail: Bool = false, visited: Instant? = nil
    ) throws {
        try execute(
            """
            INSERT INTO page (source, \(stateColumns), is_detail, visited)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (source, url) DO UPDATE SET etag = excluded.etag,
                last_modified = excluded.last_modified, body_hash = excluded.body_hash,
                read_as = excluded.read_as, next_url = excluded.next_url, is_feed = excluded.is_feed,
                is_passage = excluded.is_passage, records = excluded.records, is_detail = excluded.is_detail, visited = excluded.visited
            """,
            [
                source, page.url, page.etag, page.lastModified, page.bodyHash, page.readAs, page.next,
                page.isFeed, page.isPassage, page.records, isDetail, visited,
            ])
    }

    /// Forgets a page of the list that a complete visit did not come to any more.
    public func forgetPage(_ url: String, of source: SourceID) throws {
        try execute("DELETE FROM page WHERE source = ? AND url = ?", [source, url])
    }

    // MARK: Detail pages

    /// Which of these are known.
    public func knownDetails(of source: SourceID, among urls: [String]) throws -> Set<String> {
        var known: Set<String> = []
        var rest = urls[...]
        while !rest.isEmpty {
            let batch = Array(rest.prefix(500))
            rest = rest.dropFirst(500)
            known.formUnion(
                try query(
                    """
                    SELECT url FROM page WHERE source = ? AND is_detail = 1
                        AND url IN \(Self.marks(batch.count))
                    """, [source] + batch
                ) { $0.text() })
        }
        return known
    }

    /// Remembers pages to be fetched; one that is known is due again where it was modified since.
    public func keepDetails(_ found: [DetailPage], of source: SourceID) throws {
        for page in found {
            try execute(
                """
                INSERT INTO page (source, url, read_as, records, is_detail, modified) VALUES (?, ?, 0, 0, 1, ?)
                ON CONFLICT (source, url) DO UPDATE SET modified = excluded.modified,
                    visited = CASE WHEN page.modified < excluded.modified THEN NULL ELSE page.visited END
                WHERE excluded.modified IS NOT NULL
                """, [source, page.url, page.modified])
        }
    }

    /// The detail pages to fetch next: those never fetched or modified since, then those not looked at for
    /// longest. In the order in which they were found. One whose sitemap dates it, and says that it was not
    /// modified, is looked at once a day.
    public func dueDetails(of source: SourceID, limit: Int, now: Instant) throws -> [PageState] {
        try query(
            """
            SELECT \(stateColumns) FROM page WHERE source = ? AND is_detail = 1
                AND (modified IS NULL OR visited IS NULL OR visited <= ?)
            ORDER BY visited IS NOT NULL, visited, modified DESC, url LIMIT ?
            """, [source, now - .seconds(86_400), limit]
        ) { $0.pageState() }
    }

    /// Those of `found` that were modified since they were fetched.
    public func modifiedDetails(of source: SourceID, among found: [DetailPage]) throws -> [PageState] {
        var modified: [PageState] = []
        for page in found {
            guard let time = page.modified else { continue }
            modified += try query(
                """
                SELECT \(stateColumns) FROM page
                WHERE source = ? AND url = ? AND is_detail = 1 AND (modified IS NULL OR modified < ?)
                """, [source, page.url, time]
            ) { $0.pageState() }
        }
        return modified
    }

    /// How many were found, and how many of them not fetched yet.
    public func detailCounts(of source: SourceID) throws -> (all: Int, waiting: Int) {
        try first(
            """
            SELECT count(*), count(*) - count(visited) FROM page WHERE source = ? AND is_detail = 1
            """, [source]
        ) { ($0.int(), $0.int()) } ?? (0, 0)
    }
}

extension Columns {
    fileprivate mutating func pageState() -> PageState {
        PageState(
            url: text(), etag: optionalText(), lastModified: optionalText(), bodyHash: optionalInteger(),
            readAs: integer(), next: optionalText(), isFeed: bool(), isPassage: bool(), records: int())
    }
}
