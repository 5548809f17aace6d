import Complaints
import Demo
import Foundation
import Settings
import Storage
import TestSupport
import Testing

@testable import Monitor

/// What goes with the requests of one source: cookies, headers, credentials; and pages that a program fetches.
@Suite struct PrivateFetchTests {
    // MARK: Cookies

    @Test func `cookies that a site sets are kept for the source, and sent again after a restart`()
        async throws
    {
        try await World.with(sources: {
            [
                Source.make("a", url: $0 + "/a").with { $0.fetch.keepsCookies = true },
                Source.make("b", url: $0 + "/b").with { $0.fetch.keepsCookies = true },
                .make("c", url: $0 + "/a"),
            ]
        }) { world in
            var page = LoopbackAnswer.text(ListPage([.praise("a")]).html, type: "text/html")
            page.headers.append(("set-cookie", "session=42; Path=/; Max-Age=86400"))
            world.site.put("/a", page)
            world.site.put("/b", ListPage([.praise("b")]))
            try await world.visit()
            try await world.visitAfterRestart()
            #expect(world.site.requests("/a").compactMap { $0.header("cookie") } == ["session=42"])
            #expect(world.site.requests("/b").compactMap { $0.header("cookie") } == [])
            #expect(try await world.store.read { try $0.cookies(of: "a") }.count == 1)
            #expect(try await world.store.read { try $0.cookies(of: "c") }.isEmpty)
        }
    }

    @Test func `a cookie set by one page of a visit goes with its next page`() async throws {
        try await World.with(sources: {
            [Source.make("acme", url: $0 + "/acme", atMost: 2).with { $0.fetch.keepsCookies = true }]
        }) { world in
            var page = LoopbackAnswer.text(
                ListPage([.praise("a")], next: "/acme?page=2").html, type: "text/html")
            page.headers.append(("set-cookie", "seen=1; Path=/; Max-Age=600"))
            world.site.put("/acme", page)
            world.site.put("/acme?page=2", ListPage([.praise("b")]))
            try await world.look()
            #expect(world.site.requests("/acme?page=2").first?.header("cookie") == "seen=1")
        }
    }

    // MARK: Headers and credentials

    @Test func `headers and credentials go to their source's pages, not to robots.txt or another source`()
        async throws
    {
        try await World.with(sources: {
            [
                Source.make("a", url: $0 + "/a").with {
                    $0.fetch.headers = [.init(name: "X-Key", value: Secret("k1"))]
                    $0.fetch.authorization = .bearer(Secret("t0ken"))
                },
                Source.make("b", url: $0 + "/b").with {
                    $0.fetch.authorization = .basic(user: "ola", password: Secret("pass"))
                },
                .make("c", url: $0 + "/c"),
            ]
        }) { world in
            for name in ["a", "b", "c"] { world.site.put("/\(name)", ListPage([.praise(name)])) }
            try await world.visit()
            func sent(_ path: String, _ name: String) -> [String] {
                world.site.requests(path).compactMap { $0.header(name) }
            }
            #expect(sent("/a", "x-key") == ["k1"])
            #expect(sent("/a", "authorization") == ["Bearer t0ken"])
            #expect(sent("/b", "authorization") == ["Basic b2xhOnBhc3M="])
            #expect(sent("/b", "x-key") == [])
            for path in ["/c", "/robots.txt"] {
                #expect(!world.site.requests(path).isEmpty)
                #expect(sent(path, "authorization") == [])
                #expect(sent(path, "x-key") == [])
            }
        }
    }

    @Test func `a redirect or a next page on another site gets none of them`() async throws {
        let other = try RawSite(at: "127.0.0.2")
        let url = other.url
        try await World.with(sources: { site in
            ["moved", "paged"].map { name in
                Source.make(name, url: "\(site)/\(name)", atMost: 2).with {
                    $0.fetch.headers = [.init(name: "X-Key", value: Secret("k1"))]
                    $0.fetch.authorization = .bearer(Secret("t0ken"))
                }
            }
        }) { world in
            world.site.put(
                "/moved", LoopbackAnswer(status: 302, headers: [("location", url + "/from-moved")]))
            world.site.put("/paged", ListPage([.praise("p")], next: url + "/from-paged"))
            try await world.visit()
            let heads = other.heads
            #expect(heads.contains { $0.contains("/from-moved") })
            for head in heads {
                #expect(!head.contains("t0ken") && !head.contains("k1"), "\(head)")
            }
        }
        other.goAway()
    }

    // MARK: Commands

    private func command(_ script: String, _ folder: TemporaryFolder) throws -> [String] {
        let path = folder.path("fetch.sh")
        try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return [path]
    }

    private func fetched(_ url: String, by command: [String]) -> Source {
        Source.make("acme", url: url + "/acme").with { $0.fetch.command = command }
    }

    @Test func `a page that a program writes is read like any other, and is unchanged when it is the same`()
        async throws
    {
        let folder = try TemporaryFolder()
        try ListPage([Review("r1"), .praise("p")]).html
            .write(toFile: folder.path("page.html"), atomically: true, encoding: .utf8)
        let command = try command("cat \(folder.path("page.html"))", folder)
        try await World.with(sources: { [fetched($0, by: command)] }) { world in
            let first = try await world.look()
            #expect((first.outcome, first.newMentions) == (.complete, 2))
            #expect(try await world.look().outcome == .unchanged)
            #expect(world.site.requests("/acme").isEmpty)
            #expect(world.site.requests("/robots.txt").count == 1)
        }
    }

    @Test(arguments: [
        ("echo no browser here >&2; exit 3", "command-failed", "3"),
        ("true", "command-empty", ""),
        ("head -c 400000 /dev/zero", "too-large", ""),
        ("sleep 30", "timeout", ""),
    ])
    func `a program that fails ends the visit with a reason of its own`(
        script: String, code: String, word: String
    ) async throws {
        let folder = try TemporaryFolder()
        let command = try command(script, folder)
        try await World.with(sources: {
            [
                fetched($0, by: command).with {
                    $0.fetch.limits.pageBytes = 200_000
                    $0.fetch.limits.total = .seconds(1)
                }
            ]
        }) { world in
            let visit = try await world.look()
            #expect(visit.outcome.failure?.code == code, "\(visit.outcome)")
            #expect(visit.outcome.failure?.reason.contains(word) == true || word.isEmpty)
            #expect(try await world.status().coverage.failures == 1)
        }
    }

    @Test func `a program that robots.txt forbids is not run`() async throws {
        let folder = try TemporaryFolder()
        let command = try command("touch \(folder.path("ran")); echo page", folder)
        try await World.with(sources: { [fetched($0, by: command)] }) { world in
            world.site.put("/robots.txt", .text("User-agent: *\nDisallow: /acme\n"))
            let visit = try await world.look()
            #expect(visit.outcome.failure?.code == "robots")
            #expect(!FileManager.default.fileExists(atPath: folder.path("ran")))
        }
    }
}
