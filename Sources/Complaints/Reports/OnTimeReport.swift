/// `report on-time`: whether deadlines were kept, how long things took, and what still lies there.
///
/// Cases belong to the period in which they were opened, each to one row, so that rows add up to the whole.
/// What is bad is counted first: a deadline that passed without its event is missed though nobody answered
/// yet, and a case that is dismissed or merged afterwards keeps what it missed.
public struct OnTimeReport {
    public static let turns = CaseLife.turns.union(ClockTimes.turns)

    private var clocks = Rows(ClockRows())
    private var cases = Rows(CaseCounts())
    private var delays = Rows(Delays())
    private let scope: ReportScope
    private let backlog: Backlog

    /// Clocks by name, in the order in which policies have them.
    fileprivate struct ClockRows {
        var names: [String] = []
        var counts: [String: ClockCounts] = [:]
    }

    fileprivate struct ClockCounts {
        var met = 0
        var missed = 0
        /// Missed, and the event has not come to this day.
        var unanswered = 0
        var running = 0
        var paused = 0
        var off = 0
        var elapsed = Lengths()
        var working = Lengths()
    }

    fileprivate struct CaseCounts {
        var all = 0
        var inFull = 0
        var decided = 0
        var missed = 0
        var reopened = 0
        var overdue = 0
        var open = 0
        var dismissed = 0
        var merged = 0
    }

    fileprivate struct Delays {
        var known = Lengths()
        var unknown = 0
    }

    /// - Parameter unkept: cases with a promise that was not kept as it was given.
    public init(_ found: ReportedCases, scope: ReportScope, unkept: Set<CaseID> = []) {
        self.scope = scope
        backlog = Backlog(found, scope: scope)
        let times = ClockTimes(found.policies)
        var rows = CaseRows(scope, policies: found.policies)
        for place in found.opened(in: scope) {
            let item = found.cases[place]
            let label = rows.label(of: item, at: item.opened)
            let ends = found.clocks(at: place).map { ClockEnding($0, of: item, now: scope.now) }
            for (clock, end) in zip(found.clocks(at: place), ends) {
                let time = times.time(of: clock, in: item, turns: found.turns(at: place))
                clocks.change(label) { $0.add(clock.name, end, time) }
            }
            let life = found.life(at: place)
            let isUnkept = unkept.contains(item.id)
            cases.change(label) { $0.add(item, life, ends, isUnkept: isUnkept) }
            delays.change(label) { delays in
                if let posted = item.posted {
                    delays.known.add(max(item.seen - posted, .zero))
                } else {
                    delays.unknown += 1
                }
            }
        }
    }

    public var tables: [FigureTable] { [clockTable, caseTable, delayTable, backlog.table] }
}

/// What became of one clock, as reports count it.
enum ClockEnding: Hashable {
    case met
    /// `isOpen`: its event has not come to this day.
    case missed(isOpen: Bool)
    case running, paused, off

    init(_ clock: ReportedClock, of item: ReportedCase, now: Instant) {
        switch clock.state {
        case .missed: self = .missed(isOpen: clock.stopped == nil && item.state.isActive)
        // The daemon may have stood still since.
        case .running where clock.due.map({ $0 < now }) ?? false: self = .missed(isOpen: true)
        // Ended by being dismissed or merged: nothing was kept.
        case .met where !item.isComplaint: self = .off
        case .met: self = .met
        case .running: self = .running
        case .paused: self = .paused
        case .off: self = .off
        }
    }

    var isMissed: Bool { if case .missed = self { true } else { false } }
}

// MARK: - Counting

extension OnTimeReport.ClockRows {
    fileprivate mutating func add(_ name: String, _ end: ClockEnding, _ time: ClockTimes.Time?) {
        if counts[name] == nil { names.append(name) }
        counts[name, default: .init()].add(end, time)
    }
}

extension OnTimeReport.ClockCounts {
    fileprivate mutating func add(_ end: ClockEnding, _ time: ClockTimes.Time?) {
        switch end {
        case .met: met += 1
        case .missed(let isOpen):
            missed += 1
            if isOpen { unanswered += 1 }
        case .running: running += 1
        case .paused: paused += 1
        case .off: off += 1
        }
        guard end == .met || end.isMissed, let time else { return }
        elapsed.add(time.elapsed)
        if let length = time.working { working.add(length) }
    }
}

