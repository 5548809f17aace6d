/// Dates said from now: `3 дня назад`, `vor 2 Stunden`, `yesterday`, `1 year 2 months ago`, `last month`.
import Complaints

extension DateReader {
    mutating func relative() -> StatedTime? {
        let cues = DateCues(tokens)
        var shift = DateShift()
        var amount: Double?
        var explicit = 0.0
        var day: Int?
        var counted = false
        var i = 0
        while i < tokens.count {
            defer { i += 1 }
            let token = tokens[i]
            if token.isUsed { continue }
            switch token.kind {
            case .number:
                if token.digits > 9 { return nil }
                amount = Double(token.value)
                if let fraction = fraction(at: i) {
                    amount = Double(token.value) + fraction
                    use(i...i + 2)
                    i += 2
                } else {
                    tokens[i].isUsed = true
                }
            case .sign:
                let isMinus = token.isSign(0x2D) && (i == 0 || tokens[i - 1].meaning.has(.now))
                let isPlus = token.isSign(0x2B) && i + 1 < tokens.count && tokens[i + 1].isNumber
                if isPlus || isMinus {
                    explicit = isMinus ? -1 : 1
                    tokens[i].isUsed = true
                }
            case .word:
                let meaning = token.meaning
                if let days = meaning.dayOffset, amount == nil || meaning.unit == nil {
                    day = day ?? Int(days)
                    tokens[i].isUsed = true
                } else if let unit = meaning.unit {
                    let own = meaning.halves != 0 ? Double(meaning.halves) / 2 : nil
                    if isLoneLetter(token), amount == nil || token.isApart && !cues.isCued { continue }
                    if amount == nil, own == nil, meaning.has(.lead), let next = numberBehind(i) {
                        amount = Double(tokens[next].value)
                        tokens[next].isUsed = true
                    }
                    if let size = amount ?? own {
                        let times = amount != nil ? own ?? 1 : 1
                        let isPast = amount == nil && size < 0
                        let direction = isPast ? 1 : explicit == 0 ? cues.direction : explicit
                        shift.add(size * times * direction, unit)
                        counted = true
                    } else if let turn = cues.turn(at: i, tokens) {
                        shift.add(turn, unit)
                    } else {
                        continue
                    }
                    amount = nil
                    tokens[i].isUsed = true
                } else if let count = meaning.count {
                    amount = Self.joined(amount, Double(count) / 2)
                    tokens[i].isUsed = true
                } else if meaning.has(Self.cueRoles) {
                    tokens[i].isUsed = true
                }
            }
        }
        if let precision = shift.precision {
            // `this` counts nothing.
            let isCued = (counted ? cues.isAgo || cues.isAhead : cues.isCued) || explicit != 0
            // A length of time is a date only where it is all that is said.
            if !isCued, counted, tokens.contains(where: { $0.isUnknownWord && !$0.isUsed }) { return nil }
            form = isCued || isGlued ? .relative : .bare
            return moved(by: shift, precision)
        }
        if let day {
            form = .day
            return stated(today.adding(days: day))
        }
        guard cues.isNow else { return nil }
        form = .now
        return StatedTime(now, precision: .minute, offset: offsetNow)
    }

    private static let cueRoles: DateMeaning.Roles = [.ago, .ahead, .later, .last, .next, .this, .now]

    /// `.5` of `2.5 hours`.
    private func fraction(at i: Int) -> Double? {
        guard i + 3 < tokens.count, tokens[i + 1].isSign(0x2E) || tokens[i + 1].isSign(0x2C),
            tokens[i + 2].isNumber, !tokens[i + 2].isApart, tokens[i + 2].digits <= 2,
            tokens[i + 3].meaning.unit != nil
        else { return nil }
        return Double(tokens[i + 2].value) / (tokens[i + 2].digits == 1 ? 10 : 100)
    }

    /// `twenty five`, `two and a half`, `half an`.
    private static func joined(_ amount: Double?, _ count: Double) -> Double {
        guard let amount else { return count }
        if amount < 1 || count == 1 { return amount }
        if count == 0.5 { return amount.rounded(.down) + 0.5 }
        return amount >= 20 && count < 10 ? amount + count : count
    }

    /// `5h` is five hours; a lone `h` is no time.
    private func isLoneLetter(_ token: DateToken) -> Bool { !token.isDense && token.letters == 1 }

    /// The number behind a unit, past one particle.
    private func numberBehind(_ i: Int) -> Int? {
        for next in [i + 1, i + 2] where next < tokens.count {
            if tokens[next].isNumber { return tokens[next].isUsed ? nil : next }
            if !tokens[next].meaning.isIdle { return nil }
        }
        return nil
    }

