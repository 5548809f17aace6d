import Foundation
import Testing
import TestSupport

/// `ombud init`: from a few answers to settings that work.
@Suite(.timeLimit(.minutes(5)))
struct InitTests {
    private func initialise(_ folder: String, _ more: String...) async throws -> Program.Run {
        try await Program.run(["init", "--dir", folder] + more)
    }

    @Test(arguments: ["Acme", "Żółta Kaczka", "Сбербанк", "A&B \"Tools\": #1", "on"])
    func `what it writes has no fault, whatever the subject is called`(subject: String) async throws {
        let folder = try TemporaryFolder()
        let run = try await initialise(
            folder.path("new/config"), "--subject", subject, "--term", "Acme Ltd", "--url",
            "https://reviews.site/acme?page=1&x=%20", "--url", "https://forum.site/latest.rss", "--contact",
            "https://firm.pl/contact", "--json")
        #expect(run.code == 0, "\(run.errors)")
        let line = try #require(try run.objects().first)
        #expect((line["created"] as? [String])?.count == 2)
        let check = try await Program.run(["check", "--config", folder.path("new/config")])
        #expect(check.code == 0, "\(check.output)\(check.errors)")
        #expect(check.output.contains("no faults: 1 watchlist, 2 sources"))
    }

    @Test func `nothing is overwritten, and a second subject goes into a file of its own`() async throws {
        let folder = try TemporaryFolder()
        let given = ["--url", "https://reviews.site/acme", "--contact", "desk@firm.pl"]
        let first = try await Program.run(
            ["init", "--dir", folder.url.path, "--subject", "Acme"] + given)
        #expect(first.code == 0, "\(first.errors)")
        let settings = try String(contentsOfFile: folder.path("ombud.yaml"), encoding: .utf8)
        #expect(settings.contains("Ombud/1.0 (+desk@firm.pl)"))
        try Data((settings + "threshold: 0.5\n").utf8).write(to: folder.url.appending(path: "ombud.yaml"))

        let again = try await Program.run(
            ["init", "--dir", folder.url.path, "--subject", "Acme"] + given)
        #expect(again.code == 1 && again.errors.contains("nothing is overwritten"))
        let second = try await initialise(
            folder.url.path, "--subject", "Other", "--url", "https://reviews.site/acme", "--json")
        #expect(second.code == 0, "\(second.errors)")
        #expect(try second.objects().first?["kept"] as? [String] == [folder.path("ombud.yaml")])
        let now = try String(contentsOfFile: folder.path("ombud.yaml"), encoding: .utf8)
        #expect(now == settings + "threshold: 0.5\n")
        let names = try String(contentsOfFile: folder.path("watchlists/other.yaml"), encoding: .utf8)
        #expect(names.contains("name: reviews-acme-2"), "\(names)")
    }

    @Test(
        arguments: [
            (["--contact", "other@firm.pl"], "leave --contact away", 1),
            (["--store", "sqlite:/elsewhere/o.db"], "leave --store away", 1),
            (["--contact", "desk@firm.pl", "--store", "sqlite:ombud.db"], "", 0),
        ] as [([String], String, Int32)])
    func `what would not be done beside settings that are there is refused`(
        more: [String], words: String, code: Int32
    ) async throws {
        let folder = try TemporaryFolder()
        let given = ["--config", folder.url.path, "--url", "https://reviews.site/acme"]
        let first = try await Program.run(
            ["init", "--subject", "Acme", "--contact", "desk@firm.pl"] + given)
        #expect(first.code == 0, "\(first.errors)")
        let second = try await Program.run(["init", "--subject", "Other"] + given + more)
        #expect(second.code == code && (words.isEmpty || second.errors.contains(words)), "\(second.errors)")
        #expect(
            FileManager.default.fileExists(atPath: folder.path("watchlists/other.yaml")) == (code == 0))
    }

    @Test func `the example's contact in settings that were installed is the one thing it changes`()
        async throws
    {
        let folder = try TemporaryFolder()
        let shipped = try String(contentsOf: Project.file("config/ombud.yaml"), encoding: .utf8)
        try Data(shipped.utf8).write(to: folder.url.appending(path: "ombud.yaml"))
        let run = try await initialise(
            folder.url.path, "--subject", "Acme", "--url", "https://acme.site/reviews", "--contact",
            "https://firm.pl/contact")
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("changed \(folder.path("ombud.yaml"))"))
        let now = try String(contentsOfFile: folder.path("ombud.yaml"), encoding: .utf8)
        #expect(
            now
                == shipped.replacing("https://example.org/contact\"", with: "https://firm.pl/contact\"")
                .replacing("(+https://example.org/contact)\"", with: "(+https://firm.pl/contact)\""))
    }

    @Test(
        arguments: [
            ([], "give --subject, --url, --contact too", 64),
            (["--subject", "Acme"], "give --url, --contact too", 64),
            (["--subject", " ", "--url", "https://a.site/", "--contact", "d@f.pl"], "a name is wanted", 65),
            (
                ["--subject", "A", "--url", "a.site/x", "--contact", "d@f.pl"],
                "did you mean `https://a.site/x`?", 65
            ),
            (["--subject", "A", "--url", "https://a.site/", "--contact", "me"], "is no contact", 65),
            (
                ["--subject", "A", "--url", "https://a.site/", "--contact", "https://example.org/x"],
                "is an example", 65
            ),
        ] as [([String], String, Int32)])
    func `what is missing or wrong is told, and nothing is written`(
        options: [String], words: String, code: Int32
    ) async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(["init", "--dir", folder.path("c")] + options)
        #expect(run.code == code && run.errors.contains(words), "\(run.code) \(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("c/ombud.yaml")))
    }

    @Test func `a store or a folder that cannot be is refused as usage, and nothing is written`() async throws
    {
        let folder = try TemporaryFolder()
        let file = folder.path("notes.txt")
        try Data("x".utf8).write(to: URL(fileURLWithPath: file))
        let rest = ["--subject", "Acme", "--url", "https://a.example/x", "--contact", "https://b.example/us"]
        for store in ["foo", "sqlite:", "postgres://host/name"] {
            let run = try await Program.run(["init", "--dir", folder.path("new"), "--store", store] + rest)
            #expect(run.code == 64 && run.errors.contains("sqlite:PATH"), "\(run.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("new")))
        let run = try await Program.run(["init", "--dir", file] + rest)
        #expect(run.code == 64 && run.errors.contains("is a file; name the folder"), "\(run.errors)")
    }

    @Test func `beside settings with a fault it writes nothing`() async throws {
        let folder = try TemporaryFolder()
        try Data("treshold: 0.5\n".utf8).write(to: folder.url.appending(path: "ombud.yaml"))
        let run = try await initialise(
            folder.url.path, "--subject", "A", "--url", "https://a.site/", "--contact", "d@f.pl")
        #expect(run.code == 78 && run.errors.contains("unknown key `treshold`"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("watchlists/a.yaml")))
    }
}
