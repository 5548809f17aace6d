/// A list of alike blocks of a page that may each be a record, and how such lists are found: by what the
/// elements around dates, stars and the words for reviews have in common.
import CXML2

/// What the elements of a list share: a tag with a class, with a telling attribute, or with a depth.
struct ListKey: Hashable {
    enum Trait: Hashable {
        case className(String)
        case attribute(String, value: String?)
        case depth(Int)
    }

    var tag: String
    var trait: Trait

    /// nil for what no selector says.
    var selector: String? {
        switch trait {
        case .className(let name): return "\(tag).\(cssEscaped(name))"
        case .attribute(let name, nil): return "\(tag)[\(name)]"
        case .attribute(let name, let value?): return "\(tag)[\(name)=\"\(value)\"]"
        case .depth: return nil
        }
    }

    var hints: NameHints {
        switch trait {
        case .className(let name): return NameHints(word: name)
        case .attribute(let name, let value):
            return NameHints(word: name).union(value.map(NameHints.init(word:)) ?? [])
        case .depth: return []
        }
    }
}

struct RecordList {
    var key: ListKey
    /// The first element of each record, in document order.
    var tops: [Int]
    /// Where each record ends: one past its last element. Beyond the top's own end when a record is made of
    /// several siblings.
    var ends: [Int]
    var isOfRows: Bool { !rowParents.isEmpty }
    /// The parents of records that are made of siblings.
    var rowParents: Set<Int> = []
    /// A first guess of its worth.
    var promise = 0.0
}

extension NameHints {
    init(word: String) {
        var hints: NameHints = []
        var bytes = Array(word.utf8)
        bytes.append(0)
        bytes.withUnsafeBufferPointer { hints = NameHints(names: CText($0.baseAddress)) }
        self = hints
    }
}

/// A class as CSS writes it: signs escaped (CSSOM, serialize an identifier).
func cssEscaped(_ name: String) -> String {
    var out = ""
    for (i, scalar) in name.unicodeScalars.enumerated() {
        let value = scalar.value
        let isLetter = value >= 0x80 || (value < 0x80 && UInt8(value).isASCIILetter) || value == 0x5F
        let isDigit = value >= 0x30 && value <= 0x39
        if isLetter || value == 0x2D || (isDigit && i > 0) {
            out.unicodeScalars.append(scalar)
        } else if isDigit {
            out += "\\3\(scalar) "
        } else {
            out += "\\"
            out.unicodeScalars.append(scalar)
        }
    }
    return out
}

struct RecordLists {
    let outline: PageOutline
    private var names: [UInt64: (key: ListKey, elements: [Int32])] = [:]

    /// The lists that promise most, best first, at most `limit`.
    static func found(in outline: PageOutline, limit: Int) -> [RecordList] {
        var lists = RecordLists(outline: outline)
        lists.gather()
        var found = lists.ranked(limit: limit)
        found += rowLists(in: outline)
        return found.sorted { $0.promise > $1.promise }
    }

    private init(outline: PageOutline) { self.outline = outline }

    /// Each element around a date or a mark, and each that is named for reviews, is filed once under all that
    /// its list could have in common.
    private mutating func gather() {
        for (i, element) in outline.elements.enumerated() {
            guard element.depth > 1, !element.isBeside, element.prose >= 2, element.tag != .link,
                element.dates > 0 || element.marks > 0 || element.hints.contains(.review)
            else { continue }
            file(i, element)
        }
    }

    private mutating func file(_ i: Int, _ element: PageOutline.Element) {
        let base = hash(element.node.name.bytes, from: 0xcbf2_9ce4_8422_2325)
        add(i, hash: base ^ (UInt64(element.depth) &* 0x9E37_79B9_7F4A_7C15)) {
            ListKey(tag: element.node.name.string, trait: .depth(Int(element.depth)))
        }
        var at = element.node.raw.pointee.properties
        while let attribute = at {
            let name = CText(attribute.pointee.name)
            let value = CText(attribute.pointee.children?.pointee.content)
            if name == "class" {
                addClasses(i, element, value, base)
            } else if name.first == 0x64, name.contains("data-") {
                addAttribute(i, element, name, value, base)
            }
            at = attribute.pointee.next
        }
    }

    private mutating func addClasses(_ i: Int, _ element: PageOutline.Element, _ value: CText, _ base: UInt64)
    {
        var count = 0
        for token in value.bytes.split(whereSeparator: \.isASCIISpace).prefix(12)
        where token.count >= 2 && token.count <= 60 {
            let bytes = UnsafeBufferPointer(rebasing: token)
            add(i, hash: hash(bytes, from: base &* 31 &+ 7)) {
                ListKey(
                    tag: element.node.name.string,
                    trait: .className(String(decoding: bytes, as: UTF8.self)))
            }
            count += 1
        }
    }

