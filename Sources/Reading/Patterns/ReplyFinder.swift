/// The company's answer inside of a record: an element named for replies or owners, or one whose first
/// words say so.
import CXML2
import Complaints

enum ReplyFinder {
    static func reply(of parts: RecordMaker.Parts, in maker: RecordMaker) -> Int? {
        var found: Int?
        let table = maker.table
        let text = parts.container.first
        var badge: Int?
        maker.forEach(parts) { i, element in
            if badge == nil, i != parts.top, OfficialBadge.isBadge(element, in: table.outline) { badge = i }
            guard i != parts.top, table.prose[i] >= 15, !holdsField(i, parts, table) else { return true }
            let isNamed =
                element.hints.contains(.reply) && !element.hints.contains(.form)
                || element.hints.contains(.official)
                    && !element.hints.isDisjoint(with: [.text, .review, .post])
            if isNamed, text.map({ i > $0 || i + 1 < $0 }) ?? true {
                found = i
                return false
            }
            if element.endCell > element.firstCell, table.prose[i] >= 40,
                startsAsReply(table.outline.cells[Int(element.firstCell)].node.content)
            {
                found = i
                return false
            }
            return true
        }
        return found ?? badge.flatMap { block(around: $0, parts, table) }
    }

    /// The lowest element around an official badge that has a text of its own, and none of the record's
    /// fields.
    private static func block(
        around badge: Int, _ parts: RecordMaker.Parts, _ table: RecordTable
    ) -> Int? {
        var at = Int(table.outline.elements[badge].parent)
        while at > parts.top, !holdsField(at, parts, table),
            !parts.container.contains(where: { $0 != parts.top && table.isIn(at, $0) })
        {
            if table.prose[at] >= 40 { return hasSentence(table.outline.elements[at], table) ? at : nil }
            at = Int(table.outline.elements[at].parent)
        }
        return nil
    }

    /// `Customer Service | Friendliness | Price` is a row of labels; somebody who answers writes a sentence.
    private static func hasSentence(_ element: PageOutline.Element, _ table: RecordTable) -> Bool {
        (element.firstCell..<element.endCell).prefix(60).contains { cell in
            let bytes = table.outline.cells[Int(cell)].node.content.bytes
            return bytes.count >= 30 && bytes.count(where: { $0 == 0x20 }) >= 4
        }
    }

    private static func holdsField(_ i: Int, _ parts: RecordMaker.Parts, _ table: RecordTable) -> Bool {
        if parts.container.contains(where: { table.isIn($0, i) }) { return true }
        return [parts.author, parts.date, parts.rating].contains { $0.map { table.isIn($0, i) } ?? false }
    }

    /// The author, time and text of a reply's element.
    static func made(_ index: Int, in maker: RecordMaker) -> Reply? {
        let outline = maker.table.outline
        let top = outline.elements[index]
        var date: Int?
        var author: Int?
        for i in index..<Int(top.end) {
            let element = outline.elements[i]
            if date == nil, element.hasDate { date = i }
            if author == nil, i != index, element.hints.contains(.author),
                element.prose + element.linked <= 60,
                element.prose + element.linked >= 2, !element.hasDate
            {
                author = i
            }
        }
        // The part that holds nearly all of it is the text.
        var at = index
        var isGoing = true
        while isGoing {
            isGoing = false
            var child = at + 1
            while child < Int(outline.elements[at].end) {
                let element = outline.elements[child]
                if element.prose * 10 >= outline.elements[at].prose * 7, element.tag != .paragraph,
                    element.tag != .emphasis, element.tag != .inline || element.hints.contains(.text)
                {
                    at = child
                    isGoing = true
                    break
                }
                child = Int(element.end)
            }
        }
        var skipped: Set<Node> = []
        for field in [date, author].compactMap({ $0 }) where field > at {
            skipped.insert(outline.elements[field].node)
        }
        let text = RecordText.text([outline.elements[at].node]) {
            skipped.contains($0) || maker.table.tops.contains($0)
        }
        guard let text = nonEmpty(text) else { return nil }
        let name = author.map { cleanedName(FieldValues.label($0, in: maker.table)) }
        return Reply(
            author: name.flatMap(nonEmpty),
            published: date.flatMap { FieldValues.date(outline.elements[$0], maker.context) }, text: text)
    }

    private static func startsAsReply(_ text: CText) -> Bool {
        guard text.bytes.count <= 120 else { return false }
        return phrases.prefix(of: lowered(TextBuilder.collapsed(text.bytes).utf8)[...]) != nil
    }

    private static let phrases = Phrases([
        "response from", "reply from", "owner's repl", "owner repl", "owner's resp", "owner resp",
        "business response",
        "business owner", "company response", "management response", "seller response", "comment from ",
        "odpowiedź ",
        "ответ ", "официальный ответ", "відповідь ", "antwort ", "kommentar vom", "kommentar des",
        "réponse d",
        "respuesta d", "risposta d", "odpověď ", "odpoveď ", "resposta d", "răspuns", "válasz", "reactie van",
        "svar fr",
    ])
}
