import Complaints
import Logging
import Reading
import Storage
import Transport

/// One page as a visit would fetch it, with robots.txt asked and redirects followed, and nothing kept: for
/// trying how it is read.
public struct PageSample: Sendable {
    public var body: [UInt8]
    /// The address that answered.
    public var url: String
    public var contentType: String?
    public var links: [String]

    public init(body: [UInt8], url: String, contentType: String?, links: [String] = []) {
        self.body = body
        self.url = url
        self.contentType = contentType
        self.links = links
    }
}

extension Daemon {
    /// - Parameter source: how the page is asked for, and where.
    public func sample(_ source: Source) async throws -> PageSample {
        let now = time.now()
        await crawler.gate.take(held: try await store.read { try $0.heldHosts(now: now) })
        await crawler.robots.set(isPatient: false)
        let fetched = try await crawler.fetcher(current.value).fetch(
            source.url, of: source, known: nil, cookies: [])
        switch fetched.content {
        case .page(let page):
            return PageSample(
                body: page.body, url: page.finalURL, contentType: page.contentType, links: page.links)
        case .gone(let status):
            throw VisitFailure(code: "http-\(status)", reason: "\(source.url) answered \(status)")
        case .unchanged:
            throw VisitFailure(
                code: "http-304", reason: "\(source.url) answered 304 to an unconditional request")
        }
    }
}

extension PageInput {
    /// What a visit to this source gives to reading.
    public init(
        _ body: [UInt8], of source: Source, url: String, contentType: String?, links: [String], now: Instant
    ) {
        self.init(
            bytes: body, url: url, contentType: contentType, rule: source.rule, language: source.language,
            zone: source.zone, now: now, next: source.pages.next, linkHeaders: links,
            cursor: source.pages.template?.cursor, follow: source.follow?.links, seeksFeed: source.readsFeed,
            limits: ReadingLimits(source.fetch.limits))
    }
}
