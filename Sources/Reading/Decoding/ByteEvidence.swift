/// What bytes prove of their encoding by their form alone: UTF-8 with faults, UTF-16 without a mark, UTF-8
/// that was encoded twice.

/// How many characters beyond ASCII are well-formed UTF-8, and how many bytes are not.
struct UTF8Tally {
    private(set) var good = 0
    private(set) var bad = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var i = 0
        while i < bytes.count {
            guard bytes[i] >= 0x80 else {
                i += 1
                continue
            }
            let length = utf8Length(bytes, at: i)
            if length > 0 {
                good += 1
                i += length
            } else {
                // A character cut off by the end of the body is none that is wrong.
                if bytes.count - i > 3 || !Self.isLead(bytes[i]) { bad += 1 }
                i += 1
            }
        }
    }

    private static func isLead(_ byte: UInt8) -> Bool { byte >= 0xC2 && byte <= 0xF4 }

    /// With faults that leave it UTF-8: pages are put together from parts, and cut anywhere.
    var isMostlyUTF8: Bool { good > bad }
    /// Beyond doubt, even against a declaration.
    var isNearlyUTF8: Bool { good >= 8 && bad * 20 <= good }
}

/// UTF-16 without a mark: in every second byte there is a small number, where text of any other encoding
/// has none.
func wideWithoutBOM(_ bytes: UnsafeBufferPointer<UInt8>) -> Encoding? {
    let count = min(bytes.count & ~1, 1024)
    guard count >= 4 else { return nil }
    var even = 0
    var odd = 0
    var i = 0
    while i < count {
        if bytes[i] < 0x09 { even += 1 }
        if bytes[i + 1] < 0x09 { odd += 1 }
        i += 2
    }
    if odd * 5 >= count, even * 10 <= odd { return .utf16le }
    if even * 5 >= count, odd * 10 <= even { return .utf16be }
    return nil
}

/// The text whose UTF-8 was taken for windows-1252 and encoded anew (`PÅ‚atnoÅ›Ä‡`), where that is certain:
/// every character beyond ASCII is a part of such a pair. nil otherwise; nearly always at the first one.
func encodedOnce(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var i = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while i + 8 <= bytes.count,
        raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    { i += 8 }
    var sequences = 0
    var output: [UInt8] = []
    var copied = 0
    while i < bytes.count {
        let byte = bytes[i]
        guard byte >= 0x80 else {
            i += 1
            continue
        }
        // The first byte of a sequence is U+00C2...U+00F4 in windows-1252.
        guard byte == 0xC3, let (lead, afterLead) = windows1252Byte(bytes, at: i) else { return nil }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        var sequence = [lead]
        var at = afterLead
        while sequence.count < length {
            guard let (tail, next) = windows1252Byte(bytes, at: at), tail & 0xC0 == 0x80 else { return nil }
            sequence.append(tail)
            at = next
        }
        guard sequence.withUnsafeBufferPointer({ utf8Length($0, at: 0) }) == length else { return nil }
        output.append(contentsOf: bytes[copied..<i])
        output.append(contentsOf: sequence)
        sequences += 1
        i = at
        copied = i
    }
    guard sequences >= 4 else { return nil }
    output.append(contentsOf: bytes[copied...])
    return output
}

/// The byte that the character of UTF-8 at `i` is in windows-1252, and where the next one begins.
private func windows1252Byte(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (byte: UInt8, next: Int)? {
    guard i < bytes.count else { return nil }
    let length = utf8Length(bytes, at: i)
    switch length {
    case 2:
        let value = UInt32(bytes[i] & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F)
        if value >= 0x80, value <= 0xFF { return (UInt8(value), i + 2) }
        return windows1252Controls[value].map { ($0, i + 2) }
    case 3:
        let value =
            UInt32(bytes[i] & 0x0F) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F)
        return windows1252Controls[value].map { ($0, i + 3) }
    default: return nil
    }
}

/// What windows-1252 has where Latin-1 has controls.
private let windows1252Controls: [UInt32: UInt8] = [
    0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87,
    0x02C6: 0x88, 0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91,
    0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98,
    0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B, 0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
]
