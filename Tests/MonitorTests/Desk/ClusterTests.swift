import Complaints
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Which mentions are one complaint: as Ombud finds it, and as staff correct it.
@Suite struct ClusterTests {
    private static let story = """
        I ordered a garden bench in the shop on the corner and waited for it for weeks. It came without its
        legs, the box was torn open, and the man on the phone only laughed at me. I want my money back,
        terrible service, never again.
        """
    private static let other = """
        Terrible: the tram ran away in front of my nose twice, the driver shut the door on my little dog and
        shouted at everybody who complained about it. Nobody at the depot wants to know. I demand an apology.
        """

    /// Two sources, each with one complaint of its own: m1 in case #1 and m2 in case #2, a minute later.
    private func withTwo(
        _ first: Review = Review("r1"), _ second: Review = Review("f1"),
        _ work: (World, Desk) async throws -> Void
    ) async throws {
        try await World.with(sources: {
            [.make("acme", url: $0 + "/acme"), .make("forum", url: $0 + "/forum")]
        }) { world in
            world.site.put("/forum", ListPage([.praise("p1")]))
            try await world.visit(first)
            world.site.put("/forum", ListPage([second, .praise("p1")]))
            try await world.visit()
            try await work(world, world.desk())
        }
    }

    /// Numbers differ where praise lies between: the flagged mentions in their order.
    private func flagged(_ world: World) async throws -> [Mention] {
        try await world.mentions().filter(\.score.isFlagged)
    }

    private func ids(_ world: World) async throws -> [MentionID] { try await flagged(world).map(\.id) }

    @Test func `a merge joins clusters and cases; the later case ends in the earlier`() async throws {
        try await withTwo { world, desk in
            let ids = try await ids(world)
            let due = try await world.clock()?.due
            let merged = try await desk.merge(ids, why: "same order number by phone")
            #expect(Set(merged.map(\.cluster)).count == 1)
            #expect(merged.map(\.caseID) == [CaseID(1), CaseID(1)])
            #expect(try await world.cases().map(\.state) == [.new, .merged])
            #expect(try await world.clock(of: CaseID(2))?.state == .off)
            #expect(try await world.clock()?.due == due)
            #expect(try await world.timeline(CaseID(1)) == ["opened", "joined"])
            #expect(try await world.timeline(CaseID(2)) == ["opened", "merged"])
            let entry = try await world.store.read { try $0.timeline(of: CaseID(1)) }.last
            #expect(entry?.by == "ola")
            #expect(entry?.note == "#2 with \(ids[1]): same order number by phone")
            let event = try #require(try await world.bodies(.caseMerged).first)
            #expect(event["subject"] as? String == "case/2")
            let data = try #require(event["data"] as? [String: Any])
            #expect(data["into"] as? Int == 1)
            #expect(data["by"] as? String == "ola")
            #expect(data["why"] as? String == "same order number by phone")
            #expect((data["case"] as? [String: Any])?["mentions"] as? [String] == [ids[1].description])
            #expect(try await world.events().filter { $0 == "case.merged" }.count == 1)
        }
    }

    @Test func `a mention that is not flagged goes into the case that staff merge it with`() async throws {
        try await withTwo { world, desk in
            let praise = try #require(try await world.mentions().first { !$0.score.isFlagged })
            let first = try #require(try await ids(world).first)
            let merged = try await desk.merge([first, praise.id], why: "he wrote that too")
            #expect(merged.map(\.caseID) == [CaseID(1), CaseID(1)])
            #expect(try await world.timeline(CaseID(1)) == ["opened", "mentioned"])
        }
    }

    @Test func `a merged case misses and warns of nothing`() async throws {
        try await withTwo { world, desk in
            _ = try await desk.merge(try await ids(world), why: nil)
            world.time.advance(by: .seconds(9 * 3600))
            try await world.checkDeadlines()
            #expect(try await world.bodies(.caseMissed).map { $0["subject"] as? String } == ["case/1"])
        }
    }

    @Test func `the answer and the owner of a merged case go along`() async throws {
        try await withTwo { world, desk in
            _ = try await desk.take(CaseID(2))
            _ = try await desk.reply("We are sorry.", to: CaseID(2))
            _ = try await desk.merge(try await ids(world), why: nil)
            let found = try #require(try await world.cases().first)
            #expect(found.state == .answered)
            #expect(found.owner == "ola")
            #expect(try await world.clock()?.state == .met)
        }
    }

    @Test func `a complaint that is still open takes over one that is over`() async throws {
        try await withTwo { world, desk in
            _ = try await desk.resolve(CaseID(1), why: nil)
            let merged = try await desk.merge(try await ids(world), why: nil)
            #expect(merged.map(\.caseID) == [CaseID(2), CaseID(2)])
            #expect(try await world.cases().map(\.state) == [.merged, .new])
        }
    }

