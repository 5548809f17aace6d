import Complaints
import Testing

@testable import Reading

/// Markup made to cost much is read in a time that grows with its length.
struct MarkupHostileTests {
    private static func many(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    struct Page: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var html: String
    }

    static let pages: [Page] = [
        Page(
            testDescription: "types in types",
            html: many(400, "<div vocab='http://schema.org/' typeof=Review property=review>x")),
        Page(
            testDescription: "names on names",
            html: "<div typeof=v:Review>" + many(3000, "<p property='v:text \(many(100, "v:name "))'>x</p>")),
        Page(
            testDescription: "relations that wait",
            html: "<div typeof=v:Review rel='\(many(3000, "v:review "))'>"
                + many(3000, "<i about=#a typeof=v:Review></i>")),
        Page(
            testDescription: "a circle of relations",
            html: many(
                3000,
                "<div about=#a typeof=Review rel=s:review><div about=#b typeof=Review rel=s:review resource=#a></div></div>"
            )),
        Page(
            testDescription: "texts in texts",
            html: "<div typeof=Review>" + many(500, "<div property=reviewBody>word ")),
        Page(
            testDescription: "reviews in reviews by class",
            html: many(400, "<div class='hreview'><i class=description>x</i>")),
        Page(
            testDescription: "parts by class",
            html: "<div class=hreview>" + many(20_000, "<b class='rating item fn reviewer value'>1</b>")),
        Page(
            testDescription: "many reviews by class",
            html: many(5000, "<div class=hreview><b class=reviewer>A</b><p class=description>T</p></div>")),
        Page(
            testDescription: "references to all",
            html: "<div id=a>" + many(2000, "<p itemprop=review>x</p>") + "</div>"
                + many(500, "<div itemscope itemtype=http://schema.org/Review itemref=a></div>")),
        Page(
            testDescription: "references that branch",
            html: (0..<60).map {
                "<div id=i\($0) itemscope itemprop=comment itemtype='https://schema.org/Comment' "
                    + "itemref='i\($0 + 1) i\($0 + 2)'><p itemprop=text>t</p></div>"
            }.joined()),
        Page(
            testDescription: "one long text referred to by all",
            html: "<div id=a><p itemprop=reviewBody>\(many(60_000, "long "))</p></div>"
                + many(1500, "<div itemscope itemtype=http://schema.org/Review itemref=a></div>")),
        Page(
            testDescription: "names that branch",
            html: #"<script type="application/ld+json">["#
                + (0..<60).map {
                    #"{"@id":"c\#($0)","@type":"Comment","author":"A","text":"t","comment":[{"@id":"c\#($0 + 1)"},{"@id":"c\#($0 + 1)"}]},"#
                }.joined() + "1]</script>"),
        Page(
            testDescription: "subjects that branch",
            html: (0..<60).map {
                "<div about=#c\($0) typeof=Comment><a property=comment resource=#c\($0 + 1) typeof=Comment></a>"
                    + "<a rel=s:comment resource=#c\($0 + 1)></a></div>"
            }.joined()),
        Page(
            testDescription: "one long answer named by all",
            html:
                #"<script type="application/ld+json">[{"@id":"c","@type":"Comment","author":{"@type":"Organization","name":"A"},"text":"\#(many(60_000, "long "))"},"#
                + many(3000, #"{"@type":"Review","author":"B","reviewBody":"T","comment":{"@id":"c"}},"#)
                + "1]</script>"),
        Page(
            testDescription: "blocks of two reviews",
            html: many(
                2000,
                #"<script type="application/ld+json">[{"@type":"Review","author":"A","reviewBody":"B"},{"@type":"Review","author":"C","reviewBody":"D"}]</script>"#
            )),
        Page(
            testDescription: "comments and owners",
            html:
                #"<script type="application/ld+json">{"@type":"Product","brand":[\#(many(5000, #""A b","#))1],"review":{"author":"A","reviewBody":"B","comment":[\#(many(5000, #"{"author":"C d","text":"e"},"#))1]}}</script>"#
        ),
        Page(
            testDescription: "contexts in contexts",
            html: "<script type='application/ld+json'>"
                + many(190, #"{"@context":{"a":"schema:name","b":"c:d"},"x":"#) + "1"),
    ]

    @Test(arguments: pages)
    func `hostile markup is read, and ends`(page: Page) throws {
        let read = try Written.page(page.html)
        // What little bytes refer to again and again is not written out for each of them.
        #expect(read.records.reduce(0) { $0 + $1.text.utf8.count } <= 40_000_000)
    }
}
