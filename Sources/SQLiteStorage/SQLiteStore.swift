import Complaints
import Foundation
import GRDB
import Storage

/// The embedded store: SQLite in WAL mode through GRDB, shared by the daemon and the command line.
///
/// Transactions are immediate and wait for each other; `synchronous` is FULL, since a commit lost in a
/// power cut would send an alert again under another id.
public final class SQLiteStore: Store {
    /// The file; `:memory:` for none.
    public let path: String
    private let database: any DatabaseWriter
    private let writes: WriteQueue

    /// What opening may do to the file.
    public enum Opening: Sendable {
        /// Makes it where there is none, and brings its schema up to date: the daemon.
        case own
        /// Uses it as it is: everybody else. Where there is none yet, reading finds nothing.
        case join
        /// Reads a copy of a store, of any schema that is known, and leaves no trace of that.
        case look
    }

    /// Opens the store at `path`.
    /// - Throws: `StoreError.newer` or `.older` before anything is written, `.unreachable` when it cannot
    ///   be opened.
    public init(path: String, now: Instant, opening: Opening = .own) throws {
        self.path = path
        let found = try Self.checkedVersion(path: path)
        if opening == .look {
            database = try translating(path) { try DatabaseQueue(path: path, configuration: Self.readonly) }
            writes = WriteQueue(database)
            return
        }
        if opening == .join {
            guard found > 0 else {
                database = try DatabaseQueue(configuration: Self.configuration)
                writes = WriteQueue(database)
                try migrate(path: path, now: now)
                return
            }
            guard found == Migration.latest else {
                throw StoreError.older(found: found, known: Migration.latest, place: path)
            }
            if access(path, W_OK) != 0 {
                // Who may only read it reads; a change is refused with a sentence.
                database = try translating(path) {
                    try DatabaseQueue(path: path, configuration: Self.readonly)
                }
                writes = WriteQueue(database)
                return
            }
        } else {
            // SQLite gives its side files the mode of the file itself.
            StoreFiles.make(path)
        }
        database = try translating(path) {
            try DatabasePool(path: path, configuration: Self.configuration)
        }
        writes = WriteQueue(database)
        // Nothing is written to a store that is up to date: reading never waits for a writer.
        if found < Migration.latest { try migrate(path: path, now: now) }
    }

    /// A store that lives as long as this value: for tests.
    public init(inMemoryAt now: Instant) throws {
        path = ":memory:"
        database = try DatabaseQueue(configuration: Self.configuration)
        writes = WriteQueue(database)
        try migrate(path: ":memory:", now: now)
    }

    /// A new store as an earlier Ombud made it: for tests of migrations.
    init(path: String, now: Instant, schema: Int) throws {
        self.path = path
        database = try DatabasePool(path: path, configuration: Self.configuration)
        writes = WriteQueue(database)
        try database.write { database in
            try SQLiteSession(database: database).migrate(from: 0, to: schema, now: now)
        }
    }

    public func read<T: Sendable>(_ work: @escaping @Sendable (any Session) throws -> T) async throws -> T {
        try await translatingAsync(path) { [database] in
            try await database.read { try work(SQLiteSession(database: $0)) }
        }
    }

    public func write<T: Sendable>(_ work: @escaping @Sendable (any Session) throws -> T) async throws -> T {
        try await translatingAsync(path) { try await writes.write(work) }
    }

    public func measures() -> StoreMeasures? { writes.meter.read(path: path) }

    /// Whether opening the store as its owner will take the time that a new schema takes.
    public static func isOlder(path: String) -> Bool {
        guard path != ":memory:", let found = try? checkedVersion(path: path) else { return false }
        return found > 0 && found < Migration.latest
    }

    public func keepUp(_ work: Upkeep) async throws -> [String] {
        try await translatingAsync(path) { [database] in try await SQLiteUpkeep(database).perform(work) }
    }

    public func close() async throws {
        let database = database
        try await translatingAsync(path) { try database.close() }
    }

    private static var readonly: GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        return configuration
    }

    private static var configuration: GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // What a savepoint may have to take back is kept in memory, not in a file beside the store.
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            // The writer works on many pages a transaction; what is let go is read or written twice.
            if !database.configuration.readonly { try database.execute(sql: "PRAGMA cache_size = -8192") }
            try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
            // Of a page that many transactions change, only the last state is copied into the store.
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        }
        return configuration
    }

    /// Looks at an existing file without taking a lock or leaving a trace in it; 0 for a new one.
    private static func checkedVersion(path: String) throws -> Int {
        let folder = (path as NSString).deletingLastPathComponent
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.isEmpty ? "." : folder, isDirectory: &isFolder),
            isFolder.boolValue
        else { throw StoreError.unreachable("the folder \(folder) is not there; make it or change `store`") }
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw StoreError.unreachable("\(path) is a folder; name a file in it")
        }
        guard Self.size(path) > 0 else {
            // SQLite writes the file before its log: somebody emptied it, and what is in the log would be lost.
            guard Self.size(path + "-wal") == 0 else {
                throw StoreError.damaged(
                    "\(path) is empty, and the log \(path)-wal beside it is not; move both away, then restore a backup"
                )
            }
            return 0
        }
        let found = try translating(path) {
            let queue = try DatabaseQueue(path: path, configuration: readonly)
            defer { try? queue.close() }
            return try queue.read { try schemaVersion($0, path: path) }
        }
        guard found <= Migration.latest else {
            throw StoreError.newer(found: found, known: Migration.latest, place: path)
        }
        return found
    }

    private static func size(_ path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    private func migrate(path: String, now: Instant) throws {
        try translating(path) {
            try database.write { database in
                let found = try Self.schemaVersion(database, path: path)
                guard found < Migration.latest else { return }
                try SQLiteSession(database: database).migrate(from: found, now: now)
            }
        }
    }

    private static func schemaVersion(_ database: Database, path: String) throws -> Int {
        if try database.tableExists("migration") {
            return try SQLiteSession(database: database).schemaVersion()
        }
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard tables == 0 else { throw StoreError.foreign(place: path) }
        return 0
    }
}
