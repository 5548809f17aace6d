import Complaints
import Storage
import TestSupport
import Testing

@Suite struct ClaimTests {
    private let now = ManualTime.monday

    private func claim(
        _ store: any Store, at time: Instant, limit: Int = 100, node: String = "a", only: [SourceID]? = nil
    ) async throws -> [String] {
        try await store.write { session in
            try session.claimDueVisits(
                now: time, limit: limit, node: node, lease: time + .seconds(60), only: only
            ).map(\.source.name).sorted()
        }
    }

    @Test(arguments: Engine.allCases)
    func `a source is given to one claimant until the lease ends`(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.write { try $0.makeSource("a", "b", "c") }
            #expect(try await claim(store, at: now, limit: 2).count == 2)
            #expect(try await claim(store, at: now, limit: 2).count == 1)
            #expect(try await claim(store, at: now + .seconds(60)).isEmpty)
            #expect(try await claim(store, at: now + .seconds(61)) == ["a", "b", "c"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `the longest overdue come first, those named only, none that is not due or not watched`(
        engine: Engine
    ) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { session in
                try session.makeSource("a", "b", "c", "d")
                try session.postpone("a", to: now - .seconds(5))
                try session.postpone("b", to: now - .seconds(10))
                try session.postpone("c", to: now + .seconds(10))
            }
            #expect(try await store.read { try $0.nextVisitDue(now: now) } == now - .seconds(10))
            #expect(try await claim(store, at: now, limit: 1) == ["b"])
            #expect(try await claim(store, at: now, only: ["c", "d"]) == ["d"])
            #expect(try await claim(store, at: now) == ["a"])
            try await store.write { try $0.makeSource("a", "b", "d") }
            #expect(try await claim(store, at: now + .seconds(100)) == ["a", "b", "d"])
        }
    }

    @Test func `two stores on one file never give a source twice`() async throws {
        try await withStores { one, two in
            let names = (0..<60).map { "source-\($0)" }
            try await one.write { try $0.keepSources(names.map { Source.make($0) }, now: ManualTime.monday) }
            let claimed = try await withThrowingTaskGroup(of: [String].self) { group in
                for round in 0..<30 {
                    let store = round.isMultiple(of: 2) ? one : two
                    group.addTask { try await claim(store, at: now, limit: 3, node: "n\(round % 2)") }
                }
                return try await group.reduce(into: [String]()) { $0 += $1 }
            }
            #expect(claimed.count == 60)
            #expect(Set(claimed) == Set(names))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a restart frees its own claims and nobody else's`(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.write { try $0.makeSource("a", "b") }
            #expect(try await claim(store, at: now, limit: 1, node: "mine").count == 1)
            #expect(try await claim(store, at: now, limit: 1, node: "other").count == 1)
            try await store.write { try $0.releaseClaims(of: "mine") }
            #expect(try await claim(store, at: now).count == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a claim given back is due when it was said`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { try $0.makeSource("a") }
            #expect(try await claim(store, at: now) == ["a"])
            try await store.write { try $0.release("a", next: now + .seconds(5)) }
            #expect(try await claim(store, at: now + .seconds(4)).isEmpty)
            #expect(try await claim(store, at: now + .seconds(5)) == ["a"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a visit ends its claim and leaves what is known of the source`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { try $0.makeSource("a") }
            #expect(try await claim(store, at: now) == ["a"])
            let failure = VisitFailure(code: "http-404", reason: "it answered 404")
            let visit = Visit(source: "a", started: now, ended: now + .seconds(1), outcome: .failed(failure))
            var coverage = Coverage()
            _ = coverage.take(visit.outcome, records: 0, at: now)
            let (kept, next) = (coverage, now + .seconds(60))
            let (status, visits) = try await store.write { session in
                try session.endVisit(VisitEnd(visit: visit, coverage: kept, next: next))
                return (try session.sourceStatuses("a").first, try session.visits(of: "a", limit: 5))
            }
            #expect(status?.coverage == coverage)
            #expect(status?.lastFailure == "it answered 404")
            #expect(status?.nextVisit == next)
            #expect(visits == [visit])
            #expect(try await claim(store, at: next) == ["a"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a source with another URL is due at once and remembers no page`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { session in
                try session.keepSources([.make("a", url: "https://old.example/")], now: now)
                try session.postpone("a", to: now + .seconds(900))
                try session.keep(
                    PageState(
                        url: "https://old.example/", etag: "x", lastModified: nil, bodyHash: 1, readAs: 1,
                        next: nil, isFeed: false, records: 1), of: "a")
                try session.keepSources([.make("a", url: "https://new.example/")], now: now + .seconds(1))
                #expect(try session.pageStates(of: "a").isEmpty)
                #expect(try session.sourceStatuses("a").map(\.url) == ["https://new.example/"])
                #expect(try session.sourceStatuses("a").map(\.nextVisit) == [now + .seconds(1)])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a source that moved to another watchlist is shown under its new subject`(
        engine: Engine
    ) async throws {
        try await engine.withStore { store in
            let now = now
            let statuses = try await store.write { session in
                var source = Source.make("a")
                try session.keepSources([source], now: now)
                source.subject = "Globex"
                try session.keepSources([source], now: now)
                return try session.sourceStatuses()
            }
            #expect(statuses.map(\.subject) == ["Globex"])
        }
    }

    // MARK: Alerts

    private func due(_ store: any Store, at time: Instant, endpoint: String = "desk") async throws -> [String]
    {
        try await store.write { session in
            try session.claimDueAlerts(endpoint: endpoint, now: time, limit: 10, lease: time + .seconds(60))
                .map(\.event.text)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an alert is given to one sender until the lease ends, the oldest first`(engine: Engine) async throws
    {
        try await engine.withStore { store in
            let now = now
            try await store.write { session in
                try session.makeEvent("evt_2", at: now)
                try session.makeEvent("evt_1", to: ["desk", "chat"], at: now - .seconds(5))
                try session.makeEvent("evt_3", at: now + .seconds(5))
            }
            #expect(try await due(store, at: now) == ["evt_1", "evt_2"])
            #expect(try await due(store, at: now).isEmpty)
            #expect(try await due(store, at: now, endpoint: "chat") == ["evt_1"])
            #expect(try await due(store, at: now + .seconds(61)) == ["evt_1", "evt_2", "evt_3"])
            try await store.write { try $0.releaseAlerts() }
            #expect(try await due(store, at: now + .seconds(61)).count == 3)
        }
    }

    @Test(arguments: Engine.allCases)
    func `nothing is given out for an endpoint that is disabled or held`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { try $0.makeEvent("evt_1") }
            #expect(try await store.write { try $0.disableEndpoint("desk", reason: "410", now: now) })
            #expect(
                try await store.write { try $0.disableEndpoint("desk", reason: "410", now: now) } == false)
            #expect(try await due(store, at: now + .seconds(900)).isEmpty)
            #expect(try await store.write { try $0.enableEndpoint("desk", now: now) })
            #expect(try await store.write { try $0.enableEndpoint("desk", now: now) } == false)
            try await store.write { try $0.holdEndpoint("desk", until: now + .seconds(60), now: now) }
            try await store.write { try $0.holdEndpoint("desk", until: now + .seconds(10), now: now) }
            #expect(try await due(store, at: now + .seconds(59)).isEmpty)
            #expect(try await due(store, at: now + .seconds(60)) == ["evt_1"])
        }
    }
}
