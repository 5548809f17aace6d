import Complaints
import Gzip
import Reading
import Storage

/// Reads one fetched page as its source says: records, the way on, links to detail pages, or a sitemap.
struct PageReading {
    let plan: Setup.SourcePlan
    let role: VisitedPage.Role
    let now: Instant
    /// Ways that are not believed.
    var without: Set<Via> = []

    struct Found {
        var records: [Record] = []
        /// The site's own count of its reviews.
        var statedCount: Int?
    }

    func read(
        _ fetched: PageFetcher.FetchedPage, asked url: String, into page: inout VisitedPage
    ) throws(VisitFailure) -> Found {
        page.finalURL = fetched.finalURL
        page.state = PageState(
            url: url, etag: fetched.etag, lastModified: fetched.lastModified, bodyHash: fetched.bodyHash,
            readAs: plan.readAs)
        let body = try unpacked(fetched.body, url)
        if role == .list, isSitemap(body, contentType: fetched.contentType) {
            do throws(ReadingFailure) {
                take(
                    try readSitemap(body, url: fetched.finalURL, contentType: fetched.contentType, now: now),
                    from: fetched.finalURL, into: &page)
            } catch {
                throw VisitFailure(code: error.code, reason: "\(url): \(error)")
            }
            return Found()
        }
        let source = plan.source
        let follow = role == .list ? source.follow : nil
        var input = PageInput(
            body, of: source, url: fetched.finalURL, contentType: fetched.contentType, links: fetched.links,
            now: now)
        input.follow = follow?.links
        input.without = without
        let content: Page
        do throws(ReadingFailure) {
            content = try Reading.read(input)
        } catch {
            throw VisitFailure(code: error.code, reason: "\(url): \(error)")
        }
        page.state.isFeed = content.kind.isFeed
        page.state.next = source.pages.template?.needsCursor == true ? content.cursor : content.next
        if role == .list, source.readsFeed, !content.kind.isFeed {
            guard let feed = content.feeds.preferred else {
                throw VisitFailure(
                    code: "no-feed",
                    reason: "\(url) offers no feed; use `read: auto` or name the feed's own address")
            }
            page.state.isPassage = true
            page.state.next = feed.url
            return Found()
        }
        if follow != nil {
            page.state.isPassage = true
            page.details = content.details
            page.state.records = content.details.count
            return Found()
        }
        page.state.records = content.records.count
        return Found(
            records: content.records,
            statedCount: content.aggregate.flatMap { $0.isReviewCount ? $0.count : nil })
    }

    /// A sitemap is often sent as a file of gzip, which is not the answer's own compression.
    private func unpacked(_ body: [UInt8], _ url: String) throws(VisitFailure) -> [UInt8] {
        guard body.starts(with: [0x1F, 0x8B]) else { return body }
        do throws(GzipError) {
            return try gunzip(body, atMost: Sitemap.mostBytes)
        } catch {
            throw VisitFailure(code: "bad-encoding", reason: "\(url): \(error)")
        }
    }

    private func take(_ sitemap: Sitemap, from url: String, into page: inout VisitedPage) {
        page.state.isPassage = true
        page.isSitemap = true
        page.state.records = sitemap.entries.count
        switch sitemap.kind {
        case .index:
            // What changed last first: it is most likely to have something new.
            page.sitemaps = sitemap.entries.sorted {
                ($0.changed?.instant ?? .min) > ($1.changed?.instant ?? .min)
            }
        case .pages:
            page.details = sitemap.details(following: plan.source.follow?.links ?? .all, on: url)
        }
    }
}

extension ReadingFailure {
    /// Short and stable, as those of transport are.
    fileprivate var code: String {
        switch self {
        case .tooDeep: "too-deep"
        case .tooManyLinks: "too-many-links"
        case .tooManyTags: "too-many-tags"
        default: "unreadable"
        }
    }
}
