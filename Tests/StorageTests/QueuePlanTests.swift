import Complaints
import SQLiteStorage
import Storage
import TestSupport
import Testing

/// How SQLite finds what the lists show: with a million mentions, one scan of a table is too much.
struct QueuePlanTests {
    @Test func `no list of the queue scans a table`() async throws {
        try await Engine.memory.withStore { store in
            let now = ManualTime.monday
            let plans = try await store.write { session in
                try session.makeSource("acme-opinions")
                for _ in 0..<2 {
                    let id = try session.makeCase(.make(due: now))
                    try session.setCase(id, of: try session.addMention(.make()))
                }
                let explained = Explained(base: session)
                let cases = try explained.caseIDs(limit: 2, now: now)
                _ = try explained.caseIDs(order: CaseOrder(.opened), limit: 2, now: now)
                _ = try explained.caseIDs(order: CaseOrder(.updated), limit: 2, now: now)
                _ = try explained.caseCount(now: now)
                var filter = CaseFilter.active
                filter.owners = [.named("ola")]
                filter.sources = ["acme-opinions"]
                filter.tags = [Tag(stored: "vip")]
                _ = try explained.caseIDs(filter, limit: 2, now: now)
                let mentions = try explained.mentionIDs(
                    .inbox, order: MentionOrder(.priority), limit: 2, now: now)
                _ = try explained.mentionCount(.inbox, now: now)
                _ = try explained.cases(cases)
                _ = try explained.clocks(of: cases)
                _ = try explained.mentions(of: cases)
                _ = try explained.mentions(mentions)
                _ = try explained.tags(ofCases: cases)
                return explained.plans.lines
            }
            #expect(plans.count > 12)
            for line in plans {
                #expect(!line.starts(with: "SCAN") || line.contains("INDEX"), "\(line)")
            }
            #expect(plans.contains { $0.contains("COVERING INDEX case_queue") })
            #expect(plans.contains { $0.contains("COVERING INDEX mention_queue") })
        }
    }
}

/// A session that notes how each of its queries is answered.
private struct Explained: Session {
    final class Plans {
        var lines: [String] = []
    }

    let base: any Session
    let plans = Plans()

    var dialect: Dialect { base.dialect }
    var memory: StoreMemory { base.memory }

    func execute(_ sql: String, _ values: [any SQLBindable]) throws -> Int { try base.execute(sql, values) }

    func execute(_ sql: String, each rows: some Sequence<[any SQLBindable]>) throws {
        try base.execute(sql, each: rows)
    }

    func query<T>(
        _ sql: String, _ values: [any SQLBindable], _ read: (inout Columns) throws -> T
    ) throws -> [T] {
        plans.lines += try base.query("EXPLAIN QUERY PLAN " + sql, values) { row in
            _ = (row.integer(), row.integer(), row.integer())
            return row.text()
        }
        // A subquery that is read as it comes is no table.
        plans.lines.removeAll { $0.contains("(subquery") || $0.contains(" some") }
        return try base.query(sql, values, read)
    }

    func beforeCommit(_ key: ObjectIdentifier, _ work: @escaping () throws -> Void) -> Bool {
        base.beforeCommit(key, work)
    }
}
