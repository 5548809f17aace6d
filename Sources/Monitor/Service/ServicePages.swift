import Complaints
import ServiceLifecycle
import Storage

/// What the daemon answers about itself: `/metrics`, `/healthz`, `/readyz`.
public struct ServicePages: Sendable {
    let heartbeat: Heartbeat
    let book: MetricsBook

    public struct Page: Sendable {
        public var status: Int
        public var contentType: String
        public var body: String

        static func text(_ body: String, status: Int = 200) -> Page {
            Page(status: status, contentType: "text/plain; charset=utf-8", body: body + "\n")
        }
    }

    public func answer(_ path: String) async -> Page {
        switch path {
        case "/metrics":
            do {
                return Page(
                    status: 200, contentType: Exposition.contentType, body: try await book.page())
            } catch {
                return .text("the store cannot be asked: \(error)", status: 503)
            }
        case "/healthz":
            return heartbeat.fault.map { .text($0, status: 503) } ?? .text("ok")
        case "/readyz":
            return heartbeat.unreadiness.map { .text("not ready: \($0)", status: 503) } ?? .text("ready")
        default:
            return .text("there are /metrics, /healthz and /readyz here", status: 404)
        }
    }
}

/// Counts what came into the ledgers now and then, so that a scrape after a quiet day is no work.
struct Counting: Service {
    let book: MetricsBook
    let time: any TimeSource

    static let every: Duration = .seconds(30)

    func run() async throws {
        while !Task.isCancelled {
            // Where the store does not answer, others say so.
            try? await book.count()
            try? await time.sleep(for: Self.every)
        }
    }
}
