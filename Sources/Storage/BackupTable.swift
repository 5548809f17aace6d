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
