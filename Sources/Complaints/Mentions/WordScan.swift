/// Walks the UTF-8 of a text once, folding as it goes, and notes the words that a table knows.
///
/// A word costs its letters and one look into a bit map; nothing is allocated for a text without a hit.
struct WordScan {
    /// A word, or a few, of the text that stands in the table.
    struct Found {
        /// Which words of the text, counted from 0; more than one where they are joined by a hyphen.
        var words: Range<Int>
        /// UTF-8 of the text.
        var bytes: Range<Int>
        /// Into the table's places.
        var places: Range<Int>
        var signs: MatchSigns
    }

    private let tables: TermTables
    private(set) var found: [Found] = []

    private var words = 0
    private var before = Before()
    private var isTag = false
    private var gap: UInt8 = 0

    /// The word before, where a hyphen or an apostrophe joins it to the next.
    private struct Before {
        var bytes = 0..<0
        var hash = Fold64.start
    }

    init(_ tables: TermTables) { self.tables = tables }

    /// A string's bytes: well-formed UTF-8.
    mutating func walk(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        let count = bytes.count
        let takesTypos = !tables.typing.isEmpty
        // unsafe: `tables` lives as long as the walk.
        let (folds, forms) = (tables.folding.start, tables.forms.filter)
        var at = 0
        while at < count {
            let start = at
            var end = at
            var hash = Fold64.start
            // Latin 1, others 2: both in one word mean that someone may be hiding a name.
            var alphabets: UInt8 = 0
            // unsafe: `at` stays below `count`, well-formed UTF-8 has the bytes its first one promises, and
            // the table holds every scalar that is looked up in it.
            letters: while at < count {
                let byte = base[at]
                if byte < 0x80 {
                    let folded = folds[Int(byte)]
                    if folded == 0 { break letters }
                    hash = Fold64.add(folded, to: hash)
                    // Letters are above 0x40, digits below.
                    alphabets |= byte >> 6
                    at &+= 1
                    end = at
                } else if byte < 0xD4 {
                    let value = Int(byte & 0x1F) << 6 | Int(base[at &+ 1] & 0x3F)
                    let folded = folds[value]
                    if folded > 3 {
                        hash = Fold64.add(folded, to: hash)
                        alphabets |= value < 0x370 ? 1 : 2
                        at &+= 2
                        end = at
                        continue
                    }
                    if folded == 0 { break letters }
                    if folded == 2, end == at { end = at &+ 2 }
                    if folded == 3 {
                        hash = Self.add(Unicode.Scalar(UInt16(value)), to: hash)
                        end = at &+ 2
                    }
                    at &+= 2
                } else {
                    let (scalar, length) = Self.scalar(bytes, at: at)
                    switch Folding.kind(scalar) {
                    case .gap: break letters
                    case .unseen: break
                    case .accent: if end == at { end = at &+ length }
                    case .letter(let folded):
                        hash = Fold64.add(folded, to: hash)
                        alphabets |= scalar.value < 0x530 || scalar.value > 0x2000 ? 0 : 1
                        end = at &+ length
                    case .letters:
                        hash = Self.add(scalar, to: hash)
                        end = at &+ length
                    case .sign(let value):
                        if hash != Fold64.start { break letters }
                        hash = Fold64.add(value, to: hash)
                        at &+= length
                        end = at
                        break letters
                    }
                    at &+= length
                }
            }
            if hash != Fold64.start {
                let isKnown = forms.mayHave(hash)
                if isKnown || alphabets == 3 || takesTypos || isTag || gap != 0 {
                    look(up: hash, start..<end, isMixed: alphabets == 3, in: bytes)
                }
                words &+= 1
                before = Before(bytes: start..<end, hash: hash)
                isTag = false
                gap = 0
                if at == count { return }
            }
            at = passGap(bytes, at, folds)
        }
    }

    /// Over what stands between two words, up to the next letter or sign.
    @inline(__always)
    private mutating func passGap(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ folds: UnsafePointer<UInt32>
    ) -> Int {
        guard start < bytes.count else { return start }
        let byte = bytes[start]
        // Nearly always one blank.
        if byte == 0x20 {
            (isTag, gap) = (false, 0)
            return start &+ 1
        }
        if byte < 0x80 {
            guard folds[Int(byte)] == 0 else { return start }
            (isTag, gap) = (byte == 0x23 || byte == 0x40, 0)
            if byte == 0x2D || byte == 0x27 || byte == 0x60, start == before.bytes.upperBound {
                gap = byte == 0x2D ? 1 : 2
            }
            return start &+ 1
        }
        return passSign(bytes, start)
    }

