/// Sitemaps in every form that the protocol allows (sitemaps.org): XML, its indexes, plain text, feeds.
import Complaints

/// Whether the bytes are a gzip file, as sitemaps often are; unpack them before reading.
public func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

/// Whether a body is a sitemap of XML or plain text, by its first bytes.
public func isSitemap(_ bytes: [UInt8], contentType: String?) -> Bool {
    let head = decodeUTF8(Array(bytes.prefix(4096)), contentType: contentType).bytes
    return head.withUnsafeBufferPointer { SitemapScanner.kind(of: $0) != nil || isListOfAddresses($0) }
}

/// Reads a sitemap of unpacked bytes. `url` is its own address, against which odd relative ones are
/// resolved.
///
/// - Parameter now: for the dates of a feed that serves as one.
public func readSitemap(
    _ bytes: [UInt8], url: String, contentType: String? = nil, now: Instant,
    atMost: Int = Sitemap.mostEntries, mostBytes: Int = Sitemap.mostBytes
) throws(ReadingFailure) -> Sitemap {
    if isGzip(bytes) { throw .binary("gzip-compressed data") }
    let isCut = bytes.count > mostBytes
    let decoded = decodeUTF8(isCut ? Array(bytes.prefix(mostBytes)) : bytes, contentType: contentType).bytes
    guard decoded.contains(where: { !$0.isASCIISpace }) else { throw .empty }
    var sitemap: Sitemap
    if let found = decoded.withUnsafeBufferPointer({ scanned($0, url: url, atMost: atMost) }) {
        sitemap = found
    } else {
        sitemap = try feedAsSitemap(
            PageInput(bytes: bytes, url: url, contentType: contentType, now: now), atMost: atMost)
    }
    if isCut, sitemap.cut == nil { sitemap.cut = .bytes(limit: mostBytes) }
    return sitemap
}

private func scanned(_ bytes: UnsafeBufferPointer<UInt8>, url: String, atMost: Int) -> Sitemap? {
    var list = SitemapList(url: url, atMost: atMost)
    if let kind = SitemapScanner.kind(of: bytes) {
        list.sitemap.kind = kind
        var scanner = SitemapScanner(bytes: bytes)
        while let entry = scanner.next() {
            guard list.add(entry.location, changed: entry.changed) else { break }
        }
        return list.sitemap
    }
    guard isListOfAddresses(bytes) else { return nil }
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
        guard let text = nonEmpty(String(decoding: line, as: UTF8.self)) else { continue }
        guard list.add(text, changed: nil) else { break }
    }
    return list.sitemap
}

/// Whether the first line that is not blank is an address and nothing else.
private func isListOfAddresses(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let rest = bytes.drop { $0.isASCIISpace }
    let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count < 4096, line.starts(with: "http://".utf8) || line.starts(with: "https://".utf8) else {
        return false
    }
    let text = line.reversed().drop { $0.isASCIISpace }
    return !text.contains { $0.isASCIISpace || $0 == 0x3C || $0 == 0x3E }
}

private func feedAsSitemap(_ input: PageInput, atMost: Int) throws(ReadingFailure) -> Sitemap {
    let page = try read(input)
    guard page.kind.isFeed else {
        throw .illFormed(
            kind: "not a sitemap: neither XML of <urlset> or <sitemapindex> nor a list of addresses, or")
    }
    var list = SitemapList(url: input.url, atMost: atMost)
    for record in page.records {
        guard let url = record.url else { continue }
        guard list.add(url, changed: record.published) else { break }
    }
    return list.sitemap
}

/// The entries as they are met: absolute, each once, the sitemap's own address left out.
private struct SitemapList {
    var sitemap = Sitemap(kind: .pages)
    private let atMost: Int
    private let base: WebURL?
    private var seen: Set<String>

    init(url: String, atMost: Int) {
        self.atMost = atMost
        base = WebURL(url)
        seen = [base?.href ?? url]
    }

    /// False when the list is full.
    mutating func add(_ location: String, changed: StatedTime?) -> Bool {
        guard let url = isPlain(location) ? location : WebURL(location, base: base)?.withoutFragment.href
        else {
            sitemap.refused += 1
            return true
        }
        guard !seen.contains(url) else { return true }
        guard sitemap.entries.count < atMost else {
            sitemap.cut = .entries(limit: atMost)
            return false
        }
        seen.insert(url)
        sitemap.entries.append(DetailLink(url: url, changed: changed))
        return true
    }
}

/// Whether parsing an address would leave every byte of it as it is: nearly all of a sitemap's are so.
private func isPlain(_ address: String) -> Bool {
    var address = address
    return address.withUTF8 { bytes in
        var i = bytes.starts(with: "https://".utf8) ? 8 : bytes.starts(with: "http://".utf8) ? 7 : 0
        guard i > 0 else { return false }
        var label = i
        while i < bytes.count, bytes[i] != 0x2F {
            let byte = bytes[i]
            if byte == 0x2E {
                label = i + 1
            } else if !(byte >= 0x61 && byte <= 0x7A), !byte.isASCIIDigit, byte != 0x2D {
                return false
            }
            i += 1
        }
        // A host whose last label starts with a digit may be a number in disguise.
        guard i < bytes.count, label < i, bytes[label].isASCIILetter else { return false }
        while i < bytes.count {
            let byte = bytes[i]
            guard byte.isASCIILetter || byte.isASCIIDigit || "/-_.?=&".utf8.contains(byte) else {
                return false
            }
            if byte == 0x2E, bytes[i - 1] == 0x2F { return false }
            i += 1
        }
        return true
    }
}
