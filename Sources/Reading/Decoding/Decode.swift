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

/// Bytes of an encoding that is known, by one of its WHATWG labels, as UTF-8; nil for a label that names none in
/// which ASCII is itself.
public func decode(_ bytes: [UInt8], labelled label: String) -> [UInt8]? {
    guard let encoding = Encoding(label: label), !encoding.isStateful, !encoding.name.hasPrefix("utf-16")
    else {
        return nil
    }
    return utf8(bytes[...], from: encoding)
}

/// The page as clean UTF-8 without a BOM: the only thing that libxml2 is ever fed.
func decodeUTF8(_ bytes: [UInt8], contentType: String?) -> (encoding: String, bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", utf8(bytes.dropFirst(3), from: .utf8)) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", utf8(bytes.dropFirst(2), from: .utf16be)) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", utf8(bytes.dropFirst(2), from: .utf16le)) }
    let clean = bytes.withUnsafeBufferPointer(isCleanUTF8)
    let stated = StatedEncoding(bytes, contentType: contentType)
    let encoding = chosenEncoding(bytes, stated: stated, clean)
    if encoding == .utf8, clean.valid, !clean.hasNUL {
        if !clean.isASCII, let mended = bytes.withUnsafeBufferPointer(encodedOnce) {
            return ("utf-8", mended)
        }
        return ("utf-8", bytes)
    }
    if clean.isASCII, clean.valid, !clean.hasNUL, !encoding.isStateful { return (encoding.name, bytes) }
    return (encoding.name, utf8(bytes[...], from: encoding))
}

/// What a page is said to be in: by its header, or by itself where the header is silent.
struct StatedEncoding {
    let header: Encoding?
    private let bytes: [UInt8]

    init(_ bytes: [UInt8], contentType: String?) {
        header = charset(ofContentType: contentType).flatMap { Encoding(label: $0) }
        self.bytes = bytes
    }

    /// Looked for when it is asked for: what a header says is doubted seldom.
    var page: Encoding? {
        bytes.prefix(32_768).withUnsafeBufferPointer { metaCharset($0) ?? xmlDeclaredEncoding($0) }
    }
}

/// What is said is believed, unless the bytes prove it wrong.
private func chosenEncoding(
    _ bytes: [UInt8], stated: StatedEncoding, _ clean: (valid: Bool, hasNUL: Bool, isASCII: Bool)
) -> Encoding {
    guard let said = stated.header ?? stated.page else {
        return bytes.withUnsafeBufferPointer { undeclaredEncoding($0, clean) }
    }
    if said.isStateful { return said }
    if clean.hasNUL, let wide = bytes.withUnsafeBufferPointer(wideWithoutBOM) { return wide }
    if clean.isASCII { return said }
    return bytes.withUnsafeBufferPointer { bytes in
        if said == .utf8 {
            if clean.valid || UTF8Tally(bytes).isMostlyUTF8 { return said }
            if let page = stated.page, page != .utf8, !page.isStateful { return page }
            return detectedEncoding(bytes) ?? said
        }
        if clean.valid {
            // No text in another encoding happens to be well-formed UTF-8 over its whole length; a few
            // characters of two bytes may.
            if said.isSingleByte || UTF8Tally(bytes).good >= 4 { return .utf8 }
            return said
        }
        // A server that says Latin-1 of all its pages says nothing of this one.
        if said == .windows1252, let page = stated.page, page != said, !page.isStateful, page != .utf8,
            detectedEncoding(bytes) == page
        {
            return page
        }
        if said.isSingleByte {
            if UTF8Tally(bytes).isNearlyUTF8 { return .utf8 }
        }
        return disproved(said, bytes) ?? said
    }
}

private func undeclaredEncoding(
    _ bytes: UnsafeBufferPointer<UInt8>, _ clean: (valid: Bool, hasNUL: Bool, isASCII: Bool)
) -> Encoding {
    if let wide = wideWithoutBOM(bytes) { return wide }
    if clean.isASCII {
        if switchesToJapanese(bytes), let japanese = Encoding.named("iso-2022-jp") { return japanese }
        return isXMLOrJSON(bytes) ? .utf8 : .windows1252
    }
    if clean.valid || UTF8Tally(bytes).isMostlyUTF8 { return .utf8 }
    return detectedEncoding(bytes) ?? .windows1252
}

extension Encoding {
    /// Uses ASCII bytes for other characters, so ASCII bytes alone are not the text.
    fileprivate var isStateful: Bool { name == "iso-2022-jp" || name.hasPrefix("utf-16") }
    var isSingleByte: Bool {
        name.hasPrefix("windows-") || name.hasPrefix("iso-8859") || name.hasPrefix("koi8") || name == "ibm866"
            || name == "macintosh" || name == "x-mac-cyrillic"
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

private func isXMLOrJSON(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = bytes.first { !$0.isASCIISpace }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return true }
    return bytes.prefix(200).drop { $0.isASCIISpace }.starts(with: "<?xml".utf8)
}
