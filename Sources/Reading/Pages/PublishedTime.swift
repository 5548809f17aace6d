/// When a page says that it was published: from its head, its address, and what stands about its headline.
/// Markup items are read elsewhere; here is what pages without them show.
import CXML2
import Complaints

/// What the walk over a page's tree notes for it; nothing is read before it is asked for.
struct PublishedTime {
    /// The head's statements, each with how much it is trusted: 0 most.
    private var stated: [(rank: Int, text: String)] = []
    private var times: [Node] = []
    private var headline: Node?

    private static let mostTimes = 20

    /// Names of `meta` by which pages state it, lower case, by rank; those of a change are not among them.
    private static let names: [String: Int] = [
        "article:published_time": 0, "og:article:published_time": 0, "article:published": 0,
        "og:published_time": 0, "datepublished": 0, "article.published": 0, "rnews:datepublished": 0,
        "parsely-pub-date": 1, "sailthru.date": 1, "cxenseparse:recs:publishtime": 1, "publish-date": 1,
        "publishdate": 1, "publish_date": 1, "published-date": 1, "publisheddate": 1, "published_time": 1,
        "article_date_original": 1, "originalpublicationdate": 1, "article:post_time": 1, "pubdate": 1,
        "pub_date": 1, "shareaholic:article_published_time": 1, "bt:pubdate": 1, "cse_doc_creation_date": 2,
        "citation_publication_date": 1, "citation_online_date": 2, "citation_date": 2, "ptime": 1,
        "article:create_time": 1, "dcterms.issued": 1, "dc.date.issued": 1, "dcterms.created": 2,
        "dc.date.created": 2, "dc.created": 2, "dcterms.date": 2, "dc.date": 2, "article.created": 2,
        "dcsext.articlefirstpublished": 1, "datecreated": 2, "date_published": 1, "pdate": 2,
        "release_date": 2, "video:release_date": 2, "creation_date": 3, "created": 3, "date": 2,
        "timestamp": 3, "prism.publicationdate": 1, "prism.publicationdatetime": 1, "publication_date": 1,
        "displaydate": 2, "lastpublished": 4, "time": 3, "weibo:article:create_at": 1,
    ]

    /// The same by the hashes of the names: a page has dozens of `meta`, and few of them are these.
    private static let ranks: [UInt64: Int] = {
        var ranks: [UInt64: Int] = [:]
        for (name, rank) in names { ranks[hash(name.utf8)] = rank }
        return ranks
    }()

    // FNV-1a; the public algorithm of Fowler, Noll and Vo.
    private static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
        name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1.lowercasedASCII)) &* 0x100_0000_01B3 }
    }

    mutating func see(meta node: Node, content: CText) {
        guard stated.count < 20,
            let rank = Self.rank(node.attribute("property")) ?? Self.rank(node.attribute("name"))
                ?? Self.rank(node.attribute("itemprop"))
        else { return }
        stated.append((rank, content.string))
    }

    private static func rank(_ name: CText?) -> Int? { name.flatMap { ranks[hash($0.bytes)] } }

    mutating func see(time node: Node) {
        if times.count < Self.mostTimes { times.append(node) }
    }

    mutating func see(headline node: Node) {
        if headline == nil { headline = node }
    }

    /// What the head states, the most trusted first.
    func statedTime(_ context: ReadingContext) -> StatedTime? {
        for rank in 0...4 {
            for item in stated where item.rank == rank {
                if let time = plausible(context.parsed(item.text), context) { return time }
            }
        }
        return nil
    }

    /// What the page shows: a `time` that says so, the address, what stands about the headline.
    func shownTime(_ url: String, _ context: ReadingContext) -> StatedTime? {
        let byName = times.lazy.filter(Self.isNamed).compactMap { time(of: $0, context) }.first
        let byAddress = plausible(Self.time(inAddress: url), context)
        if let byName { return byName }
        let shown = headline.flatMap { Byline(headline: $0, reader: self, context: context).time }
        guard let byAddress else { return shown }
        // The address has the day; a byline of the same day may have the hour.
        guard let shown, byAddress.precision == .day || shown.precision >= .day,
            abs((shown.instant - byAddress.instant) / .seconds(1)) < 172_800
                || byAddress.precision == .month && shown.instant >= byAddress.instant
                    && shown.instant <= byAddress.instant + .seconds(32 * 86_400)
        else { return byAddress.precision == .month ? shown ?? byAddress : byAddress }
        return shown
    }

    /// A time before the web or in the future is no publication.
    ///
    /// A later hour of today is one of another zone than was thought, or of a clock that is fast: then the
    /// day is all that is known.
    fileprivate func plausible(_ time: StatedTime?, _ context: ReadingContext) -> StatedTime? {
        guard var time, time.instant >= Instant(seconds: 788_918_400) else { return nil }
        guard time.instant > context.now else { return time }
        let east = Int64(time.offset)
        let today = Zone.utc.local(context.now + .seconds(east)).date
        guard Zone.utc.local(time.instant + .seconds(east)).date == today else { return nil }
        time.instant = Instant(seconds: Int64(today.daysSince1970) * 86_400 - east)
        time.precision = .day
        return time
    }

    fileprivate func time(of node: Node, _ context: ReadingContext) -> StatedTime? {
        let text = node.string("datetime") ?? node.string("content") ?? node.plainText
        return plausible(context.parsed(text), context)
    }

    /// `<time pubdate>`, `<time class="entry-date published">`, `<time itemprop="datePublished">`.
    private static func isNamed(_ node: Node) -> Bool {
        if node.attribute("pubdate") != nil { return true }
        if let property = node.attribute("itemprop"), property.contains("datePublished") { return true }
        guard let name = node.attribute("class") else { return false }
        let isChange = name.contains("updated") || name.contains("modified")
        if name.contains("published") && !isChange { return true }
        return name.contains("entry-date") || name.contains("post-date") || name.contains("pubdate")
            || name.contains("publish-date") || name.contains("publication")
    }

    /// `/2024/03/01/`, `/2024-03-01-`, `/20240301/`, and to the month `/2024/03/`.
    static func time(inAddress url: String) -> StatedTime? {
        let path = Array(url.utf8.drop { $0 != 0x2F }.dropFirst(2).drop { $0 != 0x2F }.prefix(300))
        var month: StatedTime?
        var i = 0
        while i < path.count {
            guard path[i].isASCIIDigit, i == 0 || !path[i - 1].isASCIIDigit else {
                i += 1
                continue
            }
            let run = path[i...].prefix { $0.isASCIIDigit }
            let value = run.prefix(8).reduce(0) { $0 * 10 + Int($1 - 0x30) }
            let next = i + run.count
            if run.count == 8,
                let date = CivilDate(year: value / 10000, month: value / 100 % 100, day: value % 100),
                (1995...2100).contains(date.year)
            {
                return day(date)
            }
            if run.count == 4, (1995...2100).contains(value), i > 0,
                path[i - 1] == 0x2F || path[i - 1] == 0x2D,
                let (second, after) = number(path, at: next), (1...12).contains(second)
            {
                if let (third, end) = number(path, at: after), path[next] == path[after],
                    end == path.count || !path[end].isASCIILetter,
                    let date = CivilDate(year: value, month: second, day: third)
                {
                    return day(date)
                }
                if path[next] == 0x2F, after < path.count, path[after] == 0x2F, month == nil,
                    let first = CivilDate(year: value, month: second, day: 1)
                {
                    month = day(first)
                    month?.precision = .month
                }
            }
            i = max(next, i + 1)
        }
        return month
    }

    private static func day(_ date: CivilDate) -> StatedTime {
        StatedTime(Instant(seconds: Int64(date.daysSince1970) * 86_400), precision: .day)
    }

    /// One or two digits behind a `/`, `-` or `_`.
    private static func number(_ path: [UInt8], at i: Int) -> (Int, Int)? {
        guard i + 1 < path.count, [0x2F, 0x2D, 0x5F].contains(path[i]) else { return nil }
        let run = path[(i + 1)...].prefix { $0.isASCIIDigit }
        guard run.count == 1 || run.count == 2 else { return nil }
        return (run.reduce(0) { $0 * 10 + Int($1 - 0x30) }, i + 1 + run.count)
    }
}

