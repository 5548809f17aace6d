import Complaints
import Testing

/// Due times worked out by hand, in the local time of their calendar.
@Suite struct DeadlineTableTests {
    // 2026-07-27 is a Monday.
    static let cases: [ClockCase] = [
        ClockCase(
            "8wh", opened: "2026-07-27 09:00", due: "2026-07-27 17:00",
            why: "at closing, not at the next opening"),
        ClockCase("8wh", opened: "2026-07-31 15:00", due: "2026-08-03 15:00", why: "over a weekend"),
        ClockCase("8wh", opened: "2026-07-25 07:08", due: "2026-07-27 17:00", why: "waits for the opening"),
        ClockCase("1wh", opened: "2026-07-27 17:00", due: "2026-07-28 10:00", why: "opened at closing"),
        ClockCase("90wm", opened: "2026-07-27 16:00", due: "2026-07-28 09:30"),
        ClockCase("0wh", opened: "2026-07-25 12:00", due: "2026-07-27 09:00"),
        ClockCase(
            "8wh", opened: "2026-12-24 13:00", due: "2026-12-29 13:00",
            why: "Friday 25 and Monday 28 are free"),
        ClockCase("2wh", hours: "mon 22:00-06:00", opened: "2026-07-28 02:00", due: "2026-07-28 04:00"),
        ClockCase("8wh", hours: "mon 22:00-06:00", opened: "2026-07-27 23:00", due: "2026-08-03 23:00"),
        ClockCase(
            "24wh", hours: "all 00:00-24:00", opened: "2026-03-28 12:00", due: "2026-03-29 13:00",
            why: "a day of 23 hours"),
        ClockCase(
            "24wh", hours: "all 00:00-24:00", opened: "2026-10-24 12:00", due: "2026-10-25 11:00",
            why: "a day of 25 hours"),
        ClockCase(
            "2wh", zone: "Australia/Lord_Howe", hours: "sun 01:00-04:00", opened: "2026-10-04 01:00",
            due: "2026-10-04 03:30"),
        ClockCase(
            "1wh", hours: "sun 02:00-03:00", opened: "2026-03-28 12:00", due: "2026-04-05 03:00",
            why: "the gap swallows the span"),
        ClockCase("1wd", opened: "2026-07-31 09:00", due: "2026-08-03 17:00"),
        ClockCase("2wd", opened: "2026-12-24 09:00", due: "2026-12-30 17:00"),
        ClockCase("0wd", opened: "2026-07-27 10:00", due: "2026-07-27 17:00"),
        ClockCase("0wd", opened: "2026-07-27 18:00", due: "2026-07-28 17:00"),
        ClockCase("1wd", hours: "mon 22:00-06:00", opened: "2026-07-27 10:00", due: "2026-08-04 06:00"),
        ClockCase("14d", opened: "2026-07-25 07:08", due: "2026-08-08 24:00"),
        ClockCase("0d", opened: "2026-07-25 07:08", due: "2026-07-25 24:00"),
        ClockCase("14d", roll: true, opened: "2026-07-25 07:08", due: "2026-08-10 24:00"),
        ClockCase("1d", roll: true, opened: "2026-12-24 07:08", due: "2026-12-29 24:00"),
        ClockCase(
            "1d", zone: "America/Sao_Paulo", opened: "2018-11-02 12:00", due: "2018-11-03 24:00",
            why: "midnight is skipped"),
        ClockCase("1d", zone: "America/Sao_Paulo", opened: "2019-02-15 12:00", due: "2019-02-16 24:00"),
        ClockCase(
            "1d", zone: "Pacific/Apia", opened: "2011-12-29 12:00", due: "2011-12-31 24:00",
            why: "30 December did not exist"),
        ClockCase("48h", opened: "2026-03-28 12:00", due: "2026-03-30 13:00"),
        ClockCase("30m", opened: "2026-07-25 12:00", due: "2026-07-25 12:30"),
        ClockCase("2h", roll: true, opened: "2026-07-25 12:00", due: "2026-07-27 09:00"),
        ClockCase(
            "37h", roll: true, opened: "2026-07-25 12:00", due: "2026-07-27 09:00",
            why: "the night after a free day"),
        ClockCase("48h", roll: true, opened: "2026-07-25 12:00", due: "2026-07-27 12:00"),
        // Pauses
        ClockCase(
            "8wh", opened: "2026-07-27 09:00", "wait 2026-07-27 12:00", "resume 2026-07-28 12:00",
            due: "2026-07-28 17:00"),
        ClockCase(
            "8wh", opened: "2026-07-27 09:00", "wait 2026-07-27 18:00", "resume 2026-07-28 12:00",
            due: "2026-07-27 17:00", why: "it had run out"),
        ClockCase(
            "9wh", opened: "2026-07-27 09:00", "wait 2026-07-27 18:00", "resume 2026-07-28 08:00",
            due: "2026-07-28 10:00"),
        ClockCase(
            "24h", opened: "2026-07-27 09:00", "wait 2026-07-27 12:00", "wait 2026-07-27 13:00",
            "resume 2026-07-27 22:00", "resume 2026-07-27 23:00", due: "2026-07-28 19:00"),
        ClockCase(
            "2wd", opened: "2026-07-27 09:00", "wait 2026-07-27 12:00", due: "2026-07-29 17:00",
            why: "days run on"),
        ClockCase("14d", opened: "2026-07-25 07:08", "wait 2026-07-27 12:00", due: "2026-08-08 24:00"),
        ClockCase(
            "8wh", pause: .never, opened: "2026-07-27 09:00", "wait 2026-07-27 12:00", due: "2026-07-27 17:00"
        ),
        // Delays
        ClockCase(
            "8wh", opened: "2026-07-27 09:00", "delay 2026-07-27 17:00 2026-08-01 20:00",
            due: "2026-08-01 20:00"),
        ClockCase(
            "8wh", opened: "2026-07-27 09:00", "delay 2026-07-27 17:01 2026-08-01 20:00",
            due: "2026-07-27 17:00"),
        ClockCase(
            "8wh", opened: "2026-07-27 09:00", "delay 2026-07-27 12:00 2026-07-28 12:00",
            "delay 2026-07-28 11:00 2026-07-29 12:00", due: "2026-07-29 12:00"),
        ClockCase(
            "8wh", opened: "2026-07-27 09:00", "delay 2026-07-27 12:00 2026-07-27 11:00",
            due: "2026-07-27 17:00", why: "no time travel"),
        ClockCase(
            "8wh", opened: "2026-07-27 09:00", "wait 2026-07-27 12:00",
            "delay 2026-08-05 10:00 2026-08-10 10:00", "resume 2026-08-05 12:00", due: "2026-08-10 10:00",
            why: "a paused clock is not late"),
        // Reopened
        ClockCase(
            "8wh", opened: "2026-07-20 09:00", "reply 2026-07-20 10:00", "reopen 2026-07-27 12:00",
            due: "2026-07-28 12:00"),
        ClockCase(
            "8wh", opened: "2026-07-20 09:00", "wait 2026-07-20 10:00", "reopen 2026-07-27 12:00",
            due: "2026-07-28 12:00"),
        ClockCase(
            "8wh", opened: "2026-07-20 09:00", "delay 2026-07-20 10:00 2026-09-01 10:00",
            "reopen 2026-07-27 12:00", due: "2026-07-28 12:00"),
        // Updates
        ClockCase(
            "8wh", until: .update, opened: "2026-07-20 09:00", "reply 2026-07-20 10:00",
            "reply 2026-07-27 12:00", due: "2026-07-28 12:00"),
    ]

    @Test(arguments: cases)
    func `a deadline is where a person would put it`(_ a: ClockCase) throws {
        let reading = try a.reading(at: a.instant(a.due) - .milliseconds(1), whenLater: a.lastEvent())
        #expect(try reading.due == a.instant(a.due), "\(a.why)\n\(reading.steps.joined(separator: "\n"))")
        #expect(reading.steps.last?.hasSuffix("(\(try a.instant(a.due)))") == true)
    }
}
