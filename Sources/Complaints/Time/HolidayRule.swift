/// One holiday as a law words it, in a small language that calendars are written in.
///
///     rule    = day [ "for" N "days" ] { "if" weekday ("then" | "also") weekday }
///               [ "from" YEAR ] [ "until" YEAR ]
///     day     = "2026-05-03"                        once
///             | "05-03"                             every year
///             | "easter" [ +N | -N ]                Western Easter Sunday and days from it
///             | "orthodox-easter" [ +N | -N ]
///             | ordinal weekday "of" month          first monday of may, 3rd monday of january, last ...
///             | weekday ("before" | "after") MM-DD  monday before 05-25 (never that day itself)
///
/// `if saturday then monday` moves a holiday that falls on a Saturday to the Monday nearest to it (`if
/// saturday then friday`: the day before); `also` keeps the day and adds the other. `from` and `until` are
/// the first and the last year of the rule.
public struct HolidayRule: Hashable, Sendable {
    let day: Day
    var length = 1
    var shifts: [Shift] = []
    var firstYear: Int?
    var lastYear: Int?

    enum Day: Hashable, Sendable {
        case once(CivilDate)
        case yearly(month: Int, day: Int)
        case easter(orthodox: Bool, offset: Int)
        /// `nth` 1 to 5, or -1 for the last.
        case weekday(Weekday, nth: Int, month: Int)
        case near(Weekday, before: Bool, month: Int, day: Int)
    }

    struct Shift: Hashable, Sendable {
        var from: Weekday
        var to: Weekday
        var keeps: Bool
    }

    /// nil when the text is not a rule.
    public init?(_ text: String) {
        var words = text.lowercased().split(separator: " ")[...]
        guard let day = Day(taking: &words) else { return nil }
        self.day = day
        while let word = words.popFirst() {
            switch word {
            case "for":
                guard let count = words.popFirst().flatMap({ Int($0) }), (1...60).contains(count),
                    let unit = words.popFirst(), unit == "days" || unit == "day"
                else { return nil }
                length = count
            case "if":
                guard let shift = Shift(taking: &words) else { return nil }
                shifts.append(shift)
            case "from" where firstYear == nil:
                guard let year = Self.year(words.popFirst()) else { return nil }
                firstYear = year
            case "until" where lastYear == nil:
                guard let year = Self.year(words.popFirst()) else { return nil }
                lastYear = year
            default: return nil
            }
        }
    }

    /// The days off that the rule gives for that year, in order; a moved one may lie just outside the year.
    public func dates(in year: Int) -> [CivilDate] {
        guard year >= firstYear ?? .min, year <= lastYear ?? .max, let first = day.date(in: year)
        else { return [] }
        var dates: Set<CivilDate> = []
        for date in (0..<length).map({ first.adding(days: $0) }) {
            let shift = shifts.first { $0.from.iso == date.isoWeekday }
            if shift?.keeps ?? true { dates.insert(date) }
            if let shift { dates.insert(date.nearest(shift.to)) }
        }
        return dates.sorted()
    }

    /// Every day off within those years with its name, and every date that stands alone, whatever its year;
    /// names that share a day are joined.
    public static func expand(
        _ rules: [(rule: HolidayRule, name: String)], years: ClosedRange<Int>
    ) -> [CivilDate: String] {
        var found: [CivilDate: String] = [:]
        for (rule, name) in rules {
            for date in rule.dates(within: years) {
                guard let known = found[date], !known.isEmpty else {
                    found[date] = name
                    continue
                }
                let names = known.split(separator: "; ")
                if !name.isEmpty, !names.contains(name[...]) { found[date] = "\(known); \(name)" }
            }
        }
        return found
    }

    private func dates(within years: ClosedRange<Int>) -> [CivilDate] {
        if case .once(let date) = day { return dates(in: date.year) }
        // New Year's Day may be taken on the last Friday of the year before.
        return ((years.lowerBound - 1)...(years.upperBound + 1)).flatMap { dates(in: $0) }
            .filter { years.contains($0.year) }
    }

    private static func year(_ text: Substring?) -> Int? {
        guard let text, text.utf8.count == 4, let year = Int(text), year > 0 else { return nil }
        return year
    }
}

extension HolidayRule.Shift {
    /// Reads `saturday then monday` after the `if`.
    fileprivate init?(taking words: inout ArraySlice<Substring>) {
        guard let from = words.popFirst().flatMap({ Weekday($0) }), let verb = words.popFirst(),
            verb == "then" || verb == "also", let to = words.popFirst().flatMap({ Weekday($0) }), from != to
        else { return nil }
        self.init(from: from, to: to, keeps: verb == "also")
    }
}

extension CivilDate {
    /// The day of that name at most three days away.
    fileprivate func nearest(_ weekday: Weekday) -> CivilDate {
        let ahead = ((weekday.iso - isoWeekday) % 7 + 7) % 7
        return adding(days: ahead <= 3 ? ahead : ahead - 7)
    }
}
