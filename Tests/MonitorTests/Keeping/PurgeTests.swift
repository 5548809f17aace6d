import Complaints
import Evidence
import Foundation
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Retention over a store that real visits filled.
struct PurgeTests {
    private static let year: Duration = .seconds(365 * 86_400)

    @Test func `a mention in no case goes with everything about it, and does not come back`() async throws {
        try await World.with { world in
            // Written long ago: flagged, and no case.
            try await world.visit(.init("a", published: "2024-05-01"), .init("b", published: "2024-05-02"))
            #expect(try await world.store.read { try $0.mentions().count } == 2)
            try await deliverAll(world)
            world.time.advance(by: .seconds(40 * 86_400))
            let dry = try await purge(world, Retention(mentions: .seconds(30 * 86_400)), isDry: true)
            #expect(dry.first?.deleted == 2)
            #expect(try await world.store.read { try $0.mentions().count } == 2)

            let outcomes = try await purge(world, Retention(mentions: .seconds(30 * 86_400)))
            #expect(outcomes.first?.deleted == 2)
            try await world.store.read { session in
                let left = try session.mentions()
                #expect(left.isEmpty)
                for table in [
                    "revision", "identity", "sketch", "band", "voice", "arrival", "alert", "evidence_mention",
                ] {
                    #expect(try session.count("SELECT count(*) FROM \(table)") == 0, "\(table)")
                }
                #expect(try session.count("SELECT count(*) FROM event WHERE subject LIKE 'mention/%'") == 0)
                #expect(try session.unsoundness() == [])
            }
            // They stand on the page still, and are edited, too.
            try await world.visit(.init("a", published: "2024-05-01"), .init("b", published: "2024-05-02"))
            try await world.visit(
                .init("a", published: "2024-05-01", text: "Terrible, and now they do not even answer me."),
                .init("c"))
            #expect(try await world.store.read { try $0.mentions().count } == 1)
        }
    }

