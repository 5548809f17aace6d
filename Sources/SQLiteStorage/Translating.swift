import Foundation
import GRDB
import Storage

/// SQLite's result codes as what a caller can do about them.
func translating<T>(_ place: String, _ work: () throws -> T) throws -> T {
    do {
        return try work()
    } catch let error as DatabaseError {
        throw storeError(error, place)
    }
}

func translatingAsync<T: Sendable>(_ place: String, _ work: () async throws -> T) async throws -> T {
    do {
        return try await work()
    } catch let error as DatabaseError {
        throw storeError(error, place)
    }
}

private func storeError(_ error: DatabaseError, _ place: String) -> StoreError {
    // A copy that finds no room leaves no message behind.
    let said = error.message.flatMap { $0 == "not an error" ? nil : $0 }
    let what = said ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(what)
    case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM: return .unwritable("\(place): \(what)")
    case .SQLITE_CANTOPEN: return .unreachable("\(place): \(what)")
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: return .damaged("\(place): \(what)")
    default: return .refused("\(place): \(what) (\(error.sql ?? "no statement"))")
    }
}
