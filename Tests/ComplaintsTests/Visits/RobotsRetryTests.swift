import Complaints
import Testing

@Suite struct RobotsRetryTests {
    private static let now = Instant(seconds: 1_772_445_600)
    private static func ago(_ hours: Int) -> Instant { now - .seconds(hours * 3600) }
    private static let soon = now + .seconds(60)

    /// Hours ago: the copy, the first failure; whether the next question is due; what holds.
    @Test(
        arguments: [
            (nil, nil, false, .ask), (0, nil, false, .fresh(until: now + .seconds(86_400))),
            (23, nil, false, .fresh(until: now + .seconds(3600))), (24, nil, false, .ask),
            (-1, nil, false, .ask),
            (24, 1, false, .old(askAgain: soon)), (2, 1, false, .old(askAgain: soon)), (24, 1, true, .ask),
            (24 * 20, 24 * 19, false, .old(askAgain: soon)), (24 * 90, 24 * 89, false, .old(askAgain: soon)),
            (nil, 1, false, .disallowed(askAgain: soon)), (nil, 1, true, .ask),
            (nil, 24 * 30 - 1, false, .disallowed(askAgain: soon)),
            (nil, 24 * 30, false, .absent(askAgain: soon)), (nil, 24 * 30, true, .ask),
        ] as [(Int?, Int?, Bool, RobotsRetry.Standing)])
    func `a copy holds a day, longer while none can be had; without one nothing is fetched for thirty days`(
        copy: Int?, failing: Int?, isDue: Bool, expected: RobotsRetry.Standing
    ) {
        let found = RobotsRetry.standing(
            copy: copy.map(Self.ago), failingSince: failing.map(Self.ago),
            askAgain: failing == nil ? nil : isDue ? Self.now : Self.soon, now: Self.now)
        #expect(found == expected)
    }

    @Test func `only a closed site and an open question hold fetching up`() {
        let soon = Self.soon
        #expect(RobotsRetry.Standing.fresh(until: soon).letsFetch)
        #expect(RobotsRetry.Standing.old(askAgain: soon).letsFetch)
        #expect(RobotsRetry.Standing.absent(askAgain: soon).letsFetch)
        #expect(!RobotsRetry.Standing.disallowed(askAgain: soon).letsFetch)
        #expect(!RobotsRetry.Standing.ask.letsFetch)
    }

    @Test(arguments: [
        (0, 300), (1, 300), (2, 600), (3, 1200), (8, 38_400), (9, 76_800), (10, 86_400), (1_000_000, 86_400),
    ])
    func `it is asked for again after five minutes, doubling to a day`(failures: Int, seconds: Int) {
        let next = RobotsRetry.next(failures: failures, now: Self.now, notBefore: nil, chance: 0.5)
        #expect(next - Self.now == .seconds(seconds))
    }

    @Test func `jitter is at most a fifth, and a day is never exceeded`() {
        let early = RobotsRetry.next(failures: 1, now: Self.now, notBefore: nil, chance: 0) - Self.now
        let late = RobotsRetry.next(failures: 1, now: Self.now, notBefore: nil, chance: 1) - Self.now
        #expect(early == .seconds(240))
        #expect(late == .seconds(360))
        let longest = RobotsRetry.next(failures: 50, now: Self.now, notBefore: nil, chance: 1) - Self.now
        #expect(longest == .seconds(86_400))
    }

    @Test func `Retry-After is waited for, and shortens nothing`() {
        let far = Self.now + .seconds(7200)
        #expect(RobotsRetry.next(failures: 1, now: Self.now, notBefore: far, chance: 0.5) == far)
        let near = Self.now + .seconds(1)
        let next = RobotsRetry.next(failures: 1, now: Self.now, notBefore: near, chance: 0.5)
        #expect(next == Self.now + .seconds(300))
    }
}
