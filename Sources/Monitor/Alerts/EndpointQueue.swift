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

    /// Delivers what is due; returns how many alerts were tried.
    func deliverDue() async throws -> Int {
        let name = endpoint.name
        let now = time.now()
        let lease = now + endpoint.timeout + .seconds(60)
        let isDue = try await store.read { try $0.hasDueAlert(endpoint: name, now: now) }
        guard isDue else { return 0 }
        let due = try await store.write {
            try $0.claimDueAlerts(endpoint: name, now: now, limit: Self.atMost, lease: lease)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for alert in due { group.addTask { try await deliver(alert) } }
            try await group.waitForAll()
        }
        return due.count
    }

    private func deliver(_ alert: DueAlert) async throws {
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
    }

    private func keep(
        _ attempt: Attempt, _ consequence: Attempt.Consequence, of alert: DueAlert, started: Instant,
        ended: Instant, in session: any Session
    ) throws {
        let (status, error): (Int?, String?) =
            switch attempt {
            case .answered(let status, _): (status, nil)
            case .failed(let reason): (nil, reason)
            }
        try session.addDelivery(of: alert.number, at: started, status: status, error: error, took: ended - started)
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
                .endpointDisabled, about: .endpoint(endpoint.name), at: ended, data: data, to: others, in: session)
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
                "alert is a dead letter: \(why); `ombud alert resend \(alert.event)` sends it again", metadata: about)
        case .disableEndpoint(let why):
            logger.error(
                "endpoint disabled: \(why); `ombud alert enable \(endpoint.name)` ends that", metadata: about)
        }
    }
}
