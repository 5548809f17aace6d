import Complaints
import Foundation
import Testing
import Transport

/// The way to a host: through a proxy, and over which family of addresses.
@Suite(.timeLimit(.minutes(5)))
struct RouteTests {
    private func through(_ proxy: String, family: FetchOptions.AddressFamily = .any) -> FetchOptions {
        FetchOptions(proxy: Secret(proxy), family: family)
    }

    @Test func `a proxy is asked for the whole address, with its own credentials`() async throws {
        let proxy = try LoopbackServer { _ in .http("200 OK", [], Array("seen".utf8)) }
        defer { proxy.stop() }
        let sent = request(
            "http://shop.example/a?b", options: through("http://me:my%20word@127.0.0.1:\(proxy.port)"),
            addresses: .publicOnly)
        let response = try await HTTPClient().send(sent)
        #expect(response.body == Array("seen".utf8))
        #expect(response.remoteAddress == nil)
        let seen = try #require(proxy.requests.first)
        #expect(seen.target == "http://shop.example/a?b")
        #expect(seen.head.contains("Proxy-Authorization: Basic bWU6bXkgd29yZA=="))
    }

    @Test(arguments: [
        "http://127.0.0.1/", "http://10.1.2.3:8080/x", "https://[::1]/", "http://0x7f.1/",
        "http://localhost/", "http://a.localhost./", "https://169.254.169.254/latest", "http://[fd00::1]/",
    ])
    func `a private address is refused through a proxy too`(url: String) async throws {
        let proxy = try LoopbackServer { _ in .http("200 OK") }
        defer { proxy.stop() }
        let sent = request(
            url, options: through("http://127.0.0.1:\(proxy.port)"), addresses: .publicOnly)
        #expect(await failure(HTTPClient(), sent)?.code == "address-refused")
        #expect(proxy.requests.isEmpty)
    }

    @Test func `a redirect to a private address is refused through a proxy too`() async throws {
        let proxy = try LoopbackServer { _ in .http("302 Found", ["Location: http://192.168.0.1/"]) }
        defer { proxy.stop() }
        let sent = request(
            "http://shop.example/", options: through("http://127.0.0.1:\(proxy.port)"), addresses: .publicOnly
        )
        let failed = await failure(HTTPClient(), sent)
        #expect(failed?.host == "192.168.0.1")
        #expect(failed?.code == "address-refused")
        #expect(proxy.requests.count == 1)
    }

    @Test(arguments: ["socks5", "socks5h", "SOCKS5"])
    func `a SOCKS proxy resolves the name`(scheme: String) async throws {
        let server = try LoopbackServer { _ in .http("200 OK", [], Array("seen".utf8)) }
        let proxy = try LoopbackProxy(socks: true)
        defer {
            server.stop()
            proxy.stop()
        }
        let sent = request(
            "http://shop.example:\(server.port)/",
            options: through("\(scheme)://me:word@127.0.0.1:\(proxy.port)"), addresses: .publicOnly)
        #expect(try await HTTPClient().send(sent).body == Array("seen".utf8))
        #expect(proxy.asked == ["me:word@shop.example:\(server.port)"])
        #expect(server.requests.first?.head.contains("Host: shop.example") == true)
    }

    @Test func `a proxy that will not make a tunnel is named, and nothing of the host was heard`()
        async throws
    {
        let proxy = try LoopbackProxy(verdict: "407 Who are you")
        defer { proxy.stop() }
        let sent = request(
            "https://shop.example/", headers: [("Cookie", "a=b")],
            options: FetchOptions(
                authorization: .bearer(Secret("token")),
                proxy: Secret("http://127.0.0.1:\(proxy.port)")))
        let failed = try #require(await failure(HTTPClient(), sent))
        #expect(failed.code == "proxy-failed")
        #expect(failed.reason.isUnreachable)
        #expect(failed.description.contains("407"))
        let asked = try #require(proxy.asked.first)
        #expect(asked.hasPrefix("CONNECT shop.example:443 "))
        #expect(!asked.contains("token") && !asked.contains("a=b"))
    }

    @Test(arguments: [
        ("http://me:word@127.0.0.1:PORT", "proxy-failed"),
        ("socks5h://me:word@127.0.0.1:PORT", "proxy-failed"),
        ("http://me:word@:1:2:3/", "proxy-failed"), ("ftp://me:word@127.0.0.1", "invalid-request"),
        ("me:word@127.0.0.1", "invalid-request"), ("", "invalid-request"),
    ])
    func `a proxy that cannot be used is a failure that keeps its password`(
        proxy: String, code: String
    )
        async throws
    {
        let (listener, port) = try Loopback.listen(backlog: 1)
        close(listener)
        let options = through(proxy.replacing("PORT", with: "\(port)"))
        let failed = try #require(
            await failure(HTTPClient(), request("http://shop.example/", options: options)))
        #expect(failed.code == code, "\(failed)")
        #expect(!failed.description.contains("word"))
    }

    @Test func `one client's proxied and direct requests keep their ways`() async throws {
        let proxy = try LoopbackServer { _ in .http("200 OK", [], Array("proxy".utf8)) }
        let server = try LoopbackServer { _ in .http("200 OK", [], Array("server".utf8)) }
        defer {
            proxy.stop()
            server.stop()
        }
        let client = HTTPClient()
        let options = through("http://127.0.0.1:\(proxy.port)")
        for _ in 0..<3 {
            let direct = try await client.send(request(server.url()))
            #expect(direct.body == Array("server".utf8))
            let indirect = try await client.send(request(server.url(), options: options))
            #expect(indirect.body == Array("proxy".utf8))
            #expect(
                await failure(client, request(server.url(), addresses: .publicOnly))?.code
                    == "address-refused")
        }
    }

    @Test func `the environment's proxy is not asked`() async throws {
        let server = try LoopbackServer { _ in .http("200 OK") }
        defer { server.stop() }
        setenv("http_proxy", "http://127.0.0.1:9", 1)
        defer { unsetenv("http_proxy") }
        #expect(await failure(HTTPClient(), request(server.url())) == nil)
    }

    @Test(.enabled(if: Loopback.hasIPv6, "no ::1 on this machine"))
    func `the family of addresses is the one that was chosen`() async throws {
        let four = try LoopbackServer { _ in .http("200 OK", [], Array("4".utf8)) }
        let six = try LoopbackServer(on: four.port, family: AF_INET6) { _ in
            .http("200 OK", [], Array("6".utf8))
        }
        defer {
            four.stop()
            six.stop()
        }
        let client = HTTPClient()
        let url = "http://localhost:\(four.port)/"
        for family in [FetchOptions.AddressFamily.ipv4, .ipv6, .ipv4, .any, .ipv6] {
            let response = try await client.send(request(url, options: FetchOptions(family: family)))
            let body = String(decoding: response.body, as: UTF8.self)
            switch family {
            case .ipv4: #expect(body == "4" && response.remoteAddress == IPAddress("127.0.0.1"))
            case .ipv6: #expect(body == "6" && response.remoteAddress == IPAddress("::1"))
            case .any: #expect(["4", "6"].contains(body))
            }
        }
    }
}
