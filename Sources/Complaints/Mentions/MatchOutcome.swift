/// What a watchlist finds in a text.
public struct MatchOutcome: Hashable, Sendable {
    /// In the order of the text, none inside another.
    public var matches: [Match]
    /// Which exclude, or which missing require, took away what the terms had found; nil when nothing was.
    public var ruledOut: String?

    public init(matches: [Match], ruledOut: String? = nil) {
        self.matches = matches
        self.ruledOut = ruledOut
    }
}
