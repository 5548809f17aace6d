import Complaints
import Settings
import Storage
import Synchronization

/// The configuration made ready for work: sources by name, a judge for each watchlist, the outbox.
public struct Setup: Sendable {
    public let configuration: Configuration
    public let outbox: Outbox
    public let endpoints: [Endpoint]
    private let plans: [SourceID: SourcePlan]

    /// A source with everything a visit to it needs.
    struct SourcePlan: Sendable {
        var source: Source
        var policy: Policy
        var judge: Judge
        /// Changes whenever what is read from the same bytes would change.
        var readAs: Int64
    }

    public init(_ configuration: Configuration, makeID: @escaping @Sendable () -> EventID) {
        self.configuration = configuration
        endpoints = configuration.endpoints
        let open = Set(endpoints.filter(\.isEnabled).map(\.name))
        // Nothing is laid out for an endpoint that is switched off: it would go out, stale, years later.
        let routes = configuration.routes.map { Route(types: $0.types, to: $0.to.filter(open.contains)) }
        outbox = Outbox(instance: configuration.instance, routes: routes, makeID: makeID)
        let scorer = Scorer()
        var plans: [SourceID: SourcePlan] = [:]
        for watchlist in configuration.watchlists {
            let judge = Judge(watchlist, scorer: scorer)
            let words = "\(watchlist.terms) \(watchlist.require) \(watchlist.exclude)"
            for source in watchlist.sources where source.isEnabled {
                let readAs =
                    "\(Self.readingVersion) \(String(describing: source.rule)) \(source.about) "
                    + "\(source.pages.next ?? "") \(String(describing: source.pages.template)) "
                    + "\(String(describing: source.follow?.links)) \(source.readsFeed) "
                    + "\(source.language ?? "") \(source.zone ?? "") \(words)"
                plans[source.id] = SourcePlan(
                    source: source, policy: configuration.policy(named: source.policy), judge: judge,
                    readAs: stableHash(readAs.utf8))
            }
        }
        self.plans = plans
    }

    /// To be raised when the reading or the judging of this program changes, so that known pages are read anew.
    static let readingVersion = 2

    var sources: [Source] { plans.values.map(\.source) }

    func plan(of source: SourceID) -> SourcePlan? { plans[source] }

    /// The policy for cases of a source that may not be watched any more.
    func policy(for source: SourceID) -> Policy {
        plans[source]?.policy ?? configuration.policy(named: "default")
    }

    func endpoint(_ name: String) -> Endpoint? { endpoints.first { $0.name == name } }
}

/// The setup in force: replaced as a whole by a reload, read anew by every turn of every loop.
public final class CurrentSetup: Sendable {
    private let setup: Mutex<Setup>
    /// Beats at every replacement.
    let changes = Pulse()

    public init(_ setup: Setup) { self.setup = Mutex(setup) }

    public var value: Setup { setup.withLock { $0 } }

    public func replace(with new: Setup) {
        setup.withLock { $0 = new }
        changes.beat()
    }
}
