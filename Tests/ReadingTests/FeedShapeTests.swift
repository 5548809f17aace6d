import Complaints
import Testing

@testable import Reading

/// Feeds in the shapes that sites really give: broken, mixed, old, and of app stores.
struct FeedShapeTests {
    static func page(_ feed: String, type: String? = nil) throws(ReadingFailure) -> Page {
        try read(
            PageInput(
                bytes: Array(feed.utf8), url: "https://news.example/feed", contentType: type,
                now: Instant(seconds: 1_772_000_000)))
    }

    static let two = [
        "<rss><channel><item><title>A</title><description>one<item><title>B</title></item></channel></rss>",
        "<rss><channel><item><title>A</title><description>x<br>y</description></item><item><title>B</title></item>",
        "<rss><channel><item><title>A</title><p>x<b>y</item><item><title>B</title></item></channel></rss>",
        "<rss><item><title>A</title><item><title>B</title>",
        "<br />\n<b>Warning</b>: x in <b>y</b>\n<?xml version='1.0'?><rss><channel><item><title>A</title></item>"
            + "<item><title>B</title></item></channel></rss>",
        "\u{FEFF}\n  <!-- <item><title>C</title></item> --><rss><item><title>A</title></item><item><title>B</title></item></rss>",
        "<rss><channel><item><title>A</title><description><![CDATA[<item>]]></description></item><item><title>B</title>",
    ]

    @Test(arguments: two)
    func `items whose tags do not match are read one by one`(feed: String) throws {
        #expect(try Self.page(feed, type: "text/xml").records.map(\.title) == ["A", "B"])
    }

    /// What stands in an item, and what is read from it: title, text, author, address.
    static let items: [(String, String?, String, String?, String?)] = [
        (
            "<title>T</title><content:encoded>&lt;p&gt;long one&lt;/p&gt;</content:encoded><description>s</description>",
            "T", "long one", nil, nil
        ),
        (
            "<dc:title>T</dc:title><dc:creator>Ewa</dc:creator><dc:description>x y</dc:description>", "T",
            "x y",
            "Ewa", nil
        ),
        (
            "<title>a &lt;b&gt;c&lt;/b&gt;\n d</title><author>ewa@a.example (Ewa)</author>", "a c d", "",
            "Ewa", nil
        ),
        ("<title><![CDATA[5 < 6 & 7 > 6]]></title>", "5 < 6 & 7 > 6", "", nil, nil),
        ("<title>t</title><link/><guid>https://a.example/9</guid>", "t", "", nil, "https://a.example/9"),
        (
            "<title>t</title><link>https://proxy.example/1</link>"
                + "<feedburner:origLink>https://a.example/1</feedburner:origLink>",
            "t", "", nil, "https://a.example/1"
        ),
        (
            "<media:group><media:title>M</media:title><media:description>film</media:description></media:group>",
            "M", "film", nil, nil
        ),
        (
            "<title>T</title><media:description>film</media:description><description>own</description>", "T",
            "own",
            nil, nil
        ),
        ("<title>T</title><description>&lt;!' x &lt;!--</description>", "T", "<!' x", nil, nil),
        (
            "<title>T</title><description>&amp;lt;p&amp;gt;x&amp;lt;/p&amp;gt;</description>", "T", "x", nil,
            nil
        ),
        (
            "<title>T</title><description>Ma&scaron;ina &eacute;t&eacute; &bogus; &#128;5</description>", "T",
            "Mašina été &bogus; €5", nil, nil
        ),
        (
            "<title>T</title><itunes:author>Ewa</itunes:author><itunes:summary>z</itunes:summary>", "T", "z",
            "Ewa",
            nil
        ),
        (
            "<title>T</title><georss:point>1 2</georss:point><slash:comments>4</slash:comments><x:title>N</x:title>",
            "T", "", nil, nil
        ),
    ]

    @Test(arguments: items)
    func `an item is read with and without its vocabularies declared`(
        item: String, title: String?, text: String, author: String?, url: String?
    ) throws {
        let declared =
            "xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
            + "xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' "
            + "xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0' xmlns:x='http://x.example/'"
        for attributes in ["version='2.0'", declared] {
            let page = try Self.page("<rss \(attributes)><channel><item>\(item)</item></channel></rss>")
            let record = try #require(page.records.first)
            #expect(record.title == title)
            #expect(record.text == text)
            #expect(record.author == author)
            #expect(record.url == url)
        }
    }

    @Test func `another prefix than the usual one means the same`() throws {
        let page = try Self.page(
            "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:n='http://purl.org/rss/1.0/' "
                + "xmlns:d='http://purl.org/dc/elements/1.1/'><n:item r:about='https://a.example/1'>"
                + "<n:title>T</n:title><d:creator>Ewa</d:creator><d:date>2024-02-03</d:date></n:item></r:RDF>"
        )
        let record = try #require(page.records.first)
        #expect(record.title == "T")
        #expect(record.author == "Ewa")
        #expect(record.published?.instant.description == "2024-02-03T00:00:00.000Z")
    }

