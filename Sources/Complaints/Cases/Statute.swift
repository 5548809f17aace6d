/// A deadline that a law sets, as dated data: what the packs of `config/policies/statutes` hold. It is a
/// lawyer, not this code, who says whether it applies.
public struct Statute: Hashable, Sendable, Codable {
    /// By which policies take it in: `pl-consumer-art7a`.
    public var name: String
    /// ISO 3166 code of the country, or `EU`.
    public var jurisdiction: String
    public var law: String
    public var article: String
    public var counts: Counts
    /// What the law makes of silence; nil where it says nothing.
    public var silence: String?
    /// Where the text was read.
    public var source: String
    /// When somebody last held the pack against that text.
    public var checked: CivilDate
    /// In order of time; the one in force when the case was opened counts.
    public var versions: [Version]

    /// What has to happen within the limit.
    public enum Counts: String, Hashable, Sendable, Codable, CaseIterable {
        /// Sending the answer in time suffices.
        case sending
        /// The answer has to be with the customer in time.
        case receiving
    }

    /// The limit as one text of the law had it; both days are inside.
    public struct Version: Hashable, Sendable, Codable {
        public var from: CivilDate?
        public var until: CivilDate?
        public var within: TimeLimit
        /// The whole limit, from the same start, when reasons are told before the first one ends.
        public var longest: TimeLimit?

        public init(
            from: CivilDate? = nil, until: CivilDate? = nil, within: TimeLimit, longest: TimeLimit? = nil
        ) {
            self.from = from
            self.until = until
            self.within = within
            self.longest = longest
        }

        func isInForce(on date: CivilDate) -> Bool {
            (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
        }
    }

    public init(
        name: String, jurisdiction: String, law: String, article: String, counts: Counts,
        silence: String? = nil, source: String, checked: CivilDate, versions: [Version]
    ) {
        self.name = name
        self.jurisdiction = jurisdiction
        self.law = law
        self.article = article
        self.counts = counts
        self.silence = silence
        self.source = source
        self.checked = checked
        self.versions = versions
    }

    public func version(on date: CivilDate) -> Version? { versions.last { $0.isInForce(on: date) } }

    /// As a proof names it.
    var steps: [String] {
        let sides =
            switch counts {
            case .sending: "sending in time suffices"
            case .receiving: "the customer has to have it in time"
            }
        let silence = silence.map { "; silence: \($0)" } ?? ""
        return [
            "law: \(jurisdiction), \(law), \(article); \(sides)\(silence)",
            "read at \(source), checked \(checked); have a lawyer check it",
        ]
    }
}

/// Whether a complaint in public starts a statutory clock at all: a matter of law that staff settle.
public enum ClockBasis: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nobody looked yet: the clock is counted, to be safe.
    case unreviewed
    case confirmed
    /// The law does not apply to this case: the clock is off.
    case denied

    var step: String {
        switch self {
        case .unreviewed:
            "basis unreviewed: a public review need not start this clock; counted until staff say so"
        case .confirmed: "basis confirmed by staff"
        case .denied: "basis denied by staff: this law does not apply to the case"
        }
    }
}
