import Complaints
import SQLiteStorage
import Storage
import TestSupport
import Testing

@testable import Monitor

/// What staff decide teaches the score, in their transaction, and can be taken back.
@Suite struct LearningTests {
    /// So many complaints and as much praise, each like no other.
    private func withMentions(_ count: Int, _ work: (World, Desk) async throws -> Void) async throws {
        try await World.with { world in
            world.site.put(
                "/acme",
                ListPage(
                    (0..<count).map { number in
                        number % 2 == 0 ? Review("r\(number)", author: "A\(number)") : .praise("p\(number)")
                    }))
            try await world.visit()
            #expect(try await world.mentions().count == count)
            try await work(world, world.desk())
        }
    }

    private func layer(_ world: World) async throws -> LearnedLayer {
        try #require(try await world.store.read { try $0.layer() }?.layer)
    }

    @Test func `each decision teaches, and the next records are scored with it`() async throws {
        try await World.with { world in
            let jargon = (0..<12).map {
                Review("r\($0)", author: "A\($0)", stars: nil, text: Self.jargon($0))
            }
            world.site.put("/acme", ListPage(jargon))
            try await world.visit()
            let before = try await world.mentions()
            #expect(before.count == 12)
            for mention in before { _ = try await world.desk().confirm(mention.id) }
            #expect(try await layer(world).count == 12)
            world.site.put("/acme", ListPage(jargon + [Review("new", stars: nil, text: Self.jargon(99))]))
            try await world.visit()
            let new = try #require(try await world.mentions().last)
            let told = new.score.reasons.first { $0.what.hasPrefix("learned from 12 decisions here") }
            #expect(try #require(told).weight > 0.2)
            #expect(try await world.mentions().dropLast().map(\.score) == before.map(\.score))
        }
    }

    private static func jargon(_ number: Int) -> String {
        "The fob \(number) greyscreens whenever the trim goes amber near house \(number * 7)."
    }

    @Test func `a decision taken back leaves the same bits as if it had never been`() async throws {
        try await withMentions(8) { world, desk in
            for number in [1, 2, 3] { _ = try await desk.confirm(MentionID(Int64(number))) }
            let before = try await layer(world)
            _ = try await desk.dismiss(MentionID(5), why: "a joke")
            #expect(try await layer(world) != before)
            let mention = try await desk.undecide(MentionID(5))
            #expect(mention.review == nil)
            #expect(try await layer(world) == before)
            #expect(
                try await world.store.read { try $0.mentionIDs(.inbox, now: ManualTime.monday) }.contains(
                    MentionID(5)))
        }
    }

    @Test func `one from the middle is taken back as well as the last`() async throws {
        try await withMentions(8) { world, desk in
            for number in [1, 2, 4] { _ = try await desk.confirm(MentionID(Int64(number))) }
            let without = try await layer(world)
            for number in [1, 2, 4] { _ = try await desk.undecide(MentionID(Int64(number))) }
            #expect(try await layer(world) == .empty)
            for number in [1, 3, 2, 4] { _ = try await desk.confirm(MentionID(Int64(number))) }
            _ = try await desk.undecide(MentionID(3))
            #expect(try await layer(world) == without)
        }
    }

    @Test func `a decision that was changed teaches once, and the other way`() async throws {
        try await withMentions(6) { world, desk in
            _ = try await desk.confirm(MentionID(1))
            _ = try await desk.dismiss(MentionID(3), why: "a joke")
            let right = try await layer(world)
            _ = try await desk.confirm(MentionID(3))
            _ = try await desk.dismiss(MentionID(3), why: "a joke after all")
            #expect(try await layer(world) == right)
            #expect(try await world.store.read { try $0.standingDecisionCount() } == 2)
            #expect(try await world.mentions()[2].review?.why == "a joke after all")
        }
    }

    @Test func `what was learned of a wording stays when the mention is edited`() async throws {
        try await World.with { world in
            let (one, other) = (
                Review("r1", author: "A"), Review("r2", author: "B", text: "Broken again, awful.")
            )
            try await world.visit(one, other)
            _ = try await world.desk().confirm(MentionID(1))
            let before = try await layer(world)
            _ = try await world.desk().confirm(MentionID(2))
            try await world.visit(
                Review("r1", author: "A", text: "Terrible, and now the mirror is gone too."), other)
            #expect(try await world.mentions()[0].revisionCount == 2)
            _ = try await world.desk().undecide(MentionID(2))
            #expect(try await layer(world) == before)
        }
    }

    @Test func `taking back a dismissal opens the case again, a confirmation leaves it`() async throws {
        try await World.with { world in
            try await world.visit(Review("r1"))
            _ = try await world.desk().dismiss(MentionID(1), why: "a joke")
            #expect(try await world.cases().map(\.state) == [.dismissed])
            _ = try await world.desk().undecide(MentionID(1))
            #expect(try await world.cases().map(\.state) == [.open])
            #expect(try await world.events().last == "case.reopened")
            _ = try await world.desk().confirm(MentionID(1))
            _ = try await world.desk().undecide(MentionID(1))
            #expect(try await world.cases().map(\.state) == [.open])
            await #expect(throws: Desk.Refusal.self) { try await world.desk().undecide(MentionID(1)) }
            await #expect(throws: Desk.Refusal.noMention(MentionID(9))) {
                try await world.desk().undecide(MentionID(9))
            }
        }
    }

    @Test func `a layer of another model is learned anew when the daemon starts`() async throws {
        try await withMentions(6) { world, desk in
            for number in [1, 2, 3] { _ = try await desk.confirm(MentionID(Int64(number))) }
            let layer = try await layer(world)
            let teaching = Teaching(world.setup.scorer)
            #expect(try await world.store.read { try teaching.isStale(in: $0) } == false)
            try await world.store.write { try $0.keepLayer(.empty, model: "an older one") }
            #expect(try await world.store.read { try teaching.isStale(in: $0) })
            try await world.store.write { try teaching.makeAnew(in: $0) }
            #expect(try await self.layer(world) == layer)
        }
    }

    @Test func `decisions from before there was a layer are learned too`() async throws {
        try await withMentions(4) { world, desk in
            _ = try await desk.confirm(MentionID(1))
            let layer = try await layer(world)
            try await world.store.write { session in
                try session.execute("DELETE FROM layer")
                try session.execute("UPDATE decision SET shipped = NULL")
            }
            let teaching = Teaching(world.setup.scorer)
            #expect(try await world.store.read { try teaching.isStale(in: $0) })
            try await world.store.write { try teaching.makeAnew(in: $0) }
            #expect(try await self.layer(world) == layer)
        }
    }

    @Test func `a reload keeps what was learned, and a watchlist's own threshold holds`() async throws {
        try await withMentions(4) { world, desk in
            _ = try await desk.confirm(MentionID(1))
            let current = CurrentSetup(world.setup)
            try await current.keepUp(with: world.store)
            #expect(current.value.learned.layer?.count == 1)
            current.replace(with: world.setup)
            #expect(current.value.learned.layer?.count == 1)
            var record = Record.make("Terrible service, it never arrived, nobody answers.")
            func isFlagged(_ threshold: Double?) -> Bool {
                let watchlist = Watchlist(subject: "Acme", terms: [Term("Acme")], threshold: threshold)
                return Judge(
                    watchlist, in: TermIndex([watchlist]), at: 0, scorer: Scorer(ShippedModelFile.model)
                ).judge(
                    &record, of: .make()
                ).score.isFlagged
            }
            #expect(isFlagged(nil) && !isFlagged(0.999))
        }
    }
}
