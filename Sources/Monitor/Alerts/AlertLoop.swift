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
    /// 0 to 1.
    let chance: @Sendable () -> Double
    let logger: Logger
    /// Beats when this process laid something into the outbox.
    let pulse: Pulse

    func run() async throws {
        while !Task.isCancelled {
            let seen = current.changes.count
            let queues = EndpointQueue.all(
                current.value, store: store, client: client, time: time, chance: chance, logger: logger)
            await withDiscardingTaskGroup { group in
                for queue in queues { group.addTask { await queue.run(news: pulse) } }
                group.addTask { await tellOfStranded() }
                // A reload gives the queues up and starts with the new endpoints.
                await current.changes.wait(after: seen)
                group.cancelAll()
            }
        }
    }
}

extension AlertLoop {
    /// What was laid out for an endpoint that was taken out of the settings, or got another name, is not lost, and
    /// nobody would notice that it waits.
    private func tellOfStranded() async {
        let known = current.value.endpoints.map(\.name)
        do {
            for (name, count) in try await store.read({ try $0.strandedAlerts(known: known) }) {
                let moving = "`ombud alert resend --endpoint \(name) --to OTHER` sends them to another"
                logger.warning(
                    "\(count) alerts wait for an endpoint that ombud.yaml does not name: \(moving), `ombud alert drop` gives them up",
                    metadata: ["endpoint": "\(name)"])
            }
        } catch {
            if !Task.isCancelled { logger.error("the outbox cannot be used: \(error)") }
        }
    }
}

extension EndpointQueue {
    /// The queues of every endpoint that is switched on.
    static func all(
        _ setup: Setup, store: any Store, client: HTTPClient, time: any TimeSource,
        chance: @escaping @Sendable () -> Double, logger: Logger
    ) -> [EndpointQueue] {
        let endpoints = setup.endpoints.filter(\.isEnabled)
        var signers: [String: WebhookSigner] = [:]
        for endpoint in endpoints where !endpoint.keys.isEmpty {
            do {
                signers[endpoint.name] = try WebhookSigner(endpoint.keys)
            } catch {
                // The settings were checked before; without a signer nothing goes out.
                logger.error("the secret \(error)", metadata: ["endpoint": "\(endpoint.name)"])
            }
        }
        let courier = Courier(
            client: client, addresses: setup.configuration.fetch.addresses,
            userAgent: setup.configuration.userAgent, time: time, signers: signers)
        let names = endpoints.map(\.name)
        return endpoints.map { endpoint in
            EndpointQueue(
                endpoint: endpoint, names: names, store: store, outbox: setup.outbox, courier: courier,
                time: time, chance: chance,
                logger: logger)
        }
    }
}
