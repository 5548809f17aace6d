/// The items of a feed whose tags do not match, cut out of its bytes by their start tags.

struct FeedParts {
    /// The feed's root tag, for the vocabularies and the base that it declares.
    private let opening: Range<Int>
    private var items: [Range<Int>] = []

    /// More than a feed of any site has; the rest of a hostile one is passed over.
    private static let most = 2000

    var count: Int { items.count }

    /// nil where no item starts.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var starts: [Int] = []
        var i = 0
        // What ends the CDATA section or the comment that `i` is in.
        var closing: UInt8 = 0
        while i + 5 < bytes.count, starts.count < Self.most {
            if closing != 0 {
                if bytes[i] == closing, bytes[i + 1] == closing, bytes[i + 2] == 0x3E { closing = 0 }
            } else if bytes[i] == 0x3C {
                if bytes[i + 1] == 0x21, bytes[i + 2] == 0x5B {
                    closing = 0x5D
                } else if bytes[i + 1] == 0x21, bytes[i + 2] == 0x2D {
                    closing = 0x2D
                    i += 3
                } else if Self.startsItem(bytes, i) {
                    starts.append(i)
                }
            }
            i += 1
        }
        guard starts.count > 1 else { return nil }
        let root = Self.rootStart(bytes)
        var end = root
        while end < bytes.count, end < root + 4096, bytes[end] != 0x3E { end += 1 }
        opening = root..<min(end + 1, bytes.count)
        for (k, start) in starts.enumerated() {
            let next = k + 1 < starts.count ? starts[k + 1] : bytes.count
            items.append(start..<Self.end(bytes, from: start, before: next))
        }
    }

    /// The feed with one item alone. Nothing closes the root: the parser does, whatever it is called.
    func document(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> [UInt8] {
        Array(bytes[opening]) + bytes[items[i]]
    }

    private static func startsItem(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        for name: StaticString in ["item", "entry"] {
            let end = i + 1 + name.utf8CodeUnitCount
            guard end < bytes.count, bytes[end] == 0x3E || bytes[end].isASCIISpace else { continue }
            if (0..<name.utf8CodeUnitCount).allSatisfy({
                bytes[i + 1 + $0].lowercasedASCII == name.utf8Start[$0]
            }) {
                return true
            }
        }
        return false
    }

    private static func rootStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        bytes.indices.first { bytes[$0] == 0x3C && $0 + 1 < bytes.count && bytes[$0 + 1].isASCIILetter } ?? 0
    }

    /// Past the item's own end tag, or where the next one starts.
    private static func end(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, before next: Int) -> Int {
        var i = next - 1
        while i > start + 5 {
            if bytes[i] == 0x3C, i + 6 < bytes.count, bytes[i + 1] == 0x2F {
                for name: StaticString in ["item>", "entry>"] {
                    let count = name.utf8CodeUnitCount
                    if i + 2 + count <= next,
                        (0..<count).allSatisfy({ bytes[i + 2 + $0].lowercasedASCII == name.utf8Start[$0] })
                    {
                        return i + 2 + count
                    }
                }
            }
            i -= 1
        }
        return next
    }
}
