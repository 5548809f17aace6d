/// The links of a page that lead to the pages that hold the records.
import CXML2
import Complaints

/// Addresses in the order they are met, each page once, the page itself left out.
struct DetailLinks {
    private let page: String
    private var seen: Set<String>
    private(set) var links: [DetailLink] = []

    init(page: String, canonical: String? = nil) {
        self.page = page
        seen = Set([page, canonical].compactMap { $0.flatMap { WebURL($0)?.canonical } })
    }

    mutating func add(_ address: String, changed: StatedTime? = nil, following follow: Follow.Links) {
        guard let url = WebURL(address)?.withoutFragment, follow.takes(url.href, on: page),
            seen.insert(url.canonical).inserted
        else { return }
        links.append(DetailLink(url: url.href, changed: changed))
    }
}

/// Those of an HTML page: by selector, or all its links by pattern.
func detailLinks(
    _ follow: Follow.Links, in root: Node, links: Links, canonical: String
) throws(ReadingFailure) -> [DetailLink] {
    var found = DetailLinks(page: links.page, canonical: canonical)
    guard case .selector(let selector) = follow else {
        root.forEachElement { node in
            if node.name == "a" || node.name == "area", let href = node.attribute("href"),
                let url = links.absolute(href.string)
            {
                found.add(url, following: follow)
            }
            return true
        }
        return found.links
    }
    if EmbeddedRule.isPath(selector) {
        for text in try EmbeddedRule(root: root).texts("follow", selector) {
            if let url = links.absolute(text) { found.add(url, following: follow) }
        }
        return found.links
    }
    let parsed: FieldSelector
    do throws(SelectorFault) { parsed = try FieldSelector(selector) } catch {
        throw .faultySelector(field: "follow", selector: selector, fault: error.sentence)
    }
    for text in parsed.links(in: root) {
        if let url = links.absolute(text) { found.add(url, following: follow) }
    }
    return found.links
}

extension FieldSelector {
    /// Every address that the first choice with any finds: its attribute, or the `href` of the link that is
    /// the element, is around it or inside it, or its text.
    func links(in top: Node) -> [String] {
        for choice in choices {
            let one = FieldSelector(choices: [choice])
            var found: [String] = []
            for node in one.nodes(in: top) {
                if let name = choice.attribute {
                    if let value = node.attribute(named: name)?.string { found.append(value) }
                } else if let href = Self.href(node) {
                    found.append(href)
                }
            }
            if found.isEmpty, let value = one.value(in: top) { found.append(value.text) }
            if !found.isEmpty { return found }
        }
        return []
    }

    private static func href(_ node: Node) -> String? {
        if let href = node.attribute("href") { return href.string }
        var inside: String?
        node.forEachElement { child in
            if child.name == "a" { inside = child.string("href") }
            return inside == nil
        }
        if let inside { return inside }
        var up = node.parent
        for _ in 0..<4 {
            guard let outer = up else { return nil }
            if outer.name == "a" { return outer.string("href") }
            up = outer.parent
        }
        return nil
    }
}
