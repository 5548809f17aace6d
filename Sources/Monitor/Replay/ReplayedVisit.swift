import Complaints
import Evidence
import Reading
import Storage

/// The archived pages of one visit, read by the configuration that is tried.
struct ReplayedVisit {
    let key: Key
    let plan: Setup.SourcePlan
    let context: ReplayContext
    var pages: [Page] = []
    /// With the place of their page.
    var records: [(record: Record, page: Int)] = []
    /// Addresses that led on to a page.
    var passages: [String] = []

    struct Key: Hashable {
        var source: SourceID
        var began: Instant?
        /// Tells apart the pages of visits that are forgotten.
        var page: Int64

        static func == (a: Key, b: Key) -> Bool {
            a.source == b.source && a.began == b.began && (a.began != nil || a.page == b.page)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(source)
            hasher.combine(began)
        }
    }

    struct Page {
        var url: String
        /// Its number in the chain, and when it was fetched.
        var number: Int64
        var at: Instant
        /// What it showed when it was archived.
        var links: [EvidenceLink]
        var isList: Bool
        var recordCount = 0
        /// Why nothing can be read of it.
        var failure: String?
    }

    init(key: Key, plan: Setup.SourcePlan, context: ReplayContext) {
        self.key = key
        self.plan = plan
        self.context = context
    }

    /// - Parameter at: when the bytes were read first.
    /// - Returns: false for a page whose records are not believed.
    mutating func read(
        _ answer: ArchivedPage, body: [UInt8], entry: EvidenceEntry, links: [EvidenceLink], at: Instant
    ) -> Bool {
        let isList = plan.source.follow == nil || isOfList(answer.url)
        let role: VisitedPage.Role = isList ? .list : .detail
        var visited = VisitedPage(
            state: PageState(url: answer.url, readAs: plan.readAs), role: role, isUnchanged: false,
            finalURL: answer.url, fetched: at)
        var page = Page(url: answer.url, number: entry.number, at: entry.at, links: links, isList: isList)
        guard (200..<300).contains(answer.status) else {
            // It said that what stood there is gone, and did so to every configuration.
            page.failure = "\(answer.url) answered \(answer.status)"
            pages.append(page)
            return true
        }
        var found: [Record] = []
        do throws(VisitFailure) {
            found = try PageReading(plan: plan, role: role, now: at, without: unbelieved(at: entry.at)).read(
                PageFetcher.FetchedPage(
                    body: body, bodyHash: 0, contentType: answer.contentType, finalURL: answer.url,
                    links: answer.links),
                asked: answer.url, into: &visited
            ).records
        } catch {
            page.failure = error.reason
        }
        // Archived though it made nothing: it did not look like itself.
        if links.isEmpty, !isBelieved(found, at: at) { return false }
        page.recordCount = found.count
        records += found.map { ($0, pages.count) }
        pages.append(page)
        return true
    }

    /// Addresses that are no record's own.
    var listURLs: Set<String> {
        Set([plan.source.url] + passages + pages.lazy.filter(\.isList).map(\.url))
    }

    private func isOfList(_ url: String) -> Bool {
        url == plan.source.url || passages.contains(plan.source.url) || context.lists.contains(url)
    }

    /// A way of reading that the source left when its pages changed.
    private func unbelieved(at: Instant) -> Set<Via> {
        guard let contract = context.contract, contract.readAs == plan.readAs, let broken = contract.broken,
            broken.fallback != nil, let way = broken.way, at >= broken.since
        else { return [] }
        return [way]
    }

    /// Read as before, a page that was held back then is held back now; read by another rule, it is held to
    /// the source's contract.
    private func isBelieved(_ found: [Record], at: Instant) -> Bool {
        guard let contract = context.contract else { return true }
        guard contract.readAs != plan.readAs else { return false }
        let batch = Batch(
            records: found, prints: found.map(recordPrint), before: [], known: [:], sinceLook: nil,
            isFeed: false, now: at)
        return contract.contract.judge(batch, isOtherWay: true) == .kept
    }
}
