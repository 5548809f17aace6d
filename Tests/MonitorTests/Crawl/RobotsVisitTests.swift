import Complaints
import Demo
import Settings
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Monitor

/// What robots.txt means for visits, also while it cannot be had.
@Suite struct RobotsVisitTests {
    private func asked(_ world: World) -> Int { world.site.requests("/robots.txt").count }

    @Test func `robots.txt out of reach defers every visit, and is asked for ever less often`() async throws {
        try await World.with { world in
            world.site.put("/acme", ListPage([.praise("a")]))
            world.site.fault(.status(503), at: "/robots.txt")
            for _ in 0..<16 {
                let visit = try await world.look()
                #expect(visit.outcome.failure?.code == "robots-unavailable")
            }
            // At once, then after 1, 2, 4 and 8 minutes.
            #expect(asked(world) == 5)
            #expect(world.site.requests().isEmpty)
            world.site.fault(nil, at: "/robots.txt")
            for _ in 0..<20 { try await world.visit() }
            #expect(asked(world) == 6)
            #expect(try await world.mentions().count == 1)
            #expect(try await world.news() == ["source.blind", "source.recovered"])
        }
    }

    @Test func `a restart does not ask for it again before its time`() async throws {
        try await World.with { world in
            world.site.fault(.status(500), at: "/robots.txt")
            for _ in 0..<4 { try await world.visit() }
            let before = asked(world)
            let visits = try await world.visitAfterRestart()
            #expect(visits.first?.outcome.failure?.code == "robots-unavailable")
            #expect(asked(world) - before <= 1)
            _ = try await world.visitAfterRestart()
            _ = try await world.visitAfterRestart()
            #expect(asked(world) - before <= 1)
        }
    }

    @Test func `the last copy holds on while robots.txt is out of reach`() async throws {
        try await World.with(sources: {
            [.make("acme", url: $0 + "/acme"), .make("closed", url: $0 + "/closed")]
        }) { world in
            world.site.put("/robots.txt", .text("User-agent: *\nDisallow: /closed\n"))
            world.site.put("/acme", ListPage([.praise("a")]))
            try await world.visit()
            world.site.fault(.status(500), at: "/robots.txt")
            for _ in 0..<5 {
                let visits = try await world.visit(after: .seconds(86_400))
                #expect(visits.map { $0.outcome.failure?.code ?? "none" } == ["none", "robots"])
            }
            #expect(asked(world) > 1)
            #expect(world.site.requests("/closed").isEmpty)
        }
    }

    @Test func `a site whose robots.txt was out of reach for 30 days is taken for one without it`()
        async throws
    {
        try await World.with { world in
            world.site.put("/acme", ListPage([.praise("a")]))
            world.site.fault(.status(500), at: "/robots.txt")
            for _ in 0..<29 { try await world.visit(after: .seconds(86_400)) }
            #expect(world.site.requests().isEmpty)
            for _ in 0..<3 { try await world.visit(after: .seconds(86_400)) }
            #expect(try await world.mentions().count == 1)
        }
    }

    @Test(arguments: [401, 403, 404, 410])
    func `a robots.txt that answers 4xx allows everything`(status: Int) async throws {
        try await World.with { world in
            world.site.put("/robots.txt", .text("User-agent: *\nDisallow: /\n"))
            world.site.fault(.status(status), at: "/robots.txt")
            let visit = try await world.visit(.praise("a"))
            #expect(visit.outcome == .complete)
        }
    }

    @Test func `a robots.txt that leads elsewhere is followed, and its rules hold`() async throws {
        try await World.with { world in
            world.site.put("/robots.txt", LoopbackAnswer(status: 301, headers: [("location", "/rules.txt")]))
            world.site.put("/rules.txt", .text("User-agent: *\nDisallow: /acme\n"))
            let visit = try await world.visit(.praise("a"))
            #expect(visit.outcome.failure?.code == "robots")
            #expect(world.site.requests("/acme").isEmpty)
        }
    }

    @Test func `rules for our own name go before those for all`() async throws {
        try await World.with { world in
            world.site.put(
                "/robots.txt", .text("User-agent: *\nDisallow: /\n\nUser-agent: ombud\nDisallow: /b\n"))
            let visit = try await world.visit(.praise("a"))
            #expect(visit.outcome == .complete)
        }
    }

    @Test func `each page of a visit is asked for by robots.txt, not the first alone`() async throws {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", atMost: 5)] }) { world in
            world.site.put("/robots.txt", .text("User-agent: *\nDisallow: /acme?\n"))
            world.site.put("/acme?page=2", ListPage([.praise("b")]))
            let visit = try await world.visit(.praise("a"), next: "/acme?page=2")
            #expect(visit.outcome.name == "partial")
            #expect(visit.outcome.failure?.code == "robots")
            #expect(visit.newMentions == 1)
            #expect(world.site.requests("/acme?page=2").isEmpty)
        }
    }

    // MARK: Overridden

    private func overridden(_ url: String) -> Source {
        Source.make("acme", url: url + "/acme", atMost: 5).with {
            $0.robots = .overridden(reason: "the operator of the site agreed in writing on 2026-01-05")
        }
    }

    @Test(arguments: [LoopbackFault?.none, .status(503), .cutOff])
    func `where it is overridden, pages are fetched whatever robots.txt says`(
        fault: LoopbackFault?
    ) async throws {
        try await World.with(sources: { [overridden($0)] }) { world in
            world.site.put("/robots.txt", .text("User-agent: *\nDisallow: /\n"))
            world.site.fault(fault, at: "/robots.txt")
            let visit = try await world.visit(.praise("a"))
            #expect(visit.outcome == .complete)
        }
    }

    @Test func `where it is overridden, its Crawl-delay still holds`() async throws {
        try await World.with(sources: { [overridden($0)] }) { world in
            world.site.put("/robots.txt", .text("User-agent: *\nDisallow: /\nCrawl-delay: 30\n"))
            world.site.put("/acme", ListPage([.praise("a")], next: "/acme?page=2"))
            world.site.put("/acme?page=2", ListPage([.praise("b")]))
            let daemon = world.daemon
            let polling = Task { try await daemon.poll(nil, onlyDue: false) { _ in } }
            func turn(by seconds: Int, until path: String) async throws {
                let isWaiting = try await eventually { world.time.sleeperCount > 1 }
                #expect(isWaiting)
                #expect(world.site.requests(path).isEmpty)
                world.time.advance(by: .seconds(seconds - 1))
                let isWaitingStill = try await eventually { world.time.sleeperCount > 1 }
                #expect(isWaitingStill && world.site.requests(path).isEmpty)
                world.time.advance(by: .seconds(1))
                #expect(try await eventually { !world.site.requests(path).isEmpty })
            }
            try await turn(by: 30, until: "/acme")
            try await turn(by: 30, until: "/acme?page=2")
            _ = try await polling.value
            #expect(try await world.mentions().count == 2)
        }
    }
}
