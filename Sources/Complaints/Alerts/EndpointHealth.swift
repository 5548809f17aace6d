/// What deliveries have shown of an endpoint, and what may be sent to it next: the breaker, the pace, and when
/// it is given up. It is kept in the store, so that a restart knows it.
public struct EndpointHealth: Hashable, Sendable {
    /// Deliveries that failed since the last one that was taken.
    public var failures = 0
    public var failingSince: Instant?
    public var failedLast: Instant?
    /// For how long it has failed, without the times in which nothing was tried or a clock jumped.
    public var failingFor: Duration = .zero
    public var lastError: String?
    public var takenLast: Instant?
    /// While the breaker is open: when one delivery may try again, and the wait that led there.
    public var probe: Probe?
    /// Deliveries a second; nil is as many as it takes.
    public var pace: Double?

    public struct Probe: Hashable, Sendable {
        public var at: Instant
        public var wait: Duration

        public init(at: Instant, wait: Duration) {
            self.at = at
            self.wait = wait
        }
    }

    public init() {}

    /// What may be sent now.
    public enum Gate: Hashable, Sendable {
        case open
        /// One delivery, to see whether it is back.
        case oneProbe
        case closed(until: Instant)
    }

    public func gate(now: Instant) -> Gate {
        guard let probe else { return .open }
        // Further off than it can have been set: the clock was turned back.
        return probe.at <= now || probe.at > now + probe.wait + probe.wait
            ? .oneProbe : .closed(until: probe.at)
    }

    /// A delivery was taken.
    /// - Returns: whether that ended a time in which only probes were sent.
    public mutating func take(now: Instant) -> Bool {
        let wasOpen = probe != nil
        var next = EndpointHealth()
        next.takenLast = now
        next.pace = pace.map { $0 * Self.recovery }.flatMap { $0 < Self.fullPace ? $0 : nil }
        self = next
        return wasOpen
    }

    /// It refused a message for good, which is no failure of the endpoint: it is there.
    /// - Returns: whether that ended a time in which only probes were sent.
    public mutating func answer() -> Bool {
        guard probe != nil else { return false }
        var next = EndpointHealth()
        (next.takenLast, next.pace) = (takenLast, pace)
        self = next
        return true
    }

    /// A delivery failed.
    /// - Parameters:
    ///   - started: when it was begun: what was under way when the breaker opened is no probe.
    ///   - isTooMuch: the receiver says that it has too much to do.
    ///   - waits: the endpoint's own, between the attempts of one alert.
    ///   - chance: 0 to 1.
    public mutating func fail(
        _ why: String, started: Instant, now: Instant, isTooMuch: Bool, waits: [Duration], chance: Double
    ) {
        count(why, now: now)
        if isTooMuch { pace = max(Self.leastPace, min(pace ?? Self.firstPace * 2, Self.firstPace * 2) / 2) }
        if probe != nil || (failures >= Self.mostFailures && Self.isSpared(waits)) {
            openOrWait(started: started, now: now, chance: chance)
        }
    }

    /// It was asked whether it wants deliveries, and did not agree: it is asked again after a while.
    public mutating func refuse(_ why: String, started: Instant, now: Instant, chance: Double) {
        count(why, now: now)
        openOrWait(started: started, now: now, chance: chance)
    }

    private mutating func count(_ why: String, now: Instant) {
        failures += 1
        if let last = failedLast, last < now { failingFor += min(now - last, Self.longestGap) }
        failingSince = failingSince ?? now
        failedLast = now
        lastError = why
    }

    private mutating func openOrWait(started: Instant, now: Instant, chance: Double) {
        var wait = Self.firstProbeWait
        if let open = probe {
            guard started >= open.at || open.at > now + open.wait + open.wait else { return }
            wait = min(open.wait + open.wait, Self.longestProbeWait)
        }
        probe = Probe(at: now + wait.spread(by: chance), wait: wait)
    }

    /// Whether nothing was taken for so long that people should look.
    public func isUsedUp(after limit: Duration) -> Bool { failures > 1 && failingFor >= limit }

    /// Where all attempts of an alert are made within a minute, somebody wants to know soon that it failed:
    /// nothing waits for a probe there.
    static func isSpared(_ waits: [Duration]) -> Bool { waits.reduce(.zero, +) >= .seconds(60) }

    /// So many in a row open the breaker.
    static let mostFailures = 10
    static let firstProbeWait: Duration = .seconds(5)
    static let longestProbeWait: Duration = .seconds(300)
    /// Two failures further apart than the longest wait between attempts have nothing between them that was
    /// tried: the daemon did not run, nothing happened, or the clock jumped.
    static let longestGap: Duration = .seconds(36 * 3600)
    /// Of an endpoint that says it has too much to do: halved each time, a tenth more with each delivery taken.
    static let firstPace = 10.0
    static let leastPace = 1.0
    static let fullPace = 500.0
    static let recovery = 1.1
}
