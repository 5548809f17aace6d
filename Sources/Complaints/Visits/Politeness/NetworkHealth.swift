/// Tells a dead network at our own end from a dead site, so that no source is blamed for ours.
///
/// Down when several hosts that used to answer all fail to be reached, one after the other, and nobody has
/// answered since: at least three, or two where these are all that ever answered. Up again at the first
/// answer from anyone; any answer of HTTP counts, also an error. One host alone never proves it, nor does
/// one that was failing while others still answered.
public struct NetworkHealth: Sendable {
    public enum State: Hashable, Sendable {
        case up
        /// Since the first of the failures that prove it.
        case down(since: Instant)
    }

    public enum Outcome: Hashable, Sendable {
        /// Anything that speaks HTTP, whatever it says.
        case answered
        /// Name not resolved, or no connection or no byte in time.
        case unreachable
    }

    /// Hosts remembered at most; those that answered longest ago go first.
    public static let mostHosts = 4096
    /// An answer older than this proves nothing about its host. Two days, so that a source polled once a
    /// day counts.
    public static let memory: Duration = .seconds(2 * 86_400)

    public private(set) var state: State = .up
    private var hosts: [String: Host] = [:]
    /// Hosts whose failures since the last answer count, with the first of those failures.
    private var suspects: Set<String> = []
    private var firstFailure: Instant?
    private var lastAnswer: Instant?
    /// From the last answer before the outage to the first after it.
    private var lastOutage: Range<Instant>?
    private var probes: [String: Instant] = [:]
    private var probeStarts: [Instant] = []

    private struct Host {
        var answered: Instant
        /// Its latest attempt failed.
        var isFailing = false
    }

    public init() {}

    /// Whether so many hosts fail that two dead sites cannot be mistaken for a dead network.
    public var isCertain: Bool { suspects.count >= 3 }

    /// What is known from before a restart: a host whose last visit was answered.
    public mutating func seed(_ host: String, answered: Instant) {
        guard answered > hosts[host]?.answered ?? .min else { return }
        hosts[host] = Host(answered: answered)
        lastAnswer = max(lastAnswer ?? answered, answered)
        forgetOldest()
    }

    /// Takes the outcome of one attempt and says how things stand now.
    ///
    /// - Parameters:
    ///   - host: as `WebURL.registrableHost` names it.
    ///   - started: when the attempt began. One that began before the last answer and hung proves nothing
    ///     about the network now.
    ///   - at: when its outcome came.
    @discardableResult
    public mutating func take(_ outcome: Outcome, from host: String, started: Instant, at: Instant) -> State {
        switch outcome {
        case .answered: takeAnswer(host, at)
        case .unreachable: takeFailure(host, started, at)
        }
        return state
    }

    /// Whether a visit that failed as unreachable is our own network's fault: not to be counted against its
    /// source. Also one that began in an outage and ended after it.
    public func excuses(started: Instant, at: Instant) -> Bool {
        if case .down(let since) = state, at >= since { return true }
        return lastOutage?.contains(started) ?? false
    }

    /// A visit that failed as unreachable.
    public struct Failure: Hashable, Sendable {
        public var source: SourceID
        public var at: Instant

        public init(source: SourceID, at: Instant) {
            self.source = source
            self.at = at
        }
    }

    /// How many failures each source is forgiven: those since the outage began.
    public static func forgiven(_ failures: [Failure], since: Instant) -> [SourceID: Int] {
        failures.reduce(into: [:]) { if $1.at >= since { $0[$1.source, default: 0] += 1 } }
    }

    private mutating func takeAnswer(_ host: String, _ at: Instant) {
        if case .down = state {
            // What failed during the outage has not failed: it counts again, should the network drop anew.
            for suspect in suspects { hosts[suspect]?.isFailing = false }
            if let lastAnswer, lastAnswer < at { lastOutage = lastAnswer..<at }
            probes = [:]
            probeStarts = []
        }
        state = .up
        suspects = []
        firstFailure = nil
        hosts[host] = Host(answered: at)
        lastAnswer = max(lastAnswer ?? at, at)
        forgetOldest()
    }

    private mutating func takeFailure(_ host: String, _ started: Instant, _ at: Instant) {
        guard let known = hosts[host], !known.isFailing, known.answered + Self.memory >= at,
            lastOutage?.contains(started) != true
        else { return }
        hosts[host]?.isFailing = true
        guard started >= lastAnswer ?? started else { return }
        suspects.insert(host)
        firstFailure = min(firstFailure ?? at, at)
        guard state == .up, let firstFailure, suspects.count >= 3 || isAllWeKnow(at) else { return }
        state = .down(since: firstFailure)
    }

    /// Two hosts suffice when no third one is left that used to answer.
    private func isAllWeKnow(_ now: Instant) -> Bool {
        suspects.count == 2 && !hosts.values.contains { !$0.isFailing && $0.answered + Self.memory >= now }
    }

    /// A quarter at a time, so that it is seldom done.
    private mutating func forgetOldest() {
        guard hosts.count > Self.mostHosts else { return }
        let oldest = hosts.sorted { $0.value.answered < $1.value.answered }.prefix(hosts.count / 4)
        for (host, _) in oldest {
            hosts[host] = nil
            suspects.remove(host)
        }
    }
}

// MARK: - Probing while it is down

extension NetworkHealth {
    public enum Admission: Hashable, Sendable {
        case go
        /// Not now: the network is down, and enough others try it.
        case hold(until: Instant)
    }

    /// While the network is down each host is tried again after 15 to 60 s, and no more than
    /// `mostProbes` start within 15 s over all hosts.
    public static let mostProbes = 8

    /// Whether a visit that is due may go out. While the network is up, always. When it returns, what was
    /// held is overdue and spread as after a restart (`Schedule.spread`).
    public mutating func admit(host: String, now: Instant, chance: Double) -> Admission {
        guard case .down = state else { return .go }
        let wait = Duration.milliseconds(15_000 + Int64(45_000 * chance))
        probeStarts.removeAll { now - $0 >= .seconds(15) }
        if let next = probes[host], next > now { return .hold(until: next) }
        guard probeStarts.count < Self.mostProbes else { return .hold(until: now + wait) }
        if probes.count >= Self.mostHosts { probes = probes.filter { $0.value > now } }
        probes[host] = now + wait
        probeStarts.append(now)
        return .go
    }
}
