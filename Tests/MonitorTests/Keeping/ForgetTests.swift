import Complaints
import Evidence
import Foundation
import Storage
import TestSupport
import Testing

@testable import Monitor

/// A person is taken out of what visits and staff wrote, and nobody else is.
struct ForgetTests {
    private static let jan = "Jan Kowalski"
    private static let words = "Terrible, my grey kettle leaked all over the kitchen and nobody answers me."
    private static let others = "Awful, the parcel never came and the courier lied about it twice."

    @Test func `texts, notes, events and the archive lose one person and keep the other`() async throws {
        let folder = try TemporaryFolder()
        let archive = folder.path("evidence")
        try await World.with(evidence: archive) { world in
            try await world.visit(
                .init("a", author: Self.jan, text: Self.words),
                .init("b", author: "Ewa Nowak", text: Self.others))
            let jans = try #require(try await world.mention(of: Self.jan))
            let ewas = try #require(try await world.mention(of: "Ewa Nowak"))
            let caseID = try #require(jans.caseID)
            _ = try await world.desk().note("Jan Kowalski called, his kettle leaks", on: caseID)
            _ = try await world.desk().note(
                "the same as what Jan Kowalski has", on: try #require(ewas.caseID))
            let before = try await world.store.read { try $0.alerts(state: nil, limit: nil).map(\.event) }

            let forget = world.forget(.init(author: Self.jan, keepsTexts: false, pseudonym: "person-1"))
            let found = try await forget.look()
            #expect(found.ids == [jans.id])
            #expect(found.reach == .everywhere)
            #expect(found.othersLosing == 1)
            let done = try await forget.perform(found)
            #expect(done.uncompacted == nil)
            let proof = try await forget.prove(found, files: [])
            #expect(proof.isForgotten, "\(proof.remains)")

            let all = "\(try await world.store.read { try $0.contents() })"
            #expect(!all.contains("Kowalski") && !all.contains("kettle"))
            #expect(all.contains("the parcel never came"))
            let after = try await world.store.read { try $0.alerts(state: nil, limit: nil) }
            #expect(after.map(\.event) == before)
            let kept = try #require(try await world.store.read { try $0.mention(ewas.id) })
            #expect(kept.content.text == Self.others && kept.author == "Ewa Nowak")
            let shell = try #require(try await world.store.read { try $0.mention(jans.id) })
            #expect(shell.author == nil && shell.url == nil && shell.content.text == erasedText)
            #expect(shell.caseID == caseID && shell.content.rating != nil)
            let report = try await verifyEvidence(in: archive, ledger: StoredEvidence(world.store))
            #expect(report.isSound, "\(report.faults)")
            #expect(report.gone > 0)

            // He stands there still; somebody else writes, and is edited.
            try await world.visit(
                .init("c", author: "Ola Lis", text: "Broken on arrival, what a scam."),
                .init("a", author: Self.jan, text: Self.words + " Still nothing!"),
                .init("b", author: "Ewa Nowak", text: Self.others))
            let mentions = try await world.store.read { try $0.mentions() }
            #expect(mentions.count == 3)
            #expect(!"\(try await world.store.read { try $0.contents() })".contains("kettle"))
            // No copy of a page that shows him; of the next, that does not.
            #expect(try await world.store.read { try $0.evidence(of: mentions[0].id).isEmpty })
            try await world.visit(
                .init("d", author: "Al Bo", text: "Never again, they are rude and slow."),
                .init("c", author: "Ola Lis", text: "Broken on arrival, what a scam."))
            let newest = try #require(try await world.mention(of: "Al Bo"))
            #expect(try await !world.store.read { try $0.evidence(of: newest.id).isEmpty })
        }
    }

    @Test func `under another name, what was said stays`() async throws {
        try await World.with { world in
            try await world.visit(
                .init(
                    "a", author: Self.jan, text: Self.words + " Jan Kowalski",
                    reply: ("Dear Jan, we are sorry.", "2026-03-02")))
            let id = try #require(try await world.mention(of: Self.jan)?.id)
            let forget = world.forget(.init(author: "jan  kowalski", keepsTexts: true, pseudonym: "person-1"))
            let found = try await forget.look()
            _ = try await forget.perform(found)
            let proof = try await forget.prove(found, files: [])
            #expect(proof.isForgotten, "\(proof.remains)")
            let mention = try #require(try await world.store.read { try $0.mention(id) })
            #expect(mention.author == "person-1")
            #expect(mention.content.text == Self.words + " person-1")
            #expect(mention.content.reply?.text == "Dear person-1, we are sorry.")
            try await world.visit(
                .init("a", author: Self.jan, text: Self.words + " Edited once more, it leaks."))
            #expect(try await world.store.read { try $0.mentions().count } == 1)
            #expect(!"\(try await world.store.read { try $0.contents() })".contains("Kowalski"))
        }
    }

    @Test func `a first name is others', too: they and their words stay`() async throws {
        try await World.with { world in
            try await world.visit(
                .init("a", author: "Jan", text: Self.words),
                .init("b", author: "Ewa Nowak", text: Self.others + " Jan at the desk was kind."))
            let forget = world.forget(.init(author: "Jan", keepsTexts: false, pseudonym: "person-1"))
            let found = try await forget.look()
            #expect(found.reach != .everywhere)
            _ = try await forget.perform(found)
            #expect(try await forget.prove(found, files: []).isForgotten)
            let kept = try #require(try await world.mention(of: "Ewa Nowak"))
            #expect(kept.content.text.hasSuffix("Jan at the desk was kind."))
            // Another Jan may complain; this one's word does not come back.
            try await world.visit(
                .init("a", author: "Jan", text: Self.words),
                .init("c", author: "Jan", text: "Awful, a scam."),
                .init("b", author: "Ewa Nowak", text: Self.others + " Jan at the desk was kind."))
            #expect(try await world.store.read { try $0.mentions().count } == 3)
        }
    }

    @Test func `a page that somebody else's hold needs stays, and is told`() async throws {
        let folder = try TemporaryFolder()
        try await World.with(evidence: folder.path("evidence")) { world in
            try await world.visit(
                .init("a", author: Self.jan, text: Self.words),
                .init("b", author: "Ewa Nowak", text: Self.others))
            let ewas = try #require(try await world.mention(of: "Ewa Nowak"))
            _ = try await world.desk().hold(.mention(ewas.id), why: "court")
            let forget = world.forget(.init(author: Self.jan, keepsTexts: false, pseudonym: "person-1"))
            let found = try await forget.look()
            #expect(found.evidenceHolds.map(\.why) == ["court"])
            _ = try await forget.perform(found)
            let proof = try await forget.prove(found, files: [])
            #expect(!proof.isForgotten)
            #expect(proof.records > 0 && proof.tables.isEmpty)
            let report = try await verifyEvidence(
                in: folder.path("evidence"), ledger: StoredEvidence(world.store))
            #expect(report.isSound && report.gone == 0)
        }
    }

    @Test(arguments: [
        ("&#74;an <b>K</b>owalski", "Jan Kowalski"), ("\\u017baneta", "Żaneta"),
        ("a &amp; b < c", "a &amp; b < c"),
        ("&#x17B;aneta &#9999999;", "Żaneta "),
    ])
    func `a page is read as text before it is searched`(markup: String, expected: String) {
        #expect(unescaped(markup) == expected)
    }
}

extension World {
    fileprivate func forget(_ request: Forget.Request) -> Forget {
        Forget(store: store, setup: setup, request: request, who: "eva", now: time.now())
    }

    fileprivate func mention(of author: String) async throws -> Mention? {
        try await store.read { try $0.mentions().first { $0.author == author } }
    }
}

extension Session {
    /// Every value of every row, bytes as the text they are.
    fileprivate func contents() throws -> [String] {
        let names = try query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'", []
        ) { $0.text() }
        return try names.flatMap { table in
            let columns = try query("SELECT name FROM pragma_table_info(?)", [table]) { $0.text() }
            return try columns.flatMap { column in
                try query("SELECT CAST(\"\(column)\" AS TEXT) FROM \"\(table)\"", []) { $0.text() }
            }
        }
    }
}
