import Demo
import Foundation
import TestSupport
import Testing

/// What the daemon costs while it waits for sites, and what is left of pages when their visits are over.
@Suite(.timeLimit(.minutes(5)))
struct ResourceTests {
    @Test func `hundreds of visits that wait for their sites need no thread each`() async throws {
        let count = 300
        let site = try await ScriptedSite.start()
        for index in 0..<count { site.fault(.hang, at: "/slow/\(index)") }
        try await serving((0..<count).map { "\(site.url)/slow/\($0)" }, every: "1h") { daemon in
            let areWaiting = try await eventually { site.requests().count == count }
            #expect(areWaiting, "\(site.requests().count) of \(count) visits are under way")
            let threads = try Self.status("Threads", of: daemon)
            #expect(threads < 40, "\(threads) threads for \(count) waiting visits")
        }
        await site.stop()
    }

    @Test func `a page lives no longer than its visit`() async throws {
        let (sources, size, rounds) = (4, 4_000_000, 6)
        let site = try await ScriptedSite.start()
        let filler = String(repeating: "<!-- filler, which is fetched and parsed -->\n", count: size / 45)
        let paths = (0..<sources).map { "/large?\($0)" }
        // Other bytes each time, so that they are read anew.
        func lay(_ round: Int) {
            for path in paths {
                site.put(path, html: "<html><body><p>round \(round)</p>\(filler)</body></html>")
            }
        }
        lay(0)
        try await serving(paths.map { site.url + $0 }, every: "1s") { daemon in
            var first = 0
            for round in 1...rounds {
                let isRead = try await eventually { site.requests().count >= round * sources }
                #expect(isRead)
                if round == 2 { first = try Self.status("RssAnon", of: daemon) * 1024 }
                lay(round)
            }
            // What is mapped from the program's file grows with what it does, not with the pages.
            let growth = try Self.status("RssAnon", of: daemon) * 1024 - first
            let read = (rounds - 2) * sources * size
            #expect(growth < read / 2, "grew by \(growth) bytes over \(read) bytes of pages")
        }
        await site.stop()
    }

    /// Runs the daemon over these addresses.
    private func serving(
        _ urls: [String], every: String, _ work: (ServedDaemon) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let config = folder.url.appending(path: "config")
        try FileManager.default.createDirectory(
            at: config.appending(path: "watchlists"), withIntermediateDirectories: true)
        let settings = """
            store: "sqlite:\(folder.path("o.db"))"
            user-agent: "Ombud-test/1.0 (+https://example.org/contact)"
            fetch: { allow-private: true, timeout: 60s, per-host: { at-most: 1000, delay: 0s } }
            """
        let sources = urls.enumerated().map { index, url in
            "  - { name: s\(index), url: \"\(url)\", every: \(every) }"
        }
        let watchlist = "subject: Acme\nterms: [Acme]\nsources:\n" + sources.joined(separator: "\n")
        try Data(settings.utf8).write(to: config.appending(path: "ombud.yaml"))
        try Data(watchlist.utf8).write(to: config.appending(path: "watchlists/acme.yaml"))
        let daemon = try await ServedDaemon.start(config: config, scratch: folder.url)
        do {
            try await work(daemon)
        } catch {
            _ = await daemon.stop()
            throw error
        }
        #expect(await daemon.stop() == 0)
    }

    /// A number of the daemon's `/proc/PID/status`.
    private static func status(_ name: String, of daemon: ServedDaemon) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(daemon.child.pid)/status", encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(name + ":") })
        return try #require(Int(line.dropFirst(name.count + 1).filter(\.isNumber)))
    }
}
