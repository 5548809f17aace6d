import Complaints
import TestSupport
import Testing

@Suite struct ScheduleTests {
    private let now = ManualTime.monday

    private func next(
        every: Duration = .seconds(60), took: Duration = .seconds(2), failures: Int = 0,
        notBefore: Duration? = nil, chance: Double = 0.5
    ) -> Duration {
        Schedule.next(
            every: every, started: now - took, now: now, failures: failures,
            notBefore: notBefore.map { now + $0 }, chance: chance) - now
    }

    @Test func `intervals run from start to start`() {
        #expect(next(took: .seconds(2)) == .seconds(58))
    }

    @Test func `a visit longer than its interval is followed by the next at once`() {
        #expect(next(every: .seconds(1), took: .seconds(9)) == .zero)
    }

    @Test(arguments: [(1, 60), (2, 120), (3, 240), (4, 480), (6, 1920), (7, 3600), (1000, 3600)])
    func `failures back off from the interval, doubling, to an hour`(failures: Int, seconds: Int) {
        #expect(next(failures: failures) == .seconds(seconds))
    }

    @Test(arguments: [0.0, 0.1, 0.5, 0.9, 0.999_999])
    func `the jitter is at most a fifth`(chance: Double) {
        let length = next(failures: 2, chance: chance)
        #expect(length >= .seconds(96))
        #expect(length <= .seconds(144))
    }

    @Test func `chance spreads failures, not successes`() {
        #expect(next(failures: 1, chance: 0) != next(failures: 1, chance: 0.9))
        #expect(next(failures: 0, chance: 0) == next(failures: 0, chance: 0.9))
    }

    @Test func `an interval longer than an hour is not shortened by failing`() {
        #expect(next(every: .seconds(86_400), failures: 5) == .seconds(86_400))
    }

    @Test(arguments: [1, 60, 86_400])
    func `sources with one interval leave lockstep, and keep the interval on average`(seconds: Int64) {
        let lengths = (0...100).map { share in
            Schedule.next(
                every: .seconds(seconds), started: now, now: now, failures: 0, notBefore: nil,
                chance: Double(share) / 100, swing: Schedule.swing) - now
        }
        #expect(Set(lengths).count > 50)
        #expect(lengths.allSatisfy { $0 >= .seconds(seconds) * 0.949 && $0 <= .seconds(seconds) * 1.051 })
        let average = lengths.reduce(Duration.zero, +) / lengths.count
        #expect(average > .milliseconds(seconds * 999) && average < .milliseconds(seconds * 1001))
    }

    @Test func `no swing moves an interval by more than a fifth`() {
        let next = Schedule.next(
            every: .seconds(10), started: now, now: now, failures: 0, notBefore: nil, chance: 1, swing: 9)
        #expect(next == now + .seconds(12))
    }

    @Test(arguments: [0, 1, 5])
    func `Retry-After is waited for, and shortens nothing`(failures: Int) {
        #expect(next(failures: failures, notBefore: .seconds(7200)) == .seconds(7200))
        #expect(next(failures: failures, notBefore: .seconds(1)) == next(failures: failures))
    }

    /// At most half in any half second, all within one and a half of their own interval.
    @Test(arguments: [[1], [1, 60], [1, 5, 3600], [60], [2, 3]])
    func `after a restart overdue sources are spread`(intervals: [Int]) {
        for count in 1...200 {
            let lengths = (0..<count).map { Duration.seconds(intervals[$0 % intervals.count]) }
            let times = Schedule.spread(overdue: lengths, from: now)
            #expect(times.count == count)
            #expect(zip(times, lengths).allSatisfy { $0.0 >= now && $0.0 - now <= $0.1 * 1.5 })
            let sorted = times.sorted()
            var end = 0
            var most = 0
            for start in sorted.indices {
                while end < count, sorted[end] - sorted[start] < .milliseconds(500) { end += 1 }
                most = max(most, end - start)
            }
            #expect(most <= max(1, count / 2), "\(count) sources of \(intervals)")
        }
    }

    @Test func `ten thousand sources are spread so that no second starts more than a hundred slow ones`() {
        let times = Schedule.spread(overdue: .init(repeating: .seconds(900), count: 10_000), from: now)
        let bySecond = Dictionary(grouping: times) { ($0 - now).inMilliseconds / 1000 }
        #expect(bySecond.values.map(\.count).max() ?? 0 <= 101)
        #expect(Schedule.spread(overdue: [], from: now).isEmpty)
    }
}
