/// The hours in which readers are not to be disturbed, by the clock on their wall.
public struct QuietHours: Hashable, Sendable {
    public var windows: [Window]
    public var zone: Zone

    public struct Window: Hashable, Sendable {
        /// Minutes after local midnight; `to` may be 1440. Where `to` is not later than `from`, it is on the next
        /// day.
        public var from: Int
        public var to: Int
        /// On which it begins; 1 Monday to 7 Sunday.
        public var days: Set<Int>

        public init(from: Int, to: Int, days: Set<Int> = Set(1...7)) {
            self.from = from
            self.to = to
            self.days = days
        }
    }

    public init(_ windows: [Window], zone: Zone) {
        self.windows = windows
        self.zone = zone
    }

    /// When the quiet ends that holds at `now`; nil where none does. Windows that meet are one quiet.
    public func end(at now: Instant) -> Instant? {
        guard var end = endOfWindow(at: now) else { return nil }
        for _ in 0..<Self.mostJoined {
            guard let next = endOfWindow(at: end) else { break }
            end = next
        }
        return end
    }

    /// Whether there is no time at all at which a reader may be told.
    public var isEndless: Bool {
        // A Monday far from any change of clocks.
        let start = zone.instant(of: CivilDate(daysSince1970: 20_637))
        guard let end = end(at: start) else { return false }
        return end - start >= .seconds(8 * 86_400)
    }

    /// Twice a week's worth of windows.
    private static let mostJoined = 30

    private func endOfWindow(at now: Instant) -> Instant? {
        let today = zone.local(now).date
        var latest: Instant?
        for window in windows {
            // Those of yesterday may reach into today; where a zone left out a day, also those before.
            for date in [today.adding(days: -2), today.adding(days: -1), today]
            where window.days.contains(date.isoWeekday) {
                let last = window.to > window.from ? date : date.adding(days: 1)
                let (start, end) = (
                    zone.instant(of: date, minute: window.from), zone.instant(of: last, minute: window.to)
                )
                if start <= now, now < end { latest = max(latest ?? end, end) }
            }
        }
        return latest
    }
}
