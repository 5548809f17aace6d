/// Pages of a list as links with numbers, and which addresses are pages of one list.
import CXML2
import Complaints

/// A link whose text is a number.
struct NumberedLink {
    var number: Int
    var href: String
    var node: Node

    /// The link with the number after the current page's, where the numbers are those of pages.
    static func next(_ found: [NumberedLink], links: Links, pages: [WebURL]) -> String? {
        let leading = found.compactMap { link -> (link: NumberedLink, url: WebURL)? in
            guard let url = links.absolute(link.href).flatMap({ WebURL($0) }) else { return nil }
            return pages.contains { leadsOn(from: $0, to: url, rank: .numbered) } ? (link, url) : nil
        }
        guard let first = leading.first else { return nil }
        let isList =
            Set(leading.map(\.link.number)).count > 1
            || leading.contains { pageNumber(of: $0.url) == $0.link.number }
        guard isList, let current = current(first.link.node, among: found, links: links, pages: pages) else {
            return nil
        }
        return leading.first { $0.link.number == current + 1 && $0.url.href != links.page }?.url.href
    }

    /// As the row of numbers marks it, or as the address says; else the first, unless that is a link.
    private static func current(
        _ first: Node, among found: [NumberedLink], links: Links, pages: [WebURL]
    ) -> Int? {
        if let marked = marked(first) { return marked }
        for page in pages {
            if let number = pageNumber(of: page) { return number }
        }
        let own = found.first { links.absolute($0.href) == links.page }
        if let own { return own.number }
        return found.contains { $0.number == 1 } ? nil : 1
    }

    /// The number in the same row that is no link, or that is marked as current.
    private static func marked(_ first: Node) -> Int? {
        var row = first
        for _ in 0..<3 {
            guard let up = row.parent else { return nil }
            row = up
            var steps = 200
            var found: Int?
            row.forEachElement { node in
                steps -= 1
                if let number = ownNumber(node), isCurrent(node) { found = number }
                return found == nil && steps > 0
            }
            // `1 <b>2</b> 3` with texts between the links.
            if let found = found ?? bareNumber(in: row) { return found }
        }
        return nil
    }

    private static func ownNumber(_ node: Node) -> Int? {
        guard let child = node.firstChild, child.isText else { return nil }
        return pageDigits(child.content.bytes)
    }

    private static func isCurrent(_ node: Node) -> Bool {
        if case .some = node.attribute("aria-current") { return true }
        var isLink = false
        var at: Node? = node
        for _ in 0..<3 {
            guard let here = at else { break }
            if let names = here.attribute("class"),
                names.hasWord("active") || names.hasWord("selected") || names.contains("current")
                    || names.hasWord("on") || names.contains("--active") || names.contains("is-active")
            {
                return true
            }
            if case .some = here.attribute("aria-current") { return true }
            if here.name == "a" || here.name == "button" {
                isLink = isLink || here.attribute("href").map { $0.first != 0x23 } ?? (here.name == "button")
            }
            if here.name == "ul" || here.name == "nav" || here.name == "table" { break }
            at = here.parent
        }
        return !isLink
    }

    private static func bareNumber(in row: Node) -> Int? {
        var at = row.firstChild
        for _ in 0..<60 {
            guard let node = at else { return nil }
            if node.isText {
                let text = node.content.bytes
                let digits = text.filter { $0.isASCIIDigit || $0.isASCIILetter || $0 >= 0x80 }
                if let number = digits.withUnsafeBufferPointer(pageDigits) { return number }
            }
            at = node.next
        }
        return nil
    }
}

/// Pages of comments as WordPress numbers them.
enum CommentPages {
    static func number(_ url: WebURL) -> Int? {
        if let range = url.path.range(of: "comment-page-") {
            return wholeNumber(String(url.path[range.upperBound...]))
        }
        return value(of: "cpage", in: url.query)
    }
}

private func value(of key: String, in query: String?) -> Int? {
    for pair in query?.split(separator: "&") ?? [] {
        let parts = pair.split(separator: "=", maxSplits: 1)
        if parts.count == 2, parts[0].lowercased() == key { return Int(parts[1]) }
    }
    return nil
}

private let pageKeys: [String] = [
    "page", "p", "pg", "paged", "pagenumber", "page_number", "pageno", "pagenum", "page_num", "currentpage",
    "pageindex", "strona", "str", "strana", "stranka", "seite", "pagina", "pag", "sivu", "sida", "side",
    "oldal", "sayfa", "puslapis", "cpage", "reviewspage", "reviews_page", "comments_page", "n",
]
private let placeKeys: Set<String> = [
    "start", "offset", "from", "skip", "begin", "first", "after", "cursor", "before", "token", "pagetoken",
    "next", "startindex", "o", "limitstart", "st", "page[number]", "page[offset]", "pagen_1", "until",
    "max_id",
]
/// The longer before those that they end in.
private let pathWords: [String] = [
    "comment-page",
    "page", "p", "pg", "strona", "str", "strana", "stranka", "seite", "pagina", "pag", "sivu", "sida", "side",
    "oldal", "sayfa", "puslapis", "or", "offset", "start", "list", "stranica", "pagenum",
]

