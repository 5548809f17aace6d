/// Which column of a list is the date, the author, the mark, the title and the text.
import Complaints

struct FieldChoice {
    var date: Int?
    var author: Int?
    var rating: Int?
    var title: Int?
    /// The column of the text's parts, and the column of the element that holds the whole text.
    var text: Int?
    var container: Int?
    /// Columns of which the text is another's, cut short.
    var cutShort: Set<Int> = []
    /// How sure the author is: 0 to 1.
    var authorTrust = 0.0

    /// Records from which columns are learnt.
    static let sample = 14
}

/// Chooses the fields of one table.
struct FieldChooser {
    let table: RecordTable
    let context: ReadingContext
    private(set) var choice = FieldChoice()
    private let records: Int
    private var labels: [Int: String] = [:]

    init(_ table: RecordTable, context: ReadingContext) {
        self.table = table
        self.context = context
        records = min(table.count, FieldChoice.sample)
        choice.date = dateColumn()
        choice.text = textColumn()
        choice.author = authorColumn()
        choice.title = titleColumn()
        choice.rating = ratingColumn()
        choice.container = containerColumn()
        choice.cutShort = cutShortColumns()
    }

    // MARK: Date

    private func dateColumn() -> Int? {
        var best: (Double, Int)?
        for (i, column) in table.columns.enumerated() {
            let element = table.outline.elements[column.spots[0].element]
            let isNamed = column.hints.contains(.date) || column.tag == .time
            guard
                isNamed || element.hasDate || (column.tag != .control && hasTitle(element.node))
                    || anyDate(column)
            else { continue }
            let spots = table.firstSpots(i, records: records)
            var dated = 0
            var other = 0
            var ahead = 0
            var exact = 0
            var looked = 0
            for spot in spots {
                guard let time = FieldValues.date(spot.element, in: table, context) else { continue }
                dated += 1
                if time.instant.milliseconds > context.now.milliseconds + 172_800_000 { ahead += 1 }
                if time.precision >= .minute { exact += 1 }
                looked += 1
                if looked <= 4, FieldValues.isOtherDate(table.outline.elements[spot.element].node) {
                    other += 1
                }
            }
            guard dated * 10 >= records * 3 else { continue }
            let share = Double(dated) / Double(records)
            var score = share - 0.6 * (Double(other) / Double(min(4, dated)) + Double(ahead) / Double(dated))
            if isNamed { score += 0.3 }
            if column.tag == .time { score += 0.1 }
            if exact * 2 > dated { score += 0.1 }
            if column.isAnswer { score -= 0.6 }
            if column.spots.count > column.records * 3 / 2 { score -= 0.2 }
            score -= 0.001 * Double(i)
            if score > 0.25, score > best?.0 ?? 0 { best = (score, i) }
        }
        return best?.1
    }

    private func hasTitle(_ node: Node) -> Bool {
        node.attribute("title") != nil || node.attribute("data-time") != nil
            || node.attribute("data-timestamp") != nil || node.attribute("data-date") != nil
    }

    private func anyDate(_ column: RecordTable.Column) -> Bool {
        column.spots.prefix(20).contains { table.outline.elements[$0.element].hasDate }
    }

    // MARK: Text

    private func textColumn() -> Int? {
        var best: (Double, Int)?
        for (i, column) in table.columns.enumerated() where column.direct > 0 {
            if i == choice.date, column.direct < 40 * column.records { continue }
            var score = Double(column.direct)
            if column.hints.contains(.text) { score *= 1.3 }
            if column.isAnswer { score *= 0.25 }
            if !column.hints.isDisjoint(with: [.control, .fact, .date, .title]), !column.hints.contains(.text)
            {
                score *= 0.6
            }
            if column.tag == .heading || column.tag == .cite { score *= 0.5 }
            if score > best?.0 ?? 0, !isConstant(i) { best = (score, i) }
        }
        return best?.1
    }

    /// Whether a column says the same in nearly all records.
    private func isConstant(_ i: Int) -> Bool {
        let spots = table.firstSpots(i, records: records)
        guard spots.count >= 3 else { return false }
        var seen: Set<String> = []
        for spot in spots { seen.insert(FieldValues.label(spot.element, in: table)) }
        return seen.count * 3 <= spots.count
    }

    // MARK: Author

