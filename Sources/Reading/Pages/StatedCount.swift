/// The number of reviews as a site writes it: `1,234 reviews`, `1 234 отзыва`, `1.234 Bewertungen`.

/// The count in a text; nil where there is none, and where it is only rough: `2,3 tys. opinii`, `500+`.
func statedCount(_ text: String) -> Int? {
    var scan = CountScan(scalars: Array(text.unicodeScalars.prefix(400)))
    var first: Int?
    while let number = scan.next() {
        guard let value = number.value else { continue }
        // `1-20 of 345`: the whole is meant.
        if CountScan.wordsBeforeAWhole.contains(number.wordBefore) { return number.isRough ? nil : value }
        if first == nil {
            if number.isRough { return nil }
            first = value
        }
    }
    return first
}

private struct CountScan {
    struct Number {
        /// nil for a fraction, which counts nothing.
        var value: Int?
        var isRough: Bool
        var wordBefore: String
    }

    static let wordsBeforeAWhole: Set<String> = [
        "of", "из", "z", "ze", "von", "sur", "de", "di", "van", "av", "із", "з", "od", "out of",
    ]
    private static let roughWords: Set<String> = [
        "k", "m", "tys", "тыс", "tis", "тис", "mln", "млн", "mil", "mio", "tsd", "thousand", "million", "к",
        "mille", "tausend", "b",
    ]

    let scalars: [Unicode.Scalar]
    var i = 0
    private var lastWord = ""

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func next() -> Number? {
        while i < scalars.count, !isDigit(i) {
            if scalars[i].properties.isAlphabetic { lastWord = word() } else { i += 1 }
        }
        guard i < scalars.count else { return nil }
        let before = lastWord
        lastWord = ""
        var value = digits()
        var groups = 0
        var separator: Unicode.Scalar?
        var isFraction = false
        while let sign = self.separator(at: i), isDigit(i + 1) {
            let count = run(from: i + 1)
            guard count == 3, groups > 0 || (value ?? 0) < 1000, separator == nil || separator == sign else {
                // `1 2` are two numbers; `4.5` and `1,234.5` are fractions.
                isFraction = sign == "." || sign == ","
                if isFraction {
                    i += 1
                    _ = digits()
                }
                break
            }
            i += 1
            separator = sign
            groups += 1
            if let more = digits(), let whole = value { value = whole * 1000 + more } else { value = nil }
            if value ?? 0 > 1_000_000_000 { value = nil }
        }
        var isRough = at(i) == "+" || before == "over" || before == "ponad" || before == "более"
        let mark = i
        while let sign = at(i), isSpace(sign) { i += 1 }
        if let sign = at(i), sign.properties.isAlphabetic {
            isRough = isRough || Self.roughWords.contains(word())
        }
        i = mark
        return Number(value: isFraction ? (isRough ? 0 : nil) : value, isRough: isRough, wordBefore: before)
    }

    private func at(_ index: Int) -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
    private func isDigit(_ index: Int) -> Bool { at(index).map { ("0"..."9").contains($0) } ?? false }

    private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}"
    }

    /// What may stand between groups of digits, all spaces taken for one.
    private func separator(at index: Int) -> Unicode.Scalar? {
        guard let scalar = at(index) else { return nil }
        if isSpace(scalar) { return " " }
        return scalar == "." || scalar == "," || scalar == "'" || scalar == "\u{2019}" ? scalar : nil
    }

    private func run(from start: Int) -> Int {
        var end = start
        while isDigit(end) { end += 1 }
        return end - start
    }

    /// nil for more digits than any count has.
    private mutating func digits() -> Int? {
        let start = i
        var value = 0
        while isDigit(i) {
            if i - start < 10 { value = value * 10 + Int(scalars[i].value - 0x30) }
            i += 1
        }
        return i - start > 10 ? nil : value
    }

    private mutating func word() -> String {
        var text = ""
        while let scalar = at(i), scalar.properties.isAlphabetic {
            text.unicodeScalars.append(scalar)
            i += 1
        }
        return text.lowercased()
    }
}
