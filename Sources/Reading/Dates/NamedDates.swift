/// Dates with words in them that are not relative: a month's name, `年月日`, a weekday, a year alone.
import Complaints

extension DateReader {
    /// `7 апреля 2024`, `March 5, 2024`, `May 2023`, `2016. augusztus 14.`, `14Unr'21`.
    mutating func named() -> StatedTime? {
        var best: (at: Int, left: [Int], right: [Int], rank: Int)?
        for i in tokens.indices where tokens[i].meaning.month > 0 && !tokens[i].isUsed {
            let left = numbers(from: i, step: -1)
            let right = numbers(from: i, step: 1)
            guard !left.isEmpty || !right.isEmpty else { continue }
            let rank = tokens[i].meaning.weekday == 0 && tokens[i].meaning.unit == nil ? 1 : 0
            if best == nil || rank > best?.rank ?? 0 { best = (i, left, right, rank) }
        }
        guard let (at, left, right, _) = best else { return nil }
        let month = Int(tokens[at].meaning.month)
        var year = (right + left).first { tokens[$0].digits == 4 }
        var day: Int?
        if let first = left.first, isDay(first) {
            day = first
        } else if let first = right.first(where: { $0 != year }), isDay(first), !isShortYear(first) {
            day = first
        }
        if year == nil {
            year = right.first { $0 != day && tokens[$0].digits == 2 && (isShortYear($0) || isLast($0)) }
        }
        // A month's name alone is too often a person's or a word.
        guard day != nil || year != nil else { return nil }
        let full = year.flatMap { fullYear(tokens[$0].value, digits: tokens[$0].digits) }
        if year != nil, full == nil { return nil }
        let all = [at, day, year].compactMap { $0 }
        use((all.min() ?? at)...(all.max() ?? at))
        takeSuffix(after: all)
        form = .named
        guard let day else {
            return full.flatMap { CivilDate(year: $0, month: month, day: 1) }.map { stated($0, .month) }
        }
        if let full {
            return CivilDate(year: full, month: month, day: tokens[day].value).map { stated($0) }
        }
        return withoutYear(month: month, day: tokens[day].value).map { stated($0) }
    }

    private func isDay(_ i: Int) -> Bool {
        tokens[i].digits <= 2 && (1...31).contains(tokens[i].value)
    }

    /// `'24`
    private func isShortYear(_ i: Int) -> Bool {
        i > 0 && tokens[i - 1].isSign(0x27) && tokens[i].digits == 2
    }

    /// No unknown word follows that it would count.
    private func isLast(_ i: Int) -> Bool {
        i + 1 >= tokens.count || !tokens[i + 1].isUnknownWord || !tokens[i + 1].isApart
    }

    /// At most two numbers on one side, past what may stand between the parts of a date.
    private func numbers(from at: Int, step: Int) -> [Int] {
        var found: [Int] = []
        var i = at + step
        var left = 7
        while tokens.indices.contains(i), left > 0, found.count < 2 {
            let token = tokens[i]
            left -= 1
            if token.isUsed {
                i += step
                continue
            }
            switch token.kind {
            case .number:
                if token.digits > 4 || token.digits == 3 { return found }
                found.append(i)
            case .sign:
                if ![0x2E, 0x2C, 0x2D, 0x2F, 0x27, 0x5B, 0x5D, 0x28, 0x29].contains(token.value) {
                    return found
                }
            case .word:
                guard isBetween(i) else { return found }
            }
            i += step
        }
        return found
    }

    private func isBetween(_ i: Int) -> Bool {
        let meaning = tokens[i].meaning
        if meaning.month > 0 { return false }
        return meaning.isIdle || meaning.has(.mark) || meaning.unit == .year || meaning.unit == .day
            || meaning.unit == .month || meaning.weekday > 0 || isSuffix(i)
    }

    /// `7-ми`, `2024ko`: an ending glued to its number.
    private func isSuffix(_ i: Int) -> Bool {
        guard i > 0, tokens[i].kind == .word, tokens[i].end - tokens[i].start <= 8, !tokens[i].isApart else {
            return false
        }
        if tokens[i - 1].isNumber { return true }
        return i > 1 && tokens[i - 1].isSign(0x2D) && !tokens[i - 1].isApart && tokens[i - 2].isNumber
    }

    /// `2015 г.`, `5th`, `14-én`: what belongs to the numbers but stands behind them.
    private mutating func takeSuffix(after indices: [Int]) {
        for i in indices where tokens[i].isNumber && i + 1 < tokens.count {
            var next = i + 1
            if tokens[next].isSign(0x2D) || tokens[next].isSign(0x2E), next + 1 < tokens.count { next += 1 }
            guard tokens[next].kind == .word, !tokens[next].isUsed else { continue }
            if isSuffix(next) || tokens[next].meaning.unit == .year || tokens[next].meaning.unit == .day {
                use(i + 1...next)
            }
        }
    }

