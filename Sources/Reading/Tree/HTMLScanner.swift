/// Reads the tags and texts of a page and has libxml2 make its tree of them: the tree that libxml2's own parser makes,
/// in a third of the time, for pages that are written as most are.
///
/// libxml2 takes a page letter by letter, a function call each. Here runs of bytes are searched for what ends them.
/// Whatever is unusual (a second `body`, text outside of it, a tag that never ends) is left to libxml2, which then
/// reads the page from its beginning.
import CXML2
import Foundation

struct HTMLScanner: ~Copyable {
    let parser: htmlParserCtxtPtr
    let base: UnsafePointer<UInt8>
    let count: Int
    var at = 0
    let names = HTMLNames.shared
    /// Numbers of the open elements' names, as `parser.nameTab` has their texts.
    var open: [Int] = []
    var sawHead = false
    var sawBody = false
    /// Names and values of the tag being read, each ended by a NUL.
    let room: UnsafeMutablePointer<UInt8>
    var attributes: [UnsafePointer<xmlChar>?] = []

    private static let mostBytes = 4 << 20
    private static let leastBytes = 16

    /// - Parameter base: of `count` bytes that stay where they are: valid UTF-8, for which `mayRead` is true.
    init(_ parser: htmlParserCtxtPtr, _ base: UnsafePointer<UInt8>, _ count: Int) {
        self.parser = parser
        self.base = base
        self.count = count
        // No name or value takes more than it takes in the page, with what ends it.
        room = .allocate(capacity: count + 16)
        open.reserveCapacity(64)
        attributes.reserveCapacity(64)
    }

    deinit { room.deallocate() }

    /// Whether nothing stands there that is no character of XML, which libxml2 leaves out of texts.
    static func mayRead(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (leastBytes...mostBytes).contains(bytes.count) else { return false }
        func isPlain(_ place: Int) -> Bool {
            let byte = bytes[place]
            if byte == 0xEF {
                return place + 2 >= bytes.count || bytes[place + 1] != 0xBF || bytes[place + 2] < 0xBE
            }
            return byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
        }
        let raw = UnsafeRawBufferPointer(bytes)
        var place = 0
        // Eight bytes at once: is one of them below 0x20, or 0xEF?
        let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        while place + 8 <= bytes.count {
            let eight = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            let other = eight ^ (ones &* 0xEF)
            if ((eight &- ones &* 0x20) & ~eight | (other &- ones) & ~other) & tops != 0 {
                for at in place..<place + 8 where !isPlain(at) { return false }
            }
            place += 8
        }
        while place < bytes.count {
            if !isPlain(place) { return false }
            place += 1
        }
        return true
    }

    /// Reads all of it; false where libxml2 is to read it instead.
    mutating func run() -> Bool {
        skipBlanks()
        guard at < count, base[at] == 0x3C else { return false }
        parser.pointee.sax.pointee.startDocument?(parser)
        guard comments() else { return false }
        if byte(at + 1) == 0x21 {
            guard doctype(), comments() else { return false }
        }
        while at < count {
            let isRead: Bool
            switch base[at] {
            case 0x3C:
                let next = byte(at + 1)
                if next == 0x2F {
                    isRead = endTag()
                } else if next.isASCIILetter {
                    isRead = startTag()
                } else if next == 0x21 {
                    isRead = byte(at + 2) == 0x2D ? comment() : doctype()
                } else {
                    isRead = next == 0x3F && instruction()
                }
            case 0x26: isRead = reference()
            default: isRead = text()
            }
            guard isRead else { return false }
            // A bound was reached.
            if parser.pointee.disableSAX != 0 { return true }
        }
        while let name = parser.pointee.name { close(name) }
        parser.pointee.sax.pointee.endDocument?(parser)
        return true
    }

    @inline(__always)
    func byte(_ place: Int) -> UInt8 { place < count ? base[place] : 0 }

    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    @inline(__always)
    static func beginsName(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte == 0x5F || byte == 0x3A }

    @inline(__always)
    static func isInName(_ byte: UInt8) -> Bool {
        beginsName(byte) || byte.isASCIIDigit || byte == 0x2D || byte == 0x2E
    }

    mutating func skipBlanks() {
        while at < count, Self.isBlank(base[at]) { at += 1 }
    }

    /// Where `byte` stands first at or after `start`; the end where it does not.
    @inline(__always)
    func first(_ byte: UInt8, from start: Int) -> Int {
        guard start < count, let found = memchr(base + start, Int32(byte), count - start) else {
            return count
        }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
    }

    // MARK: Comments and texts

    /// From `<!--` to the first `-->`; one that ends oddly is libxml2's.
    mutating func comment() -> Bool {
        guard byte(at + 2) == 0x2D, byte(at + 3) == 0x2D else { return false }
        let start = at + 4
        guard byte(start) != 0x3E, !(byte(start) == 0x2D && byte(start + 1) == 0x3E) else { return false }
        var end = first(0x3E, from: start)
        while end < count {
            if end >= start + 2, base[end - 1] == 0x2D, base[end - 2] == 0x2D { break }
            if end >= start + 3, base[end - 1] == 0x21, base[end - 2] == 0x2D, base[end - 3] == 0x2D {
                return false
            }
            end = first(0x3E, from: end + 1)
        }
        guard end < count else { return false }
        let length = end - 2 - start
        memcpy(room, base + start, length)
        room[length] = 0
        parser.pointee.sax.pointee.comment?(parser, room)
        at = end + 1
        return true
    }

    /// Up to the next tag or reference.
    private mutating func text() -> Bool {
        let start = at
        var end = at
        while end < count, base[end] != 0x3C, base[end] != 0x26 { end += 1 }
        // libxml2 looks one byte past the text's end.
        guard end + 1 < count || mayEnd(start..<end) else { return false }
        guard !open.isEmpty, names.role(open[open.count - 1]) != .html,
            names.role(open[open.count - 1]) != .head
        else {
            // Blanks are nobody's text there; all else opens a paragraph.
            guard end - start < 1000, byte(end) != 0x26, (start..<end).allSatisfy({ Self.isBlank(base[$0]) })
            else {
                return false
            }
            if !open.isEmpty { characters(start, end) }
            at = end
            return true
        }
        characters(start, end)
        at = end
        return true
    }

    /// At the end of the page, nothing but blanks outside of all elements.
    private func mayEnd(_ range: Range<Int>) -> Bool {
        open.isEmpty && range.allSatisfy { Self.isBlank(base[$0]) }
    }

    @inline(__always)
    private func characters(_ start: Int, _ end: Int) {
        parser.pointee.sax.pointee.characters?(parser, base + start, Int32(end - start))
    }

    /// `&amp;`, `&#8211;` in a text.
    private mutating func reference() -> Bool {
        guard !open.isEmpty, names.role(open[open.count - 1]) != .html,
            names.role(open[open.count - 1]) != .head
        else { return false }
        let (length, end) = referred(at: at, into: 0)
        guard length > 0 else { return false }
        room[length] = 0
        parser.pointee.sax.pointee.characters?(parser, room, Int32(length))
        at = end
        return true
    }
}
