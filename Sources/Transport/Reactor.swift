import CCurl
import Complaints
import Foundation
import Synchronization

/// The one thread on which libcurl runs: every transfer of a client is driven here, so that neither
/// the cooperative pool nor a thread per request ever waits for the network.
///
/// Other threads only post commands under a lock and wake the poll; everything else belongs to the
/// thread.
final class Reactor: Sendable {
    private enum Command: Sendable {
        case start(Transfer)
        case cancel(Transfer)
        case stop
        case stopAndTell(CheckedContinuation<Void, Never>)
    }

    private struct Inbox: Sendable {
        var commands: [Command] = []
        var isSignalled = false
        var isClosed = false
    }

    private let inbox = Mutex(Inbox())
    private let multi: MultiHandle

    init(atMost: Int) {
        multi = MultiHandle(atMost: max(1, atMost))
        let thread = Thread { [self] in run(atMost: max(1, atMost)) }
        thread.name = "transport"
        thread.stackSize = 512 * 1024
        thread.start()
    }

    /// One exchange; returns early as cancelled when the calling task is.
    func transfer(_ hop: Hop) async -> Result<Answer, TransportFailure> {
        let transfer = Transfer(hop)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                transfer.setContinuation(continuation)
                if !post(.start(transfer)) { transfer.finish(.closed) }
            }
        } onCancel: {
            _ = post(.cancel(transfer))
        }
    }

    func stop() { _ = post(.stop) }

    func shutdown() async {
        await withCheckedContinuation { continuation in
            if !post(.stopAndTell(continuation)) { continuation.resume() }
        }
    }

    /// False when the thread has ended and nobody will read it.
    private func post(_ command: Command) -> Bool {
        let (isOpen, mustWake) = inbox.withLock { inbox in
            guard !inbox.isClosed else { return (false, false) }
            inbox.commands.append(command)
            defer { inbox.isSignalled = true }
            return (true, !inbox.isSignalled)
        }
        if mustWake { multi.wake() }
        return isOpen
    }

    private func takeCommands() -> [Command] {
        inbox.withLock { inbox in
            inbox.isSignalled = false
            defer { inbox.commands = [] }
            return inbox.commands
        }
    }

    // MARK: On the thread

    private func wait(until next: Int) -> Int32 { Int32(max(0, min(10_000, next - Watch.now()))) }

    private func run(atMost: Int) {
        var desk = TransferDesk(multi: multi, atMost: atMost)
        var waiting: [CheckedContinuation<Void, Never>] = []
        var isRunning = true
        while isRunning {
            for command in takeCommands() {
                switch command {
                case .start(let transfer): desk.accept(transfer)
                case .cancel(let transfer): desk.cancel(transfer)
                case .stop: isRunning = false
                case .stopAndTell(let continuation):
                    isRunning = false
                    waiting.append(continuation)
                }
            }
            desk.perform()
            guard isRunning else { break }
            if desk.watch.next < .max { desk.endSlow(now: Watch.now()) }
            multi.poll(milliseconds: desk.watch.next < .max ? wait(until: desk.watch.next) : 10_000)
        }
        let late = inbox.withLock { inbox in
            inbox.isClosed = true
            defer { inbox.commands = [] }
            return inbox.commands
        }
        desk.close()
        for command in late {
            switch command {
            case .start(let transfer): transfer.finish(.closed)
            case .stopAndTell(let continuation): waiting.append(continuation)
            case .cancel, .stop: break
            }
        }
        for continuation in waiting { continuation.resume() }
    }
}
