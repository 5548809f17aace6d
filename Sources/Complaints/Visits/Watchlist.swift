/// One subject, the words it is known by, and the places where people may complain about it.
public struct Watchlist: Hashable, Sendable {
    public var subject: String
    public var terms: [Term]
    /// At least one of these must stand near a term, where there are any.
    public var require: [String]
    /// A match inside one of these phrases does not count.
    public var exclude: [String]
    /// From which score on its mentions are flagged; nil as everywhere.
    public var threshold: Double?
    public var sources: [Source]
    /// nil as everywhere.
    public var incidents: IncidentSettings?

    public init(
        subject: String, terms: [Term], require: [String] = [], exclude: [String] = [],
        threshold: Double? = nil, sources: [Source] = [], incidents: IncidentSettings? = nil
    ) {
        self.subject = subject
        self.terms = terms
        self.require = require
        self.exclude = exclude
        self.threshold = threshold
        self.sources = sources
        self.incidents = incidents
    }
}

/// A word or phrase by which people name the subject.
public struct Term: Hashable, Sendable {
    public var text: String
    /// Language whose inflected forms count too: `pl` finds Żabki for Żabka.
    public var inflect: String?
    /// Also the name in the other script: Sberbank for Сбербанк.
    public var transliterate: Bool
    /// Typing mistakes allowed: 0 or 1.
    public var typos: Int

    public init(_ text: String, inflect: String? = nil, transliterate: Bool = false, typos: Int = 0) {
        self.text = text
        self.inflect = inflect
        self.transliterate = transliterate
        self.typos = typos
    }
}
