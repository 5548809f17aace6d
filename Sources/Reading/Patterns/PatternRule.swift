/// A rule that reads what a pattern found: the list's and the columns' selectors, each as short as tells
/// its elements from the others of a record.
import CXML2
import Complaints

struct PatternRule {
    /// nil where the records are made of rows, or share nothing that a selector can say.
    let rule: Rule?

    init(_ list: JudgedList) {
        guard let each = Self.each(list) else {
            rule = nil
            return
        }
        let table = list.table
        let choice = list.choice
        func selector(_ column: Int?) -> String? {
            column.map { Self.selector($0, in: table) }
        }
        let published = choice.date.map { Self.dateSelector($0, in: table) }
        var made = Rule(each: each)
        if let author = selector(choice.author) { made.author = Rule.Field(author) }
        if let published { made.published = Rule.Field(published) }
        if let title = selector(choice.title) { made.title = Rule.Field(title) }
        if let text = selector(choice.container) { made.text = Rule.Field(text) }
        if let column = choice.rating { made.rating = Self.rating(column, in: table) }
        if Self.hasOwnIDs(table) { made.id = "@id" }
        rule = made
    }

    private static func each(_ list: JudgedList) -> String? {
        let table = list.table
        guard !table.list.isOfRows else { return nil }
        if let selector = table.list.key.selector { return selector }
        let elements = table.outline.elements
        let parents = Set(table.list.tops.map { elements[$0].parent })
        guard parents.count == 1, let parent = parents.first, parent >= 0 else { return nil }
        let around = elements[Int(parent)].node
        let tag = table.list.key.tag
        if let id = around.string("id"), !id.utf8.contains(where: \.isASCIIDigit) {
            return "#\(cssEscaped(id)) > \(tag)"
        }
        guard let name = RecordTable.stableClass(around) else { return nil }
        return ".\(cssEscaped(String(decoding: name, as: UTF8.self))) > \(tag)"
    }

    private static func piece(_ node: Node) -> String {
        guard let name = RecordTable.stableClass(node) else { return node.name.string }
        return "\(node.name.string).\(cssEscaped(String(decoding: name, as: UTF8.self)))"
    }

    /// The element's own tag and class where no element before it in its record has the same; else with
    /// those around it.
    static func selector(_ column: Int, in table: RecordTable) -> String {
        let spots = table.firstSpots(column, records: 10)
        guard let first = spots.first else { return "*" }
        if table.columns[column].parent < 0 { return ":scope" }
        let node = table.outline.elements[first.element].node
        var path = piece(node)
        if table.isByPlace, !spots.allSatisfy({ isFirst($0, path: path, in: table) }) {
            let own = node.attribute("class")?.bytes.split(whereSeparator: \.isASCIISpace).first
            path +=
                own.map { "." + cssEscaped(String(decoding: $0, as: UTF8.self)) }
                ?? ":nth-of-type(\(RecordTable.number(of: node)))"
        }
        var around = first.element
        for _ in 0..<4 {
            let isUnique = spots.allSatisfy { isFirst($0, path: path, in: table) }
            if isUnique { return path }
            around = Int(table.outline.elements[around].parent)
            guard around > table.list.tops[first.record] else { return ":scope > " + path }
            path = piece(table.outline.elements[around].node) + " > " + path
        }
        return path
    }

    private static func isFirst(_ spot: RecordTable.Spot, path: String, in table: RecordTable) -> Bool {
        guard let selector = try? FieldSelector(path) else { return false }
        let top = table.outline.elements[table.list.tops[spot.record]].node
        return selector.nodes(in: top, limit: 1).first == table.outline.elements[spot.element].node
    }

    private static func dateSelector(_ column: Int, in table: RecordTable) -> String {
        let path = selector(column, in: table)
        let node = table.outline.elements[table.columns[column].spots[0].element].node
        if node.name == "time" || node.attribute("datetime") == nil { return path }
        return path + "@datetime"
    }

    private static func rating(_ column: Int, in table: RecordTable) -> Rule.RatingRule {
        let path = selector(column, in: table)
        let node = table.outline.elements[table.columns[column].spots[0].element].node
        let best = RatingShape.rating(table.outline.elements[table.columns[column].spots[0].element])?.best
        for name: StaticString in [
            "aria-label", "alt", "title", "data-rating", "data-score", "data-value", "style",
        ] {
            guard let value = node.attribute(name) else { continue }
            let text = value.string
            if name == "style" ? text.contains("width") : RatingShape.spoken(text, isNamed: true) != nil {
                return Rule.RatingRule(at: "\(path)@\(name)", best: best)
            }
        }
        return Rule.RatingRule(at: path, best: best)
    }

    private static func hasOwnIDs(_ table: RecordTable) -> Bool {
        let ids = table.list.tops.prefix(50).compactMap { table.outline.elements[$0].node.string("id") }
        return !ids.isEmpty && ids.count == min(50, table.count) && Set(ids).count == ids.count
    }
}

extension StaticString {
    fileprivate static func == (a: StaticString, b: String) -> Bool { a.description == b }
}
