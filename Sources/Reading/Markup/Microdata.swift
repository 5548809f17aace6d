/// Microdata items of a page (HTML Standard, "microdata"), gathered while the page is walked once.

/// Items as they are met: properties keep their nodes, and text is taken only from items that are used.
struct MicrodataItems {
    struct Item {
        var node: Node
        var properties: [(name: String, value: Value)] = []
        var isNested: Bool
        /// Brought in by `itemref`: it may stand in several items, and in itself.
        var isShared = false
    }

    enum Value {
        case node(Node)
        case item(Int)
    }

    var items: [Item] = []
    /// Elements that another item points to by `itemref`, filled only when a page uses that.
    private(set) var references: [(item: Int, ids: [String])] = []

    var isEmpty: Bool { items.isEmpty }

    /// Enters an element that has microdata attributes; returns the number of the item it opens.
    mutating func enter(_ node: Node, property: CText?, opens: Bool, within: Int?) -> Int? {
        if opens {
            let number = items.count
            items.append(Item(node: node, isNested: property != nil && within != nil))
            if let refs = node.attribute("itemref"), !refs.isEmpty {
                references.append((number, refs.words))
            }
            if let within {
                if let property {
                    add(property, .item(number), to: within)
                } else if let name = node.attribute("itemtype").flatMap(impliedProperty) {
                    items[number].isNested = true
                    items[within].properties.append((name, .item(number)))
                }
            }
            return number
        }
        if let property, let within { add(property, .node(node), to: within) }
        return nil
    }

    mutating func add(_ property: CText, _ value: Value, to item: Int) {
        let bytes = property.bytes
        if bytes.contains(where: \.isASCIISpace) {
            for name in property.words { items[item].properties.append((schemaProperty(name), value)) }
        } else if !bytes.isEmpty {
            items[item].properties.append((schemaProperty(String(decoding: bytes, as: UTF8.self)), value))
        }
    }

    /// The items as JSON objects of the same shape as JSON-LD, outermost first. Each is written out once;
    /// items that stand in a circle come last, from the first of them on.
    func values(links: Links) -> [JSONValue] {
        var writing = Writing(links: links, count: items.count)
        var values: [JSONValue] = []
        for wantsNested in [false, true] {
            for number in items.indices
            where items[number].isNested == wantsNested && !writing.isDone[number] && writing.budget > 0 {
                values.append(json(number, depth: 0, &writing))
            }
        }
        return values
    }

    /// What is known while items are written out.
    private struct Writing {
        let links: Links
        var isDone: [Bool]
        /// Shared items that hold no others: these are repeated where they are used.
        var leaves: [Int: JSONValue] = [:]
        var budget = 5_000_000

        init(links: Links, count: Int) {
            self.links = links
            isDone = [Bool](repeating: false, count: count)
        }

        /// An element's value; long texts that many items share are paid for.
        mutating func text(_ node: Node) -> String {
            let text = propertyText(node, node.attribute("itemprop"), links, steps: &budget)
            budget -= text.utf8.count / 8
            return text
        }
    }

    private func json(_ number: Int, depth: Int, _ writing: inout Writing) -> JSONValue {
        let item = items[number]
        let stated = item.node.attribute("itemid")?.string ?? Self.siteID(item.node)
        let id = stated ?? (item.isShared ? "_:m\(number)" : nil)
        if writing.isDone[number] {
            if let leaf = writing.leaves[number] {
                writing.budget -= item.properties.count
                return leaf
            }
            return .object(id.map { [.init(key: "@id", value: .string($0))] } ?? [])
        }
        writing.isDone[number] = true
        let types = item.node.attribute("itemtype").map(\.words) ?? []
        let names = types.map(schemaName)
        var values = ItemMembers(expected: item.properties.count)
        values.add(.init(key: "@type", value: .array(types.map { .string($0) })))
        if let id { values.add(.init(key: "@id", value: .string(id))) }
        if let language = item.node.attribute("lang"), !language.isEmpty {
            values.add(.init(key: "inLanguage", value: .array([.string(language.string)])))
        }
        let isUsed = Self.isOfInterest(names)
        var isLeaf = true
        for (name, value) in isUsed ? Self.mended(item.properties) : item.properties
        where writing.budget > 0 {
            writing.budget -= 1
            switch value {
            case .item(let inner):
                isLeaf = false
                guard depth < 50 else { continue }
                values.add(json(inner, depth: depth + 1, &writing), to: name)
            case .node(let node):
                guard isUsed || Self.isAlwaysRead(name) else { continue }
                values.add(.string(writing.text(node)), to: name)
            }
        }
        if !values.has("name"), names.contains("person") || names.contains("rating") {
            values.add(.init(key: "#text", value: .string(item.node.plainText(steps: &writing.budget))))
        }
        let json = JSONValue.object(values.members)
        if item.isShared, isLeaf { writing.leaves[number] = json }
        return json
    }

