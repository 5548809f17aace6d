import Complaints
import Reading
import Testing

/// Links that lead on from a page: to details, to feeds, to its next page.
struct ReachTests {
    private func page(
        _ body: String, contentType: String? = "text/html", follow: Follow.Links? = nil, rule: Rule? = nil,
        next: String? = nil, cursor: String? = nil, linkHeaders: [String] = [], seeksFeed: Bool = false
    ) throws -> Page {
        try read(
            PageInput(
                bytes: Array(body.utf8), url: "https://shop.example/list?page=1", contentType: contentType,
                rule: rule, now: Instant(seconds: 1_772_000_000), next: next, linkHeaders: linkHeaders,
                cursor: cursor, follow: follow, seeksFeed: seeksFeed))
    }

    static let list = """
        <a href="/list?page=1">here</a><a href="#x">here</a><ul><li class=r><a href="/reviews/1#c">One</a></li>
        <li class=r><a href="/reviews/2?utm_source=x">Two</a></li><li class=r><a href="/reviews/1">One again</a></li>
        </ul><a href="https://other.example/reviews/9">Other</a><a href="mailto:a@b.example">Mail</a>
        <a href="/about">About</a>
        """

    @Test(arguments: [
        (Follow.Links.selector("li.r a@href"), ["/reviews/1", "/reviews/2?utm_source=x"]),
        (.selector("li.r a"), ["/reviews/1", "/reviews/2?utm_source=x"]),
        (.selector("li.r"), ["/reviews/1", "/reviews/2?utm_source=x"]),
        (.selector("//li/a/@href"), ["/reviews/1"]),
        (.pattern("/reviews/*"), ["/reviews/1", "/reviews/2?utm_source=x"]),
        (.pattern("https://other.example/*"), ["https://other.example/reviews/9"]),
        (.pattern("/nothing"), []),
    ])
    func `the links of a list are followed once each, in its order`(
        follow: Follow.Links, paths: [String]
    ) throws {
        let found = try page(Self.list, follow: follow).details.map(\.url)
        #expect(found == paths.map { $0.hasPrefix("/") ? "https://shop.example" + $0 : $0 })
    }

    @Test func `a faulty selector of links is told`() {
        #expect(throws: ReadingFailure.self) { try page(Self.list, follow: .selector("li[")) }
    }

