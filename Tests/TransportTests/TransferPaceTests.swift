import Complaints
import Testing

@testable import Transport

/// The rule on time to the first byte and least speed, on a clock of its own.
struct TransferPaceTests {
    private let limits = FetchLimits(firstByte: .seconds(20), leastSpeed: 100, slowFor: .seconds(8))

    @Test func `until the request is sent nothing is due`() {
        var pace = TransferPace(limits)
        #expect(pace.due == nil)
        let failed = pace.failure(now: 1_000_000, received: 0)
        #expect(failed == nil)
    }

    @Test func `the first byte has its time from when the request was sent last`() {
        var pace = TransferPace(limits)
        pace.isSent(now: 1000)
        pace.isSent(now: 5000)
        #expect(pace.due == 25_000)
        let failures = [24_999, 25_000].map { pace.failure(now: $0, received: 0) }
        #expect(failures == [nil, .firstByteTimeout])
    }

    @Test(
        arguments: [
            // Bytes received by each look, two seconds apart; the look at which it is too slow.
            ([0, 0, 0, 0, 0], 3), ([199, 398, 597, 796, 995], 3), ([200, 400, 600, 800, 1000], nil),
            ([0, 0, 200, 200, 200, 200, 200], 6), ([10_000, 10_000, 10_000, 10_000, 10_000], 4),
            ([0, 0, 0, 200, 400], nil),
        ] as [([Int], Int?)])
    func `slower than the least speed for so long is too slow`(received: [Int], fails: Int?) {
        var pace = TransferPace(limits)
        pace.isSent(now: 0)
        let begun = [pace.hasBegun(now: 500), pace.hasBegun(now: 600)]
        #expect(begun == [true, false])
        var failed: Int?
        for (look, bytes) in received.enumerated() where failed == nil {
            let now = 500 + 2000 * (look + 1)
            #expect(pace.due == now)
            let early = pace.failure(now: now - 1, received: bytes)
            #expect(early == nil)
            if pace.failure(now: now, received: bytes) == .tooSlow(leastSpeed: 100) { failed = look }
        }
        #expect(failed == fails)
    }

    @Test func `with no least speed any is fast enough`() {
        var pace = TransferPace(FetchLimits(leastSpeed: 0))
        pace.isSent(now: 0)
        _ = pace.hasBegun(now: 0)
        #expect(pace.due == nil)
        let failed = pace.failure(now: .max / 2, received: 0)
        #expect(failed == nil)
    }

    @Test func `the reactor looks when the earliest is due, and no more often than it need`() {
        let watch = Watch()
        watch.expect(500)
        watch.expect(nil)
        watch.expect(900)
        #expect(watch.next == 500)
        watch.rewind(now: 500, to: 505)
        #expect(watch.next == 520)
        watch.rewind(now: 520, to: nil)
        #expect(watch.next == .max)
    }
}
