import Complaints
import Demo
import Foundation
import Storage
import TestSupport
import Testing

@testable import Monitor

/// A world with one or more receivers; each alert is laid out by `desk().test` or by a complaint.
@Suite struct DeliveryTests {
    private static let secret = Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr")

    private func with(
        _ names: [String] = ["desk"], retry: [Duration] = [.seconds(5), .seconds(60)],
        timeout: Duration = .seconds(5), _ work: (World, [String: WebhookReceiver]) async throws -> Void
    ) async throws {
        var receivers: [String: WebhookReceiver] = [:]
        var endpoints: [Endpoint] = []
        for name in names {
            let receiver = WebhookReceiver()
            try await receiver.start()
            let url = try #require(await receiver.url)
            receivers[name] = receiver
            endpoints.append(
                Endpoint(name: name, url: url, secret: Self.secret, retry: retry, timeout: timeout))
        }
        let started = receivers
        try await World.with(endpoints: endpoints) { try await work($0, started) }
        for receiver in started.values { await receiver.stop() }
    }

    private func state(_ world: World, _ endpoint: String = "desk") async throws -> [Alert.State] {
        try await world.store.read { try $0.alerts(endpoint: endpoint) }.map(\.state).reversed()
    }

    @Test func `an alert arrives signed, as the docs say`() async throws {
        try await with { world, receivers in
            try await world.visit(Review("r1"))
            try await world.daemon.deliverDue()
            let deliveries = try #require(await receivers["desk"]?.deliveries)
            #expect(deliveries.count == 2)
            let signer = try WebhookSigner(secret: Self.secret.value)
            for delivery in deliveries {
                let id = try #require(delivery.id)
                let timestamp = try #require(delivery.header("webhook-timestamp").flatMap { Int64($0) })
                #expect(timestamp == world.time.now().milliseconds / 1000)
                let signature = try #require(delivery.header("webhook-signature"))
                #expect(signer.verifies(signature, id: id, timestamp: timestamp, body: delivery.body))
                #expect(delivery.header("content-type") == "application/cloudevents+json; charset=utf-8")
                let event = try #require(
                    try JSONSerialization.jsonObject(with: Data(delivery.body)) as? [String: Any])
                #expect(event["id"] as? String == id)
            }
            #expect(try await state(world) == [.delivered, .delivered])
        }
    }

    @Test func `what was answered with 500 comes again under the same id, byte for byte`() async throws {
        try await with { world, receivers in
            let receiver = try #require(receivers["desk"])
            await receiver.failNext(.status(500))
            _ = try await world.desk().test("desk")
            try await world.daemon.deliverDue()
            try await world.daemon.deliverDue()
            #expect(await receiver.deliveries.count == 1)
            world.time.advance(by: .seconds(5))
            try await world.daemon.deliverDue()
            let deliveries = await receiver.deliveries
            #expect(deliveries.map(\.answered) == [500, 200])
            #expect(Set(deliveries.map(\.id)).count == 1)
            #expect(Set(deliveries.map(\.body)).count == 1)
            #expect(Set(deliveries.map { $0.header("webhook-signature") }).count == 2)
            #expect(try await state(world) == [.delivered])
        }
    }

    @Test func `after the last wait it is a dead letter, which people can send again`() async throws {
        try await with { world, receivers in
            let receiver = try #require(receivers["desk"])
            await receiver.fail(.status(500))
            let id = try await world.desk().test("desk")
            for _ in 0..<5 {
                try await world.daemon.deliverDue()
                world.time.advance(by: .seconds(60))
            }
            #expect(await receiver.deliveries.count == 3)
            #expect(try await state(world) == [.dead])
            #expect(try await world.alerts().first?.lastError == "it answered 500")
            await receiver.fail(nil)
            #expect(try await world.desk().resend(id, to: nil).endpoints == 1)
            try await world.daemon.deliverDue()
            #expect(await Set(receiver.deliveries.map(\.id)).count == 1)
            #expect(try await state(world) == [.delivered])
        }
    }

    @Test func `410 disables the endpoint until people enable it, and tells the others once`() async throws {
        try await with(["desk", "chat"]) { world, receivers in
            let (desk, chat) = (try #require(receivers["desk"]), try #require(receivers["chat"]))
            await desk.fail(.status(410))
            try await world.visit(Review("r1"))
            for _ in 0..<3 {
                try await world.daemon.deliverDue()
                world.time.advance(by: .seconds(600))
            }
            #expect(await desk.deliveries.count <= 2)
            let told = await chat.deliveries.filter { $0.text.contains("ombud.endpoint.disabled") }
            #expect(told.count == 1)
            #expect(told.first?.text.contains("it answered 410 Gone") == true)
            let refused = await desk.deliveries.compactMap(\.id)
            #expect(refused.contains { told.first?.text.contains("\"causationid\":\"\($0)\"") == true })
            #expect(try await world.store.read { try $0.endpointState("desk") }?.disabledAt != nil)
            await desk.fail(nil)
            try await world.desk().enable("desk")
            try await world.daemon.deliverDue()
            #expect(try await state(world) == [.delivered, .delivered])
        }
    }

    @Test func `a redirect is not followed`() async throws {
        try await with(["desk", "other"]) { world, receivers in
            let (desk, other) = (try #require(receivers["desk"]), try #require(receivers["other"]))
            await desk.fail(.redirect(to: try #require(await other.url)))
            _ = try await world.desk().test("desk")
            try await world.daemon.deliverDue()
            #expect(await other.deliveries.isEmpty)
            #expect(
                try await world.alerts().first?.lastError == "it answered 302; redirects are not followed")
            #expect(try await state(world) == [.pending])
        }
    }

    @Test func `Retry-After holds everything for that endpoint and nothing for others`() async throws {
        try await with(["desk", "chat"]) { world, receivers in
            let (desk, chat) = (try #require(receivers["desk"]), try #require(receivers["chat"]))
            await desk.failNext(.busy(status: 429, retryAfter: 600))
            _ = try await world.desk().test("desk")
            try await world.daemon.deliverDue()
            _ = try await world.desk().test("desk")
            _ = try await world.desk().test("chat")
            world.time.advance(by: .seconds(599))
            try await world.daemon.deliverDue()
            #expect(await desk.deliveries.count == 1)
            #expect(await chat.deliveries.count == 1)
            world.time.advance(by: .seconds(2))
            try await world.daemon.deliverDue()
            #expect(await desk.deliveries.count == 3)
        }
    }

    @Test func `an endpoint that hangs delays no other, nor those behind it`() async throws {
        try await with(["desk", "chat"], timeout: .seconds(3)) { world, receivers in
            let (desk, chat) = (try #require(receivers["desk"]), try #require(receivers["chat"]))
            await desk.fail(.hang)
            let running = Task { try await world.daemon.run() }
            _ = try await world.desk().test("desk")
            #expect(try await turned(world, desk, 1))
            await desk.fail(nil)
            _ = try await world.desk().test("desk")
            _ = try await world.desk().test("chat")
            #expect(try await turned(world, chat, 1))
            #expect(try await turned(world, desk, 2))
            #expect(try await eventually { try await state(world, "chat") == [.delivered] })
            running.cancel()
            _ = await running.result
        }
    }

    /// Turns the clock until so many deliveries arrived.
    private func turned(_ world: World, _ receiver: WebhookReceiver, _ count: Int) async throws -> Bool {
        try await eventually {
            world.time.advance(by: .milliseconds(50))
            return await receiver.deliveries.count >= count
        }
    }

    @Test func `the log says once that an endpoint fails, and once that it is back`() async throws {
        try await with(["desk"]) { world, receivers in
            let (desk, book) = (try #require(receivers["desk"]), LogBook())
            let daemon = Daemon(
                setup: world.setup, store: world.store, time: world.time, node: "test",
                notifier: Notifier(environment: [:]), logger: book.logger, chance: { 0.5 })
            await desk.fail(.status(500))
            _ = try await world.desk().test("desk")
            try await daemon.deliverDue()
            #expect(book.lines().isEmpty)
            for _ in 0..<3 {
                world.time.advance(by: .seconds(600))
                try await daemon.deliverDue()
            }
            #expect(
                book.lines() == [
                    "deliveries fail, and are tried again: it answered 500",
                    "alert is a dead letter: it answered 500; `ombud alert resend \(try await world.alerts()[0].event)` "
                        + "sends it again",
                ])
            #expect(book.lines(.debug).filter { $0.contains("tried again at") }.count >= 2)
            await desk.fail(nil)
            _ = try await world.desk().test("desk")
            try await daemon.deliverDue()
            #expect(book.lines().last == "the endpoint takes deliveries again")
            try await daemon.close()
        }
    }

    @Test func `event ids are unique and sort by time`() {
        let ids = (0..<2000).map { newEventID(now: ManualTime.monday + .milliseconds(Int64($0 / 2))).text }
        #expect(Set(ids).count == 2000)
        #expect(ids.map { $0.prefix(14) } == ids.map { $0.prefix(14) }.sorted())
        #expect(ids.allSatisfy { $0.hasPrefix("evt_") && $0.count == 30 && !$0.contains(".") })
    }
}
