import GRDB
import GRDBSQLite
import Storage

/// One SQLite transaction.
///
/// Statements are prepared and cached by GRDB, and bound and stepped here: a visit runs a hundred of them,
/// and its arguments and rows would each be wrapped several times on the way through.
struct SQLiteSession: Session {
    let database: Database
    /// A reader sees the store as it was, which may be older than what the process remembers.
    var memory = StoreMemory()
    /// What is to be done before the commit; nil where each thing is done at once.
    var atCommit: CommitWork?

    var dialect: Dialect { .sqlite }

    func execute(_ sql: String, _ values: [any SQLBindable]) throws -> Int {
        // Without values it may be one that changes the schema, which GRDB is to notice.
        if values.isEmpty {
            try database.execute(sql: sql)
            return database.changesCount
        }
        let statement = try bound(sql, values)
        defer { reset(statement) }
        while try step(statement, sql) {}
        return Int(sqlite3_changes(database.sqliteConnection))
    }

    func execute(_ sql: String, each rows: some Sequence<[any SQLBindable]>) throws {
        let statement = try database.cachedStatement(sql: sql).sqliteStatement
        defer { reset(statement) }
        for row in rows {
            try bind(row, to: statement, sql)
            while try step(statement, sql) {}
            sqlite3_reset(statement)
        }
    }

    func query<T>(
        _ sql: String, _ values: [any SQLBindable], _ read: (inout Columns) throws -> T
    ) throws -> [T] {
        let statement = try bound(sql, values)
        defer { reset(statement) }
        var result: [T] = []
        while try step(statement, sql) {
            var columns = Columns(SQLiteRow(statement: statement))
            result.append(try read(&columns))
        }
        return result
    }

    func beforeCommit(_ key: ObjectIdentifier, _ work: @escaping () throws -> Void) -> Bool {
        guard let atCommit else { return false }
        atCommit.work[key] = work
        return true
    }

    private func bound(_ sql: String, _ values: [any SQLBindable]) throws -> OpaquePointer {
        let statement = try database.cachedStatement(sql: sql).sqliteStatement
        try bind(values, to: statement, sql)
        return statement
    }

    private func bind(_ values: [any SQLBindable], to statement: OpaquePointer, _ sql: String) throws {
        guard Int(sqlite3_bind_parameter_count(statement)) == values.count else {
            throw DatabaseError(
                resultCode: .SQLITE_MISUSE, message: "\(values.count) values for other marks", sql: sql)
        }
        for (index, value) in values.enumerated() {
            let code = bind(value.sqlValue, at: CInt(index + 1), of: statement)
            guard code == SQLITE_OK else { throw failure(code, sql) }
        }
    }

    private func bind(_ value: SQLValue, at index: CInt, of statement: OpaquePointer) -> CInt {
        switch value {
        case .null: return sqlite3_bind_null(statement, index)
        case .integer(let value): return sqlite3_bind_int64(statement, index, value)
        case .real(let value): return sqlite3_bind_double(statement, index, value)
        case .text(var value):
            if value.isEmpty { return sqlite3_bind_text(statement, index, "", 0, Self.copied) }
            return value.withUTF8 { bytes in
                // SQLite copies the bytes before the call returns.
                bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, index, $0.baseAddress, CInt($0.count), Self.copied)
                }
            }
        case .blob(let value):
            return value.withUnsafeBytes {
                $0.isEmpty
                    ? sqlite3_bind_zeroblob(statement, index, 0)
                    : sqlite3_bind_blob(statement, index, $0.baseAddress, CInt($0.count), Self.copied)
            }
        }
    }

    /// Whether there is a row.
    private func step(_ statement: OpaquePointer, _ sql: String) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw failure(code, sql)
        }
    }

    /// A statement that is cached keeps neither its place nor its values: they may be large.
    private func reset(_ statement: OpaquePointer) {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
    }

    private func failure(_ code: CInt, _ sql: String) -> any Error {
        // GRDB interrupts the reads of a task that was cancelled.
        if code & 0xFF == SQLITE_INTERRUPT { return CancellationError() }
        return DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: String(cString: sqlite3_errmsg(database.sqliteConnection)), sql: sql)
    }

    /// SQLITE_TRANSIENT, a cast that C macros do not carry over.
    private static var copied: sqlite3_destructor_type {
        // The value -1 is SQLite's own sign; it is never called.
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}

/// What a transaction of several writes does once for all of them.
final class CommitWork {
    var work: [ObjectIdentifier: () throws -> Void] = [:]

    func perform() throws {
        for work in work.values { try work() }
    }
}

/// The row that a statement stands on; valid until its next step.
private struct SQLiteRow: Storage.Row {
    let statement: OpaquePointer

    private func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, CInt(column)) == SQLITE_NULL }

    func integer(_ column: Int) -> Int64? {
        isNull(column) ? nil : sqlite3_column_int64(statement, CInt(column))
    }

    func real(_ column: Int) -> Double? {
        isNull(column) ? nil : sqlite3_column_double(statement, CInt(column))
    }

    func text(_ column: Int) -> String? {
        guard let start = sqlite3_column_text(statement, CInt(column)) else { return nil }
        let count = Int(sqlite3_column_bytes(statement, CInt(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func blob(_ column: Int) -> [UInt8]? {
        if isNull(column) { return nil }
        guard let start = sqlite3_column_blob(statement, CInt(column)) else { return [] }
        return [UInt8](
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, CInt(column)))))
    }
}
