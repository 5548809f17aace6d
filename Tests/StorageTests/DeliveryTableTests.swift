import Complaints
import Storage
import TestSupport
import Testing

@Suite struct DeliveryTableTests {
    private let now = ManualTime.monday

    private func claim(_ session: any Session, at time: Instant, except: Set<Int64> = []) throws -> [String] {
        try session.claimDueAlerts(
            endpoint: "desk", now: time, limit: 9, lease: time + .seconds(60), except: except
        ).map(\.event.text)
    }

    @Test(arguments: Engine.allCases)
    func `a claim of a clock that was turned back since is none`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { session in
                try session.makeEvent("evt_1", at: now - .seconds(90_000))
                #expect(try claim(session, at: now) == ["evt_1"])
                #expect(try claim(session, at: now - .seconds(2)).isEmpty)
                let back = now - .seconds(86_400)
                #expect(try session.hasDueAlert(endpoint: "desk", now: back, lease: back + .seconds(60)))
                #expect(try claim(session, at: back, except: [1]).isEmpty)
                #expect(try claim(session, at: back) == ["evt_1"])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what a clock that was ahead put into the future is due once it is turned back`(
        engine: Engine
    ) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { session in
                try session.makeEvent("evt_ahead", at: now + .seconds(86_400))
                try session.makeEvent("evt_failed", at: now)
                let due = try session.claimDueAlerts(
                    endpoint: "desk", now: now, limit: 9, lease: now + .seconds(9))
                try session.retryAlert(due[0].number, at: now + .seconds(300), error: "no", now: now)
                #expect(try session.dueAgainAfterClock(endpoint: "desk", now: now) == 1)
                #expect(try claim(session, at: now) == ["evt_ahead"])
                #expect(try session.nextAttempt(endpoint: "desk", after: now) == now + .seconds(300))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what an endpoint has shown comes back as it was kept`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { session in
                var health = EndpointHealth()
                for _ in 0..<12 {
                    health.fail(
                        "503", started: now, now: now, isTooMuch: true, waits: [.seconds(90)], chance: 0.1)
                }
                try session.keep(health, of: "desk")
                try session.keep(
                    .init(url: "https://desk.example/", at: now, rate: 120), refusal: nil, of: "desk")
                try session.holdEndpoint("desk", until: now + .seconds(60), now: now)
                let state = try #require(try session.endpointState("desk"))
                #expect(state.health == health)
                #expect(state.greeting == .init(url: "https://desk.example/", at: now, rate: 120))
                #expect(state.hold(now: now) == now + .seconds(60))
                #expect(state.hold(now: now - .seconds(3600)) == nil)
                #expect(try session.endpointStates() == [state])
                try session.keep(nil, refusal: "no", of: "desk")
                #expect(try session.endpointState("desk")?.refusal == "no")
                #expect(try session.endpointState("desk")?.greeting == nil)
                #expect(try session.disableEndpoint("desk", reason: "410", now: now))
                #expect(try session.enableEndpoint("desk", now: now))
                #expect(try session.endpointState("desk") == EndpointState(name: "desk"))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a filter means states, endpoints, types and times`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { session in
                for number in 1...6 {
                    try session.makeEvent("evt_\(number)", at: now + .seconds(Int64(number)))
                }
                try session.markDelivered([(1, now), (2, now)])
                try session.markDead(3, error: "no")
                try session.retryAlert(4, at: now + .seconds(9), error: "no", now: now)
                func numbers(_ states: Set<AlertFilter.State>) throws -> [Int64] {
                    try session.alertNumbers(AlertFilter(states: states))
                }
                #expect(try numbers([]) == [1, 2, 3, 4, 5, 6])
                #expect(try numbers([.delivered, .dead]) == [1, 2, 3])
                #expect(try numbers([.failing]) == [4] && numbers([.pending]) == [4, 5, 6])
                #expect(try numbers([.disabled]).isEmpty)
                #expect(try session.disableEndpoint("desk", reason: "410", now: now))
                #expect(try numbers([.disabled]) == [4, 5, 6])
                var filter = AlertFilter(endpoint: "desk")
                (filter.since, filter.until) = (now + .seconds(2), now + .seconds(4))
                #expect(try session.alertNumbers(filter) == [2, 3])
                filter.type = "ombud.case.*"
                #expect(try session.alertNumbers(filter, limit: 1) == [2])
                filter.type = "ombud.source.*"
                #expect(try session.alertNumbers(filter).isEmpty)
                try session.resend([1, 3], now: now)
                #expect(try numbers([.pending]) == [1, 3, 4, 5, 6])
                #expect(try session.alertCounts() == ["desk": [.pending: 5, .delivered: 1]])
            }
        }
    }
}
