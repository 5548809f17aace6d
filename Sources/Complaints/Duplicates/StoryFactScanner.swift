/// Finds the facts of a story: one pass over its words, and over what stands between them.
struct StoryFactScanner {
    private let text: FoldedText
    private let words: [FoldedText.Word]
    private let scalars: [Unicode.Scalar]
    /// Written in capitals, or in a language that writes nouns with one: a capital says nothing.
    private let capitalsSayLittle: Bool

    /// - Parameter words: those of the text that count.
    init(_ text: FoldedText, words: [FoldedText.Word], original: String) {
        self.text = text
        self.words = words
        scalars = Array(original.unicodeScalars)
        let inner = words.count { !$0.opensSentence && !$0.isNumber }
        let capitals = words.count { $0.isCapital && !$0.opensSentence && !$0.isNumber }
        capitalsSayLittle = capitals * 5 > inner
    }

    func facts() -> [StoryFact] {
        var facts: [StoryFact] = []
        var index = 0
        while index < words.count {
            if startsWithDigit(index) {
                let fact = figure(at: index)
                facts.append(fact)
                index = max(index + 1, fact.words.upperBound)
            } else {
                if let fact = wordFact(at: index) {
                    facts.append(fact)
                    index = max(index + 1, fact.words.upperBound)
                } else {
                    index += 1
                }
            }
        }
        return facts
    }

    // MARK: Words

    private func wordFact(at index: Int) -> StoryFact? {
        let word = words[index]
        let letters = text.spelling(of: word)
        if StoryFactWords.mayBeOfTime(word.hash) {
            if let month = StoryFactWords.month(letters) {
                // "May" opens sentences of its own; a month is a capital, or a date stands beside it.
                if let date = dayBehind(index, month: month) { return date }
                guard word.isCapital || letters.count > 3 else { return nil }
                return fact(.month, UInt64(month), index..<(index + 1))
            }
            if let day = StoryFactWords.weekday(letters) {
                return fact(.weekday, UInt64(day), index..<(index + 1))
            }
            if let number = StoryFactWords.number(letters) {
                return fact(.number, UInt64(number) * 100, index..<(index + 1))
            }
        }
        if letters.contains(where: Folding.isDigit), !word.isTag {
            // "Shop24" is a name; an order's number has more digits.
            let isOrder = letters.count >= 5 && letters.count(where: Folding.isDigit) >= 3
            return fact(isOrder ? .order : .number, word.hash, index..<(index + 1))
        }
        guard word.isCapital, !word.opensSentence, word.count > 2 else { return nil }
        let before = index > 0 ? text.spelling(of: words[index - 1]) : []
        let behind = index + 1 < words.count ? text.spelling(of: words[index + 1]) : []
        let isStreet =
            StoryFactWords.isStreet(behind) || StoryFactWords.leadsToStreet(before)
            || StoryFactWords.endsLikeStreet(letters)
        let isPlace = isStreet || StoryFactWords.leadsToPlace(before)
        let isTitled = StoryFactWords.leadsToPerson(before)
        guard isPlace || isTitled || !capitalsSayLittle else { return nil }
        var name = fact(.name, word.hash, index..<(index + 1))
        name.letters = Array(letters)
        name.isPlace = isPlace
        return name
    }

    /// "March 3", "March 3rd, 2024".
    private func dayBehind(_ index: Int, month: Int) -> StoryFact? {
        guard index + 1 < words.count, let day = dayOfMonth(index + 1) else { return nil }
        let year = yearAt(index + 2)
        let date = StoryDate(day: day, month: month, year: year ?? 0)
        return fact(.date, date.value, index..<(index + (year == nil ? 2 : 3)))
    }

    private func dayOfMonth(_ index: Int) -> Int? {
        var day = 0
        let letters = text.spelling(of: words[index])
        let digits = letters.prefix { Folding.isDigit($0) }
        guard (1...2).contains(digits.count), letters.count - digits.count <= 2 else { return nil }
        for digit in digits { day = day * 10 + Int(digit) - 0x30 }
        return (1...31).contains(day) ? day : nil
    }

    private func yearAt(_ index: Int) -> Int? {
        guard index < words.count, words[index].isNumber, words[index].count == 4 else { return nil }
        let year = text.spelling(of: words[index]).reduce(0) { $0 * 10 + Int($1) - 0x30 }
        return (1990...2060).contains(year) ? year : nil
    }

