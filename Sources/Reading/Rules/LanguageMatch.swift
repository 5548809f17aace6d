/// The language and direction of an element: what it or the nearest element around it states.
import CXML2

/// What pages say of their language outside of elements, asked for once.
struct LanguageMemory {
    /// nil: not looked for yet.
    var stated: String??
}

extension SelectorMatcher {
    mutating func isLanguage(_ node: Node, _ ranges: [String]) -> Bool {
        let tags = (language(of: node) ?? "").lowercased().split(
            separator: "-", omittingEmptySubsequences: false)
        return ranges.contains { Self.fits(tags, $0) }
    }

    private mutating func language(of node: Node) -> String? {
        var at: Node? = node
        var top = node
        while let up = at {
            if let stated = up.attribute("lang") ?? up.attribute("xml:lang") { return stated.string }
            top = up
            at = up.parent
        }
        if let known = languages.stated { return known }
        var found: String?
        top.forEachElement { element in
            if element.name == "body" { return false }
            if element.name == "meta",
                element.attribute("http-equiv")?.equals("content-language", ignoringCase: true) == true,
                let content = element.string("content").flatMap(nonEmpty), !content.contains(",")
            {
                found = content
                return false
            }
            return true
        }
        languages.stated = .some(found)
        return found
    }

    /// Extended filtering: RFC 4647, section 3.3.2. An empty range fits what states no language.
    private static func fits(_ tags: [Substring], _ range: String) -> Bool {
        let wanted = range.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = wanted.first, let language = tags.first else { return false }
        if first.isEmpty { return wanted.count == 1 && tags.count == 1 && language.isEmpty }
        guard first == "*" ? !language.isEmpty : first == language else { return false }
        var at = 1
        for part in wanted.dropFirst() where part != "*" {
            guard !part.isEmpty else { return false }
            while true {
                guard at < tags.count else { return false }
                if tags[at] == part { break }
                // A single letter starts an extension: nothing behind it is passed over.
                if tags[at].count <= 1 { return false }
                at += 1
            }
            at += 1
        }
        return true
    }
}

extension Node {
    /// HTML, 3.2.6.4: `dir`, or the first strong letter where it says `auto`; left to right without any.
    var isRightToLeft: Bool {
        var at: Node? = self
        while let up = at {
            switch up.attribute("dir")?.string.lowercased() {
            case "rtl"?: return true
            case "ltr"?: return false
            case "auto"?: return up.firstStrongIsRightToLeft ?? false
            default:
                if up.name == "bdi" { return up.firstStrongIsRightToLeft ?? false }
                if up.name == "input", up.attribute("type")?.equals("tel", ignoringCase: true) == true {
                    return false
                }
            }
            at = up.parent
        }
        return false
    }

    /// The direction of the first letter that has one; nil when none has.
    private var firstStrongIsRightToLeft: Bool? {
        if name == "input" { return Self.strong(attribute("value") ?? .empty) }
        var left = 2000
        var at = following(within: self)
        while let node = at, left > 0 {
            left -= 1
            if node.isText {
                if let found = Self.strong(node.content) { return found }
            }
            let isApart =
                node.isElement
                && (node.attribute("dir") != nil || node.name == "bdi" || node.name == "script"
                    || node.name == "style" || node.name == "textarea")
            at = node.following(within: self, intoChildren: !isApart)
        }
        return nil
    }

    private static func strong(_ text: CText) -> Bool? {
        for scalar in text.string.unicodeScalars {
            // Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms: bidi classes R and AL.
            switch scalar.value {
            case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
                if scalar.properties.isAlphabetic { return true }
            default: if scalar.properties.isAlphabetic { return false }
            }
        }
        return nil
    }

    /// Whether nothing but white space and comments lies inside: Selectors 4, section 13.2.
    var holdsNothing: Bool {
        var at = firstChild
        while let child = at {
            if child.isElement || (child.isText && !child.content.bytes.allSatisfy(\.isASCIISpace)) {
                return false
            }
            at = child.next
        }
        return true
    }

    /// Puts rows that lie in a table itself into a `tbody`, as browsers do: selectors copied from them say so.
    func addTableBodies() {
        var tables: [Node] = []
        forEachElement { node in
            if node.name == "table" { tables.append(node) }
            return true
        }
        for table in tables {
            var body: xmlNodePtr?
            var at = table.firstChild
            while let child = at {
                at = child.next
                guard child.isElement, child.name == "tr" else {
                    if child.isElement { body = nil }
                    continue
                }
                if body == nil {
                    guard let made = xmlNewNode(nil, "tbody") else { return }
                    xmlAddPrevSibling(child.raw, made)
                    body = made
                }
                xmlUnlinkNode(child.raw)
                xmlAddChild(body, child.raw)
            }
        }
    }
}
