import Complaints
import Foundation
import Logging
import Storage
import TestSupport
import Testing

@testable import Monitor

/// What still asks for a person is told again, as it stands then, until somebody acts on it.
@Suite struct ReminderTests {
    private static let again = QuietSettings(
        group: AlertGroup(
            by: [.case], wait: .seconds(30), interval: .seconds(300), repeat: .seconds(4 * 3600)))

    private func with(
        _ quiet: QuietSettings = ReminderTests.again, _ work: (World) async throws -> Void
    ) async throws {
        try await World.with(
            policy: .answerIn(.elapsed(.seconds(100 * 3600))), endpoints: [QuietPlace.desk(quiet)], work)
    }

    /// One turn of the loop, and a receiver that takes everything.
    private func turn(_ world: World, after wait: Duration) async throws {
        world.time.advance(by: wait)
        try await QuietLoop(
            current: world.daemon.current, store: world.store, time: world.time,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, pulse: Pulse()
        ).checkOnce()
        let now = world.time.now()
        try await world.store.write { session in
            for alert in try session.alerts(state: .pending) {
                try session.markDelivered([(alert.number, now)])
            }
        }
    }

    private func reminders(_ world: World) async throws -> [[String: Any]] {
        try await world.bodies(.digest).compactMap { $0["data"] as? [String: Any] }
            .filter { $0["reason"] as? String == "repeat" }
    }

    @Test func `a case that nobody looks at is told again, as it is now`() async throws {
        try await with { world in
            try await world.visit(Review("r1"))
            try await turn(world, after: .seconds(60))
            try await turn(world, after: .seconds(3 * 3600))
            #expect(try await reminders(world).isEmpty)
            _ = try await world.store.write { session in
                try session.execute("UPDATE \"case\" SET urgency = 'high' WHERE id = 1")
            }
            try await turn(world, after: .seconds(3600))
            let told = try await reminders(world)
            #expect(told.count == 1)
            let data = try #require(told.first)
            // The payload is made anew: what was raised since is in it.
            #expect((data["case"] as? [String: Any])?["urgency"] as? String == "high")
            #expect((data["mention"] as? [String: Any])?["id"] as? String == "m1")
            let summary = (data["events"] as? [[String: Any]])?.first?["summary"] as? [String: Any]
            #expect(summary?["case"] as? Int == 1 && summary?["urgency"] as? String == "high")
            try await turn(world, after: .seconds(4 * 3600))
            #expect(try await reminders(world).count == 2)
        }
    }

    @Test(arguments: ["take", "note", "reply", "wait", "dismiss"])
    func `an act of a person stops it`(act: String) async throws {
        try await with { world in
            try await world.visit(Review("r1"))
            try await turn(world, after: .seconds(60))
            let (desk, id) = (world.desk(), CaseID(1))
            switch act {
            case "take": _ = try await desk.take(id)
            case "note": _ = try await desk.note("seen", on: id)
            case "reply": _ = try await desk.reply("Sorry.", to: id)
            case "wait": _ = try await desk.wait(id, why: "asked")
            default: _ = try await desk.dismiss(MentionID(1), why: "a joke")
            }
            for _ in 0..<12 { try await turn(world, after: .seconds(3600)) }
            #expect(try await reminders(world).isEmpty)
        }
    }

    @Test func `what happens after it was taken asks again`() async throws {
        try await with { world in
            try await world.visit(Review("r1"))
            try await turn(world, after: .seconds(60))
            _ = try await world.desk().take(CaseID(1))
            world.time.advance(by: .seconds(101 * 3600))
            try await world.checkDeadlines()
            try await turn(world, after: .seconds(60))
            try await turn(world, after: .seconds(4 * 3600))
            let told = try await reminders(world)
            #expect(told.count == 1)
            #expect(
                (told.first?["events"] as? [[String: Any]])?.first?["type"] as? String == "ombud.case.missed")
        }
    }

    @Test func `many cases are told again in one message`() async throws {
        try await with { world in
            try await world.visit(Review("r1"), Review("r2", text: "Broken, and nobody answers the phone."))
            try await turn(world, after: .seconds(60))
            try await turn(world, after: .seconds(4 * 3600))
            let cases = try await world.cases().count
            #expect(cases == 2)
            #expect(try await reminders(world).map { $0["count"] as? Int } == [cases])
        }
    }

    @Test func `in quiet hours and under a silence nobody is reminded`() async throws {
        var quiet = Self.again
        // The world begins at ten in the morning.
        quiet.hours = QuietHours([.init(from: 12 * 60, to: 20 * 60)], zone: .utc)
        try await with(quiet) { world in
            try await world.visit(Review("r1"))
            try await turn(world, after: .seconds(60))
            for _ in 0..<9 { try await turn(world, after: .seconds(3600)) }
            #expect(try await reminders(world).isEmpty)
            _ = try await world.desk().silence(
                .init(cases: [CaseID(1)]), until: world.time.now() + .seconds(5 * 3600), why: "we know")
            for _ in 0..<4 { try await turn(world, after: .seconds(3600)) }
            #expect(try await reminders(world).isEmpty)
            for _ in 0..<2 { try await turn(world, after: .seconds(3600)) }
            #expect(try await reminders(world).count == 1)
        }
    }

    @Test func `what was not delivered yet is not told again`() async throws {
        try await with { world in
            try await world.visit(Review("r1"))
            let loop = QuietLoop(
                current: world.daemon.current, store: world.store, time: world.time,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, pulse: Pulse())
            for _ in 0..<12 {
                world.time.advance(by: .seconds(3600))
                try await loop.checkOnce()
            }
            #expect(try await reminders(world).isEmpty)
        }
    }
}
