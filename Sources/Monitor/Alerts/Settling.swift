import Complaints
import Logging
import Storage

/// One transaction of an endpoint's queue: what follows from the deliveries that ended, and what is begun next.
/// It may run twice, and changes nothing but the store.
struct Settling: Sendable {
    let endpoint: Endpoint
    /// Of all endpoints that are switched on, this one among them.
    let names: [String]
    let outbox: Outbox
    let now: Instant
    let lease: Instant
    let batch: [EndedDelivery]
    /// 0 to 1, one for each of them.
    let chances: [Double]

    /// Notes, and claims as much as may be begun.
    func perform(_ round: inout DeliveryRound, in session: any Session) throws -> QueueTurn {
        var turn = try note(in: session)
        for one in batch {
            round.underWay.remove(one.alert.number)
            guard let attempt = one.attempt else { continue }
            if attempt.isTaken { round.window.take() } else { round.window.fail(isSlow: attempt.isSlow) }
        }
        let state = try session.endpointState(endpoint.name) ?? EndpointState(name: endpoint.name)
        let limit: Int
        switch way(state) {
        case .closed(let until):
            turn.next = until
            return turn
        case .greeting:
            turn.mustGreet = round.underWay.isEmpty
            return turn
        case .oneProbe: limit = round.underWay.isEmpty ? 1 : 0
        case .open(let pace):
            limit = round.window.room(underWay: round.underWay.count, pace: pace, now: now)
            if limit == 0, let pace { turn.next = round.window.nextRoom(pace: pace, now: now) }
        }
        guard limit > 0 else { return turn }
        turn.begun = try session.claimDueAlerts(
            endpoint: endpoint.name, now: now, limit: limit, lease: lease, except: round.underWay)
        round.window.begin(turn.begun.count)
        round.underWay.formUnion(turn.begun.map(\.number))
        if turn.begun.count < limit {
            turn.next = try session.nextAttempt(endpoint: endpoint.name, after: now)
        } else if case .open(let pace?) = way(state) {
            turn.next = round.window.nextRoom(pace: pace, now: now)
        }
        return turn
    }

    /// The turn of a queue that has nothing to note, where there is nothing to begin either.
    func idle(in session: any Session) throws -> QueueTurn? {
        var turn = QueueTurn()
        if let state = try session.endpointState(endpoint.name), case .closed(let until) = way(state) {
            turn.next = until
            return turn
        }
        if try session.hasDueAlert(endpoint: endpoint.name, now: now, lease: lease) { return nil }
        turn.next = try session.nextAttempt(endpoint: endpoint.name, after: now)
        return turn
    }

    private enum Way {
        case closed(until: Instant?)
        case greeting
        case oneProbe
        /// Deliveries a second; nil is any number.
        case open(pace: Double?)
    }

    private func way(_ state: EndpointState) -> Way {
        if state.isDisabled { return .closed(until: nil) }
        if let until = state.hold(now: now) { return .closed(until: until) }
        let gate = state.health.gate(now: now)
        if case .closed(let until) = gate { return .closed(until: until) }
        if endpoint.isAskedFirst, state.greeting?.url != endpoint.url { return .greeting }
        if gate == .oneProbe { return .oneProbe }
        let paces = [state.health.pace, endpoint.rate.map { Double($0) / 60 }, agreed(state).map { $0 / 60 }]
        return .open(pace: paces.compactMap(\.self).min())
    }

    private func agreed(_ state: EndpointState) -> Double? {
        endpoint.isAskedFirst ? state.greeting?.rate : nil
    }

    // MARK: What ended

    func note(in session: any Session) throws -> QueueTurn {
        var turn = QueueTurn()
        guard !batch.isEmpty else { return turn }
        let before = try session.endpointState(endpoint.name) ?? EndpointState(name: endpoint.name)
        var health = before.health
        var taken: [(number: Int64, at: Instant)] = []
        var gone: String?
        var cause: EventID?
        var backSince: Instant?
        for (one, chance) in zip(batch, chances) {
            guard let attempt = one.attempt else { continue }
            let consequence = attempt.consequence(
                number: one.alert.attempts + 1, waits: endpoint.retry, now: one.ended, chance: chance)
            turn.told.append((one.alert, consequence))
            switch consequence {
            case .delivered:
                taken.append((one.alert.number, one.ended))
                let since = health.failingSince
                if health.take(now: one.ended) { backSince = since }
                continue
            case .retry(let at, let why):
                try session.retryAlert(one.alert.number, at: at, error: why, now: one.ended)
            case .deadLetter(let why):
                try session.markDead(one.alert.number, error: why)
                if case .refused = attempt {
                    let since = health.failingSince
                    if health.answer() { backSince = since }
                    continue
                }
            case .disableEndpoint(let why):
                try session.retryAlert(one.alert.number, at: one.ended, error: why, now: one.ended)
                gone = why
            }
            cause = one.alert.event
            health.fail(
                attempt.why, started: one.started, now: one.ended, isTooMuch: attempt.isTooMuch,
                waits: endpoint.retry, chance: chance)
            if let until = attempt.hold(now: one.ended) {
                try session.holdEndpoint(endpoint.name, until: until, now: one.ended)
            }
        }
        try session.markDelivered(taken)
        try session.addDeliveries(batch.compactMap(\.noted))
        try session.releaseAlerts(batch.filter { $0.attempt == nil }.map(\.alert.number))
        if let backSince, health.probe == nil {
            turn.closed = true
            try session.dueAgain(endpoint: endpoint.name, failedSince: backSince, now: now)
        }
        if before.health.probe == nil, health.probe != nil {
            turn.opened = true
            // Who answers there now may not be who agreed.
            if before.greeting != nil { try session.keep(nil, refusal: nil, of: endpoint.name) }
        }
        // Once is no news: it is tried again, and `ombud alert list` shows it.
        turn.began = before.health.failures < 2 && health.failures >= 2 ? health.lastError : nil
        turn.ended = before.health.failures >= 2 && health.failures == 0
        try keep(health, before: before, gone: gone, cause: cause, &turn, in: session)
        return turn
    }

