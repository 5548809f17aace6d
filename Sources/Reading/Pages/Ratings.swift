/// Marks as sites write them: `4,5/5`, `3 out of 5 stars`, `80%`, `★★★☆☆`, `five stars`.
import Complaints

/// The first number of a text, with a comma or a point; nil without one.
func decimal(_ text: String) -> Double? {
    plainNumber(text) ?? RatingTokens(text).lazy.compactMap(\.number).first { $0.isFinite }
}

func wholeNumber(_ text: String) -> Int? {
    // `1 234`, `1,234` and `1.234` are all one thousand two hundred and thirty-four.
    var value = 0
    var digits = 0
    for byte in text.utf8 {
        if byte.isASCIIDigit {
            guard digits < 12 else { return nil }
            value = value * 10 + Int(byte - 0x30)
            digits += 1
        } else if digits > 0, !(byte == 0x2C || byte == 0x2E || byte.isASCIISpace || byte >= 0x80) {
            break
        }
    }
    return digits > 0 ? value : nil
}

/// The mark that a text states; nil for prices, dates, times and counts.
///
/// `best` and `worst` are what the page or the rule says of the scale. With `isStated`, the page or a rule says
/// that the text is a mark, and a number alone or beside any words is one; else the text must show it by stars,
/// a fraction, a per cent sign or a word.
func parseRating(
    _ text: String, best: Double? = nil, worst: Double? = nil, isStated: Bool = true
) -> Rating? {
    if isStated, let plain = plainNumber(text) {
        return plain <= 100 ? Rating(value: plain, best: best, worst: worst) : nil
    }
    guard text.utf8.count <= 400 else { return nil }
    let tokens = RatingTokens(text)
    guard !tokens.isEmpty else { return nil }
    var reader = RatingTextReader(tokens: tokens, best: best, isStated: isStated)
    guard var rating = reader.read() else { return nil }
    rating.worst = worst
    return rating
}

/// Whether a text is a row of stars and nothing else.
func hasOnlyStars(_ text: String) -> Bool {
    let tokens = RatingTokens(text)
    return !tokens.isEmpty && tokens.allSatisfy { if case .stars = $0 { true } else { false } }
}

/// `4.5` and `4,5`, with white space around: most of what markup states.
private func plainNumber(_ text: String) -> Double? {
    var value = 0.0
    var scale = 0.0
    var digits = 0
    var isOver = false
    for byte in text.utf8 {
        if byte.isASCIISpace {
            isOver = digits > 0 || scale > 0
        } else if isOver || digits > 12 {
            return nil
        } else if byte.isASCIIDigit {
            digits += 1
            if scale > 0 {
                value += Double(byte - 0x30) * scale
                scale /= 10
            } else {
                value = value * 10 + Double(byte - 0x30)
            }
        } else if byte == 0x2E || byte == 0x2C, scale == 0, digits > 0 {
            scale = 0.1
        } else {
            return nil
        }
    }
    return digits > 0 ? (value * 1000).rounded() / 1000 : nil
}

private struct RatingTextReader {
    let tokens: [RatingToken]
    let best: Double?
    let isStated: Bool
    /// Whether a number was found to count something, or to be a price cut.
    private var isCount = false

    init(tokens: [RatingToken], best: Double?, isStated: Bool) {
        self.tokens = tokens
        self.best = best
        self.isStated = isStated
    }

    mutating func read() -> Rating? {
        let glyphs = starRow()
        if let glyphs, glyphs.full + glyphs.empty >= 3 {
            // Five full stars are often what every mark is written with.
            if glyphs.empty == 0, let number = decimalBeside(glyphs.full) {
                return Rating(value: number, best: best ?? glyphs.full)
            }
            return row(glyphs)
        }
        if let fraction = fraction() { return fraction }
        if let percent = percent() { return percent }
        if isCount { return nil }
        if let number = single(hasStar: glyphs != nil) { return number }
        if let said = inWords() { return said }
        return glyphs.flatMap(row)
    }

    private func row(_ row: (full: Double, empty: Double)) -> Rating? {
        let all = row.full + row.empty
        guard all <= 10 else { return nil }
        return Rating(value: row.full, best: best ?? (row.empty > 0 || row.full == 5 ? all : nil))
    }

    private func starRow() -> (full: Double, empty: Double)? {
        for token in tokens { if case .stars(let full, let empty) = token { return (full, empty) } }
        return nil
    }

    private func decimalBeside(_ most: Double) -> Double? {
        let found = tokens.compactMap { token -> Double? in
            if case .number(let value, let isDecimal) = token, isDecimal { value } else { nil }
        }
        return found.count == 1 && found[0] <= most ? found[0] : nil
    }

    // MARK: 4 of 5

    private mutating func fraction() -> Rating? {
        for (i, token) in tokens.enumerated() {
            guard case .number(let first, _) = token, first <= 100 else { continue }
            // The other number: past a sign, or past a few words of which one says it.
            var sign: RatingWords.Kind?
            var isSlash = false
            var at = i + 1
            search: while at < tokens.count, at <= i + 5 {
                switch tokens[at] {
                case .number: break search
                case .sign(let byte):
                    if byte == 0x2F {
                        isSlash = true
                    } else if ![0x28, 0x2C, 0x2D, 0x2E, 0x3A].contains(byte) {
                        break search
                    }
                case .stars: break
                case .word(let word):
                    if RatingWords.isReversed(word) {
                        sign = .reversed
                    } else if let kind = RatingWords.kind(word) {
                        switch kind {
                        case .between, .reversed: sign = kind
                        case .star, .label: break
                        default: break search
                        }
                    } else if sign == nil, at > i + 1 {
                        break search
                    }
                }
                at += 1
            }
            guard isSlash || sign != nil, at < tokens.count, case .number(let second, _) = tokens[at] else {
                continue
            }
            // A date has another slash; `3 of 10 people` counts them.
            if isSlash {
                if case .sign(0x2F)? = self.token(at + 1) { return nil }
                if case .sign(0x2F)? = self.token(i - 1) { return nil }
            }
            if isOther(at: at + 1) || isOther(at: i - 1) {
                isCount = true
                continue
            }
            if case .reversed? = sign {
                if Self.isScale(first), second <= first { return Rating(value: second, best: best ?? first) }
                continue
            }
            if Self.isScale(second) || second == best, second >= first {
                return Rating(value: first, best: best ?? second)
            }
        }
        return nil
    }

