import Complaints
import Settings
import Storage
import Synchronization

/// The configuration made ready for work: sources by name, a judge for each watchlist, the outbox.
public struct Setup: Sendable {
    public let configuration: Configuration
    public let outbox: Outbox
    public let endpoints: [Endpoint]
    /// As shipped; what was learned here is in `learned`.
    let scorer: Scorer
    /// What the store's staff taught the score, as far as this process has noticed.
    var learned = StoredLayer.none
    /// Where each source stands in the configuration: the plan of a visit is put together for the visit,
    /// since thousands of sources share all of it but a few words.
    private let places: [SourceID: Place]
    private let judges: [Judge]

    private struct Place: Sendable {
        var watchlist: Int32
        var source: Int32
        var readAs: Int64
    }

    /// A source with everything a visit to it needs.
    struct SourcePlan: Sendable {
        var source: Source
        var policy: Policy
        var judge: Judge
        /// Changes whenever what is read from the same bytes would change.
        var readAs: Int64
    }

    /// Without a model for what only looks: `Scorer` says what it then weighs.
    public init(
        _ configuration: Configuration, model: ComplaintModel?, time: any TimeSource = SystemTime(),
        makeID: @escaping @Sendable () -> EventID
    ) {
        self.configuration = configuration
        endpoints = configuration.endpoints
        let open = Set(endpoints.filter(\.isEnabled).map(\.name))
        // Nothing is laid out for an endpoint that is switched off: it would go out, stale, years later.
        let routes = configuration.routes.map { route in
            var route = route
            route.to = route.to.filter(open.contains)
            return route
        }
        outbox = Outbox(
            instance: configuration.instance, routes: routes,
            policies: PolicyNames(configuration.watchlists), endpoints: endpoints, time: time, makeID: makeID)
        let scorer = Scorer(model, threshold: configuration.threshold)
        self.scorer = scorer
        // Where every record is about the subject, no term is ever looked for.
        let terms = TermIndex(
            configuration.watchlists.map { watchlist in
                watchlist.sources.contains { $0.about == .anyone }
                    ? watchlist : Watchlist(subject: watchlist.subject, terms: [])
            })
        judges = configuration.watchlists.enumerated().map {
            Judge($1, in: terms, at: $0, scorer: scorer)
        }
        var places: [SourceID: Place] = [:]
        places.reserveCapacity(configuration.watchlists.reduce(0) { $0 + $1.sources.count })
        for (number, watchlist) in configuration.watchlists.enumerated() {
            let words = "\(watchlist.terms) \(watchlist.require) \(watchlist.exclude)"
            var before: (source: Source, readAs: Int64)?
            for (index, source) in watchlist.sources.enumerated() where source.isEnabled {
                // Neighbours are mostly read alike.
                let readAs =
                    before.flatMap { $0.source.isReadAlike(source) ? $0.readAs : nil }
                    ?? stableHash("\(Self.readingVersion) \(source.reading) \(words)".utf8)
                before = (source, readAs)
                places[source.id] = Place(
                    watchlist: Int32(number), source: Int32(index), readAs: readAs)
            }
        }
        self.places = places
    }

    /// To be raised when the reading or the judging of this program changes, so that known pages are read anew.
    static let readingVersion = 3

    var sources: [Source] { places.values.map { source(at: $0) } }

    var sourceCount: Int { places.count }

    func plan(of id: SourceID) -> SourcePlan? {
        guard let place = places[id] else { return nil }
        let source = source(at: place)
        return SourcePlan(
            source: source, policy: configuration.policy(named: source.policy),
            judge: judges[Int(place.watchlist)].taught(learned.layer ?? .empty), readAs: place.readAs)
    }

    private func source(at place: Place) -> Source {
        configuration.watchlists[Int(place.watchlist)].sources[Int(place.source)]
    }

    /// The policy for cases of a source that may not be watched any more.
    func policy(for source: SourceID) -> Policy {
        configuration.policy(named: places[source].map { self.source(at: $0).policy } ?? "default")
    }

    /// Of the first watchlist of the subject that says something of its own.
    func incidents(of subject: String) -> IncidentSettings {
        configuration.watchlists.lazy.filter { $0.subject == subject }.compactMap(\.incidents).first
            ?? configuration.incidents
    }

    func endpoint(_ name: String) -> Endpoint? { endpoints.first { $0.name == name } }
}

extension Source {
    /// All of it that decides what is read from a page.
    fileprivate var reading: String {
        "\(String(describing: rule)) \(about) \(pages.next ?? "") \(String(describing: pages.template)) "
            + "\(String(describing: follow?.links)) \(readsFeed) \(language ?? "") \(zone ?? "")"
    }

    fileprivate func isReadAlike(_ other: Source) -> Bool {
        about == other.about && readsFeed == other.readsFeed && rule == other.rule
            && pages.next == other.pages.next && pages.template == other.pages.template
            && follow?.links == other.follow?.links && language == other.language && zone == other.zone
    }
}

/// The setup in force: replaced as a whole by a reload, read anew by every turn of every loop.
public final class CurrentSetup: Sendable {
    private let setup: Mutex<Setup>
    /// Beats at every replacement.
    let changes = Pulse()

    public init(_ setup: Setup) { self.setup = Mutex(setup) }

    public var value: Setup { setup.withLock { $0 } }

    /// What was learned is not part of the configuration, and stays.
    public func replace(with new: Setup) {
        setup.withLock { setup in
            let learned = setup.learned
            setup = new
            setup.learned = learned
        }
        changes.beat()
    }

    /// Takes over what the staff taught since the last look, in this process or another.
    func keepUp(with store: any Store) async throws {
        let known = setup.withLock { $0.learned.version }
        let read = try await store.read { session in
            try session.layerVersion() == known ? nil : try session.layer()
        }
        if let read { setup.withLock { $0.learned = read } }
    }
}
