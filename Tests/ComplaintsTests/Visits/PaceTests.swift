import Complaints
import Foundation
import Testing

@Suite struct PaceTests {
    private let range = PollInterval(from: .seconds(300), to: .seconds(21_600))

    /// Numbers that look random and are always the same.
    private struct Dice {
        var state: UInt64 = 42
        mutating func roll() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
    }

    private func pace(_ visits: String, every: Duration = .seconds(300)) -> Pace {
        visits.reduce(into: Pace()) { $0.take(changed: $1 == "c", after: every) }
    }

    @Test func `a source with one interval keeps it, whatever its pace and its deadlines`() {
        for visits in ["", "cccc", "----"] {
            let found = pace(visits).interval(within: PollInterval(.seconds(60)), nearestDue: .seconds(1))
            #expect(found == .init(length: .seconds(60), reason: .fixed))
        }
    }

    @Test func `a source of which nothing is known is polled at its shortest`() {
        let found = Pace().interval(within: range, nearestDue: nil)
        #expect(found == .init(length: .seconds(300), reason: .notKnownYet))
        #expect(Pace().changesADay == nil)
    }

    @Test func `a quiet source is visited less and less often, to its longest`() {
        var pace = Pace()
        var lengths = [pace.interval(within: range, nearestDue: nil).length]
        for _ in 0..<12 {
            pace.take(changed: false, after: lengths[lengths.count - 1])
            lengths.append(pace.interval(within: range, nearestDue: nil).length)
        }
        for (before, after) in zip(lengths, lengths.dropFirst()) {
            #expect(after >= before)
            #expect(after.inMilliseconds <= before.inMilliseconds * 2)
        }
        #expect(lengths.last == .seconds(21_600))
    }

    @Test func `a source that changes on every visit is soon visited at its shortest`() {
        var pace = pace("----------", every: .seconds(3600))
        var visits = 0
        while pace.interval(within: range, nearestDue: nil).length > .seconds(300), visits < 100 {
            pace.take(changed: true, after: pace.interval(within: range, nearestDue: nil).length)
            visits += 1
        }
        #expect(visits > 1 && visits <= 25)
    }

    /// Changes at a known rate, visits at uneven times: the estimate must find the rate again.
    @Test(arguments: [0.2, 0.7, 1.5])
    func `the rate is found again from what visits see`(changesAVisit: Double) throws {
        var dice = Dice()
        var pace = Pace()
        var sum = 0.0
        let count = 20_000
        for _ in 0..<count {
            let length = 600 * (0.5 + dice.roll())
            let changed = dice.roll() < 1 - exp(-changesAVisit * length / 600)
            pace.take(changed: changed, after: .milliseconds(Int64(length * 1000)))
            sum += try #require(pace.changesADay)
        }
        // About half a change is always supposed, over four visits.
        let expected = (changesAVisit + 0.5 / 4) * 144
        let found = sum / Double(count)
        #expect(found > expected * 0.8 && found < expected * 1.25, "\(found) for \(expected)")
    }

    @Test func `a busier source is never visited less often`() {
        let lengths = ["----------", "---------c", "-----c---c", "-c-c-c-c-c", "cccccccccc"].map {
            pace($0, every: .seconds(3600)).interval(within: range, nearestDue: nil).length
        }
        #expect(lengths == lengths.sorted(by: >))
        #expect(Set(lengths).count == lengths.count)
    }

    /// Minutes left, and the interval in seconds.
    @Test(arguments: [
        (100_000, 21_600), (3600, 21_600), (3000, 18_000), (600, 3600), (100, 600), (50, 300), (10, 300),
        (0, 300),
        (-60, 300),
    ])
    func `as a deadline comes near, never longer than a tenth of the time left`(minutes: Int, seconds: Int) {
        let left = Duration.seconds(minutes * 60)
        let found = pace(String(repeating: "-", count: 30), every: .seconds(21_600))
            .interval(within: range, nearestDue: left)
        #expect(found.length == .seconds(seconds))
        if seconds < 21_600 { #expect(found.reason == .deadline(left: left)) }
    }

    @Test func `a deadline slows nothing down`() {
        let busy = pace("cccccccccc")
        let alone = busy.interval(within: range, nearestDue: nil)
        #expect(busy.interval(within: range, nearestDue: .seconds(86_400)) == alone)
    }

    @Test(
        arguments: [
            (Double.nan, 1.0), (1, .infinity), (-1, 5), (99, 5), (3, 0), (3, -2), (nil, 5), (5, nil),
        ] as [(Double?, Double?)])
    func `numbers that cannot be are taken for nothing known`(rate: Double?, seconds: Double?) {
        var kept = Pace(rate: rate, seconds: seconds)
        #expect(kept.changesADay == nil)
        #expect(kept.interval(within: range, nearestDue: nil).reason == .notKnownYet)
        kept.take(changed: true, after: .seconds(300))
        #expect(kept == pace("c"))
    }

    @Test func `what is kept in the store goes on where it was`() {
        var (all, kept) = (pace("c-c--c"), pace("c-c--"))
        kept = Pace(rate: kept.rate, seconds: kept.seconds)
        kept.take(changed: true, after: .seconds(300))
        #expect(kept == all)
        all.take(changed: true, after: .seconds(300))
        #expect(kept != all)
    }

    @Test func `a clock that stood still or went back teaches nothing`() {
        var pace = pace("c-")
        let before = pace
        pace.take(changed: true, after: .zero)
        pace.take(changed: false, after: .seconds(-5))
        #expect(pace == before)
    }

    @Test(arguments: [
        (Pace.Reason.fixed, "its one interval"), (.notKnownYet, "its pace is not known yet"),
        (.pace(changesADay: 3.24), "changes about 3.2 times a day"),
        (.pace(changesADay: 288), "changes about 288 times a day"),
        (.pace(changesADay: 0.1), "changes about once in 10 days"),
        (.deadline(left: .seconds(5400)), "a case is due in 1 h 30"),
        (.deadline(left: .zero), "a case's deadline is here"),
    ])
    func `the interval says why`(reason: Pace.Reason, text: String) {
        #expect(reason.description == text)
    }
}
