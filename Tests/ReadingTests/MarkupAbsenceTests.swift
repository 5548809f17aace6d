import Complaints
import Testing

@testable import Reading

/// Pages whose markup speaks of reviews, or of everything else, and holds none.
struct MarkupAbsenceTests {
    static let blocks: [(String, String)] = [
        (
            "a home page",
            #"{"@graph":[{"@type":"Organization","name":"Acme","url":"https://a.example","logo":{"@type":"ImageObject","url":"/l.png"},"contactPoint":{"@type":"ContactPoint","telephone":"1"}},{"@type":"WebSite","name":"Acme","potentialAction":{"@type":"SearchAction","target":"/s?q={q}"}}]}"#
        ),
        (
            "a product with a sum",
            #"{"@type":"Product","name":"K","description":"Boils.","aggregateRating":{"@type":"AggregateRating","ratingValue":4.5,"reviewCount":12},"offers":{"price":3}}"#
        ),
        (
            "a list of products",
            #"{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"Product","name":"A","description":"D","aggregateRating":{"ratingValue":5,"ratingCount":2}}},{"@type":"ListItem","item":{"@type":"Product","name":"B"}}]}"#
        ),
        (
            "an article",
            #"{"@type":["Article","NewsArticle"],"headline":"Why reviews lie","articleBody":"Long text.","author":{"@type":"Person","name":"R"},"datePublished":"2024-01-01","commentCount":12,"comment":[]}"#
        ),
        (
            "a blog's posts",
            #"{"@type":"Blog","blogPost":[{"@type":"BlogPosting","headline":"H","text":"T","author":{"name":"A"},"datePublished":"2024-01-01"}]}"#
        ),
        (
            "a recipe with a mark and no words",
            #"{"@type":"Recipe","name":"Soup","author":{"name":"A"},"review":{"@type":"Review","reviewRating":{"ratingValue":5}}}"#
        ),
        (
            "a recipe whose review says nothing",
            #"{"@type":"Recipe","name":"Soup","review":{"@type":"Review","author":{"name":"A"}}}"#
        ),
        (
            "the site's own mark",
            #"{"@type":"Product","name":"K","review":{"@type":"Review","author":{"@type":"Organization","name":"Shop"},"reviewRating":{"ratingValue":5}}}"#
        ),
        (
            "a sum called a review",
            #"{"@type":"Product","name":"K","review":{"@type":"Review","author":{"name":"All"},"ratingValue":4.8,"reviewCount":120}}"#
        ),
        (
            "an address of reviews",
            #"{"@type":"Product","name":"K","review":"https://shop.example/k/reviews","reviews":""}"#
        ),
        ("nothing in a review", #"{"@type":"Product","name":"K","review":[{"@type":"Review"},{},null,""]}"#),
        (
            "a check of a claim",
            #"{"@type":"ClaimReview","claimReviewed":"The moon is cheese.","author":{"@type":"Organization","name":"F"},"datePublished":"2024-01-01","reviewRating":{"ratingValue":1,"alternateName":"False"},"text":"No."}"#
        ),
        (
            "frequent questions",
            #"{"@type":["WebPage","FAQPage"],"mainEntity":[{"@type":"Question","name":"Q","author":"Shop","text":"Q","acceptedAnswer":{"@type":"Answer","author":"Shop","text":"A"}}]}"#
        ),
        (
            "a quiz",
            #"{"@type":"Quiz","hasPart":[{"@type":"Question","text":"2+2?","acceptedAnswer":{"@type":"Answer","text":"4"}}]}"#
        ),
        (
            "reviews of other products",
            #"{"@type":"Product","name":"K","isRelatedTo":[{"@type":"Product","name":"L","review":{"@type":"Review","author":"A","reviewBody":"Good."}}],"isSimilarTo":{"@type":"Product","review":{"author":"B","reviewBody":"Bad."}}}"#
        ),
        (
            "an event, a job, a course",
            #"[{"@type":"Event","name":"E","startDate":"2024-01-01","performer":{"name":"P"},"description":"D"},{"@type":"JobPosting","title":"J","datePosted":"2024-01-01","description":"D"},{"@type":"Course","name":"C","description":"D","provider":{"name":"P"}}]"#
        ),
        (
            "a company's own post",
            #"{"@type":"SocialMediaPosting","headline":"Sale","articleBody":"Half price.","author":{"@type":"Organization","name":"Shop"},"datePublished":"2024-01-01"}"#
        ),
        (
            "a person's page",
            #"{"@type":"ProfilePage","mainEntity":{"@type":"Person","name":"A","description":"I review things.","interactionStatistic":{"@type":"InteractionCounter","userInteractionCount":5}}}"#
        ),
        (
            "a video",
            #"{"@type":"VideoObject","name":"Review of K","description":"We tested it.","uploadDate":"2024-01-01","author":{"name":"A"},"commentCount":4}"#
        ),
        (
            "a book",
            #"{"@type":"Book","name":"B","author":{"name":"A"},"datePublished":"2024-01-01","description":"D","text":"T"}"#
        ),
    ]

    @Test(arguments: blocks)
    func `markup without reviews gives no record`(what: String, json: String) throws {
        #expect(try Written.records(json: json).isEmpty)
    }

    static let pages: [(String, String)] = [
        (
            "a category with sums",
            """
            <ul><li itemscope itemtype="http://schema.org/Product"><a itemprop="url" href="/k"><span itemprop="name">K</span></a><p itemprop="description">Boils.</p>
            <div itemprop="aggregateRating" itemscope itemtype="http://schema.org/AggregateRating"><b itemprop="ratingValue">4.1</b> (<i itemprop="reviewCount">7</i>)</div></li></ul>
            """
        ),
        (
            "a post of a blog",
            """
            <article class="post hentry" itemscope itemtype="http://schema.org/BlogPosting"><h1 class="entry-title" itemprop="headline">H</h1>
            <span class="author vcard" itemprop="author">A</span><time class="published" itemprop="datePublished" datetime="2024-01-01"></time>
            <div class="entry-content" itemprop="articleBody">Text.</div></article>
            """
        ),
        (
            "a person's address card",
            "<div class=vcard><span class=fn>A</span></div><div itemscope itemtype='http://schema.org/Person'><span itemprop=name>A</span><p itemprop=description>D</p></div>"
        ),
        (
            "a form to write a review",
            """
            <form itemprop="review" itemscope itemtype="http://schema.org/Review"><input name=author><textarea itemprop="reviewBody"></textarea></form>
            """
        ),
        (
            "an article of a content manager",
            "<article about='/node/1' typeof='sioc:Item foaf:Document'><h2 property='dc:title'>T</h2><span rel='sioc:has_creator'><a about='/u/1' typeof='sioc:UserAccount' property='foaf:name'>A</a></span><div property='content:encoded'>Text.</div></article><span typeof='sioc:Post'></span>"
        ),
    ]

    @Test(arguments: pages)
    func `a page without reviews gives no record`(what: String, html: String) throws {
        #expect(try Written.records(html).isEmpty)
    }

    @Test func `the sum of what the page is about stands before those of its list`() throws {
        let json = """
            {"@type":"Product","name":"K","aggregateRating":{"ratingValue":3,"reviewCount":12},"review":{"author":"A","reviewBody":"B."},
            "isRelatedTo":{"@type":"Product","aggregateRating":{"ratingValue":5,"reviewCount":9000}}}
            """
        let list = """
            {"@type":"ItemList","itemListElement":[{"item":{"@type":"Product","aggregateRating":{"ratingValue":5,"reviewCount":900}}}]}
            """
        let page = try Written.page(
            "<script type='application/ld+json'>\(list)</script><script type='application/ld+json'>\(json)</script>"
        )
        #expect(page.aggregate?.count == 12)
        #expect(page.aggregate?.rating == 3)
    }
}
