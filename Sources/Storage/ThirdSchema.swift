/// Schema 3: what each source's records look like, and how near duplicates are looked up. Each table's part
/// stands in that table's file.
func thirdSchema(_ dialect: Dialect) -> [String] {
    contractSchema(dialect) + sketchSchema(dialect)
        // No mention was ever looked for by it, and every new one brought three rows.
        + ["DROP INDEX identity_mention"]
}