    /// A name inside the author is the author's, also where the author was not made an item of its own.
    private static func mended(_ properties: [(name: String, value: Value)]) -> [(name: String, value: Value)]
    {
        guard let author = properties.firstIndex(where: { $0.name == "author" }),
            case .node(let holder) = properties[author].value
        else { return properties }
        for i in properties.indices where properties[i].name == "name" {
            guard case .node(let node) = properties[i].value else { continue }
            var at = node.parent
            var climbed = 0
            while let up = at, up != holder, climbed < 6 {
                at = up.parent
                climbed += 1
            }
            guard at == holder else { continue }
            var mended = properties
            mended[author].value = .node(node)
            mended.remove(at: i)
            return mended
        }
        return properties
    }

    static func isAlwaysRead(_ name: String) -> Bool {
        switch name {
        case "name", "datePublished", "ratingValue", "reviewCount", "ratingCount", "bestRating",
            "worstRating":
            true
        default: false
        }
    }

    /// Only these items' texts are read: a shop page has hundreds of offers and crumbs.
    static func isOfInterest(_ names: [String]) -> Bool {
        names.isEmpty
            || names.contains { name in
                name == "person" || name == "organization" || name == "question" || name == "answer"
                    || name.hasBytes("review") || name.hasBytes("comment") || name.hasBytes("rating")
                    || name.hasSuffix("posting")
            }
    }

    static func siteID(_ node: Node) -> String? {
        for name: StaticString in ["data-review-id", "data-reviewid", "data-comment-id", "data-id"] {
            if let value = node.attribute(name), !value.isEmpty { return value.string }
        }
        return nil
    }
}

/// The value of a property's element (HTML Standard, "the property value"; RDFa 1.1 in HTML).
func propertyText(_ node: Node, _ property: CText?, _ links: Links, steps: inout Int) -> String {
    if let content = node.attribute("content") { return content.string }
    let name = node.name
    if name == "a" || name == "area" || name == "link" {
        if let href = node.attribute("href") ?? node.attribute("resource") {
            // Sites put `itemprop="author"` on the link to the author: its text is what is meant.
            if property.map(isAddress) != true {
                let text = node.plainText(steps: &steps)
                if !text.isEmpty { return text }
            }
            return links.absolute(href.string) ?? href.string
        }
    } else if name == "time" || name == "del" || name == "ins" || name == "abbr" {
        if let time = node.attribute("datetime") ?? node.attribute("title"), !time.isEmpty {
            return time.string
        }
    } else if name == "data" || name == "meter" || name == "input" {
        if let value = node.attribute("value") { return value.string }
    } else if name == "img" {
        if property.map(isAddress) != true, let alt = node.attribute("alt"), !alt.isEmpty {
            return alt.string
        }
        return node.attribute("src")?.string ?? ""
    }
    let text = node.plainText(steps: &steps)
    // Elements whose text is for machines alone: `<span property="datePublished" datetime="...">`.
    if text.isEmpty, let stated = node.attribute("datetime") ?? node.attribute("resource") {
        return stated.string
    }
    return text
}

/// Whether a property's value is an address, not the text of the link to it.
private func isAddress(_ property: CText) -> Bool {
    property.contains("url") || property.hasWord("image") || property.hasWord("photo")
        || property.hasWord("sameas") || property.hasWord("permalink")
        || property.hasWord("mainentityofpage")
}
