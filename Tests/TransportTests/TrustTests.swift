import Complaints
import Foundation
import Testing
import Transport

/// Whom a request trusts, and as whom it shows itself: each with an authority made for the test.
@Suite(
    .timeLimit(.minutes(5)),
    .enabled(
        if: ThrowawayAuthority.hasTool, "the openssl tool, which makes the certificates, is not installed"))
struct TrustTests {
    @Test func `a source's own authority is trusted, and only where it is named`() async throws {
        let authority = try ThrowawayAuthority()
        try authority.issue("site", for: "localhost")
        let server = try authority.serve("site")
        defer { server.stop() }
        let client = HTTPClient()
        let url = "https://localhost:\(server.port)/"
        let trusting = FetchOptions(authorities: authority.file)
        #expect(try await client.send(request(url, options: trusting)).status == 200)
        let failed = await failure(client, request(url))
        #expect(failed?.code == "tls")
        #expect(failed?.reason.isUnreachable == false)
        #expect(try await client.send(request(url, options: trusting)).status == 200)
    }

    @Test func `another authority, another name, or no file is refused`() async throws {
        let (authority, other) = (try ThrowawayAuthority(), try ThrowawayAuthority())
        try authority.issue("site", for: "localhost")
        let server = try authority.serve("site")
        defer { server.stop() }
        let client = HTTPClient()
        for (host, file) in [
            ("localhost", other.file), ("127.0.0.1", authority.file), ("localhost", other.path("absent.pem")),
        ] {
            let options = FetchOptions(authorities: file)
            let failed = await failure(client, request("https://\(host):\(server.port)/", options: options))
            #expect(failed?.code == "tls", "\(host) \(failed.map { $0.description } ?? "accepted")")
        }
    }

    @Test func `a certificate is shown to who demands it, its key unlocked by its password`() async throws {
        let authority = try ThrowawayAuthority()
        try authority.issue("site", for: "localhost")
        try authority.issue("me", for: "me.example")
        try authority.lock("me", password: "open sesame")
        let server = try authority.serve("site", demandsCertificate: true)
        defer { server.stop() }
        let url = "https://localhost:\(server.port)/"
        func code(key: String, password: String?) async -> String? {
            let certificate = FetchOptions.ClientCertificate(
                certificate: authority.path("me.pem"), key: authority.path(key),
                password: password.map { Secret($0) })
            let options = FetchOptions(authorities: authority.file, certificate: certificate)
            return await failure(HTTPClient(), request(url, options: options))?.code
        }
        #expect(await code(key: "me.key", password: nil) == nil)
        #expect(await code(key: "me.locked", password: "open sesame") == nil)
        #expect(await code(key: "me.locked", password: "wrong") == "tls")
        #expect(await code(key: "me.locked", password: nil) == "tls")
        let options = FetchOptions(authorities: authority.file)
        #expect(await failure(HTTPClient(), request(url, options: options)) != nil)
    }

    @Test func `a certificate is not shown where a redirect leads`() async throws {
        let authority = try ThrowawayAuthority()
        try authority.issue("site", for: "localhost")
        try authority.issue("me", for: "me.example")
        let server = try authority.serve("site", demandsCertificate: true)
        let url = "https://localhost:\(server.port)/"
        let front = try LoopbackServer { _ in .http("302 Found", ["Location: \(url)"]) }
        defer {
            server.stop()
            front.stop()
        }
        let certificate = FetchOptions.ClientCertificate(
            certificate: authority.path("me.pem"), key: authority.path("me.key"))
        let options = FetchOptions(authorities: authority.file, certificate: certificate)
        #expect(await failure(HTTPClient(), request(front.url(), options: options))?.host == "localhost")
    }

    @Test(arguments: [false, true])
    func `a page behind TLS is reached through a tunnel`(socks: Bool) async throws {
        let authority = try ThrowawayAuthority()
        try authority.issue("site", for: "shop.example")
        let server = try authority.serve("site")
        let proxy = try LoopbackProxy(socks: socks)
        defer {
            server.stop()
            proxy.stop()
        }
        let options = FetchOptions(
            headers: [.init(name: "X-Key", value: Secret("k1"))],
            proxy: Secret("\(socks ? "socks5" : "http")://me:word@127.0.0.1:\(proxy.port)"),
            authorities: authority.file)
        let response = try await HTTPClient().send(
            request(
                "https://shop.example:\(server.port)/", options: options, captures: true,
                addresses: .publicOnly))
        #expect(response.status == 200)
        let asked = try #require(proxy.asked.first)
        #expect(asked.contains("shop.example:\(server.port)") && !asked.contains("k1"))
        let exchange = try #require(response.exchanges.first)
        let (sent, head) = (
            String(decoding: exchange.requestHead, as: UTF8.self),
            String(decoding: response.rawHead, as: UTF8.self)
        )
        #expect(sent.hasPrefix("GET / HTTP/1.1\r\n") && sent.contains("X-Key: k1"))
        #expect(!sent.contains("CONNECT") && !sent.contains("Proxy-Authorization"))
        #expect(!head.contains("X-Proxy"))
    }
}
