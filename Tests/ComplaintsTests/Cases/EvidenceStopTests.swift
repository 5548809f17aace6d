import Complaints
import Testing

/// A reply said by staff, seen on the page, vanished from it: what stops a clock. 2026-07-27 is a Monday; the
/// case was opened then at 09:00 in Warsaw, and 8 working hours end at 17:00.
@Suite struct EvidenceStopTests {
    private static let zone = "Europe/Warsaw"

    private func at(_ text: String) throws -> Instant {
        try ClockCase("8wh", opened: "2026-07-27 09:00", due: "").instant(text)
    }

    private func reading(
        _ entries: [(String, CaseHistory.What)], now: String, seenWithin: Duration? = .seconds(2 * 86_400),
        until: ClockRule.Stop = .reply
    ) throws -> ClockReading {
        let a = ClockCase("8wh", until: until, opened: "2026-07-27 09:00", due: "")
        let policy = Policy(
            name: "p", seenWithin: seenWithin, calendar: try a.calendar(), clocks: [try a.rule()])
        let history = CaseHistory(
            opened: try at("2026-07-27 09:00"),
            entries: try entries.map { CaseHistory.Entry(at: try at($0.0), what: $0.1) })
        return try #require(reckon(policy, history: history, now: try at(now)).first)
    }

    @Test func `what staff say holds until it has to be seen`() throws {
        let reading = try reading([("2026-07-27 16:00", .reply)], now: "2026-07-29 16:00")
        #expect(reading.state == .met)
        #expect(try reading.holdsUntil == at("2026-07-29 16:00"))
        #expect(reading.steps.contains("reply said by staff Mon 27 Jul 2026 16:00: in time"))
        #expect(reading.steps.contains("it holds if it is seen on the page by Wed 29 Jul 2026 16:00"))
    }

    @Test func `never seen within its limit the clock runs again and says so`() throws {
        let reading = try reading([("2026-07-27 16:00", .reply)], now: "2026-07-29 16:01")
        #expect(reading.state == .missed)
        #expect(reading.holdsUntil == nil)
        #expect(
            reading.steps.contains(
                "reply Mon 27 Jul 2026 16:00 was not seen on the page by Wed 29 Jul 2026 16:00: does not count, "
                    + "the clock runs again"))
    }

    @Test func `without a limit what staff say holds for ever`() throws {
        let reading = try reading([("2026-07-27 16:00", .reply)], now: "2026-12-01 09:00", seenWithin: nil)
        #expect(reading.state == .met)
    }

    @Test(arguments: [("2026-07-27 16:30", ClockState.met), ("2026-07-27 17:30", .missed)])
    func `what is seen counts at the time on the page`(page: String, state: ClockState) throws {
        let reading = try reading(
            [
                ("2026-07-27 16:00", .reply),
                ("2026-07-28 09:00", .replySeen(time: try at(page), mention: nil)),
            ], now: "2026-08-10 09:00")
        #expect(reading.state == state)
        #expect(try reading.stoppedAt == at(page))
        #expect(reading.holdsUntil == nil)
    }

    @Test func `a page that says no time proves when staff said it`() throws {
        let reading = try reading(
            [("2026-07-27 16:00", .reply), ("2026-07-28 09:00", .replySeen(time: nil, mention: nil))],
            now: "2026-08-10 09:00")
        #expect(try reading.stoppedAt == at("2026-07-27 16:00"))
    }

    @Test func `a reply that vanished stops nothing, one that came back does again`() throws {
        let gone: [(String, CaseHistory.What)] = [
            ("2026-07-27 16:00", .reply), ("2026-07-27 16:30", .replySeen(time: nil, mention: nil)),
            ("2026-07-28 12:00", .replyVanished(mention: nil)),
        ]
        let lost = try reading(gone, now: "2026-07-28 12:00")
        #expect(lost.state == .missed)
        #expect(lost.steps.contains { $0.contains("vanished from the page Tue 28 Jul 2026 12:00") })
        let back = gone + [("2026-07-28 15:00", .replySeen(time: try at("2026-07-27 16:00"), mention: nil))]
        #expect(try reading(back, now: "2026-07-28 15:00").state == .met)
    }

    @Test func `a clock that a reply does not stop is left alone by it`() throws {
        let entries: [(String, CaseHistory.What)] = [("2026-07-27 16:00", .reply)]
        let reading = try reading(entries, now: "2026-08-10 09:00", until: .resolve)
        #expect(reading.state == .missed)
        #expect(!reading.steps.contains { $0.contains("not seen") })
    }
}
