import Hummingbird
import ServiceLifecycle
import Synchronization

/// An HTTP server on 127.0.0.1 with one function behind it: what the demo site, the webhook receiver
/// and the tests are served by. It can also misbehave: answer late, half, or never.
public final class LoopbackServer: Sendable {
    public let port: Int
    private let group: ServiceGroup
    private let running: Task<Void, Never>
    private let delays: Delays

    /// Where it is reached: `http://127.0.0.1:PORT`, with no slash at the end.
    public var url: String { "http://127.0.0.1:\(port)" }

    private init(port: Int, group: ServiceGroup, running: Task<Void, Never>, delays: Delays) {
        self.port = port
        self.group = group
        self.running = running
        self.delays = delays
    }

    /// Returns once the port is open; port 0 takes a free one. Throws when the port is taken.
    public static func start(
        port: Int = 0, answer: @escaping @Sendable (LoopbackRequest) async -> LoopbackAnswer
    ) async throws -> LoopbackServer {
        let (opened, found) = AsyncThrowingStream.makeStream(of: Int.self)
        let delays = Delays()
        var application = Application(
            responder: LoopbackResponder(answer: answer, delays: delays),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in found.yield(channel.localAddress?.port ?? port) })
        application.logger.logLevel = .critical
        let group = ServiceGroup(
            configuration: .init(services: [application], logger: application.logger))
        // Detached: the caller's own shutdown signals must not reach into this server.
        let running = Task.detached {
            do {
                try await group.run()
                found.finish()
            } catch {
                found.finish(throwing: error)
            }
        }
        for try await port in opened {
            return LoopbackServer(port: port, group: group, running: running, delays: delays)
        }
        throw LoopbackFailure.endedBeforeOpening
    }

    /// Closes the port and every connection, also those that an answer keeps hanging.
    ///
    /// In order: a connection that is just being accepted while the server is cancelled makes NIO trap, so
    /// that cancelling is left for a server that would never end.
    public func stop() async {
        delays.end()
        await group.triggerGracefulShutdown()
        let running = running
        let lastResort = Task {
            try await Task.sleep(for: .seconds(30))
            running.cancel()
        }
        await running.value
        lastResort.cancel()
    }
}

public enum LoopbackFailure: Error, CustomStringConvertible {
    case endedBeforeOpening
    /// Thrown inside the server to close a connection in the middle of a body.
    case cutOff

    public var description: String {
        switch self {
        case .endedBeforeOpening: "the loopback server ended before its port was open; start it again"
        case .cutOff: "the answer was cut off, as asked for"
        }
    }
}

private struct LoopbackResponder: HTTPResponder {
    typealias Context = BasicRequestContext
    let answer: @Sendable (LoopbackRequest) async -> LoopbackAnswer
    let delays: Delays

    func respond(to request: Request, context: Context) async throws -> Response {
        let body = try await request.body.collect(upTo: 4 << 20)
        var answer = await answer(
            LoopbackRequest(
                method: request.method.rawValue, target: request.head.path ?? "/",
                headers: request.headers.map { ($0.name.canonicalName, $0.value) },
                body: Array(body.readableBytesView)))
        if answer.delay > .zero {
            let isOver = await delays.wait(answer.delay)
            if !isOver { answer.cutOffAfter = 0 }
        }
        var headers = HTTPFields()
        for (name, value) in answer.headers {
            if let field = HTTPFields.Element.Name(name) { headers[field] = value }
        }
        return Response(
            status: .init(code: answer.status), headers: headers,
            body: request.method == .head ? ResponseBody() : answer.responseBody)
    }
}

extension LoopbackAnswer {
    fileprivate var responseBody: ResponseBody {
        guard let kept = cutOffAfter, kept < body.count else {
            return ResponseBody(byteBuffer: ByteBuffer(bytes: body))
        }
        return ResponseBody(contentLength: body.count) { [body] writer in
            try await writer.write(ByteBuffer(bytes: body[..<kept]))
            throw LoopbackFailure.cutOff
        }
    }
}

/// The answers that are being held back; the server's end ends them.
private final class Delays: Sendable {
    private struct State {
        var isEnded = false
        var sleeps: [Int: Task<Void, any Error>] = [:]
        var count = 0
    }

    private let state = Mutex(State())

    /// False when the server ended first.
    func wait(_ delay: Duration) async -> Bool {
        let sleep = Task { try await Task.sleep(for: delay) }
        let number = state.withLock { state in
            state.count += 1
            if state.isEnded { sleep.cancel() } else { state.sleeps[state.count] = sleep }
            return state.count
        }
        defer { state.withLock { $0.sleeps[number] = nil } }
        return await withTaskCancellationHandler {
            if case .success = await sleep.result { true } else { false }
        } onCancel: {
            sleep.cancel()
        }
    }

    func end() {
        let sleeps = state.withLock { state in
            state.isEnded = true
            return state.sleeps.values
        }
        for sleep in sleeps { sleep.cancel() }
    }
}
