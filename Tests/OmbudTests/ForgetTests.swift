import Complaints
import Demo
import Foundation
import Storage
import TestSupport
import Testing

/// `ombud forget` over what the demo site says: afterwards not a byte of the person is left.
@Suite(.timeLimit(.minutes(5)))
struct ForgetTests {
    @Test(arguments: [true, false]) func `a person is gone from every file, and does not come back`(
        erases: Bool
    ) async throws {
        try await Workplace.with { place in
            #expect(try await place.run("poll").code == 0)
            let mention = try #require(
                try await named(in: place), "no complaint of the demo is signed in full")
            let (author, text) = (
                try #require(mention["author"] as? String), mention["text"] as? String ?? ""
            )
            let id = try #require(mention["id"] as? String)
            if let caseID = mention["case"] as? Int {
                _ = try await place.run("case", "note", "\(caseID)", "spoke to \(author), he is upset")
            }
            #expect(try bytes(of: place, hold: author))
            let copy = place.folder.path("before.db")
            _ = try await place.run("backup", copy)

            let how = erases ? "--erase" : "--pseudonymise"
            let dry = try await place.run("forget", author, how, "--dry-run", "--json")
            #expect(dry.code == 0, "\(dry.errors)")
            #expect(try dry.objects().first?["dry_run"] as? Bool == true)
            #expect(try bytes(of: place, hold: author))

            let run = try await place.run("forget", author, how, "--json", "--as", "eva")
            let told = try #require(try run.objects().first, "\(run.errors)")
            let proof = try #require(told["proof"] as? [String: Any])
            #expect(run.code == 0, "\(proof)")
            #expect(proof["forgotten"] as? Bool == true)
            #expect(proof["found"] as? Int == 0)
            let backups = try #require(told["backups"] as? [[String: Any]])
            #expect(backups.map { $0["file"] as? String } == [copy])
            #expect(try !bytes(of: place, hold: author))

            let after = try #require(try await place.run("mention", "show", id, "--json").objects().first)
            if erases {
                #expect(after["author"] is NSNull)
                let part = tellingPhrases(text).first ?? text
                #expect(try !bytes(of: place, hold: part))
            } else {
                #expect((after["author"] as? String)?.hasPrefix("person-") == true)
            }
            let found = try await place.run("search", "\"\(author)\"", "--json").objects()
            #expect(found.isEmpty)
            // The site says it still.
            for _ in 0..<2 { #expect(try await place.run("poll").code == 0) }
            #expect(try !bytes(of: place, hold: author))
            let doctor = try await place.run("doctor", "--evidence")
            #expect(doctor.output.contains("all as archived"), "\(doctor.output)")
            // Who did it is known, and not to whom.
            let audit = try await place.run("audit", "list", "--json")
            #expect(audit.output.contains("forget"))
            #expect(!audit.output.contains(author))
        }
    }

    @Test func `legal hold stops it, and the reason is told`() async throws {
        try await Workplace.with { place in
            #expect(try await place.run("poll").code == 0)
            let mention = try #require(try await named(in: place))
            let (author, id) = (
                try #require(mention["author"] as? String), try #require(mention["id"] as? String)
            )
            #expect(try await place.run("mention", "hold", id, "--why", "court VI C 12/26").code == 0)
            let run = try await place.run("forget", author)
            #expect(run.code == 1)
            #expect(run.errors.contains("court VI C 12/26"))
            #expect(try bytes(of: place, hold: author))
            #expect(try await place.run("mention", "hold", id, "--end").code == 0)
            #expect(try await place.run("forget", author).code == 0)
        }
    }

    @Test func `nobody of that name is told, and a name is wanted`() async throws {
        try await Workplace.with { place in
            #expect(try await place.run("poll").code == 0)
            let nobody = try await place.run("forget", "Nobody Atall")
            #expect(nobody.code == 1)
            #expect(nobody.errors.contains("nobody signed as Nobody Atall"))
            #expect(try await place.run("forget").code == 64)
            #expect(try await place.run("forget", "!!!").code == 64)
        }
    }

    /// A complaint whose author has two names, so that the name is nobody else's.
    private func named(in place: Workplace) async throws -> [String: Any]? {
        try await place.run("mention", "list", "--json").objects().first { mention in
            guard let author = mention["author"] as? String else { return false }
            return NameReach(author) == .everywhere
                && tellingPhrases(mention["text"] as? String ?? "").count > 0
        }
    }

    /// Whether a text stands in the store's files or in an archived page, unpacked.
    private func bytes(of place: Workplace, hold text: String) throws -> Bool {
        for suffix in ["", "-wal"] {
            let path = place.database.path + suffix
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            if data.range(of: Data(text.utf8)) != nil { return true }
        }
        return false
    }
}
