import Complaints

/// The rule of `Priority` in SQL, made of the same table, so that the store sorts as the rule does.
struct PrioritySQL {
    /// 1 where a deadline has passed.
    let late: (sql: String, values: [any SQLBindable])
    let points: (sql: String, values: [any SQLBindable])
    let nearest: String

    /// - Parameters:
    ///   - urgency: columns of which the weightiest counts; NULL is low.
    ///   - nearest: the column of the nearest deadline.
    ///   - reach: that of the number of places; NULL is one.
    init(urgency: [String], nearest: String, reach: String, now: Instant) {
        self.nearest = nearest
        late = ("CASE WHEN \(nearest) < ? THEN 1 ELSE 0 END", [now])
        let among = "(" + urgency.map { "coalesce(\($0), 'low')" }.joined(separator: ", ") + ")"
        let urgent = Score.Urgency.allCases.reversed()
            .map { "WHEN '\($0.rawValue)' IN \(among) THEN \(Priority.points(of: $0))" }
            .joined(separator: " ")
        let near = Priority.nearness.map { "WHEN \(nearest) <= ? THEN \($0.points)" }.joined(separator: " ")
        let wide = Priority.reach.map { "WHEN \(reach) >= \($0.places) THEN \($0.points)" }
            .joined(separator: " ")
        points = (
            "(CASE \(urgent) ELSE 0 END + CASE \(near) ELSE 0 END + CASE \(wide) ELSE 0 END)",
            Priority.nearness.map { now + $0.within }
        )
    }

    /// Terms of an ORDER BY that end with none that is the same for two rows.
    func order(isReversed: Bool) -> (sql: String, values: [any SQLBindable]) {
        let (down, up) = isReversed ? ("ASC", "DESC") : ("DESC", "ASC")
        return (
            "\(late.sql) \(down), \(points.sql) \(down), CASE WHEN \(nearest) IS NULL THEN 1 ELSE 0 END \(up), "
                + "\(nearest) \(up)", late.values + points.values
        )
    }

    /// One of the levels, as a term of a WHERE.
    func isOne(of levels: Set<Priority.Level>, into conditions: inout Conditions) {
        guard !levels.isEmpty else { return }
        var alternatives: [String] = []
        var values: [any SQLBindable] = []
        for level in Priority.Level.allCases where levels.contains(level) {
            values += late.values
            guard level != .overdue else {
                alternatives.append("\(late.sql) = 1")
                continue
            }
            let above = Priority.Level.allCases.dropFirst().prefix { $0 != level }.last
            var term = "\(late.sql) = 0 AND \(points.sql) >= \(Priority.leastPoints(of: level))"
            values += points.values
            if let above {
                term += " AND \(points.sql) < \(Priority.leastPoints(of: above))"
                values += points.values
            }
            alternatives.append("(\(term))")
        }
        conditions.add("(" + alternatives.joined(separator: " OR ") + ")", values)
    }
}
