import Complaints

/// `page`: what is needed to ask for a page again without reading it twice.
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
    public var records: Int

    public init(
        url: String, etag: String?, lastModified: String?, bodyHash: Int64?, readAs: Int64, next: String?,
        isFeed: Bool, records: Int
    ) {
        self.url = url
        self.etag = etag
        self.lastModified = lastModified
        self.bodyHash = bodyHash
        self.readAs = readAs
        self.next = next
        self.isFeed = isFeed
        self.records = records
    }
}

extension Session {
    public func pageStates(of source: SourceID) throws -> [PageState] {
        try query(
            """
            SELECT url, etag, last_modified, body_hash, read_as, next_url, is_feed, records
            FROM page WHERE source = ?
            """, [source]
        ) {
            PageState(
                url: $0.text(), etag: $0.optionalText(), lastModified: $0.optionalText(),
                bodyHash: $0.optionalInteger(), readAs: $0.integer(), next: $0.optionalText(),
                isFeed: $0.bool(), records: $0.int())
        }
    }

    public func keep(_ page: PageState, of source: SourceID) throws {
        try execute(
            """
            INSERT INTO page (source, url, etag, last_modified, body_hash, read_as, next_url, is_feed, records)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (source, url) DO UPDATE SET etag = excluded.etag,
                last_modified = excluded.last_modified, body_hash = excluded.body_hash,
                read_as = excluded.read_as, next_url = excluded.next_url, is_feed = excluded.is_feed,
                records = excluded.records
            """,
            [
                source, page.url, page.etag, page.lastModified, page.bodyHash, page.readAs, page.next,
                page.isFeed, page.records,
            ])
    }

    /// Forgets the pages that a complete visit did not come to any more.
    public func forgetPages(of source: SourceID, except urls: Set<String>) throws {
        for page in try pageStates(of: source) where !urls.contains(page.url) {
            try execute("DELETE FROM page WHERE source = ? AND url = ?", [source, page.url])
        }
    }
}
