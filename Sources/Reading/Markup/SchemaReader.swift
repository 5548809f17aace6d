/// Records out of schema.org items: which items are records, and which of their properties say what.
import Complaints

/// What one page's markup says in one way (JSON-LD or microdata).
struct MarkupReading {
    var reviews: [Record] = []
    /// Posts, questions, answers and comments.
    var posts: [Record] = []
    var aggregate: Page.Aggregate?
    var published: StatedTime?
}

struct SchemaReader {
    let items: SchemaItems
    let via: Via
    let context: ReadingContext
    private(set) var reading = MarkupReading()

    init(items: SchemaItems, via: Via, context: ReadingContext) {
        self.items = items
        self.via = via
        self.context = context
    }

    static func read(_ roots: [JSONValue], via: Via, context: ReadingContext) -> MarkupReading {
        var reader = SchemaReader(items: SchemaItems(roots), via: via, context: context)
        for root in roots { reader.visit(root) }
        return reader.reading
    }

    private struct Open {
        var value: JSONValue
        var property: String
        var owner: String?
        var inFAQ: Bool
    }

    /// Every item below, in document order, on a list of its own: a page may nest deeper than a stack.
    private mutating func visit(_ root: JSONValue) {
        var open = [Open(value: root, property: "", owner: nil, inFAQ: false)]
        while let next = open.popLast() {
            switch next.value {
            case .array(let values):
                for value in values.reversed() {
                    if value.isScalar { continue }
                    open.append(
                        Open(value: value, property: next.property, owner: next.owner, inFAQ: next.inFAQ))
                }
            case .object(let members): enter(next, members, &open)
            default: break
            }
        }
    }

    private mutating func enter(_ item: Open, _ members: [JSONValue.Member], _ open: inout [Open]) {
        let value = item.value
        let types = schemaTypes(value)
        noteFacts(value, types: types, property: item.property)
        let isFAQ = item.inFAQ || types.contains("faqpage")
        let name = types.contains(where: Self.isOwner) ? value["name"]?.list.first?.string : nil
        let owner = name ?? item.owner
        var taken: Set<String> = []
        if let kind = SchemaKind(types: types, property: item.property), !isFAQ,
            let record = record(value, kind: kind, owner: owner, taken: &taken)
        {
            if kind == .review { reading.reviews.append(record) } else { reading.posts.append(record) }
        }
        for member in members.reversed()
        where !member.value.isScalar && !taken.contains(member.key) && member.key != "@id" {
            open.append(Open(value: member.value, property: member.key, owner: owner, inFAQ: isFAQ))
        }
    }

    /// Items that reviews are about or that publish the page: whose answers are official.
    private static func isOwner(_ type: String) -> Bool {
        type == "organization" || type == "corporation" || type.hasSuffix("business") || type == "store"
            || type == "hotel" || type == "restaurant" || type == "brand" || type == "onlinestore"
            || type == "autodealer"
    }

    private mutating func noteFacts(_ item: JSONValue, types: [String], property: String) {
        if property == "aggregateRating" || types.contains("aggregaterating")
            || types.contains("review-aggregate")
        {
            let values = items.resolved(item)
            let rating = scalar(values, "ratingValue", "rating").flatMap { parseRating($0) }
            let reviews = scalar(values, "reviewCount", "count").flatMap(wholeNumber)
            let count = reviews ?? scalar(values, "ratingCount", "votes").flatMap(wholeNumber)
            if rating != nil || count != nil, (count ?? 0) > (reading.aggregate?.count ?? -1) {
                let best = scalar(values, "bestRating", "best").flatMap(decimal) ?? rating?.best
                reading.aggregate = Page.Aggregate(
                    rating: rating?.value, best: best, count: count, isReviewCount: reviews != nil)
            }
        }
        if reading.published == nil, types.contains(where: { $0.hasSuffix("article") || $0 == "blogposting" })
        {
            reading.published = scalar(item, "datePublished", "dateCreated").flatMap(date)
        }
    }

