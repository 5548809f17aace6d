import Complaints
import Demo
import Evidence
import Foundation
import Gzip
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Every page that made or changed a mention is archived with the visit that says so.
@Suite struct EvidenceVisitTests {
    private func withArchive(
        _ source: @escaping @Sendable (String) -> Source = { .make("acme", url: $0 + "/acme") },
        _ work: (World, TemporaryFolder) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        try await World.with(sources: { [source($0)] }, evidence: folder.path("evidence")) { world in
            try await work(world, folder)
        }
    }

    private func entries(_ world: World) async throws -> [EvidenceEntry] {
        try await world.store.read { try $0.evidence(after: 0, limit: 1000) }
    }

    /// What was archived of pages, in order, without requests and descriptions of files.
    private func kinds(_ world: World) async throws -> [String] {
        try await entries(world).map(\.kind.rawValue).filter { $0 != "request" && $0 != "warcinfo" }
    }

    private func roles(_ world: World, _ mention: Int64 = 1) async throws -> [String] {
        try await world.store.read { try $0.evidence(of: MentionID(mention)) }.map(\.link.role.rawValue)
    }

    private func check(_ world: World, _ folder: TemporaryFolder) async throws {
        let report = try await verifyEvidence(
            in: folder.path("evidence"), ledger: StoredEvidence(world.store))
        #expect(report.isSound, "\(report.faults)")
        #expect(report.records > 0)
    }

