import TestSupport
import Testing

@testable import Complaints

/// Times to come, on the calendar of a case.
@Suite struct NamedTimeTests {
    /// 23:30 on 1 March in London, 00:30 on the 2nd in Warsaw.
    private static let now = instant("2026-03-01T23:30:00Z")

    @Test(
        arguments: [
            (NamedTime.Day.date(date("2026-11-23")), nil, "Europe/Warsaw", "2026-11-23T23:00:00Z"),
            (.date(date("2026-11-23")), nil, "UTC", "2026-11-24T00:00:00Z"),
            (.date(date("2026-11-23")), 600, "Asia/Kathmandu", "2026-11-23T04:15:00Z"),
            (.ahead(1), 600, "Europe/Warsaw", "2026-03-03T09:00:00Z"),
            (.ahead(1), 600, "UTC", "2026-03-02T10:00:00Z"),
            (.ahead(0), nil, "America/New_York", "2026-03-02T05:00:00Z"),
        ] as [(NamedTime.Day, Int?, String, String)])
    func `a day or a local time is read in the zone of the calendar, a day to its end`(
        day: NamedTime.Day, minute: Int?, zone: String, expected: String
    ) {
        let calendar = WorkingCalendar(name: "office", zone: zone, hours: [:])
        let time = NamedTime.local(day, minute: minute)
        #expect(time.instant(now: Self.now, on: calendar) == instant(expected))
    }

    @Test func `a time after 9999 or in more than a hundred years is too far`() {
        #expect(!NamedTime.isTooFar(instant("2125-12-31T00:00:00Z"), now: Self.now))
        #expect(NamedTime.isTooFar(instant("2126-12-31T00:00:00Z"), now: Self.now))
        #expect(NamedTime.isTooFar(instant("9999-12-31T12:00:00Z"), now: instant("9990-01-01T00:00:00Z")))
    }

    private static func date(_ text: String) -> CivilDate {
        CivilDate(text) ?? CivilDate(daysSince1970: 0)
    }
}
