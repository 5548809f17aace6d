/// The link to the next page of a list: as the page states it (`rel=next`), or the obvious one.
import CXML2
import Complaints

/// The best link seen so far; only links are looked at, each once.
struct NextLink {
    private enum Rank: Int {
        case none, sign, text, classed, stated, head
    }
    private var rank = Rank.none
    /// The page's own statement in its head is believed; links are held against the page's address.
    private var candidates: [(href: String, rank: Rank)] = []

    /// `<link rel=next>`.
    mutating func state(_ href: String) {
        if rank != .head { set(href, .head) }
    }

    mutating func consider(_ node: Node, href: CText) {
        guard rank != .head, candidates.count < 16, href.first != 0, href.first != UInt8(ascii: "#"),
            !href.contains("javascript:")
        else { return }
        if let rel = node.attribute("rel"), rel.hasWord("next") {
            set(href.string, .stated)
            return
        }
        if isClassed(node) {
            set(href.string, .classed)
            return
        }
        if let label = node.attribute("aria-label"), let found = Self.rank(ofLabel: label.string) {
            set(href.string, found == .sign ? .text : found)
            return
        }
        guard Self.mayBeNext(node), let text = Self.label(node) else { return }
        if let found = Self.rank(ofLabel: text) { set(href.string, found) }
    }

    private mutating func set(_ href: String, _ rank: Rank) {
        // A link that is first in its rank may lead elsewhere: a few more are kept.
        if candidates.count < 16 { candidates.append((href, rank)) }
        if rank == .head { self.rank = rank }
    }

    /// The best link that leads on in the same list, absolute.
    func address(links: Links, canonical: String) -> String? {
        var best: (url: String, rank: Rank)?
        for candidate in candidates where candidate.rank.rawValue > best?.rank.rawValue ?? 0 {
            guard let url = links.absolute(candidate.href), url != links.page else { continue }
            let isOn =
                candidate.rank == .head
                || leadsOn(from: links.page, to: url) || leadsOn(from: canonical, to: url)
            if isOn { best = (url, candidate.rank) }
        }
        return best?.url
    }

    /// A class of the link, or of the list item around it, that says next.
    private func isClassed(_ node: Node) -> Bool {
        if let names = node.attribute("class"), Self.saysNext(names) { return true }
        guard let parent = node.parent, parent.name == "li" || parent.name == "span" || parent.name == "div",
            let names = parent.attribute("class"), names.contains("next")
        else { return false }
        return Self.saysNext(names)
    }

    private static func saysNext(_ names: CText) -> Bool {
        guard names.contains("next") else { return false }
        if names.contains("disabled") || names.contains("slick") || names.contains("swiper")
            || names.contains("carousel") || names.contains("slide") || names.contains("nextjs")
        {
            return false
        }
        return names.hasWord("next") || names.contains("next-page") || names.contains("nextpage")
            || names.contains("page-next") || names.contains("pagination-next")
            || names.contains("pagination__next") || names.contains("pager-next")
            || names.contains("pager__next")
            || names.contains("page__next") || names.contains("next_page") || names.contains("-next")
            || names.contains("_next")
    }

    /// The text of a link when it is short; without reading what a long one holds.
    private static func label(_ node: Node) -> String? {
        var at = node.firstChild
        for _ in 0..<4 {
            guard let child = at else { return nil }
            if child.isText {
                let bytes = child.content.bytes
                if bytes.contains(where: { !$0.isASCIISpace }) {
                    return bytes.count <= 60 ? node.shortText(limit: 40) : nil
                }
                at = child.next
            } else if child.isElement {
                at = child.firstChild ?? child.next
            } else {
                at = child.next
            }
        }
        return nil
    }

    /// False for a link whose whole content is one text of ASCII that no label is: nearly every link.
    private static func mayBeNext(_ node: Node) -> Bool {
        guard let child = node.firstChild, child.next == nil, child.isText else { return true }
        var hash = ByteHash()
        var isSpaced = false
        for byte in child.content.bytes {
            if byte >= 0x80 { return true }
            if byte.isASCIISpace {
                isSpaced = true
            } else if byte != 0x3E {
                if isSpaced, hash.count > 0 { hash.add(0x20) }
                isSpaced = false
                hash.add(byte.lowercasedASCII)
            } else if isSpaced {
                // A sign beside words: seldom enough to be looked at whole.
                return true
            }
            if hash.count > 48 { return false }
        }
        // A lone sign is a label.
        return hash.count < 2 || hashes.contains(hash.value)
    }

    private struct ByteHash {
        private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
        private(set) var count = 0

        @inline(__always)
        mutating func add(_ byte: UInt8) {
            value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
            count += 1
        }
    }

    /// Of the labels in ASCII.
    private static let hashes = Set(
        texts.map { text in
            var hash = ByteHash()
            for byte in text.utf8 { hash.add(byte) }
            return hash.value
        })

    private static func rank(ofLabel label: String) -> Rank? {
        guard label.utf8.count <= 48 else { return nil }
        var words = label.lowercased()
        words.removeAll { "»›→>❯▶⟩".unicodeScalars.contains($0.unicodeScalars.first ?? " ") }
        guard let text = nonEmpty(words) else {
            // A lone sign; doubled ones are the last page.
            let signs = label.unicodeScalars.filter { $0 != " " }
            return signs.count == 1 ? .sign : nil
        }
        return texts.contains(text) ? .text : nil
    }

    private static let texts: Set<String> = [
        "next", "next page", "older", "older comments", "older posts", "older reviews", "more reviews",
        "go to next page",
        "następna", "następna strona", "następne", "dalej", "następny", "starsze",
        "далее", "следующая", "следующая страница", "вперед", "вперёд", "дальше", "ещё", "след", "след.",
        "следующие",
        "далі", "наступна", "наступна сторінка", "вперед",
        "další", "následující", "další strana", "starší", "ďalej", "ďalšia", "ďalšie", "nasledujúca",
        "weiter", "nächste", "nächste seite", "vor", "ältere", "nächste »",
        "suivant", "suivante", "page suivante", "suivants",
        "siguiente", "siguientes", "página siguiente", "próxima", "próximo", "seguinte", "próxima página",
        "successiva", "successivo", "avanti", "prossima", "pagina successiva",
        "volgende", "volgende pagina", "nästa", "neste", "næste", "seuraava", "következő", "urm",
        "următoarea",
        "înainte", "следваща", "sonraki", "kitas", "toliau", "次へ", "下一页", "下一頁", "다음",
    ]
}

/// Whether an address is another page of the same list: the same path with another query or number, a
/// path below it, or one that ends in a page's number. The next article of a blog is none.
private func leadsOn(from page: String, to next: String) -> Bool {
    guard let page = WebURL(page), let next = WebURL(next), page.host == next.host else { return false }
    let path = bare(page.path)
    let other = bare(next.path)
    if other == path { return next.query != page.query || next.path != page.path }
    if path.utf8.count > 1, other.hasPrefix(path + "/") { return true }
    guard let last = next.path.utf8.split(separator: UInt8(ascii: "/")).last else { return false }
    return last.allSatisfy(\.isASCIIDigit)
}

/// The path without numbers and without the slash at its end.
private func bare(_ path: String) -> String {
    var bytes = path.utf8.filter { !$0.isASCIIDigit }
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
}
