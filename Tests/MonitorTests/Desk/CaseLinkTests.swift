import Complaints
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Tags and links on cases as staff put them there.
@Suite struct CaseLinkTests {
    private func withCases(_ work: (World, Desk) async throws -> Void) async throws {
        try await World.with { world in
            try await world.visit(Review("r1"), Review("r2"), Review("r3"))
            try await work(world, world.desk())
        }
    }

    private func refusal(_ work: () async throws -> Any) async -> String {
        do {
            _ = try await work()
            return "done"
        } catch { return "\(error)" }
    }

    private func notes(_ world: World, _ id: Int64) async throws -> [String] {
        try await world.store.read { try $0.timeline(of: CaseID(id)) }.dropFirst()
            .map { "\($0.what.rawValue) \($0.note ?? "")" }
    }

    @Test func `a tag put on and taken off stands on the timeline, one that is there already does not`()
        async throws
    {
        try await withCases { world, desk in
            let id = CaseID(1)
            let before = try await world.cases()[0].version
            let tagged = try await desk.tag(
                id, add: [Complaints.Tag("VIP"), Complaints.Tag("late")], remove: [])
            #expect(tagged.version == before + 1)
            #expect(
                try await desk.tag(id, add: [Complaints.Tag("vip")], remove: [Complaints.Tag("none")]).version
                    == before + 1)
            _ = try await desk.tag(id, add: [], remove: [Complaints.Tag("Late")])
            #expect(try await notes(world, 1) == ["tagged vip, late", "untagged late"])
            let both = await refusal {
                try await desk.tag(id, add: [Complaints.Tag("a")], remove: [Complaints.Tag("a")])
            }
            #expect(both == "the tag a cannot be put on and taken off at once; say one of them")
        }
    }

    @Test func `a link stands on both timelines, once, and is taken back from either side`() async throws {
        try await withCases { world, desk in
            _ = try await desk.link(CaseID(1), to: .case(CaseID(2)), as: .causedBy, why: "one lorry")
            _ = try await desk.link(CaseID(2), to: .case(CaseID(1)), as: .causes, why: nil)
            _ = try await desk.link(CaseID(1), to: .url("https://a.example/x"), as: .related, why: nil)
            #expect(
                try await notes(world, 1) == [
                    "linked caused-by case #2: one lorry", "linked related https://a.example/x",
                ])
            #expect(try await notes(world, 2) == ["linked causes case #1: one lorry"])
            _ = try await desk.unlink(CaseID(2), from: .case(CaseID(1)), why: nil)
            #expect(try await notes(world, 2).last == "unlinked causes case #1")
            #expect(try await notes(world, 1).last == "unlinked caused-by case #2")
            let none = await refusal { try await desk.unlink(CaseID(2), from: .case(CaseID(1)), why: nil) }
            #expect(none == "case #2 is not linked to case #1: nothing to undo")
        }
    }

    @Test func `no case is its own parent, by way of others either`() async throws {
        try await withCases { world, desk in
            _ = try await desk.link(CaseID(1), to: .case(CaseID(2)), as: .parent, why: nil)
            _ = try await desk.link(CaseID(3), to: .case(CaseID(2)), as: .child, why: nil)
            // 3 is the parent of 2, which is the parent of 1.
            let round = await refusal {
                try await desk.link(CaseID(3), to: .case(CaseID(1)), as: .parent, why: nil)
            }
            #expect(round.contains("case #1 leads back to #3 by parent already"), "\(round)")
            #expect(
                await refusal { try await desk.link(CaseID(1), to: .case(CaseID(1)), as: .related, why: nil) }
                    == "case #1 cannot be linked to itself; name another")
            #expect(
                await refusal { try await desk.link(CaseID(1), to: .case(CaseID(9)), as: .related, why: nil) }
                    .hasPrefix("there is no case #9"))
            #expect(
                await refusal {
                    try await desk.link(CaseID(1), to: .url("https://a.example/"), as: .parent, why: nil)
                }
                    == "a page is related; only a case is parent")
        }
    }

    @Test func `a mention split from its case has one of its own, and only what is in the case splits`()
        async throws
    {
        try await withCases { world, desk in
            _ = try await desk.merge([CaseID(1), CaseID(2)], why: nil)
            #expect(
                await refusal { try await desk.split([MentionID(3)], from: CaseID(1), why: nil) }
                    == "m3 is not in case #1; it has m1, m2")
            let own = try await desk.split([MentionID(2)], from: CaseID(1), why: "another shop")
            #expect(own.id == CaseID(2) && own.state == .new)
            #expect(try await world.store.read { try $0.mentions(of: CaseID(1)) }.map(\.id) == [MentionID(1)])
        }
    }
}
