import Complaints
import Reading
import Storage

/// What a visit knows of how its source's records look, and the bytes to try other ways on.
struct ContractWatch: Sendable {
    /// As the store has it; nil where it was not asked yet.
    var known: SourceContract?
    /// Pages that were read anew, in their order.
    var fresh: [Fresh] = []
    /// Ways that are not believed at this visit.
    var without: Set<Via> = []
    /// Why not.
    var breaches: [Breach] = []
    /// The way that broke the contract.
    var brokenWay: Via?

    struct Fresh: Sendable {
        var place: Int
        var asked: String
        var body: PageFetcher.FetchedPage
    }
}

/// Holds what was read to the source's contract: another way is taken where the usual one does not keep it,
/// and what no way keeps is held back.
extension SourceVisit {
    /// After the list's first page: the further pages are read by the way that is right, and none is fetched
    /// where nothing that is read would be believed.
    mutating func settleWay(at place: Int) async throws(VisitFailure) {
        guard contract?.fresh.contains(where: { $0.place == place }) == true,
            !reading.pages[place].state.isPassage
        else { return }
        guard let known = await loadContract(), !known.contract.isLearning else { return }
        let batch = await batch(at: [place])
        goOn(batch, known)
        guard let breaches = breaches(of: batch, by: known) else { return }
        if await fallBack(from: batch, breaches, places: [place], by: known) { return }
        // A page without records is told apart, as one that may only be empty.
        if batch.records.isEmpty { return }
        throw hold(batch, breaches, known)
    }

    /// After all was read: judges it as a whole, learns from it, or holds it back.
    mutating func judgeByContract() async {
        guard let watch = contract, !reading.isHeld else { return }
        let places = watch.fresh.map(\.place).filter {
            reading.pages[$0].role != .past && !reading.pages[$0].state.isPassage
        }
        guard !places.isEmpty, var known = await loadContract() else { return }
        var batch = await batch(at: places)
        guard !batch.records.isEmpty else { return }
        goOn(batch, known)
        if let breaches = breaches(of: batch, by: known) {
            guard contract?.without.isEmpty == true,
                await fallBack(from: batch, breaches, places: places, by: known)
            else {
                reading.failure = hold(batch, breaches, known)
                return
            }
            batch = await self.batch(at: places)
        }
        if isOtherWay(known) { carry(over: batch.again, places: places) }
        let news = settle(&known, batch)
        guard news != nil || known.contract.learns(from: batch) else { return }
        known.contract.learn(batch)
        reading.contract = ContractChange(contract: known, news: news)
    }

    /// How the batch that is believed was read: as usual, or by another way.
    private func settle(_ known: inout SourceContract, _ batch: Batch) -> ContractChange.News? {
        if let watch = contract, !watch.without.isEmpty {
            let wasInUse = known.broken?.fallback != nil
            let since = known.broken?.since ?? reading.started
            known.broken = SourceContract.Broken(
                since: since, way: watch.brokenWay, breaches: watch.breaches, fallback: batch.way)
            return wasInUse ? nil : .fellBack
        }
        defer { known.broken = nil }
        return known.broken.map { .recovered(since: $0.since, wasHeld: $0.fallback == nil) }
    }

    // MARK: Judging

    /// nil where the batch is to be believed.
    private func breaches(of batch: Batch, by known: SourceContract) -> [Breach]? {
        guard case .broken(let breaches) = known.contract.judge(batch, isOtherWay: isOtherWay(known)) else {
            return nil
        }
        return breaches
    }

    /// The page itself left the usual way out, as at the last visits: what it says is another way still.
    private mutating func goOn(_ batch: Batch, _ known: SourceContract) {
        guard contract?.without.isEmpty == true, let broken = known.broken, let way = broken.way,
            let fallback = broken.fallback, fallback == batch.way, fallback != way
        else { return }
        leaveOut([way], way, broken.breaches)
    }

    private mutating func leaveOut(_ ways: Set<Via>, _ way: Via?, _ breaches: [Breach]) {
        contract?.without = ways
        contract?.brokenWay = way
        contract?.breaches = breaches
    }

