/// Schema 7: what is not a case is told again as well, and silences count what they held. Each table's part stands in
/// that table's file.
func seventhSchema(_ dialect: Dialect) -> [String] {
    reminderOfAllStatements(dialect) + silenceCountStatements(dialect)
}
