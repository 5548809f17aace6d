/// What one member of staff has on the desk.
public struct Workload: Hashable, Sendable {
    /// Cases that still want something.
    public var open: Int
    /// What these cost, see `cost`.
    public var cost: Double
    /// Cases got within the last week, whatever became of them.
    public var recent: Int
    /// When they got the last one.
    public var last: Instant?

    public init(open: Int = 0, cost: Double = 0, recent: Int = 0, last: Instant? = nil) {
        self.open = open
        self.cost = cost
        self.recent = recent
        self.last = last
    }

    /// How long a case counts as got lately.
    public static let week: Duration = .seconds(7 * 86_400)

    /// What a case costs its owner: 1 for an ordinary one, half while the customer is waited for, a quarter once
    /// it is answered; twice as much when it is urgent; 1 more when it is due within eight hours or late.
    public static func cost(
        _ state: CaseState, urgency: Score.Urgency, due: Instant?, now: Instant
    ) -> Double {
        let share: Double =
            switch state {
            case .new, .open: 1
            case .waiting: 0.5
            case .answered: 0.25
            case .resolved, .closed, .dismissed, .merged: 0
            }
        guard share > 0 else { return 0 }
        let isNear = due.map { $0 - now <= .seconds(8 * 3600) } ?? false
        return share * (urgency == .high ? 2 : 1) + (isNear ? 1 : 0)
    }

    mutating func add(cost: Double, at now: Instant) {
        open += 1
        self.cost += cost
        recent += 1
        last = now
    }
}
