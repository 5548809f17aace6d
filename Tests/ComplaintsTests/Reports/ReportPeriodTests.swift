import TestSupport
import Testing

@testable import Complaints

/// Days, weeks and months as reports cut them, and percentiles as they count.
@Suite struct ReportPeriodTests {
    private let warsaw = Zone("Europe/Warsaw") ?? .utc

    // By the calendar on the wall: 1 January 2027 is a Friday, so of week 53 of 2026; 29 December 2025 is a
    // Monday, whose Thursday is in 2026.
    @Test(arguments: [
        ("2026-01-01T12:00:00Z", "2026-01-01", "2026-W01", "2026-01"),
        ("2025-12-29T12:00:00Z", "2025-12-29", "2026-W01", "2025-12"),
        ("2027-01-01T12:00:00Z", "2027-01-01", "2026-W53", "2027-01"),
        ("2024-02-29T22:59:59Z", "2024-02-29", "2024-W09", "2024-02"),
        // Half past midnight in Warsaw, of Monday.
        ("2026-03-01T23:30:00Z", "2026-03-02", "2026-W10", "2026-03"),
    ])
    func `a moment is of one day, ISO week and month of the zone`(
        time: String, day: String, week: String, month: String
    ) {
        let labels = ReportPeriods.Length.allCases.map {
            ReportPeriods($0, in: warsaw).period(of: instant(time)).label
        }
        #expect(labels == [day, week, month])
    }

    @Test func `every period of a stretch is there, also those in which nothing happened`() {
        let weeks = ReportPeriods(.week, in: warsaw)
        let found = weeks.all(from: instant("2026-12-20T12:00:00Z"), to: instant("2027-01-10T23:00:00Z"))
        #expect(found.map(\.label) == ["2026-W51", "2026-W52", "2026-W53", "2027-W01"])
        // The last moment is not counted: that Sunday ends at 23:00 UTC.
        #expect(weeks.all(from: instant("2027-01-10T23:00:00Z"), to: instant("2027-01-10T23:00:00Z")).isEmpty)
    }

    @Test func `a day on which clocks change has 23 or 25 hours, and no moment is of two days`() {
        let days = ReportPeriods(.day, in: warsaw)
        for (date, hours) in [("2026-03-29", 23), ("2026-10-25", 25), ("2026-10-26", 24)] {
            let noon = instant(date + "T10:00:00Z")
            let day = days.period(of: noon)
            let start = warsaw.instant(of: day.first)
            #expect(days.end(of: day) - start == .seconds(hours * 3600), "\(date)")
            #expect(days.period(of: start) == day)
            #expect(days.period(of: Instant(milliseconds: start.milliseconds - 1)) < day)
            #expect(days.period(of: days.end(of: day)) > day)
        }
    }

    // Of ten, p50 is the 5th, p90 the 9th, p95 the 10th (⌈9.5⌉); of one, all are that one.
    @Test func `percentiles are by nearest rank, and of nothing there are none`() {
        let ten = Lengths((1...10).reversed().map { .seconds($0) })
        #expect([50, 90, 95, 100, 1].map { ten.percentile($0) } == [5, 9, 10, 10, 1].map { .seconds($0) })
        let twenty = Lengths((1...20).map { .seconds($0) })
        #expect([50, 90, 95].map { twenty.percentile($0) } == [10, 18, 19].map { .seconds($0) })
        var one = Lengths()
        #expect(one.median == nil)
        one.add(.seconds(7))
        #expect([50, 90, 95].map { one.percentile($0) } == [.seconds(7), .seconds(7), .seconds(7)])
    }
}
