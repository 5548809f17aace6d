import Complaints
import Logging
import Storage
import Synchronization

/// One endpoint's own queue: what is slow or refused there delays nobody else.
///
/// What ended is noted, and what comes next is claimed, in one transaction for many deliveries. A process that is
/// killed between an answer and that note sends again under the same id.
struct EndpointQueue: Sendable {
    let endpoint: Endpoint
    /// Of all endpoints that are switched on, this one among them.
    let names: [String]
    let store: any Store
    let outbox: Outbox
    let courier: Courier
    let time: any TimeSource
    /// 0 to 1.
    let chance: @Sendable () -> Double
    let logger: Logger

    /// New alerts made by another process are seen within this.
    static let longestWait: Duration = .seconds(1)

    /// Where many are under way, so much more ends before it is noted in one transaction: of the machine's own
    /// time, since it is about the disk's work and not about what is due.
    private static let breath: Duration = .milliseconds(4)

    /// A delivery that has not been noted by then may be made by another process.
    func lease(_ now: Instant) -> Instant { now + endpoint.timeout + .seconds(60) }

    /// Delivers what becomes due until cancelled. A delivery that hangs takes one place of the window; the
    /// alerts behind it go on.
    /// - Parameter news: beats when something was laid into the outbox.
    func run(news: Pulse) async {
        var round = DeliveryRound(to: endpoint)
        let ended = EndedDeliveries()
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                let (seenNews, seenEnded) = (news.count, ended.pulse.count)
                var wake = time.now() + Self.longestWait
                do {
                    if round.isBusy { try await Task.sleep(for: Self.breath) }
                    let turn = try await take(&round, ended)
                    for alert in turn.begun { group.addTask { ended.add(await carry(alert)) } }
                    if turn.mustGreet {
                        try await greet()
                        continue
                    }
                    wake = min(wake, turn.next ?? wake)
                } catch is CancellationError {
                    break
                } catch {
                    logger.error(
                        "the outbox cannot be used: \(error)", metadata: ["endpoint": "\(endpoint.name)"])
                }
                await wait(until: wake, news: (news, seenNews), ended: (ended.pulse, seenEnded))
            }
            group.cancelAll()
        }
        await noteRest(ended)
    }

    private func wait(
        until wake: Instant, news: (pulse: Pulse, seen: Int), ended: (pulse: Pulse, seen: Int)
    ) async {
        await withTaskGroup(of: Void.self) { waits in
            waits.addTask { await news.pulse.wait(after: news.seen) }
            waits.addTask { await ended.pulse.wait(after: ended.seen) }
            waits.addTask { try? await time.sleep(until: wake) }
            await waits.next()
            waits.cancelAll()
        }
    }

    /// Stopped: what ended is noted, what was broken off is free for the next process at once.
    private func noteRest(_ ended: EndedDeliveries) async {
        do {
            let batch = ended.all
            if !batch.isEmpty { try await note(batch) }
        } catch {
            logger.error(
                "deliveries could not be noted: \(error)", metadata: ["endpoint": "\(endpoint.name)"])
        }
    }

    /// Delivers what is due, batch by batch, until nothing is or something is not taken: a receiver in
    /// trouble is left to the daemon.
    func deliverDue() async throws {
        var round = DeliveryRound(to: endpoint)
        let ended = EndedDeliveries()
        while true {
            let turn = try await take(&round, ended)
            if turn.mustGreet {
                guard try await greet() else { return }
                continue
            }
            guard !turn.begun.isEmpty else { return }
            await withDiscardingTaskGroup { group in
                for alert in turn.begun { group.addTask { ended.add(await carry(alert)) } }
            }
            guard ended.all.allSatisfy({ $0.attempt?.isTaken == true }) else {
                await noteRest(ended)
                try Task.checkCancellation()
                return
            }
        }
    }

    /// Delivers one event now, whatever else waits; does nothing when it is on its way already.
    func deliver(_ event: EventID) async throws {
        let (name, url, asks, now) = (endpoint.name, endpoint.url, endpoint.isAskedFirst, time.now())
        if asks, try await store.read({ try $0.endpointState(name)?.greeting?.url }) != url {
            guard try await greet() else { return }
        }
        let lease = lease(now)
        let due = try await store.write {
            try $0.claimAlert(of: event, endpoint: name, now: now, lease: lease)
        }
        if let due { try await note([await carry(due)]) }
    }

    /// One turn: notes what ended, and claims as much as may be begun.
    private func take(_ round: inout DeliveryRound, _ ended: EndedDeliveries) async throws -> QueueTurn {
        let (now, name) = (time.now(), endpoint.name)
        if round.clockWentBack(now: now) {
            let count = try await store.write { try $0.dueAgainAfterClock(endpoint: name, now: now) }
            if count > 0 {
                logger.notice(
                    "the clock was turned back; \(counted(count, "alert")) not to wait for it",
                    metadata: about)
            }
        }
        let batch = ended.all
        if batch.isEmpty, round.isFull { return QueueTurn() }
        let settling = settling(batch, now: now)
        if batch.isEmpty {
            let idle = try await store.read { try settling.idle(in: $0) }
            if let idle { return idle }
        }
        let before = round
        let (after, turn) = try await store.write { session in
            var round = before
            let turn = try settling.perform(&round, in: session)
            return (round, turn)
        }
        ended.drop(batch.count)
        round = after
        settling.log(turn, to: logger)
        return turn
    }

    private func note(_ batch: [EndedDelivery]) async throws {
        let settling = settling(batch, now: time.now())
        let turn = try await store.write { try settling.note(in: $0) }
        settling.log(turn, to: logger)
    }

    private func settling(_ batch: [EndedDelivery], now: Instant) -> Settling {
        Settling(
            endpoint: endpoint, names: names, outbox: outbox, now: now, lease: lease(now), batch: batch,
            chances: batch.map { _ in chance() })
    }

    private func carry(_ alert: DueAlert) async -> EndedDelivery {
        let started = time.now()
        let attempt = await courier.deliver(alert, to: endpoint)
        // Stopped in the middle: nobody knows whether it arrived. It is given back and sent again.
        let isBrokenOff = Task.isCancelled && !attempt.isTaken
        return EndedDelivery(
            alert: alert, attempt: isBrokenOff ? nil : attempt, started: started, ended: time.now())
    }

    /// Asks the endpoint whether it wants deliveries, and keeps what it says.
    /// - Returns: whether it agreed.
    @discardableResult
    func greet() async throws -> Bool {
        let started = time.now()
        let answer = await courier.greet(endpoint, from: Greeting.origin(of: outbox.instance))
        if Task.isCancelled { throw CancellationError() }
        let settling = settling([], now: time.now())
        let chance = chance()
        let turn = try await store.write {
            try settling.note(answer, started: started, chance: chance, in: $0)
        }
        settling.log(turn, to: logger)
        if case .failure(let refusal) = answer {
            logger.notice("the endpoint wants no deliveries: \(refusal)", metadata: about)
            return false
        }
        return true
    }

    private var about: Logger.Metadata { ["endpoint": "\(endpoint.name)"] }
}

