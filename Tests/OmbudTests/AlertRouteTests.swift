import Foundation
import TestSupport
import Testing

/// `ombud alert route` and `ombud alert preview`: what happens to an event, before it happens.
@Suite struct AlertRouteTests {
    private static let settings = """
        store: "sqlite::memory:"
        user-agent: "Ombud/1.0 (+https://acme.example/complaints)"
        endpoints:
          - { name: desk, url: "https://desk.example/" }
          - { name: chat, format: slack, url: "https://chat.example/", language: pl }
          - { name: boss, format: command, command: [/bin/true], enabled: false }
        routes:
          - { types: "ombud.case.*", urgency: { from: high }, to: [chat, boss], continue: true }
          - { types: ["ombud.case.*", "ombud.mention.*"], legal: true, to: desk }
          - { source: "forum*", to: desk }
          - { to: chat }

        """

    private func with(_ work: (URL) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        try Data(Self.settings.utf8).write(to: folder.url.appending(path: "ombud.yaml"))
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "watchlists"), withIntermediateDirectories: true)
        try await work(folder.url)
    }

    private let event =
        #"{"type":"ombud.case.missed","subject":"case/42","data":{"case":{"id":42,"urgency":"high","owner":"anna","sources":["forum-a"]},"policy":"p"}}"#

    @Test func `where an event goes is explained route by route`() async throws {
        try await with { folder in
            let run = try await Program.run(
                ["alert", "route", "--event", "-", "--config", folder.path], input: event)
            #expect(run.code == 0, "\(run.errors)")
            for line in [
                "source forum-a, policy p, urgency high, owner anna",
                "route 1 to chat, boss: takes it and goes on",
                "route 2 to desk: passed over, the event says no legal; true is wanted",
                "route 3 to desk: takes it",
                "route 4 to chat: not asked, route 3 took it", "It goes to chat, desk.",
                "Switched off, and so not sent to: boss.",
            ] { #expect(run.output.contains(line), "\(line) in \(run.output)") }
        }
    }

    @Test func `the same for programs`() async throws {
        try await with { folder in
            let run = try await Program.run(
                ["alert", "route", "--event", "-", "--json", "--config", folder.path], input: event)
            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            #expect(
                json["endpoints"] as? [String] == ["chat", "desk"] && json["off"] as? [String] == ["boss"])
            let routes = try #require(json["routes"] as? [[String: Any]])
            #expect(
                routes.map { $0["verdict"] as? String } == ["taken", "passed-over", "taken", "not-asked"])
            #expect(routes[3]["taken_by"] as? Int == 3 && routes[1]["why"] as? [String] != [])
        }
    }

    @Test func `what is no event, no file or no id is said so`() async throws {
        try await with { folder in
            let config = ["--config", folder.path]
            let bad = try await Program.run(["alert", "route", "--event", "-"] + config, input: "{}")
            #expect(bad.code == 65 && bad.errors.contains("has no `type`"))
            #expect(
                try await Program.run(["alert", "route", "--event", "/nowhere.json"] + config).code == 65)
            #expect(try await Program.run(["alert", "route", "--id", "evt_1"] + config).code != 0)
            #expect(try await Program.run(["alert", "route"] + config).code == 64)
        }
    }

    @Test func `what an endpoint would be sent is shown`() async throws {
        try await with { folder in
            let run = try await Program.run(
                [
                    "alert", "preview", "--endpoint", "chat", "--type", "ombud.case.missed", "--json",
                    "--config", folder.path,
                ])
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.output.contains("przekroczono termin") && run.output.contains("plain_text"))
            let strange = try await Program.run([
                "alert", "preview", "--type", "ombud.no", "--config", folder.path,
            ])
            #expect(strange.code == 64)
        }
    }
}
