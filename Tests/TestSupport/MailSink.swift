import Foundation
import Synchronization

/// A mail server on loopback that takes every mail, or answers as it is told to: the conversation of RFC 5321
/// without TLS.
public final class MailSink: Sendable {
    public struct Mail: Sendable {
        public var from: String
        public var to: [String]
        /// As it came, with the dots taken off that were put before lines.
        public var text: String
        /// What AUTH said, decoded.
        public var login: String?
    }

    public let port: Int
    private let listener: Int32
    private let replies: [String: String]
    private let offers: [String]
    private let mails = Mutex<[Mail]>([])
    private let heard = Mutex<[String]>([])

    /// - Parameters:
    ///   - replies: by verb (`RCPT`, `DATA`, `.` for the end of the mail, `greeting`), instead of yes; a verb
    ///     that is answered with nothing hangs.
    ///   - offers: what EHLO says.
    public init(replies: [String: String] = [:], offers: [String] = ["AUTH PLAIN", "8BITMIME"]) throws {
        self.replies = replies
        self.offers = offers
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        // The kernel reads and writes one sockaddr_in of that size.
        let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, size) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, pointer, &size) == 0
            }
        }
        guard isOpen else { throw POSIXError(.EADDRNOTAVAIL) }
        self.listener = listener
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread { [self] in accepting() }.start()
    }

    public var received: [Mail] { mails.withLock { $0 } }
    /// Every line of every client, but for the mails.
    public var commands: [String] { heard.withLock { $0 } }
    public var url: String { "smtp://127.0.0.1:\(port)" }

    public func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func accepting() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { break }
            Thread { [self] in
                converse(connection)
                close(connection)
            }.start()
        }
        close(listener)
    }

    private func converse(_ connection: Int32) {
        var input: [UInt8] = []
        var mail = Mail(from: "", to: [], text: "", login: nil)
        guard say(replies["greeting"] ?? "220 sink ESMTP", connection) else { return }
        while let line = line(connection, &input) {
            heard.withLock { $0.append(line) }
            let verb = String(line.prefix { $0 != " " && $0 != ":" }).uppercased()
            var answer = replies[verb] ?? "250 yes"
            switch verb {
            case "EHLO" where replies[verb] == nil:
                let lines = ["sink"] + offers
                answer = lines.enumerated().map { index, text in
                    (index + 1 == lines.count ? "250 " : "250-") + text
                }.joined(separator: "\r\n")
            case "AUTH" where replies[verb] == nil:
                var word = line.split(separator: " ").last.map(String.init) ?? ""
                if word.uppercased() == "PLAIN" {
                    guard say("334 ", connection), let next = self.line(connection, &input) else { return }
                    word = next
                }
                mail.login = Data(base64Encoded: word).map {
                    String(decoding: $0, as: UTF8.self).replacing("\0", with: " ")
                }
                answer = "235 welcome"
            case "MAIL": mail.from = Self.address(line)
            case "RCPT" where replies[verb] == nil: mail.to.append(Self.address(line))
            case "DATA" where replies[verb] == nil:
                guard say("354 go on", connection) else { return }
                mail.text = ""
                while let text = self.line(connection, &input), text != "." {
                    mail.text += (text.hasPrefix(".") ? String(text.dropFirst()) : text) + "\r\n"
                }
                answer = replies["."] ?? "250 taken"
                if replies["."] == nil { mails.withLock { [mail] in $0.append(mail) } }
                mail.to = []
            case "QUIT":
                _ = say("221 bye", connection)
                return
            default: break
            }
            guard say(answer, connection) else { return }
        }
    }

    /// Without an answer the client waits; false when it is gone.
    private func say(_ line: String, _ connection: Int32) -> Bool {
        guard !line.isEmpty else { return true }
        let bytes = Array((line + "\r\n").utf8)
        return send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    private func line(_ connection: Int32, _ input: inout [UInt8]) -> String? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let end = input.firstIndex(of: 0x0A) {
                var line = input[..<end]
                if line.last == 0x0D { line.removeLast() }
                let text = String(decoding: line, as: UTF8.self)
                input.removeFirst(end + 1)
                return text
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            input += buffer[..<count]
        }
    }

    private static func address(_ line: String) -> String {
        guard let open = line.firstIndex(of: "<"), let end = line.lastIndex(of: ">") else { return "" }
        return String(line[line.index(after: open)..<end])
    }
}
