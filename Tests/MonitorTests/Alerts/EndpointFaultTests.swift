import Complaints
import Demo
import Foundation
import Settings
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Monitor

/// Receivers that misbehave, on loopback: nothing is lost, nothing comes under a second id, no other is late.
@Suite struct EndpointFaultTests {
    private func with(
        _ names: [String] = ["desk"], change: (inout Endpoint) -> Void = { _ in },
        _ work: (World, [String: WebhookReceiver]) async throws -> Void
    ) async throws {
        var receivers: [String: WebhookReceiver] = [:]
        var endpoints: [Endpoint] = []
        for name in names {
            let receiver = WebhookReceiver()
            try await receiver.start()
            receivers[name] = receiver
            var endpoint = Endpoint(
                name: name, url: try #require(await receiver.url), retry: [.seconds(5), .seconds(300)],
                timeout: .seconds(5))
            change(&endpoint)
            endpoints.append(endpoint)
        }
        let started = receivers
        try await World.with(endpoints: endpoints) { try await work($0, started) }
        for receiver in started.values { await receiver.stop() }
    }

    private func send(_ count: Int, to endpoint: String = "desk", _ world: World) async throws {
        for _ in 0..<count { _ = try await world.desk().test(endpoint) }
    }

    private func states(_ world: World, _ endpoint: String = "desk") async throws -> [Alert.State: Int] {
        try await world.store.read { try $0.alertCounts() }[endpoint] ?? [:]
    }

    private func health(_ world: World) async throws -> EndpointHealth {
        try #require(try await world.store.read { try $0.endpointState("desk") }).health
    }

    /// One pass a second, until nothing is due or the seconds are over.
    private func pass(_ seconds: Int, _ world: World) async throws {
        for _ in 0..<seconds {
            try await world.daemon.deliverDue()
            world.time.advance(by: .seconds(1))
        }
    }

    @Test func `those that wait burn no attempts while one at a time tries, and all go once it is taken`()
        async throws
    {
        try await with { world, receivers in
            let desk = try #require(receivers["desk"])
            await desk.fail(.status(500))
            try await send(60, world)
            try await pass(60, world)
            // 16 at once at first; then probes 5, 10, 20, ... seconds apart.
            let tried = await desk.deliveries.count
            #expect(tried < 32, "\(tried)")
            #expect(try await states(world) == [.pending: 60])
            let untried = try await world.alerts().filter { $0.attempts == 0 }.count
            #expect(untried >= 30, "\(untried)")
            await desk.fail(nil)
            try await pass(61, world)
            #expect(try await states(world) == [.delivered: 60])
            let taken = await desk.deliveries.filter { $0.answered == 200 }
            #expect(taken.count == 60 && Set(taken.map(\.id)).count == 60)
            #expect(try await health(world).failures == 0)
        }
    }

    @Test func `a restart forgets neither the breaker nor an id`() async throws {
        try await with { world, receivers in
            let desk = try #require(receivers["desk"])
            await desk.fail(.status(500))
            try await send(20, world)
            try await pass(3, world)
            let ids = await Set(desk.deliveries.map(\.id))
            let tried = await desk.deliveries.count
            let next = World.daemon(world.setup, store: world.store, time: world.time)
            try await next.deliverDue()
            #expect(await desk.deliveries.count == tried)
            await desk.fail(nil)
            world.time.advance(by: .seconds(600))
            try await next.deliverDue()
            try await next.close()
            let deliveries = await desk.deliveries
            #expect(ids.isSubset(of: Set(deliveries.filter { $0.answered == 200 }.map(\.id))))
            #expect(Set(deliveries.map(\.id)).count == 20)
            #expect(try await states(world) == [.delivered: 20])
        }
    }

