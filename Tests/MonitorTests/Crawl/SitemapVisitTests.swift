import Complaints
import Demo
import Gzip
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Sources whose address is a site's own list of its pages.
@Suite struct SitemapVisitTests {
    private func source(_ url: String, atMost: Int = 20) -> Source {
        Source.make("acme", url: url + "/sitemap.xml").with {
            $0.follow = Follow(.pattern("/r/*"), atMost: atMost)
        }
    }

    private func sitemap(
        _ url: String, _ pages: [(path: String, changed: String?)], isIndex: Bool = false
    ) -> String {
        let (all, one) = isIndex ? ("sitemapindex", "sitemap") : ("urlset", "url")
        let entries = pages.map { page in
            "<\(one)><loc>\(url)\(page.path)</loc>"
                + (page.changed.map { "<lastmod>\($0)</lastmod>" } ?? "") + "</\(one)>"
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<\(all) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\(entries.joined())</\(all)>"
    }

    private func lay(_ world: World, _ pages: [(path: String, changed: String?)]) {
        world.site.put("/sitemap.xml", .text(sitemap(world.site.url, pages), type: "application/xml"))
    }

    private func details(_ world: World) -> [String] {
        world.site.requests().map(\.path).filter { $0.hasPrefix("/r/") }
    }

    @Test func `an index, and a sitemap packed as a file, lead to pages, those wanted alone`() async throws {
        try await World.with(sources: { [source($0)] }) { world in
            let url = world.site.url
            world.site.put(
                "/sitemap.xml",
                .text(
                    sitemap(url, [("/old.xml", "2025-01-01"), ("/new.xml.gz", "2026-03-01")], isIndex: true),
                    type: "application/xml"))
            world.site.put("/old.xml", .text(sitemap(url, [("/r/1", nil), ("/about", nil)])))
            world.site.put(
                "/new.xml.gz",
                LoopbackAnswer(
                    headers: [("content-type", "application/gzip")],
                    body: GzipCompressor().gzip(Array(sitemap(url, [("/r/2", nil)]).utf8))))
            for name in ["1", "2"] { world.site.put("/r/\(name)", ListPage([.praise(name)])) }
            let visit = try await world.look()
            #expect((visit.outcome, visit.newMentions) == (.complete, 2))
            #expect(
                world.site.requests().map(\.path) == [
                    "/sitemap.xml", "/new.xml.gz", "/old.xml", "/r/2", "/r/1",
                ])
        }
    }

    @Test func `a page is fetched again when its sitemap says that it was modified`() async throws {
        try await World.with(sources: { [source($0, atMost: 1)] }) { world in
            let names = ["1", "2", "3"]
            for name in names { world.site.put("/r/\(name)", ListPage([.praise(name)])) }
            lay(world, names.map { ("/r/\($0)", "2026-02-01") })
            for _ in 0..<3 { try await world.look() }
            #expect(details(world).sorted() == ["/r/1", "/r/2", "/r/3"])
            lay(world, [("/r/1", "2026-02-01"), ("/r/2", "2026-03-02"), ("/r/3", "2026-02-01")])
            world.site.put("/r/2", ListPage([.praise("2", text: "Good shop, slow but friendly.")]))
            #expect(try await world.look().changedMentions == 1)
            #expect(details(world).last == "/r/2")
        }
    }

    @Test func `a page that its sitemap says was not modified is looked at once a day`() async throws {
        try await World.with(sources: { [source($0, atMost: 5)] }) { world in
            world.site.put("/r/1", ListPage([.praise("1")]))
            lay(world, [("/r/1", "2026-02-01")])
            for _ in 0..<4 { try await world.look() }
            #expect(details(world) == ["/r/1"])
            world.time.advance(by: .seconds(86_400))
            try await world.look()
            #expect(details(world) == ["/r/1", "/r/1"])
        }
    }

    @Test func `a sitemap that is a bomb ends the visit with its reason`() async throws {
        try await World.with(sources: { [source($0)] }) { world in
            let bomb = GzipCompressor(level: 9).gzip([UInt8](repeating: 0x20, count: 60_000_000))
            world.site.put(
                "/sitemap.xml", LoopbackAnswer(headers: [("content-type", "application/gzip")], body: bomb))
            let visit = try await world.look()
            #expect(visit.outcome.failure?.code == "bad-encoding")
        }
    }
}
