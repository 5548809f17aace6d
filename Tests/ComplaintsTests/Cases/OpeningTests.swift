import Complaints
import TestSupport
import Testing

@Suite struct OpeningTests {
    /// 2026-03-10T12:00:00Z; the policy opens cases for seven days.
    private let now = instant("2026-03-10T12:00:00Z")

    private func decide(
        _ published: StatedTime?, isFlagged: Bool = true, decision: Mention.Decision? = nil,
        within: Duration = .seconds(7 * 86_400)
    ) -> Opening {
        Opening.decide(
            isFlagged: isFlagged, decision: decision, published: published,
            policy: Policy(name: "default", openWithin: within, clocks: []), now: now)
    }

    @Test(arguments: [
        ("2026-03-10T11:59:00Z", StatedTime.Precision.second, true),
        ("2026-03-03T12:00:00Z", .second, true),
        ("2026-03-03T11:59:59Z", .second, false),
        ("2026-03-03T11:59:00Z", .minute, true),
        ("2026-03-03T11:00:00Z", .hour, true),
        // "3 March" lasts until midnight, which is less than seven days ago; "2 March" is over.
        ("2026-03-03T00:00:00Z", .day, true),
        ("2026-03-02T00:00:00Z", .day, false),
        ("2026-03-01T00:00:00Z", .month, true),
        ("2026-01-01T00:00:00Z", .month, false),
        ("2026-01-01T00:00:00Z", .year, true),
        ("2024-01-01T00:00:00Z", .year, false),
        // "A month ago" and "a year ago" are not today.
        ("2026-02-10T12:00:00Z", .month, false),
        ("2025-03-10T12:00:00Z", .year, false),
        // A page's clock that is ahead of ours.
        ("2026-03-11T00:00:00Z", .second, true),
    ])
    func `a complaint opens a case when what the page says can be within seven days`(
        published: String, precision: StatedTime.Precision, opens: Bool
    ) {
        let decided = decide(StatedTime(instant(published), precision: precision))
        #expect(decided == (opens ? .open : .hold(.tooOld)))
    }

    @Test func `a complaint without a date is taken as new`() {
        #expect(decide(nil) == .open)
    }

    @Test func `what is no complaint opens nothing`() {
        #expect(decide(StatedTime(now), isFlagged: false) == .hold(.notFlagged))
    }

    @Test func `what staff dismissed holds, however new`() {
        #expect(decide(StatedTime(now), decision: .dismissed) == .hold(.dismissed))
    }

    @Test func `what staff confirmed opens, however old or mild`() {
        let old = StatedTime(now - .seconds(400 * 86_400))
        #expect(decide(old, isFlagged: false, decision: .confirmed) == .open)
    }

    @Test func `a policy may open cases for older complaints`() {
        let old = StatedTime(now - .seconds(30 * 86_400))
        #expect(decide(old, within: .seconds(31 * 86_400)) == .open)
    }
}
