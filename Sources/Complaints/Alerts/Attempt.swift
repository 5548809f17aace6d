/// One delivery of an alert: what the receiver said, and what follows from it.
public enum Attempt: Hashable, Sendable {
    /// The receiver answered.
    case answered(status: Int, retryAfter: Instant?)
    /// It could not be reached, or broke off.
    case failed(String)
    /// It took it, in a way that knows no status (a command).
    case taken
    /// It will never take it: sending it again would bring the same answer (SMTP 5xx, a command's no).
    case refused(String)

    public enum Consequence: Hashable, Sendable {
        case delivered
        case retry(at: Instant, why: String)
        /// The last wait is used up: a person must resend it.
        case deadLetter(why: String)
        /// 410: the receiver is gone, until people enable it again.
        case disableEndpoint(why: String)
    }

    /// - Parameters:
    ///   - number: 1 for the first attempt.
    ///   - waits: between attempts.
    public func consequence(number: Int, waits: [Duration], now: Instant) -> Consequence {
        let why: String
        var notBefore: Instant?
        switch self {
        case .answered(let status, _) where (200..<300).contains(status):
            return .delivered
        case .answered(410, _):
            return .disableEndpoint(why: "it answered 410 Gone")
        case .answered(let status, let retryAfter):
            why =
                (300..<400).contains(status)
                ? "it answered \(status); redirects are not followed" : "it answered \(status)"
            notBefore = retryAfter
        case .failed(let reason):
            why = reason
        case .taken:
            return .delivered
        case .refused(let reason):
            return .deadLetter(why: reason)
        }
        guard number <= waits.count else { return .deadLetter(why: why) }
        let asked = min(notBefore ?? now, now + Self.longestHold)
        return .retry(at: max(now + waits[number - 1], asked), why: why)
    }

    /// Until when nothing at all is sent to this endpoint, because it asked so.
    public func hold(now: Instant) -> Instant? {
        guard case .answered(let status, let retryAfter?) = self, status == 429 || status == 503 else {
            return nil
        }
        return min(retryAfter, now + Self.longestHold)
    }

    /// A receiver may ask for a day at most.
    static let longestHold: Duration = .seconds(86_400)
}
