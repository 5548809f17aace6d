/// Schema 6: alerts that wait for a better time, and what a service keeps of itself. Each table's part stands in
/// that table's file.
func sixthSchema(_ dialect: Dialect) -> [String] {
    alertStatements(dialect) + endpointStatements(dialect) + auditStatements(dialect)
        + backupStatements(dialect) + holdStatements(dialect) + forgottenStatements(dialect)
        + upkeepStatements(dialect) + noticeStatements(dialect) + serviceFigureStatements(dialect)
        + silenceStatements(dialect) + heldAlertStatements(dialect) + reminderStatements(dialect)
        + deletionStatements(dialect)
}
