import Foundation

/// What is usual for a subject: how many complaints its sources bring, by day and by the hour of the day.
///
/// Each source is counted over the time for which it is known, so that a new source does not look like a burst
/// of its subject. Robust: the fullest tenth of the days count as the fullest of the others, and what belongs
/// to an earlier incident is left out by the caller.
public struct Baseline: Sendable {
    /// One source's complaints before now.
    public struct History: Sendable {
        public var source: SourceID
        /// From when on its complaints are known: its first visit, or the oldest post of its list.
        public var since: Instant
        /// By whole hours since 1970: how many came by themselves.
        public var hours: [Int64: Int]
        /// The same of its first visit; those without a time under `unknownHour`.
        public var backfill: [Int64: Int]

        public static let unknownHour = Int64.max

        public init(source: SourceID, since: Instant, hours: [Int64: Int] = [:], backfill: [Int64: Int] = [:])
        {
            self.source = source
            self.since = since
            self.hours = hours
            self.backfill = backfill
        }
    }

    /// Further back it is another time.
    public static let memory: Duration = .seconds(28 * 86_400)
    /// Where a subject or a source had no complaint at all.
    static let floorPerDay = 0.5
    /// The rhythm of a week and of hours is never known exactly.
    static let leastSpread = 0.05

    private let histories: [History]
    /// The share of each hour of the day (UTC) against an even day; 1 on average.
    private let rhythm: [Double]
    private let knowsRhythm: Bool

    public init(_ histories: [History]) {
        self.histories = histories
        var byHour = [Double](repeating: 0, count: 24)
        var total = 0.0
        for history in histories {
            for (hour, count) in history.hours { byHour[Int(hour % 24)] += Double(count) }
            for (hour, count) in history.backfill where hour != History.unknownHour {
                byHour[Int(hour % 24)] += Double(count)
            }
            total += Double(history.hours.values.reduce(0, +))
        }
        // Dates without a time all lie at the end of their day: only what came by itself has a rhythm.
        knowsRhythm = total >= 60
        guard knowsRhythm else {
            rhythm = [Double](repeating: 1, count: 24)
            return
        }
        let sum = byHour.reduce(0, +)
        rhythm = (0..<24).map { hour in
            let smooth = (byHour[(hour + 23) % 24] + 2 * byHour[hour] + byHour[(hour + 1) % 24]) / 4
            return (smooth + 3) / (sum / 24 + 3)
        }
    }

    /// What is usual in a window: how many, and their spread as `chanceOfAtLeast` takes it.
    /// - Parameter source: nil for all of them.
    public func usual(
        from: Instant, length: Duration, source: SourceID? = nil
    ) -> (mean: Double, spread: Double) {
        var (mean, variance) = (0.0, 0.0)
        let share = shareOfDay(from: from, length: length)
        for history in histories where source == nil || history.source == source {
            let one = usual(of: history, from: from, length: length, share: share)
            mean += one.mean
            variance += one.mean * one.mean * one.spread
        }
        let least = Self.floorPerDay * Double(length.inMilliseconds) / 86_400_000
        if mean < least { return (least, max(Self.leastSpread, mean > 0 ? variance / (mean * mean) : 0)) }
        return (mean, max(Self.leastSpread, variance / (mean * mean)))
    }

    /// How much of a usual day falls into a window.
    private func shareOfDay(from: Instant, length: Duration) -> Double {
        // An unknown rhythm may have its peak just there.
        let caution = knowsRhythm || length >= .seconds(86_400) ? 1.0 : 2
        var (share, at) = (0.0, from)
        let end = from + length
        while at < end {
            let hour = at.milliseconds / 3_600_000
            let next = min(end, Instant(milliseconds: (hour + 1) * 3_600_000))
            share += rhythm[Int(hour % 24)] * Double((next - at).inMilliseconds) / 86_400_000
            at = next
        }
        return share * caution
    }

    private func usual(
        of history: History, from: Instant, length: Duration, share: Double
    ) -> (mean: Double, spread: Double) {
        let since = max(history.since, from - Self.memory)
        let observed = from - since
        guard observed.inMilliseconds >= 3 * length.inMilliseconds else {
            // Seen for too short a time: all that is known of it may have come within such a window.
            let end = from.milliseconds / 3_600_000
            let known =
                history.backfill.values.reduce(0, +)
                + history.hours.reduce(0) { $0 + ($1.key < end ? $1.value : 0) }
            return (Double(known), 1 / (Double(known) + 0.5))
        }
        let days = days(of: history, before: from, since: since)
        let count = days.counts.reduce(0, +)
        var perDay = rate(days.counts, over: days.length)
        let isYoung = observed < .seconds(14 * 86_400)
        // A list with an old post pinned to it would seem to reach back to that: its fullest stretch counts.
        if isYoung || !history.backfill.isEmpty { perDay = max(perDay, fullest(history, before: from)) }
        let mean = perDay * share
        return (mean, spread(days.counts, mean: perDay) + 1 / (count + 1))
    }

    /// By days back from the window; the last may be cut short, and is left out then unless it is the only one.
    private func days(
        of history: History, before end: Instant, since: Instant
    ) -> (counts: [Double], length: Double) {
        let observed = Double((end - since).inMilliseconds) / 86_400_000
        let whole = max(1, Int(observed))
        var counts = [Double](repeating: 0, count: whole)
        let last = end.milliseconds / 3_600_000
        for hours in [history.hours, history.backfill] {
            for (hour, count) in hours where hour < last && hour != History.unknownHour {
                let day = Int((last - 1 - hour) / 24)
                if day < whole { counts[day] += Double(count) }
            }
        }
        return (counts, min(1, observed))
    }

    /// A day: the larger of that of all days and of the last week, so that a rise becomes usual.
    private func rate(_ days: [Double], over length: Double) -> Double {
        guard days.count > 1 else { return (days.first ?? 0) / max(length, 1.0 / 24) }
        return max(mean(Self.calmed(days)), days.count >= 14 ? mean(Self.calmed(Array(days.prefix(7)))) : 0)
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }

    /// The fullest tenth as the fullest of the rest.
    private static func calmed(_ days: [Double]) -> [Double] {
        guard days.count >= 5 else { return days }
        let sorted = days.sorted()
        let most = sorted[days.count - 1 - max(1, days.count / 10)]
        return days.map { min($0, most) }
    }

    /// How much more the days differ than chance would have it.
    private func spread(_ days: [Double], mean: Double) -> Double {
        guard days.count >= 7, mean > 0 else { return 0.2 }
        let own = self.mean(days)
        let variance = days.reduce(0) { $0 + ($1 - own) * ($1 - own) } / Double(days.count - 1)
        // A burst that nobody called an incident must not hide the next.
        return min(1, max(0, variance - own) / max(own * own, 1))
    }

    /// The highest rate over the last day, week, or four weeks, with what a first visit brought.
    private func fullest(_ history: History, before end: Instant) -> Double {
        let last = end.milliseconds / 3_600_000
        return [1.0, 7, 28].map { length -> Double in
            let first = last - Int64(length * 24)
            let own = history.hours.reduce(0) { $0 + ($1.key >= first && $1.key < last ? $1.value : 0) }
            // Also what lies inside the window: it came with the first visit.
            let brought = history.backfill.reduce(0) {
                $0 + ($1.key >= first && $1.key != History.unknownHour ? $1.value : 0)
            }
            return Double(own + brought) / length
        }.max() ?? 0
    }
}
