/// From blocks to records: each with its name and address on the site, and the official answers among them
/// moved under what they answer.
import CXML2
import Complaints

extension RecordMaker {
    /// A page has fewer.
    private static let limit = 5000

    func records() -> [Record] {
        var made: [Record] = []
        var places: [Int: Int] = [:]
        let threads = Threads(table)
        let badged = table.count > 1 ? OfficialBadge.blocks(of: table, choice) : []
        let isSpecial = threads.officials.union(badged)
        for index in 0..<min(table.count, Self.limit) {
            let parts = parts(of: index)
            var record = record(parts)
            guard isWorthIt(record) else { continue }
            if isSpecial.contains(index), let asked = threads.parent(of: index), !isSpecial.contains(asked),
                let place = places[asked]
            {
                if made[place].reply == nil {
                    made[place].reply = Reply(
                        author: record.author, published: record.published, text: record.text)
                }
                continue
            }
            if badged.contains(index), let place = made.lastIndex(where: { $0.reply == nil }) {
                made[place].reply = Reply(
                    author: record.author, published: record.published, text: record.text)
                continue
            }
            record.id = identifier(parts)
            record.url = permalink(parts, id: record.id)
            places[index] = made.count
            made.append(record)
        }
        return made
    }

    private func isWorthIt(_ record: Record) -> Bool {
        if record.text.unicodeScalars.contains(where: {
            $0.properties.isAlphabetic || $0.properties.isEmojiPresentation
        }) {
            return record.author != nil || record.published != nil || record.rating != nil
        }
        return record.author != nil && record.rating != nil
    }

    /// The element's own id, or one that it keeps for programs.
    private func identifier(_ parts: Parts) -> String? {
        var found: String?
        var steps = 0
        forEach(parts) { i, element in
            steps += 1
            var at = element.node.raw.pointee.properties
            while let attribute = at {
                let name = CText(attribute.pointee.name)
                let value = CText(attribute.pointee.children?.pointee.content)
                let isID =
                    name == "id"
                    && (i == parts.top || element.hints.contains(.review) || element.hints.contains(.post))
                    || name.contains("data-") && name.contains("id")
                        && (i == parts.top || name.contains("review") || name.contains("comment")
                            || name.contains("post"))
                        && !name.contains("user") && !name.contains("author") && !name.contains("parent")
                if isID, (2...80).contains(value.bytes.count), value.bytes.contains(where: \.isASCIIDigit) {
                    found = value.string
                    if i == parts.top { break }
                }
                at = attribute.pointee.next
            }
            return found == nil && steps < 6
        }
        return found
    }

    /// A link on the date, or one to this record's place on the page.
    private func permalink(_ parts: Parts, id: String?) -> String? {
        let outline = table.outline
        if let date = parts.date {
            let link = Int(outline.elements[date].link)
            if link > parts.top, let url = address(outline.elements[link].node) { return url }
            if let inner = outline.elements[date].node.firstElement, inner.name == "a",
                let url = address(inner)
            {
                return url
            }
        }
        var found: String?
        var steps = 0
        forEach(parts) { i, element in
            steps += 1
            guard element.tag == .link,
                !parts.container.contains(where: { $0 != parts.top && table.isIn(i, $0) }),
                let href = element.node.attribute("href")
            else { return steps < 300 }
            let isTitle = parts.title.map { table.isIn(i, $0) || table.isIn($0, i) } ?? false
            let isNamed = element.hints.contains(.permalink) || isTitle
            if isNamed || id.map({ href.string.hasSuffix("#" + $0) }) ?? false,
                let url = address(element.node)
            {
                found = url
            }
            return found == nil && steps < 300
        }
        return found
    }

    private func address(_ link: Node) -> String? {
        guard let href = link.attribute("href"), !href.contains("replytocom"), !href.contains("#respond"),
            !FieldValues.isProfile(link), href.string != "#"
        else { return nil }
        return context.links.absolute(href.string)
    }
}

/// Which block of a list answers which.
private struct Threads {
    private let table: RecordTable
    /// The lowest element around all blocks.
    private let common: Int
    /// Blocks whose names say that the owner, the staff or the page's author wrote them.
    private(set) var officials: Set<Int> = []

    init(_ table: RecordTable) {
        self.table = table
        let elements = table.outline.elements
        var common = table.list.tops.first.map { Int(elements[$0].parent) } ?? 0
        for top in table.list.tops {
            while common > 0, top < common || top >= Int(elements[common].end) {
                common = Int(elements[common].parent)
            }
        }
        self.common = common
        guard table.count > 1, !table.list.isOfRows else { return }
        for (i, top) in table.list.tops.enumerated() where isOfficial(top, i) { officials.insert(i) }
        if officials.count * 10 > table.count * 6 { officials = [] }
    }

    private func isOfficial(_ top: Int, _ index: Int) -> Bool {
        let elements = table.outline.elements
        if elements[top].hints.contains(.official) { return true }
        let up = Int(elements[top].parent)
        guard up > common, table.list.tops[index...].first == top else { return false }
        // The element around is this block's own when no other block stands in it before.
        let before = index > 0 ? table.list.tops[index - 1] : -1
        return before < up && elements[up].hints.contains(.official)
    }

    /// The block that this one hangs under; nil for one that begins a thread.
    func parent(of index: Int) -> Int? {
        let elements = table.outline.elements
        let tops = table.list.tops
        var at = tops[index]
        while true {
            let up = Int(elements[at].parent)
            guard up >= 0 else { return nil }
            if let first = firstTop(from: up, before: at) {
                if up != common || isBranch(at) { return first }
                return nil
            }
            if up == common { return nil }
            at = up
        }
    }

    private func isBranch(_ element: Int) -> Bool {
        guard let names = table.outline.elements[element].node.attribute("class") else { return false }
        return names.contains("children") || names.contains("repl")
    }

    /// The first block that starts at or after `start` and before `end`.
    private func firstTop(from start: Int, before end: Int) -> Int? {
        var low = 0
        var high = table.list.tops.count
        while low < high {
            let middle = (low + high) / 2
            if table.list.tops[middle] < start { low = middle + 1 } else { high = middle }
        }
        return low < table.list.tops.count && table.list.tops[low] < end ? low : nil
    }
}
