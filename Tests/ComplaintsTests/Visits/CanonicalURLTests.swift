import Complaints
import Foundation
import TestSupport
import Testing

struct CanonicalURLTests {
    @Test(arguments: [
        ("http://Example.com:80/a?b=2&a=1", "http://example.com/a?a=1&b=2"),
        ("https://example.com/a?utm_source=x&id=7&gclid=1&fbclid=2&yclid=3", "https://example.com/a?id=7"),
        ("https://example.com/a?UTM_Source=x", "https://example.com/a"),
        ("https://example.com/a?", "https://example.com/a"),
        ("https://example.com/a#top", "https://example.com/a"),
        ("https://example.com/%7Euser/%e2%82%ac", "https://example.com/~user/%E2%82%AC"),
        ("https://example.com/a?q=a+b", "https://example.com/a?q=a%20b"),
        ("https://example.com/a?q=a:b", "https://example.com/a?q=a%3Ab"),
        ("https://example.com/a?x=", "https://example.com/a?x"),
        ("https://example.com/a;jsessionid=0A1B?x=1", "https://example.com/a?x=1"),
        ("https://example.com/a?PHPSESSID=abc&p=2", "https://example.com/a?p=2"),
        ("https://example.com/a?sid=0123456789abcdef0123456789abcdef", "https://example.com/a"),
        ("https://user:secret@example.com./a", "https://example.com/a"),
        ("https://example.com", "https://example.com/"),
    ])
    func `two addresses of one page are written the same`(a: String, b: String) throws {
        let (a, b) = (try #require(WebURL(a)), try #require(WebURL(b)))
        #expect(a.canonical == b.canonical)
        #expect(WebURL(a.canonical)?.canonical == a.canonical)
    }

    @Test(arguments: [
        ("https://example.com/a?id=1", "https://example.com/a?id=2"),
        ("https://example.com/a?sid=12", "https://example.com/a?sid=13"),
        ("https://example.com/a?s=shoes", "https://example.com/a?s=boots"),
        ("https://example.com/a?ref=main", "https://example.com/a?ref=dev"),
        ("https://example.com/a", "https://example.com/A"),
        ("https://example.com/a/", "https://example.com/a"),
        ("https://example.com/a%2Fb", "https://example.com/a/b"),
        ("https://example.com/a?q=x%26y=1", "https://example.com/a?q=x&y=1"),
        ("https://example.com/#!/one", "https://example.com/#!/two"),
        ("https://example.com:8443/", "https://example.com/"),
        ("https://a.example.com/", "https://b.example.com/"),
    ])
    func `two pages stay two`(a: String, b: String) throws {
        let (a, b) = (try #require(WebURL(a)), try #require(WebURL(b)))
        #expect(a.canonical != b.canonical)
        #expect(a.identity != b.identity)
    }

    @Test(arguments: [
        "review-12", "comment_4711", "c5", "p123456", "4711", "post-aBcDeF",
        "550e8400-e29b-41d4-a716-446655440000", "issuecomment-99", "opinia-8",
    ])
    func `an anchor of an item tells permalinks apart`(fragment: String) throws {
        let url = try #require(WebURL("https://example.com/p?utm_source=x#\(fragment)"))
        #expect(url.canonical == "https://example.com/p")
        #expect(url.identity == "https://example.com/p#\(fragment)")
    }

    @Test(arguments: [
        "top", "reviews", "comments", "page-2", "section3", "tab-1", ":~:text=x1", "xtor=RSS-1", "h2",
        "step2", "",
    ])
    func `an anchor of a place on the page does not`(fragment: String) throws {
        let url = try #require(WebURL("https://example.com/p#\(fragment)"))
        #expect(url.identity == "https://example.com/p")
    }

    @Test(.needsCases("urls/w3lib.jsonl"))
    func `known pairs are the same or different as they should be`() throws {
        struct Line: Decodable { let id: String, input: [String], expect: String }
        for data in try Cases.lines("urls/w3lib.jsonl") {
            let line = try JSONDecoder().decode(Line.self, from: data)
            let urls = try line.input.map { try #require(WebURL($0)).canonical }
            #expect((urls[0] == urls[1]) == (line.expect == "same"), "\(line.id): \(urls)")
        }
    }
}
