/// `report promises`: what was told to customers, and whether it was kept in full and in time.
///
/// A promise belongs to the period in which it was made. One whose time is over is broken, whether or not the daemon
/// has said so yet; what was only recognised in a reply, and nobody accepted, is no promise.
public struct PromisesReport {
    private let scope: ReportScope
    private var rows = Rows(Counts())
    private var pending: [(case: CaseID, promise: Promise)] = []

    fileprivate struct Counts {
        var made = 0
        var kept = 0
        var late = 0
        var partial = 0
        var broken = 0
        var open = 0
        var atRisk = 0
        var proposed = 0
        /// From due to done, of the late.
        var delay = Lengths()
    }

    /// So many of the promises still to be kept are named.
    private static let most = 20

    /// - Parameter found: promises of other cases are left out.
    public init(
        _ promises: [(case: CaseID, promise: Promise)], of found: ReportedCases, scope: ReportScope
    ) {
        self.scope = scope
        var labels = CaseRows(scope, policies: found.policies)
        let cases = Dictionary(
            found.cases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (id, promise) in promises {
            guard let item = cases[id], scope.contains(promise.made), promise.state != .declined else {
                continue
            }
            let owner = promise.owner ?? item.owner
            let label = scope.by == .owner ? owner : labels.label(of: item, at: promise.made)
            rows.change(label) { $0.add(promise, now: scope.now) }
            if promise.state == .open { pending.append((id, promise)) }
        }
        pending.sort {
            ($0.promise.due, $0.case, $0.promise.number) < ($1.promise.due, $1.case, $1.promise.number)
        }
    }

    /// Cases with a promise that was not kept in full and in time.
    public static func unkept(
        _ promises: [(case: CaseID, promise: Promise)], now: Instant
    ) -> Set<CaseID> {
        Set(
            promises.filter { _, promise in
                switch promise.state {
                case .late, .partial, .broken: true
                case .open: promise.due < now
                case .kept, .proposed, .declined: false
                }
            }.map(\.case))
    }

    public var tables: [FigureTable] { [promiseTable, pendingTable] }
}

extension PromisesReport.Counts {
    fileprivate mutating func add(_ promise: Promise, now: Instant) {
        switch promise.state {
        case .proposed: proposed += 1
        case .declined: return
        case .kept: kept += 1
        case .late:
            late += 1
            if let ended = promise.ended { delay.add(max(ended - promise.due, .zero)) }
        case .partial: partial += 1
        case .broken: broken += 1
        case .open where promise.due < now: broken += 1
        case .open:
            open += 1
            if promise.isAtRisk(now: now) { atRisk += 1 }
        }
        if promise.state != .proposed { made += 1 }
    }
}

extension Promise {
    /// It was told, or is about to be, that little of its time is left.
    fileprivate func isAtRisk(now: Instant) -> Bool { next.map { $0 <= now || $0 > due } ?? false }
}

// MARK: - Tables

extension PromisesReport {
    private var promiseTable: FigureTable {
        var table = FigureTable(
            name: "promises", title: "Promises made in the period",
            columns: CaseRows.columns(scope) + [
                .init("made", "MADE"), .init("kept_share", "KEPT"), .init("kept", "IN FULL"),
                .init("late", "LATE"), .init("partial", "IN PART"), .init("broken", "BROKEN"),
                .init("open", "OPEN"), .init("at_risk", "AT RISK"), .init("proposed", "PROPOSED"),
                .init("late_p50_seconds", "LATE BY P50"), .init("late_p90_seconds", "P90"),
            ],
            notes: [
                "Kept: in full and in time, of those that have ended. Proposed: recognised in a reply of ours, "
                    + "and accepted by nobody; not among the made."
            ], plotted: "kept_share")
        for (label, row) in rows.byName {
            let ended = row.kept + row.late + row.partial + row.broken
            table.rows.append(
                CaseRows.lead(scope, label) + [
                    .count(row.made), .share(Proportion(row.kept, of: ended)), .count(row.kept),
                    .count(row.late), .count(row.partial), .count(row.broken), .count(row.open),
                    .count(row.atRisk), .count(row.proposed), .length(row.delay.median),
                    .length(row.delay.percentile(90)),
                ])
        }
        return table
    }

    private var pendingTable: FigureTable {
        FigureTable(
            name: "pending", title: "Still to be kept: \(pending.count), the first due first",
            columns: [
                .init("case", "CASE"), .init("what", "WHAT"), .init("owner", "OWNER"), .init("due", "DUE"),
                .init("left_seconds", "LEFT"),
            ],
            rows: pending.prefix(Self.most).map { id, promise in
                [
                    .text(id.description), .text(promise.what), .text(promise.owner), .time(promise.due),
                    .length(promise.due - scope.now),
                ]
            })
    }
}
