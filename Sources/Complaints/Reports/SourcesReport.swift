/// `report sources`: what each source brought, how right its flags were, how soon things were seen, and for how
/// long nothing was.
public struct SourcesReport {
    private let scope: ReportScope
    private var rows = Rows(Rows(Brought()))
    private var coverage: [CoverageRow] = []
    private var labels: CaseRows

    private struct Brought {
        var mentions = 0
        var flagged = 0
        var confirmed = 0
        var dismissed = 0
        var cases = 0
        var toSee = Lengths()
    }

    private struct CoverageRow {
        var label: String?
        var source: String
        var complete = 0
        var incomplete = 0
        var failed = 0
        var watched: Duration
        var blind: Duration
        var gaps: Int
        var lost: Int
    }

    public init(scope: ReportScope) {
        self.scope = scope
        labels = CaseRows(scope, policies: [:])
    }

    /// - Parameter firstLook: when anything was seen on the source first: what was written before could not
    ///   have been seen sooner.
    public mutating func add(_ mention: ReportedMention, firstLook: Instant?) {
        guard scope.contains(mention.seen) else { return }
        rows.change(label(at: mention.seen)) { rows in
            rows.change(mention.source) { row in
                row.mentions += 1
                if mention.isFlagged {
                    row.flagged += 1
                    if mention.decision == .confirmed { row.confirmed += 1 }
                    if mention.decision == .dismissed { row.dismissed += 1 }
                }
                guard let written = mention.published, let firstLook, written >= firstLook else { return }
                row.toSee.add(max(mention.seen - written, .zero))
            }
        }
    }

    public mutating func add(_ item: ReportedCase) {
        guard let source = item.source, scope.contains(item.opened) else { return }
        rows.change(label(at: item.opened)) { $0.change(source) { $0.cases += 1 } }
    }

    /// What the ledger of visits proves about a source.
    public mutating func add(_ source: WatchedSource) {
        let stretches: [(label: String?, from: Instant, to: Instant)]
        let begin = max(scope.since ?? source.watchedSince, source.watchedSince)
        if let periods = scope.periods {
            stretches = periods.all(from: begin, to: scope.until).map { period in
                let start = scope.zone.instant(of: period.first)
                return (period.label, max(begin, start), min(periods.end(of: period), scope.until))
            }
        } else {
            stretches = [(nil, begin, scope.until)]
        }
        for stretch in stretches where stretch.from < stretch.to {
            coverage.append(row(of: source, stretch))
        }
    }

    private func row(
        of source: WatchedSource, _ stretch: (label: String?, from: Instant, to: Instant)
    ) -> CoverageRow {
        let (visits, gaps) = source.about(stretch.from, stretch.to)
        let proof = CoverageProof(
            from: stretch.from, to: stretch.to, visits: visits, gaps: gaps, ledgerBegins: source.ledgerBegins)
        // Between two visits that are on time nobody is blind yet.
        let known = source.isUpToDate ? source.lastLook : nil
        var blind = Duration.zero
        for span in proof.spans where span.state != .covered {
            if let known, span.from >= known { continue }
            blind += span.to - span.from
        }
        let opened = source.gaps.filter {
            $0.kind == .gap && stretch.from <= $0.opened && $0.opened < stretch.to
        }
        return CoverageRow(
            label: stretch.label, source: source.name, complete: proof.completeVisits,
            incomplete: proof.incompleteVisits, failed: proof.failedVisits,
            watched: stretch.to - stretch.from, blind: blind, gaps: opened.count,
            lost: opened.count { $0.state == .stays })
    }

    private mutating func label(at instant: Instant) -> String? {
        scope.periods == nil ? nil : labels.label(at: instant)
    }

    public var tables: [FigureTable] { [sourceTable, coverageTable] }

    private var lead: [FigureTable.Column] {
        (scope.periods == nil ? [] : CaseRows.columns(scope)) + [.init("source", "SOURCE")]
    }

    private func lead(_ label: String?, _ source: String?) -> [Figure] {
        (scope.periods == nil ? [] : [.text(label)]) + [.text(source)]
    }

