import Complaints
import Testing

@Suite struct ClockWarningTests {
    @Test(arguments: [
        ("8wh", "50%", "2026-07-27 13:00"), ("8wh", "75%", "2026-07-27 15:00"),
        ("16wh", "75%", "2026-07-28 13:00"), ("16wh", "100%", "2026-07-28 17:00"),
        ("8wh", "2wh", "2026-07-27 15:00"), ("16wh", "9wh", "2026-07-27 16:00"),
        ("16wh", "1h", "2026-07-28 16:00"), ("2wd", "1wd", "2026-07-28 17:00"),
        ("2wd", "50%", "2026-07-28 13:00"), ("3wd", "4wh", "2026-07-30 13:00"),
        ("14d", "1d", "2026-08-09 24:00"), ("14d", "2wd", "2026-08-06 17:00"),
        ("48h", "50%", "2026-07-28 09:00"),
    ])
    func `a warning falls in its own unit`(within: String, warn: String, at: String) throws {
        let a = ClockCase(within, opened: "2026-07-27 09:00", due: "")
        #expect(try times(a, warn: [warn]) == [a.instant(at)])
    }

    @Test func `a share is used up around the pauses`() throws {
        let a = ClockCase(
            "8wh", opened: "2026-07-27 09:00", "wait 2026-07-27 10:00", "resume 2026-07-28 09:00", due: "")
        #expect(try times(a, warn: ["50%"]) == [a.instant("2026-07-28 12:00")])
    }

    @Test func `a delayed clock warns of its new due time`() throws {
        let a = ClockCase(
            "8wh", opened: "2026-07-27 09:00", "delay 2026-07-27 10:00 2026-07-31 17:00", due: "")
        #expect(
            try times(a, warn: ["2wh", "50%"]) == [
                a.instant("2026-07-29 13:00"), a.instant("2026-07-31 15:00"),
            ])
    }

    @Test(arguments: ["2d", "8wh", "9wh", "1wd"])
    func `a warning longer than the limit is left out, not given at the opening`(warn: String) throws {
        #expect(try times(ClockCase("8wh", opened: "2026-07-27 09:00", due: ""), warn: [warn]) == [])
    }

    @Test(arguments: ["wait 2026-07-27 09:10", "reply 2026-07-27 09:10"])
    func `a clock that does not run does not warn`(event: String) throws {
        #expect(try times(ClockCase("8wh", opened: "2026-07-27 09:00", event, due: ""), warn: ["50%"]) == [])
    }

    @Test func `the next warning is the first that is still to come`() throws {
        let a = ClockCase("8wh", opened: "2026-07-27 09:00", due: "")
        var rule = try a.rule()
        rule.warnings = ["50%", "1wh"].compactMap { ClockRule.Warning($0) }
        let calendar = try a.calendar()
        let history = try a.history()
        let now = try a.instant("2026-07-27 09:30")
        func next(after text: String) throws -> Instant? {
            nextWarning(rule, on: calendar, history: history, now: now, after: try a.instant(text))?.at
        }
        #expect(try next(after: "2026-07-27 09:00") == a.instant("2026-07-27 13:00"))
        #expect(try next(after: "2026-07-27 13:00") == a.instant("2026-07-27 16:00"))
        #expect(try next(after: "2026-07-27 16:00") == nil)
    }

    private func times(_ a: ClockCase, warn: [String]) throws -> [Instant] {
        var rule = try a.rule()
        rule.warnings = try warn.map { try #require(ClockRule.Warning($0)) }
        let now = max(try a.instant("2026-07-27 10:30"), try a.lastEvent() ?? .init(seconds: 0))
        return warnings(rule, on: try a.calendar(), history: try a.history(), now: now).map(\.at)
    }
}
