/// Reads records by an operator's rule: one selector a field, looked for inside each record.
import CXML2
import Complaints

struct RuleReader {
    private let rule: Rule
    private let context: ReadingContext
    private let each: FieldSelector
    private let id, url, author, published, rating, title, text: FieldSelector?
    private let reply:
        (each: FieldSelector, author: FieldSelector?, published: FieldSelector?, text: FieldSelector?)?

    init(_ rule: Rule, context: ReadingContext) throws(ReadingFailure) {
        self.rule = rule
        self.context = context
        each = try Self.parse("each", rule.each)
        id = try Self.parse("id", optional: rule.id)
        url = try Self.parse("url", optional: rule.url)
        author = try Self.parse("author", optional: rule.author)
        published = try Self.parse("published", optional: rule.published)
        rating = try Self.parse("rating", optional: rule.rating?.at)
        title = try Self.parse("title", optional: rule.title)
        text = try Self.parse("text", optional: rule.text)
        if let answer = rule.reply {
            reply = (
                try Self.parse("reply each", answer.each),
                try Self.parse("reply author", optional: answer.author),
                try Self.parse("reply published", optional: answer.published),
                try Self.parse("reply text", optional: answer.text)
            )
        } else {
            reply = nil
        }
    }

    private static func parse(
        _ field: String, optional selector: String?
    ) throws(ReadingFailure) -> FieldSelector? {
        guard let selector else { return nil }
        return try parse(field, selector)
    }

    private static func parse(_ field: String, _ selector: String) throws(ReadingFailure) -> FieldSelector {
        do throws(SelectorFault) { return try FieldSelector(selector) } catch {
            throw .faultySelector(field: field, selector: selector, fault: error.sentence)
        }
    }

    func records(in root: Node) -> [Record] {
        each.nodes(in: root, limit: 5000).compactMap { node in node.isElement ? record(node) : nil }
    }

    private func record(_ node: Node) -> Record? {
        var record = Record(text: "", via: .rule)
        record.id = id?.value(in: node)?.text
        record.url = url.flatMap { link($0, in: node) }
        record.author = author?.value(in: node).map { oneLine($0.text) }
        record.published = published.flatMap { date($0, in: node) }
        record.rating = rating.flatMap { mark($0, in: node) }
        record.title = title?.value(in: node).map { oneLine($0.text) }
        record.text = text?.value(in: node)?.text ?? ""
        if let reply { record.reply = answer(reply, in: node) }
        let isEmpty =
            record.text.isEmpty && record.title == nil && record.rating == nil
            && (record.author == nil || record.published == nil)
        return isEmpty ? nil : record
    }

    private func answer(
        _ rule: (
            each: FieldSelector, author: FieldSelector?, published: FieldSelector?, text: FieldSelector?
        ),
        in node: Node
    ) -> Reply? {
        guard let top = rule.each.nodes(in: node, limit: 1).first else { return nil }
        guard let text = rule.text.map({ $0.value(in: top)?.text }) ?? nonEmpty(top.plainText) else {
            return nil
        }
        return Reply(
            author: rule.author?.value(in: top)?.text,
            published: rule.published.flatMap { date($0, in: top) },
            text: text)
    }

    private func link(_ selector: FieldSelector, in node: Node) -> String? {
        guard let found = selector.value(in: node) else { return nil }
        // A selector of a link without `@href` means the link's address.
        if let href = found.node?.attribute("href"), !href.isEmpty,
            context.links.absolute(found.text) == nil || found.text != href.string
        {
            return context.links.absolute(href.string)
        }
        return context.links.absolute(found.text)
    }

    private func date(_ selector: FieldSelector, in node: Node) -> StatedTime? {
        guard let found = selector.value(in: node) else { return nil }
        if let element = found.node, element.name == "time", let stated = element.attribute("datetime"),
            let time = context.date(stated.string)
        {
            return time
        }
        return context.date(found.text)
    }

