/// Whether a mention opens a case by itself.
public enum Opening: Hashable, Sendable {
    case open
    /// Stored, perhaps flagged, but no case.
    case hold(Reason)

    public enum Reason: String, Hashable, Sendable {
        case notFlagged = "not scored as a complaint"
        case tooOld = "written longer ago than the policy opens cases for"
        case dismissed = "staff said that it is no complaint"
    }

    /// - Parameter published: when it was written; a mention that does not say so is taken as new, since
    ///   a complaint missed is worse than a case too many.
    public static func decide(
        isFlagged: Bool, decision: Mention.Decision?, published: StatedTime?, policy: Policy, now: Instant
    ) -> Opening {
        switch decision {
        case .confirmed: return .open
        case .dismissed: return .hold(.dismissed)
        case nil: break
        }
        guard isFlagged else { return .hold(.notFlagged) }
        guard let published else { return .open }
        // "12 March" is over only when the day is: compare with the end of what was said.
        return now - published.latest <= policy.openWithin ? .open : .hold(.tooOld)
    }
}

extension StatedTime {
    /// The end of what was said: of `March 2024` the end of March; of `a month ago`, which sites say from
    /// some 26 days on, not today.
    public var latest: Instant {
        switch precision {
        case .month where !begins("-01T00:00:00"): instant + .seconds(5 * 86_400)
        case .year where !begins("-01-01T00:00:00"): instant + .seconds(45 * 86_400)
        default: instant + precision.length
        }
    }

    /// Whether what was said is a month or a year of the calendar, and not a stretch back from then.
    private func begins(_ period: String) -> Bool {
        instant.rfc3339(offset: offset).contains(period)
    }
}

extension StatedTime.Precision {
    /// How long what was said lasts; a month and a year count in full.
    var length: Duration {
        switch self {
        case .second: .seconds(0)
        case .minute: .seconds(60)
        case .hour: .seconds(3600)
        case .day: .seconds(86_400)
        case .month: .seconds(31 * 86_400)
        case .year: .seconds(366 * 86_400)
        }
    }
}
