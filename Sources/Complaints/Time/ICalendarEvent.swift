/// One event of an iCalendar file, and the rule by which it comes again every year.

struct ICalendarEvent {
    /// On which the event begins.
    let line: Int
    var start: CivilDate?
    private var end: CivilDate?
    private var days: Int?
    var repeats: YearlyRule?
    var more: [CivilDate] = []
    var except: Set<CivilDate> = []
    var summary = ""
    var isCancelled = false
    /// Has a time of day: an appointment, no day off.
    var isTimed = false
    /// Was told already.
    var isFaulty = false

    init(line: Int) { self.line = line }

    /// DTEND is the first day after the event.
    func length(from first: CivilDate) -> Int {
        guard let end else { return days ?? 1 }
        return end == first ? 1 : end.daysSince1970 - first.daysSince1970
    }

    /// - Returns: what is wrong with the property; nil when nothing is, also for one that is of no use here.
    mutating func take(_ property: ICalendarProperty, line: Int) -> String? {
        let problem = read(property)
        if problem != nil { isFaulty = true }
        return problem
    }

    private mutating func read(_ property: ICalendarProperty) -> String? {
        switch property.name {
        case "SUMMARY": summary = property.text
        case "STATUS": isCancelled = property.value.uppercased() == "CANCELLED"
        case "DTSTART":
            guard let (date, isTimed) = Self.date(property.value) else { return Self.noDate(property) }
            start = date
            self.isTimed = isTimed
        case "DTEND":
            guard let (date, _) = Self.date(property.value) else { return Self.noDate(property) }
            end = date
        case "DURATION":
            guard let days = Self.days(property.value) else {
                return "DURATION is `\(property.value)`; whole days such as P1D are wanted"
            }
            self.days = days
        case "RDATE", "EXDATE":
            for part in property.value.split(separator: ",") {
                guard let (date, _) = Self.date(part) else { return Self.noDate(property) }
                if property.name == "RDATE" { more.append(date) } else { except.insert(date) }
            }
        case "RRULE":
            switch YearlyRule.read(property.value) {
            case .success(let rule): repeats = rule
            case .failure(let problem): return problem.why
            }
        default: break
        }
        return nil
    }

    private static func noDate(_ property: ICalendarProperty) -> String {
        "\(property.name) is `\(property.value.prefix(40))`; a date such as 20261224 is wanted"
    }

    /// `20261224`, or with a time; midnight without a zone of its own is taken for the whole day.
    static func date(_ text: some StringProtocol) -> (CivilDate, isTimed: Bool)? {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = parts.first, day.utf8.count == 8, day.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(day),
            let date = CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        else { return nil }
        guard parts.count == 2 else { return (date, false) }
        let time = parts[1].hasSuffix("Z") ? parts[1].dropLast() : parts[1][...]
        guard time.utf8.count == 6, Int(time) != nil else { return nil }
        return (date, parts[1] != "000000")
    }

    /// `P1D`, `P2W`, `PT24H`.
    private static func days(_ text: String) -> Int? {
        let text = text.uppercased()
        if text.hasPrefix("PT"), text.hasSuffix("H"), let hours = Int(text.dropFirst(2).dropLast()) {
            return hours % 24 == 0 ? hours / 24 : nil
        }
        guard text.hasPrefix("P"), let count = Int(text.dropFirst().dropLast()) else { return nil }
        return text.hasSuffix("D") ? count : text.hasSuffix("W") ? count * 7 : nil
    }
}

/// A RRULE with FREQ=YEARLY (RFC 5545, 3.3.10).
struct YearlyRule {
    var interval = 1
    var count: Int?
    var until: CivilDate?
    var months: [Int] = []
    var monthDays: [Int] = []
    var weekdays: [(nth: Int?, iso: Int)] = []
    var positions: [Int] = []

    struct Problem: Error { var why: String }

