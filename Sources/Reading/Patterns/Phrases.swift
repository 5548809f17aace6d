/// Words and phrases looked for in short texts, byte by byte: searching Strings costs sixty times as much.

struct Phrases: Sendable {
    private let byFirst: [[[UInt8]]]
    private let byLast: [[[UInt8]]]

    /// Phrases in lower case.
    init(_ phrases: [String]) {
        var byFirst = [[[UInt8]]](repeating: [], count: 256)
        var byLast = byFirst
        for phrase in phrases {
            let bytes = Array(phrase.utf8)
            guard let first = bytes.first, let last = bytes.last else { continue }
            byFirst[Int(first)].append(bytes)
            byLast[Int(last)].append(bytes)
        }
        self.byFirst = byFirst
        self.byLast = byLast
    }

    /// Whether any phrase occurs in a text that `lowered` made.
    func isFound(in text: [UInt8]) -> Bool {
        for i in text.indices {
            for phrase in byFirst[Int(text[i])] where i + phrase.count <= text.count {
                if text[i..<(i + phrase.count)].elementsEqual(phrase) { return true }
            }
        }
        return false
    }

    /// Whether the text is a phrase and nothing more.
    func isWhole(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        return byFirst[Int(first)].contains { text.elementsEqual($0) }
    }

    /// The length of a phrase that the text begins with.
    func prefix(of text: ArraySlice<UInt8>) -> Int? {
        guard let first = text.first else { return nil }
        return byFirst[Int(first)].first { text.starts(with: $0) }?.count
    }

    /// The length of a phrase that the text ends with.
    func suffix(of text: ArraySlice<UInt8>) -> Int? {
        guard let last = text.last else { return nil }
        return byLast[Int(last)].first { text.count >= $0.count && text.suffix($0.count).elementsEqual($0) }?
            .count
    }
}

/// Lower case of Latin and Cyrillic letters as bytes, each as long as it was: places in one are places in the
/// other.
func lowered(_ text: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var lead: UInt8 = 0
    for byte in text {
        switch (lead, byte) {
        case (0xC3, 0x80...0x9E): out.append(byte | 0x20)
        case (0xC4, 0x80...0xBF), (0xC5, 0x8A...0xB7): out.append(byte & 1 == 0 ? byte + 1 : byte)
        case (0xD0, 0x90...0x9F): out.append(byte + 0x20)
        case (0xD0, 0xA0...0xAF):
            out[out.count - 1] = 0xD1
            out.append(byte - 0x20)
        case (0xD0, 0x80...0x8F):
            out[out.count - 1] = 0xD1
            out.append(byte + 0x10)
        default: out.append(byte.lowercasedASCII)
        }
        lead = byte
    }
    return out
}