    private mutating func authorColumn() -> Int? {
        var best: (score: Double, column: Int)?
        for (i, column) in table.columns.enumerated() {
            guard i != choice.date, i != choice.text, column.records * 2 >= table.count || table.count == 1,
                !column.isAnswer, column.tag != .control, column.tag != .time
            else { continue }
            if let text = choice.text, table.isColumn(text, in: i) || isInText(i, text) { continue }
            let first = table.outline.elements[column.spots[0].element]
            guard first.endCell - first.firstCell <= 12, table.prose[column.spots[0].element] <= 90 else {
                continue
            }
            guard let score = authorScore(i, column), score > best?.score ?? 0.8 else { continue }
            best = (score, i)
        }
        choice.authorTrust = best.map { min(1, $0.score / 3) } ?? 0
        return best?.column
    }

    private func isInText(_ i: Int, _ text: Int) -> Bool {
        table.columns[text].parent > 0 && table.columns[text].direct > 60 * table.columns[text].records
            && table.columns[text].parent != 0 && table.isColumn(i, in: text)
    }

    private func authorScore(_ i: Int, _ column: RecordTable.Column) -> Double? {
        let spots = table.firstSpots(i, records: records)
        var seen: Set<String> = []
        var names = 0
        var leads = 0
        var linked = 0
        var likeName = 0.0
        for spot in spots {
            let label = FieldValues.label(spot.element, in: table)
            let name = cleanedName(label)
            guard !name.isEmpty, name.unicodeScalars.count <= 50, !DateCell.isDate(name, isNamed: false)
            else {
                continue
            }
            names += 1
            seen.insert(name)
            if startsAsName(label) { leads += 1 }
            likeName += FieldValues.likeness(toName: name)
            let element = table.outline.elements[spot.element]
            if element.link >= 0, FieldValues.isProfile(table.outline.elements[Int(element.link)].node) {
                linked += 1
            } else if let inner = element.node.firstElement, inner.name == "a", FieldValues.isProfile(inner) {
                linked += 1
            }
        }
        guard names * 2 > records, names > 0 else { return nil }
        let share = Double(names) / Double(records)
        let mean = likeName / Double(names)
        guard mean > 0.35 else { return nil }
        if spots.count >= 4, seen.count == 1 { return nil }
        var score = 0.0
        if column.hints.contains(.author) { score += 1.6 }
        if !column.hints.isDisjoint(with: [.fact, .control]), !column.hints.contains(.author) {
            score -= 0.8
        }
        if column.hints.contains(.fact), column.hints.contains(.author) { score -= 0.7 }
        if !column.hints.isDisjoint(with: [.title, .text, .date, .rating]), !column.hints.contains(.author) {
            score -= 0.6
        }
        if inherited(column, .author) { score += 0.5 }
        if leads * 2 > names { score += 1.2 }
        if linked * 2 > names { score += 0.9 }
        switch column.tag {
        case .cite: score += 0.9
        case .emphasis: score += 0.5
        case .heading: score += 0.3
        case .image: score -= 1
        default: break
        }
        if let date = choice.date, column.parent == table.columns[date].parent { score += 0.2 }
        if isBesideDate(i) { score += 0.3 }
        if column.direct > 0 || column.tag == .link { score += 0.25 }
        score += mean * 0.6 + 0.4 * Double(seen.count) / Double(max(1, names)) - 0.005 * Double(i)
        return score * share
    }

    private func inherited(_ column: RecordTable.Column, _ hint: NameHints) -> Bool {
        var at = column.parent
        var steps = 0
        while at > 0, steps < 3 {
            if table.columns[at].hints.contains(hint) { return true }
            at = table.columns[at].parent
            steps += 1
        }
        return false
    }

    /// Whether at most one other text stands between this column and the date.
    private func isBesideDate(_ i: Int) -> Bool {
        guard let date = choice.date else { return false }
        let mine = table.outline.elements[table.columns[i].spots[0].element]
        let theirs = table.outline.elements[table.columns[date].spots[0].element]
        let gap =
            theirs.firstCell >= mine.endCell
            ? theirs.firstCell - mine.endCell : mine.firstCell - theirs.endCell
        return gap >= 0 && gap <= 1
    }

    // MARK: Title

