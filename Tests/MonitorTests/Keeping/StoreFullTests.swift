import Complaints
import Foundation
import Logging
import SQLiteStorage
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Monitor

/// A store that finds no room: real SQLite, whose file may not grow any more.
@Suite(.timeLimit(.minutes(3)))
struct StoreFullTests {
    @Test func `writes wait while there is no room, are told of, and go on by themselves`() async throws {
        let folder = try TemporaryFolder()
        let time = ManualTime()
        let store = try SQLiteStore(path: folder.path("ombud.db"), now: time.now())
        let told = Log()
        let enduring = EnduringStore(
            store, ballast: Ballast(store: folder.path("ombud.db")), time: time,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            tell: { news, session in
                switch news {
                case .halted(let since, let why):
                    try session.keepUpkeep("halted", UpkeepMark(at: since, found: why))
                case .resumed: try session.dropUpkeep("halted")
                }
            },
            status: { told.add($0 ?? "fine") })
        enduring.begin()
        #expect(FileManager.default.fileExists(atPath: folder.path("ombud.db.ballast")))
        try await limit(store, room: 0)

        let written = Log()
        let writes = Task {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        try await enduring.write { try $0.keepBackup(.large(number)) }
                        written.add("\(number)")
                    }
                }
                try await group.waitForAll()
            }
        }
        #expect(try await eventually { enduring.isHalted })
        #expect(try await eventually { !told.all.isEmpty })
        #expect(told.all.first?.contains("polling stands still") == true)
        // Nothing was stored, nothing was lost, and reading goes on.
        #expect(try await enduring.read { try $0.backups().count } == written.all.count)
        #expect(!FileManager.default.fileExists(atPath: folder.path("ombud.db.ballast")))

        try await limit(store, room: 100_000)
        let isWritten = try await eventually {
            time.advance(by: EnduringStore.pause)
            return written.all.count == 20
        }
        #expect(isWritten)
        try await writes.value
        #expect(
            try await eventually {
                time.advance(by: EnduringStore.pause)
                return !enduring.isHalted
            })
        #expect(told.all.last == "fine")
        #expect(Set(try await store.read { try $0.backups().map(\.path.count) }).count == 1)
        #expect(try await store.read { try $0.backups().count } == 20)
        #expect(try await store.read { try $0.upkeep("halted") } == nil)
        #expect(FileManager.default.fileExists(atPath: folder.path("ombud.db.ballast")))
        try await store.close()
    }

    @Test func `a write that waits is given up when its task is stopped, and nothing waits before or after`()
        async throws
    {
        let folder = try TemporaryFolder()
        let time = ManualTime()
        let store = try SQLiteStore(path: folder.path("ombud.db"), now: time.now())
        let enduring = EnduringStore(
            store, ballast: nil, time: time, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            tell: { _, _ in }, status: { _ in })
        try await limit(store, room: 0)
        await #expect(throws: StoreError.self) { try await enduring.write { try $0.keepBackup(.large(1)) } }
        #expect(!enduring.isHalted)
        enduring.begin()
        let write = Task { try await enduring.write { try $0.keepBackup(.large(1)) } }
        #expect(try await eventually { enduring.isHalted })
        write.cancel()
        await #expect(throws: (any Error).self) { try await write.value }
        enduring.end()
        await #expect(throws: StoreError.self) { try await enduring.write { try $0.keepBackup(.large(1)) } }
        try await store.close()
    }

    @Test func `a daemon without room polls nobody, and polls again when there is some`() async throws {
        let folder = try TemporaryFolder()
        let time = ManualTime()
        let store = try SQLiteStore(path: folder.path("ombud.db"), now: time.now())
        try await World.with(time: time, store: store) { world in
            world.site.put("/acme", ListPage([.init("a")]))
            let run = Task { try await world.daemon.run() }
            let isSeen = try await eventually {
                time.advance(by: .seconds(5))
                return try await store.read { try $0.mentions().count } == 1
            }
            #expect(isSeen)
            try await limit(store, room: 0)
            let large = String(
                repeating: "Terrible, the parcel never came, and nobody answers. ", count: 4000)
            world.site.put("/acme", ListPage([.init("b", text: large), .init("a")]))
            let isHalted = try await eventually {
                time.advance(by: .seconds(5))
                return world.daemon.enduring.isHalted
            }
            #expect(isHalted)
            // The visit that was under way may end; no other is begun.
            let asked = world.site.requests("/acme").count
            let isPolled = try await eventually(within: .milliseconds(300)) {
                time.advance(by: .seconds(60))
                return world.site.requests("/acme").count > asked + 1
            }
            #expect(!isPolled)
            try await limit(store, room: 100_000)
            let isBack = try await eventually {
                time.advance(by: .seconds(5))
                return try await store.read { try $0.mentions().count } == 2
            }
            #expect(isBack)
            let isTold = try await eventually {
                time.advance(by: .seconds(5))
                let types = try await store.read { try $0.alerts(state: nil, limit: nil).map(\.type) }
                return types.contains(.storeHalted) && types.contains(.storeResumed)
            }
            #expect(isTold)
            run.cancel()
            _ = try? await run.value
        }
    }

    /// The file may grow by so many pages, as on a disk with so much room.
    private func limit(_ store: any Store, room: Int) async throws {
        try await store.write { session in
            let pages = try session.count("PRAGMA page_count")
            try session.execute("PRAGMA max_page_count = \(pages + room)")
        }
    }
}

extension Backup {
    fileprivate static func large(_ number: Int) -> Backup {
        Backup(
            at: Instant(milliseconds: Int64(number)), by: "ola", path: String(repeating: "x", count: 50_000),
            bytes: 1,
            sha256: [UInt8](repeating: 0, count: 32))
    }
}

private final class Log: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}
