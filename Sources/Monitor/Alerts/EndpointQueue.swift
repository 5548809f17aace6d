import Complaints
import Logging
import Storage

/// One endpoint's own queue: what is slow or refused there delays nobody else.
struct EndpointQueue: Sendable {
    let endpoint: Endpoint
    let others: [String]
    let store: any Store
    let outbox: Outbox
    let courier: Courier
    let time: any TimeSource
    let logger: Logger

    /// Deliveries to one endpoint under way at a time.
    static let atMost = 16

    /// New alerts made by another process are seen within this.
    static let longestWait: Duration = .seconds(1)

    /// Delivers what becomes due until cancelled. A delivery that hangs takes one place of `atMost`; the
    /// alerts behind it go on.
    /// - Parameter news: beats when something was laid into the outbox.
    func run(news: Pulse) async {
        let ended = Pulse()
        var started = 0
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                let (seenNews, seenEnded) = (news.count, ended.count)
                var wake = time.now() + Self.longestWait
                do {
                    let due = try await claim(limit: Self.atMost - (started - seenEnded))
                    for alert in due {
                        started += 1
                        group.addTask {
                            await deliverOrLog(alert)
                            ended.beat()
                        }
                    }
                    if !due.isEmpty { continue }
                    let (name, now) = (endpoint.name, time.now())
                    let next = try await store.read { try $0.nextAttempt(endpoint: name, after: now) }
                    if let next { wake = min(wake, next) }
                } catch is CancellationError {
                    break
                } catch {
                    logger.error(
                        "the outbox cannot be read: \(error)", metadata: ["endpoint": "\(endpoint.name)"])
                }
                let (time, wakeUp) = (time, wake)
                await withTaskGroup(of: Void.self) { waits in
                    waits.addTask { await news.wait(after: seenNews) }
                    waits.addTask { await ended.wait(after: seenEnded) }
                    waits.addTask { try? await time.sleep(until: wakeUp) }
                    await waits.next()
                    waits.cancelAll()
                }
            }
            group.cancelAll()
        }
    }

    /// Delivers what is due, batch by batch, until nothing is or something is not taken: a receiver in
    /// trouble is left to the daemon.
    func deliverDue() async throws {
        while true {
            let due = try await claim(limit: Self.atMost)
            let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                for alert in due { group.addTask { try await deliver(alert) } }
                return try await group.reduce(true) { $0 && $1 }
            }
            if due.isEmpty || !taken { return }
        }
    }

    /// Delivers one event now, whatever else waits; does nothing when it is on its way already.
    func deliver(_ event: EventID) async throws {
        let (name, now) = (endpoint.name, time.now())
        let lease = now + endpoint.timeout + .seconds(60)
        let due = try await store.write {
            try $0.claimAlert(of: event, endpoint: name, now: now, lease: lease)
        }
        if let due { _ = try await deliver(due) }
    }

    private func claim(limit: Int) async throws -> [DueAlert] {
        guard limit > 0 else { return [] }
        let (name, now) = (endpoint.name, time.now())
        let lease = now + endpoint.timeout + .seconds(60)
        guard try await store.read({ try $0.hasDueAlert(endpoint: name, now: now) }) else { return [] }
        return try await store.write {
            try $0.claimDueAlerts(endpoint: name, now: now, limit: limit, lease: lease)
        }
    }

    private func deliverOrLog(_ alert: DueAlert) async {
        do {
            _ = try await deliver(alert)
        } catch is CancellationError {
            return
        } catch {
            // Its claim ends by itself; then it is sent again under the same id.
            logger.error(
                "a delivery could not be noted: \(error)",
                metadata: ["endpoint": "\(endpoint.name)", "webhook-id": "\(alert.event)"])
        }
    }

    /// - Returns: whether the receiver took it.
    private func deliver(_ alert: DueAlert) async throws -> Bool {
        let started = time.now()
        let attempt = await courier.deliver(alert, to: endpoint)
        let ended = time.now()
        // Stopped in the middle: nobody knows whether it arrived. It is given back and sent again.
        if Task.isCancelled, case .failed = attempt {
            try await store.write { try $0.releaseAlert(alert.number) }
            throw CancellationError()
        }
        let consequence = attempt.consequence(number: alert.attempts + 1, waits: endpoint.retry, now: ended)
        let record = self
        try await store.write { session in
            try record.keep(attempt, consequence, of: alert, started: started, ended: ended, in: session)
        }
        log(consequence, alert)
        return consequence == .delivered
    }

    private func keep(
        _ attempt: Attempt, _ consequence: Attempt.Consequence, of alert: DueAlert, started: Instant,
        ended: Instant, in session: any Session
    ) throws {
        let (status, error): (Int?, String?) =
            switch attempt {
            case .answered(let status, _): (status, nil)
            case .failed(let reason), .refused(let reason): (nil, reason)
            case .taken: (nil, nil)
            }
        try session.addDelivery(
            of: alert.number, at: started, status: status, error: error, took: ended - started)
        switch consequence {
        case .delivered:
            try session.markDelivered(alert.number, at: ended)
        case .retry(let at, let why):
            try session.retryAlert(alert.number, at: at, error: why)
        case .deadLetter(let why):
            try session.markDead(alert.number, error: why)
        case .disableEndpoint(let why):
            try session.retryAlert(alert.number, at: ended, error: why)
            guard try session.disableEndpoint(endpoint.name, reason: why, now: ended) else { break }
            var data = EventData()
            data.endpoint = endpoint.name
            data.why = why
            try outbox.post(
                .endpointDisabled, about: .endpoint(endpoint.name), at: ended, data: data,
                cause: alert.event, to: others, in: session)
        }
        if let until = attempt.hold(now: ended) { try session.holdEndpoint(endpoint.name, until: until) }
    }

    private func log(_ consequence: Attempt.Consequence, _ alert: DueAlert) {
        let about: Logger.Metadata = ["endpoint": "\(endpoint.name)", "webhook-id": "\(alert.event)"]
        switch consequence {
        case .delivered: logger.debug("alert delivered", metadata: about)
        case .retry(let at, let why):
            logger.notice("alert not delivered: \(why); tried again at \(at)", metadata: about)
        case .deadLetter(let why):
            logger.error(
                "alert is a dead letter: \(why); `ombud alert resend \(alert.event)` sends it again",
                metadata: about)
        case .disableEndpoint(let why):
            logger.error(
                "endpoint disabled: \(why); `ombud alert enable \(endpoint.name)` ends that", metadata: about)
        }
    }
}
