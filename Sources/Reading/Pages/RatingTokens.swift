/// A short text cut into numbers, words, signs and rows of stars, for whoever looks for a mark in it.
enum RatingToken {
    /// `isDecimal` when it was written with a fraction.
    case number(Double, isDecimal: Bool)
    /// In lower case, without diacritics.
    case word(String)
    case sign(UInt32)
    case stars(full: Double, empty: Double)

    var number: Double? { if case .number(let value, _) = self { value } else { nil } }
}

func RatingTokens(_ text: String) -> [RatingToken] {
    var scanner = RatingScanner(scalars: Array(text.unicodeScalars.prefix(400)))
    return scanner.tokens()
}

private struct RatingScanner {
    let scalars: [Unicode.Scalar]
    private var i = 0
    private var found: [RatingToken] = []

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func tokens() -> [RatingToken] {
        while i < scalars.count {
            let scalar = scalars[i]
            if let (full, empty) = Self.star(scalar) {
                star(full, empty)
            } else if Self.isDigit(scalar) {
                number()
            } else if scalar == "½" {
                half()
            } else if Self.isLetter(scalar) {
                word()
            } else {
                // Variation selectors and joiners belong to the sign before.
                let isSilent = scalar.value == 0xFE0F || scalar.value == 0x200D || scalar.value == 0xFE0E
                if !isSilent, !scalar.properties.isWhitespace { found.append(.sign(Self.plain(scalar))) }
                i += 1
            }
        }
        return found
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value >= 0x30 && scalar.value <= 0x39) || (scalar.value >= 0xFF10 && scalar.value <= 0xFF19)
            || (scalar.value >= 0x660 && scalar.value <= 0x669)
            || (scalar.value >= 0x6F0 && scalar.value <= 0x6F9)
    }

    /// ASCII needs no table.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? UInt8(scalar.value).isASCIILetter : scalar.properties.isAlphabetic
    }

    /// Currencies are all a dollar here, dashes a hyphen, fraction slashes a slash.
    private static func plain(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar {
        case "⁄", "∕", "／": 0x2F
        case "％", "٪": 0x25
        case "–", "—", "−", "‑": 0x2D
        case "：": 0x3A
        case "№": 0x23
        default: scalar.properties.generalCategory == .currencySymbol ? 0x24 : scalar.value
        }
    }

    static func star(_ scalar: Unicode.Scalar) -> (Double, Double)? {
        switch scalar {
        case "★", "⭐", "🌟", "✭", "✮", "✪", "⚫", "●", "⬤", "♥", "❤", "🟊", "🟢": (1, 0)
        case "☆", "✩", "✰", "⚝", "○", "◯", "♡", "⚪", "🤍", "🖤": (0, 1)
        case "⯨", "⯪", "◐", "✬", "⯫": (0.5, 0.5)
        default: nil
        }
    }

    private mutating func star(_ full: Double, _ empty: Double) {
        i += 1
        if case .stars(let before, let none)? = found.last {
            found[found.count - 1] = .stars(full: before + full, empty: none + empty)
        } else {
            found.append(.stars(full: full, empty: empty))
        }
    }

    private mutating func half() {
        i += 1
        switch found.last {
        case .stars(let full, let empty)?: found[found.count - 1] = .stars(full: full + 0.5, empty: empty)
        case .number(let value, false)?: found[found.count - 1] = .number(value + 0.5, isDecimal: true)
        default: found.append(.number(0.5, isDecimal: true))
        }
    }

    private mutating func number() {
        var value = 0.0
        var digits = 0
        while i < scalars.count, Self.isDigit(scalars[i]) {
            value = value * 10 + Double(scalars[i].properties.numericValue ?? 0)
            digits += 1
            i += 1
        }
        var scale = 1.0
        var fraction = 0.0
        if i + 1 < scalars.count, [".", ",", "٫", "·"].contains(scalars[i]), Self.isDigit(scalars[i + 1]) {
            let isComma = scalars[i] == ","
            i += 1
            while i < scalars.count, Self.isDigit(scalars[i]) {
                scale *= 10
                fraction = fraction * 10 + Double(scalars[i].properties.numericValue ?? 0)
                digits += 1
                i += 1
            }
            // A second fraction: a date `12.03.2024` or a version.
            if i + 1 < scalars.count, scalars[i] == "." || scalars[i] == ",", Self.isDigit(scalars[i + 1]) {
                while i < scalars.count, Self.isDigit(scalars[i]) || scalars[i] == "." || scalars[i] == "," {
                    i += 1
                }
                value = .infinity
            } else if scale == 1000, isComma, fraction.truncatingRemainder(dividingBy: 10) != 5 {
                value = value * 1000 + fraction  // `1,234` is a count
                scale = 1
                fraction = 0
            }
        }
        value = ((value + fraction / scale) * 1000).rounded() / 1000
        found.append(.number(digits > 9 ? .infinity : value, isDecimal: scale > 1))
    }

    private mutating func word() {
        let start = i
        while i < scalars.count,
            Self.isLetter(scalars[i])
                || scalars[i].value >= 0x80 && scalars[i].properties.generalCategory == .nonspacingMark
        { i += 1 }
        let word = String(String.UnicodeScalarView(scalars[start..<i]))
        if word.utf8.allSatisfy({ $0 < 0x80 }) {
            found.append(.word(word.lowercased()))
        } else {
            found.append(.word(RatingWords.folded(word)))
        }
    }
}
