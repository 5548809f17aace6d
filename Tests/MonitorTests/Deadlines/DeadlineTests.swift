import Complaints
import Storage
import TestSupport
import Testing

@testable import Monitor

@Suite struct DeadlineTests {
    /// Eight hours, with a word after four and one an hour before the end.
    private let policy = Policy.answerIn(
        .elapsed(.seconds(8 * 3600)), warnings: [.share(0.5), .before(.elapsed(.seconds(3600)))])

    private func deadlines(_ world: World) async throws -> [String] {
        try await world.events().filter { $0 == "case.warning" || $0 == "case.missed" }
    }

    @Test func `each warning is said once in its time, and the miss once`() async throws {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            for _ in 0..<(9 * 60) {
                world.time.advance(by: .seconds(60))
                try await world.checkDeadlines()
            }
            #expect(try await deadlines(world) == ["case.warning", "case.warning", "case.missed"])
            let told = try await world.store.read { try $0.timeline(of: CaseID(1)) }.filter {
                $0.what == .warned
            }
            #expect(told.map { ($0.at - ManualTime.monday).inMilliseconds / 60_000 } == [241, 421])
            let late = try await world.bodies(.caseWarning).map {
                ($0["data"] as? [String: Any])?["late"] as? Bool
            }
            #expect(late == [nil, nil])
            #expect(try await world.clock()?.state == .missed)
            #expect(try await world.cases().first?.due == nil)
        }
    }

    @Test func `a miss is told once when the machine's clock goes back and comes by again`() async throws {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            world.time.advance(by: .seconds(9 * 3600))
            try await world.checkDeadlines()
            world.time.goBack(by: .seconds(3600 * 2))
            _ = try await world.desk().take(CaseID(1))
            #expect(try await world.clock()?.state == .running)
            world.time.advance(by: .seconds(2 * 3600))
            try await world.checkDeadlines()
            #expect(try await world.clock()?.state == .missed)
            #expect(try await deadlines(world).filter { $0 == "case.missed" }.count == 1)
        }
    }

    @Test func `a warning says that a clock is unknown while the page of its reply cannot be seen`()
        async throws
    {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            world.site.fault(.status(500), at: "/acme")
            for _ in 0..<3 { try await world.visit() }
            #expect(try await world.status().coverage.health == .blind)
            world.time.advance(by: .seconds(4 * 3600))
            try await world.checkDeadlines()
            let data = try #require(try await world.bodies(.caseWarning).first?["data"] as? [String: Any])
            #expect((data["clock"] as? [String: Any])?["state"] as? String == "unknown")
            let clocks = (data["case"] as? [String: Any])?["clocks"] as? [[String: Any]]
            #expect(clocks?.map { $0["state"] as? String } == ["unknown"])
        }
    }

    @Test func `a case whose policy cannot be read holds up the deadlines of no other`() async throws {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"), Review("r2"))
            try await world.store.write { session in
                try session.execute("INSERT INTO policy (name, body) VALUES ('torn', 'no policy')")
                try session.execute(
                    "UPDATE \"case\" SET policy = (SELECT max(id) FROM policy) WHERE id = 1")
            }
            world.time.advance(by: .seconds(9 * 3600))
            try await world.checkDeadlines()
            let missed = try await world.alerts().filter { $0.type == .caseMissed }
            #expect(missed.map(\.subject) == ["case/2"])
        }
    }

    @Test func `after a standstill the warnings of a clock are said once, marked as late`() async throws {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            world.time.advance(by: .seconds(Int64(7.5 * 3600)))
            try await world.checkDeadlines()
            try await world.checkDeadlines()
            #expect(try await deadlines(world) == ["case.warning"])
            let data = try #require(try await world.bodies(.caseWarning).first?["data"] as? [String: Any])
            #expect(data["late"] as? Bool == true)
            #expect((data["clock"] as? [String: Any])?["name"] as? String == "answer")
        }
    }

    @Test func `after a standstill past the end only the miss is said`() async throws {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            world.time.advance(by: .seconds(20 * 3600))
            try await world.checkDeadlines()
            #expect(try await deadlines(world) == ["case.missed"])
        }
    }

    @Test func `an answered case neither warns nor misses`() async throws {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            _ = try await world.desk().reply("Sorry.", to: CaseID(1))
            world.time.advance(by: .seconds(20 * 3600))
            try await world.checkDeadlines()
            #expect(try await deadlines(world) == [])
        }
    }

    @Test func `a dismissed case neither warns nor misses`() async throws {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            _ = try await world.desk().dismiss(MentionID(1), why: "a joke")
            world.time.advance(by: .seconds(20 * 3600))
            try await world.checkDeadlines()
            #expect(try await deadlines(world) == [])
            #expect(try await world.clock()?.state == .off)
        }
    }

    @Test func `many cases that are due at once are all told`() async throws {
        try await World.with(policy: policy) { world in
            let (outbox, policy, now) = (world.setup.outbox, policy, world.time.now())
            try await world.store.write { session in
                try session.keepSources([.make("acme")], now: now)
                for number in 0..<450 {
                    let id = try session.addMention(
                        .make(source: "acme", content: Content(text: "Bad \(number).")))
                    let mention = try #require(try session.mention(id))
                    _ = try CaseFile.open(for: mention, policy: policy, outbox: outbox, now: now, in: session)
                }
            }
            world.time.advance(by: .seconds(9 * 3600))
            try await world.checkDeadlines()
            #expect(try await deadlines(world).count == 450)
        }
    }
}
