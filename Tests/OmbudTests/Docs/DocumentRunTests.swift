import Foundation
import TestSupport
import Testing

/// The commands of the pages, run one after the other in a place that has what they name.
@Suite struct DocumentRunTests {
    /// What the pages name, and what stands for it here.
    private static let stands = [
        "42": "1", "#42": "1", "https://reviews.example/acme": "SITE/acme", "38": "2",
        "/srv/www/ola.ics": "ola.ics", "/var/backups/ombud/2026-03-02.db": "copy.db",
    ]
    /// They wait for a person, for a terminal or for ever, or are tried by tests of their own.
    private static let elsewhere: Set<String> = ["serve", "review", "demo", "init", "restore"]

    @Test func `the commands in the blocks of the pages run`() async throws {
        let site = try await ScriptedSite.start()
        let receiver = try await ScriptedSite.start()
        receiver.put("/hook", html: "taken")
        let now = Date().formatted(.iso8601)
        for (path, ids) in [("/acme", ["a1", "a2", "a3"]), ("/forum", ["f1"]), ("/town", ["t1", "t2"])] {
            site.put(path, ListPage(ids.map { ListPage.Review($0, author: "Author \($0)", published: now) }))
        }
        let folder = try TemporaryFolder()
        try Self.write(folder, site: site.url, receiver: receiver.url)
        var faults: [String] = []
        var count = 0
        func run(_ arguments: [String]) async throws -> Program.Run {
            try await Program.run(
                arguments, environment: ["OMBUD_CONFIG": folder.path("config"), "OMBUD_USER": "ola"],
                in: folder.url)
        }
        #expect(try await run(["poll"]).code == 0)
        for page in Document.all {
            for call in page.calls where !call.isMention {
                guard let first = call.arguments.first, !Self.elsewhere.contains(first) else { continue }
                // A form to fill in, not a command to type.
                if call.arguments.contains(where: { $0.contains("[") || $0.contains("|") }) { continue }
                var arguments = call.arguments.map { word in
                    (Self.stands[word] ?? word).replacing("SITE", with: site.url)
                }
                if let index = arguments.firstIndex(of: "--config") {
                    arguments.removeSubrange(index...(index + 1))
                }
                let done = try await run(arguments)
                count += 1
                // 1: the thing is not there, or is in another state by now; the command itself was understood.
                if ![0, 1].contains(done.code) {
                    faults.append("\(call) (\(arguments)): \(done.code) \(done.errors)")
                }
            }
        }
        #expect(faults == [])
        #expect(count > 40)
        await site.stop()
        await receiver.stop()
    }

    private static func write(_ folder: TemporaryFolder, site: String, receiver: String) throws {
        let watchlist = """
            subject: Acme
            terms: [Acme]
            sources:
              - { name: acme-opinions, url: "\(site)/acme", every: 15m, about: subject }
              - { name: forum, url: "\(site)/forum", every: 15m, about: subject }
              - { name: town-forum, url: "\(site)/town", every: 15m, about: subject }

            """
        let calendar = "{ zone: Europe/Warsaw, hours: { mon: [\"09:00-17:00\"] } }"
        let files = [
            "config/ombud.yaml": """
            store: "sqlite:ombud.db"
            user-agent: "Ombud/1.0 (+https://acme.example/complaints)"
            fetch: { allow-private: ["127.0.0.0/8"], per-host: { delay: 0s } }
            endpoints: [{ name: desk, url: "\(receiver)/hook" }]
            staff: { people: [{ name: anna }, { name: ola }, { name: jan }] }

            """,
            "config/watchlists/acme.yaml": watchlist,
            "watchlists/acme.yaml": watchlist, "new-acme.yaml": watchlist,
            "changed.yaml":
                "name: default\ncalendar: \(calendar)\nclocks: [{ name: answer, within: 2wd, until: reply }]\n",
            "page.html": "<html><body><article>Terrible.</article></body></html>",
        ]
        for (path, text) in files {
            let url = folder.url.appending(path: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    @Test func `the programs in the page about evidence prove what was exported`() async throws {
        guard await ReceiverProcess.has("python3", ["-c", "import sqlite3, gzip"]) else {
            return print("python3 is not there: the programs of docs/evidence.md are not run")
        }
        let programs = try Document("docs/evidence.md").blocks.filter { $0.kind == "python" }.map(\.text)
        #expect(programs.count == 2)
        try await Workplace.with { place in
            #expect(try await place.run("poll").code == 0)
            let out = place.folder.url.appending(path: "proof")
            let export = try await place.run("export", "evidence", "--case", "1", "--out", out.path)
            #expect(export.code == 0, "\(export.errors)")
            for (program, argument) in zip(programs, [out.path, place.database.path]) {
                let file = place.folder.url.appending(path: "prove.py")
                try Data(program.utf8).write(to: file)
                #expect(await ReceiverProcess.has("python3", [file.path, argument]))
            }
        }
    }
}
