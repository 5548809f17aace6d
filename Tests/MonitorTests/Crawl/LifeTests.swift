import Complaints
import Demo
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Seen, not seen, could not look: what visits make of a mention over its life.
@Suite struct LifeTests {
    private func revisions(_ world: World) async throws -> [Revision] {
        let mention = try #require(try await world.mentions().first)
        return try await world.store.read { try $0.revisions(of: mention.id) }
    }

    @Test func `what could not be looked at does not count as not seen`() async throws {
        try await World.with { world in
            try await world.visit(.praise("a"), Review("b"), .praise("c"))
            try await world.visit(.praise("a"), .praise("c"))
            try await world.visit()
            world.site.fault(.status(500), at: "/acme")
            for _ in 0..<6 { try await world.visit() }
            #expect(try await world.vanished() == [])
            world.site.fault(nil, at: "/acme")
            try await world.visit()
            #expect(try await world.vanished() == ["b"])
        }
    }

    @Test func `seen again in between, the count begins anew`() async throws {
        try await World.with { world in
            func with() async throws { try await world.visit(.praise("a"), Review("b"), .praise("c")) }
            func without() async throws { try await world.visit(.praise("a"), .praise("c")) }
            try await with()
            for _ in 0..<2 { try await without() }
            try await with()
            for _ in 0..<2 { try await without() }
            #expect(try await world.vanished() == [])
            try await without()
            #expect(try await world.vanished() == ["b"])
        }
    }

    @Test(arguments: [1, 2, 5])
    func `a source says after how many visits something has vanished`(count: Int) async throws {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", vanishedAfter: count)] }) { world in
            try await world.visit(.praise("a"), Review("b"), .praise("c"))
            for _ in 1..<count { try await world.visit(.praise("a"), .praise("c")) }
            #expect(try await world.vanished() == [])
            try await world.visit(.praise("a"), .praise("c"))
            #expect(try await world.vanished() == ["b"])
        }
    }

    @Test func `visits of a daemon that was started anew go on counting`() async throws {
        try await World.with { world in
            try await world.visit(.praise("a"), Review("b"), .praise("c"))
            try await world.visit(.praise("a"), .praise("c"))
            for _ in 0..<2 { try await world.visitAfterRestart() }
            #expect(try await world.vanished() == ["b"])
        }
    }

    @Test func `text, rating, a new reply and its end are revisions with the times they were seen`()
        async throws
    {
        try await World.with { world in
            let start = world.time.now()
            let reply = (text: "We are sorry.", published: world.today)
            try await world.visit(Review("r", stars: 2, text: "Terrible, the lamp is broken."))
            try await world.visit(Review("r", stars: 2, text: "Terrible, the lamp is still broken."))
            try await world.visit(Review("r", stars: 1, text: "Terrible, the lamp is still broken."))
            try await world.visit(
                Review("r", stars: 1, text: "Terrible, the lamp is still broken.", reply: reply))
            try await world.visit(Review("r", stars: 1, text: "Terrible, the lamp is still broken."))
            let found = try await revisions(world)
            #expect(found.map { ($0.seen - start) / .seconds(60) } == [1, 2, 3, 4, 5])
            #expect(found.map(\.content.rating?.value) == [2, 2, 1, 1, 1])
            #expect(found.map { $0.content.reply?.text } == [nil, nil, nil, "We are sorry.", nil])
            #expect(found.map { $0.content.text.contains("still") } == [false, true, true, true, true])
            #expect(try await world.visit().first?.changedMentions == 0)
        }
    }

    @Test func `a mention that moves to another page of the list is the same one`() async throws {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", atMost: 3)] }) { world in
            world.site.put("/acme?page=2", ListPage([.praise("c")]))
            try await world.visit(.praise("a"), .praise("b"), next: "/acme?page=2")
            world.site.put("/acme?page=2", ListPage([.praise("b"), .praise("c")]))
            let visit = try await world.visit(.praise("n"), .praise("a"), next: "/acme?page=2")
            #expect((visit.newMentions, visit.changedMentions) == (1, 0))
            for _ in 0..<4 { try await world.visit() }
            #expect(try await world.mentions().count == 4)
            #expect(try await world.vanished() == [])
        }
    }

    // MARK: Where people write about anyone

    private let anyone: @Sendable (String) -> [Source] = {
        [.make("acme", url: $0 + "/acme", about: .anyone)]
    }

    @Test func `a record about nobody is remembered, also when it moves and the page changes`() async throws {
        try await World.with(sources: anyone) { world in
            let other = Review("r2", text: "Globex sold me a broken kettle. Terrible.")
            try await world.visit(Review("r1", text: "Acme sold me a broken lamp. Terrible."), other)
            let visit = try await world.visit(
                Review("r3", text: "Initech never answers. Terrible."),
                Review("r1", text: "Acme sold me a broken lamp. Terrible."), other)
            #expect((visit.newMentions, visit.changedMentions, visit.recordCount) == (0, 0, 3))
            #expect(visit.reach == .known)
            let listed = try await world.store.read { try $0.listing(of: "acme") }.pages.flatMap(\.entries)
            #expect(listed.map { $0.mention != nil } == [false, true, false])
        }
    }

    @Test func `with other terms they are judged anew, once`() async throws {
        try await World.with(sources: anyone) { world in
            try await world.visit(
                Review("r1", text: "Acme sold me a broken lamp. Terrible."),
                Review("r2", text: "Globex sold me a broken kettle. Terrible."))
            let setup = World.setup(sources: world.setup.sources, terms: [Term("Acme"), Term("Globex")])
            try await world.daemon.reload(setup)
            let visit = try await world.look()
            #expect((visit.newMentions, visit.changedMentions) == (1, 0))
            #expect(
                try await world.mentions().map(\.siteID).sorted { ($0 ?? "") < ($1 ?? "") } == ["r1", "r2"])
            #expect(try await world.look().outcome == .unchanged)
        }
    }

    @Test func `a record that names the subject only after an edit is a mention from then on`() async throws {
        try await World.with(sources: anyone) { world in
            try await world.visit(Review("r1", text: "This shop sold me a broken lamp. Terrible."))
            #expect(try await world.mentions().isEmpty)
            let visit = try await world.visit(Review("r1", text: "Acme sold me a broken lamp. Terrible."))
            #expect(visit.newMentions == 1)
        }
    }

    @Test func `of two sources that list the same reviews neither takes what rolls off for vanished`()
        async throws
    {
        try await World.with(sources: { url in ["one", "two"].map { .make($0, url: "\(url)/\($0)") } }) {
            world in
            for newest in 5...12 {
                let reviews = (newest - 4...newest).reversed().map { number in
                    var review = ListPage.Review.praise("r\(number)")
                    review.url = "https://reviews.example/r\(number)"
                    return review
                }
                for name in newest.isMultiple(of: 2) ? ["one", "two"] : ["two", "one"] {
                    world.site.put("/\(name)", ListPage(reviews))
                    world.time.advance(by: .seconds(60))
                    _ = try await world.daemon.poll([SourceID(name)], onlyDue: false) { _ in }
                }
            }
            #expect(try await world.mentions().count == 12)
            #expect(try await world.events().filter { $0 == "mention.vanished" }.isEmpty)
        }
    }
}
