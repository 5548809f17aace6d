import Complaints
import Testing

@Suite struct InstantTextTests {
    @Test(arguments: [
        ("2026-03-01T14:00:00Z", 1_772_373_600_000), ("2026-03-01T14:00:00.5Z", 1_772_373_600_500),
        ("2026-03-01T14:00:00.1239Z", 1_772_373_600_123), ("2026-03-01 15:00:00+01:00", 1_772_373_600_000),
        ("2026-03-01T09:00-0500", 1_772_373_600_000), ("2026-03-01t14:00z", 1_772_373_600_000),
        ("2026-03-01T19:30:00+05:30", 1_772_373_600_000), ("1969-12-31T23:59:59.999Z", -1),
        ("2026-02-28T24:00:00Z", 1_772_323_200_000), ("2016-12-31T23:59:60Z", 1_483_228_800_000),
    ])
    func `RFC 3339 is read, and what sites make of it`(text: String, milliseconds: Int64) {
        #expect(Instant(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026-03-01", "2026-03-01T14:00:00", "2026-02-30T14:00:00Z", "2026-13-01T14:00:00Z",
        "2026-03-01T25:00:00Z", "2026-03-01T24:30:00Z", "2026-03-01T14:60:00Z", "2026-03-01T14:00:61Z",
        "2026-03-01T14:00:00.Z", "2026-03-01T14:00:00+25:00", "2026-03-01T14:00:00Z ", "26-03-01T14:00:00Z",
    ])
    func `anything else is no instant`(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test(
        arguments: [
            0, 1, -1, 999, -86_400_001, 1_772_373_600_000, 253_402_300_799_999, -62_135_596_800_000,
        ] as [Int64])
    func `what is written is read back`(milliseconds: Int64) {
        let instant = Instant(milliseconds: milliseconds)
        #expect(Instant(rfc3339: instant.description) == instant)
        #expect(Instant(rfc3339: instant.rfc3339(offset: -9000)) == instant)
    }

    @Test func `an offset is written as a person there would`() {
        let instant = Instant(milliseconds: 1_772_373_600_007)
        #expect(instant.rfc3339() == "2026-03-01T14:00:00.007Z")
        #expect(instant.rfc3339(offset: 19_800) == "2026-03-01T19:30:00.007+05:30")
        #expect(instant.rfc3339(offset: -12_600) == "2026-03-01T10:30:00.007-03:30")
    }
}

@Suite struct CivilDateTests {
    @Test func `days since 1970 and dates agree both ways over four centuries`() {
        var last = CivilDate(daysSince1970: -146_098)
        for days in -146_097...146_097 {
            let date = CivilDate(daysSince1970: days)
            guard date.daysSince1970 == days, last < date, date.isoWeekday == last.isoWeekday % 7 + 1 else {
                Issue.record("\(date) is day \(date.daysSince1970), not \(days)")
                return
            }
            last = date
        }
    }

    @Test(arguments: [("1970-01-01", 4), ("2024-02-29", 4), ("2026-03-01", 7), ("1900-01-01", 1)])
    func `a date knows its day of the week`(text: String, weekday: Int) throws {
        #expect(try #require(CivilDate(text)).isoWeekday == weekday)
        #expect(CivilDate(text)?.description == text)
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-1-1", "+026-01-01", "2026-01--1", "",
    ])
    func `a day that is not in the calendar is no date`(text: String) {
        #expect(CivilDate(text) == nil)
    }
}

@Suite struct DurationTextTests {
    @Test(arguments: [
        ("0s", 0), ("500ms", 500), ("1s", 1000), ("90s", 90_000), ("5m", 300_000), ("2h", 7_200_000),
        ("1d", 86_400_000), ("007s", 7000),
    ])
    func `a length is a number and a unit`(text: String, milliseconds: Int64) {
        #expect(Duration(setting: text)?.inMilliseconds == milliseconds)
    }

    @Test(arguments: ["", "s", "5", "-5s", "1.5h", "5 m", "5M", "5min", "1w", "٣s", "99999999999s", "5m5s"])
    func `anything else is none`(text: String) {
        #expect(Duration(setting: text) == nil)
    }

    @Test(arguments: ["0s", "1ms", "1500ms", "90s", "5m", "2h", "1d", "36h"])
    func `the shortest exact writing is read back as it was`(text: String) {
        #expect(Duration(setting: text)?.setting == text)
    }
}
