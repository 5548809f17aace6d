/// `report causes`: what people complain about, what comes again, and whether it grows.
///
/// Complaints are cases that were neither dismissed nor merged into another, by when they were opened.
public struct CausesReport {
    public static let turns: Set<TimelineEntry.What> = []

    private let scope: ReportScope
    private var causes = Rows(Rows(Counts()))
    private var topics = Rows(Rows(Counts()))
    private var totals = Rows(0)

    fileprivate struct Counts {
        var cases = 0
        /// In the period before, which is as long.
        var before = 0
        /// The same author had complained of the same about the same subject before.
        var againAuthor = 0
        /// Somebody had, within the ninety days before.
        var againSubject = 0
        var high = 0
    }

    /// What is a repetition: the same cause for the same subject, and by the same author.
    private struct Story: Hashable {
        var subject: String
        var cause: String
        var source: String?
        var author: String?
    }

    /// For how long a cause that was complained of is taken to be known.
    private static let memory = Duration.seconds(90 * 86_400)

    public init(_ found: ReportedCases, scope: ReportScope) {
        self.scope = scope
        var rows = CaseRows(scope, policies: found.policies)
        var last: [Story: Instant] = [:]
        let before = scope.periods == nil ? scope.before : nil
        let cases = found.cases.filter(\.isComplaint).sorted { ($0.opened, $0.id) < ($1.opened, $1.id) }
        for item in cases {
            var (isAuthor, isSubject) = (false, false)
            if let cause = item.cause {
                let story = Story(subject: item.subject, cause: cause)
                isSubject = last[story].map { item.opened - $0 <= Self.memory } ?? false
                last[story] = item.opened
                if let author = item.author {
                    let own = Story(
                        subject: item.subject, cause: cause, source: item.source, author: author)
                    isAuthor = last[own] != nil
                    last[own] = item.opened
                }
            }
            let isBefore = before?.contains(item.opened) ?? false
            guard isBefore || scope.contains(item.opened) else { continue }
            let label = rows.label(of: item, at: item.opened)
            func count(_ counts: inout Counts) {
                if isBefore {
                    counts.before += 1
                    return
                }
                counts.cases += 1
                if isAuthor { counts.againAuthor += 1 }
                if isSubject { counts.againSubject += 1 }
                if item.urgency >= .high { counts.high += 1 }
            }
            causes.change(label) { $0.change(item.cause, count) }
            topics.change(label) { $0.change(item.topic, count) }
            if !isBefore { totals[label] += 1 }
        }
        let first = cases.first { scope.contains($0.opened) }?.opened
        let labels = scope.allPeriods(first: first).map(\.label)
        for (earlier, later) in zip(labels, labels.dropFirst()) {
            Self.takeTrend(&causes, from: earlier, to: later)
            Self.takeTrend(&topics, from: earlier, to: later)
        }
    }

    /// Where rows are periods, the one before a period is the row before it.
    private static func takeTrend(_ rows: inout Rows<Rows<Counts>>, from earlier: String, to later: String) {
        for (name, counts) in rows[earlier].byName where counts.cases > 0 {
            rows.change(later) { $0.change(name) { $0.before = counts.cases } }
        }
    }

    public var tables: [FigureTable] {
        [
            table("causes", "cause", causes, title: "Causes of the complaints"),
            table("topics", "topic", topics, title: "Topics of the complaints"),
        ]
    }

    private func table(
        _ name: String, _ key: String, _ rows: Rows<Rows<Counts>>, title: String
    ) -> FigureTable {
        let isTrendKnown = scope.periods != nil || scope.before != nil
        var table = FigureTable(
            name: name, title: title,
            columns: CaseRows.columns(scope) + [
                .init(key == scope.by?.rawValue ? "of_\(key)" : key, key.uppercased()),
                .init("cases", "CASES"), .init("share", "SHARE"), .init("before", "BEFORE"),
                .init("change", "CHANGE"), .init("again_author", "SAME AUTHOR"),
                .init("again_subject", "SAME SUBJECT"), .init("urgent", "URGENT"),
            ],
            notes: [
                "Same author: who had complained of the same cause before. Same subject: somebody had, within "
                    + "90 days. Before: in the period before, which is as long."
            ], plotted: "cases")
        for (label, causes) in rows.byName {
            for (cause, counts) in causes.byGreatest(\.cases) {
                table.rows.append(
                    CaseRows.lead(scope, label) + [
                        .text(cause), .count(counts.cases),
                        .share(Proportion(counts.cases, of: totals[label])),
                        .count(isTrendKnown ? counts.before : nil),
                        .count(isTrendKnown ? counts.cases - counts.before : nil),
                        .count(counts.againAuthor), .count(counts.againSubject), .count(counts.high),
                    ])
            }
        }
        return table
    }
}
