import Complaints
import Logging

/// Whether our own network works, as the outcomes of all requests tell; one for all visits.
actor NetworkWatch {
    private var health = NetworkHealth()
    private let time: any TimeSource
    private let logger: Logger

    init(time: any TimeSource, logger: Logger) {
        self.time = time
        self.logger = logger
    }

    /// Since when it is down; nil while it works.
    var downSince: Instant? { if case .down(let since) = health.state { since } else { nil } }

    /// Hosts that answered at their last visit, from before a restart.
    func seed(_ answered: [String: Instant]) {
        for (host, at) in answered { health.seed(host, answered: at) }
    }

    /// Times that are yet to come prove nothing: it learns anew.
    func clockWentBack() { health = NetworkHealth() }

    func answered(_ host: String, started: Instant) {
        let wasDown = downSince
        health.take(.answered, from: host, started: started, at: time.now())
        if let wasDown, downSince == nil {
            logger.notice("the network works again; it was down since \(wasDown)")
        }
    }

    func unreachable(_ host: String, started: Instant) {
        let wasDown = downSince
        health.take(.unreachable, from: host, started: started, at: time.now())
        if wasDown == nil, let since = downSince {
            logger.error(
                "our own network is down since \(since): no host can be reached; no source is blamed")
        }
    }

    /// Two sites may as well have died at once: they are believed to be our own network for so long.
    static let doubt: Duration = .seconds(900)

    /// Since when an unreachable host is our own network's fault; nil when it is the host's.
    func excuse(started: Instant) -> Instant? {
        let now = time.now()
        guard health.excuses(started: started, at: now) else { return nil }
        let since = min(downSince ?? started, started)
        return health.isCertain || now - since < Self.doubt ? since : nil
    }

    /// nil when a visit may go out; while the network is down few may, and the others wait until then.
    func holdUntil(host: String, chance: Double) -> Instant? {
        if case .hold(let until) = health.admit(host: host, now: time.now(), chance: chance) { return until }
        return nil
    }
}
