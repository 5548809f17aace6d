import Foundation
import Synchronization
import Testing

/// `ombud serve` as a process of its own, watched through the socket that systemd would give it.
final class ServedDaemon: Sendable {
    let child: Child
    let notes: NotifySocket
    private let log: URL

    struct NotReady: Error, CustomStringConvertible {
        var description: String
    }

    /// Returns once the daemon said READY.
    /// - Parameter scratch: where its log and its socket are.
    static func start(
        config: URL, scratch: URL, options: [String] = [], environment: [String: String] = [:]
    ) async throws -> ServedDaemon {
        let daemon = try ServedDaemon(
            config: config, scratch: scratch, options: options, environment: environment)
        guard let note = await daemon.notes.next(), note.hasPrefix("READY=1") else {
            throw NotReady(description: "serve did not become ready: \(daemon.logged)")
        }
        return daemon
    }

    private init(config: URL, scratch: URL, options: [String], environment: [String: String]) throws {
        log = scratch.appending(path: "serve.log")
        notes = try NotifySocket(path: scratch.appending(path: "n-\(UUID().uuidString.prefix(8))").path)
        child = try Child(
            ["serve", "--config", config.path] + options,
            environment: environment.merging(["NOTIFY_SOCKET": notes.path]) { own, _ in own }, output: log,
            errors: log, in: scratch)
        let (child, notes) = (child, notes)
        // Nothing more is said by a process that ended.
        Task {
            _ = await child.ended()
            notes.finish()
        }
    }

    var logged: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

    /// Asks it to end in order; returns the exit code.
    func stop(_ signal: Int32 = SIGTERM) async -> Int32 {
        child.signal(signal)
        return await child.ended()
    }
}

/// What a daemon tells systemd: the datagrams of sd_notify(3), in order.
final class NotifySocket: Sendable {
    let path: String
    private let messages: AsyncStream<String>
    private let isClosed: Atomic<Bool>

    init(path: String) throws {
        self.path = path
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        try #require(path.utf8.count < MemoryLayout.size(ofValue: address.sun_path), "the path is too long")
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(
            descriptor >= 0 && bound == 0, "no socket at \(path): \(String(cString: strerror(errno)))")
        // recv looks up now and then whether it is still wanted.
        var patience = timeval(tv_sec: 0, tv_usec: 50_000)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))

        let (messages, arrived) = AsyncStream.makeStream(of: String.self)
        self.messages = messages
        isClosed = Atomic(false)
        Thread.detachNewThread { [weak self] in
            var bytes = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = recv(descriptor, &bytes, bytes.count, 0)
                if count > 0 {
                    arrived.yield(String(decoding: bytes.prefix(count), as: UTF8.self))
                } else if self?.isClosed.load(ordering: .acquiring) ?? true {
                    break
                }
            }
            close(descriptor)
            arrived.finish()
        }
    }

    /// The next message that is no mere sign of life; nil when the daemon has ended and all were taken.
    func next() async -> String? {
        for await message in messages
        where !["STATUS=", "WATCHDOG=1", "EXTEND_TIMEOUT_USEC="].contains(where: message.hasPrefix) {
            return message
        }
        return nil
    }

    /// The next message with these words, whatever comes before it; nil when the daemon ended first.
    func next(with words: String) async -> String? {
        for await message in messages where message.contains(words) { return message }
        return nil
    }

    /// What came until now stays to be taken.
    func finish() { isClosed.store(true, ordering: .releasing) }

    deinit { unlink(path) }
}
