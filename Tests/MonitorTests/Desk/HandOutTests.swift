import Complaints
import Logging
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Cases handed out over a real store: by hand, for one case, and by the daemon.
@Suite struct DeskHandOutTests {
    private func withCases(
        _ count: Int, team: Team, _ work: (World, Setup) async throws -> Void
    ) async throws {
        try await World.with { world in
            world.site.put("/acme", ListPage((0..<count).map { Review("r\($0)") }, next: nil))
            try await world.visit()
            var configuration = world.setup.configuration
            configuration.team = team
            let setup = Setup(configuration, model: nil, makeID: world.setup.outbox.makeID)
            world.daemon.current.replace(with: setup)
            try await work(world, setup)
        }
    }

    private func loop(_ world: World) -> HandOutLoop {
        HandOutLoop(
            current: world.daemon.current, store: world.store, time: world.time,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, pulse: Pulse())
    }

    private func assigned(_ world: World) async throws -> Int {
        try await world.events().filter { $0 == "case.assigned" }.count
    }

    @Test func `the daemon hands out what nobody has, evenly, once, with the reason on the timeline`()
        async throws
    {
        let team = Team(handOut: .automatic, people: [Colleague("anna"), Colleague("jan")])
        try await withCases(6, team: team) { world, _ in
            let loop = loop(world)
            #expect(try await loop.checkOnce() == 6)
            #expect(try await loop.checkOnce() == 0)
            let owners = try await world.cases().map(\.owner)
            #expect(owners.filter { $0 == "anna" }.count == 3 && owners.filter { $0 == "jan" }.count == 3)
            #expect(try await assigned(world) == 6)
            let entry = try await world.store.read { try $0.timeline(of: CaseID(1)) }.last
            #expect(entry?.by == nil && entry?.what == .assigned)
            #expect(entry?.note?.contains("open of load") == true)
        }
    }

    @Test func `by hand, nothing is handed out by itself; a dry run says what would be`() async throws {
        let team = Team(people: [Colleague("anna"), Colleague("jan", weight: 2)])
        try await withCases(3, team: team) { world, setup in
            #expect(try await loop(world).checkOnce() == 0)
            let desk = Desk(store: world.store, setup: setup, time: world.time, who: "ola")
            let would = try await desk.handOut(dryRun: true)
            #expect(would.count == 3 && would.given == 3)
            #expect(try await world.cases().allSatisfy { $0.owner == nil })
            #expect(try await desk.handOut(dryRun: false).map(\.decision) == would.map(\.decision))
            #expect(try await world.cases().filter { $0.owner == "jan" }.count == 2)
            #expect(try await desk.handOut(dryRun: false).isEmpty)
        }
    }

    @Test func `what was given back goes to another, and a case handed anew changes hands`() async throws {
        let team = Team(handOut: .automatic, people: [Colleague("anna"), Colleague("jan", weight: 0.1)])
        try await withCases(1, team: team) { world, setup in
            try await loop(world).checkOnce()
            #expect(try await world.cases()[0].owner == "anna")
            _ = try await world.desk("anna").unassign(CaseID(1), why: "I know her")
            #expect(try await world.cases()[0].assigned == nil)
            try await loop(world).checkOnce()
            #expect(try await world.cases()[0].owner == "jan")
            let desk = Desk(store: world.store, setup: setup, time: world.time, who: "ola")
            let moved = try await desk.assignFairly(CaseID(1))
            #expect(moved.case.owner == "jan" || moved.case.owner == "anna")
            #expect(moved.reason.hasPrefix(moved.case.owner ?? "?"))
            #expect(
                try await world.timeline() == ["opened", "assigned", "unassigned", "assigned", "assigned"]
                    || moved.case.owner == "jan")
        }
    }

    @Test func `without a team the way to one is told`() async throws {
        try await withCases(1, team: .none) { world, setup in
            let desk = Desk(store: world.store, setup: setup, time: world.time, who: "ola")
            await #expect(throws: Desk.Refusal.self) { try await desk.handOut(dryRun: false) }
            await #expect(throws: Desk.Refusal.self) { try await desk.assignFairly(CaseID(1)) }
        }
    }
}
