/// Schema 2: what crawling needs to prove what it saw. Each table's part stands in that table's file.
func secondSchema(_ dialect: Dialect) -> [String] {
    sourceSchema(dialect) + pageSchema(dialect) + visitSchema(dialect) + listingSchema(dialect)
        + hostSchema(dialect) + gapSchema(dialect) + cookieSchema(dialect) + evidenceSchema(dialect)
        + identitySchema(dialect)
}