    private mutating func record(
        _ item: JSONValue, kind: SchemaKind, owner: String?, taken: inout Set<String>
    ) -> Record? {
        let author = author(of: item)
        let published = date(of: item)
        let rating = kind == .review ? rating(of: item) : nil
        let text = body(of: item)
        let title = title(of: item, kind: kind)
        switch kind {
        case .review:
            guard !text.isEmpty || rating != nil, author != nil || published != nil || rating != nil
            else { return nil }
        case .comment, .posting: guard !text.isEmpty, author != nil || published != nil else { return nil }
        case .question:
            guard author != nil || published != nil, !text.isEmpty || title != nil
            else { return nil }
        }
        taken.formUnion(["author", "reviewRating", "rating"])
        var record = Record(
            id: id(of: item), url: link(of: item), author: author, published: published, rating: rating,
            title: title, text: text.isEmpty ? (kind == .question ? title ?? "" : "") : text,
            language: items.first(item, "inLanguage").flatMap(languageTag), via: via)
        if let (reply, key) = reply(to: item, owner: owner, kind: kind) {
            record.reply = reply
            taken.insert(key)
        }
        return record
    }

    private func languageTag(_ value: JSONValue) -> String? {
        let text = value.string ?? value["alternateName"]?.string ?? value["name"]?.string
        return text.flatMap(primaryLanguage)
    }

    private func scalar(_ item: JSONValue, _ names: String...) -> String? {
        for name in names {
            for value in item[name]?.list ?? [] {
                if let text = items.resolved(value).scalarText ?? value["@value"]?.scalarText, !text.isEmpty {
                    return text
                }
            }
        }
        return nil
    }

    func author(of item: JSONValue) -> String? {
        for name in ["author", "creator", "reviewer", "accountablePerson"] {
            for value in items.all(item, name) {
                if let found = personName(value) { return found }
            }
        }
        return nil
    }

    private func personName(_ value: JSONValue) -> String? {
        if let text = value.scalarText { return nonEmpty(plainText(markup: text)) }
        for name in ["name", "alternateName", "@value"] {
            for inner in items.all(value, name) {
                if let text = inner.scalarText ?? inner["@value"]?.scalarText,
                    let found = nonEmpty(plainText(markup: text))
                {
                    return found
                }
                if inner.isObject, let found = inner["name"]?.scalarText { return nonEmpty(found) }
            }
        }
        let parts = [value["givenName"]?.scalarText, value["familyName"]?.scalarText].compactMap { $0 }
        return nonEmpty(parts.joined(separator: " ")) ?? value["#text"]?.string.flatMap(nonEmpty)
    }

    private func date(of item: JSONValue) -> StatedTime? {
        for name in [
            "datePublished", "dateCreated", "dtreviewed", "published", "uploadDate", "commentTime",
            "dateModified", "date",
        ] {
            for value in item[name]?.list ?? [] {
                if let text = value.scalarText ?? value["@value"]?.scalarText, let time = date(text) {
                    return time
                }
            }
        }
        return nil
    }

    private func date(_ text: String) -> StatedTime? {
        parseDate(text, language: context.language, now: context.now, zone: context.zone, order: nil)
    }

    private func rating(of item: JSONValue) -> Rating? {
        for name in ["reviewRating", "rating", "starRating", "ratingValue"] {
            for value in items.all(item, name) {
                if let text = value.scalarText {
                    let best = scalar(item, "bestRating", "best").flatMap(decimal)
                    let worst = scalar(item, "worstRating", "worst").flatMap(decimal)
                    if let rating = parseRating(text, best: best, worst: worst) { return rating }
                } else if let text = scalar(value, "ratingValue", "value", "average", "#text") {
                    let best = scalar(value, "bestRating", "best").flatMap(decimal)
                    let worst = scalar(value, "worstRating", "worst").flatMap(decimal)
                    if let rating = parseRating(text, best: best, worst: worst) { return rating }
                }
            }
        }
        return nil
    }

