import Complaints
import Foundation
import Testing

@testable import Settings

/// The ready rules of `watchlists/sites/`: each reads the page that was written for it, word for word.
struct SiteTests {
    private static let sites = (try? SitePage.sites) ?? []
    private static let pages = (try? SitePage.pages) ?? []

    @Test func `every site has a page, and every page its site and its records`() throws {
        #expect(Self.sites.count >= 30)
        #expect(Set(Self.pages.map(SitePage.site)) == Set(Self.sites))
        #expect(try SitePage.names(in: "records") == Self.pages)
    }

    @Test(arguments: pages)
    func `a page is read by its site's rule word for word`(page: String) throws {
        let read = try SitePage(page)
        let records = read.page.records.map(SitePage.Record.init)
        #expect(records.count == read.expected.records.count)
        for (found, wanted) in zip(records, read.expected.records) { #expect(found == wanted) }
        let way: Via = read.page.kind == .html ? .rule : .json
        #expect(read.page.records.allSatisfy { $0.via == way })
        #expect(read.page.next == read.expected.next)
        if read.rule.count != nil { #expect(read.page.aggregate?.count == read.expected.count) }
    }

    @Test(arguments: sites)
    func `the pages of a site prove every field of its rule`(site: String) throws {
        let pages = try Self.pages.filter { SitePage.site(of: $0) == site }.map { try SitePage($0) }
        let rule = try #require(pages.first).rule
        let records = pages.flatMap(\.expected.records)
        let proofs: [String: Bool] = [
            "id": records.contains { $0.id != nil }, "url": records.contains { $0.url != nil },
            "author": records.contains { $0.author != nil },
            "published": records.contains { $0.published != nil },
            "rating": records.contains { $0.rating != nil },
            "title": records.contains { $0.title != nil },
            "text": records.contains { !$0.text.isEmpty },
            "reply author": records.contains { $0.reply?.author != nil },
            "reply published": records.contains { $0.reply?.published != nil },
            "reply text": records.contains { $0.reply != nil },
        ]
        for (name, _) in rule.fields { #expect(proofs[name] == true, "\(name)") }
        #expect((rule.reply == nil) == records.allSatisfy { $0.reply == nil })
        #expect((rule.next == nil) == pages.allSatisfy { $0.expected.next == nil })
        #expect((rule.count == nil) == pages.allSatisfy { $0.expected.count == nil })
    }

    @Test(arguments: sites)
    func `a site says after what it was written and when it was checked`(site: String) throws {
        let file = SitePage.rules.appending(path: "\(site).yaml")
        let words = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        #expect(words.contains("comment: >- Written after "))
        #expect(words.contains("never tried on a live site"))
        #expect(words.firstMatch(of: /Checked 20\d\d-\d\d-\d\d against its test page/) != nil)
    }

    @Test func `the docs list every site`() throws {
        let docs = try String(
            contentsOf: Shipped.root.appending(path: "docs/watchlists.md"), encoding: .utf8)
        for site in try SitePage.sites { #expect(docs.contains("`\(site)`"), "\(site)") }
    }
}
