import Complaints

/// `evidence`: the archived records, chained; `evidence_mention`: what each shows of which mention.
func evidenceSchema(_ dialect: Dialect) -> [String] {
    [
        """
        CREATE TABLE evidence (
            number \(dialect.identityColumn), source TEXT REFERENCES source (name),
            kind TEXT NOT NULL CHECK (kind IN ('warcinfo', 'request', 'response', 'revisit', 'resource')),
            record TEXT NOT NULL UNIQUE, url TEXT NOT NULL, at INTEGER NOT NULL,
            file TEXT NOT NULL, start INTEGER NOT NULL CHECK (start >= 0),
            length INTEGER NOT NULL CHECK (length > 0),
            sha256 \(dialect.blobType) NOT NULL CHECK (length(sha256) = 32),
            chain \(dialect.blobType) NOT NULL CHECK (length(chain) = 32),
            payload_digest \(dialect.blobType), validator TEXT, refers_to TEXT, gone INTEGER,
            UNIQUE (file, start)
        )
        """,
        // The latest copy of a page.
        "CREATE INDEX evidence_page ON evidence (source, url, number) WHERE kind IN ('response', 'resource')",
        "CREATE INDEX evidence_refers ON evidence (refers_to) WHERE refers_to IS NOT NULL",
        """
        CREATE TABLE evidence_mention (
            record TEXT NOT NULL REFERENCES evidence (record), mention INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('made', 'changed', 'confirmed', 'vanished', 'reappeared')),
            PRIMARY KEY (mention, record, role)
        )
        """,
        "CREATE INDEX evidence_mention_record ON evidence_mention (record)",
        // The last link of what was forgotten, in order, from the beginning of the chain.
        """
        CREATE TABLE evidence_anchor (
            number INTEGER PRIMARY KEY, chain \(dialect.blobType) NOT NULL, at INTEGER NOT NULL
        )
        """,
    ]
}

/// Records that a case which goes on, or a legal hold, still needs.
/// - Parameter held: cases that are held, or were merged on the way into one that is.
private func neededRecords(held: [CaseID]) -> String {
    """
    SELECT evidence_mention.record FROM evidence_mention
    JOIN mention ON mention.id = evidence_mention.mention
    LEFT JOIN "case" ON "case".id = mention."case"
    WHERE "case".state IN ('new', 'open', 'waiting', 'answered')
        OR mention.id IN (SELECT mention FROM hold WHERE ended IS NULL AND mention IS NOT NULL)
        OR "case".id IN (SELECT "case" FROM hold WHERE ended IS NULL AND "case" IS NOT NULL)
        OR mention.id IN (SELECT mention FROM former WHERE "case" IN
            (\(held.map { "\($0.number)" }.joined(separator: ","))))
    """
}

extension EvidenceEntry.Kind: SQLBindable {}
extension EvidenceLink.Role: SQLBindable {}

extension Session {
    /// Stores entries whose bytes are archived, each linked to the one before by `link(previous, entry)`.
    /// - Returns: the entries with their numbers and chain values.
    @discardableResult
    public func addEvidence(
        _ entries: [EvidenceEntry], link: (_ previous: [UInt8], _ entry: EvidenceEntry) -> [UInt8]
    ) throws -> [EvidenceEntry] {
        var previous = try evidenceHead().chain
        var stored: [EvidenceEntry] = []
        for var entry in entries {
            entry.chain = link(previous, entry)
            entry.number = try number(of: entry)
            previous = entry.chain
            stored.append(entry)
        }
        return stored
    }

    /// Adds it.
    private func number(of entry: EvidenceEntry) throws -> Int64 {
        let values: [any SQLBindable] = [
            entry.source, entry.kind, entry.record, entry.url, entry.at, entry.file, entry.start,
            entry.length, entry.sha256, entry.chain, entry.payloadDigest, entry.validator, entry.refersTo,
        ]
        // SQLite runs a statement that returns rows under a savepoint, before which FTS5 writes out all that
        // was indexed in the transaction so far: a new piece of index for every page.
        if dialect.name == Dialect.sqlite.name {
            try execute(addingEvidence, values)
            return Int64(try count("SELECT last_insert_rowid()"))
        }
        let number = try first(addingEvidence + " RETURNING number", values) { $0.integer() }
        guard let number else { throw StoreError.damaged("a record of evidence got no number") }
        return number
    }

