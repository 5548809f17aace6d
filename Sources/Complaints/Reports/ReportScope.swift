/// Which time a report is about, how its rows are made, and in which zone days are counted.
public struct ReportScope: Hashable, Sendable {
    /// nil from the very beginning.
    public var since: Instant?
    /// The first moment that is not counted any more.
    public var until: Instant
    public var now: Instant
    public var zone: Zone
    public var by: By?

    public enum By: String, Hashable, Sendable, CaseIterable {
        case day, week, month
        case source, topic, owner, policy, subject, language

        /// nil for what is no time.
        public var period: ReportPeriods.Length? { ReportPeriods.Length(rawValue: rawValue) }
    }

    public init(since: Instant? = nil, until: Instant? = nil, now: Instant, zone: Zone, by: By? = nil) {
        self.since = since
        self.until = until ?? now
        self.now = now
        self.zone = zone
        self.by = by
    }

    public func contains(_ instant: Instant) -> Bool {
        instant < until && since.map { $0 <= instant } ?? true
    }

    public var periods: ReportPeriods? { by?.period.map { ReportPeriods($0, in: zone) } }

    /// As long, and just before; nil where the report has no beginning.
    public var before: ReportScope? {
        guard let since, since < until else { return nil }
        var scope = self
        scope.until = since
        scope.since = since - (until - since)
        return scope
    }

    /// The periods of the report, also the empty ones; none where its rows are not periods.
    /// - Parameter first: where the report begins when nobody said; nil where nothing ever happened.
    public func allPeriods(first: Instant?) -> [ReportPeriod] {
        guard let periods, let start = since ?? first else { return [] }
        return periods.all(from: start, to: until)
    }
}

/// Rows by name, in the order in which a report shows them: periods by time, the rest by its greatest.
struct Rows<Value> {
    private(set) var found: [String?: Value] = [:]
    private let new: Value

    init(_ new: Value) { self.new = new }

    subscript(label: String?) -> Value {
        get { found[label] ?? new }
        set { found[label] = newValue }
    }

    mutating func change(_ label: String?, _ work: (inout Value) -> Void) {
        let new = new
        work(&found[label, default: new])
    }

    /// Those of a name in the order of names, the one without at the end.
    var byName: [(label: String?, value: Value)] {
        found.sorted { a, b in
            guard let first = a.key else { return false }
            return b.key.map { first < $0 } ?? true
        }.map { ($0.key, $0.value) }
    }

    /// The greatest first.
    func byGreatest(_ size: (Value) -> Int) -> [(label: String?, value: Value)] {
        byName.enumerated().sorted {
            (-size($0.element.value), $0.offset) < (-size($1.element.value), $1.offset)
        }.map(\.element)
    }
}

/// Which row of a report a case belongs to: to one only, so that rows add up to the whole.
struct CaseRows {
    let scope: ReportScope
    let policies: [Int64: Policy]
    private var known: [Int: String] = [:]

    init(_ scope: ReportScope, policies: [Int64: Policy]) {
        self.scope = scope
        self.policies = policies
    }

    mutating func label(of item: ReportedCase, at instant: Instant) -> String? {
        switch scope.by {
        case nil: nil
        case .day, .week, .month: label(at: instant)
        case .source: item.source
        case .topic: item.topic
        case .owner: item.owner
        case .policy: policies[item.policy]?.name
        case .subject: item.subject
        case .language: item.language
        }
    }

    /// Weeks are asked for a hundred thousand times, and are few.
    mutating func label(at instant: Instant) -> String? {
        guard let periods = scope.periods else { return nil }
        let date = scope.zone.local(instant).date
        if let label = known[date.daysSince1970] { return label }
        let label = periods.period(of: date).label
        known[date.daysSince1970] = label
        return label
    }

    /// The column that names the rows; none where there is one row.
    static func columns(_ scope: ReportScope) -> [FigureTable.Column] {
        scope.by.map { [.init($0.rawValue, $0.rawValue.uppercased())] } ?? []
    }

    static func lead(_ scope: ReportScope, _ label: String?) -> [Figure] {
        scope.by == nil ? [] : [.text(label)]
    }
}

extension Array {
    /// The first place from which on a condition holds, where it does not hold before; the end otherwise.
    func firstPlace(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
