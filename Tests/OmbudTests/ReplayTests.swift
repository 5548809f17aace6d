import Demo
import Foundation
import TestSupport
import Testing

/// `ombud replay`: a changed watchlist tried on what is archived.
@Suite(.timeLimit(.minutes(5)))
struct ReplayTests {
    private func watch(
        _ place: Workplace, more: String = "", in file: String = "watchlists/demo.yaml"
    )
        async throws
    {
        let url = try await place.site.url() + DemoPage.englishReviews.path
        try place.write(
            """
            subject: Lumiretka
            terms: [Lumiretka]
            \(more)
            sources:
              - { name: reviews, url: "\(url)", every: 1h }

            """, to: file)
    }

    @Test func `a changed threshold is shown before it is in force, and nothing is changed`() async throws {
        try await Workplace.with { place in
            try await watch(place)
            _ = try await place.run("poll")
            let before = try await place.run("mention", "list", "--json").output
            let cases = try await place.run("case", "list", "--json").output
            #expect(!cases.isEmpty)

            let same = try await place.run("replay", "--since", "1d", "--fail-on-change")
            #expect(same.code == 0, "\(same.errors)")
            #expect(same.output.hasPrefix("Nothing would be otherwise: "), "\(same.output)")
            #expect(same.output.contains("1 of 1 archived page reading replayed."), "\(same.output)")

            // Beside the configuration: it is only tried.
            try await watch(place, more: "threshold: 0.999999", in: "tried.yaml")
            let tried = place.config.appending(path: "tried.yaml").path
            let lines = try await place.run("replay", "--since", "1d", "--watchlist", tried, "--json")
                .objects()
            let summary = try #require(lines.last)
            #expect(summary["change"] as? String == "summary")
            #expect(summary["moved"] as? Int == lines.count - 1 && lines.count > 1)
            #expect(summary["archived"] as? Int == 1 && summary["replayed"] as? Int == 1)
            #expect((summary["cases_lost"] as? [Int])?.isEmpty == false)
            for line in lines.dropLast() {
                #expect(line["change"] as? String == "moved" && line["source"] as? String == "reviews")
                #expect((line["before"] as? [String: Any])?["flagged"] as? Bool == true)
                #expect((line["after"] as? [String: Any])?["flagged"] as? Bool == false)
                #expect((line["why"] as? String)?.hasPrefix("no longer flagged: score ") == true)
                #expect(line["fields"] as? [String] == ["flagged"])
            }
            let table = try await place.run("replay", "--since", "1d", "--watchlist", tried, "--limit", "1")
            #expect(table.code == 0 && table.output.hasPrefix("Moved ("), "\(table.output)")
            #expect(table.output.contains("would not have been"))
            let failing = try await place.run(
                "replay", "--since", "1d", "--watchlist", tried, "--fail-on-change")
            #expect(failing.code == 1)

            #expect(try await place.run("mention", "list", "--json").output == before)
            #expect(try await place.run("case", "list", "--json").output == cases)
        }
    }

    @Test func `it works beside the running daemon, and ends in order at Ctrl-C`() async throws {
        try await Workplace.with { place in
            try await watch(place)
            let daemon = try await place.serve()
            let isSeen = try await eventually {
                try await place.run("mention", "list", "--json").lines.count > 0
            }
            #expect(isSeen)
            let run = try await place.run("replay", "--since", "1d", "--fail-on-change")
            #expect(run.code == 0, "\(run.output) \(run.errors)")
            #expect(await daemon.stop() == 0)
            let log = place.folder.url.appending(path: "replay.log")
            let child = try Child(
                ["replay", "--since", "1d", "--config", place.config.path], output: log, errors: log,
                in: place.folder.url)
            child.signal(SIGINT)
            // Before, while or after it works: by the signal itself, in order, or done.
            let code = await child.ended()
            #expect([-SIGINT, 130, 0].contains(code))
        }
    }

    @Test func `faults of the watchlist are told where they stand, exit 78`() async throws {
        try await Workplace.with { place in
            try await watch(place, more: "treshold: 0.5", in: "tried.yaml")
            let tried = place.config.appending(path: "tried.yaml").path
            let run = try await place.run("replay", "--since", "1d", "--watchlist", tried)
            #expect(run.code == 78)
            #expect(run.errors.contains("tried.yaml:3:1: "), "\(run.errors)")
            try await watch(place, more: "treshold: 0.5")
            let itself = place.config.appending(path: "watchlists/demo.yaml").path
            let same = try await place.run("replay", "--since", "1d", "--watchlist", itself)
            #expect(same.code == 78 && same.errors.split(separator: "\n").count == 1, "\(same.errors)")
            try await watch(place)
            let missing = try await place.run("replay", "--since", "1d", "--watchlist", tried + "x")
            #expect(missing.code == 78 && missing.errors.contains("is not there"), "\(missing.errors)")
        }
    }

    @Test func `a period without an archive, and a source that is not there, are told`() async throws {
        try await Workplace.with { place in
            try await watch(place)
            _ = try await place.run("poll")
            let empty = try await place.run("replay", "--since", "2020-01-01", "--until", "2020-02-01")
            #expect(empty.code == 1 && empty.errors.hasPrefix("nothing is archived between 2020-01-01"))
            let unknown = try await place.run("replay", "--since", "1d", "--source", "revews")
            #expect(unknown.code == 1 && unknown.errors.contains("reviews"), "\(unknown.errors)")
            for arguments in [["--since", "soon"], ["--since", "1d", "--until", "2d"], []] {
                let run = try await Program.run(["replay"] + arguments + ["--config", place.config.path])
                #expect(run.code == 64, "\(run.errors)")
            }
        }
    }
}
