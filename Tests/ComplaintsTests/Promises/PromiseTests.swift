import Complaints
import TestSupport
import Testing

/// How a promise ends, what is said of it, and when it is at risk.
struct PromiseTests {
    private let made = instant("2026-03-04T09:00:00Z")
    private let due = instant("2026-03-06T16:00:00Z")

    private func promise(_ state: Promise.State = .open, next: Instant? = nil) -> Promise {
        Promise(number: 1, what: "money back", due: due, state: state, made: made, next: next)
    }

    @Test(arguments: [
        (PromiseEnd.kept, "2026-03-06T16:00:00Z", Promise.State.kept),
        (.kept, "2026-03-06T16:00:00.001Z", .late), (.late, "2026-03-07T10:00:00Z", .late),
        (.partial, "2026-03-05T10:00:00Z", .partial), (.broken, "2026-03-05T10:00:00Z", .broken),
    ])
    func `what was done after the due time is late, whatever is said`(
        end: PromiseEnd, at: String, state: Promise.State
    ) throws {
        let ended = try promise(next: due).ended(end, at: instant(at), now: instant("2026-03-08T00:00:00Z"))
        #expect(ended.state == state)
        #expect(ended.ended == instant(at) && ended.next == nil)
    }

    @Test(arguments: [
        (Promise.State.proposed, PromiseEnd.kept), (.declined, .kept), (.kept, .partial), (.late, .broken),
        (.broken, .broken), (.open, .late),
    ])
    func `what is not owed cannot end, and nothing is late before it is due`(
        state: Promise.State, end: PromiseEnd
    ) {
        #expect(throws: ForbiddenEnd.self) { try promise(state).ended(end, at: made, now: due) }
    }

    @Test func `a broken promise may have been kept all the same, in time or late`() throws {
        let now = instant("2026-03-08T00:00:00Z")
        #expect(try promise(.broken).ended(.kept, at: due, now: now).state == .kept)
        #expect(try promise(.broken).ended(.kept, at: now, now: now).state == .late)
    }

    @Test func `it is told once that it is at risk, and once that it is broken`() {
        var promise = promise(next: instant("2026-03-05T16:00:00Z"))
        #expect(promise.tell(now: instant("2026-03-05T15:59:59Z")) == nil)
        #expect(
            promise.tell(now: instant("2026-03-05T17:00:00Z")) == .atRisk(at: instant("2026-03-05T16:00:00Z"))
        )
        #expect(promise.tell(now: due) == nil)
        #expect(promise.tell(now: due + .milliseconds(1)) == .broken(at: due))
        #expect(promise.state == .broken && promise.tell(now: due + .seconds(9)) == nil)
    }

    @Test func `after a standstill past the end only that it is broken is told`() {
        var promise = promise(next: instant("2026-03-05T16:00:00Z"))
        #expect(promise.tell(now: due + .seconds(86_400)) == .broken(at: due))
    }

    /// Mondays to Fridays 9 to 17 in Warsaw (UTC+1). From Wednesday 10:00 to Friday 17:00 there are 7 + 8 + 8 = 23
    /// working hours, 80 % of which end 4.6 hours before the end; a working day before is Thursday 17:00.
    @Test(arguments: [
        (
            [ClockRule.Warning.share(0.8)], "2026-03-04T09:00:00Z", "2026-03-06T16:00:00Z",
            "2026-03-06T11:24:00Z"
        ),
        (
            [.share(0.8), .before(.workingDays(1))], "2026-03-04T09:00:00Z", "2026-03-06T16:00:00Z",
            "2026-03-05T16:00:00Z"
        ),
        // Two hours: a working day before it would be before it was made.
        (
            [.share(0.8), .before(.workingDays(1))], "2026-03-04T09:00:00Z", "2026-03-04T11:00:00Z",
            "2026-03-04T10:36:00Z"
        ),
        // Over a weekend without working time: by the clock.
        ([.share(0.5)], "2026-03-07T09:00:00Z", "2026-03-07T11:00:00Z", "2026-03-07T10:00:00Z"),
    ])
    func `at risk is the earliest mark, in working time`(
        marks: [ClockRule.Warning], made: String, due: String, at: String
    ) {
        let moment = PromiseRisk(marks).moment(
            from: instant(made), to: instant(due), on: PromiseReply.calendar)
        #expect(moment == instant(at))
    }
}
