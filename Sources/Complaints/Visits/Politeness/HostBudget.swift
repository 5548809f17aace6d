/// How politely one host is asked.
public struct PoliteLimits: Hashable, Sendable {
    /// Requests at a time; at least 1.
    public var atMost: Int
    /// From the start of one request to the start of the next.
    public var delay: Duration

    public init(atMost: Int = 2, delay: Duration = .seconds(1)) {
        self.atMost = max(1, atMost)
        self.delay = max(.zero, delay)
    }
}

/// Who may ask which host, and when: a rule over values, driven by whoever makes the requests.
///
/// Hosts are named as `WebURL.registrableHost` names them. `ask` answers `.go`, which takes a place that
/// `finished` gives back; or `.wait(until:)`, which promises a start at that instant to whoever asked, each
/// promise a delay after the one before, so that two who wait are never told the same instant; or `.busy`,
/// which says to ask again when a place is free. A promise is kept with `redeem`.
public struct HostBudget: Sendable {
    public enum Answer: Hashable, Sendable {
        case go
        /// A slot of its own: call `redeem` then, or `giveUp` to leave it.
        case wait(until: Instant)
        /// Every place is taken: ask again after a `finished`.
        case busy
    }

    public var limits: PoliteLimits
    private var hosts: [String: State] = [:]
    private var forgottenAt: Int = 256

    private struct State {
        /// Requests under way.
        var running = 0
        /// Promises not yet redeemed.
        var promised = 0
        /// The earliest start that is not promised yet.
        var free: Instant
        /// When the last request started, which may be later than it was promised.
        var lastStart: Instant?
        var heldUntil: Instant?
        var crawlDelay: Duration?
        /// Crawl-delay is remembered a day, as robots.txt is.
        var crawlDelayUntil: Instant?
    }

    public init(limits: PoliteLimits = PoliteLimits()) { self.limits = limits }

    /// Hosts remembered just now.
    public var count: Int { hosts.count }

    /// A request to `host` wants to start.
    public mutating func ask(host: String, now: Instant) -> Answer {
        forgetIdle(now)
        var state = hosts[host] ?? State(free: now)
        guard state.running + state.promised < limits.atMost else { return .busy }
        let start = max(now, state.free, state.heldUntil ?? now, earliest(state, now))
        state.free = start + delay(state)
        defer { hosts[host] = state }
        if start <= now {
            state.running += 1
            state.lastStart = now
            return .go
        }
        state.promised += 1
        return .wait(until: start)
    }

    /// A promised instant has come: `.go`, or a later one where the host was held or another started late.
    public mutating func redeem(host: String, now: Instant) -> Answer {
        guard var state = hosts[host], state.promised > 0 else { return ask(host: host, now: now) }
        defer { hosts[host] = state }
        if let held = state.heldUntil, held > now {
            let start = max(held, state.free)
            state.free = start + delay(state)
            return .wait(until: start)
        }
        let earliest = earliest(state, now)
        if earliest > now {
            state.free = max(state.free, earliest + delay(state))
            return .wait(until: earliest)
        }
        state.promised -= 1
        state.running += 1
        state.lastStart = now
        return .go
    }

    /// A promise will not be used; its instant is not given to another.
    public mutating func giveUp(host: String) {
        guard let promised = hosts[host]?.promised, promised > 0 else { return }
        hosts[host]?.promised = promised - 1
    }

    /// A request that was let go has ended, well or not.
    public mutating func finished(host: String) {
        guard let running = hosts[host]?.running, running > 0 else { return }
        hosts[host]?.running = running - 1
    }

    /// The host asked to be left alone until then (Retry-After); an earlier hold is never shortened.
    public mutating func hold(host: String, until: Instant, now: Instant) {
        var state = hosts[host] ?? State(free: now)
        // Promises made for after the hold stand; all others move to its end as they are redeemed.
        if until > state.heldUntil ?? now {
            state.heldUntil = until
            state.free = max(state.free, until)
        }
        hosts[host] = state
    }

    /// The hold on a host, where there is one.
    public func heldUntil(host: String, now: Instant) -> Instant? {
        hosts[host]?.heldUntil.flatMap { $0 > now ? $0 : nil }
    }

    /// What robots.txt asks for; counts where it is larger than the limits' delay.
    public mutating func setCrawlDelay(host: String, _ delay: Duration?, now: Instant) {
        if delay == nil, hosts[host] == nil { return }
        var state = hosts[host] ?? State(free: now)
        state.crawlDelay = delay
        state.crawlDelayUntil = delay.map { _ in now + .seconds(86_400) }
        hosts[host] = state
    }

    /// Nobody waits for hours that the clock was wrong: what was a length ahead is a length ahead still.
    public mutating func clockWentBack(by length: Duration) {
        hosts = hosts.mapValues { state in
            var state = state
            state.free = state.free - length
            state.lastStart = state.lastStart.map { $0 - length }
            state.heldUntil = state.heldUntil.map { $0 - length }
            state.crawlDelayUntil = state.crawlDelayUntil.map { $0 - length }
            return state
        }
    }

    private func earliest(_ state: State, _ now: Instant) -> Instant {
        state.lastStart.map { max(now, $0 + delay(state)) } ?? now
    }

    private func delay(_ state: State) -> Duration { max(limits.delay, state.crawlDelay ?? .zero) }

    /// Hosts of which nothing is left to know go, whenever their number has doubled.
    private mutating func forgetIdle(_ now: Instant) {
        guard hosts.count >= forgottenAt else { return }
        hosts = hosts.filter { _, state in
            state.running > 0 || state.promised > 0 || state.free > now
                || state.heldUntil.map { $0 > now } == true || state.crawlDelayUntil.map { $0 > now } == true
        }
        forgottenAt = max(256, hosts.count * 2)
    }
}
