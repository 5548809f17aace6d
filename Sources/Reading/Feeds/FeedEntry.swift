/// One item or entry of a feed as a record, whatever vocabulary says what of it.
import CXML2
import Complaints

/// What the elements of an entry say, before it is weighed against each other.
private struct EntryParts {
    var record = Record(text: "", via: .feed)
    var permalink: String?
    /// The address that a proxy of feeds put its own in place of.
    var original: String?
    var full = (text: "", node: Node?.none)
    var plain = (text: "", node: Node?.none)
    var summary = (text: "", node: Node?.none)
    var mediaTitle: String?
    var mediaText: String?
    /// By how much they speak of the first publication: 0 most.
    var dates: [Int: StatedTime] = [:]
}

extension FeedReader {
    /// nil for an entry that says nothing.
    func record(_ entry: Node, _ context: ReadingContext) -> Record? {
        var parts = EntryParts()
        for node in entry.elements { take(node, of: entry, into: &parts, context) }
        var record = parts.record
        if let original = parts.original { record.url = original }
        if record.url == nil, let permalink = parts.permalink { record.url = links.absolute(permalink) }
        // CDF keeps both on the element itself.
        if record.url == nil, let href = entry.attribute(named: "href")?.string {
            record.url = base(of: entry).absolute(href)
        }
        if parts.dates.isEmpty, let changed = entry.attribute(named: "lastmod")?.string {
            parts.dates[3] = context.date(changed)
        }
        if record.id == nil { record.id = entry.string("about") }
        if let id = record.id, id.hasPrefix("/") { record.id = base(of: entry).absolute(id) }
        record.published = parts.dates.min { $0.key < $1.key }?.value
        record.title = record.title ?? parts.mediaTitle
        let chosen =
            !parts.plain.text.isEmpty ? parts.plain : parts.full.text.isEmpty ? parts.summary : parts.full
        record.text = chosen.text.isEmpty ? parts.mediaText ?? "" : chosen.text
        if record.language == nil {
            let stating = chosen.node ?? entry
            record.language =
                statesLanguage(stating) ? language(of: stating) : context.language.flatMap(primaryLanguage)
        }
        let isEmpty =
            record.id == nil && record.url == nil && record.title == nil && record.text.isEmpty
            && record.author == nil && record.published == nil && record.rating == nil
        return isEmpty ? nil : record
    }

    private func take(_ node: Node, of entry: Node, into parts: inout EntryParts, _ context: ReadingContext) {
        let isOwn = node.raw.pointee.ns != nil && node.raw.pointee.ns == entry.raw.pointee.ns
        let vocabulary = isOwn ? .own : namespace(node)
        let name = localName(node)
        if vocabulary == .media {
            takeMedia(node, name, into: &parts)
            return
        }
        if vocabulary == .other, !Self.borrowed.contains(name) { return }
        switch name {
        case "title" where parts.record.title == nil:
            parts.record.title = nonEmpty(text(node).split(separator: "\n").joined(separator: " "))
        case "link"
        where parts.record.url == nil
            || node.attribute("rel")?.equals("alternate", ignoringCase: true) == true:
            if let url = link(node) { parts.record.url = url }
        case "origlink": parts.original = base(of: node).absolute(node.plainText)
        case "guid":
            parts.record.id = nonEmpty(node.plainText)
            if node.attribute("isPermaLink")?.equals("false", ignoringCase: true) != true {
                parts.permalink = parts.record.id
            }
        case "id": parts.record.id = nonEmpty(node.plainText)
        case "identifier" where parts.record.id == nil: parts.record.id = nonEmpty(node.plainText)
        case "author" where parts.record.author == nil, "creator" where parts.record.author == nil,
            "contributor" where parts.record.author == nil && vocabulary == .dublin,
            "reviewer" where parts.record.author == nil:
            parts.record.author = person(node)
        case "pubdate", "published": note(node, 0, &parts.dates, context)
        case "issued": note(node, 1, &parts.dates, context)
        case "date": note(node, 2, &parts.dates, context)
        case "created": note(node, 3, &parts.dates, context)
        case "updated", "modified", "lastbuilddate": note(node, 4, &parts.dates, context)
        case "encoded", "content", "body", "fullitem":
            let found = text(node)
            // App reviews give the text alone, and again as HTML with the app around it.
            if isPlain(node), parts.plain.text.isEmpty { parts.plain = (found, node) }
            if found.utf8.count > parts.full.text.utf8.count { parts.full = (found, node) }
        case "description", "summary", "abstract", "tagline":
            let found = text(node)
            if found.utf8.count > parts.summary.text.utf8.count { parts.summary = (found, node) }
        case "rating" where parts.record.rating == nil: parts.record.rating = rating(node, vocabulary)
        case "language": parts.record.language = primaryLanguage(node.plainText)
        default: break
        }
    }

    /// What stands in for a title and a text where a feed of pictures or films has no others.
    private func takeMedia(_ node: Node, _ name: String, into parts: inout EntryParts) {
        switch name {
        case "title": parts.mediaTitle = parts.mediaTitle ?? nonEmpty(text(node))
        case "description": parts.mediaText = parts.mediaText ?? nonEmpty(text(node))
        case "group", "content":
            for child in node.elements where namespace(child) == .media {
                let inner = localName(child)
                if inner == "title" || inner == "description" { takeMedia(child, inner, into: &parts) }
            }
        default: break
        }
    }

    /// What is taken from vocabularies that are none of a feed's own (`itunes:author`, an XHTML body,
    /// `review:rating`, `gd:rating`).
    private static let borrowed: Set<String> = ["author", "summary", "body", "rating", "reviewer"]

    /// `<im:rating>4</im:rating>`, `<review:rating>4/5`, `<gd:rating value="4" max="5"/>`.
    private func rating(_ node: Node, _ vocabulary: FeedNamespace) -> Rating? {
        let scale = node.attribute(named: "max") ?? node.attribute(named: "best")
        let best = scale.flatMap { decimal($0.string) } ?? (vocabulary == .itunesReview ? 5 : nil)
        let worst = (node.attribute(named: "min") ?? node.attribute(named: "worst")).flatMap {
            decimal($0.string)
        }
        let stated = nonEmpty(node.plainText) ?? node.attribute("value")?.string
        return stated.flatMap { parseRating($0, best: best, worst: worst) }
    }

    private func isPlain(_ node: Node) -> Bool {
        node.attribute("type")?.equals("text", ignoringCase: true) == true
    }

    /// A later one of the same kind is a correction.
    private func note(_ node: Node, _ rank: Int, _ dates: inout [Int: StatedTime], _ context: ReadingContext)
    {
        if let time = context.date(node.plainText) { dates[rank] = time }
    }

    /// Atom's `href`, RSS's text; nil for links to replies, enclosures and the feed itself.
    private func link(_ node: Node) -> String? {
        if let rel = node.attribute("rel"), !rel.equals("alternate", ignoringCase: true), !rel.isEmpty {
            return nil
        }
        guard let reference = nonEmpty(node.string("href") ?? node.plainText) else { return nil }
        return base(of: node).absolute(reference)
    }
}
