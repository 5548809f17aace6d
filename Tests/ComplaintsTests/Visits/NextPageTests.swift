import Complaints
import Testing

struct NextPageTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var seen: [PageSeen]
        var paging = Source.Paging(atMost: 9)
        var decision: NextPage
    }

    static let list = "https://shop.example/list"

    private static func seen(
        _ page: String, _ records: Set<Int64>, next: String? = nil, cursor: String? = nil
    )
        -> PageSeen
    {
        PageSeen(
            asked: list + page, records: records, next: next.map { $0.hasPrefix("http") ? $0 : list + $0 },
            cursor: cursor)
    }

    private static func numbered(
        _ text: String, second: Int = 2, step: Int = 1, atMost: Int = 9
    ) -> Source.Paging {
        Source.Paging(template: PageTemplate(list + text, second: second, step: step), atMost: atMost)
    }

    private static let cursored = Source.Paging(
        template: PageTemplate(list + "?after={cursor}", cursor: "$.after"), atMost: 9)

    static let cases: [Case] = [
        Case(testDescription: "nothing fetched", seen: [], decision: .end(.noNext)),
        Case(
            testDescription: "the page's own link", seen: [seen("", [1, 2], next: "?page=2")],
            decision: .fetch(list + "?page=2")),
        Case(testDescription: "no link", seen: [seen("", [1, 2])], decision: .end(.noNext)),
        Case(
            testDescription: "an empty page that links on",
            seen: [seen("", [1]), seen("?page=2", [], next: "?page=3")], decision: .end(.empty)),
        Case(
            testDescription: "page 1 in place of page 3",
            seen: [seen("", [1, 2]), seen("?page=2", [3, 4]), seen("?page=3", [2, 1], next: "?page=4")],
            decision: .end(.repeats)),
        Case(
            testDescription: "one record pushed down by a new one is no repeat",
            seen: [seen("", [1, 2]), seen("?page=2", [2, 3], next: "?page=3")],
            decision: .fetch(list + "?page=3")),
        Case(
            testDescription: "redirected to a page seen",
            seen: [
                seen("", [1, 2]),
                PageSeen(asked: list + "?page=2", url: list + "#top", records: [5], next: list + "?page=3"),
            ], decision: .end(.repeats)),
        Case(
            testDescription: "a link in a circle",
            seen: [seen("?page=1", [1]), seen("?page=2", [2], next: "?utm_source=x&page=1")],
            decision: .end(.loops(list + "?utm_source=x&page=1"))),
        Case(
            testDescription: "a page that leads to itself", seen: [seen("?page=1", [1], next: "?page=1")],
            decision: .end(.loops(list + "?page=1"))),
        Case(
            testDescription: "a number that falls after it grew",
            seen: [seen("?page=4", [1]), seen("?page=5", [2], next: "?page=3")],
            decision: .end(.turnsBack(list + "?page=3"))),
        Case(
            testDescription: "a list that counts down",
            seen: [seen("/p9", [1]), seen("/p8", [2], next: "/p7")], decision: .fetch(list + "/p7")),
        Case(
            testDescription: "as many as a visit may fetch", seen: [seen("", [1], next: "?page=2")],
            paging: Source.Paging(atMost: 1), decision: .end(.enough(next: list + "?page=2"))),
        Case(
            testDescription: "numbered pages", seen: [seen("", [1]), seen("?page=2", [2])],
            paging: numbered("?page={page}"), decision: .fetch(list + "?page=3")),
        Case(
            testDescription: "numbered from nought, the link of the page not asked",
            seen: [seen("", [1], next: "?x=1")], paging: numbered("?page={page}", second: 1),
            decision: .fetch(list + "?page=1")),
        Case(
            testDescription: "offsets", seen: [seen("", [1]), seen("?start=20", [2])],
            paging: numbered("?start={offset}", second: 20, step: 20), decision: .fetch(list + "?start=40")),
        Case(
            testDescription: "the end of numbered pages", seen: [seen("", [1]), seen("?page=2", [1])],
            paging: numbered("?page={page}"), decision: .end(.repeats)),
        Case(
            testDescription: "a cursor", seen: [seen("", [1], cursor: "a/b=")], paging: cursored,
            decision: .fetch(list + "?after=a%2Fb%3D")),
        Case(
            testDescription: "no cursor", seen: [seen("", [1])], paging: cursored, decision: .end(.noNext)),
        Case(
            testDescription: "the same cursor again",
            seen: [seen("", [1], cursor: "a"), seen("?after=a", [2], cursor: "a")], paging: cursored,
            decision: .end(.noNext)),
    ]

    @Test(arguments: cases)
    func `a list is followed to its end and no further`(example: Case) {
        let decision = NextPage.decide(after: example.seen, paging: example.paging)
        #expect(decision == example.decision)
        if case .end(.enough) = decision { #expect(!decision.isEndOfList) }
    }

    @Test func `a record is known again on another page`() {
        let record = Record(id: "7", text: "x", via: .json)
        let other = Record(author: "Jo", text: "x", via: .rule)
        let page = Page(url: Self.list, kind: .html, records: [record, other])
        let again = Page(
            url: Self.list, kind: .html, records: [other, Record(id: "7", text: "y", via: .json)])
        #expect(PageSeen(page, asked: Self.list).records == PageSeen(again, asked: Self.list).records)
        #expect(PageSeen(page, asked: Self.list).records.count == 2)
    }

    @Test(
        arguments: [
            ("https://x.example/?p={page}", nil, nil), ("https://x.example/{offset}/{page}", nil, nil),
            ("https://x.example/?c={cursor}", "$.next", nil), ("https://x.example/", nil, "{page}"),
            ("/list?p={page}", nil, "whole"), ("https://x.example/?c={cursor}", nil, "needs"),
            ("https://x.example/?p={page}", "$.next", "no {cursor}"),
        ] as [(String, String?, String?)])
    func `a faulty template is told`(text: String, cursor: String?, fault: String?) {
        let found = PageTemplate(text, cursor: cursor).fault
        #expect((found == nil) == (fault == nil))
        if let fault { #expect(found?.contains(fault) == true) }
    }

    @Test(
        arguments: [
            (
                [#"<https://api.example/r?page=2>; rel="next", <https://api.example/r?page=9>; rel=last"#],
                "https://api.example/r?page=2"
            ),
            (["</a,b>;title=\"x, <y>; rel=next\";rel=NEXT"], "https://api.example/a,b"),
            (["<a>; rel=prev", "<?p=3> ; REL = \"nofollow next\""], "https://api.example/r?p=3"),
            (["<a>; rel=prev; rel=next"], nil), (["a; rel=next", "<a"], nil), ([], nil),
        ] as [([String], String?)])
    func `a Link header states the next page`(values: [String], next: String?) {
        #expect(LinkHeader.next(in: values, on: "https://api.example/r") == next)
    }

    @Test(arguments: [
        ("/reviews/*", "https://shop.example/reviews/1", true),
        ("/reviews/*", "https://shop.example/reviews/1?x=2", true),
        ("/reviews/*", "https://m.shop.example/reviews/", true),
        ("/reviews/*", "https://shop.example/review", false),
        ("/reviews/*", "https://other.example/reviews/1", false),
        ("/*/opinie", "https://shop.example/a/b/opinie", true),
        ("/*/opinie", "https://shop.example/a/opinie/2", false),
        ("/t?id=*", "https://shop.example/t?id=4", true),
        ("/t?id=*", "https://shop.example/t?page=4", false),
        ("/żółw/*", "https://shop.example/%C5%BC%C3%B3%C5%82w/1", true),
        ("https://*.example/r/*", "https://other.example/r/1#c", true),
        ("*review*", "https://shop.example/my-review", true),
        ("/a*a*a*a*b", "https://shop.example/" + String(repeating: "a", count: 3000), false),
    ])
    func `a pattern takes the addresses it describes`(pattern: String, url: String, isTaken: Bool) {
        #expect(Follow.Links.pattern(pattern).takes(url, on: "https://shop.example/list") == isTaken)
    }
}
