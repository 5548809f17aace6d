/// Which threshold would have served better, as far as decisions tell; or why that cannot be said.
///
/// Staff decide mostly on what is flagged, so each twentieth of the score speaks for all mentions in it
/// (post-stratification), and one in which hardly anything was decided speaks for none: the threshold is not
/// moved across it. A needless look and a missed complaint weigh as the caller says.
public enum ThresholdAdvice: Hashable, Sendable {
    /// So many decisions are wanting, and so many of either kind.
    case tooFew(decisions: Int, confirmed: Int, dismissed: Int)
    /// No other threshold would have been clearly better.
    case fine(lowest: Double, highest: Double)
    case better(Change)

    public struct Change: Hashable, Sendable {
        public var threshold: Double
        /// Of all mentions looked at, by the present threshold and by the other.
        public var flaggedNow: Int
        public var flaggedThen: Int
        /// Estimated complaints among those that one of the two flags and the other does not.
        public var complaints: Int
        /// Estimated others among them.
        public var others: Int

        public var isHigher: Bool { flaggedThen < flaggedNow }
    }

    public static let leastDecisions = 50
    public static let leastOfEither = 10
    /// Decisions in a band from which it is believed.
    public static let leastInBand = 5
    /// Of what the present threshold costs, so much must be saved.
    private static let leastSaved = 0.05
    public static let bands = 20

    /// - Parameters:
    ///   - mentions: how many mentions there are in each twentieth of the score, decided on or not.
    ///   - missWeight: how many needless looks a missed complaint is worth.
    public static func of(
        _ decided: [DecidedMention], mentions: [Int], threshold: Double, missWeight: Double
    ) -> ThresholdAdvice {
        let confirmed = decided.count { $0.isComplaint }
        let dismissed = decided.count - confirmed
        guard decided.count >= leastDecisions, min(confirmed, dismissed) >= leastOfEither else {
            return .tooFew(
                decisions: max(0, leastDecisions - decided.count),
                confirmed: max(0, leastOfEither - confirmed),
                dismissed: max(0, leastOfEither - dismissed))
        }
        let strata = strata(decided, mentions)
        let now = min(bands - 1, max(1, Int((threshold * Double(bands)).rounded())))
        var (lowest, highest) = (now, now)
        while lowest > 1, strata[lowest - 1].isKnown { lowest -= 1 }
        while highest < bands - 1, strata[highest].isKnown { highest += 1 }
        func cost(_ edge: Int) -> Double {
            let missed = strata[lowest..<max(lowest, edge)].reduce(0) { $0 + $1.complaints }
            let needless = strata[min(edge, highest)..<highest].reduce(0) { $0 + $1.others }
            return missWeight * missed + needless
        }
        let all = strata[lowest..<highest].reduce(0) { $0 + missWeight * $1.complaints + $1.others }
        let best = (lowest...highest).min { (cost($0), abs($0 - now)) < (cost($1), abs($1 - now)) } ?? now
        guard best != now, cost(now) - cost(best) >= max(1, leastSaved * all) else {
            return .fine(lowest: Double(lowest) / Double(bands), highest: Double(highest) / Double(bands))
        }
        let between = strata[min(best, now)..<max(best, now)]
        func flagged(_ edge: Int) -> Int { strata[edge...].reduce(0) { $0 + $1.mentions } }
        return .better(
            Change(
                threshold: Double(best) / Double(bands), flaggedNow: flagged(now), flaggedThen: flagged(best),
                complaints: Int(between.reduce(0) { $0 + $1.complaints }.rounded()),
                others: Int(between.reduce(0) { $0 + $1.others }.rounded())))
    }

    private struct Stratum {
        var mentions = 0
        var decided = 0
        var confirmed = 0

        var isKnown: Bool { decided >= leastInBand || mentions == 0 }
        var share: Double { decided > 0 ? Double(confirmed) / Double(decided) : 0 }
        var complaints: Double { Double(mentions) * share }
        var others: Double { Double(mentions) * (1 - share) }
    }

    private static func strata(_ decided: [DecidedMention], _ mentions: [Int]) -> [Stratum] {
        var strata = [Stratum](repeating: Stratum(), count: bands)
        for (band, count) in mentions.prefix(bands).enumerated() { strata[band].mentions = count }
        for mention in decided {
            let band = min(bands - 1, max(0, Int(mention.score * Double(bands))))
            strata[band].decided += 1
            if mention.isComplaint { strata[band].confirmed += 1 }
        }
        for band in strata.indices {
            strata[band].mentions = max(strata[band].mentions, strata[band].decided)
        }
        return strata
    }
}
