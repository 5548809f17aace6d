/// The time of day in a date text: `14:20`, `2:20:05 pm`, `9 a.m.`, `14h20`, `18.37 Uhr`, `晚8:00`,
/// `10時05分`, and the zone after it.
import Complaints

extension DateReader {
    /// Marks the first time of day and what follows as its zone as used.
    mutating func takeClock() {
        var isRelative = false
        var hasDate = false
        for token in tokens {
            if token.meaning.has([.ago, .ahead, .later]) { isRelative = true }
            if token.meaning.month > 0 || token.isNumber && token.digits == 4 { hasDate = true }
        }
        for i in tokens.indices where tokens[i].isNumber && tokens[i].digits <= 2 && tokens[i].value <= 24 {
            if let (end, found) = clock(at: i, isRelative: isRelative, hasDate: hasDate) {
                clock = found
                use(i..<end)
                let after = takeHalf(at: end, before: i)
                takeZone(at: after)
                return
            }
        }
        // `at noon`, `o północy`
        for i in tokens.indices {
            let meaning = tokens[i].meaning
            guard meaning.has([.noon, .midnight]), tokens.count > 1 else { continue }
            clock = Clock(hour: meaning.has(.noon) ? 12 : 0, precision: .hour)
            use(i...i)
            return
        }
    }

    private func word(_ i: Int) -> DateMeaning {
        tokens.indices.contains(i) && tokens[i].kind == .word ? tokens[i].meaning : DateMeaning()
    }

    private func number(_ i: Int, digits: ClosedRange<Int>, below limit: Int) -> Int? {
        guard tokens.indices.contains(i), tokens[i].isNumber, digits.contains(tokens[i].digits),
            tokens[i].value < limit
        else { return nil }
        return tokens[i].value
    }

    private func isSign(_ i: Int, _ byte: UInt8) -> Bool {
        tokens.indices.contains(i) && tokens[i].isSign(byte)
    }

    /// The clock that begins at the number `i`, and where it ends.
    private func clock(at i: Int, isRelative: Bool, hasDate: Bool) -> (Int, Clock)? {
        let hour = tokens[i].value
        if isSign(i + 1, 0x3A), let minute = number(i + 2, digits: 2...2, below: 60) {
            var found = Clock(hour: hour, minute: minute)
            guard isSign(i + 3, 0x3A), let second = number(i + 4, digits: 2...2, below: 61) else {
                return (i + 3, found)
            }
            found.second = min(59, second)
            found.precision = .second
            let hasFraction =
                (isSign(i + 5, 0x2E) || isSign(i + 5, 0x2C))
                && number(i + 6, digits: 1...9, below: .max) != nil && !tokens[i + 6].isApart
            return (hasFraction ? i + 7 : i + 5, found)
        }
        let follows = word(i + 1)
        if isSign(i + 1, 0x2E), let minute = number(i + 2, digits: 2...2, below: 60),
            !(i > 1 && isSign(i - 1, 0x2E) && tokens[i - 2].isNumber),
            !(isSign(i + 3, 0x2E) && number(i + 4, digits: 1...4, below: .max) != nil)
        {
            let after = word(i + 3)
            let before = word(isSign(i - 1, 0x2E) ? i - 2 : i - 1)
            if after.has([.clock, .am, .pm]) || before.has(.at) && !before.has(.filler) {
                return (i + 3, Clock(hour: hour, minute: minute))
            }
        }
        if follows.has(.clock), let found = hourMarked(i, isRelative: isRelative, hasDate: hasDate) {
            return found
        }
        if follows.has([.am, .pm]), (1...12).contains(hour), follows.month == 0, follows.unit == nil {
            return (i + 1, Clock(hour: hour, precision: .hour))
        }
        return nil
    }

