import Complaints
import Testing

@testable import Reading

private func page(_ feed: String) throws(ReadingFailure) -> Page {
    try read(
        PageInput(
            bytes: Array(feed.utf8), url: "https://news.example/feed", now: Instant(seconds: 1_772_000_000)))
}

struct FeedTests {
    @Test func `RSS 2.0 with its extensions is read`() throws {
        let page = try page(
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Forum</title><language>pl-PL</language>
            <item><title>Brak <![CDATA[zwrotu & ciszy]]></title><link>/t/5</link><guid isPermaLink="false">t5</guid>
            <dc:creator>Ewa</dc:creator><pubDate>Mon, 05 Feb 2024 10:11:12 +0100</pubDate>
            <description>Skrót</description><content:encoded><![CDATA[<p>Pieniędzy&nbsp;nie ma.</p><p>Trzeci tydzień.</p>]]></content:encoded>
            </item></channel></rss>
            """)
        let record = try #require(page.records.first)
        #expect(page.kind == .rss)
        #expect(page.title == "Forum")
        #expect(page.language == "pl")
        #expect(record.id == "t5")
        #expect(record.url == "https://news.example/t/5")
        #expect(record.author == "Ewa")
        #expect(record.title == "Brak zwrotu & ciszy")
        #expect(record.text == "Pieniędzy nie ma.\nTrzeci tydzień.")
        #expect(record.published?.instant.description == "2024-02-05T09:11:12.000Z")
        #expect(record.via == .feed)
    }

    @Test func `Atom with a base, a next page and XHTML is read`() throws {
        let page = try page(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://blog.example/">
            <title>Blog</title><link rel="next" href="feed?page=2"/><entry><id>tag:blog.example,2024:1</id>
            <title type="html">It &amp;lt;broke&amp;gt;</title><link rel="replies" href="r"/><link href="posts/1"/>
            <author><name>Sam</name><email>s@blog.example</email></author><updated>2024-03-02T00:00:00Z</updated>
            <published>2024-03-01T08:00:00Z</published>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content></entry></feed>
            """)
        let record = try #require(page.records.first)
        #expect(page.kind == .atom)
        #expect(page.next == "https://blog.example/feed?page=2")
        #expect(record.id == "tag:blog.example,2024:1")
        #expect(record.url == "https://blog.example/posts/1")
        #expect(record.author == "Sam")
        #expect(record.text == "One.\nTwo.")
        #expect(record.published?.instant.description == "2024-03-01T08:00:00.000Z")
        #expect(record.language == "en")
    }

    @Test func `an app's review feed gives ratings of five, and not the app`() throws {
        let page = try page(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:im="http://itunes.apple.com/rss"><entry><id>1</id>
            <title>The App</title><im:name>The App</im:name></entry><entry><id>22</id><title>Crashes</title>
            <content type="text">Every time.</content><content type="html">&lt;b&gt;Crashes&lt;/b&gt; Every time. By X</content>
            <im:rating>1</im:rating><author><name>X</name><uri>u</uri></author><updated>2024-01-01T00:00:00-07:00</updated>
            </entry></feed>
            """)
        #expect(page.records.map(\.id) == ["22"])
        #expect(page.records.first?.rating == Rating(value: 1, best: 5))
        #expect(page.records.first?.text == "Every time.")
    }

    @Test func `RSS 1.0 keeps its items beside the channel`() throws {
        let page = try page(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
            xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>C</title></channel>
            <item rdf:about="https://a.example/1"><title>T</title><link>https://a.example/1</link><dc:date>2003-04-05T06:07:08+02:00</dc:date></item></rdf:RDF>
            """)
        #expect(page.title == "C")
        #expect(page.records.map(\.id) == ["https://a.example/1"])
        #expect(page.records.first?.published?.instant.description == "2003-04-05T04:07:08.000Z")
    }

    static let illFormed = [
        "<rss><channel><item><title>A & B</title><guid>1</guid></item></channel></rss>",
        "<rss><channel><item><title>A &amp; B</title><guid>1</guid></item>",
        "\n\n junk <rss><channel><item><title>A &amp; B</title><guid>1</guid><description>a<br>b</description></item></channel></rss>",
        "<rss><channel><item><title>A&nbsp;&amp;&nbsp;B</title><guid>1</guid><x:y>z</x:y></item></channel></rss>",
        "<?xml version='1.0' encoding='utf-16'?><rss><channel><item><title>A \u{1}&amp; B</title><guid>1</guid></item></channel></rss>",
    ]

