/// Names in feeds: which vocabulary an element is of, by its namespace or, where none is declared, by its prefix.

/// The vocabularies that are told apart. What is RSS's, Atom's, CDF's or nobody's is `own`.
enum FeedNamespace { case own, dublin, media, itunesReview, other }

func namespace(_ node: Node) -> FeedNamespace {
    let name: CText
    let isDeclared: Bool
    if let href = node.raw.pointee.ns?.pointee.href {
        name = CText(href)
        isDeclared = true
    } else if node.name.bytes.contains(0x3A) {
        name = node.name
        isDeclared = false
    } else {
        return .own
    }
    if isDeclared {
        if name.contains("purl.org/dc") { return .dublin }
        if name.contains("search.yahoo.com/mrss") { return .media }
        if name.contains("itunes.apple.com/rss") { return .itunesReview }
        if name.contains("/atom") || name.contains("/Atom") || name.contains("purl.org/rss")
            || name.contains("netscape.com") || name.contains("backend.userland.com")
            || name.contains("blogs.law.harvard.edu") || name.contains("feedburner")
        {
            return .own
        }
        return .other
    }
    if name.contains("dc:") || name.contains("dcterms:") { return .dublin }
    if name.contains("media:") { return .media }
    if name.contains("im:") { return .itunesReview }
    for prefix: StaticString in ["content:", "atom:", "a10:", "rss:", "feedburner:"]
    where name.contains(prefix) {
        return .own
    }
    return .other
}

/// The name without its prefix, in lower case.
func localName(_ node: Node) -> String {
    let bytes = node.name.bytes
    let start = bytes.lastIndex(of: 0x3A).map { $0 + 1 } ?? 0
    return String(decoding: bytes[start...].map(\.lowercasedASCII), as: UTF8.self)
}

extension Node {
    /// The child elements, in order.
    var elements: [Node] {
        var found: [Node] = []
        var at = firstElement
        while let child = at {
            found.append(child)
            at = child.nextElement
        }
        return found
    }
}
