import Complaints
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

@Suite struct SourcesTests {
    @Test func `a source that another daemon is visiting is left to it`() async throws {
        try await World.with { world in
            world.site.put("/acme", ListPage([Review("r1")]))
            let (sources, now) = (world.setup.sources, world.time.now())
            try await world.store.write { session in
                try session.keepSources(sources, now: now)
                _ = try session.claimDueVisits(now: now, limit: 9, node: "other", lease: now + .seconds(600))
            }
            #expect(try await world.visit().isEmpty)
            #expect(try await world.mentions().isEmpty)
            #expect(try await world.visit(after: .seconds(601)).count == 1)
        }
    }

    @Test func `a visit that the store refuses shows on its source, which goes blind`() async throws {
        try await World.with { world in
            try await world.visit(Review("r1"))
            _ = try await world.store.write {
                try $0.execute(
                    "CREATE TRIGGER refusal BEFORE INSERT ON mention BEGIN SELECT RAISE(ABORT, 'full'); END")
            }
            for _ in 1...3 { try await world.visit(Review("r1"), Review("r2")) }
            let status = try await world.status()
            #expect(status.coverage.health == .blind)
            #expect(status.lastFailure?.contains("it was not taken in") == true)
            #expect(try await world.mentions().count == 1)

            _ = try await world.store.write { try $0.execute("DROP TRIGGER refusal") }
            try await world.visit(Review("r1"), Review("r2"))
            #expect(try await world.mentions().count == 2)
            #expect(
                try await world.events().filter { $0.hasPrefix("source") } == [
                    "source.blind", "source.recovered",
                ])
        }
    }

    @Test func `only those that are due are visited when asked so, and only those named`() async throws {
        try await World.with(sources: { url in
            ["a", "b"].map { .make($0, url: "\(url)/\($0)", every: .seconds(600)) }
        }) {
            world in
            for name in ["a", "b"] { world.site.put("/\(name)", ListPage([.praise(name)])) }
            let named = try await world.daemon.poll(["a"], onlyDue: false) { _ in }
            #expect(named == 1)
            #expect(world.site.requests().map(\.path) == ["/a"])
            #expect(try await world.daemon.poll(nil, onlyDue: true) { _ in } == 1)
            #expect(world.site.requests().map(\.path) == ["/a", "/b"])
            #expect(try await world.daemon.poll(nil, onlyDue: true) { _ in } == 0)
            world.time.advance(by: .seconds(600))
            #expect(try await world.daemon.poll(nil, onlyDue: true) { _ in } == 2)
        }
    }

    @Test func `a source that left the watchlist is not visited, and keeps its mentions and its case`()
        async throws
    {
        try await World.with { world in
            try await world.visit(Review("r1"))
            try await world.daemon.reload(World.setup(sources: []))
            #expect(try await world.visit().isEmpty)
            #expect(try await world.mentions().count == 1)
            #expect(try await world.status().isActive == false)
            _ = try await world.desk().reply("Sorry.", to: CaseID(1))
            try await world.daemon.reload(world.setup)
            #expect(try await world.visit().count == 1)
            #expect(try await world.mentions().count == 1)
        }
    }

    @Test func `a failing source backs off and one that is well again does not`() async throws {
        try await World.with { world in
            world.site.fault(.status(500), at: "/acme")
            for seconds in [60, 120, 240] {
                try await world.visit()
                #expect(try await world.status().nextVisit - world.time.now() == .seconds(seconds))
            }
            world.site.fault(nil, at: "/acme")
            try await world.visit(.praise("a"))
            #expect(try await world.status().nextVisit - world.time.now() == .seconds(60))
        }
    }

    @Test func `one source's trouble is not another's`() async throws {
        try await World.with(sources: { url in
            [
                .make("bad", url: url + "/bad"), .make("gone", url: "http://127.0.0.1:1/"),
                .make("good", url: url + "/good"), .make("odd", url: "http://[::1"),
            ]
        }) { world in
            world.site.put("/good", ListPage([.praise("a")]))
            world.site.fault(.cutOff, at: "/bad")
            world.site.put("/bad", ListPage([.praise("b")]))
            let visits = try await world.visit()
            #expect(
                visits.map { $0.outcome.failure?.code ?? "complete" } == [
                    "cut-off", "connect-failed", "complete", "not-web-address",
                ])
        }
    }
}
