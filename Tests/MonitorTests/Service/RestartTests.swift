import Complaints
import Demo
import SQLiteStorage
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

@Suite struct RestartTests {
    @Test func `a restart frees the claims of the last run and spreads what is overdue`() async throws {
        let time = ManualTime()
        let store = try SQLiteStore(inMemoryAt: time.now())
        let sources = (0..<100).map {
            Source.make("s\($0)", url: "http://127.0.0.1:1/\($0)", every: .seconds(60))
        }
        let setup = World.setup(sources: sources)
        let now = time.now()
        try await store.write { session in
            try session.keepSources(sources, now: now)
            _ = try session.claimDueVisits(now: now, limit: 40, node: "test", lease: now + .seconds(3600))
        }
        time.advance(by: .seconds(600))
        let daemon = World.daemon(setup, store: store, time: time)
        let running = Task { try await daemon.run() }
        let start = time.now()
        #expect(
            try await eventually {
                try await store.read { try $0.sourceStatuses() }.contains { $0.nextVisit > start }
            })
        let times = try await store.read { try $0.sourceStatuses() }.map { $0.nextVisit - start }
        #expect(times.allSatisfy { $0 <= .seconds(90) })
        #expect(times.count { $0 > .milliseconds(500) } >= 50)
        running.cancel()
        _ = await running.result
        try await store.close()
    }

    @Test func `the running daemon visits at the interval and acts on what others commit`() async throws {
        try await World.with { world in
            world.site.put("/acme", ListPage([Review("r1")]))
            let running = Task { try await world.daemon.run() }
            func turn(until condition: () async throws -> Bool) async throws -> Bool {
                try await eventually {
                    world.time.advance(by: .seconds(1))
                    return try await condition()
                }
            }
            #expect(try await turn { try await world.cases().count == 1 })
            let first = world.site.requests("/acme").count
            #expect(try await turn { world.site.requests("/acme").count >= first + 3 })
            let store = world.store
            #expect(
                try await eventually {
                    try await store.read { try $0.visits(of: "acme", limit: 9) }.count >= 3
                })
            let starts = try await store.read { try $0.visits(of: "acme", limit: 4) }.map(\.started)
            #expect(zip(starts, starts.dropFirst()).allSatisfy { $0 - $1 >= .seconds(60) })
            running.cancel()
            _ = await running.result
        }
    }

    @Test func `a daemon that is stopped gives its sources back at once`() async throws {
        try await World.with { world in
            world.site.put("/acme", ListPage([Review("r1")]))
            world.site.fault(.hang, at: "/acme")
            let polling = Task { try await world.daemon.poll(nil, onlyDue: false) { _ in } }
            #expect(try await eventually { !world.site.requests("/acme").isEmpty })
            polling.cancel()
            _ = await polling.result
            try await world.daemon.close()
            #expect(try await world.status().coverage.failures == 0)
            world.site.fault(nil, at: "/acme")
            let daemon = World.daemon(world.setup, store: world.store, time: world.time, node: "next")
            let visited = try await daemon.poll(nil, onlyDue: true) { _ in }
            try await daemon.close()
            #expect(visited == 1)
            #expect(try await world.cases().count == 1)
        }
    }

    @Test(.timeLimit(.minutes(5))) func `a stop does not wait for a robots.txt that hangs`() async throws {
        let patient = FetchSettings(
            addresses: AddressPolicy(allowsPrivate: true), timeout: .seconds(600), perHostAtMost: 4,
            perHostDelay: .zero)
        try await World.with(fetch: patient) { world in
            world.site.fault(.hang, at: "/robots.txt")
            let polling = Task { try await world.daemon.poll(nil, onlyDue: false) { _ in } }
            #expect(try await eventually { !world.site.requests("/robots.txt").isEmpty })
            polling.cancel()
            let visited = try await polling.value
            #expect(visited == 0)
            #expect(try await world.status().coverage.failures == 0)
        }
    }

    @Test func `an alert whose delivery is stopped is given back and sent again under its id`() async throws {
        let receiver = WebhookReceiver()
        try await receiver.start()
        let url = try #require(await receiver.url)
        try await World.with(endpoints: [Endpoint(name: "desk", url: url)]) { world in
            await receiver.failNext(.hang)
            let id = try await world.desk().test("desk")
            let delivering = Task { try await world.daemon.deliverDue() }
            #expect(try await eventually { await !receiver.deliveries.isEmpty })
            delivering.cancel()
            _ = await delivering.result
            let daemon = World.daemon(world.setup, store: world.store, time: world.time)
            try await daemon.deliverDue()
            try await daemon.close()
            #expect(await receiver.deliveries.map(\.id) == [id.text, id.text])
            #expect(try await world.alerts().map(\.state) == [.delivered])
        }
        await receiver.stop()
    }
}