    private mutating func passSign(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        let (scalar, length) = Self.scalar(bytes, at: start)
        guard case .gap = Folding.kind(scalar) else { return start }
        isTag = scalar == "＃" || scalar == "＠"
        gap = 0
        guard start == before.bytes.upperBound else { return start + length }
        switch scalar {
        case "\u{2010}", "\u{2011}": gap = 1
        case "\u{2019}", "\u{02BC}": gap = 2
        default: break
        }
        return start + length
    }

    @inline(__always)
    static func scalar(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (scalar: Unicode.Scalar, length: Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var value = first & (0x7F >> UInt32(length))
        for step in 1..<length { value = value << 6 | UInt32(bytes[index + step] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    private static func add(_ scalar: Unicode.Scalar?, to hash: UInt64) -> UInt64 {
        guard let scalar, case .letters(let first, let second) = Folding.kind(scalar) else { return hash }
        return Fold64.add(second, to: Fold64.add(first, to: hash))
    }

    // MARK: what a word may be

    private mutating func look(
        up hash: UInt64, _ range: Range<Int>, isMixed: Bool, in bytes: UnsafeBufferPointer<UInt8>
    ) {
        let tag: MatchSigns = isTag ? .tag : []
        let range = Self.withoutUnseenStart(range, in: bytes)
        let exact = tables.forms.range(of: hash)
        if !exact.isEmpty { note(exact, range, tag) }
        if gap != 0 { lookAtJoined(range, in: bytes) }
        if isTag { lookIntoTag(range, in: bytes) }
        guard exact.isEmpty, isMixed || !tables.typing.isEmpty else { return }
        let letters = FoldedText(String(decoding: bytes[range], as: UTF8.self)).letters
        var isFound = false
        if isMixed {
            for variant in LookAlikes.variants(of: letters[...]) {
                let places = tables.forms.range(of: Fold64.of(variant))
                guard !places.isEmpty else { continue }
                note(places, range, tag.union(.lookAlike))
                isFound = true
            }
        }
        guard !isFound, !tables.typing.isEmpty else { return }
        for near in tables.typing.near(letters[...]) {
            note(tables.forms.range(of: near), range, tag.union(.typo))
        }
    }

    private static func withoutUnseenStart(
        _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound {
            let (scalar, length) = scalar(bytes, at: start)
            switch Folding.kind(scalar) {
            case .unseen, .accent: start += length
            default: return start..<range.upperBound
            }
        }
        return range
    }

    private mutating func note(_ places: Range<Int>, _ range: Range<Int>, _ signs: MatchSigns) {
        guard !places.isEmpty, tables.forms.leads(places) || isBehindFound else { return }
        found.append(Found(words: words..<words + 1, bytes: range, places: places, signs: signs))
    }

    /// What only goes on with a phrase is nothing where none may have begun right before it.
    private var isBehindFound: Bool {
        var index = found.count - 1
        while index >= 0, found[index].words.upperBound > words { index -= 1 }
        return index >= 0 && found[index].words.upperBound == words
    }

    /// Сбер-банк and L'Oréal as one word; not what an English apostrophe shortens: she'd is no shed.
    private mutating func lookAtJoined(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
        guard before.bytes.upperBound > before.bytes.lowerBound else { return }
        if gap == 2, Self.isClitic(bytes[range]) { return }
        var hash = before.hash
        var at = range.lowerBound
        while at < range.upperBound {
            let (scalar, length) = Self.scalar(bytes, at: at)
            switch Folding.kind(scalar) {
            case .letter(let folded), .sign(let folded): hash = Fold64.add(folded, to: hash)
            case .letters: hash = Self.add(scalar, to: hash)
            default: break
            }
            at += length
        }
        let places = tables.forms.range(of: hash)
        guard !places.isEmpty else { return }
        found.append(
            Found(
                words: words - 1..<words + 1, bytes: before.bytes.lowerBound..<range.upperBound,
                places: places, signs: .joined))
    }

    private static func isClitic(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard word.count <= 2, let first = word.first, let last = word.last else { return false }
        switch (word.count, first | 0x20, last | 0x20) {
        case (1, UInt8(ascii: "s"), _), (1, UInt8(ascii: "d"), _), (1, UInt8(ascii: "m"), _),
            (1, UInt8(ascii: "t"), _), (2, UInt8(ascii: "l"), UInt8(ascii: "l")),
            (2, UInt8(ascii: "r"), UInt8(ascii: "e")), (2, UInt8(ascii: "v"), UInt8(ascii: "e")):
            return true
        default: return false
        }
    }

    private mutating func lookIntoTag(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
        let forms = tables.forms
        TagParts.each(in: bytes, range, isKnown: { !forms.range(of: $0).isEmpty }) { hash, part in
            note(forms.range(of: hash), part, .partOfTag)
        }
    }
}
