import Foundation
import Synchronization

/// Speaks sd_notify(3) over `$NOTIFY_SOCKET`; does nothing where systemd did not start the program.
public final class Notifier: Sendable {
    private let path: String?
    /// Within this systemd wants to hear that the service lives; nil where it does not watch.
    let watchdogInterval: Duration?
    private let state = Mutex(State())

    private struct State {
        var isReady = false
        var status = ""
    }

    /// How long a word waits for a supervisor that does not read: what is said again soon, or is said anew, not at
    /// all, since a full socket would hold up the loops of the service.
    private enum Patience { case none, second }

    /// A start takes longer than the unit allows only while this is said again and again.
    private static let moreTime: (every: TimeInterval, microseconds: Int) = (5, 30_000_000)

    /// - Parameter environment: `$NOTIFY_SOCKET`, `$WATCHDOG_USEC` and `$WATCHDOG_PID`, as systemd sets them.
    public init(environment: [String: String]) {
        path = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
        let isMeant = environment["WATCHDOG_PID"].map { $0 == String(getpid()) } ?? true
        watchdogInterval =
            isMeant && path != nil
            ? environment["WATCHDOG_USEC"].flatMap(Int64.init).flatMap { $0 > 0 ? .microseconds($0) : nil }
            : nil
    }

    public func ready(_ status: String) {
        state.withLock {
            $0.isReady = true
            $0.status = status
        }
        send("READY=1\nSTATUS=\(oneLine(status))", .second)
    }

    public func stopping() { send("STOPPING=1\nSTATUS=stopping", .second) }

    /// The scheduler turned and the store answered since the last time.
    func alive() { if watchdogInterval != nil { send("WATCHDOG=1", .none) } }

    /// How the service stands, for `systemctl status`; said when it changed.
    func status(_ text: String) {
        let isNews = state.withLock { state in
            defer { state.status = text }
            return state.isReady && state.status != text
        }
        guard isNews, !send("STATUS=\(oneLine(text))", .none) else { return }
        // Not heard: it is news the next time too.
        state.withLock { if $0.status == text { $0.status = "" } }
    }

    /// To be followed by `ready`, also when the new configuration was refused.
    public func reloading() {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let microseconds = Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
        send("RELOADING=1\nMONOTONIC_USEC=\(microseconds)", .second)
    }

    /// Asks for more time to start, again and again until `ready`, as long as the process lives.
    /// - Parameter isLong: it is known to take long; else the first seconds pass in silence.
    public func takingTime(_ what: String, isLong: Bool) {
        guard path != nil else { return }
        // A thread of its own: opening the store holds up the one that asks.
        Thread.detachNewThread { [self] in
            if !isLong { Thread.sleep(forTimeInterval: Self.moreTime.every) }
            while !state.withLock({ $0.isReady }) {
                send("EXTEND_TIMEOUT_USEC=\(Self.moreTime.microseconds)\nSTATUS=\(oneLine(what))", .second)
                Thread.sleep(forTimeInterval: Self.moreTime.every)
            }
        }
    }

    /// A line break would begin another assignment.
    private func oneLine(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
    }

    /// - Returns: whether the supervisor's socket took it.
    @discardableResult private func send(_ message: String, _ patience: Patience) -> Bool {
        guard let path else { return false }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var limit = timeval(tv_sec: 1, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let flags = Int32(MSG_NOSIGNAL) | (patience == .none ? Int32(MSG_DONTWAIT) : 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(path.utf8)
        // An abstract socket starts with a zero byte, written as @.
        if name.first == UInt8(ascii: "@") { name[0] = 0 }
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        guard name.count < capacity else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
        let bytes = Array(message.utf8)
        // The address lives on this frame for as long as sendto reads it.
        let sent = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, bytes, bytes.count, flags, $0, length)
            }
        }
        return sent == bytes.count
    }
}
