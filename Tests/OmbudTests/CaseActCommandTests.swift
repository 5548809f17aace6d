import Foundation
import Testing

/// The acts of staff on cases, as scripts meet them.
@Suite(.timeLimit(.minutes(5)))
struct CaseActCommandTests {
    @Test func `staff hand out, state what is next, wait, delay, reopen and merge; each prints the case`()
        async throws
    {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let queue = try await place.run("case", "list", "--state", "new", "--json").objects()
            #expect(queue.allSatisfy { $0["lacks_next"] as? Bool == true && $0["next"] is NSNull })
            let number = "\(try #require(queue.first?["id"] as? Int))"
            func act(_ words: String...) async throws -> [String: Any] {
                let run = try await Program.run(
                    ["case"] + words + ["--as", "ola", "--json", "--config", place.config.path])
                #expect(run.code == 0, "\(words): \(run.errors)")
                return try #require(try run.objects().first)
            }
            #expect(try await act("assign", number, "anna")["owner"] as? String == "anna")
            let next = try await act("next", number, "call her", "--due", "+2wd")["next"] as? [String: Any]
            #expect(next?["what"] as? String == "call her" && next?["due"] is String)
            let due = try #require(queue.first?["due"] as? String)
            let delayed = try await act("delay", number, "--until", "+9d", "--why", "parts")
            #expect(try #require(delayed["due"] as? String) > due)
            #expect(
                try await act("wait", "#" + number, "--why", "asked her")["state"] as? String == "waiting")
            let again = try await place.run("case", "wait", number)
            #expect(again.code == 1 && again.output.isEmpty)
            #expect(
                again.errors.hasPrefix(
                    "case #\(number) is waiting and cannot be set to wait: `case resume` ends the wait; ola was the "
                        + "last to act on it: waiting, "))
            #expect(try await act("resume", number)["state"] as? String == "open")
            #expect(try await act("resolve", number)["state"] as? String == "resolved")
            let reopened = try await act("reopen", number, "--why", "no money came")
            #expect(reopened["state"] as? String == "open" && reopened["lacks_next"] as? Bool == true)
            let other = try #require(
                queue.dropFirst().first { $0["subject"] as? String == queue[0]["subject"] as? String })
            let merged = try await act("merge", number, "\(try #require(other["id"] as? Int))")
            #expect(merged["id"] as? Int == min(Int(number) ?? 0, other["id"] as? Int ?? 0))
            let shown = try #require(try await place.run("case", "show", number, "--json").objects().first)
            let timeline = try #require(shown["timeline"] as? [[String: Any]])
            let what = timeline.compactMap { $0["what"] as? String }
            for act in ["assigned", "next-step", "delayed", "waiting", "resumed", "resolved", "reopened"] {
                #expect(what.contains(act), "\(act)")
            }
            #expect(try await place.run("case", "list").output.contains("none!"))
        }
    }

    @Test func `a case is opened by hand, and a brief hands it over on one screen`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let mentions = try await place.run("mention", "list", "--json").objects()
            let loose = try #require(
                mentions.first { $0["case"] is NSNull && $0["flagged"] as? Bool == false })
            let id = try #require(loose["id"] as? String)
            let opened = try await place.run(
                "case", "open", id, "--why", "asks for a call", "--as", "ola", "--json")
            #expect(opened.code == 0, "\(opened.errors)")
            let number = "\(try #require(try opened.objects().first?["id"] as? Int))"
            #expect(try await place.run("case", "open", id).code == 1)
            _ = try await place.run("case", "note", number, "called the warehouse", "--as", "ola")
            _ = try await place.run("case", "reply", number, "We are sorry.", "--as", "ola")

            let brief = try await place.run("case", "brief", number)
            #expect(brief.code == 0, "\(brief.errors)")
            #expect(brief.lines.count <= 40)
            let text = brief.output
            let order = [
                String(try #require(loose["text"] as? String).prefix(20)), "said in public", "We are sorry.",
                "inside", "called the warehouse", "clocks", "owner", "next", "evidence", "doubts",
                "incident", "twins",
            ]
            var rest = text[...]
            for word in order {
                let found = try #require(rest.range(of: word), "\(word) is missing or too early in\n\(text)")
                rest = rest[found.upperBound...]
            }
            let object = try #require(
                try await place.run("case", "brief", number, "--json").objects().first)
            #expect((object["said"] as? [[String: Any]])?.count == 1)
            #expect((object["inside"] as? [[String: Any]])?.count == 2)
            #expect(object["doubts"] is [String] && object["evidence"] is [[String: Any]])
        }
    }

    @Test func `a time to come that cannot be read is wrong usage, one that has passed is refused`()
        async throws
    {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let past = try await place.run("case", "delay", "1", "--until", "2020-01-01", "--why", "parts")
            #expect(past.code == 1)
            #expect(past.errors.contains("has passed; a time to come is wanted"))
            #expect(try await place.run("case", "delay", "1", "--until", "soon", "--why", "parts").code == 64)
        }
    }
}
