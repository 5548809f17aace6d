import Foundation
import Synchronization

/// A site of raw bytes on any loopback address, which can go away and come back, and does what a well-kept
/// server never would.
final class RawSite: Sendable {
    enum Answer: Sendable {
        /// These bytes, then the connection is closed.
        case bytes([UInt8])
        /// A head, then a byte each so many milliseconds, for ever.
        case drip(head: String, milliseconds: UInt32)
        /// A head, then the same bytes for ever.
        case flood(head: String, [UInt8])
        /// Nothing, until the client goes.
        case silence

        static func http(
            _ body: String, status: String = "200 OK", type: String = "text/html; charset=utf-8",
            headers: [String] = []
        ) -> Answer {
            let lines = [
                "HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(body.utf8.count)",
                "Connection: close",
            ]
            return .bytes(Array(((lines + headers).joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))
        }
    }

    private struct State {
        var answers: [String: Answer] = [:]
        var paths: [String] = []
        var heads: [String] = []
        var listener: Int32 = -1
    }

    let url: String
    private let address: String
    private let port: UInt16
    private let state = Mutex(State())

    /// - Parameter address: 127.0.0.1 to 127.255.255.255; each is a host of its own.
    init(at address: String = "127.0.0.1") throws {
        self.address = address
        let (listener, port) = try Self.listen(address, port: 0)
        self.port = port
        url = "http://\(address):\(port)"
        state.withLock { $0.listener = listener }
        serve(listener)
    }

    deinit { goAway() }

    func put(_ path: String, _ answer: Answer) { state.withLock { $0.answers[path] = answer } }

    /// Without those for robots.txt.
    var paths: [String] { state.withLock { $0.paths.filter { $0 != "/robots.txt" } } }

    /// Of every request, robots.txt included.
    var heads: [String] { state.withLock { $0.heads } }

    /// Nobody listens any more: connections are refused.
    func goAway() {
        let listener = state.withLock { state in
            defer { state.listener = -1 }
            return state.listener
        }
        guard listener >= 0 else { return }
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    func comeBack() throws {
        let (listener, _) = try Self.listen(address, port: port)
        state.withLock { $0.listener = listener }
        serve(listener)
    }

    private func serve(_ listener: Int32) {
        Thread {
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread { [weak self] in
                    self?.talk(connection)
                    close(connection)
                }.start()
            }
        }.start()
    }

    private func talk(_ connection: Int32) {
        var head: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while head.firstRange(of: Array("\r\n\r\n".utf8)) == nil {
            let got = recv(connection, &buffer, buffer.count, 0)
            guard got > 0 else { return }
            head += buffer[..<got]
        }
        let text = String(decoding: head, as: UTF8.self)
        let words = text.split(separator: " ", maxSplits: 2)
        let path = words.count > 1 ? String(words[1]) : "/"
        let answer = state.withLock { state in
            state.paths.append(path)
            state.heads.append(text)
            return state.answers[path] ?? .http("nothing here", status: "404 Not Found")
        }
        switch answer {
        case .bytes(let bytes): _ = send(bytes, to: connection)
        case .drip(let head, let pause):
            guard send(Array(head.utf8), to: connection) else { return }
            while send([0x20], to: connection) { usleep(pause * 1000) }
        case .flood(let head, let bytes):
            guard send(Array(head.utf8), to: connection) else { return }
            while send(bytes, to: connection) {}
        case .silence: _ = recv(connection, &buffer, buffer.count, 0)
        }
    }

    private func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private static func listen(_ address: String, port: UInt16) throws -> (socket: Int32, port: UInt16) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var on: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = inet_addr(address)
        place.sin_port = port.bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isOpen = withUnsafeMutablePointer(to: &place) { pointer in
            // A sockaddr_in may be read as the sockaddr it begins like; it outlives the calls.
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && Foundation.listen(listener, 64) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard isOpen else {
            close(listener)
            throw POSIXError(.EADDRINUSE)
        }
        return (listener, UInt16(bigEndian: place.sin_port))
    }
}
