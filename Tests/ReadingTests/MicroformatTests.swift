import Complaints
import Testing

@testable import Reading

/// hReview and h-review as sites write them.
struct MicroformatTests {
    static let reviews: [(String, String, String)] = [
        (
            "hReview with a card and an abbreviated date",
            """
            <div class="hreview"><span class="item vcard"><span class="fn org">Polar</span></span>
            <h3 class="summary">Cold</h3><span class="reviewer vcard"><img class=photo src=a.png><a class="url fn" href="/u/1">Ewa K.</a></span>
            <abbr class="dtreviewed" title="2024-03-01T10:00+0100">1 March</abbr>
            <abbr class="rating" title="2">★★☆☆☆</abbr><div class="description"><p>No heating.</p><p>No answer.</p></div></div>
            """, "Ewa K.|2024-03-01|2/-|Cold|No heating.\nNo answer."
        ),
        (
            "marks with value and best, a date in two values",
            """
            <div class="row hReview"><div class="name reviewer">Tom</div><div class=rating><span class="value">7,5</span>/<span class="best">10</span></div>
            <span class=dtreviewed><span class=value>2024-03-01</span> at <span class=value>19:30</span></span>
            <blockquote class="description">Fine.</blockquote></div>
            """, "Tom|2024-03-01|7.5/10|-|Fine."
        ),
        (
            "a date for machines beside the one for people",
            """
            <li class="hreview"><span class="dtreviewed">11-08-2014<span class="value-title" title="2014-08-11"></span></span>
            <span class="reviewer">Al</span><span class="description">Good beach.</span></li>
            """, "Al|2014-08-11|-|-|Good beach."
        ),
        (
            "a mark beside its scale, without a value",
            """
            <div class="hreview"><span class="rating">4<span class="best">5</span></span><span class="reviewer">Al</span>
            <span class="description">Ok.</span></div>
            """, "Al|-|4/5|-|Ok."
        ),
        (
            "marks of aspects before the mark of the whole",
            """
            <div class="hreview"><ul><li><a rel="tag" href="/t/food">Food: <span class="rating">5</span></a></li></ul>
            <span class="rating">2</span><span class="reviewer">Al</span><span class="description">Ok.</span></div>
            """, "Al|-|2/-|-|Ok."
        ),
        (
            "a mark that a picture says",
            """
            <div class="hreview"><span class="rating"><img src=s.png alt="3 out of 5"></span><span class="reviewer fn">Al</span>
            <span class="description">Ok.</span></div>
            """, "Al|-|3/5|-|Ok."
        ),
        (
            "h-review",
            """
            <article class="h-review"><h1 class="p-name">Never again</h1><a class="p-item h-item" href="/p"><span class="p-name">Kettle</span></a>
            <a class="p-author h-card" href="/u"><img class="u-photo" alt="">Ewa</a> <time class="dt-published" datetime="2024-03-01 12:00">then</time>
            <data class="p-rating" value="1">one</data> of <span class="p-best">5</span> <div class="e-content"><p>It leaks.</p></div></article>
            """, "Ewa|2024-03-01|1/5|Never again|It leaks."
        ),
        (
            "h-review by dt-reviewed, with a description",
            """
            <div class="h-review"><span class="p-reviewer h-card"><span class="p-name">Ewa</span> from Gdynia</span>
            <span class="dt-reviewed">2024-03-01</span><p class="p-description">It leaks.</p></div>
            """, "Ewa|2024-03-01|-|-|It leaks."
        ),
    ]

    @Test(arguments: reviews)
    func `a review is read from class names`(what: String, html: String, line: String) throws {
        let records = try Written.records("<html><body>\(html)</body></html>")
        #expect(records.map(Written.line) == [line])
        #expect(records.first?.via == .microdata)
    }

    @Test func `the sum is read with its count, and is no record`() throws {
        let page = try Written.page(
            """
            <div class="hreview-aggregate"><span class="item"><span class="fn">Polar</span></span>
            <span class="rating"><span class="average">8.3</span> of <span class="best">10</span></span>
            from <span class="count">29</span> reviews, <span class="votes">140</span> votes</div>
            """)
        #expect(page.aggregate == Page.Aggregate(rating: 8.3, best: 10, count: 29, isReviewCount: true))
        #expect(page.records.isEmpty)
    }

    @Test func `comments on an entry are records, the entry is not`() throws {
        let records = try Written.records(
            """
            <article class="h-entry"><h1 class="p-name">Our new card</h1><a class="p-author h-card">Bank</a>
            <time class="dt-published" datetime="2024-01-01">x</time><div class="e-content">Apply now.</div>
            <div class="u-comment h-cite"><a class="p-author h-card" href="/u">Ewa</a>
            <a class="u-url" href="/c/9"><time class="dt-published" datetime="2024-01-02">y</time></a>
            <p class="p-content">It was blocked.</p></div></article>
            """)
        #expect(records.map(Written.line) == ["Ewa|2024-01-02|-|-|It was blocked."])
        #expect(records.first?.url == "https://shop.example/c/9")
    }

    @Test func `reviews inside each other are told apart`() throws {
        let records = try Written.records(
            """
            <div class=hreview><span class=reviewer>A</span><p class=description>One.</p>
            <div class=hreview><span class=reviewer>B</span><p class=description>Two.</p></div></div>
            """)
        #expect(records.map(\.author) == ["A", "B"])
        #expect(records.map(\.text) == ["One.", "Two."])
    }

    static let others = [
        "<div class='hentry'><span class='author vcard'><span class=fn>A</span></span><p class='entry-content'>Post.</p></div>",
        "<div class='h-card'><span class=p-name>A</span></div>", "<div class='hreviews-list'>x</div>",
        "<div class='review'><p class=description>Not a microformat.</p></div>",
        "<article class='h-entry'><p class='e-content'>Post.</p><span class='p-author h-card'>A</span></article>",
    ]

    @Test(arguments: others)
    func `other classes are no reviews`(html: String) throws {
        #expect(try Written.records(html).isEmpty)
    }
}
