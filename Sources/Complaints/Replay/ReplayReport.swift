/// What a replay found, and how much of the period it could see.
public struct ReplayReport: Hashable, Sendable {
    public var from: Instant
    public var to: Instant
    public var coverage = ReplayCoverage()
    /// In the order of the pages that say so.
    public var differences: [ReplayDifference] = []

    public init(from: Instant, to: Instant) {
        self.from = from
        self.to = to
    }

    public func count(_ change: ReplayDifference.Change) -> Int {
        differences.count { $0.change == change }
    }

    public var casesOpened: Int { differences.count { $0.caseEffect == .opened } }

    /// Each once, however many of its mentions are gone.
    public var casesLost: Set<CaseID> {
        Set(
            differences.compactMap { difference in
                if case .lost(let id)? = difference.caseEffect { return id }
                return nil
            })
    }
}

/// How much of what was looked at in a period is archived and could be read again.
public struct ReplayCoverage: Hashable, Sendable {
    /// By the ledger of visits; pages on which nothing was new are among them, and are not archived.
    public var visits = 0
    public var visitedPages = 0
    /// Page readings in the archive; the rest of the numbers add up to it.
    public var archived = 0
    public var replayed = 0
    /// Retention dropped the bytes.
    public var dropped = 0
    /// Lost, damaged, or not to be decoded.
    public var unreadable = 0
    /// Nothing on them was believed when they were fetched, and is not now.
    public var held = 0
    /// Of sources that the configuration does not poll.
    public var unwatched = 0
    /// Mentions that were compared.
    public var mentions = 0
    /// Sources that were visited and have nothing in the archive.
    public var withoutArchive: [SourceID] = []
    /// Why pages were unreadable, the first few.
    public var faults: [String] = []

    public static let mostFaults = 5

    public init() {}

    public mutating func fail(_ why: String) {
        unreadable += 1
        if faults.count < Self.mostFaults { faults.append(why) }
    }
}
