/// What one source asks of its host, as far as a plan needs to know.
public struct PollDemand: Hashable, Sendable {
    public var source: SourceID
    /// As `WebURL.registrableHost` names it: the budget is shared by it.
    public var host: String
    /// Scheme, host and port: each has a robots.txt of its own.
    public var origin: String
    public var every: PollInterval
    /// The interval of an adaptive source just now; nil counts its shortest.
    public var current: Duration?
    /// Requests a visit, on average.
    public var pages: Double
    /// What one request takes, on average.
    public var request: Duration
    /// Of the host's robots.txt, for us.
    public var crawlDelay: Duration?
    /// nil when it may be polled at any time.
    public var window: PollingWindow?
    public var policy: String
    /// The shortest clock of its policy, as elapsed time; nil when it has none.
    public var shortestClock: Duration?
    public var standing: Standing

    public enum Standing: Hashable, Sendable {
        case polled
        case paused
        /// Cannot be seen, and is still tried.
        case blind(since: Instant?)
        /// robots.txt keeps us out, by that line where it is known.
        case disallowed(line: Int?)
    }

    public init(
        source: SourceID, host: String, origin: String, every: PollInterval, current: Duration? = nil,
        pages: Double = 1, request: Duration = .seconds(1), crawlDelay: Duration? = nil,
        window: PollingWindow? = nil, policy: String = "default", shortestClock: Duration? = nil,
        standing: Standing = .polled
    ) {
        self.source = source
        self.host = host
        self.origin = origin
        self.every = every
        self.current = current
        self.pages = pages
        self.request = request
        self.crawlDelay = crawlDelay
        self.window = window
        self.policy = policy
        self.shortestClock = shortestClock
        self.standing = standing
    }
}

// MARK: - In numbers

extension PollDemand {
    static let day = 86_400.0

    /// Asks for pages at all.
    var isPolled: Bool {
        switch standing {
        case .polled, .blind: openSeconds > 0
        case .paused, .disallowed: false
        }
    }

    /// At least one page, and no number that cannot be.
    var pageCount: Double { pages.isFinite ? max(1, pages) : 1 }
    var requestSeconds: Double { max(0.001, request.inSeconds) }
    var openSeconds: Double { window.map { min(Self.day, max(0, $0.openADay.inSeconds)) } ?? Self.day }

    /// One stretch of open hours; without end where they never close.
    var stretchSeconds: Double {
        guard let window, window.openingsADay > 0 else { return .infinity }
        return openSeconds / window.openingsADay
    }

    /// A visit longer than its interval is followed by the next at once.
    func interval(_ every: Duration) -> Double { max(every.inSeconds, pageCount * requestSeconds) }

    var expectedInterval: Double { interval(current ?? every.shortest) }

    /// As asked for, whatever the host allows. A source that is rarer than its hours open is visited in the
    /// next ones.
    var visitsADay: Double {
        guard isPolled else { return 0 }
        let wanted = Self.day / expectedInterval
        return min(wanted, max(openSeconds / expectedInterval, window?.openingsADay ?? 0))
    }

    var requestsADay: Double { visitsADay * pageCount }
}
