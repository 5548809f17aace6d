import Complaints
import Storage
import TestSupport
import Testing

@testable import Monitor

typealias Review = ListPage.Review

@Suite struct ComplaintTests {
    @Test func `a new complaint opens one case with a deadline, and says so once`() async throws {
        try await World.with { world in
            try await world.visit(Review("r1", published: world.today))
            try await world.visit(Review("r1", published: "2026-03-02T10:00:00.000Z"))
            #expect(try await world.events() == ["case.opened", "mention.flagged"])
            let found = try #require(try await world.cases().first)
            #expect(try await world.cases().count == 1)
            #expect(found.due == ManualTime.monday + .seconds(8 * 3600 + 60))
            #expect(try await world.clock()?.state == .running)
            let mention = try #require(try await world.mentions().first)
            #expect(mention.caseID == found.id)
            #expect(mention.content.rating?.value == 1)
            let event = try #require(try await world.bodies(.caseOpened).first)
            #expect(event["subject"] as? String == "case/1")
            let data = try #require(event["data"] as? [String: Any])
            #expect((data["mention"] as? [String: Any])?["id"] as? String == mention.id.description)
        }
    }

    @Test func `praise is kept, but neither flagged nor a case`() async throws {
        try await World.with { world in
            let visit = try await world.visit(.praise("r1"))
            #expect(visit.newMentions == 1)
            #expect(try await world.mentions().map(\.score.isFlagged) == [false])
            #expect(try await world.events().isEmpty)
            #expect(try await world.cases().isEmpty)
        }
    }

    @Test func `an old complaint is flagged without a case`() async throws {
        try await World.with { world in
            try await world.visit(Review("r1", published: "2026-01-15"))
            #expect(try await world.events() == ["mention.flagged"])
            #expect(try await world.cases().isEmpty)
            #expect(try await world.store.read { try $0.mentionCount(.inbox, now: ManualTime.monday) } == 1)
        }
    }

    @Test func `an edit is a second revision of the same mention`() async throws {
        try await World.with { world in
            try await world.visit(Review("r1", stars: 2, text: "Terrible shop, the lamp is broken. Refund!"))
            try await world.visit(Review("r1", stars: 1, text: "Terrible shop, no refund for a broken lamp."))
            let mention = try #require(try await world.mentions().first)
            #expect(try await world.mentions().count == 1)
            #expect(mention.revisionCount == 2)
            let revisions = try await world.store.read { try $0.revisions(of: mention.id) }
            #expect(revisions.map(\.content.rating?.value) == [2, 1])
            #expect(try await world.events() == ["case.opened", "mention.flagged", "mention.changed"])
            let data = try #require(try await world.bodies(.mentionChanged).first?["data"] as? [String: Any])
            #expect(data["changed"] as? [String] == ["text", "rating"])
            #expect(try await world.timeline() == ["opened", "edited", "rating-lowered"])
        }
    }

    @Test func `praise that turns into a complaint opens a case, however old it is`() async throws {
        try await World.with { world in
            try await world.visit(
                Review("r1", published: "2025-05-01", stars: 5, text: "Wonderful, quick and friendly."))
            #expect(try await world.cases().isEmpty)
            try await world.visit(Review("r1", published: "2025-05-01"))
            #expect(try await world.cases().count == 1)
            #expect(try await world.events() == ["mention.changed", "case.opened", "mention.flagged"])
        }
    }

    @Test func `a cross-post joins the cluster and the case`() async throws {
        try await World.with(sources: {
            [.make("acme", url: $0 + "/acme"), .make("forum", url: $0 + "/forum")]
        }) { world in
            let text = Review.complaint("r1")
            world.site.put("/acme", ListPage([Review("r1", text: text)]))
            world.site.put("/forum", ListPage([.praise("p1")]))
            try await world.visit()
            world.site.put("/forum", ListPage([Review("f9", text: text + "!!"), .praise("p1")]))
            try await world.visit()
            #expect(try await world.cases().count == 1)
            let flagged = try await world.mentions().filter(\.score.isFlagged)
            #expect(flagged.map(\.caseID) == [CaseID(1), CaseID(1)])
            #expect(Set(flagged.map(\.cluster)).count == 1)
            #expect(try await world.events() == ["case.opened", "mention.flagged", "mention.flagged"])
            #expect(try await world.timeline() == ["opened", "mentioned"])
        }
    }

    @Test func `a complaint posted twice on one page is two mentions and one case`() async throws {
        try await World.with { world in
            let text = Review.complaint("r1")
            try await world.visit(Review("r2", text: text), Review("r1", text: text + "!"))
            #expect(try await world.mentions().map(\.caseID) == [CaseID(1), CaseID(1)])
            #expect(try await world.events().filter { $0 == "case.opened" }.count == 1)
        }
    }

    @Test func `two guests who complain of other things on one day are two cases`() async throws {
        try await World.with { world in
            let day = String(world.today.prefix(10))
            try await world.visit(Review("r1", author: "Guest", published: day))
            try await world.visit(Review("r2", author: "Guest", published: day))
            #expect(try await world.mentions().map(\.siteID) == ["r1", "r2"])
            #expect(try await world.cases().count == 2)
        }
    }

    @Test func `a text with a zero byte in it is not edited at every visit`() async throws {
        try await World.with { world in
            let review = Review("r1", text: "Terrible \u{0} shop, broken lamp, no refund.")
            try await world.visit(review)
            let again = try await world.visit(review, .praise("p"))
            #expect(again.changedMentions == 0)
            #expect(try await world.mentions().first?.revisionCount == 1)
        }
    }

