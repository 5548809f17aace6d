/// How many messages an endpoint's readers take: a token bucket (RFC 2697 describes the meter).
public struct AlertBudget: Hashable, Sendable {
    /// How many come back in an hour.
    public var perHour: Int
    /// How many may go out at once after a quiet time.
    public var burst: Int

    public init(perHour: Int, burst: Int? = nil) {
        self.perHour = max(1, perHour)
        self.burst = max(1, burst ?? perHour / 3)
    }

    var perMillisecond: Double { Double(perHour) / 3_600_000 }
}

/// What is left of a budget.
public struct TokenBucket: Hashable, Sendable {
    public var tokens: Double
    public var at: Instant

    public init(tokens: Double, at: Instant) {
        self.tokens = tokens
        self.at = at
    }

    public static func full(_ budget: AlertBudget, now: Instant) -> TokenBucket {
        TokenBucket(tokens: Double(budget.burst), at: now)
    }

    /// With what came back since; a clock that was set back brings nothing and takes nothing.
    func filled(_ budget: AlertBudget, now: Instant) -> TokenBucket {
        let passed = Double(max(0, (now - at).inMilliseconds))
        return TokenBucket(
            tokens: min(Double(budget.burst), max(0, tokens) + passed * budget.perMillisecond), at: now)
    }

    /// What is left after one message; nil where there is not enough for it.
    public func taking(_ budget: AlertBudget, now: Instant) -> TokenBucket? {
        var bucket = filled(budget, now: now)
        guard bucket.tokens >= 1 - 1e-9 else { return nil }
        bucket.tokens = max(0, bucket.tokens - 1)
        return bucket
    }

    /// When there is enough for one message.
    public func next(_ budget: AlertBudget, now: Instant) -> Instant {
        let missing = 1 - filled(budget, now: now).tokens
        guard missing > 1e-9 else { return now }
        return now + .milliseconds(Int64((missing / budget.perMillisecond).rounded(.up)))
    }
}
