/// How long each kind of data is kept; nil keeps it for good.
///
/// Personal data may be kept no longer than its purpose needs (Regulation (EU) 2016/679, Article 5(1)(e)); which
/// time that is, the operator says. Nothing is deleted that nobody said.
public struct Retention: Hashable, Sendable {
    /// Mentions that are in no case, after the last change of them.
    public var mentions: Duration?
    /// Cases that have ended, with their mentions, after the last thing that happened to them.
    public var cases: Duration?
    /// Archived pages, after they were fetched.
    public var evidence: Duration?
    /// Events and alerts, after they happened, as far as none of them waits.
    public var events: Duration?
    /// The ledger of visits.
    public var visits: Duration?
    /// Who did what.
    public var audit: Duration?

    public static let usualVisits: Duration = .seconds(90 * 86_400)

    public init(
        mentions: Duration? = nil, cases: Duration? = nil, evidence: Duration? = nil, events: Duration? = nil,
        visits: Duration? = Retention.usualVisits, audit: Duration? = nil
    ) {
        self.mentions = mentions
        self.cases = cases
        self.evidence = evidence
        self.events = events
        self.visits = visits
        self.audit = audit
    }

    /// A kind of data, by its key in `retention`.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case mentions, cases, evidence, events, visits, audit
    }

    public subscript(kind: Kind) -> Duration? {
        get {
            switch kind {
            case .mentions: mentions
            case .cases: cases
            case .evidence: evidence
            case .events: events
            case .visits: visits
            case .audit: audit
            }
        }
        set {
            switch kind {
            case .mentions: mentions = newValue
            case .cases: cases = newValue
            case .evidence: evidence = newValue
            case .events: events = newValue
            case .visits: visits = newValue
            case .audit: audit = newValue
            }
        }
    }

    /// What was written so long ago is not taken in any more: it would be purged at once, and come back.
    public func isTooOld(_ published: StatedTime?, now: Instant) -> Bool {
        guard let mentions, let published else { return false }
        return published.latest < now - mentions
    }
}
