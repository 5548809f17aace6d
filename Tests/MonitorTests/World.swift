import Complaints
import Foundation
import Logging
import SQLiteStorage
import Settings
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Monitor

/// A daemon with a real store, a real site on loopback and a clock that the test turns.
struct World {
    let time: ManualTime
    let site: ScriptedSite
    let store: any Store
    let daemon: Daemon
    let setup: Setup

    /// Runs `work` in a world with one source, `acme`, at `/acme`, and takes it down after it.
    static func with(
        sources: (@Sendable (String) -> [Source])? = nil,
        policy: Policy = .answerIn(.elapsed(.seconds(8 * 3600))),
        terms: [Term] = [Term("Acme")], endpoints: [Endpoint]? = nil, fetch: FetchSettings = .quick,
        time: ManualTime = ManualTime(), store: (any Store)? = nil, evidence: String? = nil,
        chance: @escaping @Sendable () -> Double = { 0.5 },
        _ work: (World) async throws -> Void
    ) async throws {
        let site = try await ScriptedSite.start()
        let sources = sources?(site.url) ?? [.make("acme", url: site.url + "/acme")]
        // Alerts are laid out for it, and nobody delivers them unless a test does.
        let endpoints = endpoints ?? [Endpoint(name: "desk", url: site.url + "/nobody")]
        let setup = Self.setup(
            sources: sources, policy: policy, terms: terms, endpoints: endpoints, fetch: fetch,
            evidence: evidence, time: time)
        let store = CheckedStore(try store ?? SQLiteStore(inMemoryAt: time.now()))
        let world = World(
            time: time, site: site, store: store,
            daemon: daemon(setup, store: store, time: time, chance: chance), setup: setup)
        do {
            try await work(world)
        } catch {
            await world.end()
            throw error
        }
        await world.end()
    }

    private func end() async {
        try? await daemon.close()
        await site.stop()
        try? await store.close()
    }

    static func setup(
        sources: [Source], policy: Policy = .answerIn(.elapsed(.seconds(8 * 3600))),
        terms: [Term] = [Term("Acme")],
        endpoints: [Endpoint] = [], fetch: FetchSettings = .quick, evidence: String? = nil,
        time: any TimeSource = ManualTime()
    ) -> Setup {
        let counter = Mutex(0)
        let run = UUID().uuidString.prefix(8)
        let configuration = Configuration(
            folder: URL(fileURLWithPath: "/"), store: .sqlite(path: ":memory:"),
            instance: "https://acme.example/ombud", fetch: fetch,
            evidence: evidence.map { EvidenceSettings(folder: $0) }, endpoints: endpoints,
            routes: [Route(types: ["ombud.*"], to: endpoints.map(\.name))],
            policies: ["default": policy],
            watchlists: [Watchlist(subject: "Acme", terms: terms, sources: sources)])
        return Setup(
            configuration, model: ShippedModelFile.model, time: time,
            makeID: {
                EventID(
                    counter.withLock { count in
                        count += 1
                        return "evt_\(run)_\(count)"
                    })
            })
    }

    static func daemon(
        _ setup: Setup, store: any Store, time: any TimeSource, node: String = "test",
        chance: @escaping @Sendable () -> Double = { 0.5 }
    ) -> Daemon {
        var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        logger.logLevel = .critical
        return Daemon(
            setup: setup, store: store, time: time, node: node, notifier: Notifier(environment: [:]),
            logger: logger, chance: chance)
    }

    // MARK: What happens

    /// One pass over every source, a minute after the last.
    @discardableResult
    func visit(after wait: Duration = .seconds(60)) async throws -> [Visit] {
        time.advance(by: wait)
        let visits = Mutex<[Visit]>([])
        _ = try await daemon.poll(nil, onlyDue: false) { visit in visits.withLock { $0.append(visit) } }
        return visits.withLock { $0 }.sorted { $0.source < $1.source }
    }

    /// Lays a page of these reviews at `/acme` and visits it.
    @discardableResult
    func visit(_ reviews: ListPage.Review..., next: String? = nil) async throws -> Visit {
        site.put("/acme", ListPage(reviews, next: next))
        let visits = try await visit()
        return try #require(visits.first { $0.source == "acme" } ?? visits.first)
    }

    /// One visit to one source, a minute after the last.
    @discardableResult
    func look(_ name: SourceID = "acme", after wait: Duration = .seconds(60)) async throws -> Visit {
        try #require(try await visit(after: wait).first { $0.source == name })
    }

