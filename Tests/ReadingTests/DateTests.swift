/// Dates: how exact they are, in which year, order and zone, and what is none.
import Complaints
import Foundation
import TestSupport
import Testing

@testable import Reading

struct DateTests {
    static let now = DateFormTests.now

    private static func date(
        _ text: String, _ language: String? = nil, zone: String? = nil, order: DateOrder? = nil
    ) -> StatedTime? {
        parseDate(text, language: language, now: now, zone: zone, order: order)
    }

    @Test(
        arguments: [
            ("2024-03-01T10:00:00+02:00", nil, "2024-03-01T08:00:00.000Z"),
            ("20240301", nil, "2024-03-01T00:00:00.000Z"), ("2024-W09-5", nil, "2024-03-01T00:00:00.000Z"),
            ("2024-060", nil, "2024-02-29T00:00:00.000Z"),
            ("Fri, 01 Mar 2024 10:00:00 GMT", nil, "2024-03-01T10:00:00.000Z"),
            ("Sun Nov  6 08:49:37 1994", nil, "1994-11-06T08:49:37.000Z"),
            ("03/04/2024", "en", "2024-03-04T00:00:00.000Z"),
            ("03/04/2024", "fr", "2024-04-03T00:00:00.000Z"),
            ("03/04/2024", "en-GB", "2024-04-03T00:00:00.000Z"),
            ("25.12.2023", nil, "2023-12-25T00:00:00.000Z"),
            ("24/03/05", "ja", "2024-03-05T00:00:00.000Z"), ("95-12-02", nil, "1995-12-02T00:00:00.000Z"),
            ("12/06/2026", "fr", "2026-06-12T00:00:00.000Z"),
            ("10/03/2026", "fr", "2026-03-10T00:00:00.000Z"),
        ] as [(String, String?, String)])
    func `numbers are dates in the order of their language`(text: String, language: String?, wanted: String) {
        #expect(Self.date(text, language)?.instant.description == wanted)
    }

    @Test func `an order that is stated is kept`() {
        #expect(Self.date("10-11-12", order: .ymd)?.instant.description == "2010-11-12T00:00:00.000Z")
        #expect(Self.date("10-11-12", order: .mdy)?.instant.description == "2012-10-11T00:00:00.000Z")
        #expect(Self.date("10-11-12", order: .dmy)?.instant.description == "2012-11-10T00:00:00.000Z")
    }

    @Test func `of two readings in numbers the one in the future is not taken`() {
        // The fifth of December 2026 is still to come.
        #expect(Self.date("12/05/2025", "en")?.instant.description == "2025-12-05T00:00:00.000Z")
        #expect(Self.date("12/02/2026", "en")?.instant.description == "2026-02-12T00:00:00.000Z")
    }

    @Test(arguments: [
        ("7 апреля", "ru", "2025-04-07"), ("December 24", "en", "2025-12-24"),
        ("5 marca", "pl", "2026-03-05"),
        ("6 marca", "pl", "2025-03-06"), ("7 marca", "pl", "2025-03-07"), ("29 février", "fr", "2024-02-29"),
        ("24.12. 14:20", "cs", "2025-12-24"),
    ])
    func `a date without a year is never put in the future`(text: String, language: String, wanted: String) {
        #expect(Self.date(text, language)?.instant.description.hasPrefix(wanted) == true)
    }

    @Test(arguments: ["24 Nov", "24 listopada", "24 ноября", "24.11.", "24.11. 20:00", "11月24日"])
    func `tomorrow's day without a year is last year's, today's is today's at any hour`(text: String) throws {
        for zone in ["Europe/Warsaw", "UTC"] {
            for (now, wanted) in [("2026-11-23T12:00:00Z", "2025"), ("2026-11-24T12:00:00Z", "2026")] {
                let now = try #require(Instant(rfc3339: now))
                let found = parseDate(text, language: nil, now: now, zone: zone, order: nil)
                #expect(found?.stated.hasPrefix("\(wanted)-11-24") == true, "\(zone) \(now)")
            }
        }
        // In Warsaw the day has begun an hour before it has in UTC.
        let now = try #require(Instant(rfc3339: "2026-11-23T23:30:00Z"))
        let found = parseDate(text, language: nil, now: now, zone: "Europe/Warsaw", order: nil)
        #expect(found?.stated.hasPrefix("2026-11-24") == true)
    }