    @Test(arguments: illFormed)
    func `feeds that are nearly XML are read`(feed: String) throws {
        let page = try page(feed)
        #expect(page.records.map(\.title) == ["A & B"])
        #expect(page.records.map(\.id) == ["1"])
    }

    @Test func `JSON Feed is read`() throws {
        let page = try page(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"J","next_url":"/feed?2","items":[{"id":7,"url":"/7",
            "content_html":"<p>Hi</p>","date_published":"2024-01-02T03:04:05Z","authors":[{"name":"Ann"}]}]}
            """)
        #expect(page.kind == .jsonFeed)
        #expect(page.next == "https://news.example/feed?2")
        #expect(page.records.map(\.id) == ["7"])
        #expect(page.records.first?.text == "Hi")
        #expect(page.records.first?.author == "Ann")
    }
}

struct DateTests {
    static let now = Instant(rfc3339: "2026-03-05T12:00:00Z") ?? Instant(seconds: 0)
    static let cases: [(String, String?, String?)] = [
        ("2024-03-01T10:00:00+02:00", nil, "2024-03-01T08:00:00.000Z"),
        ("20240301", nil, "2024-03-01T00:00:00.000Z"),
        ("Fri, 01 Mar 2024 10:00:00 GMT", nil, "2024-03-01T10:00:00.000Z"),
        ("Sun Nov  6 08:49:37 1994", nil, "1994-11-06T08:49:37.000Z"),
        ("03/04/2024", "en", "2024-03-04T00:00:00.000Z"), ("03/04/2024", "fr", "2024-04-03T00:00:00.000Z"),
        ("03/04/2024", "en-GB", "2024-04-03T00:00:00.000Z"), ("25.12.2023", nil, "2023-12-25T00:00:00.000Z"),
        ("7 апреля", "ru", "2025-04-07T00:00:00.000Z"), ("3 дня назад", "ru", "2026-03-02T00:00:00.000Z"),
        ("wczoraj o 14:20", "pl", "2026-03-04T14:20:00.000Z"),
        ("12 października 2023", "pl", "2023-10-12T00:00:00.000Z"),
        ("vor 2 Stunden", "de", "2026-03-05T10:00:00.000Z"),
        ("3. März 2025", "de", "2025-03-03T00:00:00.000Z"),
        ("il y a 5 jours", "fr", "2026-02-28T00:00:00.000Z"),
        ("hace 2 semanas", "es", "2026-02-19T00:00:00.000Z"),
        ("před 3 dny", "cs", "2026-03-02T00:00:00.000Z"), ("15. září 2024", "cs", "2024-09-15T00:00:00.000Z"),
        ("2 дні тому", "uk", "2026-03-03T00:00:00.000Z"),
        ("Reviewed in the United States on January 6, 2024", "en", "2024-01-06T00:00:00.000Z"),
        ("December 24", "en", "2025-12-24T00:00:00.000Z"), ("a month ago", "en", "2026-02-01T00:00:00.000Z"),
        ("May 2023", "en", "2023-05-01T00:00:00.000Z"), ("4 maart 2024", "nl", "2024-03-04T00:00:00.000Z"),
        ("hello", "en", nil), ("30 February 2024", "en", nil), ("", nil, nil), ("4.5 stars", "en", nil),
        ("Jan Kowalski", "pl", nil), ("12 reviews", "en", nil),
    ]

    @Test(arguments: cases)
    func `dates are read as people write them`(text: String, language: String?, wanted: String?) {
        let found = parseDate(text, language: language, now: Self.now, zone: nil, order: nil)
        #expect(found?.instant.description == wanted)
    }

    @Test func `a time without a zone is in the site's`() {
        let found = parseDate(
            "2024-07-01 10:00", language: nil, now: Self.now, zone: "Europe/Warsaw", order: nil)
        #expect(found?.instant.description == "2024-07-01T08:00:00.000Z")
        #expect(found?.offset == 7200)
    }
}