    private mutating func addAttribute(
        _ i: Int, _ element: PageOutline.Element, _ name: CText, _ value: CText, _ base: UInt64
    ) {
        let isRole =
            name == "data-hook" || name == "data-testid" || name == "data-qa" || name == "data-test-id"
            || name == "data-test" || name == "data-role" || name == "data-type"
        if isRole, value.bytes.count <= 40, !value.bytes.contains(where: { $0 == 0x22 || $0 == 0x5C }) {
            add(i, hash: hash(value.bytes, from: hash(name.bytes, from: base))) {
                ListKey(
                    tag: element.node.name.string,
                    trait: .attribute(name.string, value: value.string))
            }
        } else if name.contains("id"),
            name.contains("review") || name.contains("comment") || name.contains("post")
        {
            add(i, hash: hash(name.bytes, from: base &* 31 &+ 11)) {
                ListKey(tag: element.node.name.string, trait: .attribute(name.string, value: nil))
            }
        }
    }

    private mutating func add(_ i: Int, hash: UInt64, key: () -> ListKey) {
        if names[hash] == nil { names[hash] = (key(), []) }
        names[hash]?.elements.append(Int32(i))
    }

    private func hash(_ bytes: UnsafeBufferPointer<UInt8>, from start: UInt64) -> UInt64 {
        var value = start
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return value
    }

    private struct SetKey: Hashable {
        var count: Int
        var first: Int32
        var last: Int32
        var sum: Int
    }

    private func ranked(limit: Int) -> [RecordList] {
        var bySet: [SetKey: RecordList] = [:]
        for (_, named) in names {
            let elements = named.elements
            let promise = promise(elements, named.key)
            guard promise > 0 else { continue }
            let set = SetKey(
                count: elements.count, first: elements[0], last: elements[elements.count - 1],
                sum: elements.reduce(0) { $0 &+ Int($1) &* Int($1) })
            let list = RecordList(
                key: named.key, tops: elements.map(Int.init),
                ends: elements.map { Int(outline.elements[Int($0)].end) }, promise: promise)
            if let other = bySet[set], !isBetter(list.key, than: other.key) { continue }
            bySet[set] = list
        }
        let all = bySet.values.sorted {
            ($0.promise, -$0.tops[0]) > ($1.promise, -$1.tops[0])
        }
        return Array(all.prefix(limit))
    }

    /// Names that speak of reviews, then short names, then any name before a depth.
    private func isBetter(_ key: ListKey, than other: ListKey) -> Bool {
        func rank(_ key: ListKey) -> (Int, Int, String) {
            guard let selector = key.selector else { return (3, 0, key.tag) }
            let hasDigits = selector.utf8.contains(where: \.isASCIIDigit)
            let isTold = !key.hints.isDisjoint(with: [.review, .post])
            return (isTold && !hasDigits ? 0 : hasDigits ? 2 : 1, selector.utf8.count, selector)
        }
        return rank(key) < rank(other)
    }

    /// How many of the elements look like one record each, by what is in them and in none of the same list
    /// that lies inside of them.
    private func promise(_ list: [Int32], _ key: ListKey) -> Double {
        var open: [(end: Int32, prose: Int32, dates: Int32, marks: Int32, names: Int32)] = []
        var sum = 0.0
        var prose = 0.0
        var told = 0.0
        var crowded = 0
        func settle() {
            let own = open.removeLast()
            guard own.prose >= 2 else { return }
            var worth = 0.0
            if own.dates > 0 { worth += 1 }
            if own.marks > 0 { worth += 0.5 }
            if own.names > 0 { worth += 0.5 }
            if own.dates > 6 { crowded += 1 }
            sum += worth
            prose += Double(min(own.prose, 400))
            if worth > 0 { told += 1 }
        }
        for i in list {
            let element = outline.elements[Int(i)]
            while let last = open.last, last.end <= i { settle() }
            if !open.isEmpty {
                open[open.count - 1].prose -= element.prose
                open[open.count - 1].dates -= element.dates
                open[open.count - 1].marks -= element.marks
                open[open.count - 1].names -= element.names
            }
            open.append((element.end, element.prose, element.dates, element.marks, element.names))
        }
        while !open.isEmpty { settle() }
        guard told > 0 else { return 0 }
        let isTold = key.hints.contains(.review)
        if list.count == 1, !isTold { return 0 }
        let mean = prose / told
        let shape = mean / (mean + 50)
        let hint = isTold ? 1.6 : key.hints.contains(.post) ? 1.1 : 1.0
        let crowd = 1 - 0.8 * Double(crowded) / Double(list.count)
        return sum * shape * hint * crowd * (told / Double(list.count)).squareRoot()
    }
}