    // MARK: Figures

    private func figure(at start: Int) -> StoryFact {
        var pieces = [digits(start)]
        var separators: [Unicode.Scalar] = []
        var end = start + 1
        while end < words.count, pieces.count < 8, words[end - 1].isNumber, endsFigure(end),
            let separator = joint(before: end, after: pieces[pieces.count - 1])
        {
            pieces.append(digits(end))
            separators.append(separator)
            end += 1
        }
        let suffix = text.spelling(of: words[end - 1]).drop { Folding.isDigit($0) }
        let range = start..<end
        if let fact = date(pieces, separators, range) ?? time(pieces, separators, range) { return fact }
        if pieces.count == 1, let day = dayOfMonth(start), end < words.count,
            let month = StoryFactWords.month(text.spelling(of: words[end]))
        {
            let year = yearAt(end + 1)
            let date = StoryDate(day: day, month: month, year: year ?? 0)
            return fact(.date, date.value, start..<(end + (year == nil ? 1 : 2)))
        }
        let amount = Amount(pieces, separators)
        let isMoney = isMoney(range, suffix: suffix)
        if isMoney { return fact(.sum, amount.value, isMoneyWord(end) ? start..<(end + 1) : range) }
        let letters = pieces.joined()
        let count = letters.count
        if (count >= 7 && sign(before: start) == "+") || (count >= 9 && !separators.isEmpty) {
            return fact(.phone, Fold64.of(letters.suffix(9)), range)
        }
        let isNamed = start > 0 && StoryFactWords.namesOrder(text.spelling(of: words[start - 1]))
        let isReference = pieces.count >= 2 && count >= 6 && separators.allSatisfy { $0 == "/" || $0 == "-" }
        if isReference { return fact(.order, Fold64.of(letters), range) }
        let isMarked = sign(before: start) == "#" || sign(before: start) == "№"
        if separators.isEmpty, count >= 5 || (count >= 3 && (isNamed || isMarked)) {
            return fact(.order, Fold64.of(letters), range)
        }
        if suffix.count > 2, words[start].count >= 4 { return fact(.order, words[start].hash, range) }
        return fact(.number, amount.value, range)
    }

    private func date(
        _ pieces: [ArraySlice<UInt32>], _ separators: [Unicode.Scalar], _ range: Range<Int>
    ) -> StoryFact? {
        let numbers = pieces.map { $0.prefix(6).reduce(0) { $0 * 10 + Int($1) - 0x30 } }
        var date: StoryDate?
        if pieces.count == 3, separators[0] == separators[1], "./-".unicodeScalars.contains(separators[0]) {
            if pieces[0].count == 4 {
                date = StoryDate(day: numbers[2], month: numbers[1], year: numbers[0])
            } else if pieces[0].count <= 2, pieces[1].count <= 2, pieces[2].count == 4 || pieces[2].count == 2
            {
                let isAmerican = numbers[1] > 12
                date = StoryDate(
                    day: isAmerican ? numbers[1] : numbers[0], month: isAmerican ? numbers[0] : numbers[1],
                    year: numbers[2], isEitherWay: separators[0] == "/")
            }
        } else if pieces.count == 2, pieces.allSatisfy({ $0.count <= 2 }) {
            let isDotted = separators[0] == "." && pieces.allSatisfy { $0.count == 2 }
            if separators[0] == "/" || (isDotted && !isMoney(range, suffix: [])) {
                date = StoryDate(
                    day: numbers[0], month: numbers[1], year: 0, isEitherWay: separators[0] == "/")
            }
        }
        guard let date, date.isValid else { return nil }
        return fact(.date, date.value, range)
    }

    private func time(
        _ pieces: [ArraySlice<UInt32>], _ separators: [Unicode.Scalar], _ range: Range<Int>
    ) -> StoryFact? {
        guard pieces.count >= 2, separators.allSatisfy({ $0 == ":" }), pieces[1].count == 2 else {
            return nil
        }
        let numbers = pieces.map { $0.prefix(4).reduce(0) { $0 * 10 + Int($1) - 0x30 } }
        guard numbers[0] < 25, numbers[1] < 60 else { return nil }
        let isEvening = range.upperBound < words.count && spelled(range.upperBound, "pm") && numbers[0] < 12
        return fact(.time, UInt64((numbers[0] + (isEvening ? 12 : 0)) * 60 + numbers[1]), range)
    }

