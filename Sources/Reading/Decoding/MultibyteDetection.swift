/// Several bytes a character: Japanese, Chinese and Korean encodings, told by the characters that they make.

/// The encoding under which the sample is whole and reads as one of its languages.
func multibyteEncoding(_ sample: DetectionSample) -> (encoding: Encoding, score: Int)? {
    var best: (encoding: Encoding, score: Int)?
    for candidate in MultibyteCandidate.all {
        guard let encoding = Encoding.named(candidate.name),
            let score = candidate.score(sample, encoding), score > best?.score ?? 0
        else { continue }
        best = (encoding, score)
    }
    return best
}

/// The encoding of several bytes a character in which the sample is whole and plain, where under the stated one
/// of that kind it is broken, or reads as nobody writes; nil otherwise.
func disprovedMultibyte(_ stated: Encoding, _ sample: DetectionSample) -> Encoding? {
    guard sample.high >= 12,
        let own = MultibyteCandidate.all.first(where: {
            $0.name == stated.name || stated.name == "gbk" && $0.name == "gb18030"
        })
    else { return nil }
    let reading = own.reading(sample, stated)
    // Nearly any bytes are half-wide katakana in Shift_JIS.
    guard reading.bad > 0 || own.name == "shift_jis", !reading.isPlain else { return nil }
    guard let best = multibyteEncoding(sample), best.encoding != stated,
        let other = MultibyteCandidate.all.first(where: { $0.name == best.encoding.name }),
        other.reading(sample, best.encoding).bad <= 0
    else { return nil }
    return best.encoding
}

private struct MultibyteCandidate {
    let name: String
    /// What a character of each script is worth.
    var kana = -2
    var hangul = -4
    var frequent: Set<UInt32> = []
    /// A CJK ideograph that is none of the frequent ones.
    var ideograph = 0
    /// A character whose second byte is ASCII or a control: an accented letter before a plain one looks so.
    var low = 0

    static let all = [
        MultibyteCandidate(name: "shift_jis", kana: 6, ideograph: 2),
        MultibyteCandidate(name: "euc-jp", kana: 6, ideograph: 2),
        MultibyteCandidate(name: "gb18030", frequent: frequentSimplified, ideograph: 1, low: -4),
        MultibyteCandidate(name: "big5", frequent: frequentTraditional, ideograph: 1, low: -2),
        MultibyteCandidate(name: "euc-kr", kana: -2, hangul: 6, ideograph: -2, low: -9),
    ]

    /// Characters beyond ASCII, broken ones, and how well they read.
    struct Reading {
        var good = 0
        var bad = 0
        var score: Int

        /// A stray byte or two in a long page are just that.
        var isPlain: Bool { good > 0 && bad * 50 <= good && score >= good * 2 }
    }

    /// nil where the bytes are no text in this encoding.
    func score(_ sample: DetectionSample, _ encoding: Encoding) -> Int? {
        let found = reading(sample, encoding)
        guard found.isPlain else { return nil }
        // That all the pairs are whole is evidence too.
        return found.bad == 0 ? found.score + found.score / 2 : found.score
    }

    func reading(_ sample: DetectionSample, _ encoding: Encoding) -> Reading {
        let bytes = sample.bytes.prefix(12_000)
        let text = utf8(bytes, from: encoding)
        var found = Reading(score: low == 0 ? 0 : low * lowPairs(bytes))
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
            switch scalar.value {
            case 0xFFFD: found.bad += 1
            case 0x3041...0x30FE: found.score += kana
            case 0xFF61...0xFF9F: found.score -= 2
            case 0x4E00...0x9FFF: found.score += frequent.contains(scalar.value) ? 8 : ideograph
            case 0xAC00...0xD7A3: found.score += hangul
            case 0x3000...0x3020, 0xFF01...0xFF60, 0x2010...0x2026: found.score += 2
            case 0xE000...0xF8FF, 0x1_0000...: found.score -= 6
            default: found.score -= 2
            }
            found.good += 1
        }
        // The end may lie within a character.
        if text[max(0, text.count - 3)...].elementsEqual([0xEF, 0xBF, 0xBD]) { found.bad -= 1 }
        return found
    }
}

private func lowPairs(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var i = bytes.startIndex
    while i + 1 < bytes.endIndex {
        guard bytes[i] >= 0x80 else {
            i += 1
            continue
        }
        if bytes[i + 1] < 0xA1 { count += 1 }
        i += 2
    }
    return count
}

/// The commonest characters of Chinese as written in the mainland and in Taiwan: half of any text.
private let frequentSimplified = Set(
    """
    的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所\
    然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日者意无力它与长把\
    机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应向头文体相见被利什二等产或新己制身果加月话\
    合回特代内信表化老给位次度门任常先通教原提及比员解水名真论处走各入几口条平系气题活更别打女变总何电数安少报才结\
    反受目太量再感务做接必场件计管期市直金指许区保至形社便空决店买货客服差钱退换订购
    """.unicodeScalars.map(\.value))
private let frequentTraditional = Set(
    """
    的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所\
    然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日者意無力它與長把\
    機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應向頭文體相見被利什二等產或新己制身果加月話\
    合回特代內信表化老給位次度門任常先通教原提及比員解水名真論處走各入幾口條平系氣題活更別打女變總何電數安少報才結\
    反受目太量再感務做接必場件計管期市直金指許區保至形社便空決店買貨客服差錢退換訂購
    """.unicodeScalars.map(\.value))
