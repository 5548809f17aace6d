/// Start tags, end tags, and what lies between those of scripts.
import CXML2
import Foundation

extension HTMLScanner {
    // MARK: Start tags

    mutating func startTag() -> Bool {
        var end = at + 1
        guard let name = name(&end) else { return false }
        while let top = open.last, names.ends(name.number, top), let text = parser.pointee.name {
            close(text)
        }
        guard isImplied(name) else { return false }
        guard let tail = tag(from: &end) else { return false }
        push(name)
        if attributes.isEmpty {
            parser.pointee.sax.pointee.startElement?(parser, name.text, nil)
        } else {
            attributes.append(nil)
            let parser = parser
            attributes.withUnsafeMutableBufferPointer {
                parser.pointee.sax.pointee.startElement?(parser, name.text, $0.baseAddress)
            }
        }
        if parser.pointee.disableSAX != 0 { return true }
        // The handler ends a paragraph that the element ends.
        if Int(parser.pointee.nameNr) < open.count { open.remove(at: open.count - 2) }
        at = end
        if tail == .closed || names.isEmpty(name.number) {
            close(name.text)
            return true
        }
        return names.role(name.number) != .script || script(name)
    }

    enum Tail { case open, closed }

    /// The name that begins here, in lower case; nil for one that is too long, or that libxml2 reads as two names:
    /// with a dot for its tag, without for what it ends.
    private func name(_ place: inout Int) -> HTMLName? {
        var hash = HTMLNames.start
        var length = 0
        var hasDot = false
        while Self.isInName(byte(place)), length < 99 {
            let letter = base[place].lowercasedASCII
            if letter == 0x2E { hasDot = true }
            hash = HTMLNames.add(letter, to: hash)
            room[length] = letter
            length += 1
            place += 1
        }
        guard length < 99, !hasDot else { return nil }
        if let known = names.find(room, length, hash: hash) { return known }
        return xmlDictLookup(parser.pointee.dict, room, Int32(length)).map { HTMLName(text: $0, number: -1) }
    }

    /// Whether the element needs no other that the page leaves out, and may stand here at all.
    private mutating func isImplied(_ name: HTMLName) -> Bool {
        let role = names.role(name.number)
        switch role {
        case .html: return open.isEmpty && !sawHead && !sawBody && parser.pointee.node == nil && isFirst
        case .head: return open.count == 1
        case .body:
            return !open.isEmpty && !open.contains { names.role($0) == .body || names.role($0) == .head }
        default: break
        }
        guard !open.isEmpty else { return false }
        if open.count == 1, role == .headPart || role == .script { return sawHead }
        if role == .frame { return false }
        return sawBody || open.contains { names.role($0) == .body || names.role($0) == .head }
    }

    /// No root element stands there yet.
    private var isFirst: Bool {
        guard let document = parser.pointee.myDoc else { return false }
        return xmlDocGetRootElement(document) == nil
    }

    /// The attributes up to the tag's end; nil where it has none.
    private mutating func tag(from place: inout Int) -> Tail? {
        attributes.removeAll(keepingCapacity: true)
        var free = 0
        skipBlanks(&place)
        while true {
            let byte = byte(place)
            if byte == 0x3E {
                place += 1
                return .open
            }
            if byte == 0x2F, self.byte(place + 1) == 0x3E {
                place += 2
                return .closed
            }
            guard place < count else { return nil }
            if Self.beginsName(byte) || byte == 0x2E {
                guard attribute(&place, &free) else { return nil }
            } else {
                while place < count, !Self.isBlank(base[place]), base[place] != 0x3E,
                    base[place] != 0x2F || self.byte(place + 1) != 0x3E
                { place += 1 }
            }
            skipBlanks(&place)
        }
    }

    private func skipBlanks(_ place: inout Int) {
        while place < count, Self.isBlank(base[place]) { place += 1 }
    }

