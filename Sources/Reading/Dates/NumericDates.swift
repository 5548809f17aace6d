/// Dates in numbers: `12/03/2024`, `3.12.24`, `2024/3`, `20240312`, `24.12.`
import Complaints

extension DateReader {
    mutating func numeric() -> StatedTime? {
        for i in tokens.indices where tokens[i].isNumber && !tokens[i].isUsed {
            if let found = compact(at: i) ?? triple(at: i) ?? pair(at: i) {
                form = .numeric
                return found
            }
        }
        return nil
    }

    /// `20240312`
    private mutating func compact(at i: Int) -> StatedTime? {
        guard tokens[i].digits == 8, (19_000_101...21_001_231).contains(tokens[i].value) else { return nil }
        let value = tokens[i].value
        guard let date = CivilDate(year: value / 10000, month: value / 100 % 100, day: value % 100) else {
            return nil
        }
        use(i...i)
        return stated(date)
    }

    private mutating func triple(at i: Int) -> StatedTime? {
        guard let (sign, second) = number(after: i), !isPartOfMore(before: i) else { return nil }
        if let (sign2, third) = number(after: second), sign == sign2 || tokens[third].digits == 4,
            !isPartOfMore(after: third)
        {
            guard let date = date([i, second, third], sign: sign) else { return nil }
            use(i...third)
            takeYearWord(after: third)
            return stated(date)
        }
        // `24.12 2023`
        if second + 1 < tokens.count, tokens[second + 1].isNumber, tokens[second + 1].digits == 4,
            let date = date([i, second, second + 1], sign: sign)
        {
            use(i...second + 1)
            takeYearWord(after: second + 1)
            return stated(date)
        }
        return nil
    }

    private mutating func takeYearWord(after i: Int) {
        if i + 1 < tokens.count, tokens[i + 1].meaning.unit == .year { use(i + 1...i + 1) }
    }

    /// `03/2024`, `2024/3`: a month of a year; `24.12.`, `05/11`: a day whose year is not said.
    private mutating func pair(at i: Int) -> StatedTime? {
        guard let (sign, second) = number(after: i), !isPartOfMore(before: i) else { return nil }
        let (a, b) = (tokens[i], tokens[second])
        guard number(after: second) == nil else { return nil }
        if a.digits <= 2, b.digits == 4, let year = fullYear(b.value, digits: 4), year >= 1900,
            let date = CivilDate(year: year, month: a.value, day: 1)
        {
            use(i...second)
            return stated(date, .month)
        }
        if a.digits == 4, b.digits <= 2, let year = fullYear(a.value, digits: 4), year >= 1900,
            let date = CivilDate(year: year, month: b.value, day: 1)
        {
            use(i...second)
            return stated(date, .month)
        }
        guard a.digits <= 2, b.digits <= 2, sign != 0x2D || a.digits == 2 && b.digits == 2 && clock != nil,
            tokens.count <= 14
        else { return nil }
        let isEnded = second + 1 < tokens.count && tokens[second + 1].isSign(0x2E) && sign == 0x2E
        let isAccompanied = clock != nil || tokens.contains { $0.meaning.weekday > 0 }
        guard isEnded || isAccompanied || a.digits == 2 && b.digits == 2 && tokens.count <= 4 else {
            return nil
        }
        let isDayFirst = isDayFirst(a.value, b.value, sign: sign)
        let (day, month) = isDayFirst ? (a.value, b.value) : (b.value, a.value)
        guard let date = withoutYear(month: month, day: day) else { return nil }
        // Two numbers alone may be a price or a mark: they are not taken for the whole of a date.
        if isEnded || isAccompanied { use(i...second) }
        return stated(date)
    }

    private func number(after i: Int) -> (UInt8, Int)? {
        guard i + 2 < tokens.count, !tokens[i + 1].isUsed, !tokens[i + 2].isUsed, tokens[i + 2].isNumber,
            tokens[i + 1].kind == .sign
        else { return nil }
        let sign = UInt8(tokens[i + 1].value)
        return [0x2F, 0x2E, 0x2D].contains(sign) ? (sign, i + 2) : nil
    }

    /// `1.2.3.4` and `12-34-56-78` are no dates.
    private func isPartOfMore(after i: Int) -> Bool {
        guard let (_, next) = number(after: i) else { return false }
        return !tokens[next].isApart && !tokens[next - 1].isApart
    }

    private func isPartOfMore(before i: Int) -> Bool {
        guard i >= 2, tokens[i - 1].kind == .sign, tokens[i - 2].isNumber, !tokens[i - 2].isUsed else {
            return false
        }
        return !tokens[i].isApart && !tokens[i - 1].isApart
            && [0x2F, 0x2E, 0x2D].contains(tokens[i - 1].value)
    }

    private func date(_ indices: [Int], sign: UInt8) -> CivilDate? {
        let (a, b, c) = (tokens[indices[0]], tokens[indices[1]], tokens[indices[2]])
        guard b.digits <= 2, a.digits <= 2 || c.digits <= 2 else { return nil }
        if a.digits == 4 {
            guard let year = fullYear(a.value, digits: 4) else { return nil }
            return CivilDate(year: year, month: b.value, day: c.value)
                ?? CivilDate(year: year, month: c.value, day: b.value)
        }
        guard a.digits <= 2 else { return nil }
        let isYearFirst = order == .ymd || order == nil && tag.map(Self.yearFirst.contains) ?? false
        if isYearFirst || a.value > 31, c.digits <= 2, let year = fullYear(a.value, digits: a.digits),
            let date = CivilDate(year: year, month: b.value, day: c.value)
        {
            return date
        }
        guard let year = fullYear(c.value, digits: c.digits) else { return nil }
        let dayFirst = CivilDate(year: year, month: b.value, day: a.value)
        let monthFirst = CivilDate(year: year, month: a.value, day: b.value)
        guard let dayFirst, let monthFirst else { return dayFirst ?? monthFirst }
        let isDayFirst = isDayFirst(a.value, b.value, sign: sign)
        let (date, other) = isDayFirst ? (dayFirst, monthFirst) : (monthFirst, dayFirst)
        // Reviews are not of the future: where nothing states the order, the other one is believed.
        let tomorrow = today.adding(days: 1)
        return order == nil && date > tomorrow && other <= tomorrow ? other : date
    }

    private static let yearFirst: Set<String> = ["zh", "ja", "ko", "hu", "lt", "mn", "yue"]

    private func isDayFirst(_ a: Int, _ b: Int, sign: UInt8) -> Bool {
        if a > 12 { return true }
        if b > 12 { return false }
        if let order { return order != .mdy }
        if sign == 0x2E { return true }
        if let region, region.hasPrefix("en-") || region.hasPrefix("en_") { return !region.hasSuffix("us") }
        guard tag == nil || tag == "en" || tag == "tl" else { return true }
        // English with an Old World zone is seldom American.
        guard tag != nil, let name = zone?.name else { return false }
        return !name.hasPrefix("America/") && name.utf8.contains(0x2F)
    }
}