    /// The fullest text: pages carry a snippet beside the whole, or the same under two names.
    private func body(of item: JSONValue) -> String {
        for names in [["reviewBody", "articleBody"], ["description", "text"], ["commentText", "content"]] {
            var longest = ""
            for name in names {
                for value in item[name]?.list ?? [] {
                    guard
                        let raw = value.scalarText ?? value["@value"]?.scalarText
                            ?? value["#text"]?.scalarText
                    else { continue }
                    let text = plainText(markup: raw)
                    if text.utf8.count > longest.utf8.count { longest = text }
                }
            }
            if !longest.isEmpty {
                // `description` may hold the full text of which `reviewBody` is the beginning.
                if names[0] == "reviewBody",
                    let full = scalar(item, "description", "text").map({ plainText(markup: $0) }),
                    full.utf8.count > longest.utf8.count,
                    full.utf8.starts(with: longest.utf8.prefix(max(10, longest.utf8.count - 6)))
                {
                    return full
                }
                return longest
            }
        }
        return ""
    }

    private func title(of item: JSONValue, kind: SchemaKind) -> String? {
        for name in ["name", "headline", "summary", "title"] {
            if let text = scalar(item, name), let title = nonEmpty(plainText(markup: text)) { return title }
        }
        return nil
    }

    private func id(of item: JSONValue) -> String? {
        if let value = items.first(item, "identifier") {
            if let text = value.scalarText ?? value["value"]?.scalarText, !text.isEmpty { return text }
        }
        for name in ["reviewId", "reviewID", "commentId"] {
            if let text = scalar(item, name) { return text }
        }
        guard let id = item["@id"]?.string, !id.isEmpty, !id.hasPrefix("_:") else { return nil }
        return id
    }

    private func link(of item: JSONValue) -> String? {
        for name in ["url", "mainEntityOfPage", "discussionUrl", "permalink"] {
            if let text = scalar(item, name), let url = context.links.absolute(text) { return url }
        }
        // An `@id` with a fragment names a thing, not a page of its own.
        guard let id = item["@id"]?.string, id.hasPrefix("http"), !id.contains("#") else { return nil }
        return context.links.absolute(id)
    }

    /// The answer of the company: an answer-like property, or a comment that is the owner's.
    private func reply(to item: JSONValue, owner: String?, kind: SchemaKind) -> (Reply, String)? {
        for name in [
            "response", "reply", "ownerReply", "ownerResponse", "merchantResponse", "businessResponse",
            "reviewReply", "companyReply", "reviewResponse", "answer",
        ] {
            for value in items.all(item, name) {
                if let reply = reply(value) { return (reply, name) }
            }
        }
        guard kind == .review else { return nil }
        for name in ["comment", "comments"] {
            for value in items.all(item, name) where isOfficial(value, owner: owner) {
                if let reply = reply(value) { return (reply, name) }
            }
        }
        return nil
    }

    private func reply(_ value: JSONValue) -> Reply? {
        if let text = value.string.map({ plainText(markup: $0) }), !text.isEmpty { return Reply(text: text) }
        guard value.isObject else { return nil }
        var text = body(of: value)
        if text.isEmpty, let other = scalar(value, "comment", "body", "message", "reply") {
            text = plainText(markup: other)
        }
        return text.isEmpty ? nil : Reply(author: author(of: value), published: date(of: value), text: text)
    }

    private func isOfficial(_ comment: JSONValue, owner: String?) -> Bool {
        guard let author = items.first(comment, "author", "creator") else { return true }
        if schemaTypes(author).contains(where: { Self.isOwner($0) }) { return true }
        guard let name = personName(author)?.lowercased(), let owner = owner?.lowercased() else {
            return false
        }
        return name == owner || name.contains(owner) || owner.contains(name)
    }
}

func nonEmpty(_ text: String) -> String? {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return nil }
    if !first.isASCIISpace, !last.isASCIISpace { return text }
    var slice = text[...]
    while let byte = slice.utf8.first, byte.isASCIISpace { slice.removeFirst() }
    while let byte = slice.utf8.last, byte.isASCIISpace { slice.removeLast() }
    return slice.isEmpty ? nil : String(slice)
}
