import CCurl
import Complaints

/// The transfers under way and those waiting for a place, in order of arrival. Lives on the reactor's
/// thread.
struct TransferDesk {
    private let multi: MultiHandle
    private let atMost: Int
    let watch = Watch()
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
        release(transfer)
        transfer.finish(.cancelled)
        _ = fillPlaces()
    }

    /// Ends the transfers that are too slow, once it is time to look.
    mutating func endSlow(now: Int) {
        guard now >= watch.next else { return }
        var next: Int?
        for transfer in multi.transfers() {
            let received = transfer.headBytes + (transfer.easy?.offset(CURLINFO_SIZE_DOWNLOAD_T) ?? 0)
            if let reason = transfer.pace.failure(now: now, received: received) {
                release(transfer)
                transfer.finish(reason)
            } else if let due = transfer.pace.due {
                next = min(next ?? due, due)
            }
        }
        watch.rewind(now: now, to: next)
        _ = fillPlaces()
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
        if let why = transfer.attach(to: easy, watch: watch) {
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
            let result = transfer.result(code)
            release(transfer)
            transfer.finish(result)
            if fillPlaces() { hasStarted = true }
        }
        return hasStarted
    }

    /// Takes a transfer away from libcurl; one that is not under way is left alone.
    private mutating func release(_ transfer: Transfer) {
        guard let easy = transfer.easy, active.remove(ObjectIdentifier(transfer)) != nil else { return }
        multi.remove(easy)
        transfer.detach()
        recycle(easy)
    }

    /// True when a waiting transfer took a free place.
    private mutating func fillPlaces() -> Bool {
        var hasStarted = false
        while active.count < atMost, let waiting = takeWaiting() {
            start(waiting)
            hasStarted = true
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
        guard easy.isReusable, idle.count < Self.idleAtMost else { return }
        easy.reset()
        idle.append(easy)
    }
}
