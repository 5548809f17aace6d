/// JSON Feed 1.0 and 1.1, and other JSON answers, which need a rule or schema.org types to be read.
import Complaints

func readJSONPage(_ bytes: [UInt8], _ input: PageInput) throws(ReadingFailure) -> Page {
    let start = GuardedJSON.start(of: bytes) ?? 0
    let parsed = bytes.withUnsafeBufferPointer { buffer in
        var reader = LenientJSON(bytes: UnsafeBufferPointer(rebasing: buffer[start...]))
        let values = reader.values()
        // A line each (NDJSON) is a list.
        let isLines = values.count > 1 && values.allSatisfy(\.isObject)
        return (value: isLines ? .array(values) : values.first, isTooDeep: reader.isTooDeep)
    }
    if parsed.isTooDeep { throw .tooDeep(limit: LenientJSON.depthLimit) }
    guard let root = parsed.value else { throw .illFormed(kind: "JSON") }
    let links = Links(page: input.url)
    let context = ReadingContext(
        links: links, language: input.language, zone: input.zone, now: input.now)
    var page = Page(url: input.url, kind: .json)
    if let rule = input.rule, input.allows(.rule) {
        let reader = try JSONRuleReader(rule, context: context)
        page.records = try context.inOneOrder { (context) throws(ReadingFailure) in
            try JSONRuleReader(rule, context: context).records(in: root)
        }
        page.next = reader.next(in: root)
        if let count = reader.count(in: root) { page.state(count: count) }
        try readWhatTheSourceAsks(&page, input, root, links)
        return page
    }
    if let version = root["version"]?.string, version.contains("jsonfeed.org") || root["items"] != nil {
        readJSONFeed(root, into: &page, context)
    } else if readAppReviews(root, into: &page, context) {
        page.kind = .jsonFeed
    } else {
        let reading = SchemaReader.read([root], via: .json, context: context)
        // Types are believed before shapes; without any the names alone say less.
        if bytes.isTyped { page.records = reading.reviews + reading.posts }
        if page.records.isEmpty {
            page.records = try context.inOneOrder { (context) throws(ReadingFailure) in
                RecordShapes.records(answer: root, context: context)
            }
        }
        if page.records.isEmpty { page.records = reading.reviews + reading.posts }
        page.aggregate = reading.aggregate
        page.published = reading.published
        page.next = JSONNextLink.address(in: root, links: links)
    }
    try readWhatTheSourceAsks(&page, input, root, links)
    return page
}

private func readWhatTheSourceAsks(
    _ page: inout Page, _ input: PageInput, _ root: JSONValue, _ links: Links
) throws(ReadingFailure) {
    if let selector = input.next {
        page.next = try JSONRuleReader.texts("next", selector, in: root).first.flatMap(links.absolute)
    }
    if let selector = input.cursor {
        page.cursor = try JSONRuleReader.texts("cursor", selector, in: root).first
    }
    guard let follow = input.follow else { return }
    var details = DetailLinks(page: input.url)
    if case .selector(let selector) = follow {
        for text in try JSONRuleReader.texts("follow", selector, in: root) {
            if let url = links.absolute(text) { details.add(url, following: follow) }
        }
    } else {
        for record in page.records {
            if let url = record.url { details.add(url, changed: record.published, following: follow) }
        }
    }
    page.details = details.links
}

private func readJSONFeed(_ feed: JSONValue, into page: inout Page, _ context: ReadingContext) {
    page.kind = .jsonFeed
    page.title = feed["title"]?.string.flatMap(nonEmpty)
    page.language = feed["language"]?.string.flatMap(primaryLanguage)
    page.next = feed["next_url"]?.string.flatMap(context.links.absolute)
    let items = feed["items"]?.list ?? []
    page.linkCount = items.count
    page.records = items.compactMap { item in
        guard item.isObject else { return nil }
        let author =
            item["authors"]?.list.first ?? item["author"] ?? feed["authors"]?.list.first ?? feed["author"]
        let html = item["content_html"]?.string
        let text = item["content_text"]?.string ?? html ?? item["summary"]?.string ?? ""
        let record = Record(
            id: item["id"]?.scalarText,
            url: (item["url"] ?? item["external_url"])?.string.flatMap(context.links.absolute),
            author: (author?["name"]?.string ?? author?.string).flatMap(nonEmpty),
            published: (item["date_published"] ?? item["date_modified"])?.string.flatMap(context.date),
            title: item["title"]?.string.map { plainText(markup: $0) }.flatMap(nonEmpty),
            text: item["content_text"] != nil && html == nil
                ? nonEmpty(text) ?? "" : plainText(markup: html ?? text),
            language: (item["language"]?.string).flatMap(primaryLanguage) ?? page.language, via: .feed)
        return record.id == nil && record.url == nil && record.title == nil && record.text.isEmpty
            ? nil : record
    }
}

extension [UInt8] {
    /// Whether an answer names the types of its objects as JSON-LD does.
    fileprivate var isTyped: Bool {
        let mark = Array("\"@type\"".utf8)
        var i = 0
        while i + mark.count <= count {
            if self[i] == mark[0], self[i..<(i + mark.count)].elementsEqual(mark) { return true }
            i += 1
        }
        return false
    }
}
