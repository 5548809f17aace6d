/// The blocks of a list laid over each other: elements that stand at the same path of tags and classes in
/// each block are one column, as the cells of a table are.
import CXML2

struct RecordTable {
    struct Spot {
        var record: Int
        var element: Int
    }

    struct Column {
        let path: UInt64
        /// The column of the elements around; -1 for what stands outermost in a record.
        let parent: Int
        let tag: PageOutline.Tag
        var hints: NameHints
        /// In a reply or quotation.
        let isAnswer: Bool
        var spots: [Spot] = []
        /// Records in which it occurs.
        var records = 0
        /// Letters directly in these elements, at most 500 counted of each.
        var direct = 0
    }

    let outline: PageOutline
    let list: RecordList
    private(set) var columns: [Column] = []
    /// The column of each element of the page; -1 outside of the records.
    private(set) var columnOf: [Int32]
    /// Letters in each element without the records inside of it.
    private(set) var prose: [Int32]
    private(set) var direct: [Int32]
    /// The elements that start a record.
    private(set) var tops: Set<Node> = []
    var count: Int { list.tops.count }

    /// Whether cells of one tag are told apart by their classes' digits and by their places, as they must be
    /// where their names say nothing: `<td>`, `class="k2"`.
    let isByPlace: Bool

    init(_ list: RecordList, in outline: PageOutline, isByPlace: Bool = false) {
        self.isByPlace = isByPlace
        self.outline = outline
        self.list = list
        let size = outline.elements.count
        columnOf = [Int32](repeating: -1, count: size)
        prose = outline.prose
        direct = outline.ownProse
        var isTop = [Bool](repeating: false, count: size)
        for top in list.tops {
            isTop[top] = true
            tops.insert(outline.elements[top].node)
        }
        takeOutNested(isTop)
        lay(isTop)
    }

    /// What is said in a record is not said by the record around it.
    private mutating func takeOutNested(_ isTop: [Bool]) {
        guard !list.isOfRows else { return }
        var open: [Int] = []
        for top in list.tops {
            while let last = open.last, outline.elements[last].end <= top { open.removeLast() }
            if let outer = open.last {
                var at = Int(outline.elements[top].parent)
                while at >= outer, at >= 0 {
                    prose[at] -= outline.elements[top].prose
                    at = Int(outline.elements[at].parent)
                }
            }
            open.append(top)
        }
    }

    private mutating func lay(_ isTop: [Bool]) {
        var places: [UInt64: Int] = [:]
        for (record, top) in list.tops.enumerated() {
            var i = top
            let end = list.ends[record]
            while i < end {
                if i != top, isTop[i], !list.isOfRows {
                    i = Int(outline.elements[i].end)
                    continue
                }
                let element = outline.elements[i]
                let isOutermost = list.isOfRows ? list.rowParents.contains(Int(element.parent)) : i == top
                let parent = isOutermost ? -1 : Int(columnOf[Int(element.parent)])
                var path = Self.path(
                    element.node, below: parent < 0 ? 1 : columns[parent].path, isOutermost && !list.isOfRows)
                if isByPlace, parent >= 0, Self.isPlaced(element) {
                    path = (path ^ Self.place(element.node)) &* 0x9E37_79B9_7F4A_7C15
                }
                let place: Int
                if let known = places[path] {
                    place = known
                } else {
                    place = columns.count
                    places[path] = place
                    let isAnswer =
                        parent >= 0
                        && (columns[parent].isAnswer || element.tag == .quote
                            || (!element.hints.isDisjoint(with: [.reply, .quote])
                                && !element.hints.contains(.review)))
                    columns.append(
                        Column(
                            path: path, parent: parent, tag: element.tag, hints: element.hints,
                            isAnswer: isAnswer))
                }
                columnOf[i] = Int32(place)
                if columns[place].spots.last?.record != record { columns[place].records += 1 }
                columns[place].spots.append(Spot(record: record, element: i))
                columns[place].direct += min(500, Int(max(0, direct[i])))
                i += 1
            }
        }
    }

    /// The path of an element from those of its parent, its tag and the first of its classes that has no
    /// digits. All records start from the same path, whatever their own classes say.
    private static func path(_ node: Node, below parent: UInt64, _ isRecord: Bool) -> UInt64 {
        if isRecord { return 2 }
        var value = (parent ^ 0x2F) &* 0x9E37_79B9_7F4A_7C15
        for byte in node.name.bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        if let word = stableClass(node) {
            value = (value ^ 0x2E) &* 0x100_0000_01b3
            for byte in word { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        return value
    }

    /// Whether an element is told from its siblings by its place; paragraphs are not.
    private static func isPlaced(_ element: PageOutline.Element) -> Bool {
        switch element.tag {
        case .inline, .cell, .emphasis, .block, .other: stableClass(element.node) == nil
        default: false
        }
    }

    private static func place(_ node: Node) -> UInt64 {
        if let names = node.attribute("class"), !names.isEmpty {
            return names.bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        }
        return UInt64(number(of: node))
    }

    /// Which of its tag's siblings an element is, from 1; at most 8.
    static func number(of node: Node) -> Int {
        var count = 1
        var at = node.previousElement
        while let other = at, count < 8 {
            if other.name.bytes.elementsEqual(node.name.bytes) { count += 1 }
            at = other.previousElement
        }
        return count
    }

    /// Whether a column takes several cells of each record together that may be different fields.
    var isCrowded: Bool {
        columns.contains { column in
            guard column.records * 2 > count, column.spots.count * 2 >= column.records * 3,
                column.parent >= 0
            else { return false }
            return Self.isPlaced(outline.elements[column.spots[0].element])
        }
    }

    static func stableClass(_ node: Node) -> UnsafeBufferPointer<UInt8>? {
        guard let names = node.attribute("class") else { return nil }
        for word in names.bytes.split(whereSeparator: \.isASCIISpace) {
            if !word.contains(where: \.isASCIIDigit) { return UnsafeBufferPointer(rebasing: word) }
        }
        return nil
    }

    /// How much of a block is also in the others, 0 to 1, by columns; what is in the text does not count.
    func likeness(without text: Int?) -> Double {
        guard count > 1 else { return 1 }
        var all = 0.0
        var shared = 0.0
        for (i, column) in columns.enumerated() {
            if let text, i != text, text > 0, isColumn(i, in: text) { continue }
            all += Double(column.records)
            shared += Double(column.records) * Double(column.records - 1) / Double(count - 1)
        }
        return all > 0 ? shared / all : 0
    }

    /// Whether a column is, or lies in, another.
    func isColumn(_ column: Int, in outer: Int) -> Bool {
        var at = column
        while at >= 0 {
            if at == outer { return true }
            at = columns[at].parent
        }
        return false
    }

    /// The first element of a column in each of the first records.
    func firstSpots(_ column: Int, records: Int) -> [Spot] {
        var found: [Spot] = []
        for spot in columns[column].spots {
            if spot.record >= records { break }
            if found.last?.record != spot.record { found.append(spot) }
        }
        return found
    }

    func isIn(_ element: Int, _ outer: Int) -> Bool {
        element >= outer && element < Int(outline.elements[outer].end)
    }
}
