/// The part of a text that its author wrote: without quoted text, an embedded letter, addresses of pages, and
/// what sites put in.
///
/// A text of which nothing else is left is its author's as it stands.
func ownWords(_ text: String) -> String {
    var own = text
    let found = OthersWords(text)
    if found.hasBlocks { own = QuotedLines.inBrackets(own) }
    if found.hasQuotes { own = QuotedLines.removed(from: own) }
    if found.hasPassages, let rest = QuotedPassages.removed(from: own) { own = rest }
    if found.hasAddresses { own = withoutAddresses(own) }
    if let shorter = SiteFurniture.removed(from: own) { own = shorter }
    if own.utf8.count == text.utf8.count { return text }
    return own.unicodeScalars.contains { $0.properties.isAlphabetic } ? own : text
}

/// Whether there is anything to look for: one pass over the bytes, as most texts hold nothing of the kind.
private struct OthersWords {
    var hasQuotes = false
    var hasAddresses = false
    /// `<blockquote>`.
    var hasBlocks = false
    /// Quotation marks that open.
    var hasPassages = false

    init(_ text: String) {
        var text = text
        (hasQuotes, hasAddresses, hasBlocks, hasPassages) = text.withUTF8 { bytes in
            var (hasQuotes, hasAddresses, hasBlocks, hasPassages) = (false, false, false, false)
            var opensLine = true
            var lineStart = 0
            var (last, beforeLast): (UInt8, UInt8) = (0, 0)
            for place in bytes.indices {
                let byte = bytes[place]
                switch byte {
                case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    hasQuotes = hasQuotes || opensLine
                case UInt8(ascii: "&"): hasQuotes = hasQuotes || Self.isTag(bytes, place, ["gt;"])
                case UInt8(ascii: "["): hasQuotes = hasQuotes || Self.isTag(bytes, place, QuotedLines.tags)
                case UInt8(ascii: "\n"): hasQuotes = hasQuotes || last == UInt8(ascii: ":")
                case UInt8(ascii: ":"):
                    hasQuotes =
                        hasQuotes
                        || QuotedLines.names.contains { Self.stands($0, in: bytes, lineAt: lineStart) }
                case UInt8(ascii: "<"):
                    if Self.isTag(bytes, place, ["blockquo"]) { (hasBlocks, hasQuotes) = (true, true) }
                case 0x80: hasPassages = hasPassages || last == 0xE2
                case 0xAB: hasPassages = hasPassages || last == 0xC2
                case UInt8(ascii: "/"):
                    if last == byte, beforeLast == UInt8(ascii: ":") { hasAddresses = true }
                case UInt8(ascii: "."):
                    if last | 0x20 == UInt8(ascii: "w"), beforeLast | 0x20 == UInt8(ascii: "w") {
                        hasAddresses = true
                    }
                default: break
                }
                let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r")
                if byte == UInt8(ascii: "\n") {
                    (opensLine, lineStart) = (true, place + 1)
                } else if !isSpace {
                    opensLine = false
                }
                if !isSpace { (beforeLast, last) = (last, byte) }
            }
            return (hasQuotes, hasAddresses, hasBlocks, hasPassages)
        }
    }

    /// Whether the line begins with a word, in small letters or with a capital.
    private static func stands(
        _ name: String, in bytes: UnsafeBufferPointer<UInt8>, lineAt start: Int
    ) -> Bool {
        let count = name.utf8.count
        guard start + count < bytes.count else { return false }
        return String(decoding: bytes[start..<start + count], as: UTF8.self).lowercased() == name
    }

    private static func isTag(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ tags: [String]) -> Bool {
        let after = bytes[(place + 1)...].prefix(8)
        return tags.contains { tag in
            after.count >= tag.utf8.count && zip(after, tag.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
    }
}

/// The text with every word left out that is an address: another link to the same page says nothing.
private func withoutAddresses(_ text: String) -> String {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.utf8.count)
    for word in text.utf8.split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == 0x20 || $0 == 0x0A })
    {
        let isAddress = word.starts(with: "www.".utf8) || word.starts(with: "http".utf8)
        if !isAddress { kept.append(contentsOf: word) }
        // The mark behind the word is a space or a new line; a text is read by words either way.
        kept.append(word.endIndex < text.utf8.endIndex ? text.utf8[word.endIndex] : 0x20)
    }
    return String(decoding: kept.dropLast(), as: UTF8.self)
}
