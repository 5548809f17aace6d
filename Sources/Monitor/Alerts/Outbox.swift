import Complaints
import Storage

/// Turns what happened into events and lays them into the outbox, inside the transaction that caused them.
public struct Outbox: Sendable {
    /// Absolute URI of this installation, the `source` of every event.
    let instance: String
    let routes: [Route]
    let policies: PolicyNames
    let makeID: @Sendable () -> EventID
    /// What holds alerts back.
    let gate: QuietGate

    public init(
        instance: String, routes: [Route], policies: PolicyNames = PolicyNames(), endpoints: [Endpoint] = [],
        time: any TimeSource = SystemTime(),
        makeID: @escaping @Sendable () -> EventID
    ) {
        self.instance = instance
        self.routes = routes
        self.policies = policies
        self.makeID = makeID
        gate = QuietGate(endpoints, time: time)
    }

    /// - Parameters:
    ///   - id: where another event names this one as its cause before it is posted.
    ///   - cause: the event of which this one is the direct consequence, in the same transaction.
    ///   - expires: after it the event says nothing any more.
    @discardableResult
    func post(
        _ type: EventType, id: EventID? = nil, about subject: EventSubject, at time: Instant, data: EventData,
        cause: EventID? = nil, expires: Instant? = nil, to endpoints: [String]? = nil, in session: any Session
    ) throws -> EventID {
        let data = try complete(data, in: session)
        let id = id ?? makeID()
        let endpoints = endpoints ?? Routing.endpoints(for: EventFacts(type, data), by: routes)
        let body = CloudEvent.body(
            id: id, type: type, subject: subject, time: time, instance: instance, data: data, cause: cause,
            expires: expires)
        try session.addEvent(
            Event(id: id, type: type, subject: subject, time: time, body: body), to: endpoints)
        try gate.pass(id, QuietFacts(type, about: subject, data: data), to: endpoints, in: session)
        return id
    }

    /// One endpoint is switched off: the others are told, whatever their routes say.
    func postDisabled(
        _ endpoint: String, why: String, at time: Instant, cause: EventID? = nil, to others: [String],
        in session: any Session
    ) throws {
        var data = EventData()
        data.endpoint = endpoint
        data.why = why
        try post(
            .endpointDisabled, about: .endpoint(endpoint), at: time, data: data, cause: cause, to: others,
            in: session)
    }

    /// With what routes ask for and whoever tells the event need not know: under which policy it is handled,
    /// and how often the complaint was found.
    private func complete(_ data: EventData, in session: any Session) throws -> EventData {
        var data = data
        if data.policy == nil {
            let source = data.source?.name ?? data.mention?.source
            let subject = data.mention?.subject ?? data.source?.subject ?? data.incident?.subject
            data.policy = policies.name(source: source, subject: subject)
        }
        if data.reach == nil {
            if let incident = data.incident {
                data.reach = incident.total
            } else if let mention = data.mention {
                data.reach = try session.mentionCount(in: ClusterID(mention.cluster))
            }
        }
        return data
    }
}

/// Under which policy the cases of a source are handled: that of its watchlist, but for a few sources.
public struct PolicyNames: Sendable {
    private var bySubject: [String: String] = [:]
    private var bySource: [String: String] = [:]

    public init() {}

    init(_ watchlists: [Watchlist]) {
        for watchlist in watchlists {
            let usual = bySubject[watchlist.subject] ?? watchlist.sources.first?.policy
            bySubject[watchlist.subject] = usual
            for source in watchlist.sources where source.policy != usual {
                bySource[source.id.name] = source.policy
            }
        }
    }

    func name(source: String?, subject: String?) -> String? {
        source.flatMap { bySource[$0] } ?? subject.flatMap { bySubject[$0] }
    }
}
