import Complaints
import Foundation
import Testing

@testable import Settings

/// Groups, digests, quiet hours and budgets as people write them.
struct QuietSettingsTests {
    /// The keys stand on lines of their own, under the endpoint `desk`, from line 5 on.
    private func folder(_ quiet: String) throws -> ConfigFolder {
        let lines = quiet.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        return try ConfigFolder([
            "ombud.yaml": """
            endpoints:
              - name: desk
                url: "https://desk.example/"
                retry: [5s]
            \(lines)

            """
        ])
    }

    private func quiet(_ text: String) throws -> QuietSettings {
        try #require(try folder(text).load().endpoints.first).quiet
    }

    @Test func `every key arrives`() throws {
        let warsaw = try #require(Zone("Europe/Warsaw"))
        let found = try quiet(
            """
            group: { by: [case, type], wait: 10s, interval: 2m, repeat: 6h }
            quiet-hours: { from: "20:00", to: "7:00", days: [mon, Friday], zone: Europe/Warsaw }
            budget: { per-hour: 30, burst: 12 }
            """)
        #expect(
            found.group
                == AlertGroup(
                    by: [.case, .type], wait: .seconds(10), interval: .seconds(120),
                    repeat: .seconds(6 * 3600)))
        #expect(
            found.hours == QuietHours([.init(from: 1200, to: 420, days: [1, 5])], zone: warsaw))
        #expect(found.budget == AlertBudget(perHour: 30, burst: 12))
        let digest = try quiet(
            "digest: { every: weekly, on: monday, at: 08:30, zone: Europe/Warsaw, language: pl }")
        #expect(digest.digest == DigestSchedule(.weekly(on: 1), minute: 510, zone: warsaw))
        #expect(digest.language == "pl")
    }

    @Test func `what is left out is as usual, and the endpoint's zone and language hold`() throws {
        let found = try quiet(
            """
            format: slack
            zone: Europe/Warsaw
            language: pl
            group: { by: source }
            digest: { every: daily, at: "08:00" }
            quiet-hours: [{ from: "20:00", to: "07:00" }, { from: "00:00", to: "24:00", days: [sat, sun] }]
            budget: { per-hour: 30 }
            """)
        let warsaw = try #require(Zone("Europe/Warsaw"))
        #expect(found.group == AlertGroup(by: [.source], wait: .seconds(30), interval: .seconds(300)))
        #expect(found.digest == DigestSchedule(.daily, minute: 480, zone: warsaw))
        #expect(found.language == "pl")
        #expect(found.hours?.zone == warsaw && found.hours?.windows.count == 2)
        #expect(found.hours?.windows.last == .init(from: 0, to: 1440, days: [6, 7]))
        #expect(found.budget?.burst == 10)
    }

    @Test func `an endpoint without any of it sends everything at once`() throws {
        #expect(try quiet("timeout: 3s").isNone)
        #expect(try quiet("group:\nbudget:\nquiet-hours:\ndigest:").isNone)
    }

    @Test func `hours without a zone are warned of`() throws {
        let warnings = try folder("digest: { every: daily, at: \"08:00\" }").load().warnings.map(\.message)
        #expect(
            warnings.contains(
                "`digest` without `zone`: its hours are taken as UTC; name one such as Europe/Warsaw"))
    }

    @Test(arguments: [
        (
            "group: { wait: 30s }",
            "5:12: `group` without `by`; what belongs together is wanted: case, source, incident, subject, type or all, or a list of them"
        ),
        (
            "group: { by: sorce }",
            "5:18: `sorce` is nothing to group by; case, source, incident, subject, type or all is wanted; did you mean `source`?"
        ),
        ("group: { by: [] }", "5:18: `by` is empty; write `by: all` to put everything into one group"),
        (
            "group: { by: case, group_wait: 30s }",
            "5:24: unknown key `group_wait` in `group`; did you mean `wait`?"
        ),
        ("group: { by: case, repeat: 0s }", "5:32: `repeat` is 0s; more than nothing is wanted, such as 4h"),
        (
            "group: case",
            "5:12: `group` is a single value; a map with `by`, `wait`, `interval` and `repeat` is "
                + "wanted"
        ),
        ("digest: { every: day, at: 8:00, zone: UTC }", "5:22: `every` is `day`; daily or weekly is wanted"),
        (
            "digest: { every: weekly, at: 8:00, zone: UTC }",
            "5:13: `digest` without `on`; the weekday on which it is sent, such as monday, is wanted"
        ),
        (
            "digest: { every: daily, at: 8, zone: UTC }",
            "5:33: `at` is `8`; a time of day such as \"08:00\" is wanted; did you mean `08:00`?"
        ),
        (
            "digest: { every: daily, at: 24:00, zone: UTC }",
            "5:33: `at` is `24:00`; a time of day such as \"08:00\" is wanted"
        ),
        (
            "digest: { every: weekly, on: mondy, at: 8:00, zone: UTC }",
            "5:34: `mondy` is no weekday; mon, tue, ... or monday, tuesday, ... is wanted; did you mean `monday`?"
        ),
        (
            "digest: { every: daily, on: mon, at: 8:00, zone: UTC }",
            "5:33: `on` does nothing for a daily digest; take it out, or say `every: weekly`"
        ),
        (
            "digest: { every: daily, at: 8:00, zone: Warsaw }",
            "5:45: there is no zone `Warsaw`; an IANA name such as Europe/Warsaw is wanted; did you mean `Europe/Warsaw`?"
        ),
        (
            "quiet-hours: { from: 8:00, zone: UTC }",
            "5:18: `quiet-hours` without `to`; a time of day such as \"07:00\" is wanted"
        ),
        (
            "quiet-hours: { from: 8:00, to: 8:00, zone: UTC }",
            "5:36: `from` and `to` are the same; a whole day is from \"00:00\" to \"24:00\""
        ),
        (
            "quiet-hours: { from: 0:00, to: 24:00, zone: UTC }",
            "5:18: these quiet hours never end; leave a time at which alerts may go out"
        ),
        ("budget: { per-hour: 0 }", "5:25: `per-hour` is `0`; a whole number from 1 to 100000 is wanted"),
        (
            "budget: { burst: 3 }",
            "5:13: `budget` without `per-hour`; how many alerts an hour is wanted, such as 30"
        ),
        (
            "format: alertmanager\nbudget: { per-hour: 3 }",
            "6:13: the format alertmanager has no `budget`: what is told in sum fires nothing there; Alertmanager "
                + "groups, repeats and mutes by its own settings"
        ),
        // Once, and with where it belongs.
        (
            "zone: Europe/Warsow",
            "5:11: the format cloudevents has no `zone`; other formats have it"
        ),
        (
            "language: xx\nbudget: { per-hour: 3 }",
            "5:15: the format cloudevents has no `language`; write it inside `digest` or `quiet-hours`"
        ),
        ("budgets: { per-hour: 3 }", "5:5: unknown key `budgets` in an endpoint; did you mean `budget`?"),
    ])
    func `a fault is told with its place`(text: String, says: String) throws {
        #expect(try folder(text).faults() == ["ombud.yaml:\(says)"])
    }

    @Test(arguments: [
        "group: { by: case }", "digest: { every: daily, at: \"08:00\" }", "quiet-hours:", "budget:",
    ])
    func `quiet keys on a route are told where they belong`(text: String) throws {
        let key = text.prefix { $0 != ":" }
        let folder = try ConfigFolder([
            "ombud.yaml": """
            endpoints: [{ name: desk, url: "https://desk.example/" }]
            routes:
              - to: [desk]
                \(text)

            """
        ])
        #expect(
            folder.faults() == [
                "ombud.yaml:4:5: unknown key `\(key)` in a route; an endpoint has it; for this route alone, send it to "
                    + "an endpoint of its own with the same `url`"
            ])
    }
}