    @Test func `a split undoes a merge: the case comes back with the clocks of its own times`() async throws {
        try await withTwo { world, desk in
            let ids = try await ids(world)
            let before = try await world.clock(of: CaseID(2))
            _ = try await desk.merge(ids, why: nil)
            world.time.advance(by: .seconds(600))
            let split = try await desk.split([ids[1]], why: "two benches")
            #expect(split.map(\.caseID) == [CaseID(2)])
            #expect(try await world.cases().map(\.state) == [.new, .new])
            #expect(try await world.clock(of: CaseID(2)) == before)
            #expect(try await world.timeline(CaseID(1)) == ["opened", "joined", "split"])
            #expect(try await world.timeline(CaseID(2)) == ["opened", "merged", "split"])
            #expect(try await flagged(world).map(\.caseID) == [CaseID(1), CaseID(2)])
            #expect(Set(try await flagged(world).map(\.cluster)).count == 2)
            let event = try #require(try await world.bodies(.caseReopened).first)
            #expect((event["data"] as? [String: Any])?["why"] as? String == "two benches")
        }
    }

    @Test func `a case that was resolved before it was merged comes back resolved`() async throws {
        try await withTwo { world, desk in
            let ids = try await ids(world)
            _ = try await desk.resolve(CaseID(2), why: nil)
            _ = try await desk.merge(ids, why: nil)
            _ = try await desk.split([ids[1]], why: nil)
            #expect(try await world.cases().map(\.state) == [.new, .resolved])
            #expect(try await world.bodies(.caseReopened).isEmpty)
        }
    }

    @Test func `what was split off gets a case from its own times, and is not joined again`() async throws {
        try await withTwo(Review("r1", text: Self.story), Review("f1", text: Self.story)) { world, desk in
            let ids = try await ids(world)
            #expect(try await world.cases().count == 1)
            world.time.advance(by: .seconds(3600))
            let split = try #require(try await desk.split([ids[1]], why: nil).first)
            #expect(split.caseID == CaseID(2))
            let new = try #require(try await world.cases().last)
            #expect(new.seen == split.firstSeen)
            #expect(try await world.clock(of: CaseID(2))?.due == split.firstSeen + .seconds(8 * 3600))
            // A third copy is the complaint of one of them, and does not bring them together.
            world.site.put(
                "/acme",
                ListPage([
                    Review("r9", text: Self.story + " Shame on you."), Review("r1", text: Self.story),
                ]))
            try await world.visit()
            let clusters = try await flagged(world).map(\.cluster)
            try #require(clusters.count == 3)
            #expect(clusters[0] != clusters[1])
            #expect(clusters[2] == clusters[0] || clusters[2] == clusters[1])
            #expect(try await world.cases().map(\.state) == [.new, .new])
            #expect(try await world.store.read { try $0.apart(from: ids[0]) }.map(\.mention) == [ids[1]])
        }
    }

    @Test func `a later merge lifts what was split`() async throws {
        try await withTwo(Review("r1", text: Self.story), Review("f1", text: Self.story)) { world, desk in
            let ids = try await ids(world)
            _ = try await desk.split([ids[1]], why: nil)
            let merged = try await desk.merge(ids, why: nil)
            #expect(Set(merged.map(\.cluster)).count == 1)
            #expect(try await world.store.read { try $0.apart(from: ids[0]) }.isEmpty)
            #expect(try await world.store.read { try $0.apart(from: ids[1]) }.isEmpty)
        }
    }

    @Test func `the first mention of a cluster can be split off too`() async throws {
        try await withTwo(Review("r1", text: Self.story), Review("f1", text: Self.story)) { world, desk in
            let ids = try await ids(world)
            let split = try await desk.split([ids[0]], why: nil)
            #expect(split.map(\.caseID) == [CaseID(2)])
            let after = try await flagged(world)
            #expect(after.map(\.caseID) == [CaseID(2), CaseID(1)])
            #expect(after.map(\.cluster.number) == ids.map(\.number))
        }
    }

    @Test func `a reply goes with the mention that it stands under`() async throws {
        let answered = Review(
            "f1", text: Self.story, reply: (text: "We are sorry.", published: "2026-03-02T10:01:00Z"))
        try await withTwo(Review("r1", text: Self.story), answered) { world, desk in
            #expect(try await world.cases().map(\.state) == [.answered])
            _ = try await desk.split([try await ids(world)[1]], why: nil)
            #expect(try await world.cases().map(\.state) == [.new, .answered])
            #expect(try await world.timeline(CaseID(1)).suffix(2) == ["split", "split"])
            let last = try await world.store.read { try $0.timeline(of: CaseID(1)) }.last
            #expect(last?.note?.hasSuffix("left, and the reply under it with it") == true)
            // It stands on the page as before.
            #expect(try await world.bodies(.caseReplyVanished).isEmpty)
            #expect(try await world.clock()?.state == .running)
            #expect(try await world.clock(of: CaseID(2))?.state == .met)
        }
    }

