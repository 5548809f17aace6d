import Foundation
import Testing

/// Promises, drafts and the ladder, as staff and scripts meet them.
@Suite(.timeLimit(.minutes(5)))
struct PromiseCommandTests {
    @Test func `a promise is made, shown, kept, and holds up the end of its case`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let made = try await place.run(
                "case", "promise", "1", "--what", "45 EUR back", "--measure", "on the account", "--owner",
                "anna",
                "--due", "+2d", "--json", "--as", "ola")
            #expect(made.code == 0, "\(made.errors)")
            let promise = try #require(try made.objects().first)
            #expect(promise["number"] as? Int == 1 && promise["state"] as? String == "open")
            let shown = try #require(try await place.run("case", "show", "1", "--json").objects().first)
            let promises = try #require(shown["promises"] as? [[String: Any]])
            #expect(promises.first?["owner"] as? String == "anna" && promises.first?["due"] is String)
            #expect(try await place.run("case", "brief", "1").output.contains("45 EUR back"))
            let held = try await place.run("case", "resolve", "1")
            #expect(held.code == 1 && held.errors.contains("ombud case kept 1 1"))
            let late = try await place.run("case", "kept", "1", "--late")
            #expect(late.code == 1 && late.errors.contains("kept, and not late"))
            let kept = try await place.run("case", "kept", "1", "1", "--json", "--as", "ola")
            #expect(try kept.objects().first?["state"] as? String == "kept", "\(kept.errors)")
            #expect(try await place.run("case", "resolve", "1").code == 0)
            #expect(try await place.run("case", "kept", "1", "7").code == 1)
            #expect(try await place.run("case", "promise", "2", "--what", "x").code == 64)
        }
    }

    @Test func `what a reply promises is proposed, and accepted with one command`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            _ = try await place.run(
                "case", "reply", "1", "--text", "Sorry! We will call you on Friday.", "--as", "ola")
            let shown = try await place.run("case", "show", "1")
            #expect(shown.output.contains("proposed") && shown.output.contains("--accept 1"))
            let accepted = try await place.run("case", "promise", "1", "--accept", "1", "--json")
            #expect(try accepted.objects().first?["state"] as? String == "open", "\(accepted.errors)")
        }
    }

    @Test func `a draft is printed in the language asked for, and one that is not there is said`()
        async throws
    {
        try await Workplace.with { place in
            try place.write("Hello {{author}}, {{say}} {{number}}\n", to: "templates/received.en.mustache")
            try place.write(
                "Guten Tag {{author}}, {{say}} {{number}}\n", to: "templates/received.de.mustache")
            _ = try await place.run("poll")
            let draft = try await place.run(
                "case", "reply", "1", "--draft", "received", "--language", "de", "--say", "es tut uns leid.")
            #expect(draft.code == 0 && draft.output.hasPrefix("Guten Tag "), "\(draft.errors)")
            #expect(draft.output.hasSuffix("es tut uns leid. 1\n"))
            let missing = try await place.run("case", "reply", "1", "--draft", "recieved")
            #expect(missing.code == 1 && missing.errors.contains("did you mean `received`?"))
            let unsaid = try await place.run("case", "reply", "1", "--draft", "received")
            #expect(unsaid.code == 1 && unsaid.errors.contains("--say"))
            let leak = try await place.run(
                "case", "reply", "1", "--draft", "received", "--say", "ask ola", "--as", "ola")
            #expect(leak.code == 65 && leak.output.isEmpty)
            #expect(leak.errors.contains("the login “ola” (line 1, column "))
            let said = try await place.run("case", "reply", "1", "--text", "ask ola", "--as", "ola")
            #expect(said.code == 65)
            let shown = try #require(try await place.run("case", "show", "1", "--json").objects().first)
            #expect(shown["state"] as? String == "new")
        }
    }

    @Test func `a promise kept in part is not on time in full`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            _ = try await place.run(
                "case", "promise", "1", "--what", "45 EUR back", "--measure", "on the account",
                "--owner", "anna", "--due", "+2d", "--as", "ola")
            let part = try await place.run("case", "kept", "1", "1", "--partial", "--as", "ola")
            #expect(part.code == 0, "\(part.errors)")
            let end = try await place.run("case", "resolve", "1", "--as", "ola")
            #expect(end.code == 0, "\(end.errors)")
            let rows = try await place.run("report", "on-time", "--json", "--table", "cases").objects()
            #expect(rows.first?["in_full"] as? Double == 0, "\(rows)")
            #expect(rows.first?["in_full_of"] as? Int == 1, "\(rows)")
        }
    }
}
