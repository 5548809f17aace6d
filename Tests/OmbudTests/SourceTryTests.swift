import Demo
import Foundation
import TestSupport
import Testing

/// From an address to a working watchlist, and from a rule that broke to one that holds.
@Suite(.timeLimit(.minutes(5)))
struct SourceTryTests {
    @Test func `an address shows its records, their gaps, and a source to be written`() async throws {
        try await Workplace.with { place in
            let url = try await place.site.url() + DemoPage.englishReviews.path
            let run = try await place.run("source", "try", url)
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.output.contains("by the page's own markup (json-ld); no rule is needed"))
            #expect(run.output.contains("AUTHOR") && run.output.contains("filled: author"))
            #expect(run.output.contains("read: auto"))
            let trial = try #require(
                try await place.run("source", "try", url, "--json").objects().first)
            let records = try #require(trial["records"] as? [[String: Any]])
            #expect(records.count > 3 && records.allSatisfy { $0["via"] as? String == "json-ld" })
            #expect(trial["diff"] is NSNull)
            // Nothing of it is kept.
            #expect(!FileManager.default.fileExists(atPath: place.database.path))
        }
    }

    @Test func `a new watchlist is begun, passes the check and is polled`() async throws {
        try await Workplace.with { place in
            // Its own watchlist would know the place already.
            try FileManager.default.removeItem(at: place.config.appending(path: "watchlists/demo.yaml"))
            let url = try await place.site.url() + DemoPage.polishReviews.path
            let file = place.config.appending(path: "watchlists/new.yaml").path
            let arguments = [
                "source", "try", url, "--watchlist", file, "--subject", "Lumiretka", "--name", "fresh",
            ]
            let shown = try await Program.run(arguments + ["--config", place.config.path])
            #expect(shown.output.contains("+++ ") && shown.output.contains("+  - name: fresh"))
            #expect(!FileManager.default.fileExists(atPath: file))
            let run = try await Program.run(arguments + ["--apply", "--config", place.config.path])
            #expect(run.code == 0, "\(run.errors)")
            #expect(try await place.run("check").code == 0)
            let poll = try await place.run("poll", "fresh")
            #expect(poll.code == 0 && !poll.output.contains(" 0 records"), "\(poll.output)\(poll.errors)")
            // The same place again is refused; so is a name that is taken, and the file stays as it was.
            let before = try place.text(of: "watchlists/new.yaml")
            let again = try await Program.run(arguments + ["--apply", "--config", place.config.path])
            #expect(again.code == 1 && again.errors.contains("is the source fresh already"))
            let other = ["source", "try", url + "?x=1"] + arguments.dropFirst(3)
            let taken = try await Program.run(other + ["--apply", "--config", place.config.path])
            #expect(taken.code == 78 && taken.errors.contains("given twice"), "\(taken.errors)")
            #expect(try place.text(of: "watchlists/new.yaml") == before)
        }
    }

    @Test func `a rule that broke is repaired from what the store knows, as a diff to its watchlist`()
        async throws
    {
        try await Workplace.with { place in
            let name = DemoPage.forum.source
            #expect(try await place.run("poll", name).code == 0)
            let holds = try await place.run("source", "try", name)
            #expect(holds.code == 0 && holds.output.contains("The rule holds"), "\(holds.output)")

            let right = try place.text(of: "watchlists/demo.yaml")
            let each = try #require(
                right.split(separator: "\n").first { $0.contains("each:") }.map(String.init))
            let selector = try #require(each.split(separator: "\"").dropFirst().first.map(String.init))
            let broken = right.replacingOccurrences(
                of: each,
                with: each.replacingOccurrences(
                    of: selector, with: ".gone-with-the-redesign"))
            try place.write(broken, to: "watchlists/demo.yaml")

            let run = try await place.run("source", "try", name)
            #expect(run.code == 1 && run.errors.contains("nothing can be read"), "\(run.errors)")
            #expect(run.output.contains("-      each: \".gone-with-the-redesign\""), "\(run.output)")
            #expect(run.output.contains("@@ "))
            let applied = try await place.run("source", "try", name, "--apply", "--json")
            #expect(applied.code == 0, "\(applied.errors)")
            let trial = try #require(try applied.objects().first)
            #expect((trial["known"] as? Int ?? 0) > 0)
            let now = try await place.run("source", "try", name, "--json").objects().first
            let records = try #require(now?["records"] as? [[String: Any]])
            #expect(!records.isEmpty)
            #expect(records.allSatisfy { $0["author"] is String && $0["published"] is String })
            // All but the one field stands as it was written.
            let repaired = try place.text(of: "watchlists/demo.yaml").split(separator: "\n")
            let lost = Set(right.split(separator: "\n")).subtracting(repaired)
            #expect(lost.count <= 1, "\(lost) \(run.output)")
        }
    }

    @Test(
        arguments: [
            (["source", "try", "demo-forun"], 1, "did you mean `demo-forum`?"),
            (["source", "try", "nothing-like-it"], 1, "is no address with https://, no file and no source"),
            (["source", "try", "https://127.0.0.1:1/x"], 69, "127.0.0.1"),
            (["source", "try", "https://a.example/", "--apply"], 64, "--watchlist FILE"),
            (
                ["source", "try", "https://a.example/", "--watchlist", "x.yaml", "--apply"], 64,
                "--subject NAME"
            ),
            (["source", "try", "/dev/null", "--watchlist", "x.yaml"], 64, "--url https://"),
            (["source", "try", "https://a.example/", "--zone", "Mars/X"], 64, "is no time zone"),
        ] as [([String], Int32, String)])
    func `what cannot be tried is told`(arguments: [String], code: Int32, says: String) async throws {
        try await Workplace.with { place in
            let run = try await Program.run(arguments + ["--config", place.config.path])
            #expect(run.code == code, "\(run.errors)")
            #expect(run.errors.contains(says), "\(run.errors)")
        }
    }
}
