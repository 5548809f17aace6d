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

    // MARK: What is no case

    /// Tells the endpoint of something, and lets the group's wait pass.
    private func post(
        _ type: EventType, _ subject: EventSubject, _ world: World, _ data: EventData
    ) async throws {
        let (outbox, now) = (world.daemon.current.value.outbox, world.time.now())
        _ = try await world.store.write {
            try outbox.post(type, about: subject, at: now, data: data, in: $0)
        }
        try await turn(world, after: .seconds(60))
    }

    private func goBlind(_ world: World) async throws {
        try await world.visit(Review("r1"))
        _ = try await world.desk().take(CaseID(1))
        let since = world.time.now()
        try await setHealth("blind", world)
        var data = EventData()
        data.source = SourceData(
            name: "acme", subject: "Acme", url: "https://acme.example/", since: since, reason: "HTTP 503")
        try await post(.sourceBlind, .source("acme"), world, data)
    }

    private func setHealth(_ health: String, _ world: World) async throws {
        _ = try await world.store.write { session in
            try session.execute(
                "UPDATE source SET health = ?, last_failure = 'HTTP 503' WHERE name = 'acme'", [health])
        }
    }

    @Test func `a source that stays blind is told again until it is seen`() async throws {
        try await with { world in
            try await goBlind(world)
            for _ in 0..<8 { try await turn(world, after: .seconds(3600)) }
            let told = try await reminders(world)
            #expect(told.count == 2)
            let event = try #require((told.first?["events"] as? [[String: Any]])?.first)
            #expect(event["type"] as? String == "ombud.source.blind")
            #expect(event["subject"] as? String == "source/acme")
            let summary = try #require(event["summary"] as? [String: Any])
            #expect(summary["source"] as? String == "acme" && summary["text"] as? String == "HTTP 503")
            try await setHealth("fine", world)
            for _ in 0..<8 { try await turn(world, after: .seconds(3600)) }
            #expect(try await reminders(world).count == 2)
            #expect(try await world.store.read { try $0.reminderEndpoints() }.isEmpty)
        }
    }

    @Test func `a paused source is not told again, and is when it is polled again and still blind`()
        async throws
    {
        try await with { world in
            try await goBlind(world)
            _ = try await world.desk().pause(["acme"], why: "they move")
            for _ in 0..<8 { try await turn(world, after: .seconds(3600)) }
            #expect(try await reminders(world).isEmpty)
            _ = try await world.desk().resume(["acme"])
            try await setHealth("blind", world)
            for _ in 0..<4 { try await turn(world, after: .seconds(3600)) }
            #expect(try await reminders(world).count == 1)
        }
    }

    @Test func `what was acknowledged is told again only when it asks anew`() async throws {
        try await with { world in
            try await goBlind(world)
            #expect(try await world.desk().acknowledge(.source("acme")))
            #expect(try await !world.desk().acknowledge(.source("acme")))
            for _ in 0..<8 { try await turn(world, after: .seconds(3600)) }
            #expect(try await reminders(world).isEmpty)
            await #expect(throws: Desk.Refusal.self) {
                _ = try await world.desk().acknowledge(.source("acne"))
            }
            await #expect(throws: Desk.Refusal.self) {
                _ = try await world.desk().acknowledge(.incident(IncidentID(9)))
            }
        }
    }

    @Test func `an incident is told again until it is over`() async throws {
        try await with { world in
            let now = world.time.now()
            _ = try await world.store.write { session in
                try session.execute(
                    """
                    INSERT INTO incident (subject, source, kind, opened, started, ended, length, count, expected,
                        words, is_one_wording, usual_rate, why)
                    VALUES ('Acme', NULL, 'outage', ?, ?, ?, 3600000, 9, 1.5, 'parcel', 0, 0.1, 'many at once')
                    """, [now, now, now])
            }
            let incident = try #require(try await world.store.read { try $0.incident(IncidentID(1)) })
            var data = EventData()
            data.incident = IncidentData(incident, cases: [], mentions: [])
            data.why = incident.why
            try await post(.incidentOpened, .incident(incident.id), world, data)
            for _ in 0..<4 { try await turn(world, after: .seconds(3600)) }
            let told = try await reminders(world)
            #expect(told.count == 1)
            let event = try #require((told.first?["events"] as? [[String: Any]])?.first)
            #expect(event["subject"] as? String == "incident/1")
            #expect((event["summary"] as? [String: Any])?["why"] as? String == "many at once")
            try await world.store.write { try $0.closeIncident(incident.id, at: now) }
            for _ in 0..<8 { try await turn(world, after: .seconds(3600)) }
            #expect(try await reminders(world).count == 1)
        }
    }
}