    /// While another way was read, what was stored is in its words.
    private func isOtherWay(_ known: SourceContract) -> Bool {
        contract?.without.isEmpty == false || known.broken?.fallback != nil
    }

    private mutating func hold(
        _ batch: Batch, _ breaches: [Breach], _ known: SourceContract
    ) -> VisitFailure {
        var known = known
        let wasHeld = known.broken.map { $0.fallback == nil } ?? false
        let broken = SourceContract.Broken(
            since: known.broken?.since ?? reading.started, way: batch.way, breaches: breaches,
            held: batch.records.prefix(HeldRecord.most).map { HeldRecord($0) }, heldHash: freshHash)
        known.broken = broken
        reading.contract = ContractChange(
            contract: known, news: wasHeld ? .heldStill : .held)
        records = []
        reading.gapStep = nil
        return VisitFailure(code: "contract", reason: broken.reason)
    }

    private var freshHash: Int64 {
        (contract?.fresh ?? []).reduce(0) { ($0 &* 31) ^ $1.body.bodyHash }
    }

    // MARK: Other ways

    /// Tries the other ways on the same bytes, the most trusted first; takes the first that keeps the contract
    /// and shows records that are known. False where there is none.
    private mutating func fallBack(
        from batch: Batch, _ breaches: [Breach], places: [Int], by known: SourceContract
    ) async -> Bool {
        if let hash = known.broken?.heldHash, hash == freshHash { return false }
        // The usual way is gone, and reading took the next one by itself.
        if let usual = known.contract.way, let way = batch.way, way != usual, isProof(batch, known) {
            leaveOut([usual], usual, [Breach(.way, before: usual.rawValue, after: way.rawValue)])
            return true
        }
        let used = Set(batch.records.map(\.via)).union(known.contract.way.map { [$0] } ?? [])
        var tried: [[Record]] = [batch.records]
        for without in Self.otherWays(than: used) {
            let found = read(places, without: without)
            let all = found.map(\.record)
            guard !all.isEmpty, !tried.contains(all) else { continue }
            tried.append(all)
            let other = await self.batch(at: places, reading: found)
            guard isProof(other, known) else { continue }
            leaveOut(without, batch.way ?? known.contract.way, breaches)
            replace(with: read((contract?.fresh ?? []).map(\.place), without: without))
            return true
        }
        return false
    }

    /// A list that holds nothing known proves nothing.
    private func isProof(_ batch: Batch, _ known: SourceContract) -> Bool {
        batch.knownCount > 0 && batch.knownCount * 3 >= batch.records.count
            && known.contract.judge(batch, isOtherWay: true) == .kept
    }

    /// Which ways are left out, attempt by attempt: those that were used, one by one and together; then all
    /// but one.
    static func otherWays(than used: Set<Via>) -> [Set<Via>] {
        let ways: [Via] = [.jsonLD, .microdata, .rdfa, .json, .rule, .pattern]
        var attempts = ways.filter(used.contains).map { Set([$0]) }
        attempts.append(used)
        for way in ways where !used.contains(way) || used.count > 1 {
            attempts.append(Set(ways).subtracting([way]))
        }
        var seen: Set<Set<Via>> = [[]]
        return attempts.filter { seen.insert($0).inserted }
    }

    private func read(_ places: [Int], without: Set<Via>) -> [(record: Record, page: Int)] {
        (contract?.fresh ?? []).filter { places.contains($0.place) }.flatMap { fresh in
            var page = reading.pages[fresh.place]
            guard !page.state.isPassage else { return [(record: Record, page: Int)]() }
            let reader = PageReading(
                plan: plan, role: page.role, now: reading.started, without: without)
            // What one way cannot read at all, another may.
            let found = try? reader.read(fresh.body, asked: fresh.asked, into: &page)
            return (found?.records ?? []).map { ($0, fresh.place) }
        }
    }

