/// When a page was published, and in which order it writes its dates.
import Complaints
import Testing

@testable import Reading

struct PublishedTests {
    static let now = Instant(rfc3339: "2026-03-05T12:00:00Z") ?? Instant(seconds: 0)

    private static func page(_ html: String, url: String = "https://news.example/story") throws -> Page {
        try read(
            PageInput(bytes: Array(html.utf8), url: url, contentType: "text/html; charset=utf-8", now: now))
    }

    @Test(
        arguments: [
            ("2026-03-06", nil), ("2026-03-06T08:00:00Z", nil), ("2026-03-05T11:59:00Z", "2026-03-05T11:59"),
            ("2026-03-05T18:00:00Z", "2026-03-05T00:00"), ("2026-03-05T18:00:00+02:00", "2026-03-04T22:00"),
        ] as [(String, String?)])
    func `no page is published in the future`(stated: String, wanted: String?) throws {
        let html = "<meta property='article:published_time' content='\(stated)'><h1>T</h1><p>Text.</p>"
        let found = try Self.page(html).published?.instant.description
        #expect(found.map { String($0.prefix(16)) } == wanted)
        let time = "<h1>T</h1><time pubdate datetime='\(stated)'>then</time>"
        #expect(try Self.page(time).published?.instant.description.prefix(16) == wanted.map { $0[...] })
    }

    @Test(arguments: ["You send it back within 1 days to our address", "tomorrow", "in 1 day", "6 March"])
    func `what lies ahead is no byline`(line: String) throws {
        let found = try Self.page("<h1>T</h1><p>\(line)</p><p>Text.</p>").published
        #expect((found?.instant ?? Self.now) <= Self.now)
    }

