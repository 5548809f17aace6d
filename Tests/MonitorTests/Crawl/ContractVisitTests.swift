import Complaints
import Demo
import Foundation
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Visits to a site that changes its looks: another way is read, or nothing is believed.
@Suite struct ContractVisitTests {
    /// A page of reviews as a rule reads it, and as schema.org has it where it says so.
    private struct Shown {
        var reviews: [Review]
        /// nil shows no names at all.
        var author: String? = "who"
        var text = "said"
        var isMarkedUp = false
        var banner = ""

        var html: String {
            let blocks = reviews.map { review in
                """
                <div class="r" data-id="\(review.id)">\(author.map { "<b class=\"\($0)\">\(review.author ?? "")</b>" } ?? "")
                <i class="mark">\(review.stars ?? 0)/5</i><time datetime="\(review.published ?? "")"></time>
                <p class="\(text)">\(banner)\(review.text)</p></div>
                """
            }
            let markUp = isMarkedUp ? ListPage(reviews).html : "<html><body></body></html>"
            return markUp.replacingOccurrences(of: "</body>", with: blocks.joined() + "</body>")
        }
    }

    private static let rule = Rule(
        each: ".r", id: "@data-id", author: ".who", published: "time@datetime",
        rating: .init(at: ".mark", best: 5), text: ".said")

    private static let names = [
        "Anna Nowak", "Piotr Lis", "Olga P.", "Jan Kral", "Eva Brown", "Max W.", "Nina S.", "Igor B.",
        "Ada K.",
    ]

    private static func review(_ number: Int) -> Review {
        Review(
            "r\(number)",
            author: names[number % names.count] + " \(Character(UnicodeScalar(UInt8(65 + number))))",
            published: "2026-02-\(10 + number)T0\(number % 10):15:00Z", stars: 1 + number % 5,
            text: Review.complaint("r\(number)"))
    }

    /// Newest first.
    private static func reviews(_ numbers: ClosedRange<Int>) -> [Review] { numbers.reversed().map(review) }

    private func with(
        evidence: String? = nil, atMost: Int = 1, _ work: (World) async throws -> Void
    ) async throws {
        try await World.with(
            sources: { [.make("acme", url: $0 + "/acme", atMost: atMost).with { $0.rule = Self.rule }] },
            evidence: evidence
        ) { world in
            // Its looks are learned of two visits.
            world.site.put("/acme", html: Shown(reviews: Self.reviews(1...6), isMarkedUp: true).html)
            try await world.look()
            world.site.put("/acme", html: Shown(reviews: Self.reviews(1...7), isMarkedUp: true).html)
            try await world.look()
            try await work(world)
        }
    }

    @Test func `a replay holds back what a visit held back, until another rule reads it`() async throws {
        let folder = try TemporaryFolder()
        try await with(evidence: folder.path("evidence")) { world in
            // The names stand where no way looks for them.
            let html = Shown(reviews: Self.reviews(1...8), author: "nick").html
                .replacing(/<b class="nick">([^<]*)<\/b>/) { "<b title=\"\($0.output.1)\"></b>" }
            world.site.put("/acme", html: html)
            try await world.look()
            #expect(try await world.mentions().count == 7)
            func replayed(author: Rule.Field?) async throws -> ReplayReport {
                var configuration = world.setup.configuration
                if let author { configuration.watchlists[0].sources[0].rule?.author = author }
                let setup = Setup(configuration, model: ShippedModelFile.model, makeID: { EventID("none") })
                return try await Replay(
                    setup, store: world.store, archive: folder.path("evidence"), from: ManualTime.monday,
                    to: world.time.now() + .seconds(1)
                ).run()
            }
            let same = try await replayed(author: nil)
            #expect(same.differences.isEmpty && same.coverage.held == 1, "\(same)")
            let mended = try await replayed(author: "b@title")
            #expect(mended.coverage.held == 0)
            #expect(mended.count(.added) == 1 && mended.count(.dropped) == 0, "\(mended.differences)")
        }
    }

    private func changed(_ world: World) async throws -> [[String: Any]] {
        try await world.bodies(.sourceChanged).map {
            try #require(($0["data"] as? [String: Any])?["source"] as? [String: Any])
        }
    }

    private func edits(_ world: World) async throws -> [String] {
        try await world.events().filter { $0 == "mention.changed" || $0 == "mention.vanished" }
    }

