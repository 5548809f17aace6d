import Complaints
import Logging
import Reading
import ServiceLifecycle
import Settings
import Storage
import Transport

/// The loops of the daemon, wired together: crawl, deadlines, incidents, hand-out, alerts,
/// housekeeping.
public struct Daemon: Sendable {
    public let current: CurrentSetup
    let store: any Store
    /// The same, for what waits while it cannot be written.
    let enduring: EnduringStore
    let client: HTTPClient
    /// Of its own: pages that wait for a place delay no alert.
    let deliveries: HTTPClient
    let chance: @Sendable () -> Double
    let commands: CommandFetcher
    let time: any TimeSource
    let notifier: Notifier
    let logger: Logger
    let crawler: Crawler
    let pulse = Pulse()
    let node: String
    public let heartbeat = Heartbeat()
    /// What it answers about itself.
    public let pages: ServicePages

    /// - Parameters:
    ///   - node: names this daemon among those that share the store; the same after a restart.
    ///   - chance: 0 to 1.
    public init(
        setup: Setup, store: any Store, time: any TimeSource, node: String, notifier: Notifier,
        logger: Logger, version: String = "?",
        chance: @escaping @Sendable () -> Double
    ) {
        current = CurrentSetup(setup)
        client = HTTPClient()
        deliveries = HTTPClient(atMost: 1024)
        self.chance = chance
        self.store = store
        self.time = time
        self.node = node
        self.notifier = notifier
        self.logger = logger
        commands = CommandFetcher()
        pages = ServicePages(
            heartbeat: heartbeat,
            book: MetricsBook(
                store: store, time: time, current: current, heartbeat: heartbeat, version: version))
        enduring = Self.enduring(store, current: current, time: time, notifier: notifier, logger: logger)
        crawler = Crawler(
            current: current, store: enduring, client: client, commands: commands,
            gate: HostGate(limits: setup.limits, time: time),
            robots: RobotsBook(store: store, time: time, chance: chance),
            network: NetworkWatch(time: time, logger: logger), archivist: Archivist(setup.configuration),
            time: time, chance: chance, logger: logger, pulse: pulse)
    }

    /// Runs until it is cancelled or shut down in order.
    /// - Parameter onStart: called when every loop is about to run.
    public func run(onStart: @escaping @Sendable () -> Void = {}) async throws {
        try await start()
        onStart()
        try await rememberNetwork()
        var loops: [any Service] = [
            CrawlLoop(crawler: crawler, node: node, heartbeat: heartbeat),
            AlertLoop(
                current: current, store: store, client: deliveries, time: time, chance: chance,
                logger: logger,
                pulse: pulse),
            DeadlineLoop(current: current, store: store, time: time, logger: logger, pulse: pulse),
            IncidentLoop(
                current: current, store: enduring, time: time, logger: logger, pulse: pulse),
            QuietLoop(current: current, store: store, time: time, logger: logger, pulse: pulse),
            HandOutLoop(current: current, store: enduring, time: time, logger: logger, pulse: pulse),
            Housekeeping(current: current, store: enduring, time: time, logger: logger),
            Watchdog(store: store, time: time, heartbeat: heartbeat, notifier: notifier, logger: logger),
        ]
        if current.value.configuration.listen != nil { loops.append(Counting(book: pages.book, time: time)) }
        let (notifier, heartbeat, count) = (notifier, heartbeat, current.value.sourceCount)
        let readiness = Task {
            await heartbeat.waitForFirstTick()
            if !Task.isCancelled { notifier.ready("watching \(counted(count, "source"))") }
        }
        defer { readiness.cancel() }
        enduring.begin()
        await withGracefulShutdownHandler {
            await withTaskGroup(of: Void.self) { group in
                for loop in loops {
                    group.addTask {
                        // A loop ends by cancellation alone; what fails inside it is logged there.
                        try? await cancelWhenGracefulShutdown { try await loop.run() }
                    }
                }
                await group.waitForAll()
            }
        } onGracefulShutdown: {
            heartbeat.stops()
            notifier.stopping()
        }
        enduring.end()
        await client.shutdown()
        await deliveries.shutdown()
        await commands.shutdown()
        try await giveUpClaims()
    }

    /// One pass over chosen sources, without the loops.
    public func poll(
        _ names: [SourceID]?, onlyDue: Bool, each: @escaping @Sendable (Visit) -> Void
    ) async throws -> Int {
        let (sources, now) = (current.value.sources, time.now())
        let held = try await store.write { session in
            try session.keepSources(sources, now: now)
            try session.takeBackFuture(now: now)
            return try session.heldHosts(now: now)
        }
        await crawler.gate.take(held: held)
        try await rememberNetwork()
        try await current.keepUp(with: store)
        await crawler.robots.set(isPatient: onlyDue || names == nil)
        let count = try await Poll(crawler: crawler, node: node).run(names, onlyDue: onlyDue) {
            each($0.visit)
        }
        // A pass that was stopped leaves the bursts to the next one.
        if !Task.isCancelled {
            try await IncidentLoop(
                current: current, store: store, time: time, logger: logger, pulse: pulse
            ).checkOnce()
        }
        return count
    }

