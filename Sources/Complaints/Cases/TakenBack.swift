/// What holds no more though it stays on the timeline: acts that staff took back at once, and replies that left
/// with the mention under which they stand. No clock or state counts either.
extension [TimelineEntry] {
    /// What holds: without what was taken back and the lines that say so, and without replies that left.
    public var standing: [TimelineEntry] {
        guard contains(where: { $0.what == .takenBack || $0.leaver != nil }) else { return self }
        var kept: [TimelineEntry] = []
        for entry in self {
            if let leaver = entry.leaver { kept.removeAll { $0.statesReply && $0.mention == leaver } }
            guard entry.what == .takenBack else {
                kept.append(entry)
                continue
            }
            if let slip = kept.lastIndex(where: { entry.takesBack($0) }) { kept.remove(at: slip) }
        }
        return kept
    }
}

extension TimelineEntry {
    /// The line that takes another back.
    public static func takingBack(
        _ what: What, done time: Instant, at now: Instant, by who: String
    ) -> TimelineEntry {
        TimelineEntry(at: now, by: who, what: .takenBack, note: what.rawValue, time: time)
    }

    /// A mention left the case, and what was said to the customer under it with it.
    public static func leaving(_ mention: MentionID, at now: Instant, by who: String) -> TimelineEntry {
        TimelineEntry(
            at: now, by: who, what: .split, note: "\(mention) left, and the reply under it with it",
            mention: mention)
    }

    fileprivate var leaver: MentionID? { what == .split ? mention : nil }

    /// Says something of what the customer was told.
    public var statesReply: Bool {
        switch what {
        case .replied, .replySeen, .replyEdited, .replyVanished: true
        default: false
        }
    }

    func takesBack(_ other: TimelineEntry) -> Bool {
        what == .takenBack && time == other.at && note == other.what.rawValue
    }
}