extension OnTimeReport.CaseCounts {
    fileprivate mutating func add(
        _ item: ReportedCase, _ life: CaseLife, _ ends: [ClockEnding], isUnkept: Bool
    ) {
        all += 1
        let isMissed = ends.contains(where: \.isMissed)
        if isMissed { missed += 1 }
        if !life.reopened.isEmpty { reopened += 1 }
        if item.state.isActive { open += 1 }
        if ends.contains(.missed(isOpen: true)) { overdue += 1 }
        if item.state == .dismissed { dismissed += 1 }
        if item.state == .merged { merged += 1 }
        guard item.isComplaint else { return }
        let isFailed = isMissed || !life.reopened.isEmpty || isUnkept
        guard isFailed || !item.state.isActive else { return }
        decided += 1
        if !isFailed { inFull += 1 }
    }
}

// MARK: - Tables

extension OnTimeReport {
    private var clockTable: FigureTable {
        var table = FigureTable(
            name: "clocks", title: "Deadlines of the cases opened in the period",
            columns: CaseRows.columns(scope) + [
                .init("clock", "CLOCK"), .init("on_time", "ON TIME"), .init("met", "MET"),
                .init("missed", "MISSED"), .init("unanswered", "STILL OPEN"), .init("running", "RUNNING"),
                .init("paused", "PAUSED"), .init("off", "OFF"), .init("timed", "TIMED"),
            ] + Lengths.columns("", "") + Lengths.columns("working_", "WORK "),
            notes: [
                "On time: met of met and missed; what is not due yet is in neither. Still open: missed, and "
                    + "the event has not come.",
                "P50, P90, P95: so many of a hundred that were stopped took no longer (nearest rank); what "
                    + "still runs is not in them.",
            ], plotted: "on_time")
        for (label, row) in clocks.byName {
            for name in row.names {
                guard var counts = row.counts[name] else { continue }
                counts.elapsed.sort()
                counts.working.sort()
                table.rows.append(
                    CaseRows.lead(scope, label) + [
                        .text(name), .share(Proportion(counts.met, of: counts.met + counts.missed)),
                        .count(counts.met), .count(counts.missed), .count(counts.unanswered),
                        .count(counts.running), .count(counts.paused), .count(counts.off),
                        .count(counts.elapsed.count),
                    ] + counts.elapsed.figures + counts.working.figures)
            }
        }
        return table
    }

    private var caseTable: FigureTable {
        var table = FigureTable(
            name: "cases", title: "On time and in full",
            columns: CaseRows.columns(scope) + [
                .init("cases", "CASES"), .init("in_full", "IN FULL"), .init("missed", "WITH A MISS"),
                .init("reopened", "REOPENED"), .init("overdue", "OVERDUE NOW"), .init("open", "OPEN"),
                .init("dismissed", "DISMISSED"), .init("merged", "MERGED"),
            ],
            notes: [
                "In full: resolved with no deadline missed, never reopened, every promise kept; of the cases "
                    + "that are resolved or have failed already. Failing shows sooner: a young period looks worse "
                    + "than it will."
            ])
        for (label, row) in cases.byName {
            table.rows.append(
                CaseRows.lead(scope, label) + [
                    .count(row.all), .share(Proportion(row.inFull, of: row.decided)), .count(row.missed),
                    .count(row.reopened), .count(row.overdue), .count(row.open), .count(row.dismissed),
                    .count(row.merged),
                ])
        }
        return table
    }

    private var delayTable: FigureTable {
        var table = FigureTable(
            name: "own_delay", title: "Our own delay: from posted to seen",
            columns: CaseRows.columns(scope) + [
                .init("known", "KNOWN"), .init("unknown", "UNKNOWN"),
            ] + Lengths.columns("", "") + [.init("longest_seconds", "LONGEST")],
            notes: ["Unknown: the page did not say when the customer wrote."])
        for (label, var row) in delays.byName {
            row.known.sort()
            table.rows.append(
                CaseRows.lead(scope, label) + [.count(row.known.count), .count(row.unknown)]
                    + row.known.figures
                    + [.length(row.known.longest)])
        }
        return table
    }
}
