import Complaints
import Demo
import Foundation
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor
@testable import Reading

/// The saved pages of real sites, served on loopback, polled by the real daemon, and what is in the store
/// after it held against what people found on them.
@Suite(.needsCases("reviews/truth.jsonl"))
struct RealPagesTests {
    struct Truth: Decodable {
        var page: String
        var method: String
        var reviews: [Review]

        struct Review: Decodable {
            var author: String?
            var date: String?
            var text: String?
            var rating: Double?

            enum CodingKeys: CodingKey { case author, date, text, rating }

            init(from decoder: any Decoder) throws {
                let map = try decoder.container(keyedBy: CodingKeys.self)
                author = try map.decodeIfPresent(String.self, forKey: .author)
                date = try map.decodeIfPresent(String.self, forKey: .date)
                text = try map.decodeIfPresent(String.self, forKey: .text)
                rating = try? map.decode(Double.self, forKey: .rating)
                if rating == nil, let text = try? map.decodeIfPresent(String.self, forKey: .rating) {
                    rating = Double(text.replacing(",", with: "."))
                }
            }
        }

        var isMarkedUp: Bool { method.contains("JSON-LD") || method == "microdata" }
    }

    struct Figures {
        var wanted = 0, found = 0, right = 0, extra = 0
        /// A line a review that was not found or not right.
        var misses: [String] = []
    }

    @Test(.timeLimit(.minutes(5)))
    func `reviews of real pages are mentions, with author, rating and date`() async throws {
        let truths = try Cases.lines("reviews/truth.jsonl")
            .map { try JSONDecoder().decode(Truth.self, from: $0) }.filter(\.isMarkedUp)
        let now = Instant(seconds: 1_780_000_000)
        try await World.with(
            sources: { url in
                truths.indices.map { .make("page-\($0)", url: "\(url)/page/\($0)") }
            },
            fetch: FetchSettings(
                addresses: FetchSettings.quick.addresses, timeout: .seconds(60), maxBytes: 50_000_000,
                perHostAtMost: 2, perHostDelay: .zero),
            time: ManualTime(now)
        ) { world in
            for (number, truth) in truths.enumerated() {
                let bytes = [UInt8](try Data(contentsOf: Cases.url("reviews/" + truth.page)))
                world.site.put(
                    "/page/\(number)", LoopbackAnswer(headers: [("content-type", "text/html")], body: bytes))
            }
            let visits = try await world.visit(after: .zero)
            #expect(visits.count == truths.count)
            for visit in visits { #expect(visit.outcome == .complete, "\(visit)") }

            var sum = Figures()
            for (number, truth) in truths.enumerated() {
                let mentions = try await world.store.read {
                    try $0.mentions(source: SourceID("page-\(number)"))
                }
                Self.compare(truth, mentions, now: now, into: &sum)
            }
            print(
                "real pages: \(truths.count) pages, \(sum.wanted) reviews, found \(sum.found), "
                    + "author, rating and date right on \(sum.right); \(sum.extra) mentions too many")
            if ProcessInfo.processInfo.environment["OMBUD_MISSES"] != nil {
                for miss in sum.misses { print("  \(miss)") }
            }
            #expect(Double(sum.found) >= 0.9 * Double(sum.wanted))
            #expect(Double(sum.right) >= 0.95 * Double(sum.found))
            #expect(Double(sum.extra) <= 0.05 * Double(sum.wanted))

            let again = try await world.visit()
            #expect(again.allSatisfy { $0.outcome == .unchanged && $0.newMentions + $0.changedMentions == 0 })
            try await rereadsTheSame(world)
        }
    }

    /// Read anew with other eyes, the same pages give no new mention and no edit.
    private func rereadsTheSame(_ world: World) async throws {
        let sources = world.setup.sources.map { source in
            var source = source
            source.pages.atMost = 1
            source.language = source.language ?? "en"
            return source
        }
        try await world.daemon.reload(World.setup(sources: sources, fetch: world.setup.configuration.fetch))
        let visits = try await world.visit()
        #expect(visits.allSatisfy { $0.outcome == .complete })
        #expect(visits.reduce(0) { $0 + $1.newMentions } == 0)
        #expect(visits.reduce(0) { $0 + $1.changedMentions } == 0)
    }

    private static func compare(_ truth: Truth, _ mentions: [Mention], now: Instant, into sum: inout Figures)
    {
        var left = mentions
        // What a page prints twice is one mention.
        var printed: Set<[String?]> = []
        let reviews = truth.reviews.filter { review in
            printed.insert([review.author, review.date, review.rating?.description, review.text]).inserted
        }
        sum.wanted += reviews.count
        for review in reviews {
            let text = letters(plainText(markup: review.text ?? ""))
            let same = left.indices.filter { isSame(letters(left[$0].content.text), text) }
            guard let best = same.first(where: { isRight(left[$0], review, now: now) }) ?? same.first else {
                sum.misses.append("\(truth.page): not found: \(review.author ?? "-"): \(text.prefix(50))")
                continue
            }
            sum.found += 1
            if isRight(left[best], review, now: now) {
                sum.right += 1
            } else {
                sum.misses.append(
                    "\(truth.page): \(review.author ?? "-"), \(review.rating ?? -1), \(review.date ?? "-") is "
                        + "\(left[best].author ?? "-"), \(left[best].content.rating?.value ?? -1), "
                        + "\(left[best].published.map(\.instant.description) ?? "-")")
            }
            left.remove(at: best)
        }
        sum.extra += left.count
    }

    private static func isRight(_ mention: Mention, _ review: Truth.Review, now: Instant) -> Bool {
        let day = review.date.flatMap {
            parseDate($0, language: mention.language, now: now, zone: nil, order: nil)
        }
        return mention.author.map(letters) == review.author.map { letters(plainText(markup: $0)) }
            && mention.content.rating?.value == review.rating
            && mention.published?.instant.description.prefix(10) == day?.instant.description.prefix(10)
    }

    private static func isSame(_ mine: String, _ theirs: String) -> Bool {
        if mine.isEmpty || theirs.isEmpty { return mine.isEmpty && theirs.isEmpty }
        return mine.hasPrefix(theirs.prefix(60)) || theirs.hasPrefix(mine.prefix(60))
    }

    private static func letters(_ text: String) -> String {
        let letters = String(text.lowercased().filter { $0.isLetter || $0.isNumber })
        return letters.isEmpty ? text : letters
    }
}
