import Complaints
import Demo
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// A site that moved for good is asked at its new address, one that moved for now is not.
@Suite struct MovedTests {
    private func redirect(_ status: Int, to url: String) -> LoopbackAnswer {
        LoopbackAnswer(status: status, headers: [("location", url)])
    }

    @Test(arguments: [301, 308])
    func `a permanent redirect is remembered, over a restart too`(status: Int) async throws {
        try await World.with { world in
            world.site.put("/acme", redirect(status, to: "/new"))
            world.site.put("/new", ListPage([.praise("a")]))
            try await world.look()
            #expect(try await world.status().movedTo == world.site.url + "/new")
            let second = try await world.look()
            #expect((second.newMentions, second.requests) == (0, 1))
            let third = try await world.visitAfterRestart()
            #expect(third.map(\.outcome) == [.unchanged])
            #expect(world.site.requests().map(\.path) == ["/acme", "/new", "/new", "/new"])
            #expect(try await world.mentions().count == 1)
        }
    }

    @Test(arguments: [302, 303, 307])
    func `a temporary redirect is not`(status: Int) async throws {
        try await World.with { world in
            world.site.put("/acme", redirect(status, to: "/new"))
            world.site.put("/new", ListPage([.praise("a")]))
            for _ in 0..<2 { try await world.look() }
            #expect(try await world.status().movedTo == nil)
            #expect(world.site.requests().map(\.path) == ["/acme", "/new", "/acme", "/new"])
        }
    }

    @Test func `of a permanent and a temporary redirect only the first is remembered`() async throws {
        try await World.with { world in
            world.site.put("/acme", redirect(301, to: "/new"))
            world.site.put("/new", redirect(302, to: "/today"))
            world.site.put("/today", ListPage([.praise("a")]))
            try await world.look()
            #expect(try await world.status().movedTo == world.site.url + "/new")
        }
    }

    @Test func `where it moved to and is gone, the old address is asked again`() async throws {
        try await World.with { world in
            world.site.put("/acme", redirect(301, to: "/new"))
            world.site.put("/new", ListPage([.praise("a")]))
            try await world.look()
            world.site.fault(.status(404), at: "/new")
            world.site.put("/acme", ListPage([.praise("a"), .praise("b")]))
            try await world.look()
            let visit = try await world.look()
            #expect(visit.outcome == .complete)
            #expect(world.site.requests().last?.path == "/acme")
        }
    }

    @Test(arguments: [true, false])
    func `another site is asked directly only where no credentials go with the question`(
        hasSecret: Bool
    ) async throws {
        let other = try RawSite(at: "127.0.0.2")
        other.put("/new", .http(ListPage([.praise("a")]).html))
        let url = other.url
        try await World.with(sources: { site in
            [
                Source.make("acme", url: site + "/acme").with {
                    if hasSecret { $0.fetch.authorization = .bearer(Secret("token")) }
                }
            ]
        }) { world in
            world.site.put("/acme", redirect(301, to: url + "/new"))
            for _ in 0..<3 { try await world.look() }
            #expect(world.site.requests("/acme").count == (hasSecret ? 3 : 1))
            #expect(other.paths.count == 3)
            #expect(try await world.mentions().count == 1)
        }
        other.goAway()
    }

    @Test func `a redirect to what robots.txt disallows is not followed`() async throws {
        try await World.with { world in
            world.site.put("/robots.txt", .text("User-agent: *\nDisallow: /new\n"))
            world.site.put("/acme", redirect(302, to: "/new"))
            world.site.put("/new", ListPage([.praise("a")]))
            let visit = try await world.look()
            #expect(visit.outcome.failure?.code == "robots")
            #expect(world.site.requests("/new").isEmpty)
            #expect(try await world.mentions().isEmpty)
        }
    }
}
