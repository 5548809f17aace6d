import Foundation

/// What an incident is called when it opens, and when it is over.
extension Incident {
    /// - Parameter found: what the complaints of the burst share, and which they are.
    public init(
        _ burst: BurstRule.Burst, _ found: LikenessRule.Finding, subject: String, usualRate: Double,
        now: Instant
    ) {
        let sources = Set(found.members.map(\.source))
        let kind: Kind =
            found.likeness.isOneWording
            ? .attack : ["product", "warranty"].contains(found.likeness.topic) ? .batch : .outage
        let from = found.members.map(\.at).min() ?? burst.from
        let until = found.members.map(\.at).max() ?? burst.until
        self.init(
            id: IncidentID(0), subject: subject, source: sources.count == 1 ? sources.first : nil, kind: kind,
            opened: now, from: from, until: until, window: burst.window, count: burst.count,
            expected: burst.expected, likeness: found.likeness, usualRate: usualRate,
            why: Self.words(burst, found), total: found.members.count, last: until)
    }

    private static func words(_ burst: BurstRule.Burst, _ found: LikenessRule.Finding) -> String {
        let usual = (burst.expected * 10).rounded() / 10
        let about = burst.topic.map { " about \($0)" } ?? ""
        var parts = [
            "\(burst.count) complaints\(about) within \(burst.window.setting), where \(usual) are usual"
        ]
        let likeness = found.likeness
        if likeness.isOneWording {
            parts.append("most are nearly equal in wording under several names: they may not be customers")
        }
        if burst.topic == nil, let topic = likeness.topic { parts.append("most are about \(topic)") }
        if !likeness.words.isEmpty {
            parts.append("they share " + likeness.words.map { "“\($0)”" }.joined(separator: ", "))
        }
        return parts.joined(separator: "; ")
    }

    /// How long it must be calm, twice over.
    public var calmLength: Duration { min(max(window, .seconds(3 * 3600)), .seconds(24 * 3600)) }

    /// Whether the rate is back near what is usual, and has been for a while.
    /// - Parameter times: when its complaints were written, those of the last two `calmLength` at least.
    public func isOver(_ times: [Instant], now: Instant) -> Bool {
        guard now - opened >= calmLength else { return false }
        let mean = usualRate * Double(calmLength.inMilliseconds) / 3_600_000
        return [0, 1].allSatisfy { back in
            let end = now - .milliseconds(calmLength.inMilliseconds * Int64(back))
            let count = times.count { $0 <= end && $0 > end - calmLength }
            return count <= 1 || chanceOfAtLeast(count, mean: mean, spread: Baseline.leastSpread) > 0.05
        }
    }
}
