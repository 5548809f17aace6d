/// What is to be done first: how urgent the complaint is, how near its nearest deadline, how many people see it.
///
/// One rule with one table of points; the store sorts by the same table.
public struct Priority: Hashable, Sendable, Comparable {
    public var level: Level
    /// Among those that are not overdue, more comes first.
    public var points: Int
    /// The nearest deadline that still wants something; nil where there is none.
    public var nearest: Instant?
    /// The weightiest first, such as `due within 2 hours`.
    public var reasons: [String]

    /// The most pressing first.
    public enum Level: String, Hashable, Sendable, Codable, CaseIterable {
        /// A deadline has passed and what it asked for has not come.
        case overdue
        case urgent, high, normal, low
    }

    /// - Parameters:
    ///   - nearest: the earliest due time of a clock that runs, or that was missed and is still awaited.
    ///   - reach: in how many places the complaint stands, at least 1.
    public init(urgency: Score.Urgency, nearest: Instant?, reach: Int, now: Instant) {
        let near = nearest.flatMap { nearest in Self.nearness.first { nearest - now <= $0.within } }
        let wide = Self.reach.first { reach >= $0.places }
        let isOverdue = nearest.map { $0 < now } ?? false
        points = Self.points(of: urgency) + (near?.points ?? 0) + (wide?.points ?? 0)
        level = isOverdue ? .overdue : Self.level(ofPoints: points)
        self.nearest = nearest
        var reasons: [String] = []
        if isOverdue {
            reasons.append("a deadline has passed")
        } else if let near {
            reasons.append("due within \(near.within.components.seconds / 3600) hours")
        }
        reasons.append("urgency \(urgency.rawValue)")
        if wide != nil { reasons.append("stands in \(reach) places") }
        self.reasons = reasons
    }

    /// Whether `a` comes first: what is overdue, then more points, then the nearer deadline.
    public static func < (a: Priority, b: Priority) -> Bool {
        let (late, later) = (a.level == .overdue, b.level == .overdue)
        if late != later { return late }
        if a.points != b.points { return a.points > b.points }
        switch (a.nearest, b.nearest) {
        case (let a?, let b?): return a < b
        case (_?, nil): return true
        default: return false
        }
    }

    // MARK: The table

    public static func points(of urgency: Score.Urgency) -> Int { urgency.rank * 2 }

    /// The first that fits counts.
    public static let nearness: [(within: Duration, points: Int)] = [
        (.seconds(2 * 3600), 4), (.seconds(8 * 3600), 2), (.seconds(24 * 3600), 1),
    ]

    public static let reach: [(places: Int, points: Int)] = [(10, 2), (3, 1)]

    /// The least points of each level; `overdue` needs none.
    public static func leastPoints(of level: Level) -> Int {
        switch level {
        case .overdue, .low: 0
        case .urgent: 6
        case .high: 4
        case .normal: 2
        }
    }

    private static func level(ofPoints points: Int) -> Level {
        Level.allCases.dropFirst().first { points >= leastPoints(of: $0) } ?? .low
    }
}

extension Case {
    /// nil when nothing is to be done any more.
    public func priority(now: Instant) -> Priority? {
        guard state.isActive else { return nil }
        return Priority(urgency: urgency, nearest: nearest, reach: reach, now: now)
    }
}

extension Mention {
    /// - Parameter found: the case it is in.
    public func priority(in found: Case?, now: Instant) -> Priority {
        let active = found.flatMap { $0.state.isActive ? $0 : nil }
        return Priority(
            urgency: max(score.urgency, active?.urgency ?? .low), nearest: active?.nearest,
            reach: active?.reach ?? 1, now: now)
    }
}
