import Complaints
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// A dead network at our own end is told from a dead site.
@Suite struct NetworkTests {
    /// Hosts with a source each.
    private func withSites(
        _ count: Int = 3, _ work: (World, [RawSite]) async throws -> Void
    ) async throws {
        let sites = try (2..<(2 + count)).map { try RawSite(at: "127.0.0.\($0)") }
        for site in sites { site.put("/a", .http(ListPage([.praise("a")]).html)) }
        let urls = sites.map(\.url)
        try await World.with(sources: { _ in
            urls.enumerated().map { .make("s\($0.offset)", url: $0.element + "/a") }
        }) { world in
            try await work(world, sites)
        }
        for site in sites { site.goAway() }
    }

    private func failures(_ world: World) async throws -> [Int] {
        try await world.store.read { try $0.sourceStatuses() }.map(\.coverage.failures)
    }

    @Test func `when no host answers, no source is blamed, and the first answer ends it`() async throws {
        try await withSites { world, sites in
            #expect(try await world.visit().allSatisfy { $0.outcome.failure == nil })
            for site in sites { site.goAway() }
            for _ in 0..<5 { try await world.visit() }
            let visits = try await world.visit()
            #expect(!visits.isEmpty)
            for visit in visits {
                #expect(visit.outcome.failure?.code == "network-down")
                #expect(visit.outcome.failure?.reason.hasPrefix("our own network is down since ") == true)
            }
            #expect(try await world.news() == [])
            #expect(try await failures(world) == [0, 0, 0])

            try sites[1].comeBack()
            let first = try await world.visit()
            #expect(first.first { $0.source == "s1" }?.outcome.failure == nil)
            for site in [sites[0], sites[2]] { try site.comeBack() }
            try await world.visit()
            let healths = try await world.store.read { try $0.sourceStatuses() }.map(\.coverage.health)
            #expect(healths == [.fine, .fine, .fine])
            #expect(try await world.news() == [])
        }
    }

    @Test func `while it is down, a source is tried within a minute and not at each visit's backoff`()
        async throws
    {
        try await withSites { world, sites in
            try await world.visit()
            for site in sites { site.goAway() }
            for _ in 0..<8 { try await world.visit() }
            let waits = try await world.store.read { try $0.sourceStatuses() }
                .map { $0.nextVisit - world.time.now() }
            #expect(waits.allSatisfy { $0 <= .seconds(60) })
        }
    }

    @Test func `one dead site among living ones is blamed, and blind at the third visit`() async throws {
        try await withSites { world, sites in
            try await world.visit()
            sites[0].goAway()
            for _ in 0..<3 {
                let visits = try await world.visit()
                #expect(visits.first?.outcome.failure?.code == "connect-failed")
            }
            #expect(try await world.news() == ["source.blind"])
            #expect(try await failures(world) == [3, 0, 0])
            try sites[0].comeBack()
            try await world.visit()
            #expect(try await world.news() == ["source.blind", "source.recovered"])
        }
    }

    @Test func `a dead network is known as that also by a daemon that starts in it`() async throws {
        try await withSites { world, sites in
            try await world.visit()
            for site in sites { site.goAway() }
            let restarted = World.daemon(world.setup, store: world.store, time: world.time)
            for _ in 0..<5 {
                world.time.advance(by: .seconds(60))
                _ = try await restarted.poll(nil, onlyDue: false) { _ in }
            }
            try await restarted.close()
            #expect(try await world.news() == [])
            #expect(try await failures(world) == [0, 0, 0])
        }
    }
}
