/// A time to come where it stands in a reply.
struct PromiseDeadline {
    /// Of the words.
    var range: Range<Int>
    var when: PromiseTime
    /// By then, and not: then.
    var isLimit: Bool
}

/// Reads every time to come of a sentence; what was, and what begins then, is left out.
struct PromiseDeadlineReader {
    let tokens: [ReplyTokens.Token]
    let words: PromiseWords

    func deadlines(in range: Range<Int>) -> [PromiseDeadline] {
        var found: [PromiseDeadline] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard let deadline = deadline(at: index, range) else {
                index += 1
                continue
            }
            // `on Monday or Tuesday` is by Tuesday.
            if let last = found.last, deadline.range.lowerBound - last.range.upperBound <= 2,
                (last.range.upperBound...deadline.range.lowerBound).contains(where: {
                    $0 < range.upperBound && words.or.contains(tokens[$0])
                })
            {
                found.removeLast()
            }
            found.append(deadline)
            index = max(index + 1, deadline.range.upperBound)
        }
        return found
    }

    private func deadline(at index: Int, _ range: Range<Int>) -> PromiseDeadline? {
        stretch(at: index, range) ?? length(at: index, range) ?? day(at: index, range)
            ?? date(at: index, range) ?? hourAlone(at: index, range)
    }

    private func length(_ phrases: PromisePhrases, _ index: Int, _ range: Range<Int>) -> Int? {
        index < range.lowerBound ? nil : phrases.length(in: tokens, at: index, below: range.upperBound)
    }

    // MARK: By the end of the week

    private func stretch(at index: Int, _ range: Range<Int>) -> PromiseDeadline? {
        for (phrases, what) in words.ends {
            guard let count = length(phrases, index, range) else { continue }
            return PromiseDeadline(
                range: index..<index + count, when: PromiseTime(day: .end(what)), isLimit: true)
        }
        return nil
    }

    // MARK: Within three days

    private func length(at index: Int, _ range: Range<Int>) -> PromiseDeadline? {
        guard let lead = length(words.within, index, range) else { return nil }
        var at = index + lead
        while let filler = length(words.fillers, at, range) { at += filler }
        var count = 1
        if let (number, after) = number(at, range) {
            count = number
            at = after
            // `3-5`, `3 to 5`
            let isDash = at < range.upperBound && ["-", "–", "—", " - ", " – "].contains(tokens[at].gap)
            let to = isDash ? 0 : length(words.to, at, range)
            if let to, let (second, after) = self.number(at + to, range), second >= count {
                count = second
                at = after
            }
        }
        var isWorking = false
        if let adjective = length(words.working, at, range) {
            isWorking = true
            at += adjective
        }
        for (phrases, unit) in words.units {
            guard let length = length(phrases, at, range) else { continue }
            at += length
            if let adjective = self.length(words.working, at, range) {
                isWorking = true
                at += adjective
            }
            guard (1...400).contains(count) else { return nil }
            return PromiseDeadline(
                range: index..<at, when: PromiseTime(day: .within(count, unit, isWorking: isWorking)),
                isLimit: true)
        }
        return nil
    }

    private func number(_ index: Int, _ range: Range<Int>) -> (Int, Int)? {
        guard index < range.upperBound else { return nil }
        if tokens[index].isNumber { return Int(tokens[index].text).map { ($0, index + 1) } }
        for (phrases, value) in words.numbers {
            if let count = length(phrases, index, range) { return (value, index + count) }
        }
        return nil
    }

    // MARK: On Friday, tomorrow

    private func day(at index: Int, _ range: Range<Int>) -> PromiseDeadline? {
        let near: [(PromisePhrases, Int)] = [
            (words.dayAfterTomorrow, 2), (words.tomorrow, 1), (words.today, 0),
        ]
        for (phrases, days) in near {
            guard let count = length(phrases, index, range) else { continue }
            let before = before(index, range)
            guard !before.isPast else { return nil }
            return ending(
                before.first..<index + count, PromiseTime(day: .ahead(days), isBefore: before.isBefore),
                isLimit: before.isLed, range)
        }
        guard let weekday = words.weekdays.firstIndex(where: { length($0, index, range) != nil }) else {
            return nil
        }
        let before = before(index, range)
        let after = index + 1 < range.upperBound ? tokens[index + 1] : nil
        guard !before.isPast, !(after.map(words.past.contains) ?? false),
            before.isLed || before.isThis || words.hasBareDays
        else { return nil }
        // Hours of an office: Monday to Friday.
        let earlier = max(range.lowerBound, index - 3)..<index
        let follows = index + 1..<min(range.upperBound, index + 4)
        func isDay(_ at: Int) -> Bool { words.weekdays.contains { length($0, at, range) != nil } }
        func isRange(_ other: Range<Int>) -> Bool {
            guard let at = other.first(where: isDay) else { return false }
            return !(min(at, index)...max(at, index)).contains { words.or.contains(tokens[$0]) }
        }
        guard !isRange(earlier), !isRange(follows) else { return nil }
        let isNext = before.isNext || (after.map(words.next.contains) ?? false)
        return ending(
            before.first..<index + 1,
            PromiseTime(day: .weekday(weekday + 1, isNext: isNext), isBefore: before.isBefore),
            isLimit: before.isLed, range)
    }

    private struct Before {
        var first: Int
        var isLed = false
        var isThis = false
        var isNext = false
        var isBefore = false
        var isPast = false
    }

    /// What leads to a day: `no later than next`.
    private func before(_ index: Int, _ range: Range<Int>) -> Before {
        var result = Before(first: index)
        search: while result.first > range.lowerBound {
            for count in [4, 3, 2, 1] {
                let at = result.first - count
                guard at >= range.lowerBound else { continue }
                func isThere(_ phrases: PromisePhrases) -> Bool { length(phrases, at, range) == count }
                if isThere(words.past) || isThere(words.since) {
                    result.isPast = true
                    return result
                }
                let (led, this, next, before) = (
                    isThere(words.leads), isThere(words.this), isThere(words.next), isThere(words.befores)
                )
                guard led || this || next || before else { continue }
                result.isLed = result.isLed || led || before
                result.isThis = result.isThis || this || next
                result.isNext = result.isNext || next
                result.isBefore = result.isBefore || before
                result.first = at
                continue search
            }
            break
        }
        return result
    }

    // MARK: By 15 May

    private func date(at index: Int, _ range: Range<Int>) -> PromiseDeadline? {
        guard let (day, end, isSure) = dayOfYear(at: index, range) else { return nil }
        let before = before(index, range)
        guard !before.isPast, before.isLed || isSure else { return nil }
        var time = PromiseTime(day: day)
        time.isBefore = before.isBefore
        return ending(before.first..<end, time, isLimit: before.isLed, range)
    }

    /// - Returns: with the index behind it, and whether it is a day also where no word leads to it.
    private func dayOfYear(
        at index: Int, _ range: Range<Int>
    ) -> (PromiseTime.Day, Int, isSure: Bool)? {
        func number(_ at: Int, _ limits: ClosedRange<Int>) -> Int? {
            guard at < range.upperBound, tokens[at].isNumber, let value = Int(tokens[at].text),
                limits.contains(value)
            else { return nil }
            return value
        }
        func month(_ at: Int) -> Int? {
            at < range.upperBound ? words.months.firstIndex { $0.contains(tokens[at]) }.map { $0 + 1 } : nil
        }
        func year(_ at: Int) -> Int? { number(at, 2000...2100) }
        // May 15(th)
        if let named = month(index), let day = number(index + 1, 1...31) {
            var end = index + 2
            if end < range.upperBound, words.dayMarks.contains(tokens[end]) { end += 1 }
            let year = year(end)
            return (.date(day: day, month: named, year: year), end + (year == nil ? 0 : 1), true)
        }
        // 2026-05-15
        if let year = year(index), let month = number(index + 1, 1...12), let day = number(index + 2, 1...31),
            tokens[index + 1].gap == "-", tokens[index + 2].gap == "-"
        {
            return (.date(day: day, month: month, year: year), index + 3, true)
        }
        guard let day = number(index, 1...31) else { return nil }
        var next = index + 1
        if next < range.upperBound, words.dayMarks.contains(tokens[next]) {
            next += 1
            guard month(next) != nil || (next < range.upperBound && words.leads.contains(tokens[next])) else {
                return (.date(day: day, month: nil, year: nil), next, false)
            }
            if month(next) == nil { next += 1 }
        }
        if let named = month(next) {
            let year = year(next + 1)
            return (.date(day: day, month: named, year: year), next + (year == nil ? 1 : 2), true)
        }
        // 15.05., 15.05.2026, 15/05/2026
        guard let month = number(next, 1...12), next == index + 1,
            [".", "/", ". "].contains(tokens[next].gap),
            next + 1 >= range.upperBound || !Self.money.contains(tokens[next + 1].text)
        else { return nil }
        if next + 1 < range.upperBound, [".", "/", ". "].contains(tokens[next + 1].gap),
            let year = year(next + 1) ?? number(next + 1, 20...60)
        {
            return (.date(day: day, month: month, year: year), next + 2, true)
        }
        // 15.05 alone may be a price or an hour.
        return tokens[next].text.utf8.count == 2
            ? (.date(day: day, month: month, year: nil), next + 1, false) : nil
    }

    private static let money: Set<String> = [
        "zl", "pln", "eur", "euro", "usd", "gbp", "rub", "руб", "uah", "грн", "kc", "czk", "chf", "km", "kg",
        "uhr", "h", "am", "pm",
    ]

    // MARK: By 5 pm

    /// The hour that follows a day.
    private func ending(
        _ found: Range<Int>, _ time: PromiseTime, isLimit: Bool, _ range: Range<Int>
    ) -> PromiseDeadline {
        var time = time
        var end = found.upperBound
        for at in end..<min(range.upperBound, end + 3) {
            guard let (minute, after) = hour(at, range) else { continue }
            time.minute = minute
            time.isBefore = false
            end = after
            break
        }
        return PromiseDeadline(range: found.lowerBound..<end, when: time, isLimit: isLimit)
    }

    /// `by 17:00` is today.
    private func hourAlone(at index: Int, _ range: Range<Int>) -> PromiseDeadline? {
        guard let (minute, end) = hour(index, range), minute > 0 else { return nil }
        let isSince = (max(range.lowerBound, index - 4)..<index).contains { words.since.contains(tokens[$0]) }
        guard !isSince else { return nil }
        return PromiseDeadline(
            range: index..<end, when: PromiseTime(day: .ahead(0), minute: minute), isLimit: true)
    }

    private func hour(_ index: Int, _ range: Range<Int>) -> (minute: Int, end: Int)? {
        guard let lead = length(words.hourLeads, index, range) else { return nil }
        let at = index + lead
        guard at < range.upperBound, tokens[at].isNumber, let hour = Int(tokens[at].text), hour <= 24 else {
            return nil
        }
        var minute = 0
        var end = at + 1
        if end < range.upperBound, tokens[end].isNumber, [":", "."].contains(tokens[end].gap),
            tokens[end].text.utf8.count == 2, let found = Int(tokens[end].text), found < 60
        {
            let isTime = tokens[end].gap == ":" || length(words.clock, end + 1, range) != nil
            guard isTime else { return nil }
            minute = found
            end += 1
        } else if length(words.clock, end, range) == nil, !Self.hours.contains(tokens[index].text) {
            return nil
        }
        var shown = hour
        if end < range.upperBound, words.clock.contains(tokens[end]) {
            if ["pm", "p"].contains(tokens[end].text), hour < 12 { shown += 12 }
            end += 1
        }
        return (shown * 60 + minute, end)
    }

    /// After them a number is an hour whatever follows.
    private static let hours: Set<String> = ["godz", "godziny", "godzinie"]
}
