import Complaints
import Testing

@testable import Reading

/// One review in the shapes that sites give it in microdata.
struct MicrodataShapeTests {
    static let wanted = "Ewa|2024-03-01|2/5|Late|Came late."
    private static let scope = "itemscope itemtype=\"https://schema.org/"
    private static let title = "<b itemprop=name>Late</b>"
    private static let author = "<span itemprop=author>Ewa</span>"
    private static let date = "<time itemprop=datePublished datetime=2024-03-01>yesterday</time>"
    private static let mark =
        "<div itemprop=reviewRating \(scope)Rating\"><meta itemprop=ratingValue content=2><meta itemprop=bestRating content=5></div>"
    private static let text = "<p itemprop=reviewBody>Came late.</p>"

    private static func review(
        _ scope: String = "itemscope itemtype=\"https://schema.org/Review\"", title: String = title,
        author: String = author, date: String = date, mark: String = mark, text: String = text
    ) -> String { "<div \(scope)>\(title)\(author)\(date)\(mark)\(text)</div>" }

    static let shapes: [(String, String)] = [
        ("alone", review()),
        (
            "inside a product",
            "<div \(scope)Product\"><h1 itemprop=name>K</h1>\(review("itemprop=review \(scope)Review\""))</div>"
        ),
        (
            "inside a product, not linked to it",
            "<div \(scope)Product\"><h1 itemprop=name>K</h1>\(review())</div>"
        ),
        (
            "of two types",
            review("itemscope itemtype=\"http://schema.org/CreativeWork http://schema.org/UserReview\"")
        ),
        ("a type without an item", review("itemtype=\"http://schema.org/Review\"")),
        (
            "without a type, by its property",
            "<div \(scope)Product\">\(review("itemprop=review itemscope"))</div>"
        ),
        (
            "its parts elsewhere",
            "<div \(scope)Review\" itemref='a b'>\(title)\(mark)\(text)</div><div id=a>\(author)</div><div id=b>\(date)</div>"
        ),
        (
            "an author with a name of his own",
            review(
                author:
                    "<div itemprop=author \(scope)Person\"><img itemprop=image src=a><span itemprop=name>Ewa</span> Gold member</div>"
            )
        ),
        (
            "an author that is no item, with a name",
            review(
                author: "<div itemprop=author><img src=a> <span itemprop=name>Ewa</span> Gold member</div>")
        ),
        ("an author by his link", review(author: "<a itemprop=author href=/u/ewa rel=nofollow>Ewa</a>")),
        (
            "an author by two names of properties",
            review(author: "<span itemprop='author creator'>Ewa</span>")
        ),
        (
            "an author without a property",
            review(author: "<div \(scope)Person\"><span itemprop=name>Ewa</span></div>")
        ),
        ("an author in the content", review(author: "<div itemprop=author content=Ewa>E.</div>")),
        (
            "a mark without a property",
            review(
                mark:
                    "<div \(scope)Rating\"><span itemprop=ratingValue>2</span>/<span itemprop=bestRating>5</span></div>"
            )
        ),
        (
            "a mark that is no item",
            review(
                mark:
                    "<div itemprop=reviewRating><meta itemprop=ratingValue content=2><meta itemprop=bestRating content=5></div>"
            )
        ),
        (
            "a mark as the element's value",
            review(mark: "<data itemprop=reviewRating value='2/5'>two stars</data>")
        ),
        ("a mark by a picture's words", review(mark: "<img itemprop=reviewRating src=s.png alt='2 of 5'>")),
        (
            "a date in a meta",
            review(date: "<meta itemprop=datePublished content='2024-03-01T10:00:00+01:00'>")
        ),
        ("a date in words", review(date: "<span itemprop=datePublished>1 March 2024</span>")),
        ("a date in the title", review(date: "<abbr itemprop=datePublished title=2024-03-01>1.3.</abbr>")),
        (
            "a date with a time attribute on no time",
            review(date: "<span itemprop=datePublished datetime=2024-03-01></span>")
        ),
        ("the text as description", review(text: "<div itemprop=description>Came late.</div>")),
        (
            "a snippet beside the hidden whole",
            review(
                text:
                    "<p itemprop=reviewBody>Came…</p><p style='display:none' itemprop=reviewBody>Came late.</p>"
            )
        ),
        ("names by their addresses", review(title: "<b itemprop='http://schema.org/name'>Late</b>")),
        ("names in small letters", review(text: "<p itemprop=reviewbody>Came late.</p>")),
        (
            "the thing inside the review",
            review(title: "<div itemprop=itemReviewed \(scope)Product\"><b itemprop=name>K</b></div>\(title)")
        ),
        (
            "the older vocabulary",
            "<div itemscope itemtype='http://data-vocabulary.org/Review'><span itemprop=itemreviewed>K</span><b itemprop=summary>Late</b><span itemprop=reviewer>Ewa</span><time itemprop=dtreviewed datetime=2024-03-01></time><span itemprop=rating itemscope itemtype='http://data-vocabulary.org/Rating'><span itemprop=value>2</span><span itemprop=best>5</span></span><p itemprop=description>Came late.</p></div>"
        ),
    ]

    @Test(arguments: shapes)
    func `a review is read in whatever shape it is marked`(what: String, html: String) throws {
        let records = try Written.records("<html lang=en><body>\(html)</body></html>")
        #expect(records.map(Written.line) == [Self.wanted])
    }

    @Test func `the language is that of the review's element`() throws {
        let html = Self.review("lang=fr \(Self.scope)Review\"")
        #expect(try Written.records(html).map(\.language) == ["fr"])
    }

    @Test func `a question and its answers are records`() throws {
        let html = """
            <div itemscope itemtype="https://schema.org/QAPage"><div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question">
            <h1 itemprop="name">Card blocked</h1><div itemprop="text">Since Monday.</div><span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="name">Ewa</a></span>
            <div itemprop="suggestedAnswer acceptedAnswer" itemscope itemtype="https://schema.org/Answer"><div itemprop="text">Call them.</div><span itemprop=author>Tom</span></div>
            </div></div>
            """
        #expect(
            try Written.records(html).map(Written.line) == [
                "Ewa|-|-|Card blocked|Since Monday.", "Tom|-|-|-|Call them.",
            ])
    }
}
