/// What stands before a page's first tag: comments, instructions and the document type.
import CXML2
import Foundation

extension HTMLScanner {
    /// Comments, instructions and blanks.
    mutating func comments() -> Bool {
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
    mutating func instruction() -> Bool {
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

    mutating func doctype() -> Bool {
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
}
