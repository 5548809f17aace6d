import Complaints
import Foundation
import Storage
import TestSupport
import Testing

@testable import Evidence

/// Whatever is changed afterwards is found, and named with its place.
@Suite struct CheckTests {
    private func filled() async throws -> Vault {
        let vault = try await Vault()
        let archive = vault.archive()
        for page in 1...3 { try await vault.keep(vault.maker.page("Page \(page)"), in: archive) }
        return vault
    }

    @Test func `one byte changed in a file`() async throws {
        let vault = try await filled()
        let entry = try await vault.store.read { try $0.evidence(after: 3, limit: 1)[0] }
        try vault.rewrite(entry.file) { $0[Int(entry.start) + 40] ^= 1 }
        let report = try await vault.check()
        #expect(report.faultCount == 1)
        #expect(
            report.faults[0].description.hasPrefix(
                "record 4 in \(entry.file) at byte \(entry.start) is not what was archived: the SHA-256"))
    }

    @Test(arguments: [
        ("UPDATE evidence SET url = 'https://other.example/' WHERE number = 4", [Int64(4)]),
        ("UPDATE evidence SET at = at + 1 WHERE number = 4", [4]),
        ("UPDATE evidence SET kind = 'resource' WHERE number = 4", [4]),
        ("UPDATE evidence SET length = length + 1 WHERE number = 7", [7]),
        ("UPDATE evidence SET start = 1000000 WHERE number = 7", [7]),
        ("UPDATE evidence SET file = 'none.warc.gz' WHERE number = 7", [7]),
        ("UPDATE evidence SET sha256 = zeroblob(32) WHERE number = 4", [4]),
        ("UPDATE evidence SET chain = zeroblob(32) WHERE number = 4", [4, 5]),
        ("UPDATE evidence SET payload_digest = zeroblob(32) WHERE number = 4", [4]),
        ("UPDATE evidence SET record = 'other' WHERE number = 4", [4]),
        ("UPDATE evidence SET refers_to = 'other' WHERE number = 5", [5]),
        ("DELETE FROM evidence WHERE number = 4", [5]),
    ])
    func `one row changed in the store`(statement: String, expected: [Int64]) async throws {
        let vault = try await filled()
        try await vault.store.write { _ = try $0.execute(statement) }
        let report = try await vault.check()
        #expect(Set(report.faults.compactMap(\.number)) == Set(expected), "\(report.faults)")
    }

    @Test func `a file that is missing`() async throws {
        let vault = try await filled()
        let file = vault.files[0]
        try FileManager.default.removeItem(atPath: vault.path + "/" + file)
        let report = try await vault.check()
        #expect(
            report.faults.map(\.description) == [
                "record 1 in \(file) at byte 0 and those after it are lost: the file is missing or unreadable"
            ])
    }

    @Test func `a file that is cut off`() async throws {
        let vault = try await filled()
        let file = vault.files[0]
        try vault.rewrite(file) { $0.removeLast() }
        let report = try await vault.check()
        #expect(report.faults.map(\.number) == [7])
        #expect(report.faults[0].what.hasPrefix("is cut off"))
    }

    @Test func `bytes put between two records`() async throws {
        let vault = try await filled()
        let entry = try await vault.store.read { try $0.evidence(after: 5, limit: 1)[0] }
        try vault.rewrite(entry.file) { $0.insert(contentsOf: [1, 2, 3], at: Int(entry.start)) }
        #expect(try await vault.check().faults.map(\.number) == [6, 7])
    }

    @Test func `a crash in the middle of a write leaves a tail that is told and harmless`() async throws {
        let vault = try await filled()
        let unnamed = vault.maker.page("Never committed.")
        try vault.rewrite(vault.files[0]) {
            $0 += unnamed[0].member + unnamed[1].member.prefix(100)
        }
        let report = try await vault.check()
        #expect(report.isSound)
        #expect(report.notes.count == 2)
        #expect(report.notes[0].contains("holds 1 records (\(unnamed[0].member.count) bytes)"))
        #expect(report.notes[1].contains("ends with 100 bytes"))
        // After the restart another file is begun.
        try await vault.keep(vault.maker.page("Again."), in: vault.archive(process: 8))
        #expect(try await vault.check().isSound)
    }

    @Test func `a file that the store does not name`() async throws {
        let vault = try await filled()
        try Data([1]).write(to: URL(fileURLWithPath: vault.path + "/ombud-x.warc.gz"))
        let report = try await vault.check()
        #expect(report.isSound)
        #expect(report.notes.map { $0.hasPrefix("ombud-x.warc.gz is named by no record") } == [true])
    }

    @Test func `files dropped by retention leave the rest checkable`() async throws {
        let vault = try await filled()
        let old = vault.files[0]
        let later = ManualTime.monday + .seconds(86_400)
        try await vault.keep(vault.maker.page("New."), in: vault.archive(), now: later)
        try await vault.store.write { _ = try $0.dropEvidence(file: old, at: later) }
        try FileManager.default.removeItem(atPath: vault.path + "/" + old)
        let dropped = try await vault.check()
        #expect(dropped.isSound, "\(dropped.faults)")
        #expect(dropped.gone == 7)
        let forgotten = try await vault.store.write { try $0.forgetEvidence(through: 100, at: later) }
        #expect(forgotten == 7)
        let rest = try await vault.check()
        #expect(rest.isSound, "\(rest.faults)")
        #expect(rest.records == 3)
        #expect(rest.head == dropped.head)
    }
}
