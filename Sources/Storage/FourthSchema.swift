/// Schema 4: clusters that staff correct, and what judging learns and gathers. Each table's part stands in that
/// table's file.
func fourthSchema(_ dialect: Dialect) -> [String] {
    clusterStatements(dialect) + layerSchema(dialect) + decisionSchema(dialect)
        + incidentStatements(dialect) + caseActStatements(dialect)
}
