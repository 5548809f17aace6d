import Complaints
import Demo
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// A visit that fails half way loses nothing: the next one catches up.
@Suite struct PartialTests {
    private func withPages(_ work: (World) async throws -> Void) async throws {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", atMost: 5)] }) { world in
            world.site.put("/acme?page=2", ListPage([.praise("c"), Review("d")], next: "/acme?page=3"))
            world.site.put("/acme?page=3", ListPage([.praise("e")]))
            world.site.put("/acme", ListPage([.praise("a"), .praise("b")], next: "/acme?page=2"))
            try await work(world)
        }
    }

    @Test func `the first visit of all that fails at its second page keeps the first, and the next the rest`()
        async throws
    {
        try await withPages { world in
            world.site.fault(.status(500), at: "/acme?page=2")
            let first = try await world.look()
            #expect((first.outcome.name, first.newMentions, first.reach) == ("partial", 2, nil))
            world.site.fault(nil, at: "/acme?page=2")
            let second = try await world.look()
            #expect((second.outcome, second.newMentions, second.recordCount) == (.complete, 3, 5))
            #expect(try await world.mentions().count == 5)
            #expect(try await world.look().outcome == .unchanged)
        }
    }

    @Test func `what went from the first page meanwhile is missed from the next complete visit on`()
        async throws
    {
        try await withPages { world in
            try await world.look()
            world.site.put("/acme", ListPage([.praise("a")], next: "/acme?page=2"))
            world.site.fault(.cutOff, at: "/acme?page=2")
            for _ in 0..<4 { try await world.look() }
            #expect(try await world.vanished() == [])
            world.site.fault(nil, at: "/acme?page=2")
            for _ in 0..<2 { try await world.look() }
            #expect(try await world.vanished() == [])
            try await world.look()
            #expect(try await world.vanished() == ["b"])
            #expect(try await world.mentions().count == 5)
        }
    }

    @Test func `a last page that fails for long makes the source blind, though the first is read`()
        async throws
    {
        try await withPages { world in
            try await world.look()
            world.site.fault(.status(503), at: "/acme?page=3")
            for number in 0..<3 {
                world.site.put(
                    "/acme",
                    ListPage([.praise("n\(number)"), .praise("a"), .praise("b")], next: "/acme?page=2"))
                let visit = try await world.look()
                #expect((visit.outcome.name, visit.pageCount, visit.newMentions) == ("partial", 2, 1))
            }
            #expect(try await world.news() == ["source.blind"])
            world.site.fault(nil, at: "/acme?page=3")
            try await world.look()
            #expect(try await world.news() == ["source.blind", "source.recovered"])
            #expect(try await world.vanished() == [])
        }
    }

    @Test func `an edit on a page before the one that failed is taken once`() async throws {
        try await withPages { world in
            try await world.look()
            world.site.put(
                "/acme",
                ListPage([.praise("a", text: "Good, but slow."), .praise("b")], next: "/acme?page=2"))
            world.site.fault(.status(500), at: "/acme?page=2")
            #expect(try await world.look().changedMentions == 1)
            #expect(try await world.look().changedMentions == 0)
            world.site.fault(nil, at: "/acme?page=2")
            #expect(try await world.look().changedMentions == 0)
            #expect(try await world.mentions().map(\.revisionCount) == [2, 1, 1, 1, 1])
        }
    }
}
