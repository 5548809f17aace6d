/// The link to the next page of a list: as the page states it (`rel=next`), or the obvious one.
import CXML2
import Complaints

/// The links that may lead on; only links and buttons are looked at, each once.
struct NextLink {
    /// How sure a link is; the order is the order of trust.
    enum Rank: Int, Comparable {
        /// To the comments before these: the next page where a list begins at its newest end.
        case backward
        case more, newer, doubleSign, sign, numbered, text, classed, stated, head

        static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
    }

    private struct Candidate {
        var href: String
        var rank: Rank
    }

    private var candidates: [Candidate] = []
    private var numbers: [NumberedLink] = []
    private var head: String?

    /// `<link rel=next>`.
    mutating func state(_ href: String) { head = head ?? href }

    mutating func consider(_ node: Node, href: CText) {
        guard let target = Self.target(href, of: node) else { return }
        if let rank = rank(node) {
            if candidates.count < 48, !Self.isOff(node, rank) {
                candidates.append(Candidate(href: target.string, rank: rank))
            }
        } else if numbers.count < 64, let number = Self.number(node) {
            numbers.append(NumberedLink(number: number, href: target.string, node: node))
        }
    }

    /// A button that holds the address it loads.
    mutating func considerButton(_ node: Node) {
        for name: StaticString in [
            "data-href", "data-url", "data-next-url", "data-next", "formaction", "value",
        ] {
            guard let value = node.attribute(name), [0x2F, 0x3F, 0x68].contains(value.first),
                value.first != 0x68 || value.contains("http")
            else { continue }
            guard let rank = rank(node), candidates.count < 48, !Self.isOff(node, rank) else { return }
            candidates.append(Candidate(href: value.string, rank: rank))
            return
        }
    }

    private static func target(_ href: CText, of node: Node) -> CText? {
        if href.first != 0, href.first != UInt8(ascii: "#"), !isScript(href) { return href }
        for name: StaticString in ["data-href", "data-url", "data-next-url"] {
            if let value = node.attribute(name), value.first != 0, value.first != UInt8(ascii: "#") {
                return value
            }
        }
        return nil
    }

    private static func isScript(_ href: CText) -> Bool {
        (href.first | 0x20) == UInt8(ascii: "j") && href.contains("javascript:")
    }

    private func rank(_ node: Node) -> Rank? {
        if let rel = node.attribute("rel"), rel.hasWord("next") { return .stated }
        if Self.isClassed(node) { return .classed }
        for name: StaticString in ["aria-label", "title"] {
            if let label = node.attribute(name), NextLabel.mayBe(label.bytes),
                let found = NextLabel.rank(label.string)
            {
                return found == .sign ? .text : found
            }
        }
        guard NextLabel.mayBe(node) else { return nil }
        if let text = Self.label(node) { return NextLabel.rank(text) }
        return Self.rankOfIcon(node)
    }

    /// The best link that leads on in the same list, absolute.
    func address(links: Links, canonical: String) -> String? {
        let pages = [links.page, canonical].compactMap { WebURL($0) }
        if let head, let url = leading(head, .head, links, pages) { return url }
        var best: (url: String, rank: Rank)?
        for candidate in candidates where best.map({ candidate.rank > $0.rank }) ?? true {
            if let url = leading(candidate.href, candidate.rank, links, pages) {
                best = (url, candidate.rank)
            }
        }
        if best?.rank ?? .backward < .numbered,
            let numbered = NumberedLink.next(numbers, links: links, pages: pages)
        {
            return numbered
        }
        if best?.rank == .text, let newer = newest(links, pages) { return newer }
        return best?.url
    }

    private func leading(_ href: String, _ rank: Rank, _ links: Links, _ pages: [WebURL]) -> String? {
        guard let url = links.absolute(href), url != links.page, let next = WebURL(url) else { return nil }
        if rank == .newer || rank == .backward {
            guard CommentPages.number(next) != nil || rank == .newer else { return nil }
        }
        return pages.contains { leadsOn(from: $0, to: next, rank: rank) } ? url : nil
    }

    /// Comments that begin at their oldest: the link back is to the page without a number.
    private func newest(_ links: Links, _ pages: [WebURL]) -> String? {
        guard pages.contains(where: { CommentPages.number($0) != nil }) else { return nil }
        let goesToFirst = candidates.contains { candidate in
            guard candidate.rank == .text, let url = links.absolute(candidate.href).flatMap({ WebURL($0) })
            else { return false }
            return CommentPages.number(url) == nil
        }
        guard goesToFirst else { return nil }
        return candidates.lazy.filter { $0.rank == .newer }
            .compactMap { leading($0.href, .newer, links, pages) }.first
    }
}

