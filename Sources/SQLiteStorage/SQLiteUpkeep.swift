import GRDB
import Storage

/// What SQLite does for a store as a whole.
struct SQLiteUpkeep: Sendable {
    let database: any DatabaseWriter

    init(_ database: any DatabaseWriter) { self.database = database }

    func perform(_ work: Upkeep) async throws -> [String] {
        switch work {
        case .quickCheck: try await check("PRAGMA quick_check(20)")
        case .fullCheck: try await check("PRAGMA integrity_check(20)")
        case .emptyLog: try await emptyLog()
        case .compact: try await compact()
        }
    }

    private func check(_ pragma: String) async throws -> [String] {
        try await database.read { try String.fetchAll($0, sql: pragma).filter { $0 != "ok" } }
    }

    /// Waits for readers as long as a statement waits; what they keep it from is told.
    private func emptyLog() async throws -> [String] {
        let isBusy = try await database.writeWithoutTransaction {
            try Bool.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? false
        }
        return isBusy ? ["somebody reads the store, so that its log could not be emptied"] : []
    }

    /// Pages that are let go are overwritten by that: SQLite would leave in them what stood there.
    private func compact() async throws -> [String] {
        try await database.writeWithoutTransaction { database in
            // The new store stands in a temporary database meanwhile, which must not be in memory.
            try database.execute(sql: "PRAGMA temp_store = FILE")
            defer { try? database.execute(sql: "PRAGMA temp_store = MEMORY") }
            try database.execute(sql: "VACUUM")
        }
        return try await emptyLog()
    }
}
