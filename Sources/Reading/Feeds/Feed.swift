/// RSS 0.9x, 1.0, 2.0 and Atom, with the extensions that carry what a record needs; ill-formed ones too.
import CXML2
import Complaints
import Foundation

func readFeedOrPage(_ bytes: [UInt8], _ input: PageInput) throws(ReadingFailure) -> Page {
    let clean = bytes.withUnsafeBufferPointer(mendedXML)
    let result = clean.withUnsafeBufferPointer { buffer -> Result<Page, ReadingFailure> in
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
    private let links: Links

    init(root: Node, input: PageInput) {
        self.root = root
        self.input = input
        links = Links(page: input.url)
    }

    func page() -> Page {
        let isAtom = localName(root) == "feed" || localName(root) == "entry"
        var page = Page(url: input.url, kind: isAtom ? .atom : .rss)
        let head = isAtom ? root : children(root).first { localName($0) == "channel" } ?? root
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
        page.next = children(head).first {
            localName($0) == "link" && $0.attribute("rel")?.equals("next", ignoringCase: true) == true
        }.flatMap { $0.string("href") }.flatMap { base(of: head).absolute($0) }
        // An app's review feed begins with the app itself, which has no rating.
        let hasRatings = entries.contains { entry in children(entry).contains { isRating($0) } }
        page.records = entries.compactMap { entry in
            let record = record(entry, context)
            return hasRatings && record?.rating == nil ? nil : record
        }
        if let total = children(head).first(where: { localName($0) == "totalresults" }),
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

    private func record(_ entry: Node, _ context: ReadingContext) -> Record? {
        var record = Record(text: "", via: .feed)
        var permalink: String?
        var full = ""
        var plain = ""
        var summary = ""
        var dates: [Int: StatedTime] = [:]
        for node in children(entry) {
            let isOwn = node.raw.pointee.ns != nil && node.raw.pointee.ns == entry.raw.pointee.ns
            let prefix = isOwn ? .none : namespace(node)
            if prefix == .other, !Self.borrowed.contains(localName(node)) { continue }
            switch localName(node) {
            case "title" where record.title == nil && prefix != .media:
                record.title = nonEmpty(text(node).split(separator: "\n").joined(separator: " "))
            case "link"
            where record.url == nil || node.attribute("rel")?.equals("alternate", ignoringCase: true) == true:
                if let url = link(node) { record.url = url }
            case "guid":
                record.id = nonEmpty(node.plainText)
                if node.attribute("isPermaLink")?.equals("false", ignoringCase: true) != true {
                    permalink = record.id
                }
            case "id" where prefix != .media: record.id = nonEmpty(node.plainText)
            case "identifier" where record.id == nil: record.id = nonEmpty(node.plainText)
            case "author" where record.author == nil, "creator" where record.author == nil,
                "contributor" where record.author == nil && prefix == .dublin:
                record.author = person(node)
            case "pubdate", "published", "issued": note(node, 0, &dates, context)
            case "date": note(node, 1, &dates, context)
            case "created": note(node, 2, &dates, context)
            case "updated", "modified", "lastbuilddate": note(node, 3, &dates, context)
            case "encoded", "content", "body", "fullitem":
                guard prefix != .media else { continue }
                let found = text(node)
                // App reviews give the text alone, and again as HTML with the app around it.
                if isPlain(node) { plain = plain.isEmpty ? found : plain }
                if found.utf8.count > full.utf8.count { full = found }
            case "description", "summary", "abstract", "tagline":
                guard prefix != .media else { continue }
                let found = text(node)
                if found.utf8.count > summary.utf8.count { summary = found }
            case "rating" where prefix == .itunesReview || prefix == .none:
                record.rating = parseRating(node.plainText, best: prefix == .itunesReview ? 5 : nil)
            case "language": record.language = primaryLanguage(node.plainText)
            default: break
            }
        }
        if record.url == nil, let permalink { record.url = links.absolute(permalink) }
        if record.url == nil, let href = entry.string("href") { record.url = base(of: entry).absolute(href) }
        if record.id == nil { record.id = entry.string("about") }
        if let id = record.id, id.hasPrefix("/") { record.id = base(of: entry).absolute(id) }
        record.published = dates.min { $0.key < $1.key }?.value
        record.text = !plain.isEmpty ? plain : full.isEmpty ? summary : full
        record.language =
            record.language ?? entry.string("lang").flatMap(primaryLanguage)
            ?? context.language.flatMap(primaryLanguage)
        let isEmpty =
            record.id == nil && record.url == nil && record.title == nil && record.text.isEmpty
            && record.author == nil && record.published == nil
        return isEmpty ? nil : record
    }

    /// What is taken from namespaces that are none of a feed's own (`itunes:author`, an XHTML body).
    private static let borrowed: Set<String> = ["author", "summary", "body"]

    private func isPlain(_ node: Node) -> Bool {
        node.attribute("type")?.equals("text", ignoringCase: true) == true
    }

    private func note(_ node: Node, _ rank: Int, _ dates: inout [Int: StatedTime], _ context: ReadingContext)
    {
        if dates[rank] == nil, let time = context.date(node.plainText) { dates[rank] = time }
    }

    /// Atom's `href`, RSS's text; nil for links to replies, enclosures and the feed itself.
    private func link(_ node: Node) -> String? {
        if let rel = node.attribute("rel"), !rel.equals("alternate", ignoringCase: true), !rel.isEmpty {
            return nil
        }
        let reference = node.string("href") ?? node.plainText
        return base(of: node).absolute(reference)
    }

    private func base(of node: Node) -> Links {
        var bases: [String] = []
        var at: Node? = node
        while let up = at {
            if let base = up.attribute("base"), !base.isEmpty { bases.append(base.string) }
            at = up.parent
        }
        guard !bases.isEmpty else { return links }
        var page = input.url
        for base in bases.reversed() { page = Links(page: page).absolute(base) ?? page }
        return Links(page: page)
    }

    private func person(_ node: Node) -> String? {
        if let name = first(node, "name").map(\.plainText).flatMap(nonEmpty) { return name }
        if node.firstElement != nil {
            return first(node, "email").map(\.plainText).flatMap(nonEmpty)
        }
        let text = node.plainText
        // RSS: `mail@example.org (Name)`.
        if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close,
            text[..<open].contains("@")
        {
            return nonEmpty(String(text[text.index(after: open)..<close]))
        }
        return nonEmpty(text)
    }

    /// Plain text of a text construct: escaped HTML, XHTML, or just text.
    private func text(_ node: Node) -> String {
        if node.firstElement != nil { return node.plainText }
        var raw: [UInt8] = []
        var at = node.firstChild
        while let child = at {
            if child.isText { raw.append(contentsOf: child.content.bytes) }
            at = child.next
        }
        if isBase64(node), let decoded = Data(base64Encoded: Data(raw), options: .ignoreUnknownCharacters) {
            raw = utf8([UInt8](decoded)[...], from: .utf8)
        }
        return raw.withUnsafeBufferPointer { plainText(markup: $0) }
    }

    /// Atom 0.3 says so; Atom 1.0 means it by a media type that is no text (RFC 4287, 4.1.3.3).
    private func isBase64(_ node: Node) -> Bool {
        if let mode = node.attribute("mode") { return mode.equals("base64", ignoringCase: true) }
        guard let type = node.attribute("type")?.string.lowercased(), type.contains("/") else { return false }
        return !type.hasPrefix("text/") && !type.hasSuffix("xml") && !type.contains("html")
    }

    private func children(_ node: Node) -> [Node] {
        var found: [Node] = []
        var at = node.firstElement
        while let child = at {
            found.append(child)
            at = child.nextElement
        }
        return found
    }

    private func first(_ node: Node, _ name: String) -> Node? {
        children(node).first { localName($0) == name && namespace($0) != .media }
    }

    private func isRating(_ node: Node) -> Bool {
        namespace(node) == .itunesReview && localName(node) == "rating"
    }
}

private enum FeedNamespace { case none, dublin, media, itunesReview, other }

private func namespace(_ node: Node) -> FeedNamespace {
    let name: CText
    if let href = node.raw.pointee.ns?.pointee.href {
        name = CText(href)
    } else if node.name.bytes.contains(0x3A) {
        name = node.name
    } else {
        return .none
    }
    if name.contains("purl.org/dc") || name.contains("dc:") { return .dublin }
    if name.contains("search.yahoo.com/mrss") || name.contains("media:") { return .media }
    if name.contains("itunes.apple.com/rss") || name.contains("im:") { return .itunesReview }
    if name.contains("/atom") || name.contains("purl.org/rss") || name.contains("netscape.com") {
        return .none
    }
    return .other
}

/// The name without its prefix, in lower case.
private func localName(_ node: Node) -> String {
    let bytes = node.name.bytes
    let start = bytes.lastIndex(of: 0x3A).map { $0 + 1 } ?? 0
    return String(decoding: bytes[start...].map(\.lowercasedASCII), as: UTF8.self)
}
