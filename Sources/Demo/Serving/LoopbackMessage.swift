/// What came in and what goes out of a `LoopbackServer`, as plain values.

public struct LoopbackRequest: Sendable {
    public var method: String
    /// Path and query as sent: `/pl/opinie?page=2`.
    public var target: String
    /// Names in lower case, in the order sent.
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]

    public var path: String { String(target.prefix { $0 != "?" }) }

    /// The value of one query parameter; not percent-decoded.
    public func query(_ name: String) -> String? {
        guard let mark = target.firstIndex(of: "?") else { return nil }
        for pair in target[mark...].dropFirst().split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts[0] == name { return parts.count == 2 ? String(parts[1]) : "" }
        }
        return nil
    }

    public func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name == wanted }?.value
    }

    public init(
        method: String, target: String, headers: [(name: String, value: String)] = [], body: [UInt8] = []
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }
}

public struct LoopbackAnswer: Sendable {
    public var status: Int
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]
    /// Waits this long before the first byte.
    public var delay: Duration
    /// Closes the connection after so many bytes of the body that was announced.
    public var cutOffAfter: Int?

    public init(
        status: Int = 200, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
        delay: Duration = .zero, cutOffAfter: Int? = nil
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.delay = delay
        self.cutOffAfter = cutOffAfter
    }

    public static func text(
        _ text: String, status: Int = 200, type: String = "text/plain; charset=utf-8"
    ) -> Self {
        LoopbackAnswer(status: status, headers: [("content-type", type)], body: Array(text.utf8))
    }
}

/// What a site or a receiver does wrong when it is told to.
public enum LoopbackFault: Sendable, Hashable {
    case status(Int)
    /// 429 or 503 with `Retry-After` in seconds.
    case busy(status: Int, retryAfter: Int)
    case redirect(to: String)
    /// The right answer, but late.
    case late(Duration)
    /// Half of the body, then the connection is closed.
    case cutOff
    /// No answer until the client gives up or the server stops.
    case hang

    /// The answer that this fault makes of a good one.
    public func spoil(_ answer: LoopbackAnswer) -> LoopbackAnswer {
        switch self {
        case .status(let code):
            return .text("status \(code), as asked for\n", status: code)
        case .busy(let code, let seconds):
            var busy = LoopbackAnswer.text("busy, as asked for\n", status: code)
            busy.headers.append(("retry-after", String(seconds)))
            return busy
        case .redirect(let url):
            return LoopbackAnswer(status: 302, headers: [("location", url)])
        case .late(let delay):
            var late = answer
            late.delay += delay
            return late
        case .cutOff:
            var half = answer
            half.cutOffAfter = answer.body.count / 2
            return half
        case .hang:
            var never = answer
            never.delay = .seconds(86_400)
            return never
        }
    }
}
