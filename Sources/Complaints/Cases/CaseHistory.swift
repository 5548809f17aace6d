/// What happened to a case, as far as its clocks care.
public struct CaseHistory: Hashable, Sendable {
    public var opened: Instant
    /// When the customer wrote; the opening where it is not known.
    public var posted: Instant
    /// When Ombud first saw it.
    public var seen: Instant
    /// In order of time.
    public var entries: [Entry]

    public struct Entry: Hashable, Sendable {
        public var at: Instant
        public var what: What

        public init(at: Instant, what: What) {
            self.at = at
            self.what = what
        }
    }

    public enum What: Hashable, Sendable {
        case wait, resume, assign, resolve, reopen
        /// Staff say that they answered in public.
        case reply
        /// The public reply stands on a page; `time` is the page's own, nil where it says none.
        case replySeen(time: Instant?, mention: MentionID?)
        /// It stands there no more. Without a mention: the last that was seen.
        case replyVanished(mention: MentionID?)
        case delay(Delay)
        /// The customer changed the text.
        case edited
        /// The customer wrote again.
        case followUp
        case ratingRaised, ratingLowered
        /// Staff say whether a law applies. Without a clock: to every statutory one.
        case basis(ClockBasis, clock: String?)
    }

    /// A deadline moved on purpose.
    public struct Delay: Hashable, Sendable {
        /// nil for an extension: as far as the law allows.
        public var until: Instant?
        public var kind: Kind
        public var why: String?
        /// nil for every clock that it fits.
        public var clock: String?

        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            /// Told to the customer: moves the clocks of the house.
            case agreed
            /// A longer limit that a law gives for reasons told in time: moves the clocks of laws.
            case `extension`
        }

        public init(until: Instant?, kind: Kind = .agreed, why: String? = nil, clock: String? = nil) {
            self.until = until
            self.kind = kind
            self.why = why
            self.clock = clock
        }
    }

    public init(opened: Instant, posted: Instant? = nil, seen: Instant? = nil, entries: [Entry] = []) {
        self.opened = opened
        self.posted = posted ?? opened
        self.seen = seen ?? opened
        self.entries = entries
    }

    /// What crawling cost: from when the customer wrote to when Ombud saw it.
    public var ownDelay: Duration { max(seen - posted, .zero) }

    func anchor(_ from: ClockRule.Anchor) -> Instant {
        switch from {
        case .posted: posted
        case .seen: seen
        case .opened: opened
        }
    }
}

extension CaseHistory {
    /// What the clocks need of a timeline.
    public init(_ found: Case, timeline: [TimelineEntry]) {
        let entries = timeline.standing.compactMap { entry in
            What(entry).map { Entry(at: entry.at, what: $0) }
        }
        self.init(
            opened: found.opened, posted: found.posted, seen: found.seen,
            entries: entries.enumerated()
                .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element))
    }
}

extension CaseHistory.What {
    /// nil for a line of the timeline that no clock cares about.
    init?(_ entry: TimelineEntry) {
        switch entry.what {
        case .assigned: self = .assign
        case .replied: self = .reply
        case .replySeen: self = .replySeen(time: entry.time, mention: entry.mention)
        case .replyVanished: self = .replyVanished(mention: entry.mention)
        case .resolved, .dismissed, .closed: self = .resolve
        case .reopened: self = .reopen
        case .waiting: self = .wait
        case .resumed: self = .resume
        case .delayed:
            guard let until = entry.time else { return nil }
            self = .delay(CaseHistory.Delay(until: until, why: entry.note, clock: entry.clock))
        case .extended:
            self = .delay(
                CaseHistory.Delay(until: entry.time, kind: .extension, why: entry.note, clock: entry.clock))
        case .edited: self = .edited
        case .followedUp: self = .followUp
        case .ratingRaised: self = .ratingRaised
        case .ratingLowered: self = .ratingLowered
        case .basisConfirmed: self = .basis(.confirmed, clock: entry.clock)
        case .basisDenied: self = .basis(.denied, clock: entry.clock)
        // A case that was merged stands still by its state, so that undoing it leaves no trace.
        case .opened, .noted, .confirmed, .warned, .missed, .mentioned, .vanished, .reappeared,
            .policyChanged,
            .merged, .joined, .split, .replyUnseen, .replyEdited, .nextStep, .stepDone,
            .unassigned, .tagged, .untagged, .linked, .unlinked, .takenBack,
            .promised, .promiseProposed, .promiseDeclined, .promiseAtRisk, .promiseKept, .promiseBroken,
            .escalated:
            return nil
        }
    }
}

extension Policy {
    /// What staff said of a law's clock; nil for a clock of the house.
    public func basis(of clock: String, timeline: [TimelineEntry]) -> ClockBasis? {
        guard clocks.contains(where: { $0.name == clock && $0.isStatutory }) else { return nil }
        for entry in timeline.standing.reversed() {
            if case .basis(let basis, let name) = CaseHistory.What(entry), name == nil || name == clock {
                return basis
            }
        }
        return .unreviewed
    }
}
