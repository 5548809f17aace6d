import Complaints
import Storage
import TestSupport
import Testing

@testable import Monitor

/// What a review does can be taken back, all of it, and nobody's work is overwritten.
@Suite struct ReviewStepTests {
    private func withCase(_ work: (World, Desk) async throws -> Void) async throws {
        try await World.with { world in
            try await world.visit(Review("r1"))
            try await work(world, world.desk())
        }
    }

    private func refused(_ part: String, _ work: () async throws -> Void) async {
        do {
            try await work()
            Issue.record("nothing was refused; expected: \(part)")
        } catch let refusal as Desk.Refusal {
            #expect(refusal.description.contains(part), "\(refusal)")
        } catch {
            Issue.record(error)
        }
    }

    @Test func `a dismissal that is taken back leaves the deadline where it was`() async throws {
        try await withCase { world, desk in
            let before = try await world.clock()
            world.time.advance(by: .seconds(3600))
            let step = try await desk.review(MentionID(1), as: .dismissed, why: "a joke")
            #expect(try await world.cases().map(\.state) == [.dismissed])
            world.time.advance(by: .seconds(60))
            try await desk.takeBack(step)
            #expect(try await world.cases().map(\.state) == [.new])
            #expect(try await world.clock()?.due == before?.due)
            #expect(try await world.clock()?.state == .running)
            #expect(try await world.timeline() == ["opened", "dismissed", "taken-back"])
            #expect(try await world.store.read { try $0.mention(MentionID(1)) }?.review == nil)
            #expect(try await world.store.read { try $0.standingDecisionCount() } == 0)
        }
    }

    @Test func `a confirmation that opened a case is taken back with the case`() async throws {
        try await World.with { world in
            try await world.visit(.praise("p"))
            let step = try await world.desk().review(MentionID(1), as: .confirmed)
            #expect(try await world.cases().map(\.state) == [.new])
            try await world.desk().takeBack(step)
            #expect(try await world.cases().map(\.state) == [.dismissed])
            #expect(try await world.store.read { try $0.mention(MentionID(1)) }?.review == nil)
        }
    }

    @Test func `a case that somebody took is not closed when its confirmation is taken back`() async throws {
        try await World.with { world in
            try await world.visit(.praise("p"))
            let step = try await world.desk().review(MentionID(1), as: .confirmed)
            _ = try await world.desk("jan").take(CaseID(1))
            try await world.desk().takeBack(step)
            #expect(try await world.cases().map(\.state) == [.open])
        }
    }

    @Test func `who is second to decide is told who was first`() async throws {
        try await withCase { world, desk in
            _ = try await world.desk("jan").dismiss(MentionID(1), why: "a joke")
            await refused("jan dismissed m1 meanwhile") {
                _ = try await desk.review(MentionID(1), as: .confirmed)
            }
            #expect(try await world.store.read { try $0.mention(MentionID(1)) }?.review?.by == "jan")
        }
    }

    @Test func `a decision that was changed by another is not taken back`() async throws {
        try await withCase { world, desk in
            let step = try await desk.review(MentionID(1), as: .confirmed)
            world.time.advance(by: .seconds(5))
            _ = try await world.desk("jan").dismiss(MentionID(1), why: "a joke")
            await refused("jan dismissed m1 meanwhile") { try await desk.takeBack(step) }
        }
    }

    @Test func `a case that is taken by a slip goes back to whom it belonged, as it was`() async throws {
        try await withCase { world, desk in
            let first = try await desk.take(CaseID(1), from: nil)
            #expect(try await world.cases().map(\.owner) == ["ola"])
            let second = try await desk.hand(CaseID(1), to: "jan", from: "ola")
            await refused("went to jan meanwhile") { _ = try await desk.take(CaseID(1), from: "ola") }
            await refused("went on to jan meanwhile") { try await desk.takeBack(first) }
            try await desk.takeBack(second)
            #expect(try await world.cases().map(\.owner) == ["ola"])
            try await desk.takeBack(first)
            let found = try #require(try await world.cases().first)
            #expect(found.owner == nil && found.state == .new && found.assigned == nil)
            _ = try await desk.take(CaseID(1), from: nil)
            #expect(try await world.cases().map(\.owner) == ["ola"])
        }
    }

    @Test func `what is put off is out of the inbox until its time, and comes back by itself`() async throws {
        try await withCase { world, desk in
            let until = world.time.now() + .seconds(3600)
            let step = try await desk.snooze(MentionID(1), until: .at(until))
            func inbox() async throws -> [MentionID] {
                let now = world.time.now()
                return try await world.store.read { try $0.mentionIDs(.inbox, now: now) }
            }
            #expect(try await inbox() == [])
            #expect(try await world.store.read { try $0.snoozes(beyond: until - .seconds(1)) }.count == 1)
            try await desk.takeBack(step)
            #expect(try await inbox() == [MentionID(1)])
            _ = try await desk.snooze(MentionID(1), until: .at(until))
            world.time.advance(by: .seconds(3600))
            #expect(try await inbox() == [MentionID(1)])
            await refused("has passed") { _ = try await desk.snooze(MentionID(1), until: .at(until)) }
        }
    }

    @Test func `a merge confirms, makes one case, and is taken back into two`() async throws {
        try await World.with { world in
            try await world.visit(
                Review("r1", text: "Terrible, a broken lamp, and I want a refund!"),
                Review("r2", text: "Worst delivery ever, the courier lost my sofa, shame."))
            #expect(try await world.cases().map(\.state) == [.new, .new])
            for (one, other) in [(1, 2), (2, 1)] as [(Int64, Int64)] {
                let step = try await world.desk().confirm(MentionID(one), as: MentionID(other))
                var mentions = try await world.mentions()
                #expect(Set(mentions.map(\.caseID)) == [CaseID(1)])
                #expect(Set(mentions.map(\.cluster)).count == 1)
                #expect(mentions.filter { $0.review != nil }.map(\.id) == [MentionID(one)])
                try await world.desk().takeBack(step)
                mentions = try await world.mentions().sorted { $0.id < $1.id }
                #expect(mentions.map(\.caseID) == [CaseID(1), CaseID(2)], "m\(one) into m\(other)")
                #expect(mentions.map(\.cluster.number) == [1, 2])
                #expect(mentions.allSatisfy { $0.review == nil })
                #expect(try await world.cases().sorted { $0.id < $1.id }.map(\.state) == [.new, .new])
                #expect(try await world.store.read { try $0.apart(from: MentionID(1)) }.isEmpty)
                world.time.advance(by: .seconds(1))
            }
        }
    }
}