    private mutating func attribute(_ place: inout Int, _ free: inout Int) -> Bool {
        let name = free
        var length = 0
        while Self.isInName(byte(place)), length < 99 {
            room[free] = base[place].lowercasedASCII
            free += 1
            length += 1
            place += 1
        }
        guard length < 99 else { return false }
        room[free] = 0
        free += 1
        skipBlanks(&place)
        var value: UnsafePointer<xmlChar>?
        if byte(place) == 0x3D {
            place += 1
            skipBlanks(&place)
            let start = free
            guard self.value(&place, &free) else { return false }
            value = UnsafePointer(room + start)
        }
        // Of two of one name the first counts.
        var at = 0
        while at < attributes.count {
            if let other = attributes[at], other.pointee == room[name], strcmp(other, room + name) == 0 {
                return true
            }
            at += 2
        }
        attributes.append(UnsafePointer(room + name))
        attributes.append(value)
        return true
    }

    /// In quotes, or up to the next blank.
    private func value(_ place: inout Int, _ free: inout Int) -> Bool {
        let quote = byte(place)
        let isQuoted = quote == 0x22 || quote == 0x27
        if isQuoted { place += 1 }
        while true {
            guard place < count else { return false }
            let byte = base[place]
            if isQuoted ? byte == quote : byte == 0x3E || Self.isBlank(byte) { break }
            if byte == 0x26 {
                let (length, end) = referred(at: place, into: free)
                guard length > 0 else { return false }
                free += length
                place = end
            } else {
                room[free] = byte
                free += 1
                place += 1
            }
        }
        if isQuoted { place += 1 }
        room[free] = 0
        free += 1
        return true
    }

    // MARK: End tags

    mutating func endTag() -> Bool {
        var end = at + 2
        guard byte(end).isASCIILetter, let name = name(&end) else { return false }
        end = first(0x3E, from: end)
        guard end < count else { return false }
        at = end + 1
        guard let place = place(of: name) else {
            // It costs a walk over all that is open, as in libxml2, and is bounded as there.
            return ombud_may_err(parser) != 0
        }
        let priority = names.priority(name.number)
        for above in open[(place + 1)...].reversed() where names.priority(above) > priority { return true }
        while open.count > place, let text = parser.pointee.name { close(text) }
        return true
    }

    /// The innermost open element of this name.
    private func place(of name: HTMLName) -> Int? {
        var place = open.count - 1
        while place >= 0 {
            if name.number >= 0 ? open[place] == name.number : open[place] < 0 && isName(name.text, at: place)
            {
                return place
            }
            place -= 1
        }
        return nil
    }

    private func isName(_ text: UnsafePointer<xmlChar>, at place: Int) -> Bool {
        guard let other = parser.pointee.nameTab[place] else { return false }
        return other == text || strcmp(other, text) == 0
    }

    private mutating func push(_ name: HTMLName) {
        switch names.role(name.number) {
        case .head: sawHead = true
        case .body: sawBody = true
        default: break
        }
        open.append(name.number)
        ombud_push_name(parser, name.text)
    }

    /// Ends the innermost element, which has this name.
    mutating func close(_ name: UnsafePointer<xmlChar>) {
        parser.pointee.sax.pointee.endElement?(parser, name)
        open.removeLast()
        ombud_pop_name(parser)
    }

    // MARK: Scripts

    /// What stands up to the end tag of a script or style is its text, whatever it holds.
    private mutating func script(_ name: HTMLName) -> Bool {
        let length = strlen(name.text)
        let start = at
        // libxml2 takes a tag right at the beginning for a tag.
        if byte(start) == 0x3C, byte(start + 1) != 0x21, !isEnd(start, name, length) { return false }
        var end = first(0x3C, from: start)
        while end < count, !isEnd(end, name, length) { end = first(0x3C, from: end + 1) }
        guard end < count else { return false }
        let after = byte(end + 2 + length)
        guard after == 0x3E || Self.isBlank(after) else { return false }
        if end > start { parser.pointee.sax.pointee.cdataBlock?(parser, base + start, Int32(end - start)) }
        at = end
        return true
    }

    /// Whether the name's end tag begins here.
    private func isEnd(_ place: Int, _ name: HTMLName, _ length: Int) -> Bool {
        guard byte(place + 1) == 0x2F else { return false }
        for index in 0..<length where byte(place + 2 + index).lowercasedASCII != name.text[index] {
            return false
        }
        return true
    }
}
