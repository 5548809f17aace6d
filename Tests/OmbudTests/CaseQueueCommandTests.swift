import Foundation
import Testing

/// Tags, links, hand-out and two people at once, as scripts and people meet them.
@Suite(.timeLimit(.minutes(5)))
struct CaseQueueCommandTests {
    @Test func `tags and links are put on, shown, counted and taken off`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let tagged = try await place.run("case", "tag", "1", "+VIP", "hard", "--as", "ola")
            #expect(tagged.code == 0 && tagged.errors.isEmpty, "\(tagged.errors)")
            #expect(try await place.run("case", "tag", "1", "-hard", "--as", "ola").code == 0)
            #expect(try await place.run("case", "tag", "1", "back office").code == 64)
            #expect(try await place.run("case", "tag", "1").code == 64)
            let uses = try await place.run("case", "tags", "--json").objects()
            #expect(uses.count == 1 && uses[0]["tag"] as? String == "vip" && uses[0]["active"] as? Int == 1)
            #expect(
                try await place.run("case", "link", "1", "2", "--kind", "caused-by", "--as", "ola").code == 0)
            #expect(try await place.run("case", "link", "1", "https://a.example/x").code == 0)
            #expect(try await place.run("case", "link", "1", "nothing").code == 64)
            let shown = try #require(try await place.run("case", "show", "1", "--json").objects().first)
            #expect(shown["tags"] as? [String] == ["vip"])
            let links = try #require(shown["links"] as? [[String: Any]])
            #expect(links.map { $0["kind"] as? String } == ["caused-by", "related"])
            #expect(links[0]["case"] as? Int == 2 && links[1]["url"] as? String == "https://a.example/x")
            let listed = try await place.run("case", "list", "--json").objects()
            let other = try #require(listed.first { $0["id"] as? Int == 2 })
            #expect((other["links"] as? [[String: Any]])?.first?["kind"] as? String == "causes")
            #expect(try await place.run("case", "show", "1").output.contains("+vip"))
            #expect(try await place.run("case", "brief", "1").output.contains("caused-by case #2"))
            #expect(try await place.run("case", "unlink", "2", "1").code == 0)
            #expect(try await place.run("case", "unlink", "2", "1").code == 1)
        }
    }

    @Test func `of two processes that resolve one case one wins, and the other is told who`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let shown = try #require(try await place.run("case", "show", "1", "--json").objects().first)
            let version = "\(try #require(shown["version"] as? Int))"
            let runs = try await withThrowingTaskGroup(of: Program.Run.self) { group in
                for name in ["anna", "jan", "ola"] {
                    group.addTask {
                        try await place.run(
                            "case", "resolve", "1", "--if-version", version, "--as", name, "--json")
                    }
                }
                return try await group.reduce(into: [Program.Run]()) { $0.append($1) }
            }
            let losers = runs.filter { $0.code == 1 }
            #expect(runs.filter { $0.code == 0 }.count == 1 && losers.count == 2)
            for run in losers {
                #expect(run.output.isEmpty && run.errors.contains("was the last to act on it: resolved"))
            }
            let after = try #require(try await place.run("case", "show", "1", "--json").objects().first)
            let what = try #require(after["timeline"] as? [[String: Any]]).compactMap {
                $0["what"] as? String
            }
            #expect(what.filter { $0 == "resolved" }.count == 1)
        }
    }

    @Test func `staff are named, cases are handed out with the reason, and the lack of a next step is told`()
        async throws
    {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            #expect(try await place.run("case", "hand-out").code == 1)
            let settings = try place.text(of: "ombud.yaml")
            try place.write(
                settings + "\nstaff: { people: [{ name: anna }, { name: jan }] }\n", to: "ombud.yaml")
            let dry = try await place.run("case", "hand-out", "--dry-run", "--json").objects()
            #expect(!dry.isEmpty && dry.allSatisfy { $0["owner"] is String && $0["why"] is String })
            let open = try await place.run("case", "list", "--json").objects()
            #expect(open.allSatisfy { $0["owner"] is NSNull })
            let one = try await place.run("case", "assign", "1", "--fair", "--as", "ola")
            #expect(one.code == 0 && one.output.contains("open of load"), "\(one.errors)")
            #expect(one.errors.contains("has no next step; say it along with --next"))
            let next = try await place.run("case", "wait", "1", "--next", "ask again", "--next-due", "+3d")
            #expect(next.code == 0 && next.errors.isEmpty)
            #expect(try await place.run("case", "hand-out", "--as", "ola").output.contains("WHY"))
            let owners = try await place.run("case", "list", "--state", "open", "--json").objects()
                .compactMap { $0["owner"] as? String }
            #expect(Set(owners) == ["anna", "jan"])
            #expect(try await place.run("case", "unassign", "1", "--as", "anna").code == 0)
            #expect(try await place.run("case", "close", "1").code == 1)
            #expect(try await place.run("case", "resolve", "1").code == 0)
            #expect(try await place.run("case", "close", "1").output.contains("closed"))
        }
    }
}
