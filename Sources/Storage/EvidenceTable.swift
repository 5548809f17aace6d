/// `evidence`: the archived records, chained.
func evidenceSchema(_ dialect: Dialect) -> [String] { [] }
