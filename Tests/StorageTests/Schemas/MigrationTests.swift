import Complaints
import Foundation
import Storage
import TestSupport
import Testing

@testable import SQLiteStorage

/// Stores of every released schema, full of rows, opened by this program.
struct MigrationTests {
    private static let released = [1, 2, 3, 4, 5, 6]

    @Test(arguments: released) func `a store of an earlier schema is brought up to date and loses no row`(
        schema: Int
    ) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ombud.db")
        let before = try await old(schema, at: path)

        let store = try SQLiteStore(path: path, now: ManualTime.monday)
        let after = try await store.read { try $0.rowCounts() }
        // Made anew, or dropped, by later schemas: what stood in them is told by the visits to come.
        let isRemade: Set<String> = ["listing", "migration", "voice", "search_fill", "arrival"]
        for (table, count) in before where !isRemade.contains(table) && !table.hasSuffix("_words_config") {
            #expect(after[table] == count || (after[table] ?? 0) >= count, "\(table)")
        }
        try await store.read { session in
            #expect(try session.schemaVersion() == Migration.latest)
            #expect(try session.unsoundness() == [])
            let mention = try #require(try session.mention(MentionID(1)))
            #expect(mention.author == "Żaneta Ó")
            #expect(mention.content.text == "Paczka nie przyszła od trzech tygodni")
            #expect(try session.revisions(of: mention.id).map(\.number) == [1, 2])
            let first = try #require(try session.case(CaseID(1)))
            #expect(first.owner == "anna")
            #expect(try session.timeline(of: first.id).count == 3)
            #expect(try session.alerts(state: nil, limit: nil).count == 3)
            #expect(try session.knownMentions(["id|forum|p1"])["id|forum|p1"]?.id == mention.id)
            #expect(try session.endpointState("chat")?.disabledAt == Instant(milliseconds: 70))
        }
        try await store.close()
    }

    @Test(arguments: released) func `what was written before is worked with after: found, purged, backed up`(
        schema: Int
    ) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ombud.db")
        _ = try await old(schema, at: path)
        let store = try SQLiteStore(path: path, now: ManualTime.monday)
        while try await store.write({ try $0.fillSearch(limit: 100) }) {}
        try await store.write { session in
            let ids = [MentionID(2), MentionID(3)]
            let (keys, bands) = (try session.identityKeys(of: ids), try session.mentionBands(of: ids))
            for mention in try session.mentions(ids) {
                try session.delete(mention, keys: keys[mention.id] ?? [], bands: bands[mention.id] ?? [])
            }
            try session.deleteCase(CaseID(2))
        }
        #expect(try await store.read { try $0.unsoundness() } == [])
        #expect(try await store.read { try $0.mentions().map(\.id.number) } == [1])
        try await store.close()
    }

    /// Rows by table.
    private func old(_ schema: Int, at path: String) async throws -> SQLiteCopy.Counts {
        let store = try SQLiteStore(path: path, now: Instant(milliseconds: 1), schema: schema)
        try await store.write { session in
            for statement in OldRows.statements(schema) { try session.execute(statement) }
        }
        let counts = try await store.read { try $0.rowCounts() }
        for (table, count) in counts where !table.contains("_words") && table != "search_fill" {
            #expect(count > 0, "schema \(schema) has no row in \(table)")
        }
        try await store.close()
        return counts
    }
}
