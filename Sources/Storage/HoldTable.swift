import Complaints

/// `hold`: what a dispute still needs, so that neither retention nor erasure may touch it.

func holdStatements(_ dialect: Dialect) -> [String] {
    [
        """
        CREATE TABLE hold (
            id \(dialect.identityColumn), "case" INTEGER REFERENCES "case" (id),
            mention INTEGER REFERENCES mention (id), at INTEGER NOT NULL, by TEXT NOT NULL, why TEXT NOT NULL,
            ended INTEGER, ended_by TEXT, CHECK (("case" IS NULL) <> (mention IS NULL))
        )
        """,
        "CREATE UNIQUE INDEX hold_case ON hold (\"case\") WHERE \"case\" IS NOT NULL AND ended IS NULL",
        "CREATE UNIQUE INDEX hold_mention ON hold (mention) WHERE mention IS NOT NULL AND ended IS NULL",
    ]
}