    @Test func `a renamed class is read by another way, and told once`() async throws {
        try await with { world in
            for last in 8...10 {
                world.site.put(
                    "/acme", html: Shown(reviews: Self.reviews(1...last), author: "x1", isMarkedUp: true).html
                )
                let visit = try await world.look()
                #expect(visit.isComplete && visit.newMentions == 1, "\(visit)")
            }
            #expect(try await world.mentions().count == 10)
            #expect(try await edits(world) == [])
            #expect(try await world.news() == ["source.changed"])
            let source = try #require(try await changed(world).first)
            #expect(source["way"] as? String == "rule" && source["fallback"] as? String == "json-ld")
            let changes = try #require(source["changes"] as? [[String: String]])
            #expect(changes.map { $0["field"] } == ["author"])
            #expect(changes[0]["before"]?.contains("\"") == true && changes[0]["after"]?.isEmpty == false)
            #expect(try await world.status().coverage.health == .fine)
            #expect(try await world.store.read { try $0.unseenSources() }.isEmpty)

            world.site.put("/acme", html: Shown(reviews: Self.reviews(1...11), isMarkedUp: true).html)
            try await world.look()
            #expect(try await world.news() == ["source.changed", "source.recovered"])
            #expect(try await edits(world) == [])
            #expect(try await world.mentions().count == 11)
        }
    }

    @Test func `without markup a renamed class is read by the shape of the page`() async throws {
        try await with { world in
            for last in 8...9 {
                world.site.put("/acme", html: Shown(reviews: Self.reviews(1...last), author: "x1").html)
                #expect(try await world.look().newMentions == 1)
            }
            let news = try await changed(world)
            #expect(news.map { $0["fallback"] as? String } == ["pattern"])
            #expect(try await edits(world) == [])
        }
    }

    @Test func `a rule that finds nothing is replaced by another way at once`() async throws {
        try await with { world in
            let html = Shown(reviews: Self.reviews(1...8), isMarkedUp: true).html
            world.site.put("/acme", html: html.replacingOccurrences(of: "class=\"r\"", with: "class=\"q\""))
            let visit = try await world.look()
            #expect(visit.recordCount == 8 && visit.newMentions == 1)
            #expect(try await world.news() == ["source.changed"])
            #expect(try await edits(world) == [])
        }
    }

    @Test func `a page that drops its best way is read by the next, told once, and edits nothing`()
        async throws
    {
        func marked(_ reviews: [Review]) -> String {
            let items = reviews.map { review in
                """
                <div itemprop="review" itemscope itemtype="https://schema.org/Review">
                <span itemprop="author">\(review.author ?? "")</span>
                <meta itemprop="datePublished" content="\(review.published ?? "")">
                <span itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating">
                <meta itemprop="ratingValue" content="\(review.stars ?? 0)">
                <meta itemprop="bestRating" content="5"></span>
                <p itemprop="reviewBody">\(review.text) (more)</p></div>
                """
            }
            return
                "<html lang=en><body itemscope itemtype=\"https://schema.org/Store\">\(items.joined())</body></html>"
        }
        try await World.with { world in
            for last in 6...7 {
                world.site.put("/acme", ListPage(Self.reviews(1...last)))
                try await world.look()
            }
            for last in 8...10 {
                world.site.put("/acme", html: marked(Self.reviews(1...last)))
                #expect(try await world.look().newMentions == 1)
            }
            #expect(try await world.news() == ["source.changed"])
            let source = try #require(try await changed(world).first)
            #expect(source["way"] as? String == "json-ld" && source["fallback"] as? String == "microdata")
            #expect(try await edits(world) == [])
            world.site.put("/acme", ListPage(Self.reviews(1...11)))
            try await world.look()
            #expect(try await world.news() == ["source.changed", "source.recovered"])
            #expect(try await edits(world) == [])
        }
    }

