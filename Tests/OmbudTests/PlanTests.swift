import Demo
import Foundation
import Testing
import TestSupport

/// `ombud plan`: what polling as configured comes to.
@Suite(.timeLimit(.minutes(5)))
struct PlanTests {
    @Test func `it reckons from the configuration alone where no daemon ever ran`() async throws {
        let folder = try TemporaryFolder()
        let config = try smallConfig(in: folder.url)
        // Not even the store's folder is there.
        let run = try await Program.run(
            ["plan", "--json", "--config", config.path, "--store", "sqlite:/nowhere/at/all/o.db"])
        #expect(run.code == 0, "\(run.errors)")
        let lines = try run.objects()
        let source = try #require(lines.first { $0["kind"] as? String == "source" })
        #expect(source["source"] as? String == "acme-opinions")
        #expect(source["host"] as? String == "reviews.example")
        #expect(source["every"] as? String == "1h")
        #expect(source["interval_seconds"] as? Double == 3600)
        #expect(source["visits_a_day"] as? Double == 24)
        #expect(source["requests_a_day"] as? Double == 24)
        #expect(source["standing"] as? String == "polled")
        #expect(source["windows"] is NSNull)
        let mean = try #require(source["detection_delay_seconds"] as? Double)
        let worst = try #require(source["worst_delay_seconds"] as? Double)
        #expect(mean > 1800 && mean < 1810 && worst > 3600 && worst < 3610)
        let host = try #require(lines.first { $0["kind"] as? String == "host" })
        #expect(host["sources"] as? Int == 1)
        #expect(host["allowed_a_day"] as? Double == 86_400)
        #expect(!lines.contains { $0["kind"] as? String == "warning" })

        let table = try await Program.run(["plan", "--config", config.path])
        #expect(table.output.contains("Estimates from the configuration alone"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("o.db")))
    }

    @Test func `promises that cannot be kept are named, and change no exit code`() async throws {
        let folder = try TemporaryFolder()
        let config = try smallConfig(in: folder.url)
        try Data(
            """
            subject: Acme
            sources:
              - { name: slow, url: "https://slow.example/a", every: 3d }
              - { name: quick, url: "https://quick.example/a", every: 1s }
              - { name: quick-too, url: "https://www.quick.example/b", every: 1s }

            """.utf8
        ).write(to: config.appending(path: "watchlists/acme.yaml"))
        let run = try await Program.run(["plan", "--json", "--config", config.path])
        #expect(run.code == 0)
        let warnings = try run.objects().filter { $0["kind"] as? String == "warning" }
        let late = try #require(warnings.first { $0["source"] as? String == "slow" })
        #expect((late["warning"] as? String)?.contains("a deadline may pass before we know") == true)
        let crowded = try #require(warnings.first { $0["host"] as? String == "quick.example" })
        #expect((crowded["warning"] as? String)?.contains("intervals grow") == true)

        // The budget is shared with those that are not named.
        let one = try await Program.run(["plan", "quick", "--json", "--config", config.path]).objects()
        #expect(one.filter { $0["kind"] as? String == "source" }.count == 1)
        #expect(one.first { $0["kind"] as? String == "host" }?["sources"] as? Int == 2)
        #expect(!one.contains { $0["source"] as? String == "slow" })
    }

    @Test func `what visits and people did since then is reckoned with`() async throws {
        try await Workplace.with { place in
            #expect(try await place.run("poll").code == 0)
            #expect(try await place.run("source", "pause", DemoPage.forum.source).code == 0)
            let lines = try await place.run("plan", "--json").objects()
            let paged = lines.first { $0["source"] as? String == DemoPage.polishReviews.source }
            let (requests, visits) = (paged?["requests_a_day"] as? Double, paged?["visits_a_day"] as? Double)
            #expect(try #require(requests) > 1.5 * #require(visits), "it has several pages")
            let paused = lines.first {
                $0["source"] as? String == DemoPage.forum.source && $0["kind"] as? String == "source"
            }
            #expect(paused?["standing"] as? String == "paused")
            #expect(paused?["detection_delay_seconds"] is NSNull)
            #expect(lines.contains { ($0["warning"] as? String)?.contains("paused") == true })
        }
    }
}
