/// What a period proves of one source: when everything written there was seen, when something may have been
/// missed, and when nobody can say.
///
/// A look is a visit that saw how far it reached. A complete one covers from the look before it to its own
/// start, whatever failed between. One that did not reach what was known before leaves a gap, which is taken
/// out of that stretch by its own dates until it is closed.
public struct CoverageProof: Hashable, Sendable {
    public var from: Instant
    public var to: Instant
    /// From `from` to `to` without a break, no two neighbours of the same state and reason.
    public var spans: [Span] = []
    /// Visits that began in the period.
    public var completeVisits = 0
    /// They saw something, and not all: a page failed, or nothing known was reached.
    public var incompleteVisits = 0
    public var failedVisits = 0
    /// The longest stretch of the period without a look.
    public var longestUnseen: Range<Instant>?
    /// The last look that joins on to the past: what was written since is not known. nil without one.
    public var lastComplete: Instant?

    public struct Span: Hashable, Sendable {
        public var from: Instant
        public var to: Instant
        public var state: State
        /// A sentence without its end.
        public var why: String

        public init(from: Instant, to: Instant, state: State, why: String) {
            self.from = from
            self.to = to
            self.state = state
            self.why = why
        }
    }

    public enum State: String, Hashable, Sendable {
        case covered
        /// Something may have been missed, and cannot be read any more.
        case gap
        case unknown
    }

    /// 0 to 1.
    public var coveredShare: Double {
        let all = (to - from).inSeconds
        guard all > 0 else { return 0 }
        return spans.filter { $0.state == .covered }.reduce(0) { $0 + ($1.to - $1.from).inSeconds } / all
    }

    /// - Parameters:
    ///   - visits: the earliest first; with the last look before the period and the first after it, where
    ///     there are such.
    ///   - gaps: of the source, at any time.
    ///   - ledgerBegins: older visits are not kept.
    public init(from: Instant, to: Instant, visits: [Visit], gaps: [Gap], ledgerBegins: Instant? = nil) {
        self.from = from
        self.to = max(from, to)
        for visit in visits where from <= visit.started && visit.started < to { count(visit) }
        let looks = visits.filter(\.isLook)
        var spans = Self.chain(looks, visits: visits, gaps: gaps, to: to, ledgerBegins: ledgerBegins)
        if let first = looks.first { Self.readBack(gaps, before: first.started, in: &spans) }
        for gap in gaps where gap.kind == .gap && gap.state != .closed {
            Self.cut(gap.span(after: looks), out: &spans)
        }
        self.spans = Self.joined(spans.compactMap { $0.clipped(from: from, to: to) })
        lastComplete = looks.last { $0.started <= to }?.started
        longestUnseen = Self.longest(looks, from: from, to: to)
    }

    private mutating func count(_ visit: Visit) {
        if visit.isComplete {
            completeVisits += 1
        } else if case .failed = visit.outcome {
            failedVisits += 1
        } else {
            incompleteVisits += 1
        }
    }
}

// MARK: - Steps

extension CoverageProof {
    /// From the beginning of time to its end: unknown, look by look, unknown.
    private static func chain(
        _ looks: [Visit], visits: [Visit], gaps: [Gap], to: Instant, ledgerBegins: Instant?
    ) -> [Span] {
        guard let first = looks.first, let last = looks.last else {
            return [Span(from: .min, to: .max, state: .unknown, why: unseen(visits, since: nil, to: to))]
        }
        var why = "before the first visit, at \(first.started)"
        if let ledgerBegins, first.started - ledgerBegins < .seconds(86_400), first.reach != .first {
            why = "visits before \(ledgerBegins) are not kept"
        }
        var spans = [Span(from: .min, to: first.started, state: .unknown, why: why)]
        for (before, look) in zip(looks, looks.dropFirst()) {
            var span = Span(
                from: before.started, to: look.started, state: .covered,
                why: "each visit reached what the one before had seen")
            if look.reach == .first, before.recordCount > 0 {
                span.state = .unknown
                span.why = "coverage began anew at \(look.started)"
            } else if look.reach == .gap, !gaps.contains(where: { $0.wasOpened(by: look) }) {
                span.state = .gap
                span.why = "the visit at \(look.started) did not reach what was known before"
            }
            spans.append(span)
        }
        let tail = unseen(visits, since: last.started, to: to)
        spans.append(Span(from: last.started, to: .max, state: .unknown, why: tail))
        return spans
    }

