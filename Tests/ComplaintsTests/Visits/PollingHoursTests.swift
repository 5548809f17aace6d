import Complaints
import Testing

@Suite struct PollingHoursTests {
    /// Monday to Friday 09:00-17:00 in Warsaw; 6 January is a holiday there.
    private let office = calendar(["09:00-17:00"], days: 1...5)
    private let nights = calendar(["22:00-06:00"], days: 1...7)

    private static func calendar(_ spans: [String], days: ClosedRange<Int>) -> WorkingCalendar {
        WorkingCalendar(
            name: "office", zone: "Europe/Warsaw",
            hours: Dictionary(
                uniqueKeysWithValues: days.map { ($0, spans.compactMap { WorkingCalendar.Span($0) }) }),
            holidays: [CivilDate(year: 2026, month: 1, day: 6)].compactMap { $0 }
                .reduce(into: [:]) { $0[$1] = "Epiphany" })
    }

    private func next(_ at: String, _ calendar: WorkingCalendar?, every: Duration = .zero) throws -> String {
        let wanted = try #require(Instant(rfc3339: at))
        switch PollingHours.next(at: wanted, within: calendar, name: "acme", every: every) {
        case .open(let instant): return "open \(instant.rfc3339())"
        case .opens(let instant): return "opens \(instant.rfc3339())"
        case .never(let why): return why
        }
    }

    @Test(arguments: [
        ("2026-03-02T08:00:00Z", "open 2026-03-02T08:00:00.000Z"),
        ("2026-03-02T15:59:59Z", "open 2026-03-02T15:59:59.000Z"),
        ("2026-03-02T16:00:00Z", "opens 2026-03-03T08:00:00.000Z"),
        ("2026-03-02T07:59:59Z", "opens 2026-03-02T08:00:00.000Z"),
        ("2026-03-06T16:00:00Z", "opens 2026-03-09T08:00:00.000Z"),
        ("2026-03-27T17:00:00Z", "opens 2026-03-30T07:00:00.000Z"),
        ("2026-10-23T16:00:00Z", "opens 2026-10-26T08:00:00.000Z"),
        ("2026-01-05T17:00:00Z", "opens 2026-01-07T08:00:00.000Z"),
    ])
    func
        `a visit outside the hours waits for the next opening, over weekends, holidays and changes of clocks`(
            at: String, expected: String
        ) throws
    {
        #expect(try next(at, office) == expected)
    }

    @Test(arguments: [
        ("2026-03-02T02:00:00Z", "open 2026-03-02T02:00:00.000Z"),
        ("2026-03-02T04:59:59Z", "open 2026-03-02T04:59:59.000Z"),
        ("2026-03-02T05:00:00Z", "opens 2026-03-02T21:00:00.000Z"),
        ("2026-03-29T03:59:59Z", "open 2026-03-29T03:59:59.000Z"),
        ("2026-03-29T04:00:00Z", "opens 2026-03-29T20:00:00.000Z"),
    ])
    func `hours over midnight reach into the next day`(at: String, expected: String) throws {
        #expect(try next(at, nights) == expected)
    }

    @Test func `without a calendar it is always open`() throws {
        #expect(try next("2026-03-01T03:00:00Z", nil) == "open 2026-03-01T03:00:00.000Z")
    }

    @Test func `a calendar without hours never opens, and says so`() throws {
        let empty = WorkingCalendar(name: "empty", zone: "UTC", hours: [:])
        let told = "calendar empty has no hours: nothing is polled within it"
        #expect(try next("2026-03-01T03:00:00Z", empty) == told)
        let blank = WorkingCalendar(name: "empty", zone: "UTC", hours: [1: [], 2: []])
        #expect(try next("2026-03-01T03:00:00Z", blank) == told)
        let lost = WorkingCalendar(name: "lost", zone: "Nowhere/None", hours: office.hours)
        #expect(try next("2026-03-01T03:00:00Z", lost) == "calendar lost: zone Nowhere/None is not known")
    }

    @Test(arguments: [(900, 900), (3600, 3600), (86_400, 28_800)])
    func `behind an opening sources are spread over an interval, before the hours close`(
        every: Int, room: Int
    ) throws {
        let hours = PollingHours(office)
        let closed = try #require(Instant(rfc3339: "2026-03-01T12:00:00Z"))
        let opening = try #require(Instant(rfc3339: "2026-03-02T08:00:00Z"))
        let places = (0..<1000).compactMap {
            hours.next(at: closed, name: "acme-\($0)", every: .seconds(every)).instant
        }
        #expect(places.count == 1000)
        #expect(places.allSatisfy { $0 >= opening && $0 < opening + .seconds(room) })
        for tenth in 0..<10 {
            let from = opening + .milliseconds(Int64(room * 100 * tenth))
            let count = places.count { $0 >= from && $0 < from + .milliseconds(Int64(room * 100)) }
            #expect(count > 60 && count < 140, "tenth \(tenth) of \(room) s")
        }
    }

    @Test func `the same source has the same place behind every opening`() throws {
        let first = try next("2026-03-01T12:00:00Z", office, every: .seconds(900))
        #expect(first.hasPrefix("opens 2026-03-02T08:"))
        #expect(first != "opens 2026-03-02T08:00:00.000Z")
        let second = try next("2026-03-02T20:00:00Z", office, every: .seconds(900))
        #expect(second.dropFirst(16) == first.dropFirst(16))
        #expect(second.hasPrefix("opens 2026-03-03T08:"))
    }

    @Test func `a window tells its open time, its openings and how long it closes`() throws {
        let monday = try #require(Instant(rfc3339: "2026-02-02T00:00:00Z"))
        let window = try #require(PollingHours(office).window(from: monday))
        #expect(window.openADay == .milliseconds(8 * 3_600_000 * 5 / 7))
        #expect(window.openingsADay == 20.0 / 28)
        #expect(window.longestClosed == .seconds(64 * 3600))
        // Four nights of 16 h and a weekend of 64 h a week; the first weekend is cut by the ends of the month.
        #expect(window.meanWait > .seconds(13 * 3600) && window.meanWait < .seconds(16 * 3600))
    }

    @Test func `a window of whole days has no closed time, and no hours no open time`() throws {
        let monday = try #require(Instant(rfc3339: "2026-02-02T00:00:00Z"))
        let always = try #require(PollingHours(.roundTheClock).window(from: monday))
        #expect(always.openADay == .seconds(86_400))
        #expect(always.longestClosed == .zero)
        #expect(always.meanWait == .zero)
        #expect(PollingHours(nil).window(from: monday) == nil)
        let never = PollingHours(WorkingCalendar(name: "", zone: "UTC", hours: [:])).window(from: monday)
        #expect(never?.openADay == .zero)
    }
}
