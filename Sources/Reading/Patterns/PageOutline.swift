/// A page's tree as a table in document order, made in one walk: for each element what its names say and
/// how much text, links, dates and stars are below it. All that the search for records asks is answered
/// from here without walking the tree again.
import CXML2

struct PageOutline {
    struct Element {
        let node: Node
        /// -1 for the root.
        let parent: Int32
        /// One past the last element below.
        var end: Int32 = 0
        let depth: Int32
        let hints: NameHints
        let tag: Tag
        /// The link that this element stands in, or is; -1 outside of any.
        let link: Int32
        /// Whether this is, or lies in, what stands beside the page's own matter.
        var isBeside = false
        /// Letters of text outside of links, dates and controls, here and below.
        var prose: Int32 = 0
        /// Letters of links.
        var linked: Int32 = 0
        var dates: Int32 = 0
        var marks: Int32 = 0
        var names: Int32 = 0
        /// Cells from `firstCell` up to `endCell` are here or below.
        var firstCell: Int32 = 0
        var endCell: Int32 = 0
        /// Whether its own texts hold a date.
        var hasDate = false
    }

    /// One text of the page.
    struct Cell {
        let node: Node
        let element: Int32
    }

    enum Tag: UInt8 {
        case other, link, image, time, heading, paragraph, list, item, row, cell, emphasis, cite, beside,
            main,
            block, inline, control, quote, page
    }

    private(set) var elements: [Element] = []
    private(set) var cells: [Cell] = []
    /// Each element's prose, and what of it is in no element below: what tables of records begin from.
    private(set) var prose: [Int32] = []
    private(set) var ownProse: [Int32] = []
    /// Pages with more elements are read as far as this.
    static let limit = 200_000

    init(root: Node) {
        elements.reserveCapacity(4096)
        var open: [Int] = []
        var at: Node? = root
        while let node = at {
            var isEntered = true
            if node.isElement {
                let layout = Layout(node.name)
                if layout == .hidden || elements.count >= Self.limit {
                    isEntered = layout == .hidden && node.name == "head" ? false : false
                } else {
                    open.append(add(node, inside: open.last))
                }
            } else if node.isText, let inside = open.last {
                see(node, inside: inside)
            } else {
                isEntered = false
            }
            // Down, or along, or up to the next sibling of what ends here.
            if isEntered, node.isElement, let child = node.firstChild {
                at = child
                continue
            }
            if isEntered, node.isElement { close(open.removeLast()) }
            var last = node
            at = nil
            while last != root {
                if let next = last.next {
                    at = next
                    break
                }
                guard let up = last.raw.pointee.parent, let index = open.last else { break }
                last = Node(up)
                close(index)
                open.removeLast()
            }
        }
        while let index = open.popLast() { close(index) }
        markBeside()
        prose = elements.map(\.prose)
        ownProse = prose
        for element in elements.dropFirst() { ownProse[Int(element.parent)] -= element.prose }
    }

    private mutating func add(_ node: Node, inside parent: Int?) -> Int {
        let tag = Tag(node.name)
        var hints: NameHints = []
        var isDated = false
        var at = node.raw.pointee.properties
        while let attribute = at {
            let name = CText(attribute.pointee.name)
            switch name.first {
            case 0x63, 0x69, 0x64, 0x72:
                if name == "class" || name == "id" || name == "data-hook" || name == "data-testid"
                    || name == "data-qa" || name == "rel"
                {
                    hints.formUnion(NameHints(names: CText(attribute.pointee.children?.pointee.content)))
                } else if name == "datetime" {
                    isDated = true
                }
            default: break
            }
            at = attribute.pointee.next
        }
        let index = elements.count
        let above = parent.map { elements[$0] }
        let link = tag == .link ? Int32(index) : above?.link ?? -1
        var element = Element(
            node: node, parent: Int32(parent ?? -1), depth: (above?.depth ?? -1) + 1, hints: hints, tag: tag,
            link: link)
        element.firstCell = Int32(cells.count)
        if isDated || tag == .time {
            element.dates = 1
            element.hasDate = true
        }
        let outer = above?.hints ?? []
        if hints.contains(.rating), !outer.contains(.rating) { element.marks = 1 }
        if tag == .image, let alt = node.attribute("alt"), alt.contains("star") { element.marks = 1 }
        if hints.contains(.author), !outer.contains(.author) { element.names = 1 }
        elements.append(element)
        return index
    }