    private var sourceTable: FigureTable {
        var table = FigureTable(
            name: "sources", title: "What each source brought",
            columns: lead + [
                .init("mentions", "MENTIONS"), .init("flagged", "FLAGGED"), .init("cases", "CASES"),
                .init("precision", "PRECISION"), .init("confirmed", "CONFIRMED"),
                .init("dismissed", "DISMISSED"), .init("timed", "TIMED"),
            ] + Lengths.columns("seen_", "SEEN AFTER "),
            notes: [
                "Precision: confirmed of the flagged that staff decided on. Seen after: from written to seen, "
                    + "of what was written since the source was first seen."
            ], plotted: "mentions")
        for (label, sources) in rows.byName {
            for (source, row) in sources.byGreatest(\.mentions) {
                var seen = row.toSee
                seen.sort()
                table.rows.append(
                    lead(label, source) + [
                        .count(row.mentions), .count(row.flagged), .count(row.cases),
                        .share(Proportion(row.confirmed, of: row.confirmed + row.dismissed)),
                        .count(row.confirmed), .count(row.dismissed), .count(seen.count),
                    ] + seen.figures)
            }
        }
        return table
    }

    private var coverageTable: FigureTable {
        let sorted = coverage.sorted { ($0.label ?? "", $0.source) < ($1.label ?? "", $1.source) }
        return FigureTable(
            name: "coverage", title: "What was seen of them",
            columns: lead + [
                .init("complete", "COMPLETE"), .init("incomplete", "INCOMPLETE"), .init("failed", "FAILED"),
                .init("watched_seconds", "WATCHED"), .init("blind_seconds", "BLIND"),
                .init("blind", "BLIND SHARE"), .init("gaps", "GAPS"), .init("lost", "NOT CLOSED"),
            ],
            rows: sorted.map { row in
                lead(row.label, row.source) + [
                    .count(row.complete), .count(row.incomplete), .count(row.failed),
                    .length(row.watched), .length(row.blind),
                    .share(
                        Proportion(
                            Int(row.blind.inMilliseconds / 1000), of: Int(row.watched.inMilliseconds / 1000))
                    ),
                    .count(row.gaps), .count(row.lost),
                ]
            },
            notes: [
                "Blind: time of which nobody can say that all that was written then was seen. Watched from the "
                    + "first visit that the ledger has."
            ])
    }
}

/// A mention as reports count it.
public struct ReportedMention: Hashable, Sendable {
    public var source: String
    public var seen: Instant
    public var published: Instant?
    public var isFlagged: Bool
    public var decision: Mention.Decision?

    public init(
        source: String, seen: Instant, published: Instant? = nil, isFlagged: Bool = false,
        decision: Mention.Decision? = nil
    ) {
        self.source = source
        self.seen = seen
        self.published = published
        self.isFlagged = isFlagged
        self.decision = decision
    }
}

/// A source with what its ledger has of a period.
public struct WatchedSource: Hashable, Sendable {
    public var name: String
    /// Its first visit that is known.
    public var watchedSince: Instant
    /// The last visit saw it and the next is not due yet.
    public var isUpToDate: Bool
    /// The earliest first, with the last look before the period and the first after it.
    public let visits: [Visit]
    public var gaps: [Gap]
    public var ledgerBegins: Instant?
    /// Places of the looks among the visits.
    private let looks: [Int]

    public init(
        name: String, watchedSince: Instant, isUpToDate: Bool, visits: [Visit], gaps: [Gap] = [],
        ledgerBegins: Instant? = nil
    ) {
        self.name = name
        self.watchedSince = watchedSince
        self.isUpToDate = isUpToDate
        self.visits = visits
        self.gaps = gaps
        self.ledgerBegins = ledgerBegins
        looks = visits.indices.filter { visits[$0].isLook }
    }

    var lastLook: Instant? { looks.last.map { visits[$0].started } }

    /// What proves a part of the time: a year of days is not proved from all of its visits each.
    ///
    /// - Returns: the visits of the stretch with two looks before it (what a gap is about begins at the look
    ///   before the one that found it) and two after it, and all gaps that one of them can date.
    func about(_ from: Instant, _ to: Instant) -> (visits: [Visit], gaps: [Gap]) {
        let before = looks.firstPlace { visits[$0].started > from }
        let after = looks.firstPlace { visits[$0].started >= to }
        let inside = visits.firstPlace { $0.started >= from }..<visits.firstPlace { $0.started >= to }
        let first = before >= 2 ? looks[before - 2] : 0
        let last = after < looks.count ? looks[min(after + 1, looks.count - 1)] : (looks.last ?? 0)
        let places = min(first, inside.lowerBound)..<max(inside.upperBound, min(last + 1, visits.count))
        let end = after + 1 < looks.count ? visits[last].ended : nil
        // What a gap is about ends with the visit that found it.
        let near = gaps.filter { gap in
            gap.kind == .backfill || (from < gap.opened && end.map { gap.opened <= $0 } ?? true)
        }
        return (Array(visits[places]), near)
    }
}
