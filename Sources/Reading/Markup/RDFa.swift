/// Items marked with RDFa Lite, and with as much of RDFa 1.1 Core as reviews are written in: `vocab` and
/// prefixes, `typeof`, `property`, `rel` and `rev` with what completes them further in, `about`, `resource`.
/// Names are taken without their vocabulary: a site's prefixes are often not declared at all.

/// The items of a page by subject, found in one walk that only pages with such types pay for.
struct RDFaItems {
    struct Item {
        var subject: String
        var types: [String] = []
        var node: Node
        var properties: [(name: String, value: Value)] = []
    }

    enum Value {
        case node(Node)
        case item(Int)
    }

    /// What an element that has attributes of RDFa leaves to those inside it.
    private struct Frame {
        var node: Node
        var item: Int?
        /// Relations whose other end stands further in.
        var pending: [(name: String, isReversed: Bool)] = []
    }

    private(set) var items: [Item] = []
    let links: Links
    private var bySubject: [String: Int] = [:]
    private var frames: [Frame] = []
    private var linkCount = 0

    /// Whether a type can be a record or the sum of records.
    static func namesRecord(_ types: CText) -> Bool {
        types.contains("review") || types.contains("comment") || types.contains("posting")
            || types.contains("question") || types.contains("answer") || types.contains("recommendation")
            || types.contains("aggregaterating") || types.contains("sioc")
    }

    init(root: Node, links: Links) {
        self.links = links
        var at = root
        while true {
            if at.isElement { enter(at) }
            if at.isElement, let child = at.firstChild {
                at = child
                continue
            }
            while true {
                if frames.last?.node == at { frames.removeLast() }
                guard at != root else { return }
                if let next = at.next {
                    at = next
                    break
                }
                guard let up = at.parent else { return }
                at = up
            }
        }
    }

    private mutating func enter(_ node: Node) {
        guard let found = RDFaAttributes(node, isAwaited: frames.last?.pending.isEmpty == false),
            items.count < 100_000, frames.count < 1000
        else { return }
        let outer = frames.last?.item
        let relations = found.relations
        var frame = Frame(node: node, item: outer)
        if !relations.isEmpty {
            // With a subject of its own the element's type is the subject's, else that of the other end.
            let subject = found.about.map { item($0, types: found.types, at: node) } ?? outer
            if found.about != nil { complete(with: subject) }
            if let subject { addTexts(found, node, to: subject) }
            if (found.types != nil && found.about == nil) || found.target != nil {
                let object = item(found.target, types: found.about == nil ? found.types : nil, at: node)
                for relation in relations { link(subject, relation.name, object, relation.isReversed) }
                frame.item = object
            } else {
                frame.item = subject
                frame.pending = relations
            }
        } else if found.property != nil {
            if let types = found.types, found.about == nil, !found.isLiteral {
                let object = item(found.target, types: types, at: node)
                for name in found.properties { link(outer, name, object, false) }
                frame.item = object
            } else {
                if found.about != nil || found.types != nil {
                    let subject = item(found.about ?? found.target, types: found.types, at: node)
                    complete(with: subject)
                    frame.item = subject
                }
                if let subject = frame.item { addTexts(found, node, to: subject) }
            }
        } else if found.about != nil || found.types != nil || found.resource != nil {
            let subject = item(found.about ?? found.target, types: found.types, at: node)
            let isCompleted = complete(with: subject)
            if !isCompleted, let types = found.types, let outer, let name = impliedProperty(types) {
                link(outer, name, subject, false)
            }
            frame.item = subject
        } else if let target = found.target, frames.last?.pending.isEmpty == false {
            complete(with: item(target, at: node))
        } else {
            return
        }
        frames.append(frame)
    }

    /// The item of a subject, a new one where none is named. Sites give many items one address: one that
    /// has its type already stays as it is.
    private mutating func item(_ subject: String?, types: CText? = nil, at node: Node) -> Int {
        let subject = subject.map { $0.hasPrefix("_:") ? $0 : links.absolute($0) ?? $0 }
        if let subject, let known = bySubject[subject], types == nil || items[known].types.isEmpty {
            if let types { items[known].types = types.words }
            return known
        }
        let number = items.count
        items.append(Item(subject: subject ?? "_:r\(number)", types: types?.words ?? [], node: node))
        if let subject, bySubject[subject] == nil { bySubject[subject] = number }
        return number
    }

    @discardableResult
    private mutating func complete(with object: Int?) -> Bool {
        guard let object, let frame = frames.last, !frame.pending.isEmpty else { return false }
        for relation in frame.pending { link(frame.item, relation.name, object, relation.isReversed) }
        return true
    }

    private mutating func link(_ subject: Int?, _ name: String, _ object: Int, _ isReversed: Bool) {
        guard let subject, subject != object, linkCount < 500_000 else { return }
        linkCount += 1
        if isReversed {
            items[object].properties.append((name, .item(subject)))
        } else {
            items[subject].properties.append((name, .item(object)))
        }
    }

    private mutating func addTexts(_ found: RDFaAttributes, _ node: Node, to item: Int) {
        for name in found.properties { items[item].properties.append((name, .node(node))) }
    }
}

extension RDFaItems {
    /// The items as JSON objects of the same shape as JSON-LD: what nothing refers to first, in document
    /// order, others inside what refers to them first.
    func values() -> [JSONValue] {
        var isReferred = [Bool](repeating: false, count: items.count)
        for item in items {
            for case (_, .item(let number)) in item.properties { isReferred[number] = true }
        }
        var isDone = [Bool](repeating: false, count: items.count)
        var budget = 5_000_000
        var values: [JSONValue] = []
        for wantsReferred in [false, true] {
            for number in items.indices where isReferred[number] == wantsReferred && !isDone[number] {
                values.append(json(number, depth: 0, &isDone, &budget))
            }
        }
        return values
    }

    private func json(_ number: Int, depth: Int, _ isDone: inout [Bool], _ budget: inout Int) -> JSONValue {
        let item = items[number]
        let id = JSONValue.Member(key: "@id", value: .string(item.subject))
        if isDone[number] || depth > 50 { return .object([id]) }
        isDone[number] = true
        let names = item.types.map(schemaName)
        let isUsed = MicrodataItems.isOfInterest(names)
        var members = ItemMembers(expected: item.properties.count)
        members.add(.init(key: "@type", value: .array(item.types.map { .string($0) })))
        members.add(id)
        for (name, value) in item.properties where budget > 0 {
            budget -= 1
            switch value {
            case .item(let inner): members.add(json(inner, depth: depth + 1, &isDone, &budget), to: name)
            case .node(let node):
                guard isUsed || MicrodataItems.isAlwaysRead(name) else { continue }
                let text = propertyText(node, node.attribute("property"), links, steps: &budget)
                members.add(.string(text), to: name)
            }
        }
        if !members.has("name"), names.contains("person") || names.contains("rating") {
            members.add(.init(key: "#text", value: .string(item.node.plainText(steps: &budget))))
        }
        return .object(members.members)
    }
}
