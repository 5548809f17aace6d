import Complaints
import Foundation
import TestSupport
import Testing

@testable import Reading

/// The saved pages of real sites, held against what people found on them.
@Suite(.needsCases("reviews/truth.jsonl"))
struct RealPageTests {
    struct Truth: Decodable {
        struct Review: Decodable {
            var author: String?
            var date: String?
            var text: String?
            var rating: String?

            init(from decoder: any Decoder) throws {
                let map = try decoder.container(keyedBy: CodingKeys.self)
                author = try map.decodeIfPresent(String.self, forKey: .author)
                date = try map.decodeIfPresent(String.self, forKey: .date)
                text = try map.decodeIfPresent(String.self, forKey: .text)
                if let number = try? map.decode(Double.self, forKey: .rating) {
                    rating = String(number)
                } else {
                    rating = try map.decodeIfPresent(String.self, forKey: .rating)
                }
            }
            enum CodingKeys: CodingKey { case author, date, text, rating }
        }
        var page: String
        var method: String
        /// How many of them the page shows where its JSON-LD is not read.
        var visible_in_dom: Int?
        var reviews: [Review]

        /// Those that can be found without any markup.
        var visible: Int { visible_in_dom ?? (method.contains("JSON-LD") ? 0 : reviews.count) }
    }

    struct Tally {
        var wanted = 0, found = 0, right = 0, read = 0
        var misses: [String] = []
    }

    static let now = Instant(seconds: 1_780_000_000)

    static func tally(_ truth: Truth, withoutMarkup: Bool = false) throws -> Tally {
        var bytes = [UInt8](try Data(contentsOf: Cases.url("reviews/" + truth.page)))
        if withoutMarkup { bytes = unmarked(bytes) }
        let page = try read(PageInput(bytes: bytes, url: "https://site.example/page", now: now))
        var tally = Tally()
        tally.wanted = truth.reviews.count
        tally.read = page.records.count
        for review in truth.reviews {
            let text = letters(plainText(markup: review.text ?? ""))
            let day = review.date.flatMap {
                parseDate($0, language: page.language, now: now, zone: nil, order: nil)
            }
            let candidates = page.records.filter { record in
                let mine = letters(record.text)
                return text.isEmpty
                    ? record.text.isEmpty
                    : mine.hasPrefix(text.prefix(60)) || (!mine.isEmpty && text.hasPrefix(mine.prefix(60)))
            }
            guard !candidates.isEmpty else {
                tally.misses.append("\(truth.page): not found: \(review.author ?? "") \(text.prefix(40))")
                continue
            }
            tally.found += 1
            let isRight = candidates.contains { record in
                let rating = review.rating.flatMap(decimal)
                return record.author.map(letters) == review.author.map { letters(plainText(markup: $0)) }
                    && record.rating?.value == rating
                    && record.published.map { $0.instant.description.prefix(10) }
                        == day.map { $0.instant.description.prefix(10) }
            }
            if isRight {
                tally.right += 1
            } else {
                let record = candidates[0]
                tally.misses.append(
                    "\(truth.page): \(review.author ?? "-") \(review.rating ?? "-") \(review.date ?? "-") read as "
                        + "\(record.author ?? "-") \(record.rating.map { String($0.value) } ?? "-") \(record.published?.instant.description ?? "-")"
                )
            }
        }
        return tally
    }

    /// The page with the names of its markup made unknown: JSON-LD, microdata, RDFa.
    static func unmarked(_ bytes: [UInt8]) -> [UInt8] {
        var text = String(decoding: bytes, as: UTF8.self)
        for (name, other) in [
            ("ld+json", "ld-none"), ("itemprop", "x-prop"), ("itemscope", "x-scope"), ("itemtype", "x-type"),
            ("typeof=", "x-of="),
        ] {
            text = text.replacing(name, with: other)
        }
        return Array(text.utf8)
    }

    static func letters(_ text: String) -> String {
        let letters = String(text.lowercased().filter { $0.isLetter || $0.isNumber })
        return letters.isEmpty ? text : letters
    }

    /// `held`: every third page, not looked at while the readers were written.
    @Test(arguments: [false, true])
    func `reviews of pages with markup are found, with author, rating and date`(held: Bool) throws {
        var sum = Tally()
        for (i, line) in try Cases.lines("reviews/truth.jsonl").enumerated() where (i % 3 == 2) == held {
            let truth = try JSONDecoder().decode(Truth.self, from: line)
            guard truth.method.contains("JSON-LD") || truth.method == "microdata" else { continue }
            let one = try Self.tally(truth)
            sum.wanted += one.wanted
            sum.found += one.found
            sum.right += one.right
            sum.read += one.read
            sum.misses += one.misses
            if one.read > one.wanted {
                sum.misses.append("\(truth.page): \(one.read) read, \(one.wanted) there")
            }
        }
        print("held \(held): found \(sum.found) of \(sum.wanted), right \(sum.right)")
        if ProcessInfo.processInfo.environment["OMBUD_MISSES"] != nil {
            for miss in sum.misses { print("  \(miss)") }
        }
        #expect(Double(sum.found) >= 0.97 * Double(sum.wanted))
        #expect(Double(sum.read) <= 1.02 * Double(sum.wanted))
        #expect(Double(sum.right) >= 0.97 * Double(sum.found))
    }

    @Test func `pages whose reviews have no markup give no false record without a rule`() throws {
        for line in try Cases.lines("reviews/truth.jsonl") {
            let truth = try JSONDecoder().decode(Truth.self, from: line)
            guard !truth.method.contains("JSON-LD"), truth.method != "microdata" else { continue }
            let one = try Self.tally(truth)
            #expect(one.read == one.found, "\(truth.page)")
        }
    }

    /// What visitors say beside them is not in the truth, so that only what is missed can be counted.
    @Test(arguments: [false, true])
    func `without their markup pages give the reviews that they show`(held: Bool) throws {
        var (wanted, found, tallied, right) = (0, 0, 0, 0)
        for (i, line) in try Cases.lines("reviews/truth.jsonl").enumerated() where (i % 3 == 2) == held {
            let truth = try JSONDecoder().decode(Truth.self, from: line)
            guard truth.visible > 0, !truth.method.contains("hReview") else { continue }
            let one = try Self.tally(truth, withoutMarkup: true)
            wanted += truth.visible
            found += min(one.found, truth.visible)
            tallied += one.found
            right += one.right
        }
        print("held \(held): without markup \(found) of \(wanted) found, \(right) of \(tallied) right")
        #expect(Double(found) >= 0.95 * Double(wanted))
        #expect(Double(right) >= 0.85 * Double(tallied))
    }
}
