import Complaints
import SQLiteStorage
import Storage
import TestSupport
import Testing

@testable import Monitor

/// A clock that somebody sets back: what was planned by the wrong time is planned anew.
@Suite struct ClockJumpTests {
    @Test func `a daemon whose clock is set back by an hour goes on polling at the interval`() async throws {
        try await World.with { world in
            world.site.put("/acme", ListPage([.praise("p1")]))
            let running = Task { try await world.daemon.run() }
            func turn(until condition: () async throws -> Bool) async throws -> Bool {
                try await eventually {
                    world.time.advance(by: .seconds(1))
                    return try await condition()
                }
            }
            #expect(try await turn { try await world.visitCount() >= 2 })
            world.time.goBack(by: .seconds(3600))
            let (back, before) = (world.time.now(), try await world.visitCount())
            #expect(try await turn { try await world.visitCount() >= before + 2 })
            #expect(world.time.now() - back < .seconds(1800))
            running.cancel()
            _ = await running.result
        }
    }

    @Test func `a start after the machine's clock was wrong plans from now`() async throws {
        let time = ManualTime()
        try await World.with(time: time) { world in
            world.site.put("/acme", ListPage([.praise("p1")]))
            _ = try await world.visitDue()
            let planned = try await world.status().nextVisit - time.now()
            time.goBack(by: .seconds(86_400))
            let daemon = World.daemon(world.setup, store: world.store, time: time)
            let running = Task { try await daemon.run() }
            #expect(try await eventually { try await world.status().nextVisit <= time.now() + planned })
            running.cancel()
            _ = await running.result
        }
    }

    @Test func `a start after the machine's clock was wrong leaves no host alone for longer than it asked`()
        async throws
    {
        let time = ManualTime()
        try await World.with(time: time) { world in
            world.site.fault(.busy(status: 503, retryAfter: 30), at: "/acme")
            _ = try await world.visitDue()
            time.goBack(by: .seconds(86_400))
            let daemon = World.daemon(world.setup, store: world.store, time: time)
            _ = try await daemon.poll(nil, onlyDue: false) { _ in }
            let held = try await world.store.read { [now = time.now()] in try $0.heldHosts(now: now) }
            #expect(held.count == 1)
            #expect(held.values.allSatisfy { $0 <= time.now() + .seconds(30) })
            try await daemon.close()
        }
    }

    @Test func `a host waits no longer than it was asked to when the clock goes back`() {
        var budget = HostBudget(limits: PoliteLimits(atMost: 1, delay: .seconds(2)))
        let now = ManualTime.monday
        #expect(budget.ask(host: "a.example", now: now) == .go)
        budget.finished(host: "a.example")
        budget.hold(host: "b.example", until: now + .seconds(30), now: now)
        let back = now - .seconds(600)
        budget.clockWentBack(by: .seconds(600))
        #expect(budget.ask(host: "a.example", now: back) == .wait(until: back + .seconds(2)))
        #expect(budget.heldUntil(host: "b.example", now: back) == back + .seconds(30))
    }
}

extension World {
    fileprivate func visitCount() async throws -> Int {
        try await store.read { try $0.visits(of: "acme", limit: 1000) }.count
    }
}
