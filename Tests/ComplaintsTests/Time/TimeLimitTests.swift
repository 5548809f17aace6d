import Complaints
import Testing

@Suite struct TimeLimitTests {
    @Test(arguments: [
        ("8wh", "8 working hours"), ("1wh", "1 working hour"), ("90wm", "90 working minutes"),
        ("2wd", "2 working days"), ("14d", "14 calendar days"), ("48h", "48 hours"), ("30m", "30 minutes"),
        ("20s", "20 seconds"),
    ])
    func `a limit reads back as it was written and is said in words`(setting: String, words: String) throws {
        let limit = try #require(TimeLimit(setting))
        #expect(limit.setting == setting)
        #expect(limit.text == words)
    }

    @Test(arguments: ["", "8", "wh", "8 wh", "-1d", "1.5h", "8x", "8WH", "99999999999999999999h"])
    func `what is not a limit is refused`(text: String) { #expect(TimeLimit(text) == nil) }

    @Test(arguments: [
        ("09:00-17:00", 540, 1020), ("00:00-24:00", 0, 1440), ("22:00-06:00", 1320, 1800),
        ("22:00-24:00", 1320, 1440), ("22:00-00:00", 1320, 1440),
    ])
    func `a span of hours may run over midnight`(text: String, start: Int, end: Int) {
        #expect(WorkingCalendar.Span(text) == WorkingCalendar.Span(start: start, end: end))
    }

    @Test(arguments: ["09:00-09:00", "9-17", "24:00-06:00", "09:00", "09:00-25:00", "09:60-10:00", ""])
    func `a span without length or sense is refused`(text: String) {
        #expect(WorkingCalendar.Span(text) == nil)
    }
}
