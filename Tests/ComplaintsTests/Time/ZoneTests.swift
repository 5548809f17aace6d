import Complaints
import Testing

@Suite struct ZoneTests {
    /// Local midnight or minute, and the instant worked out from the published offsets.
    @Test(
        arguments: [
            ("UTC", "2026-01-01", 0, "2026-01-01T00:00:00Z"),
            ("Europe/Warsaw", "2026-07-25", 428, "2026-07-25T05:08:00Z"),
            ("Asia/Kathmandu", "2026-07-25", 545, "2026-07-25T03:20:00Z"),
            // Clocks go 01:00 to 02:00: the hour that is not there begins when they jump.
            ("Europe/London", "2026-03-29", 60, "2026-03-29T01:00:00Z"),
            ("Europe/London", "2026-03-29", 90, "2026-03-29T01:00:00Z"),
            ("Europe/London", "2026-03-29", 120, "2026-03-29T01:00:00Z"),
            ("Europe/London", "2026-03-29", 150, "2026-03-29T01:30:00Z"),
            // Clocks go back 02:00 to 01:00: the first of the two.
            ("Europe/London", "2026-10-25", 90, "2026-10-25T00:30:00Z"),
            ("Europe/London", "2026-10-25", 120, "2026-10-25T02:00:00Z"),
            // Half an hour only: 02:00 (+10:30) jumps to 02:30 (+11).
            ("Australia/Lord_Howe", "2026-10-04", 135, "2026-10-03T15:30:00Z"),
            ("Australia/Lord_Howe", "2026-10-04", 180, "2026-10-03T16:00:00Z"),
            // Midnight itself was skipped, and came twice where clocks went 00:00 back to 23:00.
            ("America/Sao_Paulo", "2018-11-04", 0, "2018-11-04T03:00:00Z"),
            ("America/Sao_Paulo", "2018-11-04", 60, "2018-11-04T03:00:00Z"),
            ("America/Sao_Paulo", "2019-02-16", 1440, "2019-02-17T03:00:00Z"),
            ("America/Havana", "2026-11-01", 0, "2026-11-01T04:00:00Z"),
            // Samoa had no 30 December 2011.
            ("Pacific/Apia", "2011-12-30", 720, "2011-12-30T10:00:00Z"),
            ("Pacific/Apia", "2011-12-31", 0, "2011-12-30T10:00:00Z"),
            ("Pacific/Apia", "2011-12-29", 1439, "2011-12-30T09:59:00Z"),
        ] as [(String, String, Int, String)])
    func `a local minute is the first instant that shows it or more`(
        name: String, date: String, minute: Int, instant: String
    ) throws {
        let zone = try #require(Zone(name))
        let day = try #require(CivilDate(date))
        #expect(zone.instant(of: day, minute: minute) == Instant(rfc3339: instant))
    }

    @Test(
        arguments: [
            ("Europe/Warsaw", "2026-03-29", 1380), ("Europe/Warsaw", "2026-10-25", 1500),
            ("Europe/Warsaw", "2026-03-30", 1440), ("Australia/Lord_Howe", "2026-10-04", 1410),
            ("Australia/Lord_Howe", "2026-04-05", 1470), ("America/Sao_Paulo", "2018-11-04", 1380),
            ("America/Sao_Paulo", "2019-02-16", 1500), ("America/Havana", "2026-11-01", 1500),
            ("Pacific/Apia", "2011-12-30", 0), ("Pacific/Apia", "2011-12-29", 1440),
        ] as [(String, String, Int)])
    func `a local day is as long as its clocks make it`(name: String, date: String, minutes: Int) throws {
        let length = try #require(Zone(name)).length(of: try #require(CivilDate(date)))
        #expect(length == .seconds(minutes * 60))
    }

    @Test func `an instant and its local time lead to each other over a year of changes`() throws {
        for name in ["Australia/Lord_Howe", "America/New_York", "Africa/Casablanca", "Asia/Kathmandu"] {
            let zone = try #require(Zone(name))
            let start = try #require(Instant(rfc3339: "2026-01-01T00:00:00Z"))
            for step in 0..<2000 {
                let instant = start + .seconds(step * 16_217)
                let back = zone.instant(of: zone.local(instant))
                // In an hour that comes twice, the first is meant.
                #expect(back == instant || (back < instant && zone.local(back) == zone.local(instant)))
            }
        }
    }

    @Test(arguments: ["", "Europe/Warszawa", "europe/warsaw", "GMT+3", "UTC+2", "+03:00", "Warsaw", "../x"])
    func `a zone nobody knows is refused`(name: String) { #expect(Zone(name) == nil) }

    @Test func `an end at midnight is written as 24:00 of the day that ends`() throws {
        let zone = try #require(Zone("Europe/Warsaw"))
        let end = try #require(Instant(rfc3339: "2026-08-08T22:00:00Z"))
        #expect(zone.endText(end) == "Sat 8 Aug 2026 24:00")
        #expect(zone.text(end) == "Sun 9 Aug 2026 00:00")
        #expect(zone.text(end + .milliseconds(43_250)) == "Sun 9 Aug 2026 00:00:43.250")
    }
}