    private mutating func see(_ node: Node, inside index: Int) {
        let bytes = node.content.bytes
        var letters: Int32 = 0
        var stars: Int32 = 0
        for (i, byte) in bytes.enumerated() where byte > 0x20 && byte & 0xC0 != 0x80 {
            letters += 1
            if byte == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x98, bytes[i + 2] & 0xFE == 0x86 {
                stars = 1
            }
        }
        guard letters > 0 else { return }
        cells.append(Cell(node: node, element: Int32(index)))
        let tag = elements[index].tag
        elements[index].marks += stars
        if DateCell.mayBe(bytes) {
            if elements[index].hasDate { return }
            if DateCell.isDate(bytes) {
                elements[index].dates += 1
                elements[index].hasDate = true
                return
            }
        }
        if tag == .control { return }
        if elements[index].link >= 0 {
            elements[index].linked += letters
        } else {
            elements[index].prose += letters
        }
    }

    private mutating func close(_ index: Int) {
        elements[index].end = Int32(elements.count)
        elements[index].endCell = Int32(cells.count)
        let mine = elements[index]
        guard mine.parent >= 0 else { return }
        let parent = Int(mine.parent)
        elements[parent].prose += mine.prose
        elements[parent].linked += mine.linked
        elements[parent].dates += mine.dates
        elements[parent].marks += mine.marks
        elements[parent].names += mine.names
    }

    /// Menus, side bars and footers, where they hold no more than half of the page's text: themes also name
    /// the element around everything for the side bar that it has.
    private mutating func markBeside() {
        guard let all = elements.first.map({ Int($0.prose + $0.linked) }) else { return }
        // An article's own header or footer may hold its comments; a menu or side bar holds none.
        var isMild = [Bool](repeating: false, count: elements.count)
        for i in elements.indices.dropFirst() {
            let element = elements[i]
            var isBeside = elements[Int(element.parent)].isBeside
            isMild[i] = isMild[Int(element.parent)]
            if element.tag == .main
                || (isMild[i] && element.hints.contains(.review) && !element.hints.contains(.furniture))
            {
                isBeside = false
            } else if !isBeside, element.tag != .page {
                let isNamed = element.hints.contains(.furniture) && !element.hints.contains(.review)
                if isNamed || element.tag == .beside {
                    isBeside = Int(element.prose + element.linked) * 2 <= all
                    isMild[i] = !isNamed && (element.node.name == "footer" || element.node.name == "header")
                }
            }
            elements[i].isBeside = isBeside
        }
    }
}

extension PageOutline.Tag {
    init(_ name: CText) {
        switch name.first {
        case 0x61:  // a
            self =
                name == "a"
                ? .link
                : name == "article" || name == "address"
                    ? .block
                    : name == "aside" ? .beside : name == "abbr" ? .time : .inline
            if name == "abbr" { self = .inline }
        case 0x62:
            self =
                name == "b"
                ? .emphasis
                : name == "blockquote"
                    ? .quote
                    : name == "button"
                        ? .control
                        : name == "body" ? .page : .inline
        case 0x63: self = name == "cite" ? .cite : .inline
        case 0x64:
            self = name == "div" || name == "dl" ? .block : name == "dt" || name == "dd" ? .item : .inline
        case 0x65: self = name == "em" ? .emphasis : .inline
        case 0x66: self = name == "footer" ? .beside : .block
        case 0x68:
            if let second = name.base?[1], second >= 0x31, second <= 0x36 {
                self = .heading
            } else {
                self = name == "header" ? .beside : name == "html" ? .page : .block
            }
        case 0x69: self = name == "img" ? .image : name == "input" ? .control : .inline
        case 0x6C: self = name == "li" ? .item : name == "label" ? .control : .inline
        case 0x6D: self = name == "main" ? .main : .inline
        case 0x6E: self = name == "nav" ? .beside : .inline
        case 0x6F: self = name == "ol" ? .list : name == "option" ? .control : .inline
        case 0x70: self = name == "p" || name == "pre" ? .paragraph : .inline
        case 0x73: self = name == "strong" ? .emphasis : name == "section" ? .block : .inline
        case 0x74:
            self =
                name == "time"
                ? .time
                : name == "tr"
                    ? .row
                    : name == "td" || name == "th"
                        ? .cell
                        : name == "table" || name == "tbody" ? .block : .inline
        case 0x75: self = name == "ul" ? .list : .inline
        default: self = .other
        }
    }
}
