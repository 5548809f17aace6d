import Complaints

/// Lets requests to one host start one after the other, as its budget allows, first come first served.
///
/// Those who wait are suspended tasks: a slow host costs memory for its own queue and delays no other.
actor HostGate {
    struct Held: Error {
        var until: Instant
    }

    private struct Waiter {
        let id: Int
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct Queue {
        var waiters: [Waiter] = []
        /// A start is being waited for on behalf of the first.
        var isServed = false
    }

    private var budget: HostBudget
    private let time: any TimeSource
    private var queues: [String: Queue] = [:]
    private var nextID = 0

    init(limits: PoliteLimits, time: any TimeSource) {
        budget = HostBudget(limits: limits)
        self.time = time
    }

    func set(limits: PoliteLimits) { budget.limits = limits }

    func clockWentBack(by length: Duration) { budget.clockWentBack(by: length) }

    /// Holds of the last run.
    func take(held: [String: Instant]) {
        for (host, until) in held { hold(host, until: until) }
    }

    /// Those who wait for this host are sent away: it may be a day.
    func hold(_ host: String, until: Instant) {
        budget.hold(host: host, until: until, now: time.now())
        guard let until = heldUntil(host), let waiters = queues[host]?.waiters else { return }
        queues[host]?.waiters = []
        for waiter in waiters { waiter.continuation.resume(throwing: Held(until: until)) }
    }

    /// How many wait for a place.
    func waiterCount(_ host: String) -> Int { queues[host]?.waiters.count ?? 0 }

    func heldUntil(_ host: String) -> Instant? { budget.heldUntil(host: host, now: time.now()) }

    /// Returns when a request may start; every return is to be followed by `leave`.
    /// - Throws: `Held` when the host asked to be left alone, `CancellationError`.
    func enter(_ host: String, crawlDelay: Duration?) async throws {
        if let crawlDelay { budget.setCrawlDelay(host: host, crawlDelay, now: time.now()) }
        if let until = heldUntil(host) { throw Held(until: until) }
        nextID += 1
        let id = nextID
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation {
                (continuation: CheckedContinuation<Void, any Error>) in
                if Task.isCancelled {
                    continuation.resume(throwing: CancellationError())
                    return
                }
                queues[host, default: Queue()].waiters.append(Waiter(id: id, continuation: continuation))
                serve(host)
            }
        } onCancel: {
            Task { await self.giveUp(id, host) }
        }
    }

    func leave(_ host: String) {
        budget.finished(host: host)
        serve(host)
    }

    private func giveUp(_ id: Int, _ host: String) {
        guard let index = queues[host]?.waiters.firstIndex(where: { $0.id == id }) else { return }
        queues[host]?.waiters.remove(at: index).continuation.resume(throwing: CancellationError())
        if queues[host]?.waiters.isEmpty == true, queues[host]?.isServed == false { queues[host] = nil }
    }

    /// Starts as many as may start now; for the next one, waits.
    private func serve(_ host: String) {
        while queues[host]?.isServed == false {
            guard queues[host]?.waiters.isEmpty == false else {
                queues[host] = nil
                return
            }
            switch budget.ask(host: host, now: time.now()) {
            case .go: startFirst(host)
            case .busy: return
            case .wait(let until):
                queues[host]?.isServed = true
                Task { await self.start(host, at: until) }
            }
        }
    }

    private func start(_ host: String, at promised: Instant) async {
        var until = promised
        while true {
            // Never cancelled: the promise is either kept or given back below.
            try? await time.sleep(until: until)
            guard queues[host]?.waiters.isEmpty == false else {
                budget.giveUp(host: host)
                break
            }
            if case .wait(let later) = budget.redeem(host: host, now: time.now()) {
                until = later
                continue
            }
            startFirst(host)
            break
        }
        queues[host]?.isServed = false
        serve(host)
    }

    private func startFirst(_ host: String) {
        queues[host]?.waiters.removeFirst().continuation.resume()
    }
}
