import Complaints
import Monitor
import Settings
import Storage

/// What the store knows that a plan is reckoned with; empty before the daemon ran.
struct PlanKnowledge: Sendable {
    var statuses: [SourceID: SourceStatus] = [:]
    var usual: [SourceID: UsualVisit] = [:]
    var robots: [String: HostState] = [:]
    var dues: [SourceID: Instant] = [:]

    init() {}

    init(in session: any Session, delay: Duration) throws {
        statuses = Dictionary(
            try session.sourceStatuses().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        usual = try session.usualVisits(delay: delay)
        robots = Dictionary(
            try session.knownRobots().map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        dues = try session.nearestDues()
    }
}

/// What each source asks of its host: from the configuration, and from what is known of it.
struct PlanDemands {
    private(set) var demands: [PollDemand] = []
    private(set) var intervals: [Pace.Interval] = []

    private let configuration: Configuration
    private let known: PlanKnowledge
    private let now: Instant
    // Few of each, and thousands of sources.
    private var robots: [String: Robots] = [:]
    private var windows: [String: PollingWindow?] = [:]
    private var clocks: [String: Duration?] = [:]

    init(_ configuration: Configuration, known: PlanKnowledge, now: Instant) {
        self.configuration = configuration
        self.known = known
        self.now = now
        for source in configuration.sources { add(source) }
    }

    private mutating func add(_ source: Source) {
        let status = known.statuses[source.id]
        let interval = (status?.pace ?? Pace())
            .interval(within: source.every, nearestDue: known.dues[source.id].map { $0 - now })
        let address = status?.movedTo ?? source.url
        guard let url = WebURL(address) else { return }
        let rules = rules(of: url.origin)
        let usual = known.usual[source.id]
        var demand = PollDemand(
            source: source.id, host: url.registrableHost, origin: url.origin, every: source.every,
            current: source.every.isAdaptive ? interval.length : nil, pages: usual?.requests ?? 1,
            request: usual?.request ?? .seconds(1),
            crawlDelay: rules?.crawlDelay(agent: configuration.userAgent).map {
                .milliseconds(Int64(min($0, 1e9) * 1000))
            },
            window: window(of: source.during), policy: source.policy, shortestClock: clock(of: source.policy))
        demand.standing = standing(of: source, at: url, status, rules)
        demands.append(demand)
        intervals.append(interval)
    }

    private func standing(
        of source: Source, at url: WebURL, _ status: SourceStatus?, _ rules: Robots?
    ) -> PollDemand.Standing {
        if status?.pause != nil { return .paused }
        if case .obeyed = source.robots, let rules {
            let verdict = rules.verdict(agent: configuration.userAgent, url: url.href)
            if !verdict.allowed { return .disallowed(line: verdict.line) }
        }
        switch status?.coverage.health {
        case .blind, .changed: return .blind(since: status?.coverage.troubleSince)
        default: return .polled
        }
    }

    private mutating func rules(of origin: String) -> Robots? {
        if let read = robots[origin] { return read }
        guard let host = known.robots[origin], let status = host.robotsStatus, let body = host.robots,
            (200..<300).contains(status)
        else { return nil }
        let read = Robots(body)
        robots[origin] = read
        return read
    }

    private mutating func window(of calendar: WorkingCalendar?) -> PollingWindow? {
        guard let calendar else { return nil }
        if let window = windows[calendar.name] { return window }
        let window = PollingHours(calendar).window(from: now)
        windows[calendar.name] = .some(window)
        return window
    }

    private mutating func clock(of policy: String) -> Duration? {
        if let clock = clocks[policy] { return clock }
        let clock = configuration.policy(named: policy).shortestClock
        clocks[policy] = .some(clock)
        return clock
    }
}
