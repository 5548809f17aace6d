import Complaints
import Reading
import Testing

struct SitemapTests {
    static let now = Instant(seconds: 1_772_000_000)

    private func sitemap(
        _ text: String, contentType: String? = nil, atMost: Int = 50_000, mostBytes: Int = 52_428_800
    ) throws -> Sitemap {
        try readSitemap(
            Array(text.utf8), url: "https://shop.example/sitemap.xml", contentType: contentType,
            now: Self.now, atMost: atMost, mostBytes: mostBytes)
    }

    @Test func `pages and their times are read, pictures of them are not`() throws {
        let found = try sitemap(
            """
            <?xml version="1.0" encoding="UTF-8"?><!-- <urlset> of <url> -->
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://x/image">
            <url><loc> https://shop.example/r?a=1&amp;b=2 </loc><lastmod>2024-05-01T10:00:00+02:00</lastmod>
            <image:image><image:loc>https://shop.example/1.jpg</image:loc></image:image></url>
            <url><lastmod>2024-05</lastmod><loc><![CDATA[/r/2#top]]></loc><priority>0.5</priority></url>
            <url><loc>javascript:void(0)</loc></url><url><loc>https://shop.example/r/2</loc></url>
            <url><loc>https://shop.example/sitemap.xml</loc></url>
            </urlset>
            """)
        #expect(found.kind == .pages)
        #expect(found.entries.map(\.url) == ["https://shop.example/r?a=1&b=2", "https://shop.example/r/2"])
        #expect(found.entries.first?.changed?.instant.description == "2024-05-01T08:00:00.000Z")
        #expect(found.entries.last?.changed?.precision == .month)
        #expect(found.refused == 1)
        #expect(found.cut == nil)
    }

    @Test func `an index leads to sitemaps, whatever its prefix`() throws {
        let found = try sitemap(
            """
            <s:sitemapindex xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:sitemap>
            <s:loc>https://shop.example/a.xml.gz</s:loc><s:lastmod>2024-05-01</s:lastmod></s:sitemap>
            <s:sitemap><s:loc>https://shop.example/b.xml</s:loc></s:sitemap></s:sitemapindex>
            """)
        #expect(found.kind == .index)
        #expect(found.entries.map(\.url) == ["https://shop.example/a.xml.gz", "https://shop.example/b.xml"])
        #expect(found.details(following: .all, on: "https://shop.example/").isEmpty)
    }

    @Test func `a list of addresses is a sitemap, a line each`() throws {
        let found = try sitemap(
            "\u{FEFF}https://shop.example/1\r\n\r\n https://shop.example/2 \nnothing\nftp://x/\n")
        #expect(
            found.entries.map(\.url) == [
                "https://shop.example/1", "https://shop.example/2", "https://shop.example/nothing",
            ])
        #expect(found.refused == 1)
    }

    @Test func `a feed serves as a sitemap`() throws {
        let found = try sitemap(
            """
            <rss><channel><item><link>https://shop.example/1</link><title>One</title>
            <pubDate>Wed, 01 May 2024 08:00:00 GMT</pubDate></item></channel></rss>
            """)
        #expect(found.entries.map(\.url) == ["https://shop.example/1"])
        #expect(found.entries.first?.changed?.instant.description == "2024-05-01T08:00:00.000Z")
    }

    @Test func `what is cut is said`() throws {
        let many = "<urlset>" + (0..<20).map { "<url><loc>https://shop.example/\($0)</loc></url>" }.joined()
        #expect(try sitemap(many).entries.count == 20)
        let few = try sitemap(many, atMost: 7)
        #expect(few.entries.count == 7)
        #expect(few.cut == .entries(limit: 7))
        let short = try sitemap(many, mostBytes: 100)
        #expect(short.cut == .bytes(limit: 100))
        #expect(short.entries.count == 2 || short.entries.count == 3)
    }

    @Test func `what is no sitemap is refused with a reason`() {
        for (bytes, reason) in [
            (Array("<html><p>Not found</p></html>".utf8), "sitemap"), ([0x1F, 0x8B, 8], "gzip"),
            ([], "empty"),
        ] {
            do throws(ReadingFailure) {
                _ = try readSitemap(bytes, url: "https://shop.example/", now: Self.now)
                Issue.record("\(reason) was read")
            } catch {
                #expect(error.description.contains(reason))
            }
        }
        #expect(isGzip([0x1F, 0x8B, 8]) && !isGzip([0x1F]))
        #expect(isSitemap(Array("<urlset>".utf8), contentType: nil))
        #expect(isSitemap(Array("https://shop.example/\n".utf8), contentType: "text/plain"))
        #expect(!isSitemap(Array("<html><urlset>".utf8), contentType: "text/xml"))
    }

    @Test(.timeLimit(.minutes(5)))
    func `many pages, deep tags and open ends are read quickly`() throws {
        let big =
            "<urlset>"
            + (0..<10_000).map {
                "<url><loc>https://shop.example/reviews/\($0)</loc><lastmod>2024-05-01</lastmod></url>"
            }.joined()
        #expect(try sitemap(big).entries.count == 10_000)
        let deep = "<urlset>" + String(repeating: "<url>", count: 500_000) + "<loc>https://shop.example/1"
        #expect(try sitemap(deep).entries.count == 1)
        #expect(try sitemap("<urlset><loc>" + String(repeating: "<", count: 1_000_000)).entries.isEmpty)
    }
}
