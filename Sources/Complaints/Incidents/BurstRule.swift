/// Finds a stretch of time with more complaints than is likely by chance.
public struct BurstRule: Sendable {
    public struct Burst: Hashable, Sendable {
        /// nil where it shows over all sources.
        public var source: SourceID?
        /// nil where it shows over all topics.
        public var topic: String?
        public var from: Instant
        public var until: Instant
        public var window: Duration
        public var arrivals: [Arrival]
        /// Each author once.
        public var count: Int
        public var expected: Double
        public var chance: Double
    }

    public static let windows: [Duration] = [.seconds(3600), .seconds(6 * 3600), .seconds(24 * 3600)]
    /// Chances below this are taken for a burst of all together (docs/quality.md).
    static let bound = 1e-6
    /// Of one source or topic: there are many of them, and a topic needs nothing else in common.
    static let partBound = 1e-8
    /// Less than this is no burst, however regular the source is.
    static let leastRatio = 2.0
    /// Windows end at the newest of so many complaints.
    static let mostEnds = 500

    let settings: IncidentSettings

    public init(_ settings: IncidentSettings) { self.settings = settings }

    /// The least likely of them, or nil.
    /// - Parameters:
    ///   - arrivals: of the last 24 hours, not yet part of an incident, in the order of `at`.
    ///   - topics: how many earlier complaints were about what, for the share of each.
    public func look(_ arrivals: [Arrival], baseline: Baseline, topics: [String: Int]) -> Burst? {
        guard settings.isOn else { return nil }
        let counted = arrivals.filter { !$0.isBackfill }
        guard counted.count >= settings.atLeast else { return nil }
        let known = topics.values.reduce(0, +)
        var best: Burst?
        // What is usual changes from hour to hour at most.
        var usual: [UsualKey: (mean: Double, spread: Double)] = [:]
        for window in Self.windows {
            let fitting = counted.filter { $0.span <= window }
            var start = 0
            for (end, last) in fitting.enumerated() {
                while fitting[start].at <= last.at - window { start += 1 }
                // The next one lies in the same window.
                if end + 1 < fitting.count, fitting[end + 1].at == last.at { continue }
                if fitting.count - end > Self.mostEnds { continue }
                let inside = fitting[start...end]
                guard inside.count >= settings.atLeast else { continue }
                for (source, topic, group) in groups(inside) {
                    let from = Instant(milliseconds: (last.at - window).milliseconds / 3_600_000 * 3_600_000)
                    let key = UsualKey(from: from, window: window, source: source)
                    var expected = usual[key] ?? baseline.usual(from: from, length: window, source: source)
                    usual[key] = expected
                    if let topic {
                        let count = Double(topics[topic] ?? 0)
                        expected.mean *= (count + 1) / (Double(known) + 8)
                        expected.spread += 1 / (count + 1)
                    }
                    guard let burst = judge(group, window: window, source: source, topic: topic, expected)
                    else { continue }
                    if best.map({ burst.chance < $0.chance }) ?? true { best = burst }
                }
            }
        }
        return best
    }

    /// All together, by source, and by topic.
    private func groups(_ inside: ArraySlice<Arrival>) -> [(SourceID?, String?, [Arrival])] {
        var groups: [(SourceID?, String?, [Arrival])] = [(nil, nil, Array(inside))]
        let bySource = Dictionary(grouping: inside, by: \.source)
        if bySource.count > 1 {
            for (source, group) in bySource where group.count >= settings.atLeast {
                groups.append((source, nil, group))
            }
        }
        for (topic, group) in Dictionary(grouping: inside, by: \.topic) where group.count >= settings.atLeast
        {
            guard let topic, topic != "other", group.count < inside.count else { continue }
            groups.append((nil, topic, group))
        }
        return groups
    }

    private func judge(
        _ group: [Arrival], window: Duration, source: SourceID?, topic: String?,
        _ usual: (mean: Double, spread: Double)
    ) -> Burst? {
        let voices = Set(group.map(\.voice)).count
        guard voices >= settings.atLeast, let first = group.first, let last = group.last,
            Double(voices) >= Self.leastRatio * usual.mean
        else { return nil }
        let chance = chanceOfAtLeast(voices, mean: usual.mean, spread: usual.spread)
        guard chance < (source == nil && topic == nil ? Self.bound : Self.partBound) else { return nil }
        return Burst(
            source: source, topic: topic, from: first.at, until: last.at, window: window, arrivals: group,
            count: voices, expected: usual.mean, chance: chance)
    }

    private struct UsualKey: Hashable {
        var from: Instant
        var window: Duration
        var source: SourceID?
    }
}
