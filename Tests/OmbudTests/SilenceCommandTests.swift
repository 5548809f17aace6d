import Foundation
import Testing

/// Silences as staff and scripts meet them.
@Suite(.timeLimit(.minutes(5)))
struct SilenceCommandTests {
    @Test func `a silence holds alerts, is listed, and lets go when it is ended`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let made = try await place.run(
                "alert", "silence", "--for", "2h", "--why", "moving the shop", "--type", "ombud.case.*",
                "--json",
                "--as", "ola")
            #expect(made.code == 0, "\(made.errors)")
            let silence = try #require(try made.objects().first)
            #expect(silence["id"] as? Int == 1 && silence["by"] as? String == "ola")
            #expect(silence["types"] as? [String] == ["ombud.case.*"] && silence["in_force"] as? Bool == true)
            #expect(try await place.run("case", "take", "1", "--as", "ola").code == 0)
            #expect(try await place.run("case", "note", "1", "on it").code == 0)
            #expect(try await place.run("case", "take", "2", "--as", "ola").code == 0)
            let held = try await place.run("alert", "list", "--state", "held", "--json").objects()
            #expect(held.count == 2)
            #expect(
                held.allSatisfy { $0["held_by"] as? String == "silence/1" && $0["next_attempt"] is String })
            let listed = try #require(
                try await place.run("alert", "silence", "list", "--json").objects().first)
            #expect(listed["held"] as? Int == 2 && listed["why"] as? String == "moving the shop")
            let ended = try await place.run("alert", "silence", "end", "1", "--json").objects().first
            #expect(ended?["held"] as? Int == 2 && ended?["in_force"] as? Bool == false)
            #expect(try await place.run("alert", "silence", "list", "--json").output.isEmpty)
            #expect(try await place.run("alert", "silence", "list", "--over").output.contains("over, "))
            _ = try await place.run("poll")
            #expect(try await place.run("alert", "list", "--state", "held", "--json").output.isEmpty)
            let over = try await place.run("alert", "silence", "list", "--over", "--json").objects().first
            #expect(over?["held"] as? Int == 2 && over?["waiting"] as? Int == 0)
            let bundled = try await place.run("alert", "list", "--state", "bundled", "--json").objects()
            let digest = try #require(bundled.first?["bundle"] as? String)
            #expect(bundled.count == 2 && bundled.allSatisfy { $0["bundle"] as? String == digest })
            let received = await place.receiver.deliveries.filter { $0.id == digest }
            #expect(received.count == 1)
        }
    }

    private static let refused: [(given: [String], code: Int32, says: String)] = [
        (["--for", "2h"], 64, "--why is missing"), (["--why", "x"], 64, "needs an end"),
        (["--why", " ", "--for", "2h"], 64, "--why is missing"),
        (["--why", "x", "--for", "0s"], 64, "a length such as"),
        (["--why", "x", "--for", "soon"], 64, "a length"),
        (["--why", "x", "--until", "yesterday"], 64, "is over"),
        (["--why", "x", "--until", "2026-02-30"], 64, "does not exist"),
        (["--why", "x", "--for", "2h", "--until", "tomorrow"], 64, "give one of them"),
        (
            ["--why", "x", "--for", "2h", "--type", "ombud.cases.*"], 64,
            "no event is of that type; did you mean `ombud.case.*`?"
        ),
        (["--why", "x", "--for", "2h", "--endpoint", "nobody"], 1, "no endpoint nobody"),
        (["--why", "x", "--for", "2h", "--source", "nowhere"], 1, "no source nowhere"),
        (["--why", "x", "--for", "2h", "--subject", "Nobody"], 1, "no watchlist has the subject Nobody"),
        (["--why", "x", "--for", "2h", "--case", "999"], 1, "no case #999"),
        (["end", "7"], 1, "no silence 7"),
    ]

    @Test func `what cannot be a silence is refused with what to do`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            for (given, code, says) in Self.refused {
                let run = try await Program.run(
                    ["alert", "silence"] + given + ["--config", place.config.path])
                #expect(run.code == code && run.errors.contains(says), "\(given): \(run.errors)")
            }
        }
    }
}
