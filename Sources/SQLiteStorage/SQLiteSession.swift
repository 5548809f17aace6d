import Foundation
import GRDB
import Storage

/// One SQLite transaction.
struct SQLiteSession: Session {
    let database: Database

    var dialect: Dialect { .sqlite }

    func execute(_ sql: String, _ values: [any SQLBindable]) throws -> Int {
        let statement = try database.cachedStatement(sql: sql)
        try statement.execute(arguments: StatementArguments(values.map(\.sqlValue.databaseValue)))
        return database.changesCount
    }

    func query<T>(
        _ sql: String, _ values: [any SQLBindable], _ read: (inout Columns) throws -> T
    ) throws -> [T] {
        let statement = try database.cachedStatement(sql: sql)
        let arguments = StatementArguments(values.map(\.sqlValue.databaseValue))
        let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
        var result: [T] = []
        while let row = try cursor.next() {
            var columns = Columns(SQLiteRow(row: row))
            result.append(try read(&columns))
        }
        return result
    }
}

private struct SQLiteRow: Storage.Row {
    let row: GRDB.Row

    func integer(_ column: Int) -> Int64? { row[column] }
    func real(_ column: Int) -> Double? { row[column] }
    func text(_ column: Int) -> String? { row[column] }
    func blob(_ column: Int) -> [UInt8]? { (row[column] as Data?).map { Array($0) } }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .real(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .blob(let value): Data(value).databaseValue
        }
    }
}
