import Complaints

/// What people and rules ask of sources: how each stands, which are not seen now, and what is due on them.

/// Polling was stopped by people.
public struct Pause: Hashable, Sendable {
    public var at: Instant
    public var by: String
    public var why: String?

    public init(at: Instant, by: String, why: String? = nil) {
        self.at = at
        self.by = by
        self.why = why
    }
}

public struct SourceStatus: Hashable, Sendable {
    public var id: SourceID
    public var subject: String
    public var url: String
    public var isActive: Bool
    public var nextVisit: Instant
    public var coverage: Coverage
    public var lastVisit: Instant?
    public var lastFailure: String?
    public var pause: Pause?
    /// Where permanent redirects lead: asked there from now on.
    public var movedTo: String?
    public var pace: Pace
    public var statedCount: Int?

    /// A source that no daemon has taken up yet.
    public init(unvisited source: Source, now: Instant) {
        self.init(
            id: source.id, subject: source.subject, url: source.url, isActive: true, nextVisit: now,
            coverage: Coverage(), lastVisit: nil, lastFailure: nil, pause: nil, movedTo: nil, pace: Pace(),
            statedCount: nil)
    }

    init(
        id: SourceID, subject: String, url: String, isActive: Bool, nextVisit: Instant, coverage: Coverage,
        lastVisit: Instant?, lastFailure: String?, pause: Pause?, movedTo: String?, pace: Pace,
        statedCount: Int?
    ) {
        self.id = id
        self.subject = subject
        self.url = url
        self.isActive = isActive
        self.nextVisit = nextVisit
        self.coverage = coverage
        self.lastVisit = lastVisit
        self.lastFailure = lastFailure
        self.pause = pause
        self.movedTo = movedTo
        self.pace = pace
        self.statedCount = statedCount
    }
}

extension Session {
    public func sourceStatuses(_ only: SourceID? = nil) throws -> [SourceStatus] {
        try query(
            """
            SELECT name, subject, url, is_active, next_visit, \(coverageColumns), last_visit, last_failure,
                paused_at, paused_by, paused_why, moved_to, \(paceColumns), stated
            FROM source \(only == nil ? "" : "WHERE name = ?") ORDER BY name
            """, only.map { [$0] } ?? []
        ) {
            SourceStatus(
                id: $0.source(), subject: $0.text(), url: $0.text(), isActive: $0.bool(),
                nextVisit: $0.instant(), coverage: try $0.coverage(), lastVisit: $0.optionalInstant(),
                lastFailure: $0.optionalText(), pause: $0.pause(), movedTo: $0.optionalText(),
                pace: $0.pace(), statedCount: $0.optionalInteger().map(Int.init))
        }
    }

    /// Sources on which a reply would not be seen now, of those that are known. A place from which people hand in
    /// complaints is none: nothing is ever seen there.
    /// - Parameter only: nil for all.
    public func unseenSources(_ only: [SourceID]? = nil) throws -> [UnseenSource] {
        let among = only.map { "name IN \(Self.marks($0.count)) AND" } ?? ""
        return try query(
            """
            SELECT name, CASE WHEN is_active = 0 THEN 'dropped' WHEN paused_at IS NOT NULL THEN 'paused'
                    WHEN health IN ('blind', 'changed') THEN health ELSE 'network-down' END,
                CASE WHEN is_active = 0 THEN NULL WHEN paused_at IS NOT NULL THEN paused_at
                    WHEN health IN ('blind', 'changed') THEN trouble_since ELSE last_success END
            FROM source
            WHERE \(among) url NOT LIKE '\(handedScheme)%'
                AND (is_active = 0 OR paused_at IS NOT NULL OR health IN ('blind', 'changed')
                OR last_failure IS NOT NULL AND 'network-down' = (SELECT code FROM visit
                    WHERE visit.source = source.name ORDER BY started DESC, id DESC LIMIT 1))
            ORDER BY name
            """, only ?? []
        ) { UnseenSource(source: $0.source(), reason: try $0.value(), since: $0.optionalInstant()) }
    }

    /// The nearest due of a running clock, by source: `nearestDue(of:)` for all.
    public func nearestDues() throws -> [SourceID: Instant] {
        Dictionary(
            try query(
                """
                SELECT mention.source, min(clock.due) FROM clock JOIN mention ON mention."case" = clock."case"
                WHERE clock.state = 'running' AND clock.due IS NOT NULL GROUP BY mention.source
                """, []
            ) { ($0.source(), $0.instant()) }, uniquingKeysWith: min)
    }

    /// Mentions of a source that stand there as far as is known.
    public func standingMentions(of source: SourceID) throws -> Int {
        try count("SELECT count(*) FROM mention WHERE source = ? AND presence = 'seen'", [source])
    }
}

let coverageColumns = "health, failures, empty_visits, usual_records, last_success, trouble_since"
let paceColumns = "pace_rate, pace_seconds"

extension Columns {
    mutating func coverage() throws -> Coverage {
        Coverage(
            health: try value(), failures: int(), emptyVisits: int(), usualRecords: int(),
            lastSuccess: optionalInstant(), troubleSince: optionalInstant())
    }

    mutating func pace() -> Pace { Pace(rate: optionalReal(), seconds: optionalReal()) }

    fileprivate mutating func pause() -> Pause? {
        let (at, by, why) = (optionalInstant(), optionalText(), optionalText())
        return at.map { Pause(at: $0, by: by ?? "", why: why) }
    }
}
