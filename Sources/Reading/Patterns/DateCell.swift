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
        let tokens = dateTokens(text)
        guard !tokens.isEmpty, tokens.count <= 30 else { return false }
        var shape = Shape()
        for (i, token) in tokens.enumerated() { shape.see(token, at: i, of: tokens) }
        return shape.isDate(isNamed: isNamed)
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

/// What kinds of words and numbers a text is made of.
private struct Shape {
    private var unknown = 0
    private var months = 0
    private var days = 0
    private var years = 0
    private var units = 0
    private var relatives = 0
    private var offsets = 0
    private var weekdays = 0
    private var counts = 0
    private var numbers = 0
    private var hasTriple = false
    private var hasPair = false
    private var hasClock = false

    mutating func see(_ token: DateToken, at i: Int, of tokens: [DateToken]) {
        switch token {
        case .number(let value, let digits):
            numbers += 1
            if digits == 4, (1990...2100).contains(value) { years += 1 }
            if digits <= 2, (1...31).contains(value) { days += 1 }
            guard i + 2 < tokens.count, case .sign(let sign) = tokens[i + 1],
                case .number(let next, let nextDigits) = tokens[i + 2]
            else { return }
            if sign == 0x3A, digits <= 2, value <= 24, nextDigits == 2, next < 60 { hasClock = true }
            guard sign == 0x2E || sign == 0x2F || sign == 0x2D else { return }
            if i + 4 < tokens.count, tokens[i + 3] == .sign(sign), case .number(_, let last) = tokens[i + 4] {
                let isYearFirst = digits == 4 && years > 0 && nextDigits <= 2 && last <= 2
                if isYearFirst || (digits <= 2 && nextDigits <= 2 && (last == 4 || last == 2)) {
                    hasTriple = true
                }
            } else if sign != 0x2D, digits == 2, nextDigits == 2, value <= 31, next <= 31 {
                hasPair = true
            }
        case .word(let word):
            switch DateWords.find(word) {
            case .month?: months += 1
            case .unit?: units += 1
            case .weekday?: weekdays += word.unicodeScalars.count > 2 ? 1 : 0
            case .dayOffset?: offsets += 1
            case .ago?: relatives += 1
            case .last?, .now?: relatives += word.unicodeScalars.count > 3 ? 1 : 0
            case .count?: counts += 1
            case .am?, .pm?, .zone?, .ahead?: break
            case nil: unknown += word.unicodeScalars.count > 2 ? 1 : 0
            }
        case .sign(let sign):
            // Money, shares, sums and ends of sentences.
            if sign == 0x24 || sign == 0x25 || sign == 0x3F || sign == 0x21 { unknown += 3 }
        }
    }

    func isDate(isNamed: Bool) -> Bool {
        guard numbers <= 8 else { return false }
        if hasTriple { return unknown <= 6 }
        if months > 0, days > 0, years > 0 { return unknown <= 8 }
        if months > 0, days > 0 { return unknown <= 2 }
        if months > 0, years > 0 { return unknown <= (isNamed ? 6 : 2) }
        if units > 0, relatives > 0, numbers > 0 || counts > 0 || units + relatives <= 3 {
            return unknown <= 3
        }
        if offsets > 0 { return unknown <= 2 && numbers <= 3 }
        if isNamed {
            if units > 0, numbers > 0, unknown == 0 { return true }
            if hasPair || hasClock || weekdays > 0 { return unknown <= 1 }
        }
        if weekdays > 0, hasClock { return unknown <= 1 }
        return hasPair && hasClock && unknown <= 1
    }
}
