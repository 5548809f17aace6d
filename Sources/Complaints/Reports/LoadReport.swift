/// `report load`: what came in and was worked off, whose it is, and at which hours it comes.
public struct LoadReport {
    public static let turns = CaseLife.turns.union([.assigned, .unassigned])

    private let scope: ReportScope
    private var flow: [FlowRow] = []
    private var owners = Rows(OwnerRow())
    /// By ISO weekday less one, then by hour.
    private var opened = [[Int]](repeating: [Int](repeating: 0, count: 24), count: 7)
    private var closed = [[Int]](repeating: [Int](repeating: 0, count: 24), count: 7)
    private var unowned: [ReportedCase] = []
    private var unownedCount = 0

    private struct FlowRow {
        var label: String?
        var at: Instant
        var opened = 0
        var reopened = 0
        var closed = 0
        var handed = 0
        var open = 0
    }

    private struct OwnerRow {
        var open = 0
        var urgent = 0
        var overdue = 0
        var opened = 0
        var closed = 0
        var reopened = 0
        var handedAway = 0
        var handedOver = 0
        var oldest: Duration?
    }

    /// So many of the oldest cases that nobody has are named.
    private static let most = 10

    public init(_ found: ReportedCases, scope: ReportScope) {
        self.scope = scope
        let periods = ReportPeriods(scope.by?.period ?? .week, in: scope.zone)
        var places: [Int: Int] = [:]
        var lines: [FlowRow] = []
        let earliest = found.cases.map(\.opened).min()
        let first = earliest == nil ? nil : scope.since ?? earliest
        for period in first.map({ periods.all(from: $0, to: scope.until) }) ?? [] {
            lines.append(FlowRow(label: period.label, at: min(periods.end(of: period), scope.until)))
        }
        // The same day is asked for thousands of times.
        func place(_ instant: Instant) -> Int? {
            guard scope.contains(instant) else { return nil }
            let day = scope.zone.local(instant).date
            if let known = places[day.daysSince1970] { return known }
            let label = periods.period(of: day).label
            let place = lines.firstIndex { $0.label == label }
            places[day.daysSince1970] = place
            return place
        }
        for index in found.cases.indices {
            let item = found.cases[index]
            let life = found.life(at: index)
            if let place = place(item.opened) {
                lines[place].opened += 1
                owners.change(item.owner) { $0.opened += 1 }
                count(item.opened, in: &opened)
            }
            for instant in life.back {
                guard let place = place(instant) else { continue }
                lines[place].reopened += 1
                owners.change(item.owner) { $0.reopened += 1 }
            }
            for end in life.ended {
                guard let place = place(end.to) else { continue }
                lines[place].closed += 1
                owners.change(item.owner) { $0.closed += 1 }
                count(end.to, in: &closed)
            }
            for (turn, before) in Self.handOvers(found.turns(at: index)) {
                guard let place = place(turn.at) else { continue }
                lines[place].handed += 1
                owners.change(before) { $0.handedAway += 1 }
                owners.change(turn.owner) { $0.handedOver += 1 }
            }
            for span in life.spans {
                var line = lines.firstPlace { $0.at > span.from }
                while line < lines.count, span.to.map({ lines[line].at <= $0 }) ?? true {
                    lines[line].open += 1
                    line += 1
                }
            }
            guard life.isOpen(at: scope.until) else { continue }
            let isLate = found.clocks(at: index).contains {
                ClockEnding($0, of: item, now: scope.now) == .missed(isOpen: true)
            }
            owners.change(item.owner) { row in
                row.open += 1
                if item.urgency >= .high { row.urgent += 1 }
                if isLate { row.overdue += 1 }
                let age = scope.until - item.opened
                row.oldest = max(row.oldest ?? age, age)
            }
            if item.owner == nil {
                unownedCount += 1
                unowned.append(item)
            }
        }
        flow = lines
        unowned = Array(unowned.sorted { ($0.opened, $0.id) < ($1.opened, $1.id) }.prefix(Self.most))
    }