    /// What the endpoint said when it was asked. A refusal counts as a failure, and is asked again after a while.
    func note(
        _ answer: Result<Greeting, Greeting.Refusal>, started: Instant, chance: Double,
        in session: any Session
    ) throws -> QueueTurn {
        var turn = QueueTurn()
        let before = try session.endpointState(endpoint.name) ?? EndpointState(name: endpoint.name)
        switch answer {
        case .success(let greeting):
            try session.keep(
                .init(url: endpoint.url, at: now, rate: greeting.rate), refusal: nil, of: endpoint.name)
        case .failure(let refusal):
            var health = before.health
            health.refuse(refusal.description, started: started, now: now, chance: chance)
            try session.keep(nil, refusal: refusal.description, of: endpoint.name)
            try keep(health, before: before, gone: nil, cause: nil, &turn, in: session)
        }
        return turn
    }

    /// - Parameters:
    ///   - gone: why the endpoint is disabled at once.
    ///   - cause: the event that was not taken.
    private func keep(
        _ health: EndpointHealth, before: EndpointState, gone: String?, cause: EventID?,
        _ turn: inout QueueTurn, in session: any Session
    ) throws {
        if health != before.health { try session.keep(health, of: endpoint.name) }
        var why = gone
        if why == nil, health.isUsedUp(after: endpoint.giveUp) {
            why = "nothing was taken for \(endpoint.giveUp.setting); the last was: \(health.lastError ?? "?")"
        }
        guard let why, try session.disableEndpoint(endpoint.name, reason: why, now: now) else { return }
        turn.disabled = why
        let others = names.filter { $0 != endpoint.name }
        try outbox.postDisabled(endpoint.name, why: why, at: now, cause: cause, to: others, in: session)
    }

    /// Once it is committed: a line for each change that people act on; single attempts are for `debug`.
    func log(_ turn: QueueTurn, to logger: Logger) {
        var dead: [(alert: DueAlert, why: String)] = []
        for (alert, consequence) in turn.told {
            var about: Logger.Metadata { ["endpoint": "\(endpoint.name)", "webhook-id": "\(alert.event)"] }
            switch consequence {
            case .delivered: logger.debug("alert delivered", metadata: about)
            case .retry(let at, let why):
                logger.debug("alert not delivered: \(why); tried again at \(at)", metadata: about)
            case .deadLetter(let why): dead.append((alert, why))
            case .disableEndpoint: break
            }
        }
        let about: Logger.Metadata = ["endpoint": "\(endpoint.name)"]
        if dead.count > 3 {
            let again = "`ombud alert resend --state dead --endpoint \(endpoint.name)`"
            logger.error(
                "\(dead.count) alerts are dead letters: \(endpoint.loggedReason(dead[0].why)); \(again) sends them again",
                metadata: about)
        } else {
            for (alert, why) in dead {
                logger.error(
                    "alert is a dead letter: \(endpoint.loggedReason(why)); `ombud alert resend \(alert.event)` sends it again",
                    metadata: ["endpoint": "\(endpoint.name)", "webhook-id": "\(alert.event)"])
            }
        }
        if let why = turn.began {
            logger.warning(
                "deliveries fail, and are tried again: \(endpoint.loggedReason(why))", metadata: about)
        }
        if turn.opened { logger.warning("the endpoint fails; only one at a time tries it", metadata: about) }
        if turn.ended || turn.closed { logger.notice("the endpoint takes deliveries again", metadata: about) }
        if let why = turn.disabled {
            logger.error(
                "endpoint disabled: \(endpoint.loggedReason(why)); `ombud alert enable \(endpoint.name)` ends that",
                metadata: about)
        }
    }
}

extension Attempt {
    /// No answer, or from one that has too much to do.
    fileprivate var isSlow: Bool { if case .failed = self { true } else { isTooMuch } }
}

extension EndedDelivery {
    fileprivate var noted: Delivery? {
        let (status, error): (Int?, String?)
        switch attempt {
        case nil: return nil
        case .answered(let answered, _): (status, error) = (answered, nil)
        case .failed(let reason), .refused(let reason): (status, error) = (nil, reason)
        case .taken: (status, error) = (nil, nil)
        }
        return Delivery(
            alert: alert.number, at: started, status: status, error: error, took: ended - started)
    }
}
