/// Records that no element holds: rows of a table, terms and their definitions, headings and the paragraphs
/// after them. Each starts, or ends, with the row that has the date.

extension RecordLists {
    /// At most so many elements are looked at as parents of rows.
    private static let parents = 400

    static func rowLists(in outline: PageOutline) -> [RecordList] {
        var found: [RecordList] = []
        var looked = 0
        for (i, element) in outline.elements.enumerated() {
            guard element.dates >= 2, !element.isBeside, element.prose >= 40, looked < parents else {
                continue
            }
            looked += 1
            if let list = rows(of: i, in: outline) { found.append(list) }
        }
        return found
    }

    private static func rows(of parent: Int, in outline: PageOutline) -> RecordList? {
        var children: [Int] = []
        var at = parent + 1
        while at < Int(outline.elements[parent].end) {
            children.append(at)
            at = Int(outline.elements[at].end)
        }
        let dated = children.indices.filter { outline.elements[children[$0]].dates > 0 }
        guard dated.count >= 2, children.count >= dated.count * 2 - 1, children.count <= 20_000 else {
            return nil
        }
        // The rows with dates are short and alike; the others hold the text.
        let first = outline.elements[children[dated[0]]]
        var alike = 0
        var short = 0
        for place in dated {
            let row = outline.elements[children[place]]
            if xmlNamesMatch(row.node, first.node) { alike += 1 }
            if row.prose < 60, row.dates <= 3 { short += 1 }
        }
        let rowProse = dated.reduce(0) { $0 + Int(outline.elements[children[$1]].prose) }
        guard alike * 5 >= dated.count * 4, short * 5 >= dated.count * 4,
            Int(outline.elements[parent].prose) > rowProse * 2 + 15 * dated.count
        else { return nil }
        let starts = startPlaces(dated, children, outline)
        var tops: [Int] = []
        var ends: [Int] = []
        for (k, start) in starts.enumerated() {
            let end = k + 1 < starts.count ? starts[k + 1] : children.count
            tops.append(children[start])
            ends.append(Int(outline.elements[children[end - 1]].end))
        }
        var list = RecordList(
            key: ListKey(tag: first.node.name.string, trait: .depth(Int(first.depth))), tops: tops, ends: ends
        )
        list.rowParents = [parent]
        let mean = Double(outline.elements[parent].prose) / Double(dated.count)
        list.promise = Double(dated.count) * min(400, mean) / (min(400, mean) + 50)
        return list
    }

    /// Where each record starts among the children: at the row with the date, or at a row of one kind that
    /// always stands before it; after the last one's end where the dates come last.
    private static func startPlaces(_ dated: [Int], _ children: [Int], _ outline: PageOutline) -> [Int] {
        func kind(_ place: Int) -> String {
            let node = outline.elements[children[place]].node
            return node.name.string + "." + (node.string("class") ?? "")
        }
        if dated[dated.count - 1] == children.count - 1, dated[0] > 0 {
            return [0] + dated.dropLast().map { $0 + 1 }
        }
        var back = 0
        while back < 3, dated[0] - back - 1 >= 0 {
            let wanted = kind(dated[0] - back - 1)
            let places = dated.dropFirst().map { $0 - back - 1 }
            guard places.allSatisfy({ kind($0) == wanted }),
                zip(places, dated).allSatisfy({ $0 > $1 }),
                children.indices.filter({ kind($0) == wanted }).count == dated.count
            else { break }
            back += 1
        }
        return dated.map { $0 - back }
    }

    private static func xmlNamesMatch(_ a: Node, _ b: Node) -> Bool {
        a.name.bytes.elementsEqual(b.name.bytes)
    }
}
