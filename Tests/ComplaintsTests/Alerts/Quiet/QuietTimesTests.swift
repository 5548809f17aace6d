import TestSupport
import Testing

@testable import Complaints

/// Quiet hours, digests and budgets by the clock on the wall.
@Suite struct QuietTimesTests {
    private static let warsaw = Zone("Europe/Warsaw") ?? .utc
    private static let night = QuietHours(
        [.init(from: 20 * 60, to: 7 * 60, days: [1, 2, 3, 4, 5])], zone: warsaw)
    private static let weekend = QuietHours(
        [.init(from: 20 * 60, to: 7 * 60), .init(from: 0, to: 1440, days: [6, 7])], zone: warsaw)

    struct Moment: Sendable {
        var now: String
        var end: String?
    }

    @Test(arguments: [
        // Monday evening in Warsaw, an hour ahead of UTC.
        Moment(now: "2026-03-02T18:59:59Z", end: nil),
        Moment(now: "2026-03-02T19:00:00Z", end: "2026-03-03T06:00:00Z"),
        Moment(now: "2026-03-03T05:59:59.999Z", end: "2026-03-03T06:00:00Z"),
        Moment(now: "2026-03-03T06:00:00Z", end: nil),
        // Friday night's reaches into Saturday; Saturday has none of its own.
        Moment(now: "2026-03-07T05:00:00Z", end: "2026-03-07T06:00:00Z"),
        Moment(now: "2026-03-07T21:00:00Z", end: nil),
        Moment(now: "2026-03-08T21:00:00Z", end: nil),
        // The night of 29 March is an hour shorter: summer time from then on.
        Moment(now: "2026-03-27T19:00:00Z", end: "2026-03-28T06:00:00Z"),
        Moment(now: "2026-03-30T18:00:00Z", end: "2026-03-31T05:00:00Z"),
    ])
    func `quiet hours are those of the reader's wall`(moment: Moment) {
        #expect(Self.night.end(at: instant(moment.now)) == moment.end.map(instant))
    }

    @Test(arguments: [
        // From Friday evening over the weekend to Monday morning it is one quiet.
        Moment(now: "2026-03-06T19:00:00Z", end: "2026-03-09T06:00:00Z"),
        Moment(now: "2026-03-08T12:00:00Z", end: "2026-03-09T06:00:00Z"),
        // Over the change to summer time.
        Moment(now: "2026-03-28T12:00:00Z", end: "2026-03-30T05:00:00Z"),
        Moment(now: "2026-10-24T12:00:00Z", end: "2026-10-26T06:00:00Z"),
        Moment(now: "2026-03-09T06:00:00Z", end: nil),
    ])
    func `windows that meet are one quiet`(moment: Moment) {
        #expect(Self.weekend.end(at: instant(moment.now)) == moment.end.map(instant))
    }

    @Test func `an end that the clocks skip is the moment of the change`() {
        let hours = QuietHours([.init(from: 60, to: 150)], zone: Self.warsaw)
        // 02:30 does not exist on 29 March 2026: 02:00 is followed by 03:00, 01:00 UTC.
        #expect(hours.end(at: instant("2026-03-29T00:30:00Z")) == instant("2026-03-29T01:00:00Z"))
        // It exists twice on 25 October: the first of them.
        #expect(hours.end(at: instant("2026-10-25T00:00:00Z")) == instant("2026-10-25T00:30:00Z"))
    }

    @Test func `quiet hours that never end are known as that`() {
        #expect(QuietHours([.init(from: 0, to: 1440)], zone: .utc).isEndless)
        #expect(QuietHours([.init(from: 0, to: 720), .init(from: 720, to: 0)], zone: .utc).isEndless)
        #expect(!Self.weekend.isEndless)
        #expect(!QuietHours([.init(from: 1, to: 0)], zone: .utc).isEndless)
        let allButMonday = QuietHours(
            [.init(from: 0, to: 1440, days: [2, 3, 4, 5, 6, 7]), .init(from: 1, to: 1440, days: [1])],
            zone: .utc)
        #expect(!allButMonday.isEndless)
    }

