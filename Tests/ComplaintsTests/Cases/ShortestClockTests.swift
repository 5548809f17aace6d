import Complaints
import Testing

@Suite struct ShortestClockTests {
    private let office = WorkingCalendar(
        name: "office", zone: "Europe/Warsaw",
        hours: Dictionary(uniqueKeysWithValues: (1...5).map { ($0, [.init(start: 540, end: 1020)]) }))

    @Test(
        arguments: [
            (TimeLimit.elapsed(.seconds(1800)), 0.5), (.calendarDays(2), 48), (.calendarDays(0), 24),
            // Begun at midnight, over at 17:00.
            (.workingDays(1), 17), (.workingDays(3), 65), (.workingDays(0), 8),
            // Begun at opening; what does not fit into the day goes over a night.
            (.workingMinutes(480), 8), (.workingMinutes(540), 25), (.workingMinutes(1440), 56),
        ])
    func `a limit comes to no less elapsed time than at its worst moment`(limit: TimeLimit, hours: Double) {
        #expect(limit.least(on: office) == .milliseconds(Int64(hours * 3_600_000)))
    }

    @Test func `round the clock, working time is elapsed time`() {
        #expect(TimeLimit.workingMinutes(6000).least(on: .roundTheClock) == .seconds(360_000))
        #expect(TimeLimit.workingDays(2).least(on: .roundTheClock) == .seconds(172_800))
    }

    @Test func `only clocks that something written on a page starts or stops count`() {
        func rule(_ hours: Int64, _ from: ClockRule.Anchor, _ until: ClockRule.Stop) -> ClockRule {
            ClockRule(name: "c\(hours)", within: .elapsed(.seconds(hours * 3600)), from: from, until: until)
        }
        let policy = Policy(
            name: "p", clocks: [rule(1, .seen, .assign), rule(5, .seen, .reply), rule(3, .posted, .resolve)])
        #expect(policy.shortestClock == .seconds(3 * 3600))
        #expect(Policy(name: "p", clocks: [rule(1, .opened, .resolve)]).shortestClock == nil)
    }
}
