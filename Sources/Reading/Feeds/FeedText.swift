/// Text constructs of feeds as plain text: escaped HTML, markup, base64, or just text; whose language, and against
/// which base their links are.
import CXML2
import Foundation

extension FeedReader {
    /// Plain text of a text construct.
    func text(_ node: Node) -> String {
        if node.firstElement != nil { return node.plainText }
        var raw: [UInt8] = []
        var at = node.firstChild
        while let child = at {
            if child.isText { raw.append(contentsOf: child.content.bytes) }
            at = child.next
        }
        if isBase64(node), let decoded = Data(base64Encoded: Data(raw), options: .ignoreUnknownCharacters) {
            raw = utf8([UInt8](decoded)[...], from: .utf8)
        }
        return raw.withUnsafeBufferPointer { bytes in
            isLiteral(node, bytes) ? TextBuilder.collapsed(bytes) : plainText(markup: bytes)
        }
    }

    /// Whether a feed says that its text is no markup, and it looks so: many say it of HTML.
    private func isLiteral(_ node: Node, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let type = node.attribute("type"),
            type.equals("text", ignoringCase: true)
                || type.equals("text/plain", ignoringCase: true), bytes.contains(0x3C)
        else { return false }
        var i = 0
        while i + 1 < bytes.count {
            if bytes[i] == 0x3C, bytes[i + 1] == 0x2F { return false }
            if bytes[i] == 0x3C, bytes[i + 1] | 0x20 == 0x62, i + 3 < bytes.count, bytes[i + 2] | 0x20 == 0x72
            {
                return false
            }
            if bytes[i] == 0x2F, bytes[i + 1] == 0x3E { return false }
            i += 1
        }
        return true
    }

    /// Atom 0.3 says so; Atom 1.0 means it by a media type that is no text (RFC 4287, 4.1.3.3).
    private func isBase64(_ node: Node) -> Bool {
        if let mode = node.attribute("mode") { return mode.equals("base64", ignoringCase: true) }
        guard let type = node.attribute("type")?.string.lowercased(), type.contains("/") else { return false }
        return !type.hasPrefix("text/") && !type.hasSuffix("xml") && !type.contains("html")
    }

    /// `Example` of `<name>`, of `mail@example.org (Example)`, or of plain text.
    func person(_ node: Node) -> String? {
        if let name = first(node, "name").map(\.plainText).flatMap(nonEmpty) { return name }
        if node.firstElement != nil {
            return first(node, "email").map(\.plainText).flatMap(nonEmpty)
        }
        let text = node.plainText
        if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close,
            text[..<open].contains("@")
        {
            return nonEmpty(String(text[text.index(after: open)..<close]))
        }
        return nonEmpty(text)
    }

    /// What `xml:lang` says of the node; an empty one takes back what stands further out.
    func language(of node: Node) -> String? {
        var at: Node? = node
        while let up = at {
            if let stated = up.attribute("lang") { return primaryLanguage(stated.string) }
            at = up.parent
        }
        return nil
    }

    /// Whether any `xml:lang` stands on the node or around it.
    func statesLanguage(_ node: Node) -> Bool {
        var at: Node? = node
        while let up = at {
            if up.attribute("lang") != nil { return true }
            at = up.parent
        }
        return false
    }

    func base(of node: Node) -> Links {
        var bases: [String] = []
        var at: Node? = node
        while let up = at {
            if let base = up.attribute("base"), !base.isEmpty { bases.append(base.string) }
            at = up.parent
        }
        guard !bases.isEmpty else { return links }
        var page = input.url
        for base in bases.reversed() { page = Links(page: page).absolute(base) ?? page }
        return Links(page: page)
    }

    func first(_ node: Node, _ name: String) -> Node? {
        node.elements.first { localName($0) == name && namespace($0) != .media }
    }
}
