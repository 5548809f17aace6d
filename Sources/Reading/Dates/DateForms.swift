/// The forms of a date once its clock is taken out: with a month's name, in numbers, relative to now,
/// by weekday, or a year alone.
import Complaints

extension DateReader {
    /// `7 апреля 2024`, `March 5, 2024`, `May 2023`, `Sat, 01 Jun 24`.
    func named() -> StatedTime? {
        guard let (at, month) = monthName() else { return nil }
        var day: Int?
        var year: Int?
        // The nearest numbers on both sides; a day stands beside the name, a year after it or first.
        for i in neighbours(of: at) {
            guard case .number(let value, let digits) = tokens[i] else { continue }
            if digits == 4, year == nil, let full = fullYear(value, digits: 4) {
                year = full
            } else if digits <= 2, day == nil, (1...31).contains(value),
                !(i > 0 && tokens[i - 1] == .sign(0x27))
            {
                day = value
            } else if digits == 2, year == nil {
                year = fullYear(value, digits: 2)
            }
        }
        if let day {
            if let year { return CivilDate(year: year, month: month, day: day).map { stated($0) } }
            return withoutYear(month: month, day: day).map { stated($0) }
        }
        guard let year else {
            // A month's name alone is too often a person's or a word.
            return nil
        }
        return CivilDate(year: year, month: month, day: 1).map { stated($0, .month) }
    }

    private func monthName() -> (Int, Int)? {
        var found: (Int, Int)?
        for (i, token) in tokens.enumerated() {
            guard case .word(let word) = token, case .month(let month)? = DateWords.find(word) else {
                continue
            }
            let isBeside = [i - 1, i - 2, i + 1, i + 2].contains { k in
                guard tokens.indices.contains(k), case .number = tokens[k] else { return false }
                return true
            }
            if isBeside || word.unicodeScalars.count > 3 && i + 3 < tokens.count {
                if isBeside { return (i, month) }
                if found == nil { found = (i, month) }
            }
        }
        return found
    }

    private func neighbours(of at: Int) -> [Int] {
        var order: [Int] = []
        for distance in 1...4 {
            for i in [at - distance, at + distance] where tokens.indices.contains(i) { order.append(i) }
        }
        return order
    }

    /// `12/03/2024`, `3.12.24`, `2024-03-12`, `2024/3`, `20240312`.
    func numeric() -> StatedTime? {
        for i in tokens.indices {
            guard case .number(let a, let digitsA) = tokens[i] else { continue }
            if digitsA == 8, let date = CivilDate(year: a / 10000, month: a / 100 % 100, day: a % 100),
                (1900...2100).contains(date.year)
            {
                return stated(date)
            }
            guard let (sign, second) = number(after: i), case .number(let b, let digitsB) = tokens[second]
            else {
                continue
            }
            if let (sign2, third) = number(after: second), sign == sign2,
                case .number(let c, let digitsC) = tokens[third]
            {
                if let date = date([(a, digitsA), (b, digitsB), (c, digitsC)], sign: sign) {
                    return stated(date)
                }
                continue
            }
            // `24.12.` and `05/11`: a day and month whose year is not said; not `4.5` or `3/5`.
            guard digitsA == 2, digitsB == 2, sign == 0x2E || sign == 0x2F, tokens.count <= 6 else {
                continue
            }
            let isDayFirst = isDayFirst(a, b, sign: sign)
            let (day, month) = isDayFirst ? (a, b) : (b, a)
            if let date = withoutYear(month: month, day: day) { return stated(date) }
        }
        return nil
    }

    private func number(after i: Int) -> (UInt8, Int)? {
        guard i + 2 < tokens.count, case .sign(let sign) = tokens[i + 1], [0x2F, 0x2E, 0x2D].contains(sign),
            case .number = tokens[i + 2]
        else { return nil }
        return (sign, i + 2)
    }

    private func date(_ parts: [(Int, Int)], sign: UInt8) -> CivilDate? {
        let (a, b, c) = (parts[0].0, parts[1].0, parts[2].0)
        if parts[0].1 == 4 {
            return CivilDate(year: a, month: b, day: c) ?? CivilDate(year: a, month: c, day: b)
        }
        guard parts[0].1 <= 2, parts[1].1 <= 2 else { return nil }
        if order == .ymd, parts[2].1 <= 2, let year = fullYear(a, digits: 2) {
            if let date = CivilDate(year: year, month: b, day: c) { return date }
        }
        guard let year = fullYear(c, digits: parts[2].1) else { return nil }
        return isDayFirst(a, b, sign: sign)
            ? CivilDate(year: year, month: b, day: a) : CivilDate(year: year, month: a, day: b)
    }

    private func isDayFirst(_ a: Int, _ b: Int, sign: UInt8) -> Bool {
        if a > 12 { return true }
        if b > 12 { return false }
        if let order { return order != .mdy }
        if sign == 0x2E { return true }
        if let region, region.hasPrefix("en-"), region != "en-us" { return true }
        return !(language == nil || language == "en")
    }

