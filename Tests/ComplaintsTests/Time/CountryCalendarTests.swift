import Complaints
import Foundation
import TestSupport
import Testing

/// The calendars that are shipped, against a published list of public holidays.
@Suite struct CountryCalendarTests {
    /// Days on which we and the list differ, and why ours is kept. `+` is ours alone, `-` the list's alone.
    static let judged: [String: Set<String>] = [
        // The list has the whole kingdom's days; Easter Monday and August are England and Wales's.
        "gb": [
            "+2024-04-01", "+2024-08-26", "+2025-04-21", "+2025-08-25", "+2026-04-06", "+2026-08-31",
            "+2027-03-29", "+2027-08-30",
        ],
        // 5 May is a holiday for legal periods every year (Algemene termijnenwet art. 3).
        "nl": ["+2026-05-05", "+2027-05-05"],
        // National Unity Day is kept on a Sunday by act 54 of 1977, and is no day off of its own.
        "it": ["-2024-11-03", "-2025-11-02", "-2027-11-07"],
        // Easter Sunday is a church feast in decree 157 and a Sunday in any case.
        "by": [
            "-2024-03-31", "-2024-05-05", "-2025-04-20", "-2026-04-05", "-2026-04-12", "-2027-03-28",
            "-2027-05-02",
        ],
    ]

    static let years = 2024...2027
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "config/calendars")
    static let countries: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

    @Test func `calendars are shipped`() { #expect(Self.countries.count >= 20) }

    @Test(arguments: countries)
    func `every line of a shipped calendar can be read`(country: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: "\(country).yaml"), encoding: .utf8)
        let zone = try #require(text.split(separator: "\n").first { $0.hasPrefix("zone: ") })
        #expect(Zone(String(zone.dropFirst(6))) != nil)
        let rules = try rules(country)
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("  - ") }
        #expect(rules.count == lines.count)
        #expect(!HolidayRule.expand(rules, years: 2015...2020).isEmpty)
    }

    @Test(.needsCases("calendars/holidays.json"), arguments: countries)
    func `a shipped calendar has the public holidays of its country`(country: String) throws {
        let bytes = try Data(contentsOf: Cases.url("calendars/holidays.json"))
        let lists = try JSONDecoder().decode([String: [String: String]].self, from: bytes)
        guard let list = lists[country.uppercased()] else { return }
        let theirs = Set(list.keys.filter { date in Self.years.contains { date.hasPrefix("\($0)-") } })
        let ours = Set(
            HolidayRule.expand(try rules(country), years: Self.years)
                .keys.filter { Self.years.contains($0.year) }.map(\.description))
        var found = Set(ours.subtracting(theirs).filter(isWeekday).map { "+" + $0 })
        found.formUnion(theirs.subtracting(ours).map { "-" + $0 })
        let judged = Self.judged[country] ?? []
        #expect(found.subtracting(judged).sorted() == [])
        #expect(judged.subtracting(found).sorted() == [])
    }

    /// Some lists leave out what falls on a weekend.
    private func isWeekday(_ date: String) -> Bool { (CivilDate(date)?.isoWeekday ?? 7) <= 5 }

    private func rules(_ country: String) throws -> [(rule: HolidayRule, name: String)] {
        let text = try String(contentsOf: Self.folder.appending(path: "\(country).yaml"), encoding: .utf8)
        return try text.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map { line in
            let rule = try #require(line.split(separator: "\"").dropFirst().first)
            let name = line.components(separatedBy: "name: ").last?.dropLast(2) ?? ""
            return (try #require(HolidayRule(String(rule)), "\(line)"), String(name))
        }
    }
}
