/// Schema 5: what staff work with beyond the case itself: promises, rungs of a ladder, full-text search, the order
/// of the queue. Each table's part stands in that table's file.
func fifthSchema(_ dialect: Dialect) -> [String] {
    tagStatements(dialect) + linkStatements(dialect) + ownershipStatements(dialect)
        + queueStatements(dialect) + snoozeStatements(dialect) + searchStatements(dialect)
        + promiseStatements(dialect) + rungStatements(dialect)
}
