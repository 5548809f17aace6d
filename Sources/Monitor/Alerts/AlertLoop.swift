import Complaints
import Logging
import ServiceLifecycle
import Storage
import Transport

/// Sends what is in the outbox: a queue an endpoint, side by side.
struct AlertLoop: Service {
    let current: CurrentSetup
    let store: any Store
    let client: HTTPClient
    let time: any TimeSource
    let logger: Logger
    /// Beats when this process laid something into the outbox; others' alerts are seen within a second.
    let pulse: Pulse

    static let longestWait: Duration = .seconds(1)

    func run() async throws {
        while !Task.isCancelled {
            let seen = current.changes.count
            let queues = EndpointQueue.all(
                current.value, store: store, client: client, time: time, logger: logger)
            await withTaskGroup(of: Void.self) { group in
                for queue in queues { group.addTask { await run(queue) } }
                // A reload gives the queues up and starts with the new endpoints.
                group.addTask { await current.changes.wait(after: seen) }
                if queues.isEmpty {
                    await group.waitForAll()
                } else {
                    await waitForChange(after: seen)
                    group.cancelAll()
                }
            }
        }
    }

    private func waitForChange(after seen: Int) async { await current.changes.wait(after: seen) }

    private func run(_ queue: EndpointQueue) async {
        while !Task.isCancelled {
            let seen = pulse.count
            do {
                if try await queue.deliverDue() > 0 { continue }
            } catch is CancellationError {
                return
            } catch {
                logger.error("the outbox cannot be read: \(error)", metadata: ["endpoint": "\(queue.endpoint.name)"])
                try? await time.sleep(for: Self.longestWait)
            }
            let time = time
            await pulse.wait(after: seen) { try await time.sleep(for: Self.longestWait) }
        }
    }
}

extension EndpointQueue {
    /// The queues of every endpoint that is switched on.
    static func all(
        _ setup: Setup, store: any Store, client: HTTPClient, time: any TimeSource, logger: Logger
    ) -> [EndpointQueue] {
        let endpoints = setup.endpoints.filter(\.isEnabled)
        let courier = Courier(
            client: client, addresses: setup.configuration.fetch.addresses,
            userAgent: setup.configuration.userAgent, time: time)
        return endpoints.map { endpoint in
            EndpointQueue(
                endpoint: endpoint, others: endpoints.map(\.name).filter { $0 != endpoint.name }, store: store,
                outbox: setup.outbox, courier: courier, time: time, logger: logger)
        }
    }
}