/// The date that stands about a headline: behind it at most so many nodes, else right before it.
private struct Byline {
    var time: StatedTime?

    private static let mostBehind = 90
    private static let mostBefore = 40
    private static let longest = 160

    init(headline: Node, reader: PublishedTime, context: ReadingContext) {
        var isChange = false
        var left = Self.mostBehind
        var letters = 0
        var at = headline.following(within: headline, intoChildren: false) ?? Self.behind(headline)
        while let node = at, left > 0, letters < 3000, time == nil {
            left -= 1
            if node.isText { letters += node.content.bytes.count }
            time = Self.time(at: node, isChange: &isChange, reader, context)
            at = (Self.isSkipped(node) ? nil : node.firstChild) ?? Self.behind(node)
        }
        guard time == nil, let top = headline.parent?.parent ?? headline.parent else { return }
        left = Self.mostBefore
        isChange = false
        at = top.firstChild
        while let node = at, left > 0, node != headline {
            left -= 1
            time = Self.time(at: node, isChange: &isChange, reader, context) ?? time
            at = node.following(within: top, intoChildren: !Self.isSkipped(node))
        }
    }

    private static func isSkipped(_ node: Node) -> Bool {
        guard node.isElement else { return false }
        let name = node.name
        return name == "script" || name == "style" || name == "noscript" || name == "nav" || name == "footer"
            || name == "select" || name == "iframe"
    }

    /// The next node that is not below this one.
    private static func behind(_ node: Node) -> Node? {
        var at: Node? = node
        while let here = at {
            if let next = here.next { return next }
            at = here.parent
        }
        return nil
    }

    private static func time(
        at node: Node, isChange: inout Bool, _ reader: PublishedTime, _ context: ReadingContext
    ) -> StatedTime? {
        if node.isElement {
            guard node.name == "time" || node.name == "abbr",
                node.attribute("datetime") != nil || node.name == "abbr"
            else { return nil }
            if let name = node.attribute("class"), name.contains("updated") || name.contains("modified") {
                return nil
            }
            let text = node.string("datetime") ?? node.string("title")
            return isChange ? nil : reader.plausible(text.flatMap(context.parsed), context)
        }
        guard node.isText else { return nil }
        let bytes = node.content.bytes
        guard bytes.count >= 4, bytes.contains(where: { !$0.isASCIISpace }) else { return nil }
        guard bytes.count <= longest else {
            isChange = false
            return nil
        }
        let found = dateInLine(
            node.content.string, language: context.language, now: context.now,
            zone: context.zone.flatMap { $0 == "UTC" ? nil : Zone($0) }, order: context.order)
        let isOld = isChange || found.isChange
        isChange = found.isChange && found.time == nil
        return isOld ? nil : reader.plausible(found.time, context)
    }
}
