/// What is known about whether a source is seen completely, and when to say that it is not.
public struct Coverage: Hashable, Sendable {
    public var health: Health
    /// Failed visits in a row.
    public var failures: Int
    /// Visits in a row that read nothing where something used to be read.
    public var emptyVisits: Int
    /// Records read by the last visit that read any; 0 until then.
    public var usualRecords: Int
    /// When it was last seen well, before the trouble.
    public var lastSuccess: Instant?
    /// Since when nothing is known.
    public var troubleSince: Instant?

    public enum Health: String, Hashable, Sendable, Codable, CaseIterable {
        /// Not visited yet.
        case new
        case fine
        /// Fetched, but nothing was ever read there: a place nobody wrote on yet, or a wrong rule.
        case empty
        /// Failed, but not often enough to raise an alarm.
        case failing
        /// Cannot be fetched: what people write there now is not known.
        case blind
        /// Can be fetched, but nothing can be read where records used to be, or what is read does not look
        /// like its records any more.
        case changed
    }

    /// What people must be told.
    public enum News: Hashable, Sendable {
        case blind(since: Instant, reason: String)
        case changed(since: Instant, reason: String)
        case recovered(troubleSince: Instant)
    }

    /// Failed visits in a row after which a source is blind.
    public static let failuresUntilBlind = 3
    /// Empty visits in a row after which a source is taken to have changed.
    public static let emptyVisitsUntilChanged = 2

    public init(
        health: Health = .new, failures: Int = 0, emptyVisits: Int = 0, usualRecords: Int = 0,
        lastSuccess: Instant? = nil, troubleSince: Instant? = nil
    ) {
        self.health = health
        self.failures = failures
        self.emptyVisits = emptyVisits
        self.usualRecords = usualRecords
        self.lastSuccess = lastSuccess
        self.troubleSince = troubleSince
    }

    /// - Parameter records: how many were read; nil when every page was unchanged, so that the last
    ///   count still holds.
    /// - Parameter blindAfter: not seen for so long, a source is blind, however few visits failed.
    public mutating func take(
        _ outcome: Visit.Outcome, records: Int?, at now: Instant, blindAfter: Duration? = nil
    ) -> News? {
        if let failure = outcome.failure {
            failures += 1
            troubleSince = troubleSince ?? now
            if health == .blind { return nil }
            let unseen = now - (lastSuccess ?? troubleSince ?? now)
            let isOverdue = blindAfter.map { unseen >= $0 } ?? false
            guard failures >= Self.failuresUntilBlind || isOverdue else {
                if health != .changed { health = .failing }
                return nil
            }
            health = .blind
            return .blind(since: troubleSince ?? now, reason: failure.reason)
        }
        failures = 0
        let isEmpty = records.map { $0 == 0 && usualRecords > 0 } ?? (emptyVisits > 0)
        guard isEmpty else { return takeGood(records: records, at: now) }
        emptyVisits += 1
        if health != .blind, health != .changed { troubleSince = troubleSince ?? now }
        guard emptyVisits >= Self.emptyVisitsUntilChanged, health != .changed else {
            if health == .new || health == .fine || health == .empty { health = .failing }
            return nil
        }
        health = .changed
        return .changed(
            since: troubleSince ?? now,
            reason: "nothing can be read on the page any more, where \(counted(usualRecords, "record")) "
                + "\(usualRecords == 1 ? "was" : "were") read before"
        )
    }

    /// What was read does not look like the source's records, and was not believed.
    public mutating func takeBroken(reason: String, at now: Instant) -> News? {
        (failures, emptyVisits) = (0, 0)
        guard health != .changed else { return nil }
        health = .changed
        troubleSince = troubleSince ?? now
        return .changed(since: troubleSince ?? now, reason: reason)
    }

    /// Something may have been missed for ever: what was written between is not known, though the source is
    /// seen again now.
    public mutating func takeGap(since: Instant?, reason: String, at now: Instant) -> News? {
        guard health != .blind else { return nil }
        let since = since ?? lastSuccess ?? now
        health = .blind
        troubleSince = since
        return .blind(since: since, reason: reason)
    }

    /// It was our own network that was down since then: the source is not blamed for what failed.
    public mutating func forgive(since: Instant) {
        guard health == .failing, let trouble = troubleSince, trouble >= since, emptyVisits == 0 else {
            return
        }
        failures = 0
        troubleSince = nil
        health = lastSuccess == nil ? .new : usualRecords == 0 ? .empty : .fine
    }

    private mutating func takeGood(records: Int?, at now: Instant) -> News? {
        let since = troubleSince
        let wasTrouble = health == .blind || health == .changed
        if let records, records > 0 { usualRecords = records }
        health = usualRecords == 0 ? .empty : .fine
        emptyVisits = 0
        troubleSince = nil
        lastSuccess = now
        return wasTrouble ? since.map { .recovered(troubleSince: $0) } : nil
    }
}
