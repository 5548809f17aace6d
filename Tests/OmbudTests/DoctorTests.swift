import Demo
import Foundation
import Testing
import TestSupport

/// `ombud doctor` and `ombud export evidence`: what can be said of the running system, and handed out of it.
@Suite(.timeLimit(.minutes(5)))
struct DoctorTests {
    private func states(_ run: Program.Run) throws -> [String: Set<String>] {
        try run.objects().reduce(into: [:]) { states, line in
            states[try #require(line["check"] as? String), default: []].insert(
                try #require(line["state"] as? String))
            #expect(line["text"] is String)
        }
    }

    @Test func `a served daemon is well`() async throws {
        try await Workplace.with { place in
            let daemon = try await place.serve()
            let isSeen = try await eventually {
                try await place.run("source", "list", "--json").objects()
                    .allSatisfy { $0["health"] as? String == "fine" }
            }
            #expect(isSeen, "\(daemon.logged)")
            let run = try await place.run("doctor", "--evidence", "--json")
            #expect(run.code == 0, "\(run.output)")
            let states = try states(run)
            for check in [
                "store", "disk", "clock", "zones", "endpoints", "sources", "gaps", "schedule", "daemon",
                "user-agent", "evidence",
            ] {
                #expect(states[check]?.contains("ok") == true, "\(check): \(run.output)")
            }
            #expect(run.output.contains("the chain ends with"))
            #expect(await daemon.stop() == 0)
        }
    }

    @Test func `what is wrong is named, and fails`() async throws {
        let folder = try TemporaryFolder()
        let config = try smallConfig(in: folder.url)
        let none = try await Program.run(["doctor", "--config", config.path])
        #expect(none.code == 1)
        #expect(none.output.contains("fail store: "))
        #expect(none.output.contains("is not there yet; `ombud serve` makes it"))

        try await Workplace.with { place in
            await place.site.fault(.status(500), on: .forum)
            for _ in 1...3 { _ = try await place.run("poll", DemoPage.forum.source) }
            _ = try await place.run("source", "pause", DemoPage.questions.source)
            let run = try await place.run("doctor")
            #expect(run.code == 1)
            #expect(run.output.contains("fail sources: 1 source blind: demo-forum; "))
            #expect(run.output.contains("warn sources: 1 source paused: demo-questions; "))
            #expect(run.output.contains("warn daemon: it never ran on this store"))
        }
    }

    @Test func `faulty settings are told together with the daemon that runs on those before`() async throws {
        try await Workplace.with { place in
            let daemon = try await place.serve()
            let before = try place.text(of: "ombud.yaml")
            try place.set("treshold: 0.5")
            daemon.child.signal(SIGHUP)
            let isRefused = try await eventually {
                try await place.run("doctor").output.contains("those before are in force")
            }
            #expect(isRefused, "\(daemon.logged)")
            let run = try await place.run("doctor")
            #expect(run.code == 78)
            #expect(run.output.contains("unknown key `treshold` in ombud.yaml; did you mean `threshold`?"))
            #expect(run.output.contains("ok   daemon: it is running"), "\(run.output)")
            #expect(run.output.contains("is whole, schema"))
            // Whoever works the queue is not kept from it.
            #expect(try await place.run("inbox").code == 0)
            try place.write(before, to: "ombud.yaml")
            daemon.child.signal(SIGHUP)
            let isTaken = try await eventually { try await place.run("doctor", "--json").code == 0 }
            #expect(isTaken)
            #expect(await daemon.stop() == 0)
        }
    }

    @Test func `evidence of a case is handed out once, and a changed byte is found`() async throws {
        try await Workplace.with { place in
            _ = try await place.run("poll", DemoPage.englishReviews.source)
            let cases = try await place.run("case", "list", "--json").objects()
            let number = "\(try #require(cases.first?["id"] as? Int))"
            let out = place.folder.path("handed")
            let run = try await place.run("export", "evidence", "--case", number, "--out", out, "--json")
            #expect(run.code == 0, "\(run.errors)")
            let made = try #require(try run.objects().first)
            #expect(made["case"] as? Int == Int(number) && (made["records"] as? Int ?? 0) >= 2)
            let warc = try Data(contentsOf: URL(fileURLWithPath: try #require(made["warc"] as? String)))
            #expect(warc.count == made["bytes"] as? Int)
            let manifest = try JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(fileURLWithPath: out + "/manifest.json")))
            #expect((manifest as? [String: Any])?["warc"] != nil)
            let again = try await place.run("export", "evidence", "--case", number, "--out", out)
            #expect(again.code == 1 && again.errors.contains("exists and is not overwritten"))

            #expect(try await place.run("doctor", "--evidence").output.contains("all as archived"))
            let archive = place.config.appending(path: "evidence")
            let name = try #require(try FileManager.default.contentsOfDirectory(atPath: archive.path).first)
            let file = archive.appending(path: name)
            var bytes = try Data(contentsOf: file)
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: file)
            let found = try await place.run("doctor", "--evidence")
            #expect(found.code == 1)
            #expect(found.output.contains("fail evidence: record "))
        }
    }
}