/// What one process has under way for an endpoint.
struct DeliveryRound: Sendable {
    var window: DeliveryWindow
    /// Numbers of the alerts that are begun and not noted.
    var underWay: Set<Int64> = []
    private var latest: Instant?

    init(to endpoint: Endpoint) { window = DeliveryWindow(most: endpoint.form.name.mostAtOnce) }

    var isFull: Bool { underWay.count >= window.size }
    var isBusy: Bool { underWay.count > 32 }

    /// True at the first turn as well: nobody knows what the clock did while no process ran.
    mutating func clockWentBack(now: Instant) -> Bool {
        defer { latest = now }
        return latest.map { now < $0 - .seconds(2) } ?? true
    }
}

extension AlertForm.Name {
    /// Programs of ours take what they can; mail servers, chats and commands are not asked for more at a time.
    fileprivate var mostAtOnce: Int {
        switch self {
        case .cloudEvents, .template, .alertmanager: DeliveryWindow.most
        case .slack, .mattermost, .teams, .telegram, .discord, .matrix, .email, .command: 4
        }
    }
}

/// A delivery as it ended; one without an attempt was broken off.
struct EndedDelivery: Sendable {
    var alert: DueAlert
    var attempt: Attempt?
    var started: Instant
    var ended: Instant
}

/// What ended and is not noted yet.
final class EndedDeliveries: Sendable {
    let pulse = Pulse()
    private let list = Mutex<[EndedDelivery]>([])

    var all: [EndedDelivery] { list.withLock { $0 } }

    func add(_ one: EndedDelivery) {
        list.withLock { $0.append(one) }
        pulse.beat()
    }

    /// The first of them are noted.
    func drop(_ count: Int) { list.withLock { $0.removeFirst(count) } }
}

/// What one turn of a queue came to.
struct QueueTurn: Sendable {
    var begun: [DueAlert] = []
    /// When to look again, at the latest.
    var next: Instant?
    /// The endpoint must be asked first.
    var mustGreet = false
    /// For the log.
    var told: [(alert: DueAlert, consequence: Attempt.Consequence)] = []
    var disabled: String?
    /// It failed again and again from now on, and why; and that this is over.
    var began: String?
    var ended = false
    var opened = false
    var closed = false
}