    /// Says which mentions an archived record (its UUID) shows; said twice is said once.
    public func linkEvidence(_ record: String, to links: [EvidenceLink]) throws {
        for link in links {
            try execute(
                """
                INSERT INTO evidence_mention (record, mention, revision, role) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, [record, link.mention, link.revision, link.role])
        }
    }

    /// The chain's last link.
    public func evidenceHead() throws -> EvidenceAnchor {
        try first("SELECT number, chain FROM evidence ORDER BY number DESC LIMIT 1") {
            EvidenceAnchor(number: $0.integer(), chain: $0.blob())
        } ?? evidenceAnchor()
    }

    /// Where the kept part of the chain begins.
    public func evidenceAnchor() throws -> EvidenceAnchor {
        try first("SELECT number, chain FROM evidence_anchor ORDER BY number DESC LIMIT 1") {
            EvidenceAnchor(number: $0.integer(), chain: $0.blob())
        } ?? .start
    }

    /// The latest whole copy of a page whose bytes are still there.
    public func latestEvidence(of source: SourceID, url: String) throws -> LatestEvidence? {
        let copy = try entries(
            """
            WHERE source = ? AND url = ? AND kind IN ('response', 'resource') AND gone IS NULL
            ORDER BY number DESC LIMIT 1
            """, [source, url]
        ).first
        guard let copy else { return nil }
        let revisited = try first(
            "SELECT max(at) FROM evidence WHERE refers_to = ? AND kind = 'revisit'", [copy.record]
        ) { $0.optionalInstant() }
        return LatestEvidence(copy: copy, revisited: revisited ?? nil)
    }

    public func evidence(after number: Int64, limit: Int) throws -> [EvidenceEntry] {
        try entries("WHERE number > ? ORDER BY number LIMIT ?", [number, limit])
    }

    /// What pages answered in a period, in chain order: copies, and that a page was still as its copy.
    public func answers(
        after number: Int64, from: Instant, to: Instant, limit: Int
    ) throws -> [EvidenceEntry] {
        try entries(
            """
            WHERE number > ? AND kind IN ('response', 'resource', 'revisit') AND at >= ? AND at < ?
            ORDER BY number LIMIT ?
            """, [number, from, to, limit])
    }

    /// What an archived record shows of which mention.
    public func evidenceLinks(of record: String) throws -> [EvidenceLink] {
        try query(
            "SELECT mention, revision, role FROM evidence_mention WHERE record = ? ORDER BY mention",
            [record]
        ) { EvidenceLink(mention: MentionID($0.integer()), revision: $0.int(), role: try $0.value()) }
    }

    /// The number of the record on which a mention was first read as it reads now; nil where none shows it.
    public func latestChange(of mention: MentionID) throws -> Int64? {
        try first(
            """
            SELECT max(number) FROM evidence_mention
            JOIN evidence ON evidence.record = evidence_mention.record
            WHERE mention = ? AND role IN ('made', 'changed')
            """, [mention]
        ) { $0.optionalInteger() } ?? nil
    }

    public func evidence(in file: String, from start: Int64, limit: Int) throws -> [EvidenceEntry] {
        try entries("WHERE file = ? AND start >= ? ORDER BY start LIMIT ?", [file, start, limit])
    }

    public func evidence(record: String) throws -> EvidenceEntry? {
        try entries("WHERE record = ?", [record]).first
    }

    public func evidenceFiles() throws -> [String] {
        try query("SELECT DISTINCT file FROM evidence ORDER BY file", []) { $0.text() }
    }

    /// How many bytes of each file are named, as far as they were not dropped.
    public func evidenceLengths() throws -> [String: Int64] {
        let all = try query(
            "SELECT file, max(start + length) FROM evidence WHERE gone IS NULL GROUP BY file", []
        ) { ($0.text(), $0.integer()) }
        return Dictionary(all, uniquingKeysWith: max)
    }

    /// Records of before a time that nothing needs: no case that goes on, and no legal hold, on a mention that they,
    /// a revisit of them or the answer to them shows. After `last`, in chain order.
    public func unneededEvidence(before: Instant, after last: Int64, limit: Int) throws -> [EvidenceEntry] {
        let needed = neededRecords(held: try formerCasesHeld())
        return try entries(
            """
            WHERE number > ? AND at < ? AND gone IS NULL AND kind <> 'warcinfo'
                AND record NOT IN (\(needed))
                AND coalesce(refers_to, '') NOT IN (\(needed))
                AND record NOT IN (SELECT refers_to FROM evidence AS later
                    WHERE later.refers_to IS NOT NULL AND later.kind = 'revisit'
                        AND later.record IN (\(needed)))
            ORDER BY number LIMIT ?
            """, [last, before, limit])
    }

    /// The records that show a mention, and what goes with them: requests, and the copies that revisits refer to.
    public func evidenceShowing(_ ids: [MentionID]) throws -> [EvidenceEntry] {
        var found: [String: EvidenceEntry] = [:]
        for part in ids.inParts {
            let records = try query(
                "SELECT DISTINCT record FROM evidence_mention WHERE mention IN " + Self.marks(part.count),
                part
            ) { $0.text() }
            for record in records { try gather(record, into: &found) }
        }
        return found.values.filter { $0.gone == nil }.sorted { $0.number < $1.number }
    }

    /// The requests that a record answered, as far as their bytes are there.
    public func requests(of record: String) throws -> [EvidenceEntry] {
        try entries("WHERE refers_to = ? AND kind = 'request' AND gone IS NULL", [record])
    }

    /// What a record proves of mentions other than these: by itself, by revisits of it, or by what it asked for.
    public func evidenceMentions(
        of entry: EvidenceEntry, besides ids: Set<MentionID>
    ) throws -> Set<MentionID> {
        let record = entry.kind == .request ? entry.refersTo ?? entry.record : entry.record
        let found = try query(
            """
            SELECT mention FROM evidence_mention WHERE record = ?
            UNION SELECT mention FROM evidence_mention
                WHERE record IN (SELECT record FROM evidence WHERE refers_to = ? AND kind = 'revisit')
            """, [record, record]
        ) { MentionID($0.integer()) }
        return Set(found).subtracting(ids)
    }

    /// Whether every record of a file but its description is gone.
    public func isEvidenceFileSpent(_ file: String) throws -> Bool {
        try first(
            "SELECT 1 FROM evidence WHERE file = ? AND gone IS NULL AND kind <> 'warcinfo' LIMIT 1", [file]
        ) { $0.int() } == nil
    }

    /// Marks one entry whose bytes were dropped; the chain stays whole.
    public func dropEvidence(number: Int64, at: Instant) throws {
        try execute("UPDATE evidence SET gone = ? WHERE number = ? AND gone IS NULL", [at, number])
    }

    /// Its address named somebody who is forgotten: the link of the chain that was made of it stands as it is.
    public func eraseEvidenceURL(number: Int64) throws {
        try execute(
            "UPDATE evidence SET url = ?, validator = NULL WHERE number = ? AND gone IS NOT NULL",
            [EvidenceEntry.erasedURL, number])
    }

    /// Marks all entries of a file whose bytes were dropped; the chain stays whole.
    /// - Returns: how many.
    @discardableResult
    public func dropEvidence(file: String, at: Instant) throws -> Int {
        try execute("UPDATE evidence SET gone = ? WHERE file = ? AND gone IS NULL", [at, file])
    }

    /// Forgets entries up to `number`, as far as all of them are gone, and keeps the last of their chain
    /// values as the anchor that the rest is checked from.
    /// - Returns: how many were forgotten.
    public func forgetEvidence(through number: Int64, at: Instant) throws -> Int {
        let kept = try first("SELECT min(number) FROM evidence WHERE gone IS NULL") { $0.optionalInteger() }
        let last = try entries(
            "WHERE number <= ? AND number < ? ORDER BY number DESC LIMIT 1",
            [number, (kept ?? nil) ?? Int64.max])
        guard let last = last.first else { return 0 }
        try execute("DELETE FROM evidence_anchor")
        try execute(
            "INSERT INTO evidence_anchor (number, chain, at) VALUES (?, ?, ?)", [last.number, last.chain, at])
        try execute(
            """
            DELETE FROM evidence_mention WHERE record IN (SELECT record FROM evidence WHERE number <= ?)
            """, [last.number])
        return try execute("DELETE FROM evidence WHERE number <= ?", [last.number])
    }

    /// What is archived about one mention, in chain order.
    public func evidence(of mention: MentionID) throws -> [CaseEvidence.MentionEvidence.Link] {
        try query(
            """
            SELECT evidence.record, revision, role FROM evidence_mention
            JOIN evidence ON evidence.record = evidence_mention.record
            WHERE mention = ? ORDER BY number, revision, role
            """, [mention]
        ) {
            .init(
                record: $0.text(),
                link: EvidenceLink(mention: mention, revision: $0.int(), role: try $0.value()))
        }
    }

    /// All that is archived about a case's mentions; nil where there is no such case.
    public func evidence(of caseID: CaseID) throws -> CaseEvidence? {
        guard let found = try `case`(caseID) else { return nil }
        let mentions = try mentions(of: caseID).map {
            CaseEvidence.MentionEvidence(
                mention: $0, revisions: try revisions(of: $0.id), links: try evidence(of: $0.id))
        }
        var records: [String: EvidenceEntry] = [:]
        for record in Set(mentions.flatMap { $0.links.map(\.record) }) {
            try gather(record, into: &records)
        }
        let proved = try records.values.sorted { $0.number < $1.number }.map {
            CaseEvidence.Proved(entry: $0, previous: try chainValue(before: $0.number))
        }
        return CaseEvidence(caseID: caseID, subject: found.subject, mentions: mentions, records: proved)
    }

    /// A record, its request, and, for a revisit, the copy that it refers to with its request.
    private func gather(_ record: String, into found: inout [String: EvidenceEntry]) throws {
        guard found[record] == nil, let entry = try evidence(record: record) else { return }
        found[record] = entry
        for request in try entries("WHERE refers_to = ? AND kind = 'request'", [record]) {
            found[request.record] = request
        }
        if let copy = entry.refersTo { try gather(copy, into: &found) }
    }

    private func chainValue(before number: Int64) throws -> [UInt8] {
        try first("SELECT chain FROM evidence WHERE number < ? ORDER BY number DESC LIMIT 1", [number]) {
            $0.blob()
        } ?? evidenceAnchor().chain
    }

    private func entries(_ condition: String, _ values: [any SQLBindable]) throws -> [EvidenceEntry] {
        try query(
            """
            SELECT number, source, kind, record, url, at, file, start, length, sha256, chain,
                payload_digest, validator, refers_to, gone
            FROM evidence \(condition)
            """, values
        ) {
            EvidenceEntry(
                number: $0.integer(), source: $0.optionalText().map { SourceID($0) }, kind: try $0.value(),
                record: $0.text(), url: $0.text(), at: $0.instant(), file: $0.text(), start: $0.integer(),
                length: $0.integer(), sha256: $0.blob(), chain: $0.blob(), payloadDigest: $0.optionalBlob(),
                validator: $0.optionalText(), refersTo: $0.optionalText(), gone: $0.optionalInstant())
        }
    }
}

private let addingEvidence = """
    INSERT INTO evidence (source, kind, record, url, at, file, start, length, sha256, chain, payload_digest,
        validator, refers_to)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
