import Complaints

/// `policy`: the rules under which cases were opened, and cases that come under others.
extension Session {
    /// Every policy that a case was opened under, by its number.
    public func policies() throws -> [Int64: (name: String, body: String)] {
        Dictionary(
            try query("SELECT id, name, body FROM policy", []) {
                ($0.integer(), (name: $0.text(), body: $0.text()))
            },
            uniquingKeysWith: { first, _ in first })
    }

    /// The cases that still want something, with the numbers of their policies, by number.
    public func openCases() throws -> [(id: CaseID, policy: Int64)] {
        try query(
            """
            SELECT id, policy FROM "case" WHERE state IN ('new', 'open', 'waiting', 'answered') ORDER BY id
            """, []
        ) { (CaseID($0.integer()), $0.integer()) }
    }

    public func setPolicy(_ policy: Int64, of id: CaseID) throws {
        try execute("UPDATE \"case\" SET policy = ? WHERE id = ?", [policy, id])
    }

    /// Drops the clocks of a case that its policy does not have, with their warnings.
    ///
    /// - Parameter names: at least one.
    public func dropClocks(of id: CaseID, except names: [String]) throws {
        let marks = Self.marks(names.count)
        try execute(
            "DELETE FROM clock WHERE \"case\" = ? AND name NOT IN \(marks)", [id] as [any SQLBindable] + names
        )
        try execute(
            "DELETE FROM warning WHERE \"case\" = ? AND sent IS NULL AND clock NOT IN \(marks)",
            [id] as [any SQLBindable] + names)
    }
}
