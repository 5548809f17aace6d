/// Bytes to a page and its records: decides what kind of page it is and by which way it is read.
import Complaints

/// Reads one fetched body. A pure function: the same input gives the same page.
public func read(_ input: PageInput) throws(ReadingFailure) -> Page {
    if let what = binaryKind(input.bytes) { throw .binary(what) }
    let decoded = decodeUTF8(input.bytes, contentType: input.contentType)
    guard decoded.bytes.contains(where: { !$0.isASCIISpace }) else { throw .empty }
    let kind = BodyKind(decoded.bytes, contentType: input.contentType)
    var page: Page
    switch kind {
    case .json:
        page = try readJSONPage(decoded.bytes, input)
    case .xml:
        page = try readFeedOrPage(decoded.bytes, input)
    case .html:
        page = try readHTML(decoded.bytes, input)
    }
    page.encoding = decoded.encoding
    if let stated = LinkHeader.next(in: input.linkHeaders, on: input.url), stated != page.url {
        page.next = stated
    }
    page.records = tidied(page.records, page: page)
    return page
}

/// What the first bytes say the body is; a content type alone is too often wrong.
private enum BodyKind {
    case html, xml, json

    init(_ bytes: [UInt8], contentType: String?) {
        let head = bytes.drop { $0.isASCIISpace }.prefix(4096)
        let type = contentType?.lowercased() ?? ""
        if head.first == UInt8(ascii: "{") || head.first == UInt8(ascii: "[")
            || GuardedJSON.start(of: head) != nil
        {
            self = .json
        } else if Self.looksLikeFeed(head) || type.contains("rss+xml") || type.contains("atom+xml")
            || type.contains("/xml") && head.withUnsafeBufferPointer({ FeedRoot.index(in: $0) != nil })
        {
            self = .xml
        } else {
            self = .html
        }
    }

    /// Whether the first element is that of a feed, past declarations and comments.
    private static func looksLikeFeed(_ head: ArraySlice<UInt8>) -> Bool {
        var i = head.startIndex
        while i < head.endIndex {
            guard head[i] == 0x3C, i + 1 < head.endIndex else {
                i += 1
                continue
            }
            if head[i + 1] == 0x3F || head[i + 1] == 0x21 {
                let isComment = head[i...].starts(with: "<!--".utf8)
                i += 2
                while i < head.endIndex {
                    if head[i] == 0x3E, !isComment || (head[i - 1] == 0x2D && head[i - 2] == 0x2D) { break }
                    i += 1
                }
                continue
            }
            let name = head[(i + 1)...].prefix { !$0.isASCIISpace && $0 != 0x3E && $0 != 0x2F }
            let local = name.lastIndex(of: 0x3A).map { name[($0 + 1)...] } ?? name
            let text = String(decoding: local.map(\.lowercasedASCII), as: UTF8.self)
            return ["rss", "feed", "rdf", "channel", "entry"].contains(text)
        }
        return false
    }
}

private func binaryKind(_ bytes: [UInt8]) -> String? {
    let kinds: [([UInt8], String)] = [
        ([0x25, 0x50, 0x44, 0x46], "a PDF"), ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"), ([0x47, 0x49, 0x46, 0x38], "a GIF image"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive"), ([0x1F, 0x8B], "gzip-compressed data"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ]
    for (magic, name) in kinds where bytes.starts(with: magic) { return name }
    return nil
}

func readHTML(_ bytes: [UInt8], _ input: PageInput) throws(ReadingFailure) -> Page {
    try withTree(bytes, limits: input.limits) { (root) throws(ReadingFailure) in
        try readTree(root, input)
    } ?? Page(url: input.url, kind: .html)
}

private func readTree(_ root: Node, _ input: PageInput) throws(ReadingFailure) -> Page {
    let walk = PageWalk(root: root)
    let language = input.language ?? walk.language.flatMap { primaryLanguage($0) != nil ? $0 : nil }
    let links = Links(page: input.url, base: walk.base)
    let context = ReadingContext(links: links, language: language, zone: input.zone, now: input.now)
    var page = Page(
        url: input.url, canonicalURL: walk.canonical.flatMap(links.absolute), title: walk.title,
        language: walk.language.flatMap(primaryLanguage), kind: .html, linkCount: walk.linkCount)

    let markup = try context.inOneOrder { (context) throws(ReadingFailure) in
        try readRecords(walk, in: root, input, context)
    }
    page.records = markup.records
    page.aggregate = markup.aggregate
    page.published = markup.published
    if let selector = input.next ?? input.rule?.next {
        page.next =
            EmbeddedRule.isPath(selector)
            ? try EmbeddedRule(root: root).texts("next", selector).first.flatMap(links.absolute)
            : try nextPage(selector, in: root, links: links)
    } else {
        page.next = walk.next.address(links: links, canonical: page.canonicalURL)
    }
    if page.next == links.page { page.next = nil }
    page.feeds = walk.feeds.found(links: links)
    if page.feeds.isEmpty, input.seeksFeed { page.feeds = FeedLinks.guessed(in: root, links: links) }
    try readWhatTheSourceAsks(&page, input, root, links)
    return page
}

/// The page's markup, its records being those of the way that is believed.
private func readRecords(
    _ walk: PageWalk, in root: Node, _ input: PageInput, _ context: ReadingContext
) throws(ReadingFailure) -> Markup {
    var markup = readMarkup(walk, in: root, context: context, without: input.without)
    if let rule = input.rule, input.allows(.rule) {
        markup.records =
            EmbeddedRule.isPath(rule.each)
            ? try EmbeddedRule(root: root).records(rule, context: context)
            : try RuleReader(rule, context: context).records(in: root)
    } else if markup.records.isEmpty, input.allows(.json) {
        markup.records = embeddedRecords(in: root, context: context)
    }
    guard input.rule == nil || !input.allows(.rule), input.allows(.pattern) else { return markup }
    if markup.records.isEmpty {
        markup.records = PatternReading.read(root, title: walk.title, context: context)?.records ?? []
    } else if let all = PartialMarkup.completed(markup, in: root, title: walk.title, context: context) {
        markup.records = all
    }
    return markup
}

/// What only sources with a rule, cursor or links to follow need: none costs other pages anything.
private func readWhatTheSourceAsks(
    _ page: inout Page, _ input: PageInput, _ root: Node, _ links: Links
) throws(ReadingFailure) {
    if let selector = input.rule?.count,
        let count = try text(of: selector, field: "count", in: root).flatMap(statedCount)
    {
        page.state(count: count)
    }
    if let selector = input.cursor { page.cursor = try text(of: selector, field: "cursor", in: root) }
    if let follow = input.follow {
        page.details = try detailLinks(follow, in: root, links: links, canonical: page.canonicalURL)
    }
}

private func text(of selector: String, field: String, in root: Node) throws(ReadingFailure) -> String? {
    if EmbeddedRule.isPath(selector) { return try EmbeddedRule(root: root).texts(field, selector).first }
    do throws(SelectorFault) { return try FieldSelector(selector).value(in: root)?.text } catch {
        throw .faultySelector(field: field, selector: selector, fault: error.sentence)
    }
}

extension Page {
    /// The site's count of reviews, from where the operator or the protocol says that it stands.
    mutating func state(count: Int) {
        aggregate = Aggregate(
            rating: aggregate?.rating, best: aggregate?.best, count: count, isReviewCount: true)
    }
}
