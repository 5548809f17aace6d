import Complaints
import Storage

/// What people do with alerts and endpoints.
extension Desk {
    /// Puts an event back into the outbox under the same id; returns how many endpoints it goes to.
    public func resend(_ id: EventID, to endpoint: String?) async throws -> Int {
        if let endpoint { try require(endpoint) }
        let now = time.now()
        return try await store.write { session in
            let count = try session.resend(id, endpoint: endpoint, now: now)
            guard count > 0 else { throw Refusal.noEvent(id.text) }
            return count
        }
    }

    /// Sends `ombud.test` to one endpoint; returns the event's id.
    public func test(_ endpoint: String) async throws -> EventID {
        try require(endpoint)
        let (outbox, now, who) = (setup.outbox, time.now(), who)
        return try await store.write { session in
            var data = EventData()
            data.by = who
            data.endpoint = endpoint
            return try outbox.post(
                .test, about: .endpoint(endpoint), at: now, data: data, to: [endpoint], in: session)
        }
    }

    public func enable(_ endpoint: String) async throws {
        try require(endpoint)
        let now = time.now()
        try await store.write { session in
            guard try session.enableEndpoint(endpoint, now: now) else {
                throw Refusal.already("the endpoint \(endpoint) is not disabled: nothing to do")
            }
        }
    }

    /// Sends nothing to an endpoint until it is enabled; what is laid out for it waits.
    public func disable(_ endpoint: String, why: String?) async throws {
        try require(endpoint)
        let (now, reason) = (time.now(), "by \(who)" + (why.map { ": \($0)" } ?? ""))
        try await store.write { session in
            session.acted(on: .endpoint(endpoint))
            guard try session.disableEndpoint(endpoint, reason: reason, now: now) else {
                throw Refusal.already("the endpoint \(endpoint) is disabled already: nothing to do")
            }
        }
    }

    /// Puts alerts back into the outbox under their ids, whatever became of them.
    public func resend(_ numbers: [Int64]) async throws {
        let now = time.now()
        try await store.write { try $0.resend(numbers, now: now) }
    }

    private func require(_ endpoint: String) throws {
        guard setup.endpoint(endpoint) != nil else {
            throw Refusal.noEndpoint(endpoint, known: setup.endpoints.map(\.name))
        }
    }
}
