import Complaints
import Foundation
import SQLiteStorage
import Storage
import TestSupport
import Testing

@Suite struct TransactionTests {
    private let now = ManualTime.monday

    private struct Interrupted: Error {}

    @Test(arguments: Engine.allCases)
    func `a transaction that throws leaves nothing`(engine: Engine) async throws {
        try await engine.withStore { store in
            await #expect(throws: Interrupted.self) {
                try await store.write { session in
                    try session.makeSource("a")
                    _ = try session.makeCase()
                    try session.makeEvent("evt_1")
                    throw Interrupted()
                }
            }
            let left = try await store.read { session in
                (try session.sourceStatuses().count, try session.cases().count, try session.alerts().count)
            }
            #expect(left == (0, 0, 0))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reader cannot write`(engine: Engine) async throws {
        try await engine.withStore { store in
            await #expect(throws: (any Error).self) { try await store.read { try $0.makeSource("a") } }
            let left = try await store.read { try $0.sourceStatuses().count }
            #expect(left == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `the schema itself refuses what must not be`(engine: Engine) async throws {
        try await engine.withStore { store in
            await #expect(throws: StoreError.self) {
                try await store.write { _ = try $0.addMention(.make(source: "unknown")) }
            }
            await #expect(throws: StoreError.self) {
                try await store.write { session in
                    try session.makeEvent("evt_1")
                    try session.makeEvent("evt_1")
                }
            }
            await #expect(throws: StoreError.self) {
                try await store.write { session in
                    try session.makeSource("a")
                    try session.execute("UPDATE source SET health = 'splendid'", [])
                }
            }
        }
    }

    @Test func `what one process commits, another sees; neither fails as busy`() async throws {
        try await withStores { one, two in
            try await one.write { try $0.makeSource("acme-opinions") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<60 {
                    let store = index.isMultiple(of: 2) ? one : two
                    group.addTask {
                        try await store.write { session in
                            let found = try session.mentions().count
                            _ = try session.addMention(.make())
                            #expect(try session.mentions().count == found + 1)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await one.read { try $0.mentions().count } == 60)
            #expect(try await two.read { try $0.mentions().count } == 60)
        }
    }

    @Test func `a write goes on to its end when whoever asked for it is stopped`() async throws {
        try await Engine.file.withStore { store in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await store.write { try $0.makeSource("a") }
            }
            _ = await task.result
            let written = try await store.read { try $0.sourceStatuses().count }
            #expect(written == 1)
        }
    }
}

@Suite struct StoreFileTests {
    private let now = ManualTime.monday

    private func refusal(_ path: String) -> StoreError? {
        do {
            _ = try SQLiteStore(path: path, now: now)
            return nil
        } catch let error as StoreError {
            return error
        } catch {
            Issue.record("\(error)")
            return nil
        }
    }

    @Test func `a store outlives its closing`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path("a.db"), now: now)
        try await store.write { try $0.makeSource("a") }
        try await store.close()
        let again = try SQLiteStore(path: folder.path("a.db"), now: now)
        #expect(try await again.read { try $0.sourceStatuses().map(\.id) } == ["a"])
        try await again.close()
    }

    @Test func `a store made by a newer Ombud is refused and its bytes are untouched`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.db")
        let store = try SQLiteStore(path: path, now: now)
        try await store.write { _ = try $0.execute("INSERT INTO migration (number, applied) VALUES (99, 0)") }
        try await store.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let error = try #require(refusal(path))
        #expect(
            error.description
                == "the store \(path) has schema 99, made by a newer Ombud; this one knows up to "
                + "\(Migration.latest): nothing was touched, install the newer version")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func `a file that is no database is refused and untouched`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("notes.txt")
        let text = Data(String(repeating: "no database\n", count: 100).utf8)
        try text.write(to: URL(fileURLWithPath: path))
        let error = try #require(refusal(path))
        #expect(
            error.description
                == "the store is damaged: \(path): file is not a database; move it aside and put a "
                + "backup in its place (`ombud restore FILE`)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
    }

    @Test func `a folder that is not there is named`() throws {
        let folder = try TemporaryFolder()
        let error = try #require(refusal(folder.path("none/a.db")))
        #expect(
            error.description
                == "the store cannot be opened: the folder \(folder.path("none")) is not there; make it or "
                + "change `store`")
    }

    @Test func `a folder in place of the file is refused`() throws {
        let folder = try TemporaryFolder()
        let error = try #require(refusal(folder.url.path))
        #expect(
            error.description
                == "the store cannot be opened: \(folder.url.path) is a folder; name a file in it")
    }

    @Test func `tables of another program are left alone`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("other.db")
        try Self.foreignDatabase.write(to: URL(fileURLWithPath: path))
        let error = try #require(refusal(path))
        #expect(error.description.contains("other.db is a database that Ombud did not make"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Self.foreignDatabase)
    }

    @Test func `a store that somebody emptied is not begun anew over its log`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ombud.db")
        try Data().write(to: URL(fileURLWithPath: path))
        try Data([0x37, 0x7f, 6, 0x82]).write(to: URL(fileURLWithPath: path + "-wal"))
        let error = try #require(refusal(path))
        #expect(error.description.contains("is empty, and the log"), "\(error)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path + "-wal")).count == 4)
    }

    @Test func `tables of another program are not copied as a store`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("other.db")
        try Self.foreignDatabase.write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: StoreError.self) {
            try SQLiteCopy.make(of: path, to: folder.path("copy.db")) { _ in
            } progress: { _, _ in
            }
        }
        #expect(error?.description.contains("a database that Ombud did not make") == true)
    }

    /// The smallest database with one table: `CREATE TABLE t(x)`, pages of 512 bytes.
    private static let foreignDatabase: Data = {
        var bytes = [UInt8](repeating: 0, count: 1024)
        bytes.replaceSubrange(0..<16, with: Array("SQLite format 3\0".utf8))
        // Page size 512, format 1, payload fractions 64, 32, 32, change counter 1, two pages.
        bytes.replaceSubrange(16..<32, with: [2, 0, 1, 1, 0, 64, 32, 32, 0, 0, 0, 1, 0, 0, 0, 2])
        bytes[43] = 1
        bytes[47] = 4
        bytes[59] = 1
        bytes[95] = 1
        bytes.replaceSubrange(96..<100, with: [0, 0x2e, 0x30, 0x39])
        let sql = Array("CREATE TABLE t(x)".utf8)
        // Record: header of 6, "table", "t", "t", page 2, the statement.
        let record: [UInt8] =
            [6, 23, 15, 15, 1, UInt8(13 + 2 * sql.count)] + Array("tablett".utf8) + [2] + sql
        let cell = [UInt8(record.count), 1] + record
        let start = 512 - cell.count
        bytes.replaceSubrange(start..<512, with: cell)
        bytes.replaceSubrange(
            100..<110,
            with: [
                13, 0, 0, 0, 1, UInt8(start >> 8), UInt8(start & 255), 0, UInt8(start >> 8),
                UInt8(start & 255),
            ])
        bytes.replaceSubrange(512..<520, with: [13, 0, 0, 0, 0, 2, 0, 0])
        return Data(bytes)
    }()
}