    /// One pass over what is due now, as the running daemon makes it; returns how many were visited.
    func visitDue() async throws -> Int { try await daemon.poll(nil, onlyDue: true) { _ in } }

    /// One pass of a daemon that was started anew over the same store, a minute after the last.
    @discardableResult
    func visitAfterRestart(_ setup: Setup? = nil) async throws -> [Visit] {
        time.advance(by: .seconds(60))
        let daemon = World.daemon(setup ?? self.setup, store: store, time: time)
        let visits = Mutex<[Visit]>([])
        _ = try await daemon.poll(nil, onlyDue: false) { visit in visits.withLock { $0.append(visit) } }
        try await daemon.close()
        return visits.withLock { $0 }.sorted { $0.source < $1.source }
    }

    func desk(_ who: String = "ola") -> Desk { Desk(store: store, setup: setup, time: time, who: who) }

    /// What the deadline loop does at one turn.
    func checkDeadlines() async throws {
        let loop = DeadlineLoop(
            current: daemon.current, store: store, time: time,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, pulse: Pulse())
        while try await loop.checkOnce() >= DeadlineLoop.batch {}
    }

    // MARK: What is to be seen

    /// Types of all events, without `ombud.`, in the order they happened.
    func events() async throws -> [String] {
        try await alerts().map { String($0.type.rawValue.dropFirst("ombud.".count)) }
    }

    func alerts() async throws -> [Alert] {
        try await store.read { try $0.alerts(endpoint: "desk") }.reversed()
    }

    /// The bodies of all events of a type, in order.
    func bodies(_ type: EventType) async throws -> [[String: Any]] {
        let texts = try await store.read { session in
            try session.query("SELECT body FROM event WHERE type = ? ORDER BY rowid", [type]) { $0.blob() }
        }
        return try texts.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
        }
    }

    /// The oldest first.
    func mentions() async throws -> [Mention] { try await store.read { try $0.mentions() }.reversed() }

    /// By number.
    func cases() async throws -> [Case] { try await store.read { try $0.cases() }.sorted { $0.id < $1.id } }

    func clock(_ name: String = "answer", of id: CaseID = CaseID(1)) async throws -> ClockReading? {
        try await store.read { try $0.clocks(of: id) }.first { $0.name == name }
    }

    func timeline(_ id: CaseID = CaseID(1)) async throws -> [String] {
        try await store.read { try $0.timeline(of: id) }.map(\.what.rawValue)
    }

    func status(_ name: SourceID = "acme") async throws -> SourceStatus {
        try #require(try await store.read { try $0.sourceStatuses(name) }.first)
    }

    /// From now to the next visit.
    func wait(_ name: SourceID = "acme") async throws -> Duration {
        try await status(name).nextVisit - time.now()
    }

    /// The latest first.
    func gaps(_ name: SourceID = "acme") async throws -> [Gap] {
        try await store.read { try $0.gaps(of: name) }
    }

    /// Site ids of the mentions that have vanished.
    func vanished() async throws -> [String] {
        try await mentions().filter { $0.presence == .vanished }.compactMap(\.siteID)
    }

    /// Events of a source's health alone.
    func news() async throws -> [String] { try await events().filter { $0.hasPrefix("source.") } }

    /// The present as a page would write it.
    var today: String { time.now().description }
}

extension Source {
    /// The same, but for what `change` does to it.
    func with(_ change: (inout Source) -> Void) -> Source {
        var source = self
        change(&source)
        return source
    }
}

extension FetchSettings {
    /// Loopback is open and nobody waits.
    static let quick = FetchSettings(
        addresses: AddressPolicy(allowsPrivate: true), timeout: .seconds(5), perHostAtMost: 4,
        perHostDelay: .zero)
}

extension Policy {
    static func answerIn(_ limit: TimeLimit, warnings: [ClockRule.Warning] = []) -> Policy {
        Policy(
            name: "default",
            clocks: [ClockRule(name: "answer", within: limit, from: .seen, until: .reply, warnings: warnings)]
        )
    }
}

extension ListPage.Review {
    /// Praise: never flagged.
    static func praise(_ id: String, text: String = "Wonderful shop, quick and friendly, thank you.") -> Self
    {
        ListPage.Review(id, author: "Happy \(id)", stars: 5, text: "\(text) \(id)")
    }
}
