import Complaints
import Storage
import Transport

/// Fetches pages politely: robots.txt, one budget a host, conditional requests.
struct PageFetcher: Sendable {
    let client: HTTPClient
    let gate: HostGate
    let robots: RobotsBook
    let store: any Store
    let time: any TimeSource
    let settings: FetchRules

    /// What of the configuration concerns fetching.
    struct FetchRules: Sendable {
        var userAgent: String
        var addresses: AddressPolicy
        var timeout: Duration
        var maxBytes: Int
    }

    enum Fetched: Sendable {
        /// 304, or the same bytes as before.
        case unchanged
        case page(FetchedPage)
    }

    struct FetchedPage: Sendable {
        var body: [UInt8]
        var bodyHash: Int64
        var contentType: String?
        var finalURL: String
        var etag: String?
        var lastModified: String?
    }

    /// - Parameter known: the page's state, when it was read the way it would be read now.
    func fetch(_ address: String, known: PageState?) async throws(VisitFailure) -> Fetched {
        guard let url = WebURL(address) else {
            throw VisitFailure(code: "not-web-address", reason: "\(address) is not an http or https address")
        }
        let permission = try await robots.permission(for: url, fetcher: self)
        var headers = [("Accept", Self.accepted)]
        if let etag = known?.etag { headers.append(("If-None-Match", etag)) }
        if let date = known?.lastModified { headers.append(("If-Modified-Since", date)) }
        let response = try await send(url, headers: headers, crawlDelay: permission.crawlDelay)
        switch response.status {
        case 304 where known != nil:
            return .unchanged
        case 200..<300:
            let hash = stableHash(response.body)
            if let known, known.bodyHash == hash { return .unchanged }
            return .page(
                FetchedPage(
                    body: response.body, bodyHash: hash, contentType: response.header("Content-Type"),
                    finalURL: response.finalURL, etag: response.header("ETag"),
                    lastModified: response.header("Last-Modified")))
        default:
            throw VisitFailure(
                code: "http-\(response.status)", reason: "\(url.href) answered \(response.status)",
                retryAfter: wait(askedBy: response))
        }
    }

    /// One request inside the host's budget.
    func send(
        _ url: WebURL, headers: [(String, String)], crawlDelay: Duration?
    ) async throws(VisitFailure) -> WebResponse {
        let host = url.registrableHost
        do {
            try await gate.enter(host, crawlDelay: crawlDelay)
        } catch let held as HostGate.Held {
            throw VisitFailure(
                code: "held", reason: "\(host) asked to be left alone until \(held.until)",
                retryAfter: held.until)
        } catch {
            throw VisitFailure(code: "cancelled", reason: "the visit was stopped")
        }
        let result: Result<WebResponse, TransportFailure>
        do {
            result = .success(
                try await client.send(
                    WebRequest(
                        url: url.href, headers: headers, timeout: settings.timeout,
                        limits: TransferLimits(maxBodyBytes: settings.maxBytes),
                        addresses: settings.addresses,
                        userAgent: settings.userAgent)))
        } catch {
            result = .failure(error)
        }
        // Before the place is free for the next: it would ask a host that wants to be left alone.
        let held = (try? result.get()).flatMap { wait(askedBy: $0) }
        if let held { await gate.hold(host, until: held) }
        await gate.leave(host)
        if let held { try await keepHold(host, until: held) }
        switch result {
        case .success(let response): return response
        case .failure(let failure): throw VisitFailure(code: failure.code, reason: failure.description)
        }
    }

    /// Until when the host wants to be left alone; nil where it does not say so, or answers well.
    func wait(askedBy response: WebResponse) -> Instant? {
        let now = time.now()
        guard response.status >= 400,
            let asked = response.header("Retry-After").flatMap({ RetryAfter.instant($0, now: now) }),
            asked > now
        else { return nil }
        return min(asked, now + Self.longestHold)
    }

    /// Retry-After holds for the host that said it, also over a restart.
    private func keepHold(_ host: String, until: Instant) async throws(VisitFailure) {
        do {
            try await store.write { try $0.holdHost(host, until: until) }
        } catch {
            throw VisitFailure(code: "store", reason: "\(error)")
        }
    }

    /// A site may ask for a day at most; a source held for longer would be lost from sight.
    static let longestHold: Duration = .seconds(86_400)

    private static let accepted =
        "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/feed+json,"
        + "application/json,application/xml;q=0.9,*/*;q=0.5"
}
