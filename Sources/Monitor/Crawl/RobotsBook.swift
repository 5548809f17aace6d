import Complaints
import Storage

/// What each site's robots.txt says (RFC 9309): fetched once a day and kept in the store.
actor RobotsBook {
    struct Permission: Sendable {
        var crawlDelay: Duration?
    }

    private struct Entry: Sendable {
        var robots: Robots
        var fetched: Instant
    }

    /// No source's credentials go with it; what is over 500 kB is not read (RFC 9309, 2.5).
    private static let options = FetchOptions(limits: FetchLimits(total: .seconds(30)))

    private let store: any Store
    private let time: any TimeSource
    private var entries: [String: Entry] = [:]
    private var fetches: [String: Task<Result<Entry, VisitFailure>, Never>] = [:]

    static let goodFor: Duration = .seconds(86_400)
    /// A file that cannot be fetched any more is believed for so long (RFC 9309, 2.3.1.4).
    static let staleFor: Duration = .seconds(30 * 86_400)

    init(store: any Store, time: any TimeSource) {
        self.store = store
        self.time = time
    }

    /// - Throws: when the page is disallowed, or nothing is known because the file answers 5xx.
    func permission(
        for url: WebURL, of source: Source, fetcher: PageFetcher
    ) async throws(VisitFailure) -> Permission {
        // The operator stands in for it by name and reason; how often to ask still holds.
        if case .overridden = source.robots {
            let entry = try? await entry(for: url, fetcher: fetcher)
            return Permission(crawlDelay: entry.flatMap { Self.delay($0, fetcher) })
        }
        let entry = try await entry(for: url, fetcher: fetcher)
        let agent = fetcher.userAgent
        let verdict = entry.robots.verdict(agent: agent, url: url.href)
        guard verdict.allowed else {
            let line = verdict.line.map { " in line \($0)" } ?? ""
            throw VisitFailure(
                code: "robots", reason: "\(url.origin)/robots.txt disallows \(url.href)\(line)")
        }
        return Permission(crawlDelay: Self.delay(entry, fetcher))
    }

    private static func delay(_ entry: Entry, _ fetcher: PageFetcher) -> Duration? {
        entry.robots.crawlDelay(agent: fetcher.userAgent).map { .milliseconds(Int64($0 * 1000)) }
    }

    private func entry(for url: WebURL, fetcher: PageFetcher) async throws(VisitFailure) -> Entry {
        let origin = url.origin
        if entries[origin] == nil { entries[origin] = await stored(origin) }
        let now = time.now()
        if let entry = entries[origin], now - entry.fetched < Self.goodFor { return entry }
        let task: Task<Result<Entry, VisitFailure>, Never>
        if let running = fetches[origin] {
            task = running
        } else {
            task = Task { await fetch(origin, fetcher: fetcher) }
            fetches[origin] = task
        }
        // A visit that is stopped does not wait for a file that does not come.
        let result = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        fetches[origin] = nil
        switch result {
        case .success(let entry):
            entries[origin] = entry
            return entry
        case .failure(let failure):
            if let entry = entries[origin], now - entry.fetched < Self.staleFor { return entry }
            throw failure
        }
    }

    private func stored(_ origin: String) async -> Entry? {
        guard let host = try? await store.read({ try $0.host(origin) }), let status = host.robotsStatus,
            let fetched = host.robotsFetched
        else { return nil }
        return Entry(robots: Robots((200..<300).contains(status) ? host.robots ?? [] : []), fetched: fetched)
    }

    private func fetch(_ origin: String, fetcher: PageFetcher) async -> Result<Entry, VisitFailure> {
        guard let url = WebURL(origin + "/robots.txt") else {
            return .failure(
                VisitFailure(code: "not-web-address", reason: "\(origin) is not an http or https address"))
        }
        do throws(VisitFailure) {
            let response = try await fetcher.send(url, options: Self.options, crawlDelay: nil)
            // 4xx says that there are no rules; 5xx and 429 that nothing is known (RFC 9309, 2.3.1).
            guard response.status < 500, response.status != 429 else {
                throw VisitFailure(
                    code: "robots-unavailable",
                    reason:
                        "\(url.href) answered \(response.status); the site is not visited until it can be read",
                    retryAfter: fetcher.wait(askedBy: response))
            }
            let body = (200..<300).contains(response.status) ? response.body : []
            let now = time.now()
            let status = response.status
            // Not stored is not lost: it is fetched again.
            try? await store.write { try $0.keepRobots(body, status: status, of: origin, fetched: now) }
            return .success(Entry(robots: Robots(body), fetched: now))
        } catch {
            return .failure(error)
        }
    }
}
