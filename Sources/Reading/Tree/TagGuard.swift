/// Takes out of a page what makes libxml2 quadratic: one tag with thousands of attributes, each of
/// which is compared with all before it.
import Foundation

enum TagGuard {
    /// More than any honest tag has.
    static let attributes = 600

    /// The ranges to blank: what follows the attribute that is one too many, up to the tag's end.
    static func excess(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var i = 0
        let count = bytes.count
        while i + 1 < count {
            i = bytes.first(0x3C, from: i)
            guard i + 1 < count else { break }
            guard bytes[i + 1].isASCIILetter else {
                i += 1
                continue
            }
            let start = i
            i += 2
            var words = 0
            var cut: Int?
            var last: UInt8 = 0
            while i < count, bytes[i] != 0x3E {
                let byte = bytes[i]
                if byte == 0x22 || byte == 0x27, last == 0x3D {
                    i = bytes.first(byte, from: i + 1)
                    words += 1
                } else if byte.isASCIISpace || byte == 0x2F {
                    words += bytes[i - 1].isASCIISpace ? 0 : 1
                }
                if !byte.isASCIISpace { last = byte }
                if words > attributes, cut == nil { cut = i }
                i += 1
            }
            if let cut, cut < min(i, count) { found.append(cut..<min(i, count)) }
            if isScript(bytes, at: start) { i = pastScript(bytes, from: i) }
        }
        return found
    }

    private static func isScript(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        let name: StaticString = "script"
        guard start + 7 < bytes.count else { return false }
        for i in 0..<6 where bytes[start + 1 + i].lowercasedASCII != name.utf8Start[i] { return false }
        return !bytes[start + 7].isASCIILetter
    }

    private static func pastScript(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var i = bytes.first(0x3C, from: start)
        while i + 8 < bytes.count {
            if bytes[i] == 0x3C, bytes[i + 1] == 0x2F, bytes[i + 2] | 0x20 == 0x73,
                bytes[i + 3] | 0x20 == 0x63,
                bytes[i + 4] | 0x20 == 0x72
            {
                return i
            }
            i = bytes.first(0x3C, from: i + 1)
        }
        return bytes.count
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where `byte` stands first at or after `start`; the end where it does not.
    func first(_ byte: UInt8, from start: Int) -> Int {
        guard start < count, let baseAddress else { return count }
        // unsafe: `start` and the length are within the buffer.
        guard let found = memchr(baseAddress + start, Int32(byte), count - start) else { return count }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - baseAddress
    }
}
