import Complaints
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Whether a law applies to a case; and what the desk takes for no answer, no owner and no time.
@Suite struct BasisTests {
    private static let policy: Policy = {
        var law = ClockRule(name: "law", within: .calendarDays(14), until: .reply)
        law.law = "Act, art. 1"
        return Policy(
            name: "default",
            clocks: [law, ClockRule(name: "answer", within: .elapsed(.seconds(8 * 3600)), until: .reply)])
    }()

    private func withCase(
        _ policy: Policy = policy, _ work: (World, Desk) async throws -> Void
    ) async throws {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            try await work(world, world.desk())
        }
    }

    private func refusal(_ work: () async throws -> Any) async -> String {
        do {
            _ = try await work()
            return "done"
        } catch { return "\(error)" }
    }

    @Test func `a clock of a law is off when staff deny its basis, and on again when they confirm it`()
        async throws
    {
        try await withCase { world, desk in
            let due = try await world.clock("law")?.due
            let version = try await world.cases()[0].version
            _ = try await desk.setBasis(.denied, clock: "law", why: "a company", on: CaseID(1))
            #expect(try await world.clock("law")?.state == .off)
            #expect(try await world.clock("answer")?.state == .running)
            let timeline = try await world.store.read { try $0.timeline(of: CaseID(1)) }
            let entry = try #require(timeline.last)
            #expect(entry.what == .basisDenied && entry.by == "ola")
            #expect(entry.note == "a company" && entry.clock == "law")
            #expect(Self.policy.basis(of: "law", timeline: timeline) == .denied)
            #expect(Self.policy.basis(of: "answer", timeline: timeline) == nil)
            #expect(try await world.cases()[0].version > version)
            #expect(try await desk.explain(CaseID(1)).first?.reading.basis == .denied)
            _ = try await desk.setBasis(.confirmed, on: CaseID(1))
            #expect(try await world.clock("law")?.state == .running)
            #expect(try await world.clock("law")?.due == due)
            #expect(try await desk.explain(CaseID(1)).first?.reading.basis == .confirmed)
        }
    }

    @Test func `a basis that is no law's, or that stands already, is refused and changes nothing`()
        async throws
    {
        try await withCase { world, desk in
            let house = await refusal {
                try await desk.setBasis(.denied, clock: "answer", on: CaseID(1))
            }
            #expect(house == "case #1 has no clock answer of a law; it has law")
            _ = try await desk.setBasis(.confirmed, on: CaseID(1))
            let again = await refusal { try await desk.setBasis(.confirmed, on: CaseID(1)) }
            #expect(again.contains("is confirmed already"))
            #expect(try await world.timeline() == ["opened", "basis-confirmed"])
        }
        try await withCase(.answerIn(.elapsed(.seconds(3600)))) { _, desk in
            let said = await refusal { try await desk.setBasis(.denied, on: CaseID(1)) }
            #expect(said.contains("no clock of a law"))
        }
    }

    @Test(arguments: ["", "   ", "\n\t"])
    func `an empty reply stops no clock`(text: String) async throws {
        try await withCase { world, desk in
            let said = await refusal { try await desk.reply(text, to: CaseID(1)) }
            #expect(said.contains("the reply is empty"))
            let clock = try await world.clock("law")
            #expect(clock?.state == .running)
            #expect(try await desk.reply(nil, to: CaseID(1)).state == .answered)
        }
    }

    @Test func `with staff in the settings a name that is not among them owns nothing`() async throws {
        try await withCase { world, _ in
            var configuration = world.setup.configuration
            configuration.team = Team(people: [Colleague("anna"), Colleague("jan")])
            let setup = Setup(configuration, model: nil, makeID: world.setup.outbox.makeID)
            let desk = Desk(store: world.store, setup: setup, time: world.time, who: "ola")
            let said = await refusal { try await desk.assign(CaseID(1), to: "ana") }
            #expect(said.hasPrefix("ana is not among the staff in ombud.yaml; did you mean"))
            let found = try await world.cases()[0]
            #expect(found.owner == nil)
            #expect(try await desk.assign(CaseID(1), to: "ana", anyway: true).owner == "ana")
            #expect(try await desk.assign(CaseID(1), to: "ola").owner == "ola")
            #expect(try await desk.assign(CaseID(1), to: "jan").owner == "jan")
        }
    }

    @Test func `a fair hand-out leaves a case with its owner where nobody else is there`() async throws {
        try await withCase { world, _ in
            var configuration = world.setup.configuration
            configuration.team = Team(people: [Colleague("anna")])
            let setup = Setup(configuration, model: nil, makeID: world.setup.outbox.makeID)
            let desk = Desk(store: world.store, setup: setup, time: world.time, who: "ola")
            _ = try await desk.assign(CaseID(1), to: "anna")
            let said = await refusal { try await desk.assignFairly(CaseID(1)) }
            #expect(said.contains("stays with anna: nobody else"))
        }
    }

    @Test func `a time that nobody can mean is refused with a sentence`() async throws {
        try await withCase { world, desk in
            let far = NamedTime.local(.date(CivilDate(daysSince1970: 2_932_896)), minute: nil)
            let said = await refusal { try await desk.setNext("call her", due: far, on: CaseID(1)) }
            #expect(said.contains("more than a hundred years away"))
            let found = try await world.cases()[0]
            #expect(found.next == nil)
        }
    }

    @Test func `a merge on an older version names who acted last`() async throws {
        try await World.with { world in
            try await world.visit(Review("r1"), Review("r2"))
            let version = try await world.cases()[0].version
            _ = try await world.desk("jan").note("she called", on: CaseID(1))
            let late = Desk(
                store: world.store, setup: world.setup, time: world.time, who: "ola",
                along: Along(version: version))
            let said = await refusal { try await late.merge([CaseID(1), CaseID(2)], why: nil) }
            #expect(said.contains("jan was the last to act on it: noted"))
        }
    }
}
