/// The letters and digits that a page shows, in one row, with the stretch that each element holds: where a
/// known text stands is then a search in bytes.
import CXML2

struct VisibleLetters {
    /// ASCII in lower case, everything beyond it but spaces and punctuation as it is.
    private(set) var letters: [UInt8] = []
    /// In document order, each before what it holds.
    private(set) var elements: [Element] = []
    private var numbers: [Node: Int] = [:]

    struct Element {
        let node: Node
        /// nil for the root.
        let parent: Int?
        let start: Int
        var end: Int
        /// Past the last element inside it.
        var after: Int
    }

    /// Elements beyond this are not looked at: no list of reviews is so long.
    static let mostElements = 200_000

    init(root: Node) {
        var open: [Int] = []
        var at: Node? = root
        while let node = at, elements.count < Self.mostElements {
            while let last = open.last, elements[last].node.raw != node.raw.pointee.parent {
                close(last)
                open.removeLast()
            }
            if node.isElement {
                if Self.isHidden(node) {
                    at = node.following(within: root, intoChildren: false)
                    continue
                }
                numbers[node] = elements.count
                open.append(elements.count)
                elements.append(
                    Element(
                        node: node, parent: open.dropLast().last, start: letters.count, end: letters.count,
                        after: elements.count + 1))
            } else if node.isText {
                Self.append(node.content.bytes, to: &letters)
            }
            at = node.following(within: root)
        }
        for last in open.reversed() { close(last) }
    }

    private mutating func close(_ number: Int) {
        elements[number].end = letters.count
        elements[number].after = elements.count
    }

    private static func isHidden(_ node: Node) -> Bool {
        let name = node.name
        return name == "script" || name == "style" || name == "noscript" || name == "template"
            || name == "head"
    }

    /// What is compared of a text.
    static func key(_ text: String) -> [UInt8] {
        var key: [UInt8] = []
        var text = text
        text.withUTF8 { append($0, to: &key) }
        return key
    }

    private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to letters: inout [UInt8]) {
        var i = 0
        while i < bytes.count {
            let byte = bytes[i]
            switch byte {
            case 0xC2: i += 2
            // General punctuation: dashes, quotes, thin spaces.
            case 0xE2 where i + 1 < bytes.count && bytes[i + 1] == 0x80: i += 3
            case 0x80...:
                letters.append(byte)
                i += 1
            default:
                if byte.isASCIILetter || byte.isASCIIDigit { letters.append(byte.lowercasedASCII) }
                i += 1
            }
        }
    }

    /// Where `key` stands first at or after `start`.
    func place(of key: [UInt8], from start: Int = 0) -> Int? {
        guard let first = key.first, letters.count >= key.count else { return nil }
        return letters.withUnsafeBufferPointer { all in
            var at = start
            while at + key.count <= all.count {
                guard let next = all[at...].firstIndex(of: first), next + key.count <= all.count else {
                    return nil
                }
                if all[next..<(next + key.count)].elementsEqual(key) { return next }
                at = next + 1
            }
            return nil
        }
    }

    /// The smallest element that holds all of a stretch.
    func smallest(holding stretch: Range<Int>) -> Int? {
        var low = 0
        var high = elements.count
        while low < high {
            let middle = (low + high) / 2
            if elements[middle].start <= stretch.lowerBound { low = middle + 1 } else { high = middle }
        }
        var at: Int? = low - 1
        while let number = at, number >= 0 {
            if elements[number].end >= stretch.upperBound { return number }
            at = elements[number].parent
        }
        return nil
    }

    /// The letters that an element shows.
    func shown(by number: Int) -> ArraySlice<UInt8> {
        letters[elements[number].start..<elements[number].end]
    }

    func number(of node: Node) -> Int? { numbers[node] }

    func isInside(_ number: Int, _ outer: Int) -> Bool {
        outer <= number && number < elements[outer].after
    }

    /// From an element up to the root.
    func chain(from number: Int) -> [Int] {
        Array(sequence(first: number) { elements[$0].parent })
    }
}
