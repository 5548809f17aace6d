import Complaints
import Foundation
import SQLiteStorage
import Storage
import TestSupport
import Testing

/// The engines that keep the contract; each test of it runs over every one.
enum Engine: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case memory = "SQLite in memory"
    case file = "SQLite in a file"

    var testDescription: String { rawValue }
}

extension Engine {
    /// An empty store, closed and gone after `work`.
    func withStore<T>(_ work: (any Store) async throws -> T) async throws -> T {
        switch self {
        case .memory:
            let store = try SQLiteStore(inMemoryAt: ManualTime.monday)
            let result = try await work(store)
            try await store.close()
            return result
        case .file:
            return try await withStores { store, _ in try await work(store) }
        }
    }
}

/// Two openings of one store, as the daemon and the command line have them.
func withStores<T>(_ work: (any Store, any Store) async throws -> T) async throws -> T {
    let folder = try TemporaryFolder()
    let path = folder.path("ombud.db")
    let first = try SQLiteStore(path: path, now: ManualTime.monday)
    let second = try SQLiteStore(path: path, now: ManualTime.monday)
    let result = try await work(first, second)
    try await first.close()
    try await second.close()
    return result
}

extension Session {
    /// A source that mentions can be of.
    func makeSource(_ names: String..., now: Instant = ManualTime.monday) throws {
        try keepSources(names.map { Source.make($0, url: "https://\($0).example/") }, now: now)
    }

    func makeEvent(
        _ id: String, to endpoints: [String] = ["desk"], at time: Instant = ManualTime.monday
    ) throws {
        try addEvent(
            Event(
                id: EventID(id), type: .caseOpened, subject: .case(CaseID(1)), time: time,
                body: Array("{\"id\":\"\(id)\"}".utf8)), to: endpoints)
    }

    func makeCase(_ new: Case = .make()) throws -> CaseID {
        try addCase(new, policy: try keepPolicy(name: "default", body: "{}"))
    }
}
