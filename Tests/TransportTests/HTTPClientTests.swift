import Complaints
import Foundation
import Testing
import Transport

/// Requests of the tests: loopback open, twenty seconds at most.
func request(
    _ url: String, method: String = "GET", headers: [(String, String)] = [], body: [UInt8]? = nil,
    options: FetchOptions = FetchOptions(limits: FetchLimits(total: .seconds(20))), cookies: [String] = [],
    captures: Bool = false, follows: Bool = true,
    addresses: AddressPolicy = AddressPolicy(allowsPrivate: true)
) -> WebRequest {
    WebRequest(
        method: method, url: url, headers: headers, body: body, options: options, cookies: cookies,
        capturesExchange: captures, followsRedirects: follows, addresses: addresses,
        userAgent: "Ombud/1.0 (+https://example.org/contact)")
}

/// A request with limits of its own.
func request(_ url: String, limits: FetchLimits) -> WebRequest {
    request(url, options: FetchOptions(limits: limits))
}

/// The failure that sending gives, or nil.
func failure(_ client: HTTPClient, _ request: WebRequest) async -> TransportFailure? {
    do throws(TransportFailure) {
        _ = try await client.send(request)
        return nil
    } catch {
        return error
    }
}

@Suite(.timeLimit(.minutes(5)))
struct HTTPClientTests {
    @Test func `an answer comes with status, headers, body, head and address`() async throws {
        let server = try LoopbackServer { _ in
            .http("200 OK", ["Content-Type: text/html", "X-Twice: a", "x-twice: b"], Array("hello".utf8))
        }
        defer { server.stop() }
        let client = HTTPClient()
        let response = try await client.send(
            request(server.url("/a?b#c"), headers: [("Accept-Language", "pl")]))
        #expect(response.status == 200)
        #expect(response.body == Array("hello".utf8))
        #expect(response.header("content-TYPE") == "text/html")
        #expect(response.headers.all("X-Twice") == ["a", "b"])
        #expect(
            String(decoding: response.rawHead, as: UTF8.self).hasPrefix("HTTP/1.1 200 OK\r\nContent-Type"))
        #expect(response.remoteAddress == IPAddress("127.0.0.1"))
        #expect(response.permanentURL == nil)
        let seen = try #require(server.requests.first)
        #expect(seen.target == "/a?b")
        #expect(seen.head.contains("\r\nUser-Agent: Ombud/1.0 (+https://example.org/contact)\r\n"))
        #expect(seen.head.contains("\r\nAccept-Language: pl"))
        await client.shutdown()
    }

    @Test func `a gzip body arrives unpacked`() async throws {
        let packed = try #require(Data(base64Encoded: "H4sIAAAAAAACA8tIzcnJzxglRolRYjgTAOW2bt/oAwAA"))
        let server = try LoopbackServer { _ in .http("200 OK", ["Content-Encoding: gzip"], Array(packed)) }
        defer { server.stop() }
        let response = try await HTTPClient().send(request(server.url()))
        #expect(response.body == Array(String(repeating: "hello", count: 200).utf8))
        #expect(server.requests.first?.head.contains("gzip") == true)
    }

    @Test func `304 and 404 are answers, not failures`() async throws {
        let server = try LoopbackServer {
            $0.target == "/" ? .http("304 Not Modified", ["ETag: x"]) : .http("404 No")
        }
        defer { server.stop() }
        let client = HTTPClient()
        #expect(try await client.send(request(server.url())).status == 304)
        #expect(try await client.send(request(server.url("/gone"))).status == 404)
    }

    @Test func `a POST sends its bytes and its headers and nothing of its own`() async throws {
        let server = try LoopbackServer { _ in .http("204 No Content") }
        defer { server.stop() }
        let sent = request(
            server.url("/hook"), method: "POST",
            headers: [("Content-Type", "application/json"), ("X-Empty", "")],
            body: Array("{\"a\":1}".utf8), follows: false)
        #expect(try await HTTPClient().send(sent).status == 204)
        let seen = try #require(server.requests.first)
        #expect(seen.head.hasPrefix("POST /hook HTTP/1.1"))
        #expect(seen.body == Array("{\"a\":1}".utf8))
        #expect(seen.head.contains("X-Empty:"))
        #expect(!seen.head.contains("Expect") && !seen.head.contains("urlencoded"))
    }

    @Test(arguments: [
        ("evil\r\nX-Injected: 1", "GET", "invalid-request"), ("ok", "GE T", "invalid-request"),
    ])
    func `what would break the request's lines is not sent`(value: String, method: String, code: String) async
    {
        let sent = request("http://127.0.0.1:9/", method: method, headers: [("X-Value", value)])
        #expect(await failure(HTTPClient(), sent)?.code == code)
    }

    @Test(arguments: ["ftp://example.com/", "file:///etc/passwd", "example.com", "gopher://x/"])
    func `other schemes are refused before anything is sent`(url: String) async {
        #expect(await failure(HTTPClient(), request(url))?.reason == .notWebAddress)
    }

    @Test(arguments: [
        "http://127.0.0.1:PORT/", "http://0x7f.1:PORT/", "http://[::ffff:127.0.0.1]:PORT/",
        "http://localhost:PORT/",
    ])
    func `loopback is closed unless it was opened`(url: String) async throws {
        let server = try LoopbackServer { _ in .http("200 OK") }
        defer { server.stop() }
        let sent = request(url.replacing("PORT", with: "\(server.port)"), addresses: .publicOnly)
        let failed = await failure(HTTPClient(), sent)
        #expect(failed?.code == "address-refused")
        #expect(failed?.description.contains("loopback") == true)
        #expect(server.requests.isEmpty)
    }

    @Test func `a kept connection does not carry a request whose policy refuses its address`() async throws {
        let server = try LoopbackServer { _ in .http("200 OK") }
        defer { server.stop() }
        let client = HTTPClient()
        #expect(try await client.send(request(server.url("/open"))).status == 200)
        #expect(
            await failure(client, request(server.url("/closed"), addresses: .publicOnly))?.code
                == "address-refused")
        #expect(server.requests.map(\.target) == ["/open"])
    }

    @Test func `the connection is kept between requests`() async throws {
        let server = try LoopbackServer { _ in .http("200 OK", [], Array("x".utf8)) }
        defer { server.stop() }
        let client = HTTPClient()
        for _ in 0..<5 { _ = try await client.send(request(server.url())) }
        let last = try await client.send(request(server.url()))
        #expect(last.timings.reusedConnection)
        #expect(Set(server.requests.map(\.connection)) == [1])
    }

    @Test func `a thousand requests at once are all answered, more than may run at a time`() async throws {
        let server = try LoopbackServer { .http("200 OK", [], Array($0.target.utf8)) }
        defer { server.stop() }
        let client = HTTPClient(atMost: 100)
        let right = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<1000 {
                group.addTask {
                    let path = "/\(number)"
                    return (try? await client.send(request(server.url(path))))?.body == Array(path.utf8)
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(right == 1000)
        // Kept and used again; on a busy machine a few are given up and made anew.
        #expect(Set(server.requests.map(\.connection)).count <= 300)
    }

    @Test func `after shutdown nothing is sent`() async {
        let client = HTTPClient()
        await client.shutdown()
        #expect(await failure(client, request("http://127.0.0.1:9/"))?.reason == .closed)
        await client.shutdown()
    }
}
