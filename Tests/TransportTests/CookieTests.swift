import Complaints
import Foundation
import Testing
import Transport

/// Cookies by the cookie rules, hop by hop; through a loopback proxy, so that names can be any.
@Suite(.timeLimit(.minutes(5)))
struct CookieTests {
    /// Answers by the whole address asked for.
    private func site(
        _ answer: @escaping @Sendable (String) -> LoopbackServer.Reply
    ) throws -> (LoopbackServer, FetchOptions) {
        let server = try LoopbackServer { answer($0.target) }
        return (server, FetchOptions(keepsCookies: true, proxy: Secret("http://127.0.0.1:\(server.port)")))
    }

    /// The Cookie line of each request, by address.
    private func sent(_ server: LoopbackServer) -> [[String]] {
        server.requests.map { request in
            let lines = request.head.split(separator: "\r\n").filter { $0.lowercased().hasPrefix("cookie:") }
            let pairs = lines.flatMap { $0.dropFirst(7).split(separator: ";") }
            return pairs.map { $0.trimmingCharacters(in: .whitespaces) }.sorted()
        }
    }

    @Test func `what a hop sets is sent by the next, and comes back as lines to be kept`() async throws {
        let (server, options) = try site { url in
            switch url {
            case "http://shop.example/": .http("302 Found", ["Location: /in", "Set-Cookie: seen=1"])
            case "http://shop.example/in":
                .http("302 Found", ["Location: /page", "Set-Cookie: id=7; Path=/; Max-Age=600; HttpOnly"])
            default: .http("200 OK", ["Set-Cookie: seen=2"])
            }
        }
        defer { server.stop() }
        let client = HTTPClient()
        let first = try await client.send(request("http://shop.example/", options: options))
        #expect(sent(server) == [[], ["seen=1"], ["id=7", "seen=1"]])
        #expect(first.cookies.count == 2)
        let isKept = first.cookies.contains { $0.hasPrefix("#HttpOnly_shop.example\tFALSE\t/\t") }
        #expect(isKept)
        let again = try await client.send(
            request("http://shop.example/page", options: options, cookies: first.cookies))
        #expect(sent(server).last == ["id=7", "seen=2"])
        #expect(again.cookies == first.cookies)
    }

    @Test func `a jar never leaks into another source's requests`() async throws {
        let (server, options) = try site { _ in .http("200 OK", ["Set-Cookie: id=7"]) }
        defer { server.stop() }
        let client = HTTPClient()
        var without = options
        without.keepsCookies = false
        for _ in 0..<100 {
            let kept = try await client.send(request("http://shop.example/", options: options))
            #expect(kept.cookies.count == 1)
            let none = try await client.send(
                request("http://shop.example/", options: without, cookies: kept.cookies))
            #expect(none.cookies.isEmpty)
        }
        #expect(sent(server) == Array(repeating: [], count: 200))
    }

    @Test(arguments: [
        ("Set-Cookie: a=1", "http://shop.example/", true),
        ("Set-Cookie: a=1", "http://www.shop.example/", false),
        ("Set-Cookie: a=1; Domain=shop.example", "http://www.shop.example/", true),
        ("Set-Cookie: a=1; Domain=shop.example", "http://shop.example.other.example/", false),
        ("Set-Cookie: a=1; Domain=other.example", "http://other.example/", false),
        ("Set-Cookie: a=1; Domain=example", "http://other.example/", false),
        ("Set-Cookie: a=1; Path=/in", "http://shop.example/in/side", true),
        ("Set-Cookie: a=1; Path=/in", "http://shop.example/inside", false),
        ("Set-Cookie: a=1; Secure", "http://shop.example/", false),
        ("Set-Cookie: a=1; Max-Age=0", "http://shop.example/", false),
    ])
    func `a cookie goes where its rules let it`(line: String, next: String, isSent: Bool) async throws {
        let (server, options) = try site { url in
            url == "http://shop.example/first"
                ? .http("302 Found", ["Location: \(next)", line]) : .http("200 OK")
        }
        defer { server.stop() }
        _ = try await HTTPClient().send(request("http://shop.example/first", options: options))
        #expect(sent(server) == [[], isSent ? ["a=1"] : []])
    }

    @Test func `no cookie is taken for a suffix under which anyone registers names`() async throws {
        let (server, options) = try site { url in
            url.hasPrefix("http://shop.co.uk")
                ? .http("302 Found", ["Location: http://other.co.uk/", "Set-Cookie: a=1; Domain=co.uk"])
                : .http("200 OK")
        }
        defer { server.stop() }
        let response = try await HTTPClient().send(request("http://shop.co.uk/", options: options))
        #expect(sent(server) == [[], []])
        #expect(response.cookies.isEmpty)
    }

    @Test func `coming back with a new cookie is no loop, coming back with the same is`() async throws {
        let (server, options) = try site { _ in .http("302 Found", ["Location: /", "Set-Cookie: a=1"]) }
        defer { server.stop() }
        let failed = await failure(HTTPClient(), request("http://shop.example/", options: options))
        #expect(failed?.reason == .redirectLoop(hops: 2))
        #expect(sent(server) == [[], ["a=1"]])
    }

    @Test func `a jar does not grow without end`() async throws {
        let (server, options) = try site { url in
            let page = url.split(separator: "/").last ?? ""
            return .http("200 OK", (0..<40).map { "Set-Cookie: n\(page)-\($0)=1" })
        }
        defer { server.stop() }
        let client = HTTPClient()
        var jar: [String] = []
        for page in 0..<10 {
            jar = try await client.send(
                request("http://shop.example/\(page)", options: options, cookies: jar)
            ).cookies
        }
        #expect(jar.count == 300)
        let newest = jar.filter { $0.contains("\tn9-") }
        #expect(newest.count == 40)
    }
}
