import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Monitor

@Suite struct ServiceTests {
    @Test func `a second daemon on the same store is refused, and told by whom`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("ombud.lock")
        try Self.held(path) {
            do {
                _ = try InstanceLock(path: path)
                Issue.record("two daemons on one store")
            } catch let refusal as InstanceLock.Refusal {
                #expect(
                    refusal.description
                        == "another `ombud serve` (process \(getpid())) works on this store (\(path) is locked); "
                        + "stop it first")
            }
        }
        // Freed with its holder.
        try Self.held(path) {}
    }

    private static func held(_ path: String, _ work: () throws -> Void) throws {
        let lock = try InstanceLock(path: path)
        try work()
        _ = consume lock
    }

    @Test func `a lock that cannot be written says so`() throws {
        let folder = try TemporaryFolder()
        do {
            _ = try InstanceLock(path: folder.path("none/ombud.lock"))
            Issue.record("it was made")
        } catch let refusal as InstanceLock.Refusal {
            #expect(refusal.description.contains("/none is not there; make it"))
        }
    }

    @Test func `systemd is told READY, RELOADING with its time, and STOPPING`() throws {
        let folder = try TemporaryFolder()
        let (descriptor, path) = (try Self.listening(in: folder), folder.path("notify"))
        defer { close(descriptor) }
        let notifier = Notifier(environment: ["NOTIFY_SOCKET": path])
        notifier.status("nobody asked yet")
        notifier.ready("watching 3 sources")
        notifier.status("watching 3 sources")
        notifier.status("watching 3 sources, 1 blind\nREADY=0")
        notifier.alive()
        notifier.reloading()
        notifier.stopping()
        #expect(Self.receive(descriptor) == "READY=1\nSTATUS=watching 3 sources")
        #expect(Self.receive(descriptor) == "STATUS=watching 3 sources, 1 blind READY=0")
        #expect(Self.receive(descriptor).hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
        #expect(Self.receive(descriptor) == "STOPPING=1\nSTATUS=stopping")
        let watched = Notifier(environment: ["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "6000000"])
        #expect(watched.watchdogInterval == .seconds(6))
        watched.alive()
        #expect(Self.receive(descriptor) == "WATCHDOG=1")
        let others = ["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "6000000", "WATCHDOG_PID": "1"]
        #expect(Notifier(environment: others).watchdogInterval == nil)
        Notifier(environment: [:]).ready("nobody listens")
        Notifier(environment: ["NOTIFY_SOCKET": folder.path("gone")]).ready("nobody listens")
    }

    @Test(.timeLimit(.minutes(2)))
    func `a supervisor that does not read holds up nothing, and hears the status when it reads again`() throws
    {
        let folder = try TemporaryFolder()
        let (descriptor, path) = (try Self.listening(in: folder), folder.path("notify"))
        defer { close(descriptor) }
        let notifier = Notifier(environment: ["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "6000000"])
        notifier.ready("watching")
        for _ in 0..<2000 { notifier.alive() }
        notifier.status("2 blind")
        notifier.stopping()
        while Self.receive(descriptor) != "" {}
        notifier.status("2 blind")
        #expect(Self.receive(descriptor) == "STATUS=2 blind")
    }

    @Test func `a start that is known to take long asks for more time at once, and no more when it is over`()
        throws
    {
        let folder = try TemporaryFolder()
        let (descriptor, path) = (try Self.listening(in: folder), folder.path("notify"))
        defer { close(descriptor) }
        let notifier = Notifier(environment: ["NOTIFY_SOCKET": path])
        notifier.takingTime("bringing the store up to date", isLong: true)
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        #expect(
            String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
                == "EXTEND_TIMEOUT_USEC=30000000\nSTATUS=bringing the store up to date")
        notifier.ready("watching 3 sources")
        #expect(Self.receive(descriptor).hasPrefix("READY=1"))
    }

    /// As systemd listens, on `notify` in the folder.
    private static func listening(in folder: TemporaryFolder) throws -> Int32 {
        let path = folder.path("notify")
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        try #require(descriptor >= 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        return descriptor
    }

    private static func receive(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    @Test func `a beat wakes everybody who waits, and who comes late does not wait for it`() async {
        let pulse = Pulse()
        let seen = pulse.count
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { await pulse.wait(after: seen) } }
            pulse.beat()
            await group.waitForAll()
        }
        await pulse.wait(after: seen)
        #expect(pulse.count == seen + 1)
    }

    @Test func `who stops waiting for a beat goes on at once`() async {
        let pulse = Pulse()
        let waiting = Task { await pulse.wait(after: pulse.count) }
        waiting.cancel()
        await waiting.value
        #expect(pulse.count == 0)
    }
}
