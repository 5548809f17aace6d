import Complaints
import Storage

/// Keeps the figures that `/metrics` tells: counts what came into the store, whoever wrote it, and asks it how much
/// there is of what.
///
/// Many scrapes at once cost one look, which is answered again for a second, and for longer where it took long (a
/// million alerts that wait are counted in one), but for no longer than five: what staff did is told within seconds.
actor MetricsBook {
    private let store: any Store
    private let time: any TimeSource
    private let current: CurrentSetup
    private let heartbeat: Heartbeat
    private let version: String
    private var tally: Tally?
    private var mentionsEver = 0
    private var last: (at: Instant, until: Instant, page: String)?
    private var running: Task<String, any Error>?

    private static let keptFor: Duration = .seconds(1)
    private static let keptAtMost: Duration = .seconds(5)
    private static let share = 20

    init(
        store: any Store, time: any TimeSource, current: CurrentSetup, heartbeat: Heartbeat, version: String
    ) {
        self.store = store
        self.time = time
        self.current = current
        self.heartbeat = heartbeat
        self.version = version
    }

    /// Counts what came since the last time, so that no scrape finds a day's work to count.
    func count() async throws {
        guard let marks = tally?.marks else {
            let marks = try await store.read { try $0.ledgerMarks() }
            if tally == nil { tally = Tally(from: marks) }
            return
        }
        let growth = try await store.read { try $0.ledgerGrowth(since: marks) }
        // Another look may have counted the same rows meanwhile.
        guard tally?.marks == marks else { return }
        let known = Set(current.value.endpoints.map(\.name))
        tally?.add(growth) { known.contains($0) ? $0 : Self.gone }
    }

    /// The whole page, in the text format of Prometheus.
    func page() async throws -> String {
        let now = time.now()
        if let last, now < last.until, now >= last.at { return last.page }
        if let running { return try await running.value }
        let task = Task { try await self.make(now) }
        running = task
        defer { running = nil }
        let page = try await task.value
        let took = time.now() - now
        last = (now, now + min(Self.keptAtMost, max(Self.keptFor, took * Self.share)), page)
        return page
    }

    /// Endpoints that the configuration does not name any more.
    private static let gone = "(removed)"

    private func make(_ now: Instant) async throws -> String {
        try await count()
        let figures = try await store.read { try $0.serviceFigures(now: now) }
        heartbeat.storeAnswered()
        mentionsEver = max(mentionsEver, figures.mentionsEver)
        var page = Exposition()
        page.begin(.build)
        page.add(.build, ["version": version], 1)
        page.one(.refused, heartbeat.reload?.refusal == nil ? 0 : 1)
        page.one(.ticks, Double(heartbeat.ticks))
        if let tally { writeVisits(tally, to: &page) }
        writeSources(figures, now, to: &page)
        if let tally { writeCases(tally, figures, to: &page) }
        if let tally { writeAlerts(tally, figures, now, to: &page) }
        if let measures = store.measures() { writeStore(measures, to: &page) }
        ProcessFigures.read()?.write(to: &page)
        return page.text
    }

    private func writeVisits(_ tally: Tally, to page: inout Exposition) {
        page.begin(.visits)
        for outcome in ["complete", "unchanged", "partial", "failed"] {
            page.add(.visits, ["outcome": outcome], Double(tally.visits[outcome] ?? 0))
        }
        page.begin(.visitTime)
        page.add(.visitTime, [:], tally.visitTime)
        page.one(.requests, Double(tally.requests))
        page.one(.bytes, Double(tally.bytes))
        page.one(.pages, Double(tally.pages))
        page.one(.records, Double(tally.records))
        page.one(.newMentions, Double(tally.newMentions))
        page.one(.changedMentions, Double(tally.changedMentions))
    }

    private func writeSources(_ figures: ServiceFigures, _ now: Instant, to page: inout Exposition) {
        page.begin(.sources)
        for health in Coverage.Health.allCases {
            page.add(.sources, ["health": health.rawValue], Double(figures.sources[health] ?? 0))
        }
        page.one(.paused, Double(figures.paused))
        page.one(.gaps, Double(figures.openGaps))
        page.one(.scheduleLag, seconds(since: figures.overdueSince, now))
    }

    private func writeCases(_ tally: Tally, _ figures: ServiceFigures, to page: inout Exposition) {
        page.one(.mentions, Double(mentionsEver))
        page.one(.inbox, Double(figures.inbox))
        page.begin(.decisions)
        // Told from the beginning: the first one is an increase, too.
        let decisions = tally.decisions.merging(["confirmed": 0, "dismissed": 0]) { count, _ in count }
        for (decision, count) in decisions.sorted(by: { $0.key < $1.key }) {
            page.add(.decisions, ["decision": decision], Double(count))
        }
        page.begin(.cases)
        for state in CaseState.allCases {
            page.add(.cases, ["state": state.rawValue], Double(figures.cases[state] ?? 0))
        }
        page.one(.opened, Double(figures.casesEver))
        page.one(.overdue, Double(figures.casesOverdue))
        page.begin(.acts)
        for what in TimelineEntry.What.allCases {
            page.add(.acts, ["what": what.rawValue], Double(tally.acts[what] ?? 0))
        }
        page.one(.incidents, Double(figures.openIncidents))
        page.one(.running, Double(figures.clocksRunning))
        page.one(.missed, Double(figures.clocksMissed))
        page.begin(.nearest)
        if let due = figures.nearest?.due { page.add(.nearest, [:], Double(due.milliseconds) / 1000) }
    }

    private func writeAlerts(
        _ tally: Tally, _ figures: ServiceFigures, _ now: Instant, to page: inout Exposition
    ) {
        let configured = current.value.endpoints.map(\.name)
        let isGone = Set(figures.outbox.map(\.endpoint)).union(tally.alerts.keys)
            .union(tally.deliveryTimes.keys).contains { !configured.contains($0) }
        let names = configured + (isGone ? [Self.gone] : [])
        func each(_ metric: Metric, _ value: (String) -> Double) {
            page.begin(metric)
            for name in names { page.add(metric, ["endpoint": name], value(name)) }
        }
        let boxes = Dictionary(grouping: figures.outbox) {
            configured.contains($0.endpoint) ? $0.endpoint : Self.gone
        }
        each(.posted) { Double(tally.alerts[$0] ?? 0) }
        each(.waiting) { Double(boxes[$0, default: []].reduce(0) { $0 + $1.waiting }) }
        each(.held) { Double(boxes[$0, default: []].reduce(0) { $0 + $1.held }) }
        each(.dead) { Double(boxes[$0, default: []].reduce(0) { $0 + $1.dead }) }
        each(.outboxLag) { seconds(since: boxes[$0, default: []].compactMap(\.oldestDue).min(), now) }
        each(.disabled) { boxes[$0, default: []].contains(where: \.isDisabled) ? 1 : 0 }
        page.begin(.deliveries)
        for name in names {
            for outcome in DeliveryGrowth.Outcome.allCases {
                let count = tally.deliveries[.init(endpoint: name, outcome: outcome)] ?? 0
                page.add(.deliveries, ["endpoint": name, "outcome": outcome.rawValue], Double(count))
            }
        }
        page.begin(.deliveryTime)
        for name in names {
            page.add(
                .deliveryTime, ["endpoint": name],
                tally.deliveryTimes[name] ?? TimeSpread(bounds: LedgerGrowth.deliveryBounds))
        }
    }

    private func writeStore(_ measures: StoreMeasures, to page: inout Exposition) {
        if let size = measures.size { page.one(.storeSize, Double(size)) }
        if let size = measures.logSize { page.one(.storeLog, Double(size)) }
        if let room = measures.room { page.one(.storeRoom, Double(room)) }
        page.begin(.storeWrites)
        page.add(.storeWrites, [:], measures.writes)
        page.one(.storeBusy, Double(measures.busy))
        page.one(.storeUnwritable, Double(measures.unwritable))
    }

    private func seconds(since past: Instant?, _ now: Instant) -> Double {
        past.map { max(0, Double((now - $0).inMilliseconds) / 1000) } ?? 0
    }
}
