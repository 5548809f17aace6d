import Complaints
import Storage

/// Turns what happened into events and lays them into the outbox, inside the transaction that caused them.
public struct Outbox: Sendable {
    /// Absolute URI of this installation, the `source` of every event.
    let instance: String
    let routes: [Route]
    let makeID: @Sendable () -> EventID

    public init(instance: String, routes: [Route], makeID: @escaping @Sendable () -> EventID) {
        self.instance = instance
        self.routes = routes
        self.makeID = makeID
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
        let id = id ?? makeID()
        let body = CloudEvent.body(
            id: id, type: type, subject: subject, time: time, instance: instance, data: data, cause: cause,
            expires: expires)
        try session.addEvent(
            Event(id: id, type: type, subject: subject, time: time, body: body),
            to: endpoints ?? self.endpoints(for: type))
        return id
    }

    /// Each endpoint once, in the order of the routes.
    func endpoints(for type: EventType) -> [String] {
        var names: [String] = []
        for route in routes where route.takes(type: type.rawValue) {
            for name in route.to where !names.contains(name) { names.append(name) }
        }
        return names
    }
}
