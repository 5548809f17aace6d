/// What lay open at the end of each period, by how long it had been open then.
///
/// All cases count that were open at that moment, whenever they were opened.
struct Backlog {
    private let scope: ReportScope
    private var lines: [Line] = []

    private struct Line {
        var label: String?
        var at: Instant
        var ages = [Int](repeating: 0, count: Backlog.bounds.count + 1)
        var oldest: Duration?

        mutating func add(age: Duration) {
            ages[Backlog.bounds.firstIndex { age < $0 } ?? Backlog.bounds.count] += 1
            oldest = max(oldest ?? age, age)
        }
    }

    private static let day = Duration.seconds(86_400)
    /// Up to a day, three, a week, thirty days, and beyond.
    private static let bounds = [day, day * 3, day * 7, day * 30]

    init(_ found: ReportedCases, scope: ReportScope) {
        self.scope = scope
        guard !found.cases.isEmpty else { return }
        guard scope.periods == nil else {
            takePeriods(found)
            return
        }
        var rows = Rows(Line(label: nil, at: scope.until))
        var labels = CaseRows(scope, policies: found.policies)
        for place in found.cases.indices where found.life(at: place).isOpen(at: scope.until) {
            let item = found.cases[place]
            rows.change(labels.label(of: item, at: item.opened)) { $0.add(age: scope.until - item.opened) }
        }
        lines = rows.byName.map { label, line in
            var line = line
            line.label = label
            return line
        }
        if lines.isEmpty, scope.by == nil { lines = [Line(label: nil, at: scope.until)] }
    }

    private mutating func takePeriods(_ found: ReportedCases) {
        guard let periods = scope.periods else { return }
        lines = scope.allPeriods(first: found.cases.map(\.opened).min()).map {
            Line(label: $0.label, at: min(periods.end(of: $0), scope.until))
        }
        for place in found.cases.indices {
            let item = found.cases[place]
            for span in found.life(at: place).spans {
                var line = lines.firstPlace { $0.at > span.from }
                while line < lines.count, span.to.map({ lines[line].at <= $0 }) ?? true {
                    lines[line].add(age: lines[line].at - item.opened)
                    line += 1
                }
            }
        }
    }

    var table: FigureTable {
        FigureTable(
            name: "backlog",
            title: scope.periods == nil ? "Open, by age" : "Open at the end of each period, by age",
            columns: CaseRows.columns(scope) + [
                .init("at", "AT"), .init("open", "OPEN"), .init("to_1d", "TO 1 D"), .init("to_3d", "TO 3 D"),
                .init("to_7d", "TO 7 D"), .init("to_30d", "TO 30 D"), .init("beyond_30d", "BEYOND"),
                .init("oldest_seconds", "OLDEST"),
            ],
            rows: lines.map { line in
                CaseRows.lead(scope, line.label) + [.time(line.at), .count(line.ages.reduce(0, +))]
                    + line.ages.map { .count($0) } + [.length(line.oldest)]
            }, plotted: scope.periods == nil ? nil : "open")
    }
}