    /// From one owner to another, or to nobody: that somebody takes a case that nobody has is none.
    private static func handOvers(_ turns: some Sequence<CaseTurn>) -> [(turn: CaseTurn, from: String?)] {
        var owner: String?
        var found: [(turn: CaseTurn, from: String?)] = []
        for turn in turns where turn.what == .assigned || turn.what == .unassigned {
            if let old = owner, old != turn.owner { found.append((turn, old)) }
            owner = turn.owner
        }
        return found
    }

    private func count(_ instant: Instant, in hours: inout [[Int]]) {
        let local = scope.zone.local(instant)
        hours[local.date.isoWeekday - 1][local.milliseconds / 3_600_000] += 1
    }
}

// MARK: - Tables

extension LoadReport {
    public var tables: [FigureTable] {
        scope.by == .owner
            ? [ownerTable, flowTable, hourTable, unownedTable]
            : [flowTable, ownerTable, hourTable, unownedTable]
    }

    private var flowTable: FigureTable {
        let length = (scope.by?.period ?? .week).rawValue
        return FigureTable(
            name: "flow", title: "Came in and was worked off",
            columns: [
                .init(length, length.uppercased()), .init("opened", "OPENED"),
                .init("reopened", "REOPENED"), .init("closed", "CLOSED"), .init("handed", "HANDED OVER"),
                .init("open", "OPEN AT END"),
            ],
            rows: flow.map {
                [
                    .text($0.label), .count($0.opened), .count($0.reopened), .count($0.closed),
                    .count($0.handed), .count($0.open),
                ]
            },
            notes: [
                "Closed: resolved, dismissed or merged. Reopened: open again after that, also a case that came "
                    + "back from a merge."
            ],
            plotted: "open")
    }

    private var ownerTable: FigureTable {
        FigureTable(
            name: "owners", title: "Whose they are now",
            columns: [
                .init("owner", "OWNER"), .init("open", "OPEN"), .init("urgent", "URGENT"),
                .init("overdue", "OVERDUE"), .init("opened", "OPENED"), .init("closed", "CLOSED"),
                .init("reopened", "REOPENED"), .init("handed_away", "GAVE AWAY"),
                .init("handed_over", "TOOK OVER"), .init("oldest_seconds", "OLDEST"),
            ],
            rows: owners.byGreatest(\.open).map { owner, row in
                [
                    .text(owner), .count(row.open), .count(row.urgent), .count(row.overdue),
                    .count(row.opened), .count(row.closed), .count(row.reopened), .count(row.handedAway),
                    .count(row.handedOver), .length(row.oldest),
                ]
            },
            notes: [
                "Opened, closed and reopened are counted for whose the case is now; given away and taken over "
                    + "as it happened."
            ], plotted: "open")
    }

    private var hourTable: FigureTable {
        var table = FigureTable(
            name: "hours", title: "When it comes and goes, by weekday and hour in \(scope.zone.name)",
            columns: [
                .init("weekday", "WEEKDAY"), .init("hour", "HOUR"), .init("opened", "OPENED"),
                .init("closed", "CLOSED"),
            ], plotted: "opened")
        for day in 0..<7 {
            for hour in 0..<24 where opened[day][hour] + closed[day][hour] > 0 {
                table.rows.append([
                    .text(Weekday.allCases[day].rawValue), .count(hour), .count(opened[day][hour]),
                    .count(closed[day][hour]),
                ])
            }
        }
        return table
    }

    private var unownedTable: FigureTable {
        FigureTable(
            name: "unowned", title: "Open without owner: \(unownedCount), the oldest first",
            columns: [
                .init("case", "CASE"), .init("opened_at", "OPENED"), .init("age_seconds", "AGE"),
                .init("urgency", "URGENCY"), .init("topic", "TOPIC"), .init("source", "SOURCE"),
            ],
            rows: unowned.map {
                [
                    .text($0.id.description), .time($0.opened), .length(scope.until - $0.opened),
                    .text($0.urgency.rawValue), .text($0.topic), .text($0.source),
                ]
            })
    }
}
