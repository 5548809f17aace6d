/// What encoding bytes are in when nobody says, or when what was said cannot be true.
///
/// The bytes are read under every encoding that pages use; the one whose letters are those of a language,
/// in the places and the case in which words have them, wins. Several bytes a character (Japanese,
/// Chinese, Korean) are told by which characters they make.
import Complaints

/// nil where no byte is beyond ASCII and none switches character sets.
func detectedEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> Encoding? {
    if switchesToJapanese(bytes) { return Encoding.named("iso-2022-jp") }
    let sample = DetectionSample(bytes)
    guard sample.high > 0 else { return nil }
    let single = singleByteEncoding(sample)
    // What reads plainly with one byte a character is not looked at as two.
    if let single, single.score >= sample.high * 2 { return single.encoding }
    let multi = multibyteEncoding(sample)
    guard let multi else { return single?.encoding }
    guard let single else { return multi.encoding }
    return multi.score > single.score ? multi.encoding : single.encoding
}

/// The encoding under which a page reads plainly, where under the stated one it is broken or reads as nobody
/// writes, such as in the wrong case; nil otherwise. Short texts are believed.
func disproved(_ stated: Encoding, _ bytes: UnsafeBufferPointer<UInt8>) -> Encoding? {
    let sample = DetectionSample(bytes, limit: 4096)
    guard stated.isSingleByte else { return disprovedMultibyte(stated, sample) }
    if stated == .windows1252, let turkish = turkish(sample) { return turkish }
    guard sample.high >= 24, let own = plausibility(of: stated, sample), own < sample.high * 2 else {
        return nil
    }
    let single = singleByteEncoding(sample)
    if let multi = multibyteEncoding(sample), multi.score > max(single?.score ?? 0, sample.high) {
        return multi.encoding
    }
    guard let single, single.encoding != stated else { return nil }
    return single.score >= sample.high && single.score - max(own, 0) >= sample.high ? single.encoding : nil
}

/// Turkish differs from the western languages in six letters, which there are Icelandic: ğ is ð, ş is þ, ı is ý.
private func turkish(_ sample: DetectionSample) -> Encoding? {
    let own = sample.places.count { [0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE].contains(sample.bytes[$0]) }
    // á, æ, é, í, ó, ú are Icelandic, not Turkish.
    let other = sample.places.contains { [0xE1, 0xE6, 0xE9, 0xED, 0xF3, 0xFA].contains(sample.bytes[$0]) }
    guard own >= 2, !other, own * 4 >= sample.high, let encoding = Encoding.named("windows-1254") else {
        return nil
    }
    let text = String(decoding: utf8(sample.bytes.prefix(4000), from: encoding), as: UTF8.self)
    return recognisedLanguage(of: text) == "tr" ? encoding : nil
}

/// ISO-2022-JP: ASCII bytes, with escapes to JIS X 0208 (`ESC $ B`, `ESC $ @`) or to Roman letters (`ESC ( J`).
func switchesToJapanese(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    while i + 2 < bytes.count {
        if bytes[i] == 0x1B {
            switch (bytes[i + 1], bytes[i + 2]) {
            case (0x24, 0x42), (0x24, 0x40), (0x28, 0x4A), (0x28, 0x49): return true
            default: break
            }
        }
        i += 1
    }
    return false
}

/// The bytes of a page that are text: tags left out, and no more of it than tells something.
struct DetectionSample {
    private(set) var bytes: [UInt8] = []
    /// How many are beyond ASCII.
    private(set) var high = 0
    /// Where they are.
    private(set) var places: [Int] = []

    init(_ page: UnsafeBufferPointer<UInt8>, limit: Int = 6144) {
        bytes.reserveCapacity(min(page.count, limit) + 1)
        var i = 0
        var plain = 0
        while i < page.count, high < limit {
            let byte = page[i]
            if byte == 0x3C, i + 1 < page.count, page[i + 1] < 0x80, !page[i + 1].isASCIISpace {
                // A tag holds at most a few hundred bytes; a lone `<` takes no more than that away.
                var end = i + 1
                while end < page.count, end < i + 2000, page[end] != 0x3E, page[end] != 0x3C { end += 1 }
                if end < page.count, page[end] == 0x3E {
                    // Between tags there is a space, or else words of two columns would be one.
                    if bytes.last != 0x20 { bytes.append(0x20) }
                    i = end + 1
                    continue
                }
            }
            if byte >= 0x80 {
                high += 1
                plain = 0
                places.append(bytes.count)
                bytes.append(byte)
            } else {
                // Long stretches of ASCII, such as scripts, tell nothing.
                plain += 1
                if plain < 400 { bytes.append(byte) }
            }
            i += 1
        }
    }
}
