import Complaints
import Foundation
import SQLiteStorage
import Storage
import TestSupport
import Testing

@testable import Monitor

/// A name in every table that holds words, in every writing: afterwards not a byte of it is left.
struct ForgetEverywhereTests {
    private static let words = "Terrible, my grey kettle leaked all over the kitchen and nobody answers me."

    /// Where staff, sites and receivers may leave a name, and how a row comes to be there.
    private static let rows: [String] = [
        "INSERT INTO silence (made, by, until, why, endpoints, types, subjects, cases, sources) "
            + "VALUES (1, 'eva', 2, ?, '', '', '', '', '')",
        "INSERT INTO audit (at, who, command, subject, note) VALUES (1, 'eva', 'backup', NULL, ?)",
        "INSERT INTO backup (at, by, path, bytes, sha256) VALUES (1, 'eva', ?, 1, zeroblob(32))",
        "INSERT INTO upkeep (what, at, found) VALUES ('purge', 1, ?)",
        "INSERT INTO notice (name, at, text) VALUES ('configuration', 1, ?)",
        "INSERT INTO tag (\"case\", name, at, by) VALUES (2, ?, 1, 'eva')",
        "INSERT INTO cookie (source, line) VALUES ('acme', ?)",
        "INSERT INTO hold (\"case\", at, by, why, ended) VALUES (2, 1, 'eva', ?, 2)",
        "INSERT INTO gap (source, kind, state, opened, pages, records, failures, why) "
            + "VALUES ('acme', 'gap', 'closed', 1, 0, 0, 0, ?)",
        "UPDATE visit SET reason = ?", "UPDATE source SET last_failure = ?",
        "UPDATE source SET paused_why = ?",
        "UPDATE alert SET last_error = ?", "UPDATE \"case\" SET next_step = ?",
        "UPDATE contract SET held = ?", "UPDATE contract SET breaches = ?",
        "INSERT INTO delivery (alert, at, error, took) SELECT min(number), 1, ?, 1 FROM alert",
        "INSERT INTO page (source, url, read_as, records) VALUES ('acme', ?, 1, 1)",
        "UPDATE decision SET why = ?", "UPDATE mention SET reasons = ? WHERE id = 2",
    ]

    /// Each of the ways in which one row or another writes the name.
    private static func writings(of name: String) -> [String] {
        let words = name.split(separator: " ").map(String.init)
        let plain = [
            name, name.uppercased(), words.reversed().joined(separator: " "),
            words.reversed().joined(separator: ", "),
            words.joined(separator: "-").lowercased(), name.decomposedStringWithCanonicalMapping,
        ]
        let mixed = [
            words.joined(separator: "%20"), words.reversed().joined(separator: "%2C%20").lowercased(),
            words.map { escapedSpellings(of: $0).first ?? $0 }.joined(separator: "-"),
            words.map { escapedSpellings(of: $0).last ?? $0 }.joined(separator: "&#32;"),
        ]
        return (plain + mixed + escapedSpellings(of: name)).map { "he said: \($0) was here" }
    }