/// The number of the page that an address names; nil for one that names none.
private func pageNumber(of url: WebURL) -> Int? {
    for key in pageKeys {
        if let number = value(of: key, in: url.query) { return number }
    }
    let path = bare(url.path)
    return path.hasPageWord ? path.number : nil
}

/// Whether an address is another page of the same list: the same path with another query or number, or one
/// below it that ends in a page's number. The next article of a blog is none.
func leadsOn(from page: WebURL, to next: WebURL, rank: NextLink.Rank) -> Bool {
    func site(_ host: String) -> Substring { host.hasPrefix("www.") ? host.dropFirst(4) : host[...] }
    guard site(page.host) == site(next.host), next.scheme.hasPrefix("http") else { return false }
    let here = bare(page.path)
    let there = bare(next.path)
    if next.path == page.path {
        guard next.query != page.query, let query = next.query else {
            return page.query != nil && next.query == nil && rank > .newer && pageNumber(of: page) ?? 2 < 1
        }
        return rank > .doubleSign || isOfPages(query)
    }
    if here.path == there.path {
        if there.hasPageWord || page.query != next.query { return true }
        guard let number = there.number else { return false }
        // Numbers this high are those of articles.
        return number < 10_000 && (here.number ?? 0) < 10_000
    }
    let last = next.path.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring("").utf8
    if rank >= .sign, rank != .numbered, (1...4).contains(last.count), last.allSatisfy(\.isASCIIDigit) {
        return true
    }
    guard rank >= .numbered, page.path.utf8.count > 1 else { return false }
    let below = page.path.hasSuffix("/") ? page.path : page.path + "/"
    guard next.path.hasPrefix(below) else { return false }
    if rank >= .stated { return true }
    let rest = next.path.utf8.dropFirst(below.utf8.count)
    let digits = rest.reversed().drop { !$0.isASCIIDigit }.prefix(while: \.isASCIIDigit)
    return (1...4).contains(digits.count)
}

private func isOfPages(_ query: String) -> Bool {
    query.split(separator: "&").contains { pair in
        let key = pair.prefix { $0 != "=" }.lowercased()
        return pageKeys.contains(key) || placeKeys.contains(key) || key.hasSuffix("page")
            || key.hasPrefix("page")
    }
}

private struct BarePath {
    var path: String
    /// The last number that was taken out.
    var number: Int?
    /// Whether a word like `page` stood before it.
    var hasPageWord = false
}

/// The path without numbers and the words for pages before them, and without the slash at its end.
private func bare(_ path: String) -> BarePath {
    var found = BarePath(path: "")
    var bytes: [UInt8] = []
    func isSeparator(_ byte: UInt8) -> Bool { [0x2D, 0x5F, 0x2E, 0x2C, 0x2F, 0x3D, 0x3B].contains(byte) }
    let text = Array(path.utf8)
    var i = 0
    while i < text.count {
        guard text[i].isASCIIDigit else {
            bytes.append(text[i])
            i += 1
            continue
        }
        var value = 0
        while i < text.count, text[i].isASCIIDigit {
            value = min(value * 10 + Int(text[i] - 0x30), 1_000_000_000)
            i += 1
        }
        found.number = value
        while let last = bytes.last, isSeparator(last) { bytes.removeLast() }
        if let word = pathWords.first(where: { ends(bytes, with: $0, isSeparator) }) {
            found.hasPageWord = true
            bytes.removeLast(word.utf8.count)
            while let last = bytes.last, isSeparator(last) { bytes.removeLast() }
        }
    }
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    for index in ["/index.html", "/index.php", "/index.htm"]
    where bytes.suffix(index.utf8.count).elementsEqual(index.utf8) {
        bytes.removeLast(index.utf8.count)
    }
    found.path = String(decoding: bytes.map(\.lowercasedASCII), as: UTF8.self)
    return found
}

private func ends(_ bytes: [UInt8], with word: String, _ isSeparator: (UInt8) -> Bool) -> Bool {
    let count = word.utf8.count
    guard bytes.count > count, isSeparator(bytes[bytes.count - count - 1]) else { return false }
    return bytes.suffix(count).lazy.map(\.lowercasedASCII).elementsEqual(word.utf8)
}
