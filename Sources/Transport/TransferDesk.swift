import CCurl
import Complaints

/// The transfers under way and those waiting for a place, in order of arrival. Lives on the reactor's
/// thread.
struct TransferDesk {
    private let multi: MultiHandle
    private let atMost: Int
    private var active: Set<ObjectIdentifier> = []
    /// `queue[next...]` waits; the front is dropped now and then, so that taking one costs nothing.
    private var queue: [Transfer] = []
    private var next = 0
    /// Handles kept for reuse: making one costs more than a small request.
    private var idle: [EasyHandle] = []

    private static let idleAtMost = 64

    init(multi: MultiHandle, atMost: Int) {
        self.multi = multi
        self.atMost = atMost
    }

    mutating func accept(_ transfer: Transfer) {
        guard !transfer.isFinished else { return }
        if active.count < atMost { start(transfer) } else { queue.append(transfer) }
    }

    mutating func cancel(_ transfer: Transfer) {
        if let easy = transfer.easy, active.remove(ObjectIdentifier(transfer)) != nil {
            multi.remove(easy)
            transfer.detach()
            recycle(easy)
        }
        transfer.finish(.cancelled)
    }

    /// Lets libcurl move what can move and hands out what is done, until nothing is done any more.
    mutating func perform() {
        repeat {
            multi.perform()
        } while finishDone()
    }

    mutating func close() {
        for transfer in multi.transfers() {
            if let easy = transfer.easy {
                multi.remove(easy)
                transfer.detach()
            }
            transfer.finish(.cancelled)
        }
        for transfer in queue[next...] { transfer.finish(.cancelled) }
        active = []
        queue = []
        next = 0
        idle = []
        multi.close()
    }

    private mutating func start(_ transfer: Transfer) {
        guard let easy = idle.popLast() ?? EasyHandle() else {
            return transfer.finish(.other("libcurl has no memory for a request"))
        }
        if let why = transfer.attach(to: easy) {
            transfer.detach()
            transfer.finish(.invalidRequest(why))
            return recycle(easy)
        }
        active.insert(ObjectIdentifier(transfer))
        multi.add(easy, for: transfer)
    }

    /// True when a transfer took a freed place, which libcurl should look at before the next poll.
    private mutating func finishDone() -> Bool {
        var hasStarted = false
        while let (transfer, code) = multi.nextDone() {
            guard let easy = transfer.easy else { continue }
            active.remove(ObjectIdentifier(transfer))
            let result = transfer.result(code)
            multi.remove(easy)
            transfer.detach()
            recycle(easy)
            transfer.finish(result)
            while active.count < atMost, let waiting = takeWaiting() {
                start(waiting)
                hasStarted = true
            }
        }
        return hasStarted
    }

    private mutating func takeWaiting() -> Transfer? {
        while next < queue.count {
            let transfer = queue[next]
            next += 1
            if next > 256, next * 2 > queue.count {
                queue.removeFirst(next)
                next = 0
            }
            if !transfer.isFinished { return transfer }
        }
        queue.removeAll(keepingCapacity: true)
        next = 0
        return nil
    }

    private mutating func recycle(_ easy: EasyHandle) {
        guard idle.count < Self.idleAtMost else { return }
        easy.reset()
        idle.append(easy)
    }
}
