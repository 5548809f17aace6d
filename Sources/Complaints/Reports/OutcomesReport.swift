/// `report outcomes`: what customers did after our answer, for better and for worse, and how cases ended.
///
/// An answered case belongs to the period of its first public answer, seen or said by staff.
public struct OutcomesReport {
    public static let turns = CaseLife.turns.union([
        .replied, .replySeen, .edited, .ratingRaised, .ratingLowered, .vanished, .reappeared, .followedUp,
    ])

    private let scope: ReportScope
    private var answers = Rows(Reactions())
    private var ends = Rows(Ends())

    fileprivate struct Reactions {
        var answered = 0
        var edited = 0
        var softened = 0
        var raised = 0
        var lowered = 0
        var removed = 0
        var wroteAgain = 0
        var reopened = 0
        var none = 0
        var wait = Lengths()
    }

    fileprivate struct Ends {
        var cases = 0
        var resolved = 0
        var silent = 0
        var dismissed = 0
        var merged = 0
        var answered = 0
        var unanswered = 0
    }

    public init(_ found: ReportedCases, scope: ReportScope) {
        self.scope = scope
        var rows = CaseRows(scope, policies: found.policies)
        for place in found.cases.indices {
            let item = found.cases[place]
            let turns = found.turns(at: place)
            let answer = turns.first { $0.isAnswer }?.at
            if scope.contains(item.opened) {
                ends.change(rows.label(of: item, at: item.opened)) { $0.add(item, turns) }
            }
            guard let answer, item.isComplaint, scope.contains(answer) else { continue }
            let label = rows.label(of: item, at: answer)
            // A visit may have seen the answer and the reaction at once: then nobody knows which came first.
            let later = turns.filter { $0.at > answer }
            answers.change(label) { $0.add(item, later, since: answer) }
        }
    }

    public var tables: [FigureTable] { [reactionTable, endTable] }
}

// MARK: - Counting

extension OutcomesReport.Reactions {
    fileprivate mutating func add(_ item: ReportedCase, _ turns: [CaseTurn], since answer: Instant) {
        answered += 1
        func has(_ what: TimelineEntry.What) -> Bool { turns.contains { $0.what == what } }
        if has(.edited) {
            edited += 1
            if !item.isFlagged { softened += 1 }
        }
        if has(.ratingRaised) { raised += 1 }
        if has(.ratingLowered) { lowered += 1 }
        if has(.followedUp) { wroteAgain += 1 }
        if has(.reopened) { reopened += 1 }
        let isGone = turns.last { $0.what == .vanished || $0.what == .reappeared }?.what == .vanished
        if isGone { removed += 1 }
        let first = turns.first { turn in
            switch turn.what {
            case .edited, .ratingRaised, .ratingLowered, .followedUp, .reopened: true
            case .vanished: isGone
            default: false
            }
        }
        if let first {
            wait.add(first.at - answer)
        } else {
            none += 1
        }
    }
}

extension OutcomesReport.Ends {
    fileprivate mutating func add(_ item: ReportedCase, _ turns: some BidirectionalCollection<CaseTurn>) {
        cases += 1
        let answer = turns.lastIndex { $0.isAnswer }
        switch item.state {
        case .dismissed: dismissed += 1
        case .merged: merged += 1
        case .resolved, .closed: if answer != nil { resolved += 1 } else { silent += 1 }
        case .answered: answered += 1
        // Reopened, or its answer is gone: one is owed again.
        case .new, .open: unanswered += 1
        case .waiting:
            let reopening = turns.lastIndex { $0.what == .reopened }
            let isAnswered = answer.map { answer in reopening.map { $0 < answer } ?? true } ?? false
            if isAnswered { answered += 1 } else { unanswered += 1 }
        }
    }
}

extension CaseTurn {
    fileprivate var isAnswer: Bool { what == .replied || what == .replySeen }
}

// MARK: - Tables

extension OutcomesReport {
    private var reactionTable: FigureTable {
        var table = FigureTable(
            name: "reactions", title: "What customers did after our answer",
            columns: CaseRows.columns(scope) + [
                .init("answered", "ANSWERED"), .init("edited", "EDITED"),
                .init("softened", "NO COMPLAINT NOW"),
                .init("raised", "RATING UP"), .init("lowered", "RATING DOWN"), .init("removed", "REMOVED"),
                .init("wrote_again", "WROTE AGAIN"), .init("reopened", "REOPENED"), .init("none", "NOTHING"),
                .init("reaction_p50_seconds", "FIRST AFTER P50"),
                .init("reaction_p90_seconds", "P90"),
            ],
            notes: [
                "A case counts for each thing that its customer did; nothing: none of them to this day. "
                    + "No complaint now: edited, and the text does not read as one any more."
            ], plotted: "raised")
        for (label, row) in answers.byName {
            let shares = [
                row.edited, row.softened, row.raised, row.lowered, row.removed, row.wroteAgain, row.reopened,
                row.none,
            ]
            table.rows.append(
                CaseRows.lead(scope, label) + [.count(row.answered)]
                    + shares.map { .share(Proportion($0, of: row.answered)) }
                    + [.length(row.wait.median), .length(row.wait.percentile(90))])
        }
        return table
    }

    private var endTable: FigureTable {
        FigureTable(
            name: "ends", title: "How the cases opened in the period stand now",
            columns: CaseRows.columns(scope) + [
                .init("cases", "CASES"), .init("resolved", "RESOLVED"),
                .init("resolved_unanswered", "RESOLVED, NO ANSWER"), .init("answered", "OPEN, ANSWERED"),
                .init("unanswered", "OPEN, NO ANSWER"), .init("dismissed", "DISMISSED"),
                .init("merged", "MERGED"),
            ],
            rows: ends.byName.map { label, row in
                CaseRows.lead(scope, label)
                    + [
                        row.cases, row.resolved, row.silent, row.answered, row.unanswered, row.dismissed,
                        row.merged,
                    ].map { .count($0) }
            })
    }
}
