import Complaints

/// `backup`: the copies that were made of this store, so that who is forgotten can be told which of them remember.

func backupStatements(_ dialect: Dialect) -> [String] {
    [
        // `evidence` is the folder that the archive was copied to; `gone` when the copy was found not to be there.
        """
        CREATE TABLE backup (
            id \(dialect.identityColumn), at INTEGER NOT NULL, by TEXT NOT NULL, path TEXT NOT NULL,
            bytes INTEGER NOT NULL, sha256 \(dialect.blobType) NOT NULL CHECK (length(sha256) = 32),
            evidence TEXT, gone INTEGER
        )
        """
    ]
}

/// A copy of the store that was made, and where.
public struct Backup: Hashable, Sendable {
    public var number: Int64 = 0
    public var at: Instant
    public var by: String
    /// Where it was written to; it may have been moved since.
    public var path: String
    public var bytes: Int64
    /// Of the file.
    public var sha256: [UInt8]
    /// The folder that the archive of evidence was copied to; nil where it was not.
    public var evidence: String?
    /// When it was found not to be there any more.
    public var gone: Instant?

    public init(
        at: Instant, by: String, path: String, bytes: Int64, sha256: [UInt8], evidence: String? = nil
    ) {
        self.at = at
        self.by = by
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
        self.evidence = evidence
    }
}

extension Session {
    public func keepBackup(_ backup: Backup) throws {
        try execute(
            "INSERT INTO backup (at, by, path, bytes, sha256, evidence) VALUES (?, ?, ?, ?, ?, ?)",
            [backup.at, backup.by, backup.path, backup.bytes, backup.sha256, backup.evidence])
    }

    /// The latest first.
    public func backups() throws -> [Backup] {
        try query(
            "SELECT id, at, by, path, bytes, sha256, evidence, gone FROM backup ORDER BY at DESC, id DESC", []
        ) {
            let number = $0.integer()
            var backup = Backup(
                at: $0.instant(), by: $0.text(), path: $0.text(), bytes: $0.integer(), sha256: $0.blob(),
                evidence: $0.optionalText())
            backup.number = number
            backup.gone = $0.optionalInstant()
            return backup
        }
    }

    /// A copy that is not where it was written to; told once, from then on.
    public func missBackup(_ number: Int64, at now: Instant) throws {
        try execute("UPDATE backup SET gone = ? WHERE id = ? AND gone IS NULL", [now, number])
    }
}
