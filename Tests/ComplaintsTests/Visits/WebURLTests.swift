import Complaints
import Foundation
import TestSupport
import Testing

struct WebURLTests {
    @Test(arguments: [
        ("HTTP://Example.COM:80/a/../b/./c?x=1#y", "http://example.com/b/c?x=1#y"),
        ("https://example.com:443", "https://example.com/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://017700000001/", "http://127.0.0.1/"),
        ("http://[2001:DB8:0:0:1:0:0:1]/", "http://[2001:db8::1:0:0:1]/"),
        ("http:\\\\example.com\\a\\b", "http://example.com/a/b"),
        ("http://exa\tmple.com/a\nb", "http://example.com/ab"),
        ("http://żółw.example/ą?ę#ś", "http://xn--w-uga1v8h.example/%C4%85?%C4%99#%C5%9B"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://пример.example/", "http://xn--e1afmkfd.example/"),
        ("http://user:p@ss@example.com/", "http://user:p%40ss@example.com/"),
        ("http://example.com/%2E%2e/x y", "http://example.com/x%20y"),
        // Names: mapped, ignored, kept apart.
        ("http://Ｇｏ.example/", "http://go.example/"),
        ("http://fa\u{AD}ß.ExAmPlE/", "http://xn--fa-hia.example/"),
        ("http://ẞ.example/", "http://xn--zca.example/"),
        ("http://GOO\u{200B}\u{2060}\u{FEFF}goo.example/", "http://googoo.example/"),
        ("http://例。example/", "http://xn--fsq.example/"), ("http://ϲ.example/", "http://xn--4xa.example/"),
        ("http://ᾳ.example/", "http://xn--mxaq.example/"), ("http://xn--pokxncvks/", "http://xn--pokxncvks/"),
        ("http://क्\u{200D}ष.example/", "http://xn--11b2ezcw70k.example/"),
        // Numbers.
        ("http://1.2.3.4./", "http://1.2.3.4/"), ("http://256/", "http://0.0.1.0/"),
        ("http://0x.0x.0/", "http://0.0.0.0/"),
        ("http://[1:2:3:4:5:6:1.2.3.4]/", "http://[1:2:3:4:5:6:102:304]/"),
        ("http://[::1:0:0:0:0:0:0]/", "http://[0:1::]/"),
    ])
    func `an address is written as a browser would write it`(text: String, href: String) {
        #expect(WebURL(text)?.href == href)
    }

    @Test(arguments: [
        "", "example.com", "/path", "ftp://example.com/", "mailto:a@example.com", "javascript:void(0)",
        "http://", "http://a b/", "http://a%00b/", "http://example.com:99999/", "http://[::1",
        "http://1.2.3.256/",
        "http://user@/", "http://[1:2:3:4::5:6:7:8]/", "http://[1::2::3]/", "http://[::1.2.3.04]/",
        "http://1.2.3.4.5/", "http://1.2.3.0x1g.09/", "http://0x100000000/", "http://\u{AD}/",
        "http://％４１.example/", "http://٠.عربي/",
        "http://%EF%B7%90.example/", "http://\u{FFFD}/", "http://xn--ü.example/", "http://ü.xn--a/",
        "http://a\u{200D}b.ü/", "http://aא.example/", "http://\u{301}ü.example/", "http://⒈ü.example/",
        "http://a%2fb/", "http://a:80:80/", "http://a:8a/",
    ])
    func `what is not a web address is nil`(text: String) {
        #expect(WebURL(text) == nil)
    }

    @Test(arguments: [
        ("next", "http://example.com/a/next"), ("../up", "http://example.com/up"),
        ("?page=2", "http://example.com/a/b?page=2"), ("#r1", "http://example.com/a/b?q=1#r1"),
        ("//other.example/x", "http://other.example/x"), ("/root", "http://example.com/root"),
        ("https:x", "https://x/"), ("http:x", "http://example.com/a/x"), ("", "http://example.com/a/b?q=1"),
    ])
    func `a link is resolved against the page it stands on`(link: String, href: String) throws {
        let page = try #require(WebURL("http://example.com/a/b?q=1#top"))
        #expect(WebURL(link, base: page)?.href == href)
    }

    @Test(arguments: [
        ("www.example.com", "example.com"), ("a.b.example.co.uk", "example.co.uk"),
        ("sklep.example.com.pl", "example.com.pl"), ("example.com.au", "example.com.au"), ("co.uk", "co.uk"),
        ("127.0.0.1", "127.0.0.1"), ("[2001:db8::1]", "[2001:db8::1]"), ("localhost", "localhost"),
        ("forum.example.pl.", "example.pl"),
    ])
    func `subdomains belong to the name that was registered`(host: String, registrable: String) {
        #expect(WebURL("http://\(host)/")?.registrableHost == registrable)
    }

    @Test(.needsCases("urls/whatwg.jsonl"))
    func `the standard's own cases hold`() throws {
        struct Line: Decodable {
            struct Input: Decodable { let url: String, base: String? }
            struct Expect: Decodable { let href: String? }
            let id: String, input: Input, expect: Expect
        }
        var wrong: [String] = []
        let lines = try Cases.lines("urls/whatwg.jsonl").map { try JSONDecoder().decode(Line.self, from: $0) }
        for line in lines {
            let href = WebURL(line.input.url, base: line.input.base.flatMap { WebURL($0) })?.href
            if href != line.expect.href { wrong.append("\(line.id): \(href ?? "nil")") }
        }
        #expect(Double(wrong.count) <= 0.03 * Double(lines.count), "\(wrong)")
    }

    @Test func `written and read again it is the same`() throws {
        let url = try #require(WebURL("https://user@example.com:8443/a%20b?c#d"))
        let data = try JSONEncoder().encode([url])
        #expect(try JSONDecoder().decode([WebURL].self, from: data) == [url])
        #expect(url.origin == "https://example.com:8443")
        #expect(url.pathAndQuery == "/a%20b?c")
    }
}
