/// The kinds of day that a holiday rule can start from: how they are written, and where they fall in a year.

extension HolidayRule.Day {
    /// Takes the words of one day off the front; nil when they are not a day.
    init?(taking words: inout ArraySlice<Substring>) {
        guard let word = words.popFirst() else { return nil }
        if let date = CivilDate(word) {
            self = .once(date)
        } else if let (month, day) = Self.monthAndDay(word) {
            self = .yearly(month: month, day: day)
        } else if let offset = Self.offset(word, after: "easter") {
            self = .easter(orthodox: false, offset: offset)
        } else if let offset = Self.offset(word, after: "orthodox-easter") {
            self = .easter(orthodox: true, offset: offset)
        } else if let nth = Self.ordinals[word] {
            guard let weekday = words.popFirst().flatMap({ Weekday($0) }), words.popFirst() == "of",
                let month = words.popFirst().flatMap({ Self.months.firstIndex(of: $0) })
            else { return nil }
            self = .weekday(weekday, nth: nth, month: month + 1)
        } else if let weekday = Weekday(word) {
            guard let side = words.popFirst(), side == "before" || side == "after",
                let (month, day) = words.popFirst().flatMap({ Self.monthAndDay($0) })
            else { return nil }
            self = .near(weekday, before: side == "before", month: month, day: day)
        } else {
            return nil
        }
    }

    /// nil in a year that has no such day (29 February, a fifth Monday, another year).
    func date(in year: Int) -> CivilDate? {
        switch self {
        case .once(let date): return date.year == year ? date : nil
        case .yearly(let month, let day): return CivilDate(year: year, month: month, day: day)
        case .easter(let orthodox, let offset):
            let sunday = orthodox ? CivilDate.orthodoxEaster(year) : CivilDate.easter(year)
            return sunday?.adding(days: offset)
        case .weekday(let weekday, let nth, let month):
            let last = CivilDate.days(inMonth: month, of: year)
            guard let end = CivilDate(year: year, month: month, day: nth < 0 ? last : 1) else { return nil }
            guard nth > 0 else { return end.adding(days: -Self.days(from: weekday.iso, to: end.isoWeekday)) }
            let date = end.adding(days: Self.days(from: end.isoWeekday, to: weekday.iso) + (nth - 1) * 7)
            return date.month == month ? date : nil
        case .near(let weekday, let before, let month, let day):
            guard let mark = CivilDate(year: year, month: month, day: day) else { return nil }
            let next = mark.adding(days: before ? -1 : 1)
            return before
                ? next.adding(days: -Self.days(from: weekday.iso, to: next.isoWeekday))
                : next.adding(days: Self.days(from: next.isoWeekday, to: weekday.iso))
        }
    }

    /// Days forward from one weekday to the next of the other, 0 to 6.
    private static func days(from: Int, to: Int) -> Int { ((to - from) % 7 + 7) % 7 }

    private static func monthAndDay(_ text: Substring) -> (month: Int, day: Int)? {
        // 2024 is a leap year: 02-29 is a day in some year.
        CivilDate("2024-" + text).map { ($0.month, $0.day) }
    }

    /// `easter`, `easter+60`, `easter-2`.
    private static func offset(_ text: Substring, after name: String) -> Int? {
        guard text.hasPrefix(name) else { return nil }
        let rest = text.dropFirst(name.count)
        if rest.isEmpty { return 0 }
        guard rest.first == "+" || rest.first == "-", let offset = Int(rest), abs(offset) <= 180 else {
            return nil
        }
        return offset
    }

    private static let ordinals: [Substring: Int] = [
        "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5,
        "5th": 5, "last": -1,
    ]

    private static let months: [Substring] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]
}

extension CivilDate {
    /// Western Easter Sunday: the Gregorian computus of Meeus, Jones and Butcher.
    static func easter(_ year: Int) -> CivilDate? {
        let a = year % 19
        let b = year / 100
        let c = year % 100
        let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7
        let f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114
        return CivilDate(year: year, month: f / 31, day: f % 31 + 1)
    }

    /// Orthodox Easter Sunday by our calendar: the Julian computus of Meeus, then the days between calendars.
    static func orthodoxEaster(_ year: Int) -> CivilDate? {
        let d = (19 * (year % 19) + 15) % 30
        let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        let f = d + e + 114
        let behind = year / 100 - year / 400 - 2
        return CivilDate(year: year, month: f / 31, day: f % 31 + 1)?.adding(days: behind)
    }
}