    @Test(arguments: ["Jan Kowalski", "Żaneta Wójcik", "Людмила Ёлкина"])
    func `no table and no byte of the files holds it`(name: String) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ombud.db")
        let store = try SQLiteStore(path: path, now: ManualTime.monday)
        try await World.with(store: store) { world in
            let writings = Self.writings(of: name)
            for writing in writings.prefix(5) {
                try await world.visit(
                    .init("a", author: name, text: Self.words),
                    .init("b", author: "Ewa Nowak", text: "Awful, the parcel never came and \(writing)."))
                let ewas = try #require(try await world.store.read { try $0.mention(MentionID(2))?.caseID })
                _ = try await world.desk().note(writing, on: ewas)
            }
            _ = try await world.desk().confirm(MentionID(2))
            // What writes the name in one way today may write it in another tomorrow: each row in turn.
            for round in 0..<3 {
                try await store.write { session in
                    for (index, sql) in Self.rows.enumerated() {
                        let text = writings[(index * 3 + round * 5) % writings.count]
                        let replacing =
                            sql.hasPrefix("INSERT INTO tag") || sql.contains("upkeep")
                            || sql.contains("notice") || sql.contains("cookie") || sql.contains("INTO page")
                        _ = try session.execute(
                            replacing ? sql.replacing("INSERT", with: "INSERT OR REPLACE") : sql, [text])
                    }
                }
            }
            let forget = Forget(
                store: store, setup: world.setup,
                request: .init(
                    author: name.split(separator: " ").reversed().joined(separator: " "), keepsTexts: false,
                    pseudonym: "person-1"), who: "eva", now: world.time.now())
            let found = try await forget.look()
            #expect(found.ids == [MentionID(1)])
            _ = try await forget.perform(found)
            let proof = try await forget.prove(found, files: [path])
            #expect(proof.isForgotten, "\(proof.remains)")
            #expect(proof.bytes > 0)

            // The same once more, by other means.
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            for writing in [name, name.uppercased()] + escapedSpellings(of: name) {
                #expect(bytes.range(of: Data(writing.utf8)) == nil, "\(writing)")
            }
            let last = lettersOnly(String(name.split(separator: " ")[1])).folding(
                options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            let text = String(decoding: bytes, as: UTF8.self).folding(
                options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            #expect(!text.contains(last))
            let kept = try #require(try await store.read { try $0.mention(MentionID(2)) })
            #expect(kept.author == "Ewa Nowak" && kept.content.text.contains("was here"))
        }
    }

    @Test func `a part of the text in a receiver's answer, and in a digest, goes too`() async throws {
        try await World.with { world in
            try await world.visit(.init("a", author: "Jan Kowalski", text: Self.words))
            try await world.store.write { session in
                _ = try session.execute(
                    "UPDATE alert SET last_error = ?", ["400 bad field: my grey KETTLE leaked all... (cut)"])
                _ = try session.execute("UPDATE event SET type = type WHERE body IS NOT NULL")
            }
            let forget = Forget(
                store: world.store, setup: world.setup,
                request: .init(author: "Jan Kowalski", keepsTexts: false, pseudonym: "p"), who: "eva",
                now: world.time.now())
            _ = try await forget.perform(try await forget.look())
            let answers = try await world.store.read {
                try $0.query("SELECT last_error FROM alert", []) { $0.text() }
            }
            #expect(!answers.isEmpty && answers.allSatisfy { $0 == erasedText }, "\(answers)")
        }
    }

    @Test func `a hold on a case goes with its mentions into whatever case takes it over`() async throws {
        try await World.with { world in
            try await world.visit(
                .init("a", author: "Jan Kowalski", text: Self.words),
                .init("b", author: "Ewa Nowak", text: "Awful, the parcel never came and they lied about it."),
                .init("c", author: "Ola Lis", text: "Broken on arrival, what a scam, and no refund at all."))
            let cases = try await world.store.read { session in
                try session.mentions().reduce(into: [:]) { $0[$1.author ?? ""] = $1.caseID }
            }
            let (jans, ewas, olas) = (
                try #require(cases["Jan Kowalski"]), try #require(cases["Ewa Nowak"]),
                try #require(cases["Ola Lis"])
            )
            let desk = world.desk()
            let order = [jans, ewas, olas].sorted()
            // The last goes into the middle one, which is held, and goes into the first.
            _ = try await desk.merge([order[1], order[2]], why: "one household")
            _ = try await desk.hold(.case(order[1]), why: "court VI C 12/26")
            _ = try await desk.merge([order[0], order[1]], why: "one household")
            for author in ["Jan Kowalski", "Ewa Nowak", "Ola Lis"] where cases[author] != order[0] {
                let forget = Forget(
                    store: world.store, setup: world.setup,
                    request: .init(author: author, keepsTexts: false, pseudonym: "p"), who: "eva",
                    now: world.time.now())
                let found = try await forget.look()
                #expect(found.holds.map(\.why) == ["court VI C 12/26"], "\(author)")
                do {
                    _ = try await forget.perform(found)
                    Issue.record("\(author) was forgotten")
                } catch let refusal as Forget.Refusal {
                    #expect(refusal.description.contains("`ombud case hold \(order[1].number) --end`"))
                }
            }
        }
    }

    @Test func `what was noted on a case before it was merged goes, too`() async throws {
        try await World.with { world in
            try await world.visit(
                .init("a", author: "Jan Kowalski", text: Self.words),
                .init("b", author: "Ewa Nowak", text: "Awful, the parcel never came and they lied about it."))
            let mentions = try await world.store.read { try $0.mentions() }
            let cases = Set(mentions.compactMap(\.caseID)).sorted()
            let jan = try #require(mentions.first { $0.author == "Jan Kowalski" })
            let own = try #require(jan.caseID)
            _ = try await world.desk().note("he lives in Lipowa street 7", on: own)
            _ = try await world.desk().merge(cases, why: "one household")
            let forget = Forget(
                store: world.store, setup: world.setup,
                request: .init(author: "Kowalski Jan", keepsTexts: false, pseudonym: "p"), who: "eva",
                now: world.time.now())
            let found = try await forget.look()
            _ = try await forget.perform(found)
            let notes = try await world.store.read {
                try $0.query("SELECT note FROM timeline WHERE note IS NOT NULL", []) { $0.text() }
            }
            // Where it was merged into his own case, it is noted in one that is others', too, and his name alone goes.
            let isShared = own == cases[0]
            #expect(notes.contains { $0.contains("Lipowa") } == isShared, "\(notes)")
            #expect(try await forget.prove(found, files: []).isForgotten)
        }
    }
}
