/// What it means that a mention was listed before and is not listed now.
public struct Absence: Hashable, Sendable {
    /// Should have been seen and was not: counts towards vanished.
    public var missing: Set<MentionID>
    /// Pushed off the end of a list or feed: no longer expected, not vanished.
    public var rolledOff: Set<MentionID>

    /// - Parameters:
    ///   - previous: the mentions listed before, in their order.
    ///   - current: what is listed now, in order; nil stands for a record not known before.
    ///   - reachedEnd: the list was followed over all its pages to the last.
    ///   - isFeed: a feed drops its oldest entries by nature, also without new ones.
    ///   - isNewestFirst: how the list is sorted; nil when its dates do not say.
    public static func judge(
        previous: [MentionID], current: [MentionID?], reachedEnd: Bool, hasMore: Bool, isFeed: Bool,
        isNewestFirst: Bool? = nil
    ) -> Absence {
        var absence = Absence(missing: [], rolledOff: [])
        let present = Set(current.compactMap { $0 })
        let places = previous.indices.filter { present.contains(previous[$0]) }
        let absent = previous.filter { !present.contains($0) }
        guard !absent.isEmpty else { return absence }
        // Nothing in common: another page, another order, or a feed that moved on. Nothing can be said.
        guard let firstPlace = places.first, let lastPlace = places.last else {
            absence.rolledOff = Set(absent)
            return absence
        }
        let kept = previous.filter(present.contains)
        let keptNow = current.compactMap { $0 }.filter(Set(kept).contains)
        if kept != keptNow, hasMore {
            // Sorted anew, and more pages than were looked at: it may be on any of them.
            absence.rolledOff = Set(absent)
            return absence
        }
        let before = previous[..<firstPlace]
        let after = previous[(lastPlace + 1)...]
        absence.missing = Set(absent)
        if reachedEnd { return absence }
        let newAtHead = current.prefix { $0 == nil }.count
        let newAtTail = current.reversed().prefix { $0 == nil }.count
        let pushedOut = isFeed || hasMore ? after.count : min(after.count, newAtHead)
        // New ones push off the old end. What comes in at the old end only fills the place of one that went.
        absence.move(after.suffix(pushedOut))
        if isNewestFirst != true { absence.move(before.prefix(min(before.count, newAtTail))) }
        return absence
    }

    /// Whether a list runs from the newest to the oldest, as its dates say; nil when they say neither.
    public static func isNewestFirst(_ times: [Instant]) -> Bool? {
        let steps = zip(times, times.dropFirst()).filter { $0 != $1 }
        let down = steps.count { $0 > $1 }
        guard !steps.isEmpty, down * 5 >= steps.count * 4 || down * 5 <= steps.count else { return nil }
        return down * 2 > steps.count
    }

    private mutating func move(_ ids: some Sequence<MentionID>) {
        for id in ids {
            missing.remove(id)
            rolledOff.insert(id)
        }
    }
}
