/// A consumer of webhooks on loopback: keeps every request it gets and answers 200, or what it is told to.
/// It verifies nothing: whoever holds the secret does that on `Delivery.body`, byte for byte.
public actor WebhookReceiver {
    /// One POST as it arrived.
    public struct Delivery: Sendable {
        /// Counted from 1 in the order of arrival.
        public var number: Int
        /// Names in lower case.
        public var headers: [(name: String, value: String)]
        public var body: [UInt8]
        /// The status of the answer, even where a fault kept it from arriving whole.
        public var answered: Int

        public func header(_ name: String) -> String? {
            let wanted = name.lowercased()
            return headers.first { $0.name == wanted }?.value
        }

        /// `webhook-id`: the same on every retry of one event.
        public var id: String? { header("webhook-id") }
        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    public private(set) var deliveries: [Delivery] = []
    private var server: LoopbackServer?
    private var nextFaults: [LoopbackFault] = []
    private var lastingFault: LoopbackFault?
    private var listeners: [Int: AsyncStream<Delivery>.Continuation] = [:]
    private var listenerCount = 0

    public init() {}

    /// Opens the port and returns it; port 0 takes a free one.
    @discardableResult
    public func start(port: Int = 0) async throws -> Int {
        let server = try await LoopbackServer.start(port: port) { [weak self] request in
            await self?.receive(request) ?? LoopbackAnswer(status: 503)
        }
        self.server = server
        return server.port
    }

    public func stop() async {
        await server?.stop()
        server = nil
        for listener in listeners.values { listener.finish() }
        listeners = [:]
    }

    /// Where alerts are to be sent; nil before `start`.
    public var url: String? { server.map { $0.url + "/alerts" } }

    /// Answers the next deliveries with these faults, one each; after them as before.
    public func failNext(_ faults: LoopbackFault...) { nextFaults += faults }

    /// Answers every delivery with this fault until told otherwise; nil answers 200 again.
    public func fail(_ fault: LoopbackFault?) { lastingFault = fault }

    /// Every delivery, those already received first.
    public func stream() -> AsyncStream<Delivery> {
        let (stream, continuation) = AsyncStream.makeStream(of: Delivery.self)
        for delivery in deliveries { continuation.yield(delivery) }
        listenerCount += 1
        let number = listenerCount
        listeners[number] = continuation
        continuation.onTermination = { [weak self] _ in
            Task { await self?.forget(listener: number) }
        }
        return stream
    }

    /// Waits until what was received satisfies the condition; false when `limit` passes first.
    public func wait(
        atMost limit: Duration, until isSatisfied: @escaping @Sendable ([Delivery]) -> Bool
    ) async -> Bool {
        let stream = stream()
        return await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                var seen: [Delivery] = []
                if isSatisfied(seen) { return true }
                for await delivery in stream {
                    seen.append(delivery)
                    if isSatisfied(seen) { return true }
                }
                return false
            }
            group.addTask {
                do { try await Task.sleep(for: limit) } catch { return false }
                return false
            }
            let first = await group.next() ?? false
            group.cancelAll()
            return first
        }
    }

    private func receive(_ request: LoopbackRequest) -> LoopbackAnswer {
        guard request.method == "POST" else {
            return LoopbackAnswer(status: 405, headers: [("allow", "POST")])
        }
        let fault = nextFaults.isEmpty ? lastingFault : nextFaults.removeFirst()
        let good = LoopbackAnswer.text("received\n")
        let answer = fault?.spoil(good) ?? good
        let delivery = Delivery(
            number: deliveries.count + 1, headers: request.headers, body: request.body,
            answered: answer.status)
        deliveries.append(delivery)
        for listener in listeners.values { listener.yield(delivery) }
        return answer
    }

    private func forget(listener number: Int) { listeners[number] = nil }
}
