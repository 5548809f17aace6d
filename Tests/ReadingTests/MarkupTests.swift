import Complaints
import Testing

@testable import Reading

private let now = Instant(seconds: 1_772_000_000)

private func page(_ html: String, rule: Rule? = nil, type: String? = nil) throws(ReadingFailure) -> Page {
    try read(
        PageInput(
            bytes: Array(html.utf8), url: "https://shop.example/reviews?page=1", contentType: type,
            rule: rule,
            now: now))
}

struct JSONLDTests {
    static let review = """
        {"@type":"Review","author":{"@type":"Person","name":"Anna &amp; Jan"},"datePublished":"2024-03-01",
        "reviewBody":"Paczka nie dotarła.<br>Nikt nie odpowiada.","reviewRating":{"ratingValue":"1,5","bestRating":5}}
        """

    static let wrappings = [
        ("a list", "[\(review)]"),
        ("a graph", #"{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},\#(review)]}"#),
        ("a product", #"{"@type":"Product","name":"Kettle","review":\#(review)}"#),
        ("a business with several types", #"{"@type":["LocalBusiness","Store"],"review":[\#(review)],}"#),
        (
            "a review without a type",
            #"{"@type":"Product","reviews":[\#(review.replacing(#""@type":"Review","#, with: ""))]}"#
        ),
        ("CDATA and comments", "//<![CDATA[\n/* made by a shop */ \(review)\n//]]>"),
        ("an HTML comment", "<!-- \(review) -->"),
        ("a comma too many", #"{"@type":"Product","offers":{"price":1,},"review":[\#(review),]}"#),
        ("its end cut off", #"{"@type":"Product","review":[\#(review)"#),
        ("a semicolon behind", "\(review);"),
    ]

    @Test(arguments: wrappings)
    func `a review is found in whatever holds it`(what: String, json: String) throws {
        let records = try page("<script type='application/ld+json'>\(json)</script>").records
        #expect(records.count == 1)
        let record = try #require(records.first)
        #expect(record.author == "Anna & Jan")
        #expect(record.text == "Paczka nie dotarła.\nNikt nie odpowiada.")
        #expect(record.rating == Rating(value: 1.5, best: 5))
        #expect(record.published?.instant.description == "2024-03-01T00:00:00.000Z")
        #expect(record.published?.precision == .day)
        #expect(record.via == .jsonLD)
    }

    @Test func `a block that was escaped as text is read`() throws {
        let escaped = Self.review.replacing("\"", with: "&quot;")
        #expect(try page("<script type='application/ld+json'>\(escaped)</script>").records.count == 1)
    }

    @Test func `raw line breaks and unescaped quotes in a text end nothing`() throws {
        let json =
            "{\"@type\":\"Review\",\"author\":\"Jo\",\"reviewBody\":\"He said \"never\" again.\nTwice.\"}"
        let record = try #require(
            try page("<script type='application/ld+json'>\(json)</script>").records.first)
        #expect(record.text == "He said \"never\" again.\nTwice.")
    }

    @Test func `authors and ratings that are linked by id are followed`() throws {
        let json = """
            {"@graph":[{"@id":"#jo","@type":"Person","name":"Jo"},{"@id":"#mark","@type":"Rating","ratingValue":2},
            {"@type":"Review","@id":"https://shop.example/r/7","author":{"@id":"#jo"},"reviewRating":{"@id":"#mark"},
            "reviewBody":"Broken."}]}
            """
        let record = try #require(
            try page("<script type='application/ld+json'>\(json)</script>").records.first)
        #expect(record.author == "Jo")
        #expect(record.rating?.value == 2)
        #expect(record.url == "https://shop.example/r/7")
    }

    @Test func `the owner's comment under a review is its reply and no record`() throws {
        let json = """
            {"@type":"Hotel","name":"Hotel Polar","review":[{"@type":"Review","author":"Jo","reviewBody":"Cold.",
            "comment":{"@type":"Comment","author":{"@type":"Organization","name":"Hotel Polar"},
            "datePublished":"2024-05-02T10:00:00+02:00","text":"We are sorry."}}],
            "aggregateRating":{"ratingValue":3.5,"bestRating":5,"reviewCount":"1,234"}}
            """
        let page = try page("<script type='application/ld+json'>\(json)</script>")
        #expect(page.records.count == 1)
        #expect(page.records.first?.reply?.text == "We are sorry.")
        #expect(page.records.first?.reply?.author == "Hotel Polar")
        #expect(page.aggregate == Page.Aggregate(rating: 3.5, best: 5, count: 1234, isReviewCount: true))
    }

    @Test func `frequently asked questions are no complaints`() throws {
        let json = """
            {"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"How long?",
            "acceptedAnswer":{"@type":"Answer","text":"Two days."}}]}
            """
        #expect(try page("<script type='application/ld+json'>\(json)</script>").records.isEmpty)
    }

    @Test func `the same review in two blocks is one record`() throws {
        let block = "<script type='application/ld+json'>\(Self.review)</script>"
        #expect(try page(block + block).records.count == 1)
    }

    @Test func `an address that all records share is nobody's`() throws {
        let json = """
            [{"@type":"Review","author":"A","reviewBody":"One thing.","url":"https://shop.example/p/1"},
            {"@type":"Review","author":"B","reviewBody":"Another.","url":"https://shop.example/p/1"}]
            """
        let records = try page("<script type='application/ld+json'>\(json)</script>").records
        #expect(records.map(\.url) == [nil, nil])
    }
}

struct MicrodataTests {
    static let shop = """
        <div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Kettle</h1>
        <div itemprop="aggregateRating" itemscope itemtype="http://schema.org/AggregateRating">
        <span itemprop="ratingValue">4,1</span> <span itemprop="reviewCount">57</span></div>
        <ul><li itemprop="review" itemscope itemtype="http://schema.org/Review" data-review-id="r77" itemref="more">
        <span itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Ola</b></span>
        <time itemprop="datePublished" datetime="2024-02-03T14:05:00+01:00">last week</time>
        <div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating"><meta itemprop="ratingValue" content="2">
        <meta itemprop="bestRating" content="10"></div>
        <p itemprop="reviewBody">It leaks…</p><div hidden itemprop="reviewBody">It leaks on the
        table.<br>Again.</div></li></ul></div><p id="more"><span itemprop="name">Never again</span></p>
        """

    @Test func `a nested review is read whole, its hidden full text before the snippet`() throws {
        let page = try page(Self.shop)
        let record = try #require(page.records.first)
        #expect(page.records.count == 1)
        #expect(record.id == "r77")
        #expect(record.author == "Ola")
        #expect(record.title == "Never again")
        #expect(record.text == "It leaks on the table.\nAgain.")
        #expect(record.rating == Rating(value: 2, best: 10))
        #expect(record.published?.instant.description == "2024-02-03T13:05:00.000Z")
        #expect(record.published?.offset == 3600)
        #expect(record.via == .microdata)
        #expect(page.aggregate == Page.Aggregate(rating: 4.1, best: nil, count: 57, isReviewCount: true))
    }

    @Test func `the older vocabulary is read, and its sums are no review`() throws {
        let html = """
            <div itemscope itemtype="http://data-vocabulary.org/Review-aggregate"><span itemprop="rating">4</span>
            <span itemprop="count">9</span></div>
            <div itemscope itemtype="http://data-vocabulary.org/Review"><span itemprop="reviewer">Kim</span>
            <time itemprop="dtreviewed" datetime="2011-01-04">4 Jan</time><span itemprop="rating">1</span>
            <span itemprop="summary">Bad</span><span itemprop="description">They lost my bag.</span></div>
            """
        let page = try page(html)
        #expect(page.records.count == 1)
        #expect(page.records.first?.author == "Kim")
        #expect(page.records.first?.title == "Bad")
        #expect(page.records.first?.text == "They lost my bag.")
        #expect(page.aggregate?.count == 9)
    }

    @Test func `a review in both markups is one record, completed by the other`() throws {
        let json =
            #"{"@type":"Review","author":"Ola","datePublished":"2024-02-03","reviewBody":"It leaks on the table."}"#
        let records = try page(Self.shop + "<script type='application/ld+json'>\(json)</script>").records
        #expect(records.count == 1)
        #expect(records.first?.id == "r77")
        #expect(records.first?.rating?.value == 2)
    }

    @Test func `comments beside reviews add no records, comments alone are the records`() throws {
        let comment = """
            <article itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Lee</span>
            <time itemprop="datePublished" datetime="2024-01-01"></time><p itemprop="text">Thanks for this.</p></article>
            """
        #expect(try page(comment).records.map(\.author) == ["Lee"])
        #expect(try page(Self.shop + comment).records.map(\.author) == ["Ola"])
    }

    @Test func `items that point at each other end`() throws {
        let html = """
            <div id=a itemscope itemtype="http://schema.org/Review" itemprop=review itemref=b></div>
            <div id=b itemscope itemtype="http://schema.org/Review" itemprop=review itemref=a></div>
            """
        #expect(try page(html).records.isEmpty)
    }
}

struct PageFactTests {
    @Test func `title, language, canonical address, links and next page are read`() throws {
        let page = try page(
            """
            <html lang="pl-PL"><head><base href="/opinie/"><title>Opinie  o
            sklepie</title><link rel=canonical href="?page=1"></head><body><a href="x">x</a>
            <a class="pagination__next" href="?page=2">»</a><a href="#top">top</a></body></html>
            """)
        #expect(page.title == "Opinie o sklepie")
        #expect(page.language == "pl")
        #expect(page.canonicalURL == "https://shop.example/opinie/?page=1")
        #expect(page.next == "https://shop.example/opinie/?page=2")
        #expect(page.linkCount == 3)
    }

    static let nextLinks = [
        ("<link rel='next' href='/2'><a class=next href='/9'>Next</a>", "/2"),
        ("<a rel='nofollow next' href='/2'>2</a>", "/2"),
        ("<a href='/2'>Następna</a>", "/2"), ("<a href='/2'>Далее →</a>", "/2"),
        ("<a href='/2'><span>Weiter »</span></a>", "/2"), ("<a href='/1'>‹</a><a href='/2'>›</a>", "/2"),
        ("<a aria-label='Next page' href='/2'><svg></svg></a>", "/2"),
        ("<a href='#' class='slick-next'>Next</a><a href='/2'>suivant</a>", "/2"),
    ]

    @Test(arguments: nextLinks)
    func `the next page is what the page says, or the obvious link`(html: String, path: String) throws {
        #expect(try page(html).next == "https://shop.example\(path)")
    }

    static let noNext = [
        "<a href='/p'>Next generation kettle</a>", "<a href='#'>Next</a>", "<a href='/9'>»»</a>",
        "<a href='javascript:go()'>Next</a>", "<a rel=next href='/another-article/'>Next</a>",
    ]

    @Test(arguments: noNext)
    func `other links are no next page`(html: String) throws {
        #expect(try page(html).next == nil)
    }
}
