/// Reads records by an operator's rule: one selector a field, looked for inside each record.
import CXML2
import Complaints

struct RuleReader {
    private let rule: CompiledRule
    private let context: ReadingContext
    private static let mostRecords = 5000

    init(_ rule: Rule, context: ReadingContext) throws(ReadingFailure) {
        self.rule = try CompiledRule(rule)
        self.context = context
    }

    func records(in root: Node) -> [Record] {
        let tops = rule.each.nodes(in: root, limit: Self.mostRecords).filter(\.isElement)
        let nest = Nest(tops)
        // An official reply that `each` finds too is its record's reply, not a record.
        var replies: Set<Node> = []
        var answers: [Node: Node] = [:]
        if let reply = rule.reply {
            for top in tops {
                guard
                    let node = reply.each.nodes(in: top, limit: 50).first(where: { nest.belongs($0, to: top) }
                    )
                else { continue }
                answers[top] = node
                replies.insert(node)
            }
        }
        return tops.compactMap { top in
            if replies.contains(top) { return nil }
            let answer = answers[top].flatMap { self.answer(in: $0) }
            return nest.withoutInner(of: top) { record(top, others: $0, answer: answer) }
        }
    }

    private func record(_ node: Node, others: Set<Node>, answer: Reply?) -> Record? {
        var record = fields(of: node, except: others)
        record.reply = answer
        let isEmpty =
            record.text.isEmpty && record.title == nil && record.rating == nil
            && (record.author == nil || record.published == nil)
        return isEmpty ? nil : record
    }

    /// What the selectors find in an element, whatever it is.
    func fields(of node: Node, except others: Set<Node> = []) -> Record {
        var record = Record(text: "", via: .rule)
        record.id = rule.id?.text(in: node, except: others)
        record.url = rule.url?.first(in: node, except: others) { link($0, rule.url) }
        record.author = rule.author?.text(in: node, except: others).map(oneLine)
        record.published = date(rule.published, in: node, except: others)
        record.rating = rule.rating?.rating(in: node, except: others)
        record.title = rule.title?.text(in: node, except: others).map(oneLine)
        record.text = rule.text?.text(in: node, except: others) ?? ""
        return record
    }

    private func answer(in top: Node) -> Reply? {
        guard let reply = rule.reply,
            let text = reply.text.map({ $0.text(in: top) }) ?? nonEmpty(top.plainText)
        else { return nil }
        return Reply(
            author: reply.author?.text(in: top).map(oneLine), published: date(reply.published, in: top),
            text: text)
    }

    private func link(_ found: FoundText, _ field: FieldReader?) -> String? {
        // A selector of a link without `@href` means the link's address.
        if field?.shape.match == nil, let href = found.node?.attribute("href"), !href.isEmpty,
            context.links.absolute(found.text) == nil || found.text != href.string
        {
            return context.links.absolute(href.string)
        }
        return context.links.absolute(found.text)
    }

    private func date(_ field: FieldReader?, in top: Node, except others: Set<Node> = []) -> StatedTime? {
        field?.first(in: top, except: others) { found in
            if field?.shape.match == nil, let element = found.node, element.name == "time",
                let stated = element.attribute("datetime"), let time = context.date(stated.string)
            {
                return time
            }
            return field?.shape.time(found.text, context)
        }
    }
}

/// Records inside records, as comments are answered by comments.
private struct Nest {
    private let tops: Set<Node>
    private var inner: [Node: [Node]] = [:]

    init(_ found: [Node]) {
        tops = Set(found)
        // Those found are in document order: only what follows its neighbour directly can lie in another.
        for node in found {
            if let outer = Self.outer(of: node, among: tops) { inner[outer, default: []].append(node) }
        }
    }

    private static func outer(of node: Node, among tops: Set<Node>) -> Node? {
        var at = node.parent
        while let up = at {
            if tops.contains(up) { return up }
            at = up.parent
        }
        return nil
    }

    /// Whether `node` lies in the record `top`, and in none of those inside it.
    func belongs(_ node: Node, to top: Node) -> Bool {
        inner.isEmpty || (node == top ? false : Self.outer(of: node, among: tops) == top)
    }

    /// Calls `body` while the records inside `top` are empty: their texts are not its own. They stay in their
    /// places, so that positions hold, and are given to `body` to pass over.
    func withoutInner<Result>(of top: Node, _ body: (Set<Node>) -> Result) -> Result {
        guard let inside = inner[top] else { return body([]) }
        let children = inside.map { ($0, $0.raw.pointee.children, $0.raw.pointee.last) }
        for (node, _, _) in children {
            node.raw.pointee.children = nil
            node.raw.pointee.last = nil
        }
        defer {
            for (node, first, last) in children {
                node.raw.pointee.children = first
                node.raw.pointee.last = last
            }
        }
        return body(Set(inside))
    }
}

extension ReadingContext {
    func date(_ text: String, order: DateOrder?) -> StatedTime? {
        guard let order else { return date(text) }
        return parseDate(text, language: language, now: now, zone: zone, order: order)
    }
}

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
