/// When a case that nobody says anything to any more is closed by itself.
public enum Closing: Hashable, Sendable {
    /// At this time, if the customer is silent until then.
    case at(Instant)
    case never(Reason)

    public enum Reason: String, Hashable, Sendable {
        case noRule = "the policy closes no case by itself"
        case notOver = "the customer has no answer yet"
        case owed = "something is still owed"
        case over = "it is over already"
    }

    /// A resolved case counts from its last word; an answered one only when no clock of it runs, waits or was
    /// missed without being stopped, so that closing lets nobody off.
    ///
    /// - Parameter timeline: in the order in which it was written.
    public static func decide(
        _ state: CaseState, timeline: [TimelineEntry], clocks: [ClockReading], policy: Policy
    ) -> Closing {
        guard let wait = policy.closeAfter else { return .never(.noRule) }
        switch state {
        case .new, .open, .waiting: return .never(.notOver)
        case .closed, .dismissed, .merged: return .never(.over)
        case .answered:
            let isOwed = clocks.contains { clock in
                switch clock.state {
                case .running, .paused: true
                case .missed: clock.stoppedAt == nil
                case .met, .off: clock.holdsUntil != nil
                }
            }
            guard !isOwed else { return .never(.owed) }
        case .resolved: break
        }
        guard let last = timeline.last(where: { $0.what.isWord })?.at else { return .never(.notOver) }
        return .at(last + wait)
    }
}

extension TimelineEntry.What {
    /// Said or done by the customer or to the customer: what ends a silence.
    var isWord: Bool {
        switch self {
        case .opened, .replied, .resolved, .reopened, .waiting, .resumed, .mentioned, .replySeen,
            .replyVanished, .replyUnseen, .replyEdited, .edited, .reappeared, .joined, .split, .followedUp,
            .ratingRaised, .ratingLowered:
            true
        default: false
        }
    }
}