    @Test func `the page that made a mention is archived, with its request, and proves it`() async throws {
        try await withArchive { world, folder in
            try await world.visit(Review("r1"))
            #expect(
                try await entries(world).map(\.kind.rawValue).sorted() == ["request", "response", "warcinfo"])
            #expect(try await roles(world) == ["made"])
            let found = try #require(try await world.store.read { try $0.evidence(of: CaseID(1)) })
            #expect(found.records.contains { $0.entry.url == world.site.url + "/acme" })
            try await check(world, folder)
        }
    }

    @Test func `a changed page is archived again, one on which nothing of a mention changed is not`()
        async throws
    {
        try await withArchive { world, folder in
            try await world.visit(Review("r1", stars: 2))
            try await world.visit(Review("r1", stars: 1))
            #expect(try await kinds(world) == ["response", "response"])
            #expect(try await roles(world) == ["made", "changed"])
            world.site.put("/acme", html: ListPage([Review("r1", stars: 1)]).html + "<!-- another advert -->")
            #expect(try await world.look().outcome == .complete)
            #expect(try await kinds(world) == ["response", "response"])
            try await check(world, folder)
        }
    }

    @Test(arguments: [true, false])
    func `an unchanged page is witnessed at its first visit, then once a day`(has304: Bool) async throws {
        try await withArchive { world, folder in
            var page = LoopbackAnswer.text(ListPage([Review("r1")]).html, type: "text/html")
            if has304 { page.headers.append(("etag", "\"v1\"")) }
            world.site.put("/acme", page)
            try await world.look()
            #expect(try await world.look().outcome == .unchanged)
            #expect(try await kinds(world) == ["response", "revisit"])
            for _ in 0..<20 { try await world.look(after: .seconds(3600)) }
            #expect(try await kinds(world) == ["response", "revisit"])
            try await world.look(after: .seconds(6 * 3600))
            #expect(try await kinds(world) == ["response", "revisit", "revisit"])
            #expect(try await roles(world) == ["made", "confirmed", "confirmed"])
            let copies = try await entries(world)
            #expect(
                copies.filter { $0.kind == .revisit }.allSatisfy { entry in
                    copies.contains { $0.record == entry.refersTo && $0.kind == .response }
                })
            try await check(world, folder)
        }
    }

    @Test func `the page from which a mention vanished bears witness, and that to which it came back`()
        async throws
    {
        try await withArchive { world, folder in
            try await world.visit(.praise("a"), Review("r1"), .praise("c"))
            let id = try #require(try await world.mentions().first { $0.siteID == "r1" }?.id.number)
            for _ in 0..<3 { try await world.visit(.praise("a"), .praise("c")) }
            #expect(try await world.vanished() == ["r1"])
            #expect(try await roles(world, id) == ["made", "vanished"])
            try await world.visit(.praise("a"), Review("r1"), .praise("c"))
            #expect(try await roles(world, id) == ["made", "vanished", "reappeared"])
            try await check(world, folder)
        }
    }

    @Test func `redirects on the way are archived with the page`() async throws {
        try await withArchive { world, folder in
            world.site.put("/acme", LoopbackAnswer(status: 302, headers: [("location", "/now")]))
            world.site.put("/now", ListPage([Review("r1")]))
            try await world.look()
            let urls = try await entries(world).filter { $0.kind == .response }.map(\.url)
            #expect(urls == [world.site.url + "/acme", world.site.url + "/now"])
            try await check(world, folder)
        }
    }

    @Test func `what a program wrote is archived as it wrote it`() async throws {
        let place = try TemporaryFolder()
        let page = place.path("page.html")
        try ListPage([Review("r1")]).html.write(toFile: page, atomically: true, encoding: .utf8)
        try await withArchive({
            Source.make("acme", url: $0 + "/acme").with {
                $0.fetch.command = ["/bin/sh", "-c", "cat \(page)"]
            }
        }) { world, folder in
            try await world.look()
            #expect(try await kinds(world) == ["resource"])
            #expect(try await roles(world) == ["made"])
            try await check(world, folder)
        }
    }

    @Test func `a header that holds a secret is not archived`() async throws {
        try await withArchive({
            Source.make("acme", url: $0 + "/acme").with {
                $0.fetch.headers = [.init(name: "X-Key", value: Secret("k3y-of-ours"))]
                $0.fetch.authorization = .bearer(Secret("t0ken-of-ours"))
            }
        }) { world, folder in
            try await world.visit(Review("r1"))
            let path = folder.path("evidence")
            var records = 0
            for name in try FileManager.default.contentsOfDirectory(atPath: path) {
                let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
                for entry in try await entries(world) where entry.file == name {
                    let member = Array(bytes[Int(entry.start)..<Int(entry.start + entry.length)])
                    let text = String(decoding: try gunzip(member, atMost: 1_000_000), as: UTF8.self)
                    #expect(!text.contains("k3y-of-ours") && !text.contains("t0ken-of-ours"))
                    records += 1
                }
            }
            #expect(records == 3)
        }
    }

    @Test func `a complaint is not lost because its page cannot be archived`() async throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(fileURLWithPath: folder.path("evidence")))  // no folder
        try await World.with(evidence: folder.path("evidence")) { world in
            let visit = try await world.visit(Review("r1"))
            #expect(visit.outcome == .complete)
            #expect(try await world.cases().count == 1)
            #expect(try await kinds(world) == [])
            try FileManager.default.removeItem(atPath: folder.path("evidence"))
            // The page is as it was; its proof is still owed.
            try await world.visit(Review("r1"))
            #expect(try await kinds(world) == ["response"])
            #expect(try await roles(world) == ["confirmed"])
            try await check(world, folder)
            try await world.visit(Review("r1"))
            #expect(try await kinds(world) == ["response", "revisit"])
        }
    }

    @Test func `a visit that is not taken in leaves nothing in the store's chain`() async throws {
        try await withArchive { world, folder in
            try await world.visit(Review("r1"))
            let before = try await entries(world)
            _ = try await world.store.write {
                try $0.execute(
                    "CREATE TRIGGER refusal BEFORE UPDATE OF last_visit ON source WHEN new.failures = 0 "
                        + "BEGIN SELECT RAISE(ABORT, 'full'); END")
            }
            try await world.visit(Review("r1"), Review("r2"))
            #expect(try await entries(world) == before)
            #expect(try await world.mentions().count == 1)
            _ = try await world.store.write { try $0.execute("DROP TRIGGER refusal") }
            try await world.visit(Review("r1"), Review("r2"))
            #expect(try await kinds(world) == ["response", "response"])
            try await check(world, folder)
        }
    }
}
