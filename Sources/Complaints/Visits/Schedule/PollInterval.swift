/// How often a source is polled: one interval, or a range inside which the source's own pace decides.
public struct PollInterval: Hashable, Sendable {
    public var shortest: Duration
    public var longest: Duration

    public var isAdaptive: Bool { shortest < longest }

    public init(_ every: Duration) {
        shortest = every
        longest = every
    }

    /// - Parameter longest: never less than `shortest`.
    public init(from shortest: Duration, to longest: Duration) {
        self.shortest = shortest
        self.longest = max(shortest, longest)
    }
}
