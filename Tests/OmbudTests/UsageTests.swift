import Foundation
import Testing
import TestSupport

/// What a person meets who types something: help, wrong usage, things that are not there.
@Suite(.timeLimit(.minutes(5)))
struct UsageTests {
    @Test(
        arguments: [
            ["nope"], ["--nope"], ["mention", "show"], ["mention", "show", "x"], ["case", "show", "#"],
            ["case", "list", "--state", "sleepy"], ["mention", "list", "--limit=-1"],
            ["inbox", "--limit", "x"],
            ["mention", "dismiss", "m1"], ["serve", "--log-level", "loud"], ["try", "nope"],
            ["case", "show", "99999999999999999999"], ["poll", "--due", "--backfill"], ["source", "pause"],
            ["export", "evidence"], ["export", "evidence", "--case", "x"],
            ["source", "show", "a", "--visits=-1"], ["case", "assign", "1"], ["case", "next", "1", " "],
            ["case", "next", "1", "call", "--due", "soon"], ["case", "delay", "1", "--until", "+3d"],
            ["case", "delay", "1", "--why", "parts"], ["case", "reopen", "1"], ["case", "merge", "1", "1"],
            ["case", "delay", "1", "--until", "+3d", "--why", "x", "--kind", "maybe"], ["case", "open", "x"],
        ])
    func `wrong usage exits 64 and says how it is used`(arguments: [String]) async throws {
        let run = try await Program.run(arguments)
        #expect(run.code == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("Usage: ombud"))
    }

    @Test func `help names every command of the contract`() async throws {
        let run = try await Program.run(["--help"])
        #expect(run.code == 0)
        let commands = [
            "serve", "poll", "check", "doctor", "plan", "backup", "restore", "purge", "forget", "demo",
            "inbox",
            "review", "mention", "search", "case", "incident", "source", "alert", "report", "export",
            "simulate", "try",
        ]
        for command in commands { #expect(run.output.contains("\n  \(command) "), "\(command) is missing") }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completions are printed for each shell`(shell: String) async throws {
        let run = try await Program.run(["--generate-completion-script", shell])
        #expect(run.code == 0)
        #expect(run.output.contains("inbox"))
    }

    @Test(
        arguments: [
            (["mention", "show", "m999"], "there is no mention m999"),
            (["mention", "confirm", "m999"], "there is no mention m999"),
            (["mention", "dismiss", "m999", "--why", "spam"], "there is no mention m999"),
            (["case", "show", "#999"], "there is no case #999"),
            (["case", "take", "999"], "there is no case #999"),
            (["case", "note", "999", "called"], "there is no case #999"),
            (["case", "reply", "999"], "there is no case #999"),
            (["case", "resolve", "999"], "there is no case #999"),
            (["case", "open", "m999"], "there is no mention m999"),
            (["case", "assign", "999", "anna"], "there is no case #999"),
            (["case", "next", "999", "call"], "there is no case #999"),
            (["case", "delay", "999", "--until", "+2wd", "--why", "parts"], "there is no case #999"),
            (["case", "wait", "999"], "there is no case #999"),
            (["case", "resume", "999"], "there is no case #999"),
            (["case", "reopen", "999", "--why", "again"], "there is no case #999"),
            (["case", "merge", "998", "999"], "there is no case #998"),
            (["case", "brief", "999"], "there is no case #999"),
            (["source", "show", "nope"], "there is no source nope"),
            (["source", "pause", "nope"], "there is no source nope"),
            (
                ["source", "resume", "acme-opinion"],
                "there is no source acme-opinion in the watchlists; did you"
            ),
            (
                ["source", "pause", "acme-opinions"],
                "the daemon has not taken up the source acme-opinions yet"
            ),
            (["poll", "nope"], "there is no source nope"),
            (["plan", "nope"], "there is no source nope"),
            (["export", "evidence", "--case", "999"], "there is no case #999"),
            (["alert", "resend", "evt_nope"], "there is no alert evt_nope"),
            (["alert", "test", "nope"], "there is no endpoint nope"),
            (["alert", "show", "evt_nope"], "there is no alert evt_nope"),
            (["alert", "disable", "nope"], "there is no endpoint nope"),
            (["alert", "resend", "--endpoint", "nope"], "there is no endpoint nope"),
        ])
    func `what is not there exits 1 and is named`(arguments: [String], sentence: String) async throws {
        let folder = try TemporaryFolder()
        let config = try smallConfig(in: folder.url)
        let run = try await Program.run(arguments + ["--config", config.path])
        #expect(run.code == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix(sentence))
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test(arguments: ["inbox", "mention list", "case list", "alert list", "source list"])
    func `before the daemon ran, lists are empty and no store is made`(command: String) async throws {
        let folder = try TemporaryFolder()
        let config = try smallConfig(in: folder.url)
        let run = try await Program.run(
            command.split(separator: " ").map(String.init) + ["--config", config.path])
        #expect(run.code == 0)
        #expect(run.errors.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.path("o.db")))
    }

    @Test(
        arguments: [
            ("sqlite:/nowhere/at/all/o.db", Int32(69), "the folder /nowhere/at/all is not there"),
            ("mysql://host/db", 64, "--store: the store is `mysql://host/db`; sqlite:PATH"),
            ("", 64, "sqlite:PATH"),
        ])
    func `a store that cannot be used is told with its code`(
        store: String, code: Int32, words: String
    ) async throws {
        let folder = try TemporaryFolder()
        let config = try smallConfig(in: folder.url)
        let run = try await Program.run(["inbox", "--config", config.path, "--store", store])
        #expect(run.code == code)
        #expect(run.errors.contains(words))
    }

    @Test func `without a configuration anywhere it is said where one is looked for`() async throws {
        let run = try await Program.run(["check", "--config", "/nowhere"])
        #expect(run.code == 78)
        #expect(run.errors.hasPrefix("/nowhere/ombud.yaml:1:1: there is no such file"))
    }
}

/// A config folder with one source that is never polled.
func smallConfig(in folder: URL) throws -> URL {
    let config = folder.appending(path: "config")
    try FileManager.default.createDirectory(
        at: config.appending(path: "watchlists"), withIntermediateDirectories: true)
    try Data(
        """
        store: "sqlite:../o.db"
        user-agent: "Test/1.0 (+https://test.example/contact)"

        """.utf8
    ).write(to: config.appending(path: "ombud.yaml"))
    try Data(
        """
        subject: Acme
        sources:
          - { name: acme-opinions, url: "https://reviews.example/acme", every: 1h }

        """.utf8
    ).write(to: config.appending(path: "watchlists/acme.yaml"))
    return config
}
