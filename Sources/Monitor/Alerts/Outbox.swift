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

    @discardableResult
    func post(
        _ type: EventType, about subject: EventSubject, at time: Instant, data: EventData,
        in session: any Session
    ) throws -> EventID {
        try post(
            type, about: subject, at: time, data: data, to: endpoints(for: type), in: session)
    }

    @discardableResult
    func post(
        _ type: EventType, about subject: EventSubject, at time: Instant, data: EventData,
        to endpoints: [String],
        in session: any Session
    ) throws -> EventID {
        let id = makeID()
        let body = CloudEvent.body(
            id: id, type: type, subject: subject, time: time, instance: instance, data: data)
        try session.addEvent(
            Event(id: id, type: type, subject: subject, time: time, body: body), to: endpoints)
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
