import Complaints
import Testing

@Suite struct HolidayRuleTests {
    @Test(
        arguments: [
            ("2026-05-03", 2026, ["2026-05-03"]), ("2026-05-03", 2025, []),
            ("05-03", 2031, ["2031-05-03"]), ("02-29", 2026, []), ("02-29", 2028, ["2028-02-29"]),
            ("easter", 2026, ["2026-04-05"]), ("easter", 2038, ["2038-04-25"]),
            ("easter", 2285, ["2285-03-22"]),
            ("easter+60", 2024, ["2024-05-30"]), ("easter-2", 2025, ["2025-04-18"]),
            ("orthodox-easter", 2024, ["2024-05-05"]), ("orthodox-easter+1", 2026, ["2026-04-13"]),
            ("orthodox-easter", 2025, ["2025-04-20"]), ("orthodox-easter", 2100, ["2100-05-02"]),
            ("first monday of may", 2026, ["2026-05-04"]), ("last monday of may", 2026, ["2026-05-25"]),
            ("3rd monday of january", 2026, ["2026-01-19"]),
            ("fourth thursday of november", 2026, ["2026-11-26"]),
            ("fifth friday of may", 2026, ["2026-05-29"]), ("fifth monday of may", 2026, []),
            ("last sunday of february", 2032, ["2032-02-29"]),
            ("monday before 05-25", 2026, ["2026-05-18"]), ("monday before 05-25", 2027, ["2027-05-24"]),
            ("saturday after 06-19", 2026, ["2026-06-20"]), ("friday after 06-19", 2026, ["2026-06-26"]),
            ("01-01 for 3 days", 2026, ["2026-01-01", "2026-01-02", "2026-01-03"]),
        ] as [(String, Int, [String])])
    func `a rule gives the days of a year`(text: String, year: Int, dates: [String]) throws {
        let rule = try #require(HolidayRule(text))
        #expect(rule.dates(in: year).map(\.description) == dates)
    }

    @Test(
        arguments: [
            ("01-01 if saturday then monday if sunday then monday", 2028, ["2028-01-03"]),
            ("01-01 if saturday then monday if sunday then monday", 2023, ["2023-01-02"]),
            ("01-01 if saturday then monday if sunday then monday", 2026, ["2026-01-01"]),
            ("07-04 if saturday then friday if sunday then monday", 2026, ["2026-07-03"]),
            ("04-27 if sunday then saturday", 2025, ["2025-04-26"]),
            ("12-26 if saturday also monday if sunday also tuesday", 2027, ["2027-12-26", "2027-12-28"]),
            ("01-01 if sat then fri", 2028, ["2027-12-31"]),
        ] as [(String, Int, [String])])
    func `a holiday on a weekend is moved or made up`(text: String, year: Int, dates: [String]) throws {
        #expect(try #require(HolidayRule(text)).dates(in: year).map(\.description) == dates)
    }

    @Test(
        arguments: [
            ("06-19 from 2021", [2021, 2022, 2023]), ("06-19 until 2021", [2020, 2021]),
            ("06-19 from 2021 until 2022", [2021, 2022]),
        ] as [(String, [Int])])
    func `a rule holds within its years`(text: String, years: [Int]) throws {
        let rule = try #require(HolidayRule(text))
        #expect((2020...2023).filter { !rule.dates(in: $0).isEmpty } == years)
    }

    @Test(arguments: [
        "", "holiday", "13-01", "02-30", "2026-02-29", "5-3", "easter+", "easter + 1", "easter+999",
        "eastern",
        "first day of may", "sixth monday of may", "first monday in may", "first monday of mai", "monday",
        "monday before", "monday near 05-25", "01-01 if saturday", "01-01 if saturday then saturday",
        "01-01 then monday", "01-01 from", "01-01 from 20", "01-01 from 2020 from 2021", "01-01 for 0 days",
        "01-01 for 3", "01-01 01-02",
    ])
    func `what is not a rule is refused`(text: String) { #expect(HolidayRule(text) == nil) }

    @Test func `a day that is moved across the turn of the year is in the year where it is taken`() throws {
        let rule = try #require(HolidayRule("01-01 if saturday then friday"))
        let days = HolidayRule.expand([(rule, "New Year")], years: 2027...2027)
        #expect(days.keys.map(\.description).sorted() == ["2027-01-01", "2027-12-31"])
    }

    @Test func `a date that stands alone counts in any year`() throws {
        let rule = try #require(HolidayRule("2011-09-22"))
        #expect(
            HolidayRule.expand([(rule, "")], years: 2026...2027).keys.map(\.description) == ["2011-09-22"])
    }

    @Test func `two holidays on one day are both named, the same one once`() throws {
        let one = try #require(HolidayRule("05-01"))
        let other = try #require(HolidayRule("2027-05-01"))
        let days = HolidayRule.expand(
            [(one, "Labour Day"), (other, "Holy Saturday"), (one, "Labour Day")], years: 2027...2027)
        #expect(days.values.sorted() == ["Labour Day; Holy Saturday"])
    }
}
