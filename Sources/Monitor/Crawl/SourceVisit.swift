import Complaints
import Reading
import Storage

/// One visit to one source: page after page to its end or limit, each page read and judged as it comes.
struct SourceVisit: Sendable {
    let plan: Setup.SourcePlan
    let fetcher: PageFetcher
    let store: any Store
    let time: any TimeSource

    func run() async throws -> VisitReading {
        let source = plan.source
        var reading = VisitReading(source: source, policy: plan.policy, started: time.now())
        let known = Dictionary(
            try await store.read { try $0.pageStates(of: source.id) }.map { ($0.url, $0) },
            uniquingKeysWith: { first, _ in first })
        var records: [(record: Record, page: String)] = []
        var next: String? = source.url
        var visited: Set<String> = []
        do throws(VisitFailure) {
            while let url = next, visited.insert(url).inserted {
                guard reading.pages.count < source.pages.atMost else {
                    reading.hasMore = true
                    break
                }
                let (page, found) = try await take(url, known: known[url])
                reading.pages.append(page)
                records += found.map { (record: $0, page: url) }
                next = page.state.next
            }
        } catch {
            reading.failure = error
        }
        reading.candidates = placesWithoutRepeats(records.map(\.record)).map { index in
            plan.judge.candidate(records[index].record, of: source, page: records[index].page, position: 0)
        }
        place(&reading)
        return reading
    }

    private func take(_ url: String, known: PageState?) async throws(VisitFailure) -> (VisitedPage, [Record])
    {
        let source = plan.source
        let known = known.flatMap { $0.readAs == plan.readAs ? $0 : nil }
        switch try await fetcher.fetch(url, known: known) {
        case .unchanged:
            guard let known else {
                throw VisitFailure(
                    code: "http-304", reason: "\(url) answered 304 to an unconditional request")
            }
            return (VisitedPage(state: known, isUnchanged: true), [])
        case .page(let fetched):
            let page: Page
            do throws(ReadingFailure) {
                page = try read(
                    PageInput(
                        bytes: fetched.body, url: fetched.finalURL, contentType: fetched.contentType,
                        rule: source.rule, language: source.language, zone: source.zone, now: time.now(),
                        next: source.pages.next))
            } catch {
                throw VisitFailure(code: "unreadable", reason: "\(url): \(error)")
            }
            let state = PageState(
                url: url, etag: fetched.etag, lastModified: fetched.lastModified, bodyHash: fetched.bodyHash,
                readAs: plan.readAs, next: page.next, isFeed: page.kind.isFeed, records: page.records.count)
            return (VisitedPage(state: state, isUnchanged: false), page.records)
        }
    }

    /// Positions count over all pages, also over those that were not read again.
    private func place(_ reading: inout VisitReading) {
        var position = 0
        for page in reading.pages {
            if page.isUnchanged {
                position += page.state.records
                continue
            }
            for index in reading.candidates.indices where reading.candidates[index].page == page.state.url {
                reading.candidates[index].position = position
                position += 1
            }
        }
    }
}
