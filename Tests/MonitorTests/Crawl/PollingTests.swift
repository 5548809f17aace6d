import Complaints
import Demo
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// When a source is visited next, as the visits before it went.
@Suite struct PollingTests {
    static let weekdays = WorkingCalendar(
        name: "office", zone: "UTC",
        hours: Dictionary(uniqueKeysWithValues: (1...5).map { ($0, [.init(start: 9 * 60, end: 17 * 60)]) }))

    private func adaptive(_ name: String, _ url: String) -> Source {
        Source.make(name, url: "\(url)/\(name)").with {
            $0.every = PollInterval(from: .seconds(60), to: .seconds(6 * 3600))
        }
    }

    /// What the daemon's loop does: waits until something is due, and visits it.
    private func runUntil(_ end: Instant, _ world: World, each: () async throws -> Void = {}) async throws {
        while let due = try await world.store.read({ try $0.nextVisitDue(now: world.time.now()) }), due < end
        {
            world.time.advance(to: due)
            try await each()
            _ = try await world.visitDue()
        }
    }

    // MARK: Pace

    @Test func `a source that changes is visited often, a quiet one ever less, within their range`()
        async throws
    {
        try await World.with(sources: { [adaptive("busy", $0), adaptive("quiet", $0)] }) { world in
            world.site.put("/quiet", ListPage([.praise("q")]))
            world.site.put("/busy", ListPage([.praise("b")]))
            _ = try await world.visitDue()
            var number = 0
            try await runUntil(world.time.now() + .seconds(86_400), world) {
                // Something new each ten minutes.
                let turn = Int((world.time.now() - ManualTime.monday) / .seconds(600))
                if turn != number {
                    number = turn
                    world.site.put("/busy", ListPage((0...3).map { .praise("b\(turn + 3 - $0)") }))
                }
            }
            let (busy, quiet) = (world.site.requests("/busy").count, world.site.requests("/quiet").count)
            #expect(busy > 100 && busy <= 1440)
            #expect(quiet > 4 && quiet < 30)
            #expect(try await world.wait("quiet") <= .seconds(6 * 3600))
            let visits = try await world.store.read { try $0.visits(of: "quiet", limit: 100) }
            let waits = zip(visits, visits.dropFirst()).map { $0.started - $1.started }
            #expect(waits.first == .seconds(6 * 3600))
            #expect(waits.last == .seconds(60))
        }
    }

    @Test func `near a deadline of its case a quiet source is visited often`() async throws {
        let policy = Policy.answerIn(.elapsed(.seconds(48 * 3600)))
        try await World.with(sources: { [adaptive("acme", $0)] }, policy: policy) { world in
            world.site.put("/acme", ListPage([Review("r1")]))
            _ = try await world.visitDue()
            let due = try #require(try await world.cases().first?.due)
            var longest = Duration.zero
            try await runUntil(due, world) {
                let left = due - world.time.now()
                longest = max(longest, try await lastWait(world))
                #expect(try await lastWait(world) <= max(.seconds(60), left / 9 + .seconds(1)))
            }
            #expect(longest > .seconds(3600))
            #expect(try await world.wait() <= .seconds(61))
        }
    }

    private func lastWait(_ world: World) async throws -> Duration {
        let visits = try await world.store.read { try $0.visits(of: "acme", limit: 1) }
        return visits.first.map { world.time.now() - $0.started } ?? .zero
    }

    // MARK: Hours

    @Test func `after hours the next visit is put off to the opening, each source at a place of its own`()
        async throws
    {
        let time = ManualTime(instant("2026-03-06T16:59:30Z"))  // Friday
        try await World.with(
            sources: { url in
                (0..<5).map { number in
                    Source.make("s\(number)", url: "\(url)/a", every: .seconds(600)).with {
                        $0.during = Self.weekdays
                    }
                }
            }, time: time
        ) { world in
            world.site.put("/a", ListPage([.praise("a")]))
            #expect(try await world.visitDue() == 5)
            let opening = instant("2026-03-09T09:00:00Z")  // Monday
            let next = try await world.store.read { try $0.sourceStatuses() }.map(\.nextVisit)
            #expect(next.allSatisfy { $0 >= opening && $0 < opening + .seconds(600) })
            #expect(Set(next).count == 5)
            world.time.advance(to: opening - .seconds(1))
            #expect(try await world.visitDue() == 0)
            world.time.advance(to: opening + .seconds(600))
            #expect(try await world.visitDue() == 5)
        }
    }