    @Test func `a case that goes on, a hold, a promise and a waiting alert keep what they are about`()
        async throws
    {
        try await World.with { world in
            try await world.visit(
                .init("a"), .init("b", author: "Bo Lis", text: "Broken after a day, a scam."),
                .init("c", author: "Cy Kot", text: "Never again, rude and slow service."))
            let cases = try await world.store.read { try $0.cases().map(\.id).sorted() }
            #expect(cases.count == 3)
            let desk = world.desk()
            for id in cases.dropFirst() { _ = try await desk.resolve(id, why: nil) }
            _ = try await desk.hold(.case(cases[1]), why: "court VI C 12/26")
            try await deliverAll(world)
            world.time.advance(by: Self.year + Self.year)
            let outcome = try await purge(world, Retention(cases: Self.year)).first
            #expect(outcome?.deleted == 1)
            #expect(outcome?.left == 1)
            #expect(outcome?.reasons.first?.contains("court VI C 12/26") == true)
            #expect(
                try await world.store.read { try $0.cases().map(\.id).sorted() } == Array(cases.prefix(2)))
            #expect(try await world.store.read { try $0.mentions().count } == 2)
            #expect(try await world.store.read { try $0.unsoundness() } == [])
            try await desk.endHold(of: .case(cases[1]))
            #expect(try await purge(world, Retention(cases: Self.year)).first?.deleted == 1)
        }
    }

    @Test func `archived pages go but for their hashes, and the rest verifies`() async throws {
        let folder = try TemporaryFolder()
        let archive = folder.path("evidence")
        try await World.with(evidence: archive) { world in
            try await world.visit(.init("a"))
            world.time.advance(by: .seconds(10 * 86_400))
            try await world.visit(
                .init("a"), .init("b", author: "Bo Lis", text: "Broken after a day, a scam."))
            let cases = try await world.store.read { try $0.cases().map(\.id).sorted() }
            // Both go on: all of it is needed.
            let retention = Retention(evidence: .seconds(5 * 86_400))
            world.time.advance(by: .seconds(30 * 86_400))
            #expect(try await purge(world, retention).first?.deleted == 0)
            _ = try await world.desk().resolve(try #require(cases.first), why: nil)
            #expect(try #require(try await purge(world, retention).first).deleted > 0)
            let report = try await verifyEvidence(in: archive, ledger: StoredEvidence(world.store))
            #expect(report.isSound, "\(report.faults)")
            #expect(report.gone > 0)
            #expect(report.records > 0)
            // Done again, nothing is left to do.
            #expect(try await purge(world, retention).first?.deleted == 0)
            _ = try await world.desk().resolve(try #require(cases.last), why: nil)
            _ = try await purge(world, retention)
            let after = try await verifyEvidence(in: archive, ledger: StoredEvidence(world.store))
            #expect(after.isSound, "\(after.faults)")
            #expect(after.records == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: archive).isEmpty)
        }
    }

    @Test(arguments: 0...2)
    func `a hold on any case of a chain of merges keeps the pages of what went through it`(
        held: Int
    ) async throws {
        let folder = try TemporaryFolder()
        let archive = folder.path("evidence")
        try await World.with(evidence: archive) { world in
            // Each on a page of its own.
            let all: [ListPage.Review] = [
                .init("a"), .init("b", author: "Bo Lis", text: "Broken after a day, a scam."),
                .init("c", author: "Cy Kot", text: "Never again, rude and slow service."),
            ]
            for review in all { try await world.visit(review) }
            let cases = try await world.store.read { try $0.cases().map(\.id).sorted() }
            try #require(cases.count == 3)
            let desk = world.desk()
            let first = try await world.store.read { session in
                try #require(try session.mentions().first { $0.caseID == cases[2] }?.id)
            }
            // The last into the middle one, that into the first.
            let way = [cases[2], cases[1], cases[0]]
            if held < 2 { _ = try await desk.hold(.case(way[held]), why: "court VI C 12/26") }
            _ = try await desk.merge([cases[1], cases[2]], why: "one household")
            _ = try await desk.merge([cases[0], cases[1]], why: "one household")
            if held == 2 { _ = try await desk.hold(.case(way[held]), why: "court VI C 12/26") }
            _ = try await desk.resolve(cases[0], why: nil)
            world.time.advance(by: Self.year)
            let shown = try await world.store.read { try $0.evidenceShowing([first]) }
            try #require(!shown.isEmpty)
            let retention = Retention(evidence: .seconds(5 * 86_400))
            _ = try await purge(world, retention)
            #expect(try await world.store.read { try $0.evidenceShowing([first]) } == shown)
            try await desk.endHold(of: .case(way[held]))
            _ = try await purge(world, retention)
            #expect(try await world.store.read { try $0.evidenceShowing([first]).isEmpty })
        }
    }

    @Test func `nothing is deleted that nobody said, but for the ledger of visits`() async throws {
        try await World.with { world in
            try await world.visit(.init("a"))
            world.time.advance(by: Self.year + Self.year)
            let outcomes = try await purge(world, Retention())
            #expect(outcomes.map(\.kind) == [.visits])
            #expect(outcomes.first?.deleted == 1)
            #expect(try await world.store.read { try $0.mentions().count } == 1)
        }
    }

    @Test func `housekeeping applies it once a day and notes that it did`() async throws {
        try await World.with { world in
            try await world.visit(.init("a"))
            let keeping = Housekeeping(
                current: world.daemon.current, store: world.store, time: world.time,
                logger: .init(label: "test"))
            for task in Housekeeping.tasks { try await keeping.perform(task.name, every: task.every) }
            let first = world.time.now()
            for task in Housekeeping.tasks {
                #expect(try await world.store.read { try $0.upkeep(task.name)?.at } == first, "\(task.name)")
            }
            world.time.advance(by: .seconds(3600))
            for task in Housekeeping.tasks { try await keeping.perform(task.name, every: task.every) }
            #expect(try await world.store.read { try $0.upkeep("purge")?.at } == first)
            #expect(try await world.store.read { try $0.upkeep("empty-log")?.at } == world.time.now())
        }
    }

    private func purge(
        _ world: World, _ retention: Retention, isDry: Bool = false
    ) async throws -> [Purge.Outcome] {
        var retention = retention
        if retention.mentions != nil || retention.cases != nil || retention.evidence != nil {
            retention.visits = nil
        }
        return try await Purge(
            store: world.store, retention: retention,
            evidenceFolder: world.setup.configuration.evidence?.folder, now: world.time.now(), isDry: isDry
        ).run()
    }

    /// Every alert that waits was taken.
    private func deliverAll(_ world: World) async throws {
        _ = try await world.store.write {
            try $0.execute("UPDATE alert SET state = 'delivered', next_attempt = NULL")
        }
    }
}
