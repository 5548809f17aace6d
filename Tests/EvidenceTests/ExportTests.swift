import Complaints
import Foundation
import Gzip
import Storage
import TestSupport
import Testing

@testable import Evidence

/// What is handed out for a case proves itself without the store.
@Suite struct ExportTests {
    /// A case with one mention, made by one page and witnessed by a revisit; a page of others beside it.
    private func vaultWithCase() async throws -> Vault {
        let vault = try await Vault()
        let (archive, now) = (vault.archive(), ManualTime.monday)
        let made = try await vault.keep(vault.maker.page(), in: archive)
        try await vault.keep(vault.maker.page("Others.", url: "https://shop.example/others"), in: archive)
        let exchange = Exchange.make("", head: "HTTP/1.1 304 Not Modified\r\n\r\n", status: 304)
        let revisit = try await vault.keep(
            vault.maker.revisit(
                exchange, of: made[1], notModified: true, source: "acme-opinions", at: now + .seconds(60)),
            in: archive, now: now + .seconds(60))
        try await vault.store.write { session in
            let mention = try session.addMention(.make(content: Content(text: "Terrible.")))
            let policy = try session.keepPolicy(name: "default", body: "{}")
            let id = try session.addCase(.make(), policy: policy)
            try session.setCase(id, of: mention)
            // Only the revisit is named: the copy comes along.
            try session.linkEvidence(
                revisit[0].record, to: [EvidenceLink(mention: mention, revision: 1, role: .confirmed)])
        }
        return vault
    }

    private func export(_ vault: Vault, to name: String) async throws -> EvidenceExport {
        let evidence = try #require(try await vault.store.read { try $0.evidence(of: CaseID(1)) })
        return try exportEvidence(
            evidence, from: vault.path, to: vault.folder.path(name), tool: "Ombud/test",
            now: ManualTime.monday, maker: vault.maker)
    }

    @Test func `an export holds the records of the case and what they refer to, and nothing else`()
        async throws
    {
        let vault = try await vaultWithCase()
        let export = try await export(vault, to: "case")
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: export.warc)))
        #expect(sha256(bytes) == export.sha256)
        var (kinds, at): ([String], Int) = ([], 0)
        while at < bytes.count {
            let member = try gunzipMember(bytes, at: at, atMost: 100_000)
            let record = try ReadRecord(member.bytes)
            kinds.append("\(record.value("WARC-Type") ?? "") \(record.value("WARC-Target-URI") ?? "")")
            at += member.length
        }
        let page = "https://shop.example/reviews"
        #expect(
            kinds == [
                "warcinfo ", "response \(page)", "request \(page)", "revisit \(page)", "request \(page)",
            ])
    }

    @Test func `the manifest proves each record by itself`() async throws {
        let vault = try await vaultWithCase()
        let export = try await export(vault, to: "case")
        let warc = Array(try Data(contentsOf: URL(fileURLWithPath: export.warc)))
        let data = try Data(contentsOf: URL(fileURLWithPath: export.manifest))
        let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(manifest["case"] as? Int == 1)
        let mentions = try #require(manifest["mentions"] as? [[String: Any]])
        #expect(mentions.count == 1)
        #expect(mentions[0]["mention"] as? String == "m1")
        let records = try #require(manifest["records"] as? [[String: Any]])
        #expect(records.count == 4)
        for record in records {
            func string(_ key: String) -> String { record[key].map { "\($0)" } ?? "" }
            func bytes(_ key: String) -> [UInt8] {
                let hex = Array(string(key).utf8)
                return stride(from: 0, to: hex.count, by: 2).compactMap {
                    UInt8(String(decoding: hex[$0..<$0 + 2], as: UTF8.self), radix: 16)
                }
            }
            let start = try #require(record["exported_start"] as? Int)
            let length = try #require(record["length"] as? Int)
            #expect(sha256(warc[start..<start + length]) == bytes("sha256"))
            let place = ["file", "start", "length", "kind", "url", "at_ms"].map(string).joined(
                separator: "\n")
            #expect(sha256(bytes("previous") + bytes("sha256") + place.utf8) == bytes("chain"))
        }
    }

    @Test func `nothing is overwritten, and nothing half is left`() async throws {
        let vault = try await vaultWithCase()
        _ = try await export(vault, to: "case")
        await #expect(throws: EvidenceError.exists(path: vault.folder.path("case"))) {
            try await export(vault, to: "case")
        }
        let file = vault.files[0]
        try vault.rewrite(file) { $0[$0.count - 20] ^= 1 }
        await #expect(throws: EvidenceError.self) { try await export(vault, to: "other") }
        let left = try FileManager.default.contentsOfDirectory(atPath: vault.folder.url.path)
        #expect(left.filter { $0.hasPrefix("other") } == [])
    }

    @Test func `a case without evidence is told`() async throws {
        let vault = try await Vault()
        let empty = CaseEvidence(caseID: CaseID(9), subject: "Acme", mentions: [], records: [])
        #expect(throws: EvidenceError.nothing(what: "case #9")) {
            try exportEvidence(
                empty, from: vault.path, to: vault.folder.path("none"), tool: "Ombud/test",
                now: ManualTime.monday, maker: vault.maker)
        }
    }
}
