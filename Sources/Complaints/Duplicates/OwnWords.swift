/// The part of a text that its author wrote: without quoted text, an embedded letter, addresses of pages, and
/// what sites put in.
///
/// A text of which nothing else is left is its author's as it stands.
func ownWords(_ text: String) -> String {
    var own = text
    let found = OthersWords(text)
    if found.hasQuotes { own = QuotedLines.removed(from: own) }
    if found.hasAddresses { own = withoutAddresses(own) }
    if let shorter = SiteFurniture.removed(from: own) { own = shorter }
    if own.utf8.count == text.utf8.count { return text }
    return own.unicodeScalars.contains { $0.properties.isAlphabetic } ? own : text
}

/// Whether there is anything to look for: one pass over the bytes, as most texts hold nothing of the kind.
private struct OthersWords {
    var hasQuotes = false
    var hasAddresses = false

    init(_ text: String) {
        var text = text
        (hasQuotes, hasAddresses) = text.withUTF8 { bytes in
            var (hasQuotes, hasAddresses) = (false, false)
            var opensLine = true
            var (last, beforeLast): (UInt8, UInt8) = (0, 0)
            for place in bytes.indices {
                let byte = bytes[place]
                switch byte {
                case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    hasQuotes = hasQuotes || opensLine
                case UInt8(ascii: "&"): hasQuotes = hasQuotes || Self.isTag(bytes, place, ["gt;"])
                case UInt8(ascii: "["): hasQuotes = hasQuotes || Self.isTag(bytes, place, QuotedLines.tags)
                case UInt8(ascii: "\n"): hasQuotes = hasQuotes || last == UInt8(ascii: ":")
                case UInt8(ascii: "/"):
                    if last == byte, beforeLast == UInt8(ascii: ":") { hasAddresses = true }
                case UInt8(ascii: "."):
                    if last | 0x20 == UInt8(ascii: "w"), beforeLast | 0x20 == UInt8(ascii: "w") {
                        hasAddresses = true
                    }
                default: break
                }
                let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r")
                if byte == UInt8(ascii: "\n") { opensLine = true } else if !isSpace { opensLine = false }
                if !isSpace { (beforeLast, last) = (last, byte) }
            }
            return (hasQuotes, hasAddresses)
        }
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