    @Test func `entries of a feed and members of an answer lead to pages`() throws {
        let feed = """
            <rss><channel><item><link>https://shop.example/reviews/1</link><title>a</title>
            <pubDate>Wed, 01 May 2024 08:00:00 GMT</pubDate></item>
            <item><link>https://shop.example/news/1</link><title>b</title></item></channel></rss>
            """
        let details = try page(feed, contentType: "text/xml", follow: .pattern("/reviews/*")).details
        #expect(details.map(\.url) == ["https://shop.example/reviews/1"])
        #expect(details.first?.changed != nil)
        let json = #"{"found":[{"href":"/reviews/1"},{"href":null},{"href":"/reviews/2"}]}"#
        let answer = try page(json, contentType: "application/json", follow: .selector("$.found[*].href"))
        #expect(
            answer.details.map(\.url) == ["https://shop.example/reviews/1", "https://shop.example/reviews/2"])
    }

    @Test func `the feeds of a page are found, those of visitors preferred`() throws {
        let html = """
            <link rel="alternate" type="application/rss+xml" title="News" href="/feed/">
            <link rel="alternate" hreflang="de" href="/de/">
            <link rel="alternate stylesheet" type="text/css" href="/x.css">
            <link rel="alternate" type="application/atom+xml" href="/comments/feed/">
            <link rel="alternate" type="application/feed+json" href="/feed.json">
            <a type="application/rss+xml" href="/feed/">RSS</a>
            """
        let page = try page(html)
        #expect(
            page.feeds == [
                FeedLink(url: "https://shop.example/feed/", title: "News", type: .rss),
                FeedLink(url: "https://shop.example/comments/feed/", type: .atom),
                FeedLink(url: "https://shop.example/feed.json", type: .json),
            ])
        #expect(page.feeds.preferred?.url == "https://shop.example/comments/feed/")
    }

    @Test func `links that look like feeds count only when asked for`() throws {
        let html = "<a href=/a>a</a><a href=/latest.RSS>New topics</a><a href='/?format=feed'>x</a>"
        #expect(try page(html).feeds.isEmpty)
        #expect(
            try page(html, seeksFeed: true).feeds.map(\.url) == [
                "https://shop.example/latest.RSS", "https://shop.example/?format=feed",
            ])
    }

    @Test func `the next page is taken from headers, answers and cursors`() throws {
        let header = ["</a>; rel=prev, <list?page=2>; rel=\"next last\""]
        #expect(try page("<p>x", linkHeaders: header).next == "https://shop.example/list?page=2")
        let json = #"{"next":"/list?page=3","none":null,"meta":{"after":"abc="},"r":[{"t":"x"}]}"#
        func answer(next: String? = nil, cursor: String? = nil) throws -> Page {
            try page(json, contentType: "application/json", next: next, cursor: cursor)
        }
        #expect(try answer(next: "$.next").next == "https://shop.example/list?page=3")
        #expect(try answer(next: "$.none").next == nil)
        #expect(try answer(cursor: "$.meta.after").cursor == "abc=")
        #expect(try page("<ul data-after=k7><li>x</ul>", cursor: "ul@data-after").cursor == "k7")
    }

    @Test(
        arguments: [
            ("1,234 reviews", 1234), ("1 234 отзыва", 1234), ("1\u{A0}234\u{202F}567 opinii", 1_234_567),
            ("1.234 Bewertungen", 1234), ("(57)", 57), ("4,5 (1 234 opinii)", 1234), ("4.5 · 12 reviews", 12),
            ("1–20 of 345", 345), ("Отзывы 1-10 из 1 200", 1200), ("12'345 avis", 12_345), ("0", 0),
            ("2,3 tys. opinii", nil), ("1.2k reviews", nil), ("500+ reviews", nil), ("2 тыс. отзывов", nil),
            ("over 900 reviews", nil), ("no reviews", nil), ("", nil), ("123456789012345", nil),
        ] as [(String, Int?)])
    func `the number of reviews is read as a site writes it`(text: String, count: Int?) throws {
        var rule = Rule(each: "p", text: "b")
        rule.count = "i"
        let page = try page("<p><b>x</b></p><i>\(text)</i>", rule: rule)
        #expect(page.aggregate?.count == count)
        #expect(page.aggregate == nil || page.aggregate?.isReviewCount == true)
    }

    @Test func `reviews are counted before marks`() throws {
        func aggregate(_ json: String) throws -> Page.Aggregate? {
            try page("<script type='application/ld+json'>{\"aggregateRating\":{\(json)}}</script>").aggregate
        }
        #expect(
            try aggregate("\"ratingValue\":4,\"ratingCount\":90,\"reviewCount\":12")
                == Page.Aggregate(rating: 4, count: 12, isReviewCount: true))
        #expect(
            try aggregate("\"ratingValue\":4,\"ratingCount\":90")
                == Page.Aggregate(rating: 4, count: 90, isReviewCount: false))
    }

    @Test func `answers and feeds state their count too`() throws {
        var rule = Rule(each: "$.r[*]", text: "t")
        rule.count = "$.meta.total"
        let json = #"{"meta":{"total":321},"r":[{"t":"x"}]}"#
        #expect(try page(json, contentType: "application/json", rule: rule).aggregate?.count == 321)
        let feed = """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:o="http://a9.com/-/spec/opensearch/1.1/">
            <o:totalResults>4230</o:totalResults><entry><id>1</id><title>x</title></entry></feed>
            """
        #expect(try page(feed, contentType: "text/xml").aggregate?.count == 4230)
    }
}
