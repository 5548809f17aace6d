/// The score of the case in a reply: as a share, a percentage, out of a hundred or out of ten.
extension LeakSearch {
    func scores() -> [Finding] {
        guard !inside.scores.isEmpty else { return [] }
        return tokens.indices.compactMap { index in
            guard let number = number(at: index) else { return nil }
            let isPlain =
                number.kind == .share && number.decimals >= 2 && isScore(number.value, number.step / 2)
            guard isPlain || (isJudged(number) && isNearly(number)) else { return nil }
            return Finding(what: "the score", range: tokens[number.first].start..<number.end)
        }
    }

    private struct Number {
        /// Of the tokens that it is made of.
        var first: Int
        var last: Int
        /// Scalar after it, with its sign.
        var end: Int
        /// 0 to 1.
        var value: Double
        /// What its last digit is worth.
        var step: Double
        var decimals: Int
        var kind: Kind
    }

    private enum Kind { case share, percentage, whole }

    /// A number that begins with a token, if it may be a score.
    private func number(at index: Int) -> Number? {
        guard tokens[index].isNumber, tokens[index].text.utf8.count <= 3, !continues(index) else {
            return nil
        }
        var (last, digits, decimals) = (index, tokens[index].text, 0)
        if index + 1 < tokens.count, tokens[index + 1].isNumber,
            [".", ",", "\u{66B}"].contains(tokens[index + 1].gap)
        {
            last += 1
            decimals = tokens[last].text.utf8.count
            digits += "." + tokens[last].text
        } else if tokens[index].gap.hasSuffix(" .") || index == 0 && tokens[index].gap == "." {
            // `.97`
            decimals = tokens[index].text.utf8.count
            digits = "0." + digits
        }
        guard decimals <= 6, let value = Double(digits) else { return nil }
        let step = (0..<decimals).reduce(1.0) { size, _ in size / 10 }
        var number = Number(
            first: index, last: last, end: tokens[last].end, value: value, step: step, decimals: decimals,
            kind: .share)
        if let whole = whole(after: last) {
            (number.end, number.kind, number.last) = (whole.end, .percentage, whole.last)
            number.value /= whole.size
            number.step /= whole.size
        } else if decimals == 0 {
            // `Score: 97.`
            guard value >= 20, value <= 100, isAlone(last) else { return nil }
            number.kind = .whole
            number.value /= 100
            number.step /= 100
        }
        return number.value <= 1.000_1 ? number : nil
    }

    /// The fraction of the number before it.
    private func continues(_ index: Int) -> Bool {
        index > 0 && tokens[index - 1].isNumber && [".", ","].contains(tokens[index].gap)
    }

    private func gap(after index: Int) -> String {
        index + 1 < tokens.count ? tokens[index + 1].gap : tail
    }

    /// Of how much it is: `97%`, `97 percent`, `97/100`, `9.7 out of 10`.
    private func whole(after index: Int) -> (size: Double, end: Int, last: Int)? {
        let gap = gap(after: index)
        let sign = gap.drop { $0.isWhitespace }
        if let first = sign.first, "%\u{FF05}\u{66A}".contains(first) {
            return (100, tokens[index].end + gap.unicodeScalars.count - sign.unicodeScalars.count + 1, index)
        }
        guard index + 1 < tokens.count else { return nil }
        let next = tokens[index + 1]
        if gap.allSatisfy(\.isWhitespace), Self.percents.contains(where: next.text.hasPrefix) {
            return (100, next.end, index + 1)
        }
        for place in index + 1..<min(index + 4, tokens.count) {
            let token = tokens[place]
            if token.text == "100" || token.text == "10", token.gap.contains("/") || place > index + 1 {
                return (token.text == "100" ? 100 : 10, token.end, place)
            }
            guard Self.outOf.contains(token.text) else { return nil }
        }
        return nil
    }

    /// Nothing that is counted follows: `97 parcels`.
    private func isAlone(_ index: Int) -> Bool {
        let gap = gap(after: index)
        return index + 1 == tokens.count ? !gap.contains("/") : gap.contains { ".,;!?)\n".contains($0) }
    }

    private func isScore(_ value: Double, _ reach: Double) -> Bool {
        inside.scores.contains { abs($0 - value) <= reach + 1e-9 }
    }

    /// Rounded or cut off; in hundredths, also rounded up.
    private func isNearly(_ number: Number) -> Bool {
        let step = number.step
        guard step > 0.05 else { return isScore(number.value, max(step, 0.01)) }
        return inside.scores.contains { score in
            abs(score - number.value) <= step / 2 + 1e-9
                || (score >= number.value && score - number.value < step)
        }
    }

    /// A word about judging stands near it, in the same sentence.
    private func isJudged(_ number: Number) -> Bool {
        let reach = number.kind == .whole ? 2 : 6
        var place = number.first
        while place > 0, number.first - place < reach, !Self.isEnd(tokens[place].gap) {
            place -= 1
            if Self.isJudging(tokens[place].text) { return true }
        }
        place = number.last
        while place + 1 < tokens.count, place - number.last < reach, !Self.isEnd(tokens[place + 1].gap) {
            place += 1
            if Self.isJudging(tokens[place].text) { return true }
        }
        return false
    }

    private static func isEnd(_ gap: String) -> Bool {
        gap.contains { "!?;\n".contains($0) } || gap.contains(". ")
    }

    private static func isJudging(_ word: String) -> Bool { judging.contains(where: word.hasPrefix) }

    private static func folded(_ words: String) -> [String] {
        words.split { $0 == " " || $0 == "\n" }.map { ReplyTokens.fold(String($0)) }
    }

    /// How they begin, in the languages of the templates.
    private static let judging = folded(
        """
        score scoring rated rating grade graded probability likelihood confidence certainty classif
        wynik ocen punktac punktow prawdopodobień wskaźnik pewność pewności sklasyfik
        оцен балл рейтинг вероятност уверенност скор классифи
        bewert wertung punktzahl punktwert einstuf eingestuft wahrscheinlichkeit konfidenz klassifi
        """)
    private static let percents = folded("percent procent proc pct prozent процент проц")
    private static let outOf = Set(folded("out of per cent z na von из od"))
}
