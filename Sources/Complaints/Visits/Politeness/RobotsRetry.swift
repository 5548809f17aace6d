/// What holds while a site's robots.txt is fresh, old or out of reach, and when it is asked for again
/// (RFC 9309 sections 2.3.1.4 and 2.4).
///
/// Out of reach is an answer of 5xx or 429, and no answer at all. An answer of 2xx or any other 4xx ends it.
/// A failure of our own network is none of the site's (`NetworkHealth`), and not to be counted.
public enum RobotsRetry {
    public enum Standing: Hashable, Sendable {
        /// The copy holds; it is not asked for until then.
        case fresh(until: Instant)
        /// Now is the time to ask. Whatever that brings, `standing` then says what holds.
        case ask
        /// Out of reach: the last copy goes on to hold, until it is asked for again.
        case old(askAgain: Instant)
        /// Out of reach and no copy: nothing may be fetched until then.
        case disallowed(askAgain: Instant)
        /// Out of reach for 30 days and no copy: taken for a site without one, so everything is allowed.
        case absent(askAgain: Instant)

        /// Whether pages may be fetched as the copy says, or freely where there is none.
        public var letsFetch: Bool {
            switch self {
            case .fresh, .old, .absent: true
            case .ask, .disallowed: false
            }
        }
    }

    /// A copy holds this long without a question.
    public static let freshFor: Duration = .seconds(86_400)
    /// A site without a copy is closed this long while it is out of reach. A copy holds on beyond: the RFC
    /// leaves the choice, and the last word of a site is more than a guess.
    public static let patience: Duration = .seconds(30 * 86_400)

    public static let firstWait: Duration = .seconds(300)
    static let longestWait: Duration = .seconds(86_400)

    /// - Parameters:
    ///   - copy: when it was last fetched, or found absent; nil when it never was.
    ///   - failingSince: the first failure since then; nil when the last question was answered.
    ///   - askAgain: what `next` said after the last failure.
    public static func standing(
        copy: Instant?, failingSince: Instant?, askAgain: Instant?, now: Instant
    ) -> Standing {
        guard let failingSince else {
            guard let copy else { return .ask }
            // A copy from the future is a clock that was set back: ask.
            return copy <= now && now < copy + freshFor ? .fresh(until: copy + freshFor) : .ask
        }
        guard let askAgain, askAgain > now else { return .ask }
        if copy != nil { return .old(askAgain: askAgain) }
        return now >= failingSince + patience
            ? .absent(askAgain: askAgain) : .disallowed(askAgain: askAgain)
    }

    /// When to ask again after a failure: 5 minutes, doubling to a day, jitter at most a fifth.
    ///
    /// - Parameters:
    ///   - failures: in a row, this one included.
    ///   - every: the interval of the source that asks: the first wait is no longer.
    ///   - notBefore: what the site asked for (`Retry-After`).
    ///   - chance: 0 to 1.
    public static func next(
        failures: Int, every: Duration = firstWait, now: Instant, notBefore: Instant?, chance: Double
    ) -> Instant {
        let first = min(every, firstWait)
        let doubled = min(first * (1 << min(max(failures, 1) - 1, 30)), longestWait)
        let next = now + min(doubled * (1 + (chance - 0.5) * 0.4), longestWait)
        return max(next, notBefore ?? next)
    }
}
