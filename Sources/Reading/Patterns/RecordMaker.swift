/// Makes the records of a list from the columns that were chosen, each block by itself: what a block lacks
/// in its column is looked for in the rest of it.
import CXML2
import Complaints

struct RecordMaker {
    let table: RecordTable
    let choice: FieldChoice
    let context: ReadingContext
    /// The first element of each field in each record.
    private let dates, authors, ratings, titles: [Int: Int]
    private let containers: [Int: [Int]]
    /// The elements of the column of marks in the first records.
    private let marks: [Node]
    private let textPieces: Set<Int>

    /// The elements of one record.
    struct Parts {
        var index: Int
        var top: Int
        var end: Int
        var date: Int?
        var author: Int?
        var rating: Int?
        var title: Int?
        var container: [Int]
        var reply: Int?
    }

    init(table: RecordTable, choice: FieldChoice, context: ReadingContext) {
        self.table = table
        self.choice = choice
        self.context = context
        func first(_ column: Int?) -> [Int: Int] {
            guard let column else { return [:] }
            return Dictionary(
                table.columns[column].spots.map { ($0.record, $0.element) }, uniquingKeysWith: { a, _ in a })
        }
        dates = first(choice.date)
        authors = first(choice.author)
        ratings = first(choice.rating)
        titles = first(choice.title)
        marks =
            choice.rating.map { column in
                table.firstSpots(column, records: FieldChoice.sample).map {
                    table.outline.elements[$0.element].node
                }
            } ?? []
        var containers: [Int: [Int]] = [:]
        if let column = choice.container {
            for spot in table.columns[column].spots {
                containers[spot.record, default: []].append(spot.element)
            }
        }
        self.containers = containers
        textPieces = Set(choice.text.map { table.columns[$0].spots.map(\.element) } ?? [])
    }

    func parts(of index: Int) -> Parts {
        let top = table.list.tops[index]
        var parts = Parts(
            index: index, top: top, end: table.list.ends[index], date: dates[index], author: authors[index],
            rating: ratings[index], title: titles[index], container: containers[index] ?? [])
        parts.container = withSiblings(parts)
        if parts.container.isEmpty { parts.container = fullest(parts).map { [$0] } ?? [] }
        if parts.date == nil {
            parts.date = firstElement(of: parts) { $0.hasDate && !FieldValues.isOtherDate($0.node) }
        }
        parts.reply = ReplyFinder.reply(of: parts, in: self)
        return parts
    }

    /// Calls for each element of a record, without the records inside of it.
    func forEach(_ parts: Parts, _ body: (Int, PageOutline.Element) -> Bool) {
        var i = parts.top
        while i < parts.end {
            let element = table.outline.elements[i]
            if i != parts.top, !table.list.isOfRows, table.tops.contains(element.node) {
                i = Int(element.end)
                continue
            }
            if !body(i, element) { return }
            i += 1
        }
    }

    private func firstElement(of parts: Parts, where test: (PageOutline.Element) -> Bool) -> Int? {
        var found: Int?
        forEach(parts) { i, element in
            guard !parts.container.contains(where: { table.isIn(i, $0) && $0 != parts.top }) else {
                return true
            }
            if test(element) { found = i }
            return found == nil
        }
        return found
    }

    /// Paragraphs and lists that stand beside the text's paragraphs in the record are text too.
    private func withSiblings(_ parts: Parts) -> [Int] {
        guard let first = parts.container.first, first != parts.top, let column = choice.container,
            table.columns[column].tag == .paragraph || table.columns[column].tag == .list
        else { return parts.container }
        let parent = table.outline.elements[first].parent
        var all: [Int] = []
        forEach(parts) { i, element in
            if element.parent == parent, element.tag == .paragraph || element.tag == .list,
                element.prose >= 2, element.hints.isDisjoint(with: [.control, .form, .reply]),
                ![parts.date, parts.author, parts.title].contains(where: {
                    $0.map { table.isIn($0, i) } ?? false
                })
            {
                all.append(i)
            }
            return true
        }
        return all.isEmpty ? parts.container : all
    }

    private func fullest(_ parts: Parts) -> Int? {
        var best: (Int32, Int)?
        forEach(parts) { i, element in
            let letters = table.direct[i]
            if letters >= 8, letters > best?.0 ?? 0, i != parts.author, i != parts.date, i != parts.title,
                element.hints.isDisjoint(with: [.control, .form])
            {
                best = (letters, i)
            }
            return true
        }
        return best?.1
    }

    func record(_ parts: Parts) -> Record {
        let outline = table.outline
        var record = Record(text: text(parts), via: .pattern)
        record.published = parts.date.flatMap { FieldValues.date(outline.elements[$0], context) }
        record.author = parts.author.flatMap { name($0) } ?? nameBesideDate(parts)
        record.rating = parts.rating.flatMap {
            RatingShape.rating(outline.elements[$0])
                ?? RatingShape.full(outline.elements[$0].node, like: marks)
        }
        if let rating = record.rating, !rating.isGiven { record.rating = nil }
        record.title = parts.title.flatMap { title($0) }
        if let reply = parts.reply { record.reply = ReplyFinder.made(reply, in: self) }
        return record
    }

    /// A title without the stars that stand in it.
    private func title(_ element: Int) -> String? {
        let text = RecordText.text([table.outline.elements[element].node], limit: 400) { node in
            node.attribute("class").map { NameHints(names: $0).contains(.rating) } ?? false
        }
        return nonEmpty(oneLine(text))
    }

