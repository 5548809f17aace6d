/// Acts that staff took back at once: both lines stay on the timeline, and no clock or state counts either.
extension [TimelineEntry] {
    /// What holds: without what was taken back, and the lines that say so.
    public var standing: [TimelineEntry] {
        guard contains(where: { $0.what == .takenBack }) else { return self }
        var kept: [TimelineEntry] = []
        for entry in self {
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

    func takesBack(_ other: TimelineEntry) -> Bool {
        what == .takenBack && time == other.at && note == other.what.rawValue
    }
}
