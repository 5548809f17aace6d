/// A time to come as a reply names it, and the instant that it means.
struct PromiseTime {
    var day: Day
    /// Minutes after midnight, where an hour is named.
    var minute: Int?

    enum Day {
        /// 1 Monday to 7 Sunday; `isNext`: of the week after.
        case weekday(Int, isNext: Bool)
        /// Days from the reply.
        case ahead(Int)
        case within(Int, PromiseUnit, isWorking: Bool)
        case date(day: Int, month: Int?, year: Int?)
        case end(PromiseEndOf)
    }

    /// The limit is not part of it: before Friday is by the end of Thursday.
    var isBefore = false

    /// nil for a day that there is not, and one that is too far ahead to be meant.
    func due(at time: Instant, _ working: WorkingTime) -> Instant? {
        let today = working.zone.local(time).date
        guard case .within(let count, let unit, let isWorking) = day else {
            return date(from: today, working).flatMap { ending($0, working) }
        }
        switch unit {
        case .minute: return time + .seconds(count * 60)
        case .hour where isWorking:
            return NamedTime.after(.workingMinutes(count * 60)).instant(now: time, on: working.calendar)
        case .hour: return time + .seconds(count * 3600)
        case .workingDay: return NamedTime.after(.workingDays(count)).instant(now: time, on: working.calendar)
        case .day where isWorking:
            return NamedTime.after(.workingDays(count)).instant(now: time, on: working.calendar)
        case .day: return ending(today.adding(days: count), working)
        case .week: return ending(today.adding(days: count * 7), working)
        case .month: return Self.month(count, after: today).flatMap { ending($0, working) }
        }
    }

    /// The hour that was named, else the end of that day's working time, else its midnight.
    private func ending(_ date: CivilDate, _ working: WorkingTime) -> Instant? {
        if let minute { return working.zone.instant(of: date, minute: minute) }
        let date = isBefore ? date.adding(days: -1) : date
        return working.closing(of: date) ?? working.zone.instant(of: date, minute: 1440)
    }

    private func date(from today: CivilDate, _ working: WorkingTime) -> CivilDate? {
        switch day {
        case .within: return nil
        case .ahead(let days): return today.adding(days: days)
        case .weekday(let weekday, let isNext):
            let ahead = (weekday - today.isoWeekday + 7) % 7
            let nearest = ahead == 0 ? 7 : ahead
            // Of the week after, where the nearest one lies in this week.
            let isInThisWeek = today.isoWeekday + nearest <= 7
            return today.adding(days: nearest + (isNext && isInThisWeek ? 7 : 0))
        case .date(let day, let month, let year):
            return Self.date(day: day, month: month, year: year, from: today)
        case .end(let what): return Self.end(of: what, from: today, working)
        }
    }

    private static func date(day: Int, month: Int?, year: Int?, from today: CivilDate) -> CivilDate? {
        if let year, let month {
            return CivilDate(year: year < 100 ? 2000 + year : year, month: month, day: day)
        }
        guard let month else {
            let this = CivilDate(year: today.year, month: today.month, day: day)
            if let this, this > today { return this }
            let (year, next) = today.month == 12 ? (today.year + 1, 1) : (today.year, today.month + 1)
            return CivilDate(year: year, month: next, day: day)
        }
        for year in [today.year, today.year + 1] {
            guard let date = CivilDate(year: year, month: month, day: day), date >= today else { continue }
            // What lies most of a year ahead has been.
            return date.daysSince1970 - today.daysSince1970 <= 200 ? date : nil
        }
        return nil
    }

    private static func end(
        of what: PromiseEndOf, from today: CivilDate, _ working: WorkingTime
    ) -> CivilDate? {
        switch what {
        case .day: return today
        case .week, .nextWeek:
            let sunday = today.adding(days: 7 - today.isoWeekday + (what == .nextWeek ? 7 : 0))
            let last = (0..<7).lazy.map { sunday.adding(days: -$0) }
                .first { working.isWorkingDay($0) && $0 >= today }
            return last ?? sunday
        case .month, .nextMonth:
            let month = what == .month ? today : Self.month(1, after: today) ?? today
            let days = CivilDate.days(inMonth: month.month, of: month.year)
            return CivilDate(year: month.year, month: month.month, day: days)
        }
    }

    private static func month(_ count: Int, after date: CivilDate) -> CivilDate? {
        guard (0...60).contains(count) else { return nil }
        let months = date.year * 12 + date.month - 1 + count
        let (year, month) = (months / 12, months % 12 + 1)
        return CivilDate(
            year: year, month: month, day: min(date.day, CivilDate.days(inMonth: month, of: year)))
    }
}