    /// `2024年3月1日`, `3월 5일`, `ngày 8 tháng 1 năm 2015`: each number beside the word for its part.
    mutating func marked() -> StatedTime? {
        let isBehind = tag == "vi"
        var parts: [DateUnit: Int] = [:]
        for i in tokens.indices where tokens[i].meaning.has(.mark) && !tokens[i].isUsed {
            guard let unit = tokens[i].meaning.unit else { continue }
            let at = isBehind ? i + 1 : i - 1
            guard tokens.indices.contains(at), tokens[at].isNumber, !tokens[at].isUsed, parts[unit] == nil
            else { continue }
            parts[unit] = at
            if isBehind, unit == .month {
                // `8 tháng 1, 2015`
                if parts[.day] == nil, i > 0, tokens[i - 1].isNumber { parts[.day] = i - 1 }
                let after = i + 2 < tokens.count && tokens[i + 2].isSign(0x2C) ? i + 3 : i + 2
                if after < tokens.count, tokens[after].isNumber, tokens[after].digits == 4 {
                    parts[.year] = after
                }
            }
        }
        guard let month = parts[.month], (1...12).contains(tokens[month].value) else {
            guard let year = parts[.year], tokens[year].digits == 4, parts.count == 1, !isRelative else {
                return nil
            }
            return yearAlone(at: year)
        }
        let year = parts[.year].flatMap { fullYear(tokens[$0].value, digits: tokens[$0].digits) }
        if parts[.year] != nil, year == nil { return nil }
        let all = parts.values.sorted()
        let last = isBehind ? all[all.count - 1] : all[all.count - 1] + 1
        let first = isBehind ? max(0, all[0] - 1) : all[0]
        guard let day = parts[.day] else {
            guard let year else { return nil }
            form = .marked
            use(first...last)
            return CivilDate(year: year, month: tokens[month].value, day: 1).map { stated($0, .month) }
        }
        form = .marked
        use(first...last)
        let (m, d) = (tokens[month].value, tokens[day].value)
        let date = year.map { CivilDate(year: $0, month: m, day: d) } ?? withoutYear(month: m, day: d)
        return date.map { stated($0) }
    }

    private var isRelative: Bool {
        tokens.contains { $0.meaning.has([.ago, .ahead, .later, .last, .next]) && !$0.isUsed }
    }

    private mutating func yearAlone(at i: Int) -> StatedTime? {
        form = .year
        use(i...i)
        return fullYear(tokens[i].value, digits: tokens[i].digits)
            .flatMap { CivilDate(year: $0, month: 1, day: 1) }.map { stated($0, .year) }
    }

    /// `2024`, `2000 год`: a year alone.
    mutating func alone() -> StatedTime? {
        guard tokens.count <= 4, clock == nil else { return nil }
        var year: Int?
        var isSaid = false
        for (i, token) in tokens.enumerated() {
            switch token.kind {
            case .number:
                guard year == nil, token.digits == 4, (1000...2200).contains(token.value) else { return nil }
                year = i
            case .word:
                guard token.meaning.unit == .year || token.meaning.isIdle else { return nil }
                isSaid = isSaid || token.meaning.unit == .year
            case .sign: guard token.isSign(0x2E) else { return nil }
            }
        }
        guard let year, !isRelative || isSaid && tokens[year].digits == 4 else { return nil }
        return yearAlone(at: year)
    }

    /// `w piątek`, `Saturday 3:03`, `last Friday`: the last one before now.
    mutating func weekday() -> StatedTime? {
        let unknown = tokens.count { !$0.isUsed && ($0.isUnknownWord || $0.isNumber) }
        guard unknown <= 1, tokens.count <= 10 else { return nil }
        for i in tokens.indices where tokens[i].meaning.weekday > 0 && !tokens[i].isUsed {
            if isOftenAnotherWord(i), unknown > 0 || clock == nil && !isTurned(i) { continue }
            use(i...i)
            form = .weekday
            var days = -((today.isoWeekday - Int(tokens[i].meaning.weekday) + 7) % 7)
            for k in tokens.indices {
                if tokens[k].meaning.has(.last) {
                    if days == 0 { days = -7 }
                    use(k...k)
                } else if tokens[k].meaning.has(.next) {
                    days += 7
                }
            }
            let time = stated(today.adding(days: days))
            // Today's name with a time still to come is that of a week ago.
            return days == 0 && time.instant > now ? stated(today.adding(days: -7)) : time
        }
        return nil
    }

    /// `Sat`, `Don`, `Ven`: of three Latin letters, and as well a name or a verb. Two, such as `Mo`, are
    /// believed where they are the whole text and of its language.
    private func isOftenAnotherWord(_ i: Int) -> Bool {
        let length = tokens[i].end - tokens[i].start
        if tokens[i].isDoubtful { return true }
        return length == 3 || length < 3 && (tokens.count > 1 || isUnstated)
    }

    /// Beside `last`, `next` or `this`.
    private func isTurned(_ i: Int) -> Bool {
        [i - 1, i + 1].contains {
            tokens.indices.contains($0) && tokens[$0].meaning.has([.last, .next, .this])
        }
    }
}