    @Test func `what no way can read is held back, told once, and read once it is accepted`() async throws {
        try await with { world in
            let cases = try await world.cases().count
            for last in 8...10 {
                world.site.put("/acme", html: Shown(reviews: Self.reviews(1...last), author: nil).html)
                let visit = try await world.look()
                #expect(!visit.isComplete && visit.outcome.failure?.code == "contract")
            }
            for _ in 0..<3 { try await world.look() }
            #expect(try await world.mentions().count == 7)
            #expect(try await world.cases().count == cases)
            #expect(try await edits(world) == [])
            #expect(try await world.news() == ["source.changed"])
            let changes = try #require(try await changed(world).first?["changes"] as? [[String: String]])
            #expect(changes.map { $0["field"] } == ["author"])
            #expect(try await changed(world).first?["fallback"] == nil)
            #expect(try await world.status().coverage.health == .changed)
            #expect(try await world.store.read { try $0.unseenSources() }.map(\.reason) == [.changed])
            #expect(try await world.wait() <= .seconds(60))
            let held = try await world.store.read { try $0.contract(of: "acme")?.broken?.held }
            #expect(held?.count == 10 && held?.first?.author == nil)

            let act = try await world.desk("ola").accept(["acme"])
            #expect(act.map(\.isNew) == [true])
            #expect(try await world.wait() <= .zero)
            let visit = try await world.look()
            #expect(visit.isComplete && visit.recordCount == 10)
            #expect(try await world.news() == ["source.changed", "source.recovered"])
            let contract = try #require(try await world.store.read { try $0.contract(of: "acme") })
            #expect(
                contract.broken == nil && contract.accepted?.by == "ola" && contract.contract.batches == 1)
        }
    }

    @Test func `texts that are all edited at once are no edits`() async throws {
        try await with { world in
            world.site.put(
                "/acme", html: Shown(reviews: Self.reviews(1...7), banner: "Verified purchase. ").html)
            for _ in 0..<2 { try await world.look() }
            #expect(try await edits(world) == [])
            #expect(try await world.news() == ["source.changed"])
            // One that is edited by its author is.
            var reviews = Self.reviews(1...7)
            reviews[2].text += " And now the shop has closed."
            world.site.put("/acme", html: Shown(reviews: reviews).html)
            try await world.look()
            #expect(try await edits(world) == ["mention.changed"])
            #expect(try await world.news() == ["source.changed", "source.recovered"])
        }
    }

    @Test func `a page that is as it was, byte for byte, is believed again`() async throws {
        try await with { world in
            let before = Shown(reviews: Self.reviews(1...7), isMarkedUp: true).html
            world.site.put("/acme", html: Shown(reviews: Self.reviews(1...7), author: nil).html)
            try await world.look()
            #expect(try await world.status().coverage.health == .changed)
            world.site.put("/acme", html: before)
            let visit = try await world.look()
            #expect(visit.outcome == .unchanged)
            #expect(try await world.news() == ["source.changed", "source.recovered"])
            #expect(try await world.store.read { try $0.contract(of: "acme")?.broken } == nil)
        }
    }

    @Test func `another rule is another contract`() async throws {
        try await with { world in
            world.site.put("/acme", html: Shown(reviews: Self.reviews(1...8), author: nil).html)
            try await world.look()
            #expect(try await world.status().coverage.health == .changed)
            world.site.put("/acme", html: Shown(reviews: Self.reviews(1...8), author: "x1").html)
            var rule = Self.rule
            rule.author = ".x1"
            let source = Source.make("acme", url: world.site.url + "/acme").with { $0.rule = rule }
            let setup = World.setup(sources: [source], endpoints: world.setup.endpoints)
            let visits = try await world.visitAfterRestart(setup)
            #expect(visits.map(\.outcome) == [.complete])
            #expect(try await world.news() == ["source.changed", "source.recovered"])
            #expect(try await world.mentions().count == 8)
            #expect(try await edits(world) == [])
        }
    }

    @Test func `the page that was not believed is archived`() async throws {
        let folder = try TemporaryFolder()
        try await with(evidence: folder.path("evidence")) { world in
            func responses() async throws -> Int {
                try await world.store.read { try $0.evidence(after: 0, limit: 1000) }
                    .count { $0.kind.rawValue == "response" }
            }
            let before = try await responses()
            for _ in 0..<3 {
                world.site.put("/acme", html: Shown(reviews: Self.reviews(1...8), author: "x1").html)
                try await world.look()
            }
            #expect(try await responses() == before + 1)
        }
    }

    @Test func `one odd review, a reply and a deletion are everyday life`() async throws {
        try await with { world in
            var reviews = Self.reviews(1...9)
            (reviews[0].author, reviews[0].stars) = (nil, nil)
            reviews.remove(at: 5)
            world.site.put("/acme", html: Shown(reviews: reviews).html)
            let visit = try await world.look()
            #expect(visit.isComplete && visit.newMentions == 2)
            #expect(try await world.news() == [])
        }
    }
}
