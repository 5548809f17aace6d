/// RSS 0.9x, 1.0, 2.0, Atom and CDF, with the extensions that carry what a record needs; ill-formed ones too.
import CXML2
import Complaints

func readFeedOrPage(_ bytes: [UInt8], _ input: PageInput) throws(ReadingFailure) -> Page {
    let clean = bytes.withUnsafeBufferPointer(mendedXML)
    var page = try readFeed(clean, input)
    // Tags that were never closed leave items inside of each other: then each is read alone.
    if let parts = clean.withUnsafeBufferPointer({ FeedParts($0) }), parts.count > page.linkCount {
        page.records = []
        for i in 0..<parts.count {
            guard let part = try? readFeed(clean.withUnsafeBufferPointer { parts.document($0, i) }, input)
            else {
                continue
            }
            page.records += part.records
        }
        page.linkCount = parts.count
    }
    return page
}

private func readFeed(_ bytes: [UInt8], _ input: PageInput) throws(ReadingFailure) -> Page {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<Page, ReadingFailure> in
        do throws(ReadingFailure) {
            guard let document = try Document(xml: buffer, limits: input.limits) else {
                throw .illFormed(kind: "XML")
            }
            return .success(
                try document.withRoot { (root) throws(ReadingFailure) in
                    guard let root else { throw .illFormed(kind: "XML") }
                    return FeedReader(root: root, input: input).page()
                })
        } catch {
            return .failure(error)
        }
    }
    return try result.get()
}

struct FeedReader {
    let root: Node
    let input: PageInput
    let links: Links

    init(root: Node, input: PageInput) {
        self.root = root
        self.input = input
        links = Links(page: input.url)
    }

    func page() -> Page {
        let isAtom = localName(root) == "feed" || localName(root) == "entry"
        var page = Page(url: input.url, kind: isAtom ? .atom : .rss)
        let head = isAtom ? root : root.elements.first { localName($0) == "channel" } ?? root
        var entries: [Node] = []
        root.forEachElement { node in
            if isEntry(node), node.parent.map({ !isEntry($0) }) ?? true { entries.append(node) }
            return true
        }
        if localName(root) == "entry" { entries = [root] }
        page.title = first(head, "title").map(text).flatMap(nonEmpty)
        let stated = first(head, "language").map(\.plainText) ?? root.string("lang") ?? head.string("lang")
        page.language = stated.flatMap(primaryLanguage)
        page.linkCount = entries.count
        let context = ReadingContext(
            links: links, language: input.language ?? page.language, zone: input.zone, now: input.now)
        page.next = head.elements.first {
            localName($0) == "link" && $0.attribute("rel")?.equals("next", ignoringCase: true) == true
        }.flatMap { $0.string("href") }.flatMap { base(of: head).absolute($0) }
        // An app's review feed begins with the app itself, which has no rating.
        let hasRatings = entries.contains { entry in entry.elements.contains { isRating($0) } }
        page.records = entries.compactMap { entry in
            let record = record(entry, context)
            return hasRatings && record?.rating == nil ? nil : record
        }
        if let total = head.elements.first(where: { localName($0) == "totalresults" }),
            let count = statedCount(total.plainText)
        {
            page.state(count: count)
        }
        if let follow = input.follow {
            var details = DetailLinks(page: input.url)
            for record in page.records {
                if let url = record.url { details.add(url, changed: record.published, following: follow) }
            }
            page.details = details.links
        }
        return page
    }

    private func isEntry(_ node: Node) -> Bool {
        let name = localName(node)
        return name == "item" || name == "entry"
    }

    private func isRating(_ node: Node) -> Bool {
        namespace(node) == .itunesReview && localName(node) == "rating"
    }
}
