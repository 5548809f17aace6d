import Complaints
import GRDB
import Storage
import Synchronization

/// Transactions that wait for the writer at the same time are committed together.
///
/// Each is all or nothing by itself, and none returns before the disk has it; but what they share (the wait
/// for the disk, the pages that all of them change) is paid once. No savepoint tells them apart, which would
/// copy every page that each changes: where one fails after it changed something, which is seldom, all is
/// taken back and each is run again by itself. So a write may run twice.
final class WriteQueue: Sendable {
    private struct Job: Sendable {
        let run: @Sendable (SQLiteSession) throws -> Void
        let end: @Sendable ((any Error)?) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var isRunning = false
    }

    private let database: any DatabaseWriter
    private let state = Mutex(State())
    private let memory = StoreMemory()
    let meter = StoreMeter()

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
                    run: { result.put(try work($0)) },
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
            while let group = next() { run(group, in: database) }
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

    private func run(_ group: [Job], in database: Database) {
        if group.count > 1, let faults = together(group, in: database) {
            for (job, fault) in zip(group, faults) { job.end(fault) }
            return
        }
        for job in group { job.end(alone(job, in: database)) }
    }

    private func alone(_ job: Job, in database: Database) -> (any Error)? {
        memory.transactionBegins()
        let fault = meter.measuring {
            Self.fault {
                try database.inTransaction(.immediate) {
                    try job.run(SQLiteSession(database: database, memory: memory))
                    return .commit
                }
            }
        }
        if fault != nil { memory.wasTakenBack() }
        return fault
    }

    /// What each of them failed with, which changed nothing then; nil when none of them was committed.
    private func together(_ group: [Job], in database: Database) -> [(any Error)?]? {
        memory.transactionBegins()
        var faults = [(any Error)?](repeating: nil, count: group.count)
        let atCommit = CommitWork()
        let fault = meter.measuring {
            Self.fault {
                try database.inTransaction(.immediate) {
                    for (index, job) in group.enumerated() {
                        let before = database.totalChangesCount
                        faults[index] = Self.fault {
                            try job.run(SQLiteSession(database: database, memory: memory, atCommit: atCommit))
                        }
                        let isTouched =
                            database.totalChangesCount != before || !database.isInsideTransaction
                        if let fault = faults[index], isTouched { throw fault }
                    }
                    try atCommit.perform()
                    return .commit
                }
            }
        }
        guard fault != nil else { return faults }
        memory.wasTakenBack()
        return nil
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
