import Complaints
import Foundation
import Testing
import Transport

/// Each limit ends a transfer with its own reason, whatever the other side does, and holds up nobody.
@Suite(.timeLimit(.minutes(5)))
struct LimitTests {
    typealias Reply = LoopbackServer.Reply

    struct Fault: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var reply: Reply
        var limits = FetchLimits(total: .seconds(20))
        var reason: TransportFailure.Reason
        var code: String
    }

    private static let endlessChunk =
        Array("4000\r\n".utf8) + [UInt8](repeating: 0x61, count: 0x4000) + Array("\r\n".utf8)
    private static let drip = Reply.http(
        "200 OK", ["Content-Length: 100000"], [], then: .drip([UInt8](repeating: 0x61, count: 90_000)))
    private static let page = TransportFailure.Reason.tooLarge(limit: 10_000_000)

    static let faults: [Fault] = [
        Fault(
            testDescription: "no answer at all", reply: Reply(then: .hang),
            limits: FetchLimits(firstByte: .milliseconds(150)), reason: .firstByteTimeout,
            code: "first-byte-timeout"),
        Fault(
            testDescription: "no answer for so long that all time is over", reply: Reply(then: .hang),
            limits: FetchLimits(total: .milliseconds(150)), reason: .timeout(.answer), code: "timeout"),
        Fault(
            testDescription: "a slow drip", reply: drip,
            limits: FetchLimits(leastSpeed: 10_000, slowFor: .milliseconds(200)),
            reason: .tooSlow(leastSpeed: 10_000), code: "too-slow"),
        Fault(
            testDescription: "a slow drip of headers",
            reply: Reply(
                bytes: Array("HTTP/1.1 200 OK\r\nX-Slow: ".utf8),
                then: .drip([UInt8](repeating: 0x61, count: 90_000))),
            limits: FetchLimits(leastSpeed: 10_000, slowFor: .milliseconds(200)),
            reason: .tooSlow(leastSpeed: 10_000), code: "too-slow"),
        Fault(
            testDescription: "a drip just fast enough, without end", reply: drip,
            limits: FetchLimits(total: .milliseconds(900), leastSpeed: 1, slowFor: .milliseconds(700)),
            reason: .timeout(.body), code: "timeout"),
        Fault(
            testDescription: "a body without end",
            reply: .http("200 OK", ["Transfer-Encoding: chunked"], [], then: .flood(endlessChunk)),
            reason: page, code: "too-large"),
        Fault(
            testDescription: "a deflate bomb",
            reply: .http("200 OK", ["Content-Encoding: deflate"], Bomb.deflate(bytes: 20_000_000)),
            reason: page, code: "too-large"),
        Fault(
            testDescription: "a gzip bomb",
            reply: .http("200 OK", ["Content-Encoding: gzip"], Bomb.gzip(bytes: 20_000_000)),
            reason: page, code: "too-large"),
        Fault(
            testDescription: "a brotli bomb",
            reply: .http("200 OK", ["Content-Encoding: br"], Bomb.brotli(bytes: 20_000_000)),
            reason: page, code: "too-large"),
        Fault(
            testDescription: "headers without end",
            reply: Reply(
                bytes: Array("HTTP/1.1 200 OK\r\n".utf8),
                then: .flood(Array("X-More: \(String(repeating: "x", count: 4000))\r\n".utf8))),
            reason: .headTooLarge(limit: 128_000), code: "head-too-large"),
        Fault(
            testDescription: "interim answers without end",
            reply: Reply(then: .flood(Array("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".utf8))),
            reason: .headTooLarge(limit: 128_000), code: "head-too-large"),
        Fault(
            testDescription: "a redirect to itself", reply: .http("302 Found", ["Location: /"]),
            reason: .redirectLoop(hops: 1), code: "redirect-loop"),
    ]

    @Test(arguments: faults)
    func `a limit ends the request with its own reason`(fault: Fault) async throws {
        let server = try LoopbackServer { _ in fault.reply }
        defer { server.stop() }
        for captures in [false, true] {
            var sent = request(server.url(), limits: fault.limits)
            sent.capturesExchange = captures
            let failed = await failure(HTTPClient(), sent)
            #expect(failed?.reason == fault.reason)
            #expect(failed?.code == fault.code)
            #expect(failed?.reason.isUnreachable == false)
        }
    }

    @Test func `a body as large as the limit is an answer, one byte more is not`() async throws {
        let server = try LoopbackServer { .http("200 OK", [], Array($0.target.utf8)) }
        defer { server.stop() }
        let client = HTTPClient()
        #expect(await failure(client, request(server.url("/1234"), limits: FetchLimits(pageBytes: 5))) == nil)
        #expect(
            await failure(client, request(server.url("/12345"), limits: FetchLimits(pageBytes: 5)))?.reason
                == .tooLarge(limit: 5))
    }

    @Test(arguments: [false, true])
    func `nobody accepting is a connect timeout, at the step it got to`(tls: Bool) async throws {
        // A full queue of connections that nobody accepts: the next one's SYN is not answered.
        let (listener, port) = try Loopback.listen(backlog: 0)
        let waiting = tls ? [] : (0..<8).map { _ in Loopback.connect(to: port, waits: false) }
        defer { for fd in waiting + [listener] { close(fd) } }
        let limits = FetchLimits(connect: .milliseconds(200))
        let failed = await failure(
            HTTPClient(), request("http\(tls ? "s" : "")://127.0.0.1:\(port)/", limits: limits))
        #expect(failed?.reason == .connectTimeout(tls ? .tls : .connect))
        #expect(failed?.code == "connect-timeout")
        #expect(failed?.reason.isUnreachable == !tls)
    }

    @Test func `while faults go on, other requests are answered`() async throws {
        let faulty = try LoopbackServer { request in
            switch request.target {
            case "/hang": Reply(then: .hang)
            case "/drip": Self.drip
            default:
                .http("200 OK", ["Transfer-Encoding: chunked"], [], then: .flood(Self.endlessChunk))
            }
        }
        let sound = try LoopbackServer { .http("200 OK", [], Array($0.target.utf8)) }
        defer {
            faulty.stop()
            sound.stop()
        }
        let client = HTTPClient(atMost: 100)
        let endless = FetchLimits(
            total: .seconds(600), firstByte: .seconds(600), leastSpeed: 0, pageBytes: .max / 2)
        let faults = ["/hang", "/drip", "/hang", "/drip"].map { path in
            Task { await failure(client, request(faulty.url(path), limits: endless)) }
        }
        while faulty.requests.count < faults.count { await Task.yield() }
        let flood = Task {
            await failure(client, request(faulty.url("/flood"), limits: FetchLimits(pageBytes: 50_000_000)))
        }
        for number in 0..<200 {
            let answer = try await client.send(request(sound.url("/\(number)")))
            #expect(answer.body == Array("/\(number)".utf8))
        }
        #expect(await flood.value?.reason == .tooLarge(limit: 50_000_000))
        for fault in faults {
            fault.cancel()
            // Still under way until now.
            #expect(await fault.value?.reason == .cancelled)
        }
    }

    @Test func `the speed of one is not the other's`() async throws {
        let server = try LoopbackServer { $0.target == "/drip" ? Self.drip : Reply(then: .hang) }
        defer { server.stop() }
        let client = HTTPClient()
        let slow = FetchLimits(leastSpeed: 10_000, slowFor: .milliseconds(200))
        let still = FetchLimits(firstByte: .milliseconds(100))
        async let first = failure(client, request(server.url("/drip"), limits: slow))
        async let second = failure(client, request(server.url("/hang"), limits: still))
        #expect(await first?.reason == .tooSlow(leastSpeed: 10_000))
        #expect(await second?.reason == .firstByteTimeout)
    }
}
