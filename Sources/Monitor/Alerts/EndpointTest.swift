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
        let queue = EndpointQueue.all(current.value, store: store, client: client, time: time, logger: logger)
            .first { $0.endpoint.name == endpoint }
        try await queue?.deliver(event)
        // A running daemon may have taken it first: its answer is in the store as well.
        for _ in 0..<100 {
            let last = try await store.read { try $0.lastDelivery(of: event, to: endpoint) }
            if let last {
                return EndpointTest(event: event, isDelivered: last.isDelivered, answer: last.text)
            }
            let state = try await store.read { try $0.endpointState(endpoint) }
            if let state, state.disabledAt != nil {
                return EndpointTest(
                    event: event, isDelivered: false,
                    answer: "disabled: \(state.reason ?? ""); `ombud alert enable \(endpoint)` ends that")
            }
            if let until = state?.heldUntil, until > time.now() {
                return EndpointTest(
                    event: event, isDelivered: false, answer: "it asked to be left alone until \(until)")
            }
            try await time.sleep(for: .milliseconds(200))
        }
        return EndpointTest(
            event: event, isDelivered: false, answer: "not sent yet; `ombud alert list` tells more")
    }
}