    @Test func `after days of nothing but failures it is disabled, and the others are told once`()
        async throws
    {
        try await with(["desk", "chat"]) { world, receivers in
            let (desk, chat) = (try #require(receivers["desk"]), try #require(receivers["chat"]))
            await desk.fail(.status(500))
            for hour in 0..<130 {
                if hour % 10 == 0 { try await send(1, world) }
                try await world.daemon.deliverDue()
                world.time.advance(by: .seconds(3600))
            }
            let state = try #require(try await world.store.read { try $0.endpointState("desk") })
            #expect(state.isDisabled)
            #expect(state.reason == "nothing was taken for 5d; the last was: it answered 500")
            try await world.daemon.deliverDue()
            let told = await chat.deliveries.filter { $0.text.contains("ombud.endpoint.disabled") }
            #expect(told.count == 1)
            let tried = await desk.deliveries.count
            world.time.advance(by: .seconds(86_400))
            try await world.daemon.deliverDue()
            #expect(await desk.deliveries.count == tried)
            // What waited for it is sent when people enable it.
            await desk.fail(nil)
            try await world.desk().enable("desk")
            try await world.daemon.deliverDue()
            #expect(try await states(world)[.pending] == nil)
        }
    }

    @Test func `a clock that jumps a day ahead and back loses nothing and repeats nothing`() async throws {
        try await with { world, receivers in
            let desk = try #require(receivers["desk"])
            let start = world.time.now()
            await desk.failNext(.status(500), .busy(status: 503, retryAfter: 3600))
            try await send(1, world)
            try await world.daemon.deliverDue()
            world.time.advance(to: start + .seconds(86_400))
            try await send(1, world)
            try await world.daemon.deliverDue()
            world.time.goBack(by: .seconds(86_399))
            try await send(1, world)
            try await world.daemon.deliverDue()
            let deliveries = await desk.deliveries
            #expect(try await states(world) == [.delivered: 3])
            #expect(Set(deliveries.map(\.id)).count == 3)
            #expect(deliveries.filter { $0.answered == 200 }.count == 3)
        }
    }

    @Test func `an endpoint that asks for less is sent less, and the other is not late`() async throws {
        try await with(["desk", "chat"]) { world, receivers in
            let (desk, chat) = (try #require(receivers["desk"]), try #require(receivers["chat"]))
            await desk.failNext(.status(429), .status(502), .status(504))
            try await send(3, world)
            try await world.daemon.deliverDue()
            #expect(try await health(world).pace == 2.5)
            try await send(40, world)
            try await send(40, to: "chat", world)
            try await world.daemon.deliverDue()
            #expect(await chat.deliveries.count == 40)
            let begun = await desk.deliveries.count
            #expect(begun <= 3 + 3, "\(begun)")
            try await pass(60, world)
            #expect(try await states(world) == [.delivered: 43])
        }
    }

    @Test func `a rate is kept`() async throws {
        try await with(change: { $0.rate = 120 }) { world, receivers in
            let desk = try #require(receivers["desk"])
            try await send(20, world)
            try await pass(5, world)
            let sent = await desk.deliveries.count
            #expect((9...11).contains(sent), "\(sent)")
        }
    }

    @Test func `a certificate of nobody is refused, and the alert waits`() async throws {
        try await with(change: { $0.url = $0.url.replacing("http://", with: "https://") }) { world, _ in
            try await send(1, world)
            try await world.daemon.deliverDue()
            let alert = try #require(try await world.alerts().first)
            #expect(alert.state == .pending && alert.attempts == 1)
            #expect(alert.lastError?.contains("secure connection") == true, "\(alert.lastError ?? "")")
        }
    }

    @Test func `a private address is refused, unless the endpoint opens it`() async throws {
        let receiver = WebhookReceiver()
        try await receiver.start()
        let url = try #require(await receiver.url)
        for (opens, count) in [(false, 0), (true, 1)] {
            var endpoint = Endpoint(name: "desk", url: url, retry: [.seconds(5)])
            endpoint.allowsPrivate = opens
            try await World.with(endpoints: [endpoint], fetch: FetchSettings()) { world in
                try await send(1, world)
                try await world.daemon.deliverDue()
                #expect(await receiver.deliveries.count == count)
                let why = try await world.alerts().first?.lastError
                #expect(
                    opens
                        ? why == nil
                        : why?.contains(
                            "a loopback address; open it with `allow-private: true` at the endpoint `desk`")
                            == true,
                    "\(why ?? "")")
            }
        }
        await receiver.stop()
    }
}

/// The validation handshake of CloudEvents' HTTP webhook.
@Suite struct HandshakeTests {
    private final class Receiver: Sendable {
        struct State {
            var requests: [LoopbackRequest] = []
            var allows: [(String, String)] = []
        }
        let state = Mutex(State())

        var methods: [String] { state.withLock { $0.requests.map(\.method) } }

        func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
            state.withLock { state in
                state.requests.append(request)
                guard request.method == "OPTIONS" else { return LoopbackAnswer(status: 200) }
                return LoopbackAnswer(
                    status: state.allows.isEmpty ? 405 : 200,
                    headers: state.allows.map { (name: $0.0, value: $0.1) })
            }
        }
    }

    private func with(_ work: (World, Receiver) async throws -> Void) async throws {
        let receiver = Receiver()
        let server = try await LoopbackServer.start { receiver.answer($0) }
        var endpoint = Endpoint(name: "desk", url: server.url + "/hook", retry: [.seconds(5), .seconds(300)])
        endpoint.isAskedFirst = true
        try await World.with(endpoints: [endpoint]) { try await work($0, receiver) }
        await server.stop()
    }

    @Test func `it is asked once before the first delivery, and its rate is kept`() async throws {
        try await with { world, receiver in
            receiver.state.withLock {
                $0.allows = [("WebHook-Allowed-Origin", "acme.example"), ("WebHook-Allowed-Rate", "60")]
            }
            for _ in 0..<4 { _ = try await world.desk().test("desk") }
            for _ in 0..<2 {
                try await world.daemon.deliverDue()
                world.time.advance(by: .seconds(1))
            }
            #expect(receiver.methods == ["OPTIONS", "POST", "POST"])
            let asked = try #require(receiver.state.withLock { $0.requests.first })
            #expect(asked.header("webhook-request-origin") == "acme.example")
            #expect(asked.header("webhook-request-rate").flatMap { Int($0) } != nil)
            // A question without a body names no type of one.
            #expect(asked.header("content-type") == nil && asked.header("content-length") == nil)
            let state = try await world.store.read { try $0.endpointState("desk") }
            #expect(state?.greeting?.rate == 60)
        }
    }

    @Test func `without its word nothing is sent and no attempt is used; it is asked again later`()
        async throws
    {
        try await with { world, receiver in
            _ = try await world.desk().test("desk")
            for _ in 0..<30 {
                try await world.daemon.deliverDue()
                world.time.advance(by: .seconds(1))
            }
            #expect(receiver.methods == ["OPTIONS", "OPTIONS", "OPTIONS"])
            #expect(try await world.alerts().first?.attempts == 0)
            let refusal = try await world.store.read { try $0.endpointState("desk") }?.refusal
            #expect(refusal == "it answered 405 when it was asked with OPTIONS")
            receiver.state.withLock { $0.allows = [("WebHook-Allowed-Origin", "*")] }
            world.time.advance(by: .seconds(600))
            try await world.daemon.deliverDue()
            #expect(receiver.methods.last == "POST")
            #expect(try await world.store.read { try $0.endpointState("desk") }?.refusal == nil)
        }
    }
}