    /// A mark from an attribute or a text; else from what shows stars: a class, a width, a label, a count.
    private func mark(_ selector: FieldSelector, in node: Node) -> Rating? {
        let best = rule.rating?.best
        let worst = rule.rating?.worst
        if let found = selector.value(in: node) {
            if let rating = styleRating(found.text, best: best) ?? classRating(found, best: best)
                ?? parseRating(found.text, best: best, worst: worst)
            {
                var rating = rating
                rating.worst = rating.worst ?? worst
                return rating
            }
        }
        let nodes = selector.nodes(in: node, limit: 20)
        for element in nodes {
            for name: StaticString in [
                "data-rating", "data-value", "data-score", "content", "aria-label", "title", "alt",
            ] {
                if let value = element.attribute(name),
                    let rating = parseRating(value.string, best: best, worst: worst)
                {
                    return rating
                }
            }
            if let style = element.string("style"), let rating = styleRating(style, best: best) {
                return rating
            }
            if let names = element.string("class"), let value = numberInClass(names) {
                return scaled(value, best: best, worst: worst)
            }
        }
        if nodes.count > 1 { return Rating(value: Double(nodes.count), best: best, worst: worst) }
        guard let only = nodes.first else { return nil }
        return countedStars(below: only, best: best, worst: worst)
    }

    /// `width: 80%` of a row of stars.
    private func styleRating(_ text: String, best: Double?) -> Rating? {
        guard let range = text.range(of: "width"), let percent = decimal(String(text[range.upperBound...])),
            text[range.upperBound...].contains("%"), percent <= 100
        else { return nil }
        let best = best ?? 5
        return Rating(value: (percent / 100 * best * 100).rounded() / 100, best: best)
    }

    private func classRating(_ found: (text: String, node: Node?), best: Double?) -> Rating? {
        guard let names = found.node?.attribute("class"), names.string == found.text else { return nil }
        return numberInClass(found.text).map { scaled($0, best: best, worst: rule.rating?.worst) }
    }

    /// `stars-4`, `rating-45`, `star4-5`: the number in the class that speaks of stars.
    private func numberInClass(_ names: String) -> Double? {
        for name in names.split(separator: " ") {
            let lower = name.lowercased()
            guard
                lower.contains("star") || lower.contains("rat") || lower.contains("score")
                    || lower.contains("mark")
            else { continue }
            let digits = lower.split { !$0.isASCII || !$0.isNumber }
            guard let first = digits.last(where: { $0.count <= 2 }), let value = Double(first) else {
                continue
            }
            if digits.count == 2, digits[1] == "5", let whole = Double(digits[0]), whole < 5 {
                return whole + 0.5
            }
            return value
        }
        return nil
    }

    private func scaled(_ value: Double, best: Double?, worst: Double?) -> Rating {
        let best = best ?? 5
        let fits = value <= best ? value : value <= best * 10 ? value / 10 : value / 100 * best
        return Rating(value: fits, best: best, worst: worst)
    }

    private func countedStars(below node: Node, best: Double?, worst: Double?) -> Rating? {
        var full = 0
        var all = 0
        node.forEachElement { child in
            if let names = child.attribute("class"), names.contains("star") {
                all += 1
                let isOff =
                    names.contains("empty") || names.contains("off") || names.contains("-o")
                    || names.contains("grey")
                    || names.contains("gray") || names.contains("inactive") || names.contains("half")
                if !isOff { full += 1 }
            }
            return all < 20
        }
        guard full > 0, full <= 10 else { return nil }
        return Rating(value: Double(full), best: best ?? (all > full ? Double(all) : nil), worst: worst)
    }
}

func oneLine(_ text: String) -> String { text.split(separator: "\n").joined(separator: " ") }

/// The link to the next page by a selector, from the whole page.
func nextPage(_ selector: String, in root: Node, links: Links) throws(ReadingFailure) -> String? {
    let parsed: FieldSelector
    do throws(SelectorFault) { parsed = try FieldSelector(selector) } catch {
        throw .faultySelector(field: "next", selector: selector, fault: error.sentence)
    }
    for node in parsed.nodes(in: root, limit: 5) {
        if let href = node.attribute("href"), let url = links.absolute(href.string) { return url }
    }
    return parsed.value(in: root).flatMap { links.absolute($0.text) }
}