    /// What joins two figures to one: a mark between them, or a space before three digits.
    private func joint(before index: Int, after piece: ArraySlice<UInt32>) -> Unicode.Scalar? {
        let (end, start) = (Int(words[index - 1].end), Int(words[index].start))
        guard start - end == 1, end < scalars.count else { return nil }
        switch scalars[end] {
        case ".", ",", "/", "-", ":": return scalars[end]
        case " ", "\u{A0}", "\u{202F}", "'", "’":
            return words[index].count == 3 && piece.count <= 3 ? " " : nil
        default: return nil
        }
    }

    private func isMoney(_ range: Range<Int>, suffix: ArraySlice<UInt32>) -> Bool {
        if !suffix.isEmpty { return StoryFactWords.isCurrency(suffix) }
        if let sign = sign(before: range.lowerBound), StoryFactWords.isCurrencySign(sign) { return true }
        if let sign = sign(after: range.upperBound - 1), StoryFactWords.isCurrencySign(sign) { return true }
        if isMoneyWord(range.upperBound) { return true }
        let before = range.lowerBound - 1
        return before >= 0 && words[before].count == 3
            && StoryFactWords.isCurrency(text.spelling(of: words[before]))
    }

    private func isMoneyWord(_ index: Int) -> Bool {
        index < words.count && StoryFactWords.isCurrency(text.spelling(of: words[index]))
    }

    /// The mark before a word, a space aside.
    private func sign(before index: Int) -> Unicode.Scalar? {
        var place = Int(words[index].start) - 1
        if place >= 0, isSpace(scalars[place]) { place -= 1 }
        return place >= 0 && place < scalars.count ? scalars[place] : nil
    }

    private func sign(after index: Int) -> Unicode.Scalar? {
        var place = Int(words[index].end)
        if place < scalars.count, isSpace(scalars[place]) { place += 1 }
        return place < scalars.count ? scalars[place] : nil
    }

    private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{A0}" }

    private func startsWithDigit(_ index: Int) -> Bool {
        text.spelling(of: words[index]).first.map(Folding.isDigit) ?? false
    }

    /// Digits, or the last of them with a currency behind: 00р.
    private func endsFigure(_ index: Int) -> Bool {
        guard startsWithDigit(index) else { return false }
        return words[index].isNumber
            || StoryFactWords.isCurrency(text.spelling(of: words[index]).drop { Folding.isDigit($0) })
    }

    private func digits(_ index: Int) -> ArraySlice<UInt32> {
        text.spelling(of: words[index]).prefix { Folding.isDigit($0) }
    }

    private func spelled(_ index: Int, _ word: String) -> Bool {
        text.spelling(of: words[index]).elementsEqual(word.unicodeScalars.lazy.map(\.value))
    }

    private func fact(_ kind: StoryFact.Kind, _ value: UInt64, _ range: Range<Int>) -> StoryFact {
        var shown = ""
        let (first, last) = (Int(words[range.lowerBound].start), Int(words[range.upperBound - 1].end))
        // A fact is a few words; what lies between them was taken out where it is longer.
        for scalar in scalars[first..<min(last, first + 40, scalars.count)] {
            shown.unicodeScalars.append(scalar)
        }
        return StoryFact(kind: kind, value: value, words: range, shown: shown)
    }
}

/// An amount in hundredths, however it is written: 1200.5, 1 200,50, 1.200,50, 1,200.50.
struct Amount {
    let value: UInt64

    init(_ pieces: [ArraySlice<UInt32>], _ separators: [Unicode.Scalar]) {
        let hasCents =
            pieces.count > 1 && pieces[pieces.count - 1].count <= 2
            && (separators.last == "." || separators.last == ",")
        let whole = hasCents ? pieces.dropLast() : pieces[...]
        var value: UInt64 = 0
        for digit in whole.joined().prefix(16) { value = value * 10 + UInt64(digit - 0x30) }
        var cents: UInt64 = 0
        if hasCents, let last = pieces.last {
            for digit in last { cents = cents * 10 + UInt64(digit - 0x30) }
            if last.count == 1 { cents *= 10 }
        }
        self.value = value * 100 + cents
    }
}