    private mutating func replace(with found: [(record: Record, page: Int)]) {
        let places = Set((contract?.fresh ?? []).map(\.place))
        records = reading.pages.indices.flatMap { place in
            (places.contains(place) ? found : records).filter { $0.page == place }
        }
        for place in places where !reading.pages[place].state.isPassage {
            reading.pages[place].state.records = found.count { $0.page == place }
        }
    }

    /// What is known in the words of the usual way stays as it is.
    private mutating func carry(over again: [Int: Stood], places: [Int]) {
        let own = records.indices.filter { places.contains(records[$0].page) }
        for (index, stood) in again { records[own[index]].record = stood.carried(records[own[index]].record) }
    }

    // MARK: What is known

    /// nil where the store does not answer: what was learned must not be overwritten.
    private mutating func loadContract() async -> SourceContract? {
        if let known = contract?.known { return known }
        let id = source.id
        guard let found = try? await store.read({ try Loaded(contract: $0.contract(of: id)) }) else {
            return nil
        }
        let old = found.contract
        // Another rule, other looks; what people were told of the old ones is still to be taken back.
        let start =
            old?.readAs == plan.readAs
            ? old ?? SourceContract(readAs: plan.readAs)
            : SourceContract(readAs: plan.readAs, broken: old?.broken, accepted: old?.accepted)
        contract?.known = start
        return start
    }

    /// Asked for, and perhaps not there.
    private struct Loaded: Sendable {
        var contract: SourceContract?
    }

    private func batch(at places: [Int]) async -> Batch {
        await batch(at: places, reading: records.filter { places.contains($0.page) })
    }

    private func batch(at places: [Int], reading found: [(record: Record, page: Int)]) async -> Batch {
        let urls = Set(places.map { reading.pages[$0].state.url })
        let before = reading.context.listing.pages.filter { urls.contains($0.url) }.flatMap(\.entries)
        let prints = found.map { recordPrint($0.record) }
        let present = Set(prints)
        let gone = before.filter { $0.missing == 0 && !present.contains($0.print) }.compactMap(\.mention)
        // One that went or was edited is everyday life.
        var known: [MentionID: Stood] = [:]
        if gone.count >= 2 {
            let few = Array(gone.prefix(Self.mostCompared))
            // Another source's reading of a mention is no measure of this one's.
            let id = source.id
            known = ((try? await store.read { try $0.stood(few) }) ?? [:]).filter { $1.mention.source == id }
        }
        let first = places.first { reading.pages[$0].role == .list }
        let isFeed = places.contains { reading.pages[$0].state.isFeed }
        let last = reading.context.lastSeen
        return Batch(
            records: found.map(\.record), prints: prints, before: before, known: known,
            sinceLook: last.map { reading.started - $0 }, isFeed: isFeed,
            firstPage: first.map { place in found.count { $0.page == place } },
            leadsOn: first.map { reading.pages[$0].state.next != nil } ?? false,
            statedCount: reading.statedCount, now: reading.started)
    }

    private static let mostCompared = 200
}

/// What the contract comes to in the store.
extension VisitCommit {
    /// Keeps what was learned, unless people accepted the source's looks while it was visited: then what was
    /// read of its pages is read once more.
    func takeContract(isAccepted: Bool) throws -> [Coverage.News] {
        if isAccepted {
            try session.forgetValidators(of: source.id)
            return []
        }
        guard let change = reading.contract else {
            // Its pages are again as they were, byte for byte.
            if reading.isUnchanged, claim.coverage.health == .changed {
                try session.mendContract(of: source.id)
            }
            return []
        }
        var contract = change.contract
        // Of somebody who is forgotten no sample is kept.
        if try session.forgottenSalt() != nil, try !forgottenPages().isEmpty { contract.forgetSamples() }
        try session.keep(contract, of: source.id)
        switch change.news {
        case .fellBack:
            guard let broken = change.contract.broken, claim.coverage.health != .changed else { return [] }
            return [.changed(since: broken.since, reason: broken.reason)]
        case .recovered(let since, wasHeld: false): return [.recovered(troubleSince: since)]
        // Told by the source's health.
        case .recovered, .held, .heldStill, nil: return []
        }
    }
}