    private func titleColumn() -> Int? {
        guard let text = choice.text else { return nil }
        var best: (Double, Int)?
        let textAt = table.columns[text].spots[0]
        for (i, column) in table.columns.enumerated() {
            let isNamed = column.hints.contains(.title) && !column.hints.contains(.author)
            guard i > 0, i != choice.author, i != choice.date, i != text, isNamed || column.tag == .heading,
                column.records * 10 >= table.count * 4, !column.isAnswer, !table.isColumn(text, in: i),
                choice.author.map({ !table.isColumn($0, in: i) && !table.isColumn(i, in: $0) }) ?? true,
                choice.date.map({ !table.isColumn($0, in: i) && !table.isColumn(i, in: $0) }) ?? true
            else { continue }
            let spots = table.firstSpots(i, records: records)
            // A title stands before the text, and not in its paragraph.
            guard let own = spots.first(where: { $0.record == textAt.record }), own.element < textAt.element,
                !sharesParagraph(column, table.columns[text])
            else { continue }
            var seen: Set<String> = []
            var filled = 0
            for spot in spots {
                let label = FieldValues.label(spot.element, in: table)
                guard label.unicodeScalars.count >= 2, label.unicodeScalars.count <= 200,
                    !DateCell.isDate(label, isNamed: false)
                else { continue }
                filled += 1
                seen.insert(label)
            }
            guard filled * 10 >= records * 4, spots.count < 3 || seen.count * 2 > filled else { continue }
            var score = Double(filled) / Double(records)
            if column.tag == .heading { score += 0.4 }
            if isNamed { score += 0.4 }
            if column.hints.contains(.rating) { score -= 0.3 }
            if column.direct > 0 || column.tag == .link { score += 0.1 }
            if score > best?.0 ?? 0.6 { best = (score, i) }
        }
        return best?.1
    }

    private func sharesParagraph(_ a: RecordTable.Column, _ b: RecordTable.Column) -> Bool {
        a.parent == b.parent && a.parent >= 0 && table.columns[a.parent].tag == .paragraph
    }

    // MARK: Rating

    private func ratingColumn() -> Int? {
        var best: (Double, Int)?
        for (i, column) in table.columns.enumerated() {
            guard !column.isAnswer, i != choice.date, i != choice.text,
                RatingShape.mayBe(table.outline.elements[column.spots[0].element], column.hints)
                    || column.spots.prefix(12).contains(where: {
                        RatingShape.mayBe(table.outline.elements[$0.element], column.hints)
                    })
            else { continue }
            let spots = table.firstSpots(i, records: records)
            var rated = 0
            for spot in spots where RatingShape.rating(table.outline.elements[spot.element]) != nil {
                rated += 1
            }
            if rated > 0, rated < spots.count {
                let nodes = spots.map { table.outline.elements[$0.element].node }
                rated += nodes.filter { RatingShape.full($0, like: nodes) != nil }.count
            }
            // One of several in each record is a star, not a mark.
            guard rated > 0, rated * 2 >= spots.count, column.spots.count < column.records * 5 / 2 else {
                continue
            }
            var score = Double(rated) / Double(records)
            if column.spots.count > column.records { score -= 0.15 }
            if let author = choice.author, table.isColumn(i, in: author) { score -= 0.5 }
            score -= 0.002 * Double(i)
            if score > best?.0 ?? 0 { best = (score, i) }
        }
        return best?.1
    }

    // MARK: The whole text

    /// The highest element around the text that has no other field in it.
    private func containerColumn() -> Int? {
        guard let text = choice.text else { return nil }
        var at = text
        let others = [choice.date, choice.author, choice.title].compactMap { $0 }
        while table.columns[at].parent > 0 {
            let up = table.columns[at].parent
            if others.contains(where: { table.isColumn($0, in: up) }) { break }
            if table.columns[up].records < table.columns[at].records { break }
            // Elements that hold much else than text are not the text's own.
            if table.columns[up].hints.contains(.text) == false, table.columns[at].hints.contains(.text),
                table.columns[at].tag != .paragraph, table.columns[up].tag != .paragraph
            {
                break
            }
            at = up
        }
        return at
    }

    /// Where a site shows the beginning of a text beside the whole of it, the beginning's columns.
    private func cutShortColumns() -> Set<Int> {
        guard let container = choice.container else { return [] }
        let parts = table.columns.indices.filter {
            $0 != container && table.isColumn($0, in: container)
                && table.columns[$0].direct > 20 * table.columns[$0].records
                && table.columns[$0].records * 2 > table.count
        }
        guard parts.count >= 2, parts.count <= 8 else { return [] }
        var cut: Set<Int> = []
        for a in parts {
            for b in parts
            where a != b && !cut.contains(b) && !table.isColumn(a, in: b) && !table.isColumn(b, in: a) {
                let whole = Dictionary(
                    table.firstSpots(b, records: 12).map { ($0.record, $0.element) },
                    uniquingKeysWith: { a, _ in a })
                let spots = table.firstSpots(a, records: 12).filter { whole[$0.record] != nil }
                guard !spots.isEmpty else { continue }
                let same = spots.filter { spot in
                    let part = RecordText.text([table.outline.elements[spot.element].node])
                    let all = RecordText.text([table.outline.elements[whole[spot.record] ?? 0].node])
                    return FieldValues.isBeginning(part, of: all)
                }
                if same.count * 5 >= spots.count * 4 { cut.insert(a) }
            }
        }
        return cut
    }
}