    @Test func `a reply from before a reopening answers no case that it is merged into`() async throws {
        let reply = (text: "We are sorry.", published: "2026-03-02T10:01:00Z")
        try await withTwo(
            Review("r1", text: Self.story, reply: reply), Review("f1", text: Self.other, reply: reply)
        ) { world, desk in
            let ids = try await ids(world)
            for number in [Int64(1), 2] { _ = try await desk.resolve(CaseID(number), why: nil) }
            for number in [Int64(1), 2] { _ = try await desk.reopen(CaseID(number), why: "not over") }
            let before = try await world.store.read { try $0.clocks(of: CaseID(1)) }
            world.time.advance(by: .seconds(60))
            _ = try await desk.merge([CaseID(1), CaseID(2)], why: nil)
            #expect(try await world.cases().map(\.state) == [.open, .merged])
            #expect(try await world.clock()?.state == .running)
            _ = try await desk.split([ids[1]], from: CaseID(1), why: nil)
            #expect(try await world.cases().map(\.state) == [.open, .open])
            #expect(try await world.store.read { try $0.clocks(of: CaseID(1)) } == before)
            #expect(try await world.bodies(.caseReplyVanished).isEmpty)
            await #expect(throws: Desk.Refusal.self) { try await desk.close(CaseID(1), why: nil) }
        }
    }

    @Test(arguments: [false, true])
    func `an answer that came by a merge leaves with the split`(isOnPage: Bool) async throws {
        let reply: (text: String, published: String)? =
            isOnPage ? (text: "We are sorry.", published: "2026-03-02T10:01:00Z") : nil
        try await withTwo(Review("r1"), Review("f1", text: Self.other, reply: reply)) { world, desk in
            let ids = try await ids(world)
            _ = try await desk.wait(CaseID(1), why: "asked")
            if !isOnPage { _ = try await desk.reply("We are sorry.", to: CaseID(2)) }
            _ = try await desk.merge(ids, why: nil)
            #expect(try await world.cases().map(\.state) == [.answered, .merged])
            _ = try await desk.split([ids[1]], why: nil)
            #expect(try await world.cases().map(\.state) == [.waiting, .answered])
            #expect(try await world.clock()?.state == .running)
            #expect(try await world.bodies(.caseReplyVanished).isEmpty)
        }
    }

    @Test func `what has no case keeps none`() async throws {
        let old = "2025-01-15"
        try await withTwo(
            Review("r1", published: old, text: Self.story), Review("f1", published: old, text: Self.story)
        ) { world, desk in
            let split = try await desk.split([try await ids(world)[1]], why: nil)
            #expect(split.map(\.caseID) == [nil])
            #expect(try await world.cases().isEmpty)
        }
    }

    @Test func `a mention that is the complaint of two clusters makes them and their cases one`() async throws
    {
        let first = Review("r1", text: Self.story)
        let second = Review("f1", text: Self.other)
        try await withTwo(first, second) { world, _ in
            #expect(try await world.cases().map(\.state) == [.new, .new])
            world.site.put("/acme", ListPage([Review("r3", text: Self.story + " " + Self.other), first]))
            try await world.visit()
            let found = try await flagged(world)
            #expect(found.count == 3)
            #expect(Set(found.map(\.cluster)).count == 1)
            #expect(found.map(\.caseID) == [CaseID(1), CaseID(1), CaseID(1)])
            #expect(try await world.cases().map(\.state) == [.new, .merged])
            let links = try await world.store.read { try $0.twins(in: found[0].cluster) }
            #expect(Set(links.map(\.other)) == [found[0].id, found[1].id])
            #expect(links.allSatisfy { $0.by == nil && !$0.why.isEmpty })
        }
    }

    @Test func `what cannot be done is said in a sentence`() async throws {
        try await withTwo { world, desk in
            let ids = try await ids(world)
            func refusal(_ work: () async throws -> [Mention]) async -> String {
                do {
                    _ = try await work()
                    return "done"
                } catch { return "\(error)" }
            }
            #expect(
                await refusal { try await desk.split([ids[0]], why: nil) }
                    == "\(ids[0]) is alone in its cluster: nothing to split")
            #expect(
                await refusal { try await desk.split(ids, why: nil) }
                    == "\(ids[0]) and \(ids[1]) are in different clusters; split one after the other")
            #expect(
                await refusal { try await desk.merge([ids[0], MentionID(99)], why: nil) }
                    == "there is no mention m99; `ombud mention list` shows them")
            _ = try await desk.merge(ids, why: nil)
            #expect(
                await refusal { try await desk.merge(ids, why: nil) }
                    == "\(ids[0]) and \(ids[1]) are one complaint already (cluster \(ids[0].number)): "
                    + "nothing to merge")
            #expect(
                await refusal { try await desk.split(ids, why: nil) }
                    == "\(ids[0]) and \(ids[1]) are all of their cluster: nothing to split")
        }
    }
}
