import Demo
import Foundation
import Testing
import TestSupport

/// Sources as staff see and stop them.
@Suite(.timeLimit(.minutes(5)))
struct SourceTests {
    @Test func `a paused source is left alone by the running daemon until it is resumed`() async throws {
        try await Workplace.with { place in
            let (name, path) = (DemoPage.forum.source, DemoPage.forum.path)
            let daemon = try await place.serve()
            let isPolled = try await eventually { await place.site.requestCount(of: path) > 1 }
            #expect(isPolled, "\(daemon.logged)")
            let pause = try await place.run("source", "pause", name, "--why", "they asked", "--as", "anna")
            #expect(pause.code == 0 && pause.output.hasPrefix("\(name) is paused since"))
            // A visit that was under way ends.
            var before = -1
            let isStill = try await eventually {
                let now = await place.site.requestCount(of: path)
                defer { before = now }
                try await Task.sleep(for: .milliseconds(1500))
                return now == before
            }
            #expect(isStill)
            #expect(try await place.run("source", "resume", name).output == "\(name) is polled again\n")
            let count = await place.site.requestCount(of: path)
            let goesOn = try await eventually(within: .seconds(60)) {
                await place.site.requestCount(of: path) > count
            }
            #expect(goesOn)
            #expect(await daemon.stop() == 0)
        }
    }

    @Test func `pausing twice changes nothing, and every list says who did it and why`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let name = DemoPage.forum.source
            let first = try await place.run(
                "source", "pause", name, "--why", "they asked", "--as", "anna", "--json"
            ).objects()
            let pause = try #require(first.first?["paused"] as? [String: Any])
            #expect(pause["by"] as? String == "anna" && pause["why"] as? String == "they asked")
            let again = try await place.run("source", "pause", name, "--as", "ben", "--json").objects()
            #expect((again.first?["paused"] as? [String: Any])?["by"] as? String == "anna")
            #expect((again.first?["paused"] as? [String: Any])?["at"] as? String == pause["at"] as? String)