    /// `3 дня назад`, `vor 2 Stunden`, `yesterday`, `1 year 2 months ago`, `last month`.
    func relative() -> StatedTime? {
        var shift = RelativeShift()
        var amount: Int?
        var sign = 0
        var isPast = false
        var isAhead = false
        var isNow = false
        var isBefore = false
        for (i, token) in tokens.enumerated() {
            switch token {
            case .number(let value, let digits):
                if digits <= 4 { amount = value }
            case .sign(let byte):
                if byte == 0x2B { sign = 1 }
                if byte == 0x2D, i == 0 || isNow { sign = -1 }
            case .word(let word):
                if word == "before" || word == "after" { isBefore = true }
                // Ukrainian shortens hours to what is a year in Russian.
                let found = word == "год" && language == "uk" ? .unit(.hour) : DateWords.find(word)
                switch found {
                case .dayOffset(let days) where amount == nil:
                    let further = isBefore && abs(days) == 1 ? days * 2 : days
                    return stated(today.adding(days: further))
                case .now: isNow = true
                case .unit(let unit):
                    if amount == nil, isLoneLetter(word) { continue }
                    shift.add((amount ?? 1) * (sign == 0 ? 1 : sign), unit, isCounted: amount != nil)
                    amount = nil
                case .count(let value) where amount == nil: amount = value
                case .ago, .last: isPast = true
                case .ahead where i == 0 || word == "later": isAhead = true
                default:
                    if word.hasPrefix("decade") {
                        shift.add(
                            (amount ?? 1) * (sign == 0 ? 1 : sign) * 10, .year, isCounted: amount != nil)
                        amount = nil
                    }
                    if word == "next" || word.hasPrefix("nachst") || word.hasPrefix("следующ")
                        || word.hasPrefix("nastepn")
                    {
                        isAhead = true
                    }
                    if word == "from" { isAhead = tokens.contains(.word("now")) }
                }
            }
        }
        guard shift.precision != nil, shift.isCounted || isPast || isAhead else {
            return isNow ? StatedTime(now, precision: .minute, offset: offsetNow) : nil
        }
        if isNow, sign == 0, !isAhead { isAhead = true }
        let direction = sign != 0 && isNow ? 1 : isAhead && !isPast ? 1 : sign == -1 ? 1 : -1
        return moved(by: shift, direction)
    }

    /// `5h` is five hours; a lone `h` is no time.
    private func isLoneLetter(_ word: String) -> Bool { word.unicodeScalars.count == 1 }

    private var offsetNow: Int { zone?.offset(at: now) ?? 0 }

    private func moved(by shift: RelativeShift, _ direction: Int) -> StatedTime? {
        guard let precision = shift.precision, abs(shift.months) < 20_000, abs(shift.days) < 400_000,
            abs(shift.seconds) < 10_000_000_000
        else { return nil }
        var date = today
        if shift.months != 0 {
            let months = date.year * 12 + date.month - 1 + direction * shift.months
            let (year, month) = (months / 12, months % 12 + 1)
            guard year > 0,
                let moved = CivilDate(
                    year: year, month: month, day: min(date.day, CivilDate.days(inMonth: month, of: year)))
            else { return nil }
            date = moved
        }
        date = date.adding(days: direction * shift.days)
        switch precision {
        case .year: return CivilDate(year: date.year, month: 1, day: 1).map { stated($0, .year) }
        case .month: return CivilDate(year: date.year, month: date.month, day: 1).map { stated($0, .month) }
        case .day: return stated(date)
        case .hour, .minute, .second:
            let days = date.daysSince1970 - today.daysSince1970
            let instant = now + .seconds(days * 86_400 + direction * shift.seconds)
            return StatedTime(instant, precision: precision, offset: offsetNow)
        }
    }

    /// `w piątek`, `Saturday 3:03`: the last one before now.
    func weekday() -> StatedTime? {
        guard tokens.count <= 4 else { return nil }
        for token in tokens {
            if case .word(let word) = token, word.unicodeScalars.count > 2,
                case .weekday(let wanted)? = DateWords.find(word)
            {
                let back = (today.isoWeekday - wanted + 7) % 7
                return stated(today.adding(days: -back))
            }
        }
        return nil
    }

    /// `2024`, `2000 год`: a year alone.
    func alone() -> StatedTime? {
        guard tokens.count <= 3 else { return nil }
        var year: Int?
        for token in tokens {
            switch token {
            case .number(let value, 4) where year == nil && (1000...2100).contains(value): year = value
            case .number: return nil
            case .word(let word): guard case .unit(.year)? = DateWords.find(word) else { return nil }
            case .sign(let byte): guard byte == 0x2E else { return nil }
            }
        }
        guard let year, tokens.count > 1 || (1900...2100).contains(year) else { return nil }
        return CivilDate(year: year, month: 1, day: 1).map { stated($0, .year) }
    }
}

/// How far from now, in the units that were said; as exact as the smallest of them.
private struct RelativeShift {
    var months = 0
    var days = 0
    var seconds = 0
    var precision: StatedTime.Precision?
    var isCounted = false

    mutating func add(_ amount: Int, _ unit: DateUnit, isCounted counted: Bool) {
        if counted { isCounted = true }
        let finest: StatedTime.Precision
        switch unit {
        case .year: (months, finest) = (months + amount * 12, .year)
        case .month: (months, finest) = (months + amount, .month)
        case .week: (days, finest) = (days + amount * 7, .day)
        case .day: (days, finest) = (days + amount, .day)
        case .hour: (seconds, finest) = (seconds + amount * 3600, .hour)
        case .minute: (seconds, finest) = (seconds + amount * 60, .minute)
        case .second: (seconds, finest) = (seconds + amount, .second)
        }
        precision = precision.map { max($0, finest) } ?? finest
    }
}
