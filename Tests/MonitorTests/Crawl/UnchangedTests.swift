import Complaints
import Demo
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// A page that has not changed costs no reading, and one that is to be read otherwise is read anew.
@Suite struct UnchangedTests {
    private func lay(_ world: World, _ reviews: [Review], etag: String? = nil, date: String? = nil) {
        var answer = LoopbackAnswer.text(ListPage(reviews).html, type: "text/html")
        if let etag { answer.headers.append(("etag", etag)) }
        if let date { answer.headers.append(("last-modified", date)) }
        world.site.put("/acme", answer)
    }

    private let date = "Mon, 02 Mar 2026 09:00:00 GMT"

    @Test func `what the site said of a page is sent back, and its 304 counts as a whole visit`() async throws
    {
        try await World.with { world in
            lay(world, [.praise("a"), .praise("b")], etag: "\"v1\"", date: date)
            let first = try await world.look()
            let second = try await world.look()
            #expect((first.outcome, second.outcome) == (.complete, .unchanged))
            #expect(second.recordCount == 2)
            #expect(second.bytes == 0)
            #expect(second.reach == .known)
            #expect(second.isComplete)
            let requests = world.site.requests("/acme")
            #expect(requests.map { $0.header("if-none-match") } == [nil, "\"v1\""])
            #expect(requests.map { $0.header("if-modified-since") } == [nil, date])
            #expect(try await world.status().coverage.lastSuccess == world.time.now())
        }
    }

    @Test func `the same bytes again are unchanged, although the site answers them whole`() async throws {
        try await World.with { world in
            lay(world, [.praise("a"), .praise("b")])
            try await world.look()
            let again = try await world.look()
            #expect(again.outcome == .unchanged)
            #expect(again.recordCount == 2)
            #expect(again.bytes > 0)
        }
    }

    @Test func `an unchanged page is not read: what the store says of it is believed`() async throws {
        try await World.with { world in
            lay(world, [.praise("a")], etag: "\"v1\"")
            try await world.look()
            _ = try await world.store.write { try $0.execute("UPDATE page SET records = 17") }
            #expect(try await world.look().recordCount == 17)
            lay(world, [.praise("a")])
            #expect(try await world.look().recordCount == 17)
        }
    }

    @Test func `with another rule the same page is asked for whole and read anew`() async throws {
        try await World.with { world in
            lay(world, [.praise("a"), .praise("b")], etag: "\"v1\"")
            try await world.look()
            let ruled = world.setup.sources.map { source in
                source.with { $0.rule = Rule(each: "body", text: "h1") }
            }
            try await world.daemon.reload(World.setup(sources: ruled))
            let visit = try await world.look()
            #expect(visit.outcome == .complete)
            #expect(visit.recordCount == 1)
            #expect(world.site.requests("/acme").last?.header("if-none-match") == nil)
        }
    }

    @Test func `an answer of 304 to a question without condition is a failure`() async throws {
        try await World.with { world in
            world.site.put("/acme", LoopbackAnswer(status: 304))
            let visit = try await world.look()
            #expect(visit.outcome.failure?.code == "http-304")
        }
    }

    @Test func `of several pages only the changed one is read`() async throws {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", atMost: 3)] }) { world in
            world.site.put("/acme?page=2", ListPage([.praise("c"), .praise("d")]))
            try await world.visit(.praise("a"), .praise("b"), next: "/acme?page=2")
            let visit = try await world.visit(.praise("n"), .praise("a"), .praise("b"), next: "/acme?page=2")
            #expect((visit.outcome, visit.pageCount, visit.recordCount) == (.complete, 2, 5))
            #expect(visit.newMentions == 1)
            #expect(try await world.vanished() == [])
        }
    }
}
