/// Text as a person sees it: white space collapsed, paragraphs and line breaks as newlines,
/// scripts and styles left out, entities decoded; from a tree or from a string with markup in it.
import CXML2

/// Collects bytes of text, collapsing white space as it goes.
struct TextBuilder {
    private(set) var bytes: [UInt8] = []
    private var space = false
    private var breaks = 0

    mutating func append(_ byte: UInt8) {
        if byte.isASCIISpace {
            space = true
            return
        }
        settle()
        bytes.append(byte)
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        var i = 0
        while i < text.count {
            let byte = text[i]
            if byte.isASCIISpace {
                space = true
                i += 1
            } else if byte == 0xC2, i + 1 < text.count, text[i + 1] == 0xA0 {
                space = true  // no-break space
                i += 2
            } else if byte == 0xE2, i + 2 < text.count, text[i + 1] == 0x80, text[i + 2] == 0x8B {
                i += 3  // zero-width space
            } else {
                if space || breaks > 0 { settle() }
                let end = Self.runEnd(text, from: i)
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[i..<end]))
                i = end
            }
        }
    }

    /// Past the bytes after `start` that are kept as they are: words with single spaces between them.
    @inline(__always)
    private static func runEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var i = start + 1
        while i < text.count {
            if isKept(text[i]) {
                i += 1
            } else if text[i] == 0x20, i + 1 < text.count, isKept(text[i + 1]) {
                i += 2
            } else {
                break
            }
        }
        return i
    }

    /// Whether a byte is neither white space nor the first of a space beyond ASCII.
    @inline(__always)
    static func isKept(_ byte: UInt8) -> Bool { byte > 0x20 && byte != 0xC2 && byte != 0xE2 }

    mutating func lineBreak() { breaks = min(2, breaks + 1) }
    mutating func blockBreak() { breaks = max(1, breaks) }

    private mutating func settle() {
        if !bytes.isEmpty {
            if breaks > 0 {
                for _ in 0..<breaks { bytes.append(0x0A) }
            } else if space {
                bytes.append(0x20)
            }
        }
        space = false
        breaks = 0
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }
}

extension Node {
    /// The text of this element and all below it.
    var plainText: String {
        if isText { return TextBuilder.collapsed(content.bytes) }
        var steps = Int.max
        return plainText(steps: &steps)
    }

    /// The same, in at most `steps` nodes: texts of nested elements overlap, and a page may nest thousands.
    func plainText(steps: inout Int) -> String {
        var builder = TextBuilder()
        addText(to: &builder, limit: .max, steps: &steps)
        return builder.string
    }

    /// The beginning of the text: enough to recognise a short label without reading a whole page.
    func shortText(limit: Int) -> String {
        var builder = TextBuilder()
        var steps = 1000
        addText(to: &builder, limit: limit, steps: &steps)
        return builder.string
    }

    private func addText(to builder: inout TextBuilder, limit: Int, steps: inout Int) {
        var at = following(within: self)
        var previous = self
        while let node = at, steps > 0 {
            steps -= 1
            // Leaving a block ends its line; entering one starts a new line.
            if node.raw.pointee.parent != previous.raw {
                Self.leave(previous, for: node, top: self, &builder)
            }
            var into = true
            if node.isText {
                let bytes = node.content.bytes
                steps -= bytes.count >> 4
                builder.append(bytes)
                if builder.bytes.count > limit { return }
            } else if node.isElement {
                switch Layout(node.name) {
                case .hidden: into = false
                case .lineBreak: builder.lineBreak()
                case .block: builder.blockBreak()
                case .inline: break
                }
            } else {
                into = false
            }
            previous = node
            at = node.following(within: self, intoChildren: into)
        }
    }

    private static func leave(_ from: Node, for node: Node, top: Node, _ builder: inout TextBuilder) {
        var at = from
        while at != top, at.raw != node.raw.pointee.parent {
            if at.isElement, Layout(at.name) == .block { builder.blockBreak() }
            guard let up = at.parent else { return }
            at = up
        }
    }
}

extension TextBuilder {
    static func collapsed(_ text: UnsafeBufferPointer<UInt8>) -> String {
        var builder = TextBuilder()
        builder.append(text)
        return builder.string
    }
}

/// The plain text of a string that may carry tags and entities, as feeds and JSON-LD do.
/// Newlines of a string without tags are kept: there they are the paragraphs.
func plainText(markup text: String) -> String {
    var text = text
    if text.withUTF8(isPlain) { return text }
    return text.withUTF8 { plainText(markup: $0) }
}

/// Whether the text is its own plain text: no tags, no references, single spaces and breaks between words.
private func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isBetween = true
    for byte in bytes {
        if TextBuilder.isKept(byte), byte != 0x26, byte != 0x3C {
            isBetween = false
        } else if byte == 0x20 || byte == 0x0A, !isBetween {
            isBetween = true
        } else {
            return false
        }
    }
    return !isBetween || bytes.isEmpty
}

func plainText(markup bytes: UnsafeBufferPointer<UInt8>) -> String {
    var stripped = stripTags(bytes)
    // Doubly escaped text (`&amp;lt;br&amp;gt;` in a feed) shows its tags only now.
    if stripped.foundEntity, stripped.hasTag, hasMarkup(stripped.bytes) {
        stripped = stripped.bytes.withUnsafeBufferPointer { stripTags($0) }
    }
    return String(decoding: stripped.bytes, as: UTF8.self)
}

