/// Reads records out of a JSON answer by a rule of JSONPaths: `each` from the top, fields from each.
import Complaints

struct JSONRuleReader {
    private let rule: Rule
    private let context: ReadingContext
    private let each: [JSONPath]
    private let fields: [String: [JSONPath]]
    /// What fields written as maps make of their texts.
    private let readers: [String: FieldReader]
    private let rating: RatingReader?

    init(_ rule: Rule, context: ReadingContext) throws(ReadingFailure) {
        self.rule = rule
        self.context = context
        each = try Self.paths("each", rule.each)
        var fields: [String: [JSONPath]] = [:]
        for (name, selector) in [
            ("id", rule.id?.at), ("url", rule.url?.at), ("author", rule.author?.at),
            ("published", rule.published?.at),
            ("rating", rule.rating?.at), ("title", rule.title?.at), ("text", rule.text?.at),
            ("next", rule.next),
            ("count", rule.count),
            ("reply each", rule.reply?.each), ("reply author", rule.reply?.author?.at),
            ("reply published", rule.reply?.published?.at), ("reply text", rule.reply?.text?.at),
        ] {
            if let selector { fields[name] = try Self.paths(name, selector) }
        }
        self.fields = fields
        var readers: [String: FieldReader] = [:]
        for (name, field) in rule.fields where field != Rule.Field(field.at) {
            do throws(SelectorFault) { readers[name] = try FieldReader(json: field) } catch {
                throw .faultySelector(field: name, selector: field.at, fault: error.sentence)
            }
        }
        self.readers = readers
        rating = try rule.rating.map { (rating) throws(ReadingFailure) in
            do throws(SelectorFault) { return try RatingReader(json: rating) } catch {
                throw .faultySelector(field: "rating", selector: rating.at, fault: error.sentence)
            }
        }
    }

    private static func paths(_ field: String, _ selector: String) throws(ReadingFailure) -> [JSONPath] {
        var paths: [JSONPath] = []
        for choice in pathChoices(selector) { paths.append(try path(field, choice)) }
        return paths
    }

    /// `$.a.b`, `@.a.b`, or plain `a.b`.
    private static func path(_ field: String, _ selector: String) throws(ReadingFailure) -> JSONPath {
        let text: String
        if selector.hasPrefix("$") {
            text = selector
        } else if selector.hasPrefix("@") {
            let rest = selector.dropFirst()
            text = rest.first == "." || rest.first == "[" || rest.isEmpty ? "$" + rest : "$." + rest
        } else {
            text = selector.hasPrefix("[") ? "$" + selector : "$." + selector
        }
        do throws(SelectorFault) { return try JSONPath(text) } catch {
            throw .faultySelector(field: field, selector: selector, fault: error.sentence)
        }
    }

    func records(in root: JSONValue) -> [Record] {
        for path in each {
            let found = path.values(in: root)
            if !found.isEmpty { return found.lazy.flatMap(Self.items).prefix(5000).compactMap { record($0) } }
        }
        return []
    }

    /// `$.reviews` means what is in the list.
    private static func items(_ value: JSONValue) -> [JSONValue] {
        if case .array(let values) = value, values.contains(where: \.isObject) { return values }
        return [value]
    }

    func next(in root: JSONValue) -> String? { text("next", in: root).flatMap(context.links.absolute) }

    func count(in root: JSONValue) -> Int? { text("count", in: root).flatMap(statedCount) }

    /// Every text that a selector of the source finds in an answer; nulls are none.
    static func texts(
        _ field: String, _ selector: String, in root: JSONValue
    ) throws(ReadingFailure) -> [String] {
        for path in try paths(field, selector) {
            let found = path.values(in: root).compactMap {
                $0 == .null ? nil : $0.scalarText.flatMap(nonEmpty)
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    private func record(_ item: JSONValue) -> Record? {
        var record = Record(text: "", via: .json)
        record.id = text("id", in: item)
        record.url = text("url", in: item).flatMap(context.links.absolute)
        record.author = name("author", in: item)
        record.published = text("published", in: item).flatMap { time($0, "published") }
        record.rating = text("rating", in: item).flatMap { rating?.rating($0) }
        record.title = text("title", in: item).map { plainText(markup: $0) }
        record.text = text("text", in: item).map { plainText(markup: $0) } ?? ""
        if fields["reply each"] != nil, let answer = values("reply each", in: item).first {
            let body = fields["reply text"] == nil ? answer.scalarText : text("reply text", in: answer)
            if let body, let plain = nonEmpty(plainText(markup: body)) {
                record.reply = Reply(
                    author: name("reply author", in: answer),
                    published: text("reply published", in: answer).flatMap {
                        time($0, "reply published")
                    }, text: plain)
            }
        }
        let isEmpty = record.text.isEmpty && record.title == nil && record.rating == nil
        return isEmpty ? nil : record
    }

    private func values(_ field: String, in item: JSONValue) -> [JSONValue] {
        for path in fields[field] ?? [] {
            let found = path.values(in: item).filter { $0 != .null }
            if !found.isEmpty { return found }
        }
        return []
    }

    private func text(_ field: String, in item: JSONValue) -> String? {
        guard let reader = readers[field] else {
            return values(field, in: item).lazy.compactMap(\.scalarText).compactMap(nonEmpty).first
        }
        for path in fields[field] ?? [] {
            let found = path.values(in: item).compactMap {
                $0 == .null ? nil : $0.scalarText.flatMap(nonEmpty)
            }
            if let text = reader.text(of: found) { return text }
        }
        return nil
    }

    /// Many interfaces escape names as they do texts: `Zo&#235;`.
    private func name(_ field: String, in item: JSONValue) -> String? {
        text(field, in: item).flatMap { nonEmpty(oneLine(plainText(markup: $0))) }
    }

    /// Dates as text, or the time since 1970 as a number.
    private func time(_ text: String, _ field: String) -> StatedTime? {
        if let shape = readers[field]?.shape, shape.format != nil || shape.order != nil {
            return shape.time(text, context)
        }
        return ShapedObject.time(.string(text), context)
    }
}
