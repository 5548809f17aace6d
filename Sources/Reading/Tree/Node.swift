/// One element or text of a parsed page: a borrowed pointer, valid only inside `Document.withRoot`.
import CXML2

struct Node: Hashable {
    let raw: xmlNodePtr

    init(_ raw: xmlNodePtr) { self.raw = raw }

    var isElement: Bool { raw.pointee.type == XML_ELEMENT_NODE }
    var isText: Bool {
        raw.pointee.type == XML_TEXT_NODE || raw.pointee.type == XML_CDATA_SECTION_NODE
    }

    var parent: Node? {
        guard let parent = raw.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
        return Node(parent)
    }
    var firstChild: Node? { raw.pointee.children.map(Node.init) }
    var next: Node? { raw.pointee.next.map(Node.init) }

    var firstElement: Node? {
        var at = firstChild
        while let node = at, !node.isElement { at = node.next }
        return at
    }
    var nextElement: Node? {
        var at = next
        while let node = at, !node.isElement { at = node.next }
        return at
    }
    var previousElement: Node? {
        var at = raw.pointee.prev
        while let node = at, node.pointee.type != XML_ELEMENT_NODE { at = node.pointee.prev }
        return at.map(Node.init)
    }

    /// The element's name as the parser keeps it: HTML names in lower case.
    var name: CText { CText(raw.pointee.name) }

    /// The bytes of a text node.
    var content: CText { CText(raw.pointee.content) }

    /// The node after this one in document order, children first; nil past the end of `top`.
    func following(within top: Node, intoChildren: Bool = true) -> Node? {
        if intoChildren, isElement, let child = firstChild { return child }
        var at = self
        while at != top {
            if let next = at.next { return next }
            guard let up = at.raw.pointee.parent else { return nil }
            at = Node(up)
        }
        return nil
    }

    /// Calls `body` with each element below, in document order, until it returns false.
    func forEachElement(_ body: (Node) -> Bool) {
        var at = following(within: self)
        while let node = at {
            if node.isElement, !body(node) { return }
            at = node.following(within: self)
        }
    }

    /// The attribute's value without copying; nil where it is absent.
    func attribute(_ name: StaticString) -> CText? {
        var at = raw.pointee.properties
        while let property = at {
            if CText(property.pointee.name) == name { return Self.value(property) }
            at = property.pointee.next
        }
        return nil
    }

    func attribute(named name: String) -> CText? {
        var at = raw.pointee.properties
        while let property = at {
            if CText(property.pointee.name).equals(name, ignoringCase: true) { return Self.value(property) }
            at = property.pointee.next
        }
        return nil
    }

    func string(_ name: StaticString) -> String? { attribute(name)?.string }

    /// A value split by an entity into several texts is rare: then only the first is seen without a
    /// copy, so the parsers are told to substitute entities.
    private static func value(_ property: xmlAttrPtr) -> CText {
        guard let text = property.pointee.children else { return .empty }
        return CText(text.pointee.content)
    }
}

/// A NUL-ended run of UTF-8 inside libxml2's tree, compared without making a String.
struct CText {
    let base: UnsafePointer<UInt8>?

    static var empty: CText { CText(UnsafePointer<UInt8>?.none) }

    init(_ base: UnsafePointer<UInt8>?) { self.base = base }
    init(_ base: UnsafeMutablePointer<UInt8>?) { self.base = base.map { UnsafePointer($0) } }

    var isEmpty: Bool { base == nil || base?.pointee == 0 }
    var first: UInt8 { base?.pointee ?? 0 }

    /// The bytes without the closing NUL.
    var bytes: UnsafeBufferPointer<UInt8> {
        guard let base else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: base, count: Int(xmlStrlen(base)))
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }

    static func == (text: CText, name: StaticString) -> Bool {
        guard let base = text.base else { return false }
        let count = name.utf8CodeUnitCount
        let other = name.utf8Start
        for i in 0..<count where base[i] != other[i] { return false }
        return base[count] == 0
    }

    func equals(_ name: String, ignoringCase: Bool) -> Bool {
        guard let base else { return name.isEmpty }
        var i = 0
        for byte in name.utf8 {
            let mine = base[i]
            guard mine != 0, mine == byte || (ignoringCase && mine.lowercasedASCII == byte.lowercasedASCII)
            else { return false }
            i += 1
        }
        return base[i] == 0
    }

    /// Whether `word`, in lower case, is one of the words between white space, in any case.
    func hasWord(_ word: StaticString) -> Bool {
        guard var at = base else { return false }
        let count = word.utf8CodeUnitCount
        while at.pointee != 0 {
            while at.pointee.isASCIISpace { at += 1 }
            var i = 0
            while i < count, at[i] != 0, at[i].lowercasedASCII == word.utf8Start[i] { i += 1 }
            if i == count, at[i] == 0 || at[i].isASCIISpace { return true }
            while at.pointee != 0, !at.pointee.isASCIISpace { at += 1 }
        }
        return false
    }

    /// Whether `part`, in lower case, occurs anywhere, in any case.
    func contains(_ part: StaticString) -> Bool {
        guard var at = base else { return false }
        let count = part.utf8CodeUnitCount
        while at.pointee != 0 {
            var i = 0
            while i < count, at[i] != 0, at[i].lowercasedASCII == part.utf8Start[i] { i += 1 }
            if i == count { return true }
            at += 1
        }
        return false
    }
}

extension UInt8 {
    var isASCIISpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
    var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    var lowercasedASCII: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
