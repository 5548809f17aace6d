import Complaints
import Foundation
import GRDB
import Storage

/// A copy of a store as one file: made while others write, looked into without being changed.
///
/// The copy is made by SQLite's online backup API inside one read transaction. In WAL mode that is one moment
/// of the store, however long copying takes and whoever writes meanwhile; nobody waits for it.
public enum SQLiteCopy {
    /// Pages between two looks at whether it is still wanted: 16 MB.
    private static let pagesPerStep: CInt = 4096

    /// How many rows each table has, by name.
    public typealias Counts = [String: Int]

    /// Copies the store at `path` to the empty file `copy`, which has no side files afterwards.
    /// - Parameters:
    ///   - look: reads what is to be known of the very moment that is copied.
    ///   - progress: bytes that are copied, and bytes in all; may throw to end it.
    public static func make<T>(
        of path: String, to copy: String, look: (any Session) throws -> T,
        progress: @escaping (Int64, Int64) throws -> Void
    ) throws -> T {
        let source = try reader(path)
        defer { try? source.close() }
        let target = try translating(copy) {
            try DatabaseQueue(path: copy, configuration: unsynced)
        }
        do {
            let found = try translating(path) {
                try source.read { from in
                    guard try from.tableExists("migration") else { throw StoreError.foreign(place: path) }
                    // The first look fixes the moment.
                    let found = try look(SQLiteSession(database: from))
                    let page = Int64(try Int.fetchOne(from, sql: "PRAGMA page_size") ?? 4096)
                    try translating(copy) {
                        try target.writeWithoutTransaction { to in
                            try from.backup(to: to, pagesPerStep: pagesPerStep) {
                                try progress(
                                    Int64($0.completedPageCount) * page, Int64($0.totalPageCount) * page)
                            }
                        }
                    }
                    return found
                }
            }
            // A store says in its first page that it has a write-ahead log; a copy has none.
            try translating(copy) {
                try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
                try target.close()
            }
            return found
        } catch {
            try? target.close()
            throw error
        }
    }

    /// What a file is, which need not be a store: nothing is written, beside it neither.
    /// - Throws: `StoreError` where it is none, or is damaged.
    public static func check<T>(_ path: String, _ look: (any Session) throws -> T) throws -> T {
        let queue = try reader(path)
        defer { try? queue.close() }
        return try translating(path) {
            try queue.read { database in
                guard try database.tableExists("migration") else { throw StoreError.foreign(place: path) }
                let session = SQLiteSession(database: database)
                let version = try session.schemaVersion()
                guard version <= Migration.latest else {
                    throw StoreError.newer(found: version, known: Migration.latest, place: path)
                }
                let damages = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
                if let first = damages.first(where: { $0 != "ok" }) { throw StoreError.damaged(first) }
                return try look(session)
            }
        }
    }

    private static func reader(_ path: String) throws -> DatabaseQueue {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        return try translating(path) { try DatabaseQueue(path: path, configuration: configuration) }
    }

    /// The whole file is brought to the disk once, when it is finished.
    private static var unsynced: GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF")
        }
        return configuration
    }
}

extension Session {
    /// How many rows each table has; those of full-text indexes count by the tables that hold them.
    public func rowCounts() throws -> SQLiteCopy.Counts {
        let names = try query(
            """
            SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
                AND name NOT LIKE 'sqlite_%'
            """, []
        ) { $0.text() }
        var counts: SQLiteCopy.Counts = [:]
        for name in names { counts[name] = try count("SELECT count(*) FROM \"\(name)\"") }
        return counts
    }
}
