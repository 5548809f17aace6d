import Complaints
import Demo
import SQLiteStorage
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

@Suite struct FetchingTests {
    @Test func `changed terms read a page again although it has not changed`() async throws {
        let time = ManualTime()
        let store = try makeStore(time)
        try await World.with(
            sources: { [.make("acme", url: $0 + "/acme", about: .anyone)] }, time: time, store: store
        ) { world in
            try await world.visit(Review("r1", text: "Globex sold me a broken lamp. Terrible."))
            #expect(try await world.visit().map(\.outcome.name) == ["unchanged"])
            #expect(try await world.mentions().isEmpty)
            let setup = World.setup(
                sources: [.make("acme", url: world.site.url + "/acme", about: .anyone)],
                terms: [Term("Globex")])
            try await world.daemon.reload(setup)
            #expect(try await world.visit().map(\.outcome.name) == ["complete"])
            #expect(try await world.mentions().map(\.siteID) == ["r1"])
        }
    }

    @Test(arguments: [
        (LoopbackFault.cutOff, "cut-off"), (.status(500), "http-500"), (.status(403), "http-403"),
        (.redirect(to: "/loop"), "redirect-loop"),
        (.redirect(to: "ftp://files.example/"), "redirect-refused"),
    ])
    func `a page that does not come whole is a failure with its reason, and changes nothing`(
        fault: LoopbackFault, code: String
    ) async throws {
        try await World.with { world in
            try await world.visit(Review("r1"), .praise("p"))
            let before = try await world.mentions()
            world.site.put("/acme", ListPage([Review("r1", text: "Other words, terrible."), Review("r2")]))
            world.site.put("/loop", LoopbackAnswer(status: 302, headers: [("location", "/loop")]))
            world.site.fault(fault, at: "/acme")
            let visit = try #require(try await world.visit().first)
            #expect(visit.outcome.failure?.code == code)
            #expect(visit.outcome.failure?.reason.isEmpty == false)
            #expect(try await world.mentions() == before)
            #expect(try await world.status().coverage.failures == 1)
            world.site.fault(nil, at: "/acme")
            #expect(try await world.visit().first?.newMentions == 1)
        }
    }

