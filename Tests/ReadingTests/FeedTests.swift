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
