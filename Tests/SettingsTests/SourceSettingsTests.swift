import Complaints
import Foundation
import Testing

@testable import Settings

/// When a source is polled and which pages belong to it: that what is written arrives.
struct SourceSettingsTests {
    private func source(_ text: String) throws -> Source {
        let folder = try ConfigFolder([
            "ombud.yaml": "", "watchlists/a.yaml": watchlist(source: text),
            "calendars/office.yaml": "zone: Europe/Warsaw\nhours: { mon: \"09:00-17:00\" }\n",
        ])
        return try #require(try folder.load().sources.first)
    }

    @Test func `a source that says nothing is polled at any hour and obeys`() throws {
        let source = try source("")
        #expect(source.every == PollInterval(.seconds(900)) && !source.every.isAdaptive)
        #expect(source.during == nil && source.follow == nil && !source.readsFeed)
        #expect(source.robots == .obeyed && source.blindAfter == nil && source.pages == Source.Paging())
    }

    @Test func `intervals, hours, feed, robots and blindness arrive`() throws {
        let source = try source(
            "during: office\nread: feed\nblind-after: 6h\nrobots: { ignore: it is our own site }")
        #expect(source.during?.zone == "Europe/Warsaw" && source.during?.name == "office")
        #expect(source.readsFeed && source.rule == nil)
        #expect(source.blindAfter == .seconds(6 * 3600))
        #expect(source.robots == .overridden(reason: "it is our own site"))
        let inline = try self.source("robots: obey\nduring: { zone: UTC, hours: { sun: \"10:00-12:00\" } }")
        #expect(inline.during?.hours.keys.sorted() == [7] && inline.robots == .obeyed)
        let text =
            "subject: A\nsources: [{ name: a, url: \"http://a.example/\", every: { from: 5m, to: 6h } }]"
        let range = try ConfigFolder(["ombud.yaml": "", "watchlists/a.yaml": text]).load().sources.first?
            .every
        #expect(range == PollInterval(from: .seconds(300), to: .seconds(21600)))
    }

    @Test(arguments: [
        ("与网站运营商书面约定", true), ("we asked them in May", true), ("ok", false), ("a b c", false),
        ("1 2 3 4 5 6 7", false), ("because", false),
    ])
    func `a reason has some words`(text: String, isOne: Bool) throws {
        let said = try ConfigFolder([
            "ombud.yaml": "", "watchlists/a.yaml": watchlist(source: "robots: { ignore: \"\(text)\" }"),
        ]).faults()
        #expect(said.isEmpty == isOne)
    }

    @Test(arguments: [
        ("{ next: a.next }", Source.Paging(next: "a.next", atMost: 5)),
        (
            "{ url: \"https://a.example/?p={page}\" }",
            Source.Paging(template: PageTemplate("https://a.example/?p={page}"), atMost: 5)
        ),
        (
            "{ url: \"https://a.example/?p={page}\", from: 1, step: 2, at-most: 3 }",
            Source.Paging(
                template: PageTemplate("https://a.example/?p={page}", second: 1, step: 2), atMost: 3)
        ),
        (
            "{ url: \"https://a.example/?s={offset}\", step: 20 }",
            Source.Paging(
                template: PageTemplate("https://a.example/?s={offset}", second: 20, step: 20), atMost: 5)
        ),
        (
            "{ url: \"https://a.example/?s={offset}\", from: 10 }",
            Source.Paging(
                template: PageTemplate("https://a.example/?s={offset}", second: 10, step: 10), atMost: 5)
        ),
        (
            "{ url: \"https://a.example/?c={cursor}\", cursor: \"$.next\" }",
            Source.Paging(
                template: PageTemplate("https://a.example/?c={cursor}", cursor: "$.next"), atMost: 5)
        ),
        ("{ backfill: all, at-most: 9 }", Source.Paging(atMost: 9, backfill: .all)),
        (
            "{ backfill: 2025-01-01 }",
            Source.Paging(atMost: 5, backfill: .to(Instant(seconds: 1_735_689_600)))
        ),
        // 90 days before 28 May 2026.
        ("{ backfill: 90d }", Source.Paging(atMost: 5, backfill: .to(Instant(seconds: 1_772_150_400)))),
    ])
    func `pages arrive`(text: String, paging: Source.Paging) throws {
        let pages = try source("pages: \(text)").pages
        #expect(pages == paging)
        #expect(pages.template?.fault == nil)
    }

    @Test func `a backfill starts with the day of the source's zone`() throws {
        let pages = try source("zone: Europe/Warsaw\npages: { backfill: 2025-01-01 }").pages
        #expect(pages.backfill == .to(Instant(seconds: 1_735_689_600 - 3600)))
    }

    @Test(arguments: [
        ("a.review@href", Follow(.selector("a.review@href"))), ("all", Follow(.all)),
        ("{ links: all, at-most: 7 }", Follow(.all, atMost: 7)),
        ("{ links: \"//a/@href\" }", Follow(.selector("//a/@href"))),
        ("{ match: \"/reviews/*\" }", Follow(.pattern("/reviews/*"))),
    ])
    func `links to follow arrive`(text: String, follow: Follow) throws {
        #expect(try source("follow: \(text)").follow == follow)
    }

    @Test func `text that is tried out reads no file and no variable`() throws {
        let list = try readWatchlist(
            watchlist(
                source: "fetch: { auth: { bearer: { file: /etc/hostname } }, ca: /nowhere }\nduring: any"),
            file: "-")
        #expect(list.sources.first?.fetch.authorization == nil && list.sources.first?.during == nil)
    }
}