    struct Sending: Sendable {
        var schedule: DigestSchedule
        var now: String
        var next: String
    }

    private static let daily = DigestSchedule(.daily, minute: 8 * 60, zone: warsaw)
    private static let weekly = DigestSchedule(.weekly(on: 1), minute: 8 * 60, zone: warsaw)
    private static let skipped = DigestSchedule(.daily, minute: 150, zone: warsaw)
    private static let apia = DigestSchedule(.daily, minute: 8 * 60, zone: Zone("Pacific/Apia") ?? .utc)

    @Test(arguments: [
        Sending(schedule: daily, now: "2026-03-02T06:59:59Z", next: "2026-03-02T07:00:00Z"),
        Sending(schedule: daily, now: "2026-03-02T07:00:00Z", next: "2026-03-03T07:00:00Z"),
        Sending(schedule: daily, now: "2026-03-28T08:00:00Z", next: "2026-03-29T06:00:00Z"),
        Sending(schedule: daily, now: "2026-10-24T08:00:00Z", next: "2026-10-25T07:00:00Z"),
        Sending(schedule: weekly, now: "2026-03-02T07:00:00Z", next: "2026-03-09T07:00:00Z"),
        Sending(schedule: weekly, now: "2026-03-08T23:30:00Z", next: "2026-03-09T07:00:00Z"),
        Sending(schedule: skipped, now: "2026-03-29T00:00:00Z", next: "2026-03-29T01:00:00Z"),
        Sending(schedule: skipped, now: "2026-03-29T01:00:00Z", next: "2026-03-30T00:30:00Z"),
        Sending(schedule: skipped, now: "2026-10-25T00:30:00Z", next: "2026-10-26T01:30:00Z"),
        // Samoa left out 30 December 2011.
        Sending(schedule: apia, now: "2011-12-29T18:00:00Z", next: "2011-12-30T10:00:00Z"),
    ])
    func `a digest is sent by the reader's clock`(sending: Sending) {
        #expect(sending.schedule.next(after: instant(sending.now)) == instant(sending.next))
    }

    @Test func `a budget lets a burst out and then as many an hour as it says`() throws {
        let budget = AlertBudget(perHour: 30, burst: 10)
        var bucket = TokenBucket.full(budget, now: ManualTime.monday)
        var now = ManualTime.monday
        var sent: [Int64] = []
        for _ in 0..<3600 * 4 {
            if let left = bucket.taking(budget, now: now) {
                bucket = left
                sent.append((now - ManualTime.monday).inMilliseconds / 1000)
            }
            now = now + .seconds(1)
        }
        #expect(sent.filter { $0 < 60 }.count == 10)
        #expect(sent.filter { $0 < 3600 }.count == 10 + 29)
        #expect(sent.filter { (3600..<7200).contains($0) }.count == 30)
    }

    @Test func `the time of the next place in a budget is right to the millisecond`() throws {
        let budget = AlertBudget(perHour: 7, burst: 1)
        let bucket = try #require(
            TokenBucket.full(budget, now: ManualTime.monday).taking(budget, now: ManualTime.monday))
        let next = bucket.next(budget, now: ManualTime.monday + .seconds(100))
        #expect(bucket.taking(budget, now: next) != nil)
        #expect(bucket.taking(budget, now: next - .milliseconds(1)) == nil)
    }

    @Test func `a clock that is set back neither fills a budget nor empties it`() throws {
        let budget = AlertBudget(perHour: 30, burst: 10)
        var bucket = TokenBucket(tokens: 0.5, at: ManualTime.monday)
        #expect(bucket.taking(budget, now: ManualTime.monday - .seconds(86_400)) == nil)
        bucket = TokenBucket(tokens: 3, at: ManualTime.monday)
        let left = try #require(bucket.taking(budget, now: ManualTime.monday - .seconds(86_400)))
        #expect(left.tokens == 2)
        // From there on it fills as time goes by.
        #expect(left.taking(budget, now: left.at + .seconds(3600))?.tokens == 9)
    }
}
