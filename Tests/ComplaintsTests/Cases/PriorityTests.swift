import Complaints
import TestSupport
import Testing

struct PriorityTests {
    private static let now = ManualTime.monday
    private static func hours(_ count: Double) -> Instant { now + .milliseconds(Int64(count * 3_600_000)) }

    @Test(arguments: [
        (Score.Urgency.low, nil, 1, Priority.Level.low, ["urgency low"]),
        (.normal, nil, 1, .normal, ["urgency normal"]),
        (.high, nil, 1, .high, ["urgency high"]),
        (.low, hours(25), 1, .low, ["urgency low"]),
        (.low, hours(8), 1, .normal, ["due within 8 hours", "urgency low"]),
        (.low, hours(2), 1, .high, ["due within 2 hours", "urgency low"]),
        (.normal, hours(2), 1, .urgent, ["due within 2 hours", "urgency normal"]),
        (.normal, hours(24), 3, .high, ["due within 24 hours", "urgency normal", "stands in 3 places"]),
        (.high, nil, 10, .urgent, ["urgency high", "stands in 10 places"]),
        (.low, hours(0), 1, .high, ["due within 2 hours", "urgency low"]),
        (.low, hours(-0.1), 1, .overdue, ["a deadline has passed", "urgency low"]),
        (.high, hours(-500), 12, .overdue, ["a deadline has passed", "urgency high", "stands in 12 places"]),
    ])
    func `urgency, nearest deadline and reach make a level with its reasons`(
        urgency: Score.Urgency, nearest: Instant?, reach: Int, level: Priority.Level, reasons: [String]
    ) {
        let found = Priority(urgency: urgency, nearest: nearest, reach: reach, now: Self.now)
        #expect(found.level == level && found.reasons == reasons)
    }

    @Test func `what is overdue comes first, then more points, then the nearer deadline`() {
        let order = [
            Priority(urgency: .low, nearest: Self.hours(-1), reach: 1, now: Self.now),
            Priority(urgency: .high, nearest: Self.hours(1), reach: 1, now: Self.now),
            Priority(urgency: .normal, nearest: Self.hours(1), reach: 1, now: Self.now),
            Priority(urgency: .high, nearest: Self.hours(40), reach: 1, now: Self.now),
            Priority(urgency: .high, nearest: Self.hours(90), reach: 1, now: Self.now),
            Priority(urgency: .high, nearest: nil, reach: 1, now: Self.now),
            Priority(urgency: .low, nearest: nil, reach: 1, now: Self.now),
        ]
        for (index, a) in order.enumerated() {
            for b in order[(index + 1)...] { #expect(a < b && !(b < a)) }
            #expect(!(a < a))
        }
    }

    @Test func `a case that is over has none, a mention has that of its case`() {
        var found = Case.make(state: .open, due: Self.hours(1))
        found.urgency = .high
        #expect(found.priority(now: Self.now)?.level == .urgent)
        let mention = Mention.make(score: Score(value: 0.9, isFlagged: true, urgency: .low))
        #expect(mention.priority(in: found, now: Self.now).level == .urgent)
        #expect(mention.priority(in: nil, now: Self.now).level == .low)
        found.state = .resolved
        #expect(found.priority(now: Self.now) == nil)
        #expect(mention.priority(in: found, now: Self.now).level == .low)
    }
}
