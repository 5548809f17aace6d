import Complaints
import Foundation
import Testing

@Suite struct PolicyInputTests {
    static let hours = #""hours": {"mon": ["09:00-12:00", "13:00-17:00"], "tue": ["22:00-06:00"]}"#

    @Test func `an inline policy becomes the policy it describes`() throws {
        let policy = try PolicyInput.read(
            Data(
                #"""
                {"name": "shop", "open": {"within": "3d"},
                 "calendar": {"zone": "Europe/Warsaw", \#(Self.hours),
                              "holidays": ["2026-01-01", {"on": "easter+1", "name": "Easter Monday"}]},
                 "clocks": [
                   {"name": "answer", "within": "8wh", "from": "opened", "pause": "waiting", "until": "reply", "warn": ["75%", "1wh"]},
                   {"name": "statute", "within": "14d", "from": "posted", "roll": "next-working-day",
                    "until": "resolve", "law": "an act", "warn": "2wd"}]}
                """#.utf8)
        ).policy(years: 2026...2026)
        #expect(policy.name == "shop")
        #expect(policy.openWithin == .seconds(3 * 86_400))
        #expect(policy.calendar.hours[1]?.count == 2)
        #expect(policy.calendar.hours[2] == [WorkingCalendar.Span(start: 1320, end: 1800)])
        #expect(
            policy.calendar.holidays.map { "\($0.key) \($0.value)" }.sorted() == [
                "2026-01-01 ", "2026-04-06 Easter Monday",
            ])
        #expect(
            policy.clocks == [
                ClockRule(
                    name: "answer", within: .workingMinutes(480), from: .opened, pause: .waiting,
                    until: .reply,
                    warnings: [.share(0.75), .before(.workingMinutes(60))]),
                ClockRule(
                    name: "statute", within: .calendarDays(14), from: .posted, roll: .nextWorkingDay,
                    until: .resolve,
                    warnings: [.before(.workingDays(2))], law: "an act"),
            ])
    }

    @Test func `a policy without a calendar runs round the clock`() throws {
        let json = #"{"clocks": [{"name": "answer", "within": "8wh", "until": "reply"}]}"#
        #expect(try PolicyInput.read(Data(json.utf8)).policy().calendar == .roundTheClock)
    }

    @Test func `a calendar may be given by its name`() throws {
        let input = try PolicyInput.read(
            Data(
                #"{"calendar": "pl", "clocks": [{"name": "answer", "within": "8h", "until": "reply"}]}"#.utf8)
        )
        let known = WorkingCalendar(name: "pl", zone: "Europe/Warsaw", hours: [:])
        #expect(try input.policy(named: { $0 == "pl" ? known : nil }).calendar == known)
        #expect(throws: PolicyInputError("calendar", #"no calendar is named "pl""#)) { try input.policy() }
    }

    static let clock = #"{"name": "answer", "within": "8h", "until": "reply"}"#

    @Test(arguments: [
        ("[", "this is not JSON"),
        ("{}", "clocks: missing"),
        (#"{"clocks": []}"#, "clocks: there are none; at least one is wanted"),
        (#"{"clocks": {}}"#, "clocks: a list is wanted here"),
        (#"{"clocks": [{"within": "8h"}]}"#, "clocks[0].name: missing"),
        (#"{"clocks": [{"name": 7, "within": "8h"}]}"#, "clocks[0].name: a text is wanted here"),
        (
            #"{"clocks": [{"name": "a", "within": "8h", "till": "x"}]}"#,
            #"clocks[0]: unknown key "till"; known here: name, within, from, pause, roll, until, law, warn, extension, on-edit, on-follow-up, on-rating-raised, on-rating-lowered"#
        ),
        (
            #"{"clocks": [{"name": "answer", "within": "8x"}]}"#,
            #"clocks[0].within: "8x" is not a limit like 8wh, 2wd, 14d, 48h or 30m"#
        ),
        (
            #"{"clocks": [{"name": "answer", "within": "8h", "from": "birth"}]}"#,
            #"clocks[0].from: "birth" is not one of posted, seen, opened"#
        ),
        (
            #"{"clocks": [{"name": "law", "within": "8h"}]}"#,
            #"clocks[0].until: missing: no event can stop the clock "law"; one of assign, reply, update, resolve is wanted"#
        ),
        (
            #"{"clocks": [{"name": "answer", "within": "8h"}]}"#,
            #"clocks[0].until: missing: no event can stop the clock "answer"; one of assign, reply, update, resolve is wanted"#
        ),
        (
            #"{"clocks": [{"name": "answer", "within": "0wh", "until": "reply"}]}"#,
            #"clocks[0].within: "0wh" is no time; a clock needs some to run, such as 8wh"#
        ),
        (
            #"{"clocks": [{"name": "answer", "within": "8h", "until": "reply", "warn": "100%"}]}"#,
            #"clocks[0].warn: "100%" is neither a share like 75% nor a limit like 2wh"#
        ),
        (
            #"{"statutes": ["xx-none"]}"#,
            #"statutes[0]: there is no statute "xx-none" in policies/statutes/ of the configuration; is its folder given with --config?"#
        ),
        (
            #"{"statutes": [{"use": "xx", "within": "8h"}]}"#,
            #"statutes[0]: unknown key "within"; known here: use, name, from, until, roll, pause, warn"#
        ),
        (
            #"{"calendar": {"zone": "UTC", "hours": {"sun": ["22:00-06:00"], "mon": ["05:00-13:00"]}}, "clocks": [\#(clock)]}"#,
            "calendar.hours.sun: the night overlaps the morning that follows"
        ),
        (
            #"{"clocks": [\#(clock), \#(clock)]}"#, #"clocks[1].name: there are two clocks named "answer""#
        ),
        (
            #"{"clocks": [{"name": "answer", "within": "8h", "until": "reply", "warn": ["lots"]}]}"#,
            #"clocks[0].warn: "lots" is neither a share like 75% nor a limit like 2wh"#
        ),
        (
            #"{"calendar": {"zone": "Mars"}, "clocks": [\#(clock)]}"#,
            #"calendar.zone: "Mars" is not a time zone like Europe/Warsaw"#
        ),
        (
            #"{"calendar": {"zone": "UTC", "hours": {"mon": ["9-5"]}}, "clocks": [\#(clock)]}"#,
            #"calendar.hours.mon: "9-5" is not a span of time like 09:00-17:00"#
        ),
        (
            #"{"calendar": {"zone": "UTC", "hours": {"mon": ["09:00-12:00", "11:00-13:00"]}}, "clocks": [\#(clock)]}"#,
            "calendar.hours.mon: two spans of the day overlap"
        ),
        (
            #"{"calendar": {"zone": "UTC", "hours": {"moon": []}}, "clocks": [\#(clock)]}"#,
            "calendar.hours.moon: not a day; mon, tue, wed, thu, fri, sat or sun"
        ),
        (
            #"{"calendar": {"zone": "UTC", "holidays": ["someday"]}, "clocks": [\#(clock)]}"#,
            #"calendar.holidays[0]: "someday" is not a date like 2026-05-03 nor a rule like 05-03 or easter+60"#
        ),
        (
            #"{"calendar": {"zone": "UTC"}, "clocks": [{"name": "answer", "within": "2wd"}]}"#,
            #"clocks[0].within: "2wd" counts working time, but the calendar has no working hours"#
        ),
        (
            #"{"open": {"within": "soon"}, "clocks": [\#(clock)]}"#,
            #"open.within: "soon" is not a length of time like 7d or 12h"#
        ),
    ])
    func `a fault is one sentence that names its place`(json: String, sentence: String) {
        let error = #expect(throws: PolicyInputError.self) {
            _ = try PolicyInput.read(Data(json.utf8)).policy()
        }
        #expect(error?.description == sentence)
    }

    @Test(arguments: [
        ("{}", "policy: missing; a policy, or policy_file, is wanted"),
        (#"{"policy_file": "x", "opened": "2026-01-01T00:00:00Z"}"#, "now: missing"),
        (#"{"policy_file": "x", "now": "today"}"#, #"now: "today" is not an RFC 3339 time"#),
        (
            #"{"policy_file": "x", "now": "2026-01-01T00:00:00Z", "opened": "2026-01-01T00:00:00Z", "history": [{"at": "2026-01-01T00:00:00Z", "what": "sing"}]}"#,
            #"history[0].what: "sing" is not one of wait, resume, reply, delay, assign, resolve, reopen, reply-seen, reply-vanished, edited, follow-up, rating-raised, rating-lowered, basis"#
        ),
        (
            #"{"policy_file": "x", "now": "2026-01-01T00:00:00Z", "opened": "2026-01-01T00:00:00Z", "history": [{"at": "2026-01-01T00:00:00Z", "what": "delay"}]}"#,
            "history[0].until: missing"
        ),
    ])
    func `a question that cannot be read says where`(json: String, sentence: String) {
        let error = #expect(throws: PolicyInputError.self) { _ = try DeadlineInput.read(Data(json.utf8)) }
        #expect(error?.description == sentence)
    }

    @Test func `what a policy file may say is taken inline too`() throws {
        let json = #"""
            {"statutes": ["xx-law", {"use": "xx-law", "name": "reply-law", "until": "resolve", "warn": "2d"}],
             "close": {"after": "14d"}, "next-step": "required", "promises": {"at-risk": ["80%"]}}
            """#
        let law = ClockRule(name: "xx-law", within: .calendarDays(14), until: .reply)
        let policy = try PolicyInput.read(Data(json.utf8)).policy(statute: { $0 == "xx-law" ? law : nil })
        var other = law
        (other.name, other.until, other.warnings) = ("reply-law", .resolve, [.before(.calendarDays(2))])
        #expect(policy.clocks == [law, other])
    }
}
