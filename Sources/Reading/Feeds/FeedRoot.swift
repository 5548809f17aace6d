/// Where a feed begins, past whatever a broken site puts before it, and the entities that it declares there.

enum FeedRoot {
    /// The names of the elements that feeds are in.
    private static let names: [StaticString] = ["rss", "feed", "rdf", "channel", "entry"]

    /// The index of the `<` of the feed's own tag within the first `limit` bytes; nil without one.
    static func index(in bytes: UnsafeBufferPointer<UInt8>, limit: Int = 16_384) -> Int? {
        let count = min(bytes.count, limit)
        var i = 0
        while i + 1 < count {
            guard bytes[i] == 0x3C else {
                i += 1
                continue
            }
            if bytes[i + 1] == 0x21, i + 3 < count, bytes[i + 2] == 0x2D, bytes[i + 3] == 0x2D {
                i += 4
                while i + 2 < count, bytes[i] != 0x2D || bytes[i + 1] != 0x2D || bytes[i + 2] != 0x3E {
                    i += 1
                }
                continue
            }
            if names(bytes, at: i + 1) { return i }
            i += 1
        }
        return nil
    }

    private static func names(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        var end = start
        var local = start
        while end < bytes.count, end < start + 40, bytes[end] != 0x3E, bytes[end] != 0x2F,
            !bytes[end].isASCIISpace
        {
            if bytes[end] == 0x3A { local = end + 1 }
            end += 1
        }
        for name in names where name.utf8CodeUnitCount == end - local {
            if (0..<(end - local)).allSatisfy({ bytes[local + $0].lowercasedASCII == name.utf8Start[$0] }) {
                return true
            }
        }
        return false
    }

    /// The plain texts that a document type declares as entities: `<!ENTITY shop "Shop of Example">`. Those
    /// with references or markup in them are left out: they are how small feeds become large.
    static func entities(in bytes: UnsafeBufferPointer<UInt8>, upTo end: Int) -> [[UInt8]: [UInt8]] {
        var found: [[UInt8]: [UInt8]] = [:]
        let mark: StaticString = "<!ENTITY"
        var i = 0
        while i + 12 < end, found.count < 64 {
            guard bytes[i] == 0x3C, (0..<8).allSatisfy({ bytes[i + $0] == mark.utf8Start[$0] }) else {
                i += 1
                continue
            }
            i += 8
            while i < end, bytes[i].isASCIISpace { i += 1 }
            let name = i
            while i < end, !bytes[i].isASCIISpace, bytes[i] != 0x3E { i += 1 }
            let nameEnd = i
            while i < end, bytes[i].isASCIISpace { i += 1 }
            guard i < end, bytes[i] == 0x22 || bytes[i] == 0x27 else { continue }
            let quote = bytes[i]
            let value = i + 1
            i += 1
            while i < end, bytes[i] != quote { i += 1 }
            let text = bytes[value..<i]
            if text.count <= 200, !text.contains(0x26), !text.contains(0x25), !text.contains(0x3C) {
                found[Array(bytes[name..<nameEnd])] = Array(text)
            }
        }
        return found
    }
}