    private static let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    static func read(_ text: String) -> Result<YearlyRule, Problem> {
        var rule = YearlyRule()
        for part in text.uppercased().split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else {
                return .failure(Problem(why: "`\(part)` in RRULE is no KEY=VALUE"))
            }
            guard rule.take(sides[0], sides[1]) else {
                return .failure(
                    Problem(
                        why: sides[0] == "FREQ"
                            ? "RRULE repeats \(sides[1]); only FREQ=YEARLY is read, as holidays need it"
                            : "`\(part)` in RRULE is not read; INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY, "
                                + "BYDAY and BYSETPOS are"))
            }
        }
        guard text.uppercased().contains("FREQ=") else { return .failure(Problem(why: "RRULE without FREQ")) }
        return .success(rule)
    }

    private mutating func take(_ key: Substring, _ value: Substring) -> Bool {
        func numbers(_ range: ClosedRange<Int>) -> [Int]? {
            let found = value.split(separator: ",").map { Int($0) }
            guard found.allSatisfy({ $0.map { $0 != 0 && range.contains($0) } ?? false }) else { return nil }
            return found.compactMap { $0 }
        }
        switch key {
        case "FREQ": return value == "YEARLY"
        case "WKST": return true
        case "INTERVAL":
            guard let number = Int(value), (1...1000).contains(number) else { return false }
            interval = number
        case "COUNT":
            guard let number = Int(value), number > 0 else { return false }
            count = number
        case "UNTIL":
            guard let (date, _) = ICalendarEvent.date(value) else { return false }
            until = date
        case "BYMONTH":
            guard let found = numbers(1...12) else { return false }
            months = found
        case "BYMONTHDAY":
            guard let found = numbers(-31...31) else { return false }
            monthDays = found
        case "BYSETPOS":
            guard let found = numbers(-366...366) else { return false }
            positions = found
        case "BYDAY":
            for part in value.split(separator: ",") {
                guard let day = Self.names.firstIndex(of: String(part.suffix(2))) else { return false }
                let nth = part.dropLast(2)
                guard nth.isEmpty || Int(nth).map({ $0 != 0 && abs($0) <= 53 }) ?? false else { return false }
                weekdays.append((Int(nth), day + 1))
            }
        default: return false
        }
        return true
    }

    /// From the first day on, within the years; the first day itself always counts.
    func dates(from first: CivilDate, years: ClosedRange<Int>) -> [CivilDate] {
        var found: [CivilDate] = [first]
        guard first.year <= years.upperBound else { return [] }
        for year in stride(from: first.year, through: years.upperBound, by: interval) {
            for date in dates(in: year, from: first) where date > first {
                if let until, date > until { return found.filter { $0.year >= years.lowerBound } }
                if let count, found.count >= count { return found.filter { $0.year >= years.lowerBound } }
                found.append(date)
            }
        }
        return found.filter { $0.year >= years.lowerBound }
    }

    private func dates(in year: Int, from first: CivilDate) -> [CivilDate] {
        let isPlain = weekdays.isEmpty && monthDays.isEmpty
        let months = !months.isEmpty ? months : isPlain ? [first.month] : Array(1...12)
        var found: [CivilDate] = []
        for month in months.sorted() {
            let length = CivilDate.days(inMonth: month, of: year)
            for day in isPlain ? [first.day] : Array(1...length) {
                guard let date = CivilDate(year: year, month: month, day: day) else { continue }
                let fits =
                    monthDays.isEmpty || monthDays.contains(day) || monthDays.contains(day - length - 1)
                if fits, weekdays.isEmpty || weekdays.contains(where: { matches($0, date, length) }) {
                    found.append(date)
                }
            }
        }
        guard !positions.isEmpty else { return found }
        return positions.map { $0 > 0 ? $0 - 1 : found.count + $0 }.filter { found.indices.contains($0) }
            .map { found[$0] }.sorted()
    }

    /// The nth weekday counts in the month where months are named, else in the year.
    private func matches(_ wanted: (nth: Int?, iso: Int), _ date: CivilDate, _ monthLength: Int) -> Bool {
        guard date.isoWeekday == wanted.iso else { return false }
        guard let nth = wanted.nth else { return true }
        guard months.isEmpty else {
            return nth > 0 ? (date.day - 1) / 7 + 1 == nth : -((monthLength - date.day) / 7 + 1) == nth
        }
        guard let start = CivilDate(year: date.year, month: 1, day: 1),
            let end = CivilDate(year: date.year, month: 12, day: 31)
        else { return false }
        return nth > 0
            ? (date.daysSince1970 - start.daysSince1970) / 7 + 1 == nth
            : -((end.daysSince1970 - date.daysSince1970) / 7 + 1) == nth
    }
}
