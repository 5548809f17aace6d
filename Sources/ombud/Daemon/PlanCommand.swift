import ArgumentParser
import Complaints
import Monitor
import Settings
import Storage

struct PlanCommand: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Tells per source how soon a complaint is seen, per host what it is asked for.",
        discussion: """
            Reckons from the configuration and, where the daemon ran, from the last visits, the hosts' \
            robots.txt and what is paused or blind. All sources of a host share its budget, also those that \
            are not named. Warnings name the promises that cannot be kept; they change no exit code.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Argument(help: "Names of sources; all without.") var sources: [String] = []

    func perform() async throws {
        let wiring = try place.wiring()
        let configuration = wiring.configuration
        try configuration.requireSources(sources)
        let known = try await knowledge(wiring)
        let reckoned = PlanDemands(configuration, known: known, now: wiring.time.now())
        let limits = PoliteLimits(
            atMost: configuration.fetch.perHostAtMost, delay: configuration.fetch.perHostDelay)
        let sheet = PlanSheet(
            reckoned, PollPlan(reckoned.demands, limits: limits), moved: moved(configuration, known),
            only: Set(sources))
        if printing.json { return sheet.printJSON() }
        sheet.show()
        if known.statuses.isEmpty {
            print("\nEstimates from the configuration alone: the daemon has not visited anything yet.")
        }
    }

    /// A plan may be made where no daemon ever ran.
    private func knowledge(_ wiring: Wiring) async throws -> PlanKnowledge {
        let delay = wiring.configuration.fetch.perHostDelay
        do {
            let store = try wiring.openStore(.join)
            let known = try await store.read { try PlanKnowledge(in: $0, delay: delay) }
            try await store.close()
            return known
        } catch StoreError.unreachable {
            return PlanKnowledge()
        }
    }

    private func moved(_ configuration: Configuration, _ known: PlanKnowledge) -> [(SourceID, String)] {
        configuration.sources.compactMap { source in
            guard let url = known.statuses[source.id]?.movedTo, url != source.url else { return nil }
            return (source.id, "\(source.id): it moved for good to \(url); write that into its watchlist")
        }
    }
}

extension Configuration {
    /// - Throws: for a name that no watchlist has, or that is switched off.
    func requireSources(_ names: [String]) throws {
        guard !names.isEmpty else { return }
        let enabled = Set(sources.map(\.id.name))
        for name in names where !enabled.contains(name) {
            let all = allSources.map(\.id.name)
            if all.contains(name) {
                throw Failure(.failed, "the source \(name) is switched off in its watchlist (enabled: false)")
            }
            throw Desk.Refusal.noSource(SourceID(name), hint: didYouMean(name, among: all))
        }
    }
}

/// A plan as it is printed.
private struct PlanSheet {
    private struct SourceRow {
        var line: PollPlan.SourceLine
        var demand: PollDemand
        var reason: String
    }

    private struct Warning {
        var text: String
        var source: SourceID?
        var host: String?
    }

    private var sources: [SourceRow] = []
    private var hosts: [PollPlan.HostLine]
    private var warnings: [Warning]

    /// - Parameter only: names; empty for all.
    init(
        _ reckoned: PlanDemands, _ plan: PollPlan, moved: [(SourceID, String)], only: Set<String>
    ) {
        let crowded = Dictionary(
            plan.hosts.filter { $0.utilisation > 1.001 }.map { ($0.host, $0) },
            uniquingKeysWith: { first, _ in first })
        for (index, line) in plan.sources.enumerated() where only.isEmpty || only.contains(line.source.name) {
            var reason = reckoned.intervals[index].reason.description
            if crowded[line.host] != nil { reason += ", stretched by what its host may be asked for" }
            sources.append(SourceRow(line: line, demand: reckoned.demands[index], reason: reason))
        }
        let (names, places) = (Set(sources.map(\.line.source)), Set(sources.map(\.line.host)))
        hosts = plan.hosts.filter { places.contains($0.host) }
        warnings = plan.warnings.map { warning in
            var host: String?
            if case .hostOverloaded(let name, _, _, _, _) = warning { host = name }
            return Warning(text: warning.description, source: warning.source, host: host)
        }
        warnings += moved.map { Warning(text: $0.1, source: $0.0, host: nil) }
        warnings.removeAll { warning in
            !(warning.source.map(names.contains) ?? warning.host.map(places.contains) ?? true)
        }
    }

    func printJSON() {
        for row in sources { print(json(row).line) }
        for host in hosts {
            let line: JSON = [
                "kind": "host", "host": host.host, "sources": host.sourceCount,
                "requests_a_day": host.requestsADay.tenths, "allowed_a_day": host.allowedADay.tenths,
                "gap_seconds": host.gap.seconds, "utilisation": (host.utilisation * 10).tenths / 10,
            ]
            print(line.line)
        }
        for warning in warnings {
            let line: JSON = [
                "kind": "warning", "warning": warning.text, "source": warning.source, "host": warning.host,
            ]
            print(line.line)
        }
    }

    private func json(_ row: SourceRow) -> JSON {
        let (line, demand) = (row.line, row.demand)
        let windows: JSON? = demand.window.map {
            [
                "open_seconds_a_day": $0.openADay.seconds, "openings_a_day": $0.openingsADay.tenths,
                "longest_closed_seconds": $0.longestClosed.seconds,
            ]
        }
        return [
            "kind": "source", "source": line.source, "host": line.host, "every": demand.every.setting,
            "interval_seconds": line.interval.seconds, "reason": row.reason,
            "detection_delay_seconds": line.meanDelay?.seconds,
            "worst_delay_seconds": line.worstDelay?.seconds, "visits_a_day": line.visitsADay.tenths,
            "requests_a_day": line.requestsADay.tenths, "windows": windows,
            "standing": demand.standing.word,
        ]
    }

    func show() {
        var table = Table(
            "SOURCE", "HOST", "EVERY", "SEEN AFTER", "AT WORST", "VISITS A DAY", "REQUESTS A DAY", "STANDING",
            "INTERVAL")
        for row in sources {
            table.add(
                row.line.source.name, row.line.host, row.demand.every.setting,
                row.line.meanDelay?.roughText ?? "-", row.line.worstDelay?.roughText ?? "-",
                row.line.visitsADay.short, row.line.requestsADay.short, row.demand.standing.word,
                "\(row.line.interval.roughText): \(row.reason)")
        }
        Screen.print(table, whenEmpty: "No sources; write a watchlist first (docs/watchlists.md).")
        guard !hosts.isEmpty else { return }
        print("")
        var budget = Table("HOST", "SOURCES", "REQUESTS A DAY", "ALLOWED A DAY", "APART", "USED")
        for host in hosts {
            budget.add(
                host.host, String(host.sourceCount), host.requestsADay.short, host.allowedADay.short,
                host.gap.roughText, host.utilisation.percent)
        }
        Screen.print(budget, whenEmpty: "")
        if !warnings.isEmpty { print("") }
        for warning in warnings { Screen.say("warning: \(warning.text)") }
    }
}

extension PollDemand.Standing {
    fileprivate var word: String {
        switch self {
        case .polled: "polled"
        case .paused: "paused"
        case .blind: "blind"
        case .disallowed: "disallowed"
        }
    }
}

extension PollInterval {
    /// `15m`, `5m to 6h`.
    var setting: String {
        isAdaptive ? "\(shortest.setting) to \(longest.setting)" : shortest.setting
    }
}

extension Duration {
    var seconds: Double { Double(inMilliseconds) / 1000 }
}

extension Double {
    /// Sums of estimates need no more than one decimal.
    fileprivate var tenths: Double { (self * 10).rounded() / 10 }
    fileprivate var short: String {
        self < 10 ? JSON.number(tenths).line : JSON.number(rounded()).line
    }
}
