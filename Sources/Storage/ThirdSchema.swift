/// Schema 3: what each source's records look like. Each table's part stands in that table's file.
func thirdSchema(_ dialect: Dialect) -> [String] { contractSchema(dialect) }