    static let stories: [(what: String, html: String, wanted: String)] = [
        (
            "an article before its page",
            """
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
            {"@type":"WebPage","datePublished":"2020-01-01"},
            {"@type":"NewsArticle","datePublished":"2024-03-01T10:00:00+01:00","dateModified":"2025-01-01"}]}</script>
            """, "2024-03-01T09:00"
        ),
        (
            "the article of this address",
            """
            <script type="application/ld+json">[{"@type":"NewsArticle","url":"/other","datePublished":"2023-01-01"},
            {"@type":"NewsArticle","mainEntityOfPage":{"@id":"https://news.example/story"},"datePublished":"2024-03-01"}]
            </script>
            """, "2024-03-01"
        ),
        (
            "its page alone",
            #"<script type="application/ld+json">{"@type":"WebPage","datePublished":"2024-03-01"}</script>"#,
            "2024-03-01"
        ),
        (
            "the head, not its change",
            """
            <meta property="article:modified_time" content="2025-05-05T10:00:00Z">
            <meta property="article:published_time" content="2024-03-01T10:00:00Z">
            """, "2024-03-01T10:00"
        ),
        ("Dublin Core", #"<meta name="DC.date.issued" content="2024-03-01">"#, "2024-03-01"),
        (
            "a name of a tool", #"<meta name="parsely-pub-date" content="2024-03-01T10:00:00Z">"#,
            "2024-03-01T10:00"
        ),
        ("a property of no item", #"<meta itemprop="datePublished" content="2024-03-01">"#, "2024-03-01"),
        (
            "a time that says so",
            """
            <h1>T</h1><time class="updated" datetime="2025-05-05">5 May</time>
            <time class="entry-date published" datetime="2024-03-01T10:00:00Z">1 March</time>
            """, "2024-03-01T10:00"
        ),
        ("pubdate", #"<h1>T</h1><p>x</p><time pubdate datetime="2024-03-01">1 March</time>"#, "2024-03-01"),
        (
            "a byline",
            "<h1>Headline</h1><div>By Ann Smith</div><div>Updated: 5 May 2025</div><p>Published: March 1, 2024</p>",
            "2024-03-01"
        ),
        (
            "a byline among words",
            "<html lang=pl><h1>Tytuł</h1><p>Jan Kowalski | 1 marca 2024, 10:05 | 3 minuty</p>",
            "2024-03-01T10:05"
        ),
        (
            "a label in a node of its own",
            "<h1>T</h1><span>Aktualisiert:</span> <b>5. Mai 2025</b> <span>Veröffentlicht:</span> <b>1. März 2024</b>",
            "2024-03-01"
        ),
        (
            "a date before the headline",
            "<body><div>menu</div><article><header><span>1 mars 2024</span><h1>Titre</h1></header><p>x</p></article>",
            "2024-03-01"
        ),
    ]

    @Test(arguments: stories)
    func `a page's own date is found`(what: String, html: String, wanted: String) throws {
        #expect(try Self.page(html).published?.instant.description.hasPrefix(wanted) == true)
    }

    @Test(
        arguments: [
            ("https://news.example/2024/03/01/story", "2024-03-01"),
            ("https://news.example/2024-03-01-story", "2024-03-01"),
            ("https://news.example/a/20240301/story.html", "2024-03-01"),
            ("https://news.example/2024/3/1", "2024-03-01"),
            ("https://news.example/2024/03/story", "2024-03-01"),
            ("https://news.example/p/2024/99/story", nil),
            ("https://news.example/id/20249999", nil), ("https://news.example/2030/01/01/story", nil),
            ("https://2024.example/12/01", nil),
        ] as [(String, String?)])
    func `an address says a date`(url: String, wanted: String?) throws {
        let found = try Self.page("<h1>Headline</h1><p>Text.</p>", url: url).published
        #expect(found.map { String($0.instant.description.prefix(10)) } == wanted)
    }

    @Test func `a byline of the address's day gives the hour`() throws {
        let page = try Self.page(
            "<html lang=de><h1>T</h1><p>1. März 2024, 14:20 Uhr</p>", url: "https://news.example/2024/03/01/t"
        )
        #expect(page.published?.instant.description == "2024-03-01T14:20:00.000Z")
    }

    @Test(arguments: [
        "<h1>T</h1><p>Text</p><footer>© 2024</footer>", "<h1>T</h1><p>Version 1.2.3 costs 12.50</p>",
        #"<meta name="date" content="2030-01-01">"#, #"<meta name="date" content="soon">"#,
        "<h1>T</h1><script>var d = 'March 1, 2024'</script>",
    ])
    func `a page without a date has none`(html: String) throws {
        #expect(try Self.page(html).published == nil)
    }

    @Test(
        arguments: [
            (["03/04/2024", "25/03/2024"], .dmy), (["03/04/2024", "03/25/2024"], .mdy), (["03/04/2024"], nil),
            (["25/03/2024", "03/25/2024"], nil), (["12/03/2025", "05/12/2025", "02/04/2026"], .mdy),
            (["01/05/2024", "02/04/2024", "03/03/2024", "04/02/2024"], nil),
            (["01/05/2024", "15/04/2024", "03/03/2024"], .dmy),
            (["05/04/2024", "01/04/2024", "12/03/2024", "02/02/2024"], .dmy),
            (["2024-03-01", "no date", "1.2.3"], nil),
        ] as [([String], DateOrder?)])
    func `the dates of a page say its order`(texts: [String], order: DateOrder?) {
        #expect(DateOrder.of(texts, now: Self.now) == order)
    }

    @Test func `all dates of a page are read in the order that one of them shows`() throws {
        func review(_ date: String) -> String {
            """
            <div itemscope itemtype="https://schema.org/Review"><b itemprop="author">Ann</b>
            <i itemprop="datePublished">\(date)</i><p itemprop="reviewBody">It broke on \(date).</p></div>
            """
        }
        let html = "<html lang=en>" + review("03/04/2024") + review("25/03/2024")
        let days = try Self.page(html).records.compactMap { $0.published?.instant.description.prefix(10) }
        #expect(days == ["2024-04-03", "2024-03-25"])
    }
}
