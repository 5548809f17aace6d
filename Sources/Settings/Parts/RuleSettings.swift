/// How an inline rule or a site rule is written: a selector a field.
import Complaints

extension Section {
    /// The rule that this map holds; nil, with faults, when its `each` is missing or a selector is bad.
    func rule() -> Rule? {
        demand("each", "a selector of one record, such as `article.review`, is wanted")
        let each = selector("each")
        let rule = Rule(
            each: each ?? "", id: selector("id"), url: selector("url"), author: selector("author"),
            published: selector("published"), rating: rating(), title: selector("title"),
            text: selector("text"), reply: reply(), next: selector("next"))
        if let each { checkLanguage(of: rule, each: each) }
        return each == nil ? nil : rule
    }

    /// Records found by JSONPath have fields of JSONPath, others have none.
    private func checkLanguage(of rule: Rule, each: String) {
        let isJSON = each.hasPrefix("$")
        let fields = [
            ("id", rule.id), ("url", rule.url), ("author", rule.author), ("published", rule.published),
            ("rating", rule.rating?.at), ("title", rule.title), ("text", rule.text),
            ("reply", rule.reply?.each),
        ]
        for (key, selector) in fields {
            guard let selector else { continue }
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
        return map.selector("at").map { Rule.RatingRule(at: $0, best: best, worst: worst) }
    }

    private func reply() -> Rule.ReplyRule? {
        guard let node = node("reply"), let map = Section(node, .reply, in: document) else { return nil }
        map.demand("each", "a selector of the company's reply, such as `.owner-reply`, is wanted")
        let author = map.selector("author")
        let published = map.selector("published")
        let text = map.selector("text")
        return map.selector("each").map {
            Rule.ReplyRule(each: $0, author: author, published: published, text: text)
        }
    }
}
