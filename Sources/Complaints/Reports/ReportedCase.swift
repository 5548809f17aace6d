/// What reports count: cases, their clocks and the turns they took, as plain values without texts.

public struct ReportedCase: Hashable, Sendable {
    public var id: CaseID
    public var subject: String
    public var state: CaseState
    public var owner: String?
    /// By the number under which the store keeps it.
    public var policy: Int64
    public var opened: Instant
    public var posted: Instant?
    public var seen: Instant
    public var urgency: Score.Urgency
    public var topic: String?
    /// Of its first mention, as are language, cause and author; nil for a case without one.
    public var source: String?
    public var language: String?
    public var cause: String?
    public var author: String?
    /// Its first mention reads as a complaint now.
    public var isFlagged: Bool

    public init(
        id: CaseID, subject: String, state: CaseState, owner: String? = nil, policy: Int64 = 1,
        opened: Instant, posted: Instant? = nil, seen: Instant, urgency: Score.Urgency = .normal,
        topic: String? = nil, source: String? = nil, language: String? = nil, cause: String? = nil,
        author: String? = nil, isFlagged: Bool = true
    ) {
        self.id = id
        self.subject = subject
        self.state = state
        self.owner = owner
        self.policy = policy
        self.opened = opened
        self.posted = posted
        self.seen = seen
        self.urgency = urgency
        self.topic = topic
        self.source = source
        self.language = language
        self.cause = cause
        self.author = author
        self.isFlagged = isFlagged
    }

    /// Is, or was, a complaint of its own: not dismissed as none, not part of another case.
    public var isComplaint: Bool { state != .dismissed && state != .merged }
}

public struct ReportedClock: Hashable, Sendable {
    public var caseID: CaseID
    public var name: String
    public var due: Instant?
    public var state: ClockState
    public var stopped: Instant?

    public init(
        _ caseID: CaseID, _ name: String, due: Instant? = nil, state: ClockState, stopped: Instant? = nil
    ) {
        self.caseID = caseID
        self.name = name
        self.due = due
        self.state = state
        self.stopped = stopped
    }
}

/// One line of a timeline, as far as reports count it.
public struct CaseTurn: Hashable, Sendable {
    public var caseID: CaseID
    public var at: Instant
    public var what: TimelineEntry.What
    /// The member of staff, and for an assignment whose the case is then.
    public var by: String?
    public var owner: String?

    public init(
        _ caseID: CaseID, at: Instant, _ what: TimelineEntry.What, by: String? = nil, owner: String? = nil
    ) {
        self.caseID = caseID
        self.at = at
        self.what = what
        self.by = by
        self.owner = owner
    }
}

/// Everything that reports over cases are made from.
public struct ReportedCases: Sendable {
    /// By number, those opened before the end of the report.
    public var cases: [ReportedCase]
    public var policies: [Int64: Policy]
    private var clocks: ByCase<ReportedClock>
    private var turns: ByCase<CaseTurn>

    /// - Parameters:
    ///   - clocks: in the order of each policy.
    ///   - turns: in the order in which they were written down.
    public init(
        _ cases: [ReportedCase], clocks: [ReportedClock] = [], turns: [CaseTurn] = [],
        policies: [Int64: Policy] = [:]
    ) {
        self.cases = cases
        self.policies = policies
        let places = Dictionary(
            cases.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        self.clocks = ByCase(clocks, places: places, count: cases.count) { $0.caseID }
        self.turns = ByCase(turns, places: places, count: cases.count) { $0.caseID }
    }

    /// - Parameter place: in `cases`.
    func clocks(at place: Int) -> ArraySlice<ReportedClock> { clocks[place] }
    func turns(at place: Int) -> ArraySlice<CaseTurn> { turns[place] }
    func life(at place: Int) -> CaseLife { CaseLife(cases[place], turns: turns[place]) }

    /// Places in `cases` of those that were opened within the report's time.
    func opened(in scope: ReportScope) -> [Int] {
        cases.indices.filter { scope.contains(cases[$0].opened) }
    }
}

/// Rows of many cases, those of one case together and in their order: laid out once, without an array a case.
private struct ByCase<Row: Sendable>: Sendable {
    private var rows: [Row] = []
    /// Where the rows of each place begin, and where the last end.
    private var starts: [Int]

    /// Rows of cases that are not known are left out.
    init(_ all: [Row], places: [CaseID: Int], count: Int, id: (Row) -> CaseID) {
        let known = all.map { places[id($0)] ?? -1 }
        starts = [Int](repeating: 0, count: count + 1)
        for place in known where place >= 0 { starts[place + 1] += 1 }
        for place in 0..<count { starts[place + 1] += starts[place] }
        var next = starts
        var order = [Int](repeating: 0, count: starts[count])
        for (index, place) in known.enumerated() where place >= 0 {
            order[next[place]] = index
            next[place] += 1
        }
        rows = order.map { all[$0] }
    }

    subscript(place: Int) -> ArraySlice<Row> { rows[starts[place]..<starts[place + 1]] }
}
