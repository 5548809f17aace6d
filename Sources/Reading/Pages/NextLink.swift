/// The link to the next page of a list: as the page states it (`rel=next`), or the obvious one.
import CXML2

/// The best link seen so far; only links are looked at, each once.
struct NextLink {
    private enum Rank: Int {
        case none, sign, text, classed, stated
    }
    private var rank = Rank.none
    private(set) var href: String?

    /// `<link rel=next>`.
    mutating func state(_ href: String) {
        if rank.rawValue < Rank.stated.rawValue { set(href, .stated) }
    }

    mutating func consider(_ node: Node, href: CText) {
        guard rank.rawValue < Rank.stated.rawValue, href.first != 0, href.first != UInt8(ascii: "#"),
            !href.contains("javascript:")
        else { return }
        if let rel = node.attribute("rel"), rel.hasWord("next") {
            set(href.string, .stated)
            return
        }
        if rank.rawValue < Rank.classed.rawValue, isClassed(node) {
            set(href.string, .classed)
            return
        }
        guard rank.rawValue < Rank.text.rawValue else { return }
        if let label = node.attribute("aria-label"), let found = Self.rank(ofLabel: label.string) {
            set(href.string, found == .sign ? .text : found)
            return
        }
        guard let text = Self.label(node) else { return }
        if let found = Self.rank(ofLabel: text), found.rawValue > rank.rawValue { set(href.string, found) }
    }

    private mutating func set(_ href: String, _ rank: Rank) {
        self.href = href
        self.rank = rank
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