    @Test func `when a later page fails, the first are taken in and nothing counts as missing`() async throws
    {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", atMost: 5)] }) { world in
            world.site.put("/acme?page=2", ListPage([.praise("c")]))
            try await world.visit(.praise("a"), .praise("b"), next: "/acme?page=2")
            world.site.fault(.status(500), at: "/acme?page=2")
            for number in 0..<4 {
                let visit = try await world.visit(
                    .praise("n\(number)"), .praise("a"), .praise("b"), next: "/acme?page=2")
                #expect(visit.outcome.name == "partial")
                #expect(visit.newMentions == 1)
            }
            #expect(try await world.mentions().allSatisfy { $0.presence == .seen })
        }
    }

    @Test func `pages that lead in a circle are fetched once each`() async throws {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", atMost: 50)] }) { world in
            world.site.put("/acme?page=2", ListPage([.praise("b")], next: "/acme"))
            let visit = try await world.visit(.praise("a"), next: "/acme?page=2")
            #expect(visit.pageCount == 2)
            #expect(visit.outcome == .complete)
        }
    }

    // MARK: robots.txt

    @Test func `a page that robots.txt disallows is not fetched, and the failure names the line`()
        async throws
    {
        try await World.with { world in
            world.site.put("/robots.txt", .text("User-agent: *\nDisallow: /acme\n"))
            let visit = try await world.visit(Review("r1"))
            #expect(visit.outcome.failure?.code == "robots")
            #expect(
                visit.outcome.failure?.reason
                    == "\(world.site.url)/robots.txt disallows \(world.site.url)/acme in line 2")
            #expect(world.site.requests().isEmpty)
        }
    }

    @Test func `a robots.txt that answers 5xx defers the visit, 404 allows it`() async throws {
        try await World.with { world in
            world.site.fault(.status(503), at: "/robots.txt")
            let visit = try await world.visit(Review("r1"))
            #expect(visit.outcome.failure?.code == "robots-unavailable")
            #expect(world.site.requests().isEmpty)
            world.site.fault(nil, at: "/robots.txt")
            #expect(try await world.visit().first?.newMentions == 1)
        }
    }

    @Test func `robots.txt is fetched once a day, also over a restart`() async throws {
        try await World.with { world in
            for _ in 0..<3 { try await world.visit(Review("r1")) }
            #expect(world.site.requests("/robots.txt").count == 1)
            let restarted = World.daemon(world.setup, store: world.store, time: world.time)
            _ = try await restarted.poll(nil, onlyDue: false) { _ in }
            #expect(world.site.requests("/robots.txt").count == 1)
            world.time.advance(by: .seconds(86_400))
            _ = try await restarted.poll(nil, onlyDue: false) { _ in }
            try await restarted.close()
            #expect(world.site.requests("/robots.txt").count == 2)
        }
    }

    // MARK: Politeness

    @Test func `Retry-After holds the host for all its sources, over a restart too`() async throws {
        let names = (1...6).map { "s\($0)" }
        try await World.with(
            sources: { url in names.map { .make($0, url: "\(url)/\($0)") } },
            fetch: FetchSettings(
                addresses: FetchSettings.quick.addresses, timeout: .seconds(5), perHostAtMost: 1,
                perHostDelay: .zero)
        ) { world in
            for name in names {
                world.site.put("/\(name)", ListPage([.praise(name)]))
                world.site.fault(.busy(status: 429, retryAfter: 3600), at: "/\(name)")
            }
            let visits = try await world.visit()
            #expect(visits.map(\.outcome.failure?.code) == ["http-429"])
            #expect(world.site.requests().count == 1)
            let until = world.time.now() + .seconds(3600)
            #expect(
                try await world.store.read { try $0.sourceStatuses() }.allSatisfy { $0.nextVisit >= until })

            let restarted = World.daemon(world.setup, store: world.store, time: world.time)
            world.time.advance(by: .seconds(1800))
            #expect(try await restarted.poll(nil, onlyDue: false) { _ in } == 0)
            #expect(world.site.requests().count == 1)
            for name in names { world.site.fault(nil, at: "/\(name)") }
            world.time.advance(by: .seconds(1801))
            #expect(try await restarted.poll(nil, onlyDue: false) { _ in } == 6)
            try await restarted.close()
            #expect(try await world.mentions().count == 6)
        }
    }

    @Test func `one host is asked by so many at a time, each start the delay after the last`() async throws {
        let names = (1...5).map { "s\($0)" }
        try await World.with(
            sources: { url in names.map { .make($0, url: "\(url)/\($0)") } },
            fetch: FetchSettings(
                addresses: FetchSettings.quick.addresses, timeout: .seconds(5), perHostAtMost: 2,
                perHostDelay: .milliseconds(250))
        ) { world in
            for name in names {
                world.site.put("/\(name)", ListPage([.praise(name)]))
                world.site.fault(.late(.milliseconds(600)), at: "/\(name)")
            }
            let daemon = World.daemon(world.setup, store: world.store, time: SystemTime())
            _ = try await daemon.poll(nil, onlyDue: false) { _ in }
            try await daemon.close()
            let requests = world.site.requests().sorted { $0.at < $1.at }
            #expect(requests.count == 5)
            #expect(requests.allSatisfy { $0.atOnce <= 2 })
            // A busy machine blurs the arrivals; HostGateTests holds each start to its instant.
            #expect(requests[4].at - requests[0].at > .milliseconds(500))
        }
    }

    private func makeStore(_ time: ManualTime) throws -> any Store { try SQLiteStore(inMemoryAt: time.now()) }
}
