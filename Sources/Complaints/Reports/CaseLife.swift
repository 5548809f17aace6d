/// When a case wanted something of staff: from its opening, and from each reopening, to its end.
struct CaseLife {
    /// In order and apart.
    private(set) var ended: [(from: Instant, to: Instant, how: TimelineEntry.What)] = []
    /// Since when it is open; nil for a case that is over.
    private(set) var openSince: Instant?
    /// Told to be opened again, also where it was still open.
    private(set) var reopened: [Instant] = []
    /// Open again after an end: reopened, or back from the case that it was merged into.
    private(set) var back: [Instant] = []

    init(_ item: ReportedCase, turns: some Sequence<CaseTurn>) {
        openSince = item.opened
        var last = item.opened
        for turn in turns {
            switch turn.what {
            case .resolved, .closed, .dismissed, .merged: end(at: turn.at, turn.what)
            case .reopened:
                begin(at: turn.at)
                reopened.append(turn.at)
            // A mention that came back from another case took the case with it.
            case .split where ended.last?.how == .merged: begin(at: turn.at)
            default: continue
            }
            last = turn.at
        }
        // The state has the last word, also where the timeline was written by an older program.
        if item.state.isActive { begin(at: last) } else { end(at: last, item.state.ending) }
    }

    private mutating func begin(at instant: Instant) {
        guard openSince == nil else { return }
        let since = max(instant, ended.last?.to ?? instant)
        openSince = since
        back.append(since)
    }

    private mutating func end(at instant: Instant, _ how: TimelineEntry.What) {
        guard let since = openSince else { return }
        ended.append((since, max(since, instant), how))
        openSince = nil
    }

    /// Each time it was open; without an end where it still is.
    var spans: [(from: Instant, to: Instant?)] {
        ended.map { ($0.from, $0.to) } + (openSince.map { [($0, nil)] } ?? [])
    }

    /// Before anything that happens at that very moment, which belongs to the period that begins there.
    func isOpen(at instant: Instant) -> Bool {
        spans.contains { span in span.from < instant && span.to.map { instant <= $0 } ?? true }
    }

    /// The turns that it is made of.
    static let turns: Set<TimelineEntry.What> = [
        .resolved, .closed, .dismissed, .merged, .reopened, .split,
    ]
}

extension CaseState {
    fileprivate var ending: TimelineEntry.What {
        switch self {
        case .dismissed: .dismissed
        case .merged: .merged
        case .new, .open, .waiting, .answered, .resolved, .closed: .resolved
        }
    }
}