    @Test(arguments: [
        "sat down", "We sat there", "We sat down", "Eve", "Sam", "Don", "Dom", "Ned", "Gio", "Ven", "Sat",
        "Mar",
        "Don Juan", "Sam Smith", "sat next to them", "within 1 days",
        "Jana", "Leo", "Ted", "Most", "The most expensive", "Net",
        "You send it back within 1 days to our address",
    ])
    func `a name or a verb is no weekday`(text: String) {
        for language in [nil, "en", "pl", "de", "es"] {
            #expect(Self.date(text, language) == nil, "\(language ?? "-")")
        }
    }

    @Test(arguments: [
        ("Sat 14:00", "2026-02-28"), ("last Sat", "2026-02-28"), ("Saturday", "2026-02-28"),
        ("dom pasado", "2026-03-01"), ("on Sat at 9 am", "2026-02-28"), ("w sobotę", "2026-02-28"),
    ])
    func `a weekday with a clock or by its full name is a date`(text: String, wanted: String) {
        #expect(Self.date(text)?.instant.description.hasPrefix(wanted) == true)
    }

    @Test(
        arguments: [
            ("2 years ago", .year), ("a month ago", .month), ("1 year 2 months ago", .month),
            ("3 weeks ago", .day),
            ("3 days ago", .day), ("2 hours ago", .hour), ("5 minutes ago", .minute),
            ("9 seconds ago", .second),
            ("yesterday", .day), ("yesterday at 14:20", .minute), ("March 2024", .month), ("2024", .year),
            ("03/2024", .month), ("March 5, 2024", .day), ("March 5, 2024 9 pm", .hour),
            ("March 5, 2024 9:00:05 pm", .second),
        ] as [(String, StatedTime.Precision)])
    func `a date is as exact as it was said`(text: String, precision: StatedTime.Precision) {
        #expect(Self.date(text, "en")?.precision == precision)
    }

    @Test func `a time without a zone is in the site's`() {
        let found = Self.date("2024-07-01 10:00", zone: "Europe/Warsaw")
        #expect(found?.instant.description == "2024-07-01T08:00:00.000Z")
        #expect(found?.offset == 7200)
        #expect(Self.date("1 lipca 2024, 10:00", "pl", zone: "Europe/Warsaw")?.instant == found?.instant)
        #expect(Self.date("1 July 2024 10:00 EDT", zone: "Europe/Warsaw")?.offset == -14400)
    }

    @Test(arguments: [("12 lis 2023", "en"), ("3 дня назад", "pl"), ("5. března 2024", "ru")])
    func `words that the stated language does not know are those of another`(text: String, language: String) {
        #expect(Self.date(text, language)?.instant == Self.date(text)?.instant)
        #expect(Self.date(text, language) != nil)
    }

    @Test func `one word is what it is in its language`() {
        #expect(Self.date("3 lis 2023", "pl")?.instant.description == "2023-11-03T00:00:00.000Z")
        #expect(Self.date("3 lis 2023", "hr")?.instant.description == "2023-10-03T00:00:00.000Z")
        #expect(Self.date("5 год тому", "uk")?.precision == .hour)
        #expect(Self.date("2 год назад", "ru")?.precision == .year)
    }

    static let none: [(String, String?, String?)] = [
        ("hello", "en", nil), ("30 February 2024", "en", nil), ("", nil, nil), ("4.5 stars", "en", nil),
        ("Jan Kowalski", "pl", nil), ("12 reviews", "en", nil), ("May", "en", nil), ("--", nil, nil),
        ("192.168.1.10", nil, nil), ("5000 years ago", "en", nil), ("123456789 hours", "en", nil),
        ("hello world", nil, nil), ("4.5 out of 5", nil, nil), ("(12)", nil, nil), ("12", nil, nil),
        ("$12.99", nil, nil), ("ISBN 978-3-16-148410-0", nil, nil), ("v2.10.3", nil, nil),
        ("I May have 3 of them", "en", nil), ("Delivery took 2 days and I was angry", "en", nil),
        ("page 3 of 12", "en", nil),
    ]

