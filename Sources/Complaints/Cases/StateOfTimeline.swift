/// What a timeline makes of a case: nothing about its state is known but by its timeline.
struct StandingOfTimeline {
    private(set) var state = CaseState.new
    /// Since when it wants nothing of staff any more; nil while it does.
    private(set) var over: Instant?
    /// What a merged case was, and is again when it is split off.
    private var before: (state: CaseState, over: Instant?) = (.new, nil)
    /// Under which a reply of ours stands.
    private var replies: Set<MentionID?> = []

    /// - Parameter timeline: in the order in which it was written.
    init(_ timeline: [TimelineEntry]) {
        for entry in timeline.standing {
            let former = state
            take(entry)
            if state.isActive { over = nil } else if former.isActive { over = entry.at }
            if former == .merged, state != .merged { over = before.over }
        }
    }

    private mutating func take(_ entry: TimelineEntry) {
        switch entry.what {
        case .assigned: if state == .new { state = .open }
        case .reopened: state = .open
        case .replied: state = .answered
        case .replySeen:
            replies.insert(entry.mention)
            if state.isActive { state = .answered }
        case .replyVanished:
            replies.remove(entry.mention)
            if state == .answered, replies.isEmpty { state = .open }
        case .replyUnseen: if state == .answered { state = .open }
        case .waiting: state = .waiting
        case .resumed: if state == .waiting { state = .open }
        case .resolved: state = .resolved
        case .closed: state = .closed
        case .dismissed: state = .dismissed
        case .merged:
            before = (state, over)
            state = .merged
        case .split: if state == .merged { state = before.state }
        default: break
        }
    }
}

extension CaseState {
    /// The state that what happened to a case leads to.
    ///
    /// - Parameter timeline: in the order in which it was written.
    public init(_ timeline: [TimelineEntry]) { self = StandingOfTimeline(timeline).state }
}

/// What the clocks of a case that is over show: nothing is owed from then on, so what was not missed by then
/// never will be.
///
/// - Parameters:
///   - state: one that is not active.
///   - timeline: in the order in which it was written.
public func over(_ readings: [ClockReading], as state: CaseState, timeline: [TimelineEntry]) -> [ClockReading]
{
    let end = StandingOfTimeline(timeline).over
    return readings.map { reading in
        switch reading.state {
        case .met, .off: return reading
        case .missed:
            guard let end, let due = reading.due, due >= end, reading.stoppedAt.map({ $0 > end }) ?? true
            else { return reading }
        case .running, .paused: break
        }
        var reading = reading
        reading.state = .off
        (reading.due, reading.left, reading.notBefore, reading.stoppedAt) = (nil, nil, nil, nil)
        guard !reading.steps.isEmpty else { return reading }
        reading.steps.append("the case is \(state.rawValue): nothing is owed any more")
        return reading
    }
}
