import Complaints
import Demo
import Gzip
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Lists, feeds and sitemaps that lead to the pages on which people write.
@Suite struct DetailTests {
    static func list(_ url: String, atMost: Int = 20, path: String = "/acme") -> Source {
        Source.make("acme", url: url + path).with { $0.follow = Follow(.pattern("/r/*"), atMost: atMost) }
    }

    private func lay(_ world: World, links: [String], at path: String = "/acme") {
        world.site.put(path, html: links.map { "<a href=\"/r/\($0)\">\($0)</a>" }.joined())
    }

    private func details(_ world: World) -> [String] {
        world.site.requests().map(\.path).filter { $0.hasPrefix("/r/") }
    }

    @Test func `the pages that a list leads to are read, and are mentions of the source`() async throws {
        try await World.with(sources: { [Self.list($0)] }) { world in
            lay(world, links: ["1", "2"])
            world.site.put("/r/1", ListPage([Review("r1")]))
            world.site.put("/r/2", ListPage([.praise("r2"), .praise("r3")]))
            let visit = try await world.look()
            #expect((visit.outcome, visit.pageCount, visit.recordCount) == (.complete, 3, 3))
            #expect(visit.reach == .first)
            #expect(try await world.mentions().count == 3)
            #expect(try await world.cases().count == 1)
            let again = try await world.look()
            #expect((again.outcome, again.recordCount) == (.unchanged, 3))
        }
    }

    @Test func `new pages go first, then those not looked at for longest, so many a visit`() async throws {
        try await World.with(sources: { [Self.list($0, atMost: 2)] }) { world in
            for name in "abcdef" { world.site.put("/r/\(name)", ListPage([.praise("\(name)")])) }
            func look(_ links: [String]) async throws -> [String] {
                lay(world, links: links)
                let before = details(world).count
                try await world.look()
                return Array(details(world).dropFirst(before)).map { String($0.suffix(1)) }
            }
            let five = ["a", "b", "c", "d", "e"]
            #expect(try await look(five) == ["a", "b"])
            #expect(try await look(five) == ["c", "d"])
            #expect(try await look(five).sorted() == ["a", "e"] || details(world).suffix(2).contains("/r/e"))
            #expect(try await look(["f"] + five).first == "f")
            let counts = try await world.store.read { try $0.detailCounts(of: "acme") }
            #expect((counts.all, counts.waiting) == (6, 0))
            // From here on all take their turn.
            var seen: [String] = []
            for _ in 0..<3 { seen += try await look(["f"] + five) }
            #expect(Set(seen) == ["a", "b", "c", "d", "e", "f"])
        }
    }

    @Test func `a detail page that left the list is still looked at`() async throws {
        try await World.with(sources: { [Self.list($0)] }) { world in
            lay(world, links: ["1", "2"])
            for name in ["1", "2"] { world.site.put("/r/\(name)", ListPage([.praise(name)])) }
            try await world.look()
            lay(world, links: ["2"])
            world.site.put("/r/1", ListPage([.praise("1", text: "Good shop, but slow, thank you.")]))
            #expect(try await world.look().changedMentions == 1)
        }
    }

    @Test(arguments: [404, 410])
    func `what stood on a page that is gone has vanished after so many visits, and may come back`(
        status: Int
    ) async throws {
        try await World.with(sources: { [Self.list($0)] }) { world in
            lay(world, links: ["1", "2"])
            world.site.put("/r/1", ListPage([Review("r1")]))
            world.site.put("/r/2", ListPage([.praise("r2")]))
            try await world.look()
            world.site.fault(.status(status), at: "/r/1")
            for _ in 0..<2 {
                let visit = try await world.look()
                #expect(visit.outcome == .complete)
            }
            #expect(try await world.vanished() == [])
            try await world.look()
            #expect(try await world.vanished() == ["r1"])
            #expect(try await world.timeline() == ["opened", "vanished"])
            for _ in 0..<3 { try await world.look() }
            #expect(try await world.events().filter { $0 == "mention.vanished" }.count == 1)
            world.site.fault(nil, at: "/r/1")
            try await world.look()
            #expect(try await world.vanished() == [])
            #expect(try await world.events().suffix(1) == ["mention.reappeared"])
            #expect(try await world.mentions().count == 2)
        }
    }

    @Test func `what is gone from a page that is there has vanished after so many looks at it`() async throws
    {
        try await World.with(sources: { [Self.list($0)] }) { world in
            lay(world, links: ["1"])
            world.site.put("/r/1", ListPage([Review("r1"), .praise("r2")]))
            try await world.look()
            world.site.put("/r/1", ListPage([.praise("r2")]))
            for _ in 0..<2 { try await world.look() }
            #expect(try await world.vanished() == [])
            try await world.look()
            #expect(try await world.vanished() == ["r1"])
        }
    }

    @Test func `a page on which nothing can be read makes nothing vanish`() async throws {
        try await World.with(sources: { [Self.list($0)] }) { world in
            lay(world, links: ["1", "2"])
            world.site.put("/r/1", ListPage([Review("r1")]))
            world.site.put("/r/2", ListPage([.praise("r2")]))
            try await world.look()
            world.site.put("/r/1", html: "<p>Are you a robot?</p>")
            for _ in 0..<5 { try await world.look() }
            #expect(try await world.vanished() == [])
        }
    }