/// Whether text that escaped a `<` has markup in it, which ends tags or breaks lines; `the <blink> tag` has not.
private func hasMarkup(_ bytes: [UInt8]) -> Bool {
    var i = 0
    while i + 3 < bytes.count {
        if bytes[i] == 0x3C {
            let next = bytes[i + 1] | 0x20
            if bytes[i + 1] == 0x2F, bytes[i + 2].isASCIILetter { return true }
            if next == 0x70, bytes[i + 2] == 0x3E { return true }
            if next == 0x62, bytes[i + 2] | 0x20 == 0x72 { return true }
            if next == 0x69, bytes[i + 2] | 0x20 == 0x6D { return true }
        }
        if bytes[i] == 0x2F, bytes[i + 1] == 0x3E { return true }
        i += 1
    }
    return false
}

private struct Stripped {
    var bytes: [UInt8]
    var foundEntity: Bool
    var hasTag: Bool
}

private func stripTags(_ bytes: UnsafeBufferPointer<UInt8>) -> Stripped {
    var builder = TextBuilder()
    var hasTags = false
    var foundEntity = false
    var decodedAngle = false
    let lastEnd = bytes.lastIndex(of: 0x3E) ?? 0
    for (i, byte) in bytes.enumerated()
    where byte == 0x3C && i + 1 < bytes.count && (bytes[i + 1].isASCIILetter || bytes[i + 1] == 0x2F) {
        hasTags = true
        break
    }
    var i = 0
    while i < bytes.count {
        let byte = bytes[i]
        if byte == 0x3C, i < lastEnd, let tag = Tag(bytes, at: i) {
            switch tag.layout {
            case .block: builder.blockBreak()
            case .lineBreak: builder.lineBreak()
            case .hidden where !tag.isEnd: i = tag.pastContent(bytes); continue
            default: break
            }
            i = tag.end
        } else if byte == 0x3C, i >= lastEnd, bytes[i...].starts(with: "<!--".utf8) {
            // A comment that a cut left open.
            break
        } else if byte == 0x26, let entity = Entity(bytes, at: i) {
            foundEntity = true
            if entity.scalar == "<" { decodedAngle = true }
            let encoded = Array(String(Character(entity.scalar)).utf8)
            encoded.withUnsafeBufferPointer { builder.append($0) }
            i = entity.end
        } else if byte == 0x0A, !hasTags {
            builder.lineBreak()
            i += 1
        } else {
            var end = i + 1
            while end < bytes.count, bytes[end] != 0x3C, bytes[end] != 0x26, hasTags || bytes[end] != 0x0A {
                end += 1
            }
            builder.append(UnsafeBufferPointer(rebasing: bytes[i..<end]))
            i = end
        }
    }
    return Stripped(bytes: builder.bytes, foundEntity: foundEntity, hasTag: decodedAngle)
}

private struct Tag {
    var end: Int
    var isEnd: Bool
    var layout: Layout
    private var name: Range<Int>

    /// A tag or comment that starts with the `<` at `start`; nil for a lone `<`.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        var i = start + 1
        guard i < bytes.count else { return nil }
        if bytes[i] == 0x21 {
            // `<!'` is no declaration.
            guard i + 1 < bytes.count,
                bytes[i + 1] == 0x2D || bytes[i + 1] == 0x5B || bytes[i + 1].isASCIILetter
            else { return nil }
            let isComment = i + 2 < bytes.count && bytes[i + 1] == 0x2D && bytes[i + 2] == 0x2D
            while i < bytes.count {
                if bytes[i] == 0x3E, !isComment || (bytes[i - 1] == 0x2D && bytes[i - 2] == 0x2D) { break }
                i += 1
            }
            end = min(i + 1, bytes.count)
            isEnd = false
            layout = .inline
            name = start..<start
            return
        }
        isEnd = bytes[i] == 0x2F
        if isEnd { i += 1 }
        guard i < bytes.count, bytes[i].isASCIILetter else { return nil }
        let nameStart = i
        while i < bytes.count, bytes[i].isASCIILetter || bytes[i].isASCIIDigit { i += 1 }
        name = nameStart..<i
        layout = Layout(UnsafeBufferPointer(rebasing: bytes[name]))
        var quote: UInt8 = 0
        let nameEnd = i
        let limit = min(bytes.count, i + 100_000)
        while i < limit {
            let byte = bytes[i]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x3E {
                break
            } else if (byte == 0x22 || byte == 0x27) && bytes[i - 1] == 0x3D {
                quote = byte
            }
            i += 1
        }
        if i < limit {
            end = i + 1
            return
        }
        // A quote that never closes: the tag ends where any `>` is, and a text without one has no tag.
        guard let close = bytes[nameEnd...].firstIndex(of: 0x3E) else { return nil }
        end = close + 1
    }

    /// Past the end tag of a script or style, or past this tag when there is none.
    func pastContent(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var i = end
        while i + 1 + name.count < bytes.count {
            if bytes[i] == 0x3C, bytes[i + 1] == 0x2F,
                zip(name, (i + 2)..<(i + 2 + name.count)).allSatisfy({
                    bytes[$0].lowercasedASCII == bytes[$1].lowercasedASCII
                })
            {
                while i < bytes.count, bytes[i] != 0x3E { i += 1 }
                return min(i + 1, bytes.count)
            }
            i += 1
        }
        // A script that never ends holds the rest; another element without its end holds nothing.
        return bytes[name.lowerBound].lowercasedASCII == UInt8(ascii: "s") && name.count > 4
            ? bytes.count : end
    }
}
