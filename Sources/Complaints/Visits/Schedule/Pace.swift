import Foundation

/// How often a source changes, learnt from its visits, and how soon it is visited again for it.
///
/// Visits see only whether something changed since the visit before, not how often. The estimate makes up
/// for that as Cho and Garcia-Molina do ("Estimating frequency of change", 2003): of `n` visits `t` apart, `x`
/// of which saw a change, the rate is `-log((n - x + 0.5) / (n + 0.5)) / t`; here with `n + 1` below, so
/// that about half a change is always supposed, and a quiet source's interval grows to at most twice with
/// each visit. Older visits fade: the last four or so make the rate, so that it follows a source that wakes.
///
/// Two numbers are kept in the store for a source.
public struct Pace: Hashable, Sendable {
    /// Visits that saw a change, fading with each visit; nil until there was a second visit.
    public var rate: Double?
    /// Seconds between visits, summed up and fading in the same way.
    public var seconds: Double?

    private static let fading = 0.75
    /// Visits that the sums stand for, in the long run.
    private static let visits = 1 / (1 - fading)
    /// Visits are this many to a change.
    private static let visitsAChange = 2.0

    /// As kept in the store; nothing is known without arguments.
    public init(rate: Double? = nil, seconds: Double? = nil) {
        self.rate = rate
        self.seconds = seconds
    }

    /// Changes a day; nil when nothing is known yet.
    public var changesADay: Double? { perSecond.map { $0 * 86_400 } }

    /// What was kept, where it can be.
    private var known: (changed: Double, seconds: Double)? {
        guard let rate, let seconds, rate >= 0, rate < Self.visits * 1.01, seconds > 0, seconds.isFinite
        else { return nil }
        return (min(rate, Self.visits), seconds)
    }

    private var perSecond: Double? {
        known.map { changed, seconds in
            -log((Self.visits - changed + 0.5) / (Self.visits + 1)) / (seconds / Self.visits)
        }
    }

    /// Takes a visit that succeeded, other than the first.
    ///
    /// - Parameters:
    ///   - changed: it found a new or changed mention.
    ///   - after: since the last visit that succeeded, start to start.
    public mutating func take(changed: Bool, after: Duration) {
        let length = after.inSeconds
        guard length > 0 else { return }
        let before = known ?? (0, 0)
        rate = before.changed * Self.fading + (changed ? 1 : 0)
        seconds = before.seconds * Self.fading + length
    }
}

// MARK: - The interval that follows from it

extension Pace {
    public struct Interval: Hashable, Sendable {
        public var length: Duration
        public var reason: Reason

        public init(length: Duration, reason: Reason) {
            self.length = length
            self.reason = reason
        }
    }

    public enum Reason: Hashable, Sendable {
        /// The source has one interval and no range.
        case fixed
        /// Too little is known: the shortest is used.
        case notKnownYet
        /// Twice as often as it changes, inside the range.
        case pace(changesADay: Double)
        /// A clock that depends on the source runs out: never longer than a tenth of the time left.
        case deadline(left: Duration)
    }

    /// - Parameter nearestDue: the time left to the nearest due of a running clock that a reply on this
    ///   source would stop; nil when there is none.
    public func interval(within range: PollInterval, nearestDue: Duration?) -> Interval {
        guard range.isAdaptive else { return Interval(length: range.shortest, reason: .fixed) }
        var chosen = Interval(length: range.shortest, reason: .notKnownYet)
        if let perSecond {
            let wanted = min(1 / (perSecond * Self.visitsAChange), range.longest.inSeconds)
            chosen = Interval(
                length: max(range.shortest, .milliseconds(Int64(wanted * 1000))),
                reason: .pace(changesADay: perSecond * 86_400))
        }
        guard let nearestDue else { return chosen }
        let most = max(range.shortest, nearestDue / 10)
        return most < chosen.length ? Interval(length: most, reason: .deadline(left: nearestDue)) : chosen
    }
}

extension Pace.Reason: CustomStringConvertible {
    /// For people: `changes about 3.2 times a day`.
    public var description: String {
        switch self {
        case .fixed: "its one interval"
        case .notKnownYet: "its pace is not known yet"
        case .pace(let changes) where changes >= 1: "changes about \(Self.rounded(changes)) times a day"
        case .pace(let changes): "changes about once in \(Self.rounded(1 / changes)) days"
        case .deadline(let left) where left <= .zero: "a case's deadline is here"
        case .deadline(let left): "a case is due in \(left.hoursText)"
        }
    }

    private static func rounded(_ number: Double) -> String {
        number < 10 ? String(format: "%.1f", number) : String(format: "%.0f", number)
    }
}

extension Duration {
    /// As a number to count with; exact to the nanosecond for some weeks, to the millisecond for ever.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
