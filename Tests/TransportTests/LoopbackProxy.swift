import Foundation
import Synchronization

/// A proxy on loopback that makes tunnels, by CONNECT or SOCKS5, to the port that was asked for; every
/// name is 127.0.0.1 to it. One thread a connection: a test makes few.
final class LoopbackProxy: Sendable {
    let port: Int
    private let listener: Int32
    private let isSocks: Bool
    /// The line that answers CONNECT.
    private let verdict: String
    private let seen = Mutex<[String]>([])

    init(socks: Bool = false, verdict: String = "200 Connection established") throws {
        isSocks = socks
        self.verdict = verdict
        (listener, port) = try Loopback.listen(backlog: 64)
        Thread { [self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                Thread { [self] in
                    serve(client)
                    close(client)
                }.start()
            }
        }.start()
    }

    /// Heads of CONNECT requests, or `user:password@host:port` of SOCKS ones.
    var asked: [String] { seen.withLock { $0 } }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve(_ client: Int32) {
        guard let port = isSocks ? socksTarget(client) : connectTarget(client) else { return }
        let server = Loopback.connect(to: port)
        guard server >= 0 else { return }
        defer { close(server) }
        let back = Thread {
            Self.copy(from: server, to: client)
            shutdown(client, Int32(SHUT_RDWR))
        }
        back.start()
        Self.copy(from: client, to: server)
        shutdown(server, Int32(SHUT_RDWR))
        while !back.isFinished { poll(nil, 0, 2) }
    }

    private func connectTarget(_ client: Int32) -> Int? {
        var head: [UInt8] = []
        while head.firstRange(of: Array("\r\n\r\n".utf8)) == nil {
            guard let byte = Self.read(client, 1) else { return nil }
            head += byte
        }
        let text = String(decoding: head, as: UTF8.self)
        seen.withLock { $0.append(text) }
        Self.write(client, Array("HTTP/1.1 \(verdict)\r\nX-Proxy: yes\r\n\r\n".utf8))
        guard verdict.hasPrefix("200"), let target = text.split(separator: " ").dropFirst().first else {
            return nil
        }
        return target.split(separator: ":").last.flatMap { Int($0) }
    }

    /// RFC 1928 and, for the name and password, RFC 1929.
    private func socksTarget(_ client: Int32) -> Int? {
        guard let hello = Self.read(client, 2), let methods = Self.read(client, Int(hello[1])) else {
            return nil
        }
        var user = ""
        if methods.contains(2) {
            Self.write(client, [5, 2])
            guard let name = Self.read(client, 2).flatMap({ Self.read(client, Int($0[1])) }),
                let password = Self.read(client, 1).flatMap({ Self.read(client, Int($0[0])) })
            else { return nil }
            user = String(
                decoding: name + [UInt8(ascii: ":")] + password + [UInt8(ascii: "@")], as: UTF8.self)
            Self.write(client, [1, 0])
        } else {
            Self.write(client, [5, 0])
        }
        guard let asked = Self.read(client, 5), asked[3] == 3, let name = Self.read(client, Int(asked[4])),
            let port = Self.read(client, 2)
        else { return nil }
        let number = Int(port[0]) << 8 | Int(port[1])
        seen.withLock { $0.append(user + String(decoding: name, as: UTF8.self) + ":\(number)") }
        Self.write(client, [5, 0, 0, 1, 127, 0, 0, 1, 0, 0])
        return number
    }

    private static func read(_ fd: Int32, _ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return count == 0 || recv(fd, &bytes, count, Int32(MSG_WAITALL)) == count ? bytes : nil
    }

    private static func write(_ fd: Int32, _ bytes: [UInt8]) {
        _ = send(fd, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private static func copy(from: Int32, to: Int32) {
        var bytes = [UInt8](repeating: 0, count: 16_384)
        while true {
            let got = recv(from, &bytes, bytes.count, 0)
            guard got > 0, send(to, bytes, got, Int32(MSG_NOSIGNAL)) == got else { return }
        }
    }
}