    private static func isScale(_ best: Double) -> Bool {
        best == best.rounded() && ((best >= 3 && best <= 10) || best == 12 || best == 20 || best == 100)
    }

    // MARK: 80%

    private mutating func percent() -> Rating? {
        for (i, token) in tokens.enumerated() {
            guard case .number(let value, _) = token, value <= 100, case .sign(0x25)? = self.token(i + 1)
            else {
                continue
            }
            var isCut = isCut(at: i + 2) || isCut(at: i - 1)
            if case .sign(let before)? = self.token(i - 1) {
                isCut = isCut || before == 0x2D || before == 0x2B
            }
            if isCut {
                isCount = true
                return nil
            }
            if let best, best < 100 { return Rating(value: (value * best).rounded() / 100, best: best) }
            return Rating(value: value, best: best ?? 100)
        }
        return nil
    }

    // MARK: 4 stars

    private func single(hasStar: Bool) -> Rating? {
        var chosen: Double?
        for (i, token) in tokens.enumerated() {
            guard case .number(var value, let isDecimal) = token, value <= 100 else { continue }
            if isSigned(at: i) || isOther(at: i - 1) || isOther(at: i + 1) { continue }
            let isStarred =
                isStarWord(at: i + 1) || (isStarWord(at: i + 2) && isHyphen(at: i + 1))
                || (isStarWord(at: i - 1) && !isStated)
                || isStars(at: i + 1) || isStars(at: i - 1)
            if isStarred, hasHalf(after: i), !isDecimal { value += 0.5 }
            if isStarred, value <= 10 { return Rating(value: value, best: best ?? (value <= 5 ? 5 : 10)) }
            let isLabelled = hasLabel(at: i - 1) || hasLabel(at: i + 1)
            if isLabelled, value <= 10 || best != nil || isStated { return Rating(value: value, best: best) }
            if chosen == nil { chosen = value }
        }
        guard isStated || (hasStar && chosen != nil), let chosen, chosen <= best ?? 100 || isStated else {
            return nil
        }
        // A year tells a date, a number of many parts an address or a version.
        let isDate = tokens.contains { token in
            guard let number = token.number else { return false }
            return number == .infinity || (number >= 1900 && number <= 2100)
        }
        return isDate || tokens.count > 24 ? nil : Rating(value: chosen, best: best)
    }

    /// `$4`, `#4`, `(4)`, `14:20`, `+4`: no marks.
    private func isSigned(at i: Int) -> Bool {
        if case .sign(let before)? = token(i - 1) {
            if [0x23, 0x24, 0x2B, 0x40].contains(before) { return true }
            if before == 0x28, tokens.count > 3 { return true }
            if before == 0x2D, i == 1 { return true }
            if before == 0x3A || before == 0x2F, case .number? = token(i - 2) { return true }
        }
        if case .sign(let after)? = token(i + 1) {
            if after == 0x24 { return true }
            if after == 0x3A || after == 0x2F || after == 0x2D, case .number? = token(i + 2) { return true }
        }
        return false
    }

    private func inWords() -> Rating? {
        for (i, token) in tokens.enumerated() {
            guard case .word(let word) = token, case .number(let value)? = RatingWords.kind(word) else {
                continue
            }
            for next in (i + 1)..<max(i + 2, min(tokens.count, i + 5)) {
                guard isStarWord(at: next) else { continue }
                let half = hasHalf(after: i) ? 0.5 : 0
                return Rating(value: Double(value) + half, best: best ?? 5)
            }
        }
        return nil
    }

    // MARK: Tokens

    private func token(_ i: Int) -> RatingToken? { tokens.indices.contains(i) ? tokens[i] : nil }

    private func kind(at i: Int) -> RatingWords.Kind? {
        if case .word(let word)? = token(i) { RatingWords.kind(word) } else { nil }
    }

    private func isStarWord(at i: Int) -> Bool { if case .star? = kind(at: i) { true } else { false } }
    private func isCut(at i: Int) -> Bool { if case .cut? = kind(at: i) { true } else { false } }
    private func isHalf(at i: Int) -> Bool { if case .half? = kind(at: i) { true } else { false } }

    private func isHyphen(at i: Int) -> Bool { if case .sign(0x2D)? = token(i) { true } else { false } }
    private func isStars(at i: Int) -> Bool { if case .stars? = token(i) { true } else { false } }

    private func isOther(at i: Int) -> Bool { if case .other? = kind(at: i) { true } else { false } }

    /// A label, past a colon or dash.
    private func hasLabel(at i: Int) -> Bool {
        var i = i
        if case .sign(let byte)? = token(i), byte == 0x3A || byte == 0x2D || byte == 0x3D { i -= 1 }
        return if case .label? = kind(at: i) { true } else { false }
    }

    private func hasHalf(after i: Int) -> Bool {
        (1...4).contains { isHalf(at: i + $0) }
    }
}
