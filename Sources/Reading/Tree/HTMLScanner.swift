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

    // MARK: Before the first tag

    /// Comments, instructions and blanks.
    private mutating func comments() -> Bool {
        skipBlanks()
        while byte(at) == 0x3C {
            if byte(at + 1) == 0x21, byte(at + 2) == 0x2D {
                guard comment() else { return false }
            } else if byte(at + 1) == 0x3F {
                guard instruction() else { return false }
            } else {
                break
            }
            skipBlanks()
        }
        return true
    }

    /// `<?xml version="1.0"?>`, up to the first `>`.
    private mutating func instruction() -> Bool {
        var end = at + 2
        guard Self.beginsName(byte(end)) else { return false }
        while Self.isInName(byte(end)) { end += 1 }
        let length = end - at - 2
        guard byte(end) < 0x80, end < count else { return false }
        memcpy(room, base + at + 2, length)
        room[length] = 0
        at = end
        if byte(at) == 0x3E {
            parser.pointee.sax.pointee.processingInstruction?(parser, room, nil)
            at += 1
            return true
        }
        skipBlanks()
        end = first(0x3E, from: at)
        guard end < count else { return false }
        let data = room + length + 1
        memcpy(data, base + at, end - at)
        data[end - at] = 0
        parser.pointee.sax.pointee.processingInstruction?(parser, room, data)
        at = end + 1
        return true
    }

    private mutating func doctype() -> Bool {
        guard hasWord("doctype", at: at + 2) else { return false }
        at += 9
        skipBlanks()
        let start = at
        while byte(at).isASCIILetter { at += 1 }
        guard at > start else { return false }
        let name = String(
            decoding: UnsafeBufferPointer(start: base + start, count: at - start), as: UTF8.self)
        skipBlanks()
        var (isPublic, literals): (Bool, [String]) = (false, [])
        if hasWord("public", at: at) || hasWord("system", at: at) {
            isPublic = base[at] | 0x20 == 0x70
            at += 6
            guard Self.isBlank(byte(at)) else { return false }
            skipBlanks()
            while literals.count < (isPublic ? 2 : 1), let literal = literal() {
                literals.append(literal)
                skipBlanks()
            }
            guard !literals.isEmpty, byte(at) != 0x22, byte(at) != 0x27 else { return false }
        }
        // What else stands there counts for nothing.
        at = first(0x3E, from: at)
        guard at < count else { return false }
        at += 1
        let id = isPublic ? literals.first : nil
        let address = isPublic ? (literals.count > 1 ? literals[1] : nil) : literals.first
        withName(name) { name in
            withName(id) { id in
                withName(address) { parser.pointee.sax.pointee.internalSubset?(parser, name, id, $0) }
            }
        }
        return true
    }

    /// Of letters that any literal may have.
    private mutating func literal() -> String? {
        let quote = byte(at)
        guard quote == 0x22 || quote == 0x27 else { return nil }
        let end = first(quote, from: at + 1)
        guard end < count else { return nil }
        let bytes = UnsafeBufferPointer(start: base + at + 1, count: end - at - 1)
        let isPlain = bytes.allSatisfy {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x20 || $0 == 0x2D || $0 == 0x2E || $0 == 0x2F
                || $0 == 0x3A
        }
        guard isPlain else { return nil }
        at = end + 1
        return String(decoding: bytes, as: UTF8.self)
    }

    private func hasWord(_ word: StaticString, at place: Int) -> Bool {
        for index in 0..<word.utf8CodeUnitCount
        where byte(place + index).lowercasedASCII != word.utf8Start[index] {
            return false
        }
        return true
    }

    private func withName(_ text: String?, _ body: (UnsafePointer<xmlChar>?) -> Void) {
        guard let text else { return body(nil) }
        text.withCString { start in
            start.withMemoryRebound(to: xmlChar.self, capacity: text.utf8.count + 1) { body($0) }
        }
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

    /// Writes what a reference stands for; 0 bytes where libxml2 is to say.
    func referred(at start: Int, into place: Int) -> (length: Int, end: Int) {
        var end = start + 1
        if byte(end) == 0x23 {
            var value: UInt32 = 0
            end += 1
            let isHex = byte(end) | 0x20 == 0x78
            if isHex { end += 1 }
            let first = end
            while end < first + 7 {
                let digit = byte(end)
                if digit.isASCIIDigit {
                    value = value * (isHex ? 16 : 10) + UInt32(digit - 0x30)
                } else if isHex, (0x61...0x66).contains(digit | 0x20) {
                    value = value * 16 + UInt32((digit | 0x20) - 0x57)
                } else {
                    break
                }
                end += 1
            }
            guard end > first, byte(end) == 0x3B else { return (0, start) }
            return (write(value, at: place), end + 1)
        }
        guard Self.beginsName(byte(end)) else {
            // A mark that stands for itself.
            guard byte(end) < 0x80 else { return (0, start) }
            room[place] = 0x26
            return (1, end)
        }
        while Self.isInName(byte(end)) { end += 1 }
        let length = end - start - 1
        // A name may go on with letters beyond ASCII.
        let after = byte(end)
        guard after < 0x80, end < count else { return (0, start) }
        if after == 0x3B, let value = Self.entity(base + start + 1, length) {
            return (write(value, at: place), end + 1)
        }
        // Not a reference: as it stands.
        memcpy(room + place, base + start, length + 1)
        return (length + 1, end)
    }

    private static func entity(_ name: UnsafePointer<UInt8>, _ length: Int) -> UInt32? {
        guard length < 12 else { return nil }
        if length == 3, memcmp(name, "amp", 3) == 0 { return 0x26 }
        if length == 4, memcmp(name, "nbsp", 4) == 0 { return 0xA0 }
        if length == 4, memcmp(name, "quot", 4) == 0 { return 0x22 }
        if length == 2, memcmp(name, "lt", 2) == 0 { return 0x3C }
        if length == 2, memcmp(name, "gt", 2) == 0 { return 0x3E }
        return withUnsafeTemporaryAllocation(of: xmlChar.self, capacity: length + 1) { room in
            for index in 0..<length { room[index] = name[index] }
            room[length] = 0
            return htmlEntityLookup(room.baseAddress).map { UInt32($0.pointee.value) }
        }
    }

    /// 0 for what is no character.
    private func write(_ value: UInt32, at place: Int) -> Int {
        let isControl = value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D
        guard !isControl, value != 0xFFFE, value != 0xFFFF, let scalar = Unicode.Scalar(value) else {
            return 0
        }
        var length = 0
        for byte in scalar.utf8 {
            room[place + length] = byte
            length += 1
        }
        return length
    }
}
