/// Whether a visit saw everything that came since the visit before, and how that is known.
///
/// The question is whether the new records join on to known ones, or whether some may have come and gone
/// in between unseen. A known record joins on only when it stands where its age puts it: one pinned above
/// newer records proves nothing.
public enum Completeness: Hashable, Sendable {
    /// Nothing was known before: coverage begins here.
    case first
    /// Reaches a record already known.
    case known
    /// Every page of the list was read, to its last.
    case end
    /// Something may have been missed between the two: the newest known before, and the oldest seen now.
    /// nil where no date says it; `before` is nil as well when it is the newest records that were not
    /// reached.
    case gap(after: Instant?, before: Instant?)

    /// One record of the visit, in the order of the list; each stands there once.
    public struct Sighting: Hashable, Sendable {
        /// Stored by an earlier visit.
        public var isKnown: Bool
        public var published: Instant?

        public init(isKnown: Bool, published: Instant?) {
            self.isKnown = isKnown
            self.published = published
        }
    }

    /// How much of the list the visit looked at.
    public enum Extent: Hashable, Sendable {
        /// There are further pages that were not looked at.
        case more
        /// All of several pages, to the last.
        case end
        /// One page without a further one: the whole list, or only its latest entries.
        case onePage
        /// A feed, which drops its oldest entries and leads nowhere further.
        case window

        public init(isFeed: Bool, hasMore: Bool, pageCount: Int) {
            switch (hasMore, pageCount > 1, isFeed) {
            case (true, _, _): self = .more
            case (false, true, _): self = .end
            case (false, false, true): self = .window
            case (false, false, false): self = .onePage
            }
        }
    }

    public var isComplete: Bool {
        if case .gap = self { false } else { true }
    }

    /// As the ledger keeps it with the visit.
    public var reach: Visit.Reach {
        switch self {
        case .first: .first
        case .known: .known
        case .end: .end
        case .gap: .gap
        }
    }

    /// - Parameters:
    ///   - knewBefore: some record of this source was stored by an earlier visit.
    ///   - newestKnown: the newest date among those.
    ///   - isNewestFirst: how the list is sorted (`Absence.isNewestFirst`); nil when dates do not say.
    public static func judge(
        _ records: [Sighting], knewBefore: Bool, newestKnown: Instant?, extent: Extent, isNewestFirst: Bool?
    ) -> Completeness {
        guard knewBefore else { return .first }
        // A list that shows nothing hides nothing; that it used to show something is told elsewhere.
        guard !records.isEmpty, extent != .end else { return .end }
        if isNewestFirst == false {
            // New records come in at the end, so the end must have been seen.
            if extent == .more {
                let newest = (records.compactMap(\.published) + [newestKnown].compactMap { $0 }).max()
                return .gap(after: newest, before: nil)
            }
            if records.contains(where: \.isKnown) { return extent == .onePage ? .end : .known }
        } else if joinsOn(records, datesCount: isNewestFirst == true) {
            return .known
        }
        let oldest = records.lazy.filter { !$0.isKnown }.compactMap(\.published).min()
        // Dates that contradict each other name no beginning.
        let after = newestKnown.flatMap { newest in oldest.map { newest < $0 } ?? true ? newest : nil }
        return .gap(after: after, before: oldest)
    }

    /// Whether some known record stands where its age puts it.
    ///
    /// By dates: nothing new below it is newer, all of it is older. Such older ones are no gap: they moved
    /// up when another went, or were let through late. Where dates are missing or the same, by position: a
    /// new record stands above it; or it is one of a run at the head that is longer than all that is new
    /// below, since what a site pins is little and what moves up at the tail is little.
    private static func joinsOn(_ records: [Sighting], datesCount: Bool) -> Bool {
        guard let firstNew = records.firstIndex(where: { !$0.isKnown }) else { return true }
        let newCount = records.count { !$0.isKnown }
        var newBelow = 0
        var newestBelow: Instant?
        var allDated = true
        for index in records.indices.reversed() {
            let record = records[index]
            guard record.isKnown else {
                newBelow += 1
                if let date = record.published {
                    newestBelow = max(newestBelow ?? date, date)
                } else {
                    allDated = false
                }
                continue
            }
            if newBelow == 0 { return true }
            if datesCount, let date = record.published, let newestBelow {
                if newestBelow > date { continue }
                if newestBelow < date, allDated { return true }
            }
            if index > firstNew || firstNew > newCount { return true }
        }
        return false
    }
}

extension Completeness: CustomStringConvertible {
    /// For people: `reaches a record already known`.
    public var description: String {
        switch self {
        case .first: "the first visit: coverage begins here"
        case .known: "reaches a record already known"
        case .end: "read to the end of the list"
        case .gap(let after?, let before?):
            "no record already known was reached: something may be missing between \(after.rfc3339()) and "
                + before.rfc3339()
        case .gap(let after?, nil): "something may be missing since \(after.rfc3339())"
        case .gap(nil, let before?):
            "no record already known was reached: something may be missing before \(before.rfc3339())"
        case .gap(nil, nil): "no record already known was reached: something may be missing"
        }
    }
}