    /// `14h20`, `10点05`, `9 Uhr`, `у 7 гадзін 10 хвілін`; an hour word that also counts hours needs more
    /// than itself.
    private func hourMarked(_ i: Int, isRelative: Bool, hasDate: Bool) -> (Int, Clock)? {
        let mark = word(i + 1)
        let isCounting = mark.unit != nil
        if isCounting, isRelative { return nil }
        var after = i + 2
        if isSign(after, 0x2E) { after += 1 }
        if let minute = number(after, digits: 1...2, below: 60), !isSign(after + 1, 0x2F) {
            let isSpelt = word(after + 1).unit == .minute
            if !isSpelt || !isCounting || hasDate || tokens[i + 1].isDense {
                var found = Clock(hour: tokens[i].value, minute: minute)
                var end = isSpelt ? after + 2 : after + 1
                if isSpelt, let second = number(end, digits: 1...2, below: 61), word(end + 1).unit == .second
                {
                    found.second = min(59, second)
                    found.precision = .second
                    end += 2
                }
                if isSpelt || tokens[after].digits == 2 { return (end, found) }
            }
        }
        if !isCounting || word(i - 1).has(.at) || hasDate {
            return (i + 2, Clock(hour: tokens[i].value, precision: .hour))
        }
        return nil
    }

    /// `pm`, `Uhr` after the clock, or `下午` before it.
    private mutating func takeHalf(at start: Int, before first: Int) -> Int {
        var end = start
        if word(end).has(.clock) {
            use(end...end)
            end += 1
        }
        var half = word(end)
        if half.has([.am, .pm]) {
            use(end...end)
            end += 1
            if isSign(end, 0x2E) { end += 1 }
        } else if word(first - 1).has([.am, .pm]), !word(first - 1).has(.at) {
            half = word(first - 1)
            use(first - 1...first - 1)
        }
        if let hour = clock?.hour {
            if half.has(.pm), hour < 12 { clock?.hour = hour + 12 }
            if half.has(.am), hour == 12 { clock?.hour = 0 }
        }
        return end
    }

    private mutating func takeZone(at start: Int) {
        var end = start
        if isSign(end, 0x28) { end += 1 }
        if let seconds = word(end).zone {
            offset = Int(seconds)
            use(start...end)
            end += 1
            if isSign(end, 0x29) {
                use(end...end)
                end += 1
            }
        }
        guard isSign(end, 0x2B) || isSign(end, 0x2D), tokens.indices.contains(end + 1),
            tokens[end + 1].isNumber, !tokens[end + 1].isApart
        else { return }
        let sign = tokens[end].isSign(0x2B) ? 1 : -1
        let (value, digits) = (tokens[end + 1].value, tokens[end + 1].digits)
        if digits == 4, value % 100 < 60, value < 2400 {
            offset = sign * (value / 100 * 3600 + value % 100 * 60)
            use(end...end + 1)
        } else if digits <= 2, value <= 14 {
            if isSign(end + 2, 0x3A), let minutes = number(end + 3, digits: 2...2, below: 60) {
                offset = sign * (value * 3600 + minutes * 60)
                use(end...end + 3)
            } else if offset != nil {
                offset = sign * value * 3600
                use(end...end + 1)
            }
        }
    }

    /// `29.02.2020 13.12`: right behind a date two numbers with a dot are a clock.
    mutating func takeDottedClock() {
        for i in tokens.indices.dropFirst() where tokens[i].isNumber && !tokens[i].isUsed {
            var before = i - 1
            while before > 0, !tokens[before].isUsed,
                tokens[before].meaning.isIdle || tokens[before].isSign(0x2C)
            {
                before -= 1
            }
            guard tokens[before].isUsed, tokens[i].isApart, tokens[i].digits <= 2, tokens[i].value < 24,
                isSign(i + 1, 0x2E), let minute = number(i + 2, digits: 2...2, below: 60)
            else { return }
            clock = Clock(hour: tokens[i].value, minute: minute)
            use(i...i + 2)
            _ = takeHalf(at: i + 3, before: i)
            return
        }
    }
}
