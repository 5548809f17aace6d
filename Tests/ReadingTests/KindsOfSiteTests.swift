import Complaints
import Testing

@testable import Reading

/// Pages written as the large kinds of site write theirs: portals, shops, travel sites, blogs.
struct KindsOfSiteTests {
    private static func records(_ html: String) throws(ReadingFailure) -> [Record] {
        try read(
            PageInput(
                bytes: Array(html.utf8), url: "https://site.example/review/shop",
                now: Instant(seconds: 1_772_000_000))
        ).records
    }

    @Test func `a review portal's graph, with things that are named by fragments`() throws {
        let json = """
            {"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"https://site.example/#/schema/Org/1"},
            {"@type":"LocalBusiness","@id":"https://site.example/#/schema/Org/shop","name":"Shop","aggregateRating":
            {"@type":"AggregateRating","bestRating":"5","worstRating":"1","ratingValue":"2.1","reviewCount":"832"},
            "review":[{"@id":"https://site.example/#/schema/Review/shop/aa1"},{"@id":"https://site.example/#/schema/Review/shop/aa2"}]},
            {"@type":"Review","@id":"https://site.example/#/schema/Review/shop/aa1","itemReviewed":{"@id":"https://site.example/#/schema/Org/shop"},
            "author":{"@type":"Person","name":"Mia","url":"https://site.example/users/1"},"datePublished":"2024-06-01T10:11:12.000Z",
            "headline":"Never again","reviewBody":"No answer for weeks.","reviewRating":{"@type":"Rating","bestRating":"5","worstRating":"1","ratingValue":"1"},"inLanguage":"en"},
            {"@type":"Review","@id":"https://site.example/#/schema/Review/shop/aa2","author":{"@type":"Person","name":"Tom"},
            "datePublished":"2024-06-02","reviewBody":"Fine.","reviewRating":{"ratingValue":4},"inLanguage":"en-GB"}]}
            """
        let records = try Self.records("<script type=\"application/ld+json\" data-x=1>\(json)</script>")
        #expect(records.map(\.author) == ["Mia", "Tom"])
        #expect(records.map(\.url) == [nil, nil])
        #expect(Set(records.compactMap(\.id)).count == 2)
        #expect(records.map(\.language) == ["en", "en"])
        #expect(records[0].rating == Rating(value: 1, best: 5, worst: 1))
        #expect(records[0].title == "Never again")
    }

    @Test func `a shop's comment list in microdata, with a mark in per cent`() throws {
        let html = """
            <ol class=commentlist><li itemprop="review" itemscope itemtype="https://schema.org/Review" id="li-comment-2031">
            <div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><span style="width:40%"><strong itemprop="ratingValue">40%</strong></span></div>
            <p class=meta><strong itemprop="author" itemscope itemtype="https://schema.org/Person">Kasia</strong>
            <time itemprop="datePublished" datetime="2023-11-09T08:00:00+00:00">9 lis</time></p>
            <div itemprop="description"><p>Rozmiar zły.</p><p>Zwrot odrzucony.</p></div></li></ol>
            """
        let record = try #require(try Self.records(html).first)
        #expect(record.author == "Kasia")
        #expect(record.rating == Rating(value: 40, best: 100))
        #expect(record.text == "Rozmiar zły.\nZwrot odrzucony.")
    }

    @Test func `a travel page whose reviews stand beside the place, with month and year`() throws {
        let html = """
            <div itemscope itemtype="https://schema.org/Hotel"><h1 itemprop="name">Polar</h1></div>
            <div itemscope itemtype="https://schema.org/Review"><div itemprop="itemReviewed" itemscope itemtype="https://schema.org/Hotel">
            <span itemprop="name">Polar</span></div><a itemprop="url" href="/r/1"><span itemprop="name">Cold rooms</span></a>
            <span itemprop="author">Lena</span><meta itemprop="datePublished" content="March 2024">
            <span itemprop="reviewBody">Heating was off.</span></div>
            """
        let record = try #require(try Self.records(html).first)
        #expect(record.title == "Cold rooms")
        #expect(record.url == "https://site.example/r/1")
        #expect(record.published?.precision == .month)
        #expect(record.published?.instant.description == "2024-03-01T00:00:00.000Z")
    }

    @Test func `a forum thread gives its post and the answers to it`() throws {
        let json = """
            {"@type":"DiscussionForumPosting","headline":"Card blocked","text":"Since Monday.","author":{"@type":"Person","name":"A"},
            "datePublished":"2024-01-01","comment":[{"@type":"Comment","text":"Same here.","author":{"name":"B"},"datePublished":"2024-01-02"}]}
            """
        let records = try Self.records("<script type=application/ld+json>\(json)</script>")
        #expect(records.map(\.author) == ["A", "B"])
        #expect(records.map(\.text) == ["Since Monday.", "Same here."])
    }

    @Test func `an article with no reviews gives none, and its own date`() throws {
        let json =
            #"{"@type":"NewsArticle","headline":"X","datePublished":"2024-05-05T05:05:05Z","author":{"@type":"Person","name":"R"}}"#
        let page = try read(
            PageInput(
                bytes: Array("<script type=application/ld+json>\(json)</script>".utf8),
                url: "https://news.example/",
                now: Instant(seconds: 1_772_000_000)))
        #expect(page.records.isEmpty)
        #expect(page.published?.instant.description == "2024-05-05T05:05:05.000Z")
    }
}
