import Complaints
import Evidence
import Gzip
import Storage
import Synchronization
import Transport

/// Fetches pages politely: robots.txt, one budget a host, conditional requests.
struct PageFetcher: Sendable {
    let client: HTTPClient
    let commands: CommandFetcher
    let gate: HostGate
    let robots: RobotsBook
    let network: NetworkWatch
    let store: any Store
    let time: any TimeSource
    let userAgent: String
    let addresses: AddressPolicy
    /// Whether pages come with what went over the wire.
    let keepsEvidence: Bool
    /// What this visit holds of the pages that wait for the store.
    let share: Backlog.Share

    struct Fetched: Sendable {
        var content: Content
        /// As it went over the wire, redirects first; empty for a page fetched by a command.
        var exchanges: [Exchange] = []
        /// What a command wrote that fetched it; nil otherwise.
        var output: [UInt8]?
        /// Where permanent redirects alone led.
        var movedTo: String?
        /// The whole jar from now on; nil where the source keeps none.
        var cookies: [String]?
        var bytes = 0

        enum Content: Sendable {
            /// 304, or the same bytes as before.
            case unchanged
            case page(FetchedPage)
            /// 404 or 410.
            case gone(status: Int)
        }
    }

    struct FetchedPage: Sendable {
        var body: [UInt8]
        var bodyHash: Int64
        var contentType: String?
        var finalURL: String
        var etag: String?
        var lastModified: String?
        /// Values of `Link` (RFC 8288).
        var links: [String] = []
    }

    /// - Parameter known: the page's state, when it was read the way it would be read now.
    func fetch(
        _ address: String, of source: Source, known: PageState?, cookies: [String]
    ) async throws(VisitFailure) -> Fetched {
        guard let url = WebURL(address) else {
            throw VisitFailure(code: "not-web-address", reason: "\(address) is not an http or https address")
        }
        let permission = try await robots.permission(for: url, of: source, fetcher: self)
        if let command = source.fetch.command {
            return try await run(command, url, of: source, known: known, crawlDelay: permission.crawlDelay)
        }
        var headers = [("Accept", Self.accepted)]
        if let etag = known?.etag { headers.append(("If-None-Match", etag)) }
        if let date = known?.lastModified { headers.append(("If-Modified-Since", date)) }
        // A list may lead to another host: what the source's own is sent is not told to it.
        let isHome = url.origin == WebURL(source.url)?.origin
        let response = try await send(
            url, options: isHome ? source.fetch : source.fetch.withoutSecrets, headers: headers,
            cookies: cookies, crawlDelay: permission.crawlDelay, page: source)
        if isCutOff(response) {
            throw VisitFailure(code: "cut-off", reason: "\(url.href): the compressed body was cut off")
        }
        var fetched = Fetched(
            content: .unchanged, exchanges: keepsEvidence ? response.exchanges : [],
            movedTo: response.permanentURL,
            cookies: source.fetch.keepsCookies ? response.cookies : nil, bytes: response.body.count)
        fetched.content = try content(
            of: Answer(
                status: response.status, headers: response.headers, body: response.body,
                finalURL: response.finalURL, retryAfter: wait(askedBy: response)),
            asked: url, known: known)
        return fetched
    }

    /// What any way of fetching brings.
    private struct Answer {
        var status: Int
        var headers: HeaderFields
        var body: [UInt8]
        var finalURL: String
        var retryAfter: Instant?
    }

    private func content(
        of answer: Answer, asked url: WebURL, known: PageState?
    ) throws(VisitFailure) -> Fetched.Content {
        switch answer.status {
        case 304 where known != nil:
            return .unchanged
        case 200..<300:
            let hash = contentHash(answer.body)
            if let known, known.bodyHash == hash { return .unchanged }
            return .page(
                FetchedPage(
                    body: answer.body, bodyHash: hash, contentType: answer.headers["Content-Type"],
                    finalURL: answer.finalURL, etag: answer.headers["ETag"],
                    lastModified: answer.headers["Last-Modified"], links: answer.headers.all("Link")))
        case 404, 410:
            return .gone(status: answer.status)
        default:
            throw VisitFailure(
                code: "http-\(answer.status)", reason: "\(url.href) answered \(answer.status)",
                retryAfter: answer.retryAfter)
        }
    }

    /// libcurl takes a gzip stream without its end for a whole one: the length at its end says better.
    private func isCutOff(_ response: WebResponse) -> Bool {
        let coding = response.header("Content-Encoding")?.lowercased()
        guard coding == "gzip" || coding == "x-gzip", let exchange = response.exchanges.last else {
            return false
        }
        let sent = contentAsSent(exchange)
        guard sent.count >= 18 else { return !sent.isEmpty }
        let length = sent.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        if length == UInt32(truncatingIfNeeded: response.body.count) { return false }
        // Several members are rare; each has its own length.
        return (try? gunzip(sent, atMost: response.body.count)) == nil
    }

