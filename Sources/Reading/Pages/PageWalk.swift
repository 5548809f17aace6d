/// One walk over a page's tree that gathers everything the ways of reading start from: head, links,
/// JSON-LD blocks, microdata items, and whether there is any RDFa or microformat worth a walk of its own.
/// No other whole-tree pass is made of a page without those and without a rule.
import CXML2

struct PageWalk {
    private(set) var title: String?
    private(set) var language: String?
    private(set) var canonical: String?
    private(set) var base: String?
    private(set) var published = PublishedTime()
    private(set) var linkCount = 0
    private(set) var jsonLD: [Node] = []
    private(set) var microdata = MicrodataItems()
    /// Whether an RDFa type, or a class of a microformat, can stand for a record.
    private(set) var hasRDFa = false
    private(set) var hasMicroformats = false
    private(set) var next = NextLink()
    private(set) var feeds = FeedLinks()
    private var ogURL: String?
    private var ogTitle: String?
    /// Open microdata items, outermost first: the node that holds each and its number.
    private var open: [(node: Node, item: Int)] = []

    init(root: Node) {
        var previous = root
        var at: Node? = root
        while let node = at {
            if !open.isEmpty { close(before: node, after: previous) }
            if node.isElement { see(node) }
            previous = node
            at = node.following(within: root)
        }
        microdata.resolveReferences(root: root)
        canonical = canonical ?? ogURL
        title = title ?? ogTitle
    }

    /// Leaves the items whose element does not hold `node`.
    private mutating func close(before node: Node, after previous: Node) {
        guard node.raw.pointee.parent != previous.raw else { return }
        // Climb from the previous node to the common parent; each item's element met on the way ends.
        var at = previous
        while true {
            if let last = open.last, last.node == at { open.removeLast() }
            guard !open.isEmpty, at.raw.pointee.parent != node.raw.pointee.parent, let up = at.parent else {
                return
            }
            at = up
        }
    }

    private mutating func see(_ node: Node) {
        let name = node.name
        switch name.first {
        case UInt8(ascii: "a"):
            if name == "a" { seeLink(node) }
        case UInt8(ascii: "b"):
            if base == nil, name == "base" { base = node.string("href") }
            if name == "button" { next.considerButton(node) }
        case UInt8(ascii: "h"):
            if name == "h1" { published.see(headline: node) }
            if language == nil, name == "html" { language = node.string("lang") ?? node.string("xml:lang") }
        case UInt8(ascii: "l"):
            if name == "link" { seeHeadLink(node) }
        case UInt8(ascii: "m"):
            if name == "meta" { seeMeta(node) }
        case UInt8(ascii: "s"):
            if name == "script", node.attribute("type")?.contains("ld+json") == true { jsonLD.append(node) }
        case UInt8(ascii: "t"):
            if title == nil, name == "title", !isInDrawing(node) { title = nonEmpty(node.plainText) }
            if name == "time" { published.see(time: node) }
        default: break
        }
        seeAttributes(node)
    }

    private mutating func seeAttributes(_ node: Node) {
        var property: CText?
        var opens = false
        var at = node.raw.pointee.properties
        while let attribute = at {
            let name = CText(attribute.pointee.name)
            switch name.first {
            case UInt8(ascii: "i"):
                if name == "itemprop" {
                    property = CText(attribute.pointee.children?.pointee.content)
                } else if name == "itemscope" {
                    opens = true
                } else if name == "itemtype", !opens {
                    // Pages forget `itemscope`; a type without an item has no other meaning.
                    opens = true
                }
            case UInt8(ascii: "c"):
                if !hasMicroformats, name == "class" {
                    hasMicroformats = Microformats.namesRecord(
                        CText(attribute.pointee.children?.pointee.content))
                }
            case UInt8(ascii: "t"):
                if !hasRDFa, name == "typeof" {
                    hasRDFa = RDFaItems.namesRecord(CText(attribute.pointee.children?.pointee.content))
                }
            default: break
            }
            at = attribute.pointee.next
        }
        guard opens || property != nil else { return }
        if let item = microdata.enter(node, property: property, opens: opens, within: open.last?.item),
            open.count < 200
        {
            open.append((node, item))
        }
    }

    private mutating func seeLink(_ node: Node) {
        guard let href = node.attribute("href") else { return }
        linkCount += 1
        next.consider(node, href: href)
        feeds.consider(node, rel: nil, href: href)
    }

    private mutating func seeHeadLink(_ node: Node) {
        guard let rel = node.attribute("rel"), let href = node.attribute("href"), !href.isEmpty else {
            return
        }
        if canonical == nil, rel.hasWord("canonical") { canonical = href.string }
        if rel.hasWord("next") { next.state(href.string) }
        if rel.hasWord("alternate") || rel.hasWord("feed") { feeds.consider(node, rel: rel, href: href) }
    }

    private mutating func seeMeta(_ node: Node) {
        guard let content = node.attribute("content") else { return }
        published.see(meta: node, content: content)
        if let property = node.attribute("property") {
            if ogURL == nil, property == "og:url" { ogURL = content.string }
            if ogTitle == nil, property == "og:title" { ogTitle = nonEmpty(content.string) }
        }
        if language == nil, let pragma = node.attribute("http-equiv"),
            pragma.equals("content-language", ignoringCase: true)
        {
            language = content.string
        }
    }

    /// An icon inside the page has a title of its own.
    private func isInDrawing(_ node: Node) -> Bool { node.parent.map { $0.name == "svg" } ?? false }
}
