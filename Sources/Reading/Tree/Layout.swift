/// Which elements end a line, and which hold nothing that a person reads.
import CXML2

/// How an element's name lays out its text.
enum Layout {
    case inline, block, lineBreak, hidden

    init(_ name: CText) {
        let bytes = name.bytes
        self = Layout(bytes)
    }

    init(_ name: UnsafeBufferPointer<UInt8>) {
        guard let first = name.first, name.count <= 10 else {
            self = .inline
            return
        }
        // The name as one number; longer names than 8 bytes are told apart by their first 8.
        var key = UInt64(first.lowercasedASCII)
        for i in 1..<max(1, min(8, name.count)) { key = key << 8 | UInt64(name[i].lowercasedASCII) }
        let slots = Self.slots
        var place = Self.place(key)
        while slots[place].key != 0 {
            if slots[place].key == key {
                self = slots[place].layout
                return
            }
            place = (place + 1) & 255
        }
        self = .inline
    }

    private static func key(_ name: String) -> UInt64 {
        name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func place(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 56) }

    /// A few dozen names are asked for at every element: a table without hashing twice.
    private static let slots: [(key: UInt64, layout: Layout)] = {
        var slots = [(key: UInt64, layout: Layout)](repeating: (0, .inline), count: 256)
        for (key, layout) in byName {
            var place = place(key)
            while slots[place].key != 0 { place = (place + 1) & 255 }
            slots[place] = (key, layout)
        }
        return slots
    }()

    private static let byName: [UInt64: Layout] = {
        var map: [UInt64: Layout] = [key("br"): .lineBreak]
        for name in [
            "p", "div", "li", "ul", "ol", "tr", "table", "section", "article", "header", "footer", "h1", "h2",
            "h3", "h4", "h5", "h6", "blockquote", "pre", "dd", "dt", "dl", "hr", "figure", "main", "aside",
            "form", "fieldset", "address",
        ] { map[key(name)] = .block }
        for name in [
            "script", "style", "template", "head", "noscript", "iframe", "svg", "select", "textarea",
        ] {
            map[key(name)] = .hidden
        }
        return map
    }()
}
