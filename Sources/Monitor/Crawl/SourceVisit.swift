import Complaints
import Reading
import Storage

/// One visit to one source: its list page after page, then the pages that the list leads to, then a stretch
/// of the past that was missed; every page read as it comes.
struct SourceVisit {
    let plan: Setup.SourcePlan
    let fetcher: PageFetcher
    let store: any Store
    let time: any TimeSource
    var reading: VisitReading
    private var cookies: [String]
    var records: [(record: Record, page: Int)] = []
    /// What its records are held to; nil until a page was read anew.
    var contract: ContractWatch?

    /// Pages of the past that one visit reads, so that it ends.
    static let mostPastPages = 10
    /// Sitemaps that one visit reads of an index.
    static let mostSitemaps = 50

    var source: Source { plan.source }

    static func make(
        _ claim: ClaimedVisit, plan: Setup.SourcePlan, fetcher: PageFetcher, store: any Store,
        time: any TimeSource
    ) async throws -> VisitReading {
        let started = time.now()
        let source = plan.source
        let context = try await store.read { try VisitContext(of: claim, source: source, in: $0) }
        var visit = SourceVisit(
            plan: plan, fetcher: fetcher, store: store, time: time,
            reading: VisitReading(plan: plan, started: started, context: context), cookies: context.cookies)
        return await visit.run()
    }

    private init(
        plan: Setup.SourcePlan, fetcher: PageFetcher, store: any Store, time: any TimeSource,
        reading: VisitReading, cookies: [String]
    ) {
        self.plan = plan
        self.fetcher = fetcher
        self.store = store
        self.time = time
        self.reading = reading
        self.cookies = cookies
    }

    private mutating func run() async -> VisitReading {
        do throws(VisitFailure) {
            try await followList()
            try await followDetails()
        } catch {
            reading.failure = error
        }
        if reading.failure == nil { await followGap() }
        await judgeByContract()
        if source.fetch.keepsCookies { reading.cookies = cookies }
        judge()
        return reading
    }

    // MARK: The list

    private mutating func followList() async throws(VisitFailure) {
        var seen: [PageSeen] = []
        var next = try await firstPage()
        while let url = next {
            let known = reading.context.pages[url]
            let place = try await take(url, as: .list, known: known)
            if source.readsFeed, reading.pages[place].state.isPassage {
                // Its feed is the list.
                next = seen.isEmpty && reading.pages.count == 1 ? reading.pages[place].state.next : nil
                continue
            }
            if seen.isEmpty { try await settleWay(at: place) }
            seen.append(self.seen(place, asked: url))
            switch NextPage.decide(after: seen, paging: source.pages) {
            case .fetch(let url): next = url
            case .end(.enough(let url)):
                reading.further = url
                next = nil
            case .end: next = nil
            }
        }
        try await followSitemaps()
    }

    /// Where permanent redirects led, as long as that can be had; what the source's own address gets is not
    /// told to another host.
    private mutating func firstPage() async throws(VisitFailure) -> String? {
        guard let moved = reading.context.movedTo else { return source.url }
        let isHome = WebURL(moved)?.origin == WebURL(source.url)?.origin
        if isHome || !source.fetch.hasSecrets { return moved }
        reading.movedTo = nil
        return source.url
    }

    private func seen(_ place: Int, asked: String) -> PageSeen {
        let page = reading.pages[place]
        let needsCursor = source.pages.template?.needsCursor == true
        let marks: Set<Int64>
        if let details = page.details {
            marks = Set(details.map { stableHash($0.url.utf8) })
        } else if page.state.isPassage {
            marks = [stableHash(asked.utf8)]
        } else if page.isUnchanged {
            // As it was read then: without records of pages before it.
            let listed = reading.context.listing.list.first { $0.url == page.state.url }
            marks = Set((listed?.entries ?? []).lazy.filter { $0.missing == 0 }.map(\.print))
        } else {
            marks = Set(records.lazy.filter { $0.page == place }.map { recordPrint($0.record) })
        }
        return PageSeen(
            asked: asked, url: page.finalURL, records: marks, next: needsCursor ? nil : page.state.next,
            cursor: needsCursor ? page.state.next : nil)
    }

    // MARK: Sitemaps and detail pages

    /// Those of an index, the latest changed first.
    private mutating func followSitemaps() async throws(VisitFailure) {
        var waiting = reading.pages.flatMap(\.sitemaps)
        var visited: Set<String> = []
        while !waiting.isEmpty, visited.count < Self.mostSitemaps {
            let next = waiting.removeFirst()
            guard visited.insert(next.url).inserted else { continue }
            let place = try await take(next.url, as: .list, known: reading.context.pages[next.url])
            waiting += reading.pages[place].sitemaps
        }
    }

    private mutating func followDetails() async throws(VisitFailure) {
        guard let follow = reading.follow else { return }
        var found: [DetailPage] = []
        var isFound: Set<String> = []
        for page in reading.pages {
            for link in page.details ?? [] where isFound.insert(link.url).inserted {
                // A feed dates what was written, not what was changed since.
                found.append(
                    DetailPage(url: link.url, modified: page.isSitemap ? link.changed?.instant : nil))
            }
        }
        reading.found = found
        let (id, urls, most, started) = (source.id, found, follow.atMost, reading.started)
        let (known, due): (Set<String>, [PageState])
        do {
            (known, due) = try await store.read { session in
                let known = try session.knownDetails(of: id, among: urls.map(\.url))
                let new = urls.filter { !known.contains($0.url) }.prefix(most)
                let modified = try session.modifiedDetails(of: id, among: urls)
                let rest = try session.dueDetails(of: id, limit: most, now: started)
                var chosen = new.map { PageState(url: $0.url, readAs: 0) }
                for state in modified + rest where !chosen.contains(where: { $0.url == state.url }) {
                    if chosen.count < most { chosen.append(state) }
                }
                return (known, chosen)
            }
        } catch {
            throw VisitFailure(code: "store", reason: "\(error)")
        }
        if reading.pages.contains(where: { $0.details != nil }) { reading.knownFound = known }
        for state in due { _ = try await take(state.url, as: .detail, known: state) }
    }

