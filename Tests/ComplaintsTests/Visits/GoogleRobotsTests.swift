import Complaints
import Testing

/// The behaviour that Google publishes with its parser, in cases of our own.
struct GoogleRobotsTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var robots: String
        var agent: String
        var url: String
        var allowed: Bool
        var testDescription: String { "\(agent) \(url) in \(robots.debugDescription)" }

        init(_ robots: String, _ agent: String, _ url: String, _ allowed: Bool) {
            (self.robots, self.agent, self.url, self.allowed) = (robots, agent, url, allowed)
        }
    }

    private static let site = "http://foo.bar"
    private static let groups =
        "allow: /foo/bar/\n\nuser-agent: FooBot\ndisallow: /\nallow: /x/\nuser-agent: BarBot\ndisallow: /\n"
        + "allow: /y/\n\n\nallow: /w/\nuser-agent: BazBot\n\nuser-agent: FooBot\nallow: /z/\ndisallow: /\n"

    static let cases: [Case] = [
        Case("", "FooBot", site + "/", true),
        Case("user-agent: FooBot\ndisallow: /\n", "", site + "/", true),
        Case("foo: FooBot\nbar: /\n", "FooBot", site + "/x/y", true),
        Case("user-agent: FooBot\ndisallow: /\n", "FooBot", site + "/x/y", false),
        Case("user-agent FooBot\ndisallow /\n", "FooBot", site + "/x/y", false),
        Case("user-agent\tFooBot\ndisallow\t/\n", "FooBot", site + "/x/y", false),
        Case(groups, "FooBot", site + "/x/b", true), Case(groups, "FooBot", site + "/z/d", true),
        Case(groups, "FooBot", site + "/y/c", false), Case(groups, "BarBot", site + "/y/c", true),
        Case(groups, "BarBot", site + "/w/a", true), Case(groups, "BarBot", site + "/z/d", false),
        Case(groups, "BazBot", site + "/z/d", true), Case(groups, "FooBot", site + "/foo/bar/", false),
        // Lines that are no rules do not part two agents of one group.
        Case(
            "User-agent: BarBot\nSitemap: https://foo.bar/s\nUser-agent: *\nDisallow: /\n", "BarBot",
            site + "/", false),
        Case(
            "User-agent: FooBot\nInvalid-Unknown-Line: unknown\nUser-agent: *\nDisallow: /\n", "FooBot",
            site + "/", false),
        // Names and directives in any case, values as they are.
        Case("USER-AGENT: FooBot\nALLOW: /x/\nDISALLOW: /\n", "foobot", site + "/x/y", true),
        Case("UsEr-AgEnT: FOOBOT\nAlLoW: /x/\nDiSaLlOw: /\n", "FooBot", site + "/a/b", false),
        Case("user-agent: FooBot\ndisallow: /X/\n", "FooBot", site + "/x/y", true),
        // A name ends where a product token ends.
        Case(
            "User-Agent: *\nDisallow: /\nUser-Agent: Foo Bar\nAllow: /x/\nDisallow: /\n", "Foo",
            site + "/x/y", true),
        Case("User-Agent: *\nDisallow: /\nUser-Agent: Foo Bar\nAllow: /x/\n", "Foo Bar", site + "/x/y", true),
        // An own group before everyone's, wherever it stands.
        Case("user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /\n", "FooBot", site + "/x/y", false),
        Case("user-agent: FooBot\nallow: /\nuser-agent: *\ndisallow: /\n", "FooBot", site + "/x/y", true),
        Case("user-agent: FooBot\nallow: /\nuser-agent: *\ndisallow: /\n", "BarBot", site + "/x/y", false),
        Case(
            "user-agent: FooBot\nallow: /\nuser-agent: BarBot\ndisallow: /\n", "QuxBot", site + "/x/y", true),
        Case("user-agent: *baz\ndisallow: /\n", "FooBot", site + "/", true),
        Case("user-agent: * baz\ndisallow: /\n", "FooBot", site + "/", false),
        // The longest match, allow before disallow when they are as long.
        Case(
            "user-agent: FooBot\ndisallow: /x/page.html\nallow: /x/\n", "FooBot", site + "/x/page.html", false
        ),
        Case(
            "user-agent: FooBot\nallow: /x/page.html\ndisallow: /x/\n", "FooBot", site + "/x/page.html", true),
        Case("user-agent: FooBot\nallow: /x/page.html\ndisallow: /x/\n", "FooBot", site + "/x/", false),
        Case("user-agent: FooBot\ndisallow: \nallow: \n", "FooBot", site + "/x/page.html", true),
        Case("user-agent: FooBot\ndisallow: /\nallow: /\n", "FooBot", site + "/x/page.html", true),
        Case("user-agent: FooBot\ndisallow: /x\nallow: /x/\n", "FooBot", site + "/x", false),
        Case("user-agent: FooBot\ndisallow: /x\nallow: /x/\n", "FooBot", site + "/x/", true),
        Case(
            "user-agent: FooBot\ndisallow: /x/page.html\nallow: /x/page.html\n", "FooBot",
            site + "/x/page.html", true),
        Case("user-agent: FooBot\nallow: /page\ndisallow: /*.html\n", "FooBot", site + "/page.html", false),
        Case("user-agent: FooBot\nallow: /page\ndisallow: /*.html\n", "FooBot", site + "/page", true),
        Case(
            "user-agent: FooBot\nallow: /x/page.\ndisallow: /*.html\n", "FooBot", site + "/x/page.html", true),
        Case("user-agent: FooBot\nallow: /x/page.\ndisallow: /*.html\n", "FooBot", site + "/x/y.html", false),
        Case(
            "User-agent: *\nDisallow: /x/\nUser-agent: FooBot\nDisallow: /y/\n", "FooBot", site + "/x/page",
            true),
        // Encodings.
        Case(
            "User-agent: FooBot\nDisallow: /\nAllow: /foo/bar?qux=taz&baz=http://foo.bar?tar&par\n", "FooBot",
            site + "/foo/bar?qux=taz&baz=http://foo.bar?tar&par", true),
        Case(
            "User-agent: FooBot\nDisallow: /\nAllow: /foo/bar/ツ\n", "FooBot", site + "/foo/bar/%E3%83%84",
            true),
        Case(
            "User-agent: FooBot\nDisallow: /\nAllow: /foo/bar/%E3%83%84\n", "FooBot",
            site + "/foo/bar/%e3%83%84", true),
        // Stars and the end.
        Case(
            "user-agent: FooBot\ndisallow: /\nallow: /foo/bar/*/qux\n", "FooBot", site + "/foo/bar//qux", true
        ),
        Case(
            "user-agent: FooBot\ndisallow: /\nallow: /foo/bar/*/qux\n", "FooBot", site + "/foo/bar/abc/qux",
            true),
        Case(
            "user-agent: FooBot\ndisallow: /\nallow: /foo/bar/*/qux\n", "FooBot", site + "/foo/bar/qux", false
        ),
        Case(
            "user-agent: FooBot\ndisallow: /foo/bar$\nallow: /foo/bar/qux\n", "FooBot", site + "/foo/bar",
            false),
        Case(
            "user-agent: FooBot\ndisallow: /foo/bar$\nallow: /foo/bar/qux\n", "FooBot", site + "/foo/bar/",
            true),
        Case(
            "User-agent: FooBot\n# Disallow: /\nDisallow: /foo/quz#qux\n", "FooBot", site + "/foo/bar", true),
        Case("User-agent: FooBot\nDisallow: /foo/quz#qux\n", "FooBot", site + "/foo/quz", false),
        Case("user-agent: FooBot\ndisallow: /*?*id=$\n", "FooBot", site + "/a?x&id=", false),
        Case("user-agent: FooBot\ndisallow: *.gif$\n", "FooBot", site + "/a/b.gif", false),
        Case("user-agent: FooBot\ndisallow: $\n", "FooBot", site + "/", true),
        Case("user-agent: FooBot\ndisallow: /**/*a$\n", "FooBot", site + "/b/ca", false),
        // An index page stands for its folder.
        Case(
            "User-Agent: *\nAllow: /allowed-slash/index.html\nDisallow: /\n", "foobot",
            site + "/allowed-slash/", true),
        Case(
            "User-Agent: *\nAllow: /allowed-slash/index.html\nDisallow: /\n", "foobot",
            site + "/allowed-slash/x", false),
        Case("User-Agent: *\nAllow: /index.htm\nDisallow: /\n", "foobot", site + "/", true),
        // Addresses of any form.
        Case("User-agent: FooBot\nDisallow: /a\n", "FooBot", "http://foo.bar?a", true),
        Case("User-agent: FooBot\nDisallow: /a\n", "FooBot", "https://foo.bar:8080/a#b", false),
        Case("User-agent: FooBot\nDisallow: /?a\n", "FooBot", "http://foo.bar?a", false),
        // Byte order marks: whole, and in pieces that spoil the first line.
        Case("\u{FEFF}User-Agent: foo\nAllow: /AnyValue\nDisallow: /\n", "foo", site + "/b", false),
        Case("User-Agent: foo\n\u{FEFF}Disallow: /\n", "foo", site + "/b", true),
        // Line ends.
        Case("User-Agent: foo\rDisallow: /some\r\nDisallow: /b\n\r", "foo", site + "/b", false),
        Case("User-Agent: foo\n\r\rDisallow: /b", "foo", site + "/b", false),
        // Misspellings.
        Case("useragent: foo\ndissallow: /a\n", "foo", site + "/a", false),
        Case("user agent: foo\ndisalow: /a\n", "foo", site + "/a", false),
        Case("user-agent: foo\ndiasllow: /a\n", "foo", site + "/a", false),
        Case("user-agent: foo\ndissalow: /a\n", "foo", site + "/a", false),
        Case("user-agent: foo\ndisallaw: /a\n", "foo", site + "/a", false),
        Case("user-agent: foo\nnoindex: /a\ndisallowed: /a\n", "foo", site + "/a", true),
        Case(
            "user-agent: foo\ncrawl-delay: 5\nallow:\nrequest-rate: 1/5\ndisallow: /a", "foo", site + "/a",
            false),
    ]

    @Test(arguments: cases)
    func `robots.txt is read as Google reads it`(example: Case) {
        let verdict = Robots(example.robots).verdict(agent: example.agent, url: example.url)
        #expect(verdict.allowed == example.allowed)
    }

    @Test func `broken byte order marks and bytes of any kind do no harm`() {
        let text = Array("User-Agent: foo\nDisallow: /\n".utf8)
        #expect(Robots([0xEF, 0xBB] + text).verdict(agent: "foo", url: "/").allowed == false)
        #expect(Robots([0xEF] + text).verdict(agent: "foo", url: "/").allowed == false)
        #expect(Robots([0xEF, 0x11, 0xBF] + text).verdict(agent: "foo", url: "/").allowed)
        var state: UInt64 = 7
        let pieces = [
            "user-agent:", "disallow:", "allow", "*", "$", "/", "%", "\n", "\r", "#", ":", "a", "\u{0}",
        ]
        for _ in 0..<300 {
            var bytes: [UInt8] = []
            for _ in 0..<80 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let value = Int(state >> 33)
                bytes +=
                    value % 4 == 0 ? [UInt8(value / 4 % 256)] : Array(pieces[value / 4 % pieces.count].utf8)
            }
            let verdict = Robots(bytes).verdict(agent: "a", url: "/a%?*$")
            #expect(verdict.allowed || verdict.line != nil)
        }
    }
}
