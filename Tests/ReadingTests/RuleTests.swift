import Complaints
import Testing

@testable import Reading

private let now = Instant(seconds: 1_772_000_000)

private func page(_ html: String, _ rule: Rule) throws(ReadingFailure) -> Page {
    try read(PageInput(bytes: Array(html.utf8), url: "https://forum.example/t/1", rule: rule, now: now))
}

struct RuleTests {
    static let html = """
        <html lang=pl><div class="post review" data-id="p1"><a class=permalink href="/p/1">#1</a><b class=who>Ewa</b>
        <i class=when>3 stycznia 2024 o 14:20</i><div class=stars style="width: 40%"></div><h3>Zepsuty</h3>
        <p class=body>Pierwszego dnia.</p><div class=owner><p>Przepraszamy.</p><time datetime="2024-01-04">dzień później</time></div></div>
        <div class="post" data-id="p2"><b class=who>Jan</b><i class=when>wczoraj</i><p class=text>Działa.</p></div>
        <a class=more href="?p=2">dalej</a>
        """

    @Test func `every field is read by its selector`() throws {
        let rule = Rule(
            each: "div.post", id: "@data-id", url: "a.permalink@href", author: ".who", published: ".when",
            rating: .init(at: ".stars@style", best: 5), title: "h3", text: ".body || .text",
            reply: .init(each: ".owner", published: "time@datetime", text: "p"), next: "a.more@href")
        let page = try page(Self.html, rule)
        #expect(page.records.map(\.id) == ["p1", "p2"])
        #expect(page.records.map(\.url) == ["https://forum.example/p/1", nil])
        #expect(page.records.map(\.author) == ["Ewa", "Jan"])
        #expect(page.records.map(\.text) == ["Pierwszego dnia.", "Działa."])
        #expect(page.records[0].rating == Rating(value: 2, best: 5))
        #expect(page.records[0].published?.instant.description == "2024-01-03T14:20:00.000Z")
        #expect(page.records[1].published?.instant.description == "2026-02-24T00:00:00.000Z")
        #expect(page.records[0].reply?.text == "Przepraszamy.")
        #expect(page.records[0].reply?.published?.instant.description == "2024-01-04T00:00:00.000Z")
        #expect(page.next == "https://forum.example/t/1?p=2")
        #expect(page.records.allSatisfy { $0.via == .rule })
    }

    @Test func `XPath selects as CSS does`() throws {
        let rule = Rule(each: "//div[contains(@class, 'post')]", id: "./@data-id", author: "./b", text: "./p")
        let records = try page(Self.html, rule).records
        #expect(records.map(\.id) == ["p1", "p2"])
        #expect(records.map(\.author) == ["Ewa", "Jan"])
    }

    static let marks: [(String, String, Double)] = [
        ("<u class=r><i class='star on'></i><i class='star on'></i><i class='star off'></i></u>", ".r", 2),
        ("<u class='r rating-45'></u>", ".r@class", 4.5), ("<u class='r stars-4'></u>", ".r", 4),
        ("<u class=r>★★★☆☆</u>", ".r", 3), ("<u class=r>4,5 / 5</u>", ".r", 4.5),
        ("<u class=r aria-label='Rated 2 out of 5'></u>", ".r", 2),
        ("<u class=r style='width:60%'></u>", ".r", 3),
        ("<u class=s></u><u class=s></u>", ".s", 2),
    ]

    @Test(arguments: marks)
    func `a mark is read from what shows it`(html: String, selector: String, value: Double) throws {
        let rule = Rule(each: "article", rating: .init(at: selector, best: 5))
        let records = try page("<article>\(html)</article>", rule).records
        #expect(records.first?.rating == Rating(value: value, best: 5))
    }

    @Test func `a faulty selector is named with its field`() {
        #expect(throws: ReadingFailure.self) { try page("<p>x</p>", Rule(each: "div[", text: "p")) }
        do throws(ReadingFailure) {
            _ = try page("<p>x</p>", Rule(each: "div", author: "p:frist-child"))
        } catch {
            #expect(error.description.hasPrefix("rule author: \"p:frist-child\": unknown :frist-child"))
        }
    }

    static let faults: [(String, Bool)] = [
        ("div > a.b[href^='x' i]:not(.c, #d):nth-child(2n+1)", true), ("ul:has(> li:first-child)", true),
        ("//a[@href='x']/@href", true), ("./p", true), ("$.data[*].text", true), ("a || b@title", true),
        ("div..x", false), ("//a[", false), ("$.a[", false), ("", false), ("a >", false),
        ("p:nth-child(x)", false),
        ("a@", false),
    ]

    @Test(arguments: faults)
    func `selectors are checked before anything is fetched`(selector: String, isValid: Bool) {
        #expect((selectorFault(selector) == nil) == isValid)
    }

    static let tree = """
        <body><ul id=u lang=pl><li class="a one">1</li><li class="b" data-x="alpha-beta">2</li><li>3<em>x</em></li></ul>
        <p></p><p title="Big Red">t</p><a href=/x>l</a></body>
        """
    static let selections: [(String, [String])] = [
        ("li", ["1", "2", "3x"]), ("ul > li:nth-child(odd)", ["1", "3x"]), ("li:last-child", ["3x"]),
        (".a.one + li", ["2"]), ("li.a ~ li", ["2", "3x"]), ("li:not(.a):not(:has(em))", ["2"]),
        ("[data-x|=alpha]", ["2"]), ("[title~=Red]", ["t"]), ("[title='big red' i]", ["t"]),
        ("p:empty", [""]),
        ("ul:has(> li.b) em", ["x"]), ("#u li:is(.b, :nth-last-child(1))", ["2", "3x"]),
        ("a:link, em", ["x", "l"]),
        ("li:nth-of-type(2), li:nth-child(1 of .b)", ["2"]), ("li:lang(pl):first-of-type", ["1"]),
        ("body li", ["1", "2", "3x"]),
        ("li:hover", []), ("LI.b", ["2"]), ("li[class$='b']", ["2"]), ("p + p", ["t"]),
        ("ul:has(+ p) .a", ["1"]),
    ]

    @Test(arguments: selections)
    func `CSS finds elements in document order`(css: String, texts: [String]) throws {
        #expect(try select(.css(css), html: Array(Self.tree.utf8)).map(\.text) == texts)
    }

    @Test func `a JSON answer is read by paths`() throws {
        let json = """
            {"data":[{"id":9007199254740993,"by":{"name":"Jo"},"at":1700000000,"stars":2,"body":"<p>Late</p>"},
            {"id":2,"by":null,"text":"Fine"}],"next":"/api?p=2"}
            """
        let rule = Rule(
            each: "$.data[*]", id: "id", author: "$.by.name", published: "@.at",
            rating: .init(at: "stars", best: 5),
            text: "body || text", next: "$.next")
        let page = try page(json, rule)
        #expect(page.kind == .json)
        #expect(page.records.map(\.id) == ["9007199254740993", "2"])
        #expect(page.records.map(\.text) == ["Late", "Fine"])
        #expect(page.records[0].published?.instant == Instant(seconds: 1_700_000_000))
        #expect(page.records[0].rating == Rating(value: 2, best: 5))
        #expect(page.next == "https://forum.example/api?p=2")
    }
}
