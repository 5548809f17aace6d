import Complaints
import Demo
import Gzip
import Settings
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Monitor

/// Whatever a site sends, its visit ends with a named reason, and nobody else waits for it.
@Suite struct LimitTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        var name: String
        var code: String
        var limits = FetchLimits()
        var answer: @Sendable () -> RawSite.Answer

        var testDescription: String { name }

        init(
            _ name: String, _ code: String, _ limit: (inout FetchLimits) -> Void = { _ in },
            answer: @escaping @Sendable () -> RawSite.Answer
        ) {
            self.name = name
            self.code = code
            self.answer = answer
            limits.total = .seconds(20)
            limit(&limits)
        }
    }

    static let open = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"

    static let faults = [
        Fault("a body that drips", "too-slow", { ($0.leastSpeed, $0.slowFor) = (5000, .seconds(1)) }) {
            .drip(head: open + "\r\n", milliseconds: 20)
        },
        Fault("a body that never ends in time", "timeout", { $0.total = .seconds(1) }) {
            .drip(head: open + "\r\n", milliseconds: 5)
        },
        Fault("no answer", "first-byte-timeout", { $0.firstByte = .milliseconds(300) }) { .silence },
        Fault("an endless body", "too-large", { $0.pageBytes = 300_000 }) {
            .flood(head: open + "\r\n", [UInt8](repeating: 0x61, count: 65_536))
        },
        Fault("an endless header", "head-too-large") {
            .flood(
                head: "HTTP/1.1 200 OK\r\n", Array("X-More: \(String(repeating: "a", count: 4000))\r\n".utf8))
        },
        Fault("a compression bomb", "too-large", { $0.pageBytes = 1_000_000 }) {
            let bomb = GzipCompressor(level: 9).gzip([UInt8](repeating: 0x20, count: 30_000_000))
            let head = open + "Content-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n"
            return .bytes(Array(head.utf8) + bomb)
        },
        Fault("a compressed body without its end", "cut-off") { cutGzip(dropping: 200) },
        Fault("a compressed body without its last bytes", "cut-off") { cutGzip(dropping: 4) },
        Fault("a million links", "too-many-links", { $0.pageBytes = 20_000_000 }) {
            .http(String(repeating: "<a href=/1>x</a>", count: 1_000_000))
        },
        Fault("50,000 tags inside each other", "too-deep") {
            .http(String(repeating: "<div>", count: 50_000) + "x")
        },
        Fault("redirects without end", "too-many-redirects", { $0.redirects = 3 }) {
            .http("", status: "302 Found", headers: ["Location: /a"])
        },
        Fault("something that is not HTTP", "not-http") { .bytes(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8)) },
    ]

    private static func cutGzip(dropping count: Int) -> RawSite.Answer {
        let words = (0..<2000).map { "<p>word \($0 &* 7919)</p>" }.joined()
        let body = GzipCompressor(level: 1).gzip(Array("<html><body>\(words)</body></html>".utf8)).dropLast(
            count)
        let head = open + "Content-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n"
        return .bytes(Array(head.utf8) + body)
    }

    @Test(arguments: faults)
    func `a page of every fault ends its visit with its own reason`(fault: Fault) async throws {
        let bad = try RawSite(at: "127.0.0.2")
        bad.put("/bad", fault.answer())
        for (from, to) in zip("abcd", "bcde") {
            bad.put("/\(from)", .http("", status: "302 Found", headers: ["Location: /\(to)"]))
        }
        let url = bad.url
        try await World.with(sources: { _ in
            [.make("acme", url: url + "/bad").with { $0.fetch.limits = fault.limits }]
        }) { world in
            let visit = try await world.look()
            #expect(visit.outcome.failure?.code == fault.code, "\(visit.outcome)")
            #expect(visit.outcome.failure?.reason.contains("127.0.0.2") == true)
            #expect(visit.pageCount == 0)
            bad.put("/bad", .http(ListPage([.praise("a")]).html))
            #expect(try await world.look().newMentions == 1)
        }
        bad.goAway()
    }

    @Test func `a site that drips keeps no other from its time`() async throws {
        let bad = try RawSite(at: "127.0.0.2")
        bad.put("/bad", .drip(head: Self.open + "\r\n", milliseconds: 50))
        let url = bad.url
        try await World.with(sources: { site in
            (0..<8).map { number in
                Source.make("bad\(number)", url: "\(url)/bad").with { $0.fetch.limits.total = .seconds(3) }
            } + (0..<8).map { .make("good\($0)", url: "\(site)/good") }
        }) { world in
            world.site.put("/good", ListPage([.praise("a")]))
            let order = Mutex<[String]>([])
            _ = try await world.daemon.poll(nil, onlyDue: false) { visit in
                order.withLock { $0.append(visit.source.name) }
            }
            #expect(order.withLock { $0.prefix(8).allSatisfy { $0.hasPrefix("good") } })
            let statuses = try await world.store.read { try $0.sourceStatuses() }
            for status in statuses where status.id.name.hasPrefix("good") {
                #expect(status.nextVisit == world.time.now() + .seconds(60))
                #expect(status.coverage.failures == 0)
            }
            #expect(statuses.count { $0.coverage.failures == 1 } == 8)
        }
        bad.goAway()
    }

    @Test func `links and depth have the limits that the source is given`() async throws {
        try await World.with(sources: { url in
            [
                Source.make("links", url: url + "/links").with { $0.fetch.limits.links = 10 },
                Source.make("depth", url: url + "/depth").with { $0.fetch.limits.depth = 20 },
                .make("usual", url: url + "/links"),
            ]
        }) { world in
            let page = ListPage([.praise("a")]).html
            world.site.put("/links", html: page + String(repeating: "<a href=/x>x</a>", count: 11))
            world.site.put("/depth", html: page + String(repeating: "<div>", count: 30))
            let codes = try await world.visit().map { $0.outcome.failure?.code ?? "none" }
            #expect(codes == ["too-deep", "too-many-links", "none"])
        }
    }
}
