import Complaints
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Promises and ladders in a running daemon, with time that the test turns.
@Suite struct PromiseWatchTests {
    private typealias Review = ListPage.Review
    private let policy = Policy.answerIn(.elapsed(.seconds(1000 * 3600)))
    private let hour = Duration.seconds(3600)

    private func told(_ world: World) async throws -> [String] {
        try await world.events().filter { $0.hasPrefix("promise.") || $0 == "case.escalated" }
    }

    private func make(_ world: World, due: Duration, what: String = "money back") async throws {
        _ = try await world.desk().promise(
            PromiseRequest(what: what, measure: "on the account", due: .at(world.time.now() + due)),
            on: CaseID(1))
    }

    @Test func `a promise is at risk once and broken once, in one wording for all`() async throws {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            try await make(world, due: .seconds(100 * 3600))
            for _ in 0..<110 {
                world.time.advance(by: hour)
                try await world.checkDeadlines()
            }
            #expect(try await told(world) == ["promise.atrisk", "promise.broken"])
            let data = try #require(try await world.bodies(.promiseAtRisk).first?["data"] as? [String: Any])
            let promise = try #require(data["promise"] as? [String: Any])
            #expect(promise["state"] as? String == "open" && promise["owner"] as? String == "ola")
            let wording = try #require(promise["wording"] as? String)
            #expect(wording.contains("money back") && wording.contains("on the account"))
            #expect(data["late"] == nil)
            #expect(
                try await world.timeline().suffix(3) == ["promised", "promise-at-risk", "promise-broken"])
        }
    }

    @Test func `no case ends with an open promise unsaid`() async throws {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            let (desk, id) = (world.desk(), CaseID(1))
            try await make(world, due: .seconds(100 * 3600))
            _ = try await desk.reply("We are sorry.", to: id)
            await #expect(throws: Desk.Refusal.self) { try await desk.close(id, why: nil) }
            #expect(try await world.cases()[0].state == .answered)
            _ = try await desk.close(id, why: nil, anyway: true)
            #expect(try await world.cases()[0].state == .closed)
            _ = try await desk.reopen(id, why: "not over")
            let mention = try #require(try await world.mentions().first)
            _ = try await desk.dismiss(mention.id, why: "a joke")
            #expect(try await world.cases()[0].state == .dismissed)
            let last = try await world.store.read { try $0.timeline(of: id) }.last
            #expect(last?.note?.contains("promise 1 \u{201C}money back\u{201D}, due ") == true)
            #expect(last?.note?.hasSuffix("stays open") == true)
            #expect(try await desk.openPromises(of: id).map(\.number) == [1])
        }
    }

    @Test func `what fell due while the daemon was down is told once when it starts, as late`() async throws {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            try await make(world, due: .seconds(100 * 3600))
            world.time.advance(by: .seconds(95 * 3600))
            try await world.checkDeadlines()
            try await world.checkDeadlines()
            #expect(try await told(world) == ["promise.atrisk"])
            var late = try await world.bodies(.promiseAtRisk).map {
                ($0["data"] as? [String: Any])?["late"] as? Bool
            }
            #expect(late == [true])
            world.time.advance(by: .seconds(50 * 3600))
            try await world.checkDeadlines()
            try await world.checkDeadlines()
            #expect(try await told(world) == ["promise.atrisk", "promise.broken"])
            late = try await world.bodies(.promiseBroken).map {
                ($0["data"] as? [String: Any])?["late"] as? Bool
            }
            #expect(late == [true])
        }
    }

    @Test func `a promise that was kept is told of once and never broken`() async throws {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            try await make(world, due: .seconds(10 * 3600))
            world.time.advance(by: hour)
            let kept = try await world.desk().end(nil, as: .kept, on: CaseID(1))
            #expect(kept.state == .kept)
            world.time.advance(by: .seconds(100 * 3600))
            try await world.checkDeadlines()
            #expect(try await told(world) == ["promise.kept"])
            await #expect(throws: Desk.Refusal.self) {
                _ = try await world.desk().end(1, as: .broken, on: CaseID(1))
            }
        }
    }

    @Test func `a promise is watched on when its case is resolved with it, which has to be said`()
        async throws
    {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            try await make(world, due: .seconds(10 * 3600))
            let refusal = await #expect(throws: Desk.Refusal.self) {
                _ = try await world.desk().resolve(CaseID(1), why: nil)
            }
            #expect(refusal?.description.contains("an open promise: 1 “money back”") == true)
            #expect(try await world.cases().first?.state == .new)
            _ = try await world.desk().resolve(CaseID(1), why: nil, anyway: true)
            world.time.advance(by: .seconds(11 * 3600))
            try await world.checkDeadlines()
            #expect(try await told(world) == ["promise.broken"])
        }
    }

    @Test func `a promise in our public reply is proposed, once, and owed when it is accepted`() async throws
    {
        try await World.with(policy: policy) { world in
            var review = Review("r1")
            try await world.visit(review)
            _ = try await world.desk().reply("We are sorry. We will call you tomorrow.", to: CaseID(1))
            review.reply = (text: "We are sorry. We will call you tomorrow.", published: world.today)
            try await world.visit(review)
            var promises = try await world.store.read { try $0.promises(of: CaseID(1)) }
            #expect(
                promises.map(\.state) == [.proposed] && promises.first?.what == "We will call you tomorrow")
            world.time.advance(by: .seconds(3 * 3600))
            try await world.checkDeadlines()
            #expect(try await told(world) == [])
            let accepted = try await world.desk().accept(
                1, PromiseRequest(measure: "she was reached"), on: CaseID(1))
            #expect(
                accepted.state == .open && accepted.measure == "she was reached" && accepted.owner == "ola")
            world.time.advance(by: .seconds(60 * 3600))
            try await world.checkDeadlines()
            #expect(try await told(world) == ["promise.broken"])
            promises = try await world.store.read { try $0.promises(of: CaseID(1)) }
            #expect(promises.map(\.state) == [.broken])
        }
    }

    @Test func `what staff decline is proposed no more`() async throws {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            _ = try await world.desk().reply("We will call you tomorrow.", to: CaseID(1))
            _ = try await world.desk().decline(1, why: "a figure of speech", on: CaseID(1))
            _ = try await world.desk().reply("We will call you tomorrow.", to: CaseID(1))
            let promises = try await world.store.read { try $0.promises(of: CaseID(1)) }
            #expect(promises.map(\.state) == [.declined])
        }
    }

    // MARK: The ladder

    private var climbing: Policy {
        var policy = Policy.answerIn(.elapsed(.seconds(10 * 3600)))
        policy.ladder = [
            Rung(who: "lead", clock: "answer", when: .before(.elapsed(hour)), what: "see to it"),
            Rung(
                who: "head", clock: "answer", when: .after(.elapsed(.seconds(2 * 3600))), what: "answer today"
            ),
        ]
        return policy
    }

    @Test func `each rung is climbed once in its time, and names who, what and the clock`() async throws {
        try await World.with(policy: climbing) { world in
            try await world.visit(Review("r1"))
            for _ in 0..<20 {
                world.time.advance(by: hour)
                try await world.checkDeadlines()
            }
            let rungs = try await world.bodies(.caseEscalated).compactMap { body -> String? in
                let data = body["data"] as? [String: Any]
                let rung = data?["rung"] as? [String: Any]
                let clock = data?["clock"] as? [String: Any]
                return
                    "\(rung?["number"] ?? "") \(rung?["who"] ?? "") \(rung?["what"] ?? "") \(clock?["name"] ?? "")"
            }
            #expect(rungs == ["1 lead see to it answer", "2 head answer today answer"])
        }
    }

    @Test func `after a standstill each rung is climbed once, marked as late`() async throws {
        try await World.with(policy: climbing) { world in
            try await world.visit(Review("r1"))
            world.time.advance(by: .seconds(30 * 3600))
            try await world.checkDeadlines()
            try await world.checkDeadlines()
            let late = try await world.bodies(.caseEscalated).map {
                ($0["data"] as? [String: Any])?["late"] as? Bool
            }
            #expect(late == [true, true])
        }
    }

    @Test func `an answer stops the ladder, and reopening starts it anew`() async throws {
        try await World.with(policy: climbing) { world in
            try await world.visit(Review("r1"))
            world.time.advance(by: .seconds(9 * 3600 + 60))
            try await world.checkDeadlines()
            _ = try await world.desk().reply("Sorry.", to: CaseID(1))
            world.time.advance(by: .seconds(20 * 3600))
            try await world.checkDeadlines()
            #expect(try await told(world) == ["case.escalated"])
            _ = try await world.desk().resolve(CaseID(1), why: nil)
            _ = try await world.desk().reopen(CaseID(1), why: "not paid")
            world.time.advance(by: .seconds(30 * 3600))
            try await world.checkDeadlines()
            #expect(try await told(world).count == 3)
        }
    }

    @Test func `a delay takes the rungs that are to come with it`() async throws {
        try await World.with(policy: climbing) { world in
            try await world.visit(Review("r1"))
            let until = world.time.now() + .seconds(50 * 3600)
            _ = try await world.desk().delay(CaseID(1), DelayRequest(until: .at(until), why: "parts"))
            world.time.advance(by: .seconds(40 * 3600))
            try await world.checkDeadlines()
            #expect(try await told(world) == [])
            world.time.advance(by: .seconds(20 * 3600))
            try await world.checkDeadlines()
            #expect(try await told(world).count == 2)
        }
    }
}
