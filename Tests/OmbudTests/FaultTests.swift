import Foundation
import Testing
import TestSupport

/// Faulty settings: every fault with its place, exit 78, and nothing changed.
@Suite(.timeLimit(.minutes(5)))
struct FaultTests {
    /// Faults in three files, each with words that its line must hold.
    private let wanted = [
        ("ombud.yaml:3:1:", "did you mean `listen`?"),
        ("watchlists/acme.yaml:3:", "intervall"),
        ("watchlists/acme.yaml:4:", "ftp://reviews.example"),
        ("policies/shop.yaml:2:29:", "8 hours"),
    ]

    private func faultyConfig(in folder: URL) throws -> URL {
        let config = try smallConfig(in: folder)
        try FileManager.default.createDirectory(
            at: config.appending(path: "policies"), withIntermediateDirectories: true)
        let main = try String(contentsOf: config.appending(path: "ombud.yaml"), encoding: .utf8)
        try Data((main + "listn: \"127.0.0.1:8377\"\n").utf8).write(to: config.appending(path: "ombud.yaml"))
        try Data(
            """
            subject: Acme
            sources:
              - { name: one, url: "https://reviews.example/acme", every: 1h, intervall: 1h }
              - { name: two, url: "ftp://reviews.example/acme", every: 1h }

            """.utf8
        ).write(to: config.appending(path: "watchlists/acme.yaml"))
        try Data(
            """
            clocks:
              - { name: answer, within: 8 hours, until: reply }

            """.utf8
        ).write(to: config.appending(path: "policies/shop.yaml"))
        return config
    }

    @Test(arguments: ["check", "serve", "poll"])
    func `every fault is printed with its place, and nothing is made`(command: String) async throws {
        let folder = try TemporaryFolder()
        let config = try faultyConfig(in: folder.url)
        let run = try await Program.run([command, "--config", config.path])
        #expect(run.code == 78)
        let faults = run.errors.split(separator: "\n").map(String.init)
        for (place, words) in wanted {
            #expect(
                faults.contains { $0.contains(place) && $0.contains(words) },
                "\(place) with \(words) is not in \(run.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("o.db")))
    }

    @Test func `check --json gives each fault as an object with its place`() async throws {
        let folder = try TemporaryFolder()
        let config = try faultyConfig(in: folder.url)
        let run = try await Program.run(["check", "--json", "--config", config.path])
        #expect(run.code == 78)
        let faults = try run.objects()
        #expect(faults.count >= wanted.count)
        for fault in faults {
            #expect(fault["file"] is String && fault["message"] is String)
            #expect(fault["line"] is Int && fault["column"] is Int)
        }
    }

    @Test func `check of faultless settings exits 0`() async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(["check", "--config", try smallConfig(in: folder.url).path])
        #expect(run.code == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains("no faults"))
    }

    @Test func `the settings that come with Ombud have no fault`() async throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let run = try await Program.run(["check", "--config", root.appending(path: "config").path])
        #expect(run.code == 0, "\(run.errors)")
    }

    @Test func `a secret that is not there stops serve and names the key`() async throws {
        let folder = try TemporaryFolder()
        let config = try smallConfig(in: folder.url)
        let main = try String(contentsOf: config.appending(path: "ombud.yaml"), encoding: .utf8)
        let endpoint = """
            endpoints:
              - { name: desk, url: "https://desk.example/", secret: { file: desk.secret } }

            """
        try Data((main + endpoint).utf8).write(to: config.appending(path: "ombud.yaml"))
        let run = try await Program.run(["serve", "--config", config.path])
        #expect(run.code == 78)
        #expect(run.errors.contains("ombud.yaml:4:"))
        #expect(run.errors.contains("the secret of endpoint `desk`"))
    }
}
