/// What polling as configured comes to: how soon a complaint is seen, what each host is asked for, and
/// which promises cannot be kept.
///
/// An estimate from averages. Requests to a host are taken to come by chance, as those of many sources do;
/// the worst case is the one in which all its sources are due at once.
public struct PollPlan: Hashable, Sendable {
    /// In the order of the demands.
    public var sources: [SourceLine]
    /// The busiest first.
    public var hosts: [HostLine]
    /// Hosts first, then sources.
    public var warnings: [PlanWarning]

    public struct SourceLine: Hashable, Sendable {
        public var source: SourceID
        public var host: String
        /// From start to start, as the host's budget lets it be.
        public var interval: Duration
        /// From publication to being seen; nil where it is not seen at all.
        public var meanDelay: Duration?
        public var worstDelay: Duration?
        public var visitsADay: Double
        /// As asked for.
        public var requestsADay: Double
    }

    public struct HostLine: Hashable, Sendable {
        public var host: String
        /// Sources that ask for pages.
        public var sourceCount: Int
        /// As asked for, robots.txt once a day included.
        public var requestsADay: Double
        public var allowedADay: Double
        /// From the start of one request to the start of the next.
        public var gap: Duration
        /// The share of what is allowed that is asked for while hours are open; above 1 intervals grow by it.
        public var utilisation: Double
    }

    public init(_ demands: [PollDemand], limits: PoliteLimits) {
        var places: [String: Int] = [:]
        var loads: [HostLoad] = []
        var origins: Set<String> = []
        var placeOf: [Int] = []
        placeOf.reserveCapacity(demands.count)
        for demand in demands {
            let place = places[demand.host] ?? loads.count
            if place == loads.count {
                places[demand.host] = place
                loads.append(HostLoad(host: demand.host))
            }
            placeOf.append(place)
            guard demand.isPolled else { continue }
            loads[place].add(demand, isNewOrigin: origins.insert(demand.origin).inserted)
        }
        for place in loads.indices { loads[place].settle(limits) }
        var warnings: [PlanWarning] = []
        sources = []
        sources.reserveCapacity(demands.count)
        for (demand, place) in zip(demands, placeOf) {
            let line = Self.line(demand, on: loads[place])
            sources.append(line)
            if let warning = PlanWarning(demand, line) { warnings.append(warning) }
        }
        hosts = loads.map(\.line).sorted { ($1.utilisation, $0.host) < ($0.utilisation, $1.host) }
        self.warnings = hosts.compactMap(PlanWarning.init) + warnings
    }

    private static func line(_ demand: PollDemand, on load: HostLoad) -> SourceLine {
        let growth = max(1, load.utilisation)
        let interval = demand.expectedInterval * growth
        var line = SourceLine(
            source: demand.source, host: demand.host, interval: .from(seconds: interval), meanDelay: nil,
            worstDelay: nil, visitsADay: demand.visitsADay, requestsADay: demand.requestsADay)
        guard demand.standing == .polled, demand.isPolled else { return line }
        let own = max(
            demand.pageCount * demand.requestSeconds,
            (demand.pageCount - 1) * load.gapSeconds + demand.requestSeconds)
        let longest = max(interval, demand.interval(demand.every.longest) * growth)
        let queue = max(0, load.pagesAtOnce - demand.pageCount) * load.gapSeconds
        var (mean, worst) = (interval / 2, longest)
        if let window = demand.window {
            let stretch = demand.stretchSeconds
            mean = max(mean, window.meanWait.inSeconds + min(interval, stretch) / 2)
            // Written just after the last visit before closing, and seen at the end of the first interval
            // after the next opening.
            if window.longestClosed > .zero {
                worst = max(worst, window.longestClosed.inSeconds + 2 * min(longest, stretch))
            }
        }
        line.meanDelay = .from(seconds: mean + own + min(queue, load.meanQueue))
        line.worstDelay = .from(seconds: worst + own + queue)
        return line
    }
}

/// What is asked of one host, summed up.
private struct HostLoad {
    var host: String
    var sources = 0
    var requestsADay = 0.0
    /// Requests a second while the hours of each source are open.
    var rate = 0.0
    /// Requests when every source is due at once.
    var pagesAtOnce = 0.0
    var requestSeconds = 0.0
    var crawlDelay = 0.0
    var gapSeconds = 0.0
    var utilisation = 0.0

    init(host: String) { self.host = host }

    mutating func add(_ demand: PollDemand, isNewOrigin: Bool) {
        sources += 1
        requestsADay += demand.requestsADay + (isNewOrigin ? 1 : 0)
        rate += demand.requestsADay / demand.openSeconds + (isNewOrigin ? 1 / PollDemand.day : 0)
        pagesAtOnce += demand.pageCount
        requestSeconds += demand.requestSeconds
        crawlDelay = max(crawlDelay, demand.crawlDelay?.inSeconds ?? 0)
    }

    mutating func settle(_ limits: PoliteLimits) {
        let mean = sources > 0 ? requestSeconds / Double(sources) : 1
        gapSeconds = max(limits.delay.inSeconds, crawlDelay, mean / Double(limits.atMost))
        utilisation = rate * gapSeconds
    }

    /// The wait of an arrival by chance before a server that takes the same time for each (M/D/1).
    var meanQueue: Double {
        utilisation < 1 ? gapSeconds * utilisation / (2 * (1 - utilisation)) : pagesAtOnce * gapSeconds / 2
    }

    var line: PollPlan.HostLine {
        PollPlan.HostLine(
            host: host, sourceCount: sources, requestsADay: requestsADay,
            allowedADay: PollDemand.day / gapSeconds, gap: .from(seconds: gapSeconds),
            utilisation: utilisation)
    }
}

extension Duration {
    /// To the millisecond; what is longer than a thousand years is that.
    static func from(seconds: Double) -> Duration {
        seconds < 31_557_600_000 ? .milliseconds(Int64((seconds * 1000).rounded())) : .seconds(31_557_600_000)
    }
}
