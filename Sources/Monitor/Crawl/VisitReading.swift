import Complaints
import Storage

/// What one visit brought home: pages and judged records, or why it ended.
struct VisitReading: Sendable {
    var plan: Setup.SourcePlan
    var started: Instant
    /// What the store knew when it began.
    var context: VisitContext
    /// In the order they were fetched.
    var pages: [VisitedPage] = []
    var candidates: [Candidate] = []
    /// What ended the visit before the list's last page.
    var failure: VisitFailure?
    /// Where the list's last page leads, when the visit goes no further.
    var further: String?
    /// Detail pages that the list leads to.
    var found: [DetailPage] = []
    /// Those of them that were found before; nil where no list of links was read anew.
    var knownFound: Set<String>?
    /// How the open gap was followed, where there was one.
    var gapStep: GapStep?
    /// Where permanent redirects lead.
    var movedTo: String?
    /// Our own network was down since then: the source is not blamed for the failure.
    var excusedSince: Instant?
    /// When a source that waits for the network may be tried.
    var probeAgain: Instant?
    var statedCount: Int?
    /// The source's whole jar from now on; nil where it keeps none.
    var cookies: [String]?
    var requests = 0
    var bytes = 0
    /// The source's contract as the visit leaves it; nil where it is as it was.
    var contract: ContractChange?

    var source: Source { plan.source }

    init(plan: Setup.SourcePlan, started: Instant, context: VisitContext = VisitContext()) {
        self.plan = plan
        self.started = started
        self.context = context
        movedTo = context.movedTo
    }

    /// Which detail pages are read: as the source says, and all of a sitemap.
    var follow: Follow? {
        if let follow = source.follow { return follow }
        return !source.readsFeed && pages.contains { $0.state.isPassage } ? Follow(.all) : nil
    }

    var listPages: [VisitedPage] { pages.filter { $0.role == .list } }

    /// Addresses that are no record's own; a page that the list leads to may well be.
    var listURLs: Set<String> {
        var urls: Set<String> = [source.url]
        for page in pages where page.role != .detail { urls.formUnion([page.state.url, page.finalURL]) }
        return urls
    }

    var isUnchanged: Bool { failure == nil && pages.allSatisfy(\.isUnchanged) }

    /// On the pages that stand for the source now; the past that is made up for does not count.
    var recordCount: Int {
        let unchanged = pages.filter { $0.isUnchanged && !$0.state.isPassage }
        return unchanged.reduce(0) { $0 + $1.state.records }
            + candidates.count { pages[$0.page].role != .past }
    }

    /// Nothing can be read where a list begins, whatever its later pages still say.
    var isFirstPageEmpty: Bool {
        listPages.first { !$0.state.isPassage }.map { $0.state.records == 0 } ?? false
    }

    /// A list of links on which there are none: whatever pages known before still say, no new one is found.
    var leadsNowhere: Bool {
        guard follow != nil else { return false }
        let lists = listPages.filter(\.state.isPassage)
        return !lists.isEmpty && lists.allSatisfy { $0.state.records == 0 }
    }

    /// The list was followed over several pages to its end.
    var reachedEnd: Bool { failure == nil && further == nil && listPages.count > 1 }

    /// What was read is not believed: nothing comes of it.
    var isHeld: Bool { contract?.news == .held || contract?.news == .heldStill }

    var outcome: Visit.Outcome {
        if let failure { return pages.isEmpty ? .failed(failure) : .partial(failure) }
        return isUnchanged ? .unchanged : .complete
    }
}

/// What a visit learned of how its source's records look.
struct ContractChange: Sendable {
    var contract: SourceContract
    var news: News?

    enum News: Hashable, Sendable {
        /// Another way is read from now on.
        case fellBack
        case held
        case heldStill
        /// Kept again, by the usual way.
        case recovered(since: Instant, wasHeld: Bool)
    }
}

struct VisitedPage: Sendable {
    var state: PageState
    var role: Role
    /// The site said so, or the bytes were the same: it was not read again.
    var isUnchanged: Bool
    /// The site says that it is not there any more (404, 410); only a detail page may be.
    var isGone = false
    /// Its evidence could not be written when it was last read.
    var owesEvidence = false
    /// It is a sitemap, whose dates say when a page was modified.
    var isSitemap = false
    /// The address that answered, after redirects.
    var finalURL: String
    /// Where it leads to detail pages; nil where it was not read again.
    var details: [DetailLink]?
    /// The sitemaps that an index leads to.
    var sitemaps: [DetailLink] = []
    var fetched: Instant
    /// As it went over the wire, redirects first; empty for a page fetched by a command.
    var exchanges: [Exchange] = []
    /// The output of the command that fetched it.
    var output: [UInt8]?

    enum Role: Hashable, Sendable {
        /// One of the list's first pages, looked at by every visit.
        case list
        /// A page that the list leads to.
        case detail
        /// A page further back, read once to make up for what was missed.
        case past
    }
}

/// What the store knows of a source when a visit begins.
struct VisitContext: Sendable {
    var pages: [String: PageState] = [:]
    var listing = Listing()
    var cookies: [String] = []
    /// The oldest that is still followed.
    var gap: Gap?
    var movedTo: String?
    var statedCount: Int?
    /// When it was last seen well.
    var lastSeen: Instant?

    init() {}

    init(of claim: ClaimedVisit, source: Source, in session: any Session) throws {
        pages = Dictionary(
            try session.pageStates(of: claim.source).map { ($0.url, $0) }, uniquingKeysWith: { a, _ in a })
        listing = try session.listing(of: claim.source)
        if source.fetch.keepsCookies { cookies = try session.cookies(of: claim.source) }
        gap = try session.openGaps(of: claim.source).first
        // What was moved to may be gone itself: the old address is asked again then.
        movedTo = claim.coverage.failures < 2 ? claim.movedTo : nil
        statedCount = claim.statedCount
        lastSeen = claim.coverage.lastSuccess
    }
}
