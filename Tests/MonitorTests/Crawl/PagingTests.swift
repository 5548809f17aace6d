import Complaints
import Demo
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// How visits follow a list over its pages, and how they know its end.
@Suite struct PagingTests {
    private static func paged(
        _ url: String, _ template: String, cursor: String? = nil, second: Int = 2, step: Int = 1,
        atMost: Int = 10, backfill: Source.Backfill? = nil
    ) -> Source {
        Source.make("acme", url: url + "/acme").with {
            $0.pages = .init(
                template: PageTemplate(url + template, second: second, step: step, cursor: cursor),
                atMost: atMost, backfill: backfill)
        }
    }

    private func siteIDs(_ world: World) async throws -> [String] {
        try await world.mentions().compactMap(\.siteID).sorted()
    }

    // MARK: Ways on

    @Test func `links to the next page are followed, as many as one visit may fetch`() async throws {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", atMost: 3)] }) { world in
            for page in 2...5 {
                world.site.put(
                    "/acme?page=\(page)", ListPage([.praise("p\(page)")], next: "/acme?page=\(page + 1)"))
            }
            let visit = try await world.visit(.praise("p1"), next: "/acme?page=2")
            #expect((visit.pageCount, visit.requests, visit.recordCount) == (3, 3, 3))
            #expect(try await siteIDs(world) == ["p1", "p2", "p3"])
        }
    }

    @Test func `a selector says where the next page is`() async throws {
        try await World.with(sources: { url in
            [
                Source.make("acme", url: url + "/acme").with {
                    $0.pages = .init(next: "a.older", atMost: 5)
                }
            ]
        }) { world in
            let link = "<a class=older href=/older>older</a><a rel=next href=/wrong>next</a>"
            let page = ListPage([.praise("a")]).html
            world.site.put("/acme", html: page.replacing("</body>", with: link + "</body>"))
            world.site.put("/older", ListPage([.praise("b")]))
            let visit = try await world.look()
            #expect(visit.outcome == .complete)
            #expect(world.site.requests().map(\.path) == ["/acme", "/older"])
        }
    }

    @Test func `pages by number end where one is empty`() async throws {
        try await World.with(sources: { [Self.paged($0, "/acme?page={page}")] }) { world in
            world.site.put("/acme", ListPage([.praise("a")]))
            world.site.put("/acme?page=2", ListPage([.praise("b")]))
            world.site.put("/acme?page=3", ListPage([]))
            let visit = try await world.look()
            #expect(world.site.requests().map(\.path) == ["/acme", "/acme?page=2", "/acme?page=3"])
            #expect((visit.outcome, visit.newMentions) == (.complete, 2))
        }
    }

    @Test func `pages by offset end where the site answers its first page again`() async throws {
        try await World.with(sources: { [Self.paged($0, "/acme?start={offset}", second: 20, step: 20)] }) {
            world in
            let first = ListPage([.praise("a"), .praise("b")])
            world.site.put("/acme", first)
            world.site.put("/acme?start=20", ListPage([.praise("c")]))
            world.site.put("/acme?start=40", first)
            let visit = try await world.look()
            #expect(world.site.requests().map(\.path) == ["/acme", "/acme?start=20", "/acme?start=40"])
            #expect((visit.outcome, visit.newMentions) == (.complete, 3))
            #expect(visit.reach == .first)
            #expect(try await world.look().pageCount == 3)
        }
    }

    @Test func `pages by number end where the site answers 404 behind its last`() async throws {
        try await World.with(sources: { [Self.paged($0, "/acme?page={page}")] }) { world in
            world.site.put("/acme", ListPage([.praise("a")]))
            world.site.put("/acme?page=2", ListPage([.praise("b")]))
            let visit = try await world.look()
            #expect(visit.outcome == .complete)
            #expect(try await world.mentions().count == 2)
        }
    }

    @Test func `a numbered page that is not there for once loses nothing`() async throws {
        try await World.with(sources: { [Self.paged($0, "/acme?page={page}", atMost: 3)] }) { world in
            world.site.put("/acme", ListPage([.praise("a")]))
            for (page, name) in zip(2...3, ["b", "c"]) {
                world.site.put("/acme?page=\(page)", ListPage([.praise(name)]))
            }
            try await world.look()
            world.site.fault(.status(404), at: "/acme?page=2")
            let without = try await world.look()
            #expect((without.outcome, without.reach) == (.complete, .end))
            world.site.fault(nil, at: "/acme?page=2")
            let again = try await world.look()
            #expect((again.newMentions, again.recordCount) == (0, 3))
            #expect(try await world.vanished() == [])
            #expect(try await world.news() == [])
        }
    }

    @Test(arguments: [("$.meta.after", true), ("ul@data-after", false)])
    func `a cursor read from each page leads to the next`(cursor: String, isJSON: Bool) async throws {
        let rule = isJSON ? Rule(each: "$.r[*]", id: "id", text: "t") : Rule(each: "li", id: "@id", text: "b")
        try await World.with(sources: {
            [Self.paged($0, "/acme?after={cursor}", cursor: cursor).with { $0.rule = rule }]
        }) { world in
            func lay(_ path: String, _ id: String, after: String?) {
                if isJSON {
                    let meta = after.map { "\"\($0)\"" } ?? "null"
                    world.site.put(
                        path,
                        .text(
                            #"{"r":[{"id":"\#(id)","t":"Fine shop, \#(id)."}],"meta":{"after":\#(meta)}}"#,
                            type: "application/json"))
                } else {
                    let mark = after.map { " data-after=\"\($0)\"" } ?? ""
                    world.site.put(path, html: "<ul\(mark)><li id=\(id)><b>Fine shop, \(id).</b></li></ul>")
                }
            }
            lay("/acme", "a", after: "k 1")
            lay("/acme?after=k%201", "b", after: "k2")
            lay("/acme?after=k2", "c", after: nil)
            let visit = try await world.look()
            #expect((visit.outcome, visit.pageCount) == (.complete, 3))
            #expect(try await siteIDs(world) == ["a", "b", "c"])
        }
    }

    // MARK: The past

    /// Pages of two reviews, a day each, the newest first.
    private func layArchive(_ world: World, pages: Int) {
        for page in 1...pages {
            let reviews = (0..<2).map { number -> Review in
                let day = (page - 1) * 2 + number
                let at = ManualTime.monday + .seconds(-86_400 * day)
                return Review(
                    "d\(day)", author: "A\(day)", published: at.description, stars: 5,
                    text: "Wonderful shop, quick and friendly, day \(day).")
            }
            let path = page == 1 ? "/acme" : "/acme?page=\(page)"
            world.site.put(path, ListPage(reviews, next: page < pages ? "/acme?page=\(page + 1)" : nil))
        }
    }

    private func backfilled(_ url: String, _ backfill: Source.Backfill) -> Source {
        Source.make("acme", url: url + "/acme").with { $0.pages = .init(atMost: 2, backfill: backfill) }
    }

    @Test func `the past is read once to a date, some pages a visit, and its progress is told`() async throws
    {
        let after = ManualTime.monday + .seconds(-86_400 * 50)
        try await World.with(sources: { [backfilled($0, .to(after))] }) { world in
            layArchive(world, pages: 60)
            try await world.look()
            let opened = try #require(try await world.gaps().first)
            #expect((opened.kind, opened.state, opened.pages) == (.backfill, .open, 0))
            #expect(try await world.wait() == .seconds(60))
            try await world.look()
            let halfway = try #require(try await world.gaps().first)
            #expect((halfway.state, halfway.pages, halfway.records) == (.open, 10, 20))
            #expect(halfway.reached == ManualTime.monday + .seconds(-86_400 * 23))
            for _ in 0..<4 { try await world.look() }
            let done = try #require(try await world.gaps().first)
            #expect(done.state == .closed)
            #expect(done.reached.map { $0 < after } == true)
            // To the first page that is older as a whole.
            #expect(try await world.mentions().count == 54)
            #expect(try await world.gaps().count == 1)
            #expect(try await world.vanished() == [])
            // Each page of the past once.
            #expect(world.site.requests("/acme?page=5").count == 1)
            #expect(world.site.requests("/acme?page=40").isEmpty)
        }
    }

    @Test func `the past is gone on with after a restart, and read to the end where all is wanted`()
        async throws
    {
        try await World.with(sources: { [backfilled($0, .all)] }) { world in
            layArchive(world, pages: 30)
            for _ in 0..<2 { try await world.visit() }
            for _ in 0..<4 { try await world.visitAfterRestart() }
            let gap = try #require(try await world.gaps().first)
            #expect((gap.state, gap.pages) == (.closed, 28))
            #expect(gap.why == "the end of the list was reached")
            #expect(try await world.mentions().count == 60)
            for page in 3...30 { #expect(world.site.requests("/acme?page=\(page)").count == 1) }
        }
    }

    @Test func `the past by pages of a template is read like one of links`() async throws {
        try await World.with(sources: {
            [Self.paged($0, "/acme?page={page}", atMost: 2, backfill: .all)]
        }) { world in
            layArchive(world, pages: 8)
            world.site.put("/acme?page=9", ListPage([]))
            for _ in 0..<3 { try await world.visit() }
            #expect(try await world.gaps().map(\.state) == [.closed])
            #expect(try await world.mentions().count == 16)
        }
    }

    @Test func `old complaints that the past brings open no case`() async throws {
        try await World.with(sources: { [backfilled($0, .all)] }) { world in
            for page in 1...4 {
                let at = ManualTime.monday + .seconds(-86_400 * 20 * page)
                world.site.put(
                    page == 1 ? "/acme" : "/acme?page=\(page)",
                    ListPage(
                        [Review("r\(page)", published: at.description)],
                        next: page < 4 ? "/acme?page=\(page + 1)" : nil))
            }
            for _ in 0..<3 { try await world.visit() }
            #expect(try await world.mentions().count == 4)
            #expect(try await world.mentions().allSatisfy(\.score.isFlagged))
            #expect(try await world.cases().isEmpty)
        }
    }

    @Test func `a page of the past that fails is tried again, and takes nothing from the visit`() async throws
    {
        try await World.with(sources: { [backfilled($0, .all)] }) { world in
            layArchive(world, pages: 6)
            world.site.fault(.status(500), at: "/acme?page=4")
            for _ in 0..<3 { #expect(try await world.look().outcome.failure == nil) }
            #expect(try await world.gaps().map(\.failures) == [2])
            #expect(try await world.gaps().map(\.state) == [.open])
            world.site.fault(nil, at: "/acme?page=4")
            try await world.look()
            #expect(try await world.gaps().map(\.state) == [.closed])
            #expect(try await world.mentions().count == 12)
        }
    }
}