    @Test func `an edit and a reply on a detail page are revisions`() async throws {
        try await World.with(sources: { [Self.list($0)] }) { world in
            lay(world, links: ["1"])
            world.site.put("/r/1", ListPage([Review("r1", stars: 2, text: "Terrible, the lamp is broken.")]))
            try await world.look()
            world.site.put(
                "/r/1", ListPage([Review("r1", stars: 1, text: "Terrible, no refund for the lamp.")]))
            #expect(try await world.look().changedMentions == 1)
            world.site.put(
                "/r/1",
                ListPage([
                    Review(
                        "r1", stars: 1, text: "Terrible, no refund for the lamp.",
                        reply: (text: "We are sorry.", published: world.today))
                ]))
            try await world.look()
            let mention = try #require(try await world.mentions().first)
            let revisions = try await world.store.read { try $0.revisions(of: mention.id) }
            #expect(revisions.map(\.content.rating?.value) == [2, 1, 1])
            #expect(revisions.map { $0.content.reply != nil } == [false, false, true])
            #expect(try await world.cases().map(\.state) == [.answered])
        }
    }

    @Test func `a detail page that fails ends the visit as partial; the next one catches up`() async throws {
        try await World.with(sources: { [Self.list($0)] }) { world in
            lay(world, links: ["1", "2", "3"])
            for name in ["1", "2", "3"] { world.site.put("/r/\(name)", ListPage([.praise(name)])) }
            world.site.fault(.status(500), at: "/r/2")
            let first = try await world.look()
            #expect(first.outcome.failure?.code == "http-500")
            #expect((first.outcome.name, first.newMentions) == ("partial", 1))
            world.site.fault(nil, at: "/r/2")
            #expect(try await world.look().newMentions == 2)
            #expect(try await world.vanished() == [])
        }
    }

    @Test func `a list that leads nowhere any more is told, though the pages known before are still there`()
        async throws
    {
        try await World.with(sources: { [Self.list($0)] }) { world in
            lay(world, links: ["1"])
            world.site.put("/r/1", ListPage([.praise("1")]))
            try await world.look()
            world.site.put("/acme", html: "<p>We have a new look!</p>")
            for number in 0..<5 {
                world.site.put("/r/1", ListPage([.praise("1"), .praise("n\(number)")]))
                try await world.look()
            }
            #expect(try await world.news() == ["source.changed"])
            lay(world, links: ["1", "2"])
            world.site.put("/r/2", ListPage([.praise("2")]))
            try await world.look()
            #expect(try await world.news() == ["source.changed", "source.recovered"])
        }
    }

    @Test func `a list on which nobody wrote yet is no trouble`() async throws {
        try await World.with(sources: { [Self.list($0)] }) { world in
            world.site.put("/acme", html: "<p>Be the first to write!</p>")
            for _ in 0..<4 { try await world.look() }
            #expect(try await world.news() == [])
            #expect(try await world.status().coverage.health == .empty)
        }
    }

    // MARK: Feeds

    static func feed(_ items: [(id: String, text: String)]) -> LoopbackAnswer {
        let entries = items.map {
            "<item><guid isPermaLink=\"false\">\($0.id)</guid><title>\($0.id)</title>"
                + "<description>\($0.text)</description></item>"
        }
        return .text(
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title>\(entries.joined())</channel></rss>",
            type: "application/rss+xml")
    }

    private func forum(_ url: String) -> Source {
        Source.make("acme", url: url + "/acme").with { $0.readsFeed = true }
    }

    @Test func `the feed that a page offers is read in its place`() async throws {
        try await World.with(sources: { [forum($0)] }) { world in
            let link = "<link rel=alternate type=application/rss+xml href=/feed.rss>"
            world.site.put("/acme", html: "<head>\(link)</head>" + ListPage([.praise("page")]).html)
            world.site.put("/feed.rss", Self.feed([("f1", "Great shop."), ("f2", "Good shop, thanks.")]))
            let visit = try await world.look()
            #expect((visit.outcome, visit.pageCount, visit.recordCount) == (.complete, 2, 2))
            #expect(try await world.mentions().compactMap(\.siteID).sorted() == ["f1", "f2"])
            let again = try await world.look()
            #expect((again.outcome, again.pageCount, again.recordCount) == (.unchanged, 2, 2))
            world.site.put("/feed.rss", Self.feed([("f3", "Fine shop."), ("f1", "Great shop.")]))
            #expect(try await world.look().newMentions == 1)
        }
    }

    @Test func `a page that offers no feed is a failure that says what to do`() async throws {
        try await World.with(sources: { [forum($0)] }) { world in
            let visit = try await world.visit(.praise("a"))
            #expect(visit.outcome.failure?.code == "no-feed")
            #expect(visit.outcome.failure?.reason.contains("read: auto") == true)
        }
    }
}
