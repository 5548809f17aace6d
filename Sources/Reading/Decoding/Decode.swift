/// Which encoding a page is in, by the order of the WHATWG standards: BOM, HTTP header, what the page
/// says of itself in its first kilobyte, then what its bytes look like.
import Complaints

/// A page's bytes as text, with the WHATWG name of the encoding that was taken.
public struct DecodedText: Hashable, Sendable {
    public var encoding: String
    public var text: String
}

public func decode(_ bytes: [UInt8], contentType: String?) -> DecodedText {
    let decoded = decodeUTF8(bytes, contentType: contentType)
    return DecodedText(encoding: decoded.encoding, text: String(decoding: decoded.bytes, as: UTF8.self))
}

/// The page as clean UTF-8 without a BOM: the only thing that libxml2 is ever fed.
func decodeUTF8(_ bytes: [UInt8], contentType: String?) -> (encoding: String, bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", utf8(bytes.dropFirst(3), from: .utf8)) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", utf8(bytes.dropFirst(2), from: .utf16be)) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", utf8(bytes.dropFirst(2), from: .utf16le)) }
    let clean = bytes.withUnsafeBufferPointer(isCleanUTF8)
    let stated = statedEncoding(bytes, contentType: contentType)
    if let stated {
        if clean.valid, !clean.hasNUL {
            // A declaration that the bytes contradict: no text in another encoding happens to be
            // well-formed UTF-8 over its whole length.
            if clean.isASCII, !stated.isStateful { return (stated.name, bytes) }
            if !clean.isASCII, stated.isSingleByte { return ("utf-8", bytes) }
            if stated == .utf8 { return ("utf-8", bytes) }
        }
        if stated == .utf8, !clean.valid, let better = contradicted(bytes) {
            return (better.name, utf8(bytes[...], from: better))
        }
        return (stated.name, utf8(bytes[...], from: stated))
    }
    if let wide = wideWithoutBOM(bytes) { return (wide.name, utf8(bytes[...], from: wide)) }
    if clean.valid {
        let name = clean.isASCII && !isXMLOrJSON(bytes) ? Encoding.windows1252.name : "utf-8"
        return (name, clean.hasNUL ? utf8(bytes[...], from: .utf8) : bytes)
    }
    let guess = bytes.withUnsafeBufferPointer { detectedEncoding($0) } ?? .windows1252
    return (guess.name, utf8(bytes[...], from: guess))
}

extension Encoding {
    /// Uses ASCII bytes for other characters, so ASCII bytes alone are not the text.
    fileprivate var isStateful: Bool {
        name == "iso-2022-jp" || name.hasPrefix("utf-16") || name == "x-user-defined"
    }
    fileprivate var isSingleByte: Bool {
        name.hasPrefix("windows-") || name.hasPrefix("iso-8859") || name.hasPrefix("koi8") || name == "ibm866"
            || name == "macintosh" || name == "x-mac-cyrillic"
    }
}

private func statedEncoding(_ bytes: [UInt8], contentType: String?) -> Encoding? {
    if let label = charset(ofContentType: contentType), let encoding = Encoding(label: label) {
        return encoding
    }
    let head = bytes.prefix(32_768)
    return head.withUnsafeBufferPointer { head in
        metaCharset(head) ?? xmlDeclaredEncoding(head)
    }
}

func charset(ofContentType value: String?) -> String? {
    guard let value else { return nil }
    var bytes = Array(value.utf8)
    bytes.append(0x3B)
    return bytes.withUnsafeBufferPointer { charsetValue($0) }
}

/// The label after `charset=` (HTML Standard, "extracting a character encoding from a meta element").
func charsetValue(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let word: StaticString = "charset"
    var i = 0
    while i + 7 < bytes.count {
        var k = 0
        while k < 7, bytes[i + k].lowercasedASCII == word.utf8Start[k] { k += 1 }
        guard k == 7 else {
            i += 1
            continue
        }
        var at = i + 7
        while at < bytes.count, bytes[at].isASCIISpace { at += 1 }
        guard at < bytes.count, bytes[at] == 0x3D else {
            i += 7
            continue
        }
        at += 1
        while at < bytes.count, bytes[at].isASCIISpace { at += 1 }
        guard at < bytes.count else { return nil }
        let quote = bytes[at]
        if quote == 0x22 || quote == 0x27 {
            guard let end = (at + 1..<bytes.count).first(where: { bytes[$0] == quote }) else { return nil }
            return String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
        }
        let end = (at..<bytes.count).first { bytes[$0].isASCIISpace || bytes[$0] == 0x3B } ?? bytes.count
        return String(decoding: bytes[at..<end], as: UTF8.self)
    }
    return nil
}

/// UTF-16 without a BOM shows as text with every other byte NUL.
private func wideWithoutBOM(_ bytes: [UInt8]) -> Encoding? {
    let sample = bytes.prefix(256)
    guard sample.count >= 4 else { return nil }
    var even = 0
    var odd = 0
    for (i, byte) in sample.enumerated() where byte == 0 {
        if i % 2 == 0 { even += 1 } else { odd += 1 }
    }
    let half = sample.count / 2
    if odd * 10 >= half * 7, even * 10 <= half { return .utf16le }
    if even * 10 >= half * 7, odd * 10 <= half { return .utf16be }
    return nil
}

private func isXMLOrJSON(_ bytes: [UInt8]) -> Bool {
    let first = bytes.first { !$0.isASCIISpace }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return true }
    return bytes.prefix(200).drop { $0.isASCIISpace }.starts(with: "<?xml".utf8)
}

/// A page that states UTF-8 but is mostly ill-formed as such: what it is instead. A few stray bytes
/// are just stray bytes.
private func contradicted(_ bytes: [UInt8]) -> Encoding? {
    bytes.withUnsafeBufferPointer { bytes in
        var bad = 0
        var high = 0
        var i = 0
        while i < bytes.count {
            guard bytes[i] >= 0x80 else {
                i += 1
                continue
            }
            high += 1
            let rest = UnsafeBufferPointer(rebasing: bytes[i..<min(i + 4, bytes.count)])
            var length = 0
            for size in 2...4 where size <= rest.count && length == 0 {
                if isCleanUTF8(UnsafeBufferPointer(rebasing: rest[0..<size])).valid { length = size }
            }
            if length == 0 {
                bad += 1
                i += 1
            } else {
                i += length
            }
        }
        return bad * 2 > high ? detectedEncoding(bytes) : nil
    }
}