    static let ratings = [
        ("<im:rating xmlns:im='http://itunes.apple.com/rss'>4</im:rating>", Rating(value: 4, best: 5)),
        ("<review:rating>4/5</review:rating>", Rating(value: 4, best: 5)),
        (
            "<gd:rating xmlns:gd='http://schemas.google.com/g/2005' min='1' max='5' value='2'/>",
            Rating(value: 2, best: 5, worst: 1)
        ),
        ("<rating best='10'>7</rating>", Rating(value: 7, best: 10)),
    ]

    @Test(arguments: ratings)
    func `a rating is read from the vocabularies that have one`(element: String, rating: Rating) throws {
        let feed = "<rss><channel><item><title>T</title>\(element)</item></channel></rss>"
        #expect(try Self.page(feed).records.first?.rating == rating)
    }

    @Test func `the first publication counts, and of several corrections the last`() throws {
        let page = try Self.page(
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><updated>2024-05-01T00:00:00Z</updated><published>"
                + "2024-01-01T00:00:00Z</published></entry><entry><updated>2024-01-02T00:00:00Z</updated>"
                + "<updated>2024-01-03T00:00:00Z</updated></entry></feed>")
        #expect(
            page.records.map { $0.published?.instant.description }
                == ["2024-01-01T00:00:00.000Z", "2024-01-03T00:00:00.000Z"])
    }

    @Test func `the language is that of the text, and an empty one takes it back`() throws {
        let page = try Self.page(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><entry><content xml:lang='pl'>a</content></entry>"
                + "<entry xml:lang='cs'><content>b</content></entry><entry><content>c</content></entry></feed>"
        )
        #expect(page.records.map(\.language) == ["pl", "cs", "en"])
    }

    @Test func `text that says it is no markup keeps its signs, unless it plainly is`() throws {
        func title(_ text: String) throws -> String? {
            try Self.page(
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title type='text'>\(text)</title></entry></feed>"
            ).records.first?.title
        }
        #expect(try title("the &lt;blink&gt; tag") == "the <blink> tag")
        #expect(try title("&lt;b&gt;bold&lt;/b&gt;") == "bold")
    }

    @Test func `links are resolved against the bases around them`() throws {
        let page = try Self.page(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://b.example/x/'><entry xml:base='y/'>"
                + "<link href='1'/><id>/2</id></entry></feed>")
        #expect(page.records.first?.url == "https://b.example/x/y/1")
        #expect(page.records.first?.id == "https://b.example/2")
    }

    @Test func `a channel definition keeps dates and links in attributes`() throws {
        let page = try Self.page(
            "<CHANNEL HREF='https://c.example/'><TITLE>C</TITLE><ITEM HREF='/1' LASTMOD='2004-04-06T23:05:43-05:00'>"
                + "<TITLE>T</TITLE><ABSTRACT>x</ABSTRACT></ITEM></CHANNEL>")
        let record = try #require(page.records.first)
        #expect(record.url == "https://news.example/1")
        #expect(record.text == "x")
        #expect(record.published?.instant.description == "2004-04-07T04:05:43.000Z")
    }

    @Test func `entities that the document type declares are plain text, and no more`() throws {
        let page = try Self.page(
            "<!DOCTYPE rss [<!ENTITY shop \"Shop of Żuk\"><!ENTITY bomb \"&shop;&shop;\">]><rss><channel><item>"
                + "<title>&shop;: &bomb;</title></item></channel></rss>")
        #expect(page.records.first?.title == "Shop of Żuk: &bomb;")
    }

    @Test func `an app's customer reviews in JSON are read`() throws {
        let page = try Self.page(
            """
            {"feed":{"title":{"label":"Reviews"},"link":[{"attributes":{"rel":"self","href":"/p1"}},
            {"attributes":{"rel":"next","href":"/p2"}}],"entry":[{"im:name":{"label":"App"},"id":{"label":"9"},
            "content":{"label":"An app"}},{"id":{"label":"22"},"title":{"label":"Crashes"},
            "author":{"name":{"label":"Ewa"}},"im:version":{"label":"1.2"},"im:rating":{"label":"1"},
            "updated":{"label":"2024-01-01T00:00:00-07:00"},"link":{"attributes":{"rel":"related","href":"https://a.example/22"}},
            "content":{"label":"Every time.\\nSince May.","attributes":{"type":"text"}}}]}}
            """, type: "text/javascript; charset=utf-8")
        let record = try #require(page.records.first)
        #expect(page.records.count == 1)
        #expect(page.title == "Reviews")
        #expect(page.next == "https://news.example/p2")
        #expect(record.id == "22")
        #expect(record.author == "Ewa")
        #expect(record.rating == Rating(value: 1, best: 5))
        #expect(record.title == "Crashes")
        #expect(record.text == "Every time.\nSince May.")
        #expect(record.url == "https://a.example/22")
        #expect(record.published?.instant.description == "2024-01-01T07:00:00.000Z")
    }
}
