import Complaints
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Whatever staff try, in whatever order: what happened stays, and the rest is refused without a trace.
@Suite struct ActPropertyTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private struct Shown: Equatable {
        var found: Case?
        var timeline: [TimelineEntry]
        var tags: [Complaints.Tag]
        var events: Int
    }

    private func shown(_ world: World) async throws -> Shown {
        try await world.store.read { session in
            Shown(
                found: try session.case(CaseID(1)), timeline: try session.timeline(of: CaseID(1)),
                tags: try session.tags(of: CaseID(1)), events: try session.count("SELECT count(*) FROM event")
            )
        }
    }

    private static let acts: [@Sendable (Desk) async throws -> Void] = [
        { _ = try await $0.take(CaseID(1)) },
        { _ = try await $0.take(CaseID(1), anyway: true) },
        { _ = try await $0.assign(CaseID(1), to: "anna") },
        { _ = try await $0.unassign(CaseID(1), why: nil) },
        { _ = try await $0.note("he called", on: CaseID(1)) },
        { _ = try await $0.setNext("call her", due: nil, on: CaseID(1)) },
        { _ = try await $0.stepDone(then: nil, due: nil, on: CaseID(1)) },
        { _ = try await $0.wait(CaseID(1), why: "asked") },
        { _ = try await $0.resume(CaseID(1), why: nil) },
        { _ = try await $0.reply("We are sorry.", to: CaseID(1)) },
        { _ = try await $0.resolve(CaseID(1), why: nil) },
        { _ = try await $0.close(CaseID(1), why: nil) },
        { _ = try await $0.reopen(CaseID(1), why: "not over") },
        { _ = try await $0.tag(CaseID(1), add: [Complaints.Tag(stored: "vip")], remove: []) },
        { _ = try await $0.tag(CaseID(1), add: [], remove: [Complaints.Tag(stored: "vip")]) },
        { _ = try await $0.confirm(MentionID(1)) },
        { _ = try await $0.dismiss(MentionID(1), why: "a joke") },
    ]

    @Test(arguments: [UInt64](1...6))
    func `the timeline only grows, the state is what it tells, and what is refused changes nothing`(
        seed: UInt64
    ) async throws {
        var policy = Policy.answerIn(.elapsed(.seconds(8 * 3600)))
        policy.closeAfter = .seconds(2 * 86_400)
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            var dice = Dice(state: seed)
            var refused = 0
            for _ in 0..<60 {
                world.time.advance(by: .seconds(Int.random(in: 1...40_000, using: &dice)))
                try await world.checkDeadlines()
                let before = try await shown(world)
                let act = Self.acts.randomElement(using: &dice) ?? Self.acts[0]
                do {
                    try await act(world.desk(["ola", "jan"].randomElement(using: &dice) ?? "ola"))
                    let after = try await shown(world)
                    #expect(after.timeline.starts(with: before.timeline))
                    let found = try #require(after.found)
                    #expect(found.state == CaseState(after.timeline))
                    if after.timeline.count > before.timeline.count, after.timeline.last?.what != .confirmed {
                        #expect(found.version > before.found?.version ?? 0)
                    }
                } catch let refusal as Desk.Refusal {
                    refused += 1
                    #expect(try await shown(world) == before)
                    #expect(refusal.description.contains("#1") && refusal.description.utf8.count > 30)
                }
            }
            #expect(refused > 0)
        }
    }
}
