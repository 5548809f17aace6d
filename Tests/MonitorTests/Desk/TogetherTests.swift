import Complaints
import Foundation
import SQLiteStorage
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Two people, or two programs, at one case at once; and what goes along with an act.
@Suite struct TogetherTests {
    private func withCase(
        _ policy: Policy = .answerIn(.elapsed(.seconds(8 * 3600))), store: (any Store)? = nil,
        _ work: (World, Desk) async throws -> Void
    ) async throws {
        try await World.with(policy: policy, store: store) { world in
            try await world.visit(Review("r1"))
            try await work(world, world.desk())
        }
    }

    private func desk(_ world: World, _ who: String, _ along: Along) -> Desk {
        Desk(store: world.store, setup: world.setup, time: world.time, who: who, along: along)
    }

    private func refusal(_ work: () async throws -> Any) async -> String {
        do {
            _ = try await work()
            return "done"
        } catch { return "\(error)" }
    }

    @Test func `a case that somebody took a minute ago is not taken unseen`() async throws {
        try await withCase { world, desk in
            let first = try await desk.take(CaseID(1))
            world.time.advance(by: .seconds(120))
            let said = await refusal { try await world.desk("jan").take(CaseID(1)) }
            #expect(
                said
                    == "case #1 is ola's since \(first.assigned ?? Instant(seconds: 0)), 2 min ago; `--anyway` takes it over "
                    + "all the same")
            #expect(try await world.cases()[0].owner == "ola")
            #expect(try await world.desk("jan").take(CaseID(1), anyway: true).owner == "jan")
            // What is theirs already is not told again.
            let events = try await world.events()
            #expect(try await world.desk("jan").take(CaseID(1)).owner == "jan")
            #expect(try await world.events() == events)
        }
    }

    @Test func `an act on an older version is refused, and says who did what meanwhile`() async throws {
        try await withCase { world, desk in
            let known = try await world.cases()[0].version
            _ = try await desk.note("she called", on: CaseID(1))
            let late = self.desk(world, "jan", Along(version: known))
            let said = await refusal { try await late.resolve(CaseID(1), why: nil) }
            #expect(
                said.hasPrefix(
                    "case #1 is at version \(known + 1), not \(known): ola was the last to act on it: noted"))
            #expect(try await world.cases()[0].state == .new)
            let now = self.desk(world, "jan", Along(version: known + 1))
            #expect(try await now.resolve(CaseID(1), why: nil).state == .resolved)
            let again = await refusal { try await desk.resolve(CaseID(1), why: nil) }
            #expect(again.contains("it is over already; jan was the last to act on it: resolved"))
        }
    }

    @Test func `of many who take a case at once over two stores exactly one has it`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ombud.db")
        let (one, two) = (
            try SQLiteStore(path: path, now: ManualTime.monday),
            try SQLiteStore(path: path, now: ManualTime.monday)
        )
        try await withCase(store: one) { world, _ in
            let (setup, time) = (world.setup, world.time)
            let outcomes = await withTaskGroup(of: String.self, returning: [String].self) { group in
                for number in 0..<8 {
                    let store: any Store = number % 2 == 0 ? one : two
                    group.addTask {
                        let desk = Desk(store: store, setup: setup, time: time, who: "p\(number)")
                        do { return try await desk.take(CaseID(1)).owner ?? "" } catch { return "\(error)" }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let owner = try #require(try await world.cases()[0].owner)
            #expect(outcomes.filter { $0 == owner }.count == 1)
            #expect(outcomes.filter { $0.hasPrefix("case #1 is \(owner)'s since") }.count == 7)
            #expect(try await world.timeline() == ["opened", "assigned"])
        }
        try await two.close()
    }

    @Test func `a next step is said along with an act, and demanded where the policy wants one`() async throws
    {
        var policy = Policy.answerIn(.elapsed(.seconds(8 * 3600)))
        policy.nextStep = .required
        try await withCase(policy) { world, desk in
            let said = await refusal { try await desk.take(CaseID(1)) }
            #expect(said.contains("wants a next step for every open case") && said.contains("--next"))
            #expect(try await world.timeline() == ["opened"])
            let step = Along(next: Along.Step("call her", due: .after(.elapsed(.seconds(3600)))))
            let taken = try await self.desk(world, "ola", step).take(CaseID(1))
            #expect(taken.next == NextStep("call her", due: world.time.now() + .seconds(3600)))
            #expect(try await world.timeline() == ["opened", "assigned", "next-step"])
            _ = try await desk.wait(CaseID(1), why: nil)
            #expect(await refusal { try await desk.stepDone(then: nil, due: nil, on: CaseID(1)) } != "done")
            let next = try await desk.stepDone(then: "write to her", due: nil, on: CaseID(1))
            #expect(next.next == NextStep("write to her"))
            // What is not about the step, and what ends the case, needs none.
            _ = try await desk.note("busy", on: CaseID(1))
            _ = try await desk.resolve(CaseID(1), why: nil)
            #expect(await refusal { try await desk.reopen(CaseID(1), why: "not over") }.contains("--next"))
        }
    }

    @Test func `a silent customer lets a case close, a word in time does not, and it is told once`()
        async throws
    {
        var policy = Policy.answerIn(.elapsed(.seconds(8 * 3600)))
        policy.closeAfter = .seconds(14 * 86_400)
        try await withCase(policy) { world, desk in
            _ = try await desk.resolve(CaseID(1), why: nil)
            world.time.advance(by: .seconds(10 * 86_400))
            try await world.visit(Review("r1", text: "Terrible, nothing works, and now it leaks too."))
            world.time.advance(by: .seconds(5 * 86_400))
            try await world.checkDeadlines()
            #expect(try await world.cases()[0].state == .resolved)
            world.time.advance(by: .seconds(10 * 86_400))
            try await world.checkDeadlines()
            try await world.checkDeadlines()
            #expect(try await world.cases()[0].state == .closed)
            let last = try await world.store.read { try $0.timeline(of: CaseID(1)) }.last
            #expect(last?.what == .closed && last?.by == nil)
            #expect(try await world.events().filter { $0 == "case.closed" }.count == 1)
            #expect(try await world.cases()[0].closes == nil)
        }
    }

    @Test func `a clock that was off when the case ended is off when the daemon closes it`() async throws {
        var policy = Policy.answerIn(.elapsed(.seconds(30)))
        policy.closeAfter = .seconds(40)
        try await withCase(policy) { world, desk in
            _ = try await desk.resolve(CaseID(1), why: nil)
            #expect(try await world.clock()?.state == .off)
            world.time.advance(by: .seconds(41))
            try await world.checkDeadlines()
            #expect(try await world.cases()[0].state == .closed)
            #expect(try await world.clock()?.state == .off)
            #expect(try await world.events().contains("case.missed") == false)
        }
    }

    @Test func `a mention that staff open a case for leaves the inbox and teaches nothing`() async throws {
        try await World.with(policy: .answerIn(.elapsed(.seconds(8 * 3600)))) { world in
            let old = (world.time.now() - .seconds(30 * 86_400)).description
            try await world.visit(Review("r1", published: old))
            let now = world.time.now()
            #expect(try await world.store.read { try $0.mentionIDs(.inbox, now: now) }.count == 1)
            _ = try await world.desk().open(for: MentionID(1), why: "asks for a call")
            #expect(try await world.store.read { try $0.mentionIDs(.inbox, now: now) }.isEmpty)
            #expect(try await world.store.read { try $0.standingDecisionCount() } == 0)
        }
    }

    @Test
    func `inside words reach no webhook: notes, next steps, tags, links, why somebody waits or gives back`()
        async throws
    {
        try await withCase { world, desk in
            let id = CaseID(1)
            _ = try await desk.note("SECRET-note", on: id)
            _ = try await desk.setNext("SECRET-step", due: nil, on: id)
            _ = try await desk.stepDone(then: "SECRET-then", due: nil, on: id)
            _ = try await desk.take(id)
            _ = try await desk.unassign(id, why: "SECRET-back")
            _ = try await desk.wait(id, why: "SECRET-wait")
            _ = try await desk.resume(id, why: "SECRET-resume")
            _ = try await desk.tag(id, add: [Complaints.Tag("SECRET-tag")], remove: [])
            _ = try await desk.link(id, to: .url("https://secret.example/"), as: .related, why: "SECRET-link")
            _ = try await desk.reply("We are sorry.", to: id)
            _ = try await desk.resolve(id, why: "said why")
            let bodies = try await world.store.read { session in
                try session.query("SELECT body FROM event", []) { String(decoding: $0.blob(), as: UTF8.self) }
            }
            #expect(bodies.count >= 5)
            for body in bodies { #expect(!body.lowercased().contains("secret"), "\(body)") }
        }
    }
}
