import Complaints

/// `twin`, `apart`, `voice` and `former`: why mentions are one complaint, and which never are again.

/// Schema 4.
func clusterStatements(_ dialect: Dialect) -> [String] {
    [
        // Why a mention came into its cluster; `other` was there before it.
        """
        CREATE TABLE twin (
            mention INTEGER NOT NULL, other INTEGER NOT NULL, verdict TEXT NOT NULL, why TEXT NOT NULL,
            at INTEGER NOT NULL, by TEXT, PRIMARY KEY (mention, other)
        ) \(dialect.keyedTable)
        """,
        "CREATE INDEX twin_other ON twin (other)",
        // Said by staff to be different complaints: each pair both ways round.
        """
        CREATE TABLE apart (
            mention INTEGER NOT NULL, other INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
            why TEXT, PRIMARY KEY (mention, other)
        ) \(dialect.keyedTable)
        """,
        // The complaints of one author, by `authorMark`.
        """
        CREATE TABLE voice (
            author INTEGER NOT NULL, mention INTEGER NOT NULL, PRIMARY KEY (author, mention)
        ) \(dialect.keyedTable)
        """,
        "INSERT INTO voice (author, mention) SELECT DISTINCT author, mention FROM sketch WHERE author <> 0",
        // The case a mention was in before that was merged into another.
        """
        CREATE TABLE former (
            mention INTEGER PRIMARY KEY REFERENCES mention (id), "case" INTEGER NOT NULL
        )
        """,
    ]
}

/// Why a mention is in the cluster of another.
public struct TwinLink: Hashable, Sendable {
    public var mention: MentionID
    public var other: MentionID
    /// A `SameVerdict`, or `merged` where staff said so.
    public var verdict: String
    public var why: String
    public var at: Instant
    /// nil for what Ombud found by itself.
    public var by: String?

    public init(
        mention: MentionID, other: MentionID, verdict: String, why: String, at: Instant, by: String? = nil
    ) {
        self.mention = mention
        self.other = other
        self.verdict = verdict
        self.why = why
        self.at = at
        self.by = by
    }
}

/// A mention that another is never joined to again by itself.
public struct ApartMention: Hashable, Sendable {
    public var mention: MentionID
    public var at: Instant
    public var by: String
    public var why: String?
}

extension Session {
    /// Makes two clusters one, under the number of the older.
    @discardableResult
    public func joinClusters(_ a: ClusterID, _ b: ClusterID) throws -> ClusterID {
        let (older, newer) = a.number < b.number ? (a, b) : (b, a)
        guard older != newer else { return older }
        try execute("UPDATE mention SET cluster = ? WHERE cluster = ?", [older, newer])
        return older
    }

    public func keepTwin(_ link: TwinLink) throws {
        try execute(
            """
            INSERT INTO twin (mention, other, verdict, why, at, by) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (mention, other) DO UPDATE SET verdict = excluded.verdict, why = excluded.why,
                at = excluded.at, by = excluded.by
            """, [link.mention, link.other, link.verdict, link.why, link.at, link.by])
    }

    /// How often the same complaint was found.
    public func mentionCount(in cluster: ClusterID) throws -> Int {
        try first("SELECT count(*) FROM mention WHERE cluster = ?", [cluster]) { $0.int() } ?? 0
    }

    /// In the order in which the mentions came.
    public func twins(in cluster: ClusterID) throws -> [TwinLink] {
        try query(
            """
            SELECT mention, other, verdict, why, at, by FROM twin
            WHERE mention IN (SELECT id FROM mention WHERE cluster = ?) ORDER BY mention, other
            """, [cluster]
        ) {
            TwinLink(
                mention: MentionID($0.integer()), other: MentionID($0.integer()), verdict: $0.text(),
                why: $0.text(), at: $0.instant(), by: $0.optionalText())
        }
    }

    // MARK: Apart

    /// Staff said that these are not the complaint of those: their links go, and none is made again.
    public func keepApart(
        _ some: [MentionID], from others: [MentionID], at: Instant, by: String, why: String?
    ) throws {
        let pairs = some.flatMap { one in others.flatMap { [(one, $0), ($0, one)] } }
        try execute("DELETE FROM twin WHERE mention = ? AND other = ?", each: pairs.map { [$0.0, $0.1] })
        try execute(
            """
            INSERT INTO apart (mention, other, at, by, why) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (mention, other) DO UPDATE SET at = excluded.at, by = excluded.by, why = excluded.why
            """, each: pairs.map { [$0.0, $0.1, at, by, why] })
    }

    /// Whether a mention of one cluster may not be joined to one of the other.
    public func areApart(_ a: ClusterID, _ b: ClusterID) throws -> Bool {
        try first(
            """
            SELECT 1 FROM mention AS one JOIN apart ON apart.mention = one.id
            JOIN mention AS two ON two.id = apart.other WHERE one.cluster = ? AND two.cluster = ? LIMIT 1
            """, [a, b]
        ) { $0.int() } != nil
    }

