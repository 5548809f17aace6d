import Complaints
import GRDB
import Storage
import Synchronization

/// Transactions that wait for the writer at the same time are committed together.
///
/// Each is all or nothing by itself, in a savepoint of its own, and none returns before the disk has it;
/// but what they share (the wait for the disk, the pages that all of them change) is paid once.
final class WriteQueue: Sendable {
    private struct Job: Sendable {
        let run: @Sendable (Database) throws -> Void
        let end: @Sendable ((any Error)?) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var isRunning = false
    }

    private let database: any DatabaseWriter
    private let state = Mutex(State())

    /// Other processes wait for the whole group.
    private static let mostTogether = 32

    init(_ database: any DatabaseWriter) { self.database = database }

    /// A write that was begun is finished, also when its task is cancelled: what was done outside (a page
    /// fetched, an alert delivered) is not forgotten because the daemon stops.
    func write<T: Sendable>(_ work: @escaping @Sendable (any Session) throws -> T) async throws -> T {
        let result = Box<T>()
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            enqueue(
                Job(
                    run: { result.put(try work(SQLiteSession(database: $0))) },
                    end: { error in
                        if let error { continuation.resume(throwing: error) } else { continuation.resume() }
                    }))
        }
        guard let value = result.take() else { throw StoreError.refused("a write ended without a result") }
        return value
    }

    private func enqueue(_ job: Job) {
        let mustStart = state.withLock { state in
            state.waiting.append(job)
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if mustStart { start() }
    }

    private func start() {
        database.asyncWriteWithoutTransaction { [self] database in
            while let group = next() { Self.run(group, in: database) }
        }
    }

    private func next() -> [Job]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isRunning = false
                return nil
            }
            let group = Array(state.waiting.prefix(Self.mostTogether))
            state.waiting.removeFirst(group.count)
            return group
        }
    }

    private static func run(_ group: [Job], in database: Database) {
        if group.count == 1 {
            let fault = fault {
                try database.inTransaction(.immediate) {
                    try group[0].run(database); return .commit
                }
            }
            group[0].end(fault)
            return
        }
        var faults = [(any Error)?](repeating: nil, count: group.count)
        let fault = fault {
            try database.inTransaction(.immediate) {
                for (index, job) in group.enumerated() {
                    faults[index] = Self.fault {
                        try database.inSavepoint {
                            try job.run(database); return .commit
                        }
                    }
                    // A disk that is full ends the whole transaction, with all that was in it.
                    if let fault = faults[index], !database.isInsideTransaction { throw fault }
                }
                return .commit
            }
        }
        for (index, job) in group.enumerated() { job.end(fault ?? faults[index]) }
    }

    private static func fault(_ work: () throws -> Void) -> (any Error)? {
        do {
            try work()
            return nil
        } catch {
            return error
        }
    }
}

/// What one task leaves for another.
private final class Box<T: Sendable>: Sendable {
    private let value = Mutex<T?>(nil)

    func put(_ new: T) { value.withLock { $0 = new } }
    func take() -> T? { value.withLock { $0 } }
}
