import Complaints

/// `case`, as far as it is handed out, given back and closed by itself.

/// Schema 5.
func ownershipStatements(_ dialect: Dialect) -> [String] {
    [
        // Since when its owner has it.
        "ALTER TABLE \"case\" ADD COLUMN assigned INTEGER",
        """
        UPDATE "case" SET assigned = (SELECT max(at) FROM timeline
            WHERE timeline."case" = "case".id AND timeline.what = 'assigned') WHERE owner IS NOT NULL
        """,
        "CREATE INDEX case_owner ON \"case\" (owner, assigned) WHERE owner IS NOT NULL",
        """
        CREATE INDEX case_unowned ON "case" (due)
        WHERE owner IS NULL AND state IN ('new', 'open', 'waiting', 'answered')
        """,
        // When it is closed by itself, if the customer says nothing until then.
        "ALTER TABLE \"case\" ADD COLUMN closes INTEGER",
        "CREATE INDEX case_closes ON \"case\" (closes) WHERE closes IS NOT NULL",
    ]
}
