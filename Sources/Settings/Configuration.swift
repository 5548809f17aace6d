/// What the checked files say: everything the daemon and the commands need, as values.
import Complaints
import Foundation

public struct Configuration: Sendable {
    /// The folder that holds `ombud.yaml`.
    public var folder: URL
    public var store: StoreLocation
    /// Where the daemon answers about itself; nil listens nowhere.
    public var listen: ListenAddress?
    public var log = LogSettings()
    /// Absolute URI of this installation, the `source` of its events.
    public var instance: String
    /// Sent word for word with every request.
    public var userAgent: String
    public var fetch: FetchSettings
    /// From which score on a mention is flagged, where its watchlist does not say otherwise.
    public var threshold = Scorer.threshold
    /// Where pages are kept as fetched; nil keeps none.
    public var evidence: EvidenceSettings?
    /// How long what is kept.
    public var retention = Retention()
    /// When many complaints at once are an incident, where a watchlist says nothing else.
    public var incidents = IncidentSettings.usual
    /// Who gets cases.
    public var team = Team.none
    public var endpoints: [Endpoint]
    public var routes: [Route]
    /// By name; `default` is always there.
    public var policies: [String: Policy]
    /// Replies to customers.
    public var templates: [ReplyTemplateName: ReplyTemplate] = [:]
    public var watchlists: [Watchlist]
    /// Where they are written.
    public var watchlistFolder: URL
    /// Sources with a secret of `fetch` that this user cannot read: only the daemon can ask for their pages.
    public var lackingSecrets: Set<SourceID> = []
    /// Not wrong, but worth a look; sorted.
    public var warnings: [Fault]

    /// Every source of every watchlist, enabled or not.
    public var allSources: [Source] { watchlists.flatMap(\.sources) }

    /// The sources that are polled.
    public var sources: [Source] { allSources.filter(\.isEnabled) }

    /// The policy of that name, else the default one.
    public func policy(named name: String) -> Policy { policies[name] ?? policies["default"] ?? .standard }

    public static let defaultUserAgent = "Ombud/1.0 (+https://example.org/contact)"

    /// A source whose own `fetch` says nothing gets that of `fetch.options`.
    public init(
        folder: URL, store: StoreLocation = .standard, listen: ListenAddress? = nil, instance: String,
        userAgent: String = Configuration.defaultUserAgent, fetch: FetchSettings = FetchSettings(),
        evidence: EvidenceSettings? = nil, endpoints: [Endpoint] = [], routes: [Route] = [],
        policies: [String: Policy] = ["default": .standard],
        watchlists: [Watchlist] = [], warnings: [Fault] = []
    ) {
        self.folder = folder
        self.store = store
        self.listen = listen
        self.instance = instance
        self.userAgent = userAgent
        self.fetch = fetch
        self.endpoints = endpoints
        self.routes = routes
        self.policies = policies
        self.watchlists = watchlists.map { watchlist in
            var watchlist = watchlist
            for index in watchlist.sources.indices where watchlist.sources[index].fetch == FetchOptions() {
                watchlist.sources[index].fetch = fetch.options
            }
            return watchlist
        }
        watchlistFolder = folder.appending(path: "watchlists")
        self.evidence = evidence
        self.warnings = warnings
    }
}

/// Where the store is.
public enum StoreLocation: Hashable, Sendable, CustomStringConvertible {
    /// Path of the database file, absolute when it came from `ombud.yaml`; `:memory:` keeps nothing.
    case sqlite(path: String)
    /// A libpq connection URL; it may hold a password.
    case postgres(url: String)

    public static let standard = StoreLocation.sqlite(path: "/var/lib/ombud/ombud.db")

    /// Fit for logs: a PostgreSQL password is left out.
    public var description: String {
        switch self {
        case .sqlite(let path): return "sqlite:\(path)"
        case .postgres(let url):
            guard let at = url.lastIndex(of: "@"), let scheme = url.range(of: "://") else { return url }
            let user = url[scheme.upperBound..<at].prefix { $0 != ":" }
            return "\(url[..<scheme.upperBound])\(user)\(url[at...])"
        }
    }
}

/// How pages are fetched: what holds for all sources together, and what each source starts from.
public struct FetchSettings: Hashable, Sendable {
    /// Which private addresses may be contacted; never link-local or metadata addresses.
    public var addresses: AddressPolicy
    /// Of a source that says nothing else; those of the configuration's sources are complete without it.
    public var options: FetchOptions
    /// Requests to one host at a time.
    public var perHostAtMost: Int
    /// From the start of one request to the start of the next on the same host.
    public var perHostDelay: Duration

    public init(
        addresses: AddressPolicy = .publicOnly, options: FetchOptions = FetchOptions(),
        perHostAtMost: Int = 2, perHostDelay: Duration = .seconds(1)
    ) {
        self.addresses = addresses
        self.options = options
        self.perHostAtMost = perHostAtMost
        self.perHostDelay = perHostDelay
    }

    /// With the usual options but for the time of one whole request and the size of a page.
    public init(
        addresses: AddressPolicy = .publicOnly, timeout: Duration, maxBytes: Int = FetchLimits().pageBytes,
        perHostAtMost: Int = 2, perHostDelay: Duration = .seconds(1)
    ) {
        let limits = FetchLimits(total: timeout, pageBytes: maxBytes)
        self.init(
            addresses: addresses, options: FetchOptions(limits: limits), perHostAtMost: perHostAtMost,
            perHostDelay: perHostDelay)
    }
}

/// Where pages are archived as they were fetched.
public struct EvidenceSettings: Hashable, Sendable {
    /// Path of the folder, absolute when it came from `ombud.yaml`.
    public var folder: String
    /// Of one file; then the next is begun.
    public var mostBytes: Int

    public static let usualBytes = 1_000_000_000

    public init(folder: String, mostBytes: Int = EvidenceSettings.usualBytes) {
        self.folder = folder
        self.mostBytes = mostBytes
    }

    /// The folder `evidence` beside the store; nil for a store that keeps nothing.
    public static func beside(_ store: StoreLocation) -> EvidenceSettings? {
        switch store {
        case .sqlite(":memory:"): nil
        case .sqlite(let path):
            EvidenceSettings(
                folder: URL(fileURLWithPath: path).deletingLastPathComponent().appending(path: "evidence")
                    .path)
        case .postgres: EvidenceSettings(folder: "/var/lib/ombud/evidence")
        }
    }
}

extension Policy {
    /// Holds where no file names a policy `default`: an answer within 48 hours, round the clock.
    public static let standard = Policy(
        name: "default",
        clocks: [
            ClockRule(
                name: "answer", within: .elapsed(.seconds(48 * 3600)), until: .reply,
                warnings: [.share(0.5), .before(.elapsed(.seconds(4 * 3600)))])
        ],
        ladder: [
            Rung(
                who: "head of customer service", clock: "answer", when: .after(.elapsed(.seconds(4 * 3600))),
                what: "answer today, or say when",
                told: [
                    "en": "the head of customer service", "pl": "kierownika obsługi klienta",
                    "ru": "руководителю отдела по работе с клиентами",
                    "de": "die Leitung des Kundendienstes",
                ])
        ])
}
