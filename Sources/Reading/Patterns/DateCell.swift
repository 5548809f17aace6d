/// Whether one short text of a page is a date and nothing much besides: `Posted on 3 May 2024 at 5 pm`,
/// `2 дня назад`, not `30 minutes`, `4.5` or a sentence in which a date occurs.
import Complaints

enum DateCell {
    /// Longest text that is looked at, in bytes.
    static let limit = 120

    /// A look at the bytes alone, to spare nearly all texts of a page the reading of a date.
    static func mayBe(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var digits = 0
        var letters = 0
        var signs = 0
        var count = 0
        for byte in bytes {
            if byte.isASCIISpace { continue }
            count += 1
            if count > limit { return false }
            if byte.isASCIIDigit {
                digits += 1
            } else if byte.isASCIILetter || byte >= 0x80 {
                letters += 1
            } else if byte == 0x2E || byte == 0x2F || byte == 0x2D || byte == 0x3A {
                signs += 1
            }
        }
        guard count >= 4 else { return count >= 2 && digits > 0 && letters > 0 && count <= 3 }
        if digits == 0 { return letters >= 4 && count <= 40 && mayBeWords(bytes) }
        return digits <= 16 && (letters >= 2 || signs >= 2)
    }

    /// `yesterday`, `вчера`, `a month ago`: the first letters of the words that such texts have.
    private static func mayBeWords(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var key: UInt32 = 0
        var length = 0
        var isWord = false
        for i in 0...bytes.count {
            let byte = i < bytes.count ? bytes[i].lowercasedASCII : 0x20
            if byte.isASCIILetter || byte >= 0x80 {
                if !isWord {
                    isWord = true
                    key = 0
                    length = 0
                }
                if length < 4 { key = key << 8 | UInt32(byte) }
                length += 1
            } else if isWord {
                isWord = false
                if wordStarts.contains(key) { return true }
            }
        }
        return false
    }

    private static let wordStarts: Set<UInt32> = {
        let words =
            "ago yesterday today just now wczoraj dzisiaj dziś dzis temu вчера Вчера сегодня Сегодня назад "
            + "позавчера Позавчера вчора Вчора сьогодні Сьогодні тому gestern heute vorgestern vor hier hier "
            + "aujourd il ayer hoy hace ieri oggi ontem hoje včera dnes před pred tegnap ieri azi vakar dün bugün "
            + "gisteren vandaag geleden преди вчера Преди"
        return Set(
            words.split(separator: " ").map {
                $0.utf8.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1.lowercasedASCII) }
            })
    }()

    static func isDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        isDate(TextBuilder.collapsed(bytes), isNamed: false)
    }

    /// `isNamed`: the element says that it is a date, so that `5h` and `12:30` are too.
    static func isDate(_ text: String, isNamed: Bool) -> Bool {
        guard text.utf8.count <= limit else { return false }
        // What a text is does not hang on when it is read.
        let now = Instant(seconds: 1_780_000_000)
        var reader = DateReader(DateText(text), language: nil, now: now, zone: nil, order: nil)
        guard let time = reader.read() else { return false }
        if reader.isWhole(time) { return true }
        return isMostly(reader, isNamed: isNamed)
    }

    /// Whether a text says little but the date that was found in it: `By Ann on 3 May 2024`.
    private static func isMostly(_ reader: DateReader, isNamed: Bool) -> Bool {
        var others = 0
        var numbers = 0
        var used = 0
        var hasYear = false
        for token in reader.tokens {
            if token.isNumber {
                if token.isUsed {
                    used += 1
                    if token.digits == 4, (1990...2100).contains(token.value) { hasYear = true }
                } else {
                    numbers += 1
                }
            } else if token.kind == .word, !token.isUsed, token.letters > 2,
                !token.meaning.has([.said, .at, .filler])
            {
                others += 1
            } else if token.isSign(0x24) || token.isSign(0x25) || token.isSign(0x3F) || token.isSign(0x21) {
                others += 3
            }
        }
        switch reader.form {
        case .named, .marked: return hasYear ? others <= 8 && numbers <= 3 : others <= 2 && numbers == 0
        case .numeric: return used >= 3 ? others <= 6 && numbers <= 2 : isNamed && others <= 1 && numbers == 0
        case .relative: return others <= 3 && numbers == 0
        case .day, .now: return others <= 2 && numbers <= 1
        case .bare: return isNamed && others == 0 && numbers == 0
        case .weekday, .clock: return isNamed && others <= 1 && numbers == 0
        case .year, .epoch, nil: return false
        }
    }

    /// The time that a short text states; nil where it is not one.
    static func time(_ text: String, isNamed: Bool, context: ReadingContext) -> StatedTime? {
        guard isDate(text, isNamed: isNamed) || isISO(text) else { return nil }
        return context.date(text)
    }

    static func isISO(_ text: String) -> Bool {
        let bytes = text.utf8
        guard (10...40).contains(bytes.count) else { return false }
        return zip(bytes, 0..<10).allSatisfy { byte, i in
            i == 4 || i == 7 ? byte == 0x2D : byte.isASCIIDigit
        }
    }
}
