/// When a source is visited next: after success, after failure, after a restart.
public enum Schedule {
    /// A failing source is never left alone for longer than this, unless its own interval is longer.
    static let longestBackoff: Duration = .seconds(3600)

    /// How far a normal interval may swing to either side, so that sources with the same interval do not
    /// stay in lockstep; on average it is exact.
    public static let swing = 0.05

    /// - Parameters:
    ///   - started: when the visit that just ended began; intervals run from start to start.
    ///   - failures: failed visits in a row, this one included; 0 after a success.
    ///   - notBefore: what the site asked for (`Retry-After`).
    ///   - chance: 0 to 1, for the jitter; nothing else is random here.
    ///   - swing: the share of a normal interval by which chance moves it; at most a fifth.
    public static func next(
        every: Duration, started: Instant, now: Instant, failures: Int, notBefore: Instant?, chance: Double,
        swing: Double = 0
    ) -> Instant {
        var next: Instant
        if failures == 0 {
            next = started + every * (1 + (chance - 0.5) * 2 * min(max(swing, 0), 0.2))
        } else {
            let longest = max(every, longestBackoff)
            let doubled = min(every * (1 << min(failures - 1, 20)), longest)
            next = now + doubled * (1 + (chance - 0.5) * 0.4)
        }
        if let notBefore { next = max(next, notBefore) }
        return max(next, now)
    }

    /// Spreads the sources that are overdue when the daemon starts, so that a restart never fires all at
    /// once: evenly, in any half second at most half of them, each within 1.3 of its own interval.
    ///
    /// - Parameter overdue: the interval of each source.
    /// - Returns: the time of each, in the order given.
    public static func spread(overdue: [Duration], from now: Instant) -> [Instant] {
        let count = overdue.count
        guard count > 1 else { return overdue.map { _ in now } }
        // At most 100 starts a second, but never in less than 1.3 s.
        let window = max(1.3, Double(count) / 100)
        let order = overdue.indices.sorted { overdue[$0] < overdue[$1] }
        var times = [Instant](repeating: now, count: count)
        for (place, index) in order.enumerated() {
            let share = Double(place) / Double(count - 1)
            let own = Double(overdue[index].inMilliseconds) / 1000 * 1.3
            times[index] = now + .milliseconds(Int64(share * min(window, own) * 1000))
        }
        return times
    }
}