    /// `5h`, `3d`: numbers with their unit's letter, as feeds of posts show ages.
    private var isGlued: Bool {
        tokens.count == 2 && tokens[0].isNumber && tokens[0].value < 60 && tokens[1].meaning.unit != nil
            && !tokens[1].isApart && !tokens[1].isDense && tokens[1].letters <= 3
            && tokens[1].meaning.unit != .second
    }

    private var offsetNow: Int { zone?.offset(at: now) ?? 0 }

    private mutating func moved(by shift: DateShift, _ precision: StatedTime.Precision) -> StatedTime? {
        guard abs(shift.months) < 36_000, abs(shift.seconds) < 100_000_000_000 else { return nil }
        var date = today
        let whole = Int(shift.months.rounded(.towardZero))
        if whole != 0 {
            let months = date.year * 12 + date.month - 1 + whole
            let (year, month) = (months / 12, months % 12 + 1)
            guard months > 12, year <= 9999,
                let moved = CivilDate(
                    year: year, month: month, day: min(date.day, CivilDate.days(inMonth: month, of: year)))
            else { return nil }
            date = moved
        }
        let seconds = shift.seconds + (shift.months - Double(whole)) * 30 * 86_400
        let days = date.daysSince1970 - today.daysSince1970
        let instant = now + .seconds(Int64(days * 86_400)) + .seconds(Int64(seconds.rounded()))
        guard precision <= .day else { return StatedTime(instant, precision: precision, offset: offsetNow) }
        let day = (zone ?? .utc).local(instant).date
        guard precision == .day || clock == nil else { return stated(day) }
        var time = stated(day)
        if precision < .day { time.precision = precision }
        return time
    }
}

/// The words of a text that say whether its lengths of time lie behind or ahead.
private struct DateCues {
    var isAgo = false
    var isAhead = false
    var isNow = false
    var isTurned = false

    init(_ tokens: [DateToken]) {
        for (i, token) in tokens.enumerated() where token.kind == .word && !token.isUsed {
            let meaning = token.meaning
            if meaning.has(.ago) { isAgo = true }
            if meaning.has(.later) { isAhead = true }
            if meaning.has(.now) { isNow = true }
            if meaning.has(.ahead), Self.isBeforeAmount(i, tokens) { isAhead = true }
            if meaning.has([.last, .next, .this]) { isTurned = true }
            if meaning.has(.next), !meaning.has(.ago) { isAhead = true }
            if meaning.has(.last) { isAgo = true }
        }
        if isAgo { isAhead = false }
    }

    var isCued: Bool { isAgo || isAhead || isTurned }
    var direction: Double { isAhead ? 1 : -1 }

    private static func isBeforeAmount(_ i: Int, _ tokens: [DateToken]) -> Bool {
        var next = i + 1
        while next < tokens.count, tokens[next].meaning.isIdle { next += 1 }
        guard next < tokens.count else { return false }
        return tokens[next].isNumber && !tokens[next].isUsed || tokens[next].meaning.count != nil
            || tokens[next].meaning.unit != nil
    }

    /// How many of the unit at `i`, which no number counts: `last week` is minus one, `this` none.
    func turn(at i: Int, _ tokens: [DateToken]) -> Double? {
        for k in [i - 1, i + 1, i - 2, i + 2] where tokens.indices.contains(k) {
            let meaning = tokens[k].meaning
            if meaning.has(.last) { return -1 }
            if meaning.has(.next) { return 1 }
            if meaning.has(.this) { return 0 }
        }
        return isAgo ? -1 : isAhead ? 1 : nil
    }
}

/// How far from now, in the units that were said; as exact as the smallest of them.
private struct DateShift {
    var months = 0.0
    var seconds = 0.0
    var precision: StatedTime.Precision?

    mutating func add(_ amount: Double, _ unit: DateUnit) {
        let finest: StatedTime.Precision
        switch unit {
        case .year: (months, finest) = (months + amount * 12, .year)
        case .month: (months, finest) = (months + amount, .month)
        case .week: (seconds, finest) = (seconds + amount * 604_800, .day)
        case .day: (seconds, finest) = (seconds + amount * 86_400, .day)
        case .hour: (seconds, finest) = (seconds + amount * 3600, .hour)
        case .minute: (seconds, finest) = (seconds + amount * 60, .minute)
        case .second: (seconds, finest) = (seconds + amount, .second)
        }
        let shown = amount == amount.rounded() || finest > .month ? finest : .month
        precision = precision.map { max($0, shown) } ?? shown
    }
}
