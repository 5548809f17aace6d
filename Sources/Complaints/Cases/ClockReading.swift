/// What a clock shows at one moment, with its proof.
public struct ClockReading: Hashable, Sendable {
    public var name: String
    /// nil for a clock that is off, or that has not started.
    public var due: Instant?
    public var state: ClockState
    /// When the event that stops it came.
    public var stoppedAt: Instant?
    /// Working time left for `wh`, otherwise elapsed time left; negative when late. nil when it does not run.
    public var left: Duration?
    /// How the due time came about, one sentence a step, naming calendar, holiday, pause and law.
    public var steps: [String]

    public init(
        name: String, due: Instant?, state: ClockState, stoppedAt: Instant? = nil, left: Duration? = nil,
        steps: [String] = []
    ) {
        self.name = name
        self.due = due
        self.state = state
        self.stoppedAt = stoppedAt
        self.left = left
        self.steps = steps
    }
}

public enum ClockState: String, Hashable, Sendable, Codable, CaseIterable {
    case running, paused, met, missed, off
}

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
        case wait, resume, reply, assign, resolve, reopen
        case delay(until: Instant)
    }

    public init(opened: Instant, posted: Instant? = nil, seen: Instant? = nil, entries: [Entry] = []) {
        self.opened = opened
        self.posted = posted ?? opened
        self.seen = seen ?? opened
        self.entries = entries
    }
}