    @Test func `two sources that list one permalink make one mention`() async throws {
        try await World.with(sources: {
            [.make("a", url: $0 + "/a"), .make("b", url: $0 + "/b")]
        }) { world in
            let review = Review("r1", url: world.site.url + "/reviews/r1")
            world.site.put("/a", ListPage([review]))
            world.site.put("/b", ListPage([review]))
            try await world.visit()
            #expect(try await world.mentions().count == 1)
            #expect(try await world.cases().count == 1)
        }
    }

    @Test func `where people write about anyone, only what names the subject is a mention`() async throws {
        try await World.with(sources: { [.make("acme", url: $0 + "/acme", about: .anyone)] }) { world in
            let visit = try await world.visit(
                Review("r1", text: "Acme sold me a broken lamp. Terrible."),
                Review("r2", text: "Another shop sold me a broken kettle. Terrible."))
            #expect(visit.recordCount == 2)
            #expect(visit.newMentions == 1)
            #expect(try await world.mentions().map(\.siteID) == ["r1"])
        }
    }

    // MARK: Replies

    @Test func `a public reply stops the clock at the time on the page`() async throws {
        try await World.with { world in
            try await world.visit(Review("r1"))
            let said = (world.time.now() + .seconds(600)).description
            world.time.advance(by: .seconds(9 * 3600))
            try await world.visit(Review("r1", reply: (text: "We are sorry.", published: said)))
            let clock = try await world.clock()
            #expect(clock?.state == .met)
            #expect(clock?.stoppedAt?.description == said)
            #expect(try await world.cases().map(\.state) == [.answered])
            #expect(
                try await world.events() == [
                    "case.opened", "mention.flagged", "case.reply.seen", "case.answered",
                ])
            #expect(try await world.timeline() == ["opened", "reply-seen"])
        }
    }

    @Test func `a reply that came too late is a missed clock, told once`() async throws {
        try await World.with { world in
            try await world.visit(Review("r1"))
            world.time.advance(by: .seconds(9 * 3600))
            try await world.visit(
                Review("r1", reply: (text: "We are sorry.", published: world.time.now().description)))
            #expect(try await world.clock()?.state == .missed)
            try await world.checkDeadlines()
            #expect(try await world.events().filter { $0 == "case.missed" }.count == 1)
        }
    }

    @Test func `a reply that vanishes starts the clock again`() async throws {
        try await World.with { world in
            try await world.visit(Review("r1"))
            try await world.visit(Review("r1", reply: (text: "We are sorry.", published: world.today)))
            try await world.visit(Review("r1"))
            #expect(try await world.clock()?.state == .running)
            #expect(try await world.cases().map(\.state) == [.open])
            #expect(try await world.events().suffix(1) == ["case.reply.vanished"])
            #expect(try await world.cases().first?.due == ManualTime.monday + .seconds(8 * 3600 + 60))
        }
    }

    @Test func `a reply that vanishes under one of two copies leaves the case answered`() async throws {
        try await World.with(sources: { url in ["a", "b"].map { .make($0, url: "\(url)/\($0)") } }) { world in
            func lay(_ name: String, reply: String?) {
                let reply = reply.map { (text: $0, published: world.today) }
                world.site.put("/\(name)", ListPage([Review("r1", reply: reply)]))
            }
            for reply in [nil, "We are sorry."] {
                for name in ["a", "b"] { lay(name, reply: reply) }
                try await world.visit()
            }
            lay("a", reply: nil)
            try await world.visit()
            #expect(try await world.cases().map(\.state) == [.answered])
            #expect(try await world.clock()?.state == .met)
            lay("b", reply: nil)
            try await world.visit()
            #expect(try await world.cases().map(\.state) == [.open])
            #expect(try await world.clock()?.state == .running)
        }
    }

    @Test func `a reply that was edited and then vanished starts the clock again`() async throws {
        try await World.with { world in
            try await world.visit(Review("r1"))
            try await world.visit(Review("r1", reply: (text: "We are sorry.", published: world.today)))
            try await world.visit(Review("r1", reply: (text: "We are very sorry.", published: world.today)))
            #expect(try await world.timeline() == ["opened", "reply-seen", "reply-edited"])
            #expect(try await world.events().filter { $0 == "case.reply.seen" }.count == 1)
            try await world.visit(Review("r1"))
            #expect(try await world.clock()?.state == .running)
        }
    }

    @Test func `a complaint that is answered already when it is first seen is a case that is answered`()
        async throws
    {
        try await World.with { world in
            try await world.visit(Review("r1", reply: (text: "Sorry.", published: world.today)))
            #expect(try await world.cases().map(\.state) == [.answered])
            #expect(try await world.clock()?.state == .met)
            #expect(try await world.events().filter { $0 == "case.opened" }.count == 1)
        }
    }

    @Test func `a page's time in the future moves no deadline`() async throws {
        let policy = Policy(
            name: "default",
            clocks: [
                ClockRule(name: "answer", within: .elapsed(.seconds(3600)), from: .posted, until: .reply)
            ])
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1", published: "2026-03-05T10:00:00Z"))
            #expect(try await world.cases().first?.due == ManualTime.monday + .seconds(3660))
        }
    }
}