    @Test(arguments: none)
    func `what is no date gives none`(text: String, language: String?, wanted: String?) {
        #expect(Self.date(text, language) == nil)
    }

    @Test(arguments: [
        "Posted on March 3, 2024", "Dodano: 2024-03-01 o 12:01", "vom 03.04.2024", "am 3. März 2024",
        "Reviewed in Poland on 3 March 2024", "3 дня назад", "przed chwilą", "just now", "wczoraj o 14:20",
        "12/03/2024", "3d", "5h", "2024年3月5日", "Edited 3 days ago", "| 5 mars 2024 |", "2024-03-01T10:00:00Z",
        "last Friday", "w zeszłym tygodniu", "5. 3. 2024 v 14:20", "opublikowano 5 lut 2024 o godz. 08:00",
    ])
    func `a text that is a date is told`(text: String) {
        #expect(wholeDate(text, language: nil, now: Self.now, zone: nil) != nil)
    }

    @Test(arguments: [
        "2 stars", "100% natural", "12,50 zł", "12.10", "+48 22 123 45 67", "version 1.2.3", "v2.10.3", "4.5",
        "5/10", "24/7", "2 years", "30 minut", "Friday", "Monday 9:00 - 17:00", "now", "2024", "14:20", "Sat",
        "Mar 10 reviews", "1709251200", "3.12.50", "2 lata gwarancji", "12 March 2024 was a bad day for us",
        "I bought it 3 days ago", "$12.99", "10 hours", "May", "heute geöffnet",
    ])
    func `a text that is more or less than a date is none`(text: String) {
        #expect(wholeDate(text, language: nil, now: Self.now, zone: nil) == nil)
    }

    @Test func `no bytes make reading a date slow or crash`() {
        let pieces = [
            "1", "/", "ago", "年", ":", "'", "-", "март", "\u{0301}", " ", "99999999999999999999", "of",
            "\u{200B}",
        ]
        for a in pieces {
            for b in pieces {
                for c in pieces {
                    let text = String(repeating: a + b + c, count: 20)
                    _ = Self.date(text)
                    _ = wholeDate(text, language: "zh", now: Self.now, zone: nil)
                }
            }
        }
        #expect(Self.date(String(repeating: "1 ago ", count: 100_000)) == nil)
    }

    struct DateCase: Decodable {
        struct Input: Decodable {
            var text: String, now: String, language: String?, zone: String?, order: String?
        }
        struct Expected: Decodable { var date: String?, level: String? }
        var group: String
        var counted: Bool
        var input: Input
        var expect: Expected
    }

    @Test(.needsCases("dates.jsonl"))
    func `dates that others collected are read`() throws {
        var right: [String: Double] = [:]
        var all: [String: Double] = [:]
        let markets: Set = ["en", "pl", "ru", "uk", "cs", "de"]
        for line in try Cases.lines("dates.jsonl") {
            let one = try JSONDecoder().decode(DateCase.self, from: line)
            guard one.counted, let now = Instant(rfc3339: one.input.now) else { continue }
            let time = parseDate(
                one.input.text, language: one.input.language, now: now, zone: one.input.zone,
                order: one.input.order.flatMap(DateOrder.init))
            let length = ["year": 4, "month": 7, "day": 10][one.expect.level ?? ""] ?? 19
            let isRight = time?.instant.description.prefix(length) == one.expect.date?.prefix(length)
            for key in markets.contains(one.group) ? ["markets", "all"] : ["all"] {
                all[key, default: 0] += 1
                if isRight { right[key, default: 0] += 1 }
            }
        }
        #expect((right["all"] ?? 0) / (all["all"] ?? 1) >= 0.95)
        #expect((right["markets"] ?? 0) / (all["markets"] ?? 1) >= 0.98)
    }
}

extension StatedTime {
    /// With the offset it was said in.
    fileprivate var stated: String { instant.rfc3339(offset: offset) }
}
