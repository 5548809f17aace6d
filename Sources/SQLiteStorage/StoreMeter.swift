import Complaints
import Foundation
import GRDB
import Storage
import Synchronization

/// Counts what this process's transactions met, and looks at the store's files.
final class StoreMeter: Sendable {
    private let measures = Mutex(StoreMeasures())

    /// Runs a transaction and counts it, the wait for the disk included.
    func measuring(_ transaction: () -> (any Error)?) -> (any Error)? {
        let began = ContinuousClock.now
        let fault = transaction()
        let took = ContinuousClock.now - began
        measures.withLock { measures in
            guard let fault else { return measures.writes.add(took.inMilliseconds) }
            switch (fault as? DatabaseError)?.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: measures.busy += 1
            case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM: measures.unwritable += 1
            default: break
            }
        }
        return fault
    }

    func read(path: String) -> StoreMeasures {
        var now = measures.withLock { $0 }
        guard path != ":memory:" else { return now }
        now.size = Self.size(path)
        now.logSize = Self.size(path + "-wal") ?? 0
        var info = statvfs()
        if statvfs(path, &info) == 0 { now.room = Int(info.f_bavail) * Int(info.f_frsize) }
        return now
    }

    private static func size(_ path: String) -> Int? {
        var info = stat()
        return stat(path, &info) == 0 ? Int(info.st_size) : nil
    }
}
