extension CaseState {
    /// The state that what happened to a case leads to: nothing about it is known but by its timeline.
    ///
    /// - Parameter timeline: in the order in which it was written.
    public init(_ timeline: [TimelineEntry]) {
        var state = CaseState.new
        /// What a merged case was, and is again when it is split off.
        var before = CaseState.new
        /// Under which a reply of ours stands.
        var standing: Set<MentionID?> = []
        for entry in timeline.standing {
            switch entry.what {
            case .assigned: if state == .new { state = .open }
            case .reopened: state = .open
            case .replied: state = .answered
            case .replySeen:
                standing.insert(entry.mention)
                if state.isActive { state = .answered }
            case .replyVanished:
                standing.remove(entry.mention)
                if state == .answered, standing.isEmpty { state = .open }
            case .replyUnseen: if state == .answered { state = .open }
            case .waiting: state = .waiting
            case .resumed: if state == .waiting { state = .open }
            case .resolved: state = .resolved
            case .closed: state = .closed
            case .dismissed: state = .dismissed
            case .merged: (before, state) = (state, .merged)
            case .split: if state == .merged { state = before }
            default: break
            }
        }
        self = state
    }
}
