/// What a visit read from the pages that it read anew, and how it joins on to what stood there before.
public struct Batch: Sendable {
    public var records: [Record]
    /// The first of them stood on these pages at the last visit, word for word; a proof that they are read
    /// rightly still.
    public var standing: Set<Int>
    /// What was known of those that read differently, by their place.
    public var again: [Int: Stood]
    /// How many records stood on these pages before.
    public var listed: Int
    /// Of those, how many are gone though others that stood below them are still there, and how many are there.
    public var holes: Int
    public var stillThere: Int
    /// Records of the list's first page; nil where it was not read anew, or there is none.
    public var firstPage: Int?
    /// The first page leads on to a next one.
    public var leadsOn: Bool
    /// The site's own count of its reviews.
    public var statedCount: Int?
    /// Since the source was last seen well, whether or not it had changed then.
    public var sinceLook: Duration?
    public var now: Instant

    public init(
        records: [Record], standing: Set<Int> = [], again: [Int: Stood] = [:], listed: Int = 0,
        holes: Int = 0,
        stillThere: Int = 0, firstPage: Int? = nil, leadsOn: Bool = false, statedCount: Int? = nil,
        sinceLook: Duration? = nil, now: Instant
    ) {
        self.records = records
        self.standing = standing
        self.again = again
        self.listed = listed
        self.holes = holes
        self.stillThere = stillThere
        self.firstPage = firstPage
        self.leadsOn = leadsOn
        self.statedCount = statedCount
        self.sinceLook = sinceLook
        self.now = now
    }

    /// How a visit's records join on to what stood on the same pages before.
    ///
    /// - Parameters:
    ///   - prints: of the records, as `recordPrint` says.
    ///   - before: what stood there, in the order of the list.
    ///   - known: what is known of those that do not stand there word for word any more; not needed where
    ///     fewer than two are gone.
    ///   - sinceLook: since they were seen.
    ///   - isFeed: the list drops its oldest by nature.
    public init(
        records: [Record], prints: [Int64], before: [Listed], known: [MentionID: Stood], sinceLook: Duration?,
        isFeed: Bool, firstPage: Int? = nil, leadsOn: Bool = false, statedCount: Int? = nil, now: Instant
    ) {
        let before = before.filter { $0.missing == 0 }
        let old = Set(before.map(\.print))
        let standing = Set(prints.indices.filter { old.contains(prints[$0]) })
        let new = Set(prints)
        let gone = before.filter { !new.contains($0.print) }
        let rest = records.indices.filter { !standing.contains($0) }
        let pairs = Stood.pairs(
            rest.map { records[$0] }, with: gone.compactMap { $0.mention.flatMap { known[$0] } })
        var again: [Int: Stood] = [:]
        for (place, stood) in zip(rest, pairs) { again[place] = stood }
        let alive = Set(again.values.map(\.mention.id))
        let isAlive = before.map { new.contains($0.print) || $0.mention.map(alive.contains) ?? false }
        let last = isAlive.lastIndex(of: true) ?? 0
        var holes = isAlive.prefix(last).count { !$0 }
        if let sinceLook, !isFeed, standing.count + again.count == records.count {
            // Nothing new pushed them off the list, and they are too young for a list of the latest days.
            let dates = before.indices.filter { !isAlive[$0] && $0 >= last }
                .compactMap { before[$0].mention.flatMap { known[$0] }?.mention.published?.instant }
            if let oldest = dates.min() {
                holes += dates.count { $0 > oldest + sinceLook + .seconds(86_400) }
            }
        }
        self.init(
            records: records, standing: standing, again: again, listed: before.count, holes: holes,
            stillThere: isAlive.count { $0 }, firstPage: firstPage, leadsOn: leadsOn,
            statedCount: statedCount,
            sinceLook: sinceLook, now: now)
    }

    /// Those that were known before, also where they read differently now.
    public var knownCount: Int { standing.count + again.count }

    /// By which way most of them were read.
    public var way: Via? {
        var counts: [Via: Int] = [:]
        for record in records { counts[record.via, default: 0] += 1 }
        return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    }

    /// So many stand there as they did that what they are read by is right. Dates that are counted back from
    /// today drift, and prove nothing of themselves.
    func isProven(_ field: ContractField) -> Bool {
        let same = again.count { index, stood in
            field == .published
                ? stood.mention.published == records[index].published
                : [.text, .author, .rating].allSatisfy {
                    stood.difference(of: $0, in: records[index]) == .none
                }
        }
        let proven = standing.count + same
        return proven >= 2 && proven * 5 >= records.count
    }

    /// Of the known records that had a field: how many have it, lost it, or have another value.
    struct Edits {
        var compared = 0
        var changed = 0
        var gone = 0
        /// The place of one of them.
        var example: Int?
    }

    /// - Parameter toleratesSlight: another way may say the same in slightly other words, or not have a field
    ///   that nobody depends on.
    func edits(of field: ContractField, toleratesSlight: Bool) -> Edits {
        var edits = Edits()
        for index in standing where field.isFilled(in: records[index]) { edits.compared += 1 }
        for (index, stood) in again {
            switch stood.difference(of: field, in: records[index]) {
            case .none:
                if field.isFilled(in: records[index]) { edits.compared += 1 }
            case .new:
                // A first reply is what everybody waits for, and a name or date more is no loss.
                if field == .title || field == .text || field == .rating {
                    edits.compared += 1
                    edits.changed += toleratesSlight ? 0 : 1
                    edits.example = edits.example ?? index
                }
            case .slight:
                edits.compared += 1
                edits.changed += toleratesSlight ? 0 : 1
                edits.example = edits.example ?? index
            case .whole:
                edits.compared += 1
                edits.changed += 1
                edits.example = index
            case .gone:
                edits.compared += 1
                edits.gone += 1
                edits.example = index
            }
        }
        return edits
    }
}
