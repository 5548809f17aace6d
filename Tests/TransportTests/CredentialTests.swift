import Complaints
import Foundation
import Testing
import Transport

/// What is ours is shown to the origin that was asked for, and to no other.
@Suite(.timeLimit(.minutes(5)))
struct CredentialTests {
    @Test(arguments: [
        (
            FetchOptions.Authorization.basic(user: "me", password: Secret("pass:wörd")),
            "Basic bWU6cGFzczp3w7ZyZA=="
        ),
        (.bearer(Secret("abc.def")), "Bearer abc.def"),
    ])
    func `credentials are sent with the first request`(
        given: FetchOptions.Authorization, line: String
    )
        async throws
    {
        let server = try LoopbackServer { _ in .http("200 OK") }
        defer { server.stop() }
        let options = FetchOptions(
            headers: [
                .init(name: "X-Key", value: Secret("k1")),
                .init(name: "accept-language", value: Secret("pl")),
            ],
            authorization: given)
        _ = try await HTTPClient().send(
            request(server.url(), headers: [("Accept-Language", "en"), ("Accept", "*/*")], options: options))
        let head = try #require(server.requests.first).head
        #expect(head.contains("\r\nAuthorization: \(line)"))
        #expect(head.contains("\r\nX-Key: k1"))
        #expect(head.contains("\r\naccept-language: pl") && !head.contains(": en"))
    }

    @Test func `nothing of it follows a redirect to another origin, and it is there again on return`()
        async throws
    {
        let home = try LoopbackServer { request in
            switch request.target {
            case "/": .http("302 Found", ["Location: /same"])
            case "/same": .http("302 Found", ["Location: http://localhost:\(request.port)/other"])
            case "/other": .http("302 Found", ["Location: http://127.0.0.1:\(request.port)/back"])
            default: .http("200 OK")
            }
        }
        defer { home.stop() }
        let options = FetchOptions(
            headers: [
                .init(name: "X-Api-Key", value: Secret("k1")), .init(name: "Cookie", value: Secret("a=b")),
                .init(name: "Proxy-Authorization", value: Secret("Basic eA==")),
                .init(name: "Accept-Language", value: Secret("pl")),
                .init(name: "User-Agent", value: Secret("Own/1")),
            ],
            authorization: .bearer(Secret("token")))
        let response = try await HTTPClient().send(
            request(
                home.url("/"),
                headers: [("If-None-Match", "\"e\""), ("X-Once", "mine"), ("authorization2", "x")],
                options: options))
        #expect(response.redirects == 3)
        let ours = ["k1", "a=b", "Basic eA==", "token", "mine", "authorization2"]
        for seen in home.requests where seen.target != "/other" {
            for secret in ours { #expect(seen.head.contains(secret), "\(seen.target) \(secret)") }
        }
        let seen = try #require(home.requests.first { $0.target == "/other" }).head
        for secret in ours { #expect(!seen.contains(secret), "\(secret)") }
        for told in ["Accept-Language: pl", "User-Agent: Own/1", "If-None-Match: \"e\""] {
            #expect(seen.contains(told), "\(told)")
        }
    }

    @Test func `a secret header with a line break is not sent, and not told`() async {
        let options = FetchOptions(headers: [.init(name: "X-Key", value: Secret("a\r\nX-Evil: b"))])
        let failed = await failure(HTTPClient(), request("http://127.0.0.1:9/", options: options))
        #expect(failed?.reason == .invalidRequest("X-Key has a line break"))
    }
}