    /// Staff said that these clusters are one complaint after all.
    public func liftApart(_ a: ClusterID, _ b: ClusterID) throws {
        let lifting = """
            DELETE FROM apart WHERE mention IN (SELECT id FROM mention WHERE cluster = ?)
                AND other IN (SELECT id FROM mention WHERE cluster = ?)
            """
        try execute(lifting, [a, b])
        try execute(lifting, [b, a])
    }

    public func apart(from id: MentionID) throws -> [ApartMention] {
        try query("SELECT other, at, by, why FROM apart WHERE mention = ? ORDER BY other", [id]) {
            ApartMention(
                mention: MentionID($0.integer()), at: $0.instant(), by: $0.text(), why: $0.optionalText())
        }
    }

    // MARK: Authors

    /// - Parameter author: as `authorMark` says; 0 is nobody and is not kept.
    public func keepVoice(_ author: Int64, of id: MentionID) throws {
        guard author != 0 else { return }
        try execute("INSERT INTO voice (author, mention) VALUES (?, ?) ON CONFLICT DO NOTHING", [author, id])
    }

    /// What an author complained of, the newest first.
    public func mentions(ofAuthor author: Int64, limit: Int) throws -> [MentionID] {
        guard author != 0 else { return [] }
        return try query(
            "SELECT mention FROM voice WHERE author = ? ORDER BY mention DESC LIMIT ?", [author, limit]
        ) { MentionID($0.integer()) }
    }

    // MARK: Cases that were merged

    /// The first case a mention was in is the one it goes back to.
    public func keepFormerCase(_ caseID: CaseID, of id: MentionID) throws {
        try execute(
            "INSERT INTO former (mention, \"case\") VALUES (?, ?) ON CONFLICT DO NOTHING", [id, caseID])
    }

    /// The case that a mention is in, and those that were merged on the way there; each once.
    public func casesOnTheWay(of id: MentionID) throws -> [CaseID] {
        var found = try query("SELECT \"case\" FROM mention WHERE id = ? AND \"case\" IS NOT NULL", [id]) {
            CaseID($0.integer())
        }
        var next = try first("SELECT \"case\" FROM former WHERE mention = ?", [id]) { CaseID($0.integer()) }
        while let id = next, !found.contains(id) {
            found.append(id)
            next = try caseMerged(from: id)
        }
        return found
    }

    /// Cases of which mentions were merged away, and that are held or went into one that is, by however many merges.
    func formerCasesHeld() throws -> [CaseID] {
        let held = Set(
            try query("SELECT \"case\" FROM hold WHERE ended IS NULL AND \"case\" IS NOT NULL", []) {
                CaseID($0.integer())
            })
        guard !held.isEmpty else { return [] }
        let former = try query("SELECT DISTINCT \"case\" FROM former ORDER BY 1", []) { CaseID($0.integer()) }
        return try former.filter { first in
            var (way, next): (Set<CaseID>, CaseID?) = ([], first)
            while let id = next, way.insert(id).inserted {
                if held.contains(id) { return true }
                next = try caseMerged(from: id)
            }
            return false
        }
    }

    /// Cases whose timeline tells of a mention, also of one that was split off.
    public func casesTelling(of id: MentionID) throws -> [CaseID] {
        try query("SELECT DISTINCT \"case\" FROM timeline WHERE mention = ?", [id]) { CaseID($0.integer()) }
    }

    /// Which case took over one that was merged.
    private func caseMerged(from id: CaseID) throws -> CaseID? {
        let note = try first(
            "SELECT note FROM timeline WHERE \"case\" = ? AND what = 'merged' ORDER BY id DESC LIMIT 1", [id]
        ) { $0.text() }
        // `into #7: one and the same`
        guard let note, note.hasPrefix("into ") else { return nil }
        return CaseID(text: note.dropFirst(5).prefix { $0 != ":" })
    }

    /// Whether nobody's mentions but these are in a case, or were before it was merged.
    public func isCase(_ id: CaseID, of mentions: Set<MentionID>) throws -> Bool {
        let all = try query(
            "SELECT id FROM mention WHERE \"case\" = ? UNION SELECT mention FROM former WHERE \"case\" = ?",
            [id, id]
        ) { MentionID($0.integer()) }
        return all.allSatisfy(mentions.contains)
    }

    /// Where a mention was before its case was merged into another; it is asked for once.
    public func takeFormerCase(of id: MentionID) throws -> CaseID? {
        let found = try first("SELECT \"case\" FROM former WHERE mention = ?", [id]) { CaseID($0.integer()) }
        if found != nil { try execute("DELETE FROM former WHERE mention = ?", [id]) }
        return found
    }
}
