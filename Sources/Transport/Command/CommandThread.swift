import Foundation
import Synchronization

/// The one thread that starts programs, reads what they write and ends them, so that no thread of the
/// cooperative pool ever waits for one.
///
/// A thread of its own and not a dispatch queue, because the kernel kills a program when the thread that
/// started it ends, and Dispatch ends its threads as it likes. It starts with the first fetch.
final class CommandThread: Sendable {
    private enum Order: Sendable {
        case start(CommandJob)
        case cancel(CommandJob)
        case stop
        case stopAndTell(CheckedContinuation<Void, Never>)
    }

    private struct Inbox: Sendable {
        var orders: [Order] = []
        var bell: PipeEnd?
        var isClosed = false
    }

    private let inbox = Mutex(Inbox())
    private let atMost: Int
    private let grace: Duration
    private let folder: String

    init(atMost: Int, grace: Duration, folder: String) {
        self.atMost = max(1, atMost)
        self.grace = grace
        self.folder = folder
    }

    /// Returns once the program is gone; early only while it waits for its turn.
    func run(_ job: CommandJob) async -> CommandJob.Answer {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                job.setContinuation(continuation)
                if let refusal = post(.start(job)) { job.finish(.failure(refusal)) }
            }
        } onCancel: {
            job.cancel()
            _ = post(.cancel(job))
        }
    }

    func stop() { _ = post(.stop) }

    func shutdown() async {
        await withCheckedContinuation { continuation in
            if post(.stopAndTell(continuation)) != nil { continuation.resume() }
        }
    }

    /// Why nobody will read the order; nil when the thread will.
    private func post(_ order: Order) -> CommandFailure.Reason? {
        inbox.withLock { inbox in
            guard !inbox.isClosed else { return .closed }
            if inbox.bell == nil {
                switch order {
                case .cancel: return nil
                case .stop, .stopAndTell:
                    inbox.isClosed = true
                    return .closed
                case .start: break
                }
                guard let (heard, bell) = PipeEnd.pair(nonBlockingWrite: true) else {
                    return .notStarted("no pipe could be made")
                }
                inbox.bell = bell
                let thread = Thread { [self] in perform(heard: heard) }
                thread.name = "commands"
                thread.stackSize = 512 * 1024
                thread.start()
            }
            inbox.orders.append(order)
            inbox.bell?.wake()
            return nil
        }
    }

    // MARK: On the thread

    private func perform(heard: PipeEnd) {
        CommandFolder.sweep(folder)
        var desk = CommandDesk(atMost: atMost, grace: grace, folder: folder)
        var told: [CheckedContinuation<Void, Never>] = []
        while true {
            for order in inbox.withLock({ Self.take(&$0.orders) }) {
                switch order {
                case .start(let job): desk.accept(job)
                case .cancel(let job): desk.cancel(job)
                case .stop: desk.close()
                case .stopAndTell(let continuation):
                    desk.close()
                    told.append(continuation)
                }
            }
            desk.attend()
            if desk.isClosed, desk.isIdle, hasClosed() { break }
            desk.wait(heard)
        }
        for continuation in told { continuation.resume() }
    }

    /// Closes the inbox unless an order came meanwhile.
    private func hasClosed() -> Bool {
        inbox.withLock { inbox in
            guard inbox.orders.isEmpty else { return false }
            inbox.isClosed = true
            inbox.bell = nil
            return true
        }
    }

    private static func take(_ orders: inout [Order]) -> [Order] {
        defer { orders = [] }
        return orders
    }
}