            let listed = try await place.run("source", "list", "--json").objects()
            let paused = listed.filter { $0["paused"] is [String: Any] }
            #expect(paused.compactMap { $0["name"] as? String } == [name])
            #expect(
                listed.allSatisfy { $0["interval_seconds"] as? Double == 1 && $0["gaps_open"] as? Int == 0 })
            #expect(try await place.run("source", "show", name).output.contains("by anna: they asked"))

            let refused = try await place.run("poll", name)
            #expect(refused.code == 1)
            #expect(refused.errors.hasPrefix("the source \(name) is paused since"))
            let all = try await place.run("poll", "--json")
            #expect(all.lines.count == DemoPage.allCases.count - 1)
            #expect(all.errors.contains("1 source left out: paused"))

            #expect(try await place.run("source", "resume", name).code == 0)
            #expect(try await place.run("source", "resume", name).output == "\(name) was not paused\n")
            #expect(try await place.run("poll", name).code == 0)
        }
    }

    @Test func `one name that is not there, and none is paused`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll")
            let run = try await place.run("source", "pause", DemoPage.forum.source, "demo-forun")
            #expect(run.code == 1)
            #expect(run.errors.contains("did you mean `demo-forum`?"))
            let listed = try await place.run("source", "list", "--json").objects()
            #expect(listed.allSatisfy { $0["paused"] is NSNull })
        }
    }

    @Test func `show proves what was covered, and since when nothing is known`() async throws {
        try await Workplace.with { place in
            let name = DemoPage.englishReviews.source
            _ = try await place.run("poll", name)
            _ = try await place.run("poll", name)
            await place.site.fault(.status(500), on: .englishReviews)
            _ = try await place.run("poll", name)
            let run = try await place.run("source", "show", name, "--since", "1h", "--json")
            let shown = try #require(try run.objects().first, "\(run.errors)")
            let proof = try #require(shown["coverage"] as? [String: Any])
            #expect(proof["complete"] as? Int == 2 && proof["failed"] as? Int == 1)
            let spans = try #require(proof["spans"] as? [[String: Any]])
            #expect(spans.compactMap { $0["state"] as? String } == ["unknown", "covered", "unknown"])
            #expect((spans.last?["why"] as? String)?.contains("answered 500") == true)
            let share = try #require(proof["covered"] as? Double)
            #expect(share > 0 && share < 0.1)
            let visits = try #require(shown["visits"] as? [[String: Any]])
            #expect(visits.compactMap { $0["complete"] as? Bool } == [false, true, true])
            #expect(visits.last?["reach"] as? String == "first")
            #expect((visits.last?["bytes"] as? Int ?? 0) > 1000)
            #expect(shown["every"] as? String == "1s" && shown["interval_reason"] is String)
            #expect(shown["known_count"] as? Int == (await place.site.posts(on: .englishReviews).count))

            let text = try await place.run("source", "show", name, "--since", "1h")
            #expect(text.code == 0 && text.output.contains("2 complete, 0 incomplete, 1 failed"))
            let past = try await place.run("source", "show", name, "--until", "2020-01-01", "--json")
            let none = try #require(try past.objects().first?["coverage"] as? [String: Any])
            #expect(none["covered"] as? Double == 0)
        }
    }

    @Test func `show says how the records look, and accept forgets it`() async throws {
        try await Workplace.with { place in
            let name = DemoPage.englishReviews.source
            func contract() async throws -> [String: Any]? {
                try await place.run("source", "show", name, "--json").objects().first?["contract"]
                    as? [String: Any]
            }
            let none = try await place.run("source", "accept", name)
            #expect(none.code == 1 || none.output.hasPrefix("\(name) has nothing to accept"))
            _ = try await place.run("poll", name)
            let learned = try #require(try await contract())
            #expect((learned["records"] as? Int ?? 0) > 0 && learned["accepted_by"] is NSNull)
            #expect(learned["changes"] as? [String] == [] && learned["fallback"] is NSNull)
            let fields = try #require(learned["fields"] as? [[String: Any]])
            #expect(fields.contains { $0["field"] as? String == "text" && $0["filled"] as? Double == 1 })
            #expect(try await place.run("source", "show", name).output.contains("SUCH AS"))

            let run = try await place.run("source", "accept", name, "--as", "anna")
            #expect(run.output == "\(name) is read again now, and how its records look is learned anew\n")
            let anew = try #require(try await contract())
            #expect(anew["state"] as? String == "learning" && anew["accepted_by"] as? String == "anna")
            #expect(try await place.run("source", "accept", "no-such").code == 1)
            _ = try await place.run("poll", name)
            #expect((try await contract()?["records"] as? Int ?? 0) > 0)
        }
    }

    @Test(
        arguments: [
            (["--since", "whenever"], "--since whenever: a time is wanted"),
            (["--since", "+1d"], "must begin earlier"),
            (["--since", "2026-03-02", "--until", "2026-03-01"], "must begin earlier"),
        ])
    func `a period that is none is wrong usage`(options: [String], words: String) async throws {
        let folder = try TemporaryFolder()
        let config = try smallConfig(in: folder.url)
        let run = try await Program.run(
            ["source", "show", "acme-opinions", "--config", config.path] + options)
        #expect(run.code == 64)
        #expect(run.errors.contains(words))
    }

    @Test(
        arguments: [
            ("2026-03-01", "2026-02-28T23:00:00.000Z"),
            ("2026-03-01 14:00", "2026-03-01T13:00:00.000Z"),
            // The clocks of Warsaw went forward in that night.
            ("2026-03-29 09:30", "2026-03-29T07:30:00.000Z"),
            ("2026-03-01T14:00:00+05:00", "2026-03-01T09:00:00.000Z"),
        ])
    func `times are read in the machine's zone`(since: String, from: String) async throws {
        let folder = try TemporaryFolder()
        let config = try smallConfig(in: folder.url)
        let run = try await Program.run(
            ["source", "show", "acme-opinions", "--since", since, "--json", "--config", config.path],
            environment: ["TZ": "Europe/Warsaw"])
        let proof = try run.objects().first?["coverage"] as? [String: Any]
        #expect(proof?["from"] as? String == from, "\(run.errors)")
    }
}
