/// What encoding bytes are in when nobody says: letters of a language are where its words put them.
///
/// A single-byte page is read under each candidate by a table of what its high bytes would be; the
/// candidate under which the letters form plausible words, in one case, wins.

func detectedEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> Encoding? {
    let sample = UnsafeBufferPointer(rebasing: bytes.prefix(200_000))
    if let asian = multibyte(sample) { return asian }
    var counts = [Int](repeating: 0, count: 256)
    var high = 0
    var adjacent = 0
    var letters = 0
    for (i, byte) in sample.enumerated() {
        if byte >= 0x80 {
            counts[Int(byte)] += 1
            high += 1
            if i > 0, sample[i - 1] >= 0x80 { adjacent += 1 }
        } else if byte.isASCIILetter {
            letters += 1
        }
    }
    guard high > 0 else { return nil }
    // Cyrillic words are runs of high bytes; a Latin word has one among ASCII letters.
    if adjacent * 2 > high { return cyrillic(sample) }
    return latin(counts)
}

/// The candidate whose reading has the most frequent letters in lower case and the fewest capitals
/// inside words.
private func cyrillic(_ sample: UnsafeBufferPointer<UInt8>) -> Encoding? {
    let candidates = ["windows-1251", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"]
    var best: (Encoding, Int)?
    for name in candidates {
        guard let encoding = Encoding.named(name) else { continue }
        let table = readings(of: encoding)
        var score = 0
        var previous: Unicode.Scalar?
        for byte in sample {
            guard byte >= 0x80 else {
                previous = nil
                continue
            }
            let scalar = table[Int(byte) - 0x80]
            switch scalar.value {
            case 0x430...0x44F, 0x451, 0x454, 0x456, 0x457:
                score += frequentCyrillic.contains(scalar) ? 3 : 1
            case 0x410...0x42F, 0x401:
                // A capital inside a word, after a small letter, is what a wrong table reads.
                if let previous, previous.value >= 0x430 { score -= 4 }
            case 0xA0, 0xAB, 0xBB, 0x2013, 0x2014, 0x2116, 0x201C...0x201E, 0x2026: break
            default: score -= 3
            }
            previous = scalar
        }
        if score > (best?.1 ?? 0) { best = (encoding, score) }
    }
    guard let found = best?.0 else { return nil }
    if found.name == "koi8-r", sample.contains(where: { [0xA4, 0xA6, 0xA7, 0xAD].contains($0) }) {
        return Encoding.named("koi8-u")
    }
    return found
}

private let frequentCyrillic: Set<Unicode.Scalar> = ["о", "е", "а", "и", "н", "т", "с", "р", "в", "л", "і"]

/// windows-1250 against iso-8859-2 against windows-1252: by the bytes of Polish, Czech, Slovak and
/// Hungarian letters that only one of them has there.
private func latin(_ counts: [Int]) -> Encoding {
    func sum(_ bytes: [UInt8]) -> Int { bytes.reduce(0) { $0 + counts[Int($1)] } }
    // ł ę ć ń ż ů ř č ď ě ő ű: letters that mean little in windows-1252 (³ ê æ ñ ¿ ù ø è ï ì õ û).
    let shared = sum([0xB3, 0xA3, 0xEA, 0xE6, 0xF1, 0xBF, 0xAF, 0xF9, 0xF8, 0xE8, 0xEC, 0xEF, 0xF5, 0xFB])
    // š ś ť ž ź Š Ś Ť Ž Ź of windows-1250 lie where iso-8859-2 has controls.
    let in1250 = sum([0x9A, 0x9C, 0x9D, 0x9E, 0x9F, 0x8A, 0x8C, 0x8D, 0x8E, 0x8F])
    // ą ś ź ž ť and their capitals of iso-8859-2, which are signs in windows-1250; š there is ą here.
    let inLatin2 = sum([0xB1, 0xB6, 0xBC, 0xBE, 0xBB, 0xA1, 0xA6, 0xAC, 0xAE, 0xA9])
    let either = counts[0xB9]
    // ä ö ü ß é à ç î ô â: Western.
    let western = sum([0xE4, 0xF6, 0xFC, 0xDF, 0xE0, 0xE7, 0xEE, 0xF4, 0xE2, 0xC4, 0xD6, 0xDC, 0xE5])
    let polish = sum([0xB3, 0xBF])
    let central = in1250 + inLatin2 + either + polish
    guard central * 4 > western + counts[0xE9] / 2, in1250 + inLatin2 + either > 0, shared + polish > 0 else {
        return .windows1252
    }
    return Encoding.named(inLatin2 > in1250 * 2 ? "iso-8859-2" : "windows-1250") ?? .windows1252
}

/// Japanese, Chinese and Korean: the encoding under which all pairs of bytes are well formed.
private func multibyte(_ sample: UnsafeBufferPointer<UInt8>) -> Encoding? {
    if let escape = sample.firstIndex(of: 0x1B), escape + 1 < sample.count, sample[escape + 1] == 0x24 {
        return Encoding.named("iso-2022-jp")
    }
    var high = 0
    for byte in sample where byte >= 0x80 { high += 1 }
    guard high >= 8 else { return nil }
    let euc = pairs(sample, lead: 0xA1...0xFE, trail: [0xA1...0xFE])
    let shiftJIS = pairs(sample, lead: 0x81...0x9F, lead2: 0xE0...0xFC, trail: [0x40...0x7E, 0x80...0xFC])
    if let kana = shiftJIS.leads[0x82] ?? shiftJIS.leads[0x83], shiftJIS.isWhole,
        kana + (shiftJIS.leads[0x83] ?? 0) > shiftJIS.total / 5
    {
        return Encoding.named("shift_jis")
    }
    if euc.isWhole, euc.total * 2 >= high * 9 / 10 {
        if (euc.leads[0xA4] ?? 0) + (euc.leads[0xA5] ?? 0) > euc.total / 5 { return Encoding.named("euc-jp") }
        let hangul = (0xB0...0xC8).reduce(0) { $0 + (euc.leads[UInt8($1)] ?? 0) }
        let chinese = euc.leads.keys.filter { $0 > 0xC8 }.reduce(0) { $0 + (euc.leads[$1] ?? 0) }
        // Cyrillic in one byte a letter also makes pairs, but of very few lead bytes.
        if euc.leads.count < 24 || euc.total < 12 { return nil }
        if isCyrillicLike(sample) { return nil }
        return Encoding.named(hangul * 10 > (hangul + chinese) * 9 ? "euc-kr" : "gb18030")
    }
    return nil
}

private func isCyrillicLike(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    // Odd runs of high bytes between ASCII are words of single-byte letters, not pairs.
    var run = 0
    var odd = 0
    var all = 0
    for byte in sample {
        if byte >= 0x80 {
            run += 1
        } else if run > 0 {
            all += 1
            odd += run % 2
            run = 0
        }
    }
    return odd * 5 > all
}

private struct Pairs {
    var isWhole = true
    var total = 0
    var leads: [UInt8: Int] = [:]
}

private func pairs(
    _ sample: UnsafeBufferPointer<UInt8>, lead: ClosedRange<UInt8>, lead2: ClosedRange<UInt8>? = nil,
    trail: [ClosedRange<UInt8>]
) -> Pairs {
    var found = Pairs()
    var i = 0
    while i < sample.count {
        let byte = sample[i]
        guard byte >= 0x80 else {
            i += 1
            continue
        }
        guard lead.contains(byte) || lead2?.contains(byte) == true else {
            found.isWhole = false
            return found
        }
        guard i + 1 < sample.count else { break }
        guard trail.contains(where: { $0.contains(sample[i + 1]) }) else {
            found.isWhole = false
            return found
        }
        found.total += 1
        found.leads[byte, default: 0] += 1
        i += 2
    }
    return found
}

/// What each byte from 0x80 up is in a single-byte encoding.
private func readings(of encoding: Encoding) -> [Unicode.Scalar] {
    (0x80...0xFF).map { byte in
        String(decoding: utf8([UInt8(byte)], from: encoding), as: UTF8.self).unicodeScalars.first
            ?? "\u{FFFD}"
    }
}
