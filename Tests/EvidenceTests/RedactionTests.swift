import Complaints
import Foundation
import Gzip
import Storage
import TestSupport
import Testing

@testable import Evidence

/// A record that is dropped leaves a note of its own length, and the rest of its file as it was.
struct RedactionTests {
    @Test func `the bytes are gone, every other record verifies, readers read on`() async throws {
        let vault = try await Vault()
        let archive = vault.archive()
        for page in ["Anna", "Jan Kowalski", "Bo"] {
            try await vault.keep(vault.maker.page("<p>\(page) was here</p>"), in: archive)
        }
        let entries = try await vault.store.read { try $0.evidence(after: 0, limit: 100) }
        let response = try #require(entries.dropFirst(3).first)
        try await drop(response, in: vault)
        let report = try await vault.check()
        #expect(report.isSound, "\(report.faults)")
        #expect(report.gone == 1)
        #expect(report.notes == [])
        let bytes = try vault.bytes(of: response.file)
        let all = text(try gunzip(bytes, atMost: 1 << 20))
        #expect(!all.contains("Jan Kowalski"))
        #expect(all.contains("Anna was here") && all.contains("Bo was here"))
        #expect(all.contains("WARC-Type: metadata") && all.contains(hexadecimal(response.sha256)))
        // Done twice is done once.
        try redact(response, in: vault.path, at: ManualTime.monday)
        #expect(try vault.bytes(of: response.file) == bytes)
    }

    @Test func `an address that names somebody goes too, and the chain is taken from there`() async throws {
        let vault = try await Vault()
        let archive = vault.archive()
        for page in 1...3 {
            try await vault.keep(
                vault.maker.page(url: "https://shop.example/jan-kowalski/\(page)"), in: archive)
        }
        let entry = try await vault.store.read { try $0.evidence(after: 3, limit: 1)[0] }
        try await drop(entry, in: vault)
        try await vault.store.write { try $0.eraseEvidenceURL(number: entry.number) }
        let report = try await vault.check()
        #expect(report.isSound, "\(report.faults)")
        #expect(report.erased == 1)
        // What comes after it is still held to its link.
        try await vault.store.write { _ = try $0.execute("UPDATE evidence SET at = at + 1 WHERE number = 6") }
        #expect(try await vault.check().faults.map(\.number).contains(6))
    }

    @Test(arguments: [30, 40, 150, 200, 400, 100_000]) func `a note has whatever length is wanted`(
        length: Int
    ) throws {
        let entry = EvidenceEntry(
            source: nil, kind: .response, record: UUID().uuidString, url: "https://a.example/",
            at: ManualTime.monday,
            sha256: [UInt8](repeating: 7, count: 32))
        let note = redactionNote(of: entry, length: length, at: ManualTime.monday)
        #expect(note.count == length)
        let member = try gunzipMember(note, atMost: 1 << 20)
        #expect(member.length == length)
    }

    @Test func `a file that is not there, or shorter, needs nothing`() async throws {
        let vault = try await Vault()
        try await vault.keep(vault.maker.page(), in: vault.archive())
        var entry = try await vault.store.read { try $0.evidence(after: 1, limit: 1)[0] }
        let bytes = try vault.bytes(of: entry.file)
        entry.start = 1 << 40
        try redact(entry, in: vault.path, at: ManualTime.monday)
        #expect(try vault.bytes(of: entry.file) == bytes)
        entry.file = "none.warc.gz"
        try redact(entry, in: vault.path, at: ManualTime.monday)
        entry.file = "../ombud.db"
        #expect(throws: EvidenceError.self) { try redact(entry, in: vault.path, at: ManualTime.monday) }
    }

    private func drop(_ entry: EvidenceEntry, in vault: Vault) async throws {
        let path = vault.path
        try await vault.store.write { session in
            try session.dropEvidence(number: entry.number, at: ManualTime.monday)
            try redact(entry, in: path, at: ManualTime.monday)
        }
    }
}
