import Complaints

/// The filters of a search as conditions on a row of `mention` or of `timeline`.
struct SearchFilter {
    private(set) var condition = "1 = 1"
    private(set) var values: [any SQLBindable] = []
    var isNeeded: Bool { condition != "1 = 1" }

    /// - Parameter mentions: else entries of timelines.
    init(_ search: Search, mentions: Bool) {
        for (comparison, time) in [(">=", search.since), ("<", search.until)] {
            guard let time else { continue }
            let at = mentions ? "coalesce(mention.published, mention.first_seen)" : "timeline.at"
            add("\(at) \(comparison) ?", [time])
        }
        if mentions, search.scope == .cases { add("mention.\"case\" IS NOT NULL", []) }
        for filter in search.query.filters {
            let found = mentions ? Self.ofMention(filter) : Self.ofEntry(filter)
            // A mention without a case has no owner: it is not of another owner either, but is not his.
            add(
                filter.isExcluded ? "NOT coalesce(\(found.condition), FALSE)" : found.condition,
                [found.value])
        }
    }

    private mutating func add(_ condition: String, _ values: [any SQLBindable]) {
        self.condition += " AND (\(condition))"
        self.values += values
    }

    private typealias Part = (condition: String, value: any SQLBindable)

    private static func ofMention(_ filter: SearchQuery.Filter) -> Part {
        switch filter.what {
        case .case: ("mention.\"case\" = ?", Int64(filter.value) ?? 0)
        case .mention: ("mention.id = ?", Int64(filter.value) ?? 0)
        case .source, .subject, .topic, .language: like("mention.\(filter.what.rawValue)", filter.value)
        case .tag, .owner, .state: within(ofCase(filter), id: "mention.\"case\"")
        }
    }

    private static func ofEntry(_ filter: SearchQuery.Filter) -> Part {
        let id = "timeline.\"case\""
        switch filter.what {
        case .case: return ("\(id) = ?", Int64(filter.value) ?? 0)
        case .mention, .source, .language:
            let (condition, value) = ofMention(filter)
            return (
                "EXISTS (SELECT 1 FROM mention WHERE mention.\"case\" = \(id) AND \(condition))", value
            )
        case .subject, .topic, .tag, .owner, .state: return within(ofCase(filter), id: id)
        }
    }

    private static func ofCase(_ filter: SearchQuery.Filter) -> Part {
        guard filter.what == .tag else { return like("c.\(filter.what.rawValue)", filter.value) }
        let (condition, value) = like("tag.name", filter.value)
        return ("EXISTS (SELECT 1 FROM tag WHERE tag.\"case\" = c.id AND \(condition))", value)
    }

    private static func within(_ part: Part, id: String) -> Part {
        ("EXISTS (SELECT 1 FROM \"case\" c WHERE c.id = \(id) AND \(part.condition))", part.value)
    }

    /// In any case of the letters; a `*` at the end stands for anything.
    private static func like(_ column: String, _ value: String) -> Part {
        let isPrefix = value.hasSuffix("*")
        var pattern = ""
        for character in isPrefix ? value.dropLast() : value[...] {
            if "%_\\".contains(character) { pattern += "\\" }
            pattern.append(character)
        }
        return ("lower(\(column)) LIKE lower(?) ESCAPE '\\'", pattern + (isPrefix ? "%" : ""))
    }
}
