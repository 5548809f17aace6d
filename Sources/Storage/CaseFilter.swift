import Complaints

/// Which cases are meant: by lists, bulk acts, exports and reports alike. What is empty asks for nothing.
public struct CaseFilter: Hashable, Sendable {
    public var states: Set<CaseState> = []
    public var owners: Set<Owner> = []
    public var subjects: Set<String> = []
    /// Of a mention of the case, as the next two.
    public var sources: Set<SourceID> = []
    public var causes: Set<String> = []
    public var languages: Set<String> = []
    public var topics: Set<String> = []
    /// One of these is on it.
    public var tags: Set<Tag> = []
    /// By name, whichever version of it.
    public var policies: Set<String> = []
    public var priorities: Set<Priority.Level> = []
    /// Of the nearest deadline that still wants something: in one of these.
    public var due: [TimeSpan] = []
    /// When they were opened.
    public var opened = TimeSpan()

    public enum Owner: Hashable, Sendable {
        case nobody
        case named(String)
    }

    public init(states: Set<CaseState> = []) { self.states = states }

    public static let everything = CaseFilter()
    /// What still wants something of staff.
    public static let active = CaseFilter(states: Set(CaseState.allCases.filter(\.isActive)))
}

/// From one time on, before another; nil is without end.
public struct TimeSpan: Hashable, Sendable {
    public var from: Instant?
    public var until: Instant?

    public init(from: Instant? = nil, until: Instant? = nil) {
        self.from = from
        self.until = until
    }

    public var isEndless: Bool { from == nil && until == nil }
}

/// In which order cases are listed.
public struct CaseOrder: Hashable, Sendable {
    public var by: By
    public var isReversed: Bool

    public enum By: String, Hashable, Sendable, CaseIterable {
        /// What is active by its priority, then the others, the latest first.
        case priority
        /// The nearest deadline first; without one last.
        case due
        /// The latest first.
        case opened, updated
        /// The likeliest complaint first.
        case score
    }

    public init(_ by: By = .priority, isReversed: Bool = false) {
        self.by = by
        self.isReversed = isReversed
    }
}

/// Which mentions are meant. What is empty or nil asks for nothing.
public struct MentionFilter: Hashable, Sendable {
    public var sources: Set<SourceID> = []
    public var subjects: Set<String> = []
    public var topics: Set<String> = []
    public var causes: Set<String> = []
    public var languages: Set<String> = []
    public var urgencies: Set<Score.Urgency> = []
    public var flagged: Bool?
    /// nil: whatever staff decided, or nothing.
    public var review: Review?
    /// When they were first seen.
    public var seen = TimeSpan()
    /// Whether they are in a case.
    public var hasCase: Bool?
    /// Of the case they are in.
    public var owners: Set<CaseFilter.Owner> = []
    /// Of the mention and the case it is in, as the inbox has it.
    public var priorities: Set<Priority.Level> = []
    /// The nearest deadline of the case.
    public var due: [TimeSpan] = []

    /// Leaves out what somebody put off until a time that has not come.
    public var isAwake = false

    public enum Review: String, Hashable, Sendable, CaseIterable { case none, confirmed, dismissed }

    public init(flagged: Bool? = nil, review: Review? = nil, isAwake: Bool = false) {
        self.flagged = flagged
        self.review = review
        self.isAwake = isAwake
    }

    public static let everything = MentionFilter()
    /// What staff have still to look at.
    public static let inbox = MentionFilter(
        flagged: true, review: MentionFilter.Review.none, isAwake: true)
}

/// In which order mentions are listed.
public struct MentionOrder: Hashable, Sendable {
    public var by: By
    public var isReversed: Bool

    public enum By: String, Hashable, Sendable, CaseIterable {
        /// The newest first.
        case newest
        /// The most pressing first, then the likeliest complaint, then the newest.
        case priority
        /// By the nearest deadline of the case; without one last.
        case due
        /// The likeliest complaint first.
        case score
        /// The latest first.
        case updated
    }

    public init(_ by: By = .newest, isReversed: Bool = false) {
        self.by = by
        self.isReversed = isReversed
    }
}
