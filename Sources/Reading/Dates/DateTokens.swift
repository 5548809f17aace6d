/// A date text cut into numbers, words and signs, folded for the tables.

struct DateToken {
    enum Kind: UInt8 { case number, word, sign }

    var kind: Kind
    /// A number's value, or the byte of a sign.
    var value = 0
    var digits = 0
    /// How many letters a word has.
    var letters = 0
    /// Where the folded letters of a word stand.
    var start = 0
    var end = 0
    /// Whether something blank stands before it.
    var isApart = false
    /// In a script that writes no blanks between words.
    var isDense = false
    /// Whether what was found is made of it.
    var isUsed = false
    /// A short word in Latin letters of a language that nobody stated: as well a name or another word.
    var isDoubtful = false
    var meaning = DateMeaning()

    mutating func add(_ digit: Int) {
        if digits < 15 { value = value * 10 + digit }
        digits += 1
    }

    func isSign(_ byte: UInt8) -> Bool { kind == .sign && value == Int(byte) }
    var isNumber: Bool { kind == .number }
    var isUnknownWord: Bool { kind == .word && (!meaning.isKnown || meaning.has(.other)) }
}

/// The tokens and the folded letters of their words, one blank between words that follow each other.
struct DateText {
    private(set) var tokens: [DateToken] = []
    private(set) var letters: [UInt8] = []
    /// Too long to be a date.
    private(set) var isLong = false

    static let mostTokens = 60

    init(_ text: String) {
        tokens.reserveCapacity(16)
        letters.reserveCapacity(64)
        var text = text
        text.withUTF8 { cut($0) }
    }

    private mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>) {
        var open: DateToken?
        var isApart = false
        var i = 0
        while i < bytes.count {
            if tokens.count >= Self.mostTokens {
                isLong = true
                return
            }
            let (scalar, length) = Self.scalar(bytes, at: i)
            i += length
            switch DateFolding.letter(scalar) {
            case .nothing: continue
            case .blank:
                close(&open)
                isApart = true
                continue
            case .digit(let digit):
                if open?.kind != .number {
                    close(&open)
                    open = DateToken(kind: .number, isApart: isApart)
                }
                open?.add(digit)
            case .letter(let letter):
                let isDense = letter >= 0xE00 && DateFolding.isDense(letter)
                if open?.kind != .word || open?.isDense != isDense {
                    close(&open)
                    if !letters.isEmpty { letters.append(0x20) }
                    open = DateToken(kind: .word, start: letters.count, isApart: isApart, isDense: isDense)
                }
                open?.letters += 1
                append(letter)
            case .apostrophe:
                if open?.kind == .word, i < bytes.count,
                    case .letter = DateFolding.letter(Self.scalar(bytes, at: i).0)
                {
                    continue
                }
                close(&open)
                tokens.append(DateToken(kind: .sign, value: 0x27, isApart: isApart))
            case .sign(let byte):
                close(&open)
                tokens.append(DateToken(kind: .sign, value: Int(byte), isApart: isApart))
            }
            isApart = false
        }
        close(&open)
    }

    private mutating func close(_ open: inout DateToken?) {
        guard var token = open else { return }
        token.end = letters.count
        tokens.append(token)
        open = nil
    }

    private mutating func append(_ letter: UInt32) {
        if letter < 0x80 {
            letters.append(UInt8(letter))
        } else if letter < 0x800 {
            letters.append(UInt8(0xC0 | letter >> 6))
            letters.append(UInt8(0x80 | letter & 0x3F))
        } else if letter < 0x10000 {
            letters.append(UInt8(0xE0 | letter >> 12))
            letters.append(UInt8(0x80 | letter >> 6 & 0x3F))
            letters.append(UInt8(0x80 | letter & 0x3F))
        } else {
            letters.append(0x3F)
        }
    }

    /// The scalar that begins at `i`: a String's bytes are well-formed UTF-8.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[i])
        if first < 0x80 { return (first, 1) }
        func more(_ k: Int) -> UInt32 { i + k < bytes.count ? UInt32(bytes[i + k] & 0x3F) : 0 }
        if first < 0xE0 { return ((first & 0x1F) << 6 | more(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | more(1) << 6 | more(2), 3) }
        return ((first & 0x07) << 18 | more(1) << 12 | more(2) << 6 | more(3), 4)
    }
}