    private func name(_ element: Int) -> String? {
        let name = cleanedName(FieldValues.label(element, in: table))
        guard !name.isEmpty, name.unicodeScalars.count <= 80 else { return nil }
        return name
    }

    /// `Anna, 12.03.2024`, `By Anna on 3 May`: the name that shares the date's text.
    private func nameBesideDate(_ parts: Parts) -> String? {
        if let avatar = avatarName(parts) { return avatar }
        guard choice.author == nil, let date = parts.date else { return nil }
        let text = oneLine(RecordText.text([table.outline.elements[date].node], limit: 120))
        let pieces = text.split { ",|·•–—-(".contains($0) }
        guard pieces.count >= 2 || startsAsName(text) else { return nil }
        var piece = String(pieces[0])
        if let on = piece.range(of: " on ") { piece = String(piece[..<on.lowerBound]) }
        let name = cleanedName(piece)
        guard name.unicodeScalars.count >= 2, name.unicodeScalars.count <= 40,
            FieldValues.likeness(toName: name) >= 0.8, !DateCell.isDate(name, isNamed: true),
            !name.utf8.contains(where: \.isASCIIDigit), !isDateWord(name)
        else { return nil }
        return name
    }

    /// `Updated`, `Published`: what a date is the date of.
    private func isDateWord(_ text: String) -> Bool {
        Self.dateWords.prefix(of: lowered(text.utf8)[...]) != nil
    }

    private static let dateWords = Phrases([
        "updated", "published", "posted", "modified", "last", "added", "created", "written", "reviewed",
        "date",
        "aktualiz", "opublik", "dodano", "опубл", "обновл", "добавлен", "дата", "veröff", "aktualis", "datum",
        "publi",
        "on ", "in ", "am ", "le ",
    ])

    /// The name that a picture of a person tells.
    private func avatarName(_ parts: Parts) -> String? {
        guard choice.author == nil else { return nil }
        var found: String?
        forEach(parts) { _, element in
            if element.tag == .image, element.hints.contains(.avatar), let alt = element.node.attribute("alt")
            {
                let name = cleanedName(alt.string)
                if FieldValues.likeness(toName: name) >= 0.8, !alt.contains("avatar"), !alt.contains("star") {
                    found = name
                }
            }
            return found == nil
        }
        return found
    }

    func text(_ parts: Parts) -> String {
        guard !parts.container.isEmpty else { return "" }
        var skipped: Set<Node> = []
        let fields = [parts.date, parts.author, parts.title, parts.rating, parts.reply].compactMap { $0 }
        for field in fields {
            // With the field goes what stands around it and holds no text.
            var at = field
            while let up = parent(of: at, within: parts), !parts.container.contains(up), !holdsText(up, parts)
            { at = up }
            if !textPieces.contains(at) || field == parts.reply {
                skipped.insert(table.outline.elements[at].node)
            }
        }
        for top in parts.container {
            var i = top + 1
            while i < Int(table.outline.elements[top].end) {
                let element = table.outline.elements[i]
                if table.tops.contains(element.node) || isChrome(i, element) {
                    skipped.insert(element.node)
                    i = Int(element.end)
                } else {
                    i += 1
                }
            }
        }
        let nodes = parts.container.map { table.outline.elements[$0].node }
        let text = RecordText.text(nodes) { skipped.contains($0) }
        guard nodes.count > 1, nodes.count <= 4 else { return text }
        // The beginning and the whole, both on the page.
        let texts = nodes.map { node in RecordText.text([node]) { skipped.contains($0) } }
        let whole = texts.indices.filter { i in
            !texts.indices.contains {
                $0 != i && texts[$0].utf8.count > texts[i].utf8.count
                    && FieldValues.isBeginning(texts[i], of: texts[$0])
            }
        }
        return whole.count == texts.count ? text : whole.map { texts[$0] }.joined(separator: "\n")
    }

    private func parent(of element: Int, within parts: Parts) -> Int? {
        let up = Int(table.outline.elements[element].parent)
        return up > parts.top ? up : nil
    }

    private func holdsText(_ element: Int, _ parts: Parts) -> Bool {
        var i = element
        while i < Int(table.outline.elements[element].end) {
            if textPieces.contains(i) { return true }
            i += 1
        }
        return false
    }

    private func isChrome(_ i: Int, _ element: PageOutline.Element) -> Bool {
        if table.columnOf[i] >= 0, choice.cutShort.contains(Int(table.columnOf[i])) { return true }
        if textPieces.contains(i) { return false }
        let letters = element.prose + element.linked
        if element.hints.contains(.form) { return true }
        if !element.hints.isDisjoint(with: [.control]), !element.hints.contains(.text), letters <= 30 {
            return true
        }
        if element.tag == .link, letters <= 20, element.endCell - element.firstCell == 1 {
            return BlockSigns.isReplyWord(element.node.shortText(limit: 24))
                || isMoreWord(element.node.shortText(limit: 24))
        }
        return false
    }

    private func isMoreWord(_ text: String) -> Bool {
        Self.moreWords.prefix(of: lowered(text.utf8)[...]) != nil
    }

    private static let moreWords = Phrases([
        "more", "read more", "show more", "less", "więcej", "czytaj", "ещё", "еще", "читать", "mehr",
        "weiterlesen",
        "lire la suite", "plus", "leer más", "más", "leggi", "lees meer", "více", "translate",
    ])
}
