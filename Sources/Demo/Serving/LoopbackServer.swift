import Hummingbird

/// An HTTP server on 127.0.0.1 with one function behind it: what the demo site, the webhook receiver
/// and the tests are served by. It can also misbehave: answer late, half, or never.
public final class LoopbackServer: Sendable {
    public let port: Int
    private let running: Task<Void, Never>

    /// Where it is reached: `http://127.0.0.1:PORT`, with no slash at the end.
    public var url: String { "http://127.0.0.1:\(port)" }

    private init(port: Int, running: Task<Void, Never>) {
        self.port = port
        self.running = running
    }

    /// Returns once the port is open; port 0 takes a free one. Throws when the port is taken.
    public static func start(
        port: Int = 0, answer: @escaping @Sendable (LoopbackRequest) async -> LoopbackAnswer
    ) async throws -> LoopbackServer {
        let (opened, found) = AsyncThrowingStream.makeStream(of: Int.self)
        var application = Application(
            responder: LoopbackResponder(answer: answer),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in found.yield(channel.localAddress?.port ?? port) })
        application.logger.logLevel = .critical
        let app = application
        // Detached: the caller's own shutdown signals must not reach into this server.
        let running = Task.detached {
            do {
                try await app.run()
                found.finish()
            } catch {
                found.finish(throwing: error)
            }
        }
        for try await port in opened { return LoopbackServer(port: port, running: running) }
        throw LoopbackFailure.endedBeforeOpening
    }

    /// Closes the port and every connection, also those that an answer keeps hanging.
    public func stop() async {
        running.cancel()
        await running.value
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

    func respond(to request: Request, context: Context) async throws -> Response {
        let body = try await request.body.collect(upTo: 4 << 20)
        let answer = await answer(
            LoopbackRequest(
                method: request.method.rawValue, target: request.head.path ?? "/",
                headers: request.headers.map { ($0.name.canonicalName, $0.value) },
                body: Array(body.readableBytesView)))
        if answer.delay > .zero { try await Task.sleep(for: answer.delay) }
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
