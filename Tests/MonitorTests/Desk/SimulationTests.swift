import Complaints
import Storage
import TestSupport
import Testing

@testable import Monitor

/// What a changed policy would move, and moving it only when told.
@Suite struct SimulationTests {
    private func policy(_ name: String, _ hours: Int, clock: String = "answer") -> Policy {
        Policy(
            name: name,
            clocks: [ClockRule(name: clock, within: .elapsed(.seconds(Int64(hours) * 3600)), until: .reply)])
    }

    private func withCase(_ work: (World, Desk, Case) async throws -> Void) async throws {
        try await World.with { world in
            try await world.visit(Review("r1"))
            let found = try #require(try await world.store.read { try $0.case(CaseID(1)) })
            try await work(world, world.desk(), found)
        }
    }

    @Test func `a simulation tells what would move and changes nothing`() async throws {
        try await withCase { world, desk, found in
            let name = try #require(try await world.store.read { try $0.policies().values.first?.name })
            let before = try await world.store.read { try $0.clocks(of: CaseID(1)) }
            let simulation = try await desk.simulate(policy("longer", 1000), insteadOf: name)
            #expect(simulation.cases == 1 && simulation.wouldMiss == 0)
            let move = try #require(simulation.moved.first?.moves.first { $0.clock == "answer" })
            #expect(try #require(move.shift) > .zero)
            #expect(try await world.store.read { try $0.clocks(of: CaseID(1)) } == before)
            #expect(try await desk.simulate(policy("x", 1), insteadOf: "nobody").others == [name: 1])
        }
    }

    @Test func `applied it moves the clocks, keeps the new rules and says so on the timeline`() async throws {
        try await withCase { world, desk, found in
            let name = try #require(try await world.store.read { try $0.policies().values.first?.name })
            let new = policy("longer", 1000, clock: "reply-in-public")
            let told = try await world.events().count
            #expect(try await desk.apply(new, insteadOf: name) == 1)
            let clocks = try await world.store.read { try $0.clocks(of: CaseID(1)) }
            #expect(clocks.map(\.name) == ["reply-in-public"])
            #expect(clocks.first?.due == found.seen + .seconds(3_600_000))
            #expect(try await world.timeline().last == "policy-changed")
            #expect(try await world.events().count == told)
            // Under the same rules there is nothing left to do.
            #expect(try await desk.apply(new, insteadOf: "longer") == 0)
        }
    }

    @Test
    func
        `a rung whose time has passed under new rules is passed over, and climbed under rules where it comes`()
        async throws
    {
        try await withCase { world, desk, _ in
            let name = try #require(try await world.store.read { try $0.policies().values.first?.name })
            func policy(_ name: String, _ hours: Int) -> Policy {
                var policy = self.policy(name, hours)
                policy.ladder = [Rung(who: "lead", clock: "answer", when: .share(0.5), what: "answer it")]
                return policy
            }
            world.time.advance(by: .seconds(3600 * 3))
            let applied = world.time.now()
            _ = try await desk.apply(policy("short", 4), insteadOf: name)
            try await world.checkDeadlines()
            let short = try #require(try await desk.ladder(CaseID(1)).rungs.first)
            #expect(short.climbed == nil && short.passed == applied)
            #expect(try await world.events().contains("case.escalated") == false)
            _ = try await desk.apply(self.policy("none", 20), insteadOf: "short")
            try await world.checkDeadlines()
            _ = try await desk.apply(policy("long", 20), insteadOf: "none")
            let long = try #require(try await desk.ladder(CaseID(1)).rungs.first)
            #expect(long.climbed == nil && long.passed == nil && long.at ?? applied > applied)
            world.time.advance(by: .seconds(3600 * 8))
            try await world.checkDeadlines()
            #expect(try await world.events().filter { $0 == "case.escalated" }.count == 1)
            #expect(try await desk.ladder(CaseID(1)).rungs.first?.climbed == world.time.now())
        }
    }

    @Test func `what the new rules make late is kept on the timeline and not sent`() async throws {
        try await withCase { world, desk, _ in
            let name = try #require(try await world.store.read { try $0.policies().values.first?.name })
            world.time.advance(by: .seconds(3600 * 5))
            let simulation = try await desk.simulate(policy("short", 1), insteadOf: name)
            #expect(simulation.wouldMiss == 1)
            let told = try await world.events().count
            _ = try await desk.apply(policy("short", 1), insteadOf: name)
            #expect(try await world.timeline().suffix(2) == ["policy-changed", "missed"])
            #expect(try await world.events().count == told)
        }
    }
}
