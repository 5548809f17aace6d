import Complaints
import Foundation
import TestSupport
import Testing

struct RobotsTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var robots: String
        var agent = "FooBot"
        var allowed: [String] = []
        var refused: [String] = []
    }

    static let cases: [Case] = [
        Case(testDescription: "nothing said", robots: "", allowed: ["/", "/a"]),
        Case(
            testDescription: "the longest match wins", robots: "user-agent: *\nallow: /p\ndisallow: /",
            allowed: ["/page"], refused: ["/folder"]),
        Case(
            testDescription: "allow wins a tie", robots: "user-agent: *\ndisallow: /folder\nallow: /folder",
            allowed: ["/folder/page"]),
        Case(
            testDescription: "stars and dollar",
            robots: "user-agent: *\ndisallow: /*.php$\ndisallow: /a*b*c\nallow: /x$",
            allowed: ["/index.php?a", "/ab", "/acb"], refused: ["/index.php", "/f/a.php", "/a1b2c3", "/abc"]),
        Case(
            testDescription: "a dollar inside is a dollar", robots: "user-agent: *\ndisallow: /a$b",
            allowed: ["/a"], refused: ["/a$b", "/a$bc"]),
        Case(
            testDescription: "the own group only, merged, in any case",
            robots:
                "user-agent: *\ndisallow: /\n\nUser-Agent: foobot\ndisallow: /a\n\n"
                + "user-agent: FOOBOT\ndisallow: /b",
            allowed: ["/c"], refused: ["/a", "/b"]),
        Case(
            testDescription: "several agents of one group",
            robots:
                "user-agent: other\nsitemap: https://x/\nuser-agent: foobot\ndisallow: /a\n\n"
                + "user-agent: *\ndisallow: /b",
            allowed: ["/b"], refused: ["/a"]),
        Case(
            testDescription: "an empty own group allows everything",
            robots: "user-agent: *\ndisallow: /\nuser-agent: foobot\ndisallow:", allowed: ["/", "/a"]),
        Case(
            testDescription: "a whole user agent is known by its token",
            robots: "user-agent: Ombud\ndisallow: /a\nuser-agent: *\ndisallow: /b",
            agent: "Ombud/1.0 (+https://example.org/contact)", allowed: ["/b"], refused: ["/a"]),
        Case(
            testDescription: "a part of the token is not the token",
            robots: "user-agent: Foo\ndisallow: /a\nuser-agent: FooBotNews\ndisallow: /a", allowed: ["/a"]),
        Case(
            testDescription: "a version in the file is ignored",
            robots: "user-agent: FooBot/2.1\ndisallow: /a",
            refused: ["/a"]),
        Case(
            testDescription: "rules before any agent are nobody's",
            robots: "disallow: /\nuser-agent: x\nallow: /",
            allowed: ["/a"]),
        Case(
            testDescription: "encodings of one path are one path",
            robots:
                "user-agent: *\ndisallow: /foo/bar?baz=https%3a%2f%2ffoo\ndisallow: /ツ\n"
                + "disallow: /%62%61%7A\ndisallow: /%7e",
            allowed: ["/foo/bar"],
            refused: [
                "/%E3%83%84", "/%e3%83%84/x", "/ツ", "/baz", "/%62az", "/~user",
                "/foo/bar?baz=https%3A%2F%2Ffoo",
            ]),
        Case(
            testDescription: "BOM, odd ends, comments, blanks, misspellings",
            robots: "\u{FEFF}User agent : foobot # us\rDisalow : /a # no\r\n  Disallow /b\n\n\ndisallow:/c",
            allowed: ["/d"], refused: ["/a", "/b", "/c"]),
        Case(
            testDescription: "paths are case-sensitive", robots: "user-agent: *\ndisallow: /A",
            allowed: ["/a"],
            refused: ["/A"]),
        Case(
            testDescription: "an allowed index page allows its folder",
            robots: "user-agent: *\nallow: /x/index.html\ndisallow: /x", allowed: ["/x/", "/x/index.html"],
            refused: ["/x/other"]),
        Case(
            testDescription: "robots.txt itself is always open", robots: "user-agent: *\ndisallow: /",
            allowed: ["/robots.txt"], refused: ["/robots.txt?x"]),
    ]

    @Test(arguments: cases)
    func `the rules of RFC 9309 hold`(example: Case) {
        let robots = Robots(example.robots)
        for path in example.allowed {
            #expect(robots.verdict(agent: example.agent, url: path).allowed, "\(path)")
            #expect(
                robots.verdict(agent: example.agent, url: "https://example.com\(path)").allowed, "\(path)")
        }
        for path in example.refused {
            #expect(!robots.verdict(agent: example.agent, url: path).allowed, "\(path)")
            #expect(
                !robots.verdict(agent: example.agent, url: "https://example.com\(path)#x").allowed, "\(path)")
        }
    }

    @Test func `the verdict names its line`() {
        let robots = Robots("# hello\r\n\r\nUser-agent: *\rDisallow: /a\nAllow: /a/b\n")
        #expect(robots.verdict(agent: "x", url: "/a/c") == RobotsVerdict(allowed: false, line: 4))
        #expect(robots.verdict(agent: "x", url: "/a/b/c") == RobotsVerdict(allowed: true, line: 5))
        #expect(robots.verdict(agent: "x", url: "/z") == RobotsVerdict(allowed: true, line: nil))
    }

    @Test func `Crawl-delay and sitemaps are read`() {
        let robots = Robots(
            "Sitemap: https://example.com/s.xml\nuser-agent: a\ncrawl-delay: 2.5\ndisallow: /\n"
                + "user-agent: c\ncrawl-delay: 1\nuser-agent: d\ncrawl-delay: 7\ndisallow: /x\n"
                + "user-agent: *\nCrawl-Delay: 10\nallow: /\nuser-agent: b\ndisallow: /\nsitemap:/t.xml")
        #expect(robots.crawlDelay(agent: "a/1.0") == 2.5)
        #expect(robots.crawlDelay(agent: "other") == 10)
        #expect(robots.crawlDelay(agent: "b") == nil)
        #expect(robots.crawlDelay(agent: "c") == 1 && robots.crawlDelay(agent: "d") == 7)
        #expect(robots.sitemaps == ["https://example.com/s.xml", "/t.xml"])
    }

    @Test func `what lies past 500 KiB is not read, and many stars take no time`() {
        let long =
            "user-agent: *\n" + String(repeating: "# \(String(repeating: "x", count: 98))\n", count: 5200)
        #expect(Robots(long + "disallow: /").verdict(agent: "x", url: "/").allowed)
        let stars = Robots("user-agent: *\ndisallow: /" + String(repeating: "*a", count: 2000) + "b")
        #expect(stars.verdict(agent: "x", url: "/" + String(repeating: "a", count: 2000)).allowed)
    }

    @Test(.needsCases("robots"))
    func `real files are read without harm`() throws {
        let folder = Cases.url("robots")
        var rules = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let robots = Robots(try Data(contentsOf: folder.appending(path: name)))
            for path in ["/", "/search?q=x", "/reviews/1", "/wp-admin/", "/a/b/c.html"]
            where robots.verdict(agent: "Ombud/1.0", url: path).line != nil { rules += 1 }
        }
        #expect(rules > 100)
    }
}
