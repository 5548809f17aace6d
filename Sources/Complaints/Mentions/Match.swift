/// Where a term was found in a text.
public struct Match: Hashable, Sendable {
    public var subject: String
    /// The term as the watchlist writes it.
    public var term: String
    /// Unicode scalars from the start of the text; `end` is past the last.
    public var start: Int
    public var end: Int
    /// The name as written in the text.
    public var found: String

    public init(subject: String, term: String, start: Int, end: Int, found: String) {
        self.subject = subject
        self.term = term
        self.start = start
        self.end = end
        self.found = found
    }
}
