/// Small signs of what one block of a list is: a record, a teaser of another page, something for sale.
import CXML2

struct BlockSigns {
    private(set) var leadsAway = false
    private(set) var hasPrice = false
    private(set) var canBeAnswered = false
    private(set) var hasAvatar = false
    private(set) var hasPicture = false
    private(set) var hasProfile = false
    private(set) var hasReviewLink = false
    /// Letters of links outside of the text.
    private(set) var linked = 0

    init(_ parts: RecordMaker.Parts, in maker: RecordMaker) {
        let table = maker.table
        let outline = table.outline
        var i = parts.top
        var steps = 0
        while i < parts.end, steps < 400 {
            steps += 1
            let element = outline.elements[i]
            if i != parts.top, table.tops.contains(element.node), !table.list.isOfRows {
                i = Int(element.end)
                continue
            }
            switch element.tag {
            case .image: seeImage(element, parts, outline)
            case .link: seeLink(i, element, parts, maker)
            default: break
            }
            if !canBeAnswered, element.endCell - element.firstCell == 1,
                element.linked + element.prose <= 14 || element.tag == .control
            {
                canBeAnswered = Self.isReplyWord(element.node.shortText(limit: 24))
            }
            i += 1
        }
        for cell in outline.cells[
            Int(outline.elements[parts.top].firstCell)..<Int(outline.elements[parts.end - 1].endCell)
        ].prefix(60)
        where Self.isPrice(cell.node.content.bytes) {
            hasPrice = true
        }
    }

    private mutating func seeImage(
        _ element: PageOutline.Element, _ parts: RecordMaker.Parts, _ outline: PageOutline
    ) {
        let node = element.node
        let above = element.parent >= 0 ? outline.elements[Int(element.parent)].hints : []
        if element.hints.union(above).contains(.rating) { return }
        let isSmall = [node.attribute("width"), node.attribute("height")].contains { size in
            size.flatMap { wholeNumber($0.string) }.map { $0 <= 100 } ?? false
        }
        let names = node.attribute("class")
        let isFace =
            names.map { $0.contains("avatar") || $0.contains("user") || $0.contains("photo") } ?? false
        if isFace || isSmall || !above.isDisjoint(with: [.author, .avatar])
            || node.attribute("src")?.contains("avatar") == true
        {
            hasAvatar = true
        } else {
            hasPicture = true
        }
    }

    private mutating func seeLink(
        _ i: Int, _ element: PageOutline.Element, _ parts: RecordMaker.Parts, _ maker: RecordMaker
    ) {
        guard let href = element.node.attribute("href"), !href.isEmpty else { return }
        let isInText = parts.container.contains { maker.table.isIn(i, $0) && $0 != parts.top }
        if FieldValues.isProfile(element.node) {
            hasProfile = true
            return
        }
        if !isInText { linked += Int(element.linked) }
        if href.contains("#comment") || href.contains("review") || href.contains("otzyv")
            || href.contains("response/")
            || href.contains("opini") || href.contains("bewertung")
        {
            if element.linked >= 4 { hasReviewLink = true }
        }
        if let author = parts.author, maker.table.isIn(author, i) || maker.table.isIn(i, author) { return }
        guard href.first != 0x23, element.linked >= 12 || isHeading(element, maker.table.outline), !isInText
        else { return }
        guard let target = maker.context.links.absolute(href.string),
            !isThisPage(target, maker.context.links.page)
        else {
            return
        }
        if element.node.attribute("rel")?.contains("nofollow") == true { return }
        leadsAway = true
    }

    private func isHeading(_ element: PageOutline.Element, _ outline: PageOutline) -> Bool {
        element.parent >= 0 && outline.elements[Int(element.parent)].tag == .heading
            || element.node.firstElement.map { PageOutline.Tag($0.name) == .heading } ?? false
    }

    /// Whether an address is of the same page, but for what follows `#` and `?`.
    private func isThisPage(_ a: String, _ b: String) -> Bool {
        func path(_ text: String) -> Substring.UTF8View { text.utf8.prefix { $0 != 0x23 && $0 != 0x3F } }
        return path(a).elementsEqual(path(b))
    }

    static func isReplyWord(_ text: String) -> Bool {
        text.utf8.count <= 24 && replyWords.prefix(of: lowered(text.utf8)[...]) != nil
    }

    private static let replyWords = Phrases([
        "reply", "quote", "helpful", "report", "odpowiedz", "cytuj", "zgłoś", "ответить", "цитировать",
        "пожаловаться",
        "полезно", "відповісти", "antwort", "zitier", "melden", "hilfreich", "répondre", "citer", "signaler",
        "utile",
        "responder", "útil", "rispondi", "beantwoorden", "odpovědět", "odpovedať", "válasz", "răspunde",
        "yanıtla", "like",
    ])

    /// `12,99 zł`, `$5`, `€ 20`: a number beside a sign of money.
    private static func isPrice(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= 40, bytes.contains(where: \.isASCIIDigit) else { return false }
        var digits = 0
        var letters = 0
        var hasSign = false
        for (i, byte) in bytes.enumerated() {
            if byte.isASCIIDigit { digits += 1 }
            if byte.isASCIILetter { letters += 1 }
            if byte == 0x24 { hasSign = true }
            if byte == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x82,
                bytes[i + 2] == 0xAC || bytes[i + 2] == 0xBD
            {
                hasSign = true
            }
            if byte == 0xC2, i + 1 < bytes.count, bytes[i + 1] == 0xA3 { hasSign = true }
            if byte == 0x7A, i + 2 < bytes.count, bytes[i + 1] == 0xC5, bytes[i + 2] == 0x82 {
                hasSign = true
            }
        }
        return hasSign && digits <= 9 && letters <= 12
    }
}
