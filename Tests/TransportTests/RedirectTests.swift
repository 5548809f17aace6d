import Complaints
import Testing
import Transport

@Suite(.timeLimit(.minutes(5)))
struct RedirectTests {
    @Test func `redirects are followed to their end, and permanent ones remembered`() async throws {
        let server = try LoopbackServer { request in
            switch request.target {
            case "/old": .http("301 Moved", ["Location: /newer"])
            case "/newer": .http("308 Moved", ["location: new?x=1"])
            case "/new?x=1": .http("302 Found", ["Location: //127.0.0.1:\(request.port)/today"])
            default: .http("200 OK", [], Array(request.target.utf8))
            }
        }
        defer { server.stop() }
        let response = try await HTTPClient().send(request(server.url("/old")))
        #expect(response.body == Array("/today".utf8))
        #expect(response.finalURL == server.url("/today"))
        #expect(response.permanentURL == server.url("/new?x=1"))
        #expect(response.redirects == 3)
    }

    @Test func `a temporary redirect leaves no permanent address`() async throws {
        let server = try LoopbackServer { request in
            switch request.target {
            case "/": .http("302 Found", ["Location: /a"])
            case "/a": .http("301 Moved", ["Location: /b"])
            default: .http("200 OK")
            }
        }
        defer { server.stop() }
        let response = try await HTTPClient().send(request(server.url("/")))
        #expect(response.permanentURL == nil)
        #expect(response.finalURL == server.url("/b"))
    }

    @Test(arguments: [
        ("ftp://example.com/", "redirect-refused"), ("file:///etc/passwd", "redirect-refused"),
        ("javascript:alert(1)", "redirect-refused"), ("/", "redirect-loop"),
        ("http://169.254.169.254/latest/", "address-refused"), ("http://[fe80::1]/", "address-refused"),
    ])
    func `a redirect that may not be followed is a failure`(location: String, code: String) async throws {
        let server = try LoopbackServer { _ in .http("302 Found", ["Location: \(location)"]) }
        defer { server.stop() }
        #expect(await failure(HTTPClient(), request(server.url("/")))?.code == code)
        #expect(server.requests.count == 1)
    }

    @Test func `a redirect into the own network is refused where only the first host is open`() async throws {
        let inner = try LoopbackServer { _ in .http("200 OK") }
        defer { inner.stop() }
        let server = try LoopbackServer { _ in
            .http("302 Found", ["Location: http://127.0.0.2:\(inner.port)/"])
        }
        defer { server.stop() }
        let range = try #require(AddressRange("127.0.0.1/32"))
        let failed = await failure(
            HTTPClient(), request(server.url("/"), addresses: AddressPolicy(openRanges: [range])))
        #expect(
            failed?.reason
                == .addressRefused(
                    address: "127.0.0.2",
                    why: "a loopback address; open it under fetch.allow-private if that is meant"))
        #expect(inner.requests.isEmpty)
    }

    @Test(arguments: [(20, true), (21, false)])
    func `at most twenty redirects are followed`(hops: Int, arrives: Bool) async throws {
        let server = try LoopbackServer { request in
            let number = Int(request.target.dropFirst()) ?? 0
            return number == hops ? .http("200 OK") : .http("302 Found", ["Location: /\(number + 1)"])
        }
        defer { server.stop() }
        let failed = await failure(HTTPClient(), request(server.url("/0")))
        #expect(failed?.code == (arrives ? nil : "too-many-redirects"))
    }

    @Test func `not following, a redirect is an answer`() async throws {
        let server = try LoopbackServer { _ in .http("302 Found", ["Location: /x"]) }
        defer { server.stop() }
        let response = try await HTTPClient().send(
            request(server.url("/"), method: "POST", body: [], follows: false))
        #expect(response.status == 302)
        #expect(response.header("Location") == "/x")
    }

    @Test func `the timeout counts over all hops`() async throws {
        let server = try LoopbackServer { request in
            request.target == "/" ? .http("302 Found", ["Location: /slow"]) : .init(then: .hang)
        }
        defer { server.stop() }
        let failed = await failure(
            HTTPClient(), request(server.url("/"), limits: FetchLimits(total: .milliseconds(200))))
        #expect(failed?.reason == .timeout(.answer))
    }
}

extension LoopbackServer.Request {
    /// The port of the Host header.
    var port: String {
        let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("host:") } ?? ""
        return String(line.split(separator: ":").last ?? "")
    }
}
