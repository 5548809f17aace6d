import Foundation
import Synchronization

/// A server of raw bytes on loopback, on one thread of its own, that does what a well-kept server never
/// would: cut off, drip, flood, reset, or answer something that is not HTTP.
final class LoopbackServer: Sendable {
    /// What is done with one request.
    struct Reply: Sendable {
        var bytes: [UInt8] = []
        var then: Then = .keepOpen
        enum Then: Sendable {
            case keepOpen, close, reset, hang
            /// The same bytes for ever, as fast as they are read.
            case flood([UInt8])
            /// One byte each few milliseconds.
            case drip([UInt8])
        }

        static func http(
            _ status: String, _ headers: [String] = [], _ body: [UInt8] = [], then: Then = .keepOpen
        )
            -> Reply
        {
            var head = "HTTP/1.1 \(status)\r\n"
            let framed = headers.contains {
                $0.lowercased().hasPrefix("content-length") || $0.lowercased().hasPrefix("transfer-encoding")
            }
            for header in headers { head += header + "\r\n" }
            if !framed { head += "Content-Length: \(body.count)\r\n" }
            return Reply(bytes: Array((head + "\r\n").utf8) + body, then: then)
        }
    }

    struct Request: Sendable {
        var target: String
        var head: String
        var body: [UInt8]
        var connection: Int
    }

    let port: Int
    private let listener: Int32
    private let isStopped = Mutex(false)
    private let seen = Mutex<[Request]>([])
    private let answer: @Sendable (Request) -> Reply

    private let greeting: [UInt8]

    /// `greeting` is sent on every connection before anything is asked.
    init(
        greeting: [UInt8] = [], on port: Int = 0, family: Int32 = AF_INET,
        _ answer: @escaping @Sendable (Request) -> Reply
    ) throws {
        self.answer = answer
        self.greeting = greeting
        (listener, self.port) = try Loopback.listen(on: port, backlog: 4096, family: family)
        _ = fcntl(listener, F_SETFL, O_NONBLOCK)
        Thread { [self] in run() }.start()
    }

    var requests: [Request] { seen.withLock { $0 } }
    func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }
    func stop() { isStopped.withLock { $0 = true } }

    private struct Connection {
        var input: [UInt8] = []
        var output: [UInt8] = []
        var sent = 0
        var then = Reply.Then.keepOpen
        var number: Int
    }

    private func run() {
        var open: [Int32: Connection] = [:]
        var count = 0
        while !isStopped.withLock({ $0 }) {
            var polled = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
            for (fd, connection) in open {
                var events = Int16(POLLIN)
                if connection.sent < connection.output.count { events |= Int16(POLLOUT) }
                polled.append(pollfd(fd: fd, events: events, revents: 0))
            }
            poll(&polled, nfds_t(polled.count), 5)
            while true {
                let fd = accept(listener, nil, nil)
                guard fd >= 0 else { break }
                _ = fcntl(fd, F_SETFL, O_NONBLOCK)
                var on: Int32 = 1
                setsockopt(fd, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
                count += 1
                open[fd] = Connection(output: greeting, number: count)
            }
            for entry in polled.dropFirst() {
                guard var connection = open.removeValue(forKey: entry.fd) else { continue }
                if serve(&connection, entry.fd) { open[entry.fd] = connection } else { close(entry.fd) }
            }
        }
        for fd in open.keys { close(fd) }
        close(listener)
    }

    /// False when the connection is to be closed.
    private func serve(_ connection: inout Connection, _ fd: Int32) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let got = recv(fd, &buffer, buffer.count, 0)
            if got == 0 { return false }
            if got < 0 { break }
            connection.input += buffer[..<got]
        }
        while connection.sent == connection.output.count, let request = takeRequest(&connection) {
            seen.withLock { $0.append(request) }
            let reply = answer(request)
            connection.output = reply.bytes
            connection.sent = 0
            connection.then = reply.then
            guard flush(&connection, fd) else { return false }
        }
        return flush(&connection, fd)
    }

    private func takeRequest(_ connection: inout Connection) -> Request? {
        guard case .keepOpen = connection.then,
            let end = connection.input.firstRange(of: Array("\r\n\r\n".utf8))
        else { return nil }
        let head = String(decoding: connection.input[..<end.lowerBound], as: UTF8.self)
        var length = 0
        for line in head.split(separator: "\r\n") where line.lowercased().hasPrefix("content-length:") {
            length = Int(line.dropFirst(15).trimmingCharacters(in: .whitespaces)) ?? 0
        }
        guard connection.input.count >= end.upperBound + length else { return nil }
        let body = Array(connection.input[end.upperBound..<(end.upperBound + length)])
        connection.input.removeSubrange(..<(end.upperBound + length))
        let target = head.split(separator: " ").dropFirst().first.map { String($0) } ?? ""
        return Request(target: target, head: head, body: body, connection: connection.number)
    }

    private func flush(_ connection: inout Connection, _ fd: Int32) -> Bool {
        while true {
            while connection.sent < connection.output.count {
                let rest = connection.output[connection.sent...]
                let sent = rest.withUnsafeBytes { send(fd, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                if sent < 0 { return errno == EAGAIN }
                connection.sent += sent
            }
            switch connection.then {
            case .keepOpen, .hang: return true
            case .close: return false
            case .reset:
                var linger = linger(l_onoff: 1, l_linger: 0)
                setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
                return false
            case .flood(let bytes):
                connection.output = bytes
                connection.sent = 0
            case .drip(let bytes):
                guard let first = bytes.first else { return true }
                connection.output = [first]
                connection.sent = 0
                connection.then = .drip(Array(bytes.dropFirst()))
                _ = send(fd, connection.output, 1, Int32(MSG_NOSIGNAL))
                connection.sent = 1
                return true
            }
        }
    }
}
