import Complaints
import Testing

@testable import Reading

/// The JSON that pages carry for their own scripts.
struct EmbeddedJSONTests {
    private static func page(_ body: String, rule: Rule? = nil, next: String? = nil) throws -> Page {
        try read(
            PageInput(
                bytes: Array("<!doctype html><html><body>\(body)</body></html>".utf8),
                url: "https://shop.example/reviews", contentType: "text/html", rule: rule,
                now: Instant(seconds: 1_772_000_000), next: next))
    }

    /// Two reviews as JSON; every page below carries them in another way.
    private static let list = """
        [{"id":1,"author":"Ann","rating":1,"text":"It broke on the first day.","date":"2026-01-03"},
        {"id":2,"author":"Bob","rating":5,"text":"All is well with mine.","date":"2026-01-04"}]
        """
    private static let oneLine = list.split(separator: "\n").joined()
    private static let quoted = oneLine.split(separator: "\"", omittingEmptySubsequences: false).joined(
        separator: "\\\"")
    private static let entities = oneLine.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "&quot;")

    static let pages: [String] = [
        "<script id=__NEXT_DATA__ type='application/json'>{\"props\":{\"pageProps\":{\"reviews\":\(list)}}}</script>",
        "<script type='application/json' data-hypernova-key=R><!--{\"data\":{\"reviews\":\(list)}}--></script>",
        "<script>window.__STATE__ = {\"product\":{\"name\":\"x\",\"reviews\":\(list)}};</script>",
        "<script>window.__INITIAL_STATE__ = JSON.parse(\"{\\\"reviews\\\":\(quoted)}\");</script>",
        "<script>window['App'].state='{\"reviews\":\(oneLine)}';</script>",
        "<script>(function(){var a=1;var reviews=\(list);start(reviews)})();</script>",
        "<script>Widget.start({\"el\":\"#r\",\"comments\":\(list)});</script>",
        "<script>/* it's */ const data = {reviews: \(list), onLoad: function(a) { return {b: a}; }, n: a.b.c(1),};</script>",
        """
        <script>var reviews = [{author: 'Ann', rating: 1, text: 'It broke on the first day.', date: new Date('2026-01-03'), x: undefined,},
        {author: 'Bob', 'rating': 5, text: "All is well with mine.", date: '2026-01-04', ok: !0}];</script>
        """,
        """
        <script>window.__NUXT__=(function(a,b,c){return {layout:"x",data:[{reviews:[{author:a,rating:1,text:b,date:"2026-01-03"},
        {author:"Bob",rating:c,text:"All is well with mine.",date:"2026-01-04"}]}]}}("Ann","It broke on the first day.",5));</script>
        """,
        """
        <script type="application/json" id="__NUXT_DATA__">[["ShallowReactive",1],{"data":2},{"reviews":3},[4,10],{"author":5,"rating":6,"text":7,"date":8},
        "Ann",1,"It broke on the first day.",["Date","2026-01-03T00:00:00.000Z"],0,{"author":11,"rating":12,"text":13,"date":14},"Bob",5,"All is well with mine.","2026-01-04"]</script>
        """,
        """
        <script>self.__next_f.push([0])</script><script>self.__next_f.push([1,"2:I[1,[]]\\n5:T1a,It broke on the first day."])</script>
        <script>self.__next_f.push([1,"7:[\\"$\\",\\"div\\",null,{\\"reviews\\":[{\\"author\\":\\"Ann\\",\\"rating\\":1,\\"text\\":\\"$5\\",\\"date\\":\\"2026-01-03\\"},"])</script>
        <script>self.__next_f.push([1,"{\\"author\\":\\"Bob\\",\\"rating\\":5,\\"text\\":\\"All is well with mine.\\",\\"date\\":\\"$D2026-01-04T00:00:00.000Z\\"}]}]\\n"])</script>
        """,
        "<div data-reviews=\"\(entities)\"></div>",
        "<div data-page='{&quot;props&quot;:{&quot;comments&quot;:\(entities)}}'></div>",
        "<reviews-list :initial-reviews=\"\(entities)\"></reviews-list>",
        """
        <script>window.__APOLLO_STATE__={"User:9":{"__typename":"User","id":9,"displayName":"Ann"},"User:8":{"__typename":"User","id":8,"displayName":"Bob"},
        "Review:1":{"__typename":"Review","id":1,"author":{"__ref":"User:9"},"rating":1,"text":"It broke on the first day.","createdAt":"2026-01-03"},
        "Review:2":{"__typename":"Review","id":2,"author":{"__ref":"User:8"},"rating":5,"text":"All is well with mine.","createdAt":"2026-01-04"}};</script>
        """,
        """
        <script type="application/json" id="cache">{"User:9":{"__typename":"User","id":9,"displayName":"Ann"},"User:8":{"__typename":"User","id":8,"displayName":"Bob"},
        "Review:1":{"__typename":"Review","id":1,"author":{"__ref":"User:9"},"rating":1,"text":"It broke on the first day.","createdAt":"2026-01-03"},
        "Review:2":{"__typename":"Review","id":2,"author":{"__ref":"User:8"},"rating":5,"text":"All is well with mine.","createdAt":"2026-01-04"}}</script>
        """,
    ]

    @Test(arguments: pages)
    func `reviews in the JSON of a page are read`(body: String) throws {
        let records = try Self.page(body).records
        #expect(
            records.map(JSONShapeTests.line) == [
                "Ann|2026-01-03|1/5|-|It broke on the first day.|-",
                "Bob|2026-01-04|5/5|-|All is well with mine.|-",
            ])
        #expect(records.allSatisfy { $0.via == .json })
    }

    @Test(arguments: [
        "<script>var articles = [{\"title\":\"News\",\"description\":\"A long story of the day.\",\"author\":\"Ed\",\"date\":\"2026-01-03\",\"slug\":\"n\",\"image\":\"x\"}]</script>",
        "<script>dataLayer.push({\"event\":\"view\",\"product\":{\"name\":\"x\",\"price\":4,\"rating\":4}});</script>",
        "<script type='application/json'>{\"i18n\":{\"review\":{\"text\":\"Write a review here\",\"author\":\"Your name\"}}}</script>",
        "<div data-config='{\"rating\":5,\"text\":\"Rate us as you like\",\"author\":\"x\"}'></div>",
        "<script>function f(){ if (a == {}) { b = [1,2,3]; } }</script>",
        "<script>window.recommended = {\"related\":[{\"title\":\"x\",\"description\":\"some longer text here\",\"rating\":5,\"author\":\"E\",\"date\":\"2026-01-03\"}]}</script>",
    ])
    func `what else a page carries is no record`(body: String) throws {
        #expect(try Self.page(body).records.isEmpty)
    }

    @Test func `markup is believed before what scripts carry`() throws {
        let ld = """
            <script type="application/ld+json">{"@type":"Review","author":"Eve","reviewBody":"Quite another text.","reviewRating":{"ratingValue":2}}</script>
            """
        #expect(try Self.page(ld + Self.pages[0]).records.map(\.author) == ["Eve"])
    }

    @Test(arguments: [
        "$.__NEXT_DATA__.props.pageProps.reviews[*]", "$.props.pageProps.reviews[*]",
        "$..reviews[?@.rating < 9]",
        "$.__NEXT_DATA__.props.pageProps.reviews",
    ])
    func `a rule of paths reads the JSON of a page`(each: String) throws {
        var rule = Rule(
            each: each, author: "$.author", published: "$.date", rating: .init(at: "$.rating", best: 10),
            text: "$.text")
        rule.next = "$..nextUrl"
        rule.count = "i.count"
        let more =
            "<script>var list = {\"nextUrl\":\"/reviews?page=2\"}</script><i class=count>42 reviews</i>"
        let page = try Self.page(Self.pages[0] + more, rule: rule)
        #expect(page.records.map(\.author) == ["Ann", "Bob"])
        #expect(page.records.first?.rating?.best == 10)
        #expect(page.next == "https://shop.example/reviews?page=2")
        #expect(page.aggregate?.count == 42)
    }

    @Test func `values have the names that the page gives them`() throws {
        let body = """
            <script>window.__A__={"x":[1]};self["B"]={"x":[2]};var c=[{"x":3}];d.e={x:[4]};var c=[{"x":5}]</script>
            """
        for (path, value) in [
            ("$.__A__.x[0]", 1), ("$.B.x[0]", 2), ("$.c[0].x", 3), ("$['d.e'].x[0]", 4), ("$['c 2'][0].x", 5),
        ] {
            let rule = Rule(each: path, text: "$")
            #expect(try Self.page(body, rule: rule).records.map(\.text) == [String(value)])
        }
    }

    @Test func `hostile scripts cost little`() throws {
        for piece in [
            "={", "=[{a:", "({\"a\":", "='", "=JSON.parse(\"", "=(function(a){return ", "/*", "`${", "={a:(",
            "[{\"x\":",
        ] {
            let script = String(repeating: piece, count: 200_000 / piece.utf8.count)
            _ = try Self.page("<script>review \(script)</script>")
        }
        let nested = String(repeating: "[", count: 20_000)
        _ = try Self.page("<script>review={\"a\":\(nested)</script><div data-x='\(nested)'></div>")
        let loop =
            "<script id=__NUXT_DATA__ type='application/json'>[[\"Ref\",1],{\"review\":1,\"b\":1,\"c\":1},\"author comment review author comment review\"]</script>"
        #expect(try Self.page(loop).records.isEmpty)
    }
}
