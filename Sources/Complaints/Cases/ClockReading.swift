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
    /// Whether a law applies; nil for a clock of the house.
    public var basis: ClockBasis?
    /// Until when the reply that staff said they gave has to be seen on the page.
    public var holdsUntil: Instant?
    /// The date agreed under which a paused clock will not end; nil for every other.
    public var notBefore: Instant?
    /// How the due time came about, one sentence a step, naming calendar, holiday, pause and law.
    public var steps: [String]

    public init(
        name: String, due: Instant?, state: ClockState, stoppedAt: Instant? = nil, left: Duration? = nil,
        basis: ClockBasis? = nil, holdsUntil: Instant? = nil, steps: [String] = []
    ) {
        self.name = name
        self.due = due
        self.state = state
        self.stoppedAt = stoppedAt
        self.left = left
        self.basis = basis
        self.holdsUntil = holdsUntil
        self.steps = steps
    }

    /// The due time of what has still to come, in time or late; nil where nothing is awaited now.
    public var awaited: Instant? { state == .running || state == .missed && stoppedAt == nil ? due : nil }
}

public enum ClockState: String, Hashable, Sendable, Codable, CaseIterable {
    case running, paused, met, missed, off
}
