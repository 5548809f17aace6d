import Complaints

/// `audit`: who did what, on what, and when; a line an act, added in the act's own transaction and never changed.

func auditStatements(_ dialect: Dialect) -> [String] {
    [
        // `subject` is what was acted on: `case/42`, `mention/7`, `source/NAME`; no text of a customer's.
        """
        CREATE TABLE audit (
            id \(dialect.identityColumn), at INTEGER NOT NULL, who TEXT NOT NULL, command TEXT NOT NULL,
            subject TEXT, note TEXT
        )
        """,
        "CREATE INDEX audit_at ON audit (at)",
        "CREATE INDEX audit_subject ON audit (subject) WHERE subject IS NOT NULL",
    ]
}
