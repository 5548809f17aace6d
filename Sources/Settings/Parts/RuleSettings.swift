/// How an inline rule or a site rule is written: a selector a field, or a map with what is made of its text.
import Complaints

extension Section {
    /// The rule that this map holds; nil, with faults, when its `each` is missing or a selector is bad.
    func rule() -> Rule? {
        demand("each", "a selector of one record, such as `article.review`, is wanted")
        let each = selector("each")
        let rule = Rule(
            each: each ?? "", id: field("id"), url: field("url"), author: field("author"),
            published: published(), rating: rating(), title: field("title"),
            text: field("text"), reply: reply(), next: selector("next"), count: selector("count"))
        if let each { checkLanguage(of: rule, each: each) }
        return each == nil ? nil : rule
    }

    /// Records found by JSONPath have fields of JSONPath, others have none.
    private func checkLanguage(of rule: Rule, each: String) {
        let isJSON = each.hasPrefix("$")
        var fields = rule.fields.filter { !$0.name.hasPrefix("reply") }.map { ($0.name, $0.field.at) }
        if let reply = rule.reply { fields.append(("reply", reply.each)) }
        for (key, selector) in fields {
            if isJSON, !selector.hasPrefix("$"), !selector.hasPrefix("@") {
                fault(
                    key,
                    "`\(key)` is `\(selector)`, but `each` is JSONPath; a path such as `$.\(key)` is wanted")
            } else if !isJSON, selector.hasPrefix("$") {
                fault(key, "`\(key)` is `\(selector)`, JSONPath, but `each` is not; CSS or XPath is wanted")
            }
        }
    }

    /// A selector, checked.
    func selector(_ key: String) -> String? {
        guard let text = scalar(key, wanted: "a CSS, XPath or JSONPath selector") else { return nil }
        guard let wrong = document.findings.selectorFault(text) else { return text }
        fault(key, "`\(key)` is `\(text)`, not a selector: \(wrong)")
        return nil
    }

    private func field(_ key: String) -> Rule.Field? {
        guard let node = node(key) else { return nil }
        guard case .map = node.value else { return selector(key).map { Rule.Field($0) } }
        guard let map = Section(node, .field, in: document) else { return nil }
        let kind: Rule.Kind? = map.choice("as")
        if kind == .date {
            map.fault(
                "as", "`\(key)` is `as: date`; only `published` is a date; text, line or number is wanted")
        }
        return map.field(as: kind)
    }

    private func published() -> Rule.Field? {
        guard let node = node("published") else { return nil }
        guard case .map = node.value else { return selector("published").map { Rule.Field($0) } }
        guard let map = Section(node, .published, in: document) else { return nil }
        let kind: Rule.Kind? = map.choice("as")
        if let kind, kind != .date {
            map.fault("as", "`published` is `as: \(kind.rawValue)`; it is a date, and needs no `as`")
        }
        let order: Rule.Order? = map.choice("order")
        let wanted = "a pattern such as dd.MM.yy HH:mm, or seconds or milliseconds"
        let format = map.scalar("format", wanted: wanted)
        if let format, DatePattern(format) == nil {
            map.fault(
                "format", "`format` is `\(format)`; \(wanted) is wanted, with yyyy or yy, MM and dd in it")
        }
        return map.field(as: kind).map {
            var field = $0
            field.order = order
            field.format = format
            return field
        }
    }

    /// The map of one field, with the keys that all fields have.
    private func field(as kind: Rule.Kind?) -> Rule.Field? {
        demand("at", "the selector of its text is wanted")
        var join: String?
        // Not without the spaces around it: they are what stands between two texts.
        if has("join"), let node = node("join") {
            if case .scalar(let text, _) = node.value {
                join = text
            } else {
                fault(
                    "join", "`join` is \(node.kind); what stands between two texts is wanted, such as \", \"")
            }
        }
        let match = pattern("match")
        return selector("at").map { Rule.Field($0, match: match, join: join, as: kind) }
    }

    /// A regular expression, checked.
    private func pattern(_ key: String) -> String? {
        guard let text = scalar(key, wanted: "a regular expression") else { return nil }
        guard let wrong = patternFault(text) else { return text }
        fault(key, "`\(key)` is `\(text)`, \(wrong)")
        return nil
    }

    private func rating() -> Rule.RatingRule? {
        guard let node = node("rating") else { return nil }
        guard case .map = node.value else { return selector("rating").map { Rule.RatingRule(at: $0) } }
        guard let map = Section(node, .rating, in: document) else { return nil }
        map.demand("at", "a selector of the mark, such as `.stars@data-value`, is wanted")
        let best = map.number("best")
        let worst = map.number("worst")
        if let best, best == worst {
            map.fault("worst", "`worst` and `best` are both \(best); a scale has two ends")
        }
        let example = map.scalar("as", wanted: "an example of a mark, such as 4 z 5")
        if let example, !example.contains(where: { $0.isNumber }) {
            map.fault("as", "`as` is `\(example)`, without a number; an example such as 4 z 5 is wanted")
        }
        let match = map.pattern("match")
        let reversed = map.fact("reversed") ?? false
        return map.selector("at").map {
            Rule.RatingRule(at: $0, match: match, as: example, best: best, worst: worst, reversed: reversed)
        }
    }

    private func reply() -> Rule.ReplyRule? {
        guard let node = node("reply"), let map = Section(node, .reply, in: document) else { return nil }
        map.demand("each", "a selector of the company's reply, such as `.owner-reply`, is wanted")
        let author = map.field("author")
        let published = map.published()
        let text = map.field("text")
        return map.selector("each").map {
            Rule.ReplyRule(each: $0, author: author, published: published, text: text)
        }
    }
}