    // MARK: The past

    /// What cannot be read of the past is tried again by the next visit; it takes nothing from this one.
    private mutating func followGap() async {
        guard let gap = reading.context.gap, var next = gap.nextURL else { return }
        var step = GapStep(pages: 0, published: [], recordCount: 0, reachedKnown: false, nextURL: next)
        for _ in 0..<Self.mostPastPages {
            let place: Int
            do throws(VisitFailure) {
                place = try await take(next, as: .past, known: nil)
            } catch {
                step.failure = error.reason
                break
            }
            let page = reading.pages[place]
            let found = records.filter { $0.page == place }.map(\.record)
            step.pages += 1
            step.recordCount += found.count
            let published = found.compactMap { $0.published?.instant }
            step.published += published
            step.nextURL = found.isEmpty || page.isGone ? nil : way(on: page, from: next)
            if gap.kind == .gap, await knew(found, before: gap.opened) { step.reachedKnown = true }
            // One record may carry an old date; the page as a whole must be older.
            if let after = gap.after, let newest = published.max() { step.isPast = newest < after }
            guard let further = step.nextURL, !step.reachedKnown, !step.isPast else { break }
            next = further
        }
        reading.gapStep = step
    }

    private func way(on page: VisitedPage, from url: String) -> String? {
        guard let template = source.pages.template else {
            return page.state.next == url ? nil : page.state.next
        }
        if template.needsCursor { return page.state.next.flatMap { template.address(page: 0, cursor: $0) } }
        return (2...Gap.mostPages * 2).first { template.address(page: $0) == url }
            .flatMap { template.address(page: $0 + 1) }
    }

    /// Whether one of these was known before a time; not when the store does not answer.
    private func knew(_ found: [Record], before: Instant) async -> Bool {
        let keys = Identity.of(found, source: source.id, subject: source.subject, pageURLs: [source.url])
            .flatMap { $0.strong + $0.weak }
        guard !keys.isEmpty else { return false }
        return (try? await store.read { try $0.knowsAny(of: keys, before: before) }) ?? false
    }

    // MARK: One page

    /// Fetches and reads a page; returns its place in the visit.
    private mutating func take(
        _ url: String, as role: VisitedPage.Role, known: PageState?
    ) async throws(VisitFailure) -> Int {
        let owesEvidence = known?.readAs == PageState.owing
        let known = known.flatMap { $0.readAs == plan.readAs ? $0 : nil }
        let fetched = try await fetcher.fetch(url, of: source, known: known, cookies: cookies)
        reading.requests += max(1, fetched.exchanges.count)
        reading.bytes += fetched.bytes
        if let jar = fetched.cookies { cookies = jar }
        if role == .list, reading.pages.isEmpty, let moved = fetched.movedTo { reading.movedTo = moved }
        var page = VisitedPage(
            state: known ?? PageState(url: url, readAs: plan.readAs), role: role, isUnchanged: false,
            owesEvidence: owesEvidence, finalURL: url, fetched: time.now(), exchanges: fetched.exchanges,
            output: fetched.output)
        switch fetched.content {
        case .unchanged:
            guard known != nil else {
                throw VisitFailure(
                    code: "http-304", reason: "\(url) answered 304 to an unconditional request")
            }
            page.isUnchanged = true
        case .gone(let status):
            guard role != .list || isBehindEnd(url) else {
                if reading.context.movedTo == url { reading.movedTo = nil }
                throw VisitFailure(code: "http-\(status)", reason: "\(url) answered \(status)")
            }
            page.state = PageState(url: url, readAs: plan.readAs)
            page.isGone = true
        case .page(let body):
            let found = try PageReading(
                plan: plan, role: role, now: time.now(), without: contract?.without ?? []
            ).read(body, asked: url, into: &page)
            if contract == nil { contract = ContractWatch() }
            contract?.fresh.append(.init(place: reading.pages.count, asked: url, body: body))
            if let count = found.statedCount { reading.statedCount = count }
            for record in found.records { records.append((record, reading.pages.count)) }
        }
        reading.pages.append(page)
        return reading.pages.count - 1
    }

    /// Pages by number are asked for until one is empty; many sites have none there instead.
    private func isBehindEnd(_ url: String) -> Bool {
        source.pages.template != nil && !reading.pages.isEmpty && reading.context.movedTo != url
    }

    /// What stood there before, word for word, needs no judgement; that is nearly all of what is met again.
    private mutating func judge() {
        var known: Set<Int64> = []
        for page in reading.context.listing.pages {
            for entry in page.entries where entry.mention != nil || page.readAs == plan.readAs {
                known.insert(entry.print)
            }
        }
        let places = placesWithoutRepeats(records.map(\.record))
        reading.candidates.reserveCapacity(places.count)
        for index in places {
            var (record, page) = records[index]
            let print = recordPrint(record)
            let judgement = known.contains(print) ? nil : plan.judge.judge(&record, of: source)
            reading.candidates.append(
                Candidate(record: record, print: print, page: page, judgement: judgement))
        }
    }
}
