import Complaints
import Storage

/// `ombud alert test`: one real delivery, made by this process, with the answer for the person who asked.
public struct EndpointTest: Sendable {
    public let event: EventID
    public let isDelivered: Bool
    /// What the endpoint answered, or why it could not be asked.
    public let answer: String
}

extension Daemon {
    public func tryOnce(_ endpoint: String, desk: Desk) async throws -> EndpointTest {
        let event = try await desk.test(endpoint)
        let queue = EndpointQueue.all(
            current.value, store: store, client: deliveries, time: time, chance: chance, logger: logger
        ).first { $0.endpoint.name == endpoint }
        try await queue?.deliver(event)
        // A running daemon may have taken it first: its answer is in the store as well.
        for _ in 0..<100 {
            let (last, state) = try await store.read {
                (try $0.deliveries(of: event, to: endpoint).last, try $0.endpointState(endpoint))
            }
            if let last { return EndpointTest(event: event, isDelivered: last.isTaken, answer: last.text) }
            if let why = state?.obstacle(now: time.now()) {
                return EndpointTest(event: event, isDelivered: false, answer: why)
            }
            try await time.sleep(for: .milliseconds(200))
        }
        return EndpointTest(
            event: event, isDelivered: false, answer: "not sent yet; `ombud alert list` tells more")
    }
}

extension EndpointState {
    /// Why nothing is sent at all, and what ends that; nil when something is.
    func obstacle(now: Instant) -> String? {
        if isDisabled { return "disabled: \(reason ?? ""); `ombud alert enable \(name)` ends that" }
        if let refusal { return refusal }
        return hold(now: now).map { "it asked to be left alone until \($0)" }
    }
}