    /// Delivers what is due now, without the loops.
    public func deliverDue() async throws {
        try await QuietLoop(current: current, store: store, time: time, logger: logger, pulse: pulse)
            .checkOnce()
        let queues = EndpointQueue.all(
            current.value, store: store, client: deliveries, time: time, chance: chance, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for queue in queues {
                group.addTask { try await queue.deliverDue() }
            }
            try await group.waitForAll()
        }
    }

    /// Ends what `poll` and `deliverDue` use; `run` does so by itself.
    public func close() async throws {
        await client.shutdown()
        await deliveries.shutdown()
        await commands.shutdown()
        try await giveUpClaims()
    }

    /// People are told through the outbox, as far as there is room for that, and by systemd's status.
    private static func enduring(
        _ store: any Store, current: CurrentSetup, time: any TimeSource, notifier: Notifier, logger: Logger
    ) -> EnduringStore {
        var ballast: Ballast?
        if case .sqlite(let path) = current.value.configuration.store { ballast = Ballast(store: path) }
        return EnduringStore(
            store, ballast: ballast, time: time, logger: logger,
            tell: { news, session in
                let now = time.now()
                var data = EventData()
                switch news {
                case .halted(let since, let why):
                    data.why = why
                    try session.keepUpkeep("halted", UpkeepMark(at: since, found: why))
                    try current.value.outbox.post(
                        .storeHalted, about: .store, at: since, data: data, in: session)
                case .resumed(let since, let why):
                    data.why = "since \(since) it could not be written: \(why)"
                    try session.dropUpkeep("halted")
                    try current.value.outbox.post(
                        .storeResumed, about: .store, at: now, data: data, in: session)
                }
            },
            status: { trouble in
                notifier.status(trouble ?? "watching \(counted(current.value.sourceCount, "source"))")
            })
    }

    /// What was stopped in the middle is free for others at once.
    private func giveUpClaims() async throws {
        let node = node
        try await store.write { try $0.releaseClaims(of: node) }
    }

    /// Puts another configuration in force.
    public func reload(_ setup: Setup) async throws {
        let (sources, now) = (setup.sources, time.now())
        try await store.write { session in
            try session.keepSources(sources, now: now)
            try session.forget(.configuration)
        }
        await crawler.gate.set(limits: setup.limits)
        if setup.configuration.evidence != current.value.configuration.evidence {
            logger.warning("`evidence` was changed: that takes effect at the next start")
        }
        current.replace(with: setup)
        pulse.beat()
        heartbeat.reloaded(at: now, refusal: nil)
        let (watched, told) = (counted(sources.count, "source"), counted(setup.endpoints.count, "endpoint"))
        logger.notice("configuration reloaded: \(watched), \(told)")
    }

    /// The settings on the disk are faulty: those before stay in force, which is told where people look.
    public func refused(_ why: String) async {
        let now = time.now()
        heartbeat.reloaded(at: now, refusal: why)
        logger.error("the new configuration is refused, the old one stays: \(why)")
        do {
            try await store.write { try $0.keep(Notice(.configuration, at: now, text: why)) }
        } catch {
            logger.error("that the configuration was refused could not be noted: \(error)")
        }
    }

    /// Which hosts answered before, so that a network that is down is known as that from the first visits on.
    private func rememberNetwork() async throws {
        let since = time.now() - NetworkHealth.memory
        let answered = try await store.read { try $0.answeredURLs(since: since) }
        var hosts: [String: Instant] = [:]
        for (url, at) in answered {
            guard let host = WebURL(url)?.registrableHost else { continue }
            hosts[host] = max(hosts[host] ?? at, at)
        }
        await crawler.network.seed(hosts)
    }

    /// What staff taught holds from the first visit on; over another model it is learned anew.
    private func learn() async throws {
        let teaching = Teaching(current.value.scorer)
        if try await store.read({ try teaching.isStale(in: $0) }) {
            try await store.write { try teaching.makeAnew(in: $0) }
            logger.notice("learned anew from the decisions of the staff")
        }
        try await current.keepUp(with: store)
    }

    /// Takes up where the last run ended: its claims are void, what is overdue is spread.
    private func start() async throws {
        let (setup, now, node) = (current.value, time.now(), node)
        let sources = setup.sources
        let intervals = Dictionary(
            sources.map { ($0.id, $0.every.shortest) }, uniquingKeysWith: { first, _ in first })
        let held = try await store.write { session in
            try session.keepSources(sources, now: now)
            try session.forget(.configuration)
            try session.releaseClaims(of: node)
            try session.releaseAlerts()
            try session.takeBackFuture(now: now)
            let overdue = try session.overdueSources(now: now)
            let times = Schedule.spread(overdue: overdue.map { intervals[$0] ?? .zero }, from: now)
            for (source, time) in zip(overdue, times) { try session.postpone(source, to: time) }
            return try session.heldHosts(now: now)
        }
        await crawler.gate.take(held: held)
        try await learn()
        // The text of the settings is no longer needed, nor the code that read them.
        returnFreedMemory()
        letGoOfUnusedCode()
        logger.notice("watching \(counted(setup.sourceCount, "source"))", metadata: ["node": "\(node)"])
    }
}

extension Setup {
    var limits: PoliteLimits {
        PoliteLimits(atMost: configuration.fetch.perHostAtMost, delay: configuration.fetch.perHostDelay)
    }
}
