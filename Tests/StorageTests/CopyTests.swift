import Complaints
import Foundation
import SQLiteStorage
import Storage
import TestSupport
import Testing

/// Copies of a store that is in use.
struct CopyTests {
    @Test func `a copy equals the store, table by table and row by row`() async throws {
        let folder = try TemporaryFolder()
        let (path, copy) = (folder.path("ombud.db"), folder.path("copy.db"))
        let store = try SQLiteStore(path: path, now: ManualTime.monday)
        try await fill(store, mentions: 50)
        try SQLiteCopy.make(of: path, to: copy, look: { _ in () }) { _, _ in }
        let looked = try SQLiteStore(path: copy, now: ManualTime.monday, opening: .look)
        let (own, copied) = (try await store.read { try $0.dump() }, try await looked.read { try $0.dump() })
        #expect(own.keys.sorted() == copied.keys.sorted())
        for (table, rows) in own { #expect(copied[table] == rows, "\(table)") }
        #expect(own["mention"]?.count == 50)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter {
                $0.hasPrefix("copy")
            } == ["copy.db"])
        // Not a store with a write-ahead log: it is read where nothing may be written beside it.
        let head = try #require(FileManager.default.contents(atPath: copy))
        #expect(Array(head[18..<20]) == [1, 1])
        try await looked.close()
        try await store.close()
    }

    @Test func `a copy made while others write is one moment of the store`() async throws {
        let folder = try TemporaryFolder()
        let (path, copy) = (folder.path("ombud.db"), folder.path("copy.db"))
        let store = try SQLiteStore(path: path, now: ManualTime.monday)
        try await fill(store, mentions: 200)
        let other = try SQLiteStore(path: path, now: ManualTime.monday)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 0... {
                    if Task.isCancelled { return }
                    // Two rows that are always as many.
                    try await other.write { session in
                        try session.makeEvent("evt_\(number)")
                        try session.addAudit(
                            AuditLine(at: ManualTime.monday, who: "ola", command: "\(number)"))
                    }
                }
            }
            for round in 0..<5 {
                let name = "\(copy)\(round)"
                let counts = try SQLiteCopy.make(
                    of: path, to: name, look: { try $0.rowCounts() }, progress: { _, _ in })
                let copied = try SQLiteCopy.check(name) { try $0.rowCounts() }
                #expect(copied == counts)
                #expect(copied["event"] == copied["audit"])
                #expect(copied["alert"] == copied["event"])
            }
            group.cancelAll()
            try await group.waitForAll()
        }
        try await other.close()
        try await store.close()
    }

    @Test func `a copy that is not wanted any more ends at the next step`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ombud.db")
        let store = try SQLiteStore(path: path, now: ManualTime.monday)
        _ = try await store.write { try $0.execute("CREATE TABLE large (x BLOB)") }
        try await store.write { session in
            for _ in 0..<40 { try session.execute("INSERT INTO large VALUES (zeroblob(1000000))") }
        }
        try await store.close()
        #expect(throws: CancellationError.self) {
            try SQLiteCopy.make(of: path, to: folder.path("copy.db"), look: { _ in () }) { _, _ in
                throw CancellationError()
            }
        }
    }

    @Test func `what is no store, or a damaged one, is told apart`() async throws {
        let folder = try TemporaryFolder()
        let (path, copy) = (folder.path("ombud.db"), folder.path("copy.db"))
        let store = try SQLiteStore(path: path, now: ManualTime.monday)
        try await fill(store, mentions: 300)
        try SQLiteCopy.make(of: path, to: copy, look: { _ in () }) { _, _ in }
        try await store.close()
        var bytes = try #require(FileManager.default.contents(atPath: copy))
        for index in 40_960..<80_000 { bytes[index] = 0x5A }
        try bytes.write(to: URL(fileURLWithPath: copy))
        #expect(throws: StoreError.self) { try SQLiteCopy.check(copy) { _ in () } }
        let other = folder.path("other.db")
        try Data("not a database at all, but long enough to look like one".utf8).write(
            to: URL(fileURLWithPath: other))
        #expect(throws: StoreError.self) { try SQLiteCopy.check(other) { _ in () } }
    }

    private func fill(_ store: any Store, mentions: Int) async throws {
        try await store.write { session in
            try session.makeSource("forum")
            for number in 1...mentions {
                _ = try session.addMention(
                    .make(
                        source: "forum", author: "Żaneta \(number)",
                        content: Content(text: "Paczka numer \(number) nie przyszła od trzech tygodni")))
            }
        }
    }
}

extension Session {
    /// Every row of every table as text, in order.
    func dump() throws -> [String: [String]] {
        var all: [String: [String]] = [:]
        let names = try query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'", []
        ) { $0.text() }
        for table in names {
            let columns = try query("SELECT name FROM pragma_table_info(?)", [table]) { $0.text() }
            let row = columns.map { "quote(\"\($0)\")" }.joined(separator: " || '|' || ")
            all[table] = try query("SELECT \(row) FROM \"\(table)\"", []) { $0.text() }.sorted()
        }
        return all
    }
}
