import Demo
import Foundation
import Testing
import TestSupport

/// Clocks that depend on a page which nobody sees: unknown, never fine.
@Suite(.timeLimit(.minutes(5)))
struct UnknownClockTests {
    private func clock(_ object: [String: Any]?) throws -> [String: Any] {
        try #require((object?["clocks"] as? [[String: Any]])?.first)
    }

    @Test func `they are unknown while a source is blind, and running again when it is back`() async throws {
        try await Workplace.with { place in
            let name = DemoPage.englishReviews.source
            _ = try await place.run("poll", name)
            let open = try await place.run("case", "list", "--json").objects().first { found in
                (try? clock(found)["state"] as? String) == "running"
            }
            let number = "\(try #require(open?["id"] as? Int))"
            #expect(try clock(open)["why"] is NSNull)

            await place.site.fault(.status(500), on: .englishReviews)
            for _ in 1...3 { _ = try await place.run("poll", name) }
            let shown = try await place.run("case", "show", number, "--json").objects().first
            #expect(try clock(shown)["state"] as? String == "unknown")
            #expect((try clock(shown)["why"] as? String)?.contains("\(name) is blind since") == true)
            #expect(try clock(shown)["due"] is String)
            let listed = try await place.run("case", "list", "--json").objects()
            let same = listed.first { $0["id"] as? Int == Int(number) }
            #expect(try clock(same)["state"] as? String == "unknown")
            #expect(!listed.contains { (try? clock($0)["state"] as? String) == "running" })
            #expect(try await place.run("case", "show", number).output.contains("answer: unknown, due"))
            let explained = try await place.run("case", "explain", number).output
            #expect(explained.contains("not known whether it still runs: \(name) is blind"))

            await place.site.fault(nil, on: .englishReviews)
            _ = try await place.run("poll", name)
            let back = try await place.run("case", "show", number, "--json").objects().first
            #expect(try clock(back)["state"] as? String == "running")
        }
    }
}
