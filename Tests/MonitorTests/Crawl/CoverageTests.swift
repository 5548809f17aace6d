import Complaints
import Demo
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// What a visit proves: how far it reached, what may have been missed, and when people are told.
@Suite struct CoverageTests {
    /// Written in hour `number` of the test.
    private func dated(_ number: Int) -> Review {
        Review(
            "d\(number)", author: "A\(number)",
            published: (ManualTime.monday + .seconds(3600 * number)).description, stars: 5,
            text: "Wonderful shop, quick and friendly, hour \(number).")
    }

    /// The newest first, two a page, from number `top` down to 0.
    private func layArchive(_ world: World, top: Int) {
        let numbers = Array((0...top).reversed())
        let pages = stride(from: 0, to: numbers.count, by: 2).map {
            Array(numbers[$0..<min($0 + 2, numbers.count)])
        }
        for (index, page) in pages.enumerated() {
            let path = index == 0 ? "/acme" : "/acme?page=\(index + 1)"
            let next = index + 1 < pages.count ? "/acme?page=\(index + 2)" : nil
            world.site.put(path, ListPage(page.map(dated), next: next))
        }
    }

    @Test func `a visit says whether it began, joined on, came to the end, or fell short`() async throws {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", atMost: 2)] }) { world in
            layArchive(world, top: 7)
            #expect(try await world.look().reach == .first)
            layArchive(world, top: 8)
            #expect(try await world.look().reach == .known)
            #expect(try await world.look().reach == .known)
            let before = world.time.now()
            layArchive(world, top: 15)
            let short = try await world.look()
            #expect(short.reach == .gap)
            #expect(!short.isComplete)
            let gap = try #require(try await world.gaps().first)
            #expect((gap.kind, gap.state) == (.gap, .open))
            #expect(gap.after == ManualTime.monday + .seconds(3600 * 8))
            #expect(gap.before == ManualTime.monday + .seconds(3600 * 12))
            #expect(gap.opened > before)
        }
    }

    @Test func `a page that shows nothing any more proves nothing, changed or not`() async throws {
        try await World.with { world in
            world.site.put("/acme", ListPage([dated(9), dated(8)]))
            try await world.look()
            world.site.put("/acme", html: "<html><body><h1>We are rebuilding</h1></body></html>")
            for _ in 0..<3 {
                let visit = try await world.look()
                #expect(!visit.isComplete && visit.reach == nil)
                #expect(visit.outcome.failure?.code == "nothing-read")
            }
            #expect(try await world.news() == ["source.changed"])
            #expect(try await world.vanished() == [])
            world.site.put("/acme", ListPage([dated(10), dated(9), dated(8)]))
            #expect(try await world.look().isComplete)
        }
    }

    @Test func `a list read to its end over its pages needs nothing that was known`() async throws {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", atMost: 5)] }) { world in
            layArchive(world, top: 3)
            try await world.look()
            world.site.put("/acme", ListPage([dated(9), dated(8)], next: "/acme?page=2"))
            world.site.put("/acme?page=2", ListPage([dated(7)]))
            let visit = try await world.look()
            #expect(visit.reach == .end)
            #expect(try await world.gaps().isEmpty)
        }
    }

    @Test func `a gap is followed back at once to what was known, and nobody is alarmed`() async throws {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", every: .seconds(3600), atMost: 2)] }
        ) {
            world in
            layArchive(world, top: 3)
            try await world.look()
            layArchive(world, top: 19)
            try await world.look()
            #expect(try await world.wait() <= .seconds(5))
            try await world.look(after: .seconds(5))
            #expect(try await world.gaps().map(\.state) == [.closed])
            #expect(try await world.gaps().first?.why == "a record known before was reached")
            #expect(try await world.mentions().count == 20)
            #expect(try await world.news() == [])
            #expect(try await world.vanished() == [])
            #expect(try await world.wait() > .seconds(3000))
        }
    }

    @Test func `a gap is followed on after a restart`() async throws {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", atMost: 1)] }) { world in
            layArchive(world, top: 1)
            try await world.look()
            layArchive(world, top: 41)
            try await world.look()
            for _ in 0..<2 { try await world.visitAfterRestart() }
            #expect(try await world.gaps().map(\.state) == [.closed])
            #expect(try await world.mentions().count == 42)
            #expect(try await world.news() == [])
        }
    }

    @Test
    func `a feed in which all is new leaves a gap that stays: blind, told once, until all is seen again`()
        async throws
    {
        try await World.with { world in
            func feed(_ names: String...) {
                world.site.put("/acme", DetailTests.feed(names.map { (id: $0, text: "Fine shop \($0).") }))
            }
            feed("b", "a")
            try await world.look()
            feed("f", "e", "d")
            #expect(try await world.look().reach == .gap)
            #expect(try await world.news() == ["source.blind"])
            let event = try #require(try await world.bodies(.sourceBlind).first?["data"] as? [String: Any])
            let reason = try #require((event["source"] as? [String: Any])?["reason"] as? String)
            #expect(reason.contains("may have been missed"))
            #expect(try await world.gaps().map(\.state) == [.stays])
            feed("g", "f", "e")
            #expect(try await world.look().reach == .known)
            #expect(try await world.news() == ["source.blind", "source.recovered"])
            for _ in 0..<3 { try await world.look() }
            #expect(try await world.news().count == 2)
        }
    }

    @Test
    func `a gap whose pages cannot be read stays after five visits, and is told with what is not known`()
        async throws
    {
        try await World.with { world in
            layArchive(world, top: 1)
            try await world.look()
            layArchive(world, top: 21)
            world.site.fault(.status(500), at: "/acme?page=2")
            for _ in 0..<6 {
                let visit = try await world.look()
                #expect(visit.outcome.failure == nil)
            }
            #expect(try await world.gaps().map(\.state) == [.stays])
            #expect(try await world.news().first == "source.blind")
            #expect(try await world.news().filter { $0 == "source.blind" }.count == 1)
            let event = try #require(try await world.bodies(.sourceBlind).first?["data"] as? [String: Any])
            let reason = try #require((event["source"] as? [String: Any])?["reason"] as? String)
            #expect(reason.contains("between \(ManualTime.monday + .seconds(3600)) and "))
            #expect(reason.contains("answered 500"))
        }
    }

    @Test func `a source unseen for longer than its limit is blind, however few visits failed`() async throws
    {
        try await World.with(sources: { url in
            ["a", "b"].map { name in
                Source.make(name, url: "\(url)/\(name)", every: .seconds(3600)).with {
                    if name == "a" { $0.blindAfter = .seconds(1800) }
                }
            }
        }) { world in
            for name in ["a", "b"] { world.site.put("/\(name)", ListPage([.praise(name)])) }
            try await world.visit()
            for name in ["a", "b"] { world.site.fault(.status(500), at: "/\(name)") }
            try await world.visit(after: .seconds(3600))
            #expect(try await world.status("a").coverage.health == .blind)
            #expect(try await world.status("b").coverage.health == .failing)
            #expect(try await world.news() == ["source.blind"])
        }
    }

    @Test func `nothing read where twenty records used to be is told at the second visit`() async throws {
        try await World.with { world in
            world.site.put("/acme", ListPage((0..<20).map(dated).reversed()))
            try await world.look()
            #expect(try await world.status().coverage.usualRecords == 20)
            world.site.put("/acme", html: "<html><body><h1>What customers say</h1></body></html>")
            try await world.look()
            #expect(try await world.news() == [])
            try await world.look()
            #expect(try await world.news() == ["source.changed"])
            #expect(try await world.status().coverage.health == .changed)
            #expect(try await world.vanished() == [])
            world.site.put("/acme", ListPage((0..<20).map(dated).reversed()))
            try await world.look()
            #expect(try await world.news() == ["source.changed", "source.recovered"])
        }
    }

    @Test func `the site's own count of reviews is kept, also by visits that do not see it`() async throws {
        try await World.with { world in
            let counted =
                #"{"@context":"https://schema.org","@type":"Store","name":"Acme","aggregateRating":"#
                + #"{"@type":"AggregateRating","ratingValue":4,"reviewCount":321}}"#
            world.site.put(
                "/acme",
                html: ListPage([.praise("a")]).html.replacing(
                    "</head>", with: "<script type=\"application/ld+json\">\(counted)</script></head>"))
            #expect(try await world.look().statedCount == 321)
            #expect(try await world.status().statedCount == 321)
            try await world.look()
            #expect(try await world.status().statedCount == 321)
            world.site.fault(.status(500), at: "/acme")
            try await world.look()
            #expect(try await world.status().statedCount == 321)
        }
    }

    @Test func `the ledger has every visit, its cost and its end`() async throws {
        try await World.with { world in
            world.site.put("/acme", ListPage([.praise("a")]))
            try await world.look()
            try await world.look()
            world.site.fault(.status(500), at: "/acme")
            try await world.look()
            let visits = try await world.store.read { try $0.visits(of: "acme", limit: 9) }
            #expect(visits.map(\.outcome.name) == ["failed", "unchanged", "complete"])
            #expect(visits.map(\.isComplete) == [false, true, true])
            #expect(visits.map(\.reach) == [nil, .known, .first])
            #expect(visits[2].bytes == ListPage([.praise("a")]).html.utf8.count)
            #expect(visits[0].outcome.failure?.code == "http-500")
        }
    }
}
