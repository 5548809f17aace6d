import Complaints
import Testing

/// Files of holidays as calendar programs and offices publish them.
@Suite struct ICalendarTests {
    private func read(_ lines: [String], end: String = "\r\n") -> ICalendar {
        let all = ["BEGIN:VCALENDAR", "VERSION:2.0"] + lines + ["END:VCALENDAR", ""]
        return ICalendar(Array(all.joined(separator: end).utf8), years: 2025...2027)
    }

    private func event(_ lines: String...) -> [String] { ["BEGIN:VEVENT"] + lines + ["END:VEVENT"] }

    private func days(_ calendar: ICalendar) -> [String] { calendar.days.keys.sorted().map(\.description) }

    @Test(arguments: [
        // A date alone is one day; DTEND is the first day after.
        (["DTSTART;VALUE=DATE:20261224"], "2026-12-24"),
        (["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"], "2026-12-24 2026-12-25 2026-12-26"),
        (["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261224"], "2026-12-24"),
        (["DTSTART;VALUE=DATE:20261224", "DURATION:P2D"], "2026-12-24 2026-12-25"),
        (["DTSTART:20261224T000000", "DTEND:20261225T000000"], "2026-12-24"),
        // Appointments and what was called off are no days off.
        (["DTSTART:20261224T093000Z", "DTEND:20261224T103000Z"], ""),
        (["DTSTART;VALUE=DATE:20261224", "STATUS:CANCELLED"], ""),
        (["DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY"], "2026-01-01 2027-01-01"),
        (["DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=YEARLY;UNTIL=20260101"], "2025-01-01 2026-01-01"),
        (["DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=YEARLY;COUNT=2"], "2025-01-01"),
        (["DTSTART;VALUE=DATE:20230101", "RRULE:FREQ=YEARLY;INTERVAL=2"], "2025-01-01 2027-01-01"),
        (
            ["DTSTART;VALUE=DATE:20240527", "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO"],
            "2025-05-26 2026-05-25 2027-05-31"
        ),
        (
            ["DTSTART;VALUE=DATE:20241128", "RRULE:FREQ=YEARLY;BYDAY=4TH;BYMONTH=11"],
            "2025-11-27 2026-11-26 2027-11-25"
        ),
        // The Tuesday after the first Monday of November.
        (
            [
                "DTSTART;VALUE=DATE:20241105",
                "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
            ],
            "2025-11-04 2026-11-03 2027-11-02"
        ),
        (
            ["DTSTART;VALUE=DATE:20240607", "RRULE:FREQ=YEARLY;BYMONTH=6;BYDAY=FR;BYSETPOS=1"],
            "2025-06-06 2026-06-05 2027-06-04"
        ),
        (["DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY"], ""),
        (
            ["DTSTART;VALUE=DATE:20250101", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20260101"],
            "2025-01-01 2027-01-01"
        ),
        (
            ["DTSTART;VALUE=DATE:20250101", "RDATE;VALUE=DATE:20250301,20250305"],
            "2025-01-01 2025-03-01 2025-03-05"
        ),
    ])
    func `an event becomes the days off that it means`(lines: [String], expected: String) {
        let calendar = read(["BEGIN:VEVENT"] + lines + ["END:VEVENT"])
        #expect(calendar.faults.isEmpty)
        let found = days(calendar).filter { $0 > "2025" }
        #expect(found.joined(separator: " ") == expected)
    }

    @Test func `a name is unfolded, even inside a letter, and freed of its escapes`() throws {
        let name = Array("SUMMARY;LANGUAGE=fr:F".utf8) + [0xC3] + Array("\r\n ".utf8) + [0xA9]
        let bytes =
            Array("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n".utf8) + name
            + Array("te\\, jour f\r\n\t\\;rié\\nofficiel\r\nDTSTART;VALUE=DATE:20260714\r\n".utf8)
            + Array("END:VEVENT\r\nEND:VCALENDAR\r\n".utf8)
        let calendar = ICalendar(bytes, years: 2025...2027)
        #expect(calendar.days[try #require(CivilDate("2026-07-14"))] == "Féte, jour f;rié officiel")
    }

    @Test
    func `names that share a day are joined, alarms inside an event and other components are left alone`()
        throws
    {
        let alarm = ["BEGIN:VALARM", "TRIGGER:-P1D", "SUMMARY:wake up", "END:VALARM"]
        let calendar = read(
            ["BEGIN:VTIMEZONE", "TZID:Europe/Warsaw", "DTSTART:19700101T000000", "END:VTIMEZONE"]
                + event("DTSTART;VALUE=DATE:20260501", "SUMMARY:May Day")
                + ["BEGIN:VEVENT", "DTSTART;VALUE=DATE:20260501"] + alarm + [
                    "SUMMARY:Labour Day", "END:VEVENT",
                ],
            end: "\n")
        #expect(calendar.faults.isEmpty)
        #expect(calendar.days == [try #require(CivilDate("2026-05-01")): "May Day; Labour Day"])
    }

    @Test(arguments: [
        (["DTSTART;VALUE=DATE:20260231"], 4, "DTSTART is `20260231`; a date such as 20261224 is wanted"),
        (["SUMMARY:x"], 3, "a VEVENT without DTSTART; a date such as DTSTART;VALUE=DATE:20261224 is wanted"),
        (
            ["DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=WEEKLY"], 5,
            "RRULE repeats WEEKLY; only FREQ=YEARLY is read, as holidays need it"
        ),
        (
            ["DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY;BYWEEKNO=20"], 5,
            "`BYWEEKNO=20` in RRULE is not read; INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY, BYDAY and BYSETPOS are"
        ),
        (["DTSTART;VALUE=DATE:20260101", "nonsense"], 5, "`nonsense` is no NAME:VALUE"),
        (
            ["DTSTART;VALUE=DATE:20260110", "DTEND;VALUE=DATE:20260101"], 3,
            "a VEVENT of -9 days; 1 to 366 are wanted"
        ),
    ])
    func `what cannot be read is told with its line`(lines: [String], line: Int, problem: String) {
        let calendar = read(["BEGIN:VEVENT"] + lines + ["END:VEVENT"])
        #expect(calendar.faults == [ICalendar.Fault(line: line, problem: problem)])
    }

    @Test(arguments: [
        ("", 1, "the file is empty; BEGIN:VCALENDAR is wanted"),
        ("<html>:</html>", 1, "an iCalendar file begins with BEGIN:VCALENDAR"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\n", 2, "BEGIN:VEVENT without END:VEVENT"),
    ])
    func `a file that is none says so`(text: String, line: Int, problem: String) {
        let calendar = ICalendar(Array(text.utf8), years: 2025...2027)
        #expect(calendar.faults == [ICalendar.Fault(line: line, problem: problem)])
    }
}
