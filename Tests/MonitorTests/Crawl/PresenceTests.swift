import Complaints
import Demo
import Storage
import TestSupport
import Testing

@testable import Monitor

@Suite struct PresenceTests {
    private func presence(_ world: World) async throws -> [String] {
        try await world.mentions().filter { $0.presence == .vanished }.compactMap(\.siteID)
    }

    @Test func `what three complete visits do not show has vanished, told once, and may come back`()
        async throws
    {
        try await World.with { world in
            try await world.visit(.praise("a"), Review("b"), .praise("c"))
            try await world.visit(.praise("a"), .praise("c"))
            try await world.visit(.praise("n"), .praise("a"), .praise("c"))
            #expect(try await presence(world) == [])
            try await world.visit(.praise("n2"), .praise("n"), .praise("a"), .praise("c"))
            #expect(try await presence(world) == ["b"])
            #expect(try await world.timeline() == ["opened", "vanished"])
            try await world.visit(.praise("a"), .praise("c"))
            try await world.visit(.praise("a"), Review("b"), .praise("c"))
            #expect(try await presence(world) == [])
            #expect(
                try await world.events() == [
                    "case.opened", "mention.flagged", "mention.vanished", "mention.reappeared",
                ])
            #expect(try await world.cases().count == 1)
        }
    }

    @Test func `visits to a page that has not changed count`() async throws {
        try await World.with { world in
            try await world.visit(.praise("a"), Review("b"), .praise("c"))
            try await world.visit(.praise("a"), .praise("c"))
            let second = try await world.visit()
            #expect(second.map(\.outcome) == [.unchanged])
            #expect(try await presence(world) == [])
            try await world.visit()
            #expect(try await presence(world) == ["b"])
        }
    }

    @Test func `visits answered with 304 count, and nothing is read again`() async throws {
        try await World.with { world in
            func lay(_ reviews: [Review], etag: String) {
                var answer = LoopbackAnswer.text(ListPage(reviews).html, type: "text/html")
                answer.headers.append(("etag", etag))
                world.site.put("/acme", answer)
            }
            lay([.praise("a"), Review("b"), .praise("c")], etag: "\"1\"")
            try await world.visit()
            lay([.praise("a"), .praise("c")], etag: "\"2\"")
            for _ in 0..<3 { try await world.visit() }
            #expect(try await presence(world) == ["b"])
            #expect(
                world.site.requests("/acme").map { $0.header("if-none-match") } == [
                    nil, "\"1\"", "\"2\"", "\"2\"",
                ])
            let visits = try await world.store.read { try $0.visits(of: "acme", limit: 9) }
            #expect(visits.map(\.outcome.name) == ["unchanged", "unchanged", "complete", "complete"])
            #expect(visits.map(\.recordCount) == [2, 2, 2, 3])
        }
    }

    @Test func `failed visits make nothing vanish`() async throws {
        try await World.with { world in
            try await world.visit(.praise("a"), Review("b"), .praise("c"))
            try await world.visit(.praise("a"), .praise("c"))
            world.site.fault(.status(500), at: "/acme")
            for _ in 0..<5 { try await world.visit() }
            #expect(try await presence(world) == [])
        }
    }

    @Test func `what went while a later page failed has vanished once the visits are complete`() async throws
    {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", atMost: 5)] }) { world in
            world.site.put("/acme?page=2", ListPage([.praise("d")]))
            try await world.visit(.praise("a"), Review("b"), .praise("c"), next: "/acme?page=2")
            world.site.fault(.status(500), at: "/acme?page=2")
            try await world.visit(.praise("a"), .praise("c"), next: "/acme?page=2")
            world.site.fault(nil, at: "/acme?page=2")
            for _ in 0..<2 { try await world.visit() }
            #expect(try await presence(world) == [])
            try await world.visit()
            #expect(try await presence(world) == ["b"])
        }
    }

    @Test func `rolling off a full page is not vanishing`() async throws {
        try await World.with { world in
            try await world.visit(.praise("c"), Review("b"), .praise("a"))
            try await world.visit(.praise("d"), .praise("c"), Review("b"))
            try await world.visit(.praise("e"), .praise("d"), .praise("c"))
            for _ in 0..<4 { try await world.visit() }
            #expect(try await presence(world) == [])
        }
    }

    @Test func `rolling off a feed is not vanishing`() async throws {
        try await World.with { world in
            func lay(_ names: String...) {
                let items = names.map {
                    "<item><guid>\($0)</guid><title>Terrible \($0)</title><description>"
                        + Review.complaint($0) + "</description></item>"
                }
                world.site.put(
                    "/acme",
                    .text(
                        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Acme</title>"
                            + "\(items.joined())</channel></rss>", type: "application/rss+xml"))
            }
            lay("c", "b", "a")
            try await world.visit()
            #expect(try await world.mentions().count == 3)
            lay("c", "b")
            for _ in 0..<4 { try await world.visit() }
            lay("f", "e", "d")
            for _ in 0..<4 { try await world.visit() }
            #expect(try await presence(world) == [])
            #expect(try await world.mentions().count == 6)
        }
    }

    @Test func `a list followed to its end shows what is gone, also with its last page`() async throws {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", atMost: 5)] }) { world in
            world.site.put("/acme?page=2", ListPage([Review("c")]))
            try await world.visit(.praise("a"), .praise("b"), next: "/acme?page=2")
            #expect(try await world.mentions().count == 3)
            for _ in 0..<3 { try await world.visit(.praise("a"), .praise("b")) }
            #expect(try await presence(world) == ["c"])
        }
    }

    @Test func `the newest complaint that is taken down vanishes, also when an old one fills the page`()
        async throws
    {
        try await World.with { world in
            func dated(_ id: String, _ day: Int) -> Review {
                Review(
                    id, author: id, published: "2026-02-0\(day)", stars: 5,
                    text: "Wonderful, thank you. \(id)")
            }
            let all = [
                Review("bad", published: "2026-02-09"), dated("d", 8), dated("c", 7), dated("b", 6),
                dated("a", 5),
            ]
            world.site.put("/acme", ListPage(Array(all[0..<4]), next: "/acme?page=2"))
            try await world.visit()
            world.site.put("/acme", ListPage(Array(all[1..<5]), next: "/acme?page=2"))
            for _ in 0..<3 { try await world.visit() }
            #expect(try await presence(world) == ["bad"])
        }
    }

    @Test func `a first page that cannot be read makes nothing vanish, whatever its next pages say`()
        async throws
    {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", atMost: 5)] }) { world in
            world.site.put("/acme?page=2", ListPage([.praise("c")]))
            try await world.visit(.praise("a"), Review("b"), next: "/acme?page=2")
            world.site.put(
                "/acme", html: "<html><body><a rel=\"next\" href=\"/acme?page=2\">more</a></body></html>")
            for _ in 0..<5 { try await world.visit() }
            #expect(try await presence(world) == [])
            #expect(try await world.events().filter { $0.hasPrefix("source") } == ["source.changed"])
        }
    }

    @Test func `a page on which nothing can be read any more is told within three visits`() async throws {
        try await World.with { world in
            try await world.visit(.praise("a"), Review("b"))
            world.site.put("/acme", html: "<html><body><div>We have a new look!</div></body></html>")
            for _ in 0..<6 { try await world.visit() }
            #expect(try await world.events().filter { $0.hasPrefix("source") } == ["source.changed"])
            #expect(try await world.status().coverage.health == .changed)
            #expect(try await presence(world) == [])
            try await world.visit(.praise("a"), Review("b"))
            #expect(try await world.events().suffix(1) == ["source.recovered"])
            #expect(try await presence(world) == [])
        }
    }

    @Test func `a source that answers 404 is blind at the third visit, told once, and recovers`() async throws
    {
        try await World.with { world in
            try await world.visit(Review("b"))
            world.site.fault(.status(404), at: "/acme")
            for _ in 0..<2 { try await world.visit() }
            #expect(try await world.events().contains("source.blind") == false)
            for _ in 0..<4 { try await world.visit() }
            #expect(try await world.events().filter { $0 == "source.blind" }.count == 1)
            #expect(try await world.status().lastFailure == "\(world.site.url)/acme answered 404")
            let data = try #require(try await world.bodies(.sourceBlind).first?["data"] as? [String: Any])
            #expect((data["source"] as? [String: Any])?["name"] as? String == "acme")
            world.site.fault(nil, at: "/acme")
            try await world.visit()
            #expect(try await world.events().suffix(1) == ["source.recovered"])
            #expect(try await presence(world) == [])
        }
    }
}
