/// What one element of a record says, taken as a date, a name or a label.
import CXML2
import Complaints

enum FieldValues {
    /// The short text of an element, without dates, controls and other records in it.
    static func label(_ element: Int, in table: RecordTable) -> String {
        let top = table.outline.elements[element]
        let text = RecordText.text([top.node], limit: 200) { node in
            table.tops.contains(node) || node.name == "time"
                || node.attribute("class")?.contains("screen-reader") == true
        }
        return text
    }

    /// The time that an element states: by an attribute for programs, by its text, by its tooltip.
    static func date(_ index: Int, in table: RecordTable, _ context: ReadingContext) -> StatedTime? {
        date(table.outline.elements[index], context)
    }

    static func date(_ element: PageOutline.Element, _ context: ReadingContext) -> StatedTime? {
        let node = element.node
        let isNamed = element.hints.contains(.date) || element.tag == .time
        if let stated = node.attribute("datetime"), let time = context.date(stated.string) { return time }
        for name: StaticString in ["data-time", "data-timestamp", "data-utime", "data-datetime", "data-date"]
        {
            guard let value = node.attribute(name) else { continue }
            if let time = epoch(value) { return time }
            if let time = DateCell.time(value.string, isNamed: true, context: context) { return time }
        }
        var found: StatedTime?
        if element.endCell - element.firstCell <= 8 {
            let text = RecordText.text([node], limit: 160)
            found = DateCell.time(oneLine(text), isNamed: isNamed, context: context)
        }
        if found == nil, element.hasDate, let own = ownText(node) {
            found = DateCell.time(own, isNamed: isNamed, context: context)
        }
        if found == nil || (found?.precision ?? .second) < .minute || isNamed,
            let title = node.attribute("title"),
            let time = DateCell.time(title.string, isNamed: true, context: context),
            found.map({ $0.precision <= time.precision }) ?? true
        {
            return time
        }
        return found
    }

    /// The first text that stands directly in an element and is a date.
    private static func ownText(_ node: Node) -> String? {
        var at = node.firstChild
        while let child = at {
            if child.isText, DateCell.mayBe(child.content.bytes), DateCell.isDate(child.content.bytes) {
                return TextBuilder.collapsed(child.content.bytes)
            }
            at = child.next
        }
        return nil
    }

    /// Seconds or milliseconds since 1970.
    private static func epoch(_ value: CText) -> StatedTime? {
        let bytes = value.bytes
        guard bytes.count == 10 || bytes.count == 13, bytes.allSatisfy(\.isASCIIDigit),
            let number = Int64(value.string)
        else { return nil }
        return StatedTime(Instant(seconds: bytes.count == 13 ? number / 1000 : number))
    }

    /// Whether a date is of something else than the writing: when its author joined, stayed, bought.
    static func isOtherDate(_ node: Node) -> Bool {
        var text = node.shortText(limit: 60)
        if let before = node.previousElement { text += " " + before.shortText(limit: 30) }
        if let names = node.attribute("class") { text += " " + names.string }
        if let names = node.parent?.attribute("class") { text += " " + names.string }
        return otherDates.isFound(in: lowered(text.utf8))
    }

    private static let otherDates = Phrases([
        "joined", "member since", "registered", "registration", "last edited", "edited", "last seen",
        "stayed",
        "date of stay", "date of visit", "date of experience", "visited", "travelled", "traveled", "purchase",
        "updated", "modified", "dołączył", "rejestr", "na forum od", "edytowan", "data zakupu", "зарегистр",
        "регистрац", "на сайте с", "редактир", "изменен", "дата посещения", "registriert", "dabei seit",
        "mitglied seit", "bearbeitet", "reisezeit", "inscrit", "membre depuis", "modifié", "miembro desde",
        "registrado", "editado", "iscritto", "modificato", "lid sinds", "geregistreerd", "registrace",
        "join-date", "katılım", "kayıt", "üyelik", "dołącz", "beigetreten", "реєстр", "lid geworden",
        "liittynyt", "medlem siden", "medlem sedan", "csatlakoz", "regisztr", "înscris", "membru din",
        "registrován", "registrovaný", "užsiregistr", "регистриран",
    ])

    /// How much a text looks like a person's name or nickname: 0 to 1.
    static func likeness(toName name: String) -> Double {
        var words = 0
        var capitals = 0
        var digits = 0
        var letters = 0
        var isStart = true
        for scalar in name.unicodeScalars {
            if scalar == " " || scalar == "\n" {
                isStart = true
                continue
            }
            let isASCII = scalar.isASCII
            let isLetter =
                isASCII
                ? UInt8(truncatingIfNeeded: scalar.value).isASCIILetter : scalar.properties.isAlphabetic
            if isStart {
                words += 1
                if isLetter, isASCII ? scalar.value < 0x61 : scalar.properties.isUppercase { capitals += 1 }
            }
            isStart = false
            if isLetter { letters += 1 }
            if scalar.value >= 0x30, scalar.value <= 0x39 { digits += 1 }
        }
        guard letters > 0, words > 0 else { return 0 }
        var value = words <= 3 ? 0.8 : words <= 5 ? 0.5 : 0.1
        value += 0.2 * Double(capitals) / Double(words)
        if words > 1, digits > 0 { value -= 0.3 }
        if digits > letters { value -= 0.3 }
        if let last = name.unicodeScalars.last, last == "!" || last == "?" || (last == "." && words > 3) {
            value -= 0.5
        }
        return max(0, value)
    }

    /// Whether a link leads to a person.
    static func isProfile(_ link: Node) -> Bool {
        if let rel = link.attribute("rel"),
            rel.contains("author") || rel.contains("nofollow") && rel.contains("external")
        {
            return true
        }
        guard let href = link.attribute("href") else { return false }
        return href.contains("user") || href.contains("profil") || href.contains("member")
            || href.contains("author")
            || href.contains("account") || href.contains("people/") || href.contains("/u/")
            || href.contains("/id/")
            || href.contains("uzytkownik") || href.contains("nutzer") || href.contains("autor")
    }

    /// Whether a text, but for its last words, is how another begins.
    static func isBeginning(_ part: String, of whole: String) -> Bool {
        let short = part.utf8.filter { !$0.isASCIISpace }
        var shared = 0
        for (a, b) in zip(short, whole.utf8.lazy.filter { !$0.isASCIISpace }) {
            guard a == b else { break }
            shared += 1
        }
        return shared >= 15 && (shared * 10 >= short.count * 9 || shared + 40 >= short.count && shared >= 60)
    }
}
