import Complaints
import Storage

/// What each site's robots.txt says (RFC 9309): fetched once a day, kept in the store, and, where it cannot
/// be had, asked for again as `RobotsRetry` says.
actor RobotsBook {
    struct Permission: Sendable {
        var crawlDelay: Duration?
    }

    private struct Entry: Sendable {
        /// nil while there is no copy.
        var robots: Robots?
        var fetched: Instant?
        var failures = 0
        var failingSince: Instant?
        var askAgain: Instant?
        /// Why the last question was not answered.
        var failure: VisitFailure?

        func standing(_ now: Instant) -> RobotsRetry.Standing {
            RobotsRetry.standing(copy: fetched, failingSince: failingSince, askAgain: askAgain, now: now)
        }
    }

    private static let ownReasons: Set<String> = ["cancelled", "held", "address-refused", "closed"]

    /// No source's credentials go with the question.
    private static let options = FetchOptions()

    private let store: any Store
    private let time: any TimeSource
    private let chance: @Sendable () -> Double
    /// Off, what failed in an earlier run is asked for again at once: people did not wait for it.
    private var isPatient = true
    private var entries: [String: Entry] = [:]
    private var questions: [String: Task<Entry, Never>] = [:]

    init(store: any Store, time: any TimeSource, chance: @escaping @Sendable () -> Double) {
        self.store = store
        self.time = time
        self.chance = chance
    }

    func set(isPatient: Bool) { self.isPatient = isPatient }

    /// - Throws: when the page is disallowed, or nothing is known because the file is out of reach.
    func permission(
        for url: WebURL, of source: Source, fetcher: PageFetcher
    ) async throws(VisitFailure) -> Permission {
        let entry = await entry(for: url, every: source.every.shortest, fetcher: fetcher)
        // The operator stands in for it by name and reason; how often it wants to be asked still holds.
        if case .overridden = source.robots { return permission(entry.robots, fetcher) }
        switch entry.standing(time.now()) {
        case .disallowed(let askAgain):
            let why = entry.failure?.reason ?? "\(url.origin)/robots.txt is out of reach"
            throw VisitFailure(
                code: entry.failure?.code ?? "robots-unavailable",
                reason: "\(why); the site is not visited until it can be read", retryAfter: askAgain,
                isUnreachable: entry.failure?.isUnreachable ?? false)
        case .ask where entry.robots == nil:
            throw entry.failure ?? VisitFailure(code: "cancelled", reason: "the visit was stopped")
        case .absent:
            return Permission(crawlDelay: nil)
        case .ask, .fresh, .old:
            let verdict = entry.robots?.verdict(agent: fetcher.userAgent, url: url.href)
            guard verdict?.allowed ?? true else {
                let line = verdict?.line.map { " in line \($0)" } ?? ""
                throw VisitFailure(
                    code: "robots", reason: "\(url.origin)/robots.txt disallows \(url.href)\(line)")
            }
            return permission(entry.robots, fetcher)
        }
    }

    private func permission(_ robots: Robots?, _ fetcher: PageFetcher) -> Permission {
        let seconds = robots?.crawlDelay(agent: fetcher.userAgent)
        return Permission(crawlDelay: seconds.map { .milliseconds(Int64($0 * 1000)) })
    }

    private func entry(for url: WebURL, every: Duration, fetcher: PageFetcher) async -> Entry {
        let origin = url.origin
        if entries[origin] == nil { entries[origin] = await stored(origin) }
        let known = entries[origin] ?? Entry()
        guard known.standing(time.now()) == .ask else { return known }
        let task: Task<Entry, Never>
        if let running = questions[origin] {
            task = running
        } else {
            task = Task { await ask(origin, known: known, every: every, fetcher: fetcher) }
            questions[origin] = task
        }
        // A visit that is stopped does not wait for a file that does not come.
        let entry = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        questions[origin] = nil
        entries[origin] = entry
        return entry
    }

    private func stored(_ origin: String) async -> Entry? {
        guard let host = try? await store.read({ try $0.host(origin) }) else { return nil }
        let isThere = host.robotsStatus.map { (200..<300).contains($0) } ?? false
        return Entry(
            robots: host.robotsFetched.map { _ in Robots(isThere ? host.robots ?? [] : []) },
            fetched: host.robotsFetched, failures: host.robotsFailures,
            failingSince: host.robotsFailingSince, askAgain: isPatient ? host.robotsAskAgain : nil)
    }

    private func ask(_ origin: String, known: Entry, every: Duration, fetcher: PageFetcher) async -> Entry {
        guard let url = WebURL(origin + "/robots.txt") else { return known }
        var entry = known
        do throws(VisitFailure) {
            let response = try await fetcher.send(url, options: Self.options, crawlDelay: nil)
            // 4xx says that there are no rules; 5xx and 429 that nothing is known (RFC 9309, 2.3.1).
            guard response.status < 500, response.status != 429 else {
                throw VisitFailure(
                    code: "robots-unavailable", reason: "\(url.href) answered \(response.status)",
                    retryAfter: fetcher.wait(askedBy: response))
            }
            let body = (200..<300).contains(response.status) ? response.body : []
            let (now, status) = (time.now(), response.status)
            // Not stored is not lost: it is fetched again.
            try? await store.write { try $0.keepRobots(body, status: status, of: origin, fetched: now) }
            return Entry(robots: Robots(body), fetched: now)
        } catch {
            entry.failure = error
            // Stopped, held back, closed by our own settings, or our own network: none of the site's.
            guard !Task.isCancelled, !Self.ownReasons.contains(error.code) else { return entry }
            if error.isUnreachable, await fetcher.network.downSince != nil { return entry }
            let now = time.now()
            entry.failures += 1
            entry.failingSince = entry.failingSince ?? now
            let again = RobotsRetry.next(
                failures: entry.failures, every: every, now: now, notBefore: error.retryAfter,
                chance: chance())
            entry.askAgain = again
            let (failures, since) = (entry.failures, entry.failingSince ?? now)
            try? await store.write {
                try $0.keepRobotsFailure(of: origin, failures: failures, since: since, askAgain: again)
            }
            return entry
        }
    }
}
