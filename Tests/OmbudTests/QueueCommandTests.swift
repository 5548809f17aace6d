import Foundation
import TestSupport
import Testing

/// Lists with filters, and bulk acts, as staff and scripts meet them.
@Suite(.timeLimit(.minutes(5)))
struct QueueCommandTests {
    @Test func `the queue is filtered, sorted and cut; what is not shown is counted`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let all = try await place.run("case", "list", "--json").objects()
            try #require(all.count > 2)
            let first = try #require(all.first)
            for key in ["priority", "priority_why", "nearest", "reach", "tags"] {
                #expect(first[key] != nil, "\(key)")
            }
            let (number, source) = (
                "\(try #require(first["id"] as? Int))", try #require(first["source"] as? String)
            )
            _ = try await place.run("case", "take", number, "--as", "ola")

            func ids(_ words: String...) async throws -> [Int] {
                let run = try await Program.run(
                    ["case", "list", "--json"] + words + ["--config", place.config.path])
                #expect(run.code == 0, "\(words): \(run.errors)")
                return try run.objects().compactMap { $0["id"] as? Int }
            }
            let known = all.compactMap { $0["id"] as? Int }
            #expect(try await ids("--owner", "me", "--as", "ola").map(String.init) == [number])
            #expect(try await ids("--owner", "nobody").count == known.count - 1)
            #expect(try await ids("--owner", "nobody, ola").count == known.count)
            #expect(
                try await ids("--source", source).count
                    == all.filter { $0["source"] as? String == source }.count)
            #expect(try await ids("--state", "active").count == known.count)
            #expect(try await ids("--state", "over").isEmpty)
            #expect(try await ids("--since", "now").isEmpty)
            #expect(Set(try await ids("--sort", "opened", "--reverse")) == Set(known))
            #expect(try await ids("--limit", "2").count == 2)
            #expect(try await ids("--due", "overdue").isEmpty)

            let cut = try await place.run("case", "list", "--limit", "1")
            #expect(cut.lines.count == 2)
            let inbox = try await place.run("inbox", "--json").objects()
            let flagged = try await place.run("inbox", "--source", source, "--json").objects()
            #expect(flagged.count == inbox.filter { $0["source"] as? String == source }.count)
            #expect(inbox.allSatisfy { $0["priority"] is String })
        }
    }

    @Test(arguments: [
        (["case", "list", "--state", "opne"], "did you mean `open`?"),
        (["case", "list", "--sort", "dew"], "there are priority, due, opened, updated, score"),
        (["case", "list", "--topic", "refnd"], "did you mean `refund`?"),
        (["case", "list", "--priority", "hihg"], "did you mean `high`?"),
        (["case", "list", "--due", "tomorow"], "did you mean `tomorrow`?"),
        (["case", "list", "--language", "polish"], "the code of a language is wanted"),
        (["case", "list", "--since", "soon"], "a time is wanted"),
        (["case", "list", "--source", "nowhere"], "there is no such source"),
        (["inbox", "--sort", "newst"], "did you mean `newest`?"),
        (["inbox", "--watch"], "--watch needs a terminal"),
        (["mention", "list", "--decision", "confirmd"], "did you mean `confirmed`?"),
        (["case", "bulk", "resolve"], "no filter is given"),
        (["mention", "bulk", "dismiss", "--why", "spam"], "no filter is given"),
    ])
    func `a wrong word is wrong usage, with what there is`(words: [String], sentence: String) async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(words + ["--config", try smallConfig(in: folder.url).path])
        #expect(run.code == 64, "\(run.errors)")
        #expect(run.errors.contains(sentence), "\(run.errors)")
    }

    @Test func `a fault in a watchlist keeps nobody from the queue`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let before = try await place.run("case", "list", "--json").lines.count
            try place.write("subject: Acme\nsorces: []\n", to: "watchlists/broken.yaml")
            let run = try await place.run("case", "list", "--json")
            #expect(run.code == 0 && run.lines.count == before && before > 0)
            #expect(try await place.run("check").code == 78)
        }
    }

    @Test func `a bulk act is a dry run first, counts, goes on after a refusal and says so`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let count = try await place.run("case", "list", "--json").lines.count
            let dry = try await place.run("case", "bulk", "assign", "anna", "--state", "active")
            #expect(dry.code == 0, "\(dry.errors)")
            #expect(dry.output.contains("\(count) cases would be assigned to anna; nothing is changed yet"))
            #expect(try await place.run("case", "list", "--owner", "anna", "--json").lines.isEmpty)

            let wrong = try await place.run(
                "case", "bulk", "assign", "anna", "--state", "active", "--yes", "--expect", "\(count + 1)")
            #expect(wrong.code == 1 && wrong.errors.contains("nothing was changed"))
            #expect(try await place.run("case", "list", "--owner", "anna", "--json").lines.isEmpty)

            let done = try await place.run(
                "case", "bulk", "assign", "anna", "--state", "active", "--yes", "--expect", "\(count)",
                "--as", "ola")
            #expect(
                done.code == 0 && done.output.contains("\(count) cases assigned to anna"), "\(done.errors)")
            #expect(try await place.run("case", "list", "--owner", "anna", "--json").lines.count == count)
            let shown = try await place.run("case", "show", "1")
            #expect(shown.output.contains("ola  assigned"))

            // A case that waits already refuses; the others are done.
            #expect(try await place.run("case", "wait", "1").code == 0)
            let some = try await place.run("case", "bulk", "wait", "--owner", "anna", "--yes")
            #expect(some.code == 1)
            #expect(
                some.output.contains("\(count - 1) case") && some.output.contains("1 refused")
                    && some.output.contains("#1: case #1 is waiting"), "\(some.output)")

            let lines = try await place.run(
                "case", "bulk", "resolve", "--owner", "anna", "--yes", "--json"
            ).objects()
            #expect(lines.count == count && lines.allSatisfy { $0["done"] as? Bool == true })
        }
    }

    @Test func `mentions of the inbox are dismissed by filter`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let inbox = try await place.run("inbox", "--json").objects()
            let source = try #require(inbox.first?["source"] as? String)
            let meant = inbox.filter { $0["source"] as? String == source }.count
            let dry = try await place.run("mention", "bulk", "dismiss", "--why", "a test", "--source", source)
            #expect(dry.output.contains("would be dismissed"), "\(dry.errors)")
            #expect(try await place.run("inbox", "--json").lines.count == inbox.count)
            let done = try await place.run(
                "mention", "bulk", "dismiss", "--why", "a test", "--source", source, "--yes")
            #expect(done.code == 0, "\(done.errors)")
            #expect(try await place.run("inbox", "--json").lines.count == inbox.count - meant)
        }
    }
}
