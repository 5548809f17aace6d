/// How often a source changes, as far as its visits have shown.
public struct Pace: Hashable, Sendable {
    /// Changed visits, fading with time; nil until there was one visit.
    public var rate: Double?
    /// Seconds watched, fading in the same way.
    public var seconds: Double?

    public init(rate: Double? = nil, seconds: Double? = nil) {
        self.rate = rate
        self.seconds = seconds
    }
}
