import Complaints

/// How much there is of everything now: what a status line and a scrape tell.

func serviceFigureStatements(_ dialect: Dialect) -> [String] {
    // The status line asks every few seconds: ten thousand sources without reading their rows, which SQLite would
    // where the WHERE names a column that the index lacks.
    ["CREATE INDEX source_health ON source (health, paused_at, is_active) WHERE is_active = 1"]
}

/// In one line for whoever runs the service.
public struct ServiceSummary: Hashable, Sendable {
    public var sources = 0
    public var blind = 0
    public var paused = 0
    public var openCases = 0
    /// The running clock that is due first.
    public var nearest: NearestClock?

    public init() {}

    public struct NearestClock: Hashable, Sendable {
        public var due: Instant
        public var caseID: CaseID
        public var name: String

        public init(due: Instant, caseID: CaseID, name: String) {
            self.due = due
            self.caseID = caseID
            self.name = name
        }
    }
}

/// One endpoint's part of the outbox.
public struct OutboxFigures: Hashable, Sendable {
    public var endpoint: String
    public var waiting = 0
    /// When the oldest alert became due that is still to be sent; nil when none is due.
    public var oldestDue: Instant?
    /// Waiting for a better time: quiet hours, a silence, a group, a budget.
    public var held = 0
    public var dead = 0
    public var isDisabled = false
}

public struct ServiceFigures: Hashable, Sendable {
    public var sources: [Coverage.Health: Int]
    public var paused: Int
    public var cases: [CaseState: Int]
    public var casesEver: Int
    /// Open ones with a clock that was due before now.
    public var casesOverdue: Int
    public var clocksRunning: Int
    /// Missed, and what they wait for has still not happened.
    public var clocksMissed: Int
    public var nearest: ServiceSummary.NearestClock?
    public var mentionsEver: Int
    /// Flagged and not yet reviewed.
    public var inbox: Int
    public var openIncidents: Int
    public var openGaps: Int
    public var outbox: [OutboxFigures]
    /// When the visit was due that waits for longest; nil when none is overdue.
    public var overdueSince: Instant?
}

private let openStates = "state IN ('new', 'open', 'waiting', 'answered')"

extension Session {
    public func serviceSummary() throws -> ServiceSummary {
        var summary = ServiceSummary()
        for row in try sourceCounts() {
            summary.sources += row.count
            if row.isPaused { summary.paused += row.count }
            if !row.isPaused, row.health == .blind || row.health == .changed { summary.blind += row.count }
        }
        summary.openCases = try count("SELECT count(*) FROM \"case\" WHERE \(openStates)")
        summary.nearest = try nearestClock()
        return summary
    }

    public func serviceFigures(now: Instant) throws -> ServiceFigures {
        let sources = try sourceCounts()
        return ServiceFigures(
            sources: Dictionary(
                sources.filter { !$0.isPaused }.map { ($0.health, $0.count) }, uniquingKeysWith: +),
            paused: sources.filter(\.isPaused).reduce(0) { $0 + $1.count },
            cases: Dictionary(
                try query("SELECT state, count(*) FROM \"case\" GROUP BY state", []) {
                    (try $0.value(CaseState.self), $0.int())
                }, uniquingKeysWith: +),
            casesEver: try count("SELECT max(id) FROM \"case\""),
            casesOverdue: try count(
                "SELECT count(*) FROM \"case\" WHERE \(openStates) AND nearest < ?", [now]),
            clocksRunning: try count("SELECT count(*) FROM clock WHERE state = 'running'"),
            clocksMissed: try count(
                """
                SELECT count(*) FROM "case" JOIN clock ON clock."case" = "case".id
                WHERE "case".\(openStates) AND "case".nearest < ? AND clock.state = 'missed'
                    AND clock.stopped IS NULL
                """, [now]),
            nearest: try nearestClock(),
            mentionsEver: try count("SELECT max(id) FROM mention"),
            inbox: try count("SELECT count(*) FROM mention WHERE flagged = 1 AND decision IS NULL"),
            openIncidents: try openIncidents().count,
            openGaps: try openGapCounts().values.reduce(0, +),
            outbox: try outboxFigures(now: now),
            overdueSince: try longestOverdue(now: now))
    }

    private func sourceCounts() throws -> [(health: Coverage.Health, isPaused: Bool, count: Int)] {
        try query(
            """
            SELECT health, CASE WHEN paused_at IS NULL THEN 0 ELSE 1 END AS is_paused, count(*) FROM source
            WHERE is_active = 1 GROUP BY health, is_paused
            """, []
        ) { (health: try $0.value(), isPaused: $0.bool(), count: $0.int()) }
    }

    private func nearestClock() throws -> ServiceSummary.NearestClock? {
        try first(
            """
            SELECT due, "case", name FROM clock WHERE state = 'running' AND due IS NOT NULL ORDER BY due LIMIT 1
            """
        ) { .init(due: $0.instant(), caseID: CaseID($0.integer()), name: $0.text()) }
    }

    private func outboxFigures(now: Instant) throws -> [OutboxFigures] {
        var found: [String: OutboxFigures] = [:]
        func change(_ endpoint: String, _ change: (inout OutboxFigures) -> Void) {
            change(&found[endpoint, default: OutboxFigures(endpoint: endpoint)])
        }
        let waiting = try query(
            """
            SELECT endpoint, count(*), min(next_attempt) FROM alert WHERE state = 'pending' GROUP BY endpoint
            """, []
        ) { ($0.text(), $0.int(), $0.optionalInstant()) }
        for (endpoint, count, oldest) in waiting {
            change(endpoint) {
                $0.waiting = count
                $0.oldestDue = oldest.flatMap { $0 <= now ? $0 : nil }
            }
        }
        let dead = try query(
            "SELECT endpoint, count(*) FROM alert WHERE state = 'dead' GROUP BY endpoint", []
        ) { ($0.text(), $0.int()) }
        for (endpoint, count) in dead { change(endpoint) { $0.dead = count } }
        let held = try query(
            "SELECT endpoint, count(*) FROM alert WHERE state = 'held' GROUP BY endpoint", []
        ) { ($0.text(), $0.int()) }
        for (endpoint, count) in held { change(endpoint) { $0.held = count } }
        let disabled = try query("SELECT name FROM endpoint WHERE disabled_at IS NOT NULL", []) { $0.text() }
        for endpoint in disabled { change(endpoint) { $0.isDisabled = true } }
        return found.values.sorted { $0.endpoint < $1.endpoint }
    }
}
