import Complaints
import Storage

/// What people do with alerts and endpoints.
extension Desk {
    /// What became of an event that is sent again.
    public struct Resent: Sendable {
        /// How many endpoints it goes to.
        public var endpoints = 0
        /// Those among them that ombud.yaml does not name any more: it waits until it does.
        public var missing: [String] = []
        /// The digests that told of it before.
        public var bundles: [EventID] = []
    }

    /// Puts an event back into the outbox under the same id.
    public func resend(_ id: EventID, to endpoint: String?) async throws -> Resent {
        if let endpoint { try require(endpoint) }
        let (now, known) = (time.now(), Set(setup.endpoints.map(\.name)))
        return try await store.write { session in
            let alerts = try session.alerts(of: id).filter { endpoint == nil || $0.endpoint == endpoint }
            guard !alerts.isEmpty else { throw Refusal.noEvent(id.text) }
            try session.resend(alerts.map(\.number), now: now)
            session.acted(on: .alert(id))
            return Resent(
                endpoints: alerts.count, missing: alerts.map(\.endpoint).filter { !known.contains($0) },
                bundles: alerts.compactMap(\.bundle))
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

    /// - Returns: false where it was not disabled.
    @discardableResult
    public func enable(_ endpoint: String) async throws -> Bool {
        try require(endpoint)
        let now = time.now()
        return try await store.write { try $0.enableEndpoint(endpoint, now: now) }
    }

    /// Sends nothing to an endpoint until it is enabled; what is laid out for it waits. The other endpoints are
    /// told.
    /// - Returns: false where it was disabled before; that stays as it was.
    @discardableResult
    public func disable(_ endpoint: String, why: String?) async throws -> Bool {
        try require(endpoint)
        let (outbox, now, reason) = (setup.outbox, time.now(), "by \(who)" + (why.map { ": \($0)" } ?? ""))
        let others = setup.endpoints.filter { $0.isEnabled && $0.name != endpoint }.map(\.name)
        return try await store.write { session in
            session.acted(on: .endpoint(endpoint))
            guard try session.disableEndpoint(endpoint, reason: reason, now: now) else { return false }
            try outbox.postDisabled(endpoint, why: reason, at: now, to: others, in: session)
            return true
        }
    }

    /// Puts alerts back into the outbox under their ids, whatever became of them.
    /// - Parameter other: to this endpoint instead; those of events that it has are given up where they wait.
    /// - Returns: how many go out.
    @discardableResult
    public func resend(_ numbers: [Int64], to other: String? = nil) async throws -> Int {
        if let other { try require(other) }
        let now = time.now()
        return try await store.write { session in
            for endpoint in try session.endpoints(of: numbers) { session.acted(on: .endpoint(endpoint)) }
            if let other { return try session.resend(numbers, to: other, now: now) }
            try session.resend(numbers, now: now)
            return numbers.count
        }
    }

    /// Gives up what was not delivered.
    public func drop(_ numbers: [Int64]) async throws {
        try await store.write { session in
            for endpoint in try session.endpoints(of: numbers) { session.acted(on: .endpoint(endpoint)) }
            try session.drop(numbers)
        }
    }

    /// As `drop(_:)`, of one event; returns to how many endpoints it goes no more.
    public func drop(_ id: EventID, to endpoint: String?) async throws -> Int {
        try await store.write { session in
            let alerts = try session.alerts(of: id).filter { endpoint == nil || $0.endpoint == endpoint }
            guard !alerts.isEmpty else { throw Refusal.noEvent(id.text) }
            session.acted(on: .alert(id))
            let open = alerts.filter { [.pending, .held, .dead].contains($0.state) }
            try session.drop(open.map(\.number))
            return open.count
        }
    }

    private func require(_ endpoint: String) throws {
        guard setup.endpoint(endpoint) != nil else {
            throw Refusal.noEndpoint(endpoint, known: setup.endpoints.map(\.name))
        }
    }
}
