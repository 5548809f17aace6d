import Demo
import Foundation
import SQLiteStorage
import Storage
import Testing
import TestSupport

/// The daemon as systemd and an operator meet it.
@Suite(.timeLimit(.minutes(5)))
struct ServeTests {
    @Test(arguments: [SIGTERM, SIGINT])
    func `it is ready, takes up its work, and ends in order`(signal: Int32) async throws {
        try await Workplace.with { place in
            let daemon = try await place.serve()
            let isDelivered = await place.receiver.wait(atMost: .seconds(60)) { deliveries in
                deliveries.contains { $0.text.contains("ombud.case.opened") }
            }
            #expect(isDelivered, "\(daemon.logged)")
            #expect(await daemon.stop(signal) == 0)
            #expect(await daemon.notes.next()?.hasPrefix("STOPPING=1") == true)
        }
    }

    @Test func `it ends at once while a page hangs`() async throws {
        try await Workplace.with { place in
            await place.site.fault(.hang, on: .englishReviews)
            let daemon = try await place.serve()
            let isAsked = try await eventually {
                await place.site.requestCount(of: DemoPage.englishReviews.path) > 0
            }
            #expect(isAsked)
            let asked = ContinuousClock.now
            #expect(await daemon.stop() == 0)
            // Far less than the five seconds after which the page would have been given up.
            #expect(ContinuousClock.now - asked < .seconds(4))
        }
    }

    @Test func `SIGHUP reloads: RELOADING with its time, then READY, also when the new settings are refused`()
        async throws
    {
        try await Workplace.with { place in
            let daemon = try await place.serve()
            let watchlist = try place.text(of: "watchlists/demo.yaml")

            try place.write(watchlist.replacing("every: 1s", with: "evry: 1s"), to: "watchlists/demo.yaml")
            daemon.child.signal(SIGHUP)
            try await expectReload(of: daemon, saying: "refused")
            #expect(daemon.logged.contains("unknown key `evry`"))
            let polls = await place.site.requestCount(of: DemoPage.forum.path)
            let goesOn = try await eventually {
                await place.site.requestCount(of: DemoPage.forum.path) > polls + 1
            }
            #expect(goesOn, "the old settings are not in force")

            try place.write(
                """
                subject: Lumiretka
                sources:
                  - { name: added, url: "\(try await place.site.url())/added", every: 1s }

                """, to: "watchlists/demo.yaml")
            daemon.child.signal(SIGHUP)
            try await expectReload(of: daemon, saying: "watching 1 source")
            let isPolled = try await eventually { await place.site.requestCount(of: "/added") > 0 }
            #expect(isPolled, "the added source is not polled")
            #expect(await daemon.stop() == 0)
        }
    }

    @Test func `another store takes a restart: a reload that names one is refused`() async throws {
        try await Workplace.with { place in
            let daemon = try await place.serve()
            let settings = try place.text(of: "ombud.yaml")
            try place.write(settings.replacing("ombud.db", with: "other.db"), to: "ombud.yaml")
            #expect(try place.text(of: "ombud.yaml") != settings)
            daemon.child.signal(SIGHUP)
            try await expectReload(of: daemon, saying: "refused")
            #expect(daemon.logged.contains("`store` names another store"), "\(daemon.logged)")
            #expect(await daemon.stop() == 0)
        }
    }

    private func expectReload(of daemon: ServedDaemon, saying words: String) async throws {
        let reloading = try #require(await daemon.notes.next()).split(separator: "\n")
        #expect(reloading.first == "RELOADING=1")
        let time = try #require(reloading.last { $0.hasPrefix("MONOTONIC_USEC=") }).dropFirst(15)
        #expect((Int64(time) ?? 0) > 0)
        let ready = try #require(await daemon.notes.next())
        #expect(ready.hasPrefix("READY=1"))
        #expect(ready.contains(words) || words.hasPrefix("watching"), "\(ready)")
    }

    @Test func `a second daemon on the same store is refused and the first goes on`() async throws {
        try await Workplace.with { place in
            let daemon = try await place.serve()
            let second = try await place.run("serve")
            #expect(second.code == 75)
            #expect(second.errors.contains("another `ombud serve` (process \(daemon.child.pid))"))
            #expect(await daemon.stop() == 0)
        }
    }

    @Test func `what a command changes is acted on by the running daemon`() async throws {
        try await Workplace.with { place in
            let daemon = try await place.serve()
            let isListed = try await eventually {
                try await !place.run("case", "list", "--json").lines.isEmpty
            }
            #expect(isListed)
            let number = try #require(
                try await place.run("case", "list", "--json").objects()[0]["id"] as? Int)
            #expect(try await place.run("case", "take", "\(number)", "--as", "anna").code == 0)
            let isTold = await place.receiver.wait(atMost: .seconds(60)) { deliveries in
                deliveries.contains {
                    $0.text.contains("ombud.case.assigned") && $0.text.contains("\"case/\(number)\"")
                }
            }
            #expect(isTold)
            #expect(await daemon.stop() == 0)
        }
    }

    @Test(arguments: ["serve", "poll", "inbox"])
    func `a store that is newer than the program is refused and left as it is`(command: String) async throws {
        let folder = try TemporaryFolder()
        let config = try smallConfig(in: folder.url)
        #expect(try await Program.run(["inbox", "--config", config.path]).code == 0)
        let store = try SQLiteStore(path: folder.path("o.db"), now: ManualTime.monday)
        try await store.write {
            _ = try $0.execute("INSERT INTO migration (number, applied) VALUES (999, 0)")
        }
        try await store.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.path("o.db")))

        let run = try await Program.run([command, "--config", config.path])
        #expect(run.code == 65)
        #expect(run.errors.contains("made by a newer Ombud"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("o.db"))) == before)
    }

    @Test func `a file that is no store is refused and left as it is`() async throws {
        let folder = try TemporaryFolder()
        let config = try smallConfig(in: folder.url)
        let bytes = Data(String(repeating: "not a store\n", count: 500).utf8)
        try bytes.write(to: URL(fileURLWithPath: folder.path("o.db")))
        let run = try await Program.run(["inbox", "--config", config.path])
        #expect(run.code == 65)
        #expect(run.errors.contains("o.db: file is not a database; move it aside"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("o.db"))) == bytes)
    }
}
