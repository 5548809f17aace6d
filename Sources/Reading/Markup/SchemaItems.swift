/// The one vocabulary of review markup: schema.org items, from JSON-LD, microdata or RDFa alike, as
/// JSON objects with `@type`; and the older data-vocabulary.org.

/// All items of a page that are linked by `@id`, and the walk over them.
struct SchemaItems {
    private var byID: [String: JSONValue] = [:]
    /// Comments that say themselves what they are on, by its `@id`.
    private var byParent: [String: [JSONValue]] = [:]
    let roots: [JSONValue]
    private let following = Following()

    init(_ roots: [JSONValue]) {
        self.roots = roots
        for root in roots { index(root) }
    }

    private mutating func index(_ value: JSONValue) {
        switch value {
        case .array(let values): for value in values { index(value) }
        case .object(let members):
            if members.count > 1, let id = value["@id"]?.string {
                let known = byID[id]
                if known == nil || Self.size(known) < members.count { byID[id] = value }
            }
            for member in members where !member.value.isScalar {
                if member.key == "parentItem", let parent = member.value.list.first?["@id"]?.string {
                    byParent[parent, default: []].append(value)
                }
                index(member.value)
            }
        default: break
        }
    }

    private static func size(_ value: JSONValue?) -> Int {
        if case .object(let members) = value { return members.count }
        return 0
    }

    /// The item that a bare `{"@id": ...}` points to; anything else is itself.
    func resolved(_ value: JSONValue) -> JSONValue {
        guard case .object(let members) = value, members.count <= 2, let id = value["@id"]?.string,
            members.count == 1 || value["@type"] != nil
        else { return value }
        guard let meant = byID[id], following.allows(meant) else { return value }
        return meant
    }

    var hasComments: Bool { !byParent.isEmpty }

    /// The comments that name this item as what they are on.
    func comments(on item: JSONValue) -> [JSONValue] {
        guard !byParent.isEmpty, let id = item["@id"]?.string else { return [] }
        return byParent[id] ?? []
    }

    /// The first of these properties that has a value, references followed.
    func first(_ item: JSONValue, _ names: String...) -> JSONValue? {
        for name in names {
            if let value = item[name]?.list.first { return resolved(value) }
        }
        return nil
    }

    /// The values of a property, references followed.
    func all(_ item: JSONValue, _ name: String) -> [JSONValue] {
        (item[name]?.list ?? []).map(resolved)
    }
}

/// What following references may still cost: a page can point to one long text from everywhere.
private final class Following {
    /// In bytes of the texts of the items that references led to.
    private var left = 20_000_000

    func allows(_ item: JSONValue) -> Bool {
        guard left > 0, case .object(let members) = item else { return false }
        for member in members {
            if case .array(let values) = member.value {
                left -= values.reduce(1) { $0 + 1 + ($1.string?.utf8.count ?? 0) }
            } else {
                left -= 1 + (member.value.string?.utf8.count ?? 0)
            }
        }
        return true
    }
}

/// The types of an item in lower case, without the vocabulary: `["product"]`.
func schemaTypes(_ item: JSONValue) -> [String] {
    let types = (item["@type"] ?? item["type"])?.list ?? []
    return types.compactMap { $0.string.map(schemaName) }
}

/// `http://schema.org/Review`, `schema:Review`, `https://schema.org/Review/` are all `review`.
func schemaName(_ type: String) -> String {
    var type = type
    if let name = type.withUTF8(asciiSchemaName) { return name }
    var name = type[...]
    while name.last == "/" || name.last == " " { name.removeLast() }
    if let cut = name.lastIndex(where: { $0 == "/" || $0 == "#" || $0 == ":" }) {
        name = name[name.index(after: cut)...]
    }
    return name.lowercased()
}

/// The same for the names that there are: all ASCII. nil for others.
private func asciiSchemaName(_ type: UnsafeBufferPointer<UInt8>) -> String? {
    var end = type.count
    while end > 0, type[end - 1] == 0x2F || type[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > 0, type[start - 1] != 0x2F, type[start - 1] != 0x23, type[start - 1] != 0x3A {
        if type[start - 1] >= 0x80 || type[start - 1] < 0x20 { return nil }
        start -= 1
    }
    return String(unsafeUninitializedCapacity: end - start) { room in
        for i in start..<end { room[i - start] = type[i].lowercasedASCII }
        return end - start
    }
}

/// What an item can be as a record.
enum SchemaKind {
    case review, comment, question, posting

    init?(types: [String], property: String) {
        for type in types {
            switch type {
            case "recommendation": self = .review
            case "claimreview": return nil
            case "comment", "usercomments", "answer", "correctioncomment": self = .comment
            case "question": self = .question
            case "discussionforumposting", "socialmediaposting", "post", "boardpost", "microblogpost":
                self = .posting
            default:
                guard type.hasSuffix("review") else { continue }
                self = .review
            }
            return
        }
        guard types.isEmpty || types == ["thing"] || types == ["creativework"] else { return nil }
        switch property {
        case "review", "reviews": self = .review
        case "comment", "comments", "acceptedAnswer", "suggestedAnswer": self = .comment
        default: return nil
        }
    }
}