// What a link looks like.
extension NextLink {
    /// A class of the link, or of what is close around it, that says next.
    private static func isClassed(_ node: Node) -> Bool {
        if let names = node.attribute("class"), saysNext(names) { return true }
        guard let parent = node.parent, parent.name == "li" || parent.name == "span" || parent.name == "div",
            let names = parent.attribute("class")
        else { return false }
        // A box that is only called next may hold many links.
        return saysNext(names) && (!(parent.name == "div") || parent.firstElement?.nextElement == nil)
    }

    private static func saysNext(_ names: CText) -> Bool {
        guard names.contains("next") else { return false }
        return names.hasWord("next") || names.contains("nextpage") || names.contains("next-page")
            || names.contains("next_page") || names.contains("-next") || names.contains("_next")
            || names.hasWord("nextlink") || names.hasWord("pagenext") || names.contains("next-link")
            || names.contains("next-btn") || names.contains("btnnext") || names.contains("paginationnext")
    }

    /// Switched off, or the arrow of something that is no list: a carousel, a calendar, the next article.
    private static func isOff(_ node: Node, _ rank: Rank) -> Bool {
        if let state = node.attribute("aria-disabled"), state.hasWord("true") { return true }
        if case .some = node.attribute("disabled") { return true }
        var at: Node? = node
        for depth in 0..<4 {
            guard let here = at else { break }
            if let names = here.attribute("class") {
                if depth < 2,
                    names.hasWord("disabled") || names.contains("-disabled")
                        || names.contains("--disabled") || names.contains("_disabled")
                        || names.hasWord("inactive")
                {
                    return true
                }
                if isOfAnotherKind(names) { return true }
            }
            at = here.parent
        }
        return false
    }

    private static func isOfAnotherKind(_ names: CText) -> Bool {
        names.contains("slick") || names.contains("swiper") || names.contains("carousel")
            || names.contains("slide") || names.contains("splide") || names.contains("owl-")
            || names.contains("calendar") || names.contains("datepicker") || names.contains("lightbox")
            || names.contains("gallery") || names.contains("post-nav") || names.contains("postnav")
            || names.contains("adjacent") || names.contains("article-nav") || names.contains("nextpost")
            || names.contains("next-post") || names.contains("next_post") || names.contains("next-article")
            || names.contains("next-product")
    }

    /// The text of a link when it is short; without reading what a long one holds.
    private static func label(_ node: Node) -> String? {
        var at = node.firstChild
        for _ in 0..<6 {
            guard let child = at else { return nil }
            if child.isText {
                let bytes = child.content.bytes
                if bytes.contains(where: { !$0.isASCIISpace }) {
                    return bytes.count <= 80 ? node.shortText(limit: 60) : nil
                }
                at = child.next
            } else if child.isElement {
                at = child.firstChild ?? child.next ?? child.parent?.next
            } else {
                at = child.next
            }
        }
        return nil
    }

    /// A link without text: the image's or the icon's name says where it leads.
    private static func rankOfIcon(_ node: Node) -> Rank? {
        guard let icon = node.firstElement, icon.nextElement == nil else { return nil }
        for name: StaticString in ["alt", "aria-label", "title"] {
            if let text = icon.attribute(name), NextLabel.mayBe(text.bytes),
                let rank = NextLabel.rank(text.string)
            {
                return rank
            }
        }
        guard let names = icon.attribute("class") else { return nil }
        if names.contains("angle-right") || names.contains("chevron-right") || names.contains("arrow-right")
            || names.contains("caret-right") || names.contains("arrow_right") || names.contains("right-arrow")
        {
            return names.contains("double") ? nil : .sign
        }
        return saysNext(names) ? .text : nil
    }

    /// The number that is the whole text of the link.
    private static func number(_ node: Node) -> Int? {
        var child = node.firstChild
        for _ in 0..<3 {
            guard let here = child else { return nil }
            if here.isText {
                if let number = pageDigits(here.content.bytes) { return number }
                guard here.content.bytes.allSatisfy(\.isASCIISpace) else { return nil }
                child = here.next
            } else {
                child = here.firstChild
            }
        }
        return nil
    }
}

/// One to four digits between white space.
func pageDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count <= 24 else { return nil }
    var value = 0
    var digits = 0
    var isOver = false
    for byte in bytes {
        if byte.isASCIISpace {
            isOver = digits > 0
        } else {
            guard byte.isASCIIDigit, !isOver, digits < 4 else { return nil }
            value = value * 10 + Int(byte - 0x30)
            digits += 1
        }
    }
    return digits > 0 ? value : nil
}
