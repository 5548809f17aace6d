import Complaints
import Testing

@testable import Reading

/// RDFa as review sites, shops and content managers write it.
struct RDFaTests {
    static let reviews: [(String, String, String)] = [
        (
            "RDFa Lite, nested in a product",
            """
            <div vocab="https://schema.org/" typeof="Product"><h1 property="name">Kettle</h1>
            <div property="review" typeof="Review"><b property="name">Leaks</b>
            by <span property="author" typeof="Person"><span property="name">Ewa</span></span>
            <meta property="datePublished" content="2024-03-01"><span property="reviewRating" typeof="Rating">
            <span property="ratingValue">1</span>/<span property="bestRating">5</span></span>
            <p property="reviewBody">On the <i>table</i>.</p></div></div>
            """, "Ewa|2024-03-01|1/5|Leaks|On the table."
        ),
        (
            "prefixes, and an author by his link",
            """
            <div prefix="s: http://schema.org/" typeof="s:Review" resource="#r7"><a property="s:author" href="/u/ewa">Ewa</a>
            <time property="s:datePublished" datetime="2024-03-01T10:00">1.3.</time>
            <div property="s:reviewRating" typeof="s:Rating"><meta property="s:ratingValue" content="2"></div>
            <div property="s:description">Came late.</div></div>
            """, "Ewa|2024-03-01|2/-|-|Came late."
        ),
        (
            "the older vocabulary with relations",
            """
            <div xmlns:v="http://rdf.data-vocabulary.org/#" typeof="v:Review"><span property="v:itemreviewed">Polar</span>
            <span rel="v:rating"><span typeof="v:Rating"><span property="v:value">3,5</span> of <span property="v:best">5</span></span></span>
            <span property="v:reviewer">Ewa</span> <span property="v:dtreviewed" content="2024-03-01">March</span>
            <span property="v:summary">So so</span><p property="v:description">Cold rooms.</p></div>
            """, "Ewa|2024-03-01|3.5/5|So so|Cold rooms."
        ),
        (
            "a subject stated apart, in two places",
            """
            <div vocab="http://schema.org/"><div about="#r1" typeof="Review"><span property="author">Ewa</span></div>
            <p about="#r1" property="reviewBody">Came late.</p><span about="#r1" property="datePublished" content="2024-03-01"></span></div>
            """, "Ewa|2024-03-01|-|-|Came late."
        ),
        (
            "relations to things described elsewhere",
            """
            <div vocab="http://schema.org/"><div resource="#r1" typeof="Review"><p property="reviewBody">Came late.</p>
            <link property="author" href="#ewa"><link rel="reviewRating" resource="#m"></div>
            <div resource="#ewa" typeof="Person"><span property="name">Ewa</span></div>
            <div resource="#m" typeof="Rating"><span property="ratingValue">2</span></div></div>
            """, "Ewa|-|2/-|-|Came late."
        ),
        (
            "a comment of a content manager, the author's name on his own element",
            """
            <article typeof="schema:Comment" about="/comment/12"><span property="schema:dateCreated" content="2024-03-01T10:00:00+00:00" class="rdf"></span>
            <h3 property="schema:name" datatype=""><a href="/comment/12">Blocked</a></h3>
            <p>by <span rel="schema:author"><span lang="" about="/user/3" typeof="schema:Person" property="schema:name" datatype="">Ewa</span></span></p>
            <div property="schema:text"><p>My card.</p></div></article>
            """, "Ewa|2024-03-01|-|Blocked|My card."
        ),
        (
            "a comment in the words of communities",
            """
            <div about="/comment/12#c" typeof="sioc:Post sioct:Comment"><h3 property="dc:title" datatype="">Blocked</h3>
            <span property="dc:date dc:created" content="2024-03-01T10:00:00+01:00" datatype="xsd:dateTime" rel="sioc:has_creator">
            by <span about="/user/3" typeof="sioc:UserAccount" property="foaf:name" datatype="">Ewa</span></span>
            <span rel="sioc:reply_of" resource="/node/1"></span><div property="content:encoded"><p>My card.</p></div></div>
            """, "Ewa|2024-03-01|-|Blocked|My card."
        ),
        (
            "parts without a property",
            """
            <div vocab="http://schema.org/" typeof="Review"><div typeof="Person"><span property="name">Ewa</span></div>
            <div typeof="Rating"><span property="ratingValue">2</span><meta property="bestRating" content="5"></div>
            <div property="reviewBody">Came late.</div></div>
            """, "Ewa|-|2/5|-|Came late."
        ),
    ]

    @Test(arguments: reviews)
    func `a review is read from RDFa`(what: String, html: String, line: String) throws {
        let records = try Written.records("<html><body>\(html)</body></html>")
        #expect(records.map(Written.line) == [line])
        #expect(records.first?.via == .rdfa)
    }

    @Test func `the sum of a product is read`() throws {
        let page = try Written.page(
            """
            <div xmlns:v="http://rdf.data-vocabulary.org/#" typeof="v:Review-aggregate"><span rel="v:rating"><span typeof="v:Rating">
            <span property="v:average">3.9</span>/<span property="v:best">5</span></span></span><span property="v:count">120</span></div>
            """)
        #expect(page.aggregate == Page.Aggregate(rating: 3.9, best: 5, count: 120, isReviewCount: true))
    }

    @Test func `reviews that were all given one address stay apart`() throws {
        let one = """
            <div vocab="http://schema.org/" resource="#review" typeof="Review"><span property="author">NAME</span>
            <p property="reviewBody">Words of NAME.</p></div>
            """
        let records = try Written.records(one.replacing("NAME", with: "A") + one.replacing("NAME", with: "B"))
        #expect(records.map(\.author) == ["A", "B"])
        #expect(records.map(\.text) == ["Words of A.", "Words of B."])
    }

    @Test func `the same review in three ways is one, completed by each`() throws {
        let page = """
            <script type="application/ld+json">{"@type":"Review","author":"Ewa","reviewBody":"Came late, and open."}</script>
            <div itemscope itemtype="https://schema.org/Review"><span itemprop="author">Ewa</span><p itemprop="reviewBody">Came late, and open.</p>
            <meta itemprop="datePublished" content="2024-03-01"></div>
            <div vocab="https://schema.org/" typeof="Review"><span property="author">Ewa</span><p property="reviewBody">Came late, and open.</p>
            <span property="reviewRating" typeof="Rating"><span property="ratingValue">2</span></span></div>
            """
        let records = try Written.records(page)
        #expect(records.map(Written.line) == ["Ewa|2024-03-01|2/-|-|Came late, and open."])
        #expect(try Written.page(page, without: [.jsonLD, .microdata]).records.map(\.via) == [.rdfa])
    }

    static let others = [
        "<html prefix='og: http://ogp.me/ns#'><head><meta property='og:title' content='Review'></head><body typeof='WebPage'>x</body></html>",
        "<ol vocab='https://schema.org/' typeof='BreadcrumbList'><li property='itemListElement' typeof='ListItem'><a property='item' href='/r'><span property='name'>Reviews</span></a></li></ol>",
        "<div typeof='Review'></div>",
        "<div typeof='schema:Article'><span property='schema:author'>A</span><p property='schema:text'>Text.</p></div>",
        "<div about='#a' typeof='Review' rel='review'><div about='#b' typeof='Review' rel='review' resource='#a'></div></div>",
    ]

    @Test(arguments: others)
    func `other RDFa gives no record`(html: String) throws {
        #expect(try Written.records(html).isEmpty)
    }
}
