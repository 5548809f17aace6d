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
    ///   - chance: 0 to 1; what failed together is not all tried again in the same second.
    public func consequence(
        number: Int, waits: [Duration], now: Instant, chance: Double = 0.5
    ) -> Consequence {
        if isTaken { return .delivered }
        if case .answered(410, _) = self { return .disableEndpoint(why: why) }
        if case .refused = self { return .deadLetter(why: why) }
        guard number <= waits.count else { return .deadLetter(why: why) }
        var asked = now
        if case .answered(_, let retryAfter?) = self { asked = min(retryAfter, now + Self.longestHold) }
        return .retry(at: max(now + waits[number - 1].spread(by: chance), asked), why: why)
    }

    /// Any 2xx.
    public var isTaken: Bool {
        switch self {
        case .answered(let status, _): (200..<300).contains(status)
        case .taken: true
        case .failed, .refused: false
        }
    }

    /// Why it was not taken, for people.
    public var why: String {
        switch self {
        case .answered(410, _): "it answered 410 Gone"
        case .answered(let status, _) where (300..<400).contains(status):
            "it answered \(status); redirects are not followed"
        case .answered(415, _): "it answered 415; it does not understand the format"
        case .answered(let status, _): "it answered \(status)"
        case .failed(let reason), .refused(let reason): reason
        case .taken: "it was taken"
        }
    }

    /// It, or what stands before it, has too much to do: 429, 502, 503, 504.
    public var isTooMuch: Bool {
        if case .answered(let status, _) = self { [429, 502, 503, 504].contains(status) } else { false }
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

extension Duration {
    /// Up to a tenth shorter or longer.
    /// - Parameter chance: 0 to 1.
    func spread(by chance: Double) -> Duration {
        .milliseconds(Int64((Double(inMilliseconds) * (0.9 + 0.2 * chance)).rounded()))
    }
}