    @Test func `nothing is visited outside the hours, be it new or overdue at a start`() async throws {
        let time = ManualTime(instant("2026-03-07T03:00:00Z"))  // Saturday
        try await World.with(
            sources: { [Source.make("acme", url: $0 + "/acme").with { $0.during = Self.weekdays }] },
            time: time
        ) { world in
            world.site.put("/acme", ListPage([.praise("a")]))
            #expect(try await world.visitDue() == 0)
            let opening = instant("2026-03-09T09:00:00Z")
            let next = try await world.status().nextVisit
            #expect(next >= opening && next < opening + .seconds(60))
            world.time.advance(to: next)
            #expect(try await world.visitDue() == 1)
            // Down for some days.
            world.time.advance(to: instant("2026-03-12T20:00:00Z"))
            #expect(try await world.visitDue() == 0)
            #expect(try await world.status().nextVisit >= instant("2026-03-13T09:00:00Z"))
            // Unless people ask for it.
            #expect(try await world.visit().count == 1)
            #expect(world.site.requests().count == 2)
        }
    }

    @Test func `a failure before the closing is tried again at the opening`() async throws {
        let time = ManualTime(instant("2026-03-02T16:58:00Z"))
        try await World.with(
            sources: { [Source.make("acme", url: $0 + "/acme").with { $0.during = Self.weekdays }] },
            time: time
        ) { world in
            for minute in 0..<3 { try await world.look(after: .seconds(minute == 0 ? 1 : 60)) }
            #expect(try await world.status().coverage.failures == 3)
            let next = try await world.status().nextVisit
            #expect(next >= instant("2026-03-03T09:00:00Z") && next < instant("2026-03-03T09:01:00Z"))
        }
    }

    // MARK: Chance

    @Test(arguments: [0.0, 0.25, 0.75, 1.0])
    func `chance moves an interval by a twentieth at most, a retry by a fifth`(chance: Double) async throws {
        try await World.with(
            sources: { [.make("acme", url: $0 + "/acme", every: .seconds(1000))] }, chance: { chance }
        ) { world in
            try await world.visit(.praise("a"))
            let normal = try await world.wait() / .milliseconds(1)
            #expect(abs(normal - (950_000 + 100_000 * chance)) <= 1)
            world.site.fault(.status(500), at: "/acme")
            try await world.visit()
            let retry = try await world.wait() / .milliseconds(1)
            #expect(abs(retry - (800_000 + 400_000 * chance)) <= 1)
        }
    }

    // MARK: Failure

    @Test func `a failing source is tried at least each hour, and at its interval once it is well`()
        async throws
    {
        try await World.with { world in
            world.site.put("/acme", ListPage([.praise("a")]))
            world.site.fault(.status(500), at: "/acme")
            _ = try await world.visitDue()
            for _ in 1..<12 {
                world.time.advance(to: try await world.status().nextVisit)
                _ = try await world.visitDue()
            }
            #expect(try await world.wait() == .seconds(3600))
            #expect(try await world.status().coverage.failures == 12)
            world.site.fault(nil, at: "/acme")
            world.time.advance(by: .seconds(3600))
            _ = try await world.visitDue()
            #expect(try await world.wait() == .seconds(60))
            #expect(try await world.news() == ["source.blind", "source.recovered"])
        }
    }

    @Test(arguments: [
        ("7200", 7200), ("Mon, 02 Mar 2026 13:01:00 GMT", 3 * 3600), ("Sun, 01 Mar 2026 10:00:00 GMT", 60),
        ("soon", 60), ("9999999999", 86_400),
    ])
    func `Retry-After in seconds or as a date is kept to, a day at most`(
        text: String, seconds: Int
    ) async throws {
        // Monday 10:00, the visit a minute later.
        try await World.with { world in
            world.site.put(
                "/acme", LoopbackAnswer(status: 503, headers: [("retry-after", text)], body: [0x61]))
            let visit = try await world.look()
            #expect(visit.outcome.failure?.code == "http-503")
            #expect(try await world.wait() == .seconds(seconds))
        }
    }

    @Test func `a host that asks to be left alone is left alone, another is not`() async throws {
        let other = try RawSite(at: "127.0.0.2")
        other.put("/a", .http(ListPage([.praise("a")]).html))
        let url = other.url
        try await World.with(sources: {
            [.make("a", url: $0 + "/a"), .make("b", url: $0 + "/b"), .make("c", url: url + "/a")]
        }) { world in
            world.site.put("/b", ListPage([.praise("b")]))
            world.site.fault(.busy(status: 429, retryAfter: 900), at: "/a")
            try await world.visit()
            let asked = world.site.requests().count
            #expect(try await world.visit().map(\.source) == ["c"])
            #expect(world.site.requests().count == asked)
            #expect(other.paths.count == 2)
            #expect(try await world.visit(after: .seconds(900)).count == 3)
            #expect(try await world.news() == [])
        }
        other.goAway()
    }
}
