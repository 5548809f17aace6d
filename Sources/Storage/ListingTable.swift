import Complaints

/// `listing`: what each page showed when it was last read, one row a page, so that a visit that finds
/// nothing new reads and writes one row.

func listingSchema(_ dialect: Dialect) -> [String] {
    [
        // Rows of schema 1 were one a mention. They are not carried over: the next visit lists anew, and
        // only the count of absences begins again.
        "DROP TABLE listing",
        """
        CREATE TABLE listing (
            source TEXT NOT NULL REFERENCES source (name), page TEXT NOT NULL, place INTEGER NOT NULL,
            is_detail INTEGER NOT NULL, read_as INTEGER NOT NULL, entries TEXT NOT NULL,
            PRIMARY KEY (source, page)
        )
        """,
    ]
}

extension Session {
    /// In the order of the list.
    public func listing(of source: SourceID) throws -> Listing {
        Listing(
            try query(
                """
                SELECT page, is_detail, read_as, entries FROM listing WHERE source = ?
                ORDER BY is_detail, place
                """, [source]
            ) {
                ListedPage(
                    url: $0.text(), isDetail: $0.bool(), readAs: $0.integer(), entries: entries($0.text()))
            })
    }

    /// Writes the pages that differ from `old` and forgets those that are not in `new`.
    public func keep(_ new: Listing, of source: SourceID, before old: Listing) throws {
        let before = Dictionary(
            old.pages.enumerated().map { ($1.url, (place: $0, page: $1)) }, uniquingKeysWith: { a, _ in a })
        var kept: Set<String> = []
        for (place, page) in new.pages.enumerated() where kept.insert(page.url).inserted {
            if let old = before[page.url], old.page == page, old.place == place { continue }
            try execute(
                """
                INSERT INTO listing (source, page, place, is_detail, read_as, entries)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (source, page) DO UPDATE SET place = excluded.place,
                    is_detail = excluded.is_detail, read_as = excluded.read_as, entries = excluded.entries
                """,
                [source, page.url, place, page.isDetail, page.readAs, text(page.entries)])
        }
        for url in before.keys where !kept.contains(url) {
            try execute("DELETE FROM listing WHERE source = ? AND page = ?", [source, url])
        }
    }
}

/// `mention:print:missing`, 0 for no mention, a space between entries.
private func text(_ entries: [Listed]) -> String {
    var text = ""
    text.reserveCapacity(entries.count * 32)
    for entry in entries {
        if !text.isEmpty { text += " " }
        text += "\(entry.mention?.number ?? 0):\(entry.print):\(entry.missing)"
    }
    return text
}

private func entries(_ text: String) -> [Listed] {
    text.utf8.split(separator: UInt8(ascii: " ")).compactMap { entry in
        let parts = entry.split(separator: UInt8(ascii: ":")).compactMap { Int64(Substring($0)) }
        guard parts.count == 3 else { return nil }
        return Listed(
            mention: parts[0] == 0 ? nil : MentionID(parts[0]), print: parts[1], missing: Int(parts[2]))
    }
}
