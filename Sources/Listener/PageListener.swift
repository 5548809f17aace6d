import Hummingbird
import Logging
import ServiceLifecycle
import Settings

/// A page as it is answered.
public struct ListenerPage: Sendable {
    public var status: Int
    public var contentType: String
    public var body: String

    public init(status: Int = 200, contentType: String = "text/plain; charset=utf-8", body: String) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }
}

/// Answers GET and HEAD on one address, with no more than a path to go by: what the daemon says of itself.
public final class PageListener: Sendable {
    public let address: ListenAddress
    /// The port that was opened, also where the address says 0; nil of a socket file.
    public let port: Int?
    private let group: ServiceGroup
    private let running: Task<Void, Never>
    private let socketFile: SocketFile?

    /// A connection that asks nothing is closed after this.
    private static let longestSilence: Int64 = 30
    /// So long the end waits for answers under way.
    private static let patience: Duration = .seconds(3)

    private init(
        address: ListenAddress, port: Int?, group: ServiceGroup, running: Task<Void, Never>,
        socketFile: SocketFile?
    ) {
        self.address = address
        self.port = port
        self.group = group
        self.running = running
        self.socketFile = socketFile
    }

    /// Returns once the address is open.
    /// - Parameter answer: gets the path without its query.
    /// - Throws: `ListenFailure`.
    public static func open(
        on address: ListenAddress, answer: @escaping @Sendable (String) async -> ListenerPage
    ) async throws -> PageListener {
        let bindAddress: BindAddress
        var socketFile: SocketFile?
        switch address {
        case .tcp(let host, let port): bindAddress = .hostname(host, port: port)
        case .unix(let path):
            let file = SocketFile(path: path)
            try file.makeRoom(for: address)
            socketFile = file
            bindAddress = .unixDomainSocket(path: path)
        }
        let (opened, hasOpened) = AsyncThrowingStream.makeStream(of: Int?.self)
        var silent = Logger(label: "listener")
        silent.logLevel = .critical
        let application = Application(
            responder: PageResponder(answer: answer),
            server: .http1(configuration: .init(idleTimeout: .seconds(longestSilence))),
            configuration: ApplicationConfiguration(address: bindAddress, serverName: nil),
            onServerRunning: { hasOpened.yield($0.localAddress?.port) }, logger: silent)
        let group = ServiceGroup(configuration: .init(services: [application], logger: silent))
        // Detached: it is ended by `close`, after everything that it tells of.
        let running = Task.detached {
            do {
                try await group.run()
                hasOpened.finish()
            } catch {
                hasOpened.finish(throwing: error)
            }
        }
        do {
            for try await port in opened {
                try socketFile?.shareWithGroup(of: address)
                return PageListener(
                    address: address, port: port, group: group, running: running, socketFile: socketFile)
            }
        } catch let failure as ListenFailure {
            await group.triggerGracefulShutdown()
            throw failure
        } catch {
            throw ListenFailure(address, why: ListenFailure.reason(of: error))
        }
        throw ListenFailure(address, why: "it was closed at once")
    }

    /// Closes the address; answers under way are finished, or given up after three seconds.
    public func close() async {
        await group.triggerGracefulShutdown()
        let running = running
        let lastResort = Task {
            try await Task.sleep(for: Self.patience)
            running.cancel()
        }
        await running.value
        lastResort.cancel()
        socketFile?.remove()
    }
}

/// Why an address could not be opened.
public struct ListenFailure: Error, CustomStringConvertible {
    let address: ListenAddress
    let why: String

    init(_ address: ListenAddress, why: String) {
        self.address = address
        self.why = why
    }

    public var description: String {
        "`listen: \(address)` cannot be opened: \(why); end what listens there, or name another address in "
            + "ombud.yaml (`listen: off` for none)"
    }

    /// The system's own words, where NIO wraps them: `bind(...): Address already in use) (errno: 98)`.
    static func reason(of error: any Error) -> String {
        let text = "\(error)"
        guard let mark = text.range(of: " (errno: ") else { return text }
        var said = text[..<mark.lowerBound]
        if said.hasSuffix(")") { said.removeLast() }
        return said.range(of: "): ").map { String(said[$0.upperBound...]) } ?? String(said)
    }
}

private struct PageResponder: HTTPResponder {
    typealias Context = BasicRequestContext
    let answer: @Sendable (String) async -> ListenerPage

    func respond(to request: Request, context: Context) async throws -> Response {
        guard request.method == .get || request.method == .head else {
            return Response(status: .methodNotAllowed, headers: [.allow: "GET, HEAD"])
        }
        let page = await answer(request.uri.path)
        let body = ByteBuffer(string: page.body)
        var response = Response(
            status: .init(code: page.status),
            headers: [
                .contentType: page.contentType, .cacheControl: "no-store",
                .contentLength: String(body.readableBytes),
            ])
        if request.method != .head { response.body = ResponseBody(byteBuffer: body) }
        return response
    }
}