    /// One request inside the host's budget.
    /// - Parameter page: the source whose page it is: redirects are held to robots.txt and to the budget of
    ///   where they lead; nil for a robots.txt itself.
    func send(
        _ url: WebURL, options: FetchOptions, headers: [(String, String)] = [], cookies: [String] = [],
        crawlDelay: Duration?, page source: Source? = nil
    ) async throws(VisitFailure) -> WebResponse {
        try await enter(url.registrableHost, crawlDelay: crawlDelay)
        let place = Place(host: url.registrableHost)
        await share.room()
        let started = time.now()
        var mayFollow: (@Sendable (WebURL) async -> String?)?
        if let source { mayFollow = { await move(to: $0, of: source, from: place) } }
        let result: Result<WebResponse, TransportFailure>
        do throws(TransportFailure) {
            result = .success(
                try await client.send(
                    WebRequest(
                        url: url.href, headers: headers, options: options, cookies: cookies,
                        capturesExchange: source != nil, addresses: addresses, userAgent: userAgent),
                    mayFollow: mayFollow))
        } catch {
            result = .failure(error)
        }
        let host = place.host
        // Before the place is free for the next: it would ask a host that wants to be left alone.
        let held = (try? result.get()).flatMap { wait(askedBy: $0) }
        if let held { await gate.hold(host, until: held) }
        if place.isTaken { await gate.leave(host) }
        if let held { try await keepHold(host, until: held) }
        switch result {
        case .success(let response):
            share.hold(response.body.count)
            await network.answered(host, started: started)
            return response
        case .failure(let failure):
            if let refusal = place.refusal { throw refusal }
            if failure.reason.isUnreachable { await network.unreachable(host, started: started) }
            throw VisitFailure(
                code: failure.code, reason: failure.description, isUnreachable: failure.reason.isUnreachable)
        }
    }

    /// Which host's budget a request holds a place of; redirects move it.
    private final class Place: Sendable {
        private struct State {
            var host: String
            var isTaken = true
            var refusal: VisitFailure?
        }

        private let state: Mutex<State>

        init(host: String) { state = Mutex(State(host: host)) }

        var host: String { state.withLock { $0.host } }
        var isTaken: Bool { state.withLock { $0.isTaken } }
        var refusal: VisitFailure? { state.withLock { $0.refusal } }

        func leave() { state.withLock { $0.isTaken = false } }
        func take(_ host: String) { state.withLock { ($0.host, $0.isTaken) = (host, true) } }
        func refuse(_ failure: VisitFailure) { state.withLock { $0.refusal = failure } }
    }

    /// A redirect is a request like any other to where it leads; why not, where it must not be made.
    private func move(to url: WebURL, of source: Source, from place: Place) async -> String? {
        // Given up before the next is waited for: two that lead to each other must not wait for each other.
        place.leave()
        await gate.leave(place.host)
        do throws(VisitFailure) {
            let permission = try await robots.permission(for: url, of: source, fetcher: self)
            try await enter(url.registrableHost, crawlDelay: permission.crawlDelay)
            place.take(url.registrableHost)
            return nil
        } catch {
            place.refuse(error)
            return error.reason
        }
    }

    private func enter(_ host: String, crawlDelay: Duration?) async throws(VisitFailure) {
        do {
            try await gate.enter(host, crawlDelay: crawlDelay)
        } catch let held as HostGate.Held {
            throw VisitFailure(
                code: "held", reason: "\(host) asked to be left alone until \(held.until)",
                retryAfter: held.until)
        } catch {
            throw VisitFailure(code: "cancelled", reason: "the visit was stopped")
        }
    }

    /// A program fetches the page, inside the host's budget like any other request.
    private func run(
        _ command: [String], _ url: WebURL, of source: Source, known: PageState?, crawlDelay: Duration?
    ) async throws(VisitFailure) -> Fetched {
        let host = url.registrableHost
        try await enter(host, crawlDelay: crawlDelay)
        let result: Result<CommandResult, CommandFailure>
        do {
            result = .success(
                try await commands.fetch(
                    CommandRequest(
                        command: command, url: url.href, limits: source.fetch.limits, userAgent: userAgent,
                        addresses: addresses)))
        } catch {
            result = .failure(error)
        }
        await gate.leave(host)
        switch result {
        case .success(let output):
            let answer = Answer(
                status: output.status, headers: output.headers, body: output.body, finalURL: output.finalURL)
            return Fetched(
                content: try content(of: answer, asked: url, known: known), output: output.body,
                bytes: output.body.count)
        case .failure(let failure):
            throw VisitFailure(code: failure.code, reason: failure.description)
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
