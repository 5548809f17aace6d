import Complaints
import Foundation
import Testing
import Transport

/// What went over the wire, as evidence needs it: every hop, every byte.
@Suite(.timeLimit(.minutes(5)))
struct CaptureTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func `each hop is kept: the request as sent, the answer as received`() async throws {
        let server = try LoopbackServer { request in
            request.target == "/"
                ? .http("301 Moved", ["Location: /page"], Array("moved".utf8))
                : .http("200 OK", ["X-Odd:  two  spaces", "Content-Type: text/plain"], Array("hello".utf8))
        }
        defer { server.stop() }
        let response = try await HTTPClient().send(
            request(server.url("/"), headers: [("X-One", "1")], captures: true))
        #expect(response.exchanges.map(\.url) == [server.url("/"), server.url("/page")])
        #expect(response.exchanges.map(\.status) == [301, 200])
        #expect(response.exchanges.map { text($0.body) } == ["moved", "hello"])
        #expect(response.exchanges.allSatisfy { $0.address == IPAddress("127.0.0.1") })
        for (exchange, seen) in zip(response.exchanges, server.requests) {
            #expect(text(exchange.requestHead) == seen.head + "\r\n\r\n")
        }
        #expect(
            text(response.exchanges[1].responseHead)
                == "HTTP/1.1 200 OK\r\nX-Odd:  two  spaces\r\nContent-Type: text/plain\r\n"
                + "Content-Length: 5\r\n\r\n")
    }

    @Test func `a body is kept as it came: packed, and in its chunks`() async throws {
        let packed = Array(
            try #require(Data(base64Encoded: "H4sIAAAAAAACA8tIzcnJzxglRolRYjgTAOW2bt/oAwAA")))
        let rest = String(packed.count - 10, radix: 16)
        let pieces: [[UInt8]] = [
            Array("a;x=1\r\n".utf8), Array(packed[..<10]), Array("\r\n\(rest)\r\n".utf8),
            Array(packed[10...]), Array("\r\n0\r\nX-Trailer: end\r\n\r\n".utf8),
        ]
        let framed = Array(pieces.joined())
        let server = try LoopbackServer { request in
            request.target == "/chunks"
                ? .http("200 OK", ["Content-Encoding: gzip", "Transfer-Encoding: chunked"], framed)
                : .http("200 OK", ["Content-Encoding: gzip"], packed)
        }
        defer { server.stop() }
        let client = HTTPClient()
        for (path, wire) in [("/chunks", framed), ("/length", packed), ("/chunks", framed)] {
            let response = try await client.send(request(server.url(path), captures: true))
            #expect(response.body == Array(String(repeating: "hello", count: 200).utf8))
            #expect(response.exchanges.map(\.body) == [wire])
            #expect(!text(response.exchanges[0].responseHead).contains("X-Trailer"))
        }
    }

    @Test func `a body in many pieces is kept whole, and in order`() async throws {
        let piece = (0..<16_384).map { UInt8($0 % 251) }
        let chunk: [UInt8] = Array("4000\r\n".utf8) + piece + Array("\r\n".utf8)
        let framed: [UInt8] = Array(repeatElement(chunk, count: 20).joined()) + Array("0\r\n\r\n".utf8)
        let server = try LoopbackServer { _ in .http("200 OK", ["Transfer-Encoding: chunked"], framed) }
        defer { server.stop() }
        let response = try await HTTPClient().send(request(server.url(), captures: true))
        #expect(response.exchanges.map(\.body) == [framed])
        #expect(response.body.count == 20 * 16_384)
    }

    @Test func `an answer without a body is an exchange too`() async throws {
        let server = try LoopbackServer { _ in .http("304 Not Modified", ["ETag: x"]) }
        defer { server.stop() }
        let client = HTTPClient()
        for _ in 0..<3 {
            let response = try await client.send(request(server.url(), captures: true))
            let exchange = try #require(response.exchanges.first)
            #expect(exchange.status == 304 && exchange.body.isEmpty)
            #expect(text(exchange.requestHead).hasPrefix("GET / HTTP/1.1\r\nHost: 127.0.0.1:"))
        }
    }

    @Test func `what was said over a connection that had died is not kept`() async throws {
        let server = try LoopbackServer { request in
            request.target == "/again" && request.connection == 1
                ? LoopbackServer.Reply(then: .close) : .http("200 OK", [], Array("ok".utf8))
        }
        defer { server.stop() }
        let client = HTTPClient()
        _ = try await client.send(request(server.url("/")))
        let response = try await client.send(request(server.url("/again"), captures: true))
        #expect(server.requests.map(\.connection) == [1, 1, 2])
        #expect(response.exchanges.map { text($0.requestHead) } == [server.requests[2].head + "\r\n\r\n"])
    }

    @Test func `nothing is kept that was not asked for`() async throws {
        let server = try LoopbackServer { _ in .http("200 OK", [], Array("x".utf8)) }
        defer { server.stop() }
        #expect(try await HTTPClient().send(request(server.url())).exchanges.isEmpty)
    }
}
