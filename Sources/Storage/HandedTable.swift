import Complaints

/// `source` and `identity`, as far as complaints are handed in by people: what no page brought.
extension Session {
    /// A place that is never polled. One that a watchlist names stays as it is.
    public func keepHandedSource(_ id: SourceID, subject: String, now: Instant) throws {
        try execute(
            """
            INSERT INTO source (name, subject, url, is_active, next_visit) VALUES (?, ?, ?, 0, ?)
            ON CONFLICT DO NOTHING
            """, [id, subject, handedScheme + id.name, now])
    }

    /// The mentions that were handed in under these keys.
    public func handed(_ keys: [String]) throws -> [String: (mention: MentionID, case: CaseID?)] {
        let found = try query(
            """
            SELECT identity.key, mention.id, mention."case" FROM identity
                JOIN mention ON mention.id = identity.mention
            WHERE identity.key IN \(Self.marks(keys.count))
            """, keys
        ) { ($0.text(), (MentionID($0.integer()), $0.optionalInteger().map(CaseID.init))) }
        return Dictionary(found.map { ($0, (mention: $1.0, case: $1.1)) }, uniquingKeysWith: { $1 })
    }
}

/// What the address of a place begins with that is no page.
let handedScheme = "manual:"
