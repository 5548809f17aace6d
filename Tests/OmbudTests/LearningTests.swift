import Demo
import Foundation
import Settings
import TestSupport
import Testing

/// What staff decide at the command line, as it teaches the score.
@Suite(.timeLimit(.minutes(5)))
struct LearningTests {
    @Test func `decisions are reported: precision, what was learned, and how many are wanting`() async throws
    {
        try await Workplace.with { place in
            let empty = try await place.run("report", "score")
            #expect(empty.code == 0 && empty.output.hasPrefix("Nothing was decided yet"))
            _ = try await place.run("poll")
            let ids = try await place.run("inbox", "--json").objects().compactMap { $0["id"] as? String }
            #expect(ids.count >= 3)
            _ = try await place.run("mention", "confirm", ids[0], ids[1])
            _ = try await place.run("mention", "dismiss", ids[2], "--why", "a joke")

            let lines = try await place.run("report", "score", "--json").objects()
            func line(_ kind: String) throws -> [String: Any] {
                try #require(lines.first { $0["kind"] as? String == kind }, "\(kind)")
            }
            let total = try line("total")
            #expect(total["decided"] as? Int == 3 && total["confirmed"] as? Int == 2)
            #expect(abs((total["precision"] as? Double ?? 0) - 2.0 / 3) < 0.001)
            #expect(try line("row")["month"] is String)
            #expect(try line("learning")["decisions"] as? Int == 3)
            #expect(try line("threshold")["missing_decisions"] as? Int == 47)
            #expect(try line("band")["mean_score"] is Double)

            let table = try await place.run("report", "score", "--by", "source", "--since", "1d")
            #expect(table.output.contains("47 more decisions"), "\(table.output)")
            let values = try await place.run("report", "score", "--csv", "--by", "week")
            #expect(values.lines.count == 2)
            #expect(values.lines[0].hasPrefix("week,decided,flagged,"))
            #expect(values.lines[1].contains(",3,3,2,1,0.66"))

            let undone = try await place.run("mention", "undecide", ids[2], "--json")
            #expect(try undone.objects()[0]["decision"] is NSNull)
            let again = try await place.run("mention", "undecide", ids[2])
            #expect(again.code == 1 && again.errors.contains("nothing to take back"))
            let left = try await place.run("report", "score", "--json").objects()
            #expect(left.first { $0["kind"] as? String == "learning" }?["decisions"] as? Int == 2)
        }
    }

    @Test(arguments: [["--by", "year"], ["--since", "soon"], ["--csv", "--json"], ["--miss", "0"]])
    func `wrong usage of the report is refused`(arguments: [String]) async throws {
        try await Workplace.with { place in
            let run = try await Program.run(
                ["report", "score"] + arguments + ["--config", place.config.path])
            #expect(run.code == 64, "\(run.errors)")
        }
    }

    @Test func `the running daemon scores with what the command line taught it`() async throws {
        try await Workplace.with { place in
            let daemon = try await place.serve()
            var ids: [String] = []
            _ = try await eventually {
                ids = try await place.run("inbox", "--json").objects().compactMap { $0["id"] as? String }
                return ids.count >= 3
            }
            #expect(ids.count >= 3, "\(daemon.logged)")
            for id in ids.prefix(3) { _ = try await place.run("mention", "dismiss", id, "--why", "a test") }
            var number = 0
            // Each look is a process of its own, beside the other tests'.
            let isLearned = try await eventually(within: .seconds(180)) {
                number += 1
                let draft = Draft(
                    author: "Nora \(number)", stars: 1, title: "Broken",
                    text: "The parcel number \(number) came broken and nobody answers, I want a refund.")
                _ = await place.site.publish(draft, on: .englishReviews, at: presentInstant())
                let all = try await place.run("mention", "list", "--json", "--limit", "20").objects()
                return all.contains { mention in
                    let reasons = mention["reasons"] as? [[String: Any]] ?? []
                    return reasons.contains { ($0["what"] as? String)?.hasPrefix("learned from 3") == true }
                }
            }
            #expect(isLearned, "\(daemon.logged)")
            #expect(await daemon.stop() == 0)
        }
    }
}
