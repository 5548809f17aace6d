import Complaints
import Foundation
import Testing
import Transport

private let patient = FetchLimits(total: .seconds(600), firstByte: .seconds(600))

@Suite(.timeLimit(.minutes(5)))
struct FaultyServerTests {
    typealias Reply = LoopbackServer.Reply

    struct Fault: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var reply: Reply
        var code: String
    }

    static let faults: [Fault] = [
        Fault(
            testDescription: "a body shorter than its Content-Length",
            reply: .http("200 OK", ["Content-Length: 100"], Array("short".utf8), then: .close),
            code: "cut-off"),
        Fault(
            testDescription: "a chunked body without its last chunk",
            reply: .http(
                "200 OK", ["Transfer-Encoding: chunked"], Array("5\r\nhello\r\n".utf8), then: .close),
            code: "cut-off"),
        Fault(
            testDescription: "another protocol",
            reply: Reply(bytes: Array("SSH-2.0-OpenSSH_9.2\r\n".utf8), then: .close), code: "not-http"),
        Fault(
            testDescription: "text without a head", reply: Reply(bytes: Array("hello\n".utf8), then: .close),
            code: "not-http"),
        Fault(testDescription: "a reset", reply: Reply(then: .reset), code: "reset"),
        Fault(testDescription: "a close without an answer", reply: Reply(then: .close), code: "reset"),
        Fault(
            testDescription: "a body that is not what its encoding says",
            reply: .http("200 OK", ["Content-Encoding: gzip"], Array("this is not gzip at all".utf8)),
            code: "bad-encoding"),
    ]

    @Test(arguments: faults)
    func `a faulty answer is a failure with its reason`(fault: Fault) async throws {
        let server = try LoopbackServer { _ in fault.reply }
        defer { server.stop() }
        let failed = await failure(HTTPClient(), request(server.url()))
        #expect(failed?.code == fault.code, "\(failed.map { $0.description } ?? "no failure")")
        #expect(failed?.description.hasPrefix("127.0.0.1") == true)
    }

    @Test(arguments: [
        Reply.http("204 No Content", ["Content-Length: 100"], Array("short".utf8), then: .close),
        .http("204 No Content", ["Transfer-Encoding: chunked"], Array("5\r\nhello\r\n".utf8), then: .close),
        .http("204 No Content", ["Content-Encoding: gzip"], Array("this is not gzip at all".utf8)),
        .http("200 OK", ["Content-Length: 100"], Array("short".utf8), then: .close),
        .http("200 OK", ["Transfer-Encoding: chunked"], Array("5\r\nhello\r\n".utf8), then: .close),
        .http("200 OK", ["Content-Encoding: gzip"], Array("this is not gzip at all".utf8)),
        .http("200 OK", ["Content-Length: 100"], Array("never more".utf8), then: .hang),
        .http("200 OK", [], [UInt8](repeating: 0x61, count: 5000)),
    ])
    func `where the head is enough, what is wrong with the body is no failure`(reply: Reply) async throws {
        let server = try LoopbackServer { _ in reply }
        defer { server.stop() }
        var limits = FetchLimits(total: .milliseconds(700), pageBytes: 1000)
        limits.leastSpeed = 0
        var wanted = request(server.url(), limits: limits)
        wanted.isHeadEnough = true
        let status = try await HTTPClient().send(wanted).status
        #expect(status == 200 || status == 204)
    }

    @Test(arguments: [
        Reply(bytes: Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), then: .close),
        Reply(bytes: Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), then: .hang), Reply(then: .reset),
    ])
    func `a head that is not whole, or not the last, is a failure all the same`(reply: Reply) async throws {
        let server = try LoopbackServer { _ in reply }
        defer { server.stop() }
        var wanted = request(server.url(), limits: FetchLimits(total: .milliseconds(700)))
        wanted.isHeadEnough = true
        #expect(await failure(HTTPClient(), wanted) != nil)
    }

    @Test func `nobody listening is a failed connection`() async throws {
        let server = try LoopbackServer { _ in .http("200 OK") }
        server.stop()
        let client = HTTPClient()
        // The server's thread closes its socket soon after; until then requests are not answered.
        var failed: TransportFailure?
        for _ in 0..<100 where failed?.code != "connect-failed" {
            failed = await failure(
                client, request(server.url(), limits: FetchLimits(total: .milliseconds(100))))
        }
        #expect(failed?.code == "connect-failed")
    }

    @Test func `plain text where TLS should be is a TLS failure`() async throws {
        let server = try LoopbackServer(greeting: Array("220 mail ready\r\n".utf8)) { _ in Reply(then: .hang)
        }
        defer { server.stop() }
        let failed = await failure(HTTPClient(), request("https://127.0.0.1:\(server.port)/"))
        #expect(failed?.code == "tls")
    }

    @Test func `a name that cannot be is not resolved`() async {
        // A label of more than 63 bytes: the resolver knows without asking anyone.
        let host = String(repeating: "a", count: 64) + ".invalid"
        #expect(await failure(HTTPClient(), request("http://\(host)/"))?.reason == .nameNotResolved)
    }

    @Test func `cancelling the task ends the transfer`() async throws {
        let server = try LoopbackServer { _ in Reply(then: .hang) }
        defer { server.stop() }
        let client = HTTPClient()
        let task = Task { await failure(client, request(server.url(), limits: patient)) }
        while server.requests.isEmpty { await Task.yield() }
        task.cancel()
        #expect(await task.value?.reason == .cancelled)
    }

    @Test func `a cancelled task sends nothing`() async throws {
        let server = try LoopbackServer { _ in .http("200 OK") }
        defer { server.stop() }
        let client = HTTPClient()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await failure(client, request(server.url()))
        }
        #expect(await task.value?.reason == .cancelled)
        #expect(server.requests.isEmpty)
    }

    @Test func `cancelled at any moment, each request ends once and the client goes on`() async throws {
        let server = try LoopbackServer { $0.target == "/hang" ? Reply(then: .hang) : .http("200 OK") }
        defer { server.stop() }
        let client = HTTPClient(atMost: 20)
        let ended = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<300 {
                group.addTask {
                    let path = number % 2 == 0 ? "/hang" : "/"
                    let task = Task {
                        await failure(client, request(server.url(path), limits: patient))
                    }
                    for _ in 0..<(number % 17) { await Task.yield() }
                    task.cancel()
                    let reason = await task.value?.reason
                    return reason == .cancelled || (reason == nil && number % 2 == 1)
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(ended == 300)
        #expect(try await client.send(request(server.url("/"))).status == 200)
    }

    @Test func `a place that is given up is taken by what waits for one`() async throws {
        let server = try LoopbackServer { $0.target == "/hang" ? Reply(then: .hang) : .http("200 OK") }
        defer { server.stop() }
        let client = HTTPClient(atMost: 1)
        let hanging = Task { await failure(client, request(server.url("/hang"), limits: patient)) }
        while server.requests.isEmpty { await Task.yield() }
        let waiting = Task { await failure(client, request(server.url("/"))) }
        for _ in 0..<100 { await Task.yield() }
        hanging.cancel()
        #expect(await hanging.value?.reason == .cancelled)
        #expect(await waiting.value == nil)
    }

    @Test func `shutdown ends what is under way`() async throws {
        let server = try LoopbackServer { _ in Reply(then: .hang) }
        defer { server.stop() }
        let client = HTTPClient()
        let task = Task { await failure(client, request(server.url(), limits: patient)) }
        while server.requests.isEmpty { await Task.yield() }
        await client.shutdown()
        #expect(await task.value?.reason == .cancelled)
    }
}
