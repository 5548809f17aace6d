import Complaints
import Evidence
import Storage

/// Takes a visit into the store: page state, mentions, revisions, cases, clocks, evidence and outgoing
/// alerts in one transaction, or not at all.
struct VisitCommit {
    let reading: VisitReading
    let claim: ClaimedVisit
    let outbox: Outbox
    let archivist: Archivist?
    let retention: Retention
    let now: Instant
    let session: any Session
    var newMentions = 0
    var changedMentions = 0
    /// What the pages of the visit show of which mention, by the place of the page.
    var shown: [Int: [EvidenceLink]] = [:]

    struct Summary: Sendable, Hashable {
        var visit: Visit
        var news: [Coverage.News]
        /// Why its evidence could not be written; nil when it was, or none was due.
        var unarchived: String?
    }

    init(
        _ reading: VisitReading, of claim: ClaimedVisit, outbox: Outbox, archivist: Archivist? = nil,
        retention: Retention = Retention(), now: Instant, in session: any Session
    ) {
        self.reading = reading
        self.claim = claim
        self.outbox = outbox
        self.archivist = archivist
        self.retention = retention
        self.now = now
        self.session = session
    }

    var source: Source { reading.source }

    /// - Parameter chance: 0 to 1, for the jitter of the next visit.
    mutating func take(chance: Double) throws -> Summary {
        let placed = try takeRecords()
        // What is not believed changes nothing.
        if !reading.isHeld { try takeListing(placed) }
        try keepPages()
        if let cookies = reading.cookies, cookies != reading.context.cookies {
            try session.keepCookies(cookies, of: source.id)
        }
        try showOwed(placed)
        let unarchived = try keepEvidence()
        if unarchived != nil { try oweEvidence() }
        var summary = try endVisit(placed, chance: chance)
        summary.unarchived = unarchived
        return summary
    }

    /// A complaint is not lost because its proof cannot be written; that is told instead.
    private func keepEvidence() throws -> String? {
        do {
            guard let archivist else { return nil }
            let closed = try session.forgottenSalt() == nil ? [] : forgottenPages()
            try archivist.archive(reading, shown: shown, besides: closed, now: now, in: session)
            return nil
        } catch let error as EvidenceError {
            return error.description
        }
    }

    /// The pages whose evidence could not be written are read anew by the next visit, which archives them.
    private func oweEvidence() throws {
        guard reading.failure == nil else { return }
        for place in shown.keys where reading.pages[place].role != .past {
            let page = reading.pages[place]
            var state = page.state
            (state.readAs, state.etag, state.lastModified, state.bodyHash) = (PageState.owing, nil, nil, nil)
            let isDetail = page.role == .detail
            try session.keep(state, of: source.id, isDetail: isDetail, visited: isDetail ? now : nil)
        }
    }

    private mutating func showOwed(_ placed: [Placed]) throws {
        for place in reading.pages.indices where reading.pages[place].owesEvidence && shown[place] == nil {
            for index in placed.indices where reading.candidates[index].page == place {
                guard let id = placed[index].mention, let mention = try session.mention(id) else { continue }
                show(id, revision: mention.revisionCount, as: .confirmed, on: place)
            }
        }
    }

    /// After a visit that failed half way the pages of the list stay as they were: what went from them
    /// would else never be judged, since they would be unchanged from then on.
    private func keepPages() throws {
        try session.keepDetails(reading.found, of: source.id)
        for page in reading.pages where page.role == .detail {
            if reading.isHeld, !page.isUnchanged {
                // It is to be read in full when it is its turn again.
                let unread = PageState(url: page.state.url, readAs: 0)
                try session.keep(unread, of: source.id, isDetail: true, visited: now)
                continue
            }
            try session.keep(page.state, of: source.id, isDetail: true, visited: now)
        }
        guard reading.failure == nil else { return }
        let list = reading.listPages
        for page in list where !page.isUnchanged { try session.keep(page.state, of: source.id) }
        // Below a passage that did not change, pages were not come to.
        guard !list.contains(where: { $0.isUnchanged && $0.state.isPassage }) else { return }
        let visited = Set(list.map(\.state.url))
        for url in reading.context.pages.keys where !visited.contains(url) {
            try session.forgetPage(url, of: source.id)
        }
    }
}
