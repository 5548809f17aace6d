/// Walks the bytes of an XML sitemap: no tree, so that its size and depth cost no memory.
import Complaints

struct SitemapScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private var i = 0

    struct Entry {
        var location: String
        var changed: StatedTime?
    }

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// What the first element makes of the body; nil where it is no sitemap.
    static func kind(of bytes: UnsafeBufferPointer<UInt8>) -> Sitemap.Kind? {
        var scanner = SitemapScanner(bytes: bytes)
        while let tag = scanner.tag() {
            if tag.isEnd { return nil }
            if scanner.names(tag, "urlset") { return .pages }
            return scanner.names(tag, "sitemapindex") ? .index : nil
        }
        return nil
    }

    /// The next `<url>` or `<sitemap>` that has an address.
    mutating func next() -> Entry? {
        var location: String?
        var changed: StatedTime?
        while let tag = tag() {
            if names(tag, "url") || names(tag, "sitemap") {
                if let location { return Entry(location: location, changed: changed) }
                changed = nil
            } else if !tag.isEnd, location == nil, names(tag, "loc") {
                location = nonEmpty(text())
            } else if !tag.isEnd, changed == nil, names(tag, "lastmod") {
                changed = nonEmpty(text()).flatMap { isoTime($0, zone: nil) }
            }
        }
        return location.map { Entry(location: $0, changed: changed) }
    }

    private struct Tag {
        /// Without its prefix.
        var name: Range<Int>
        var isEnd: Bool
        /// `image:loc` is the address of a picture.
        var isForeign: Bool
    }

    private func names(_ tag: Tag, _ name: StaticString) -> Bool {
        guard !tag.isForeign, tag.name.count == name.utf8CodeUnitCount else { return false }
        for k in 0..<tag.name.count
        where bytes[tag.name.lowerBound + k].lowercasedASCII != name.utf8Start[k] { return false }
        return true
    }

    /// The next start or end tag; comments, declarations and CDATA outside of what is read are passed over.
    private mutating func tag() -> Tag? {
        while i < bytes.count {
            guard bytes[i] == 0x3C else {
                i += 1
                continue
            }
            i += 1
            guard i < bytes.count else { return nil }
            if bytes[i] == 0x21 {
                skipDeclaration()
                continue
            }
            if bytes[i] == 0x3F {
                while i < bytes.count, bytes[i] != 0x3E { i += 1 }
                continue
            }
            let isEnd = bytes[i] == 0x2F
            if isEnd { i += 1 }
            var start = i
            var prefix = 0..<0
            while i < bytes.count, bytes[i] != 0x3E, bytes[i] != 0x2F, !bytes[i].isASCIISpace,
                bytes[i] != 0x3C
            {
                if bytes[i] == 0x3A {
                    prefix = start..<i
                    start = i + 1
                }
                i += 1
            }
            let name = start..<i
            var quote: UInt8 = 0
            while i < bytes.count, quote != 0 || (bytes[i] != 0x3E && bytes[i] != 0x3C) {
                if quote != 0 {
                    if bytes[i] == quote { quote = 0 }
                } else if bytes[i] == 0x22 || bytes[i] == 0x27 {
                    quote = bytes[i]
                }
                i += 1
            }
            if i < bytes.count, bytes[i] == 0x3E { i += 1 }
            return Tag(name: name, isEnd: isEnd, isForeign: isExtension(prefix))
        }
        return nil
    }

    /// The prefixes that extensions of the protocol use; any other may stand for the protocol itself.
    private func isExtension(_ prefix: Range<Int>) -> Bool {
        guard !prefix.isEmpty else { return false }
        for name: StaticString in [
            "image", "video", "news", "mobile", "xhtml", "geo", "pagemap", "codesearch",
        ] {
            if prefix.count == name.utf8CodeUnitCount,
                (0..<prefix.count).allSatisfy({ bytes[prefix.lowerBound + $0] == name.utf8Start[$0] })
            {
                return true
            }
        }
        return false
    }

    private mutating func skipDeclaration() {
        let isComment = i + 2 < bytes.count && bytes[i + 1] == 0x2D && bytes[i + 2] == 0x2D
        if isComment { i += 3 }
        while i < bytes.count {
            if bytes[i] == 0x3E, !isComment || (bytes[i - 1] == 0x2D && bytes[i - 2] == 0x2D) { return }
            i += 1
        }
    }

    /// The characters up to the next tag, references and CDATA resolved.
    private mutating func text() -> String {
        var out: [UInt8] = []
        while i < bytes.count {
            let byte = bytes[i]
            if byte == 0x3C {
                guard bytes[i...].starts(with: "<![CDATA[".utf8) else { break }
                i += 9
                while i < bytes.count {
                    if bytes[i] == 0x5D, bytes[i...].starts(with: "]]>".utf8) {
                        i += 3
                        break
                    }
                    out.append(bytes[i])
                    i += 1
                }
            } else if byte == 0x26, let entity = Entity(bytes, at: i) {
                out.append(contentsOf: String(Character(entity.scalar)).utf8)
                i = entity.end
            } else {
                out.append(byte)
                i += 1
            }
            // No address or date is as long; the rest of a hostile one is passed over.
            if out.count > 8192 { break }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