    /// Why nothing is known since the last look.
    private static func unseen(_ visits: [Visit], since: Instant?, to: Instant) -> String {
        let failed = visits.filter { visit in
            visit.started < to && !visit.isLook && since.map { visit.started > $0 } ?? true
        }
        guard let failure = failed.last?.outcome.failure else {
            return since.map { "not looked at since \($0)" } ?? "not visited"
        }
        let count = failed.count == 1 ? "the one visit" : "each of \(failed.count) visits"
        return (since.map { "not seen since \($0): \(count) since then" } ?? "never seen: \(count)")
            + " failed, the last with: \(failure.reason)"
    }

    /// What a backfill has read lies before the first visit.
    private static func readBack(_ gaps: [Gap], before first: Instant, in spans: inout [Span]) {
        for gap in gaps where gap.kind == .backfill {
            let isDone = gap.state == .closed
            guard let reached = isDone ? gap.after ?? .min : gap.reached, reached < first else { continue }
            let why = "read back over \(counted(gap.pages, "page")) by the visits since \(gap.opened)"
            cut(Span(from: reached, to: first, state: .covered, why: why), out: &spans)
        }
    }

    private static func cut(_ piece: Span, out spans: inout [Span]) {
        guard piece.from < piece.to else { return }
        var result: [Span] = []
        var isPlaced = false
        for span in spans {
            if let head = span.clipped(from: span.from, to: min(span.to, piece.from)) { result.append(head) }
            if !isPlaced, piece.from < span.to {
                result.append(piece)
                isPlaced = true
            }
            if let rest = span.clipped(from: max(span.from, piece.to), to: span.to) { result.append(rest) }
        }
        spans = result
    }

    private static func joined(_ spans: [Span]) -> [Span] {
        spans.reduce(into: []) { result, span in
            if let last = result.last, last.state == span.state, last.why == span.why {
                result[result.count - 1].to = span.to
            } else {
                result.append(span)
            }
        }
    }

    private static func longest(_ looks: [Visit], from: Instant, to: Instant) -> Range<Instant>? {
        guard from < to else { return nil }
        let times = [from] + looks.map(\.started).filter { from < $0 && $0 < to } + [to]
        return zip(times, times.dropFirst()).map { $0..<$1 }
            .max { $0.upperBound - $0.lowerBound < $1.upperBound - $1.lowerBound }
    }
}

extension CoverageProof.Span {
    /// nil when nothing of it is left.
    fileprivate func clipped(from: Instant, to: Instant) -> Self? {
        var part = self
        part.from = max(from, self.from)
        part.to = min(to, self.to)
        return part.from < part.to ? part : nil
    }
}

extension Visit {
    /// It saw how far it reached.
    public var isLook: Bool {
        switch outcome {
        case .complete, .unchanged: true
        case .partial, .failed: false
        }
    }
}

extension Gap {
    fileprivate func wasOpened(by visit: Visit) -> Bool {
        kind == .gap && visit.started <= opened && opened <= visit.ended
    }

    /// The time it is about. What was written before the look before it was seen then; where dates say
    /// nothing, it is the whole time between the two visits.
    fileprivate func span(after looks: [Visit]) -> CoverageProof.Span {
        let own = looks.last { wasOpened(by: $0) }?.started ?? opened
        let previous = looks.last { $0.started < own }?.started
        var (from, to) = (max(after ?? .min, previous ?? .min), min(before ?? own, own))
        if from >= to { (from, to) = (previous ?? after ?? to, own) }
        let isOpen = state == .open
        let text = isOpen ? "being read back since \(opened)" : why ?? "no record known before was reached"
        return .init(
            from: from, to: to, state: isOpen ? .unknown : .gap,
            why: "something may have been missed: \(text)")
    }
}

extension Instant {
    fileprivate static let max = Instant(milliseconds: .max)
}
