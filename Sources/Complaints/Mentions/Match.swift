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
    /// By what the name was known though it is not written as the term is.
    public var signs: MatchSigns = []

    public init(
        subject: String, term: String, start: Int, end: Int, found: String, signs: MatchSigns = []
    ) {
        self.subject = subject
        self.term = term
        self.start = start
        self.end = end
        self.found = found
        self.signs = signs
    }
}

/// What had to be seen through to find a name.
public struct MatchSigns: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Stands behind # or @.
    public static let tag = MatchSigns(rawValue: 1)
    /// Is a part of what stands behind # or @: #AcmeFails.
    public static let partOfTag = MatchSigns(rawValue: 2)
    /// Letters of another alphabet that look the same.
    public static let lookAlike = MatchSigns(rawValue: 4)
    /// One typing mistake.
    public static let typo = MatchSigns(rawValue: 8)
    /// Several words written as one.
    public static let glued = MatchSigns(rawValue: 16)
    /// One word written with a hyphen or an apostrophe inside: Sber-bank, ZUS-u.
    public static let joined = MatchSigns(rawValue: 32)
}
